"""The best sentences for a question that no report answers, whatever their language.

In: a Store and a parsed Question. Out: sentences, best first, or none. A sentence is taken only
when it holds what the question asks after (its notions, issues and own words), is of the kind
wanted (a number, a day, a place, somebody), lies on the days asked for, and when its document
names everybody whom the question names; a likeness of vectors alone is no answer.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from functools import cached_property

from dragoman.answers.fitting import GROUP, LEANS, fit
from dragoman.answers.kinds import holds_kind
from dragoman.answers.naming import holds_unknown, names
from dragoman.answers.notions import (
    ENCOUNTER,
    acts,
    forms_of,
    literals_of,
    mentions_in,
    need_of,
    notions_in,
    units_of,
)
from dragoman.answers.question import Named, Question
from dragoman.answers.sentences import (
    Told,
    Vectors,
    evidence_at,
    is_asked,
    sentences_of,
    similarities,
)
from dragoman.languages.dates import find_dates
from dragoman.record.events import EventFilter
from dragoman.record.store import Store
from dragoman.record.tokens import query_tokens
from dragoman.records import Document

__all__ = ["Shelf", "documents_for", "find_passages", "is_dated", "is_within"]

_DOCUMENTS = 40  # documents opened for one question; chosen for time
_RECORDED = 12  # documents more, that the record knows a person by; chosen for time
# Days after those asked for on which a sentence that names no day still tells of them; chosen.
_LATER = 7


class Shelf:
    """The documents that name everybody whom one question names, opened once for it."""

    def __init__(self, store: Store, asked: Question) -> None:
        self.store, self.asked = store, asked

    @cached_property
    def documents(self) -> list[Document]:
        """The likeliest first."""
        found = (self.store.document(id_) for id_ in documents_for(self.store, self.asked))
        return [
            d for d in found
            if holds_unknown(self.asked, f"{d.title or ''} {d.text}")
            and all(names(d, n) for n in self.asked.named)
        ]  # fmt: skip


def find_passages(shelf: Shelf, encoder: Vectors | None) -> list[Told]:
    """Sentences that hold what is asked after in documents that name all whom it names."""
    asked = shelf.asked
    notions, issues, words = units_of(asked)
    units = len(notions) + bool(issues) + len(words)
    spoken = asked.said and any(n.subject or n.person for n in asked.named)
    # "Why was A's trip put off?", "how long since A's last visit?": the kind of answer narrows.
    pair = len(asked.named) > 1 and any(n.subject for n in asked.named)
    narrow = asked.named and (asked.wanted in ("why", "where") or asked.duration or pair)
    if (not units and not asked.meeting and not spoken and not narrow) or (
        not asked.named and units < 2 and not asked.places
    ):
        return []
    need = need_of(asked)
    told: list[Told] = []
    for document in shelf.documents:
        in_time = is_within(document, asked)
        head = document.text[: document.passages[1].end] if len(document.passages) > 1 else ""
        past: list[Told] = []
        for one in sentences_of(document):
            before = _before(one, past)
            near_by = f"{document.title} {head} {before.text if before else ''} {one.text}"
            known = holds_unknown(asked, near_by)
            timely = known and (in_time or is_dated(one, before, asked))
            if timely and (share := fit(asked, one, before, need)) > 0:
                told.append(_weighed(asked, one, before, share))
            past.append(one)
    if asked.planned:  # what was to come, before what had been
        told = [t for t in told if "ahead" in notions_in(t.text)] or told
    near = similarities(asked.text, told, encoder)
    told = [replace(t, score=t.score + float(near[i])) for i, t in enumerate(told)]
    return sorted(told, key=lambda t: -t.score)[:3]


_ASKED_WITHIN = 400  # code points between a question and a sentence of its answer; chosen
_FAR = 3  # sentences back that a group's names may lie; chosen


def _before(one: Told, past: list[Told]) -> Told | None:
    """The sentence before, or the last few of the paragraph where one speaks of a group named."""
    if not past:
        return None
    last = past[-1]
    start = last.evidence.start
    # An answer is read after the question that it was given to.
    for passage in one.document.passages:
        near = 0 <= one.evidence.start - passage.end < _ASKED_WITHIN
        if passage.role == "question" and near and passage.start < start:
            start = passage.start
    # He ... There she ...: back to the sentence that names who is meant.
    back = len(past) - 1
    while back > 0 and len(past) - back < _FAR and LEANS.match(past[back].text) and (
        LEANS.match(one.text)
    ):  # fmt: skip
        back -= 1
        start = min(start, past[back].evidence.start)
    # A reporter's question may have told its matter in the sentence before that asks.
    while back > 0 and len(past) - back < _FAR and is_asked(past[back].text):
        back -= 1
        start = min(start, past[back].evidence.start)
    if GROUP.search(one.text):
        for earlier in past[-_FAR:]:
            between = one.document.text[earlier.evidence.start : one.evidence.start]
            if between.count("\n\n") < 2:  # of the same paragraph or the one before
                start = min(start, earlier.evidence.start)
    if start == last.evidence.start:
        return last
    return replace(last, evidence=evidence_at(one.document, start, last.evidence.end))


def _weighed(asked: Question, one: Told, before: Told | None, share: float) -> Told:
    """A fitting sentence with its score, together with the one before it where it leans on it."""
    document = one.document
    score = share + 0.1 * (document.language == asked.language)
    if asked.named:
        score += 0.3 * sum(names(document, n, one.text) for n in asked.named) / len(asked.named)
    if wanted := units_of(asked)[0] & acts():
        score += 0.3 * len(wanted & notions_in(one.text)) / len(wanted)
    if asked.wanted == "who" and _names_another(asked, one):
        score += 0.2
    day = (document.published or "")[:10] or None
    kind = holds_kind(asked, one.text, document.language, day)
    if before is not None and (LEANS.search(one.text) or not kind):
        start, end = before.evidence.start, one.evidence.end
        if one.evidence.start - before.evidence.end <= 2:  # of one paragraph
            one = replace(one, evidence=evidence_at(document, start, end))
    return replace(one, score=score)


def _names_another(asked: Question, one: Told) -> bool:
    """Whether a sentence names a person whom the question does not."""
    day = (one.document.published or "")[:10] or None
    known = {k for n in asked.named for k in n.keys} | {n.name for n in asked.named}
    return any(
        m.kind == "person" and m.name not in known and m.actor not in known
        for m in mentions_in(one.text, one.document.language, day)
    )


_RELATIVE = re.compile(
    r"\b(?:that|which|who)\b[^,.;]*\bhad\b[^,.;]*|\bsince\b[^,.;]*", re.IGNORECASE
)


def is_dated(one: Told, before: Told | None, asked: Question) -> bool:
    """Whether the sentence itself speaks of the days asked for, whenever it was published."""
    if asked.since is None:
        return True
    published = (one.document.published or "")[:10]
    anchor = dt.date.fromisoformat(published) if published else None
    until = (asked.until or "9999")[:10]
    # "channels that were cut in 2022": the day of another act.
    text = _RELATIVE.sub(" ", f"{before.text} {one.text}" if before else one.text)
    if _CLOCK.match(one.text):
        text = f"{_day_above(one)} {one.text}"
    days = [
        d.when.start[:10] for d in find_dates(text, one.document.language, anchor) if d.when.start
    ]
    return any(asked.since <= day <= until for day in days)


_CLOCK = re.compile(r"\d{1,2}:\d\d\b")  # a row of a calendar that has the day above it


def _day_above(one: Told) -> str:
    """The nearest short heading with a number above a calendar's row: July 4, 7월 4일."""
    document = one.document
    above = [p for p in document.passages if p.end <= one.evidence.start]
    texts = (document.text[p.start : p.end].strip() for p in reversed(above))
    return next((t for t in texts if not _CLOCK.match(t) and len(t) < _SHORT), "")


_SHORT = 24  # code points of a heading that is a day; chosen


def documents_for(store: Store, asked: Question) -> list[str]:
    """Documents by names in any language, then by the question's words in its own."""
    by_name = " AND ".join(
        f"({' OR '.join(terms)})"
        for n in asked.named
        if (terms := [f"({t})" for f in _search_forms(n) if (t := _terms(f))])
    )
    by_word = [f"({t})" for word in asked.words if (t := query_tokens(word))]
    # What is asked after, in the words of every language.
    notions = sorted(units_of(asked)[0] - ENCOUNTER)
    by_notion = [f"({t})" for name in notions if (t := _any_of(literals_of(name)))]
    queries = []
    if by_name and (by_word or by_notion):
        queries.append(f"{by_name} AND ({' OR '.join((*by_word[:6], *by_notion[:6]))})")
    if by_name:
        queries.append(by_name)
        # A name that no table knows may be written there in another script.
        known = [n for n in asked.named if n.text not in asked.strangers]
        if len(known) < len(asked.named) and (known or by_notion):
            terms = [f"({t})" for n in known if (t := _any_of(_search_forms(n)))]
            if terms and by_notion:
                queries.append(" AND ".join((*terms, f"({' OR '.join(by_notion[:6])})")))
            queries.append(" AND ".join(terms or by_notion[:2]))
    elif by_word or by_notion:
        if by_notion:
            queries.append(" AND ".join(by_notion))
        if by_word:
            queries += [" AND ".join(by_word[:6]), " OR ".join(by_word[:6])]
    for state in (n for n in asked.named if not n.person and n.country and by_notion):
        # A state's own texts say "the government", "we".
        rest = [f"({t})" for n in asked.named if n is not state and (t := _any_of(forms_of(n)))]
        queries.append(" AND ".join((*rest, f"({_OWN_TERMS})", f"({' OR '.join(by_notion)})")))
    found: dict[str, None] = {}
    for number, query in enumerate(queries):
        if len(found) >= _DOCUMENTS and number < 2:
            continue
        found |= dict.fromkeys(store.best_documents(query, _DOCUMENTS))
    return list({**dict.fromkeys(_by_record(store, asked)), **found})[: 2 * _DOCUMENTS]


def _search_forms(named: Named) -> tuple[str, ...]:
    """Names to look for: of people also the parts by which texts of another script call them."""
    forms = forms_of(named)
    if not named.person:
        return forms
    if not named.keys and named.country:  # in another script the state at least is known
        forms += forms_of(Named(named.text, named.country, None))
    parts = (p for form in forms if form[0] > "\u0400" for p in re.split(r"[・· ]", form))
    last = (f.split()[-1] for f in forms if f.isascii())
    return tuple(
        dict.fromkeys((*forms, *(p for p in parts if len(p) > 2), *(p for p in last if len(p) > 4)))
    )


def _by_record(store: Store, asked: Question) -> list[str]:
    """Documents that tell of what a person named took part in, whatever they call them there."""
    found: dict[str, None] = {}
    for person in asked.people:
        for key in person.keys[:2]:
            wanted = EventFilter(
                actor=key, between=asked.countries, since=asked.since, until=asked.until,
                limit=_RECORDED,
            )  # fmt: skip
            for event in store.events(wanted, related=False):
                found |= dict.fromkeys(d.id for _, d in store.tellings(event.id, copies=False))
    return list(found)[:_RECORDED]


def _any_of(words: tuple[str, ...]) -> str:
    """Any of the stems, with whatever ending where a script has endings."""
    terms = (re.sub(r'"([a-zа-яё]+)"$', r'"\1"*', query_tokens(word)) for word in words)
    return " OR ".join(f"({t})" for t in terms if t)


def _terms(form: str) -> str:
    """A name as a full text query; of a Russian one the endings are left open (Россией)."""
    terms = query_tokens(form)
    if form.isascii() and len(form) > 4 and " " not in form:
        return f"{terms}*"  # Israel and Israeli
    if re.search("[а-яё]", form.lower()):
        return re.sub(r'"([а-яё]{5,})"', lambda m: f'"{m[1][:-2]}"*', terms)
    return terms


_OWN_TERMS = _any_of(("정부", "우리", "政府", "我が国", "we", "our"))


def is_within(document: Document, asked: Question) -> bool:
    """Published on the days asked for or soon after: it tells of what has just been."""
    if asked.since is None:
        return True
    day = (document.published or "")[:10]
    if not day:
        return False
    if asked.until is None:
        return day >= asked.since
    until = dt.date.fromisoformat(asked.until[:10]) + dt.timedelta(days=_LATER)
    return asked.since <= day <= until.isoformat()
