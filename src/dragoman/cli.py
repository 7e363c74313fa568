"""The command line: one verb per thing a person wants.

Exit codes: 0 all done; 1 some documents failed (they are listed); 2 the command itself was wrong.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from dragoman.errors import DragomanError
from dragoman.settings import load_settings

__all__ = ["app", "main"]

app = typer.Typer(
    no_args_is_help=True,
    help="Reads what is published about diplomacy and keeps a record that can be checked.",
    pretty_exceptions_enable=False,
)
_Db = Annotated[Path | None, typer.Option("--db", help="The record (default: dragoman.db).")]
_Json = Annotated[bool, typer.Option("--json", help="One JSON object a line.")]
_Between = Annotated[
    str | None, typer.Option(help="Countries or bodies that all take part: KOR,USA.")
]


@app.command()
def read(
    targets: Annotated[
        list[str], typer.Argument(help="Files, folders, addresses, or - for stdin.")
    ],
    as_json: _Json = False,
    db: _Db = None,
    published: Annotated[
        str | None, typer.Option(help="Publication day, when it is known.")
    ] = None,
    publisher: Annotated[str | None, typer.Option(help="Who published it.")] = None,
    publisher_country: Annotated[str | None, typer.Option(help="ISO alpha-3 code.")] = None,
    language: Annotated[str | None, typer.Option(help="ko, en, ja, zh or ru.")] = None,
    actors: Annotated[Path | None, typer.Option(help="Your own table of actors.")] = None,
) -> None:
    """Read documents, code them, and print or keep what they tell."""
    from dragoman import library
    from dragoman.record.store import Store
    from dragoman.records import Failure

    settings = load_settings(db=db, actors=actors)
    store = None if as_json and db is None else Store(settings.db)
    seen = kept = 0
    faults: list[Failure] = []
    for result in library.read(
        targets, settings=settings, published=published, publisher=publisher,
        publisher_country=publisher_country, language=language,
    ):  # fmt: skip
        seen += 1
        if isinstance(result, Failure):
            faults.append(result)
            if store:
                store.fail(result)
            continue
        if store:
            kept += store.keep(result)
        else:
            kept += 1
        if as_json:
            typer.echo(result.model_dump_json())
    if store:
        store.close()
    for fault in faults:
        where = f"{fault.source}:{fault.line}" if fault.line else fault.source
        typer.echo(f"failed: {where}: {fault.fault} {fault.remedy}".rstrip(), err=True)
    typer.echo(f"{seen} read, {kept} kept, {len(faults)} failed", err=True)
    if faults:
        raise typer.Exit(1)


def _list_reports(kinds: tuple[str, ...], as_json: bool, db: Path | None, **wanted: Any) -> None:
    from dragoman.record.store import Filter, Store

    between = tuple(c.strip() for c in (wanted.pop("between") or "").split(",") if c.strip())
    with Store(load_settings(db=db).db) as store:
        for report, _ in store.reports(Filter(kinds=kinds, between=between, **wanted)):
            if as_json:
                typer.echo(report.model_dump_json())
                continue
            day = report.when.start if report.when and report.when.start else "no day"
            what = report.content or " ".join(c.type for c in report.codes)
            names = ", ".join(p.name or p.country or "?" for p in report.participants)
            typer.echo(f"{report.id}  {day}  {report.status:10}  {names}  {report.form or what}")


@app.command()
def meetings(
    as_json: _Json = False,
    db: _Db = None,
    between: _Between = None,
    since: Annotated[str | None, typer.Option(help="First ISO day.")] = None,
    until: Annotated[str | None, typer.Option(help="Last ISO day.")] = None,
    status: Annotated[str | None, typer.Option(help="held, planned, proposed, ...")] = None,
    language: Annotated[str | None, typer.Option(help="Language of the document.")] = None,
    text: Annotated[str | None, typer.Option(help="Words the document holds.")] = None,
) -> None:
    """Meetings, calls and visits, newest first."""
    _list_reports(("meeting",), as_json, db, between=between, since=since, until=until,
                  status=status, language=language, text=text)  # fmt: skip


@app.command()
def statements(
    as_json: _Json = False,
    db: _Db = None,
    between: _Between = None,
    since: Annotated[str | None, typer.Option(help="First ISO day.")] = None,
    until: Annotated[str | None, typer.Option(help="Last ISO day.")] = None,
    type: Annotated[str | None, typer.Option(help="PLOVER type: ACCUSE, SUPPORT, ...")] = None,
    status: Annotated[str | None, typer.Option(help="done, planned, negated, ...")] = None,
    text: Annotated[str | None, typer.Option(help="Words the document holds.")] = None,
) -> None:
    """Positions taken: concern, support, condemnation, demands."""
    _list_reports(("statement",), as_json, db, between=between, since=since, until=until,
                  type=type, status=status, text=text)  # fmt: skip


@app.command()
def pledges(
    as_json: _Json = False,
    db: _Db = None,
    between: _Between = None,
    status: Annotated[str | None, typer.Option(help="made, reaffirmed, negated.")] = None,
    text: Annotated[str | None, typer.Option(help="Words the document holds.")] = None,
) -> None:
    """What parties committed themselves to."""
    _list_reports(("pledge", "agreement"), as_json, db, between=between, status=status, text=text)


@app.command()
def documents(as_json: _Json = False, db: _Db = None) -> None:
    """What is in the record."""
    from dragoman.record.store import Store

    with Store(load_settings(db=db).db) as store:
        for document in store.documents():
            typer.echo(
                document.model_dump_json()
                if as_json
                else f"{document.id}  {document.published or 'no date':10}  {document.title or ''}"
            )


@app.command()
def failures(as_json: _Json = False, db: _Db = None) -> None:
    """What could not be read, and why."""
    from dragoman.record.store import Store

    with Store(load_settings(db=db).db) as store:
        for failure in store.failures():
            typer.echo(
                failure.model_dump_json()
                if as_json
                else f"{failure.source}  {failure.stage}: {failure.fault} {failure.remedy}".rstrip()
            )


@app.command()
def search(
    query: Annotated[str, typer.Argument(help="Words; one- and two-syllable Korean words too.")],
    db: _Db = None,
    limit: Annotated[int, typer.Option(min=1)] = 20,
) -> None:
    """Documents that hold all words of the query."""
    from dragoman.record.store import Store

    with Store(load_settings(db=db).db) as store:
        for id_, title in store.search(query, limit):
            typer.echo(f"{id_}  {title or ''}")


@app.command()
def show(
    id_: Annotated[str, typer.Argument(metavar="ID", help="A report's id.")],
    db: _Db = None,
    as_json: _Json = False,
) -> None:
    """One report with its evidence in its context."""
    from dragoman.record.store import Store

    with Store(load_settings(db=db).db) as store:
        report, document = store.report(id_)
    if as_json:
        typer.echo(report.model_dump_json())
        return
    typer.echo(json.dumps(report.model_dump(exclude={"evidence"}), ensure_ascii=False, indent=1))
    for evidence in report.evidence:
        before = document.text[max(0, evidence.start - 80) : evidence.start]
        behind = document.text[evidence.end : evidence.end + 80]
        typer.echo(f"...{before}", nl=False)
        typer.secho(evidence.quote, bold=True, nl=False)
        typer.echo(f"{behind}...")


def main() -> None:
    """Run the command line; our own errors end it with their text and exit code 2."""
    try:
        app()
    except DragomanError as fault:
        typer.echo(f"dragoman: {fault}", err=True)
        sys.exit(2)
