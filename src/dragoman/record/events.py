"""Events found again: listed by filters, opened by id, with their tellings and links.

In: filters and ids. Out: Events, Links, the reports and documents behind them. Part of Store.
What a list walks is said in listing.py. Events are written by merge.py; what depends on other
events or on today's date (related events, whether a plan has lapsed) is added here when they are
read.

**Ids.** An event's id is made of the id of its first telling: the one of the document published
first, then of the smallest report id. Every member's own derived id opens the event too, so an
address that was handed out keeps working when an earlier telling arrives or events are joined.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from dragoman.errors import NotInRecord
from dragoman.record.database import Database
from dragoman.record.listing import LAPSES_AFTER, EventFilter, fills_soon, select_events
from dragoman.record.tokens import query_tokens
from dragoman.records import Document, Event, Link, Passage, Report

__all__ = ["LAPSES_AFTER", "EventFilter", "Events", "Outline", "event_id"]


_TRIED = 2  # events tried for each one wanted where most documents hold the words; chosen


def event_id(report: str) -> str:
    """The id of an event whose first telling is ``report``."""
    return "event-" + report.removeprefix("report-")


@dataclass(frozen=True, slots=True)
class Outline:
    """An event without its words. ``day``: its first, as it stands; ``people``: (name, country)."""

    kind: str
    day: str | None
    quad: str | None
    parties: tuple[str, ...]
    people: tuple[tuple[str, str | None], ...]


class Events(Database):
    """The part of a Store that lists events."""

    def events(
        self,
        wanted: EventFilter | None = None,
        today: date | None = None,
        *,
        related: bool = True,
    ) -> Iterator[Event]:
        """Events that pass the filter, newest day first, those without a day last.

        Without ``related`` the ids of related events are left out: a list that does not show them
        need not look for them.
        """
        today = today or datetime.now(UTC).date()
        for text in self._listed(wanted or EventFilter(), today):
            yield self._complete(Event.model_validate_json(text), today, related)

    def _listed(self, wanted: EventFilter, today: date) -> list[str]:
        terms = query_tokens(wanted.text) if wanted.text and wanted.limit else ""
        for tried in (_TRIED, None):
            if tried and not (wanted.limit and terms and fills_soon(self._db, terms)):
                continue
            number = tried * wanted.limit if tried and wanted.limit else None
            query, values = select_events(self._db, wanted, today, tried=number)
            rows = [str(text) for (text,) in self._db.execute(query, values).fetchall()]
            if not tried or len(rows) == wanted.limit:
                break
        return rows

    def event_ids(self, wanted: EventFilter) -> list[str]:
        """Ids of the events that pass the filter, in the order of ``events``."""
        query, values = select_events(self._db, wanted, datetime.now(UTC).date(), "w.id")
        return [str(id_) for (id_,) in self._db.execute(query, values)]

    def outlines(self, wanted: EventFilter) -> Iterator[Outline]:
        """What a picture of many events needs of each, in the order of ``events``."""
        query, values = select_events(self._db, wanted, datetime.now(UTC).date())
        for (text,) in self._db.execute(query, values):
            told = json.loads(text)
            yield Outline(
                kind=told["kind"], day=(told["when"] or {}).get("start"),
                quad=next((c["quad"] for c in told["codes"] if c.get("quad")), None),
                parties=tuple(told["parties"]),
                people=tuple(
                    (p["name"], p["country"]) for p in told["participants"] if p["name"]
                ),
            )  # fmt: skip

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

    def first_quotes(self, wanted: EventFilter, status: str) -> Iterator[tuple[str, str]]:
        """(event, first quote of its first telling) where that telling has this status.

        Events that pass the filter, in the order of ``events``; copies are no tellings here.
        """
        first = (
            "(SELECT r.rowid FROM event_reports e CROSS JOIN reports r ON r.id = e.report "
            "AND r.superseded IS NULL CROSS JOIN catalogue c ON c.document = r.document "
            "WHERE e.event = w.id AND e.copy_of IS NULL ORDER BY c.published, r.id LIMIT 1)"
        )
        today = datetime.now(UTC).date()
        query, values = select_events(self._db, wanted, today, f"w.id, {first}")
        quote = (
            "SELECT json_extract(json, '$.evidence[0].quote') FROM reports "
            "WHERE rowid = ? AND status = ?"
        )
        for event, report in self._db.execute(query, values).fetchall():
            for (text,) in self._db.execute(quote, (report, status)):
                yield str(event), str(text)

    def told_in(self, document: str, kind: str, status: str) -> list[tuple[Report, str]]:
        """Current reports of this kind and status in a document, each with its event."""
        rows = self._db.execute(
            "SELECT r.json, e.event FROM reports r JOIN event_reports e ON e.report = r.id "
            "WHERE r.document = ? AND r.superseded IS NULL AND r.kind = ? AND r.status = ?",
            (document, kind, status),
        ).fetchall()
        return [(Report.model_validate_json(text), event) for text, event in rows]

    def links(self, id_: str, limit: int | None = None) -> list[Link]:
        """What was judged between a report, or any report of an event, and other reports."""
        event = id_ if self._is_event(id_) else self._current_id(id_)
        if event is None:
            where, values = "one = :id OR other = :id", {"id": id_}
        else:
            members = "(SELECT report FROM event_reports WHERE event = :id)"
            where, values = f"one IN {members} OR other IN {members}", {"id": event}
        rows = self._db.execute(
            f"SELECT * FROM links WHERE {where} ORDER BY one, other LIMIT {int(limit or -1)}",
            values,
        )
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

    def _related(self, event: str) -> tuple[str, ...]:
        # Two searches by key: one over both directions at once reads every link there is.
        rows = self._db.execute(
            "SELECT e.event FROM event_reports m"
            " JOIN links l ON l.one = m.report AND l.judgement = 'related'"
            " JOIN event_reports e ON e.report = l.other WHERE m.event = ?1 AND e.event <> ?1 "
            "UNION SELECT e.event FROM event_reports m"
            " JOIN links l ON l.other = m.report AND l.judgement = 'related'"
            " JOIN event_reports e ON e.report = l.one WHERE m.event = ?1 AND e.event <> ?1 "
            "ORDER BY 1",
            (event,),
        )
        return tuple(row[0] for row in rows)

    def _complete(self, event: Event, today: date, related: bool = True) -> Event:
        reasons = event.reasons
        if lapsed(event, today):
            last = event.when.end or event.when.start if event.when else ""
            reasons = {
                **reasons,
                "lapsed": f"planned for {last}; no report says within {LAPSES_AFTER} days "
                "that it was held",
            }
        found = self._related(event.id) if related else ()
        return event.model_copy(update={"related": found, "reasons": reasons})


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
