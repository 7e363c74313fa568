"""Days that the sentence of a meeting leaves open: the heading above it, the weekday to come.

In: a heading of the document, a date found beside a plan, those who met. Out: the day that holds for
what stands below the heading; the date moved to the weekday that is still to come; whether it lies
ahead; the day beside a partner. Dates within a sentence are left to languages/dates, which of them is
the meeting's to meetings/facts.py.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import replace

from dragoman.coding.people.parties import Party
from dragoman.coding.scene import Sentence
from dragoman.languages.dates import DateMention, find_dates

__all__ = [
    "coming_day", "coming_weekday",
    "day_ahead", "day_of_heading", "lies_ahead", "lies_back", "own_day", "past_year",
]  # fmt: skip

# Of the labelled encounters those a week old at publication are nearly all news, those two weeks old none.
_RECALLED_DAYS = 14

_WEEKDAY = re.compile(
    r"(?:on\s)?(?:this\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:\s\w+)?", re.IGNORECASE
)
_NOTHING_ELSE = re.compile(r"^[\W\d]*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day)?[\W\d]*$", re.I)


def day_of_heading(
    heading: Sentence, language: str, anchor: dt.datetime | dt.date | None
) -> DateMention | None:
    """The day that a heading names and nothing else ("MONDAY, SEPTEMBER 16"); None for others.

    Offsets of the date are the document's.
    """
    dates = find_dates(heading.text, language, anchor)
    if language in ("ja", "ko") and len({d.when.start for d in dates}) == 1:
        # 9月25日（火曜日）: the weekday says the same day once more.
        dates = [replace(dates[0], end=dates[-1].end)]
    if len(dates) != 1 or dates[0].when.precision != "day":
        return None
    date = dates[0]
    if not _NOTHING_ELSE.match(heading.text[: date.start] + heading.text[date.end :]):
        return None
    return replace(date, start=date.start + heading.start, end=date.end + heading.start)


def lies_back(date: DateMention | None, published: str | None) -> bool:
    """Whether a day lies so far before publication that the text only recalls what was then."""
    if date is None or not date.when.end or not published:
        return False
    day = dt.date.fromisoformat(date.when.end[:10])
    return (dt.date.fromisoformat(published[:10]) - day).days > _RECALLED_DAYS


def lies_ahead(
    date: DateMention | None, anchor: dt.datetime | dt.date | None, slack: int = 0
) -> bool:
    """Whether a day is still to come on the day of publication: nothing was held on it yet.

    ``slack``: days by which the venue's clock may run ahead of the publisher's.
    """
    if date is None or anchor is None or date.when.precision not in ("day", "time"):
        return False
    if not any(char.isdigit() for char in date.when.text or ""):
        return False  # a weekday may be read a week off; a number of a day may not
    published = anchor.date() if isinstance(anchor, dt.datetime) else anchor
    return (date.when.start or "")[:10] > (published + dt.timedelta(days=slack)).isoformat()


def own_day(sentence: Sentence, parties: list[Party], start: int) -> DateMention | None:
    """The day told beside the partner: 25日に王氏と、26日に朴氏とそれぞれ会談した."""
    partner = parties[-1]
    if not sentence.start <= partner.start < start:
        return None
    base = sentence.start
    near = [
        d for d in sentence.dates
        if d.when.start and d.when.precision in ("day", "time") and 0 <= partner.start - d.end <= 20
        and (
            partner.start - d.end <= 8
            # 28일 부에노스아이레스에서 …, 29일 산티아고에서 …
            or re.fullmatch(r"\s?\S+에서\s", sentence.text[d.end - base : partner.start - base])
        )
    ]  # fmt: skip
    return near[-1] if near else None


_MONTH_NAME = re.compile(
    r"(?:in\s)?(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)


_MONTH_DAY = re.compile(
    r"^(?!.*\b(?:19|20)\d\d\b).*\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s\d|\d\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
)


def _a_year_on(date: DateMention) -> DateMention:
    """The same days of the next year; a 29th of February stays as it is."""
    start = dt.date.fromisoformat((date.when.start or "")[:10])
    end = dt.date.fromisoformat((date.when.end or date.when.start or "")[:10])
    if (2, 29) in ((start.month, start.day), (end.month, end.day)):
        return date
    when = date.when.model_copy(
        update={
            "start": start.replace(year=start.year + 1).isoformat(),
            "end": end.replace(year=end.year + 1).isoformat(),
        }
    )
    return replace(date, when=when)


def _year_on(date: DateMention) -> DateMention:
    day = dt.date.fromisoformat((date.when.start or "")[:10])
    last = calendar.monthrange(day.year + 1, day.month)[1]
    start, end = (f"{day.year + 1}-{day.month:02}-{d:02}" for d in (1, last))
    return replace(date, when=date.when.model_copy(update={"start": start, "end": end}))


_MONTH_ALONE = re.compile(r"(?:오는\s)?\d{1,2}[월月](?:에|に|中|\s?중)?")
_DAY_ALONE = re.compile(r"(?:오는\s)?\d{1,2}[일日](?:\s?[(（].{1,6}[)）])?(?:에|に)?")


# A day of months ago, told as to come without its year, is that of the next (chosen, not measured).
_LONG_AGO = 200
# A day this little before publication, beside a plan, is that of its telling (chosen, not measured).
_JUST_NOW = 3


def coming_day(date: DateMention | None, published: str | None) -> DateMention | None:
    """A bare day of the month beside a plan (27일, 27日) is the next: a month on when it lies behind."""
    if date is None or not published or not date.when.start:
        return date
    day = dt.date.fromisoformat(date.when.start[:10])
    if date.when.precision == "month" and _MONTH_ALONE.fullmatch((date.when.text or "").strip()):
        return _year_on(date) if (date.when.end or "")[:10] < published[:10] else date
    if date.when.precision != "day":
        return date
    if day.isoformat() >= published[:10] or not _DAY_ALONE.fullmatch(
        (date.when.text or "").strip()
    ):
        return date
    behind = (dt.date.fromisoformat(published[:10]) - day).days
    if behind <= _JUST_NOW and "日" in (date.when.text or ""):
        return None  # 9日の会見で…を求めた: the day of the telling
    try:
        later = day.replace(year=day.year + day.month // 12, month=day.month % 12 + 1)
    except ValueError:
        return date
    when = date.when.model_copy(update={"start": later.isoformat(), "end": later.isoformat()})
    return replace(date, when=when)


def coming_weekday(
    date: DateMention | None, published: str | None, past: bool = False
) -> DateMention | None:
    """A bare weekday beside a plan is the next one: moved a week on when it lies behind.

    ``past``: beside what was held it is the last one, moved a week back when it lies ahead.
    """
    if date is None or not published or not date.when.start:
        return date
    if date.when.precision == "month":
        # "would meet again in June", said in August: next year's.
        bare = _MONTH_NAME.fullmatch((date.when.text or "").strip())
        behind = not past and (date.when.end or "")[:10] < published[:10]
        return _year_on(date) if bare and behind else date
    if not past and _MONTH_DAY.search(date.when.text or "") and date.when.precision == "day":
        # "the July 9-11 summit", told in June as to come: this year's.
        behind = (date.when.end or date.when.start)[:10] < published[:10]
        return _a_year_on(date) if behind else date
    wrong = date.when.start > published[:10] if past else date.when.start < published[:10]
    if not wrong or date.when.precision != "day":
        return date
    if not _WEEKDAY.fullmatch((date.when.text or "").strip()):
        return date
    step = dt.timedelta(days=-7 if past else 7)
    day = dt.date.fromisoformat(date.when.start[:10]) + step
    when = date.when.model_copy(update={"start": day.isoformat(), "end": day.isoformat()})
    return replace(date, when=when)


def day_ahead(date: DateMention | None, published: str | None) -> DateMention | None:
    """The day of a plan: one of months ago without its year is that of the next, one just past is none."""
    if date is None or not published or not date.when.start or date.when.precision != "day":
        return date
    end = dt.date.fromisoformat((date.when.end or date.when.start)[:10])
    gone = (dt.date.fromisoformat(published[:10]) - end).days
    if gone <= 0 or re.search(r"(?:19|20)\d\d", date.when.text or ""):
        return date
    if gone <= _LONG_AGO:
        return None
    later = _a_year_on(date)
    return None if later is date else later


def past_year(date: DateMention | None, published: str | None) -> DateMention | None:
    """A day without its year beside what was held is the last one of that name: far ahead of the day of
    publication (more than 45 days, chosen, not measured) it is moved a year back."""
    if date is None or not published or not date.when.start or date.when.precision != "day":
        return date
    if re.search(r"(?:19|20)\d\d", date.when.text or ""):
        return date
    start = dt.date.fromisoformat(date.when.start[:10])
    if (start - dt.date.fromisoformat(published[:10])).days <= 45 or (start.month, start.day) == (
        2,
        29,
    ):
        return date
    end = dt.date.fromisoformat((date.when.end or date.when.start)[:10])
    when = date.when.model_copy(
        update={
            "start": start.replace(year=start.year - 1).isoformat(),
            "end": (
                end.replace(year=end.year - 1) if (end.month, end.day) != (2, 29) else end
            ).isoformat(),
        }
    )
    return replace(date, when=when)
