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

# past: on or before the anchor; future: on or after it; near: what a writer means who says
# nothing more; was: a verb in the past is near (a day ahead may be the zone's doing);
# said: past when that lies within two days, else future.
Way = Literal["past", "future", "near", "was", "said"]
Part = Literal["start", "middle", "end", "first half", "second half", "q1", "q2", "q3", "q4", ""]
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


def day_of_month(anchor: dt.date, d: int, way: Way) -> dt.date | None:
    """The day number ``d`` nearest to the anchor in its way.

    Without a word on past or future a day lies in the past, unless that were three weeks ago or
    more while the same number comes within ten days: nobody calls last month's day so.
    """
    months = [shift_month(anchor.year, anchor.month, by) for by in range(-3, 4)]
    found = [day for y, m in months if (day := safe_day(y, m, d))]
    past = max((day for day in found if day <= anchor), default=None)
    future = min((day for day in found if day >= anchor), default=None)
    if way in ("near", "was") and past and future:
        ahead = (future - anchor).days
        return (
            future if (anchor - past).days >= 20 and ahead <= (10 if way == "near" else 1) else past
        )
    return _choose(anchor, past, future, way)


def _choose(
    anchor: dt.date, past: dt.date | None, future: dt.date | None, way: Way
) -> dt.date | None:
    if way == "said":
        return past if past and (anchor - past).days <= 2 else future
    return (future or past) if way == "future" else (past or future)


def month_day(anchor: dt.date, m: int, d: int, way: Way) -> dt.date | None:
    """Month and day without a year: the nearest, never in the far future unless that is said."""
    # Four years either way, so that 29 February is found.
    found = [day for y in range(-4, 5) if (day := safe_day(anchor.year + y, m, d))]
    past = max((day for day in found if day <= anchor), default=None)
    future = min((day for day in found if day >= anchor), default=None)
    if way == "near" and past and future:
        ahead, back = (future - anchor).days, (anchor - past).days
        return future if ahead < back and ahead <= 180 else past
    if way == "future" and past and future:
        # 12 November with "will" on 15 November is three days old, not a year off.
        return past if (anchor - past).days <= 7 and (future - anchor).days > 300 else future
    return _choose(anchor, past, future, way)


def nearest_month(anchor: dt.date, m: int, way: Way) -> tuple[int, int]:
    """Year and month for a month without a year; the anchor's own month counts as both ways."""
    if m == anchor.month:
        return anchor.year, m
    past = anchor.year if m < anchor.month else anchor.year - 1
    ahead = (m - anchor.month) % 12
    if way == "future" or (way in ("near", "said") and ahead <= 3):
        return past + 1, m
    return past, m


def month(y: int, m: int, part: Part = "") -> Stretch | None:
    """A month, or its first, second or last third."""
    if not (1 <= m <= 12 and _FIRST_YEAR <= y <= _LAST_YEAR):
        return None
    length = _calendar.monthrange(y, m)[1]
    first, last = {"start": (1, 10), "middle": (11, 20), "end": (21, length)}.get(part, (1, length))
    return Stretch(dt.date(y, m, first), dt.date(y, m, last), "month")


def year(y: int, part: Part = "") -> Stretch | None:
    """A year, its halves and quarters, or the months that are called its start and end."""
    if not _FIRST_YEAR <= y <= _LAST_YEAR:
        return None
    bounds: dict[str, tuple[int, int]] = {
        "start": (1, 1), "middle": (5, 8), "end": (12, 12), "first half": (1, 6),
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
    return future if way == "future" else past
