"""Dates in figures, year first, as every language here writes them: 2024-11-14, '24.11.14.(목)."""

from __future__ import annotations

import re

from dragoman.languages.dates import calendar as cal
from dragoman.languages.dates.context import UNKNOWN, Context, Found

__all__ = ["AMERICAN", "EUROPEAN", "NUMERIC", "build_american", "build_european", "build_numeric"]

_WEEKDAY = r"(?:\s?[(（][월화수목금토일月火水木金土日一二三四五六][)）])"
# 10.31. 오전, 5.13.부터 5.14.까지: Korean ministries close the day with a dot, and words follow.
_KOREAN_DAY = r"(?:부터|까지|에|자|의|\s?[~∼]\s?\d|\s[가-힣(])"
NUMERIC = re.compile(
    rf"""(?:(?P<y>(?:1[6-9]|2[01])\d\d)\s?(?P<s>[-./])\s?(?P<m>1[0-2]|0?[1-9])\s?(?P=s)\s?(?P<d>3[01]|[12]\d|0?[1-9])
    |['’‘]?(?P<yy>\d\d)(?P<s2>\.)\s?(?P<m2>1[0-2]|0?[1-9])\.\s?(?P<d2>3[01]|[12]\d|0?[1-9])(?=\.|{_WEEKDAY}|\s?[~∼])
    |(?<![\d.])(?P<m3>1[0-2]|0?[1-9])[./](?P<d3>3[01]|[12]\d|0?[1-9])(?=\.?{_WEEKDAY}|\.(?:{_KOREAN_DAY})))
    (?:T(?P<time>\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\d])\.?{_WEEKDAY}?
    (?:(?:\s?[~∼〜–-]|부터)\s?(?:(?P<em>1[0-2]|0?[1-9])[./-]\s?)?(?P<ed>3[01]|[12]\d|0?[1-9])(?![\d:])\.?{_WEEKDAY}?)?""",
    re.VERBOSE,
)


def build_numeric(match: re.Match[str], context: Context) -> Found | None:
    """A date in figures, with the end of its range if it has one."""
    g = match.groupdict()
    if g["m3"]:
        m, d = int(g["m3"]), int(g["d3"])
        if context.anchor is None:
            return UNKNOWN
        first = cal.month_day(context.anchor, m, d, context.way(match.start(), match.end()))
    else:
        y = int(g["y"]) if g["y"] else 2000 + int(g["yy"])
        first = cal.safe_day(y, int(g["m"] or g["m2"]), int(g["d"] or g["d2"]))
    if first is None:
        return None
    last = None
    if g["ed"]:
        m = int(g["em"]) if g["em"] else first.month
        last = cal.safe_day(first.year + (m < first.month), m, int(g["ed"]))
        if last is None or last < first:
            last = None
    found = context.stretch(cal.days(first, last), "relative" if g["m3"] else "absolute")
    if found and g["time"] and last is None and g["time"] < "24:00":
        moment = f"{found.start}T{g['time']}"
        return found._replace(start=moment, end=moment, precision="time")
    return found


AMERICAN = re.compile(r"(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<y>(?:1[6-9]|2[01])\d\d)(?!\d)")
EUROPEAN = re.compile(
    r"(?P<d>3[01]|[12]\d|0?[1-9])\.(?P<m>1[0-2]|0?[1-9])\.(?P<y>(?:1[6-9]|2[01])\d\d)(?!\d)"
)


def build_american(match: re.Match[str], context: Context) -> Found | None:
    """11/14/2024. Where month and day could change places (11/12/2024), no day is chosen."""
    a, b, y = int(match["a"]), int(match["b"]), int(match["y"])
    if a != b and a <= 12 and b <= 12:
        return UNKNOWN._replace(kind="absolute")
    return context.day(cal.safe_day(y, min(a, b), max(a, b)), "absolute")


def build_european(match: re.Match[str], context: Context) -> Found | None:
    """14.11.2024: day, month, year."""
    return context.day(cal.safe_day(int(match["y"]), int(match["m"]), int(match["d"])), "absolute")
