"""Dates as publishers print them, with their time and zone: what "published" is read from.

Only whole dates with a year are stamps. What a date inside a sentence means is left to
``dragoman.languages.dates``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

__all__ = ["Stamp", "find_stamps", "normalise_published"]

# East Asian full-width digits and signs, one for one, so that offsets stay.
_NARROW = str.maketrans("０１２３４５６７８９：．／－", "0123456789:./-")
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan января янв", "february feb февраля фев", "march mar марта мар",
            "april apr апреля апр", "may мая май", "june jun июня июн", "july jul июля июл",
            "august aug августа авг", "september sept sep сентября сен",
            "october oct октября окт", "november nov ноября ноя", "december dec декабря дек",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
# First years of the eras, so that era year 1 (元年) is that year. Japan, Era Name Act 1979.
_ERAS = {"令和": 2019, "平成": 1989, "昭和": 1926}
_ZONES = {
    "z": 0, "utc": 0, "gmt": 0, "kst": 540, "jst": 540, "est": -300, "edt": -240, "pst": -480,
    "pdt": -420, "et": None, "msk": 180, "мск": 180, "cet": 60, "cest": 120, "bst": 60,
}  # fmt: skip

_TIME = (
    r"(?:[T\s,]*(?:\([월화수목금토일月火水木金土日]\)|[月火水木金土日]曜日?)?\s*,?\s*(?:at\s+|в\s+)?"
    r"(?P<half>오전|오후|午前|午後|上午|下午)?\s*"
    r"(?P<hour>\d{1,2})\s?(?::|시\s?|時|时)(?P<minute>\d{2})?(?:분|分)?(?::(?P<second>\d{2})(?:[.,]\d{1,9})?)?"
    r"\s*(?P<ampm>[ap]\.?m\.?)?\s*"
    r"(?P<zone>Z\b|[+-]\d{2}:?\d{2}\b|\(?(?:UTC|GMT|KST|JST|EST|EDT|PST|PDT|MSK|МСК|CET|CEST|BST)\b\)?)?)?"
)
_NAMES = "|".join(sorted(_MONTHS, key=len, reverse=True))
_PATTERNS = tuple(
    re.compile(pattern + _TIME, re.I)
    for pattern in (
        r"(?<!\d)(?P<year>(?:19|20)\d{2})\s?[./-]\s?(?P<month>\d{1,2})\s?[./-]\s?(?P<day>\d{1,2})(?!\d)\.?",
        r"(?<!\d)(?P<year>(?:19|20)\d{2})\s?[년年]\s?(?P<month>\d{1,2})\s?[월月]\s?(?P<day>\d{1,2})\s?[일日]",
        r"(?P<era>令和|平成|昭和)\s?(?P<year>\d{1,2}|元)\s?年\s?(?P<month>\d{1,2})\s?月\s?(?P<day>\d{1,2})\s?日",
        rf"\b(?P<name>{_NAMES})\b\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>(?:19|20)\d{{2}})\b",
        rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<name>{_NAMES})\b\.?,?\s+(?P<year>(?:19|20)\d{{2}})\b(?:\s?г(?:\.|ода)?)?",
        r"(?<!\d)(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>(?:19|20)\d{2})(?!\d)",
        r"(?<!\d)(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>(?:19|20)\d{2})(?!\d)",
        r"(?<!\d)(?P<year>(?:19|20)\d{2})(?P<month>0[1-9]|1[0-2])(?P<day>[0-2]\d|3[01])(?=T\d|\b)",
    )
)
_SLASHED = 6  # month/day or day/month: only what one reading allows is taken


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date at [start, end) of a text; ``when`` carries a time only if ``timed``."""

    start: int
    end: int
    when: datetime
    timed: bool

    def write(self, zone: str | None = None) -> str:
        """ISO day, or ISO time with zone; ``zone`` (IANA) is where a time without one holds.

        A time with another zone is told in ``zone``, because readers count days there.
        """
        if not self.timed:
            return self.when.date().isoformat()
        place = _open_zone(zone)
        if self.when.tzinfo is None:
            if place is None:
                return self.when.date().isoformat()
            return self.when.replace(tzinfo=place).isoformat(timespec="seconds")
        when = self.when.astimezone(place) if place else self.when
        return when.isoformat(timespec="seconds")


def find_stamps(text: str) -> list[Stamp]:
    """Every whole date in ``text``, in order, none overlapping; impossible days are passed over."""
    text = text.translate(_NARROW)
    found: list[Stamp] = []
    for kind, pattern in enumerate(_PATTERNS):
        for match in pattern.finditer(text):
            if any(s.start < match.end() and match.start() < s.end for s in found):
                continue
            if stamp := _read(match, slashed=kind == _SLASHED):
                found.append(stamp)
    return sorted(found, key=lambda stamp: stamp.start)


def normalise_published(value: str, zone: str | None = None) -> str | None:
    """A publication time as publishers or users write it, as ISO; None when it is no date."""
    value = value.strip()
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        try:
            return date.fromisoformat(value).isoformat()
        except ValueError:
            return None
    stamps = find_stamps(value[:200])
    if stamps:
        return stamps[0].write(zone)
    return None


def _read(match: re.Match[str], *, slashed: bool) -> Stamp | None:
    parts = match.groupdict()
    year = 1 if parts["year"] == "元" else int(parts["year"])
    if era := parts.get("era"):
        year += _ERAS[era] - 1
    day = int(parts["day"])
    month = _MONTHS[parts["name"].lower()] if parts.get("name") else int(parts["month"])
    if slashed and month != day:
        if month > 12:
            month, day = day, month
        elif day <= 12:
            return None
    try:
        when = datetime(year, month, day)
    except ValueError:
        return None
    if not 1900 <= year <= 2100:
        return None
    clock = _read_clock(parts)
    if clock is None:
        # Leave what only looked like a time ("2024-11-16 3") out of the stamp.
        end = match.end("day") + (1 if match.string[match.end("day") :][:1] in ("일", "日") else 0)
        if match.end("year") > end:
            end = match.end("year")
        return Stamp(match.start(), end, when, False)
    hours, minutes, seconds, zone = clock
    when = when.replace(hour=hours, minute=minutes, second=seconds, tzinfo=zone)
    return Stamp(match.start(), match.end(), when, True)


def _read_clock(parts: dict[str, str | None]) -> tuple[int, int, int, timezone | None] | None:
    if not parts.get("hour") or not (parts.get("minute") or parts.get("half")):
        return None
    hours, minutes = int(parts["hour"] or 0), int(parts["minute"] or 0)
    later = parts["half"] in ("오후", "午後", "下午") or (parts["ampm"] or "")[:1].lower() == "p"
    if later and hours < 12:
        hours += 12
    elif hours == 12 and (parts["half"] or parts["ampm"]) and not later:
        hours = 0
    seconds = int(parts["second"] or 0)
    if hours > 23 or minutes > 59 or seconds > 59:
        return None
    return hours, minutes, seconds, _read_zone(parts["zone"])


def _read_zone(label: str | None) -> timezone | None:
    if not label:
        return None
    label = label.strip("()").lower()
    if label[0] in "+-":
        digits = label[1:].replace(":", "")
        minutes: int | None = int(digits[:2]) * 60 + int(digits[2:])
        minutes = -(minutes or 0) if label[0] == "-" else minutes
    else:
        minutes = _ZONES.get(label)
    if minutes is None or abs(minutes) >= 24 * 60:
        return None
    return timezone(timedelta(minutes=minutes))


def _open_zone(name: str | None) -> ZoneInfo | None:
    if not name:
        return None
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
