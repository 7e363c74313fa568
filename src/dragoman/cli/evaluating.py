"""``dragoman eval``: how well the reader reads, against labelled documents.

In: a folder of label files. Out: a table, JSON, or what went wrong. Further measures hang
themselves into ``app`` as commands of their own (``eval marked``, ``eval events`` ...).
"""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from dragoman.settings import load_settings

__all__ = ["app"]

_LANGUAGES = ("ko", "en", "ja", "zh", "ru")

app = typer.Typer(
    name="eval",
    help="Measure the reader against labelled documents; other measures are its commands.",
    invoke_without_command=True,
)


class WhichPart(StrEnum):
    """Which half of the documents: tune may be looked at, check may not."""

    tune = "tune"
    check = "check"
    all = "all"


@app.callback()
def evaluate(
    context: typer.Context,
    folder: Annotated[
        Path, typer.Option(help="Where ko/tune.jsonl, ko/check.jsonl ... stand.")
    ] = Path("eval"),
    language: Annotated[
        list[str] | None, typer.Option(help="Only this language (may be given again).")
    ] = None,
    part: Annotated[WhichPart, typer.Option(help="Half of the documents.")] = WhichPart.all,
    as_json: Annotated[bool, typer.Option("--json", help="Numbers for programs.")] = False,
    errors: Annotated[
        bool, typer.Option("--errors", help="List what went wrong in the tune half.")
    ] = False,
) -> None:
    """Read the labelled documents and print precision, recall and F1."""
    if context.invoked_subcommand is not None:
        return
    from dragoman.coding.pipeline import Coder
    from dragoman.evaluation import PARTS, print_faults, print_scores
    from dragoman.evaluation import evaluate as score
    from dragoman.evaluation.labels import Part

    parts: tuple[Part, ...] = tuple(p for p in PARTS if part.value in (p, "all"))
    scores = score(folder, language or _LANGUAGES, Coder.open(load_settings()), parts)
    if as_json:
        typer.echo(json.dumps(scores.as_json(), ensure_ascii=False, indent=1))
        return
    print_scores(scores)
    if errors:
        print_faults(scores)
