"""``dragoman eval accuracy``: every figure on one page, with the encoder and by rules alone."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dragoman.settings import load_settings

__all__ = ["write_accuracy"]


def write_accuracy(
    folder: Annotated[
        Path, typer.Option(help="Where the labels, marked, events and questions stand.")
    ] = Path("eval"),
    out: Annotated[
        Path | None, typer.Option(help="Write the page here, not to the screen.")
    ] = None,
    marked: Annotated[
        list[Path] | None, typer.Option(help="One more file of marked sentences (repeatable).")
    ] = None,
) -> None:
    """Measure everything and write it as Markdown; takes some minutes."""
    from dragoman.evaluation.accuracy import accuracy_page

    page = accuracy_page(folder, load_settings(), marked or ())
    if out is None:
        typer.echo(page)
        return
    out.write_text(page, encoding="utf-8")
    typer.echo(f"written to {out}", err=True)
