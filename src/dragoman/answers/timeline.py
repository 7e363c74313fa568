"""All events of a pair, a person, a body or an issue, in the order in which they happened.

In: a Store and filters. Out: Moments, oldest first: an event with the words of its most trusted
telling. Events are found through the record's indexes; an issue through the full text of its words
in all five languages, then told apart by the words around them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from dragoman.answers.issues import issues_in, query_of
from dragoman.answers.sentences import evidence_at
from dragoman.record.events import EventFilter
from dragoman.record.store import Store
from dragoman.record.tokens import query_tokens
from dragoman.records import Document, Event, Evidence, Report

__all__ = ["Moment", "events_about", "find_timeline", "full_text_query", "moment_of"]

_CHUNK = 400  # ids of one query; SQLite takes 999 and more


@dataclass(frozen=True, slots=True)
class Moment:
    """One event on a timeline: its first day (None: none is known) and words that bear it out."""

    day: str | None
    event: Event
    evidence: Evidence
    issues: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """Plain values."""
        event = self.event
        return {
            "day": self.day, "event": event.id, "kind": event.kind, "form": event.form,
            "status": "lapsed" if "lapsed" in event.reasons else event.status,
            "parties": list(event.parties), "types": [c.type for c in event.codes],
            "issues": list(self.issues), "evidence": self.evidence.model_dump(),
        }  # fmt: skip


def find_timeline(
    store: Store, *, between: tuple[str, ...] = (), actor: str | None = None,
    issue: str | None = None, kinds: tuple[str, ...] = (), since: str | None = None,
    until: str | None = None, limit: int | None = None,
) -> list[Moment]:  # fmt: skip
    """Events oldest first; with ``limit`` the most recent ones. ``issue``: an issue's id."""
    wanted = EventFilter(
        kinds=kinds, between=between, actor=actor, since=since, until=until,
        limit=None if issue else limit,
    )  # fmt: skip
    events: Iterable[Event] = (
        store.events(wanted, related=False) if issue is None else _about(store, issue, wanted)
    )
    moments: list[Moment] = []
    for event in events:
        moment = moment_of(store, event, issue)
        if moment is not None:
            moments.append(moment)
        if limit and len(moments) >= limit:
            break
    moments.sort(key=lambda m: (m.day or "9999", m.event.id))
    return moments


def _about(store: Store, issue: str, wanted: EventFilter) -> Iterator[Event]:
    """Events whose documents hold the issue's words and which pass the filter, newest first."""
    ids = events_about(store, issue)
    narrow = bool(wanted.between or wanted.actor or wanted.since or wanted.until or wanted.kinds)
    if narrow:
        yield from (event for event in store.events(wanted, related=False) if event.id in ids)
        return
    rows: list[tuple[str, str]] = []
    listed = sorted(ids)
    for at in range(0, len(listed), _CHUNK):
        part = listed[at : at + _CHUNK]
        rows += store.reading.execute(
            f"SELECT coalesce(first, ''), id FROM events WHERE id IN ({','.join('?' * len(part))})",
            part,
        ).fetchall()
    for _, id_ in sorted(rows, reverse=True):
        yield store.event(id_)


def events_about(store: Store, issue: str) -> set[str]:
    """Ids of events of which a telling's document holds the words of an issue."""
    rows = store.reading.execute(
        "SELECT DISTINCT e.event FROM event_reports e JOIN reports r ON r.id = e.report "
        "WHERE r.superseded IS NULL AND r.document IN "
        "(SELECT document FROM catalogue WHERE row IN (SELECT rowid FROM found WHERE found MATCH ?))",
        (full_text_query(issue),),
    )
    return {id_ for (id_,) in rows}


def full_text_query(issue: str) -> str:
    """An issue's words of all languages as one FTS5 expression."""
    terms: dict[str, None] = {}
    for words in query_of(issue):
        for word in words:
            parts = [term for part in word if (term := _term(part))]
            if parts:
                terms[f"({' AND '.join(parts)})"] = None
    return " OR ".join(terms)


_CJK = re.compile(r"[가-힣]+")


def _term(part: str) -> str:
    """A part of a word as FTS5: stems with an ending * match what begins with them.

    The table writes Korean words without spaces and texts write them with or without; the index
    holds pairs of neighbours, so each place where one space may stand is asked for.
    """
    if "*" in part:
        pieces = []
        for token in re.findall(r"[^\W_]+\*?", part):
            pieces.append(f'"{token[:-1]}"*' if token.endswith("*") else f'"{token}"')
        return " AND ".join(pieces)
    whole = query_tokens(part)
    if not _CJK.fullmatch(part) or len(part) < 3:
        return whole
    cut = [query_tokens(f"{part[:at]} {part[at:]}") for at in range(1, len(part))]
    return "(" + " OR ".join(f"({term})" for term in [whole, *cut]) + ")"


def moment_of(store: Store, event: Event, issue: str | None = None) -> Moment | None:
    """An event with the words of its most trusted telling; None where none is about the issue."""
    tellings = store.tellings(event.id, copies=False)
    if not tellings:
        return None
    # The words of what came about, not of its announcement: a preview says "is to be held".
    order = sorted(
        tellings,
        key=lambda t: (
            t[0].status != event.status, not t[1].official, t[1].published or "9999", t[0].id,
        ),
    )  # fmt: skip
    chosen = None
    found: dict[str, None] = {}
    for report, document in order:
        own = _issues_of(report, document)
        found.update(dict.fromkeys(own))
        if chosen is None and (issue is None or issue in own):
            chosen = (report, document)
    if chosen is None:
        return None
    report, document = chosen
    start, end = _span(report, document)
    day = event.when.start[:10] if event.when and event.when.start else None
    return Moment(
        day or (document.published or "")[:10] or None, event,
        evidence_at(document, start, end), tuple(found),
    )  # fmt: skip


def _span(report: Report, document: Document) -> tuple[int, int]:
    """The sentence; of two pledges in one sentence each its own clause, where it names its matter."""
    first = report.evidence[0]
    clause = report.content or ""
    at = document.text.find(clause, first.start, first.end) if clause else -1
    if report.kind != "pledge" or at < 0:
        return first.start, first.end
    own = set(issues_in(clause, document.language))
    whole = set(issues_in(first.quote, document.language))
    return (at, at + len(clause)) if own and own != whole else (first.start, first.end)


def _issues_of(report: Report, document: Document) -> tuple[str, ...]:
    """Issues of a report's own words. A readout's meeting is about all that the readout names."""
    if report.kind == "meeting" and document.official:
        return issues_in(document.text, document.language)
    if report.kind == "pledge" and (own := issues_in(report.content or "", document.language)):
        return own
    quotes = " \n".join([*report.topics, report.content or "", *(e.quote for e in report.evidence)])
    return issues_in(quotes, document.language)
