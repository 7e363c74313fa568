"""Examples -> batches of tensors.

In: examples as build_examples.py writes them. Out: Batch values: the sentences of the windows each once,
where in them every token of a window lies, and what is to be learnt of it. Made in processes of
their own when the network runs on an accelerator.
"""

from __future__ import annotations

import json
import random
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np
import torch
from network import (
    ALL_CONTEXTS, ALL_MODES, BEFORE, NONE, SOURCE, STATUSES, TAGS, TARGET, TYPES,
)  # fmt: skip
from torch import Tensor

BUILD = Path(__file__).parent / "build"
PAD = 1
# Examples of documents: sentences before the one that is read, and their tokens, at most; the tokens of
# a headline that stands before them.
CONTEXTS_OF = {"documents": (2, 100, 60), "near": (1, 60, 0), "alone": (0, 0, 0)}
INNER_NAME = 0.3  # share of the arguments that stand for themselves by their bare name
LOOSE = 0.5  # share of the pronouns, bare titles and joint phrases that are taken as known
FORGOTTEN = 0.3  # share of the mentions of a party that are left out, as readers miss some
# A glance sees all pairs of a window, most of which are nothing: they count for less. A pair that
# is looked at closely is one of few, and "nothing" must be said as surely.
NOTHING, NOTHING_CLOSELY, NOTHING_IN_DOCUMENTS = 0.35, 0.9, 0.6


def read_examples(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def length(example: dict) -> int:
    """Tokens of the window."""
    return sum(map(len, example["sentences"]))


def length_batches(examples: list[dict], tokens: int, rng: random.Random) -> list[list[int]]:
    """Positions of examples in batches of like length, each at most ``tokens`` with padding."""
    order = sorted(range(len(examples)), key=lambda i: length(examples[i]) + rng.random() * 12)
    batches: list[list[int]] = [[]]
    longest = 0
    for i in order:
        longest = max(longest, length(examples[i]))
        if longest * (len(batches[-1]) + 1) > tokens and batches[-1]:
            batches.append([])
            longest = length(examples[i])
        batches[-1].append(i)
    rng.shuffle(batches)
    return batches


def spans_of(party: list, rng: random.Random | None) -> list[list[int]]:
    """Which spans stand for a party: whole phrases of all mentions; with ``rng`` some are forgotten,
    some are bare names, and the loose ones are known or not."""
    if rng is None:
        return [mention[1] for mention in party if not mention[0]] or [m[1] for m in party]
    kept = [m for m in party if not m[0] or rng.random() < LOOSE] or party
    kept = [m for m in kept if rng.random() >= FORGOTTEN] or [rng.choice(kept)]
    return [rng.choice(m[1:]) if rng.random() < INNER_NAME else m[1] for m in kept]


def choose_pairs(pairs: list, rng: random.Random, most: int = 8) -> list:
    """All pairs with an act, and some of those without."""
    if len(pairs) <= most:
        return pairs
    positive = [p for p in pairs if p[2]]
    others = [p for p in pairs if not p[2]]
    return positive + rng.sample(others, min(len(others), max(2, most - len(positive))))


@dataclass(slots=True)
class Batch:
    """Tensors of one batch: S sentences, B windows, T tokens of the longest window, P pairs.

    ids, sentence_mask (S, t); place, mask, roles (B, T): where each token lies in the flattened sentences,
    whether it is one, what it is; own (B, T): tokens of the sentence that is read; tags (B, T, kinds), acts, contexts: -100 or -1 where not known; row,
    source, target, kinds, status, modes, weights: of the pairs; unmarked (B,): read as a whole;
    number (B,): position of the example.
    """

    ids: Tensor
    sentence_mask: Tensor
    place: Tensor
    mask: Tensor
    roles: Tensor
    own: Tensor
    tags: Tensor
    acts: Tensor
    contexts: Tensor
    row: Tensor
    source: Tensor
    target: Tensor
    kinds: Tensor
    status: Tensor
    modes: Tensor
    weights: Tensor
    unmarked: Tensor
    number: Tensor

    def to(self, device: str) -> Batch:
        return Batch(*(getattr(self, f.name).to(device, non_blocking=True) for f in fields(self)))


def make_batch(examples: list[dict], marked: list[list | None], numbers: list[int],
               rng: random.Random | None = None, hide: float = 0.0) -> Batch:  # fmt: skip
    """``marked[i]``: None reads the whole window i (mentions, acts, all pairs, vector); a pair of it
    is looked at closely, with roles laid over the tokens. ``hide``: share of the tokens of such a
    window, outside the pair, that are kept from view, so that no single word decides.
    """
    sentences = [s for e in examples for s in e["sentences"]]
    widest = max(map(len, sentences))
    ids = np.full((len(sentences), widest), PAD, np.int64)
    for i, tokens in enumerate(sentences):
        ids[i, : len(tokens)] = tokens
    n, longest = len(examples), max(map(length, examples))
    place = np.zeros((n, longest), np.int64)
    mask, roles, own = (np.zeros((n, longest), np.int64) for _ in range(3))
    tags = np.full((n, longest, len(TAGS)), -100, np.int64)
    acts = np.full((n, len(TYPES)), -1.0, np.float32)
    contexts = np.full((n, len(ALL_CONTEXTS)), -1.0, np.float32)
    rows: list[int] = []
    sides: list[tuple[list, list]] = []
    labels: list[list] = []
    first = 0
    for i, example in enumerate(examples):
        starts, at = [], 0
        for tokens in example["sentences"]:
            starts.append(at)
            place[i, at : at + len(tokens)] = first * widest + np.arange(len(tokens))
            at += len(tokens)
            first += 1
        mask[i, :at] = 1
        roles[i, : starts[-1]] = BEFORE
        own[i, starts[-1] : at] = 1

        def spans(party: int, starts=starts, example=example) -> list[tuple[int, int]]:  # type: ignore[no-untyped-def]
            chosen = [] if party < 0 else spans_of(example["parties"][party], rng)
            return [(starts[s] + a, starts[s] + b) for s, a, b in chosen]

        pair = marked[i]
        if pair is not None:
            s, t = spans(pair[0]), spans(pair[1])
            for role, side in ((SOURCE, s), (TARGET, t)):
                inside = np.zeros(longest, bool)
                for a, b in side:
                    inside[a:b] = True
                roles[i] += role * inside
            rows.append(i)
            sides.append((s, t))
            labels.append(pair[2])
            if hide and rng is not None:
                hidden = np.random.default_rng(rng.getrandbits(32)).random(longest) < hide
                hidden &= (roles[i] & (SOURCE | TARGET)) == 0
                hidden[starts] = False
                mask[i] &= ~hidden
            continue
        pairs = example["pairs"] if rng is None else choose_pairs(example["pairs"], rng)
        for pair in pairs:
            rows.append(i)
            sides.append((spans(pair[0]), spans(pair[1])))
            labels.append(pair[2])
        _put_tags(tags[i, starts[-1] : at], example)
        if example["acts"] is not None:
            acts[i] = [float(t in example["acts"]) for t in TYPES]
            contexts[i] = [float(c in example["contexts"]) for c in ALL_CONTEXTS]
    count = len(rows)
    source, target = np.zeros((2, count, longest), np.float32)
    kinds = np.zeros((count, NONE + 1), np.float32)
    status, modes = np.full((2, count), -100, np.int64)
    weights = np.ones(count, np.float32)
    for i, ((s, t), said) in enumerate(zip(sides, labels, strict=True)):
        for side, out in ((s, source), (t, target)):
            for a, b in side:
                out[i, a:b] = 1
        for kind, _, _ in said:
            kinds[i, TYPES.index(kind)] += 1 / len(said)
        if not said:
            kinds[i, NONE] = 1
            closely, whole = marked[rows[i]] is not None, examples[rows[i]]["set"] in CONTEXTS_OF
            weights[i] = NOTHING_CLOSELY if closely else NOTHING_IN_DOCUMENTS if whole else NOTHING
            continue
        status[i] = STATUSES.index(said[0][2])
        named = [f"{k}/{m}" for k, m, _ in said if m]
        if named:
            modes[i] = ALL_MODES.index(named[0])
    values = (
        ids, ids != PAD, place, mask, roles, own, tags, acts, contexts, np.array(rows, np.int64),
        source, target, kinds, status, modes, weights,
        np.array([m is None for m in marked]), np.array(numbers),
    )  # fmt: skip
    return Batch(*(torch.from_numpy(np.ascontiguousarray(v)) for v in values))


def _put_tags(tags: np.ndarray, example: dict) -> None:
    """BIO per kind that the source annotates; the others stay -100, out of the loss."""
    for name in example["known"]:
        for start, end, _ in (
            example["tags"] if example.get("partial") else [(2, len(tags) - 2, "")]
        ):
            tags[start - 1 : end + 1, TAGS.index(name)] = 0
    done: list[tuple[int, int, str]] = []
    for start, end, name in sorted(example["tags"], key=lambda s: s[0] - s[1]):
        # Tags of one kind do not nest: the outer one stays.
        if name not in example["known"] or any(
            k == name and a < end and start < b for a, b, k in done
        ):
            continue
        done.append((start, end, name))
        tags[start, TAGS.index(name)] = 1
        tags[start + 1 : end, TAGS.index(name)] = 2
    if "state" in example["known"]:
        # Other corpora call states places: where ours says state, "place" is unknown.
        place, state = TAGS.index("place"), TAGS.index("state")
        tags[tags[:, state] > 0, place] = -100
