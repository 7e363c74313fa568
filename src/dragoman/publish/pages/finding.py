"""Events by search and facets, by topic, by day to come, and the ledger of pledges.

In: filters of an address. Out: pages of at most 50 rows with a link to the next.
"""

from __future__ import annotations

import itertools
from datetime import UTC, date, datetime, timedelta
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from dragoman.answers.issues import find_issue, load_issues, name_issue
from dragoman.answers.pledges import Pledge, find_pledges
from dragoman.errors import QuestionError
from dragoman.publish.asking import Reader, Text, codes, stores_of
from dragoman.publish.cursors import read_cursor, write_cursor
from dragoman.publish.pages.frame import render
from dragoman.publish.pages.front import kept_of
from dragoman.record.store import EventFilter, Store
from dragoman.records import Event

__all__ = ["router"]

router = APIRouter(include_in_schema=False)
Kind = Literal["meeting", "pledge", "statement", "agreement", "action"]
Status = Literal[
    "held", "planned", "proposed", "cancelled", "background", "lapsed", "made", "reaffirmed",
    "fulfilled", "broken", "negated", "done", "hypothetical",
]  # fmt: skip
_ROWS = 50
Blank = Annotated[str | None, Query(max_length=40)]


@router.get("/{lang:tongue}/events")
def events(
    request: Request, lang: str, store: Reader, q: Text = None, kind: Blank = None,
    between: Blank = None, status: Blank = None, since: Blank = None, until: Blank = None,
    language: Blank = None, cursor: Annotated[str | None, Query(max_length=400)] = None,
) -> Response:  # fmt: skip
    """Events that pass the facets; the list alone when htmx asks."""
    values = {
        "q": q, "kind": kind, "between": between, "status": status, "since": since, "until": until,
        "language": language,
    }  # fmt: skip
    for name, day in (("since", since), ("until", until)):
        if day:
            try:
                date.fromisoformat(day)
            except ValueError as fault:
                raise QuestionError(f"{name}={day!r} is no ISO day (2024-11-14)") from fault
    wanted = EventFilter(
        kinds=(kind,) if kind else (), between=codes(between), since=since or None,
        until=until or None, status=status or None, text=q or None, language=language or None,
        limit=_ROWS + 1, after=read_cursor(cursor),
    )  # fmt: skip
    found = list(store.events(wanted, related=False))
    following = None
    if len(found) > _ROWS:
        found = found[:_ROWS]
        following = write_cursor(*store.place_of(found[-1].id))
    # Documents beside events: a search also finds what was read and not coded.
    documents = list(store.documents(text=q, limit=5)) if q and not cursor else []
    return render(
        request, "events.html", lang, found=found, values=values, following=following,
        documents=documents, kinds=Kind.__args__, statuses=Status.__args__,  # type: ignore[attr-defined]
        states=kept_of(request).get("states", lambda: stores_of(request).get().top_actors(60)),
    )  # fmt: skip


@router.get("/{lang:tongue}/topics")
def topics(request: Request, lang: str) -> Response:
    """The standing issues."""
    names = sorted((name_issue(id_, lang), id_) for id_ in load_issues())
    return render(request, "topics.html", lang, names=names)


@router.get("/{lang:tongue}/topics/{issue}")
def topic(request: Request, lang: str, issue: str) -> Response:
    """Events under a standing issue."""
    id_ = find_issue(issue)
    found = kept_of(request).get(("topic", id_), lambda: _under(stores_of(request).get(), id_))
    return render(request, "topic.html", lang, name=name_issue(id_, lang), found=found)


def _under(store: Store, issue: str) -> list[Event]:
    """Events whose topics or documents hold one of the issue's names, newest first."""
    words = dict.fromkeys(load_issues()[issue].names.values())
    rows = {
        e.id: e
        for word in words
        for e in itertools.chain(
            store.events(EventFilter(topic=word, limit=_ROWS), related=False),
            store.events(EventFilter(text=word, limit=_ROWS), related=False),
        )
    }
    return sorted(rows.values(), key=lambda e: (e.when and e.when.start) or "", reverse=True)[
        :_ROWS
    ]


@router.get("/{lang:tongue}/calendar")
def calendar(request: Request, lang: str, store: Reader, month: Blank = None) -> Response:
    """A month of meetings: held and planned."""
    today = datetime.now(UTC).date()
    try:
        first = date.fromisoformat(f"{month or today.strftime('%Y-%m')}-01")
    except ValueError as fault:
        raise QuestionError(f"month={month!r} is no month (2024-11)") from fault
    after = (first + timedelta(days=32)).replace(day=1)
    last = after - timedelta(days=1)
    found = list(
        store.events(
            EventFilter(
                kinds=("meeting",), since=first.isoformat(), until=last.isoformat(), limit=300
            ),
            related=False,
        )
    )
    by_day: dict[str, list[object]] = {}
    for event in found:
        if event.when and event.when.start and event.when.precision in ("day", "time"):
            by_day.setdefault(event.when.start[:10], []).append(event)
    weeks = []
    day = first - timedelta(days=first.weekday())
    while day <= last:
        weeks.append([day + timedelta(days=n) for n in range(7)])
        day += timedelta(days=7)
    newest = next(store.events(EventFilter(kinds=("meeting",), limit=1), related=False), None)
    return render(
        request, "calendar.html", lang, first=first, weeks=weeks, by_day=by_day,
        before=(first - timedelta(days=1)).strftime("%Y-%m"), after=after.strftime("%Y-%m"),
        newest=newest.when.start[:7] if newest and newest.when and newest.when.start else None,
    )  # fmt: skip


@router.get("/{lang:tongue}/pledges")
def pledges(
    request: Request, lang: str, between: Blank = None, status: Blank = None, q: Text = None,
) -> Response:  # fmt: skip
    """Who pledged what to whom, and what became of it, step by step."""
    sides = codes(between)

    def add_up() -> list[Pledge]:
        store = stores_of(request).get()
        # Without a side the ledger is of the last months: the whole one is for programs.
        since = None if sides or q else _months_back(store)
        return find_pledges(
            store, between=sides, status=status or None, text=q or None, since=since, limit=100
        )

    found = kept_of(request).get(("pledges", sides, status, q), add_up)
    return render(
        request, "pledges.html", lang, found=found,
        values={"between": between, "status": status, "q": q},
    )  # fmt: skip


def _months_back(store: Store) -> str | None:
    """The day half a year before the newest pledge."""
    (newest,) = store.reading.execute(
        "SELECT max(first) FROM events WHERE kind = 'pledge'"
    ).fetchone()
    if not newest:
        return None
    return (date.fromisoformat(newest[:10]) - timedelta(days=183)).isoformat()
