"""Labelled scenes: documents that tell of the same and of neighbouring events.

In: ``eval/events/tune.jsonl`` and ``check.jsonl``, one scene a line (eval/events/README.md). Out:
Scene values, and a scene's documents as a reader without fault would have coded them. Merging and
counting are left to ``events``.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from dragoman.errors import QuestionError
from dragoman.evaluation.labels import PARTS, Part
from dragoman.records import (
    Code,
    Country,
    Day,
    Document,
    Evidence,
    Form,
    Genre,
    Kind,
    Level,
    Participant,
    Passage,
    PloverType,
    Reading,
    Report,
    When,
    Where,
    identify,
)

__all__ = ["Mention", "Scene", "SceneDocument", "SceneEvent", "gold_readings", "load_scenes"]


class _Label(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class SceneDocument(_Label):
    """One document of a scene, as it would be published."""

    id: str
    language: Literal["ko", "en", "ja", "zh", "ru"]
    url: str
    title: str
    published: Day
    publisher: str | None
    publisher_country: Country | None
    official: bool
    genre: Genre
    text: str = Field(min_length=1)


class Place(_Label):
    """Where an event was."""

    city: str | None
    country: Country


class SceneEvent(_Label):
    """What happened, once, however many documents tell of it."""

    id: str
    kind: Kind
    form: Form | None
    level: Level | None
    parties: tuple[Country, ...]
    targets: tuple[Country, ...] = ()
    type: PloverType | None
    status: str
    day: Day | None
    place: Place | None


class NamedPerson(_Label):
    """Somebody whom the document says takes part: by name, or by office alone."""

    name: str | None
    country: Country
    office: str
    actor: str | None


class Mention(_Label):
    """That a document tells of an event: in which words, with which status, day and people.

    ``day`` and ``end`` are what this document says (Tokyo may say the 15th where Lima has the
    14th), None where it says no day.
    """

    document: str
    event: str
    quote: str
    elsewhere: tuple[str, ...] = ()
    status: str
    day: Day | None
    end: Day | None
    people: tuple[NamedPerson, ...]
    place: Place | None
    occasion: str | None


class Neighbours(_Label):
    """Two events that must not become one, and what makes them easy to confuse."""

    one: str
    other: str
    why: str


class RowQuote(_Label):
    """Words of one document."""

    document: str
    quote: str


class RowCell(_Label):
    """What one side's readouts do with a row; ``difference`` only where said differently."""

    side: Country
    state: Literal["said", "differently", "left out", "no readout"]
    quotes: tuple[RowQuote, ...]
    difference: str | None


class SceneRow(_Label):
    """A topic, position or pledge of an event, side by side."""

    event: str
    topic: str
    kind: Literal["topic", "position", "pledge"]
    cells: tuple[RowCell, ...]


class Scene(_Label):
    """Documents, events, which document tells of which event, hard neighbours, readout rows."""

    id: str
    about: str
    documents: tuple[SceneDocument, ...]
    events: tuple[SceneEvent, ...]
    mentions: tuple[Mention, ...]
    neighbours: tuple[Neighbours, ...]
    rows: tuple[SceneRow, ...] = ()

    @model_validator(mode="after")
    def _hangs_together(self) -> Scene:
        texts = {d.id: d.text for d in self.documents}
        events = {e.id for e in self.events}
        quotes = [(m.document, q) for m in self.mentions for q in (m.quote, *m.elsewhere)]
        quotes += [(q.document, q.quote) for r in self.rows for c in r.cells for q in c.quotes]
        for document, quote in quotes:
            if quote not in texts.get(document, ""):
                raise ValueError(f"{document}: quote is not in the text: {quote!r}")
        named = {m.event for m in self.mentions} | {r.event for r in self.rows}
        named |= {n for pair in self.neighbours for n in (pair.one, pair.other)}
        if unknown := named - events:
            raise ValueError(f"no such event: {', '.join(sorted(unknown))}")
        return self


def load_scenes(folder: Path, parts: Sequence[Part] = PARTS) -> list[tuple[Part, Scene]]:
    """Labelled scenes of these parts. Raises QuestionError naming file and line."""
    found: list[tuple[Part, Scene]] = []
    for part in parts:
        path = folder / "events" / f"{part}.jsonl"
        if not path.is_file():
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            try:
                found.append((part, Scene.model_validate_json(line)))
            except ValidationError as fault:
                first = fault.errors()[0]
                raise QuestionError(
                    f"{path}:{number}: {first['msg']}; correct the label"
                ) from fault
    if not found:
        raise QuestionError(f"no labelled scenes in {folder}/events; name its folder with --folder")
    return found


def gold_readings(scene: Scene) -> list[tuple[Reading, list[Mention]]]:
    """The scene's documents with the reports of its labels, each beside its mention."""
    events = {e.id: e for e in scene.events}
    out = []
    for document in scene.documents:
        mentions = [m for m in scene.mentions if m.document == document.id]
        reports = tuple(_report(m, events[m.event], document.text) for m in mentions)
        text = document.text
        made = Document(
            id=f"doc-{document.id}", url=document.url, publisher=document.publisher,
            publisher_country=document.publisher_country, language=document.language,
            title=document.title, published=document.published, genre=document.genre, text=text,
            official=document.official,
            passages=(Passage(role="paragraph", start=0, end=len(text)),),
        )  # fmt: skip
        out.append((Reading(document=made, reports=reports), mentions))
    return out


def _report(mention: Mention, event: SceneEvent, text: str) -> Report:
    role = "party" if event.kind in ("meeting", "agreement", "pledge") else "source"
    people = [
        Participant.model_validate(
            {"role": role, "name": p.name, "actor": p.actor, "country": p.country,
             "office": p.office, "evidence": None}
        )
        for p in mention.people
    ]  # fmt: skip
    named = {p.country for p in people}
    for side, part in ((event.parties, role), (event.targets, "target")):
        people += [
            Participant.model_validate(
                {"role": part, "name": c, "actor": None, "country": c, "office": None,
                 "evidence": None}
            )
            for c in side
            if part == "target" or c not in named
        ]  # fmt: skip
    when = None
    if mention.day:
        end = mention.end or mention.day
        # Whole months are what "in January" was read as.
        precision = "month" if end[:7] == mention.day[:7] and end[8:] > "27" > "02" > mention.day[8:] else "day"  # fmt: skip
        when = When.model_validate(
            {"start": mention.day, "end": end, "precision": precision, "text": None}
        )
    place = mention.place
    ahead = mention.status in ("planned", "proposed")
    type_ = event.type or ("AGREE" if ahead else "CONSULT")
    start = text.index(mention.quote)
    return Report(
        id=identify("report", mention.document, mention.event), kind=event.kind, form=event.form,
        level=event.level, status=mention.status, when=when,
        where=Where(city=place.city, country=place.country, geonames=None, text=place.city)
        if place else None,
        occasion=mention.occasion, participants=tuple(people),
        codes=(Code(type=type_, source=event.parties, target=event.targets or event.parties),),
        evidence=(Evidence.at(text, start, start + len(mention.quote)),), confidence=1.0,
        made_by="labels@1",
    )  # fmt: skip
