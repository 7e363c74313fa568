"""Commands over time: ``pledges``, ``calendar``, ``timeline``, ``positions``, ``attention``."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from dragoman.cli.events import name_day, name_kind
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

__all__ = ["attention", "calendar", "pledges", "positions", "timeline"]

RulesOnly = Annotated[bool, typer.Option("--rules-only", help="Without the encoder.")]
Labels = Annotated[str, typer.Option("--language", help="Language of labels: ko, en, ja, zh, ru.")]
Today = Annotated[
    str | None, typer.Option("--today", help="Day from which to reckon.", metavar="DAY")
]


def _day(value: str | None) -> Any:
    import datetime as dt

    from dragoman.errors import QuestionError

    if value is None:
        return None
    try:
        return dt.date.fromisoformat(value)
    except ValueError as fault:
        raise QuestionError(f"{value!r} is no day; write YYYY-MM-DD") from fault


def _print(
    rows: Sequence[dict[str, Any]], columns: Sequence[str], *, as_csv: bool,
    narrow: Sequence[str] = (), empty: str = "nothing found",
) -> None:  # fmt: skip
    flat = [
        {
            c: ", ".join(map(str, v))
            if isinstance(v := row.get(c), (list, tuple))
            else str(v or "")
            for c in columns
        }
        for row in rows
    ]
    print_table(flat, columns, as_csv=as_csv, narrow=narrow, empty=empty)


def _json(rows: Sequence[dict[str, Any]]) -> None:
    for row in rows:
        sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")


def pledges(
    open_only: Annotated[
        bool, typer.Option("--open", help="Neither kept, broken nor lapsed.")
    ] = False,
    by: Annotated[str | None, typer.Option(help="Who pledged: KOR.")] = None,
    to: Annotated[str | None, typer.Option(help="To whom: JPN.")] = None,
    due_within: Annotated[
        int | None, typer.Option(min=0, help="Due within so many days.", metavar="DAYS")
    ] = None,
    steps: Annotated[bool, typer.Option("--steps", help="Each step with its words.")] = False,
    today: Today = None, actor: Actor = None, between: Between = None, since: Since = None,
    until: Until = None, type: Type = None, status: Status = None, language: Language = None,
    text: Text = None, limit: Limit = None, rules_only: RulesOnly = False,
    as_json: AsJson = False, as_csv: AsCsv = False, db: Db = None,
) -> None:  # fmt: skip
    """The pledge ledger: what was promised, by whom to whom, and what became of it.

    --status made, reaffirmed, due, fulfilled, broken or lapsed; --steps shows each with its words.
    """
    from dragoman.answers.pledges import find_pledges
    from dragoman.coding.model.encoder import open_encoder
    from dragoman.record.merge import merge_new
    from dragoman.record.store import Store

    settings = load_settings(db=db, use_model=False if rules_only else None)
    with Store(settings.db, must_exist=True) as store:
        merge_new(store)
        found = find_pledges(
            store, by=_code(by), to=_code(to), between=codes(between), actor=actor, since=since,
            until=until, text=text, language=language, type=type, open_only=open_only,
            due_within=due_within, status=status, today=_day(today),
            encoder=open_encoder(settings), limit=limit,
        )  # fmt: skip
    if as_json:
        _json([p.as_json() for p in found])
        return
    if steps and not as_csv:
        _print_steps(found)
        return
    rows = [
        {
            "id": p.id, "state": p.state, "last": p.last, "due": p.due, "by": p.makers, "to": p.to,
            "pledge": p.content, "steps": " > ".join(state for state, _ in groupby(s.state for s in p.steps)),
            "url": next((s.evidence.url for s in p.steps if s.evidence), None),
        }
        for p in found
    ]  # fmt: skip
    columns = ("id", "state", "last", "due", "by", "to", "pledge", "steps")
    _print(rows, (*columns, "url") if as_csv else columns, as_csv=as_csv, narrow=columns[:4],
           empty="no pledge found")  # fmt: skip


def _print_steps(found: Sequence[Any]) -> None:
    from rich.console import Console
    from rich.text import Text as Line

    from dragoman.cli.views import safe

    console = Console(highlight=False, markup=False)
    for pledge in found:
        towards = f" to {', '.join(pledge.to)}" if pledge.to else ""
        head = f"{', '.join(pledge.makers)}{towards}: {' '.join(pledge.content.split())}"
        console.print(Line(safe(head), style="bold"), soft_wrap=True)
        for step in pledge.steps:
            console.print(
                f"  {step.day or '?':10}  {step.state:10}  {step.publisher_country or ''}"
            )
            if step.evidence:
                quote = " ".join(step.evidence.quote.split())
                console.print(Line(safe(f"      “{quote}”"), style="dim"), soft_wrap=True)
                console.print(
                    Line(safe(f"      {step.evidence.url}"), style="cyan"), soft_wrap=True
                )
        console.print()


def _code(value: str | None) -> str | None:
    return next(iter(codes(value)), None)


def calendar(
    path: Annotated[Path, typer.Argument(help="The file: FILE.ics; - for standard output.")],
    between: Between = None, actor: Actor = None, since: Since = None, until: Until = None,
    language: Labels = "en", today: Today = None, db: Db = None,
) -> None:  # fmt: skip
    """Planned meetings and due dates as an iCalendar file."""
    from dragoman.answers.calendars import make_calendar
    from dragoman.record.merge import merge_new
    from dragoman.record.store import Store

    with Store(load_settings(db=db).db, must_exist=True) as store:
        merge_new(store)
        made = make_calendar(
            store, between=codes(between), actor=actor, since=since, until=until,
            language=language, today=_day(today),
        )  # fmt: skip
    if str(path) == "-":
        sys.stdout.buffer.write(made)
        return
    path.write_bytes(made)
    typer.echo(f"{path}: entries: {made.count(b'BEGIN:VEVENT')}")


def timeline(
    actor: Actor = None, between: Between = None, topic: Topic = None, since: Since = None,
    until: Until = None, kind: Annotated[
        str | None, typer.Option(help="meeting, statement, pledge, agreement, action.")
    ] = None, language: Labels = "en", limit: Limit = None, as_json: AsJson = False,
    as_csv: AsCsv = False, db: Db = None,
) -> None:  # fmt: skip
    """All events of a pair, a person, a body or a standing issue, oldest first.

    --topic takes an issue's name or words in any language (`dragoman issues`).
    """
    from dragoman.answers.issues import find_issue, name_issue
    from dragoman.answers.timeline import find_timeline
    from dragoman.record.merge import merge_new
    from dragoman.record.store import Store

    with Store(load_settings(db=db).db, must_exist=True) as store:
        merge_new(store)
        found = find_timeline(
            store, between=codes(between), actor=actor, since=since, until=until, limit=limit,
            issue=find_issue(topic) if topic else None,
            kinds=tuple(part for part in (kind or "").split(",") if part),
        )  # fmt: skip
    rows = [
        {**m.as_json(), "what": name_kind(m.event), "day": name_day(m.event) or m.day,
         "issues": [name_issue(i, language) for i in m.issues[:3]],
         "quote": m.evidence.quote, "url": m.evidence.url}
        for m in found
    ]  # fmt: skip
    if as_json:
        _json([m.as_json() for m in found])
        return
    columns = ("day", "what", "status", "parties", "issues", "quote")
    _print(rows, (*columns, "event", "url") if as_csv else columns, as_csv=as_csv,
           narrow=("day", "status"))  # fmt: skip


def positions(
    side: Annotated[str, typer.Argument(help="Whose words: KOR, USA, NATO.")],
    topic: Annotated[str, typer.Argument(help="An issue's name or words: 러북 군사협력.")],
    since: Since = None, until: Until = None, language: Labels = "en", as_json: AsJson = False,
    as_csv: AsCsv = False, db: Db = None,
) -> None:  # fmt: skip
    """How a side's wording on an issue moved: its quotes in order, stronger or weaker named."""
    from dragoman.answers.issues import find_issue
    from dragoman.answers.positions import find_positions
    from dragoman.record.store import Store

    with Store(load_settings(db=db).db, must_exist=True) as store:
        found = find_positions(
            store, _code(side) or side, find_issue(topic), since=since, until=until
        )
    rows = [stand.as_json(language) for stand in found]
    if as_json:
        _json(rows)
        return
    for row in rows:
        row |= {"quote": row["evidence"]["quote"], "url": row["evidence"]["url"]}
    columns = ("day", "named", "change", "quote")
    _print(rows, (*columns, "scale", "level", "url") if as_csv else columns, as_csv=as_csv,
           narrow=("day", "named", "change"))  # fmt: skip


def attention(
    sort: Annotated[
        Literal["pair", "issue", "person"] | None, typer.Option(help="pair, issue or person.")
    ] = None,
    until: Until = None,
    days: Annotated[int, typer.Option(min=1, help="Length of the window.")] = 7,
    least: Annotated[
        float, typer.Option(help="Least surprise; 2: one window in a hundred.")
    ] = 2.0,
    language: Labels = "en", limit: Limit = 20, as_json: AsJson = False, as_csv: AsCsv = False,
    db: Db = None,
) -> None:  # fmt: skip
    """Which pairs, issues and people are in the news more than their own past suggests."""
    from dragoman.answers.attention import Sort, find_attention
    from dragoman.record.merge import merge_new
    from dragoman.record.store import Store

    sorts: tuple[Sort, ...] = (sort,) if sort else ("pair", "issue", "person")
    with Store(load_settings(db=db).db, must_exist=True) as store:
        merge_new(store)
        found = find_attention(store, until=until, days=days, sorts=sorts, least=least, limit=limit)
    rows = [burst.as_json(language) for burst in found]
    if as_json:
        _json(rows)
        return
    columns = ("sort", "name", "count", "expected", "surprise", "events")
    _print(rows, columns, as_csv=as_csv, narrow=columns[:1],
           empty="nothing is in the news more than its past suggests")  # fmt: skip
