"""Stage 3: train the upper half of the encoder and the heads on training/build/examples.jsonl.

Runs on two CPU cores in bf16; the frozen half is computed once (batches.py). The learning rate
follows the clock, so that a run ends when it is told to whatever else the machine does. Writes into
--out: weights in fp16 (only what is trained), every --save minutes and at the end, where the average
over the last part of the way is kept; report.json with every figure on the held-back fold.

    python training/train.py --minutes 60 --seed 1 --out training/build/run1
    python training/train.py --minutes 20 --from training/build/run1 --out training/build/run2
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Iterator
from pathlib import Path

import torch
from batches import BUILD, Batch, Lower, length_batches, read_examples
from measure import measure
from network import ALL_CONTEXTS, ALL_MODES, FROZEN, LABELS, TAGS, Encoder, Heads, load_base
from torch import Tensor, nn

SMOOTHING = 0.05  # of the pair types: chosen, not measured
ACTING = 0.55  # share of the pairs looked at closely that are drawn from those with an act


def loss_of(batch: Batch, encoder: Encoder, heads: Heads) -> Tensor:
    x = encoder.upper(batch.states.to(torch.bfloat16), batch.mask, batch.roles)
    n, t, _ = x.shape
    ce = nn.functional.cross_entropy
    loss = x.sum() * 0.0
    if (batch.tags >= 0).any():
        logits = heads.tags(heads.drop(x)).view(n, t, len(TAGS), 3).float()
        # B and I are rare among O: weigh them up a little.
        loss = loss + ce(logits.reshape(-1, 3), batch.tags.reshape(-1), ignore_index=-100,
                         weight=torch.tensor([1.0, 1.5, 1.5]))  # fmt: skip
    pooled = heads.mean(x, batch.mask)
    known = batch.acts[:, 0] >= 0
    if known.any():
        bce = nn.functional.binary_cross_entropy_with_logits
        loss = loss + 2.0 * bce(heads.acts(pooled).float()[known], batch.acts[known])
        loss = loss + 2.0 * bce(heads.contexts(pooled).float()[known], batch.contexts[known])
    if len(batch.row):
        features = heads.pairs(x, batch.mask, batch.row, batch.source, batch.target)
        goal = batch.kinds * (1 - SMOOTHING) + SMOOTHING / batch.kinds.shape[1]
        kinds = -(goal * heads.kinds(features).float().log_softmax(-1)).sum(-1)
        loss = loss + (kinds * batch.weights).sum() / batch.weights.sum()
        if (batch.status >= 0).any():
            loss = loss + 0.5 * ce(heads.status(features).float(), batch.status, ignore_index=-100)
        if (batch.modes >= 0).any():
            loss = loss + 0.5 * ce(heads.modes(features).float(), batch.modes, ignore_index=-100)
    if batch.unmarked.any():
        own = nn.functional.normalize(heads.vector(pooled).float(), dim=-1)
        loss = loss + 2.0 * (1 - (own * batch.vectors).sum(-1))[batch.unmarked].mean()
    return loss


class Examples:
    """The training examples; read again when build_examples.py has written new ones meanwhile."""

    def __init__(self, lower: Lower, also: list[Path]) -> None:
        self.lower, self.also = lower, also
        self.when = 0.0
        self.own: list[dict] = []

    def now(self) -> list[dict]:
        path = BUILD / "examples.jsonl"
        if path.stat().st_mtime != self.when:
            self.when = path.stat().st_mtime
            self.own = [e for e in read_examples(path) if e["fold"] == "train"]
            for more in self.also:
                self.own += read_examples(more)
            self.lower.prepare(self.own)
            print(f"{len(self.own)} to train on", flush=True)
        return self.own


def plan(examples: Examples, rng: random.Random, others: float, english: float,
         marked: float) -> Iterator[tuple[list[dict], list[list | None]]]:  # fmt: skip
    """Endless batches: each pass all label items, some of them marked, and a part of the rest."""
    while True:
        train = examples.now()
        labelled = [e for e in train if e["acts"] is not None or e["pairs"]]
        mentions = [e for e in train if e["acts"] is None and e["known"]]
        plain = [e for e in train if e["acts"] is None and not e["pairs"] and not e["known"]]
        pool: list[tuple[dict, float]] = [(e, marked) for e in labelled]
        pool += [(e, 0.8) for e in labelled if e["language"] == "en" and rng.random() < english]
        pool += [(e, 0.0) for e in rng.sample(mentions, int(len(mentions) * others))]
        pool += [(e, 0.0) for e in rng.sample(plain, int(len(plain) * others / 5))]
        chosen = []
        for example, share in pool:
            pair = None
            if example["pairs"] and rng.random() < share:
                positive = [p for p in example["pairs"] if p[2]] or example["pairs"]
                pair = rng.choice(positive if rng.random() < ACTING else example["pairs"])
            chosen.append((example, pair))
        for indices in length_batches([e for e, _ in chosen], 1800, rng):
            yield [chosen[i][0] for i in indices], [chosen[i][1] for i in indices]


def trained_state(encoder: Encoder, heads: Heads) -> dict[str, Tensor]:
    """What training moves: the upper layers, the roles, the heads."""
    upper = {f"encoder.{k}": v for k, v in encoder.state_dict().items()
             if k == "roles" or (k.startswith("layers.") and int(k.split(".")[1]) >= FROZEN)}  # fmt: skip
    return upper | {f"heads.{k}": v for k, v in heads.state_dict().items()}


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
    parser.add_argument("--lr", type=float, default=1e-4)
    parser.add_argument("--head-lr", type=float, default=5e-4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--marked", type=float, default=0.5, help="share looked at closely")
    parser.add_argument("--english", type=float, default=1.0, help="more English, marked")
    parser.add_argument("--others", type=float, default=0.25, help="share of mention data a pass")
    parser.add_argument("--from", dest="start", type=Path, help="go on from a saved run")
    parser.add_argument("--also", type=Path, nargs="*", default=[], help="more to train on")
    parser.add_argument("--measure", type=Path, nargs="*", default=[], help="more to measure on")
    parser.add_argument("--save", type=float, default=5.0, help="minutes between two savings")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--hide", type=float, default=0.1, help="share of tokens kept from view")
    parser.add_argument("--average-from", type=float, default=0.6, help="share of the way")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    rng = random.Random(options.seed)
    lower = Lower()
    examples = Examples(lower, options.also)
    examples.now()
    encoder = load_base(BUILD / "base.npz")
    heads = Heads(len(ALL_MODES), len(ALL_CONTEXTS))
    if options.start:
        load_run(options.start, encoder, heads)
    encoder.requires_grad_(False)
    encoder.roles.requires_grad_(True)
    encoder.layers[FROZEN:].requires_grad_(True)
    upper = [p for p in encoder.layers[FROZEN:].parameters()]
    fresh = [*heads.parameters(), encoder.roles]
    optimizer = torch.optim.AdamW(
        [{"params": upper, "lr": options.lr}, {"params": fresh, "lr": options.head_lr}],
        weight_decay=0.01, betas=(0.9, 0.98), fused=True,
    )  # fmt: skip
    rates = [options.lr, options.head_lr]
    encoder.train()
    heads.train()
    began = saved = said = time.time()
    average: dict[str, Tensor] = {}
    step, mean, tokens = 0, 0.0, 0
    for chosen, marked in plan(examples, rng, options.others, options.english, options.marked):
        way = (time.time() - began) / (options.minutes * 60)
        if way >= 1:
            break
        for group, rate in zip(optimizer.param_groups, rates, strict=True):
            group["lr"] = rate * min(1.0, step / 200) * max(0.02, 1 - way)
        batch = Batch(chosen, lower, marked, rng, options.hide)
        with torch.autocast("cpu", torch.bfloat16):
            loss = loss_of(batch, encoder, heads)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_([*upper, *fresh], 1.0)
        optimizer.step()
        step, tokens = step + 1, tokens + batch.mask.numel()
        mean = loss.item() if step == 1 else 0.99 * mean + 0.01 * loss.item()
        # The last part of the way is averaged: steadier than the last step.
        if way > options.average_from and step % 10 == 0:
            for k, v in trained_state(encoder, heads).items():
                average[k] = v.clone() if k not in average else average[k].lerp_(v, 0.04)
        now = time.time()
        if now - said > 60:
            print(f"{(now - began) / 60:5.1f} min, step {step}, loss {mean:.4f}, "
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
    lower.prepare(test)
    report = {"options": {k: str(v) for k, v in vars(options).items()}, "steps": step,
              "seconds": time.time() - began, "test": measure(test, encoder, heads, lower)}  # fmt: skip
    (options.out / "report.json").write_text(json.dumps(report, indent=1))
    for name, value in report["test"].items():
        print(name, value)


if __name__ == "__main__":
    main()
