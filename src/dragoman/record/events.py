"""Events found again: listed by filters, opened by id, with their tellings and links.

In: filters and ids. Out: Events, Links, the reports and documents behind them. Part of Store.
Events are written by merge.py; what depends on other events or on today's date (related events,
whether a plan has lapsed) is added here when they are read.

**Ids.** An event's id is made of the id of its first telling: the one of the document published
first, then of the smallest report id. Every member's own derived id opens the event too, so an
address that was handed out keeps working when an earlier telling arrives or events are joined.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from dragoman.errors import NotInRecord
from dragoman.record.database import Database, beyond
from dragoman.record.tokens import query_tokens
from dragoman.records import Document, Event, Link, Passage, Report

__all__ = ["LAPSES_AFTER", "EventFilter", "Events", "event_id"]

# Days after its last day at which a plan that nobody reported as held counts as lapsed: weekly
# round-ups and late readouts come within two weeks. Chosen, not measured.
LAPSES_AFTER = 14


def event_id(report: str) -> str:
    """The id of an event whose first telling is ``report``."""
    return "event-" + report.removeprefix("report-")


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


class Events(Database):
    """The part of a Store that lists events."""

    def events(
        self, wanted: EventFilter | None = None, today: date | None = None
    ) -> Iterator[Event]:
        """Events that pass the filter, newest day first, those without a day last."""
        today = today or datetime.now(UTC).date()
        query, values = _select(wanted or EventFilter(), today)
        for (text,) in self._db.execute(query, values).fetchall():
            yield self._complete(Event.model_validate_json(text), today)

    def event(self, id_: str, today: date | None = None) -> Event:
        """One event by its id, or by an id that it had before it grew. Raises NotInRecord."""
        today = today or datetime.now(UTC).date()
        found = self._db.execute("SELECT json FROM events WHERE id = ?", (id_,)).fetchone()
        if found is None:
            current = self._current_id(id_)
            if current is not None:
                query = "SELECT json FROM events WHERE id = ?"
                found = self._db.execute(query, (current,)).fetchone()
        if found is None:
            raise NotInRecord(f"no event {id_!r} in {self.path}; `dragoman events` lists them")
        return self._complete(Event.model_validate_json(found[0]), today)

    def _current_id(self, id_: str) -> str | None:
        anchor = id_.removeprefix("event-")
        for report in (f"report-{anchor}", anchor):
            if current := self.event_of(report):
                return current
            if current := self._successor_event(report):
                return current
        return None

    def _successor_event(self, report: str) -> str | None:
        """The event of what a newer reader made of a superseded report, if it is one event."""
        row = self._db.execute(
            "SELECT document, kind, day, form FROM reports WHERE id = ? AND superseded IS NOT NULL",
            (report,),
        ).fetchone()
        if row is None:
            return None
        found = self._db.execute(
            "SELECT DISTINCT e.event FROM reports r JOIN event_reports e ON e.report = r.id "
            "WHERE r.superseded IS NULL AND r.document = ? AND r.kind = ? AND r.day IS ? "
            "AND r.form IS ?",
            row,
        ).fetchall()
        return found[0][0] if len(found) == 1 else None

    def event_of(self, report: str) -> str | None:
        """The id of the event that a report tells of; None where it is not merged yet."""
        query = "SELECT event FROM event_reports WHERE report = ?"
        found = self._db.execute(query, (report,)).fetchone()
        return found[0] if found else None

    def tellings(self, event: str, copies: bool = True) -> list[tuple[Report, Document]]:
        """The reports of an event with their documents, earliest first.

        Without ``copies``, a wire story that many papers carried comes once.
        """
        id_ = event if self._is_event(event) else (self._current_id(event) or event)
        rows = self._db.execute(
            "SELECT r.json, d.json, d.id FROM event_reports e JOIN reports r ON r.id = e.report "
            "JOIN documents d ON d.id = r.document WHERE e.event = ? AND r.superseded IS NULL "
            f"{'' if copies else 'AND e.copy_of IS NULL '}ORDER BY d.published, r.id",
            (id_,),
        ).fetchall()
        return [
            (
                Report.model_validate_json(report),
                Document.model_validate_json(text).model_copy(
                    update={"passages": self._passages(document)}
                ),
            )
            for report, text, document in rows
        ]

    def links(self, id_: str) -> list[Link]:
        """What was judged between a report, or any report of an event, and other reports."""
        event = id_ if self._is_event(id_) else self._current_id(id_)
        if event is None:
            where, values = "one = :id OR other = :id", {"id": id_}
        else:
            members = "(SELECT report FROM event_reports WHERE event = :id)"
            where, values = f"one IN {members} OR other IN {members}", {"id": event}
        rows = self._db.execute(f"SELECT * FROM links WHERE {where} ORDER BY one, other", values)
        return [_link(row) for row in rows]

    def unsure(self, limit: int = 50) -> list[Link]:
        """The least certain links, those nearest to a decision first."""
        rows = self._db.execute(
            "SELECT * FROM links WHERE judgement = 'unsure' ORDER BY score DESC, one, other LIMIT ?",
            (limit,),
        )
        return [_link(row) for row in rows]

    def doubtful(self, below: float, limit: int = 50) -> Iterator[Report]:
        """Reports in events whose confidence lies below a bound, the least certain first."""
        rows = self._db.execute(
            "SELECT r.json FROM reports r JOIN event_reports e ON e.report = r.id "
            "WHERE r.superseded IS NULL AND json_extract(r.json, '$.confidence') < ? "
            "ORDER BY json_extract(r.json, '$.confidence'), r.id LIMIT ?",
            (below, limit),
        ).fetchall()
        for (text,) in rows:
            yield Report.model_validate_json(text)

    def place_of(self, event: str) -> tuple[str | None, str]:
        """(day it is listed by, id): where an event stands in ``events()``, for ``after``."""
        row = self._db.execute("SELECT first FROM events WHERE id = ?", (event,)).fetchone()
        return (row[0] if row else None), event

    def top_actors(self, limit: int = 50) -> list[tuple[str, int]]:
        """Actors (codes, ids, names) with how many events they are in, most first."""
        rows = self._db.execute(
            "SELECT actor, count(*) AS n FROM event_actors GROUP BY actor ORDER BY n DESC, actor "
            "LIMIT ?",
            (limit,),
        )
        return [(str(actor), int(count)) for actor, count in rows]

    def count_events(self) -> int:
        """How many events the record holds."""
        (count,) = self._db.execute("SELECT count(*) FROM events").fetchone()
        return int(count)

    def _is_event(self, id_: str) -> bool:
        query = "SELECT 1 FROM events WHERE id = ?"
        return self._db.execute(query, (id_,)).fetchone() is not None

    def _passages(self, document: str) -> tuple[Passage, ...]:
        rows = self._db.execute(
            'SELECT role, start, "end" FROM passages WHERE document = ? ORDER BY number',
            (document,),
        )
        return tuple(Passage(role=r, start=s, end=e) for r, s, e in rows)

    def _complete(self, event: Event, today: date) -> Event:
        # Two searches by key: one over both directions at once reads every link there is.
        related = self._db.execute(
            "SELECT e.event FROM event_reports m"
            " JOIN links l ON l.one = m.report AND l.judgement = 'related'"
            " JOIN event_reports e ON e.report = l.other WHERE m.event = ?1 AND e.event <> ?1 "
            "UNION SELECT e.event FROM event_reports m"
            " JOIN links l ON l.other = m.report AND l.judgement = 'related'"
            " JOIN event_reports e ON e.report = l.one WHERE m.event = ?1 AND e.event <> ?1 "
            "ORDER BY 1",
            (event.id,),
        ).fetchall()
        reasons = event.reasons
        if lapsed(event, today):
            last = event.when.end or event.when.start if event.when else ""
            reasons = {
                **reasons,
                "lapsed": f"planned for {last}; no report says within {LAPSES_AFTER} days "
                "that it was held",
            }
        return event.model_copy(
            update={"related": tuple(row[0] for row in related), "reasons": reasons}
        )


def lapsed(event: Event, today: date) -> bool:
    """Whether a plan's last day is over for good and nothing says that it came about."""
    last = event.when and (event.when.end or event.when.start)
    if not last or event.status not in ("planned", "proposed"):
        return False
    return last[:10] < (today - timedelta(days=LAPSES_AFTER)).isoformat()


def _link(row: tuple[str, str, str, float, str, str, str]) -> Link:
    one, other, judgement, score, reason, made_by, at = row
    return Link.model_validate(
        {"one": one, "other": other, "judgement": judgement, "score": score, "reason": reason,
         "made_by": made_by, "at": at}
    )  # fmt: skip


def _select(wanted: EventFilter, today: date) -> tuple[str, list[object]]:
    where, values = list[str](), list[object]()

    def add(clause: str, *given: object) -> None:
        where.append(clause)
        values.extend(given)

    def among(column: str, options: Iterable[str]) -> None:
        options = list(options)
        add(f"{column} IN ({','.join('?' * len(options))})", *options)

    if wanted.kinds:
        among("v.kind", wanted.kinds)
    takes_part = "v.id IN (SELECT event FROM event_actors WHERE actor = ?"
    for country in wanted.between:
        add(f"{takes_part} AND party)", country)
    if wanted.actor:
        add(f"{takes_part})", wanted.actor)
    if wanted.since:
        add("v.last >= ?", wanted.since)
    if wanted.until:
        # An ISO day sorts before any time on it.
        add("substr(v.first, 1, 10) <= ?", wanted.until)
    if wanted.status == "lapsed":
        cut = (today - timedelta(days=LAPSES_AFTER)).isoformat()
        add("v.status IN ('planned', 'proposed') AND v.last < ?", cut)
    elif wanted.status:
        add("v.status = ?", wanted.status)
    if wanted.form:
        add("v.form = ?", wanted.form)
    if wanted.type:
        add("' ' || v.types || ' ' LIKE ?", f"% {wanted.type} %")
    if wanted.topic:
        add("instr(lower(v.topics), lower(?))", wanted.topic)
    tells = (
        "v.id IN (SELECT e.event FROM event_reports e JOIN reports r ON r.id = e.report "
        "AND r.superseded IS NULL "
    )
    if wanted.text:
        add(
            tells + "WHERE r.document IN (SELECT document FROM found WHERE found MATCH ?))",
            query_tokens(wanted.text) or '""',
        )
    if wanted.language:
        add(tells + "JOIN documents d ON d.id = r.document WHERE d.language = ?)", wanted.language)
    if wanted.after:
        where.append(beyond("v.first", "v.id", wanted.after, values))
    query = "SELECT v.json FROM events v"
    if where:
        query += f" WHERE {' AND '.join(where)}"
    query += " ORDER BY v.first DESC, v.id"
    if wanted.limit:
        query += f" LIMIT {int(wanted.limit)}"
    return query, values
