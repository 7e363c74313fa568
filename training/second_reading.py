"""A second, blind reading of a sample of the labels, and how far the two readers agree.

`sample` draws 300 items by a fixed seed into training/build/blind.txt: id, language and the
sentence with its argument letters, without kinds and acts. The reader answers in the codebook's
form in labels/blind-1.txt, which is never trained on. `compare` prints the agreement with the
first labels; `--items` adds every item on which the two part.

    python training/second_reading.py sample
    python training/second_reading.py compare [--items]
"""

from __future__ import annotations

import argparse
import hashlib
import random
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from label_items import Act, Item, Sentence, read_items

HERE = Path(__file__).parent
BLIND = HERE / "build" / "blind.txt"
ANSWERS = HERE / "labels" / "blind-1.txt"
SEED = 20261125
# files, and the number of items read in each language
PARTS = (
    ("english-E[123].txt", {"en": 100}),
    ("korean-K[123].txt", {"ko": 100}),
    ("parallel-M[1-6].txt", {"en": 50, "ko": 50}),
)
# As in PLV: one root YIELD, and a neutral STATEMENT is no root. The last row is "none".
ROOTS = {"CONCEDE": "YIELD", "RETREAT": "YIELD", "STATEMENT": "none"}
Triple = tuple[str, str, str]  # source letter, target letter or "-", type


def first_items(pattern: str) -> list[Item]:
    """The first reader's items of the files that match."""
    paths = sorted((HERE / "labels").glob(pattern))
    return [item for path in paths for item in read_items(path)[0]]


def with_letters(sentence: Sentence) -> str:
    """The sentence with its arguments marked [A|…] and nothing else."""
    spans = sorted(sentence.arguments.items(), key=lambda a: (a[1][0], -a[1][1], a[0]))
    marks: list[tuple[int, int, int, str]] = []  # place; closings first; order; mark
    for number, (letter, (start, end)) in enumerate(spans):
        marks.append((start, 1, number, f"[{letter}|"))
        marks.append((end, 0, -number, "]"))
    text, last = "", 0
    for at, _, _, mark in sorted(marks):
        text += sentence.text[last:at] + mark
        last = at
    return text + sentence.text[last:]


def sample() -> None:
    """Write the blind sample. The draw goes by a hash of the id, so that a new item moves few."""
    blocks = []
    for pattern, counts in PARTS:
        items = {item.id: item for item in first_items(pattern)}
        drawn = sorted(items, key=lambda i: hashlib.sha256(f"{SEED}:{i}".encode()).digest())
        at = 0
        for language, count in counts.items():
            for one in drawn[at : at + count]:
                blocks.append(
                    f"#{one}\n{language}: {with_letters(items[one].sentences[language])}\n"
                )
            at += count
    BLIND.write_text("\n".join(blocks), encoding="utf-8")
    print(f"{len(blocks)} items in {BLIND}")


def triples(acts: Iterable[Act]) -> dict[Triple, set[str]]:
    """(source, target, type) -> the statuses given to it."""
    found: dict[Triple, set[str]] = {}
    for act in acts:
        for source in act.sources:
            for target in act.targets or "-":
                if source != target:
                    found.setdefault((source, target, act.type), set()).add(act.status)
    return found


def roots(acts: Iterable[Act]) -> dict[tuple[str, str], set[str]]:
    """(source, target) -> roots."""
    found: dict[tuple[str, str], set[str]] = {}
    for source, target, kind in triples(acts):
        found.setdefault((source, target), set()).add(ROOTS.get(kind, kind))
    return found


def kappa(pairs: list[tuple[str, str]]) -> float:
    """Cohen's kappa of two readers' names."""
    if not pairs:
        return float("nan")
    one, two = Counter(p[0] for p in pairs), Counter(p[1] for p in pairs)
    chance = sum(one[name] * two[name] for name in one) / len(pairs) ** 2
    agreed = sum(a == b for a, b in pairs) / len(pairs)
    return (agreed - chance) / (1 - chance) if chance < 1 else float("nan")


def root_pairs(first: Item, second: Item, letters: Iterable[str]) -> list[tuple[str, str]]:
    """The two readers' root of every ordered pair of arguments; a shared one where there is."""
    one, two = roots(first.acts), roots(second.acts)
    named = sorted(letters)
    out = []
    for pair in ((a, b) for a in named for b in named if a != b):
        mine, yours = one.get(pair, {"none"}), two.get(pair, {"none"})
        shared = mine & yours
        out.append((min(shared or mine), min(shared or yours)))
    return out


def said(acts: Iterable[Act]) -> str:
    """Acts on one line, for the list of disagreements."""
    return (
        "; ".join(
            f"{a.sources}>{a.targets or '-'} {a.type}{'/' + a.mode if a.mode else ''} {a.status}"
            for a in acts
        )
        or "none"
    )


def report(name: str, read: list[tuple[Item, Item, str]]) -> None:
    """Print one line of figures for (first, second, language) readings."""
    hits = given = gold = exact = same = whole = equal = 0
    pairs: list[tuple[str, str]] = []
    for first, second, language in read:
        one, two = triples(first.acts), triples(second.acts)
        both = one.keys() & two.keys()
        hits, given, gold = hits + len(both), given + len(two), gold + len(one)
        exact += one.keys() == two.keys()
        same += sum(bool(one[t] & two[t]) for t in both)
        modes = [{(a.sources, a.type, a.mode) for a in i.acts} for i in (first, second)]
        whole += sum(1 for a in modes[0] if any(a[:2] == b[:2] for b in modes[1]))
        equal += len(modes[0] & modes[1])
        pairs += root_pairs(first, second, second.sentences[language].arguments)
    precision, recall = hits / max(1, given), hits / max(1, gold)
    f1 = 2 * hits / max(1, given + gold)
    print(
        f"{name:12} {len(read):4} {gold:6} {given:7} {precision:7.3f} {recall:7.3f} {f1:7.3f} "
        f"{exact / max(1, len(read)):7.3f} {len(pairs):6} {kappa(pairs):7.3f} "
        f"{same / max(1, hits):7.3f} {equal / max(1, whole):7.3f}"
    )


def spread(read: list[tuple[Item, Item, str]], times: int = 1000) -> str:
    """The 95% interval of F1 and of kappa when the items are drawn again with replacement."""
    counted = []
    for first, second, language in read:
        one, two = triples(first.acts).keys(), triples(second.acts).keys()
        pairs = root_pairs(first, second, second.sentences[language].arguments)
        counted.append((len(one & two), len(one) + len(two), pairs))
    draw = random.Random(SEED)
    scores: list[list[float]] = [[], []]
    for _ in range(times):
        again = draw.choices(counted, k=len(counted))
        scores[0].append(2 * sum(c[0] for c in again) / max(1, sum(c[1] for c in again)))
        scores[1].append(kappa([pair for c in again for pair in c[2]]))
    ends = [(s[int(times * 0.025)], s[int(times * 0.975) - 1]) for s in map(sorted, scores)]
    return "95% of resamples of the items: " + ", ".join(
        f"{name} {low:.3f} to {high:.3f}"
        for name, (low, high) in zip(("F1", "kappa"), ends, strict=True)
    )


def compare(items: bool) -> None:
    """Print the agreement of labels/blind-1.txt with the first labels."""
    answers, faults = read_items(ANSWERS)
    for fault in faults:
        print("left out:", fault)
    first = {item.id: item for pattern, _ in PARTS for item in first_items(pattern)}
    read = [(first[a.id], a, next(iter(a.sentences))) for a in answers if a.id in first]
    for answer in answers:
        if answer.id not in first:
            print("left out: no first label", answer.id)
    print(
        "part         item  first  second    prec     rec      F1   equal "
        " pairs   kappa  status    mode"
    )
    report("all", read)
    for head, name in (("E", "english"), ("K", "korean"), ("M", "parallel")):
        report(name, [r for r in read if r[1].id.startswith(head)])
    for language in ("en", "ko"):
        report(f"read in {language}", [r for r in read if r[2] == language])
    print(spread(read))
    pairs = [p for f, s, code in read for p in root_pairs(f, s, s.sentences[code].arguments)]
    seen = [pair for pair in pairs if pair != ("none", "none")]
    print(f"same root in {sum(a == b for a, b in seen)} of {len(seen)} pairs with a root of either")
    acts = [act for first, _, _ in read for act in first.acts]
    print(
        f"hints of the sample: A is a source in {sum('A' in a.sources for a in acts)} of "
        f"{len(acts)} first acts; of {sum(not s.sentences[code].arguments for _, s, code in read)} "
        f"items without a marked argument the first reader gives none to "
        f"{sum(not f.acts and not s.sentences[code].arguments for f, s, code in read)}"
    )

    parted: Counter[str] = Counter()
    statuses: Counter[str] = Counter()
    for one, two, _ in read:
        mine, yours = triples(one.acts), triples(two.acts)
        for kind, number in _confusions(mine.keys() - yours.keys(), yours.keys() - mine.keys()):
            parted[kind] += number
        for triple in mine.keys() & yours.keys():
            if not mine[triple] & yours[triple]:
                statuses[f"{min(mine[triple])} -> {min(yours[triple])}"] += 1
    print("\ntriples on which the readers part (first -> second):")
    for kind, number in parted.most_common(40):
        print(f"{number:5} {kind}")
    print("\nstatus on agreed triples (first -> second):")
    for kind, number in statuses.most_common(12):
        print(f"{number:5} {kind}")
    if items:
        for one, two, language in read:
            mine, yours = triples(one.acts), triples(two.acts)
            if mine != yours:
                print(f"\n#{two.id}\n  {with_letters(two.sentences[language])}")
                print(f"  first:  {said(one.acts)}\n  second: {said(two.acts)}")


def _confusions(mine: set[Triple], yours: set[Triple]) -> list[tuple[str, int]]:
    """Pair what is left of an item: same pair of arguments, then same type, then none."""
    left, right = sorted(mine), sorted(yours)
    out: list[tuple[str, int]] = []
    tests = (
        lambda a, b: a[:2] == b[:2],
        lambda a, b: a[2] == b[2] and a[:2] == b[1::-1],
        lambda a, b: a[2] == b[2] and a[0] == b[0],
        lambda a, b: a[2] == b[2] and a[1] == b[1],
        lambda a, b: a[2] != b[2] and a[0] == b[0],
    )
    words = ("", " turned round", " other target", " other source", " and other target")
    for test, word in zip(tests, words, strict=True):
        for one in list(left):
            two = next((t for t in right if test(one, t)), None)
            if two is not None:
                left.remove(one)
                right.remove(two)
                out.append((f"{one[2]} -> {two[2]}{word}", 1))
    out += [(f"{one[2]} -> none", 1) for one in left]
    return out + [(f"none -> {two[2]}", 1) for two in right]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("command", choices=("sample", "compare"))
    parser.add_argument("--items", action="store_true", help="print the items that part")
    options = parser.parse_args()
    if options.command == "sample":
        sample()
    else:
        compare(options.items)


if __name__ == "__main__":
    main()
