"""A subject -> a briefing: what people read before a meeting or after a week.

In: a Store, a subject (an event's id, a pair of codes, a person, a topic, a day, week or month), a
language. Out: a Brief: key points, sections, a table, questions with answers, sources. Every line
carries its evidence; a part that nobody stated is left out. The lines are meetings told by
telling.py and sentences of documents; how a briefing looks is left to brief_text.py.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from dragoman.answers.brief_text import to_html, to_markdown
from dragoman.answers.facts import makers_of
from dragoman.answers.issues import find_issue, issues_in, name_issue
from dragoman.answers.issues import query_of as words_of
from dragoman.answers.phrasing import name_country, name_party, phrases
from dragoman.answers.question import parse_question
from dragoman.answers.sentences import evidence_at, fold, sentences_of
from dragoman.answers.telling import tell_meeting
from dragoman.errors import QuestionError
from dragoman.record.events import EventFilter
from dragoman.record.store import Store
from dragoman.record.tokens import query_tokens
from dragoman.records import AnswerSentence, Document, Event, Evidence, Report

__all__ = ["Brief", "BriefRow", "BriefSection", "BriefSource", "make_brief"]

_EVENTS = 60  # events looked at for one briefing; chosen: what a few pages hold
_LINES = 6  # lines of one section; chosen
_EFFECT = re.compile(
    r"기대(?:한다|된다|하|를)|기여할|도움이 될|expect\w* (?:to|that)|will (?:help|contribute|strengthen)|"
    r"期待|資する|寄与|有助于|将为|позволит|будет способствовать",
    re.IGNORECASE,
)

Telling = tuple[Report, Document]


@dataclass(frozen=True, slots=True)
class BriefSection:
    """A heading with its lines, at least one."""

    title: str
    lines: tuple[AnswerSentence, ...]


@dataclass(frozen=True, slots=True)
class BriefRow:
    """One matter: its name, what was agreed on it, what effect the sides said they expect.

    ``agenda`` is a line whose evidence names the matter; the others may be empty.
    """

    agenda: AnswerSentence
    measures: tuple[AnswerSentence, ...] = ()
    effects: tuple[AnswerSentence, ...] = ()


@dataclass(frozen=True, slots=True)
class BriefSource:
    """A document that the briefing quotes."""

    title: str | None
    publisher: str | None
    published: str | None
    url: str


@dataclass(frozen=True, slots=True)
class Brief:
    """A briefing. ``kind``: event, upcoming, pair, person, topic or period; ``updated``: ISO day
    of the newest document quoted."""

    kind: str
    title: str
    language: str
    updated: str | None
    points: tuple[AnswerSentence, ...] = ()
    sections: tuple[BriefSection, ...] = ()
    table: tuple[BriefRow, ...] = ()
    questions: tuple[BriefSection, ...] = ()
    sources: tuple[BriefSource, ...] = ()

    @property
    def lines(self) -> tuple[AnswerSentence, ...]:
        """Every line that states something, in order."""
        out = [*self.points, *(line for s in self.sections for line in s.lines)]
        for row in self.table:
            out += [row.agenda, *row.measures, *row.effects]
        return (*out, *(line for s in self.questions for line in s.lines))

    def to_markdown(self) -> str:
        """The briefing as Markdown."""
        return to_markdown(self)

    def to_html(self) -> str:
        """The briefing as a page of its own; everything from documents is escaped."""
        return to_html(self)


@dataclass
class _Material:
    """What a briefing is made of: events with their tellings, newest first."""

    kind: str
    name: str
    language: str
    events: list[tuple[Event, list[Telling]]] = field(default_factory=list)
    focus: Event | None = None
    sides: tuple[str, ...] = ()
    issue: str | None = None


def make_brief(
    store: Store, subject: str, *, language: str = "en", today: dt.date | None = None
) -> Brief:
    """A briefing on a subject. Raises QuestionError when nobody could tell what it is."""
    if "brief" not in phrases(language):
        raise QuestionError(f"no briefings in {language!r}; valid: ko, en, ja")
    today = today or dt.datetime.now(dt.UTC).date()
    material = _gather(store, " ".join(subject.split()), language, today)
    return _write(material, today)


# ---------------------------------------------------------------------- what it is about
_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:\.\.(\d{4}-\d{2}-\d{2}))?")
_WEEK = re.compile(r"(\d{4})-W(\d{2})")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_PAIR = re.compile(r"[A-Za-z0-9+]{2,12}(?:,\s*[A-Za-z0-9+]{2,12})+")


def _gather(store: Store, subject: str, language: str, today: dt.date) -> _Material:
    if not subject:
        raise QuestionError("name a subject: an event's id, KOR,JPN, a person, a topic or a day")
    if subject.startswith(("event-", "report-")):
        return _of_event(store, subject, language)
    if days := _days_of(subject):
        wanted = EventFilter(since=days[0], until=days[1], limit=_EVENTS)
        return _fill(
            store, _Material("period", subject, language), store.events(wanted, related=False)
        )
    if _PAIR.fullmatch(subject):
        codes = tuple(c.strip().upper() for c in subject.split(","))
        names = ", ".join(name_country(c, language) for c in codes)
        return _of_parties(store, codes, _Material("pair", names, language))
    asked = parse_question(subject, language=None, today=today)
    if asked.words and not asked.people and issues_in(subject, asked.language):
        return _of_topic(store, find_issue(subject), language)  # 러북 군사협력 is no pair
    if asked.people:
        person = asked.people[0]
        name = person.name or person.text
        material = _Material("person", name, language)
        seen: dict[str, Event] = {}
        for key in (*person.keys, name):
            for event in store.events(EventFilter(actor=key, limit=_EVENTS), related=False):
                seen.setdefault(event.id, event)
        return _fill(store, material, seen.values())
    if len(asked.countries) > 1:
        names = ", ".join(name_country(c, language) for c in asked.countries)
        return _of_parties(store, asked.countries, _Material("pair", names, language))
    if asked.countries and (asked.text in {n.text for n in asked.named}):
        material = _Material("person", name_country(asked.countries[0], language), language)
        wanted = EventFilter(actor=asked.countries[0], limit=_EVENTS)
        return _fill(store, material, store.events(wanted, related=False))
    return _of_topic(store, find_issue(subject), language)


def _days_of(subject: str) -> tuple[str, str] | None:
    if found := _DAY.fullmatch(subject):
        return found[1], found[2] or found[1]
    if found := _WEEK.fullmatch(subject):
        monday = dt.date.fromisocalendar(int(found[1]), int(found[2]), 1)
        return monday.isoformat(), (monday + dt.timedelta(days=6)).isoformat()
    if found := _MONTH.fullmatch(subject):
        return f"{subject}-01", f"{subject}-31"
    return None


def _fill(store: Store, material: _Material, events: Iterable[Event]) -> _Material:
    for event in events:
        if tellings := store.tellings(event.id, copies=False):
            material.events.append((event, tellings))
    material.events.sort(key=lambda pair: _day(pair[0]), reverse=True)
    return material


def _of_parties(store: Store, codes: tuple[str, ...], material: _Material) -> _Material:
    material.sides = codes
    wanted = EventFilter(between=codes, limit=_EVENTS)
    return _fill(store, material, store.events(wanted, related=False))


def _of_event(store: Store, id_: str, language: str) -> _Material:
    """The event, what its accounts tell besides, and what the same parties did before."""
    event = store.event(store.event_of(id_) or id_ if id_.startswith("report-") else id_)
    ahead = event.status in ("planned", "proposed")
    names = ", ".join(name_country(c, language) for c in event.parties)
    material = _Material(
        "upcoming" if ahead else "event", names, language, focus=event, sides=event.parties
    )
    if ahead:
        _of_parties(store, event.parties, material)
        if all(e.id != event.id for e, _ in material.events):
            _fill(store, material, [event])
        return material
    found = {event.id: event}
    for _, document in store.tellings(event.id, copies=False):
        for report in store.reports_of(document.id):
            if set(makers_of(report)) & set(event.parties) and (other := store.event_of(report.id)):
                found.setdefault(other, store.event(other))
    return _fill(store, material, found.values())


def _of_topic(store: Store, issue: str, language: str) -> _Material:
    """Events whose tellings speak of an issue, found by its words in any language."""
    material = _Material("topic", name_issue(issue, language), language, issue=issue)
    seen: dict[str, Event] = {}
    for words in words_of(issue):
        for word in words[:4]:
            terms = query_tokens(" ".join(part.replace("*", "") for part in word))
            if not terms:
                continue
            for id_ in store.best_documents(terms, 15):
                document = store.document(id_)
                for report in store.reports_of(id_):
                    told = " ".join((*report.topics, *(e.quote for e in report.evidence)))
                    if issue in issues_in(told, document.language) and (
                        event := store.event_of(report.id)
                    ):
                        seen.setdefault(event, store.event(event))
    return _fill(store, material, list(seen.values())[:_EVENTS])


def _day(event: Event) -> str:
    return event.when.start if event.when and event.when.start else ""


# ---------------------------------------------------------------------- the lines
def _write(material: _Material, today: dt.date) -> Brief:
    words = phrases(material.language)["brief"]
    focus = material.focus
    held = [p for p in material.events if _is_meeting(p, ("held", "background"))]
    planned = [
        p for p in material.events
        if _is_meeting(p, ("planned", "proposed"))
        and (_day(p[0])[:10] >= today.isoformat() or (focus is not None and p[0].id == focus.id))
    ]  # fmt: skip
    if focus is not None:
        own = [p for p in material.events if p[0].id == focus.id]
        before = [p for p in held if p[0].id != focus.id]
        if focus.status not in ("planned", "proposed"):
            held = own + [p for p in before if _day(p[0]) <= _day(focus)]
    pledges = _quotes(material, ("pledge", "agreement"), ("made", "reaffirmed", "done"))
    meetings = _meetings(held, material.language)
    coming = _meetings(planned, material.language)
    sections = []
    if focus is not None and (attend := _attend(material)):
        sections.append(BriefSection(words["attend"], attend))
    if meetings:
        title = words["last"] if material.kind == "upcoming" else words["meetings"]
        sections.append(BriefSection(title, meetings))
    if coming:
        sections.append(BriefSection(words["planned"], coming))
    if pledges:
        sections.append(BriefSection(words["pledges"], pledges))
    for side, lines in _positions(material).items():
        title = words["positions"].format(name=name_country(side, material.language))
        sections.append(BriefSection(title, lines))
    points = (*(coming if material.kind == "upcoming" else meetings)[:2], *pledges[:3])
    answers = (
        ("q_when", meetings[:2]), ("q_what", _discussed(material)[:3]),
        ("q_pledged", pledges[:3]), ("q_next", coming[:2]),
    )  # fmt: skip
    questions = tuple(BriefSection(words[name], lines) for name, lines in answers if lines)
    form = phrases(material.language)["forms"][(focus.form if focus else None) or "meeting"]
    title = words[material.kind].format(names=material.name, name=material.name, form=form)
    draft = Brief(
        material.kind, title, material.language, None, points, tuple(sections),
        _table(material), questions,
    )  # fmt: skip
    sources = _sources(material, draft)
    updated = max((s.published[:10] for s in sources if s.published), default=None)
    return Brief(
        draft.kind, draft.title, draft.language, updated, draft.points, draft.sections,
        draft.table, draft.questions, sources,
    )  # fmt: skip


def _is_meeting(pair: tuple[Event, list[Telling]], statuses: Sequence[str]) -> bool:
    return pair[0].kind == "meeting" and pair[0].status in statuses


def _order(tellings: Iterable[Telling], language: str) -> list[Telling]:
    """The tellings a reader would take first: of the own language, official, with a day."""
    return sorted(
        tellings,
        key=lambda t: (t[1].language != language, not t[1].official, t[0].when is None, t[0].id),
    )


def _meetings(
    pairs: Sequence[tuple[Event, list[Telling]]], language: str
) -> tuple[AnswerSentence, ...]:
    lines: dict[str, AnswerSentence] = {}
    for _, tellings in pairs:
        report, document = _order(tellings, language)[0]
        line = tell_meeting(report, document, language)
        lines.setdefault(line.text, line)
    return tuple(lines.values())[:_LINES]


def _quoted(telling: Telling, language: str) -> AnswerSentence:
    """The words of a report, with who acts before them where they do not name it themselves."""
    report, document = telling
    span = report.evidence[0]
    text = " ".join(span.quote.split())
    # "two leaders agreed": whose words these are is a matter of the report.
    names = [name_country(c, language) for c in makers_of(report)]
    if names and not all(name in text for name in names):
        text = f"{phrases(language)['and'].join(names)}: {text}"
    return AnswerSentence(text=text, evidence=(evidence_at(document, span.start, span.end),))


def _quotes(
    material: _Material, kinds: Sequence[str], statuses: Sequence[str]
) -> tuple[AnswerSentence, ...]:
    lines: dict[str, AnswerSentence] = {}
    for event, tellings in material.events:
        if event.kind in kinds and event.status in statuses:
            line = _quoted(_order(tellings, material.language)[0], material.language)
            lines.setdefault(fold(line.evidence[0].quote), line)
    return tuple(lines.values())[:_LINES]


def _positions(material: _Material) -> dict[str, tuple[AnswerSentence, ...]]:
    """Statements of each side, newest first; a side is a maker of at least one."""
    sides: dict[str, dict[str, AnswerSentence]] = {}
    makers: dict[Evidence, int] = {}
    for event, tellings in material.events:
        if event.kind != "statement" or event.status not in ("done", "negated"):
            continue
        report, document = _order(tellings, material.language)[0]
        line = _quoted((report, document), material.language)
        makers.setdefault(line.evidence[0], len(makers_of(report)))
        for side in makers_of(report):
            sides.setdefault(side, {}).setdefault(fold(line.evidence[0].quote), line)
    wanted = {s: lines for s, lines in sides.items() if not material.sides or s in material.sides}
    ranked = sorted(wanted.items(), key=lambda item: (-len(item[1]), item[0]))
    out = {}
    for side, lines in ranked[:6]:
        # What a side said alone before what it said with others.
        alone = sorted(lines.values(), key=lambda line: makers[line.evidence[0]])
        out[side] = tuple(alone[:4])
    return out


def _attend(material: _Material) -> tuple[AnswerSentence, ...]:
    """Who takes part in the event in focus, each with the words that name them."""
    assert material.focus is not None
    lines: dict[str, AnswerSentence] = {}
    for event, tellings in material.events:
        if event.id != material.focus.id:
            continue
        report, document = _order(tellings, material.language)[0]
        for one in report.participants:
            span = one.evidence or report.evidence[0]
            text = name_party(one, material.language)
            evidence = (evidence_at(document, span.start, span.end),)
            lines.setdefault(text, AnswerSentence(text=text, evidence=evidence))
    return tuple(lines.values())


def _discussed(material: _Material) -> tuple[AnswerSentence, ...]:
    """Sentences of official accounts that speak of an issue, of the newest meeting told."""
    for event, tellings in material.events:
        if event.kind != "meeting" or event.status != "held":
            continue
        if material.focus is not None and event.id != material.focus.id:
            continue
        lines: dict[str, AnswerSentence] = {}
        for _, document in _order(tellings, material.language):
            if not document.official:
                continue
            for told in sentences_of(document):
                found = issues_in(told.text, document.language)
                if found and (material.issue is None or material.issue in found):
                    line = AnswerSentence(text=told.text, evidence=(told.evidence,))
                    lines.setdefault(fold(told.text), line)
        if lines:
            return tuple(lines.values())
    return ()


def _table(material: _Material) -> tuple[BriefRow, ...]:
    """Matters that official accounts of the meetings speak of, with measures and effects."""
    agenda: dict[str, AnswerSentence] = {}
    measures: dict[str, dict[str, AnswerSentence]] = {}
    effects: dict[str, dict[str, AnswerSentence]] = {}
    seen: set[str] = set()
    for event, tellings in material.events:
        for report, document in _order(tellings, material.language):
            if report.kind in ("pledge", "agreement") and event.status in (
                "made", "reaffirmed", "done"
            ):  # fmt: skip
                line = _quoted((report, document), material.language)
                for issue in issues_in(line.evidence[0].quote, document.language):
                    measures.setdefault(issue, {}).setdefault(fold(line.evidence[0].quote), line)
            if document.id in seen or not document.official:
                continue
            seen.add(document.id)
            for told in sentences_of(document):
                for issue in issues_in(told.text, document.language):
                    label = name_issue(issue, material.language)
                    line = AnswerSentence(text=label, evidence=(told.evidence,))
                    agenda.setdefault(issue, line)
                    if _EFFECT.search(told.text):
                        quote = AnswerSentence(text=told.text, evidence=(told.evidence,))
                        effects.setdefault(issue, {}).setdefault(fold(told.text), quote)
    rows = [
        BriefRow(
            line, tuple(measures.get(issue, {}).values())[:2],
            tuple(effects.get(issue, {}).values())[:2],
        )
        for issue, line in agenda.items()
        if (issue in measures or issue in effects) and material.issue in (None, issue)
    ]  # fmt: skip
    return tuple(rows)[:8]


def _sources(material: _Material, brief: Brief) -> tuple[BriefSource, ...]:
    quoted = {e.url for line in brief.lines for e in line.evidence}
    found: dict[str, BriefSource] = {}
    for _, tellings in material.events:
        for _, document in tellings:
            url = document.url or document.id
            if url in quoted:
                found.setdefault(
                    url, BriefSource(document.title, document.publisher, document.published, url)
                )
    return tuple(sorted(found.values(), key=lambda s: (s.published or "", s.url), reverse=True))
