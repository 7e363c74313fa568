"""How well readouts are compared: labelled rows against the rows that the record gives.

In: labelled scenes, a coder, an encoder if there is one. Out: ComparisonScores: precision and
recall of each cell's state, and faults in words. The whole path is measured: documents are read
and coded, reports merged, the event's readouts compared.

A row answers to a labelled row when its evidence overlaps a labelled quote of the same document.
A cell is right when its row answers and side and state agree. Rows that answer to no label are
counted apart (``unlabelled``): the labels hold what matters of a readout, not every clause of it.
"""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dragoman.answers.compare import compare_readouts
from dragoman.evaluation.events import _Coder, _keep
from dragoman.evaluation.labels import PARTS, Part
from dragoman.evaluation.scenes import Scene, SceneRow, load_scenes
from dragoman.record.merge import Encoder, merge_new
from dragoman.record.store import Store
from dragoman.records import Comparison, Row

__all__ = ["ComparisonScores", "evaluate_comparisons"]

STATES = ("said", "differently", "left out", "no readout")


@dataclass(slots=True)
class ComparisonScores:
    """Cells per state: labelled, given (in rows that answer to a label), right."""

    part: str
    rows: int = 0
    found_rows: int = 0
    unlabelled: int = 0
    unlabelled_left_out: int = 0
    labelled: Counter[str] = field(default_factory=Counter)
    given: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def precision(self, state: str | None = None) -> float:
        """Share of given cells that are right; 0 where none was given."""
        return _share(self.right, self.given, state)

    def recall(self, state: str | None = None) -> float:
        """Share of labelled cells that were given."""
        return _share(self.right, self.labelled, state)

    def f1(self, state: str | None = None) -> float:
        """Harmonic mean of precision and recall."""
        p, r = self.precision(state), self.recall(state)
        return 2 * p * r / (p + r) if p + r else 0.0

    def as_json(self) -> dict[str, object]:
        """Plain numbers."""
        return {
            "way": "compared readouts", "part": self.part, "rows": self.rows, "found_rows": self.found_rows,
            "unlabelled": self.unlabelled, "precision": self.precision(),
            "recall": self.recall(), "f1": self.f1(),
            "states": {
                s: {"precision": self.precision(s), "recall": self.recall(s), "cells": self.labelled[s]}
                for s in STATES
            },
        }  # fmt: skip


def _share(right: Counter[str], of: Counter[str], state: str | None) -> float:
    if state is not None:
        return right[state] / of[state] if of[state] else 0.0
    return right.total() / of.total() if of.total() else 0.0


def evaluate_comparisons(
    folder: Path, coder: _Coder, encoder: Encoder | None = None, parts: Sequence[Part] = PARTS
) -> list[ComparisonScores]:
    """Scores of each part, all its scenes in one record. Raises QuestionError for bad labels."""
    out = []
    for part in parts:
        scores = ComparisonScores(part)
        scenes = [scene for of, scene in load_scenes(folder, (part,)) if of == part]
        with tempfile.TemporaryDirectory() as home, Store(Path(home) / "rows.db") as store:
            told = {s.id: [pair for pair in _keep(store, s, coder) if pair[1]] for s in scenes}
            merge_new(store, encoder)
            for scene in scenes:
                homes: dict[str, Counter[str]] = {}
                for (_, _, event), report in told[scene.id]:
                    if report and (found := store.event_of(report)):
                        homes.setdefault(event, Counter())[found] += 1
                _score_scene(scores, store, scene, homes, encoder)
        out.append(scores)
    return out


def _score_scene(
    scores: ComparisonScores, store: Store, scene: Scene, homes: dict[str, Counter[str]],
    encoder: Encoder | None,
) -> None:  # fmt: skip
    for event in dict.fromkeys(row.event for row in scene.rows):
        wanted = [row for row in scene.rows if row.event == event]
        made = Comparison(event="none", sides=(), rows=())
        if event in homes:
            id_ = homes[event].most_common(1)[0][0]
            made = compare_readouts(store, id_, encoder=encoder)
        else:
            scores.faults.append(f"{scene.id}/{event}: no event")
        _score_event(scores, scene, wanted, made)


def _score_event(
    scores: ComparisonScores, scene: Scene, wanted: list[SceneRow], made: Comparison
) -> None:
    urls = {d.id: d.url or f"doc-{d.id}" for d in scene.documents}
    texts = {d.id: d.text for d in scene.documents}
    spans = {
        n: [
            (urls[q.document], texts[q.document].index(q.quote), len(q.quote))
            for cell in row.cells for q in cell.quotes
        ]
        for n, row in enumerate(wanted)
    }  # fmt: skip
    pairs = sorted(
        (
            (-_overlap(spans[n], row, wanted[n].kind), n, m)
            for n in spans
            for m, row in enumerate(made.rows)
            if _overlap(spans[n], row, wanted[n].kind) > 0
        ),
    )
    answers: dict[int, int] = {}
    for _, n, m in pairs:
        if n not in answers and m not in answers.values():
            answers[n] = m
    scores.rows += len(wanted)
    scores.found_rows += len(answers)
    spare = [row for m, row in enumerate(made.rows) if m not in answers.values()]
    scores.unlabelled += len(spare)
    scores.unlabelled_left_out += sum(c.state == "left out" for row in spare for c in row.cells)
    for n, label in enumerate(wanted):
        row = made.rows[answers[n]] if n in answers else None
        given = {c.side: c for c in row.cells} if row else {}
        for cell in label.cells:
            scores.labelled[cell.state] += 1
            got = given.get(cell.side)
            if got is not None:
                scores.given[got.state] += 1
                scores.right[cell.state] += got.state == cell.state
            if got is None or got.state != cell.state:
                state = f"{got.state} ({got.difference})" if got else "no row"
                quotes = " / ".join(e.quote for e in got.evidence) if got else ""
                scores.faults.append(
                    f"{scene.id}/{label.event} {label.topic!r} {cell.side}: {state}, "
                    f"labelled {cell.state} ({cell.difference}) {quotes}"
                )


def _overlap(spans: list[tuple[str, int, int]], row: Row, kind: str) -> float:
    """Sides whose words meet; a bit more where the kind agrees."""
    score = 0.0
    for url, start, length in spans:
        score += max(
            (
                max(0, min(e.end, start + length) - max(e.start, start)) / length
                for cell in row.cells for e in cell.evidence if e.url == url
            ),
            default=0.0,
        )  # fmt: skip
    return score + 0.05 * (row.kind == kind) if score > 0.3 else 0.0
