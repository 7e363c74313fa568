"""Every record that flows through dragoman.

In: nothing. Out: frozen values, checked when made. A Document is what was read; a Report is
what one document says; an Event is what happened, folded from reports by Links. Offsets are
code points in ``Document.text``, half-open. Days are ISO days. Countries are ISO-3166 alpha-3
codes, bodies their usual abbreviation. The JSON of Reading, Event, Comparison and Answer is a
contract with other programs (docs/reference/contract.schema.json).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator
from pydantic.json_schema import models_json_schema

from dragoman.errors import EvidenceError

__all__ = [
    "Answer",
    "AnswerSentence",
    "Cell",
    "Code",
    "Comparison",
    "Correction",
    "Document",
    "Event",
    "EventReport",
    "Evidence",
    "Failure",
    "Link",
    "Participant",
    "Passage",
    "Reading",
    "Report",
    "Row",
    "Side",
    "When",
    "Where",
    "identify",
    "json_schema",
    "quad_of",
]

Day = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}")]
Country = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Za-z0-9+]{1,11}$")]
Precision = Literal["time", "day", "week", "month", "year", "unknown"]
PassageRole = Literal[
    "title", "heading", "paragraph", "list item", "table row", "question", "answer", "caption",
    "quote", "byline", "boilerplate",
]  # fmt: skip
Genre = Literal[
    "wire", "readout", "statement", "briefing", "speech", "article", "blog", "interview",
    "transcript", "mail", "other",
]  # fmt: skip
Kind = Literal["meeting", "pledge", "statement", "agreement", "action"]
Form = Literal["meeting", "call", "video", "multilateral", "visit", "negotiation"]
Level = Literal["summit", "ministerial", "vice-ministerial", "working", "other"]
Role = Literal["party", "to", "source", "target", "about", "mediator"]
PloverType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE",
    "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "STATEMENT",
]  # fmt: skip
Quad = Literal["verbal cooperation", "material cooperation", "verbal conflict", "material conflict"]
MEETING_STATUSES = ("held", "planned", "proposed", "cancelled", "background")
PLEDGE_STATUSES = ("made", "reaffirmed", "fulfilled", "broken", "negated")
ACT_STATUSES = ("done", "planned", "hypothetical", "negated", "background")

# PLOVER manual 2.0, "Quad category" of each type. STATEMENT is ours and has none.
_QUADS: dict[str, Quad] = {
    "AGREE": "verbal cooperation", "CONSULT": "verbal cooperation",
    "SUPPORT": "verbal cooperation", "CONCEDE": "verbal cooperation",
    "COOPERATE": "material cooperation", "AID": "material cooperation",
    "RETREAT": "material cooperation", "REQUEST": "verbal conflict", "ACCUSE": "verbal conflict",
    "REJECT": "verbal conflict", "THREATEN": "verbal conflict", "PROTEST": "material conflict",
    "SANCTION": "material conflict", "MOBILIZE": "material conflict",
    "COERCE": "material conflict", "ASSAULT": "material conflict",
}  # fmt: skip


def quad_of(plover_type: str) -> Quad | None:
    """Quad class of a PLOVER type (PLOVER manual 2.0); None for STATEMENT."""
    return _QUADS.get(plover_type)


def identify(prefix: str, *parts: object) -> str:
    """A stable id: the prefix and 16 hex digits of a SHA-256 over the parts as JSON."""
    text = json.dumps(parts, ensure_ascii=False, default=str, separators=(",", ":"))
    return f"{prefix}-{hashlib.sha256(text.encode()).hexdigest()[:16]}"


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Evidence(_Record):
    """The exact words that bear something out: code points [start, end) of a document's text.

    ``url`` is set where the evidence leaves its document (comparisons, answers). The constructor
    checks the length; ``Evidence.at`` cuts the quote from the text itself, and Reading checks
    every quote against the text. Raises EvidenceError.
    """

    start: int = Field(ge=0)
    end: int = Field(ge=1)
    quote: str = Field(min_length=1)
    url: str | None = None

    @model_validator(mode="after")
    def _spans_its_quote(self) -> Evidence:
        if self.end - self.start != len(self.quote):
            raise EvidenceError(
                f"evidence [{self.start}, {self.end}) cannot hold a quote of {len(self.quote)} "
                "code points; cut it with Evidence.at(text, start, end)"
            )
        return self

    @classmethod
    def at(cls, text: str, start: int, end: int, url: str | None = None) -> Evidence:
        """Cut the evidence [start, end) out of ``text``."""
        if not 0 <= start < end <= len(text):
            raise EvidenceError(f"[{start}, {end}) lies outside a text of {len(text)} code points")
        return cls(start=start, end=end, quote=text[start:end], url=url)

    def check(self, text: str) -> None:
        """Raise EvidenceError unless the quote stands at its place in ``text``."""
        if text[self.start : self.end] != self.quote:
            raise EvidenceError(
                f"evidence [{self.start}, {self.end}) says {self.quote!r} "
                f"but the text has {text[self.start : self.end]!r}"
            )


class Passage(_Record):
    """A stretch of a document's text with one role. Boilerplate and bylines are never coded."""

    role: PassageRole
    start: int = Field(ge=0)
    end: int = Field(ge=0)


class Document(_Record):
    """One page, file or message as it was read. ``published`` is an ISO day or a time with zone.

    ``passages`` cover the parts of ``text`` in order. ``headline_supported``: whether the text
    bears the title out (None: no title, or a title that claims nothing).
    """

    id: str
    url: str | None = None
    publisher: str | None = None
    publisher_country: Country | None = None
    language: str
    title: str | None = None
    author: str | None = None
    published: Day | None = None
    genre: Genre = "other"
    text: str
    headline_supported: bool | None = None
    official: bool = False
    passages: tuple[Passage, ...] = Field(default=(), exclude=True)

    def quote(self, start: int, end: int) -> Evidence:
        """Evidence from this document's text."""
        return Evidence.at(self.text, start, end)


class When(_Record):
    """A time with its precision: start and end are the first and last day (or time)."""

    start: Day | None
    end: Day | None
    precision: Precision
    text: str | None


class Where(_Record):
    """A place: city, country of the place, GeoNames id, and the words that name it."""

    city: str | None
    country: Country | None
    geonames: int | None
    text: str | None


class Participant(_Record):
    """Somebody's part in a report.

    ``name`` is the fullest form in the text; ``actor`` a Wikidata id or an actor's code;
    ``sector`` a PLOVER sector (GOV, MIL, LEG, JUD, REB, CVL, IGO, MED, BUS ...); ``candidates``
    lists the actors that remain when the text does not settle who is meant (``actor`` is then
    None).
    """

    role: Role
    name: str | None
    actor: str | None
    country: Country | None
    sector: str | None = None
    office: str | None
    evidence: Evidence | None
    candidates: tuple[str, ...] = Field(default=(), exclude_if=lambda value: not value)


class Code(_Record):
    """A PLOVER-2.0 code with its parties as countries; ``cameo`` is the derived CAMEO root."""

    scheme: Literal["PLOVER-2.0"] = "PLOVER-2.0"
    type: PloverType
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    quad: Quad | None = None
    cameo: str | None = None
    source: tuple[Country, ...]
    target: tuple[Country, ...]

    @model_validator(mode="before")
    @classmethod
    def _fill_quad(cls, data: Any) -> Any:
        if isinstance(data, dict) and "quad" not in data and "type" in data:
            return {**data, "quad": quad_of(data["type"])}
        return data


class Report(_Record):
    """What one document says about one act. See docs/reference/records.md for each kind."""

    id: str
    kind: Kind
    form: Form | None = None
    level: Level | None = None
    status: str
    when: When | None
    where: Where | None
    occasion: str | None = None
    participants: tuple[Participant, ...]
    topics: tuple[str, ...] = ()
    content: str | None = None
    due: Day | None = None
    to: tuple[Country, ...] = ()
    codes: tuple[Code, ...]
    evidence: tuple[Evidence, ...] = Field(min_length=1)
    said_by: str | None = None
    confidence: float = Field(ge=0, le=1)
    made_by: str = Field(pattern="@")

    @model_validator(mode="after")
    def _status_fits_kind(self) -> Report:
        valid = {"meeting": MEETING_STATUSES, "pledge": PLEDGE_STATUSES}.get(
            self.kind, ACT_STATUSES
        )
        if self.status not in valid:
            raise ValueError(f"a {self.kind} cannot be {self.status!r}; valid: {', '.join(valid)}")
        if self.kind == "meeting" and (self.form is None or self.level is None):
            raise ValueError("a meeting needs form and level")
        return self

    @property
    def parties(self) -> tuple[str, ...]:
        """Countries and bodies of the report's parties, sources and targets, sorted, once each."""
        roles = ("party", "source", "target", "to")
        return tuple(
            sorted({p.country for p in self.participants if p.country and p.role in roles})
        )


class Reading(_Record):
    """A document and its reports: one line of ``dragoman read --json``.

    Raises EvidenceError when any quote differs from the document's text.
    """

    document: Document
    reports: tuple[Report, ...]

    @model_validator(mode="after")
    def _quotes_stand_in_the_text(self) -> Reading:
        text = self.document.text
        for report in self.reports:
            for evidence in _evidence_of(report):
                evidence.check(text)
        return self


def _evidence_of(report: Report) -> Iterable[Evidence]:
    yield from report.evidence
    for participant in report.participants:
        if participant.evidence:
            yield participant.evidence


class Failure(_Record):
    """A thing that could not be read: what, at which stage, why, what to do, when (ISO time)."""

    source: str
    stage: Literal["source", "reading", "coding", "record"]
    fault: str
    remedy: str = ""
    line: int | None = None
    at: str


class EventReport(_Record):
    """A report's place in an event.

    ``copies`` counts the documents that carry this telling, itself among them; a near-duplicate
    copy of another telling names it in ``copy_of`` and has no voice of its own.
    """

    id: str
    url: str | None
    publisher_country: Country | None
    official: bool
    copies: int = 1
    copy_of: str | None = None


class Event(_Record):
    """What happened: a fold over the reports judged to tell of it.

    ``reasons`` maps a field to why its value was chosen; ``disagreements`` lists fields whose
    reports differ: {"field", "values": [{"value", "reports": [id]}]}; ``related`` are events that
    belong to this one without being it (a trip and its talks).
    """

    id: str
    kind: Kind
    form: Form | None = None
    level: Level | None = None
    status: str
    parties: tuple[Country, ...]
    when: When | None
    where: Where | None
    occasion: str | None = None
    participants: tuple[Participant, ...] = ()
    topics: tuple[str, ...] = ()
    content: str | None = None
    due: Day | None = None
    codes: tuple[Code, ...] = ()
    reports: tuple[EventReport, ...] = Field(min_length=1)
    disagreements: tuple[dict[str, Any], ...] = ()
    reasons: dict[str, str] = Field(default_factory=dict)
    related: tuple[str, ...] = ()


class Link(_Record):
    """One judgement whether two reports tell of one event. ``one`` sorts before ``other``."""

    one: str
    other: str
    judgement: Literal["same", "different", "unsure", "related"]
    score: float = Field(ge=0, le=1)
    reason: str
    made_by: str
    at: str


class Correction(_Record):
    """A person's word over the machine's.

    ``verb``: same, not the same (``subject`` and ``value`` are report ids), field (``field`` of
    event or report ``subject`` is ``value``), wrong (report ``subject`` is no report), actor
    (``field`` is a name in ``subject``, ``value`` the actor). ``undone`` is the time it was taken
    back, if it was.
    """

    id: str
    verb: Literal["same", "not the same", "field", "wrong", "actor"]
    subject: str
    field: str | None = None
    value: str | None = None
    who: str
    why: str
    at: str
    undone: str | None = None


class Side(_Record):
    """One side of a comparison with the addresses of its readouts."""

    side: str
    readouts: tuple[str, ...]


class Cell(_Record):
    """What one side's readouts do with one row."""

    side: str
    state: Literal["said", "differently", "left out", "no readout"]
    evidence: tuple[Evidence, ...] = ()
    difference: str | None = None


class Row(_Record):
    """A topic, position or pledge, and what each side said of it."""

    topic: str
    kind: Literal["topic", "position", "pledge"]
    cells: tuple[Cell, ...]


class Comparison(_Record):
    """Readouts of one event side by side: ``dragoman compare --json``."""

    event: str
    sides: tuple[Side, ...]
    rows: tuple[Row, ...]


class AnswerSentence(_Record):
    """One sentence of an answer with the words that bear it out."""

    text: str
    evidence: tuple[Evidence, ...] = Field(min_length=1)


class Answer(_Record):
    """An answer from the record: ``dragoman ask --json``. Refused: the record does not say."""

    question: str
    language: str
    answer: str | None
    refused: bool
    sentences: tuple[AnswerSentence, ...] = ()
    nearest: tuple[dict[str, Any], ...] = ()


def json_schema() -> dict[str, Any]:
    """JSON Schema of every record that leaves the program (docs/reference/records.schema.json)."""
    _, schema = models_json_schema(
        [
            (model, "serialization")
            for model in (Reading, Event, Comparison, Answer, Failure, Link, Correction)
        ],
        title="dragoman's records",
    )
    return schema
