"""The best passages for a question that no report answers: full text and sentence vectors joined.

In: a Store and a parsed Question. Out: sentences, best first, or none. A sentence is taken only
when its document names everybody whom the question names and the sentence itself holds the
question's own words; a likeness of vectors alone is no answer.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.answers.phrasing import name_country
from dragoman.answers.question import Question
from dragoman.answers.sentences import Told, Vectors, cover, fold, sentences_of, similarities
from dragoman.record.store import Store
from dragoman.record.tokens import query_tokens
from dragoman.records import Document

__all__ = ["find_passages"]

_DOCUMENTS = 12  # documents opened for one question; chosen for time
_ENOUGH = 0.75  # share of the question's words a sentence must hold; chosen on the demo


def find_passages(store: Store, asked: Question, encoder: Vectors | None) -> list[Told]:
    """Sentences that hold the question's words in documents that name all whom it names."""
    if len(asked.words) < 2 and not (asked.words and asked.named):
        return []
    told: list[Told] = []
    for id_ in _documents(store, asked):
        document = store.document(id_)
        if not _within(document, asked) or not _names_all(document, asked):
            continue
        for one in sentences_of(document):
            share = cover(asked.words, one.text)
            if share >= _ENOUGH and _holds_numbers(asked, one.text):
                told.append(replace(one, score=share))
    near = similarities(asked.text, told, encoder)
    told = [replace(t, score=t.score + float(near[i])) for i, t in enumerate(told)]
    return sorted(told, key=lambda t: -t.score)[:3]


def _documents(store: Store, asked: Question) -> list[str]:
    terms = [query_tokens(word) for word in asked.words]
    terms = [f"({term})" for term in terms if term]
    if not terms:
        return []
    rows = store.reading.execute(
        "SELECT document FROM found WHERE found MATCH ? ORDER BY rank LIMIT ?",
        (" AND ".join(terms[:6]), _DOCUMENTS),
    ).fetchall()
    if not rows and len(terms) > 2:
        rows = store.reading.execute(
            "SELECT document FROM found WHERE found MATCH ? ORDER BY rank LIMIT ?",
            (" OR ".join(terms[:6]), _DOCUMENTS),
        ).fetchall()
    return [row[0] for row in rows]


def _within(document: Document, asked: Question) -> bool:
    if asked.since is None:
        return True
    day = (document.published or "")[:10]
    return bool(day) and asked.since <= day <= (asked.until or day)


def _names_all(document: Document, asked: Question) -> bool:
    text = fold(f"{document.title or ''}\n{document.text}")
    for named in asked.named:
        forms = {fold(named.name or named.text)}
        if named.country and not named.person:
            forms |= {fold(name_country(named.country, code)) for code in (document.language, "en")}
            forms.add(fold(named.text))
        if not any(form in text for form in forms):
            return False
    return True


def _holds_numbers(asked: Question, text: str) -> bool:
    """A number in the question must stand in the sentence: 2018 is not 2019."""
    return all(word in text for word in asked.words if word[0].isdigit())
