"""JSONL: one document a line, streamed; a bad line becomes a Failure and the others go on.

Shape of a line (docs/reference): ``text`` or ``html`` required; ``title``, ``url``,
``published``, ``publisher``, ``publisher_country``, ``language`` optional.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import IO, Any

from dragoman.errors import SourceError, TooLarge
from dragoman.records import Failure
from dragoman.settings import Settings
from dragoman.sources.fetched import Fetched, Hints, fail

__all__ = ["looks_like_jsonl", "read_jsonl"]

_HINTS = ("title", "url", "published", "publisher", "publisher_country", "language")
_BOM = b"\xef\xbb\xbf"


def looks_like_jsonl(head: bytes) -> bool:
    """Whether the first line of ``head`` opens a JSON object with a document in it."""
    first = head.removeprefix(_BOM).lstrip().split(b"\n", 1)[0]
    if not first.startswith(b"{"):
        return False
    return any(key in first for key in (b'"text"', b'"html"', b'"title"', b'"url"'))


def read_jsonl(
    stream: IO[bytes], source: str, settings: Settings, head: bytes = b""
) -> Iterator[Fetched | Failure]:
    """Every line of ``stream`` as a document or a Failure.

    ``head`` is what was read from the stream already, ending with a whole line. A line longer
    than ``settings.max_bytes`` is skipped without being held.
    """
    for number, line in enumerate(_read_lines(stream, settings.max_bytes, head), start=1):
        place = f"{source}:{number}"
        if line is None:
            yield fail(
                place,
                f"a line of more than {settings.max_bytes:,} bytes",
                "raise max_bytes in the settings, or split the line",
                number,
            )
            continue
        line = line.removeprefix(_BOM) if number == 1 else line
        if not line.strip():
            continue
        try:
            yield _read_line(line, place, number)
        except SourceError as fault:
            what, _, remedy = str(fault).partition("; ")
            yield fail(place, what, remedy, number)


def _read_lines(stream: IO[bytes], limit: int, head: bytes) -> Iterator[bytes | None]:
    """Lines of at most ``limit`` bytes; None for a longer one, which is read past."""
    yield from head.splitlines(keepends=True)
    while chunk := stream.readline(limit + 1):
        if len(chunk) <= limit or chunk.endswith(b"\n"):
            yield chunk
            continue
        while chunk and not chunk.endswith(b"\n"):
            chunk = stream.readline(1 << 20)
        yield None


def _read_line(line: bytes, place: str, number: int) -> Fetched:
    try:
        row: Any = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as fault:
        raise SourceError(
            f"not UTF-8 ({fault.reason} at byte {fault.start}); save it as UTF-8"
        ) from (fault)
    except json.JSONDecodeError as fault:
        raise SourceError(
            f"not JSON ({fault.msg} at character {fault.colno}); write one object a line"
        ) from fault
    except (RecursionError, ValueError) as fault:  # nesting bombs; integers of 5,000 digits
        raise TooLarge("JSON nested too deep or a number too long; write a flat object") from fault
    if not isinstance(row, dict):
        raise SourceError(f"a JSON {type(row).__name__}, not an object; write {{'text': …}}")
    for name in ("text", "html", *_HINTS):
        if row.get(name) is not None and not isinstance(row[name], str):
            raise SourceError(f"{name!r} is a {type(row[name]).__name__}; it must be a string")
    body, form = row.get("text"), None
    if not (body and body.strip()):
        body, form = row.get("html"), "html"
    if not (body and body.strip()):
        raise SourceError("neither 'text' nor 'html' holds anything; each line needs one of them")
    hints = Hints(**{name: row[name].strip() or None for name in _HINTS if row.get(name)})
    return Fetched(
        source=place,
        url=hints.url,
        hints=hints,
        line=number,
        text=body,
        form="html" if form else None,
    )
