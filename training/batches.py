"""Examples -> batches of tensors, with the frozen half of the network computed once and kept.

In: examples as build_examples.py writes them. Out: Batch values. `Lower` keeps the hidden states of
the frozen layers (fp16) and the base model's own sentence vector per token sequence in files under
training/build, so that a second run, or new labels, only compute what is new.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import random
from pathlib import Path

import numpy as np
import torch
from network import (
    ALL_CONTEXTS, ALL_MODES, FROZEN, HIDDEN, NONE, STATUSES, TAGS, TYPES, Heads, load_base,
)  # fmt: skip

BUILD = Path(__file__).parent / "build"
PAD = 1


def read_examples(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def length_batches(examples: list[dict], tokens: int, rng: random.Random) -> list[list[int]]:
    """Positions of examples in batches of like length, each at most ``tokens`` with padding."""
    order = sorted(range(len(examples)), key=lambda i: len(examples[i]["ids"]) + rng.random() * 12)
    batches: list[list[int]] = [[]]
    longest = 0
    for i in order:
        longest = max(longest, len(examples[i]["ids"]))
        if longest * (len(batches[-1]) + 1) > tokens and batches[-1]:
            batches.append([])
            longest = len(examples[i]["ids"])
        batches[-1].append(i)
    rng.shuffle(batches)
    return batches


class Lower:
    """Hidden states of the frozen layers and base vectors, by token sequence."""

    def __init__(self, folder: Path = BUILD) -> None:
        self.index_file = folder / "lower.json"
        self.lock_file = folder / "lower.lock"
        self.states_file, self.vectors_file = folder / "lower.f16", folder / "vectors.f16"
        self.index: dict[str, list[int]] = {}
        if self.index_file.exists():
            self.index = json.loads(self.index_file.read_text())

    @staticmethod
    def key(ids: list[int]) -> str:
        return hashlib.sha1(np.array(ids, np.int32).tobytes()).hexdigest()[:20]

    @torch.no_grad()
    def prepare(self, examples: list[dict]) -> None:
        """Compute what is not yet kept for ``examples``; open the files."""
        wanted = {self.key(e["ids"]): e["ids"] for e in examples}
        # One process at a time: a run and a measuring of it write into the same files.
        with self.lock_file.open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if self.index_file.exists():
                self.index = json.loads(self.index_file.read_text())
            missing = {k: ids for k, ids in wanted.items() if k not in self.index}
            if missing:
                self._compute(list(missing), list(missing.values()))
                print(f"{len(missing)} sequences through the lower {FROZEN} layers", flush=True)
        self.states = np.memmap(self.states_file, np.float16, "r").reshape(-1, HIDDEN)
        self.vectors = np.memmap(self.vectors_file, np.float16, "r").reshape(-1, HIDDEN)

    def _compute(self, keys: list[str], todo: list[list[int]]) -> None:
        encoder = load_base(BUILD / "base.npz").eval()
        with self.states_file.open("ab") as states, self.vectors_file.open("ab") as vectors:
            at, kept = states.tell() // (2 * HIDDEN), vectors.tell() // (2 * HIDDEN)
            for chosen in length_batches([{"ids": ids} for ids in todo], 8192, random.Random(0)):
                length = max(len(todo[i]) for i in chosen)
                ids = torch.full((len(chosen), length), PAD)
                for row, i in enumerate(chosen):
                    ids[row, : len(todo[i])] = torch.tensor(todo[i])
                mask = (ids != PAD).long()
                with torch.autocast("cpu", torch.bfloat16):
                    x = encoder.lower(ids, mask)
                    own = Heads.mean(encoder.upper(x, mask).float(), mask)
                own = torch.nn.functional.normalize(own, dim=-1).half().numpy()
                lower = x.half().numpy()
                for row, i in enumerate(chosen):
                    count = len(todo[i])
                    states.write(lower[row, :count].tobytes())
                    vectors.write(own[row].tobytes())
                    self.index[keys[i]] = [at, count, kept]
                    at, kept = at + count, kept + 1
        self.index_file.write_text(json.dumps(self.index))

    def get(self, ids: list[int]) -> tuple[np.ndarray, np.ndarray]:
        at, count, row = self.index[self.key(ids)]
        return self.states[at : at + count], self.vectors[row]


def spread(pair: list, rng: random.Random | None) -> tuple[tuple[int, int], tuple[int, int] | None]:
    """One of the spans that name each argument; without ``rng`` the whole phrases."""
    if rng is None:
        return tuple(pair[0][0]), pair[1] and tuple(pair[1][0])
    s = rng.choice(pair[0]) if rng.random() < 0.3 else pair[0][0]
    t = pair[1] and (rng.choice(pair[1]) if rng.random() < 0.3 else pair[1][0])
    return tuple(s), t and tuple(t)


def choose_pairs(pairs: list, rng: random.Random, most: int = 8) -> list:
    """All pairs with an act, and some of those without."""
    if len(pairs) <= most:
        return pairs
    positive = [p for p in pairs if p[2]]
    others = [p for p in pairs if not p[2]]
    return positive + rng.sample(others, min(len(others), max(2, most - len(positive))))


class Batch:
    """Tensors of one batch.

    ``marked[i]``: None reads the whole sentence i (mentions, acts, all pairs, vector); a pair of it
    is looked at closely, with roles laid over the tokens. ``hide``: share of the tokens of such a
    sentence, outside the pair, that are kept from view, so that no single word decides.
    """

    def __init__(self, examples: list[dict], lower: Lower, marked: list[list | None],
                 rng: random.Random | None = None, hide: float = 0.0) -> None:  # fmt: skip
        n, length = len(examples), max(len(e["ids"]) for e in examples)
        states = np.zeros((n, length, HIDDEN), np.float16)
        mask = np.zeros((n, length), np.int64)
        roles = np.zeros((n, length), np.int64)
        vectors = np.zeros((n, HIDDEN), np.float32)
        tags = np.full((n, length, len(TAGS)), -100, np.int64)
        acts = np.full((n, len(TYPES)), -1.0, np.float32)
        contexts = np.full((n, len(ALL_CONTEXTS)), -1.0, np.float32)
        rows: list[int] = []
        spans: list[tuple] = []
        labels: list[list] = []
        for i, example in enumerate(examples):
            count = len(example["ids"])
            states[i, :count], vectors[i] = lower.get(example["ids"])
            mask[i, :count] = 1
            if marked[i] is not None:
                s, t = spread(marked[i], rng)
                roles[i, s[0] : s[1]] += 1
                if t:
                    roles[i, t[0] : t[1]] += 2
                rows.append(i)
                spans.append((s, t))
                labels.append(marked[i][2])
                if hide and rng is not None:
                    for k in range(1, count - 1):
                        if roles[i, k] == 0 and rng.random() < hide:
                            mask[i, k] = 0
                continue
            pairs = example["pairs"] if rng is None else choose_pairs(example["pairs"], rng)
            for pair in pairs:
                rows.append(i)
                spans.append(spread(pair, rng))
                labels.append(pair[2])
            self._tags(tags[i], example)
            if example["acts"] is not None:
                acts[i] = [float(t in example["acts"]) for t in TYPES]
                contexts[i] = [float(c in example["contexts"]) for c in ALL_CONTEXTS]
        self.states = torch.from_numpy(states)
        self.mask, self.roles = torch.from_numpy(mask), torch.from_numpy(roles)
        self.vectors, self.tags = torch.from_numpy(vectors), torch.from_numpy(tags)
        self.acts, self.contexts = torch.from_numpy(acts), torch.from_numpy(contexts)
        self.unmarked = torch.tensor([m is None for m in marked])
        self._pairs(rows, spans, labels, length)

    @staticmethod
    def _tags(tags: np.ndarray, example: dict) -> None:
        """BIO per kind that the source annotates; the others stay -100, out of the loss."""
        for name in example["known"]:
            tags[1 : len(example["ids"]) - 1, TAGS.index(name)] = 0
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

    def _pairs(self, rows: list[int], spans: list[tuple], labels: list[list], length: int) -> None:
        count = len(rows)
        source, target = (
            np.zeros((count, length), np.float32),
            np.zeros((count, length), np.float32),
        )
        kinds = np.zeros((count, NONE + 1), np.float32)
        status, mode = np.full(count, -100, np.int64), np.full(count, -100, np.int64)
        for i, ((s, t), own) in enumerate(zip(spans, labels, strict=True)):
            source[i, s[0] : s[1]] = 1
            if t:
                target[i, t[0] : t[1]] = 1
            for kind, _, _ in own:
                kinds[i, TYPES.index(kind)] += 1 / len(own)
            if not own:
                kinds[i, NONE] = 1
                continue
            status[i] = STATUSES.index(own[0][2])
            named = [f"{k}/{m}" for k, m, _ in own if m]
            if named:
                mode[i] = ALL_MODES.index(named[0])
        self.row = torch.tensor(rows, dtype=torch.long)
        self.source, self.target = torch.from_numpy(source), torch.from_numpy(target)
        self.kinds, self.status = torch.from_numpy(kinds), torch.from_numpy(status)
        self.modes = torch.from_numpy(mode)
        # A glance sees all pairs of a sentence, most of which are nothing: they count for less. A
        # pair that is looked at closely is one of few, and "nothing" must be said as surely.
        closely = ~self.unmarked[self.row]
        self.weights = torch.where(self.kinds[:, NONE] > 0, torch.where(closely, 0.9, 0.35), 1.0)
