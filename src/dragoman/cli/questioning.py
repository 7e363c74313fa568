"""``dragoman eval questions``: how well questions are answered, against labelled ones."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.evaluating import WhichPart
from dragoman.settings import load_settings

__all__ = ["measure_questions"]


def measure_questions(
    folder: Annotated[Path, typer.Option(help="Where questions/*.jsonl stand.")] = Path("eval"),
    part: Annotated[WhichPart, typer.Option(help="Half of the questions.")] = WhichPart.all,
    as_json: Annotated[bool, typer.Option("--json", help="Numbers for programs.")] = False,
    errors: Annotated[
        bool, typer.Option("--errors", help="List what went wrong in the tune half.")
    ] = False,
    rules_only: Annotated[
        bool, typer.Option("--rules-only", help="Read and rank without the encoder.")
    ] = False,
    record: Annotated[
        Path | None, typer.Option(help="Keep the record here, and use it when it exists.")
    ] = None,
) -> None:
    """Read the labelled documents, ask the labelled questions, judge the answers."""
    from rich.box import SIMPLE
    from rich.console import Console
    from rich.table import Table

    from dragoman.coding.model.encoder import open_encoder
    from dragoman.coding.pipeline import Coder
    from dragoman.evaluation import questions as measure
    from dragoman.evaluation.labels import PARTS, Part
    from dragoman.record.store import Store

    parts: tuple[Part, ...] = tuple(p for p in PARTS if part.value in (p, "all"))
    settings = load_settings(use_model=False if rules_only else None)
    encoder = open_encoder(settings)
    asked = measure.load_questions(folder, parts)
    with tempfile.TemporaryDirectory(prefix="dragoman-questions-") as place:
        db = record or Path(place) / "record.db"
        known = db.exists()
        with Store(db) as store:
            if not known:
                measure.fill_record(store, folder, Coder.open(settings), encoder)
            scores = measure.evaluate_questions(store, asked, encoder)
    if as_json:
        typer.echo(measure.as_json(scores))
        return
    console = Console(highlight=False, markup=False)
    table = Table(title="Answers to labelled questions", title_justify="left", box=SIMPLE)
    for column in ("language", "right", "of", "share", "refused", "of", "share", "exact quotes"):
        table.add_column(column)
    for name, s in scores.items():
        rows = s.as_json()
        shares = [
            "-" if (v := rows[k]) is None else f"{v:.3f}"
            for k in ("right share", "refused share", "exact share")
        ]
        table.add_row(
            name, str(s.right), str(s.answerable), shares[0], str(s.refused),
            str(s.unanswerable), shares[1], f"{shares[2]} ({s.quotes})",
        )  # fmt: skip
    console.print(table)
    for fault in scores["all"].faults if errors else ():
        if fault.question.part == "tune":
            console.print(f"{fault.question.id} {fault.sort}: {fault.question.question}")
            console.print(
                f"    wanted: {' & '.join(' / '.join(f) for f in fault.question.answers)}"
            )
            console.print(f"    told:   {fault.answer.answer}")
