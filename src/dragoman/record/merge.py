"""Reports that wait -> events, block by block.

In: a Store whose keep() and corrections left reports waiting. Out: links and events in the store.
Only the blocks of waiting reports are judged again, so a new document costs what its blocks hold,
not what the record holds. The outcome depends on the reports and corrections that are there, not
on the order in which they came or on how many came at once: a judgement depends on its two
reports alone, reports hang together by "same" links, and each such component is grouped anew
(grouping.py) and folded into events (folding.py).

In order: sketch -> find candidates -> judge -> link -> gather components -> group -> fold.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Protocol

import numpy as np
import numpy.typing as npt

from dragoman.record.applying import Said, correct_report, read_said
from dragoman.record.folding import Telling, fold
from dragoman.record.grouping import group
from dragoman.record.judging import MADE_BY, UNKNOWN, Judgement
from dragoman.record.shelf import Shelf
from dragoman.record.sketches import block_keys, sketch
from dragoman.record.store import Store
from dragoman.records import Report

__all__ = ["Encoder", "merge_again", "merge_new"]

# Reports merged in one transaction; other writers wait that long (about a second).
_BATCH = 400
# Likeness of two documents from which on one is a copy of the other: a paper that cuts a wire
# story's last paragraphs stays above it, accounts written apart lie far below. Chosen.
_COPY = 0.7


class Encoder(Protocol):
    """What merging needs of an encoder."""

    def vectors(self, texts: Sequence[str], /) -> npt.NDArray[np.float32]:
        """One unit vector per text, (n, 384)."""
        ...


def merge_new(store: Store, encoder: Encoder | None = None) -> int:
    """Merge the reports that wait; how many were merged. Safe beside other processes.

    With an encoder, wordings are compared across languages; without one, judging goes by
    parties, people, days, places and codes alone.
    """
    waiting = [
        row[0]
        for row in store.reading.execute(
            "SELECT u.report FROM unmerged u LEFT JOIN reports r ON r.id = u.report "
            "AND r.superseded IS NULL ORDER BY r.kind, r.day, u.report"
        )
    ]
    shelf = Shelf(store.reading)
    done = 0
    for at in range(0, len(waiting), _BATCH):
        with store.writing() as db:
            # Another process may have merged some of them meanwhile.
            batch = [
                id_ for id_ in waiting[at : at + _BATCH]
                if db.execute("DELETE FROM unmerged WHERE report = ?", (id_,)).rowcount
            ]  # fmt: skip
            shelf.refresh()
            _merge(shelf, batch, encoder)
            done += len(batch)
    return done


def merge_again(store: Store, encoder: Encoder | None = None) -> int:
    """Judge every report anew, as after a change of rules or with a new encoder."""
    with store.writing() as db:
        db.execute("INSERT OR IGNORE INTO unmerged SELECT id FROM reports WHERE superseded IS NULL")
        db.execute("UPDATE sketches SET vector = NULL")
    return merge_new(store, encoder)


def _merge(shelf: Shelf, batch: list[str], encoder: Encoder | None) -> None:
    reports = {id_: report for id_ in batch if (report := shelf.report(id_)) is not None}
    said = read_said(shelf.db, {shelf.document_of(id_) for id_ in reports})
    touched = set(batch)
    for id_ in batch:
        touched |= shelf.same_neighbours(id_)
        shelf.forget(id_)
    present = [id_ for id_ in batch if id_ in reports and id_ not in said.wrong]
    _sketch_all(shelf, {id_: reports[id_] for id_ in present}, said, encoder)
    _link_all(shelf, present, said)
    seen: set[str] = set()
    for start in sorted(touched):
        if start in seen:
            continue
        component = _component(shelf, start)
        seen |= component
        _make_events(shelf, component)


def _sketch_all(
    shelf: Shelf, reports: dict[str, Report], said: Said, encoder: Encoder | None
) -> None:
    vectors: Sequence[npt.NDArray[np.float32] | None] = [None] * len(reports)
    if encoder is not None and reports:
        vectors = list(encoder.vectors([_wording(r) for r in reports.values()]))
    for (id_, report), vector in zip(reports.items(), vectors, strict=True):
        corrected = correct_report(report, said.on_report.get(id_, ()))
        made = sketch(corrected, shelf.header(shelf.document_of(id_)))
        shelf.put(made, block_keys(made)[0], vector)


def _wording(report: Report) -> str:
    """What is compared across languages: what was said or done, then what about."""
    quotes = " ".join(e.quote for e in report.evidence[:2])
    return f"{report.content or quotes} {'; '.join(report.topics[:6])}"[:400]


def _link_all(shelf: Shelf, present: list[str], said: Said) -> None:
    now = datetime.now(UTC).isoformat(timespec="seconds")
    judged: set[tuple[str, str]] = set()
    for id_ in present:
        own = shelf.sketch(id_)
        if own is None:
            continue
        for other in shelf.standing_under(block_keys(own)[1]):
            pair = (id_, other) if id_ < other else (other, id_)
            if other == id_ or pair in judged:
                continue
            judged.add(pair)
            found = shelf.judge(*pair)
            # Of the different ones only near misses are worth a person's look later.
            if found is not None and (found.judgement != "different" or found.score >= 0.2):
                shelf.link(pair, found, MADE_BY, now)
    for pairs, verdict in ((said.must, "same"), (said.cannot, "different")):
        for pair, correction in pairs.items():
            if shelf.sketch(pair[0]) is None or shelf.sketch(pair[1]) is None:
                continue
            why = correction.why or f"corrected by {correction.who}"
            found = Judgement(verdict, float(verdict == "same"), why)  # type: ignore[arg-type]
            shelf.link(pair, found, correction.who, correction.at)


def _component(shelf: Shelf, start: str) -> set[str]:
    """All reports that hang together with ``start`` by links judged the same."""
    component, frontier = {start}, [start]
    while frontier:
        for other in shelf.same_neighbours(frontier.pop()):
            if other not in component:
                component.add(other)
                frontier.append(other)
    return component


def _make_events(shelf: Shelf, component: set[str]) -> None:
    """Group a component anew and replace the events that its reports stood in."""
    shelf.clear_events(component)
    sketches = [made for id_ in sorted(component) if (made := shelf.sketch(id_)) is not None]
    if not sketches:
        return
    said = read_said(shelf.db, {s.document for s in sketches})
    groups = group(
        sketches, lambda a, b: shelf.judge(a.report, b.report) or UNKNOWN,
        must=frozenset(said.must), cannot=frozenset(said.cannot),
    )  # fmt: skip
    for members in groups:
        tellings = _tell(shelf, members, said)
        corrections = [c for id_ in members for c in said.on_event.get(id_, ())]
        shelf.put_event(fold(tellings, corrections), tellings)


def _tell(shelf: Shelf, members: list[str], said: Said) -> list[Telling]:
    tellings = []
    for id_ in members:
        report, made = shelf.report(id_), shelf.sketch(id_)
        if report is not None and made is not None:
            tellings.append(Telling(
                correct_report(report, said.on_report.get(id_, ())), shelf.header(made.document),
                made,
            ))  # fmt: skip
    if len(tellings) < 2:
        return tellings
    # Whose words they were first: an official text, then the earliest.
    tellings.sort(
        key=lambda t: (not t.document.official, t.document.published or "9999", t.report.id)
    )
    return list(_mark_copies(shelf, tellings))


def _mark_copies(shelf: Shelf, tellings: list[Telling]) -> Iterator[Telling]:
    """Tellings whose document carries another's text; a preview is no copy of the news."""
    hashes = np.stack([shelf.signature(t.sketch.document) for t in tellings])
    originals: list[int] = []
    for n, telling in enumerate(tellings):
        likely = [i for i in originals if tellings[i].report.status == telling.report.status]
        if likely:
            alike = (hashes[likely] == hashes[n]).mean(axis=1)
            best = int(alike.argmax())
            if alike[best] >= _COPY:
                of = tellings[likely[best]].report.id
                yield Telling(telling.report, telling.document, telling.sketch, of)
                continue
        originals.append(n)
        yield telling
