"""Who may write: users with passwords (argon2), sessions with form tokens, API keys.

In: names, passwords, keys, cookies. Out: who it is, or None. Kept in a file of its own beside the
record (RECORD.access), so that a record can be handed on without anybody's credentials. Passwords
are kept as argon2 hashes, sessions and keys as SHA-256 of random tokens.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import sqlite3
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from dragoman.errors import QuestionError

__all__ = ["Access", "Session", "same_token"]

_LASTS = 12 * 3600  # seconds of a session
_TRIES, _WITHIN = 8, 600  # wrong passwords a name in so many seconds
_TABLES = """
CREATE TABLE IF NOT EXISTS users (name TEXT PRIMARY KEY, hash TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS sessions (
    token TEXT PRIMARY KEY, name TEXT NOT NULL, form TEXT NOT NULL, until REAL NOT NULL);
CREATE TABLE IF NOT EXISTS keys (token TEXT PRIMARY KEY, name TEXT NOT NULL, made REAL NOT NULL);
CREATE TABLE IF NOT EXISTS tries (name TEXT NOT NULL, at REAL NOT NULL);
"""


@dataclass(frozen=True, slots=True)
class Session:
    """Somebody logged in: name, and the token that their forms must carry."""

    name: str
    form: str


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


class Access:
    """The file of users, sessions and keys."""

    def __init__(self, record: Path) -> None:
        self.path = record.with_name(record.name + ".access")
        self._lock = threading.Lock()
        self._db = sqlite3.connect(self.path, timeout=30, check_same_thread=False)
        self._db.executescript(_TABLES)
        self.path.chmod(0o600)
        self._hasher = PasswordHasher()
        # A wrong name takes as long as a wrong password.
        self._nobody = self._hasher.hash(secrets.token_hex())

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def add_user(self, name: str, password: str) -> None:
        """Add a user or change their password. Raises QuestionError for a weak one."""
        if not name.strip() or len(name) > 64:
            raise QuestionError("a user's name has 1 to 64 characters")
        if len(password) < 10:
            raise QuestionError("a password has at least 10 characters")
        with self._lock, self._db:
            self._db.execute(
                "INSERT OR REPLACE INTO users VALUES (?,?)", (name, self._hasher.hash(password))
            )
            self._db.execute("DELETE FROM sessions WHERE name = ?", (name,))

    def has_users(self) -> bool:
        """Whether anybody can log in."""
        with self._lock:
            return self._db.execute("SELECT 1 FROM users").fetchone() is not None

    def log_in(self, name: str, password: str) -> str | None:
        """A session's token; None for a wrong name or password, or after too many tries."""
        now = time.time()
        with self._lock, self._db:
            self._db.execute("DELETE FROM tries WHERE at < ?", (now - _WITHIN,))
            (tries,) = self._db.execute(
                "SELECT count(*) FROM tries WHERE name = ?", (name,)
            ).fetchone()
            row = self._db.execute("SELECT hash FROM users WHERE name = ?", (name,)).fetchone()
        if tries >= _TRIES:
            return None
        try:
            self._hasher.verify(row[0] if row else self._nobody, password)
            right = row is not None
        except (VerificationError, InvalidHashError):
            right = False
        with self._lock, self._db:
            if not right:
                self._db.execute("INSERT INTO tries VALUES (?,?)", (name, now))
                return None
            token = secrets.token_urlsafe(32)
            self._db.execute("DELETE FROM sessions WHERE until < ?", (now,))
            self._db.execute(
                "INSERT INTO sessions VALUES (?,?,?,?)",
                (_digest(token), name, secrets.token_urlsafe(32), now + _LASTS),
            )
        return token

    def session(self, token: str | None) -> Session | None:
        """Who a cookie's token belongs to, while it lasts."""
        if not token or len(token) > 200:
            return None
        with self._lock:
            row = self._db.execute(
                "SELECT name, form FROM sessions WHERE token = ? AND until > ?",
                (_digest(token), time.time()),
            ).fetchone()
        return Session(*row) if row else None

    def log_out(self, token: str | None) -> None:
        """End a session."""
        with self._lock, self._db:
            self._db.execute("DELETE FROM sessions WHERE token = ?", (_digest(token or ""),))

    def add_key(self, name: str) -> str:
        """A new API key for ``name``, shown this once."""
        key = "dragoman-" + secrets.token_urlsafe(32)
        with self._lock, self._db:
            self._db.execute("INSERT INTO keys VALUES (?,?,?)", (_digest(key), name, time.time()))
        return key

    def drop_keys(self, name: str) -> int:
        """Take back all keys of ``name``: how many there were."""
        with self._lock, self._db:
            return self._db.execute("DELETE FROM keys WHERE name = ?", (name,)).rowcount

    def key_owner(self, key: str | None) -> str | None:
        """Whose key it is; None for a forged one."""
        if not key or len(key) > 200:
            return None
        with self._lock:
            row = self._db.execute(
                "SELECT name FROM keys WHERE token = ?", (_digest(key),)
            ).fetchone()
        return str(row[0]) if row else None


def same_token(one: str | None, other: str) -> bool:
    """Whether two tokens are one, in constant time."""
    return hmac.compare_digest((one or "").encode(), other.encode())
