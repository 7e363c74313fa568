"""A state, body or person with what it took part in; two of them with their history.

In: codes and names. Out: pages with a timeline and a network, drawn from data beside them.
"""

from __future__ import annotations

from collections import Counter

from fastapi import APIRouter, Request
from fastapi.responses import Response

from dragoman.answers.phrasing import name_country
from dragoman.errors import NotInRecord
from dragoman.publish.asking import Reader
from dragoman.publish.pages.frame import render
from dragoman.publish.pages.front import kept_of
from dragoman.record.store import EventFilter
from dragoman.records import Event

__all__ = ["router"]

router = APIRouter(include_in_schema=False)
_SEEN = 250  # events added up for a picture; chosen: more do not show


def timeline(found: list[Event]) -> dict[str, list[object]]:
    """Events a month and quad class, for the timeline."""
    months: dict[str, Counter[str]] = {}
    for e in found:
        if e.when and e.when.start:
            quad = next((c.quad for c in e.codes if c.quad), None) or "other"
            months.setdefault(e.when.start[:7], Counter())[quad] += 1
    names = sorted(months)
    quads = (
        "verbal cooperation", "material cooperation", "verbal conflict", "material conflict", "other",
    )  # fmt: skip
    return {
        "months": [*names],
        "series": [{"name": q, "data": [months[m][q] for m in names]} for q in quads],
    }


def network(centre: tuple[str, ...], found: list[Event], lang: str) -> dict[str, object]:
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
def actors(request: Request, lang: str, store: Reader) -> Response:
    """Those who take part most."""
    rows = [
        (a, n)
        for a, n in kept_of(request).get("actors", lambda: store.top_actors(150))
        if not a.startswith("Q")
    ]
    return render(request, "actors.html", lang, rows=rows)


@router.get("/{lang:tongue}/actors/{who}")
def actor(request: Request, lang: str, who: str, store: Reader) -> Response:
    """One state, body or person."""
    found = list(store.events(EventFilter(actor=who, limit=_SEEN)))
    if not found:
        raise NotInRecord(f"no actor {who!r} in the record")
    partners = Counter(
        p for e in found if e.kind == "meeting" for p in e.parties if p != who
    ).most_common(12)
    folk = Counter(
        p.name for e in found for p in e.participants if p.name and p.country == who
    ).most_common(12)
    return render(
        request, "actor.html", lang, who=who, name=name_country(who, lang), found=found[:50],
        total=len(found), partners=partners, folk=folk, timeline=timeline(found),
        network=network((who,), found, lang),
    )  # fmt: skip


@router.get("/{lang:tongue}/pairs/{pair}")
def pair(request: Request, lang: str, pair: str, store: Reader) -> Response:
    """Two sides: their meetings, pledges and statements over time."""
    one, _, other = pair.partition("-")
    found = list(store.events(EventFilter(between=(one, other), limit=_SEEN))) if other else []
    if not found:
        raise NotInRecord(f"nothing between {pair!r} in the record; write KOR-JPN")
    return render(
        request, "pair.html", lang, one=one, other=other, total=len(found),
        meetings=[e for e in found if e.kind == "meeting"][:25],
        acts=[e for e in found if e.kind != "meeting"][:25],
        timeline=timeline(found), network=network((one, other), found, lang),
    )  # fmt: skip
