"""The encoder: sentences -> mentions, acts, who did what to whom, and vectors, by trained weights.

In: texts of a sentence or a passage. Out: `Read` values (what a text names and says), `Judgement`
values (what one marked source does to one marked target), sentence vectors. Leaves to others: who a
mention is (people, gazetteer), whether a proposal becomes a report (proposals), dates.

The weights are files of the package ``dragoman_model``; their sums are checked before they are
opened, and nothing is downloaded. One pass of the network goes in two halves: the lower half is
run once per text, the upper half again for a pair that deserves a closer look, with the roles of
source and target laid over the tokens. What is read off the hidden states is in heads.py.
"""

from __future__ import annotations

import json
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import permutations
from pathlib import Path
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from dragoman.coding.heads import (
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
from dragoman.coding.weights import check_files, installed
from dragoman.errors import ModelError
from dragoman.settings import Settings

__all__ = [
    "Encoder", "Found", "Judgement", "Marked", "Read", "ReadMention", "ReadPair", "Told",
    "open_encoder",
]  # fmt: skip

Span: TypeAlias = tuple[int, int]

_BATCH_TOKENS = 4096  # tokens of one batch, padding included: chosen, not measured
_LIKE = 0.7  # least length of a text beside the longest of its batch: padding costs like words
_CLOSE = 16  # pairs read closely at once: chosen, not measured
_MOST_ARGUMENTS = 8  # of one sentence; pairs grow with the square
# As in training: sentences before the one that is read and their tokens, at most; tokens of a
# headline that still stands before them; of the one that is read; the role of what stands before;
# parties of a window.
_SENTENCES_BEFORE, _CONTEXT, _HEADLINE, _LONGEST_READ, _BEFORE = 2, 100, 60, 200, 4
_MOST_PARTIES = 9


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
class Told:
    """A sentence of a document and whom it names: (start, end, party), code points, half-open.

    A party is a state or body by its code, whichever words stand for it.
    """

    text: str
    named: tuple[tuple[int, int, str], ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What a sentence (its position) tells of two parties, read with the sentences before it."""

    sentence: int
    source: str
    target: str
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class _Cut:
    """Tokens of a text; offsets of special tokens are (-1, -1)."""

    ids: NDArray[np.int64]
    offsets: tuple[Span, ...]

    def tokens(self, span: Span) -> list[int]:
        start, end = span
        return [i for i, (a, b) in enumerate(self.offsets) if a < end and b > start and a < b]

    def keep(self, chosen: Sequence[int]) -> _Cut:
        return _Cut(self.ids[list(chosen)], tuple(self.offsets[i] for i in chosen))


@dataclass(frozen=True, slots=True)
class _Pairs:
    """P pairs of a batch: ``rows`` (P,) pick the sentence, the others are masks (P, T)."""

    rows: NDArray[np.int64]
    sources: Floats
    targets: Floats


@dataclass(frozen=True, slots=True)
class _Window:
    """Sentences read together: their positions (the last is the one that is read), where its own
    tokens begin, how many there are in all, and the tokens that stand for each party."""

    sentences: tuple[int, ...]
    own: int
    length: int
    parties: dict[str, list[int]]


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
        cuts: list[_Cut] = []
        owner: list[int] = []
        for number, text in enumerate(texts):
            for part in self._parts(self._cut(text)):
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
        cuts = [next(iter(self._parts(self._cut(text)))) for text in texts]
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
                chosen = _window(len(cut.ids), source, target, self._longest)
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
        sentences: Sequence[Told],
        asked: Iterable[int],
        types: Container[str],
        least: float = 0.3,
        publisher: int | None = None,
        headline: int | None = None,
        alone: Container[int] = (),
    ) -> list[Found]:
        """What the ``asked`` sentences of a document say that its parties do to each other.

        Each is read behind the name of the ``publisher`` and, unless it is to be read ``alone``,
        behind the ``headline`` and up to two sentences before it, where its source or target may be
        named (positions in ``sentences``).
        All ordered pairs of parties are weighed in one glance (a closer look at each takes several
        times as long and was measured to be no better); those that leave less than ``least`` of the
        weight on the ``types`` that are asked for are left out, as is a sentence longer than the
        network reads at once.
        """
        cuts: dict[int, _Cut] = {}
        windows = []
        for number in sorted(set(asked)):
            heads = [h for h in (publisher, headline) if h is not None and h < number]
            if number in alone:
                before = range(number, number)
                heads = [h for h in heads if h == publisher]
            else:
                starts = [h + 1 for h in heads] + [number - _SENTENCES_BEFORE, 0]
                before = range(max(starts), number)
            window = self._window_of(sentences, number, cuts, heads, before)
            if window is not None:
                windows.append(window)
        wanted = sorted({i for window in windows for i in window.sentences})
        lower: dict[int, Floats] = {}
        for chosen, states, _ in self._lower_batches([cuts[i] for i in wanted]):
            for row, i in enumerate(chosen):
                lower[wanted[i]] = states[row, : len(cuts[wanted[i]].ids)]
        mask_of_types = np.array([kind in types for kind in (*self._heads.types, NONE)])
        out: list[Found] = []
        for part in _like_length(windows):
            length = part[0].length
            states = np.zeros((len(part), length, self._heads.positions.shape[1]), np.float32)
            mask = np.zeros((len(part), length), np.int32)
            roles = np.zeros((len(part), length), np.int64)
            owner: list[tuple[int, str, str]] = []
            rows, sources, targets = [], [], []
            for row, window in enumerate(part):
                states[row, : window.length] = np.concatenate([lower[i] for i in window.sentences])
                mask[row, : window.length] = 1
                roles[row, : window.own] = _BEFORE
                marks = {party: _mask_of(at, length) for party, at in window.parties.items()}
                for source, target in permutations(marks, 2):
                    owner.append((window.sentences[-1], source, target))
                    rows.append(row)
                    sources.append(marks[source])
                    targets.append(marks[target])
            pairs_at = _Pairs(np.array(rows), np.array(sources), np.array(targets))
            hidden = self._run_upper(states, mask, roles)
            features = self._heads.features(
                hidden, mask, pairs_at.rows, pairs_at.sources, pairs_at.targets
            )
            acts = softmax(self._heads.linear(features, "kinds"))[:, mask_of_types].sum(1)
            likely = np.flatnonzero(acts >= least)
            judgements = self._heads.judgements(features[likely])
            out += [Found(*owner[k], j) for k, j in zip(likely.tolist(), judgements, strict=True)]
        return sorted(out, key=lambda f: (f.sentence, f.source, f.target))

    def _window_of(
        self,
        sentences: Sequence[Told],
        number: int,
        cuts: dict[int, _Cut],
        heads: Sequence[int],
        before: Sequence[int],
    ) -> _Window | None:
        """A sentence with those before it, as training/build_examples.py lays them out; None where
        fewer than two parties are named in them or it is too long. ``cuts`` is filled on the way."""

        def cut(i: int) -> _Cut:
            if i not in cuts:
                cuts[i] = self._cut(sentences[i].text)
            return cuts[i]

        if len(cut(number).ids) > min(_LONGEST_READ, self._longest):
            return None
        first, room = number, _CONTEXT
        for i in reversed(before):
            if len(cut(i).ids) > room:
                break
            first, room = i, room - len(cut(i).ids)
        chosen = [h for h in heads if len(cut(h).ids) <= _HEADLINE]
        chosen += range(first, number + 1)
        parties: dict[str, list[int]] = {}
        at = own = 0
        for i in chosen:
            own = at
            for start, end, party in sentences[i].named:
                if tokens := cut(i).tokens((start, end)):
                    parties.setdefault(party, []).extend(at + t for t in tokens)
            at += len(cut(i).ids)
        if len(parties) < 2:
            return None
        return _Window(tuple(chosen), own, at, dict(list(parties.items())[:_MOST_PARTIES]))

    def _glance(
        self, hidden: Floats, mask: NDArray[np.int32], pairs: _Pairs, asked: NDArray[np.bool_]
    ) -> Floats:
        """How much weight each pair leaves on the types ``asked`` (a mask), without roles."""
        features = self._heads.features(hidden, mask, pairs.rows, pairs.sources, pairs.targets)
        acts: Floats = softmax(self._heads.linear(features, "kinds"))[:, asked].sum(1)
        return acts

    def _look_closer(
        self,
        states: Floats,
        mask: NDArray[np.int32],
        pairs: _Pairs,
        chosen: Sequence[int],
        before: NDArray[np.int64] | None = None,
    ) -> Iterator[tuple[int, Judgement]]:
        """The chosen pairs again, with the roles of source and target laid over the tokens.

        ``before``: the roles (B, T) that the tokens have without any pair.
        """
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
        source, target = (roles & 1).astype(np.float32), (roles >> 1 & 1).astype(np.float32)
        missing = source.sum(1) == 0
        source[missing] = mask[missing]
        rows = np.arange(len(hidden))
        return self._heads.judgements(self._heads.features(hidden, mask, rows, source, target))

    def _read_pairs(
        self, chosen: Sequence[int], cuts: Sequence[_Cut], states: Floats, hidden: Floats,
        mask: NDArray[np.int32], mentions: Sequence[Sequence[ReadMention]], threshold: float,
    ) -> list[list[ReadPair]]:  # fmt: skip
        """Pairs of arguments: all in one glance, then the likely ones again with roles."""
        found: list[list[ReadPair]] = [[] for _ in chosen]
        rows, sources, targets = [], [], []
        pairs: list[tuple[ReadMention, ReadMention | None]] = []
        for row, i in enumerate(chosen):
            arguments = [m for m in mentions[row] if m.kind == "argument"][:_MOST_ARGUMENTS]
            marks = [_mask_of(cuts[i].tokens((m.start, m.end)), mask.shape[1]) for m in arguments]
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
        acts = self._glance(
            hidden, mask, pairs_at, np.arange(len(self._heads.types) + 1) < len(self._heads.types)
        )
        likely = np.flatnonzero(acts >= min(0.2, threshold)).tolist()
        for k, judgement in self._look_closer(states, mask, pairs_at, likely):
            if 1 - judgement.types[NONE] >= threshold:
                source, target = pairs[k]
                found[rows[k]].append(ReadPair(source, target, judgement))
        return found

    def _mentions(self, tags: Floats, cut: _Cut) -> list[ReadMention]:
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

    def _cut(self, text: str) -> _Cut:
        encoding = self._tokenizer.encode(text)
        offsets = []
        for (a, b), special in zip(encoding.offsets, encoding.special_tokens_mask, strict=True):
            while a < b and text[a].isspace():  # a piece carries the space before its word
                a += 1
            offsets.append((-1, -1) if special else (a, b))
        return _Cut(np.array(encoding.ids, np.int64), tuple(offsets))

    def _parts(self, cut: _Cut) -> Iterator[_Cut]:
        """A cut as it is, or in parts of the length that the network reads, ends included."""
        last = len(cut.ids) - 1
        step = self._longest - 2
        for start in range(1, max(last, 2), step):
            inner = range(start, min(start + step, last))
            yield cut.keep([0, *inner, last])

    def _lower_batches(
        self, cuts: Sequence[_Cut]
    ) -> Iterator[tuple[list[int], Floats, NDArray[np.int32]]]:
        """Batches of like length: positions in ``cuts``, lower states (B, T, H), mask (B, T)."""
        order = sorted(range(len(cuts)), key=lambda i: -len(cuts[i].ids))
        at = 0
        while at < len(order):
            length = len(cuts[order[at]].ids)
            chosen = [
                i for i in order[at : at + max(1, _BATCH_TOKENS // length)]
                if len(cuts[i].ids) >= _LIKE * length
            ]  # fmt: skip
            at += len(chosen)
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


def _like_length(windows: Sequence[_Window]) -> Iterator[list[_Window]]:
    """Windows in batches of like length, the longest first."""
    left = sorted(windows, key=lambda w: -w.length)
    while left:
        length = left[0].length
        most = max(1, _BATCH_TOKENS // length)
        part = [w for w in left[:most] if w.length >= _LIKE * length]
        yield part
        left = left[len(part) :]


def _window(count: int, source: list[int], target: list[int], longest: int) -> list[int]:
    """Which tokens of a long text to keep: its ends, the marks, and the words around them."""
    marks = source + target or list(range(1, count - 1))
    room = longest - 2
    distance = np.min(
        np.abs(np.arange(1, count - 1)[:, None] - np.array(marks[:room], np.int64)[None, :]), axis=1
    )
    nearest = np.argsort(distance, kind="stable")[:room] + 1
    return [0, *sorted(nearest.tolist()), count - 1]


def _mask_of(tokens: Iterable[int], length: int) -> Floats:
    out = np.zeros(length, np.float32)
    out[list(tokens)] = 1
    return out
