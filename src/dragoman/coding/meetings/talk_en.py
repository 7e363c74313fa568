"""English words for talk that tell of no new encounter, or of another one than their subject's.

In: a sentence, the words that name an encounter, what the document has told before. Out: whether
they only point back, name where others met, or speak of the sides' teams; the form of talk whose
words leave it open. Who met whom is left to meetings/encounters_en.py.
"""

from __future__ import annotations

import re

from dragoman.coding.scene import Sentence
from dragoman.records import Form

__all__ = [
    "is_event_of_others",
    "is_of_their_teams",
    "is_purpose",
    "is_spoken_of",
    "only_goes_on",
    "only_points_back",
    "settle_form",
]

# "their teams will follow up on their discussions", "building on the progress of these talks"
_BACK = re.compile(
    r"\b(?:follow(?:ing|ed|s)?[- ]?up (?:on|to|from)|buil(?:d|ding|ds|t) (?:up)?on|outcomes? of|results? of|progress (?:made )?(?:in|since|at|of)"
    r"|implement(?:ing|ation of)?|based on)\s(?:the|their|these|those|our|this|that)\s(?:[\w-]+\s){0,3}$"
)
_FOR_IT = re.compile(r"\bfor\s(?:an?|the|their|its)\s(?:[\w-]+\s){0,3}$")
# "They also spoke on trade"; not "They last spoke on December 6".
_ABOUT = re.compile(
    r"\s(?:about|of|on)\s(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|[A-Z][a-z]+\.? \d)"
)
_WILL_AT_IT = re.compile(r"\bwill\s[^.;:]{0,60}\bat the\s$")
_IT = re.compile(r"[Ss]ummit|[Mm]eeting|[Cc]onference")
# "ambitious outcomes at the COP26 Summit", "work ahead of the 75th Anniversary Summit": an event by
# its name, which the two who speak of it do not hold with each other.
_NAMED_EVENT = re.compile(r"(?:Summit|Conference|Forum|Assembly|Olympics)$")
_THE = re.compile(
    r"\b(?:at|for|of|since|after|following|during|before|ahead of|towards?|discussed|hosting|on)\s(?:the|this|last|next|a)\s(?:(?:upcoming|forthcoming|recent|successful)\s)?(?:[A-Z0-9][\w’'.-]*\s|second\s|first\s|third\s){0,4}$"
)
# "at next week's virtual leaders' meeting", "at tomorrow's summit"
_COMING = re.compile(
    r"\b(?:at|for|of|to|before|during|ahead of)\s(?:next\s\w+|tomorrow|this\s\w+|\w+day)['’]s\s(?:[\w’'-]+\s){0,3}$"
)
_TALKS_OR_SUMMIT = re.compile(r"(?:meetings?|summit|conference|session)$", re.IGNORECASE)
_TEAMS = r"(?:teams?|staffs?|officials|experts|delegations|negotiators|advis[eo]rs|ministers|governments)"
_OF_TEAMS = re.compile(
    r"[^.;:]{0,60}?\bbetween\s(?:their|the two (?:sides|countries|leaders)[’'])\s(?:[\w-]+\s){0,3}?"
    + _TEAMS
)
_TALKS = re.compile(
    r"(?:meetings?|talks|discussions|consultations|dialogue|negotiations)$", re.IGNORECASE
)
_TEAMS_TO = re.compile(
    r"\btheir\s(?:[\w-]+\s){0,3}?"
    + _TEAMS
    + r"\s(?:to|will|would|should|plan to)\s(?:also\s|soon\s)?$"
)
# Words that say nothing of whether they sat together or telephoned.
_OPEN = re.compile(
    r"spoke|(?:has|have|had) (?:\w+ )?spoken|(?:[\w-]+\s)*?(?:[Cc]onversations?|[Dd]iscussions?)"
)
_REMOTE = re.compile(r"\b(?:tele)?phone\b|\bcall(?:s|ed)?\b|\bline\b", re.IGNORECASE)
_TITLE_MEETING = re.compile(r"\b[Mm]eetings?\b|\bBilateral\b|\b(?:Lunch|Dinner|Breakfast)\b")


def only_points_back(text: str, start: int) -> bool:
    """Whether the words at ``start`` only name talks that were told of before."""
    return bool(_BACK.search(text[:start]))


def is_purpose(text: str, start: int) -> bool:
    """Whether the words at ``start`` only say what others before them met for: "gathered for a summit"."""
    return bool(_FOR_IT.search(text[:start]))


def only_goes_on(sentence: Sentence, found: re.Match[str]) -> bool:
    """Whether the words only say what was spoken of: "They also spoke about trade", "the leaders will
    consider it at the Summit"."""
    start = sentence.start + found.start()
    joint = [m for m in sentence.mentions if m.kind == "joint" and m.end <= start]
    if not joint:
        return False
    if found.group() in ("spoke", "talked"):
        return start - joint[-1].end <= 12 and bool(_ABOUT.match(sentence.text, found.end()))
    return bool(_WILL_AT_IT.search(sentence.text[: found.start()]) and _IT.fullmatch(found.group()))


def is_event_of_others(text: str, found: re.Match[str]) -> bool:
    """Whether the words name a summit or conference that was merely spoken of, or met at."""
    before = text[: found.start()]
    if _COMING.search(before) and _TALKS_OR_SUMMIT.search(found.group()):
        return True
    return bool(_NAMED_EVENT.search(found.group()) and _THE.search(before))


# "They discussed upcoming talks in Cairo": whose they are is not told. "their upcoming call" is theirs.
_SPOKEN_OF = re.compile(
    r"\b(?:discussed|reviewed|welcomed|noted|supported|praised|previewed|commended|applauded|underscored|exemplified by)\s"
    r"(?:(?!their\b|his\b|her\b|our\b)[\w’'-]+\s){0,6}?(?:upcoming|forthcoming|ongoing|planned|recent|next|future|latest|regional)\s(?:[\w’'-]+\s){0,3}$"
)


def is_spoken_of(lead: str) -> bool:
    """Whether the words behind ``lead`` name talks that the two only spoke about."""
    return bool(_SPOKEN_OF.search(lead))


def is_of_their_teams(text: str, found: re.Match[str]) -> bool:
    """Whether not the two who speak meet, but their teams: then the states are the parties."""
    noun = _TALKS.search(found.group()) and _OF_TEAMS.match(text, found.end())
    return bool(noun or _TEAMS_TO.search(text[: found.start()]))


def settle_form(form: Form, named: str, text: str, title: str | None, told: Form | None) -> Form:
    """The form of talk: a call, unless its words leave that open and something else tells of a
    meeting: ``told``, the form in which the same parties were told to have met, or the title
    (None where it does not count)."""
    if form == "meeting" and named == "talked" and told is None:
        return "call" if title and _REMOTE.search(title) else form
    if form != "call" or not _OPEN.fullmatch(named) or _REMOTE.search(text):
        return form
    if told is not None:
        return told if told in ("meeting", "multilateral", "negotiation", "video") else form
    if title and _TITLE_MEETING.search(title) and not _REMOTE.search(title):
        return "meeting"
    return form
