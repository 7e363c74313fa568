"""Dates as English writes them: Nov. 14, 14 November 2024, on Thursday, last month, two weeks ago.

In: a match and its Context. Out: Found. "May", "March" and names that are months too count only
beside a number, a year or a preposition of time.
"""

from __future__ import annotations

import datetime as dt
import re

from dragoman.languages.dates import calendar as cal
from dragoman.languages.dates.calendar import Part, Way
from dragoman.languages.dates.context import (
    UNKNOWN,
    Context,
    Found,
    Rule,
    is_duration,
    is_recurring,
)
from dragoman.languages.dates.numeric import AMERICAN, NUMERIC, build_american, build_numeric

__all__ = ["RULES", "TRIGGER"]

_STEMS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_SHORT_WEEKDAY = rf"(?:{_WEEKDAY}|Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\b\.?"
_LEAD = rf"(?:{_SHORT_WEEKDAY},?\s+(?:the\s+)?)?"
_NUMBER = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?\b(?![.,]\d)"
_COUNTED = (
    r"(?!\s*(?:%|percent|per cent|million|billion|countries|nations|members|years|people|troops"
    r"|soldiers|ministers|leaders|[ap]\.?m\b))"
)
_YEAR = r"(?P<y>(?:1[6-9]|2[01])\d\d)\b(?![.,]\d)"
_CLOCK = r"(?:,?\s+(?:at\s+)?(?P<hour>1[0-2]|0?[1-9])(?::(?P<minute>[0-5]\d))?\s?(?P<noon>[ap])\.?m\b\.?)?"
_MONTH_FIRST = re.compile(
    rf"{_LEAD}(?P<m>{_MONTH})\s+(?P<d>{_NUMBER}){_COUNTED}"
    rf"(?:(?P<to>\s?(?:-|–|—)\s?|,?\s(?:to|through|until|and|&)\s)(?:(?P<m2>{_MONTH})\s+)?"
    rf"(?P<d2>{_NUMBER})(?!:){_COUNTED})?(?:,?\s+{_YEAR})?{_CLOCK}"
)
_DAY_FIRST = re.compile(
    rf"{_LEAD}(?:(?P<d0>{_NUMBER})(?:\s+(?P<m0>{_MONTH}))?(?P<to>\s?(?:-|–|—)\s?|\s(?:to|through|until|and|&)\s))?"
    rf"(?P<d>{_NUMBER})\s+(?:of\s+)?(?P<m>{_MONTH})(?:,?\s+{_YEAR})?{_CLOCK}"
)
_PART = (
    r"(?P<part>early|mid|late|(?:the )?(?:end|beginning|start|middle) of"
    r"|(?:the )?(?:first|second|latter) half of|(?:the )?(?:first|second|third|fourth) quarter of)"
)
_MONTHS = re.compile(rf"(?:{_PART}[\s-])?(?P<m>{_MONTH})(?:,?\s+(?:of\s+)?{_YEAR})?")
_YEARS = re.compile(
    rf"(?:{_PART}[\s-])?{_YEAR}(?:\s?[-–—]\s?(?P<y2>(?:20)?\d\d)\b)?(?!s|\s*%|\s+(?:people|troops|soldiers|tons"
    r"|tonnes|dollars|won|km|kilomet|miles|MW|euros|workers|residents|civilians))"
)
_WEEKDAYS = re.compile(
    rf"(?:(?P<way>last|past|next|this|coming|this coming|this past)\s+)?(?P<wd>{_WEEKDAY})\b(?!s\b)"
    rf"(?:\s+(?:morning|afternoon|evening|night))?(?:\s+(?:of\s+)?(?P<week>last|next|this)\s+week)?{_CLOCK}",
    re.IGNORECASE,
)
_FROM_ANCHOR = {
    "today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "last night": -1, "this morning": 0,
    "this afternoon": 0, "this evening": 0, "the day before yesterday": -2,
    "the day after tomorrow": 2,
}  # fmt: skip
_FROM_SPOKEN = {
    "the same day": 0, "that same day": 0, "that day": 0, "the following day": 1,
    "the next day": 1, "the day after": 1, "a day later": 1, "one day later": 1,
    "the previous day": -1, "the day before": -1, "a day earlier": -1, "one day earlier": -1,
}  # fmt: skip
_WORDS = re.compile(
    rf"(?P<w>{'|'.join(sorted({**_FROM_ANCHOR, **_FROM_SPOKEN}, key=len, reverse=True))})\b"
    r"(?<!the day before)(?<!the day after)"
    rf"{_CLOCK}|(?P<bare>the day (?:before|after))\b(?=\s*(?:[.,;:)]|$))",
    re.IGNORECASE,
)
_UNITS = re.compile(
    r"(?:(?P<part>earlier|later|early|late|(?:the )?(?:end|beginning|start|middle) of)\s+)?"
    r"(?P<way>last|this|next|the same|that|the following|the previous)\s+"
    r"(?P<unit>week|weekend|month|year|quarter)\b",
    re.IGNORECASE,
)
_YEAR_END = re.compile(
    r"(?:the )?end of the (?P<unit>year|month)\b|year['’]s end\b|year-end\b", re.I
)
_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
_COUNT = rf"(?:\d{{1,3}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
_AGO = re.compile(
    rf"(?:(?P<n>{_COUNT})\s+(?P<unit>day|week|month|year)s?\s+"
    rf"(?P<way>ago|earlier|later|from (?:now|today))|in\s+(?P<n2>{_COUNT})\s+(?P<unit2>day|week|month)s?"
    r"(?:['’]\s+time)?)\b",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"(?:in\s+)?(?:the\s+)?(?:coming|recent|past|next|last)(?:\s+(?:few|several))?\s+(?:days|weeks|months|years|decades)\b"
    r"|(?:last|this|next)\s+(?:spring|summer|autumn|fall|winter)\b"
    r"|(?:several|a few|some)\s+(?:days|weeks|months|years)\s+(?:ago|earlier|later)\b",
    re.IGNORECASE,
)
_COUNTS_ON = (
    r"(?:\d{1,4}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|twelve|several|many|a few)"
)
_LASTING = re.compile(
    rf"an?\s+{_COUNTS_ON}-(?:minute|hour|day|week|month|year)s?\b"
    rf"|(?:(?:for|over|within|in|during|after)\s+)?(?:(?:the\s+)?(?:past|last|next|coming|first)\s+)?{_COUNTS_ON}"
    r"(?:\s+more)?[\s-](?:minute|hour|day|week|month|year|decade)s?\b(?!\s+(?:ago|earlier|later))"
    r"|for\s+(?:hours|days|weeks|months|years|decades)\b",
    re.IGNORECASE,
)
_DECADE = re.compile(
    r"(?:the\s+)?(?:(?P<part>early|mid|late)[\s-])?(?P<y>(?:1[6-9]|20)\d0)['’]?s\b"
)
_EVERY = re.compile(
    rf"(?:every|each)\s+(?:day|week|month|year|quarter|{_WEEKDAY})\b|(?:annual|month|week|dai)ly\b|"
    rf"{_WEEKDAY}s\b",
    re.IGNORECASE,
)
_NAMED = re.compile(
    rf"(?:9/11|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?)(?=\s+(?:(?:terror(?:ist)?|military|joint|inter-Korean"
    r"|Panmunjom|Pyongyang|Independence|Democratic|Revolutionary|Comprehensive)\s+)*(?:attacks?|(?<=military )agreement|massacre|riots?"
    r"|Movement|Uprising|Revolution|Declaration|Incident|coup|Agreement|insurrection)\b)"
)
TRIGGER = re.compile(
    rf"(?<![\w.,$€£¥₩%/-])(?:['’‘]?\d|{_MONTH}|{_SHORT_WEEKDAY}|(?i:last|past|next|this|coming|recent|the|that"
    r"|yesterday|today|tonight|tomorrow|earlier|later|early|mid|late|every|each|annually|monthly"
    r"|weekly|daily|for|over|within|in|during|after|first|second|latter|end|beginning|start"
    r"|middle|years?|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several"
    r"|many|some)\b)"
)
# First names, verbs and surnames that look like months.
_DOUBTFUL = re.compile(r"(?:May|March|April|June|August|[A-Z][a-z]{2,3}\.?)$")
_TIME_LEAD = re.compile(
    r"\b(?:in|since|until|till|by|of|during|this|last|next|from|to|through|before|after|between"
    r"|early|late|mid|every|for)\s+$",
    re.IGNORECASE,
)
_YEAR_LEAD = re.compile(
    r"(?:\b(?:in|since|of|by|from|until|till|during|before|after|and|or|to|through|around|fiscal|year"
    r"|the|between|for|back|circa)|['’]s)\s+$",
    re.IGNORECASE,
)


def _month(word: str) -> int:
    return _STEMS.index(word[:3].lower()) + 1


def _day(word: str) -> int:
    digits = re.match(r"\d+", word)
    return int(digits.group()) if digits else 0


def _part(word: str | None) -> Part:
    low = (word or "").lower().removeprefix("the ")
    quarters: dict[str, Part] = {"first": "q1", "second": "q2", "third": "q3", "fourth": "q4"}
    if "quarter" in low:
        return quarters[low.split()[0]]
    if "half" in low:
        return "first half" if low.startswith("first") else "second half"
    named: dict[str, Part] = {
        "early": "early", "mid": "middle", "middle": "middle", "late": "late", "end": "end",
        "beginning": "start", "start": "start",
    }  # fmt: skip
    return named.get(low.split(" ")[0], "")


def _with_clock(found: Found | None, match: re.Match[str]) -> Found | None:
    if found is None or not match["hour"] or found.start is None or found.start != found.end:
        return found
    hour = int(match["hour"]) % 12 + (12 if match["noon"] == "p" else 0)
    moment = f"{found.start}T{hour:02d}:{int(match['minute'] or 0):02d}"
    return found._replace(start=moment, end=moment, precision="time")


def _build_month_first(match: re.Match[str], context: Context) -> Found | None:
    """Nov. 14; November 14-15, 2024; Nov. 30 to Dec. 2."""
    m, d, g = _month(match["m"]), _day(match["d"]), match.groupdict()
    last_month = _month(g["m2"]) if g["m2"] else m
    last_day = _day(g["d2"]) if g["d2"] else None
    if last_day is not None and "and" in g["to"] and not g["m2"] and last_day != d + 1:
        # Nov. 14 and 20 are two days, not a week: the first is kept, the second has no month.
        found = _resolve(context, match, int(g["y"]) if g["y"] else None, m, d, None)
        return found._replace(length=match.end("d") - match.start()) if found else None
    if g["m2"] and "and" in g["to"]:
        found = _resolve(context, match, int(g["y"]) if g["y"] else None, m, d, None)
        return found._replace(length=match.end("d") - match.start()) if found else None
    last = (last_month, last_day) if last_day is not None else None
    return _with_clock(_resolve(context, match, int(g["y"]) if g["y"] else None, m, d, last), match)


def _build_day_first(match: re.Match[str], context: Context) -> Found | None:
    """14 November 2024; the 14th of November; 30 November to 2 December 2024."""
    m, d, g = _month(match["m"]), _day(match["d"]), match.groupdict()
    y = int(g["y"]) if g["y"] else None
    if not g["d0"]:
        return _with_clock(_resolve(context, match, y, m, d, None), match)
    first_month = _month(g["m0"]) if g["m0"] else m
    first_year = y - (first_month > m) if y is not None else None
    if "and" in g["to"] and not (first_month == m and d == _day(g["d0"]) + 1):
        found = _resolve(context, match, first_year, first_month, _day(g["d0"]), None)
        end = match.end("m0") if g["m0"] else match.end("d0")
        return found._replace(length=end - match.start()) if found else None
    return _resolve(context, match, first_year, first_month, _day(g["d0"]), (m, d))


def _resolve(
    context: Context,
    match: re.Match[str],
    y: int | None,
    m: int,
    d: int,
    last: tuple[int, int] | None,
) -> Found | None:
    """One day or a range; without a year the neighbour's in a list, else the nearest."""
    if y is None:
        y = context.listed_year(match.start())
    if y is not None:
        first = cal.safe_day(y, m, d)
    elif context.anchor is None:
        return UNKNOWN
    else:
        first = cal.month_day(context.anchor, m, d, context.way(match.start(), match.end()))
    if first is None:
        return None
    until = cal.safe_day(first.year + (last[0] < m), *last) if last else None
    if until is not None and until < first:
        until = None
    return context.stretch(cal.days(first, until), "relative" if y is None else "absolute")


def _build_month(match: re.Match[str], context: Context) -> Found | None:
    """In August; early October 2018; May only after a word of time."""
    part = _part(match["part"])
    if part in ("first half", "second half", "q1", "q2", "q3", "q4"):
        return None
    m = _month(match["m"])
    if match["y"]:
        return context.stretch(cal.month(int(match["y"]), m, part), "absolute")
    after = match.string[match.end() : match.end() + 3]
    if not match["part"] and _DOUBTFUL.match(match["m"]):
        lead = match.string[max(0, match.start() - 12) : match.start()]
        if not _TIME_LEAD.search(lead) or after[:2] in ("'s", "’s") or re.match(r"\s[A-Z]", after):
            return None
    if context.anchor is None:
        return UNKNOWN
    lead = match.string[max(0, match.start() - 6) : match.start()].lower()
    way = context.way(match.start(), match.end())
    if lead.endswith(("last ", "past ")):
        way = "past"
    elif lead.endswith("next "):
        way = "future"
    return context.stretch(cal.month(*cal.nearest_month(context.anchor, m, way), part))


def _build_weekday(match: re.Match[str], context: Context) -> Found | None:
    """On Thursday; next Tuesday (of next week); last Friday (the nearest before today)."""
    if context.anchor is None:
        return UNKNOWN
    index = _DAYS.index(match["wd"][:3].lower())
    word = (match["way"] or "").lower()
    week = match["week"] or ("next" if word == "next" else "this" if word == "this" else None)
    if week:
        by = {"last": -1, "next": 1, "this": 0}[week.lower()]
        found = context.day(cal.week(context.anchor, by).first + dt.timedelta(days=index))
        return _with_clock(found, match)
    ways: dict[str, Way] = {
        "last": "past", "past": "past", "this past": "past", "coming": "future",
        "this coming": "future",
    }  # fmt: skip
    way = ways.get(word) or context.way(match.start(), match.end())
    day = cal.weekday(context.anchor, index, way)
    if day == context.anchor and word:
        day += dt.timedelta(days=-7 if way == "past" else 7)
    return _with_clock(context.day(day), match)


def _build_word(match: re.Match[str], context: Context) -> Found | None:
    word = (match["w"] or match["bare"]).lower()
    if word in _FROM_ANCHOR:
        return _with_clock(context.shifted(_FROM_ANCHOR[word], context.anchor), match)
    return context.shifted(_FROM_SPOKEN[word], context.previous)


def _build_unit(match: re.Match[str], context: Context) -> Found | None:
    """Last week, later this month, early next year, the following year."""
    word, unit = match["way"].lower(), match["unit"].lower()
    by = {"last": -1, "the previous": -1, "next": 1, "the following": 1}.get(word, 0)
    spoken = word in ("the same", "that", "the following", "the previous")
    base = context.previous if spoken else context.anchor
    if base is None or unit == "quarter":
        return UNKNOWN
    part_word = (match["part"] or "").lower()
    part = _part(part_word)
    if unit == "weekend":
        saturday = cal.week(base, by).first + dt.timedelta(days=5)
        return context.stretch(cal.days(saturday, saturday + dt.timedelta(days=1)))
    span = (
        cal.week(base, by) if unit == "week"
        else cal.month(*cal.shift_month(base.year, base.month, by), part) if unit == "month"
        else cal.year(base.year + by, part)
    )  # fmt: skip
    if span and not spoken and by == 0 and part_word == "earlier":
        span = cal.Stretch(span.first, base, span.precision)
    elif span and not spoken and by == 0 and part_word == "later":
        span = cal.Stretch(base, span.last, span.precision)
    return context.stretch(span)


def _build_year_end(match: re.Match[str], context: Context) -> Found | None:
    if context.anchor is None:
        return UNKNOWN
    if (match["unit"] or "").lower() == "month":
        return context.stretch(cal.month(context.anchor.year, context.anchor.month, "end"))
    return context.stretch(cal.year(context.anchor.year, "end"))


def _build_ago(match: re.Match[str], context: Context) -> Found | None:
    """Two weeks ago; three days later (than the date last spoken of); in two weeks."""
    way = (match["way"] or "").lower()
    if match["n2"] and context.way(match.start(), match.end()) != "will":
        return None  # the first visit in two months
    base = context.previous if way in ("earlier", "later") else context.anchor
    if base is None:
        return UNKNOWN
    number = (match["n"] or match["n2"]).lower()
    count = _NUMBERS.get(number) or int(number)
    by = -count if way in ("ago", "earlier") else count
    return context.moved(by, (match["unit"] or match["unit2"]).lower(), base)


def _build_decade(match: re.Match[str], context: Context) -> Found | None:
    first = int(match["y"])
    low, high = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}.get(match["part"] or "", (0, 9))
    start, end = cal.year(first + low), cal.year(first + high)
    if start is None or end is None:
        return None
    return context.stretch(cal.Stretch(start.first, end.last, "year"), "absolute")


def _build_year(match: re.Match[str], context: Context) -> Found | None:
    """In 2018; the end of 2025; mid-2019; 2014-2020. A number alone is no year."""
    lead = match.string[max(0, match.start() - 14) : match.start()]
    if not match["part"] and not _YEAR_LEAD.search(lead):
        return None
    span = cal.year(int(match["y"]), _part(match["part"]))
    if span and match["y2"]:
        last = cal.year(int((match["y"][:2] + match["y2"])[-4:]))
        if last and last.first > span.first:
            span = cal.Stretch(span.first, last.last, "year")
    return context.stretch(span, "absolute")


def _build_vague(match: re.Match[str], context: Context) -> Found:
    return UNKNOWN


RULES: tuple[Rule, ...] = (
    (_EVERY, is_recurring),
    (_NAMED, is_recurring),
    (NUMERIC, build_numeric),
    (AMERICAN, build_american),
    (_MONTH_FIRST, _build_month_first),
    (_DAY_FIRST, _build_day_first),
    (_VAGUE, _build_vague),
    (_AGO, _build_ago),
    (_LASTING, is_duration),
    (_DECADE, _build_decade),
    (_UNITS, _build_unit),
    (_YEAR_END, _build_year_end),
    (_WORDS, _build_word),
    (_WEEKDAYS, _build_weekday),
    (_MONTHS, _build_month),
    (_YEARS, _build_year),
)
