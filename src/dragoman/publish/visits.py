"""Which events are read most, counted without cookies, addresses or anything about a reader.

In: ids of events that were opened. Out: the ids opened most since the server began. Counts fade by
half every day, so that what is read now comes first.
"""

from __future__ import annotations

import threading
import time

__all__ = ["Visits"]

_HALF = 86_400.0  # seconds; chosen: yesterday's readers count half
_KEPT = 5_000


class Visits:
    """Counts of opened pages, in memory."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._seen: dict[str, tuple[float, float]] = {}

    def count(self, id_: str) -> None:
        """One more reader of ``id_``."""
        now = time.monotonic()
        with self._lock:
            self._seen[id_] = (self._now(id_, now) + 1, now)
            if len(self._seen) > _KEPT:
                for old in sorted(self._seen, key=lambda i: self._now(i, now))[: _KEPT // 10]:
                    del self._seen[old]

    def _now(self, id_: str, now: float) -> float:
        weight, at = self._seen.get(id_, (0.0, now))
        return float(weight * 0.5 ** ((now - at) / _HALF))

    def most(self, limit: int) -> list[str]:
        """The ids read most, best first."""
        now = time.monotonic()
        with self._lock:
            return sorted(self._seen, key=lambda i: -self._now(i, now))[:limit]
