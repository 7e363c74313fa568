"""How far confidence can be trusted: of the reports that stand at 0.8, are eight in ten right?

In: folders of labelled documents and a Coder. Out: one Weighed a report, the lines
of data/confidence.toml fitted to half of the documents, the expected calibration error and the
reliability plot of the other half. A report is right when it answers to a label, an optional one included: a meeting by
parties, form and time, an act by each of its (source, target, type).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dragoman.coding.acts.act import Act
from dragoman.coding.confidence import Line, log_odds, raw_of, sort_of
from dragoman.coding.meetings.facts import Meeting
from dragoman.coding.pipeline import Coder
from dragoman.coding.reports import write_report
from dragoman.evaluation.labels import LabelledDocument, load_documents
from dragoman.evaluation.matching import (
    fold,
    label_triples,
    match_meetings,
    report_triples,
    same_form,
    same_time,
    undirected,
)
from dragoman.evaluation.scoring import read_labelled
from dragoman.records import Report

__all__ = [
    "BINS", "Weighed", "collect", "draw_reliability", "expected_error", "fit_lines",
    "to_fit", "write_lines",
]  # fmt: skip

BINS = 10  # of equal width, as the expected calibration error is mostly given (Guo et al. 2017)
# Weight of the prior, in reports, that a line is the average of its sort and nothing more.
_PRIOR = 4.0
_ROUNDS = 30


@dataclass(frozen=True, slots=True)
class Weighed:
    """One report: of which document, what was read, how plainly, the truth."""

    document: str
    sort: str
    raw: float
    right: bool


def collect(folders: Iterable[Path], languages: Sequence[str], coder: Coder) -> list[Weighed]:
    """Every report of the check halves that a label can confirm or contradict.

    The rules know the tune halves by heart: of what they read there too much is right.
    """
    out: list[Weighed] = []
    for folder in folders:
        for _, labelled in load_documents(folder, languages, ("check",)):
            scene, meetings, acts = coder.find(read_labelled(labelled))
            told: list[Meeting | Act] = [*meetings, *acts]
            reports = [write_report(scene, one) for one in told]
            right = _right(labelled, reports, scene.document.text)
            for one, report in zip(told, reports, strict=True):
                if report.id in right:
                    sort, raw = sort_of(one), raw_of(one)
                    out.append(Weighed(labelled.id, sort, raw, right[report.id]))
    return out


def to_fit(one: Weighed) -> bool:
    """Whether lines are fitted to this report's document or measured on it: turn and turn about."""
    return int(one.document[-3:]) // 2 % 2 == 0


def _right(labelled: LabelledDocument, reports: Sequence[Report], text: str) -> dict[str, bool]:
    matched = match_meetings(labelled.labels.meetings, reports, text)
    right = {report.id: False for report in matched.extra}
    right |= {r.id: same_form(label, r) and same_time(label, r) for label, r in matched.pairs}
    wanted, free = label_triples(labelled.labels)
    allowed = wanted.keys() | free
    doers = {(fold(s), act.type) for act in labelled.labels.events for s in act.source}
    for report in reports:
        if triples := report_triples(report):
            right[report.id] = triples <= allowed
        elif told := undirected(report):
            right[report.id] = told <= doers
    return right


def fit_lines(weighed: Iterable[Weighed]) -> dict[str, Line]:
    """One Line a sort, by logistic regression; a slope below zero is set to zero.

    The constant is free, the slopes lean towards zero as if four reports said so: with few reports
    the line is their average.
    """
    by: dict[str, list[Weighed]] = {}
    for one in weighed:
        by.setdefault(one.sort, []).append(one)
    return {sort: _fit(rows) for sort, rows in sorted(by.items())}


def _fit(rows: Sequence[Weighed]) -> Line:
    truth = np.array([row.right for row in rows], float)
    columns = [np.ones(len(rows)), np.array([log_odds(row.raw) for row in rows])]
    used = list(range(len(columns)))
    while True:
        found = _newton(np.stack([columns[i] for i in used], 1), truth)
        falling = [i for i, slope in zip(used, found, strict=True) if i > 0 and slope < 0]
        if not falling:
            break
        used = [i for i in used if i not in falling]
    weights = [0.0, 0.0]
    for i, weight in zip(used, found, strict=True):
        weights[i] = round(float(weight), 3)
    return Line(*weights)


def _newton(x: NDArray[np.float64], truth: NDArray[np.float64]) -> NDArray[np.float64]:
    prior = np.diag([0.01] + [_PRIOR] * (x.shape[1] - 1))
    weights = np.zeros(x.shape[1])
    for _ in range(_ROUNDS):
        share = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (truth - share) - prior @ weights
        bend = (x * (share * (1 - share))[:, None]).T @ x + prior
        weights = weights + np.linalg.solve(bend, slope)
    return weights


def write_lines(lines: dict[str, Line], path: Path) -> None:
    """Write the lines as TOML, below the comment that the file begins with."""
    kept = [row for row in path.read_text("utf-8").splitlines() if row.startswith("#")]
    for sort, line in lines.items():
        kept += ["", f"[line.{sort}]", f"constant = {line.constant}", f"slope = {line.slope}"]
    path.write_text("\n".join(kept) + "\n", encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Bin:
    """Reports whose confidence lies in one tenth: how many, mean confidence, share right."""

    count: int
    said: float
    right: float


def bins_of(weighed: Sequence[Weighed], lines: dict[str, Line]) -> list[Bin]:
    """The tenths that hold any report, in rising order."""
    by: dict[int, list[tuple[float, bool]]] = {}
    for one in weighed:
        said = lines[one.sort].share(one.raw)
        by.setdefault(min(int(said * BINS), BINS - 1), []).append((said, one.right))
    return [
        Bin(len(rows), sum(s for s, _ in rows) / len(rows), sum(r for _, r in rows) / len(rows))
        for _, rows in sorted(by.items())
    ]


def expected_error(bins: Sequence[Bin]) -> float:
    """Expected calibration error: mean distance of said and right, weighted by reports."""
    total = sum(b.count for b in bins)
    return sum(b.count * abs(b.said - b.right) for b in bins) / max(1, total)


def draw_reliability(bins: Sequence[Bin], title: str) -> str:
    """The reliability plot as SVG: share right over confidence said, dots sized by reports."""
    side, edge = 360, 48
    inner = side - 2 * edge

    def at(x: float, y: float) -> tuple[float, float]:
        return round(edge + inner * x, 1), round(side - edge - inner * y, 1)

    (x0, y0), (x1, y1) = at(0, 0), at(1, 1)
    most = max((b.count for b in bins), default=1)
    dots = ""
    for b in bins:
        x, y = at(b.said, b.right)
        radius = round(3 + 11 * (b.count / most) ** 0.5, 1)
        dots += f'<circle cx="{x}" cy="{y}" r="{radius}" fill="#0b5fa5" fill-opacity=".55"/>'
        dots += (
            f'<text x="{x}" y="{round(y + radius + 12, 1)}" text-anchor="middle">{b.count}</text>'
        )
    ticks = ""
    for tenth in (0, 0.5, 1):
        (x, _), (_, y) = at(tenth, 0), at(0, tenth)
        ticks += f'<text x="{x}" y="{side - edge + 16}" text-anchor="middle">{tenth:g}</text>'
        ticks += f'<text x="{edge - 8}" y="{y + 4}" text-anchor="end">{tenth:g}</text>'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" '
        'font-family="sans-serif" font-size="11">'
        f'<rect width="{side}" height="{side}" fill="#fff"/>'
        f'<line x1="{x0}" y1="{y0}" x2="{x1}" y2="{y1}" stroke="#aaa" stroke-dasharray="4 4"/>'
        f'<path d="M{x0} {y1}V{y0}H{x1}" fill="none" stroke="#444"/>{ticks}{dots}'
        f'<text x="{side / 2}" y="{side - 10}" text-anchor="middle">confidence of the report</text>'
        f'<text x="{edge}" y="{edge - 28}">{title}</text>'
        f'<text x="{edge}" y="{edge - 12}">share that is right (figures: reports)</text>'
        "</svg>\n"
    )
