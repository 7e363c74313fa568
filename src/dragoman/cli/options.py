"""Options that several commands share, declared once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

__all__ = [
    "Actor", "Actors", "AsCsv", "AsJson", "Between", "Db", "Language", "Limit", "Since", "Status",
    "Text", "Topic", "Type", "Until", "codes",
]  # fmt: skip

Db = Annotated[Path | None, typer.Option("--db", help="The record (default: dragoman.db).")]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON object a line.")]
AsCsv = Annotated[bool, typer.Option("--csv", help="Comma-separated values with a header.")]
Between = Annotated[
    str | None, typer.Option(help="Countries or bodies that all take part: KOR,USA.")
]
Actor = Annotated[
    str | None, typer.Option(help="A country code, a person's name or a Wikidata id.")
]
Since = Annotated[str | None, typer.Option(help="First day, YYYY-MM-DD.", metavar="DAY")]
Until = Annotated[str | None, typer.Option(help="Last day, YYYY-MM-DD.", metavar="DAY")]
Type = Annotated[str | None, typer.Option(help="PLOVER type: ACCUSE, SUPPORT, CONSULT, ...")]
Status = Annotated[str | None, typer.Option(help="held, planned, done, negated, made, ...")]
Language = Annotated[str | None, typer.Option(help="Language of the document: ko, en, ja, zh, ru.")]
Text = Annotated[str | None, typer.Option(help="Words that the document holds.")]
Topic = Annotated[str | None, typer.Option(help="Words of a topic: 북핵, trade, ...")]
Limit = Annotated[int | None, typer.Option(min=1, help="At most so many rows.")]
Actors = Annotated[
    Path | None, typer.Option(help="Your own table of actors, offices and places (CSV or TOML).")
]


def codes(value: str | None) -> tuple[str, ...]:
    """``"KOR, usa"`` -> ``("KOR", "USA")``; mixed case of bodies (AfDB) is kept."""
    parts = [part.strip() for part in (value or "").split(",") if part.strip()]
    return tuple(part.upper() if part.islower() else part for part in parts)
