"""The encoder: sentences -> mentions, acts, who did what to whom, and vectors, by trained weights.

In: texts of a sentence or a passage. Out: `Read` values (what a text names and says), `Judgement`
values (what one marked source does to one marked target), sentence vectors. Leaves to others: who a
mention is (people, gazetteer), whether a proposal becomes a report (proposals), dates.

The weights are files of the package ``dragoman_model``; their sums are checked before they are
opened, and nothing is downloaded. One pass of the network goes in two halves: the lower half is
run once per text, the upper half again for a pair that deserves a closer look, with the roles of
source and target laid over the tokens. What is read off the hidden states is in model/heads.py.
"""

from __future__ import annotations

import json
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import permutations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dragoman.coding.model.cuts import Cut, Span, around, batches, cut_text, mask_of, parts
from dragoman.coding.model.heads import (
    NONE,
    Floats,
    Heads,
    Judgement,
    mean,
    named,
    sigmoid,
    softmax,
    unpack,
)  # fmt: skip
from dragoman.coding.model.weights import check_files, installed
from dragoman.coding.model.windows import BEFORE, Page, lay_out
from dragoman.errors import ModelError
from dragoman.settings import Settings

__all__ = [
    "Encoder", "Found", "Judgement", "Marked", "Read", "ReadMention", "ReadPair", "open_encoder",
]  # fmt: skip

_CLOSE = 16  # pairs read closely at once: chosen, not measured
_MOST_ARGUMENTS = 8  # of one sentence; pairs grow with the square


@dataclass(frozen=True, slots=True)
class ReadMention:
    """A mention with its kind (person, office, state, body, group, place, date, event, argument).

    Code points of the text, half-open. An ``argument`` is a whole noun phrase that acts or is
    acted upon; the other kinds nest inside it. ``probability`` is the weakest token's.
    """

    start: int
    end: int
    kind: str
    probability: float


@dataclass(frozen=True, slots=True)
class ReadPair:
    """An act found between two mentions; ``target`` None: an act without a target."""

    source: ReadMention
    target: ReadMention | None
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class Read:
    """What one text names and says. ``acts``: probability that each type occurs in it."""

    mentions: tuple[ReadMention, ...]
    acts: dict[str, float]
    contexts: dict[str, float]
    pairs: tuple[ReadPair, ...]
    vector: Floats


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with a source and a target (None: no target) in code points, half-open."""

    text: str
    source: Span | None
    target: Span | None


@dataclass(frozen=True, slots=True)
class Found:
    """What a sentence (its position) tells of two parties, read with the sentences before it."""

    sentence: int
    source: str
    target: str
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class _Pairs:
    """P pairs of a batch: ``rows`` (P,) pick the sentence, the others are masks (P, T)."""

    rows: NDArray[np.int64]
    sources: Floats
    targets: Floats


class Encoder:
    """The opened weights. Safe to use from several threads; holds about 60 MB."""

    def __init__(self, folder: Path, threads: int) -> None:
        """Use `Encoder.open`."""
        import onnxruntime
        from tokenizers import Tokenizer

        self.manifest = check_files(folder)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        try:
            self._lower, self._upper = (
                onnxruntime.InferenceSession(
                    str(folder / name), options, providers=["CPUExecutionProvider"]
                )
                for name in ("lower.onnx", "upper.onnx")
            )
            self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
            self._words = np.load(folder / "words.npy", allow_pickle=False)
            with np.load(folder / "heads.npz", allow_pickle=False) as stored:
                arrays = {k: stored[k].astype(np.float32) for k in stored.files}
            labels = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
        except Exception as fault:  # each library has its own errors for a file that does not fit
            raise ModelError(
                f"the model in {folder} cannot be opened ({fault}); reinstall dragoman-model, or "
                "set use_model = false to read by rules alone"
            ) from fault
        self._heads = Heads(arrays, labels)
        self._longest = len(self._heads.positions)

    @classmethod
    def open(cls, settings: Settings | None = None, folder: Path | None = None) -> Encoder:
        """The encoder with the weights of the installed ``dragoman_model`` (or of ``folder``).

        Raises ModelError when a file is missing, altered, or of another layout; the message says
        how to go on with rules alone.
        """
        threads = (settings or Settings()).threads
        return _opened((folder or installed()).resolve(), threads)

    @property
    def name(self) -> str:
        """Goes into ``made_by``: dragoman-encoder@VERSION."""
        return f"dragoman-encoder@{self.manifest['version']}"

    @property
    def trained(self) -> bool:
        """Whether the heads were trained; the bare base model only gives vectors."""
        return bool(self.manifest.get("trained"))

    def vectors(self, texts: Sequence[str]) -> Floats:
        """One vector of unit length per text, shape (n, 384); texts that say the same are near.

        Works across languages. A text longer than the network reads at once gets the mean of its
        parts; an empty text gets zeros.
        """
        out = np.zeros((len(texts), self._heads.positions.shape[1]), np.float32)
        cuts: list[Cut] = []
        owner: list[int] = []
        for number, text in enumerate(texts):
            for part in parts(self._cut(text), self._longest):
                cuts.append(part)
                owner.append(number)
        for chosen, states, mask in self._lower_batches(cuts):
            hidden = self._run_upper(states, mask, None)
            pooled = self._heads.linear(mean(hidden, mask.astype(np.float32)), "vector")
            for row, i in enumerate(chosen):
                out[owner[i]] += pooled[row] * mask[row].sum()
        norm = np.linalg.norm(out, axis=1, keepdims=True)
        unit: Floats = (out / np.maximum(norm, 1e-9)).astype(np.float32)
        return unit

    def read(self, texts: Sequence[str], threshold: float = 0.5) -> list[Read]:
        """What each text names and says; ``threshold``: least probability of a pair's act.

        Texts should be sentences; of a longer text the first part (about 250 tokens) is read.
        """
        cuts = [self._first_part(text) for text in texts]
        out: list[Read | None] = [None] * len(texts)
        for chosen, states, mask in self._lower_batches(cuts):
            hidden = self._run_upper(states, mask, None)
            pooled = mean(hidden, mask.astype(np.float32))
            acts = sigmoid(self._heads.linear(pooled, "acts"))
            contexts = sigmoid(self._heads.linear(pooled, "contexts"))
            vectors = self._heads.linear(pooled, "vector")
            vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
            tags = self._heads.linear(hidden, "tags").reshape(
                *hidden.shape[:2], len(self._heads.kinds), 3
            )
            tags = softmax(tags)
            mentions = [self._mentions(tags[row], cuts[i]) for row, i in enumerate(chosen)]
            pairs = self._read_pairs(chosen, cuts, states, hidden, mask, mentions, threshold)
            for row, i in enumerate(chosen):
                out[i] = Read(
                    mentions=tuple(mentions[row]),
                    acts=named(self._heads.types, acts[row]),
                    contexts=named(self._heads.contexts, contexts[row]),
                    pairs=tuple(pairs[row]),
                    vector=vectors[row],
                )
        return [read for read in out if read is not None]

    def judge(self, marked: Sequence[Marked]) -> list[Judgement]:
        """What each marked source does to its target, read closely with the marks in view.

        Where the source is missing or empty the whole text stands for it. In a text longer than
        the network reads at once, the words around both marks are read.
        """
        cuts, roles = [], []
        for one in marked:
            cut = self._cut(one.text)
            source = cut.tokens(one.source) if one.source else []
            target = cut.tokens(one.target) if one.target else []
            if len(cut.ids) > self._longest:
                chosen = around(len(cut.ids), source, target, self._longest)
                cut, kept = cut.keep(chosen), {old: new for new, old in enumerate(chosen)}
                source = [kept[i] for i in source if i in kept]
                target = [kept[i] for i in target if i in kept]
            role = np.zeros(len(cut.ids), np.int64)
            role[source] += 1
            role[target] += 2
            cuts.append(cut)
            roles.append(role)
        out: list[Judgement | None] = [None] * len(marked)
        for chosen, states, mask in self._lower_batches(cuts):
            padded = np.zeros(mask.shape, np.int64)
            for row, i in enumerate(chosen):
                padded[row, : len(roles[i])] = roles[i]
            for row, judgement in zip(chosen, self._judge(states, mask, padded), strict=True):
                out[row] = judgement
        return [judgement for judgement in out if judgement is not None]

    def across(
        self,
        page: Page,
        asked: Iterable[int],
        types: Container[str],
        alone: Container[int] = (),
        least: float = 0.3,
    ) -> list[Found]:
        """What the ``asked`` sentences of a document (positions) say that its parties do to each other.

        Each is read in its window (model/windows.py); those ``alone`` without what stands before them. All
        ordered pairs of parties are weighed in one glance (a closer look at each takes several times
        as long and was measured to be no better); those that leave less than ``least`` of the
        weight on the ``types`` that are asked for are left out.
        """
        cut = cache(lambda i: self._cut(page.sentences[i].text))
        windows = [
            window for n in sorted(set(asked)) if (window := lay_out(page, n, n in alone, cut))
        ]
        wanted = sorted({i for window in windows for i in window.sentences})
        lower: dict[int, Floats] = {}
        for chosen, states, _ in self._lower_batches([cut(i) for i in wanted]):
            for row, i in enumerate(chosen):
                lower[wanted[i]] = states[row, : len(cut(wanted[i]).ids)]
        asked_types = np.array([kind in types for kind in (*self._heads.types, NONE)])
        out: list[Found] = []
        for chosen in batches([window.length for window in windows]):
            part = [windows[i] for i in chosen]
            length = part[0].length
            states = np.zeros((len(part), length, self._heads.positions.shape[1]), np.float32)
            mask = np.zeros((len(part), length), np.int32)
            roles = np.zeros((len(part), length), np.int64)
            owner: list[tuple[int, str, str]] = []
            rows, sources, targets = [], [], []
            for row, window in enumerate(part):
                states[row, : window.length] = np.concatenate([lower[i] for i in window.sentences])
                mask[row, : window.length] = 1
                roles[row, : window.own] = BEFORE
                marks = {party: mask_of(at, length) for party, at in window.parties.items()}
                for source, target in permutations(marks, 2):
                    owner.append((window.sentences[-1], source, target))
                    rows.append(row)
                    sources.append(marks[source])
                    targets.append(marks[target])
            pairs = _Pairs(np.array(rows), np.array(sources), np.array(targets))
            features, acts = self._glance(
                self._run_upper(states, mask, roles), mask, pairs, asked_types
            )
            likely = np.flatnonzero(acts >= least)
            judgements = self._heads.judgements(features[likely])
            out += [Found(*owner[k], j) for k, j in zip(likely.tolist(), judgements, strict=True)]
        return sorted(out, key=lambda f: (f.sentence, f.source, f.target))

    def _glance(
        self, hidden: Floats, mask: NDArray[np.int32], pairs: _Pairs, asked: NDArray[np.bool_]
    ) -> tuple[Floats, Floats]:
        """Features of each pair without roles, and how much weight it leaves on the types ``asked`` (a
        mask)."""
        features = self._heads.features(hidden, mask, pairs.rows, pairs.sources, pairs.targets)
        acts: Floats = softmax(self._heads.linear(features, "kinds"))[:, asked].sum(1)
        return features, acts

    def _look_closer(
        self, states: Floats, mask: NDArray[np.int32], pairs: _Pairs, chosen: Sequence[int]
    ) -> Iterator[tuple[int, Judgement]]:
        """The chosen pairs again, with the roles of source and target laid over the tokens."""
        # Pairs of like length together, cut to the longest: padding is read like words.
        lengths = mask.sum(1)[pairs.rows]
        order = sorted(chosen, key=lambda k: int(lengths[k]))
        for start in range(0, len(order), _CLOSE):
            part = order[start : start + _CLOSE]
            rows, longest = pairs.rows[part], int(lengths[part].max())
            roles = (pairs.sources[part] + 2 * pairs.targets[part]).astype(np.int64)
            yield from zip(
                part,
                self._judge(states[rows, :longest], mask[rows, :longest], roles[:, :longest]),
                strict=True,
            )

    def _judge(self, states: Floats, mask: NDArray[np.int32],
               roles: NDArray[np.int64]) -> list[Judgement]:  # fmt: skip
        """Judgements of pairs whose lower states and roles are at hand, one row each."""
        hidden = self._run_upper(states, mask, roles)
        source, target = (roles & 1).astype(np.float32), (roles >> 1).astype(np.float32)
        missing = source.sum(1) == 0
        source[missing] = mask[missing]
        rows = np.arange(len(hidden))
        return self._heads.judgements(self._heads.features(hidden, mask, rows, source, target))

    def _read_pairs(
        self, chosen: Sequence[int], cuts: Sequence[Cut], states: Floats, hidden: Floats,
        mask: NDArray[np.int32], mentions: Sequence[Sequence[ReadMention]], threshold: float,
    ) -> list[list[ReadPair]]:  # fmt: skip
        """Pairs of arguments: all in one glance, then the likely ones again with roles."""
        found: list[list[ReadPair]] = [[] for _ in chosen]
        rows, sources, targets = [], [], []
        pairs: list[tuple[ReadMention, ReadMention | None]] = []
        for row, i in enumerate(chosen):
            arguments = [m for m in mentions[row] if m.kind == "argument"][:_MOST_ARGUMENTS]
            marks = [mask_of(cuts[i].tokens((m.start, m.end)), mask.shape[1]) for m in arguments]
            nobody = np.zeros(mask.shape[1], np.float32)
            for a, source in enumerate(arguments):
                for b, target in enumerate([*arguments, None]):
                    if a == b:
                        continue
                    rows.append(row)
                    sources.append(marks[a])
                    targets.append(nobody if target is None else marks[b])
                    pairs.append((source, target))
        if not rows:
            return found
        pairs_at = _Pairs(np.array(rows), np.array(sources), np.array(targets))
        # A glance that leaves a fifth of the weight on some act is worth the closer look.
        _, acts = self._glance(
            hidden, mask, pairs_at, np.arange(len(self._heads.types) + 1) < len(self._heads.types)
        )
        likely = np.flatnonzero(acts >= min(0.2, threshold)).tolist()
        for k, judgement in self._look_closer(states, mask, pairs_at, likely):
            if 1 - judgement.types[NONE] >= threshold:
                source, target = pairs[k]
                found[rows[k]].append(ReadPair(source, target, judgement))
        return found

    def _mentions(self, tags: Floats, cut: Cut) -> list[ReadMention]:
        """Spans of each kind out of token probabilities (T, kinds, O B I)."""
        out = []
        count = len(cut.ids)
        best = tags[:count].argmax(-1)
        for k, kind in enumerate(self._heads.kinds):
            if not best[:, k].any():
                continue
            start = None
            for i in range(count + 1):
                tag = int(best[i, k]) if i < count and cut.offsets[i][0] >= 0 else 0
                if start is not None and tag != 2:
                    sure = float((1 - tags[start:i, k, 0]).min())
                    out.append(
                        ReadMention(cut.offsets[start][0], cut.offsets[i - 1][1], kind, sure)
                    )
                    start = None
                if tag and start is None:
                    start = i
        return sorted(out, key=lambda m: (m.start, -m.end, m.kind))

    def _cut(self, text: str) -> Cut:
        return cut_text(self._tokenizer, text)

    def _first_part(self, text: str) -> Cut:
        return next(parts(self._cut(text), self._longest))

    def _lower_batches(
        self, cuts: Sequence[Cut]
    ) -> Iterator[tuple[list[int], Floats, NDArray[np.int32]]]:
        """Batches of like length: positions in ``cuts``, lower states (B, T, H), mask (B, T)."""
        for chosen in batches([len(cut.ids) for cut in cuts]):
            length = len(cuts[chosen[0]].ids)
            states = np.zeros((len(chosen), length, self._heads.positions.shape[1]), np.float32)
            mask = np.zeros((len(chosen), length), np.int32)
            for row, i in enumerate(chosen):
                ids = cuts[i].ids
                states[row, : len(ids)] = unpack(self._words[ids])
                mask[row, : len(ids)] = 1
            states += self._heads.positions[:length]
            yield chosen, self._lower.run(None, {"states": states, "mask": mask})[0], mask

    def _run_upper(self, states: Floats, mask: NDArray[np.int32],
                   roles: NDArray[np.int64] | None) -> Floats:  # fmt: skip
        if roles is None:
            roles = np.zeros(mask.shape, np.int64)
        hidden: Floats = self._upper.run(None, {"states": states, "mask": mask, "roles": roles})[0]
        return hidden


def open_encoder(settings: Settings, folder: Path | None = None) -> Encoder | None:
    """The encoder, or None where the settings say ``use_model = false``. Raises ModelError."""
    return Encoder.open(settings, folder) if settings.use_model else None


@lru_cache(maxsize=4)
def _opened(folder: Path, threads: int) -> Encoder:
    return Encoder(folder, threads)
