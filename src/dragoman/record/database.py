"""A record's file: opened, brought to the present version, written in transactions.

In: a path. Out: an open SQLite connection in WAL mode, so several processes may read while one
writes. What the tables hold is left to store, events and corrections.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dragoman.errors import RecordError
from dragoman.record.migrations import MIGRATIONS

__all__ = ["Database", "beyond"]


def beyond(day: str, id_: str, after: tuple[str | None, str], values: list[object]) -> str:
    """SQL for the rows behind ``after`` where ``day`` falls, unknown days come last, ids rise.

    ``day`` and ``id_`` are columns; the values are appended to ``values``.
    """
    last, seen = after
    if last is None:
        values.append(seen)
        return f"({day} IS NULL AND {id_} > ?)"
    values.extend((last, last, seen))
    return f"({day} < ? OR ({day} = ? AND {id_} > ?) OR {day} IS NULL)"


class Database:
    """A record on disk. Use as a context manager or call close(). Raises RecordError.

    ``any_thread``: whoever made it sees to it that one thread at a time uses it.
    """

    def __init__(
        self, path: Path | str, *, must_exist: bool = False, any_thread: bool = False
    ) -> None:
        self.path = Path(path)
        if must_exist and not self.path.is_file():
            raise RecordError(
                f"{self.path}: there is no record; `dragoman read FILE... --db {self.path}` makes "
                "one, --db or DRAGOMAN_DB names another"
            )
        try:
            self._db = sqlite3.connect(
                self.path, timeout=60, isolation_level=None, check_same_thread=not any_thread
            )
            self._db.execute("PRAGMA journal_mode=WAL")
            # FULL: in WAL mode NORMAL may lose the last commits when the machine itself goes down.
            self._db.execute("PRAGMA synchronous=FULL")
            self._db.execute("PRAGMA foreign_keys=ON")
            self._db.execute("PRAGMA cache_size=-65536")
            self._migrate()
        except sqlite3.DatabaseError as fault:
            raise RecordError(
                f"{self.path}: not a record that can be opened ({fault}); name another with --db"
            ) from fault

    def __enter__(self) -> Database:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the record; what was kept is on disk."""
        self._db.close()

    def _migrate(self) -> None:
        (version,) = self._db.execute("PRAGMA user_version").fetchone()
        if version == len(MIGRATIONS):
            return
        with self.writing():
            (version,) = self._db.execute("PRAGMA user_version").fetchone()
            if version > len(MIGRATIONS):
                raise RecordError(
                    f"{self.path}: made by a newer dragoman (version {version}); update dragoman"
                )
            for number in range(version, len(MIGRATIONS)):
                for statement in MIGRATIONS[number].split(";"):
                    if statement.strip():
                        self._db.execute(statement)
                self._db.execute(f"PRAGMA user_version = {number + 1}")

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A write transaction: all of it is on disk when the block ends, or none of it."""
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield self._db
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")

    @property
    def reading(self) -> sqlite3.Connection:
        """The connection, for reading. Write only inside ``writing()``."""
        return self._db
