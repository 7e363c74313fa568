"""Stage 3: train encoder and heads on training/build/examples.jsonl.

Runs on an accelerator when there is one, else on the CPU in bf16. Writes into --out: encoder and
heads as safetensors in fp16 (without the frozen word embeddings), labels.json, and report.json
with every figure on the dev and test folds.

    python training/train.py --epochs 10 --seed 1 --out training/build/run1
"""

from __future__ import annotations

import argparse
import json
import math
import random
import time
from collections import defaultdict
from pathlib import Path

import numpy as np
import torch
from label_items import CONTEXTS, MODES
from network import NONE, STATUSES, TAGS, TYPES, Encoder, Heads, load_base
from torch import Tensor, nn

BUILD = Path(__file__).parent / "build"
ALL_MODES = sorted({f"{t}/{m}" for t, ms in MODES.items() for m in ms.split()})
ALL_CONTEXTS = sorted(CONTEXTS)
ROOTS = {t: ("YIELD" if t in ("CONCEDE", "RETREAT") else t) for t in TYPES}
QUADS = {**dict.fromkeys(("AGREE", "CONSULT", "SUPPORT"), 1),
         **dict.fromkeys(("YIELD", "COOPERATE", "AID"), 2),
         **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), 3),
         **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), 4)}  # fmt: skip
PAD = 1


def read_examples(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def insert_markers(ids: list[int], source: tuple[int, int], target: tuple[int, int] | None,
                   first: int) -> tuple[list[int], list[int], list[int]]:  # fmt: skip
    """Ids with marker tokens around source and target, and the two masks (markers included)."""
    opening: dict[int, list[int]] = defaultdict(list)
    closing: dict[int, list[int]] = defaultdict(list)
    for (start, end), mark in ((source, first), *(((target, first + 2),) if target else ())):
        opening[start].append(mark)
        closing[end].insert(0, mark + 1)
    out: list[int] = []
    masks = {first: [0] * 0, first + 2: [0] * 0}
    inside: set[int] = set()
    for at in range(len(ids) + 1):
        for mark in closing[at]:
            out.append(mark)
            for m in (first, first + 2):
                masks[m].append(int(m in inside))
            inside.discard(mark - 1)
        for mark in opening[at]:
            inside.add(mark)
            out.append(mark)
            for m in (first, first + 2):
                masks[m].append(int(m in inside))
        if at < len(ids):
            out.append(ids[at])
            for m in (first, first + 2):
                masks[m].append(int(m in inside))
    return out, masks[first], masks[first + 2]


class Batch:
    """Tensors of one batch."""

    def __init__(self, examples: list[dict], device: torch.device, rng: random.Random,
                 marked: float, first_marker: int, every_pair: bool = False) -> None:  # fmt: skip
        rows, sources, targets, kinds, weights, statuses, modes = [], [], [], [], [], [], []
        sequences, spans = [], []
        for number, example in enumerate(examples):
            ids = example["ids"]
            pairs = example["pairs"]
            if pairs and marked and rng.random() < marked:
                positive = [p for p in pairs if p[2]] or pairs
                pair = rng.choice(positive if rng.random() < 0.85 else pairs)
                s = rng.choice(pair[0]) if rng.random() < 0.3 else pair[0][0]
                t = pair[1] and (rng.choice(pair[1]) if rng.random() < 0.3 else pair[1][0])
                ids, ms, mt = insert_markers(ids, tuple(s), t and tuple(t), first_marker)
                chosen = [(ms, mt if t else None, pair[2])]
                spans.append(None)
            else:
                chosen = []
                if not every_pair and len(pairs) > 12:
                    positive = [p for p in pairs if p[2]]
                    pairs = positive + rng.sample(
                        [p for p in pairs if not p[2]], max(2, 12 - len(positive))
                    ) if len(pairs) - len(positive) >= max(2, 12 - len(positive)) else pairs  # fmt: skip
                for pair in pairs:
                    s = pair[0][0] if every_pair else rng.choice(pair[0])
                    t = pair[1] and (pair[1][0] if every_pair else rng.choice(pair[1]))
                    ms = [int(s[0] <= i < s[1]) for i in range(len(ids))]
                    mt = [int(t[0] <= i < t[1]) for i in range(len(ids))] if t else None
                    chosen.append((ms, mt, pair[2]))
                spans.append(example["tags"])
            sequences.append(ids)
            for ms, mt, acts in chosen:
                rows.append(number)
                sources.append(ms)
                targets.append(mt or [])
                goal = np.zeros(NONE + 1, np.float32)
                for kind, _, _ in acts:
                    goal[TYPES.index(kind)] += 1 / len(acts)
                if not acts:
                    goal[NONE] = 1
                kinds.append(goal)
                weights.append(1.0 if acts else 0.35)
                statuses.append(STATUSES.index(acts[0][2]) if acts else -100)
                named = [f"{k}/{m}" for k, m, _ in acts if m]
                modes.append(ALL_MODES.index(named[0]) if named else -100)
        length = max(map(len, sequences))
        n = len(examples)
        self.ids = torch.full((n, length), PAD)
        tags = np.full((n, length, len(TAGS)), -100, np.int64)
        for i, ids in enumerate(sequences):
            self.ids[i, : len(ids)] = torch.tensor(ids)
            if spans[i] is None:
                continue
            for name in examples[i]["known"]:
                tags[i, 1 : len(ids) - 1, TAGS.index(name)] = 0
            for start, end, name in sorted(spans[i], key=lambda s: s[1] - s[0], reverse=True):
                if name in examples[i]["known"]:
                    k = TAGS.index(name)
                    tags[i, start, k] = 1
                    tags[i, start + 1 : end, k] = 2
            if "state" in examples[i]["known"]:
                # Other corpora call states places: where ours says state, "place" is unknown.
                place, state = TAGS.index("place"), TAGS.index("state")
                tags[i, tags[i, :, state] > 0, place] = -100
        self.mask = (self.ids != PAD).long()
        self.tags = torch.from_numpy(tags).to(device)
        self.ids, self.mask = self.ids.to(device), self.mask.to(device)

        def masks(parts: list[list[int]]) -> Tensor:
            out = torch.zeros(len(parts), length)
            for i, part in enumerate(parts):
                out[i, : len(part)] = torch.tensor(part, dtype=torch.float) if part else 0.0
            return out.to(device)

        self.row = torch.tensor(rows, dtype=torch.long, device=device)
        self.source, self.target = masks(sources), masks(targets)
        self.kinds = torch.tensor(np.array(kinds).reshape(-1, NONE + 1), device=device)
        self.weights = torch.tensor(weights, device=device)
        self.status = torch.tensor(statuses, dtype=torch.long, device=device)
        self.modes = torch.tensor(modes, dtype=torch.long, device=device)
        act = np.full((n, len(TYPES)), -1.0, np.float32)
        context = np.full((n, len(ALL_CONTEXTS)), -1.0, np.float32)
        for i, example in enumerate(examples):
            if example["acts"] is not None:
                act[i] = [float(t in example["acts"]) for t in TYPES]
                context[i] = [float(c in example["contexts"]) for c in ALL_CONTEXTS]
        self.acts = torch.from_numpy(act).to(device)
        self.contexts = torch.from_numpy(context).to(device)


def loss_of(batch: Batch, encoder: Encoder, heads: Heads, vectors: Tensor | None) -> Tensor:
    x = encoder(batch.ids, batch.mask)
    n, t, _ = x.shape
    ce = nn.functional.cross_entropy
    loss = x.sum() * 0.0
    logits = heads.tags(heads.drop(x)).view(n, t, len(TAGS), 3).float()
    if (batch.tags >= 0).any():
        # B and I are rare among O: weigh them up a little.
        loss = loss + ce(logits.reshape(-1, 3), batch.tags.reshape(-1), ignore_index=-100,
                         weight=torch.tensor([1.0, 1.5, 1.5], device=x.device))  # fmt: skip
    pooled = heads.mean(x, batch.mask)
    known = batch.acts[:, 0] >= 0
    if known.any():
        bce = nn.functional.binary_cross_entropy_with_logits
        loss = loss + 0.5 * bce(heads.acts(pooled).float()[known], batch.acts[known]) * 4
        loss = loss + 0.25 * bce(heads.contexts(pooled).float()[known], batch.contexts[known]) * 8
    if len(batch.row):
        features = heads.pairs(x, batch.mask, batch.row, batch.source, batch.target)
        kinds = -(batch.kinds * heads.kinds(features).float().log_softmax(-1)).sum(-1)
        loss = loss + (kinds * batch.weights).sum() / batch.weights.sum()
        if (batch.status >= 0).any():
            loss = loss + 0.5 * ce(heads.status(features).float(), batch.status, ignore_index=-100)
        if (batch.modes >= 0).any():
            loss = loss + 0.5 * ce(heads.modes(features).float(), batch.modes, ignore_index=-100)
    if vectors is not None:
        own = nn.functional.normalize(heads.vector(pooled).float(), dim=-1)
        loss = loss + 2.0 * (1 - (own * vectors).sum(-1)).mean()
    return loss


def length_batches(examples: list[dict], size: int, rng: random.Random) -> list[list[int]]:
    order = sorted(range(len(examples)), key=lambda i: len(examples[i]["ids"]) + rng.random() * 12)
    batches = [order[i : i + size] for i in range(0, len(order), size)]
    rng.shuffle(batches)
    return batches


def f1(pairs: list[tuple[object, object]], labels: list) -> dict[str, float]:
    """Macro-F1 and accuracy of (gold, predicted)."""
    scores = []
    for label in labels:
        hit = sum(g == p == label for g, p in pairs)
        gold, said = sum(g == label for g, _ in pairs), sum(p == label for _, p in pairs)
        if gold:
            scores.append(2 * hit / (gold + said) if gold + said else 0.0)
    return {"macro_f1": round(sum(scores) / max(1, len(scores)), 4),
            "accuracy": round(sum(g == p for g, p in pairs) / max(1, len(pairs)), 4),
            "n": len(pairs)}  # fmt: skip


@torch.no_grad()
def measure(examples: list[dict], encoder: Encoder, heads: Heads, device: torch.device,
            first: int) -> dict:  # fmt: skip
    """Pairs (marked and in one pass), status and mentions per language and fold."""
    encoder.eval()
    heads.eval()
    rng = random.Random(0)
    found: dict = defaultdict(list)
    spans: dict = defaultdict(lambda: [0, 0, 0])
    for indices in length_batches(examples, 96, rng):
        chosen = [examples[i] for i in indices]
        batch = Batch(chosen, device, rng, 0.0, first, every_pair=True)
        x = encoder(batch.ids, batch.mask)
        if len(batch.row):
            features = heads.pairs(x, batch.mask, batch.row, batch.source, batch.target)
            kinds = heads.kinds(features).float().softmax(-1).cpu().numpy()
            status = heads.status(features).float().argmax(-1).cpu().tolist()
            for i, row in enumerate(batch.row.tolist()):
                key = f"{chosen[row]['set']} {chosen[row]['language']}"
                gold = batch.kinds[i].cpu().numpy()
                names = {ROOTS[TYPES[k]] for k in np.flatnonzero(gold[:NONE])} or {"none"}
                best = int(kinds[i].argmax())
                said = "none" if best == NONE else ROOTS[TYPES[best]]
                found["pass " + key].append((said if said in names else min(names), said))
                if gold[NONE] == 0 and batch.status[i] >= 0:
                    found["status " + key].append((int(batch.status[i]), status[i]))
        logits = heads.tags(x).view(*x.shape[:2], len(TAGS), 3).argmax(-1).cpu().numpy()
        gold_tags = batch.tags.cpu().numpy()
        for i, example in enumerate(chosen):
            for name in example["known"]:
                k = TAGS.index(name)
                skip = gold_tags[i, :, k] == -100
                if skip.all():
                    continue
                gold_spans = spans_of(np.where(skip, 0, gold_tags[i, :, k]))
                said_spans = spans_of(np.where(skip, 0, logits[i, :, k]))
                cell = spans[f"mentions {example['set']} {example['language']} {name}"]
                cell[0] += len(gold_spans & said_spans)
                cell[1] += len(gold_spans)
                cell[2] += len(said_spans)
    marked = [
        (e, p) for e in examples for p in e["pairs"] if p[2] and p[1] and p[2][0][0] != "STATEMENT"
    ]
    for start in range(0, len(marked), 128):
        part = marked[start : start + 128]
        kinds = marked_scores(part, encoder, heads, device, first)
        for (example, pair), row in zip(part, kinds, strict=True):
            key = f"{example['set']} {example['language']}"
            names = {ROOTS[a[0]] for a in pair[2]}
            said = ROOTS[TYPES[int(row[: NONE - 1].argmax())]]
            gold = said if said in names else ROOTS[pair[2][0][0]]
            if gold == "STATEMENT":
                continue
            found["marked root " + key].append((gold, said))
            found["marked quad " + key].append((QUADS[gold], QUADS[said]))
            found["marked conflict " + key].append((QUADS[gold] > 2, QUADS[said] > 2))
    out = {k: f1(v, sorted({g for g, _ in v}, key=str)) for k, v in sorted(found.items())}
    for key, (hit, gold, said) in sorted(spans.items()):
        out[key] = {"f1": round(2 * hit / max(1, gold + said), 4), "n": gold}
    encoder.train()
    heads.train()
    return out


def marked_scores(part: list, encoder: Encoder, heads: Heads, device: torch.device,
                  first: int) -> np.ndarray:  # fmt: skip
    """Type probabilities of pairs with markers in the text: (P, types + 1)."""
    rows = [insert_markers(e["ids"], tuple(p[0][0]), tuple(p[1][0]), first) for e, p in part]
    length = max(len(r[0]) for r in rows)
    ids = torch.full((len(rows), length), PAD)
    source, target = torch.zeros(len(rows), length), torch.zeros(len(rows), length)
    for i, (a, s, t) in enumerate(rows):
        ids[i, : len(a)] = torch.tensor(a)
        source[i, : len(a)], target[i, : len(a)] = torch.tensor(s), torch.tensor(t)
    ids, source, target = ids.to(device), source.to(device), target.to(device)
    mask = (ids != PAD).long()
    x = encoder(ids, mask)
    own = torch.arange(len(rows), device=device)
    features = heads.pairs(x, mask, own, source, target)
    return heads.kinds(features).float().softmax(-1).cpu().numpy()


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
def base_vectors(examples: list[dict], base: Encoder, device: torch.device) -> Tensor:
    """Normalised mean vectors of the untouched base model, the ones to stay close to."""
    out = torch.zeros(len(examples), 384)
    base.eval()
    for indices in length_batches(examples, 256, random.Random(0)):
        length = max(len(examples[i]["ids"]) for i in indices)
        ids = torch.full((len(indices), length), PAD)
        for k, i in enumerate(indices):
            ids[k, : len(examples[i]["ids"])] = torch.tensor(examples[i]["ids"])
        mask = (ids != PAD).long().to(device)
        pooled = Heads.mean(base(ids.to(device), mask).float(), mask)
        out[indices] = nn.functional.normalize(pooled, dim=-1).cpu()
    return out


def save(folder: Path, encoder: Encoder, heads: Heads) -> None:
    from safetensors.torch import save_file

    folder.mkdir(parents=True, exist_ok=True)
    state = {f"encoder.{k}": v for k, v in encoder.state_dict().items() if k != "words"}
    state |= {f"heads.{k}": v for k, v in heads.state_dict().items()}
    # Parts of at most 15 MB: some ways back from an accelerator refuse larger files.
    part: dict[str, Tensor] = {}
    number = 0
    for name, value in [*state.items(), ("", None)]:
        size = sum(v.numel() * 2 for v in part.values())
        if part and (value is None or size + value.numel() * 2 > 15_000_000):
            save_file(part, folder / f"weights-{number}.safetensors")
            part, number = {}, number + 1
        if value is not None:
            part[name] = value.half().cpu().contiguous()
    labels = {"types": TYPES, "tags": TAGS, "statuses": STATUSES, "modes": ALL_MODES,
              "contexts": ALL_CONTEXTS}  # fmt: skip
    (folder / "labels.json").write_text(json.dumps(labels))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--batch", type=int, default=48)
    parser.add_argument("--lr", type=float, default=1e-4)
    parser.add_argument("--head-lr", type=float, default=5e-4)
    parser.add_argument("--frozen", type=int, default=0, help="lower layers kept as they are")
    parser.add_argument("--marked", type=float, default=0.4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--repeat", type=int, default=1, help="label items per epoch, times")
    parser.add_argument(
        "--also", type=Path, nargs="*", default=[], help="more examples to train on"
    )
    parser.add_argument(
        "--measure", type=Path, nargs="*", default=[], help="more examples to measure"
    )
    parser.add_argument("--everything", action="store_true", help="train on the dev fold too")
    parser.add_argument("--minutes", type=float, default=60.0, help="stop after this time")
    options = parser.parse_args()
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    torch.manual_seed(options.seed)
    rng = random.Random(options.seed)
    examples = read_examples(BUILD / "examples.jsonl")
    for path in options.also:
        examples += [{**e, "fold": "train"} for e in read_examples(path)]
    dev = [e for e in examples if e["fold"] == "dev"]
    test = [e for e in examples if e["fold"] == "test"]
    for path in options.measure:
        test += read_examples(path)
    folds = ("train", "dev") if options.everything else ("train",)
    train = [e for e in examples if e["fold"] in folds]
    encoder = load_base(BUILD / "base.npz").to(device)
    vectors = base_vectors(train, load_base(BUILD / "base.npz").to(device), device)
    first = encoder.words.shape[0]
    heads = Heads(len(ALL_MODES), len(ALL_CONTEXTS)).to(device)
    for layer in encoder.layers[: options.frozen]:
        layer.requires_grad_(False)
    decay = [p for p in encoder.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(
        [{"params": decay, "lr": options.lr}, {"params": heads.parameters(), "lr": options.head_lr}],
        weight_decay=0.01, betas=(0.9, 0.98),
    )  # fmt: skip
    labelled = [i for i, e in enumerate(train) if e["acts"] is not None]
    other = [i for i, e in enumerate(train) if e["acts"] is None]
    steps = (
        math.ceil((len(labelled) * options.repeat + len(other)) / options.batch) * options.epochs
    )
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min(1.0, s / max(1, 0.06 * steps)) * max(0.02, 1 - s / steps)
    )
    print(
        f"{len(train)} train, {len(dev)} dev, {len(test)} test, {steps} steps on {device}",
        flush=True,
    )
    began, step = time.time(), 0
    average: dict[str, Tensor] = {}
    for epoch in range(options.epochs):
        pool = labelled * options.repeat + other
        total = 0.0
        batches = length_batches([train[i] for i in pool], options.batch, rng)
        for indices in batches:
            chosen = [pool[i] for i in indices]
            batch = Batch([train[i] for i in chosen], device, rng, options.marked, first)
            with torch.autocast(device.type, torch.bfloat16):
                loss = loss_of(batch, encoder, heads, vectors[chosen].to(device))
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_([*encoder.parameters(), *heads.parameters()], 1.0)
            optimizer.step()
            schedule.step()
            total += loss.item()
            step += 1
            # The last third of the way is averaged: steadier than the last step.
            if step > steps * 2 / 3 and step % 10 == 0:
                state = {**{f"e.{k}": v for k, v in encoder.state_dict().items() if k != "words"},
                         **{f"h.{k}": v for k, v in heads.state_dict().items()}}  # fmt: skip
                for k, v in state.items():
                    average[k] = v.clone() if k not in average else average[k].lerp_(v, 0.05)
        print(
            f"epoch {epoch + 1} loss {total / len(batches):.4f} {time.time() - began:.0f} s",
            flush=True,
        )
        if device.type == "cpu":
            save(options.out, encoder, heads)
        if time.time() - began > options.minutes * 60:
            print("out of time", flush=True)
            break
    if average:
        encoder.load_state_dict({k[2:]: v for k, v in average.items() if k[0] == "e"}, strict=False)
        heads.load_state_dict({k[2:]: v for k, v in average.items() if k[0] == "h"})
    save(options.out, encoder, heads)
    report = {"options": {k: str(v) for k, v in vars(options).items()}, "seconds": time.time() - began,
              "dev": measure(dev, encoder, heads, device, first),
              "test": measure(test, encoder, heads, device, first)}  # fmt: skip
    (options.out / "report.json").write_text(json.dumps(report, indent=1))
    for fold in ("dev", "test"):
        for name, value in report[fold].items():
            print(fold, name, value)


if __name__ == "__main__":
    main()
