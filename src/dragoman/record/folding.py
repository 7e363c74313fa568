"""Tellings of one event -> the Event: each field with the reason why its value was chosen.

In: reports with their documents, which of them are copies, what people corrected. Out: one Event.
Order of trust: official readouts of the parties, then the majority of the tellings (copies of one
wire story count once), then the more exact value. What the tellings disagree on stays visible.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import Any

from dragoman.record.applying import correct_values
from dragoman.record.events import event_id
from dragoman.record.judging import same_person
from dragoman.record.sketches import Person, Sketch, offset_of
from dragoman.records import (
    Code,
    Correction,
    Document,
    Event,
    EventReport,
    Participant,
    Report,
    When,
    Where,
)

__all__ = ["Telling", "fold"]

_MOST_TOPICS, _MOST_CODES = 24, 6


@dataclass(frozen=True, slots=True)
class Telling:
    """A report with its document's header (text may be empty), its sketch, and what it copies."""

    report: Report
    document: Document
    sketch: Sketch
    copy_of: str | None = None


def fold(tellings: Iterable[Telling], corrections: Iterable[Correction] = ()) -> Event:
    """The event that the tellings tell of; the same for any order of them."""
    everyone = sorted(tellings, key=_first_told)
    voices = [t for t in everyone if t.copy_of is None]
    anchor = everyone[0].report
    parties = _parties(voices)
    ballot = _Ballot(voices, set(parties))
    status = _status(ballot)
    ballot.prefer_status(status)
    fields: dict[str, Any] = {
        "status": status,
        "form": ballot.choose("form", lambda t: t.report.form),
        "level": ballot.choose(
            "level", lambda t: t.report.level, exact=lambda value: value != "other"
        ),
        "when": _when(ballot),
        "where": _where(ballot),
        "occasion": ballot.choose("occasion", lambda t: t.report.occasion, open_=True),
        "content": ballot.choose("content", lambda t: t.report.content, open_=True),
        "due": ballot.choose("due", lambda t: t.report.due),
        "codes": _codes(ballot),
    }
    event = Event(
        id=event_id(anchor.id), kind=anchor.kind, parties=parties,
        participants=_participants(voices, anchor.kind), topics=_topics(voices),
        reports=_reports(everyone), disagreements=tuple(ballot.disagreements),
        reasons=ballot.reasons, **fields,
    )  # fmt: skip
    return _correct(event, corrections)


def _first_told(telling: Telling) -> tuple[str, str]:
    return telling.document.published or "9999", telling.report.id


def _reports(tellings: list[Telling]) -> tuple[EventReport, ...]:
    copies: dict[str, int] = {}
    for t in tellings:
        if t.copy_of:
            copies[t.copy_of] = copies.get(t.copy_of, 0) + 1
    return tuple(
        EventReport(
            id=t.report.id, url=t.document.url, publisher_country=t.document.publisher_country,
            official=t.document.official, copies=1 + copies.get(t.report.id, 0), copy_of=t.copy_of,
        )
        for t in tellings
    )  # fmt: skip


def _parties(voices: list[Telling]) -> tuple[str, ...]:
    """Parties that at least a third of the tellings name: one slip does not make a party."""
    counts: dict[str, int] = {}
    for t in voices:
        for party in t.report.parties:
            counts[party] = counts.get(party, 0) + 1
    return tuple(sorted(p for p, n in counts.items() if 3 * n >= len(voices)))


class _Ballot:
    """The tellings' votes on one field after another."""

    def __init__(self, voices: list[Telling], parties: set[str]) -> None:
        self.voices = voices
        self.everyone = voices
        self._parties = parties
        self.reasons: dict[str, str] = {}
        self.disagreements: list[dict[str, Any]] = []

    def prefer_status(self, status: str) -> None:
        """Ask those first who tell of the present status: the plan's day may have moved."""
        told = [t for t in self.everyone if t.report.status == status]
        self.voices = told or self.everyone

    def rank(self, telling: Telling) -> int:
        """2 a party's own readout, 1 another official account, 0 the press."""
        document = telling.document
        if not document.official:
            return 0
        return 2 if document.publisher_country in self._parties else 1

    def choose(
        self,
        field: str,
        value_of: Callable[[Telling], Any],
        *,
        exact: Callable[[Any], bool] | None = None,
        key_of: Callable[[Any], Hashable] = lambda value: value,
        shown: Callable[[Any], Any] = lambda value: value,
        open_: bool = False,
    ) -> Any:
        """The value that wins, or None. ``open_``: wordings that may differ without disagreeing."""
        votes: dict[Hashable, list[tuple[Telling, Any]]] = {}
        asked = [t for t in self.voices if value_of(t) is not None]
        asked = asked or [t for t in self.everyone if value_of(t) is not None]
        for t in asked:
            votes.setdefault(key_of(value_of(t)), []).append((t, value_of(t)))
        if not votes:
            return None
        if exact and any(exact(v[0][1]) for v in votes.values()):
            votes = {k: v for k, v in votes.items() if exact(v[0][1])}
        order = sorted(
            votes.items(),
            key=lambda item: (
                -sum(self.rank(t) == 2 for t, _ in item[1]),
                -len(item[1]),
                -sum(self.rank(t) == 1 for t, _ in item[1]),
                -max(t.report.confidence for t, _ in item[1]),
                min(_first_told(t) for t, _ in item[1]),
            ),
        )
        _, won = order[0]
        if len(votes) > 1 and not open_:
            self.disagreements.append(
                {"field": field, "values": [
                    {"value": shown(v[0][1]), "reports": sorted(t.report.id for t, _ in v)}
                    for _, v in order
                ]}
            )  # fmt: skip
        self.reasons[field] = self._reason(won, [t for t, _ in won], asked, len(votes))
        # Among equal votes the winner's wording is that of its most trusted, earliest telling.
        return min(won, key=lambda pair: (-self.rank(pair[0]), _first_told(pair[0])))[1]

    def _reason(
        self, won: list[tuple[Telling, Any]], by: list[Telling], asked: list[Telling], rivals: int
    ) -> str:
        own = sorted({t.document.publisher_country or "" for t in by if self.rank(t) == 2})
        if own:
            return f"readout of {', '.join(own)}"
        if rivals == 1:
            return f"all {len(asked)} tellings that say it" if len(asked) > 1 else "one telling"
        return f"{len(by)} of {len(asked)} tellings"


_PROGRESS = {
    "meeting": ("held", "background", "cancelled", "planned", "proposed"),
    "pledge": ("broken", "fulfilled", "made", "reaffirmed", "negated"),
    "act": ("done", "background", "planned", "hypothetical", "negated"),
}


def _status(ballot: _Ballot) -> str:
    """The furthest status: a plan that was then held is held; a cancelled one is cancelled."""
    voices = ballot.voices
    kind = voices[0].report.kind
    order = _PROGRESS.get(kind, _PROGRESS["act"])
    by_status: dict[str, list[Telling]] = {}
    for t in voices:
        by_status.setdefault(t.report.status, []).append(t)
    status = next(s for s in order if s in by_status)
    if kind == "meeting" and status == "background" and len(by_status) > 1:
        # Recalled by some, planned by others: it took place.
        status = "background" if set(by_status) == {"background"} else "held"
    stages = [s for s in reversed(order) if s in by_status and s != "background"]
    if len(stages) > 1:
        moved = ", then ".join(
            f"{s} ({min(_first_told(t) for t in by_status[s])[0][:10]})" for s in stages
        )
        ballot.reasons["status"] = f"moved: {moved}"
    else:
        count = len(by_status.get(status, voices))
        ballot.reasons["status"] = f"{count} of {len(voices)} tellings"
    contrary = {"held", "cancelled"} if kind == "meeting" else {"done", "negated"}
    if contrary <= by_status.keys():
        ballot.disagreements.append(
            {"field": "status", "values": [
                {"value": s, "reports": sorted(t.report.id for t in by_status[s])}
                for s in sorted(contrary)
            ]}
        )  # fmt: skip
    return status


_EXACT = {"time": 0, "day": 1, "week": 2, "month": 3, "year": 4, "unknown": 5}


def _when(ballot: _Ballot) -> When | None:
    dated = [t for t in ballot.voices if t.report.when and t.report.when.start]
    dated = dated or [t for t in ballot.everyone if t.report.when and t.report.when.start]
    if not dated:
        return None
    finest = min(_EXACT[_when_of(t).precision] for t in dated)
    limit = max(finest, 1)

    def exact(when: When) -> bool:
        return _EXACT[when.precision] <= limit

    def value(t: Telling) -> When | None:
        return t.report.when if t.report.when and t.report.when.start else None

    chosen: When = ballot.choose(
        "when", value, exact=exact, key_of=lambda w: (w.start[:10], (w.end or w.start)[:10]),
        shown=lambda w: w.start[:10] if w.start == w.end else f"{w.start[:10]}..{w.end[:10]}",
    )  # fmt: skip
    local = _venue_day(ballot, [t for t in dated if exact(_when_of(t))])
    if local is not None:
        chosen, why = local
        ballot.reasons["when"] = why
    return chosen


def _when_of(telling: Telling) -> When:
    when = telling.report.when
    assert when is not None
    return when


def _venue_day(ballot: _Ballot, dated: list[Telling]) -> tuple[When, str] | None:
    """The venue's local day, where two neighbouring days are one time on two clocks."""
    days = {(_when_of(t).start or "")[:10] for t in dated}
    if len(days) != 2 or any(t.report.form in ("call", "video") for t in dated):
        return None
    firsts = {t.sketch.first or 0 for t in dated}
    venues = {t.report.where.country for t in dated if t.report.where and t.report.where.country}
    if max(firsts) - min(firsts) != 1 or len(venues) != 1:
        return None
    (venue,) = venues
    here = offset_of(venue)
    clocks = [c for t in dated if (c := offset_of(t.document.publisher_country)) is not None]
    if here is None or not clocks:
        return None
    if max(clocks) - here >= 4:
        first = min(firsts)
    elif here - min(clocks) >= 4:
        first = max(firsts)
    else:
        return None
    local = min((t for t in dated if t.sketch.first == first),
                key=lambda t: (-ballot.rank(t), _first_told(t)))  # fmt: skip
    return _when_of(local), f"the local day in {venue}; others give the day at home"


def _where(ballot: _Ballot) -> Where | None:
    where: Where | None = ballot.choose(
        "where", lambda t: t.report.where,
        exact=lambda w: w.city is not None,
        key_of=lambda w: w.geonames or w.city or w.country,
        shown=lambda w: w.city or w.country or w.text,
    )  # fmt: skip
    return where


def _codes(ballot: _Ballot) -> tuple[Code, ...]:
    """Codes that most tellings of the present status give; one code per type and mode."""
    votes: dict[tuple[str, str | None], list[Code]] = {}
    tellers: dict[tuple[str, str | None], set[str]] = {}
    for t in ballot.voices:
        for code in t.report.codes:
            votes.setdefault((code.type, code.mode), []).append(code)
            tellers.setdefault((code.type, code.mode), set()).add(t.report.id)
    order = sorted(votes, key=lambda k: (-len(tellers[k]), k[0], k[1] or ""))
    kept = [k for k in order if 2 * len(tellers[k]) >= len(ballot.voices)] or order[:1]
    if len(order) > 1 and len({k[0] for k in order}) > 1:
        by_type = {k[0]: sorted(set().union(*(tellers[x] for x in order if x[0] == k[0])))
                   for k in order}  # fmt: skip
        ballot.disagreements.append(
            {"field": "codes", "values": [{"value": type_, "reports": reports}
                                          for type_, reports in by_type.items()]}
        )  # fmt: skip
    out = []
    for key in kept[:_MOST_CODES]:
        codes = votes[key]
        # The commonest pair of source and target, the fuller one among equals.
        best = min(
            codes,
            key=lambda c: (
                -sum(x.source == c.source and x.target == c.target for x in codes),
                -len(c.source) - len(c.target), c.source, c.target, c.contexts,
            ),
        )  # fmt: skip
        out.append(best)
    return tuple(out)


def _participants(voices: list[Telling], kind: str) -> tuple[Participant, ...]:
    """Everyone whom a telling names, once each; the earliest naming of the fullest form stands."""
    chosen: list[tuple[Participant, Person | None, Telling]] = []
    for t in voices:
        people = {
            (c, p.actor, p.office, i): p for c, ps in t.sketch.people for i, p in enumerate(ps)
        }
        for p in t.report.participants:
            person = next(
                (x for (c, actor, office, _), x in people.items()
                 if c == p.country and actor == p.actor and office == p.office), None,
            )  # fmt: skip
            at = next((i for i, (q, other, _) in enumerate(chosen)
                       if _is_same(p, person, q, other)), None)  # fmt: skip
            if at is None:
                chosen.append((p, person, t))
            elif _fuller(p, chosen[at][0]):
                chosen[at] = (p, person, t)
    named = {p.country for p, person, _ in chosen if person and p.role == "party"}
    return tuple(
        p.model_copy(
            update={"evidence": p.evidence.model_copy(
                update={"url": t.document.url or t.document.id})}
        ) if p.evidence else p
        for p, person, t in chosen
        # A state beside its own minister adds nothing to a meeting.
        if person or kind != "meeting" or p.country not in named
    )  # fmt: skip


def _is_same(p: Participant, a: Person | None, q: Participant, b: Person | None) -> bool:
    if p.role != q.role or p.country != q.country:
        return False
    if a is None or b is None:
        return a is b and (p.name == q.name or p.country is not None)
    return same_person(a, b) in (1, 2)


def _fuller(p: Participant, q: Participant) -> bool:
    return (bool(p.actor), bool(p.office)) > (bool(q.actor), bool(q.office))


def _topics(voices: list[Telling]) -> tuple[str, ...]:
    counts: dict[str, int] = {}
    for t in voices:
        for topic in t.report.topics:
            counts[topic] = counts.get(topic, 0) + 1
    return tuple(sorted(counts, key=lambda topic: -counts[topic])[:_MOST_TOPICS])


def _correct(event: Event, corrections: Iterable[Correction]) -> Event:
    """The event as people corrected it, with their reasons."""
    said = sorted(corrections, key=lambda c: (c.at, c.id))
    if not said:
        return event
    values = correct_values(event.model_dump(), said)
    for c in said:
        name = {"date": "when", "place": "where", "type": "codes"}.get(c.field or "", c.field or "")
        name = "participants" if c.verb == "actor" else name
        values["reasons"][name] = f"corrected by {c.who}" + (f": {c.why}" if c.why else "")
    return Event.model_validate(values)
