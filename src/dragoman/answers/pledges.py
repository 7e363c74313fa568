"""The pledge ledger: what was promised, by whom to whom, and what became of it, step by step.

In: a Store, filters, perhaps an encoder. Out: Pledges with their steps in order of days: made,
reaffirmed, due, fulfilled, broken, lapsed, each with the words that bear it out.

A pledge lives across documents. Reports of one act are one event already; here later events join
the pledge that they speak of: same makers, the same issue (or, without any, nearly the same
words), and a likeness of wording; what two sides' accounts of one meeting say on one issue is one
pledge in two languages. Fulfilled and broken come from reports that say so; lapsed is
said of a due day that is past where the record holds no word that the pledge was kept: it speaks
of the record, not of the world.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

from dragoman.answers.issues import issues_in, load_issues
from dragoman.answers.likeness import gauge_of
from dragoman.answers.sentences import Vectors, cover, evidence_at
from dragoman.record.events import LAPSES_AFTER, EventFilter
from dragoman.record.store import Store
from dragoman.records import Document, Event, Evidence, Report, identify

__all__ = ["OPEN", "Pledge", "Step", "find_pledges"]

State = Literal["made", "reaffirmed", "due", "fulfilled", "broken", "lapsed"]
OPEN = ("made", "reaffirmed", "due")
# Likeness (likeness.py) from which on two wordings of the same makers on one issue are one pledge,
# or share of words in one language. Without a common issue the wording alone decides, so it must
# be nearly the same. Chosen on the labelled clusters, see compare.py.
_LIKE, _LIKE_ALONE, _WORDS, _WORDS_ALONE = 0.6, 1.1, 0.5, 0.75
_WORDS_OF_OUTCOME = 0.4  # "will set up" and "has set up" share the noun, not the verb
_MOST_LEADERS = 200  # pledges of the same makers that a new one is compared with, newest first

# How reports that are no pledges say that one was kept or broken.
_KEPT = re.compile(
    r"이행(?:을 완료)?(?:하였|했|됐|되었)|출범(?:하였|했)|설치(?:하였|했|됐)|개소|완료(?:하였|했)|발효|"
    r"履行し(?:た|まし)|設立(?:し|され)(?:た|まし)|発足し|実施し(?:た|まし)|履行了|已(?:经)?(?:落实|设立|启动|完成)|"
    r"выполнил|исполнил|создал|открыл|\b(?:fulfilled|implemented|delivered|launched|established|completed|"
    r"honou?red|opened|entered into force)\b",
    re.IGNORECASE,
)
_BROKEN = re.compile(
    r"위반|파기|불이행|어긋|저버|違反|破棄|反故|不履行|违反|背弃|撕毁|нарушил|отказал[аи]?с[ья] от|"
    r"\b(?:violat|breach|broke\b|reneg|failed to|withdr[ea]w|abandon)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happened to a pledge: which, on which day, where it stands written.

    ``day`` is None where neither the text nor its publication says it. ``evidence`` is None only
    for "lapsed", which is concluded from a day and from silence. ``event``: what it is part of.
    """

    state: State
    day: str | None
    event: str
    evidence: Evidence | None = None
    publisher_country: str | None = None


@dataclass(frozen=True, slots=True)
class Pledge:
    """A promise: makers and addressees as codes, its words, the present state, all steps."""

    id: str
    makers: tuple[str, ...]
    to: tuple[str, ...]
    content: str
    issues: tuple[str, ...]
    due: str | None
    state: State
    steps: tuple[Step, ...]

    @property
    def open(self) -> bool:
        """Whether it still stands: neither kept nor broken nor lapsed."""
        return self.state in OPEN

    @property
    def last(self) -> str | None:
        """Day of the latest step that is known."""
        return max((s.day for s in self.steps if s.day and s.state != "due"), default=None)

    def as_json(self) -> dict[str, Any]:
        """Plain values, evidence with its address."""
        row = asdict(self)
        row["steps"] = [
            {**asdict(step), "evidence": step.evidence.model_dump() if step.evidence else None}
            for step in self.steps
        ]
        return row


@dataclass(frozen=True, slots=True)
class _Told:
    """One event that tells of a pledge, with its first account.

    ``also``: the words of other countries' accounts; ``meetings``: events of the meetings at which
    it was made.
    """

    event: Event
    report: Report
    document: Document
    evidence: Evidence
    makers: frozenset[str]
    to: frozenset[str]
    issues: frozenset[str]
    day: str | None
    text: str
    also: tuple[tuple[Evidence, str | None], ...] = ()
    meetings: frozenset[str] = frozenset()


def find_pledges(
    store: Store, *, by: str | None = None, to: str | None = None,
    between: tuple[str, ...] = (), actor: str | None = None, since: str | None = None,
    until: str | None = None, text: str | None = None, language: str | None = None,
    type: str | None = None, open_only: bool = False, due_within: int | None = None, status: str | None = None,
    today: dt.date | None = None, encoder: Vectors | None = None, limit: int | None = None,
) -> list[Pledge]:  # fmt: skip
    """Pledges that pass the filters: those that fall due first, then the most recent.

    ``by``, ``to``: codes of a maker and of an addressee (where a pledge names no addressee, the
    other makers are its addressees); ``status``: a state; ``due_within``: days from ``today``;
    the other filters are those of events.
    """
    today = today or dt.datetime.now(dt.UTC).date()
    wanted = EventFilter(
        kinds=("pledge", "agreement"), between=tuple(dict.fromkeys([*between, *([by] if by else [])])),
        actor=actor, since=since, until=until, text=text, language=language,
        type=type,
    )  # fmt: skip
    told = [t for event in store.events(wanted, today, related=False) if (t := _tell(store, event))]
    told.sort(key=lambda t: (t.day or "9999", t.event.id))
    chains = _chain(told, encoder)
    later = _later_acts(store, chains, since, today)
    pledges = [_pledge(chain, later, encoder, today) for chain in chains]
    chosen = [
        p
        for p in pledges
        if (by is None or by in p.makers)
        and (to is None or to in p.to or (not p.to and to in p.makers and to != by))
        and (not open_only or p.open)
        and (status is None or p.state == status or any(s.state == status for s in p.steps))
        and (due_within is None or _due_within(p, today, due_within))
    ]
    chosen.sort(key=lambda p: (p.due if p.open and p.due else "9999", _backwards(p.last), p.id))
    return chosen[:limit]


def _backwards(day: str | None) -> tuple[int, ...]:
    return tuple(-ord(c) for c in day) if day else (1,)


def _due_within(pledge: Pledge, today: dt.date, days: int) -> bool:
    last = (today + dt.timedelta(days=days)).isoformat()
    return bool(pledge.open and pledge.due and today.isoformat() <= pledge.due[:10] <= last)


def _tell(store: Store, event: Event) -> _Told | None:
    """An event's most trusted account: an official one, else the first."""
    accounts = store.tellings(event.id, copies=False)
    accounts = [a for a in accounts if a[0].status not in ("negated", "hypothetical")]
    if not accounts:
        return None
    accounts.sort(key=lambda a: (not a[1].official, a[1].published or "9999"))
    report, document = accounts[0]
    also: dict[str | None, Evidence] = {}
    for other, paper in accounts[1:]:
        if paper.publisher_country != document.publisher_country:
            at = other.evidence[0]
            also.setdefault(paper.publisher_country, evidence_at(paper, at.start, at.end))
    meetings = {
        meeting for _, d in accounts for r, meeting in store.told_in(d.id, "meeting", "held")
        if report.parties == r.parties
    }  # fmt: skip
    return replace(
        _told(event, report, document), also=tuple((e, country) for country, e in also.items()),
        meetings=frozenset(meetings),
    )  # fmt: skip


def _told(event: Event, report: Report, document: Document) -> _Told:
    first = report.evidence[0]
    makers = {p.country for p in report.participants if p.country and p.role in ("party", "source")}
    to = {*report.to, *(p.country for p in report.participants if p.country and p.role == "to")}
    when = report.when.start if report.when else None
    # Of two pledges in one sentence each has its own clause; a clause that names nothing ("to respond
    # together") takes the sentence's.
    told = issues_in(report.content or "", document.language)
    told = told or issues_in(f"{first.quote} {' '.join(report.topics)}", document.language)
    return _Told(
        event, report, document, evidence_at(document, first.start, first.end),
        frozenset(makers), frozenset(to - makers), frozenset(told),
        (when or document.published or "")[:10] or None, report.content or first.quote,
    )  # fmt: skip


def _chain(told: Sequence[_Told], encoder: Vectors | None) -> list[list[_Told]]:
    """Events that speak of one pledge, oldest first."""
    vectors = _vectors(told, encoder)
    bounds = _bounds(encoder)
    voiced = Counter(
        (meeting, t.document.publisher_country, issue)
        for t in told for meeting in t.meetings for issue in t.issues
    )  # fmt: skip
    chains: list[list[int]] = []
    by_makers: dict[frozenset[str], list[list[int]]] = defaultdict(list)
    for i, one in enumerate(told):
        candidates = by_makers[one.makers][-_MOST_LEADERS:]
        home = next(
            (
                c
                for c in reversed(candidates)
                if _same_pledge(told[c[0]], one, c[0], i, vectors, bounds)
                or _same_talks([told[k] for k in c], one, voiced)
            ),
            None,
        )
        if home is None:
            home = []
            chains.append(home)
            by_makers[one.makers].append(home)
        home.append(i)
    return [[told[i] for i in chain] for chain in chains]


def _vectors(told: Sequence[_Told], encoder: Vectors | None) -> npt.NDArray[np.float32] | None:
    if encoder is None or not told:
        return None
    return encoder.vectors([t.text[:400] for t in told])


def _bounds(encoder: Vectors | None) -> tuple[float, float]:
    """Cosines of this encoder at _LIKE and _LIKE_ALONE."""
    if encoder is None:
        return 1.0, 1.0
    gauge = gauge_of(encoder)
    return gauge.cosine(_LIKE), gauge.cosine(_LIKE_ALONE)


def _same_pledge(
    one: _Told, other: _Told, i: int, j: int, vectors: npt.NDArray[np.float32] | None,
    bounds: tuple[float, float],
) -> bool:  # fmt: skip
    if one.to and other.to and not one.to & other.to:
        return False
    table = load_issues()
    own = {x for x in one.issues if not table[x].wide}
    far = {x for x in other.issues if not table[x].wide}
    if (own or far) and not own & far:
        return False
    common = bool(own & far)
    if vectors is not None:
        return float(vectors[i] @ vectors[j]) >= bounds[0 if common else 1]
    if one.document.language != other.document.language:
        return False
    words = re.findall(r"\w{2,}", one.text)
    return cover(words, other.text) >= (_WORDS if common else _WORDS_ALONE)


def _same_talks(
    chain: Sequence[_Told], one: _Told, voiced: Counter[tuple[str, str | None, str]]
) -> bool:
    """Whether two sides tell of one pledge that they made when they met.

    Each side's accounts tell of one pledge alone on an issue that both name. Likeness is not asked:
    short clauses in two languages lie anywhere between -0.1 and 0.5 (seen on the bundled sample).
    """
    publishers = {t.document.publisher_country for t in chain}
    if one.document.publisher_country in publishers:
        return False  # one side does not tell of a pledge twice
    first = chain[0]
    return any(
        all(voiced[meeting, t.document.publisher_country, issue] == 1 for t in (first, one))
        for meeting in first.meetings & one.meetings
        for issue in first.issues & one.issues
    )


def _later_acts(
    store: Store, chains: Sequence[Sequence[_Told]], since: str | None, today: dt.date
) -> dict[str, list[_Told]]:
    """Statements and actions of the makers that say something was kept or broken, by maker."""
    makers = {m for chain in chains for m in chain[0].makers}
    first = min((c[0].day for c in chains if c[0].day), default=since)
    out: dict[str, list[_Told]] = defaultdict(list)
    for maker in sorted(makers):
        wanted = EventFilter(kinds=("statement", "action", "agreement"), actor=maker, since=first)
        # Of thousands of acts few say so: only these are opened.
        for id_, quote in store.first_quotes(wanted, "done"):
            if _KEPT.search(quote) or _BROKEN.search(quote):
                report, document = store.tellings(id_, copies=False)[0]
                out[maker].append(_told(store.event(id_, today), report, document))
    return out


def _pledge(
    chain: Sequence[_Told], later: dict[str, list[_Told]], encoder: Vectors | None, today: dt.date
) -> Pledge:
    first = chain[0]
    # Accounts of the day on which it was made tell of the making, not of a second promise.
    steps = [step for t in chain for step in _steps(t, again=_is_again(first, t))]
    own_events = {t.event.id for t in chain}
    seen: set[str] = set()
    for act in (a for m in sorted(first.makers) for a in later.get(m, ())):
        if act.event.id in own_events | seen or not _speaks_of(first, act, encoder):
            continue
        if act.day and first.day and act.day > first.day:
            seen.add(act.event.id)
            state: State = "broken" if _BROKEN.search(act.evidence.quote) else "fulfilled"
            steps.append(
                Step(state, act.day, act.event.id, act.evidence, act.document.publisher_country)
            )
    dues = [t for t in chain if t.report.due or t.event.due]
    due = None
    if dues:
        due = (dues[-1].report.due or dues[-1].event.due or "")[:10]
        steps.append(
            Step(
                "due",
                due,
                dues[-1].event.id,
                dues[-1].evidence,
                dues[-1].document.publisher_country,
            )
        )
        over = (today - dt.timedelta(days=LAPSES_AFTER)).isoformat()
        if due < over and not any(s.state in ("fulfilled", "broken") for s in steps):
            steps.append(Step("lapsed", due, dues[-1].event.id))
    order = ("made", "reaffirmed", "due", "fulfilled", "broken", "lapsed")
    steps.sort(key=lambda s: (s.day or "", order.index(s.state)))
    return Pledge(
        id=identify("pledge", first.event.id), makers=tuple(sorted(first.makers)),
        to=tuple(sorted(set().union(*(t.to for t in chain)))), content=first.text,
        issues=tuple(i for i in load_issues() if i in first.issues), due=due,
        state=_state(steps, due, today), steps=tuple(steps),
    )  # fmt: skip


def _is_again(first: _Told, told: _Told) -> bool:
    return told.day != first.day and not first.meetings & told.meetings


def _steps(told: _Told, again: bool) -> list[Step]:
    """The step in the words of its first account, then in those of other countries."""
    step = _step(told, again)
    return [step, *(
        replace(step, evidence=evidence, publisher_country=country)
        for evidence, country in told.also
    )]  # fmt: skip


def _step(told: _Told, again: bool) -> Step:
    status = told.report.status
    state: State = "reaffirmed" if again or status == "reaffirmed" else "made"
    if status == "fulfilled":
        state = "fulfilled"
    elif status == "broken":
        state = "broken"
    return Step(state, told.day, told.event.id, told.evidence, told.document.publisher_country)


def _state(steps: Iterable[Step], due: str | None, today: dt.date) -> State:
    """The last step that says something; a due day that is over and not yet lapsed is "due"."""
    told: State = "made"
    for step in steps:
        if step.state != "due":
            told = step.state
    if told in ("made", "reaffirmed") and due and due <= today.isoformat():
        return "due"
    return told


def _speaks_of(pledge: _Told, act: _Told, encoder: Vectors | None) -> bool:
    """Whether a report of something kept or broken means this pledge: its issue and its words."""
    table = load_issues()
    common = {i for i in pledge.issues & act.issues if not table[i].wide}
    if not common:
        return False
    if encoder is not None:
        one, other = encoder.vectors([pledge.text[:400], act.text[:400]])
        return float(one @ other) >= _bounds(encoder)[0]
    if pledge.document.language != act.document.language:
        return False
    return cover(re.findall(r"\w{2,}", pledge.text), act.text) >= _WORDS_OF_OUTCOME


def iterate_due(pledges: Iterable[Pledge]) -> Iterator[tuple[str, Pledge]]:
    """(due day, pledge) of the open pledges that have one."""
    for pledge in pledges:
        if pledge.open and pledge.due:
            yield pledge.due, pledge
