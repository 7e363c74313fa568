"""What a date's words are resolved against: anchor, last spoken date, and the verb nearby.

In: the text with its language and anchor. Out: Found values (start, end, precision, kind) for the
rules of each language to return, and the way (past, future) that the words around a date tell.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from dragoman.languages.dates import calendar as cal
from dragoman.languages.dates.calendar import Precision, Stretch, Way
from dragoman.languages.language import Language

__all__ = ["UNKNOWN", "Context", "Found", "Kind", "Rule", "is_duration", "is_recurring"]

Kind = Literal["absolute", "relative", "duration", "recurring"]


class Found(NamedTuple):
    """A resolved expression; start and end are None where the text does not settle them.

    ``length``: how much of the match is the mention (None: all). ``spoken``: the day that later
    words (the same day) refer to. ``explicit``: the year stands in the text.
    """

    start: str | None
    end: str | None
    precision: Precision
    kind: Kind
    length: int | None = None
    spoken: dt.date | None = None
    explicit: bool = False


UNKNOWN = Found(None, None, "unknown", "relative")

# What stands between two dates of one list or range: 2018년 4월 27일과 5월 26일, June 12 and June 30.
_GAP = re.compile(
    r"\s*(?:과|와|,|·|및|、|と|和|及|與|与|에서|부터|から|至|~|∼|〜|-|–|—|/|또는|,?\s?and|to|или|и|по|до)?\s*"
)
# A Russian sentence may open with its day: … . 16 марта он посетит ….
_STOP = re.compile(
    r'[.!?]+["”’»)]*\s+(?=[^\d\sa-zа-я]|\d{1,2}\s(?:янв|фев|мар|апр|ма[яй]|июн|июл|авг|сен|окт|ноя|дек))'
    r"|[。！？]+[」』”’）]*|\n"
)
_WINDOW = 220
_SPEECH_END = {
    "ko": re.compile(
        r"(?:밝혔|말했|전했|발표했|보도했|강조했|설명했|덧붙였|지적했|비판했|경고했|촉구했|주장했|공지했|알렸|확인했|통보했"
        r"|예고했|언급했)\S{0,6}$|(?:다고|라고|계획을|방침을|예정이라고)\s\S+\s?(?:했|혔|렸)\S{0,4}$"
    ),
    "ja": re.compile(
        r"(?:発表|表明|明らかに|述べ|語っ|話し|強調|説明|報じ|伝え|公表|通知)\S{0,6}た$"
    ),
}


@dataclass(slots=True)
class Context:
    """The state of one search through one text."""

    text: str
    language: Language
    anchor: dt.date | None
    previous: dt.date | None
    forced: Way | None = None
    last: tuple[int, Found] | None = field(default=None)

    def stretch(self, found: Stretch | None, kind: Kind = "relative") -> Found | None:
        """A Found from a stretch of days; None stays None (no date after all)."""
        if found is None:
            return None
        single = found.first == found.last
        return Found(
            found.first.isoformat(), found.last.isoformat(), found.precision, kind,
            spoken=found.first if single or found.precision == "day" else None,
            explicit=kind == "absolute",
        )  # fmt: skip

    def day(self, day: dt.date | None, kind: Kind = "relative") -> Found | None:
        """A Found for one day."""
        return self.stretch(Stretch(day, day, "day"), kind) if day else None

    def shifted(self, by: int, base: dt.date | None) -> Found:
        """The day ``by`` days from ``base``; unknown without a base."""
        if base is None:
            return UNKNOWN
        return self.day(base + dt.timedelta(days=by)) or UNKNOWN

    def moved(self, by: int, unit: str, base: dt.date) -> Found | None:
        """The day, week, month or year that lies ``by`` units from ``base``; None out of range."""
        if abs(by) > 400:
            return UNKNOWN
        if unit == "day":
            return self.shifted(by, base)
        if unit == "week":
            return self.stretch(cal.week(base, by))
        if unit == "month":
            return self.stretch(cal.month(*cal.shift_month(base.year, base.month, by)))
        return self.stretch(cal.year(base.year + by))

    def listed_year(self, start: int) -> int | None:
        """The year of a fully dated neighbour that stands right before ``start`` in a list."""
        if self.last and self.last[1].explicit and self.last[1].start:
            gap = self.text[self.last[0] : start]
            if 0 < len(gap) <= 6 and _GAP.fullmatch(gap):
                return int(self.last[1].start[:4])
        return None

    def listed_month(self, start: int, end: int, d: int) -> tuple[int, int] | None:
        """Year and month for day ``d`` from its neighbour: 11월 14일과 15일.

        So too from a full date long past in the same sentence (2018년 9월 18일 … 19일).
        """
        if not self.last or self.last[1].spoken is None or d <= self.last[1].spoken.day:
            return None
        at, found = self.last
        day = found.spoken
        assert day is not None
        gap = self.text[at:start]
        if len(gap) <= 4 and _GAP.fullmatch(gap):
            return day.year, day.month
        old = self.anchor is None or abs((self.anchor - day).days) > 45
        if found.explicit and old and self.sentence(start, end)[0] <= at:
            return day.year, day.month
        return None

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """Bounds of the sentence around [start, end), at most a window wide."""
        low = max(0, start - _WINDOW)
        for stop in _STOP.finditer(self.text, low, start):
            low = stop.end()
        after = _STOP.search(self.text, end, end + _WINDOW)
        return low, after.start() if after else min(len(self.text), end + _WINDOW)

    def way(self, start: int, end: int) -> Way:
        """Whether the words around [start, end) speak of what was or of what is to come."""
        if self.forced:
            return self.forced
        low, high = self.sentence(start, end)
        if self.language.verb == "after":
            return self._way_after(end, high)
        if self.language.verb == "around":
            return self._way_around(start, end, low, high)
        return self._way_before(start, end, low, high)

    def _first(self, pattern: re.Pattern[str], low: int, high: int) -> int:
        found = pattern.search(self.text, low, high)
        return found.start() if found else -1

    def _way_after(self, end: int, high: int) -> Way:
        future = self._first(self.language.future_markers, end, high)
        if future < 0:
            past = self._first(self.language.past_markers, end, high)
            return "near" if past < 0 else "was"
        past = self._first(self.language.past_markers, end, future)
        if past >= 0:
            return "was"
        speech = _SPEECH_END.get(self.language.code)
        if speech and speech.search(self.text[max(end, high - 24) : high].rstrip(' .。"”」')):
            return "said"
        return "will"

    def _way_around(self, start: int, end: int, low: int, high: int) -> Way:
        clause = max(self.text.rfind(mark, low, start) for mark in "，,；;")
        if self.language.future_markers.search(self.text, max(low, clause + 1), start):
            return "will"
        stop = min((at for mark in "，,；;" if (at := self.text.find(mark, end, high)) >= 0),
                   default=high)  # fmt: skip
        future = self._first(self.language.future_markers, end, stop)
        past = self._first(self.language.past_markers, end, stop)
        if future >= 0 and (past < 0 or future < past):
            return "will"
        return "was" if past >= 0 else "near"

    def _way_before(self, start: int, end: int, low: int, high: int) -> Way:
        future = max((m.end() for m in self.language.future_markers.finditer(
            self.text, low, start)), default=-1)  # fmt: skip
        past = max((m.end() for m in self.language.past_markers.finditer(
            self.text, low, start)), default=-1)  # fmt: skip
        if future >= 0 or past >= 0:
            return "will" if future >= past else "was"
        future = self._first(self.language.future_markers, end, high)
        past = self._first(self.language.past_markers, end, high)
        if future >= 0 and (past < 0 or future <= past):
            return "will"
        return "was" if past >= 0 else "near"


# A rule: what to match at a trigger's place, and how to read the match (None: no date after all).
Rule = tuple[re.Pattern[str], Callable[[re.Match[str], Context], Found | None]]


def is_duration(match: re.Match[str], context: Context) -> Found:
    """How long, never when: 사흘간, for two weeks."""
    return Found(None, None, "unknown", "duration")


def is_recurring(match: re.Match[str], context: Context) -> Found:
    """No one day: 매년, every Monday, a date that has become a name."""
    return Found(None, None, "unknown", "recurring")
