"""Dates as English writes them: Nov. 14, 14 November 2024, on Thursday, last month, two weeks ago.

In: a match and its Context. Out: Found. "May" and "March" count as months only beside a number, a
year or a preposition of time.
"""

from __future__ import annotations

import re

from dragoman.languages.dates import calendar as cal
from dragoman.languages.dates.calendar import Part, Way
from dragoman.languages.dates.context import UNKNOWN, Context, Found
from dragoman.languages.dates.numeric import NUMERIC, build_numeric

__all__ = ["RULES", "TRIGGER"]

_MONTHS = {
    name: number
    for number, names in enumerate(
        ["january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
         "august aug", "september sept sep", "october oct", "november nov", "december dec"], 1
    )
    for name in names.split()
}  # fmt: skip
_MONTH = (
    r"(?:" + "|".join(sorted((m.capitalize() for m in _MONTHS), key=len, reverse=True)) + r")\b\.?"
)
_WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_WEEKDAY = r"(?:Mon(?:day)?|Tues?(?:day)?|Wed(?:nesday)?|Thurs?(?:day)?|Fri(?:day)?|Sat(?:urday)?|Sun(?:day)?)\b\.?"
_LEAD = rf"(?:{_WEEKDAY},?\s+)?"
_DAY = r"(?P<d>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?\b(?!\s*(?:%|percent|million|billion|countries|members|years|people))"
_TO = r"\s?(?:-|–|—|to|and|through|until)\s?"
_MONTH_FIRST = re.compile(
    rf"{_LEAD}(?P<m>{_MONTH})\s+{_DAY}(?:{_TO}(?:(?P<m2>{_MONTH})\s+)?(?P<d2>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?\b(?!\s*:))?(?:,?\s+(?P<y>(?:1[6-9]|20)\d\d)\b)?"
)
_DAY_FIRST = re.compile(
    rf"{_LEAD}(?:the\s+)?{_DAY}(?:\s?(?:-|–|to|and)\s?(?P<d2>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?)?\s+(?:of\s+)?(?P<m>{_MONTH})(?:,?\s+(?P<y>(?:1[6-9]|20)\d\d)\b)?"
)
_MONTH_YEAR = re.compile(
    rf"(?:(?P<part>early|mid|late|(?:the )?end of|(?:the )?beginning of)[\s-])?(?P<m>{_MONTH})(?:,?\s+(?:of\s+)?(?P<y>(?:1[6-9]|20)\d\d)\b)?"
)
_WEEKDAYS_RULE = re.compile(
    rf"(?:(?P<way>last|past|next|this|coming|this coming|this past)\s+)?(?P<wd>{_WEEKDAY})(?:\s+(?:morning|afternoon|evening|night))?"
)
_WORDS = re.compile(
    r"(?P<w>the day before yesterday|the day after tomorrow|yesterday|today|tonight|tomorrow|the same day|that day|the following day|the next day|the previous day|a day earlier|a day later)\b",
    re.IGNORECASE,
)
_UNITS = re.compile(
    r"(?:(?P<part>earlier|later)\s+)?(?P<way>last|this|next|the past|the coming)\s+(?P<unit>week|weekend|month|year)\b",
    re.IGNORECASE,
)
_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
            "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12}  # fmt: skip
_AGO = re.compile(
    rf"(?P<n>\d{{1,3}}|{'|'.join(_NUMBERS)})\s+(?P<unit>day|week|month|year)s?\s+(?P<way>ago|earlier|later|from now)\b",
    re.IGNORECASE,
)
_LASTING = re.compile(
    r"(?:for|over|within|in) (?:the (?:past|last|next|coming) )?(?:\w+ )?(?:days|weeks|months|years|decades|hours)\b",
    re.IGNORECASE,
)
_DECADE = re.compile(r"(?:the\s+)?(?:early |mid-|late )?(?:1[6-9]|20)\d0s\b")
_YEAR = re.compile(
    r"(?:(?P<part>(?:the )?(?:end|beginning|start) of|early|mid|late|(?:the )?(?:first|second) half of)[\s-])?(?P<y>(?:1[89]|20)\d\d)\b(?!\s*(?:people|troops|soldiers|tons|dollars|won|km|MW))"
)
_EVERY = re.compile(
    rf"every\s+(?:day|week|month|year|{_WEEKDAY})|annually|each year", re.IGNORECASE
)
_NAMED = re.compile(
    r"(?:Sept(?:ember|\.)? 11|September 11|9/11|Oct(?:ober|\.)? 7|Jan(?:uary|\.)? 6|March 1)(?=\s+(?:attacks?|massacre|riots?|Movement|terror))"
)
TRIGGER = re.compile(
    rf"(?<![\w.,$€£-])(?:['’‘]?\d|\b(?:{_MONTH}|{_WEEKDAY}|(?i:last|past|next|this|coming|the|yesterday|today|tonight|tomorrow|that day|a day|earlier|later|early|mid|late|every|annually|each|for|over|within|in|end|beginning|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b))"
)
_AMBIGUOUS = frozenset({"may", "march", "mar", "jan", "jun", "sep"})
_PARTS: dict[str, Part] = {"early": "start", "beg": "start", "the beg": "start", "mid": "middle", "late": "end",
                           "end": "end", "the end": "end", "start": "start"}  # fmt: skip


def _month(word: str) -> int:
    return _MONTHS[word.rstrip(".").lower()]


def _part(word: str | None) -> Part:
    if not word:
        return ""
    low = word.lower().removeprefix("the ")
    if low.startswith("first half"):
        return "first half"
    if low.startswith("second half"):
        return "second half"
    return next((part for head, part in _PARTS.items() if low.startswith(head)), "")


def _way(word: str | None, match: re.Match[str], context: Context) -> Way:
    low = (word or "").lower()
    if low in ("last", "past", "this past"):
        return "past"
    if low in ("next", "coming", "this coming"):
        return "future"
    return context.way(match.start(), match.end())


def _build_day(match: re.Match[str], context: Context) -> Found | None:
    m, d = _month(match["m"]), int(match["d"])
    found = match.groupdict()
    if found["y"]:
        first = cal.safe_day(int(found["y"]), m, d)
    elif context.anchor is None:
        return UNKNOWN
    else:
        first = cal.month_day(context.anchor, m, d, context.way(match.start(), match.end()))
    if first is None:
        return None
    last = None
    if found.get("d2"):
        m2 = _month(found["m2"]) if found.get("m2") else m
        last = cal.safe_day(first.year + (m2 < m), m2, int(found["d2"]))
        if last is None or last < first:
            return context.stretch(cal.days(first), "absolute" if found["y"] else "relative")
    return context.stretch(cal.days(first, last), "absolute" if found["y"] else "relative")


def _build_month(match: re.Match[str], context: Context) -> Found | None:
    word = match["m"].rstrip(".").lower()
    if not match["y"] and not match["part"] and word in _AMBIGUOUS:
        lead = match.string[max(0, match.start() - 12) : match.start()]
        if not re.search(
            r"\b(?:in|since|until|by|of|during|this|last|next)\s+$", lead, re.IGNORECASE
        ):
            return None
    m = _month(match["m"])
    if match["y"]:
        return context.stretch(cal.month(int(match["y"]), m, _part(match["part"])), "absolute")
    if context.anchor is None:
        return UNKNOWN
    y, m = cal.nearest_month(context.anchor, m, context.way(match.start(), match.end()))
    return context.stretch(cal.month(y, m, _part(match["part"])))


def _build_weekday(match: re.Match[str], context: Context) -> Found | None:
    word = match["wd"].rstrip(".").lower()
    if (
        len(word) <= 4
        and not match["wd"].endswith(".")
        and word in ("sat", "sun", "mon", "wed", "fri")
    ):
        return None
    if context.anchor is None:
        return UNKNOWN
    index = next(i for i, name in enumerate(_WEEKDAYS) if name.startswith(word[:3]))
    way = _way(match["way"], match, context)
    day = cal.weekday(context.anchor, index, way)
    if (match["way"] or "").lower() in ("last", "next") and day == context.anchor:
        return context.shifted(-7 if way == "past" else 7, day)
    return context.day(day)


def _build_word(match: re.Match[str], context: Context) -> Found:
    word = match["w"].lower()
    from_anchor = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1,
                   "the day before yesterday": -2, "the day after tomorrow": 2}  # fmt: skip
    if word in from_anchor:
        return context.shifted(from_anchor[word], context.anchor)
    by = {
        "the same day": 0,
        "that day": 0,
        "the following day": 1,
        "the next day": 1,
        "a day later": 1,
    }
    return context.shifted(by.get(word, -1), context.previous)


def _build_unit(match: re.Match[str], context: Context) -> Found | None:
    if context.anchor is None:
        return UNKNOWN
    low = match["way"].lower()
    by = -1 if low in ("last", "the past") else 1 if low in ("next", "the coming") else 0
    unit = match["unit"].lower()
    if unit in ("week", "weekend"):
        return context.stretch(cal.week(context.anchor, by))
    if unit == "month":
        return context.stretch(
            cal.month(*cal.shift_month(context.anchor.year, context.anchor.month, by))
        )
    return context.stretch(cal.year(context.anchor.year + by))


def _build_ago(match: re.Match[str], context: Context) -> Found | None:
    way = match["way"].lower()
    base = context.anchor if way in ("ago", "from now") else context.previous or context.anchor
    if base is None:
        return UNKNOWN
    count = _NUMBERS.get(match["n"].lower()) or int(match["n"])
    by = -count if way in ("ago", "earlier") else count
    unit = match["unit"].lower()
    if unit == "day":
        return context.shifted(by, base)
    if unit == "week":
        return context.stretch(cal.week(base, by))
    if unit == "month":
        return context.stretch(cal.month(*cal.shift_month(base.year, base.month, by)))
    return context.stretch(cal.year(base.year + by))


def _build_year(match: re.Match[str], context: Context) -> Found | None:
    lead = match.string[max(0, match.start() - 14) : match.start()]
    spoken = re.search(
        r"\b(?:in|since|of|by|from|until|during|before|after|and|to|fiscal|year|the)\s+$",
        lead,
        re.IGNORECASE,
    )
    if not match["part"] and not spoken:
        return None
    return context.stretch(cal.year(int(match["y"]), _part(match["part"])), "absolute")


def _never(kind: str):  # type: ignore[no-untyped-def]
    def build(match: re.Match[str], context: Context) -> Found:
        return Found(None, None, "unknown", kind)  # type: ignore[arg-type]

    return build


RULES = (
    (_EVERY, _never("recurring")),
    (_NAMED, _never("recurring")),
    (NUMERIC, build_numeric),
    (_MONTH_FIRST, _build_day),
    (_DAY_FIRST, _build_day),
    (_AGO, _build_ago),
    (_LASTING, _never("duration")),
    (_DECADE, _never("duration")),
    (_UNITS, _build_unit),
    (_WORDS, _build_word),
    (_WEEKDAYS_RULE, _build_weekday),
    (_MONTH_YEAR, _build_month),
    (_YEAR, _build_year),
)
