"""One open record per thread of the server.

In: the path of the record. Out: a Store for the thread that asks. SQLite in WAL mode lets all
threads read while one process writes.
"""

from __future__ import annotations

import threading
from functools import cached_property
from pathlib import Path

from dragoman.coding.model.encoder import Encoder, open_encoder
from dragoman.record.store import Store
from dragoman.settings import Settings

__all__ = ["Stores"]


class Stores:
    """Opens a Store per thread; close() closes them all."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._own = threading.local()
        self._opened: list[Store] = []
        self._lock = threading.Lock()
        Store(settings.db).close()  # made, and brought to the present version, before readers come

    @property
    def path(self) -> Path:
        """Where the record lies."""
        return self.settings.db

    def get(self) -> Store:
        """The Store of this thread."""
        store: Store | None = getattr(self._own, "store", None)
        if store is None:
            store = Store(self.settings.db, any_thread=True)
            self._own.store = store
            with self._lock:
                self._opened.append(store)
        return store

    @cached_property
    def encoder(self) -> Encoder | None:
        """The encoder, opened at the first question; None where the settings say so."""
        return open_encoder(self.settings)

    def close(self) -> None:
        """Close every Store."""
        with self._lock:
            for store in self._opened:
                store.close()
            self._opened.clear()
