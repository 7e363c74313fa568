"""Sums over the whole record, worked out at most once a minute however many readers ask.

In: a name and how to work the sum out. Out: the sum, at most a minute old, or older while one
reader works out the next: the others get what stands and never wait for it.
"""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Any, TypeVar

__all__ = ["Kept"]

Sum = TypeVar("Sum")
_SECONDS = 60.0
_MOST = 500  # sums kept; the one asked for longest ago goes first


@dataclass
class _Entry:
    lock: threading.Lock = field(default_factory=threading.Lock)
    at: float = 0.0
    value: Any = None


class Kept:
    """Sums by name."""

    def __init__(self, seconds: float = _SECONDS) -> None:
        self.seconds = seconds
        self._entries: OrderedDict[Hashable, _Entry] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, name: Hashable, make: Callable[[], Sum]) -> Sum:
        """The sum of this name; ``make`` is called when none stands or it is a minute old."""
        with self._lock:
            entry = self._entries.setdefault(name, _Entry())
            self._entries.move_to_end(name)
            while len(self._entries) > _MOST:
                self._entries.popitem(last=False)
        fresh = entry.at and time.monotonic() - entry.at <= self.seconds
        if not fresh and entry.lock.acquire(blocking=not entry.at):
            try:
                if not entry.at or time.monotonic() - entry.at > self.seconds:
                    entry.value, entry.at = make(), time.monotonic()
            finally:
                entry.lock.release()
        value: Sum = entry.value
        return value

    def clear(self) -> None:
        """Forget everything: somebody corrected the record and wants to see it."""
        with self._lock:
            self._entries.clear()
