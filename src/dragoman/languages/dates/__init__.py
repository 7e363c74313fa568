"""Find the dates in a text and resolve them against the time of publication.

In: text, a language code, an anchor. Out: DateMention values in order. Nothing is invented: what
an anchor would be needed for stays unknown without one. Each language has its rules in a module
of its own; Korean, Japanese and Chinese share one grammar (``east``).
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
from functools import lru_cache

from dragoman.languages.dates.calendar import Way
from dragoman.languages.dates.context import Context, Kind, Rule
from dragoman.records import When

__all__ = ["DateMention", "find_dates", "told_in_passing"]


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date's words at [start, end) of the text, and what they mean.

    ``kind``: "absolute" (its year is in the text), "relative" (resolved against the anchor or a
    date spoken of before), "duration" (three days long: no date), "recurring" (every Monday, or a
    date that has become a name: 6·25 전쟁, the Sept. 11 attacks): not the day of an act.
    """

    start: int
    end: int
    when: When
    kind: Kind


@lru_cache(maxsize=8)
def _rules(code: str) -> tuple[re.Pattern[str], tuple[Rule, ...]]:
    # Imported here so that a program that reads one language compiles one set of patterns.
    if code in ("ko", "ja", "zh"):
        from dragoman.languages.dates import east

        return east.rules(code)
    if code == "ru":
        from dragoman.languages.dates.russian import RULES as RUSSIAN_RULES
        from dragoman.languages.dates.russian import TRIGGER as RUSSIAN_TRIGGER

        return RUSSIAN_TRIGGER, RUSSIAN_RULES
    from dragoman.languages.dates.english import RULES, TRIGGER

    return TRIGGER, RULES


# 오늘부터 29일까지, 28일 밤부터 29일까지, 明日から9月2日まで: two days of different kinds, one stretch.
_FROM = {
    "ko": re.compile(r"(?:\s?(?:새벽|아침|오전|낮|오후|저녁|밤))?부터\s"),
    "ja": re.compile(r"(?:朝|午前|午後|夜|夕方)?から"),
}
_UNTIL = {"ko": re.compile(r"\s?까지"), "ja": re.compile(r"まで")}


def _as_stretches(text: str, code: str, mentions: list[DateMention]) -> list[DateMention]:
    """Join a first and a last day that Korean or Japanese words for from and until bind."""
    if code not in _FROM:
        return mentions
    out: list[DateMention] = []
    for mention in mentions:
        first = out[-1] if out else None
        if (
            first is not None and first.when.start and mention.when.end
            and first.when.precision == mention.when.precision == "day"
            and first.when.start <= mention.when.end
            and _FROM[code].fullmatch(text[first.end : mention.start])
            and (text[: mention.end].endswith(("까지", "まで")) or _UNTIL[code].match(text, mention.end))
        ):  # fmt: skip
            when = first.when.model_copy(
                update={"end": mention.when.end, "text": text[first.start : mention.end]}
            )
            out[-1] = replace(first, end=mention.end, when=when)
        else:
            out.append(mention)
    return out


# 5년 전 오늘, five years ago today, 五年前的今天: the same day of that year.
_TODAY = frozenset({"오늘", "today", "今天", "今日", "сегодня"})
_THAT_DAY = re.compile(r"[\s,的の]{0,2}")


def _as_anniversaries(text: str, mentions: list[DateMention]) -> list[DateMention]:
    """Join "today" to the year that the words right before it name."""
    out: list[DateMention] = []
    for mention in mentions:
        year, day = out[-1] if out else None, mention.when.start
        if (
            year is not None and year.when.start and day
            and year.when.precision == "year" and year.kind == "relative"
            and text[mention.start : mention.end].lower() in _TODAY
            and _THAT_DAY.fullmatch(text[year.end : mention.start])
            and day[5:] != "02-29"
        ):  # fmt: skip
            then = year.when.start[:4] + day[4:]
            when = year.when.model_copy(
                update={"start": then, "end": then, "precision": "day", "text": text[year.start : mention.end]}
            )  # fmt: skip
            out[-1] = replace(year, end=mention.end, when=when)
        else:
            out.append(mention)
    return out


# 오는 4~5일 열리는 회의: told in passing; 이날 in the next sentence is the day of the report.
_COMING = re.compile(r"오는\s|다음\s?달|내달|来月")


def told_in_passing(
    words: str, day: dt.date, known: dt.date | None, anchor: dt.date | None
) -> bool:
    """Whether a ``day`` still to come leaves the day last spoken of (``known``) as it was."""
    return bool(_COMING.match(words) and anchor and known and known <= anchor < day)


def find_dates(
    text: str,
    code: str,
    anchor: dt.datetime | dt.date | None,
    *,
    previous: dt.date | None = None,
    way: Way | None = None,
) -> list[DateMention]:
    """The dates named in ``text`` (a sentence or a passage), in order, never overlapping.

    ``anchor``: the time of publication in the publisher's zone. ``previous``: a date last spoken
    of in the document, for "the next day", 같은 날, 翌日; dates in ``text`` itself take its place as
    they come. ``way``: "past" or "future" settles what verbs nearby would otherwise decide for
    dates without a year or month. Without an anchor, relative and year-less dates have
    ``when.precision`` "unknown" and neither start nor end.
    """
    from dragoman.languages import get

    titles = text.title() if code == "en" and text.isupper() else text
    if titles != text and len(titles) == len(text):
        # A heading in capitals: "MONDAY, SEPTEMBER 16" (but "A" or "B-2" are titles already).
        titled = find_dates(titles, code, anchor, previous=previous, way=way)
        return [
            replace(d, when=d.when.model_copy(update={"text": text[d.start : d.end]}))
            for d in titled
        ]
    trigger, rules = _rules(get(code).code)
    day = anchor.date() if isinstance(anchor, dt.datetime) else anchor
    context = Context(text, get(code), day, previous, way)
    mentions: list[DateMention] = []
    position = 0
    while begin := trigger.search(text, position):
        start = begin.start()
        position = max(begin.end(), start + 1)
        for pattern, build in rules:
            match = pattern.match(text, start)
            if match is None or not match.group().strip():
                continue
            found = build(match, context)
            if found is None:
                continue
            end = start + len(match.group()[: found.length].rstrip())
            if end <= start:
                continue
            words = text[start:end]
            when = When(
                start=found.start, end=found.end,
                precision=found.precision if found.start else "unknown", text=words,
            )  # fmt: skip
            mentions.append(DateMention(start, end, when, found.kind))
            if found.kind in ("absolute", "relative"):
                spoken = found.spoken
                if spoken and not told_in_passing(words, spoken, context.previous, day):
                    context.previous = spoken
                context.last = (end, found)
            position = end
            break
    return _as_anniversaries(text, _as_stretches(text, code, mentions))
