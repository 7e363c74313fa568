"""Commands that set accounts against one another: ``compare``, ``issues``."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.listing import print_table
from dragoman.cli.options import AsCsv, AsJson, Between, Db, Limit, Since, Until, codes
from dragoman.settings import load_settings

if TYPE_CHECKING:
    from dragoman.records import Comparison

__all__ = ["compare", "issues"]

RulesOnly = Annotated[bool, typer.Option("--rules-only", help="Without the encoder.")]
Labels = Annotated[str, typer.Option("--language", help="Language of labels: ko, en, ja, zh, ru.")]


def compare(
    event: Annotated[
        str | None, typer.Argument(help="Id of an event, or of a report of it.", metavar="EVENT")
    ] = None,
    between: Between = None,
    on: Annotated[str | None, typer.Option(help="Day of the meeting.", metavar="DAY")] = None,
    language: Labels = "en",
    as_json: AsJson = False,
    markdown: Annotated[bool, typer.Option("--markdown", help="As a Markdown table.")] = False,
    html: Annotated[bool, typer.Option("--html", help="As an HTML page.")] = False,
    rules_only: RulesOnly = False,
    db: Db = None,
) -> None:
    """What each side's readout of one event says, says differently, and leaves out.

    compare EVENT, or compare --between KOR,JPN --on 2024-11-14.
    """
    from dragoman.answers.compare import compare_readouts, find_event
    from dragoman.answers.layout import as_html, as_markdown
    from dragoman.coding.model.encoder import open_encoder
    from dragoman.record.merge import merge_new
    from dragoman.record.store import Store

    settings = load_settings(db=db, use_model=False if rules_only else None)
    with Store(settings.db, must_exist=True) as store:
        merge_new(store)
        found = find_event(store, event, between=codes(between), on=on)
        comparison = compare_readouts(
            store, found.id, encoder=open_encoder(settings), language=language
        )
    if as_json:
        sys.stdout.write(comparison.model_dump_json() + "\n")
    elif markdown:
        sys.stdout.write(as_markdown(comparison, language))
    elif html:
        sys.stdout.write(as_html(comparison, language))
    else:
        _print_comparison(comparison, language)


def _print_comparison(comparison: Comparison, language: str) -> None:
    """A block per row: each side's state, what differs, and its words."""
    from rich.console import Console
    from rich.text import Text

    from dragoman.answers.layout import state_name, words
    from dragoman.answers.phrasing import name_country
    from dragoman.cli.views import safe

    console = Console(highlight=False, markup=False)
    colours = {"said": "green", "differently": "yellow", "left out": "red", "no readout": "dim"}
    for side in comparison.sides:
        told = ", ".join(side.readouts) or words(language)["no readout"]
        console.print(
            f"{name_country(side.side, language)} ({side.side}): {safe(told)}", soft_wrap=True
        )
    if not comparison.rows:
        console.print(words(language)["nothing"])
    for row in comparison.rows:
        console.print()
        console.print(Text(f"{safe(row.topic)}  [{words(language)[row.kind]}]", style="bold"))
        for cell in row.cells:
            line = Text.assemble(
                f"  {cell.side:5}", (state_name(cell.state, language), colours[cell.state])
            )
            if cell.difference:
                line.append(f"  ({safe(cell.difference)})", style="yellow")
            console.print(line)
            for evidence in cell.evidence:
                quote = " ".join(evidence.quote.split())
                console.print(Text(safe(f"        “{quote}”")), soft_wrap=True)


def issues(
    issue: Annotated[
        str | None, typer.Argument(help="An issue's id, name or words: its reports.")
    ] = None,
    since: Since = None,
    until: Until = None,
    language: Labels = "en",
    propose: Annotated[
        bool, typer.Option("--propose", help="Topics that recur and belong to no issue.")
    ] = False,
    table: Annotated[Path | None, typer.Option(help="Your own issues (TOML).")] = None,
    limit: Limit = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    rules_only: RulesOnly = False,
    db: Db = None,
) -> None:
    """Reports under standing issues across languages: how many under each, or those of one."""
    from dragoman.answers.issues import find_issue, group_reports, name_issue, propose_issues
    from dragoman.cli.listing import report_row
    from dragoman.coding.model.encoder import open_encoder
    from dragoman.record.store import Store

    settings = load_settings(db=db, use_model=False if rules_only else None)
    columns: tuple[str, ...]
    with Store(settings.db, must_exist=True) as store:
        encoder = open_encoder(settings)
        if propose:
            proposed = propose_issues(store, encoder=encoder, table=table)
            columns = ("topics", "documents", "reports")
            rows = [
                {
                    "topics": "; ".join(p.topics), "documents": str(p.documents),
                    "reports": " ".join(p.reports),
                }
                for p in proposed
            ]  # fmt: skip
        else:
            wanted = find_issue(issue, table=table) if issue else None
            groups = group_reports(store, since=since, until=until, encoder=encoder, table=table)
            if wanted:
                columns = ("id", "day", "kind", "status", "who", "quote")
                rows = [report_row(one.report) for one in groups.get(wanted, [])]
            else:
                columns = ("issue", "name", "reports", "documents", "last")
                rows = [
                    {
                        "issue": id_, "name": name_issue(id_, language, table=table),
                        "reports": str(len(own)),
                        "documents": str(len({one.document for one in own})),
                        "last": max(
                            (
                                (one.report.when.start or "")[:10]
                                for one in own if one.report.when
                            ),
                            default="",
                        ),
                    }
                    for id_, own in groups.items()
                ]  # fmt: skip
    rows = rows[:limit]
    if as_json:
        for row in rows:
            sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
        return
    print_table(rows, columns, as_csv=as_csv, narrow=columns[:2])
