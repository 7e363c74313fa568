"""/api/v1: the record for programs.

In: HTTP requests with the filters of the command line. Out: pages of rows with a cursor, as JSON,
CSV or Parquet; one record as JSON; errors as RFC 9457 problems. Reading is open; writing needs a
key (``Authorization: Bearer``).
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Annotated, Any, Literal

from fastapi import APIRouter, HTTPException, Path, Query, Request
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel, ConfigDict, Field

from dragoman.answers.ask import ask
from dragoman.answers.compare import compare_readouts
from dragoman.coding.pipeline import Coder
from dragoman.publish.asking import Day, Many, Reader, Text, Writer, codes, stores_of
from dragoman.publish.cursors import read_cursor, write_cursor
from dragoman.publish.formats import Format, respond, respond_bytes
from dragoman.reading import read_document
from dragoman.record.merge import merge_new
from dragoman.record.store import EventFilter, Filter, Store
from dragoman.records import Document, Event, Reading, Report
from dragoman.sources.fetched import Fetched, Hints

__all__ = ["router"]

_PROBLEMS: dict[int | str, dict[str, Any]] = {
    code: {"description": what, "content": {"application/problem+json": {}}}
    for code, what in (
        (401, "No key, or a forged one"), (404, "Not in the record"), (413, "Body too large"),
        (422, "A filter or body that makes no sense"), (429, "Too many requests"),
        (503, "No answer in time"),
    )
}  # fmt: skip
router = APIRouter(prefix="/api/v1", tags=["record"], responses=_PROBLEMS)
Cursor = Annotated[str | None, Query(max_length=400, description="`next` of the page before")]
Form = Annotated[Format, Query(alias="format")]
Id = Annotated[str, Path(max_length=80, pattern=r"^[\w.:-]+$")]
Kind = Literal["meeting", "pledge", "statement", "agreement", "action"]
Language = Annotated[str | None, Query(max_length=8)]


def _page(
    request: Request, store: Store, found: Iterable[Any], limit: int, form: Format,
) -> Response:  # fmt: skip
    """The rows and the cursor behind the last, when more may follow."""
    rows = list(found)
    following = None
    if len(rows) > limit:
        rows = rows[:limit]
        following = write_cursor(*_place_of(store, rows[-1]))
    return respond(request, [json.loads(r.model_dump_json()) for r in rows], form, following)


def _place_of(store: Store, row: Document | Report | Event) -> tuple[str | None, str]:
    if isinstance(row, Event):
        return store.place_of(row.id)
    if isinstance(row, Document):
        return row.published, row.id
    return (row.when.start[:10] if row.when and row.when.start else None), row.id


@router.get("/documents")
def documents(
    request: Request, store: Reader, language: Language = None, text: Text = None,
    since: Day = None, until: Day = None, limit: Many = 50, cursor: Cursor = None,
    form: Form = "json",
) -> Response:  # fmt: skip
    """What was read, newest first."""
    found = store.documents(
        language=language, text=text, since=since, until=until, limit=limit + 1,
        after=read_cursor(cursor),
    )  # fmt: skip
    return _page(request, store, found, limit, form)


@router.get("/documents/{id}")
def document(request: Request, store: Reader, id: Id) -> Response:
    """One document with its reports: a Reading."""
    reading = Reading(document=store.document(id), reports=tuple(store.reports_of(id)))
    return respond_bytes(request, reading.model_dump_json().encode(), "application/json")


@router.get("/reports")
def reports(
    request: Request, store: Reader, kind: Kind | None = None, actor: Text = None,
    between: Text = None, since: Day = None, until: Day = None, type: Text = None,
    status: Text = None, language: Language = None, text: Text = None, limit: Many = 50,
    cursor: Cursor = None, form: Form = "json",
) -> Response:  # fmt: skip
    """What documents say, newest day first."""
    wanted = Filter(
        kinds=(kind,) if kind else (), actor=actor, between=codes(between), since=since,
        until=until, type=type, status=status, language=language, text=text, limit=limit + 1,
        after=read_cursor(cursor),
    )  # fmt: skip
    return _page(request, store, (report for report, _ in store.reports(wanted)), limit, form)


@router.get("/reports/{id}")
def report(request: Request, store: Reader, id: Id) -> Response:
    """One report."""
    return respond_bytes(
        request, store.report(id)[0].model_dump_json().encode(), "application/json"
    )


@router.get("/events")
def events(
    request: Request, store: Reader, kind: Kind | None = None, actor: Text = None,
    between: Text = None, since: Day = None, until: Day = None, type: Text = None,
    status: Text = None, topic: Text = None, language: Language = None, text: Text = None,
    limit: Many = 50, cursor: Cursor = None, form: Form = "json",
) -> Response:  # fmt: skip
    """What happened, each event once, newest first."""
    wanted = EventFilter(
        kinds=(kind,) if kind else (), actor=actor, between=codes(between), since=since,
        until=until, type=type, status=status, topic=topic, language=language, text=text,
        limit=limit + 1, after=read_cursor(cursor),
    )  # fmt: skip
    return _page(request, store, store.events(wanted), limit, form)


@router.get("/events/{id}")
def event(request: Request, store: Reader, id: Id) -> Response:
    """One event."""
    return respond_bytes(request, store.event(id).model_dump_json().encode(), "application/json")


@router.get("/events/{id}/comparison")
def comparison(request: Request, store: Reader, id: Id, language: Language = None) -> Response:
    """The readouts of an event side by side: said, said differently, left out."""
    found = compare_readouts(
        store, id, encoder=stores_of(request).encoder, language=language or "en"
    )
    return respond_bytes(request, found.model_dump_json().encode(), "application/json")


@router.get("/failures")
def failures(request: Request, store: Reader) -> Response:
    """What could not be read, and why."""
    rows = [json.loads(failure.model_dump_json()) for failure in store.failures()]
    return respond(request, rows[:1000], "json", None)


@router.get("/actors")
def actors(request: Request, store: Reader, limit: Many = 50, form: Form = "json") -> Response:
    """Who takes part most often."""
    rows = [{"actor": a, "events": n} for a, n in store.top_actors(limit)]
    return respond(request, rows, form, None)


@router.get("/ask")
def answer(
    request: Request, store: Reader,
    q: Annotated[str, Query(min_length=1, max_length=500, examples=["Who met Xi Jinping in Lima?"])],
    language: Language = None,
) -> Response:  # fmt: skip
    """An answer from the record with its quotes, or a refusal with the nearest facts."""
    found = ask(store, q, language=language, encoder=stores_of(request).encoder)
    return respond_bytes(request, found.model_dump_json().encode(), "application/json")


@router.get("/search")
def search(
    request: Request, store: Reader, q: Annotated[str, Query(min_length=1, max_length=200)],
    limit: Many = 20,
) -> Response:  # fmt: skip
    """Documents that hold all words, best first."""
    rows = [{"id": id_, "title": title} for id_, title in store.search(q, limit)]
    return respond(request, rows, "json", None)


# ---------------------------------------------------------------------- writing
class NewDocument(BaseModel):
    """A document to read: ``text`` or ``html``, and what is known of it."""

    model_config = ConfigDict(extra="forbid")

    text: str | None = Field(default=None, max_length=400_000)
    html: str | None = Field(default=None, max_length=2_000_000)
    title: str | None = Field(default=None, max_length=1_000)
    url: str | None = Field(default=None, max_length=2_000)
    published: str | None = Field(default=None, max_length=40, examples=["2024-11-15"])
    publisher: str | None = Field(default=None, max_length=200)
    publisher_country: str | None = Field(default=None, max_length=12)
    language: str | None = Field(default=None, max_length=8)


class NewCorrection(BaseModel):
    """A person's word: see docs/reference/records.md for the verbs."""

    model_config = ConfigDict(extra="forbid")

    verb: Literal["same", "not the same", "field", "wrong", "actor"]
    subject: str = Field(max_length=80)
    field: str | None = Field(default=None, max_length=40)
    value: str | None = Field(default=None, max_length=500)
    why: str = Field(default="", max_length=2_000)


@router.post("/documents", status_code=201)
def add_document(request: Request, store: Reader, who: Writer, new: NewDocument) -> Response:
    """Read a document, keep what it tells, and merge it. 200 when it was known already."""
    if not (new.text or new.html):
        raise HTTPException(422, "neither 'text' nor 'html' holds anything")
    stores = stores_of(request)
    hints = Hints(
        title=new.title, url=new.url, published=new.published, publisher=new.publisher,
        publisher_country=new.publisher_country, language=new.language,
    )  # fmt: skip
    source = Fetched(
        source=f"api:{who}", url=new.url, hints=hints, text=new.text or new.html,
        form=None if new.text else "html",
    )  # fmt: skip
    reading = Coder.open(stores.settings).code(read_document(source, settings=stores.settings))
    kept = store.keep(reading)
    merge_new(store, stores.encoder)
    return JSONResponse(json.loads(reading.model_dump_json()), 201 if kept else 200)


@router.post("/corrections", status_code=201)
def add_correction(request: Request, store: Reader, who: Writer, new: NewCorrection) -> Response:
    """Keep a correction and merge anew what it touches."""
    kept = store.add_correction(
        new.verb, new.subject, field=new.field, value=new.value, who=who, why=new.why
    )
    merge_new(store, stores_of(request).encoder)
    return JSONResponse(json.loads(kept.model_dump_json()), 201)


@router.delete("/corrections/{id}")
def undo_correction(request: Request, store: Reader, who: Writer, id: Id) -> Response:
    """Take a correction back; what was before is restored."""
    undone = store.undo(id)
    merge_new(store, stores_of(request).encoder)
    return JSONResponse(json.loads(undone.model_dump_json()))
