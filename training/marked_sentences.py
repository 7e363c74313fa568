"""Held-back label items -> eval/marked/<language>.tsv, the project's own marked sentences.

One row a pair with a target and a single root, as the public sets draw them (`PUBLIC_ROOTS` in
dragoman.evaluation.marked); none of the items is ever trained on
(build_examples.item_fold). same-<language>.tsv holds the parallel ones alone, the same in every
language. An act that did not
happen ("has still not recognised Kosovo") has no root in PLOVER and makes no row. `dragoman eval marked eval/marked/en.tsv` measures.

    uv run python training/marked_sentences.py
"""

from __future__ import annotations

import csv
from pathlib import Path

from label_items import Item, Sentence, item_fold, mode_of, read_items

from dragoman.evaluation.marked import public_root

HERE = Path(__file__).parent
LANGUAGES = ("en", "ko", "ja", "zh", "ru")


def mark(sentence: Sentence, source: str, target: str) -> str | None:
    """The sentence with <s> and <t>; None where the two overlap."""
    a, b = sentence.arguments[source], sentence.arguments[target]
    if a[0] < b[1] and b[0] < a[1]:
        return None
    text = sentence.text
    for letter, (start, end) in sorted((("s", a), ("t", b)), key=lambda m: -m[1][0]):
        text = f"{text[:start]}<{letter}>{text[start:end]}</{letter}>{text[end:]}"
    return " ".join(text.split())


def pairs_of(item: Item) -> dict[tuple[str, str], str]:
    """(source, target) letters -> root, where one root alone holds between them."""
    roots: dict[tuple[str, str], set[str]] = {}
    for act in item.acts:
        if act.status == "negated":
            continue
        root = public_root(act.type, mode_of(act), act.status)
        for source in act.sources:
            for target in act.targets:
                if source != target and (target, source) not in roots:
                    roots.setdefault((source, target), set()).add(root)
    return {pair: next(iter(found)) for pair, found in roots.items() if len(found) == 1}


def main() -> None:
    folder = HERE.parent / "eval" / "marked"
    folder.mkdir(exist_ok=True)
    items = []
    # Not blind-*, the second reading, and not passages-*, which are several sentences each.
    for path in sorted((HERE / "labels").glob("[!bp]*-*.txt")) + sorted(
        (HERE / "labels").glob("parallel-*.txt")
    ):
        found, _ = read_items(path)
        items += [item for item in found if item_fold(item, path.stem) == "test"]
    for language in LANGUAGES:
        own = [item for item in items if language in item.sentences]
        write(folder / f"{language}.tsv", own, language)
        write(folder / f"same-{language}.tsv", [i for i in own if len(i.sentences) > 1], language)


def write(path: Path, items: list[Item], language: str) -> None:
    """The marked sentences of ``items`` in one language, and what they hold on the screen."""
    rows = []
    for item in items:
        for (source, target), root in pairs_of(item).items():
            if root == "STATEMENT":
                continue
            if marked := mark(item.sentences[language], source, target):
                rows.append((f"{item.id}-{source}{target}", marked, root))
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, delimiter="\t", lineterminator="\n")
        writer.writerow(("id", "marked_sentence", "root"))
        writer.writerows(rows)
    print(f"{path.name}: {len(rows)} pairs, {len({r[2] for r in rows})} roots")


if __name__ == "__main__":
    main()
