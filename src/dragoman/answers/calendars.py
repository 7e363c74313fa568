"""Planned meetings and due dates -> an iCalendar file (RFC 5545) for any calendar program.

In: a Store and filters. Out: bytes. Whole days, since texts give days; an entry keeps its UID when
its day moves, so a calendar that is read again moves it instead of adding another.
"""

from __future__ import annotations

import datetime as dt

from icalendar import Calendar
from icalendar import Event as Entry

from dragoman.answers.phrasing import join_names, name_country, phrases
from dragoman.answers.pledges import find_pledges, iterate_due
from dragoman.answers.sentences import Vectors
from dragoman.record.events import EventFilter
from dragoman.record.store import Store
from dragoman.records import Event

__all__ = ["make_calendar"]


def make_calendar(
    store: Store, *, between: tuple[str, ...] = (), actor: str | None = None,
    since: str | None = None, until: str | None = None, language: str = "en",
    today: dt.date | None = None, encoder: Vectors | None = None,
) -> bytes:  # fmt: skip
    """Planned and proposed meetings that have not lapsed, and due dates of open pledges."""
    today = today or dt.datetime.now(dt.UTC).date()
    calendar = Calendar()
    calendar.add("prodid", "-//dragoman//planned meetings and due dates//EN")
    calendar.add("version", "2.0")
    for status in ("planned", "proposed"):
        wanted = EventFilter(
            kinds=("meeting",),
            between=between,
            actor=actor,
            since=since,
            until=until,
            status=status,
        )
        for event in sorted(store.events(wanted, today), key=lambda e: e.id):
            if "lapsed" not in event.reasons and (entry := _meeting(store, event, language)):
                calendar.add_component(entry)
    pledges = find_pledges(
        store, between=between, actor=actor, open_only=True, today=today, encoder=encoder
    )
    for due, pledge in iterate_due(pledges):
        if (since and due < since) or (until and due > until):
            continue
        step = next(s for s in pledge.steps if s.state == "due")
        entry = Entry()
        makers = ", ".join(name_country(code, language) for code in pledge.makers)
        entry.add("uid", f"{pledge.id}@dragoman")
        entry.add("summary", f"{makers}: {pledge.content}"[:200])
        _days(entry, due, due)
        if step.evidence:
            entry.add("description", f"“{step.evidence.quote}”\n{step.evidence.url or ''}")
        calendar.add_component(entry)
    return bytes(calendar.to_ical())


def _meeting(store: Store, event: Event, language: str) -> Entry | None:
    when = event.when
    if when is None or when.start is None or when.precision in ("month", "year", "unknown"):
        return None
    entry = Entry()
    entry.add("uid", f"{event.id}@dragoman")
    form = phrases(language)["forms"][event.form or "meeting"]
    entry.add("summary", f"{form}: {join_names(event.participants, language)}")
    _days(entry, when.start[:10], (when.end or when.start)[:10])
    entry.add("status", "TENTATIVE" if event.status == "proposed" else "CONFIRMED")
    if event.where:
        country = name_country(event.where.country, language) if event.where.country else None
        entry.add("location", ", ".join(filter(None, (event.where.city, country))))
    report, document = store.tellings(event.id, copies=False)[-1]
    entry.add("description", f"“{report.evidence[0].quote}”\n{document.url or document.id}")
    return entry


def _days(entry: Entry, first: str, last: str) -> None:
    """Whole days; the end is the day after (RFC 5545, 3.6.1). The stamp is the first day's."""
    start = dt.date.fromisoformat(first)
    entry.add("dtstart", start)
    entry.add("dtend", dt.date.fromisoformat(last) + dt.timedelta(days=1))
    entry.add("dtstamp", dt.datetime(start.year, start.month, start.day, tzinfo=dt.UTC))
