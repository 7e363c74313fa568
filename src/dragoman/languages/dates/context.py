"""What a date's words are resolved against: anchor, last spoken date, and the verb nearby.

In: the text with its language and anchor. Out: Found values (start, end, precision, kind) for the
rules of each language to return, and the way (past, future) that the words around a date tell.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from dragoman.languages.dates.calendar import Precision, Stretch, Way
from dragoman.languages.language import Language

__all__ = ["UNKNOWN", "Context", "Found", "Kind"]

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

_STOP = re.compile(r'[.!?]+["”’»)]*\s+(?=[^\d\sa-zа-я])|[。！？]+[」』”’）]*|\n')
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
        return "future"

    def _way_around(self, start: int, end: int, low: int, high: int) -> Way:
        clause = max(self.text.rfind(mark, low, start) for mark in "，,；;")
        if self.language.future_markers.search(self.text, max(low, clause + 1), start):
            return "future"
        stop = min((at for mark in "，,；;" if (at := self.text.find(mark, end, high)) >= 0),
                   default=high)  # fmt: skip
        future = self._first(self.language.future_markers, end, stop)
        past = self._first(self.language.past_markers, end, stop)
        if future >= 0 and (past < 0 or future < past):
            return "future"
        return "was" if past >= 0 else "near"

    def _way_before(self, start: int, end: int, low: int, high: int) -> Way:
        future = max((m.end() for m in self.language.future_markers.finditer(
            self.text, low, start)), default=-1)  # fmt: skip
        past = max((m.end() for m in self.language.past_markers.finditer(
            self.text, low, start)), default=-1)  # fmt: skip
        if future >= 0 or past >= 0:
            return "future" if future >= past else "was"
        future = self._first(self.language.future_markers, end, high)
        past = self._first(self.language.past_markers, end, high)
        if future >= 0 and (past < 0 or future <= past):
            return "future"
        return "was" if past >= 0 else "near"
