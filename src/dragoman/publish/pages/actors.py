"""A state, body or person with what it took part in; two of them with their history.

In: codes and names. Out: pages with a timeline and a network, drawn from data beside them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from fastapi import APIRouter, Request
from fastapi.responses import Response

from dragoman.answers.phrasing import name_country
from dragoman.errors import NotInRecord
from dragoman.publish.asking import Reader, stores_of
from dragoman.publish.pages.frame import render
from dragoman.publish.pages.front import kept_of
from dragoman.record.events import Outline
from dragoman.record.store import EventFilter

__all__ = ["router"]

router = APIRouter(include_in_schema=False)
_SEEN = 250  # events added up for a picture; chosen: more do not show
_LISTED = 25


def timeline(found: Sequence[Outline]) -> dict[str, list[object]]:
    """Events a month and quad class, for the timeline."""
    months: dict[str, Counter[str]] = {}
    for e in found:
        if e.day:
            months.setdefault(e.day[:7], Counter())[e.quad or "other"] += 1
    names = sorted(months)
    quads = (
        "verbal cooperation", "material cooperation", "verbal conflict", "material conflict", "other",
    )  # fmt: skip
    return {
        "months": [*names],
        "series": [{"name": q, "data": [months[m][q] for m in names]} for q in quads],
    }


def network(centre: tuple[str, ...], found: Sequence[Outline], lang: str) -> dict[str, object]:
    """Who meets whom, with weights."""
    ties: Counter[tuple[str, str]] = Counter()
    for e in found:
        if e.kind == "meeting":
            ties.update((a, b) for a in e.parties for b in e.parties if a < b)
    best = dict(ties.most_common(40))
    nodes = sorted({n for tie in best for n in tie} | set(centre))
    return {
        "nodes": [{"id": n, "name": name_country(n, lang), "centre": n in centre} for n in nodes],
        "links": [{"source": a, "target": b, "value": v} for (a, b), v in best.items()],
    }


@router.get("/{lang:tongue}/actors")
def actors(request: Request, lang: str) -> Response:
    """Those who take part most."""
    rows = [
        (a, n)
        for a, n in kept_of(request).get("actors", lambda: stores_of(request).get().top_actors(150))
        if not a.startswith("Q")
    ]
    return render(request, "actors.html", lang, rows=rows)


@router.get("/{lang:tongue}/actors/{who}")
def actor(request: Request, lang: str, who: str, store: Reader) -> Response:
    """One state, body or person."""
    found = list(store.outlines(EventFilter(actor=who, limit=_SEEN)))
    if not found:
        raise NotInRecord(f"no actor {who!r} in the record")
    listed = list(store.events(EventFilter(actor=who, limit=50), related=False))
    partners = Counter(
        p for e in found if e.kind == "meeting" for p in e.parties if p != who
    ).most_common(12)
    folk = Counter(name for e in found for name, country in e.people if country == who).most_common(
        12
    )
    return render(
        request, "actor.html", lang, who=who, name=name_country(who, lang), found=listed,
        total=len(found), partners=partners, folk=folk, timeline=timeline(found),
        network=network((who,), found, lang),
    )  # fmt: skip


@router.get("/{lang:tongue}/pairs/{pair}")
def pair(request: Request, lang: str, pair: str, store: Reader) -> Response:
    """Two sides: their meetings, pledges and statements over time."""
    one, _, other = pair.partition("-")
    found = list(store.outlines(EventFilter(between=(one, other), limit=_SEEN))) if other else []
    if not found:
        raise NotInRecord(f"nothing between {pair!r} in the record; write KOR-JPN")
    meetings, acts = (
        list(
            store.events(
                EventFilter(kinds=kinds, between=(one, other), limit=_LISTED), related=False
            )
        )
        for kinds in (("meeting",), ("pledge", "statement", "agreement", "action"))
    )
    return render(
        request, "pair.html", lang, one=one, other=other, total=len(found),
        meetings=meetings, acts=acts,
        timeline=timeline(found), network=network((one, other), found, lang),
    )  # fmt: skip
