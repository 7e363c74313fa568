"""``dragoman eval confidence``: whether the confidence of reports means what it says."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dragoman.settings import load_settings

__all__ = ["measure_confidence"]

_LANGUAGES = ("ko", "en", "ja", "zh", "ru")


def measure_confidence(
    folder: Annotated[
        list[Path] | None,
        typer.Option(help="Labelled documents (repeatable). [default: eval, eval/fresh]"),
    ] = None,
    out: Annotated[
        Path | None, typer.Option(help="Write a Markdown page here, its plot beside it as .svg.")
    ] = None,
    fit: Annotated[
        Path | None, typer.Option(help="First fit to half of them and write the lines here.")
    ] = None,
) -> None:
    """Of the reports that stand at 0.8, are eight in ten right? Told for half of the check documents."""
    from dragoman.coding.confidence import lines_in_use
    from dragoman.coding.pipeline import Coder
    from dragoman.evaluation.confidence import (
        bins_of,
        collect,
        draw_reliability,
        expected_error,
        fit_lines,
        to_fit,
        write_lines,
    )

    settings = load_settings()
    folders = folder or [Path("eval"), Path("eval/fresh")]
    weighed = collect(folders, _LANGUAGES, Coder.open(settings))
    lines = dict(lines_in_use())
    if fit is not None:
        own = [one for one in weighed if to_fit(one)]
        lines |= fit_lines(own)
        write_lines(lines, fit)
    rows, plots = [], ""
    for sort in ("", *sorted({one.sort for one in weighed})):
        counted = [one for one in weighed if not to_fit(one) and sort in ("", one.sort)]
        if not counted:
            continue
        bins = bins_of(counted, lines)
        right = sum(one.right for one in counted) / len(counted)
        said = sum(b.count * b.said for b in bins) / len(counted)
        rows.append(
            f"| {sort or 'all'} | {len(counted)} | {right:.3f} | {said:.3f} | {expected_error(bins):.3f} |"
        )
        plots = plots or draw_reliability(bins, "Reports of documents that nothing was fitted to")
    head = ["| made by, of what | reports | right | mean confidence | expected calibration error |",
            "|---|---|---|---|---|"]  # fmt: skip
    if out is None:
        typer.echo("\n".join([*head, *rows]))
        return
    out.with_suffix(".svg").write_text(plots, encoding="utf-8")
    out.write_text(_page(out, [*head, *rows]), encoding="utf-8")
    typer.echo(f"written to {out}", err=True)


def _page(out: Path, table: list[str]) -> str:
    told = f"""# Confidence

Every report has a `confidence`: the share of such reports that is right. Written by
`uv run dragoman eval confidence --out {out}`; nobody edits it.

![Share right over confidence]({out.with_suffix(".svg").name})

The formula (`coding/confidence.py`, weights in `data/confidence.toml`) was fitted (`--fit`)
to every other check document, since the rules know the tune halves by heart and are right there
too often; the figures are those of the remaining check documents, in tenths of equal width. "Right" is what answers to a label, an optional one included.

"""
    return told + "\n".join(table) + "\n"
