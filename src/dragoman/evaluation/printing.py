"""Show scores to people: a table on a terminal, and what went wrong in words.

In: Scores. Out: text through rich. The faults of the check part are counted, never shown: who has
seen them can no longer measure with them.
"""

from __future__ import annotations

from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table
from rich.text import Text

from dragoman.evaluation.scores import Scores, Tally

__all__ = ["print_faults", "print_scores"]


def _share(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def _short(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f}"


def print_scores(scores: Scores, console: Console | None = None) -> None:
    """A row a measure, a column a language: F1 with precision/recall, or the share with its count.

    With more than three columns only the value, so that a terminal of 80 columns holds it.
    """
    console = console or Console()
    table = Table(title="Reading against labelled documents", title_justify="left", box=SIMPLE)
    table.add_column("measure", no_wrap=True)
    names = [name for name in scores.by if name != "all"]
    names = [*names, "all"] if len(names) > 1 else names
    for name in names:
        table.add_column(f"{name}\n({scores.documents[name]})", no_wrap=True)
    brief = len(names) > 3
    for measure in scores.by["all"]:
        row = []
        for name in names:
            counted = scores.by[name][measure]
            if brief:
                row.append(_share(counted.value))
            elif isinstance(counted, Tally):
                both = f"{_short(counted.precision)}/{_short(counted.recall)}"
                row.append(f"{_share(counted.value)}  {both}")
            else:
                row.append(f"{_share(counted.value)}  {counted.right}/{counted.of}")
        table.add_row(measure, *row)
    console.print(table)


def print_faults(scores: Scores, console: Console | None = None) -> None:
    """Every fault of the tune part with its words, then how many the check part holds."""
    console = console or Console()
    hidden = 0
    for fault in scores.faults:
        if fault.part != "tune":
            hidden += 1
            continue
        line = Text(f"{fault.document}  {fault.measure}  ")
        line.append(fault.sort, style="bold red")
        line.append(f"  {fault.what}\n    ")
        line.append(" ".join(fault.quote.split()), style="italic")
        console.print(line)
    if hidden:
        console.print(f"{hidden} more in the check part, which stays unseen")
