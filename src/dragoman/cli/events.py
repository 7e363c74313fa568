"""Commands on events: list them, say what is wrong, take it back, walk through the doubtful."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.listing import print_table
from dragoman.cli.options import (
    Actor,
    AsCsv,
    AsJson,
    Between,
    Db,
    Language,
    Limit,
    Since,
    Status,
    Text,
    Topic,
    Type,
    Until,
    codes,
)
from dragoman.settings import load_settings

if TYPE_CHECKING:
    from dragoman.records import Event

__all__ = ["correct", "corrections", "events", "review", "undo"]

EVENT_COLUMNS = ("id", "day", "kind", "status", "parties", "who", "where", "tellings", "differ on")
Who = Annotated[str, typer.Option("--who", envvar="DRAGOMAN_WHO", help="Who says so.")]
Why = Annotated[str, typer.Option("--why", help="Why, in a few words.")]


def name_day(event: Event) -> str:
    """The first day as exactly as it is known: 2024-11-14, 2024-11, 2024."""
    if event.when is None or event.when.start is None:
        return ""
    return event.when.start[: {"month": 7, "year": 4}.get(event.when.precision, 10)]


def name_kind(event: Event) -> str:
    """A meeting's form, else the kind with its PLOVER types, each once."""
    return event.form or " ".join([event.kind, *dict.fromkeys(c.type for c in event.codes)])


def event_row(event: Event) -> dict[str, str]:
    """An event as one flat row: the columns of EVENT_COLUMNS."""
    where = event.where
    people = dict.fromkeys(p.name for p in event.participants if p.name)
    return {
        "id": event.id,
        "day": name_day(event),
        "kind": name_kind(event),
        "status": "lapsed" if "lapsed" in event.reasons else event.status,
        "parties": ", ".join(event.parties),
        "who": ", ".join(people),
        "where": ", ".join(filter(None, (where.city, where.country))) if where else "",
        "tellings": str(sum(r.copy_of is None for r in event.reports)),
        "differ on": ", ".join(d["field"] for d in event.disagreements),
    }


def events(
    actor: Actor = None, between: Between = None, since: Since = None, until: Until = None,
    type: Type = None, status: Status = None, topic: Topic = None, language: Language = None,
    text: Text = None, kind: Annotated[
        str | None, typer.Option(help="meeting, statement, pledge, agreement, action.")
    ] = None, limit: Limit = None, as_json: AsJson = False, as_csv: AsCsv = False, db: Db = None,
) -> None:  # fmt: skip
    """What happened, each event once however many reports tell of it, newest first.

    --status lapsed lists plans of which nothing says that they came about.
    """
    from dragoman.record.merge import merge_new
    from dragoman.record.store import EventFilter, Store

    wanted = EventFilter(
        kinds=tuple(part for part in (kind or "").split(",") if part), between=codes(between),
        actor=actor, since=since, until=until, status=status, type=type, topic=topic, text=text,
        language=language, limit=limit,
    )  # fmt: skip
    with Store(load_settings(db=db).db, must_exist=True) as store:
        merge_new(store)
        found = store.events(wanted)
        if as_json:
            for event in found:
                sys.stdout.write(event.model_dump_json() + "\n")
            return
        print_table(
            map(event_row, found), EVENT_COLUMNS, as_csv=as_csv, narrow=("id", "day", "status")
        )


def correct(
    verb: Annotated[
        str, typer.Argument(help='same, "not the same" (or apart), field, wrong, actor.')
    ],
    subject: Annotated[str, typer.Argument(help="Id of a report or an event.")],
    value: Annotated[
        str | None, typer.Argument(help="The other id; or the right value; or the actor.")
    ] = None,
    who: Who = "",
    why: Why = "",
    field: Annotated[
        str | None,
        typer.Option(help="Which field is wrong (date, place, level, ...); or whose actor."),
    ] = None,
    db: Db = None,
) -> None:
    """Say what is wrong. The correction stays a row of its own and can be undone.

    correct same A B; correct apart A B; correct field EVENT 2024-11-14 --field date;
    correct wrong REPORT; correct actor REPORT Q123 --field "Cho Tae-yul".
    """
    from dragoman.record.merge import merge_new
    from dragoman.record.store import Store

    verb = "not the same" if verb == "apart" else verb
    with Store(load_settings(db=db).db, must_exist=True) as store:
        made = store.add_correction(verb, subject, value=value, field=field, who=who, why=why)
        merge_new(store)
    typer.echo(f"{made.id}  {made.verb}  {subject} {value or ''}".rstrip())


def undo(
    correction: Annotated[str, typer.Argument(help="Id of the correction.")], db: Db = None
) -> None:
    """Take a correction back; what was before it comes back."""
    from dragoman.record.merge import merge_new
    from dragoman.record.store import Store

    with Store(load_settings(db=db).db, must_exist=True) as store:
        undone = store.undo(correction)
        merge_new(store)
    typer.echo(f"{undone.id}  undone {undone.undone}")


def corrections(
    labelled: Annotated[
        bool, typer.Option("--labelled", help="As labelled data: with both reports' words, JSONL.")
    ] = False,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    db: Db = None,
) -> None:
    """What people corrected: who, when, why; those taken back are marked."""
    import json

    from dragoman.record.store import Store

    with Store(load_settings(db=db).db, must_exist=True) as store:
        if labelled:
            for row in store.labelled():
                sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
            return
        found = store.corrections()
    if as_json:
        for correction in found:
            sys.stdout.write(correction.model_dump_json() + "\n")
        return
    names = ("id", "verb", "subject", "field", "value", "who", "why", "at", "undone")
    rows = [{name: getattr(c, name) or "" for name in names} for c in found]
    print_table(rows, names, as_csv=as_csv, narrow=("id",), empty="no corrections")


def review(
    who: Who = "",
    limit: Annotated[int, typer.Option(min=1, help="At most so many questions.")] = 20,
    db: Db = None,
) -> None:
    """Walk through the least certain links and reports, evidence side by side.

    Answers: s same, d different, w wrong report (w1, w2), Enter skip, q quit. Each answer is a
    correction that `dragoman undo` takes back.
    """
    from dragoman.cli.reviewing import walk
    from dragoman.errors import QuestionError
    from dragoman.record.merge import merge_new
    from dragoman.record.store import Store

    if not who.strip():
        raise QuestionError("say who reviews: --who NAME (or DRAGOMAN_WHO)")
    with Store(load_settings(db=db).db, must_exist=True) as store:
        merge_new(store)
        made = walk(store, who, limit)
        merge_new(store)
    typer.echo(f"{made} corrections")
