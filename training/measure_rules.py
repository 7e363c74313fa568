"""Measure the coding rules against the label items, each sentence as a document of its own.

In: training/labels/parallel-M*.txt, or other label files (--files). Out, per language and per
type: precision, recall and F1 of (type, source, target), and the share of right statuses. The
arguments of a label are resolved by the program's own mentions inside the marked span; acts whose
arguments resolve to no actor, to several that are not joined, or to one and the same are skipped
and counted, and reports of a skipped act's type are not held against the reader. STATEMENT is left
out on both sides. Meetings and joint doings (CONSULT, COOPERATE) have no direction here.

A fifth of the parallel items is held back (build_examples.item_fold), of others two fifths: their
figures stand in a line of their own and their sentences are never listed.

    python training/measure_rules.py --language ko --misses --type ACCUSE
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path

from build_examples import fold_of, item_fold
from label_items import LANGUAGES, Act, Item, Sentence, read_items

from dragoman.coding.names.gazetteer import Gazetteer
from dragoman.coding.names.mention import Mention
from dragoman.coding.pipeline import Coder
from dragoman.coding.scene import set_scene
from dragoman.reading import read_document
from dragoman.records import Document, Report
from dragoman.sources import Fetched
from dragoman.sources.fetched import Hints

HERE = Path(__file__).parent
PUBLISHED = "2024-11-20"
UNDIRECTED = frozenset({"CONSULT", "COOPERATE"})
ACTORS = frozenset({"person", "office", "state", "body", "states", "group"})
FAMILIES = {"UNSC": "UN", "UNGA": "UN", "UNHRC": "UN", "EC": "EU", "EUCO": "EU", "EP": "EU"}
# Statuses of meetings and pledges as statuses of acts.
AS_ACT = {
    "held": "done", "made": "done", "reaffirmed": "done", "fulfilled": "done", "broken": "done",
    "proposed": "planned", "cancelled": "done",
}  # fmt: skip
Triple = tuple[str, str, str]


@dataclass(slots=True)
class Count:
    """Triples found, reported falsely, missed; statuses right among those found."""

    right: int = 0
    false: int = 0
    missed: int = 0
    status: int = 0

    def line(self) -> str:
        """The figures on one line."""
        said, told = self.right + self.false, self.right + self.missed
        share = [self.right / max(1, said), self.right / max(1, told),
                 2 * self.right / max(1, said + told), self.status / max(1, self.right)]  # fmt: skip
        return (
            f"P {share[0]:.3f}  R {share[1]:.3f}  F1 {share[2]:.3f}  status {share[3]:.3f}  "
            f"(right {self.right}, false {self.false}, missed {self.missed})"
        )


@dataclass(slots=True)
class Figures:
    """Counts of one language: all, held back, by type; what was skipped and why."""

    all: Count = field(default_factory=Count)
    held_back: Count = field(default_factory=Count)
    types: dict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    skipped: Counter[str] = field(default_factory=Counter)


def _overlap(mention: Mention, span: tuple[int, int]) -> bool:
    return mention.start < span[1] and span[0] < mention.end


def _actors(span: tuple[int, int], mentions: list[Mention], text: str) -> frozenset[str]:
    """Whom a marked span stands for; empty when it names nobody, several when they are unclear."""
    inside = [m for m in mentions if m.kind in ACTORS and _overlap(m, span)]
    inside = [m for m in inside if span[0] <= m.start and m.end <= span[1]] or inside
    titled = [m for m in inside if m.kind in ("person", "office", "body") and m.country]
    pairs = [m for m in inside if m.kind == "states"]
    chosen = titled or pairs or inside
    codes = [c for m in chosen for c in (m.members or (m.country,)) if c]
    return frozenset(FAMILIES.get(c, c) for c in codes)


def _triples(kind: str, sources: Iterable[str], targets: Iterable[str]) -> set[Triple]:
    pairs = {(s, t) for s, t in product(sources, targets) if s != t}
    if kind in UNDIRECTED:
        pairs = {(min(p), max(p)) for p in pairs}
    return {(kind, s, t) for s, t in pairs}


def wanted_of(
    item: Item, sentence: Sentence, mentions: list[Mention], skipped: Counter[str]
) -> tuple[dict[Triple, str], set[str]]:
    """Triples of the label with their status, and the types of acts that were skipped."""
    out: dict[Triple, str] = {}
    left: set[str] = set()
    for act in item.acts:
        if act.type == "STATEMENT":
            continue
        triples = _read(act, sentence, mentions)
        if isinstance(triples, str):
            skipped[triples] += 1
            left.add(act.type)
        else:
            out.update(dict.fromkeys(triples, act.status))
    return out, left


def _read(act: Act, sentence: Sentence, mentions: list[Mention]) -> set[Triple] | str:
    sides: list[set[str]] = []
    for letters in (act.sources, act.targets):
        codes: set[str] = set()
        for letter in letters:
            found = _actors(sentence.arguments[letter], mentions, sentence.text)
            if not found:
                return "names no actor"
            if len(found) > 1 and len(letters) == 1 and not any(
                m.kind == "states" and _overlap(m, sentence.arguments[letter]) for m in mentions
            ):  # fmt: skip
                return "names several"
            codes |= found
        sides.append(codes)
    if not sides[1]:
        return "no target"
    return _triples(act.type, *sides) or "within one state"


def said_of(reports: Iterable[Report]) -> dict[Triple, str]:
    """Triples of the reports with their status."""
    out: dict[Triple, str] = {}
    for report in reports:
        for code in report.codes:
            if code.scheme.startswith("PLOVER") and code.type != "STATEMENT":
                sources = [FAMILIES.get(c, c) for c in code.source]
                targets = [FAMILIES.get(c, c) for c in code.target]
                for triple in _triples(code.type, sources, targets):
                    out.setdefault(triple, AS_ACT.get(report.status, report.status))
    return out


def read_sentence(text: str, language: str) -> Document:
    """A sentence as a document published on a fixed day."""
    hints = Hints(published=PUBLISHED, language=language)
    return read_document(Fetched(source="label", url=None, hints=hints, text=text))


def _measure_item(
    item: Item, held: bool, language: str, coder: Coder, gazetteer: Gazetteer, figures: Figures
) -> list[str]:
    """Count one item; lines that tell what went wrong."""
    sentence = item.sentences[language]
    document = read_sentence(sentence.text, language)
    shift = document.text.find(sentence.text)
    if shift < 0:
        figures.skipped["text was changed"] += 1
        return []
    scene = set_scene(document, gazetteer)
    mentions = [m for s in scene.sentences for m in s.mentions]
    moved = {k: (a + shift, b + shift) for k, (a, b) in sentence.arguments.items()}
    placed = Sentence(document.text, moved, sentence.mentions)
    wanted, left = wanted_of(item, placed, mentions, figures.skipped)
    said = {t: s for t, s in said_of(coder.code(document).reports).items()
            if t in wanted or t[0] not in left}  # fmt: skip
    lines = []
    for triple in sorted(wanted.keys() | said.keys()):
        counts = [figures.all, figures.types[triple[0]], *([figures.held_back] if held else [])]
        kind, source, target = triple
        arrow = f"{kind} {source} > {target}"
        for count in counts:
            count.right += triple in wanted and triple in said
            count.false += triple not in wanted
            count.missed += triple not in said
            count.status += wanted.get(triple) == said.get(triple)
        if triple not in said:
            lines.append(f"missed {arrow} ({wanted[triple]})")
        elif triple not in wanted:
            lines.append(f"false  {arrow} ({said[triple]})")
        elif wanted[triple] != said[triple]:
            lines.append(f"status {arrow} {wanted[triple]} read as {said[triple]}")
    return [] if held else lines


def measure(language: str, items: list[tuple[Item, bool]], list_for: set[str] | None) -> Figures:
    """Figures of one language; prints what went wrong for the types in ``list_for``."""
    coder, gazetteer, figures = Coder(), Gazetteer.load(), Figures()
    for item, held in items:
        if language not in item.sentences:
            continue
        lines = _measure_item(item, held, language, coder, gazetteer, figures)
        if list_for is not None:
            lines = [n for n in lines if not list_for or n.split()[1] in list_for]
            if lines:
                print(f"{item.id} {item.sentences[language].text}")
                for line in lines:
                    print(f"    {line}")
    return figures


def is_held_back(item: Item, stem: str) -> bool:
    """Whether an item is scored only and never listed."""
    if stem.startswith("parallel"):
        return item_fold(item, stem) == "test"
    return fold_of(item.id, 0, 40) == "test"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])  # type: ignore[union-attr]
    parser.add_argument("--language", action="append", choices=LANGUAGES)
    parser.add_argument("--misses", action="store_true", help="list misses and false reports")
    parser.add_argument("--type", action="append", default=[], help="list only these types")
    parser.add_argument("--files", default="parallel-M*.txt", help="which files of training/labels")
    args = parser.parse_args()
    items = []
    for path in sorted((HERE / "labels").glob(args.files)):
        items += [(i, is_held_back(i, path.stem)) for i in read_items(path)[0]]
    for language in args.language or LANGUAGES:
        figures = measure(language, items, set(args.type) if args.misses else None)
        print(f"{language}  all        {figures.all.line()}")
        print(f"{language}  held back  {figures.held_back.line()}")
        for kind, count in sorted(figures.types.items()):
            print(f"{language}  {kind:<10} {count.line()}")
        print(f"{language}  skipped    {dict(figures.skipped)}")


if __name__ == "__main__":
    main()
