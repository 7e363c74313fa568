"""Targets into documents, one at a time: files, folders, "-", addresses.

Nothing is held: a folder of a million files or a JSONL of 10 GB streams through. What fails
becomes a Failure in its place and the rest goes on.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO

from dragoman.errors import SourceError
from dragoman.records import Failure
from dragoman.settings import Settings
from dragoman.sources.fetched import Fetched, fail
from dragoman.sources.jsonl import looks_like_jsonl, read_jsonl
from dragoman.sources.mail import open_mail

__all__ = ["gather"]

_TYPES = {
    ".html": "html", ".htm": "html", ".xhtml": "html", ".shtml": "html",
    ".md": "markdown", ".markdown": "markdown",
}  # fmt: skip


def gather(
    targets: Sequence[str | os.PathLike[str]], settings: Settings
) -> Iterator[Fetched | Failure]:
    """Every document that ``targets`` name, in order, or a Failure in its place.

    Folders are walked in sorted order; hidden files and links that lead back are passed over.
    """
    fetcher = None
    try:
        for target in (os.fspath(target) for target in targets):
            if target == "-":
                yield from _read_stream(sys.stdin.buffer, "stdin", settings)
            elif "://" in target[:12]:
                from dragoman.sources.fetch import Fetcher  # httpx2 only when it is needed

                fetcher = fetcher or Fetcher(settings)
                try:
                    yield fetcher.fetch(target)
                except SourceError as fault:
                    yield _as_failure(target, fault)
            else:
                yield from _read_path(Path(target), settings)
    finally:
        if fetcher:
            fetcher.close()


def _read_path(path: Path, settings: Settings) -> Iterator[Fetched | Failure]:
    if path.is_dir():
        seen = 0
        for file in _walk(path):
            seen += 1
            yield from _read_file(file, settings)
        if not seen:
            yield fail(str(path), "a folder without files", "name a folder that holds documents")
    else:
        yield from _read_file(path, settings)


def _walk(folder: Path) -> Iterator[Path]:
    """Files below ``folder``, sorted. Each real folder is entered once, so links cannot loop."""
    entered: set[str] = set()
    for here, folders, files in os.walk(folder, followlinks=True):
        real = os.path.realpath(here)
        if real in entered:
            folders.clear()
            continue
        entered.add(real)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith("."):
                yield Path(here) / name


def _read_file(path: Path, settings: Settings) -> Iterator[Fetched | Failure]:
    source = str(path)
    try:
        state = path.stat()
        if not stat.S_ISREG(state.st_mode):
            yield fail(source, "not a regular file", "name a file, a folder, an address or -")
            return
        with path.open("rb") as stream:
            if path.suffix.lower() in (".jsonl", ".ndjson"):
                yield from read_jsonl(stream, source, settings)
            elif state.st_size > settings.max_bytes:
                yield _too_large(source, f"{state.st_size:,} bytes", settings)
            else:
                yield _open_file(stream.read(settings.max_bytes + 1), path, settings)
    except FileNotFoundError:
        yield fail(source, "no such file", "check the path; an address begins with https://")
    except SourceError as fault:
        yield _as_failure(source, fault)
    except (OSError, ValueError) as fault:  # ValueError: a NUL in the path
        yield fail(source, f"cannot be opened ({fault})", "check its permissions")


def _open_file(data: bytes, path: Path, settings: Settings) -> Fetched | Failure:
    source, suffix = str(path), path.suffix.lower()
    if len(data) > settings.max_bytes:  # the file grew while it was read
        return _too_large(source, f"more than {settings.max_bytes:,} bytes", settings)
    if suffix == ".eml":
        return open_mail(data, source)
    form = _TYPES.get(suffix)
    return Fetched(
        source=source,
        data=data,
        form="html" if form == "html" else "markdown" if form == "markdown" else None,
    )


def _read_stream(stream: IO[bytes], source: str, settings: Settings) -> Iterator[Fetched | Failure]:
    """Standard input: JSONL when its first line is a JSON object, else one document."""
    head = stream.readline(settings.max_bytes + 1)
    while head and not head.strip() and len(head) < settings.max_bytes:
        more = stream.readline(settings.max_bytes)
        if not more:
            break
        head += more
    if looks_like_jsonl(head) and (head.endswith(b"\n") or len(head) <= settings.max_bytes):
        yield from read_jsonl(stream, source, settings, head)
        return
    data = head + stream.read(max(0, settings.max_bytes + 1 - len(head)))
    if len(data) > settings.max_bytes:
        yield _too_large(source, f"more than {settings.max_bytes:,} bytes", settings)
    else:
        yield Fetched(source=source, data=data)


def _too_large(source: str, size: str, settings: Settings) -> Failure:
    return fail(
        source,
        f"{size}, over the limit of {settings.max_bytes:,}",
        "raise max_bytes in the settings, or split the file",
    )


def _as_failure(source: str, fault: SourceError) -> Failure:
    """A SourceError's text as fault and remedy, parted at its first semicolon."""
    what, _, remedy = str(fault).partition("; ")
    return fail(source, what, remedy)
