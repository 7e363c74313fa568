"""Events and reports that fit everything a question names.

In: a Store and a parsed Question. Out: meetings as Facts, statements and pledges as sentences,
best first; the nearest events for a question that the record does not answer. A name in the
question that does not take part rules an event out: near is not enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from dragoman.answers.acting import turned_round
from dragoman.answers.amounts import holds_amounts
from dragoman.answers.fitting import placed
from dragoman.answers.kinds import holds_kind
from dragoman.answers.naming import holds_unknown
from dragoman.answers.notions import (
    main_act,
    mentions_in,
    notions_in,
    place_forms,
    share_of,
    stands,
    tells_act,
    units_of,
)
from dragoman.answers.question import Named, Question
from dragoman.answers.sentences import (
    Told,
    Vectors,
    evidence_at,
    fold,
    is_asked,
    sentences_of,
    similarities,
    without_desk,
)
from dragoman.answers.spelling import sounds_like
from dragoman.record.events import EventFilter
from dragoman.record.store import Store
from dragoman.records import Document, Event, Participant, Report

__all__ = [
    "Fact", "find_meetings", "find_statements", "is_about", "matches", "nearest_events", "rank_told", "readout_sentences",
]  # fmt: skip

# Cosine of sentence vectors from which on a sentence is about a question whose words it does not
# share (another language): unrelated sentences of diplomacy lie around 0.80. Chosen on the demo.
NEAR = 0.86
# Share of what is asked after that a statement must hold. Chosen on the tune half.
_SHARE = 0.6
_BEHIND = 0.25  # share by which a sentence may lag behind the best; chosen on new questions
_HALF = 0.5  # the same of a sentence of a readout, which is about its meeting anyway
_SCAN = 200  # events looked at for one question; chosen: more do not fit an answer
_OPENED = 40  # events whose tellings are opened; chosen for time (about 1 ms each)
_EMBEDDED = 24  # sentences put to the encoder; chosen for time (about 8 ms each on two cores)


@dataclass(frozen=True, slots=True)
class Fact:
    """A meeting with its tellings. ``weight`` orders facts: held before planned before recalled."""

    event: Event
    tellings: tuple[tuple[Report, Document], ...]
    weight: int

    @property
    def report(self) -> Report:
        """The first telling's report."""
        return self.tellings[0][0]


def matches(named: Named, participant: Participant) -> bool:
    """Whether a participant is whom the question names."""
    if named.person:
        if participant.actor and named.keys:
            return participant.actor in named.keys
        name = fold(named.name or "")
        if not participant.name or name in fold(participant.name):
            return bool(participant.name)
        alike = not named.keys and sounds_like(name, participant.name)
        return bool(named.country) and participant.country == named.country and alike
    if participant.country != named.country:
        return False
    if named.office and (participant.office or not participant.name):
        return named.office == participant.office
    return True


def _take_part(asked: Question, participants: tuple[Participant, ...]) -> bool:
    # Of a name that no table knows only the document tells; ask.py looks for it there.
    known = [n for n in asked.named if n.text not in asked.strangers] or asked.named
    return all(any(matches(n, p) for p in participants) for n in known)


def _candidates(store: Store, asked: Question, kinds: tuple[str, ...]) -> Iterator[Event]:
    """Events by the narrowest index: a person's if one is named, else the countries' together."""
    wanted = EventFilter(
        kinds=kinds, since=asked.since, until=asked.until, between=asked.countries, limit=_SCAN
    )
    people = [n for n in asked.named if n.person and n.text not in asked.strangers]
    people = people or ([] if asked.countries else list(asked.people))
    if not people:
        if asked.countries:
            yield from store.events(wanted, related=False)
        return
    seen: set[str] = set()
    person = max(people, key=lambda n: len(n.name or ""))
    for actor in dict.fromkeys((*person.keys, person.name or "")):
        for event in store.events(replace(wanted, actor=actor), related=False):
            if event.id not in seen:
                seen.add(event.id)
                yield event
    if not person.keys and person.country:  # spelled otherwise, in another script
        between = tuple(dict.fromkeys((*asked.countries, person.country)))
        others = store.events(replace(wanted, between=between), related=False)
        yield from (e for e in others if e.id not in seen)


def find_meetings(store: Store, asked: Question) -> list[Fact]:
    """Meetings in which everybody named took part, on the days asked for, best first."""
    found: list[Fact] = []
    for event in _candidates(store, asked, ("meeting",)):
        if (
            not _has_form(event, asked)
            or _apart(event, asked)
            or (asked.level and event.level not in (asked.level, "other"))
        ):
            continue
        if len(found) >= _OPENED:
            break
        tellings = tuple(
            (report, document)
            for report, document in store.tellings(event.id, copies=False)
            if _take_part(asked, report.participants)
        )
        if not tellings and not _take_part(asked, event.participants):
            continue
        tellings = tellings or tuple(store.tellings(event.id, copies=False))
        if asked.places and not _was_there(asked.places, event, tellings):
            continue
        found.append(Fact(event, tellings, _weigh(event, asked)))
    found.sort(
        key=lambda f: (
            f.weight, -len(f.event.reports), _reversed(f.event.when.start if f.event.when else None)
        )
    )  # fmt: skip
    return found


def is_about(asked: Question, fact: Fact) -> bool:
    """Whether the tellings of a meeting hold what else a question names of it ("after the row").

    What the question's language alone could show is not looked for in other languages when the
    question names two sides or days.
    """
    notions, issues, words = units_of(asked)
    notions -= {"visit", "call", "talks"}
    if not (notions or issues or words):
        return True
    narrow = len(asked.named) > 1 or asked.since is not None
    for report, document in fact.tellings:
        if document.language != asked.language and narrow and not notions and not issues:
            return True
        told = " ".join(
            (document.title or "", *report.topics, report.occasion or "",
             *(e.quote for e in report.evidence))
        )  # fmt: skip
        if share_of(asked, told, document.language) >= _HALF:
            return True
    return False


_IN_PERSON = re.compile(r"만나|만났|만난|\bmet\b|\bmeet\b|会っ|会い|会う|面会", re.IGNORECASE)


def _apart(event: Event, asked: Question) -> bool:
    """Whether the two only spoke from afar, where it is asked whom somebody met."""
    return (
        event.form in ("call", "video")
        and asked.form is None
        and bool(_IN_PERSON.search(asked.text))
    )


def _has_form(event: Event, asked: Question) -> bool:
    """A call is a call; a visit is a trip to a state named, or a meeting held in it."""
    if asked.form is None or event.form == asked.form:
        return True
    hosts = {n.country for n in asked.named if not n.subject and not n.person}
    there = event.where.country if event.where else None
    came = there in hosts or bool(event.where and event.where.city in asked.places)
    return asked.form == "visit" and event.form != "call" and came


def _was_there(
    places: tuple[str, ...], event: Event, tellings: tuple[tuple[Report, Document], ...]
) -> bool:
    cities = {event.where.city if event.where else None}
    cities |= {report.where.city for report, _ in tellings if report.where}
    if cities == {None}:
        # No place was coded: the sentence that tells of it may name one (в Кремле, 在广州松园).
        cities |= {
            mention.city
            for report, document in tellings
            for mention in mentions_in(
                without_desk(report.evidence[0].quote), document.language, None
            )
        }
        told = fold(without_desk(" ".join(r.evidence[0].quote for r, _ in tellings)))
        if any(stands(fold(form), told) for place in places for form in place_forms(place)):
            return True
    return any(place in cities for place in places)


def _reversed(day: str | None) -> tuple[int, ...]:
    """Sorts days newest first, unknown ones last."""
    return tuple(-ord(char) for char in day) if day else (1,)


def _weigh(event: Event, asked: Question) -> int:
    order = ("planned", "proposed") if asked.planned else ("held",)
    weight = 0 if event.status in order else 2 if event.status == "background" else 1
    extra = 0
    if asked.form == "visit" and event.form != "visit":
        extra = 1
    # Two named and three met: the two may have met by themselves too.
    if len(asked.named) >= 2 and len(event.parties) > len(asked.named):
        extra += 1
    return weight * 4 + extra


def readout_sentences(store: Store, fact: Fact, asked: Question) -> list[Told]:
    """What the tellings' documents say of the meeting: its evidence and the acts told with it."""
    out: list[Told] = []
    parties = set(fact.event.parties)
    order = sorted(
        fact.tellings, key=lambda t: (t[1].language != asked.language, not t[1].official, t[0].id)
    )
    for report, document in order:
        spans = {(e.start, e.end) for e in report.evidence}
        for other in store.reports_of(document.id):
            makers = {
                p.country for p in other.participants if p.country and p.role in ("party", "source")
            }
            if other.kind in ("pledge", "statement", "agreement") and makers & parties:
                spans |= {(e.start, e.end) for e in other.evidence}
        if document.official:
            # A readout is about its meeting from the first word to the last.
            spans |= {(t.evidence.start, t.evidence.end) for t in sentences_of(document)}
        if asked.topics:
            spans |= _talked_of(document, spans)
        out += [Told(evidence_at(document, a, b), document) for a, b in sorted(spans)]
    return out


_TALKED = re.compile(
    r"논의|의견을|discuss|talked about|議論|話し合|意見交換|協議し|讨论|交换意见|обсуд|обсуж"
)


def _talked_of(document: Document, spans: set[tuple[int, int]]) -> set[tuple[int, int]]:
    """The sentences that say what was talked of, next to those that tell of the meeting."""
    sentences = [(t.evidence.start, t.evidence.end, t.text) for t in sentences_of(document)]
    if any(_TALKED.search(text) for a, _, text in sentences if any(a == s for s, _ in spans)):
        return set()
    ends = {b for _, b in spans}
    return {
        (a, b)
        for (_, before, _), (a, b, text) in pairwise(sentences)
        if before in ends and _TALKED.search(text)
    }


def rank_told(told: list[Told], asked: Question, encoder: Vectors | None) -> list[Told]:
    """The sentences about what is asked; all in their order when only the meeting was named."""
    own = [t for t in told if t.document.language == asked.language]
    if not any(units_of(asked)):
        return own or told
    act = main_act(asked)
    told = [t for t in told if tells_act(asked, notions_in(t.text))]
    told = [t for t in told if holds_kind(asked, t.text, t.document.language, _day_of(t))]

    def share(one: Told) -> float:
        return share_of(asked, one.text, one.document.language)

    told = sorted(told, key=lambda t: -share(t))[:_EMBEDDED]
    near = similarities(asked.text, told, encoder)
    foreign = [t.document.language != asked.language for t in told]
    scored = [
        replace(t, score=share(t) + float(near[i]) + (0.0 if foreign[i] else 0.2))
        for i, t in enumerate(told)
        if share(t) >= _HALF or (foreign[i] and act and float(near[i]) >= NEAR)
    ]  # fmt: skip
    best = max((share(t) for t in scored), default=0.0)
    return sorted((t for t in scored if share(t) >= best - _BEHIND), key=lambda t: -t.score)


def _day_of(told: Told) -> str | None:
    return (told.document.published or "")[:10] or None


# ---------------------------------------------------------------------- statements and pledges
def find_statements(store: Store, asked: Question, encoder: Vectors | None) -> list[Told]:
    """Sentences of statements, pledges and actions by and towards whom the question names."""
    notions, issues, _ = units_of(asked)
    wants = asked.types or asked.said or asked.pledges or asked.wanted == "open" or notions
    if not asked.named or not wants:
        return []
    kinds: tuple[str, ...] = ("statement", "action", "agreement", "pledge")
    if (asked.pledges or asked.wanted == "open") and not asked.types and not notions:
        kinds = ("pledge", "agreement")
    rows: list[Told] = []
    for event in _candidates(store, asked, kinds):
        if not notions and asked.types and not any(c.type in asked.types for c in event.codes):
            continue
        for report, document in store.tellings(event.id, copies=False):
            evidence = report.evidence[0]
            told = Told(evidence, document)
            if not holds_unknown(asked, evidence.quote) or not placed(asked, told, None):
                continue  # passages.py looks around a sentence for them
            if is_asked(" ".join(evidence.quote.split())):
                continue
            if turned_round(asked, told):
                continue
            if not holds_amounts(asked.text, asked.language, evidence.quote, document.language):
                continue
            if not tells_act(asked, notions_in(evidence.quote)):
                continue
            if _share(asked, report, document) >= _SHARE and _said_so(report, asked):
                day = (document.published or "")[:10] or None
                if not holds_kind(asked, evidence.quote, document.language, day):
                    continue
                quote = evidence_at(document, evidence.start, evidence.end)
                rows.append(Told(quote, document, makers=makers_of(report)))
    # Only the likeliest are put to the encoder: it takes milliseconds a sentence.
    rows.sort(key=lambda told: -share_of(asked, told.text, told.document.language))
    rows = rows[:_EMBEDDED]
    near = similarities(asked.text, rows, encoder if asked.words else None)
    scored: list[Told] = []
    for i, told in enumerate(rows):
        foreign = told.document.language != asked.language
        share = share_of(asked, told.text, told.document.language)
        if asked.said and not (notions or issues):
            # What one said alone, before what all said together.
            share += 0.5 * (len(told.makers) == 1)
        if notions or issues or not asked.words or not foreign or float(near[i]) >= NEAR:
            scored.append(replace(told, score=share + float(near[i]) + (0 if foreign else 0.2)))
    return sorted(scored, key=lambda t: -t.score)


def _share(asked: Question, report: Report, document: Document) -> float:
    """What of the question stands in the words; of whose words they are, the title may tell."""
    quote = report.evidence[0].quote
    share = share_of(asked, quote, document.language)
    speaker = [n for n in asked.named if n.subject or n.person]
    makers = [p for p in report.participants if p.role in ("source", "party")]
    if asked.said and speaker and any(matches(speaker[0], p) for p in makers):
        titled = share_of(asked, f"{document.title or ''} {quote}", document.language)
        return max(share, titled - 0.1)
    return share


def _said_so(report: Report, asked: Question) -> bool:
    """Whether the report's makers and targets are whom the question names, the right way round."""
    if report.status in ("negated", "hypothetical") and asked.wanted != "whether":
        return False
    makers = [p for p in report.participants if p.role in ("source", "party")]
    others = [p for p in report.participants if p.role in ("target", "to", "about")]
    for named in asked.named:
        if named.subject and asked.wanted != "who":
            if not any(matches(named, p) for p in makers):
                return False
        elif not any(matches(named, p) for p in (*others, *makers)):
            quoted = fold(named.text) in fold(report.evidence[0].quote)
            if not quoted:
                return False
    return True


def makers_of(report: Report) -> tuple[str, ...]:
    """Codes of those who act in a report, in order, once each."""
    makers = (p.country for p in report.participants if p.role in ("source", "party"))
    return tuple(dict.fromkeys(code for code in makers if code))


def nearest_events(store: Store, asked: Question, most: int = 3) -> list[dict[str, Any]]:
    """The nearest facts for a refused question: events of any one of those it names."""
    out: list[dict[str, Any]] = []
    for named in asked.named:
        actor = named.keys[0] if named.keys else (named.name or named.country)
        if not actor:
            continue
        for event in store.events(EventFilter(actor=actor, limit=most), related=False):
            if all(event.id != row["event"] for row in out):
                out.append(
                    {
                        "event": event.id, "kind": event.kind, "parties": list(event.parties),
                        "when": event.when.start if event.when else None,
                        "status": event.status, "url": event.reports[0].url,
                    }
                )  # fmt: skip
    return out[:most]
