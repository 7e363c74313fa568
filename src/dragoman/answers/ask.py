"""A question -> an answer from the record, every sentence with the words that bear it out.

In: a Store, a question, perhaps an encoder. Out: an Answer; ``refused`` with the nearest facts
where the record does not say. No sentence is made from anything but reports and sentences of
documents; a name, day or place that the record does not hold is never supplied.

In order: parse the question -> find the events or reports that fit everything it names -> tell
the asked facts, or quote the sentences that state them -> else the best passages -> else refuse.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from functools import partial

from dragoman.answers.facts import (
    Fact,
    find_meetings,
    find_statements,
    is_about,
    matches,
    nearest_events,
)
from dragoman.answers.kinds import holds_kind
from dragoman.answers.naming import holds_unknown
from dragoman.answers.notions import main_act, notions_in, share_of, units_of
from dragoman.answers.passages import Shelf, find_passages
from dragoman.answers.phrasing import name_country, phrase, phrases
from dragoman.answers.question import Question, parse_question
from dragoman.answers.sayings import find_sayings
from dragoman.answers.sentences import (
    Told,
    Vectors,
    distinct,
    evidence_at,
)
from dragoman.answers.standing import answer_change, answer_news, answer_open
from dragoman.answers.telling import tell_meeting
from dragoman.record.store import Store
from dragoman.records import Answer, AnswerSentence, Document, Report

__all__ = ["MOST", "ask"]

MOST = 5  # sentences of an answer; chosen: what a reader takes in at a glance


def ask(
    store: Store,
    question: str,
    *,
    language: str | None = None,
    encoder: Vectors | None = None,
    today: dt.date | None = None,
) -> Answer:
    """Answer a question from the record. Raises QuestionError for one that is none."""
    asked = parse_question(question, language=language, today=today)
    shelf = Shelf(store, asked)
    for answer in (
        answer_open, answer_change, answer_news, _answer_meeting, partial(_answer_sayings, shelf),
        partial(_answer_statements, shelf), partial(_answer_passages, shelf),
    ):  # fmt: skip
        sentences = answer(store, asked, encoder, today)
        if sentences is None:  # what is asked lies in this room's keeping, and is not there
            break
        if sentences:
            return Answer(
                question=question, language=asked.language,
                answer=" ".join(s.text for s in sentences), refused=False,
                sentences=tuple(sentences[: MOST + 1]),
            )  # fmt: skip
    return Answer(
        question=question, language=asked.language, answer=None, refused=True,
        nearest=tuple(nearest_events(store, asked)),
    )  # fmt: skip


# ---------------------------------------------------------------------- meetings
# Whose meeting it was: where finance ministers are asked after, others' talks are no answer.
_RANKS = frozenset({"finance_ministers", "defence_ministers"})


def _answer_meeting(
    store: Store, asked: Question, encoder: Vectors | None, today: dt.date | None
) -> list[AnswerSentence] | None:
    """Who met whom, when, where, how often, about what."""
    if not asked.meeting or not asked.named:
        return []
    if asked.wanted == "passage" and asked.words:
        return []
    if asked.wanted == "whether" and main_act(asked):
        return []  # whether he accepted the invitation to visit, not whether he visited
    facts = [
        fact for fact in find_meetings(store, asked)
        if any(holds_unknown(asked, _where_told(r, d)) for r, d in fact.tellings)
    ]  # fmt: skip
    if rank := units_of(asked)[0] & _RANKS:
        facts = [
            f for f in facts if any(rank & notions_in(_where_told(r, d)) for r, d in f.tellings)
        ]
    if asked.wanted in ("when", "where", "who") and "dropped" not in units_of(asked)[0]:
        facts = [f for f in facts if f.event.status != "cancelled"]
    if asked.wanted == "what" and not asked.planned and "dropped" not in units_of(asked)[0]:
        took_place = [f for f in facts if f.event.status != "cancelled"]
        if facts and not took_place:
            return None  # what they talked about, where they did not
        facts = took_place
    if asked.planned and asked.wanted in ("when", "where", "who"):
        facts = [f for f in facts if f.event.status in ("planned", "proposed")]
    if asked.wanted in ("when", "where", "who", "count"):
        facts = [fact for fact in facts if is_about(asked, fact)]
    if not facts:
        return []
    if asked.wanted == "count":
        told = [s for fact in facts if (s := _tell(fact, asked, _always))]
        lead = phrase(asked.language, "count", count=len(told))
        evidence = tuple(e for s in told[:20] for e in s.evidence[:1])
        return [AnswerSentence(text=lead, evidence=evidence), *told[:MOST]] if told else None
    if asked.wanted in ("when", "where", "who", "whether") and not asked.duration:
        kinds: dict[str, Callable[[Report], bool]] = {
            "when": _has_day, "where": partial(_has_place, asked), "who": partial(_has_another, asked)
        }  # fmt: skip
        needs = kinds.get(asked.wanted, _always)
        alike = [f for f in facts if f.event.status == facts[0].event.status]
        fit = [f for f in alike if any(needs(r) for r, _ in f.tellings)]
        if asked.wanted == "who":
            facts = fit or facts
        known = any(r.where and r.where.city for f in fit for r, _ in f.tellings)
        if asked.wanted == "where" and fit and not known:
            # Only the country was coded: the sentence may name the town or house.
            bare = _bare([f for f in fit if f.weight == fit[0].weight][:3], asked)
            if bare:
                return bare
        best = [f for f in facts if f.weight == facts[0].weight][:3]
        told = [s for fact in best if (s := _tell(fact, asked, needs))]
        if not told and asked.wanted in ("when", "where", "who"):
            bare = _bare(best, asked)
            others = [s for fact in fit[:1] if not bare and (s := _tell(fact, asked, needs))]
            return bare or others
        if asked.wanted == "whether" and told and not asked.topics:
            held = facts[0].report.status in ("held", "planned", "background")
            lead = str(phrases(asked.language)["yes" if held else "no"])
            first = told[0].model_copy(update={"text": f"{lead} {told[0].text}"})
            return [first]
        return told[: 1 if not _plural(facts) else 3] or []
    quotes = _about(store, facts, asked, encoder)
    return quotes or (None if not any(units_of(asked)) and not asked.duration else [])


def _where_told(report: Report, document: Document) -> str:
    """The words in which a report's places may stand: its quotes and how its document begins."""
    quotes = " ".join(e.quote for e in report.evidence)
    return f"{document.title or ''} {document.text[:_LEAD]} {quotes}"


_LEAD = 80  # code points in which a dateline names the place; chosen


def _bare(facts: list[Fact], asked: Question) -> list[AnswerSentence]:
    """The sentences that tell of the meetings, where they name what the reports do not hold."""
    told = [
        Told(evidence_at(document, e.start, e.end), document)
        for fact in facts
        for report, document in fact.tellings
        if asked.planned or report.status not in ("planned", "proposed")
        for e in report.evidence[:1]
        if holds_kind(asked, e.quote, document.language, (document.published or "")[:10] or None)
    ]
    return _quote(distinct(told))[:2]


def _plural(facts: list[Fact]) -> bool:
    """Whether several events fit equally well, so that one alone would mislead."""
    return len(facts) > 1 and facts[0].weight == facts[1].weight


def _always(report: Report) -> bool:
    return True


def _has_day(report: Report) -> bool:
    return report.when is not None and report.when.start is not None


def _has_place(asked: Question, report: Report) -> bool:
    """Whether a place is told that the question does not name itself."""
    place = report.where
    return place is not None and (place.city is not None or place.country not in asked.countries)


def _has_another(asked: Question, report: Report) -> bool:
    """Whether somebody takes part whom the question does not name; of a visited state, a person."""
    others = [p for p in report.participants if not any(matches(n, p) for n in asked.named)]
    return any(p.name or p.office or report.form != "visit" for p in others)


def _tell(fact: Fact, asked: Question, needs: Callable[[Report], bool]) -> AnswerSentence | None:
    """The meeting in one line, from the one telling that says what is asked."""
    fit = [(report, document) for report, document in fact.tellings if needs(report)]
    if not fit:
        return None
    report, document = min(
        fit,
        key=lambda t: (
            t[1].language != asked.language, not _has_day(t[0]), t[0].where is None,
            not t[1].official, t[0].id,
        ),
    )  # fmt: skip
    return tell_meeting(report, document, asked.language)


def _about(
    store: Store, facts: list[Fact], asked: Question, encoder: Vectors | None
) -> list[AnswerSentence]:
    """What was said, agreed or talked about at the meetings found, in the readouts' own words."""
    from dragoman.answers.facts import rank_told, readout_sentences

    best = [f for f in facts if f.weight == facts[0].weight][:2]
    told = [t for fact in best for t in readout_sentences(store, fact, asked)]
    if asked.duration:
        return _quote(
            t for t in distinct(told)
            if holds_kind(asked, t.text, t.document.language, (t.document.published or "")[:10])
        )  # fmt: skip
    return _quote(rank_told(distinct(told), asked, encoder))


def _quote(told: Iterable[Told]) -> list[AnswerSentence]:
    return [AnswerSentence(text=t.text, evidence=(t.evidence,)) for t in list(told)[:MOST]]


# ---------------------------------------------------------------------- statements, passages
def _answer_statements(
    shelf: Shelf, store: Store, asked: Question, encoder: Vectors | None, today: dt.date | None
) -> list[AnswerSentence] | None:
    """Who said, pledged, demanded or did what towards whom."""
    if asked.meeting and asked.wanted in ("when", "where", "count"):
        return []
    told = distinct(find_statements(store, asked, encoder))
    if told and asked.wanted != "whether" and _quality(asked, told[0]) < _SURE:
        # A sentence that no report was made of may say it more plainly.
        others = distinct(find_passages(shelf, encoder))
        if others and _quality(asked, others[0]) > _quality(asked, told[0]) + _PLAINER:
            return _quote(others)
    sentences = _quote(told)
    if asked.wanted == "who":
        sentences = [_with_maker(s, t, asked) for s, t in zip(sentences, told, strict=False)]
    if sentences and asked.wanted == "whether":
        lead = str(phrases(asked.language)["yes"])
        sentences = [sentences[0].model_copy(update={"text": f"{lead} {sentences[0].text}"})]
    return sentences


_SURE, _PLAINER = 1.2, 0.1  # chosen on new questions


def _quality(asked: Question, told: Told) -> float:
    """How much of the question a sentence holds by itself, and whether in the asker's language."""
    document = told.document
    own = 0.1 * (document.language == asked.language)
    exact = 0.25 * ((main_act(asked) or "") in notions_in(told.text))
    titled = share_of(asked, f"{document.title or ''} {told.text}", document.language)
    return max(share_of(asked, told.text, document.language), titled - 0.1) + own + exact


def _with_maker(sentence: AnswerSentence, told: Told, asked: Question) -> AnswerSentence:
    """Who acts, before the quote, where the quote itself says only "the government" or "we"."""
    names = [n for n in told.makers if n not in asked.countries]
    lead = str(phrases(asked.language)["and"]).join(
        name_country(code, asked.language) for code in names
    )
    if not lead or any(name_country(c, asked.language) in sentence.text for c in names):
        return sentence
    return sentence.model_copy(update={"text": f"{lead}: {sentence.text}"})


def _answer_sayings(
    shelf: Shelf, store: Store, asked: Question, encoder: Vectors | None, today: dt.date | None
) -> list[AnswerSentence] | None:
    """What somebody said of a matter that stands close by."""
    return _quote(distinct(find_sayings(shelf, encoder)))


def _answer_passages(
    shelf: Shelf, store: Store, asked: Question, encoder: Vectors | None, today: dt.date | None
) -> list[AnswerSentence] | None:
    """Sentences of any document that hold everything the question names."""
    return _quote(distinct(find_passages(shelf, encoder)))
