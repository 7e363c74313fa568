"""Figures of a trained network on held-back examples: pairs, status, mentions, by language.

In: examples with their gold, the network in PyTorch. Out: a dict of figures. What the shipped int8
files reach is measured by the program itself (`dragoman eval marked`, `dragoman eval mentions`).

    python training/measure.py --run training/build/run1 --measure training/build/plv.jsonl
"""

from __future__ import annotations

import argparse
import random
from collections import defaultdict
from pathlib import Path

import numpy as np
import torch
from batches import BUILD, Batch, Lower, length_batches, read_examples
from network import ALL_CONTEXTS, ALL_MODES, NONE, TAGS, TYPES, Encoder, Heads, load_base

ROOTS = {t: ("YIELD" if t in ("CONCEDE", "RETREAT") else t) for t in TYPES}
QUADS = {**dict.fromkeys(("AGREE", "CONSULT", "SUPPORT"), 1),
         **dict.fromkeys(("YIELD", "COOPERATE", "AID"), 2),
         **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), 3),
         **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), 4)}  # fmt: skip
# One row per type, one column per root: adds CONCEDE and RETREAT up.
ROOT_NAMES = list(QUADS)
TO_ROOT = np.array([[ROOTS[t] == r for r in ROOT_NAMES] for t in TYPES[: NONE - 1]], np.float32)


def f1(pairs: list[tuple[object, object]]) -> dict[str, float]:
    """Macro-F1 over the gold labels, and accuracy, of (gold, predicted)."""
    scores = []
    for label in sorted({g for g, _ in pairs}, key=str):
        hit = sum(g == p == label for g, p in pairs)
        gold, said = sum(g == label for g, _ in pairs), sum(p == label for _, p in pairs)
        scores.append(2 * hit / (gold + said) if gold + said else 0.0)
    return {"macro_f1": round(sum(scores) / max(1, len(scores)), 4),
            "accuracy": round(sum(g == p for g, p in pairs) / max(1, len(pairs)), 4),
            "n": len(pairs)}  # fmt: skip


def spans_of(tags: np.ndarray) -> set[tuple[int, int]]:
    out, start = set(), None
    for i, tag in enumerate([*tags.tolist(), 0]):
        if start is not None and tag != 2:
            out.add((start, i))
            start = None
        if tag == 1 or (tag == 2 and start is None):
            start = i
    return out


@torch.no_grad()
def measure(examples: list[dict], encoder: Encoder, heads: Heads, lower: Lower) -> dict:
    """Pairs (marked and in one glance), status and mentions per set and language."""
    encoder.eval()
    heads.eval()
    found: dict = defaultdict(list)
    spans: dict = defaultdict(lambda: [0, 0, 0])
    glance = [e for e in examples if e["known"]]
    for chosen in length_batches(glance, 4000, random.Random(0)):
        read_whole([glance[i] for i in chosen], encoder, heads, lower, found, spans)
    marked = [(e, p) for e in examples for p in e["pairs"]
              if p[2] and p[1] and any(a[0] != "STATEMENT" for a in p[2])]  # fmt: skip
    for chosen in length_batches([e for e, _ in marked], 4000, random.Random(0)):
        judge_marked([marked[i] for i in chosen], encoder, heads, lower, found)
    out = {k: f1(v) for k, v in sorted(found.items())}
    for key, (hit, gold, said) in sorted(spans.items()):
        out[key] = {"f1": round(2 * hit / max(1, gold + said), 4), "n": gold}
    encoder.train()
    heads.train()
    return out


def run(batch: Batch, encoder: Encoder, heads: Heads):  # type: ignore[no-untyped-def]
    with torch.autocast("cpu", torch.bfloat16):
        x = encoder.upper(batch.states.to(torch.bfloat16), batch.mask, batch.roles)
        features = (
            heads.pairs(x, batch.mask, batch.row, batch.source, batch.target)
            if len(batch.row) else None
        )  # fmt: skip
    return x.float(), None if features is None else features.float()


def read_whole(chosen: list[dict], encoder: Encoder, heads: Heads, lower: Lower, found: dict,
               spans: dict) -> None:  # fmt: skip
    batch = Batch(chosen, lower, [None] * len(chosen))
    x, features = run(batch, encoder, heads)
    if features is not None:
        kinds = heads.kinds(features).argmax(-1).tolist()
        status = heads.status(features).argmax(-1).tolist()
        for i, row in enumerate(batch.row.tolist()):
            key = f"{chosen[row]['set']} {chosen[row]['language']}"
            names = {TYPES[k] for k in np.flatnonzero(batch.kinds[i, :NONE])} or {"none"}
            said = "none" if kinds[i] == NONE else TYPES[kinds[i]]
            found["glance " + key].append((said if said in names else min(names), said))
            if batch.status[i] >= 0:
                found["status " + key].append((int(batch.status[i]), status[i]))
    tags = heads.tags(x).view(*x.shape[:2], len(TAGS), 3).argmax(-1).numpy()
    gold_tags = batch.tags.numpy()
    for i, example in enumerate(chosen):
        for name in example["known"]:
            k = TAGS.index(name)
            skip = gold_tags[i, :, k] == -100
            gold = spans_of(np.where(skip, 0, gold_tags[i, :, k]))
            said = spans_of(np.where(skip, 0, tags[i, :, k]))
            cell = spans[f"mentions {example['set']} {example['language']} {name}"]
            cell[0] += len(gold & said)
            cell[1] += len(gold)
            cell[2] += len(said)


def judge_marked(part: list, encoder: Encoder, heads: Heads, lower: Lower, found: dict) -> None:
    batch = Batch([e for e, _ in part], lower, [p for _, p in part])
    _, features = run(batch, encoder, heads)
    kinds = heads.kinds(features).softmax(-1).numpy()[:, : NONE - 1] @ TO_ROOT
    status = heads.status(features).argmax(-1).tolist()
    for i, ((example, pair), row) in enumerate(zip(part, kinds, strict=True)):
        key = f"{example['set']} {example['language']}"
        names = [ROOTS[a[0]] for a in pair[2] if a[0] != "STATEMENT"]
        said = ROOT_NAMES[int(row.argmax())]
        gold = said if said in names else names[0]
        found["marked root " + key].append((gold, said))
        found["marked quad " + key].append((QUADS[gold], QUADS[said]))
        found["marked conflict " + key].append((QUADS[gold] > 2, QUADS[said] > 2))
        found["marked status " + key].append((int(batch.status[i]), status[i]))


def main() -> None:
    from train import load_run

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--measure", type=Path, nargs="*", default=[])
    options = parser.parse_args()
    examples = [e for e in read_examples(BUILD / "examples.jsonl") if e["fold"] == "test"]
    for path in options.measure:
        examples += read_examples(path)
    lower = Lower()
    lower.prepare(examples)
    encoder = load_base(BUILD / "base.npz")
    heads = Heads(len(ALL_MODES), len(ALL_CONTEXTS))
    load_run(options.run, encoder, heads)
    for name, value in measure(examples, encoder, heads, lower).items():
        print(name, value)


if __name__ == "__main__":
    main()
