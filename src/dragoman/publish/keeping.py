"""Sums over the whole record, worked out at most once a minute however many readers ask.

In: a name and how to work the sum out. Out: the sum, at most a minute old when readers ask for it
all the time, or a hundred times as old as it takes to work out. Only the first reader waits for it; once it is older than a minute, the next one asked
for is worked out beside the readers, who get what stands until it is there.
"""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any, TypeVar

import structlog

__all__ = ["Kept"]

Sum = TypeVar("Sum")
_SECONDS = 60.0
_OLDEST = 600.0  # a sum that nobody asked for in ten minutes is worked out while its reader waits
_MOST = 500  # sums kept; the one asked for longest ago goes first
_log = structlog.get_logger("dragoman.publish")


@dataclass
class _Entry:
    lock: threading.Lock = field(default_factory=threading.Lock)
    at: float = 0.0
    took: float = 0.0
    value: Any = None
    renewing: bool = False

    def make(self, make: Callable[[], Any]) -> None:
        """Work out the value anew."""
        began = time.monotonic()
        self.value = make()
        self.at = time.monotonic()
        self.took = self.at - began


class Kept:
    """Sums by name."""

    def __init__(self, seconds: float = _SECONDS) -> None:
        self.seconds = seconds
        self._entries: OrderedDict[Hashable, _Entry] = OrderedDict()
        self._lock = threading.Lock()
        # One at a time: sums are for later, readers are waiting now.
        self._beside = ThreadPoolExecutor(1, thread_name_prefix="sums")

    def get(self, name: Hashable, make: Callable[[], Sum]) -> Sum:
        """The sum of this name; ``make`` is called when none stands or it is a minute old.

        ``make`` may run in another thread, so it opens what it reads itself (Stores.get).
        """
        with self._lock:
            entry = self._entries.setdefault(name, _Entry())
            self._entries.move_to_end(name)
            while len(self._entries) > _MOST:
                self._entries.popitem(last=False)
            age = time.monotonic() - entry.at if entry.at else _OLDEST
            # What took long to work out may be older: sums take a hundredth of the time at most.
            renew = max(self.seconds, 100 * entry.took) < age < _OLDEST and not entry.renewing
            if renew:
                entry.renewing = True
        if renew:
            self._beside.submit(self._renew, name, entry, make)
        elif age >= _OLDEST:
            with entry.lock:
                if not entry.at or time.monotonic() - entry.at >= _OLDEST:
                    entry.make(make)
        value: Sum = entry.value
        return value

    def _renew(self, name: Hashable, entry: _Entry, make: Callable[[], Any]) -> None:
        try:
            entry.make(make)
        except Exception:  # told to the log; readers keep what stands, the next one tries again
            _log.exception("defect", sum=str(name))
        finally:
            entry.renewing = False

    def clear(self) -> None:
        """Forget everything: somebody corrected the record and wants to see it."""
        with self._lock:
            self._entries.clear()

    def close(self) -> None:
        """Work out nothing more."""
        self._beside.shutdown(wait=True, cancel_futures=True)
