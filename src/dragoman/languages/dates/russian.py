"""Dates as Russian writes them: 14 ноября (2024 года), в четверг, в прошлом месяце, накануне.

In: a match and its Context. Out: Found.
"""

from __future__ import annotations

import re

from dragoman.languages.dates import calendar as cal
from dragoman.languages.dates.calendar import Part, Way
from dragoman.languages.dates.context import UNKNOWN, Context, Found
from dragoman.languages.dates.numeric import NUMERIC, build_numeric

__all__ = ["RULES", "TRIGGER"]

_STEMS = ["январ", "феврал", "март", "апрел", "ма(?=[йяею])", "июн", "июл", "август", "сентябр", "октябр", "ноябр", "декабр"]  # fmt: skip
_MONTH = r"(?:" + "|".join(_STEMS) + r")[а-я]{0,2}\b"
_WEEKDAYS = [
    "понедельник",
    "вторник",
    "сред[уаы]",
    "четверг",
    "пятниц[уаы]",
    "суббот[уаы]",
    "воскресень[ея]",
]
_WEEKDAY = r"(?:" + "|".join(_WEEKDAYS) + r")[а-я]?"
_YEAR_WORD = r"(?:\s*(?:года|году|год|г\.))"
_DAY = re.compile(
    rf"(?:с\s+)?(?P<d>3[01]|[12]\d|0?[1-9])(?:\s?(?:-|–|—|и|по)\s?(?P<d2>3[01]|[12]\d|0?[1-9]))?\s+(?P<m>{_MONTH})(?:\s+(?P<y>(?:1[6-9]|20)\d\d){_YEAR_WORD}?)?",
    re.IGNORECASE,
)
_MONTHS = re.compile(
    rf"(?:(?:в\s+)?(?P<part>начале|середине|конце)\s+)?(?P<m>{_MONTH})(?:\s+(?P<y>(?:1[6-9]|20)\d\d){_YEAR_WORD}?)?",
    re.IGNORECASE,
)
_WEEKDAYS_RULE = re.compile(
    rf"(?:(?P<way>минувш\w+|прошл\w+|прошедш\w+|следующ\w+|ближайш\w+|будущ\w+)\s+)?(?P<wd>{_WEEKDAY})\b",
    re.IGNORECASE,
)
_WORDS = re.compile(
    r"(?P<w>сегодня|вчера|завтра|позавчера|послезавтра|накануне|в тот же день|на следующий день)\b",
    re.IGNORECASE,
)
_UNITS = re.compile(
    r"(?:(?P<part>начале|середине|конце)\s+)?(?P<way>прошл\w+|минувш\w+|следующ\w+|будущ\w+|эт\w+|нынешн\w+|текущ\w+)\s+(?P<unit>недел\w+|месяц\w*|год\w*)\b",
    re.IGNORECASE,
)
_AGO = re.compile(
    r"(?P<n>\d{1,3}|два|две|три|четыре|пять|шесть|семь)?\s?(?P<unit>день|дня|дней|недел\w+|месяц\w*|год\w*|лет)\s+назад",
    re.IGNORECASE,
)
_YEAR = re.compile(rf"(?P<y>(?:1[89]|20)\d\d){_YEAR_WORD}", re.IGNORECASE)
TRIGGER = re.compile(
    rf"(?<![\w.,-])(?:\d|(?:с\s+\d)|(?:{_MONTH}|{_WEEKDAY}|сегодня|вчера|завтра|позавчера|послезавтра|накануне|в тот же день|на следующий день|в (?:начале|середине|конце)|начале|середине|конце|минувш|прошл|прошедш|следующ|ближайш|будущ|эт(?:ом|ой|от|у)\b|нынешн|текущ|два|две|три|четыре|пять|шесть|семь|недел|месяц|год))",
    re.IGNORECASE,
)
_COUNTS = {"два": 2, "две": 2, "три": 3, "четыре": 4, "пять": 5, "шесть": 6, "семь": 7}
_PARTS: dict[str, Part] = {"начале": "start", "середине": "middle", "конце": "end"}


def _month(word: str) -> int:
    return next(i for i, stem in enumerate(_STEMS, 1) if re.match(stem, word, re.IGNORECASE))


def _way(word: str | None, match: re.Match[str], context: Context) -> Way:
    low = (word or "").lower()
    if low.startswith(("минувш", "прош")):
        return "past"
    if low.startswith(("следующ", "ближайш", "будущ")):
        return "future"
    return context.way(match.start(), match.end())


def _build_day(match: re.Match[str], context: Context) -> Found | None:
    m, d = _month(match["m"]), int(match["d"])
    kind = "absolute" if match["y"] else "relative"
    if match["y"]:
        first = cal.safe_day(int(match["y"]), m, d)
    elif context.anchor is None:
        return UNKNOWN
    else:
        first = cal.month_day(context.anchor, m, d, context.way(match.start(), match.end()))
    if first is None:
        return None
    if match["d2"]:
        last = cal.safe_day(first.year, m, int(match["d2"]))
        start = first
        if last is not None and last >= start:
            return context.stretch(cal.days(start, last), kind)  # type: ignore[arg-type]
    return context.stretch(cal.days(first), kind)  # type: ignore[arg-type]


def _build_month(match: re.Match[str], context: Context) -> Found | None:
    m = _month(match["m"])
    part = _PARTS.get((match["part"] or "").lower(), "")
    if match["y"]:
        return context.stretch(cal.month(int(match["y"]), m, part), "absolute")
    if context.anchor is None:
        return UNKNOWN
    y, m = cal.nearest_month(context.anchor, m, context.way(match.start(), match.end()))
    return context.stretch(cal.month(y, m, part))


def _build_weekday(match: re.Match[str], context: Context) -> Found | None:
    if context.anchor is None:
        return UNKNOWN
    index = next(i for i, w in enumerate(_WEEKDAYS) if re.match(w, match["wd"], re.IGNORECASE))
    return context.day(cal.weekday(context.anchor, index, _way(match["way"], match, context)))


def _build_word(match: re.Match[str], context: Context) -> Found:
    word = match["w"].lower()
    by = {"сегодня": 0, "вчера": -1, "завтра": 1, "позавчера": -2, "послезавтра": 2, "накануне": -1}
    if word in by:
        return context.shifted(by[word], context.anchor)
    return context.shifted(0 if "тот" in word else 1, context.previous)


def _build_unit(match: re.Match[str], context: Context) -> Found | None:
    if context.anchor is None:
        return UNKNOWN
    way = match["way"].lower()
    by = (
        -1
        if way.startswith(("прош", "минувш"))
        else 1
        if way.startswith(("следующ", "будущ"))
        else 0
    )
    unit = match["unit"].lower()
    part = _PARTS.get((match["part"] or "").lower(), "")
    if unit.startswith("недел"):
        return context.stretch(cal.week(context.anchor, by))
    if unit.startswith("месяц"):
        return context.stretch(
            cal.month(*cal.shift_month(context.anchor.year, context.anchor.month, by), part)
        )
    return context.stretch(cal.year(context.anchor.year + by, part))


def _build_ago(match: re.Match[str], context: Context) -> Found | None:
    if context.anchor is None:
        return UNKNOWN
    word = (match["n"] or "1").lower()
    count = _COUNTS.get(word) or int(word)
    unit = match["unit"].lower()
    if unit.startswith(("день", "дн")):
        return context.shifted(-count, context.anchor)
    if unit.startswith("недел"):
        return context.stretch(cal.week(context.anchor, -count))
    if unit.startswith("месяц"):
        return context.stretch(
            cal.month(*cal.shift_month(context.anchor.year, context.anchor.month, -count))
        )
    return context.stretch(cal.year(context.anchor.year - count))


def _build_year(match: re.Match[str], context: Context) -> Found | None:
    return context.stretch(cal.year(int(match["y"])), "absolute")


RULES = (
    (NUMERIC, build_numeric),
    (_DAY, _build_day),
    (_AGO, _build_ago),
    (_UNITS, _build_unit),
    (_WORDS, _build_word),
    (_WEEKDAYS_RULE, _build_weekday),
    (_MONTHS, _build_month),
    (_YEAR, _build_year),
)
