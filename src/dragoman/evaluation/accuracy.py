"""One page of all figures: what the reader reaches with the encoder and by rules alone.

In: a folder of labels, marked sentences, scenes and questions, and the settings. Out: Markdown for
docs/reference/accuracy.md (`dragoman eval accuracy`). What the measures mean is told in
docs/reference/evaluation.md.
"""

from __future__ import annotations

import os
import platform
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from dragoman.coding.model.encoder import Encoder, open_encoder
from dragoman.coding.pipeline import Coder
from dragoman.evaluation.comparing import evaluate_comparisons
from dragoman.evaluation.events import evaluate_events
from dragoman.evaluation.labels import PARTS, Part
from dragoman.evaluation.marked import predict, read_marked, score_marked
from dragoman.evaluation.questions import evaluate_questions, fill_record, load_questions
from dragoman.evaluation.scores import Scores, Tally
from dragoman.evaluation.scoring import evaluate
from dragoman.record.store import Store
from dragoman.settings import Settings

__all__ = ["accuracy_page"]

LANGUAGES = ("ko", "en", "ja", "zh", "ru")
_HALVES: tuple[tuple[Part, ...], ...] = (PARTS, ("check",))


def accuracy_page(folder: Path, settings: Settings, more: Sequence[Path] = ()) -> str:
    """Markdown with every figure; ``more``: further files of marked sentences with gold roots."""
    rules = settings.model_copy(update={"use_model": False})
    encoder = open_encoder(settings)
    ways: list[tuple[str, Settings, Encoder | None]] = [("rules alone", rules, None)]
    if encoder is not None:
        ways.append((f"with the encoder ({encoder.name})", settings, encoder))
    lines = [
        "# Accuracy", "",
        "Written by `uv run dragoman eval accuracy --out docs/reference/accuracy.md`; nobody edits it.",
        f"{date.today()}, {os.cpu_count()} cores, {platform.machine()}. The measures are told in",
        "[evaluation.md](evaluation.md). Of the labelled documents one half is for tuning; the",
        "other, \"check\", is only ever scored, and its figures are the ones to quote. The fresh",
        "documents were written by readers who had never seen the rules: what they get is nearest",
        "to what a user gets.", "",
    ]  # fmt: skip
    for of, title in ((folder, ""), (folder / "fresh", "fresh documents, ")):
        for parts, half in zip(_HALVES, ("both halves", "the check half alone"), strict=True):
            for name, own, opened in ways:
                scores = evaluate(of, LANGUAGES, Coder(own, opened), parts)
                lines += [f"## Reading, {title}{half}: {name}", "", *_reading(scores), ""]
    if encoder is not None:
        lines += ["## Marked sentences, macro-F1", "", *_marked(folder, encoder, more), ""]
    for name, own, opened in ways:
        lines += [f"## Events and readouts: {name}", "", *_events(folder, own, opened), ""]
        lines += [f"## Questions: {name}", "", *_questions(folder, own, opened), ""]
    return "\n".join(lines).rstrip() + "\n"


def _table(head: Sequence[str], rows: Iterator[Sequence[str]] | Sequence[Sequence[str]]) -> list[str]:  # fmt: skip
    line = "| " + " | ".join(head) + " |"
    return [line, "|" + "---|" * len(head), *("| " + " | ".join(row) + " |" for row in rows)]


def _figure(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def _reading(scores: Scores) -> list[str]:
    names = [n for n in (*LANGUAGES, "all") if n in scores.by]
    rows = []
    for measure in scores.by["all"]:
        row = [measure]
        for name in names:
            counted = scores.by[name][measure]
            told = _figure(counted.value)
            if name == "all" and isinstance(counted, Tally):
                told += f" ({_figure(counted.precision)} / {_figure(counted.recall)})"
            row.append(told)
        rows.append(row)
    head = ["F1 or share", *(f"{n} ({scores.documents[n]})" for n in names)]
    return [*_table(head, rows), "", "In brackets precision and recall."]


def _marked(folder: Path, encoder: Encoder, more: Sequence[Path]) -> list[str]:
    rows = []
    names = [*LANGUAGES, *(f"same-{n}" for n in LANGUAGES)]
    for path in [*(folder / "marked" / f"{n}.tsv" for n in names), *more]:
        sentences, gold = read_marked(path)
        if gold is None:
            continue
        s = score_marked(gold, list(predict(encoder, sentences)))
        name = f"{path.parent.name}/{path.name}"
        rows.append([name, f"{s['rows']:.0f}", *(_figure(s[k]) for k in ("root", "quad", "conflict"))])  # fmt: skip
    told = "`same-…`: the same sentences in every language; the others hold more of their own."
    return [
        told,
        "",
        *_table(["file", "pairs", "15 roots", "4 quad classes", "conflict or not"], rows),
    ]


def _events(folder: Path, settings: Settings, encoder: Encoder | None) -> list[str]:
    coder = Coder(settings, encoder)
    merged = [
        [s.part, s.way, *(_figure(v) for v in (s.precision, s.recall, s.f1)),
         f"{s.wrong_neighbours} of {s.neighbours}", f"{s.found} of {s.mentions}"]
        for s in evaluate_events(folder, coder, encoder, PARTS)
    ]  # fmt: skip
    compared = [
        [c.part, state or "all", _figure(c.precision(state)), _figure(c.recall(state)), _figure(c.f1(state))]
        for c in evaluate_comparisons(folder, coder, encoder, PARTS)
        for state in (None, "said", "differently", "left out")
    ]  # fmt: skip
    head = ["half", "reports", "B³ precision", "recall", "F1", "wrong neighbours", "mentions found"]
    return [*_table(head, merged), "",
            *_table(["half", "cells of the comparison", "precision", "recall", "F1"], compared)]  # fmt: skip


def _questions(folder: Path, settings: Settings, encoder: Encoder | None) -> list[str]:
    rows = []
    halves: tuple[tuple[str, tuple[Part, ...]], ...] = (("both", PARTS), ("check", ("check",)))
    with (
        tempfile.TemporaryDirectory(prefix="dragoman-accuracy-") as place,
        Store(Path(place) / "record.db") as store,
    ):
        fill_record(store, folder, Coder(settings, encoder), encoder)
        for name, parts in halves:
            scores = evaluate_questions(store, load_questions(folder, parts), encoder)
            for language, s in scores.items():
                right = f"{s.right} of {s.answerable}"
                rows.append([name, language, right, f"{s.refused} of {s.unanswerable}"])
    return _table(["half", "language", "right", "refused, of the unanswerable"], rows)
