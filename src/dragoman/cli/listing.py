"""Commands that list what is in the record: reports by kind, documents, failures, actors."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Annotated, Any, TextIO

import typer

from dragoman.cli.options import (
    Actor,
    Actors,
    AsCsv,
    AsJson,
    Between,
    Db,
    Language,
    Limit,
    Since,
    Status,
    Text,
    Type,
    Until,
    codes,
)
from dragoman.publish.sheets import guard_formula
from dragoman.settings import load_settings

if TYPE_CHECKING:
    from dragoman.records import Report

__all__ = [
    "actions",
    "actors",
    "documents",
    "failures",
    "meetings",
    "print_table",
    "report_row",
    "statements",
]  # fmt: skip

REPORT_COLUMNS = ("id", "day", "kind", "status", "who", "towards", "what", "where", "quote")


def report_row(report: Report) -> dict[str, str]:
    """A report as one flat row: the columns of REPORT_COLUMNS."""
    first = [p for p in report.participants if p.role in ("party", "source")]
    second = [p for p in report.participants if p.role in ("target", "to", "about")]
    where = report.where
    return {
        "id": report.id,
        "day": (report.when.start or "")[:10] if report.when else "",
        "kind": report.form or report.kind,
        "status": report.status,
        "who": ", ".join(_name(p.name, p.country) for p in first),
        "towards": ", ".join(_name(p.name, p.country) for p in second),
        "what": report.content
        or "; ".join(report.topics)
        or " ".join(c.type for c in report.codes),
        "where": ", ".join(filter(None, (where.city, where.country))) if where else "",
        "quote": report.evidence[0].quote,
    }


def _name(name: str | None, country: str | None) -> str:
    if name and country and name != country:
        return f"{name} ({country})"
    return name or country or "?"


def print_table(
    rows: Iterable[dict[str, str]],
    columns: Sequence[str],
    *,
    as_csv: bool = False,
    narrow: Sequence[str] = (),
    empty: str = "nothing found",
    stream: TextIO | None = None,
) -> None:
    """Rows as CSV, as a table on a terminal, or as tab-separated lines in a pipe."""
    if as_csv:
        writer = csv.DictWriter(
            stream or sys.stdout, columns, extrasaction="ignore", lineterminator="\n"
        )
        writer.writeheader()
        writer.writerows({k: guard_formula(v) for k, v in row.items()} for row in rows)
        return
    shown = list(rows)
    if not shown:
        typer.echo(empty, err=True)
        return
    if not sys.stdout.isatty():
        for row in shown:
            typer.echo("\t".join(" ".join(row[c].split()) for c in columns))
        return
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in columns:
        if column in narrow:
            table.add_column(column, no_wrap=True)
        else:
            table.add_column(column, overflow="fold")
    for row in shown:
        table.add_row(*(_shorten(row[c], 90) for c in columns))
    Console(highlight=False, markup=False).print(table)


def _shorten(text: str, most: int) -> str:
    text = " ".join(text.split())
    return text if len(text) <= most else text[: most - 1] + "…"


def _list_reports(
    kinds: tuple[str, ...], columns: Sequence[str], *, db: Any, as_json: bool, as_csv: bool,
    between: str | None, **wanted: Any,
) -> None:  # fmt: skip
    from dragoman.record.store import Filter, Store

    chosen = Filter(kinds=kinds, between=codes(between), **wanted)
    with Store(load_settings(db=db).db, must_exist=True) as store:
        found = (report for report, _ in store.reports(chosen))
        if as_json:
            for report in found:
                sys.stdout.write(report.model_dump_json() + "\n")
            return
        print_table(
            map(report_row, found), REPORT_COLUMNS if as_csv else columns, as_csv=as_csv,
            narrow=("id", "day", "status"),
            empty="nothing found; `dragoman read FILE... --db RECORD` fills a record",
        )  # fmt: skip


def meetings(
    actor: Actor = None, between: Between = None, since: Since = None, until: Until = None,
    type: Type = None, status: Status = None, language: Language = None, text: Text = None,
    limit: Limit = None, as_json: AsJson = False, as_csv: AsCsv = False, db: Db = None,
) -> None:  # fmt: skip
    """Meetings, calls and visits, newest first."""
    _list_reports(
        ("meeting",), ("id", "day", "kind", "status", "who", "where"), db=db, as_json=as_json,
        as_csv=as_csv, between=between, actor=actor, since=since, until=until, type=type,
        status=status, language=language, text=text, limit=limit,
    )  # fmt: skip


def statements(
    actor: Actor = None, between: Between = None, since: Since = None, until: Until = None,
    type: Type = None, status: Status = None, language: Language = None, text: Text = None,
    limit: Limit = None, as_json: AsJson = False, as_csv: AsCsv = False, db: Db = None,
) -> None:  # fmt: skip
    """Positions taken: concern, support, condemnation, demands."""
    _list_reports(
        ("statement",), ("id", "day", "status", "who", "towards", "what"), db=db, as_json=as_json,
        as_csv=as_csv, between=between, actor=actor, since=since, until=until, type=type,
        status=status, language=language, text=text, limit=limit,
    )  # fmt: skip


def actions(
    actor: Actor = None, between: Between = None, since: Since = None, until: Until = None,
    type: Type = None, status: Status = None, language: Language = None, text: Text = None,
    limit: Limit = None, as_json: AsJson = False, as_csv: AsCsv = False, db: Db = None,
) -> None:  # fmt: skip
    """What one actor did to another: aid, sanctions, attacks, drills; and what was signed."""
    _list_reports(
        ("action", "agreement"), ("id", "day", "status", "who", "towards", "what"), db=db,
        as_json=as_json, as_csv=as_csv, between=between, actor=actor, since=since, until=until,
        type=type, status=status, language=language, text=text, limit=limit,
    )  # fmt: skip


def documents(
    language: Language = None, text: Text = None, since: Since = None, until: Until = None,
    limit: Limit = None, as_json: AsJson = False, as_csv: AsCsv = False, db: Db = None,
) -> None:  # fmt: skip
    """What was read, newest first."""
    from dragoman.record.store import Store

    with Store(load_settings(db=db).db, must_exist=True) as store:
        found = store.documents(language=language, text=text, since=since, until=until, limit=limit)
        if as_json:
            for document in found:
                sys.stdout.write(document.model_dump_json() + "\n")
            return
        rows = (
            {
                "id": d.id, "published": (d.published or "")[:10], "language": d.language,
                "publisher": d.publisher or d.publisher_country or "", "title": d.title or "",
                "url": d.url or "",
            }
            for d in found
        )  # fmt: skip
        columns = ("id", "published", "language", "publisher", "title")
        print_table(
            rows, (*columns, "url") if as_csv else columns, as_csv=as_csv,
            narrow=("id", "published", "language"),
        )  # fmt: skip


def failures(as_json: AsJson = False, as_csv: AsCsv = False, db: Db = None) -> None:
    """What could not be read, at which stage, why, and what to do."""
    from dragoman.record.store import Store

    with Store(load_settings(db=db).db, must_exist=True) as store:
        found = store.failures()
        if as_json:
            for failure in found:
                sys.stdout.write(failure.model_dump_json() + "\n")
            return
        rows = (
            {
                "source": f.source, "line": str(f.line or ""), "stage": f.stage, "fault": f.fault,
                "remedy": f.remedy, "at": f.at,
            }
            for f in found
        )  # fmt: skip
        columns = ("source", "line", "stage", "fault", "remedy")
        print_table(
            rows, (*columns, "at") if as_csv else columns, as_csv=as_csv, empty="no failures"
        )


def actors(
    name: Annotated[
        str | None, typer.Argument(help="A name, code or word to look up; none: whom the record holds.")
    ] = None,
    on: Annotated[str | None, typer.Option(help="Office-holders on this day.", metavar="DAY")] = None,
    table: Actors = None, as_json: AsJson = False, as_csv: AsCsv = False, db: Db = None,
) -> None:  # fmt: skip
    """Who is in the record and how often; or, with a NAME, what the tables know of it."""
    import json

    columns: tuple[str, ...]
    if name is None:
        from dragoman.record.store import Store

        with Store(load_settings(db=db).db, must_exist=True) as store:
            rows = [
                {"actor": who, "country": country or "", "reports": str(count)}
                for who, country, count in store.actors()
            ]
        columns = ("actor", "country", "reports")
    else:
        from dragoman.coding.names.lookup import look_up

        rows = look_up(name, on, table)
        columns = ("table", "code", "name", "office", "start", "end", "names")
    if as_json:
        for row in rows:
            sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
        return
    print_table(rows, columns, as_csv=as_csv, empty=f"no actor {name!r} in the tables")
