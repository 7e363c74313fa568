"""Earlier encounters of the same two, which an English text recalls by their day or town.

In: what was told so far, a Spot. Out: whether its words name another encounter than the one on the
stage ("following up on their May 26 call", "their March 14 meeting in Rome"), and whose. An earlier
one between others whom the sentence names is read as any other (meetings/find.py).
"""

from __future__ import annotations

import re

from dragoman.coding.meetings.told import MeetingsTold, Spot
from dragoman.coding.people.parties import Party

__all__ = ["recalled_parties", "recalls_by_day"]

_THEIRS = re.compile(
    r"\b(?:their|the\stwo\s(?:leaders|sides|countries|presidents|ministers|officials|advis[eo]rs)['’]|the\s(?:leaders|presidents|ministers)['’])\s"
    r"(?:[\w’'.,-]+\s){0,6}$"
)
_NOUN = re.compile(
    r"(?:[Cc]all|[Cc]onversation|[Mm]eeting|[Dd]iscussion|[Ss]ummit|[Tt]alks|[Dd]ialogue|[Vv]ideoconference)s?$"
)
_ON = re.compile(r"\s(?:on|in|of|at|from)\s(?:the\s)?(?:[A-Z][\w’'-]+\s(?:in|on)\s)?")


_TODAY = re.compile(r"today|yesterday|tonight|this (?:morning|afternoon|evening)", re.IGNORECASE)
# "the Chancellor's recent trip to China"
_RECENT = re.compile(r"['’]s\srecent\s(?:[\w-]+\s){0,2}$")
# A day stands at the words when it is this near before or behind them, with no other clause between.
_NEAR = (24, 90)


def recalls_by_day(told: MeetingsTold, spot: Spot) -> bool:
    """Whether the words name an earlier encounter by its day: "the summit between A and B in May",
    "his May 2022 trip to Abu Dhabi"."""
    if _RECENT.search(spot.lead):
        return True
    published = (told.scene.document.published or "")[:10]
    text, base = spot.sentence.text, spot.sentence.start
    for date in spot.sentence.dates:
        day = (date.when.start or "")[:10]
        if not day or not published or day >= published or _TODAY.fullmatch(date.when.text or ""):
            continue
        before = 0 <= spot.start - date.end <= _NEAR[0] or spot.start <= date.start < spot.end
        behind = 0 <= date.start - spot.end <= _NEAR[1]
        between = text[spot.end - base : date.start - base] if behind else ""
        if before or (behind and not re.search(r"[.;:]|,\s(?!and\b|[A-Z])|\bto\s[a-z]", between)):
            return True
    return False


def recalled_parties(told: MeetingsTold, spot: Spot) -> list[Party]:
    """The two of the meeting on the stage where the words recall an earlier one of theirs.

    Its day must stand at the words: between "their" and the noun, or right behind it.
    """
    meeting = told.on_stage()
    named = _NOUN.search(spot.named)
    before = spot.lead + spot.named[: named.start()] if named else ""
    theirs = _THEIRS.search(before) if named else None
    if told.language != "en" or meeting is None or theirs is None:
        return []
    base, since = spot.sentence.start, spot.sentence.start + theirs.start()
    published = (told.scene.document.published or "")[:10]
    for date in spot.sentence.dates:
        inside = since <= date.start and date.end <= spot.end
        gap = spot.sentence.text[spot.end - base : date.start - base]
        if not (inside or (date.start >= spot.end and _ON.fullmatch(gap))):
            continue
        day = (date.when.end or date.when.start or "")[:10]
        own = (
            meeting.date.when.start[:10] if meeting.date and meeting.date.when.start else published
        )
        if day and published and day < published and day != own:
            return list(meeting.parties)
    return []
