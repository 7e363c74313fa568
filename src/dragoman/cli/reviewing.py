"""``dragoman review``: one doubtful link or report after another, and what a person says to it.

In: a Store, answers on standard input. Out: corrections. Works with a pipe as with a terminal.
"""

from __future__ import annotations

import sys
import textwrap
import unicodedata
from collections.abc import Iterator
from itertools import chain, islice, zip_longest

import typer

from dragoman.cli.listing import report_row
from dragoman.cli.views import safe
from dragoman.record.store import Store
from dragoman.records import Document, Link, Report

__all__ = ["walk"]

_WIDTH = 46  # cells of one of two columns, so that both stand on a terminal of 96
# Reports below this confidence are shown; the rules' own ordinary reports stand at 0.7 and more.
_DOUBTFUL = 0.6


def walk(store: Store, who: str, limit: int) -> int:
    """Ask about up to ``limit`` doubtful links, then reports; how many corrections were made."""
    wrong: set[str] = set()  # said to be wrong in this walk: nothing more is asked about them
    links = (
        link for link in store.unsure(limit * 4)
        if _both_stand(store, link) and wrong.isdisjoint((link.one, link.other))
    )  # fmt: skip
    asked: Iterator[Link | Report] = chain(links, store.doubtful(_DOUBTFUL, limit))
    made = 0
    for n, doubt in enumerate(islice(asked, limit), 1):
        typer.echo(f"\n--- {n} ---")
        if isinstance(doubt, Link):
            _show_link(store, doubt)
            answer = _ask(
                "same (s), different (d), wrong report (w1, w2), skip (Enter), quit (q)? "
            )
        else:
            report, document = store.report(doubt.id)
            _print_columns([_lines(report, document)])
            answer = _ask("right (Enter), wrong (w), quit (q)? ")
        if answer is None or answer == "q":
            break
        made += _take(store, doubt, answer, who)
        if isinstance(doubt, Link) and answer in ("w1", "w2"):
            wrong.add(doubt.one if answer == "w1" else doubt.other)
    return made


def _both_stand(store: Store, link: Link) -> bool:
    """Whether the question is still open: two events, and nobody has said anything."""
    one, other = store.event_of(link.one), store.event_of(link.other)
    return one is not None and other is not None and one != other


def _ask(question: str) -> str | None:
    typer.echo(question, nl=False)
    line = sys.stdin.readline()
    if not sys.stdin.isatty():
        typer.echo(line.strip())
    return line.strip().casefold() if line else None


def _take(store: Store, doubt: Link | Report, answer: str, who: str) -> int:
    verdicts: dict[str, tuple[str, str, str | None]]
    if isinstance(doubt, Report):
        verdicts = {"w": ("wrong", doubt.id, None)}
    else:
        verdicts = {
            "s": ("same", doubt.one, doubt.other), "d": ("not the same", doubt.one, doubt.other),
            "w1": ("wrong", doubt.one, None), "w2": ("wrong", doubt.other, None),
        }  # fmt: skip
    if answer not in verdicts:
        return 0
    verb, subject, value = verdicts[answer]
    made = store.add_correction(verb, subject, value=value, who=who, why="review")
    typer.echo(f"{made.id}  {verb}")
    return 1


def _show_link(store: Store, link: Link) -> None:
    typer.echo(f"One event? score {link.score:.2f}: {link.reason}")
    _print_columns([_lines(*store.report(link.one)), _lines(*store.report(link.other))])


def _lines(report: Report, document: Document) -> list[str]:
    row = report_row(report)
    title = document.title or document.id
    head = [
        f"{document.publisher or document.publisher_country or '?'}, {document.published or '?'}",
        title, document.url or "", f"[{report.id}]",
        f"{row['day'] or 'no day'}  {row['kind']}  {row['status']}  {report.level or ''}",
        row["who"] + (f" > {row['towards']}" if row["towards"] else ""),
        row["where"] or "no place", row["what"], "",
    ]  # fmt: skip
    return [safe(line) for line in (*head, *(f"“{e.quote}”" for e in report.evidence[:3]))]


def _print_columns(columns: list[list[str]]) -> None:
    wrapped = [[part for line in column for part in _wrap(line)] for column in columns]
    for row in zip_longest(*wrapped, fillvalue=""):
        typer.echo(" | ".join(cell + " " * (_WIDTH - _cells(cell)) for cell in row).rstrip())


def _cells(text: str) -> int:
    """Terminal cells: Korean, Japanese and Chinese letters take two."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _wrap(line: str) -> list[str]:
    line = " ".join(line.split())
    if not line:
        return [""]
    if _cells(line) == len(line):
        return textwrap.wrap(line, _WIDTH)
    out, current = [], ""
    for letter in line:
        if _cells(current + letter) > _WIDTH:
            out.append(current)
            current = ""
        current += letter
    return [*out, current]
