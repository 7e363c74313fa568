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
from batches import BUILD, CONTEXTS_OF, Batch, length_batches, make_batch, read_examples
from network import ALL_CONTEXTS, ALL_MODES, HIDDEN, NONE, TAGS, TYPES, Encoder, Heads, load_base

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
def base_vectors(examples: list[dict], encoder: Encoder, device: str) -> torch.Tensor:
    """Sentence vectors (n, H) of an untrained ``encoder`` for the translated texts, zeros for the others:
    five languages of one text hold the vectors of all where they were."""
    encoder.eval()
    out = torch.zeros(len(examples), HIDDEN, dtype=torch.float16, device=device)
    held = [i for i, e in enumerate(examples)
            if e["set"] in ("ntrex", "parallel") and not e.get("variant")]  # fmt: skip
    alone = [{**examples[i], "pairs": []} for i in held]
    for chosen in length_batches(alone, 30000, random.Random(0)):
        numbers = [held[i] for i in chosen]
        batch = make_batch([alone[i] for i in chosen], [None] * len(chosen), numbers).to(device)
        x, _ = run(batch, encoder, None)
        own = torch.nn.functional.normalize(Heads.mean(x, batch.mask), dim=-1)
        out[batch.number] = own.half()
    encoder.train()
    return out


@torch.no_grad()
def measure(examples: list[dict], encoder: Encoder, heads: Heads, device: str = "cpu") -> dict:
    """Pairs (marked and in one glance), status and mentions per set and language."""
    encoder.eval()
    heads.eval()
    found: dict = defaultdict(list)
    spans: dict = defaultdict(lambda: [0, 0, 0])
    glance = [e for e in examples if e["known"] or e["set"] in CONTEXTS_OF]
    for chosen in length_batches(glance, 8000, random.Random(0)):
        read_whole([glance[i] for i in chosen], encoder, heads, device, found, spans)
    marked = [(e, p) for e in examples for p in e["pairs"]
              if p[2] and p[1] >= 0 and any(a[0] != "STATEMENT" for a in p[2])]  # fmt: skip
    for chosen in length_batches([e for e, _ in marked], 8000, random.Random(0)):
        judge_marked([marked[i] for i in chosen], encoder, heads, device, found)
    out = {k: f1(v) for k, v in sorted(found.items())}
    for key, (hit, gold, said) in sorted(spans.items()):
        out[key] = {"f1": round(2 * hit / max(1, gold + said), 4), "p": round(hit / max(1, said), 4),
                    "r": round(hit / max(1, gold), 4), "n": gold}  # fmt: skip
    encoder.train()
    heads.train()
    return out


def run(batch: Batch, encoder: Encoder, heads: Heads | None):  # type: ignore[no-untyped-def]
    with torch.autocast(batch.ids.device.type, torch.bfloat16):
        x = encoder(batch.ids, batch.sentence_mask, batch.place, batch.mask, batch.roles)
        features = (
            heads.pairs(x, batch.mask, batch.row, batch.source, batch.target)
            if heads and len(batch.row) else None
        )  # fmt: skip
    return x.float(), None if features is None else features.float()


def read_whole(chosen: list[dict], encoder: Encoder, heads: Heads, device: str, found: dict,
               spans: dict) -> None:  # fmt: skip
    numbers = list(range(len(chosen)))
    batch = make_batch(chosen, [None] * len(chosen), numbers).to(device)
    x, features = run(batch, encoder, heads)
    if features is not None:
        sure = heads.kinds(features).softmax(-1)
        kinds = sure.argmax(-1).tolist()
        status = heads.status(features).argmax(-1).tolist()
        gold_kinds = batch.kinds.cpu().numpy()
        for i, row in enumerate(batch.row.tolist()):
            key = f"{chosen[row]['set']} {chosen[row]['language']}"
            names = {TYPES[k] for k in np.flatnonzero(gold_kinds[i, :NONE])} or {"none"}
            said = "none" if kinds[i] == NONE else TYPES[kinds[i]]
            found["glance " + key].append((said if said in names else min(names), said))
            cell = spans[f"acts {key}"]
            cell[0] += said in names and said != "none"
            cell[1] += names != {"none"}
            cell[2] += said != "none"
            if batch.status[i] >= 0:
                found["status " + key].append((int(batch.status[i]), status[i]))
    tags = heads.tags(x).view(*x.shape[:2], len(TAGS), 3).argmax(-1).cpu().numpy()
    gold_tags = batch.tags.cpu().numpy()
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


def judge_marked(part: list, encoder: Encoder, heads: Heads, device: str, found: dict) -> None:
    numbers = list(range(len(part)))
    batch = make_batch([e for e, _ in part], [p for _, p in part], numbers).to(device)
    _, features = run(batch, encoder, heads)
    kinds = heads.kinds(features).softmax(-1).cpu().numpy()[:, : NONE - 1] @ TO_ROOT
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
    encoder = load_base(BUILD / "base.npz")
    heads = Heads(len(ALL_MODES), len(ALL_CONTEXTS))
    load_run(options.run, encoder, heads)
    for name, value in measure(examples, encoder, heads).items():
        print(name, value)


if __name__ == "__main__":
    main()
