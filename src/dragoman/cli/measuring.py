"""``dragoman eval events``: how well merging tells events apart, and readouts compare."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.evaluating import WhichPart
from dragoman.settings import load_settings

__all__ = ["measure_events"]


def measure_events(
    folder: Annotated[Path, typer.Option(help="Where events/tune.jsonl ... stand.")] = Path("eval"),
    part: Annotated[WhichPart, typer.Option(help="Half of the scenes.")] = WhichPart.all,
    as_json: Annotated[bool, typer.Option("--json", help="Numbers for programs.")] = False,
    errors: Annotated[
        bool, typer.Option("--errors", help="List what went wrong in the tune half.")
    ] = False,
    rules_only: Annotated[
        bool, typer.Option("--rules-only", help="Code and merge without the encoder.")
    ] = False,
) -> None:
    """Merge the labelled scenes: B-cubed, and wrong merges among the hard neighbours.

    "labelled reports" measures merging alone, "coded reports" the whole path from the text.
    """
    from rich.box import SIMPLE
    from rich.console import Console
    from rich.table import Table

    from dragoman.coding.model.encoder import open_encoder
    from dragoman.coding.pipeline import Coder
    from dragoman.evaluation.comparing import evaluate_comparisons
    from dragoman.evaluation.events import evaluate_events
    from dragoman.evaluation.labels import PARTS, Part

    parts: tuple[Part, ...] = tuple(p for p in PARTS if part.value in (p, "all"))
    settings = load_settings(use_model=False if rules_only else None)
    coder, encoder = Coder.open(settings), open_encoder(settings)
    scores = evaluate_events(folder, coder, encoder, parts)
    compared = evaluate_comparisons(folder, coder, encoder, parts)
    if as_json:
        rows = [s.as_json() for s in scores] + [c.as_json() for c in compared]
        typer.echo(json.dumps(rows, indent=1))
        return
    console = Console(highlight=False, markup=False)
    table = Table(title="Merging against labelled scenes", title_justify="left", box=SIMPLE)
    for column in ("part", "reports", "B3 P", "B3 R", "B3 F1", "wrong neighbours", "wrong merges",
                   "mentions found", "status", "day"):  # fmt: skip
        table.add_column(column)
    for s in scores:
        table.add_row(
            s.part, s.way, f"{s.precision:.3f}", f"{s.recall:.3f}", f"{s.f1:.3f}",
            f"{s.wrong_neighbours}/{s.neighbours}", str(s.wrong_merges), f"{s.found}/{s.mentions}",
            f"{s.status_right}/{s.events}", f"{s.days_right}/{s.events}",
        )  # fmt: skip
    console.print(table)
    rows_table = Table(title="Readout rows, whole path", title_justify="left", box=SIMPLE)
    columns = ("part", "state", "cells", "precision", "recall", "F1")
    for column in columns:
        rows_table.add_column(column)
    for c in compared:
        for state in (None, "said", "differently", "left out"):
            rows_table.add_row(
                c.part, state or "all", str(c.labelled[state] if state else c.labelled.total()),
                f"{c.precision(state):.3f}", f"{c.recall(state):.3f}", f"{c.f1(state):.3f}",
            )  # fmt: skip
    console.print(rows_table)
    for c in compared if errors else ():
        for told in c.faults if c.part == "tune" else ():
            console.print(f"readout rows: {told}")
    for s in scores if errors else ():
        for fault in s.faults:
            if fault.part == "tune":
                console.print(f"{s.way}: {fault.sort}: {fault.what}\n    {fault.why}")
