"""Ask, briefings, sources and their failures, about the data.

In: a question; nothing. Out: pages.
"""

from __future__ import annotations

from collections.abc import Iterable

from fastapi import APIRouter, Request
from fastapi.responses import Response

from dragoman.answers.ask import ask
from dragoman.answers.brief import make_brief
from dragoman.answers.phrasing import phrases
from dragoman.errors import QuestionError
from dragoman.publish.asking import Reader, Text, stores_of
from dragoman.publish.pages.frame import render, say
from dragoman.publish.pages.front import front_of, kept_of
from dragoman.record.store import Store
from dragoman.records import Answer, Failure

__all__ = ["router"]

router = APIRouter(include_in_schema=False)


@router.get("/{lang:tongue}/ask")
def question(request: Request, lang: str, store: Reader, q: Text = None) -> Response:
    """A question and its answer with quotes; the answer alone when htmx asks."""
    answer: Answer | None = None
    fault = None
    if q and q.strip():
        try:
            answer = ask(store, q, encoder=stores_of(request).encoder)
        except QuestionError as told:
            fault = str(told)
    urls = {e.url for line in (answer.sentences if answer else ()) for e in line.evidence if e.url}
    documents = _documents_at(store, urls)
    return render(
        request, "ask.html", lang, question=q, answer=answer, fault=fault, documents=documents,
        silent=str(phrases(lang)["silent"]), examples=say(lang, "ask_examples").split("|"),
    )  # fmt: skip


@router.get("/{lang:tongue}/brief")
def brief(request: Request, lang: str, store: Reader, about: Text = None) -> Response:
    """A briefing on an event, a pair, a person, a topic or a stretch of days."""
    found, fault = None, None
    if about and about.strip():
        try:
            found = make_brief(store, about, language=lang)
        except QuestionError as told:
            fault = str(told)
    urls = {e.url for line in (found.lines if found else ()) for e in line.evidence if e.url}
    return render(
        request, "brief.html", lang, brief=found, about=about, fault=fault,
        documents=_documents_at(store, urls),
    )  # fmt: skip


def _documents_at(store: Store, urls: Iterable[str]) -> dict[str, dict[str, object]]:
    """Id, title, publisher, day and language of the documents at these addresses."""
    names = ("id", "title", "publisher", "published", "language")
    out: dict[str, dict[str, object]] = {}
    for url in urls:
        row = store.reading.execute(
            f"SELECT {', '.join(names)} FROM documents WHERE url = ?", (url,)
        ).fetchone()
        if row:
            out[url] = dict(zip(names, row, strict=True))
    return out


@router.get("/{lang:tongue}/sources")
def sources(request: Request, lang: str) -> Response:
    """Who was read, when last, and what could not be read."""
    rows, failures, failed = kept_of(request).get(
        "sources", lambda: _sources(stores_of(request).get())
    )
    return render(request, "sources.html", lang, rows=rows, failures=failures, failed=failed)


def _sources(store: Store) -> tuple[list[dict[str, object]], list[Failure], int]:
    found = store.reading.execute(
        "SELECT coalesce(publisher, '?'), publisher_country, language, count(*), max(published), "
        "max(stored) FROM documents GROUP BY 1, 2, 3 ORDER BY 4 DESC LIMIT 200"
    ).fetchall()
    names = ("publisher", "country", "language", "documents", "newest", "stored")
    failures = store.failures()
    return [dict(zip(names, r, strict=True)) for r in found], failures[-100:], len(failures)


@router.get("/{lang:tongue}/about")
def about(request: Request, lang: str) -> Response:
    """What the record is, how it is made, what its words mean."""
    return render(request, "about.html", lang, counts=front_of(request).counts)
