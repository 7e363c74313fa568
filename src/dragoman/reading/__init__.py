"""Bytes into Documents: charset, main text, roles of passages, what a page says about itself.

In: ``Fetched`` from ``dragoman.sources``. Out: a ``Document`` whose passages carry roles; title,
headings, questions, captions, bylines and boilerplate are told apart so that coding can leave them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dragoman.reading.datelines import Dateline, find_dateline, find_opening

if TYPE_CHECKING:
    from dragoman.reading.reader import read_document

__all__ = ["Dateline", "find_dateline", "find_opening", "read_document"]


def __getattr__(name: str) -> Any:
    # The reader opens tables and languages; what only wants a dateline should not wait for them.
    if name == "read_document":
        from dragoman.reading.reader import read_document

        return read_document
    raise AttributeError(f"module 'dragoman.reading' has no attribute {name!r}")
