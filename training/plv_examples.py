"""The PLV sentences -> training/build/plv.jsonl, examples that the shipped weights never see.

For a run of its own, which is not shipped, also plv-train.jsonl (four fifths, by the hash of the
sentence's id) and plv-held.jsonl (the rest).

In: a TSV with `marked_sentence` (<s>source</s>, <t>target</t>) and `gold_root`. Out: examples as in
build_examples.py, set "plv", fold "test", one pair each. PLV has one root YIELD where the codebook
has CONCEDE and RETREAT; train.py maps both back to YIELD, so CONCEDE stands for it here.

    python training/plv_examples.py ../shared/data/events/en/plv_train.tsv
"""

from __future__ import annotations

import argparse
import csv
import json
import re
from pathlib import Path

from build_examples import BUILD, LIMIT, Cutter, fold_of
from label_items import MODES

MARK = re.compile(r"</?([st])>")


def unmark(marked: str) -> tuple[str, dict[str, tuple[int, int]]]:
    """The sentence without marks, and the code-point span [start, end) of "s" and of "t"."""
    text, last = "", 0
    opened: dict[str, int] = {}
    spans: dict[str, tuple[int, int]] = {}
    for mark in MARK.finditer(marked):
        text += marked[last : mark.start()]
        last = mark.end()
        letter = mark[1]
        if mark[0].startswith("</"):
            spans[letter] = (opened[letter], len(text))
        else:
            opened[letter] = len(text)
    return text + marked[last:], spans


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("table", type=Path)
    options = parser.parse_args()
    cutter = Cutter(BUILD / "tokenizer.json")
    written = left_out = 0
    with (
        options.table.open(encoding="utf-8", newline="") as table,
        (BUILD / "plv.jsonl").open("w", encoding="utf-8") as out,
        (BUILD / "plv-train.jsonl").open("w", encoding="utf-8") as own,
        (BUILD / "plv-held.jsonl").open("w", encoding="utf-8") as held,
    ):
        for row in csv.DictReader(table, delimiter="\t"):
            text, spans = unmark(row["marked_sentence"])
            ids, offsets = cutter.cut(text)
            source, target = (cutter.span(offsets, *spans.get(x, (0, 0))) for x in "st")
            kind = "CONCEDE" if row["gold_root"] == "YIELD" else row["gold_root"]
            if len(ids) > LIMIT or not source or not target or kind not in MODES:
                left_out += 1
                continue
            example = {
                "set": "plv", "id": row["sentence_id"], "fold": "test", "language": "en",
                "sentences": [ids], "tags": [], "known": [], "acts": None, "contexts": None,
                "parties": [[[0, [0, *source]]], [[0, [0, *target]]]],
                "pairs": [[0, 1, [[kind, None, "done"]]]],
            }  # fmt: skip
            line = json.dumps(example, separators=(",", ":")) + "\n"
            out.write(line)
            fold = fold_of(example["id"], 0, 20)
            (held if fold == "test" else own).write(line)
            written += 1
    print(f"{written} sentences, {left_out} left out (too long, no span or unknown root)")


if __name__ == "__main__":
    main()
