"""Which index a list of events walks, so that a page of fifty costs fifty rows and not the record.

In: an open connection and an EventFilter. Out: SQL for the events' JSON, newest day first, with
its values. A list is driven by what narrows it most (rare words, an actor, a language, a status, a
kind) in an index that is in order of days already; everything else is asked of each row on the
way. Rows that hold JSON are opened for what is listed alone. Making events of the JSON is left to
events.py.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from dragoman.record.database import beyond
from dragoman.record.tokens import query_tokens

__all__ = ["FEW", "LAPSES_AFTER", "EventFilter", "fills_soon", "holds_few", "select_events"]

# Days after its last day at which a plan that nobody reported as held counts as lapsed: weekly
# round-ups and late readouts come within two weeks. Chosen, not measured.
LAPSES_AFTER = 14

# Documents that hold the words of a search up to which all of them are looked up and sorted; of
# commoner words the newest rows are tried one by one until a page is full. Measured: sorting
# 5,000 and trying at one in twenty cost about the same, ten milliseconds.
FEW = 5_000
_RARE = 2_000  # rows counted to find out which of several actors is the rarest


@dataclass(frozen=True, slots=True)
class EventFilter:
    """What events to list. ``between``: countries or bodies that all take part; days are ISO.

    ``since``, ``until``: by the event's days, or the day when it was first told where it has none.
    ``actor``: a country, body, Wikidata id or a person's name that takes part in any role;
    ``status``: a status, or "lapsed" for plans that nobody reported as held; ``topic``: words in
    a topic; ``text``: words in a telling's document; ``language``: of a telling's document; ``after``:
    (first day, id) of the last event seen, for the next page.
    """

    kinds: tuple[str, ...] = ()
    between: tuple[str, ...] = ()
    actor: str | None = None
    since: str | None = None
    until: str | None = None
    status: str | None = None
    type: str | None = None
    topic: str | None = None
    text: str | None = None
    language: str | None = None
    form: str | None = None
    limit: int | None = None
    after: tuple[str | None, str] | None = None


def holds_few(db: sqlite3.Connection, terms: str) -> bool:
    """Whether a full-text expression fits so few documents that sorting all of them is quick."""
    query = "SELECT count(*) FROM (SELECT rowid FROM found WHERE found MATCH ? LIMIT ?)"
    (count,) = db.execute(query, (terms, FEW + 1)).fetchone()
    return bool(count <= FEW)


def fills_soon(db: sqlite3.Connection, terms: str) -> bool:
    """Whether of the documents kept last every second one fits: a page is full after a few tries.

    A guess at what is tried first; who tries in vain goes on with select_events as it is.
    """
    newest = "SELECT rowid FROM found WHERE found MATCH ? ORDER BY rowid DESC LIMIT 1 OFFSET ?"
    row = db.execute(newest, (terms, FEW)).fetchone()
    (last,) = db.execute("SELECT max(row) FROM catalogue").fetchone()
    return row is not None and last - row[0] <= 2 * FEW


@dataclass(slots=True)
class _Query:
    """A query as it grows: where rows come from, what they must fit, in which order."""

    source: str = ""
    id: str = ""
    first: str = ""
    opens_events: bool = True  # whether events stands in the source already, as v
    where: list[str] = field(default_factory=list)
    values: list[object] = field(default_factory=list)

    def add(self, clause: str, *given: object) -> None:
        self.where.append(clause)
        self.values.extend(given)

    def among(self, column: str, options: Iterable[str]) -> None:
        options = list(options)
        self.add(f"{column} IN ({','.join('?' * len(options))})", *options)


def select_events(
    db: sqlite3.Connection,
    wanted: EventFilter,
    today: date,
    columns: str = "w.json",
    tried: int | None = None,
) -> tuple[str, list[object]]:
    """SQL and values for the events (``w``) that pass the filter, in the order of a list.

    ``tried``: look for the words in so many of the newest events only, each by itself; that is
    quicker where most documents hold them, and may find fewer than there are.
    """
    query = _Query()
    actors = [(actor, True) for actor in dict.fromkeys(wanted.between)]
    if wanted.actor and (wanted.actor, True) not in actors:
        actors.append((wanted.actor, False))
    terms = (query_tokens(wanted.text) or '""') if wanted.text else None
    few = terms is not None and holds_few(db, terms)
    language = wanted.language
    if few:
        query.source, query.id, query.first = "told t", "t.event", "t.first"
        query.add("t.row IN (SELECT rowid FROM found WHERE found MATCH ?)", terms)
        terms, query.opens_events = None, False
    elif actors:
        rarest = min(actors, key=lambda a: _events_of(db, a[0])) if len(actors) > 1 else actors[0]
        actors.remove(rarest)
        query.source, query.id, query.first = "event_actors a", "a.event", "a.first"
        query.add("a.actor = ?", rarest[0])
        if rarest[1]:
            query.add("a.party")
        query.opens_events = False
    elif language:
        query.source, query.id, query.first = "told t", "t.event", "t.first"
        query.add("t.language = ?", language)
        language, query.opens_events = None, False
    else:
        index = _index_of(wanted)
        query.source = f"events v{f' INDEXED BY {index}' if index else ''}"
        query.id, query.first = "v.id", "v.first"
    for actor, party in actors:
        query.add(
            f"EXISTS (SELECT 1 FROM event_actors o WHERE o.actor = ? AND o.event = {query.id}"
            f"{' AND o.party' if party else ''})",
            actor,
        )
    if terms is not None and not tried:
        # The plus sign: walk the rows of one event, do not try every document with the words.
        query.add(
            f"EXISTS (SELECT 1 FROM told o WHERE o.event = {query.id} "
            "AND +o.row IN (SELECT rowid FROM found WHERE found MATCH ?))",
            terms,
        )
    if language:
        query.add(
            f"EXISTS (SELECT 1 FROM told o WHERE o.event = {query.id} AND o.language = ?)", language
        )
    _narrow(db, query, wanted, today)
    if wanted.after:
        query.where.append(beyond(query.first, query.id, wanted.after, query.values))
    listed = _write(query, tried if terms is not None and tried else wanted.limit)
    if terms is not None and tried:
        # The rows of the inner list come in its order, and no more are tried than are wanted.
        listed = (
            f"SELECT x.id, x.first FROM ({listed}) x WHERE EXISTS (SELECT 1 FROM told o "
            "WHERE o.event = x.id AND EXISTS (SELECT 1 FROM found WHERE found MATCH ? "
            f"AND rowid = o.row)) LIMIT {int(wanted.limit) if wanted.limit else -1}"
        )
        query.values.append(terms)
    whole = (
        f"SELECT {columns} FROM ({listed}) s CROSS JOIN events w ON w.id = s.id "
        "ORDER BY s.first DESC, s.id"
    )
    return whole, query.values


def _events_of(db: sqlite3.Connection, actor: str) -> int:
    query = "SELECT count(*) FROM (SELECT 1 FROM event_actors WHERE actor = ? LIMIT ?)"
    return int(db.execute(query, (actor, _RARE)).fetchone()[0])


def _index_of(wanted: EventFilter) -> str:
    """The index over events to walk where neither words, actors nor a language narrow the list."""
    if wanted.type or wanted.topic or wanted.form:
        return "events_listed"
    if wanted.status:
        return "events_by_status"
    if len(wanted.kinds) == 1 or (wanted.kinds and not wanted.limit):
        return "events_by_kind"
    return "events_listed"


def _narrow(db: sqlite3.Connection, query: _Query, wanted: EventFilter, today: date) -> None:
    """What is asked of the event itself."""
    if wanted.kinds:
        query.among("v.kind", wanted.kinds)
    if wanted.since:
        query.add("v.last >= ?", wanted.since)
        if begins := _earliest(db, wanted.since):
            query.add(f"{query.first} >= ?", begins)
    if wanted.until:
        # An ISO day sorts before any time on it; the second clause lets the index begin there.
        query.add(f"substr({query.first}, 1, 10) <= ?", wanted.until)
        query.add(f"{query.first} <= ?", f"{wanted.until}~")
    if wanted.status == "lapsed":
        cut = (today - timedelta(days=LAPSES_AFTER)).isoformat()
        query.add("v.status IN ('planned', 'proposed') AND v.last < ?", cut)
    elif wanted.status:
        query.add("v.status = ?", wanted.status)
    if wanted.form:
        query.add("v.form = ?", wanted.form)
    if wanted.type:
        query.add("' ' || v.types || ' ' LIKE ?", f"% {wanted.type} %")
    if wanted.topic:
        query.add("instr(lower(v.topics), lower(?))", wanted.topic)


def _earliest(db: sqlite3.Connection, since: str) -> str:
    """The earliest first day of events that last until ``since`` or longer; "" for no bound.

    Events within one month begin in the month of ``since`` or later; the others are few and stand
    in an index of their own.
    """
    query = (
        "SELECT min(coalesce(first, '')) FROM events INDEXED BY events_across WHERE last >= ? "
        "AND (first IS NULL OR substr(last, 1, 7) <> substr(first, 1, 7))"
    )
    (across,) = db.execute(query, (since,)).fetchone()
    return since[:7] if across is None else min(str(across), since[:7])


def _write(query: _Query, limit: int | None) -> str:
    source = query.source
    if not query.opens_events and any("v." in clause for clause in query.where):
        source += f" CROSS JOIN events v ON v.id = {query.id}"
    where = f" WHERE {' AND '.join(query.where)}" if query.where else ""
    # One event is told by several documents.
    group = f" GROUP BY {query.first}, {query.id}" if query.source.startswith("told") else ""
    return (
        f"SELECT {query.id} AS id, {query.first} AS first FROM {source}{where}{group} "
        f"ORDER BY {query.first} DESC, {query.id} LIMIT {int(limit) if limit else -1}"
    )
