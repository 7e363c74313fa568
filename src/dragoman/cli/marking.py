"""``dragoman eval marked`` and ``eval mentions``: the encoder on anybody's test sets."""

from __future__ import annotations

import csv
import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from dragoman.settings import load_settings

__all__ = ["measure_marked", "measure_mentions"]


def measure_marked(
    table: Annotated[
        Path, typer.Argument(metavar="FILE.tsv", help="With a column marked_sentence.")
    ],
    predictions: Annotated[
        Path | None, typer.Option(help="Where to write row, root, quad, conflict, score.")
    ] = None,
    manual: Annotated[
        bool, typer.Option("--manual", help="Roots as the PLOVER 2.0 manual draws them.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Numbers for programs.")] = False,
) -> None:
    """Say of each marked pair what the source does to the target (15 PLOVER roots).

    With a gold column (gold_root, root or label) macro-F1 of roots, quad classes and conflict is
    printed. Roots are drawn as the public test sets draw them (a verdict is ACCUSE, a promised
    concession AGREE); --manual draws them as the PLOVER 2.0 manual does.
    """
    from dragoman.coding.model.encoder import Encoder
    from dragoman.evaluation.marked import predict, read_marked, score_marked

    sentences, gold = read_marked(table)
    told = list(predict(Encoder.open(load_settings()), sentences, manual))
    if predictions is not None:
        with predictions.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.writer(stream, delimiter="\t", lineterminator="\n")
            writer.writerow(("row", "root", "quad", "conflict", "score"))
            for p in told:
                writer.writerow((p.row, p.root, p.quad, str(p.conflict).lower(), f"{p.score:.4f}"))
    scores = score_marked(gold, told) if gold else {"rows": len(told)}
    if as_json:
        sys.stdout.write(json.dumps(scores) + "\n")
    else:
        figures = "".join(f", {k} {v:.3f}" for k, v in scores.items() if k != "rows")
        typer.echo(f"{scores['rows']:.0f} pairs{', macro-F1' if gold else ''}{figures}")


def measure_mentions(
    table: Annotated[
        Path, typer.Argument(metavar="FILE.tsv", help="Characters with tags (O, B-PS, I-PS).")
    ],
    most: Annotated[int | None, typer.Option(min=1, help="Only the first so many texts.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Numbers for programs.")] = False,
) -> None:
    """Find the names in anybody's tagged characters: precision, recall, F1 of span and kind."""
    from dragoman.coding.model.encoder import Encoder
    from dragoman.evaluation.mentions import read_tagged, score_mentions

    tallies = score_mentions(Encoder.open(load_settings()), read_tagged(table)[:most])
    rows = {
        kind: {"precision": t.precision, "recall": t.recall, "f1": t.value}
        for kind, t in tallies.items()
    }
    if as_json:
        sys.stdout.write(json.dumps(rows) + "\n")
        return
    for kind, row in rows.items():
        told = ", ".join(f"{k} {'-' if v is None else f'{v:.3f}'}" for k, v in row.items())
        typer.echo(f"{kind}: {told}")
