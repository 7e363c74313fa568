"""Stage 3: train the encoder and its heads on training/build/examples.jsonl.

Runs on a CPU in bf16, in the background, or on an accelerator (--device cuda --tokens 16000). The
learning rate follows the clock, so that a run ends when it is told to whatever else the machine
does. Writes into --out: weights in fp16 (all but the word embeddings, which stay), every --save
minutes and at the end, where the average over the last part of the way is kept; report.json with
every figure on the held-back fold.

    python training/train.py --minutes 60 --seed 1 --out training/build/run1
    python training/train.py --minutes 20 --from training/build/run1 --out training/build/run2
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import torch
from batches import BUILD, CONTEXTS_OF, Batch, length_batches, make_batch, read_examples
from measure import base_vectors, measure
from network import ALL_CONTEXTS, ALL_MODES, LABELS, LOWER, TAGS, Encoder, Heads, load_base
from torch import Tensor, nn
from torch.utils.data import DataLoader, IterableDataset

SMOOTHING = 0.05  # of the pair types: chosen, not measured
NAMES = 3.0  # weight of the mentions: most of their tokens are in none, and their loss is small
AS_WRITTEN = 0.3  # share of the items that are told as they were written
ACTING = 0.55  # share of the pairs looked at closely that are drawn from those with an act


def loss_of(batch: Batch, encoder: Encoder, heads: Heads, vectors: Tensor) -> Tensor:
    x = encoder(batch.ids, batch.sentence_mask, batch.place, batch.mask, batch.roles)
    n, t, _ = x.shape
    ce = nn.functional.cross_entropy
    logits = heads.tags(heads.drop(x)).view(n, t, len(TAGS), 3).float()
    # B and I are rare among O: weigh them up a little.
    known = (batch.tags >= 0).any()
    tags = ce(logits.reshape(-1, 3), batch.tags.reshape(-1), ignore_index=-100,
              weight=torch.tensor([1.0, 1.5, 1.5], device=x.device))  # fmt: skip
    loss = NAMES * torch.where(known, tags, 0.0)
    pooled = heads.mean(x, batch.own)
    known = (batch.acts[:, :1] >= 0).float()
    bce = nn.functional.binary_cross_entropy_with_logits
    for name in ("acts", "contexts"):
        one = bce(
            getattr(heads, name)(pooled).float(),
            getattr(batch, name).clamp(min=0),
            reduction="none",
        )
        loss = loss + 2.0 * (one * known).sum() / (known.sum() * one.shape[1]).clamp(min=1)
    if len(batch.row):
        features = heads.pairs(x, batch.mask, batch.row, batch.source, batch.target)
        goal = batch.kinds * (1 - SMOOTHING) + SMOOTHING / batch.kinds.shape[1]
        kinds = -(goal * heads.kinds(features).float().log_softmax(-1)).sum(-1)
        loss = loss + (kinds * batch.weights).sum() / batch.weights.sum()
        for name, gold in (("status", batch.status), ("modes", batch.modes)):
            one = ce(
                getattr(heads, name)(features).float(), gold, ignore_index=-100, reduction="sum"
            )
            loss = loss + 0.5 * one / (gold >= 0).sum().clamp(min=1)
    # The vector of a sentence read by itself stays close to the base model's.
    base = vectors[batch.number].float()
    whole = (batch.unmarked & (base != 0).any(1)).float()
    own = nn.functional.normalize(heads.vector(pooled).float(), dim=-1)
    away = 1 - (own * base).sum(-1)
    return loss + 2.0 * (away * whole).sum() / whole.sum().clamp(min=1)


class Plan(IterableDataset):
    """Endless batches: each pass all label items, some of them marked, and a part of the rest."""

    def __init__(self, train: list[dict], options: argparse.Namespace) -> None:
        self.train, self.options = train, options

    def __iter__(self) -> Iterator[Batch]:
        options = self.options
        worker = torch.utils.data.get_worker_info()
        rng = random.Random(options.seed * 1000 + (worker.id if worker else 0))
        numbers = range(len(self.train))
        labelled = [
            i for i in numbers if self.train[i]["acts"] is not None or self.train[i]["pairs"]
        ]
        tellings: dict[tuple[str, str], list[int]] = defaultdict(list)  # of one item
        for i in labelled:
            if self.train[i]["set"] not in CONTEXTS_OF:
                tellings[self.train[i]["id"], self.train[i]["language"]].append(i)
        rest = sorted(set(numbers) - set(labelled))
        mentions = [i for i in rest if self.train[i]["known"] and not self.train[i].get("partial")]
        partial = [i for i in rest if self.train[i].get("partial")]
        plain = [i for i in rest if not self.train[i]["known"]]
        english = [own for (_, language), own in tellings.items() if language == "en"]
        documents = [i for i in labelled if self.train[i]["set"] in CONTEXTS_OF]
        while True:
            pool: list[tuple[int, float]] = [
                (_telling(own, rng), options.marked) for own in tellings.values()
            ]
            pool += [(_telling(own, rng), 0.8) for own in english if rng.random() < options.english]
            pool += [(i, options.marked) for i in documents
                     if rng.random() < options.near or self.train[i]["set"] != "near"]  # fmt: skip
            pool += [(i, 0.0) for i in rng.sample(mentions, int(len(mentions) * options.others))]
            pool += [(i, 0.0) for i in rng.sample(partial, int(len(partial) * options.others / 3))]
            pool += [(i, 0.0) for i in rng.sample(plain, int(len(plain) * options.others / 5))]
            chosen: list[tuple[int, list | None]] = []
            for i, share in pool:
                pair = None
                pairs = self.train[i]["pairs"]
                if pairs and rng.random() < share:
                    positive = [p for p in pairs if p[2]] or pairs
                    pair = rng.choice(positive if rng.random() < ACTING else pairs)
                chosen.append((i, pair))
            examples = [self.train[i] for i, _ in chosen]
            for part in length_batches(examples, options.tokens, rng):
                yield make_batch([examples[k] for k in part], [chosen[k][1] for k in part],
                                 [chosen[k][0] for k in part], rng, options.hide)  # fmt: skip


def _telling(own: list[int], rng: random.Random) -> int:
    """One of the tellings of an item: as it was written (they are in order), or with other parties."""
    return own[0] if rng.random() < AS_WRITTEN else rng.choice(own)


def trained_state(encoder: Encoder, heads: Heads) -> dict[str, Tensor]:
    """What training moves: all but the word embeddings."""
    own = {f"encoder.{k}": v for k, v in encoder.state_dict().items() if k != "words"}
    return own | {f"heads.{k}": v for k, v in heads.state_dict().items()}


def save(folder: Path, state: dict[str, Tensor]) -> None:
    from safetensors.torch import save_file

    folder.mkdir(parents=True, exist_ok=True)
    save_file({k: v.half().contiguous() for k, v in state.items()}, folder / "weights.new")
    (folder / "weights.new").replace(folder / "weights.safetensors")
    (folder / "labels.json").write_text(json.dumps(LABELS))


def load_run(folder: Path, encoder: Encoder, heads: Heads) -> None:
    """Put saved weights into ``encoder`` and ``heads``."""
    from safetensors.torch import load_file

    state = {k: v.float() for k, v in load_file(folder / "weights.safetensors").items()}
    encoder.load_state_dict({k[8:]: v for k, v in state.items() if k[:8] == "encoder."}, strict=False)  # fmt: skip
    heads.load_state_dict({k[6:]: v for k, v in state.items() if k[:6] == "heads."})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--minutes", type=float, default=60.0)
    parser.add_argument("--lr", type=float, default=1.5e-4, help="of the upper layers")
    parser.add_argument(
        "--lower", type=float, default=0.5, help="share of it for the lower layers; 0: frozen"
    )
    parser.add_argument("--head-lr", type=float, default=5e-4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--marked", type=float, default=0.6, help="share looked at closely")
    parser.add_argument("--english", type=float, default=1.0, help="more English, marked")
    parser.add_argument("--near", type=float, default=0.3, help="share of documents' middle layout")
    parser.add_argument("--others", type=float, default=0.5, help="share of mention data a pass")
    parser.add_argument("--from", dest="start", type=Path, help="go on from a saved run")
    parser.add_argument("--also", type=Path, nargs="*", default=[], help="more to train on")
    parser.add_argument("--measure", type=Path, nargs="*", default=[], help="more to measure on")
    parser.add_argument("--save", type=float, default=5.0, help="minutes between two savings")
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--workers", type=int, default=0, help="processes that make batches")
    parser.add_argument("--tokens", type=int, default=1800, help="of a batch, padding included")
    parser.add_argument("--hide", type=float, default=0.1, help="share of tokens kept from view")
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument("--average-from", type=float, default=0.6, help="share of the way")
    options = parser.parse_args()
    device = options.device
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    train = [e for e in read_examples(BUILD / "examples.jsonl") if e["fold"] == "train"]
    for more in options.also:
        train += read_examples(more)
    encoder = load_base(BUILD / "base.npz", options.dropout).to(device)
    heads = Heads(len(ALL_MODES), len(ALL_CONTEXTS), options.dropout).to(device)
    vectors = base_vectors(train, encoder, device)
    if options.start:
        load_run(options.start, encoder, heads)
    lower = [
        *encoder.layers[:LOWER].parameters(),
        *encoder.eln.parameters(),
        encoder.pos,
        encoder.kind,
    ]
    for parameter in lower:
        parameter.requires_grad_(options.lower > 0)
    upper = [*encoder.layers[LOWER:].parameters()]
    fresh = [*heads.parameters(), encoder.roles]
    rates = [options.lr * options.lower, options.lr, options.head_lr]
    optimizer = torch.optim.AdamW(
        [{"params": p, "lr": r} for p, r in zip((lower, upper, fresh), rates, strict=True)],
        weight_decay=0.01, betas=(0.9, 0.98), fused=True,
    )  # fmt: skip
    encoder.train()
    heads.train()
    loader = DataLoader(Plan(train, options), batch_size=None, num_workers=options.workers,
                        pin_memory=device != "cpu", prefetch_factor=8 if options.workers else None)  # fmt: skip
    print(f"{len(train)} to train on", flush=True)
    began = saved = said = time.time()
    average: dict[str, Tensor] = {}
    step, mean, tokens = 0, torch.zeros((), device=device), 0
    for batch in loader:
        way = (time.time() - began) / (options.minutes * 60)
        if way >= 1:
            break
        for group, rate in zip(optimizer.param_groups, rates, strict=True):
            group["lr"] = rate * min(1.0, step / 200) * max(0.02, 1 - way)
        with torch.autocast(device, torch.bfloat16):
            loss = loss_of(batch.to(device), encoder, heads, vectors)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_([*lower, *upper, *fresh], 1.0)
        optimizer.step()
        step, tokens = step + 1, tokens + batch.mask.numel()
        mean = loss.detach() if step == 1 else mean.lerp_(loss.detach(), 0.01)
        # The last part of the way is averaged: steadier than the last step.
        if way > options.average_from and step % 10 == 0:
            for k, v in trained_state(encoder, heads).items():
                average[k] = v.clone() if k not in average else average[k].lerp_(v, 0.04)
        now = time.time()
        if now - said > 30:
            print(f"{(now - began) / 60:5.1f} min, step {step}, loss {mean.item():.4f}, "
                  f"{tokens / (now - said):.0f} tokens a second", flush=True)  # fmt: skip
            said, tokens = now, 0
        if now - saved > options.save * 60:
            save(options.out, average or trained_state(encoder, heads))
            saved = now
    save(options.out, average or trained_state(encoder, heads))
    load_run(options.out, encoder, heads)
    test = [e for e in read_examples(BUILD / "examples.jsonl") if e["fold"] == "test"]
    for path in options.measure:
        test += read_examples(path)
    report = {"options": {k: str(v) for k, v in vars(options).items()}, "steps": step,
              "seconds": time.time() - began, "test": measure(test, encoder, heads, device)}  # fmt: skip
    (options.out / "report.json").write_text(json.dumps(report, indent=1))
    for name, value in report["test"].items():
        print(name, value)


if __name__ == "__main__":
    main()
