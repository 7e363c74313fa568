"""How well merging tells one event from another, with labelled reports and with coded ones.

In: labelled scenes, a coder, an encoder if there is one. Out: EventScores: B-cubed precision,
recall and F1 over mentions, wrong merges among the hard neighbours, faults in words. Labelled
reports measure merging alone; coded ones the whole path, where a mention that was not found
stands alone and lowers recall. Amigó et al. 2009, "A comparison of extrinsic clustering
evaluation metrics", for B-cubed.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from dragoman.evaluation.labels import PARTS, Part
from dragoman.evaluation.scenes import (
    Mention,
    Scene,
    SceneDocument,
    SceneEvent,
    gold_readings,
    load_scenes,
)
from dragoman.reading import read_document
from dragoman.record.merge import Encoder, merge_new
from dragoman.record.store import Store
from dragoman.records import Document, Reading, Report
from dragoman.sources import Fetched
from dragoman.sources.fetched import Hints

__all__ = ["EventScores", "MergeFault", "b_cubed", "evaluate_events"]

Item = tuple[str, str, str]  # scene, document, event


class _Coder(Protocol):
    def code(self, document: Document) -> Reading: ...


@dataclass(frozen=True, slots=True)
class MergeFault:
    """One thing that came out wrong: "joined", "parted" or "missed"."""

    part: Part
    sort: str
    what: str
    why: str


@dataclass(slots=True)
class EventScores:
    """Figures of one way (``way``: "labelled reports" or "coded reports") over some scenes."""

    way: str
    part: str
    mentions: int = 0
    found: int = 0
    precision: float = 0.0
    recall: float = 0.0
    neighbours: int = 0
    wrong_neighbours: int = 0
    wrong_merges: int = 0
    status_right: int = 0
    days_right: int = 0
    events: int = 0
    faults: list[MergeFault] = field(default_factory=list)

    @property
    def f1(self) -> float:
        """B-cubed F1."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def as_json(self) -> dict[str, object]:
        """Plain numbers."""
        names = (
            "way", "part", "mentions", "found", "precision", "recall", "f1", "neighbours",
            "wrong_neighbours", "wrong_merges", "status_right", "days_right", "events",
        )  # fmt: skip
        return {name: getattr(self, name) for name in names}


def b_cubed(gold: dict[Item, str], made: dict[Item, str]) -> tuple[float, float]:
    """B-cubed precision and recall of a clustering of the same items."""
    if not gold:
        return 0.0, 0.0
    by_gold: dict[str, set[Item]] = {}
    by_made: dict[str, set[Item]] = {}
    for item in gold:
        by_gold.setdefault(gold[item], set()).add(item)
        by_made.setdefault(made[item], set()).add(item)
    precision = recall = 0.0
    for item in gold:
        right = len(by_gold[gold[item]] & by_made[made[item]])
        precision += right / len(by_made[made[item]])
        recall += right / len(by_gold[gold[item]])
    return precision / len(gold), recall / len(gold)


def evaluate_events(
    folder: Path,
    coder: _Coder,
    encoder: Encoder | None = None,
    parts: Sequence[Part] = PARTS,
) -> list[EventScores]:
    """Both ways for each part, all scenes of a part in one record. Raises QuestionError."""
    out = []
    for part in parts:
        scenes = [scene for of, scene in load_scenes(folder, (part,)) if of == part]
        out.append(_score("labelled reports", part, scenes, None, encoder))
        out.append(_score("coded reports", part, scenes, coder, encoder))
    return out


def _score(
    way: str, part: Part, scenes: list[Scene], coder: _Coder | None, encoder: Encoder | None
) -> EventScores:
    scores = EventScores(way, part)
    gold: dict[Item, str] = {}
    reports: dict[Item, str] = {}
    with tempfile.TemporaryDirectory() as temporary, Store(Path(temporary) / "events.db") as store:
        for scene in scenes:
            for item, report in _keep(store, scene, coder):
                gold[item] = f"{item[0]}/{item[2]}"
                if report is not None:
                    reports[item] = report
                else:
                    scores.faults.append(MergeFault(part, "missed", f"{item[1]}: {item[2]}", ""))
        merge_new(store, encoder)
        made = {
            item: (store.event_of(reports[item]) if item in reports else None) or f"alone {item}"
            for item in gold
        }
        scores.mentions, scores.found = len(gold), len(reports)
        scores.precision, scores.recall = b_cubed(gold, made)
        _count_merges(scores, part, store, gold, made, reports)
        _count_neighbours(scores, scenes, gold, made)
        _count_fields(scores, part, store, scenes, gold, made)
    return scores


def _keep(store: Store, scene: Scene, coder: _Coder | None) -> Iterable[tuple[Item, str | None]]:
    """Keep a scene's documents; each mention with the report that answers to it, or None."""
    if coder is None:
        for reading, mentions in gold_readings(scene):
            store.keep(reading)
            for mention, report in zip(mentions, reading.reports, strict=True):
                yield (scene.id, mention.document, mention.event), report.id
        return
    events = {e.id: e for e in scene.events}
    for document in scene.documents:
        reading = coder.code(_read(document))
        store.keep(reading)
        mentions = [m for m in scene.mentions if m.document == document.id]
        answers = _match(mentions, events, reading)
        for number, mention in enumerate(mentions):
            yield (scene.id, mention.document, mention.event), answers.get(number)


def _read(document: SceneDocument) -> Document:
    hints = Hints(
        title=document.title, url=document.url, published=document.published,
        publisher=document.publisher, publisher_country=document.publisher_country,
    )  # fmt: skip
    fetched = Fetched(source=document.id, url=document.url, hints=hints, text=document.text)
    # Who is official is a label here: the publishers are made up.
    return read_document(fetched).model_copy(
        update={"official": document.official, "genre": document.genre}
    )


def _match(
    mentions: list[Mention], events: dict[str, SceneEvent], reading: Reading
) -> dict[int, str]:
    """Mention's number -> id of the report that answers to it, one to one, the likest first."""
    pairs = []
    for number, mention in enumerate(mentions):
        for report in reading.reports:
            if score := _answers(mention, events[mention.event], report, reading.document.text):
                pairs.append((-score, number, report.id))
    answers: dict[int, str] = {}
    for _, number, id_ in sorted(pairs):
        if number not in answers and id_ not in answers.values():
            answers[number] = id_
    return answers


def _answers(mention: Mention, event: SceneEvent, report: Report, text: str) -> float:
    """How well a report answers to a mention; 0 where it does not.

    A meeting answers with at least two of the parties in common (a body's session: one), the
    same words, and trips only to trips; an act with a common actor, the same words and no
    meeting.
    """
    if (event.kind == "meeting") != (report.kind == "meeting"):
        return 0.0
    spans = [(text.find(q), len(q)) for q in (mention.quote, *mention.elsewhere)]
    shared = sum(
        max(0, min(e.end, start + length) - max(e.start, start))
        for start, length in spans
        for e in report.evidence
    )
    if not shared:
        return 0.0
    wanted = set(event.parties) | set(event.targets)
    common = wanted & set(report.parties)
    likeness = len(common) / len(wanted | set(report.parties))
    if event.kind == "meeting":
        if len(common) < min(2, len(event.parties)):
            return 0.0
        if (event.form == "visit") != (report.form == "visit"):
            return 0.0
        same_form = report.form == event.form
        same_status = report.status == mention.status
        return likeness + 0.5 * same_form + 0.3 * same_status + min(1.0, shared / 400)
    makers = {p.country for p in report.participants if p.role in ("party", "source")}
    if not makers & set(event.parties):
        return 0.0
    types = {code.type for code in report.codes}
    return likeness + (event.type in types) + 0.3 * (report.kind == event.kind)


def _count_merges(
    scores: EventScores, part: Part, store: Store, gold: dict[Item, str], made: dict[Item, str],
    reports: dict[Item, str],
) -> None:  # fmt: skip
    by_made: dict[str, dict[str, Item]] = {}
    by_gold: dict[str, dict[str, Item]] = {}
    for item, event in made.items():
        by_made.setdefault(event, {}).setdefault(gold[item], item)
        if item in reports:
            by_gold.setdefault(gold[item], {}).setdefault(event, item)
    for joined in by_made.values():
        if len(joined) > 1:
            scores.wrong_merges += 1
            items = sorted(joined.values())
            told = " + ".join(f"{i[1]}:{i[2]}" for i in items)
            scores.faults.append(MergeFault(part, "joined", told, _why(store, items, reports)))
    for parted in by_gold.values():
        if len(parted) > 1:
            items = sorted(parted.values())
            told = " | ".join(f"{i[1]}:{i[2]}" for i in items)
            scores.faults.append(MergeFault(part, "parted", told, _why(store, items, reports)))


def _why(store: Store, items: list[Item], reports: dict[Item, str]) -> str:
    ids = {reports[item] for item in items if item in reports}
    reasons = [
        f"{link.judgement} {link.score:.2f} {link.reason}"
        for id_ in sorted(ids)
        for link in store.links(id_)
        if link.one in ids and link.other in ids
    ]
    return "; ".join(dict.fromkeys(reasons)) or "no link between them"


def _count_neighbours(
    scores: EventScores, scenes: list[Scene], gold: dict[Item, str], made: dict[Item, str]
) -> None:
    homes: dict[str, set[str]] = {}
    for item, event in made.items():
        homes.setdefault(gold[item], set()).add(event)
    for scene in scenes:
        for pair in scene.neighbours:
            scores.neighbours += 1
            one = homes.get(f"{scene.id}/{pair.one}", set())
            scores.wrong_neighbours += bool(one & homes.get(f"{scene.id}/{pair.other}", set()))


def _count_fields(
    scores: EventScores, part: Part, store: Store, scenes: list[Scene], gold: dict[Item, str],
    made: dict[Item, str],
) -> None:  # fmt: skip
    """Status and day of each labelled event's largest event in the record."""
    for scene in scenes:
        for event in scene.events:
            name = f"{scene.id}/{event.id}"
            homes = [made[i] for i in gold if gold[i] == name and not made[i].startswith("alone")]
            if not homes or not any(m.event == event.id for m in scene.mentions):
                continue
            folded = store.event(max(sorted(set(homes)), key=homes.count))
            final = _final_status(event, scene)
            scores.events += 1
            scores.status_right += folded.status == final
            day = (folded.when.start or "")[:10] if folded.when else None
            # Statements are labelled with the day when they were made; few texts give it.
            right = day == event.day or (event.kind != "meeting" and day is None)
            scores.days_right += right
            if folded.status != final:
                why = f"{folded.status}, labelled {final}"
                scores.faults.append(MergeFault(part, "status", name, why))
            if not right:
                why = f"{day}, labelled {event.day}: {folded.reasons.get('when', '')}"
                scores.faults.append(MergeFault(part, "day", name, why))


def _final_status(event: SceneEvent, scene: Scene) -> str:
    told = {m.status for m in scene.mentions if m.event == event.id}
    for status in ("held", "done", "cancelled", "background", "planned", "proposed"):
        if status in told:
            return "held" if status == "background" and len(told) > 1 else status
    return event.status
