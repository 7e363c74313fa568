"""Cursors of pages: where a listing goes on, as an opaque word.

In: the day and id of the last row. Out: text for the address, and back. Raises QuestionError for
a word that this program did not make.
"""

from __future__ import annotations

import base64
import binascii
import json

from dragoman.errors import QuestionError

__all__ = ["read_cursor", "write_cursor"]


def write_cursor(day: str | None, id_: str) -> str:
    """The cursor behind a row."""
    text = json.dumps([day, id_], separators=(",", ":"))
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def read_cursor(cursor: str | None) -> tuple[str | None, str] | None:
    """(day, id) of a cursor; None without one."""
    if not cursor:
        return None
    fault = QuestionError(f"cursor {cursor[:40]!r} is none of ours; start without one")
    try:
        value = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (ValueError, binascii.Error) as cause:
        raise fault from cause
    if not isinstance(value, list) or len(value) != 2 or not isinstance(value[1], str):
        raise fault
    if value[0] is not None and not isinstance(value[0], str):
        raise fault
    return value[0], value[1]
