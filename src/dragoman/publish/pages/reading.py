"""One event with all its tellings; one document with what was taken from it.

In: ids. Out: pages. Comparing readouts is left to answers, marking the text to marking.
"""

from __future__ import annotations

import json
import threading
from collections import OrderedDict
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

from dragoman.answers.compare import compare_readouts
from dragoman.publish.asking import Reader, stores_of
from dragoman.publish.marking import mark_text, paragraphs, share_coded
from dragoman.publish.pages.frame import face_of, heading_of, point_of, redirect, render
from dragoman.publish.pages.front import visits_of
from dragoman.record.store import EventFilter, Store
from dragoman.records import Comparison, Document, Event, Report

__all__ = ["router"]

router = APIRouter(include_in_schema=False)
_CONTEXT = 160  # code points around a quote
# A comparison takes the encoder half a second; it stays right as long as the event is the same.
_COMPARED = 500
_compared: OrderedDict[tuple[str, str], Comparison] = OrderedDict()
_lock = threading.Lock()


def _dot(event: Event) -> dict[str, float] | None:
    """Where the event lies on the outline of land: one unit a degree from the upper left."""
    found = point_of(event.where)
    if found is None:
        return None
    x, y = found[1] + 180, 90 - found[0]
    left, top = min(max(x - 60, 0), 240), min(max(y - 25, 0), 125)
    return {"x": round(x, 2), "y": round(y, 2), "left": round(left, 1), "top": round(top, 1)}


def _telling(store: Store, report: Report, document: Document) -> dict[str, Any]:
    quotes = []
    for e in report.evidence:
        before = document.text[max(0, e.start - _CONTEXT) : e.start]
        behind = document.text[e.end : e.end + _CONTEXT]
        quotes.append(
            {
                "before": ("…" if e.start > _CONTEXT else "") + before, "quote": e.quote,
                "behind": behind + ("…" if e.end + _CONTEXT < len(document.text) else ""),
            }
        )  # fmt: skip
    return {"report": report, "document": document, "quotes": quotes}


def _faces(
    event: Event, tellings: list[tuple[Report, Document]], lang: str
) -> list[tuple[str, str]]:
    """(name to show, name to look up): as documents in the reader's language write it, if any do."""
    own = [p for r, d in tellings if d.language == lang for p in r.participants if p.name]
    faces = {}
    for p in event.participants:
        if not p.name:
            continue
        told = next((o.name for o in own if p.actor and o.actor == p.actor), None)
        told = told or face_of(p, lang)
        faces[told] = p.name
    return list(faces.items())


def _comparable(event: Event) -> bool:
    return event.kind == "meeting" and len({r.publisher_country for r in event.reports}) > 1


def _compare(
    request: Request, store: Store, event: Event, lang: str, *, wait: bool
) -> Comparison | None:
    """The comparison; None where there is none, or without ``wait`` where it must be made first."""
    if not _comparable(event):
        return None
    key = (event.model_dump_json(), lang)
    with _lock:
        kept = _compared.get(key)
    if kept is None:
        if not wait:
            return None
        kept = compare_readouts(store, event.id, encoder=stores_of(request).encoder, language=lang)
        with _lock:
            _compared[key] = kept
            while len(_compared) > _COMPARED:
                _compared.popitem(last=False)
    return kept if kept.rows and len(kept.sides) > 1 else None


@router.get("/{lang:tongue}/events/{id_}")
def event(request: Request, lang: str, id_: str, store: Reader) -> Response:
    """What happened, who tells it how, and where they differ."""
    found = store.event(id_)
    if found.id != id_:
        return redirect(f"/{lang}/events/{found.id}", 307)
    visits_of(request).count(found.id)
    tellings = store.tellings(found.id)
    documents = {d.url: d for _, d in tellings if d.url}
    pledges = list(
        store.events(
            EventFilter(kinds=("pledge",), between=found.parties[:2], limit=6), related=False
        )
    ) if len(found.parties) > 1 else []  # fmt: skip
    same_day = [
        e for e in store.events(
            EventFilter(kinds=("meeting",), between=found.parties[:2], limit=7), related=False
        ) if e.id != found.id and e.id not in found.related
    ][:6] if len(found.parties) > 1 else []  # fmt: skip
    title = heading_of(found, lang)
    structured: dict[str, Any] = {
        "@context": "https://schema.org", "@type": "Event", "name": title, "identifier": found.id,
    }  # fmt: skip
    if found.when and found.when.start:
        structured |= {"startDate": found.when.start, "endDate": found.when.end}
    if found.where and found.where.city:
        structured["location"] = {
            "@type": "Place", "name": found.where.city, "addressCountry": found.where.country,
        }  # fmt: skip
    return render(
        request, "event.html", lang, event=found, title=title, faces=_faces(found, tellings, lang), dot=_dot(found),
        tellings=[_telling(store, r, d) for r, d in tellings],
        comparison=_compare(request, store, found, lang, wait=False), comparable=_comparable(found), documents=documents,
        related=[store.event(r) for r in found.related[:8]], links=store.links(found.id, limit=40),
        pledges=pledges, same_pair=same_day, structured=json.dumps(structured, ensure_ascii=False),
        updated=max((d.published or "" for _, d in tellings), default="")[:10],
    )  # fmt: skip


@router.get("/{lang:tongue}/events/{id_}/comparison")
def comparison(request: Request, lang: str, id_: str, store: Reader) -> Response:
    """The readouts of one event side by side: a page of its own, and what its event page takes in."""
    found = store.event(id_)
    documents = {d.url: d for _, d in store.tellings(found.id) if d.url}
    return render(
        request, "comparison.html", lang, event=found, title=heading_of(found, lang),
        documents=documents, comparison=_compare(request, store, found, lang, wait=True),
    )  # fmt: skip


@router.get("/{lang:tongue}/documents")
def documents(request: Request, lang: str, store: Reader) -> Response:
    """What was read last."""
    return render(request, "documents.html", lang, found=list(store.documents(limit=50)))


@router.get("/{lang:tongue}/documents/{id_}")
def document(request: Request, lang: str, id_: str, store: Reader) -> Response:
    """A document's text with marks on what was taken from it."""
    found, reports = store.document(id_), store.reports_of(id_)
    pieces = mark_text(found, reports)
    structured = {
        "@context": "https://schema.org", "@type": "NewsArticle", "headline": found.title,
        "datePublished": found.published, "inLanguage": found.language, "url": found.url,
        "publisher": {"@type": "Organization", "name": found.publisher},
    }  # fmt: skip
    return render(
        request, "document.html", lang, document=found, lines=paragraphs(pieces),
        reports=[(r, store.event_of(r.id)) for r in reports], coded=share_coded(pieces),
        structured=json.dumps(structured, ensure_ascii=False),
    )  # fmt: skip
