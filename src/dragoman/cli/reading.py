"""``read`` and ``demo``: documents in, a record out."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.options import Actors, AsJson, Db
from dragoman.settings import Settings, load_settings

if TYPE_CHECKING:
    from dragoman.record.store import Store
    from dragoman.records import Failure, Reading

__all__ = ["demo", "read"]


def read(
    targets: Annotated[
        list[str], typer.Argument(help="Files, folders, addresses, or - for standard input.")
    ],
    as_json: AsJson = False,
    db: Db = None,
    published: Annotated[
        str | None, typer.Option(help="Publication day or time, where the page has none.")
    ] = None,
    publisher: Annotated[str | None, typer.Option(help="Who published it.")] = None,
    publisher_country: Annotated[str | None, typer.Option(help="ISO alpha-3 code.")] = None,
    language: Annotated[str | None, typer.Option(help="ko, en, ja, zh or ru.")] = None,
    actors: Actors = None,
    rules_only: Annotated[
        bool, typer.Option("--rules-only", help="Code without the encoder.")
    ] = False,
) -> None:
    """Read documents, code them, and print (--json) or keep (--db) what they tell.

    With --json alone nothing is kept. Exit code 1: some documents failed; the closing lines and
    `dragoman failures` say which and why.
    """
    from dragoman import library
    from dragoman.record.store import Store

    settings = load_settings(db=db, actors=actors, use_model=False if rules_only else None)
    store = None if as_json and db is None else Store(settings.db)
    results = library.read(
        targets, settings=settings, published=published, publisher=publisher,
        publisher_country=publisher_country, language=language,
    )  # fmt: skip
    try:
        faults = _take(results, store, as_json=as_json)
        if store:
            _merge(store, settings)
    finally:
        if store:
            store.close()
    if faults:
        raise typer.Exit(1)


def _take(results: Iterator[Reading | Failure], store: Store | None, *, as_json: bool) -> int:
    """Print or keep every result; tell at the end what became of them. Number of failures."""
    from dragoman.cli.progress import count_up
    from dragoman.records import Failure

    seen = kept = 0
    faults: list[Failure] = []
    for result in count_up(results):
        seen += 1
        if isinstance(result, Failure):
            faults.append(result)
            if store:
                store.fail(result)
            continue
        kept += store.keep(result) if store else 1
        if as_json:
            sys.stdout.write(result.model_dump_json() + "\n")
    known = seen - kept - len(faults)
    for fault in faults[:20]:
        where = f"{fault.source}:{fault.line}" if fault.line else fault.source
        typer.echo(f"failed: {where}: {fault.fault} {fault.remedy}".rstrip(), err=True)
    if len(faults) > 20:
        typer.echo(f"failed: {len(faults) - 20} more; `dragoman failures` lists them", err=True)
    line = f"{seen} read, {kept} kept"
    line += f", {known} known already" if known else ""
    line += f", {len(faults)} failed"
    if faults:
        stages = Counter(f.fault.split(":")[0][:60] for f in faults).most_common(3)
        line += ": " + "; ".join(f"{n} x {why}" if n > 1 else why for why, n in stages)
    typer.echo(line, err=True)
    return len(faults)


def _merge(store: Store, settings: Settings) -> None:
    """Fold the new reports into events."""
    from dragoman.coding.model.encoder import open_encoder
    from dragoman.record.merge import merge_new

    merge_new(store, open_encoder(settings))


def demo(
    db: Annotated[
        Path | None,
        typer.Option("--db", help="Where the demo's record goes (default: a new file)."),
    ] = None,
    serve: Annotated[
        bool, typer.Option("--serve", help="Then open the record as a site on this machine.")
    ] = False,
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port of the site.")] = 8765,
) -> None:
    """Read the bundled sample and show what the record then holds. Needs no network."""
    from dragoman.cli.demonstration import run_demo

    made = run_demo(db)
    if serve:
        from dragoman.cli.serving import serve as serve_record

        serve_record(db=made, port=port)
