"""Words that stand for somebody named elsewhere, in English: We, the Ministry, It, Both, the two.

In: a sentence with what it names, the document. Out: further mentions: states for the words a
government has for itself, pronouns and joint phrases that parties.Discourse binds. Whether a text
is a government's own is told by people/own_text.py.
"""

from __future__ import annotations

import re

from dragoman.coding.names.mention import Mention
from dragoman.coding.people.own_text import HOUSES, OFFICES
from dragoman.records import Document

__all__ = ["find_standins", "seated"]

_LABEL = r"(?:(?:[A-Z][\w.]*\s?){1,4}(?:\([^)]{1,40}\))?:\s(?:[A-Z][a-z]+[.,]\s)?)"
_WE = re.compile(
    rf"(?:^(?:{_LABEL})?|(?<=[.!?;]\s)|(?<=,\s)|(?<=\band\s)|(?<=\bbut\s))"
    r"(?:[Ww]e|[Oo]ur\s(?:side|government|embassy|ministry|country|authorities)|[Tt]his\s(?:Ministry|Department|Government))(?=\s[a-z])(?!\s(?:all|both)\b)"
)
_HOME = re.compile(
    rf"(?:^(?:{_LABEL})?|(?<=,\s)|(?<=;\s)|(?<=\band\s)|(?<=\bwhich\s)|(?<=\bthat\s))[Tt]he\s(?:{OFFICES}|(?P<house>{HOUSES}))(?!\s(?:of|for)\b)(?=\s(?:\w+ly\s|also\s|then\s|has\s|have\s|had\s|was\s|today\s)*[a-z]+(?:ed|es|s|ld|ve|ok|nt|de|ke|t|d)\b)"
)
_IT = re.compile(
    r"(?:^It|(?<=;\sit)|(?<=\bbut\sit)|(?<=\band\sit))(?=\s(?:also\s|then\s|\w+ly\s|has\s|had\s|will\s|in\sturn\s)*"
    r"(?:(?:condemn|urg|accus|call|summon|reject|express|reiterat|voic|warn|demand|ask|request|deni|dismiss|welcom|thank|praise?|agre|offer|pledg|promis|vow|threaten|impos|suspend|expel|recall|sign|lodg|blam|deplor|criticis|criticiz|denounc|complain|protest|invit|refus|declin)\w*)\b)"
)
# "His guest thanked him", "Its foreign ministry denounced": bound by parties.Discourse.
_GUEST = re.compile(
    r"(?:^|(?<=[,;]\s)|(?<=\band\s)|(?<=\bwhich\s)|(?<=\bwhile\s))(?:[Hh]is|[Hh]er|[Tt]he|[Ii]ts|[Tt]heir)\s(?:Japanese\s|Chinese\s)?(?:guest|host|visitor|counterpart|colleague|interlocutor|other (?:side|party)|opposite number|neighbou?r)(?=\s(?:also\s|then\s|in turn\s|\w+ly\s|had\s|has\s)*[a-z]+(?:ed|es|s|ld|ve|ok|nt|de|ke|t)\b)"
)
_ITS = re.compile(
    r"(?:^|(?<=[;]\s)|(?<=\band\s))[Ii]ts\s(?:[\w-]+\s){0,2}?(?:ministry|government|embassy|army|military|foreign minister|president|prime minister|spokes\w+|parliament|ambassador|leader|envoy|leaders|presidency)(?=\s(?:also\s|\w+ly\s|had\s|has\s)*[a-z]+)"
)
_COUNTS = {"two": 2, "pair": 2, "both": 2, "duo": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}  # fmt: skip
_JOINT = re.compile(
    r"(?:^|(?<=[,;:]\s)|(?<=\band\s)|(?<=\bthat\s)|(?<=\bbefore\s)|(?<=\bafter\s)|(?<=\bwhich\s)|(?<=\bwhen\s)|(?<=\bwhere\s))"
    r"(?:[Bb]oth(?=\s(?:also\s|\w+ly\s|have\s|had\s)?(?:[a-z]{2,}ed|have|had|said|spoke|met|told|held)\b)|(?:[Tt]he|[Aa]ll)\s(?P<n>two|pair|duo|three|four|five|six|seven)(?=\s(?:also\s|then\s|\w+ly\s|had\s|have\s|last\s)?(?:[a-z]{3,}ed|have|had|said|spoke|met|told|held|took|set|went|sat|began|saw|gave|wrote|shook|dealt|are|were|will|would)\b))"
)


def _quoted(text: str) -> list[tuple[int, int]]:
    return [m.span() for m in re.finditer(r"“[^”]*”?|\"[^\"]*\"?", text)]


_SEATED = re.compile(
    r"(?:\b[Tt]he\s|\b[Aa]\s)?(?:[\w-]+\s){0,2}?(?:ministry|government|authorities|leadership|presidency|parliament|officials?|regime|chancellery|cabinet|command|court|foreign office) in\s(?:the\s)?$"
)


def seated(text: str, base: int, mention: Mention) -> Mention:
    """ "The defence ministry in Yerevan": the town is whose ministry it is, not where."""
    if mention.kind != "place" or not mention.country:
        return mention
    found = _SEATED.search(text[: mention.start - base][-60:])
    if found is None:
        return mention
    start = mention.start - len(found.group())
    return Mention(
        start, mention.end, text[start - base : mention.end - base], "body", mention.country,
        sector="GOV",
    )  # fmt: skip


def find_standins(
    text: str, base: int, named: list[Mention], document: Document, house: bool
) -> list[Mention]:
    """The stand-ins of one sentence, none over what ``named`` holds. ``base``: its place."""
    out: list[Mention] = []
    quotes = _quoted(text)

    def add(start: int, end: int, kind: str, **more: object) -> None:
        out.append(
            Mention(base + start, base + end, text[start:end], kind, **more)  # type: ignore[arg-type]
        )

    home = document.publisher_country
    if house and home and len(home) == 3:
        for pattern in (_WE, _HOME):
            for found in pattern.finditer(text):
                start = found.start() + (
                    len(label.group()) if (label := re.match(_LABEL, found.group())) else 0
                )
                if any(a <= start < b for a, b in quotes):
                    continue
                whole = pattern is _WE or found["house"]
                add(
                    start, found.end(), "state" if whole else "office", country=home,
                    actor=home if whole else None, sector="GOV",
                )  # fmt: skip
    for found in _IT.finditer(text):
        end = found.end()
        add(end - 2, end, "pronoun")
    for pattern in (_GUEST, _ITS):
        for found in pattern.finditer(text):
            add(found.start(), found.end(), "pronoun")
    for found in _JOINT.finditer(text):
        word = (found["n"] or "both").lower()
        add(found.start(), found.end(), "joint", count=_COUNTS[word])
    return [m for m in out if not any(n.start < m.end and m.start < n.end for n in named)]
