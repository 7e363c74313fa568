"""What a source hands on: bytes or decoded text, with where they came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Literal

from dragoman.records import Failure

__all__ = ["Fetched", "Hints", "fail"]


@dataclass(frozen=True, slots=True)
class Hints:
    """What the source itself says about a document; each beats what the page says.

    ``published`` is an ISO day, a time, or any date that reading can read; ``genre`` is "mail"
    for e-mail.
    """

    title: str | None = None
    url: str | None = None
    published: str | None = None
    publisher: str | None = None
    publisher_country: str | None = None
    language: str | None = None
    genre: str | None = None


@dataclass(frozen=True, slots=True)
class Fetched:
    """One document before it is read.

    ``source``: path, address, "stdin", or "FILE:LINE", for people. ``data``: the bytes as they
    came; empty when ``text`` holds what came decoded already (JSONL). ``form`` says what the
    bytes are when the source knows it; None lets reading look. ``line`` counts from 1 in JSONL.
    """

    source: str
    data: bytes = b""
    url: str | None = None
    content_type: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    hints: Hints = field(default_factory=Hints)
    line: int | None = None
    text: str | None = None
    form: Literal["html", "text", "markdown"] | None = None


def fail(source: str, fault: str, remedy: str = "", line: int | None = None) -> Failure:
    """A Failure at stage "source", stamped with the time now in UTC."""
    return Failure(
        source=source,
        stage="source",
        fault=fault,
        remedy=remedy,
        line=line,
        at=datetime.now(UTC).isoformat(timespec="seconds"),
    )
