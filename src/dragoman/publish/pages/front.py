"""The front page: what is new, what draws attention and why, what is coming.

In: the record. Out: one page; what it adds up is kept for a minute.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from fastapi import APIRouter, Request
from fastapi.responses import Response

from dragoman.answers.attention import Burst, find_attention
from dragoman.errors import NotInRecord
from dragoman.publish.asking import stores_of
from dragoman.publish.keeping import Kept
from dragoman.publish.pages.frame import LANGUAGES, redirect, render, tongue_of
from dragoman.publish.visits import Visits
from dragoman.record.store import EventFilter, Store
from dragoman.records import Document, Event

__all__ = ["SECTIONS", "front_of", "kept_of", "router", "visits_of"]

router = APIRouter(include_in_schema=False)
SECTIONS = (
    "events", "documents", "actors", "pairs", "topics", "pledges", "calendar", "ask", "sources",
    "review", "about", "login", "brief",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Front:
    """What the front page adds up over the record."""

    counts: dict[str, int]
    latest: tuple[Event, ...]
    attended: tuple[Event, ...]
    bursts: tuple[tuple[Burst, tuple[Event, ...]], ...]
    coming: tuple[Event, ...]
    documents: tuple[Document, ...]
    pairs: tuple[tuple[tuple[str, str], int], ...]
    updated: str | None


def visits_of(request: Request) -> Visits:
    """Where readers are counted."""
    visits: Visits = request.app.state.visits
    return visits


def kept_of(request: Request) -> Kept:
    """Where sums over the record are kept for a minute."""
    kept: Kept = request.app.state.kept
    return kept


def _add_up(store: Store) -> Front:
    today = datetime.now(UTC).date()
    meetings = list(store.events(EventFilter(kinds=("meeting",), limit=80), related=False))
    held = [e for e in meetings if e.status == "held"]
    told = sorted(
        (e for e in held if len(e.reports) > 1),
        key=lambda e: -sum(r.copies for r in e.reports),
    )[:6]
    coming = store.events(
        EventFilter(kinds=("meeting",), since=(today - timedelta(days=1)).isoformat(), limit=60),
        related=False,
    )
    pairs = Counter(
        pair
        for e in meetings
        for pair in {(a, b) for a in e.parties for b in e.parties if a < b}
        if len(pair[0]) == len(pair[1]) == 3
    )
    (updated,) = store.reading.execute("SELECT max(at) FROM readings").fetchone()
    return Front(
        counts={**store.counts(), "events": store.count_events()}, latest=tuple(held[:8]),
        attended=tuple(told), bursts=tuple(_bursts(store)),
        coming=tuple(e for e in coming if e.status in ("planned", "proposed") and e.when)[:6],
        documents=tuple(store.documents(limit=6)), pairs=tuple(pairs.most_common(8)),
        updated=updated,
    )  # fmt: skip


def _bursts(store: Store) -> list[tuple[Burst, tuple[Event, ...]]]:
    """What is in the news more than its own past suggests, with the events that carry it."""
    out = []
    for burst in find_attention(store, limit=6):
        out.append((burst, tuple(store.event(id_) for id_ in burst.events[:2])))
    return out


def front_of(request: Request) -> Front:
    """The sums, at most a minute old."""
    found = kept_of(request).get("front", lambda: _add_up(stores_of(request).get()))
    if not found.counts["documents"]:
        # An empty record is being filled by somebody who wants to see it.
        kept_of(request).clear()
    return found


@router.get("/")
def begin(request: Request) -> Response:
    """The front page in the reader's language."""
    return redirect(f"/{tongue_of(request)}/", 307)


@router.get("/{lang:tongue}")
def no_slash(lang: str) -> Response:
    """The front page has one address."""
    return redirect(f"/{lang}/", 307)


@router.get("/{lang:tongue}/")
def front(request: Request, lang: str) -> Response:
    """The front page, or how to fill an empty record."""
    found = front_of(request)
    if not found.counts["documents"]:
        return render(request, "empty.html", lang, title="dragoman")
    store, read = stores_of(request).get(), []
    for id_ in visits_of(request).most(5):
        try:
            read.append(store.event(id_))
        except NotInRecord:
            continue
    return render(request, "front.html", lang, front=found, read=read)


def _any_section(request: Request, section: str, rest: str = "") -> Response:
    tail = f"/{rest}" if rest else ""
    search = f"?{request.url.query}" if request.url.query else ""
    return redirect(f"/{tongue_of(request)}/{section}{tail}{search}", 307)


def add_sections() -> None:
    """Addresses without a language lead to the reader's own."""

    def lead(section: str) -> None:
        def go(request: Request, rest: str = "") -> Response:
            return _any_section(request, section, rest)

        router.add_api_route(f"/{section}", go, methods=["GET"])
        router.add_api_route(f"/{section}/{{rest:path}}", go, methods=["GET"])

    for section in SECTIONS:
        if section not in LANGUAGES:
            lead(section)


add_sections()
