"""Commands that show one thing, find words, hand the record on, or check the installation."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from dragoman.cli.listing import REPORT_COLUMNS, print_table, report_row
from dragoman.cli.options import AsJson, Between, Db, Limit, Since, Until, codes
from dragoman.settings import load_settings

__all__ = ["doctor", "export", "search", "show"]


def show(
    id_: Annotated[
        str, typer.Argument(metavar="ID", help="Id of a report, a document or an event.")
    ],
    db: Db = None,
    as_json: AsJson = False,
) -> None:
    """One report with its evidence in its context, one document, or one event with its tellings."""
    from dragoman.cli.views import show_document, show_event, show_report
    from dragoman.record.store import Store

    with Store(load_settings(db=db).db, must_exist=True) as store:
        if id_.startswith("doc-"):
            document = store.document(id_)
            if as_json:
                sys.stdout.write(document.model_dump_json() + "\n")
            else:
                show_document(document, store.reports_of(id_))
        elif id_.startswith("event-"):
            event = store.event(id_)
            if as_json:
                sys.stdout.write(event.model_dump_json() + "\n")
            else:
                show_event(event, store.tellings(id_))
        else:
            report, document = store.report(id_)
            if as_json:
                sys.stdout.write(report.model_dump_json() + "\n")
            else:
                show_report(report, document)


def search(
    query: Annotated[str, typer.Argument(help="Words; one- and two-syllable Korean words too.")],
    db: Db = None,
    limit: Annotated[int, typer.Option(min=1)] = 20,
    as_json: AsJson = False,
) -> None:
    """Documents that hold all words of the query, best first."""
    from dragoman.record.store import Store

    with Store(load_settings(db=db).db, must_exist=True) as store:
        found = store.search(query, limit)
    if as_json:
        for id_, title in found:
            sys.stdout.write(json.dumps({"id": id_, "title": title}, ensure_ascii=False) + "\n")
        return
    print_table(
        [{"id": id_, "title": title or ""} for id_, title in found], ("id", "title"), narrow=("id",)
    )


def export(
    path: Annotated[Path, typer.Argument(help="Where to; - for standard output (not parquet).")],
    form: Annotated[
        Literal["csv", "jsonl", "parquet"] | None,
        typer.Option("--format", help="Default: by the name's ending."),
    ] = None,
    between: Between = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = None,
    db: Db = None,
) -> None:
    """All reports as CSV or Parquet (one flat row each) or JSONL (everything)."""
    from dragoman.errors import QuestionError
    from dragoman.record.store import Filter, Store

    form = form or _form_of(path)
    if form is None:
        raise QuestionError(
            f"{path}: no format by this name; end it with .csv, .jsonl or .parquet, or say --format"
        )
    wanted = Filter(between=codes(between), since=since, until=until, limit=limit)
    with Store(load_settings(db=db).db, must_exist=True) as store:
        found = store.reports(wanted)
        if form == "parquet":
            import pyarrow.parquet as pq

            from dragoman.library import frame_of

            pq.write_table(frame_of(found), path)
            return
        stream = sys.stdout if str(path) == "-" else path.open("w", encoding="utf-8", newline="")
        try:
            if form == "jsonl":
                for report, document in found:
                    row = {"document": document, **json.loads(report.model_dump_json())}
                    stream.write(json.dumps(row, ensure_ascii=False) + "\n")
            else:
                rows = ({**report_row(r), "document": document} for r, document in found)
                print_table(rows, (*REPORT_COLUMNS, "document"), as_csv=True, stream=stream)
        finally:
            if stream is not sys.stdout:
                stream.close()


def _form_of(path: Path) -> Literal["csv", "jsonl", "parquet"] | None:
    known: dict[str, Literal["csv", "jsonl", "parquet"]] = {
        ".csv": "csv", ".jsonl": "jsonl", ".ndjson": "jsonl", ".parquet": "parquet",
    }  # fmt: skip
    return known.get(path.suffix.lower())


def doctor(db: Db = None) -> None:
    """Check the installation: parts, tables, model, record. Exit code 1 when something is wrong."""
    from dragoman.cli.checkup import check_all

    worst = "ok"
    for name, state, told in check_all(load_settings(db=db)):
        colour = {"ok": "green", "note": "yellow", "wrong": "red"}[state]
        typer.secho(f"{state:6}", fg=colour, nl=False)
        typer.echo(f"{name}: {told}")
        worst = state if state == "wrong" else worst
    if worst == "wrong":
        raise typer.Exit(1)
