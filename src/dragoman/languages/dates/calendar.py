"""Calendar arithmetic for dates as people write them: a stretch of days from parts and an anchor.

In: numbers and an anchor day. Out: Stretch values, or None where the parts give no day. Nothing
here looks at words.
"""

from __future__ import annotations

import calendar as _calendar
import datetime as dt
from dataclasses import dataclass
from typing import Literal

__all__ = [
    "Part",
    "Stretch",
    "Way",
    "day_of_month",
    "days",
    "month",
    "month_day",
    "nearest_month",
    "safe_day",
    "shift_month",
    "week",
    "weekday",
    "year",
]

# past, future: the words say so (지난, next). was, will: a verb nearby suggests it, and a date that
# then lay weeks off is not believed. said: a verb of saying ends the sentence: past within two days,
# else will. near: nothing is said.
Way = Literal["past", "future", "was", "will", "said", "near"]
Part = Literal[
    "start",
    "early",
    "middle",
    "late",
    "end",
    "first half",
    "second half",
    "q1",
    "q2",
    "q3",
    "q4",
    "",
]
Precision = Literal["time", "day", "week", "month", "year", "unknown"]

_FIRST_YEAR, _LAST_YEAR = 1600, 2199


@dataclass(frozen=True, slots=True)
class Stretch:
    """First and last day with the precision they are meant in."""

    first: dt.date
    last: dt.date
    precision: Precision


def safe_day(y: int, m: int, d: int) -> dt.date | None:
    """The day, or None where the calendar has none."""
    if not _FIRST_YEAR <= y <= _LAST_YEAR:
        return None
    try:
        return dt.date(y, m, d)
    except ValueError:
        return None


def days(first: dt.date | None, last: dt.date | None = None) -> Stretch | None:
    """A stretch of days; None when a bound is missing or they run backwards."""
    last = last or first
    if first is None or last is None or last < first:
        return None
    return Stretch(first, last, "day")


def shift_month(y: int, m: int, by: int) -> tuple[int, int]:
    """Year and month ``by`` months on."""
    index = y * 12 + m - 1 + by
    return index // 12, index % 12 + 1


def _around(
    anchor: dt.date, found: list[dt.date], way: Way
) -> tuple[dt.date | None, dt.date | None, Way]:
    """The last of ``found`` on or before the anchor, the first on or after it; "said" settled."""
    past = max((day for day in found if day <= anchor), default=None)
    future = min((day for day in found if day >= anchor), default=None)
    if way == "said":
        way = "was" if past and (anchor - past).days <= 2 else "will"
    return past, future, way


def day_of_month(anchor: dt.date, d: int, way: Way) -> dt.date | None:
    """The day number ``d`` nearest to the anchor in its way.

    A day number alone means a day close by: the last one, unless that were three weeks ago while
    the next comes within ten days; the next one after a verb of the future, unless that were
    three weeks off. Writers say "next month" or "last month" else.
    """
    months = [shift_month(anchor.year, anchor.month, by) for by in range(-3, 4)]
    found = [day for y, m in months if (day := safe_day(y, m, d))]
    past, future, way = _around(anchor, found, way)
    if past is None or future is None:
        return past or future
    back, ahead = (anchor - past).days, (future - anchor).days
    if way in ("past", "future"):
        return future if way == "future" else past
    if way == "will":
        return past if ahead > 20 and back <= 10 else future
    # One day ahead may be the zone's doing: the page is dated in another one.
    return future if back >= 20 and ahead <= (10 if way == "near" else 1) else past


def month_day(anchor: dt.date, m: int, d: int, way: Way) -> dt.date | None:
    """Month and day without a year: the nearest, never in the far future unless that is said."""
    # Eight years either way, so that 29 February is found around 2100 too.
    found = [day for y in range(-8, 9) if (day := safe_day(anchor.year + y, m, d))]
    past, future, way = _around(anchor, found, way)
    if past is None or future is None:
        return past or future
    back, ahead = (anchor - past).days, (future - anchor).days
    if way == "near":
        return future if ahead < back and ahead <= 180 else past
    if way == "was":
        return future if ahead <= 1 else past
    if way == "will":
        # 12 November with "will" on 15 November is three days old, not a year off.
        return past if back <= 31 and ahead > 300 else future
    return future if way == "future" else past


def nearest_month(anchor: dt.date, m: int, way: Way) -> tuple[int, int]:
    """Year and month for a month without a year; the anchor's own month counts as both ways."""
    if m == anchor.month:
        return anchor.year, m
    past = anchor.year if m < anchor.month else anchor.year - 1
    ahead = (m - anchor.month) % 12
    if way in ("future", "will") or (way in ("near", "said") and ahead <= 3):
        return past + 1, m
    return past, m


def month(y: int, m: int, part: Part = "") -> Stretch | None:
    """A month, or its first, second or last third."""
    if not (1 <= m <= 12 and _FIRST_YEAR <= y <= _LAST_YEAR):
        return None
    length = _calendar.monthrange(y, m)[1]
    first, last = {
        "start": (1, 10),
        "early": (1, 10),
        "middle": (11, 20),
        "late": (21, length),
        "end": (21, length),
    }.get(part, (1, length))
    return Stretch(dt.date(y, m, first), dt.date(y, m, last), "month")


def year(y: int, part: Part = "") -> Stretch | None:
    """A year, its halves and quarters, or the months that are called its start and end."""
    if not _FIRST_YEAR <= y <= _LAST_YEAR:
        return None
    bounds: dict[str, tuple[int, int]] = {
        "start": (1, 2), "early": (1, 4), "middle": (5, 8), "late": (9, 12), "end": (11, 12),
        "first half": (1, 6),
        "second half": (7, 12), "q1": (1, 3), "q2": (4, 6), "q3": (7, 9), "q4": (10, 12),
    }  # fmt: skip
    first, last = bounds.get(part, (1, 12))
    precision: Precision = "month" if first == last else "year"
    length = _calendar.monthrange(y, last)[1]
    return Stretch(dt.date(y, first, 1), dt.date(y, last, length), precision)


def week(anchor: dt.date, by: int) -> Stretch:
    """The week (Monday to Sunday) ``by`` weeks from the anchor's."""
    monday = anchor - dt.timedelta(days=anchor.weekday()) + dt.timedelta(weeks=by)
    return Stretch(monday, monday + dt.timedelta(days=6), "week")


def weekday(anchor: dt.date, index: int, way: Way) -> dt.date:
    """The nearest day with this weekday (Monday 0), the anchor's own day included."""
    back = (anchor.weekday() - index) % 7
    past = anchor - dt.timedelta(days=back)
    future = past if back == 0 else past + dt.timedelta(days=7)
    if way == "said":
        return past if back <= 2 else future
    return future if way in ("future", "will") else past
