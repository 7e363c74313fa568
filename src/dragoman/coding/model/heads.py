"""The heads of the encoder in numpy: hidden states -> what a pair does to each other.

Small matrices; they mirror ``Heads`` in training/network.py line by line. Shapes: B sentences, T
tokens, H = 384 hidden units, P pairs. Running the network itself is left to model/encoder.py.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

__all__ = ["NONE", "Floats", "Heads", "Judgement", "mean", "named", "sigmoid", "softmax", "unpack"]

Floats: TypeAlias = NDArray[np.float32]

NONE = "NONE"  # the pair does nothing to each other
_BLOCK = 32  # weights that share one scale in the packed word embeddings
_ATTENTION = 4


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a source does to a target: probabilities of the PLOVER types and of "NONE".

    ``types`` sums to 1. ``statuses`` (done, planned, hypothetical, negated, background) too.
    ``modes`` holds the likeliest mode of each type that has modes, those of training/label_items.py:
    PLOVER's, and for AGREE and CONCEDE two of their own.
    """

    types: dict[str, float]
    statuses: dict[str, float]
    modes: dict[str, str]

    @property
    def type(self) -> str:
        """The likeliest type, NONE among them."""
        return max(self.types, key=self.types.__getitem__)

    @property
    def mode(self) -> str | None:
        """The likeliest mode of the likeliest act, None where that type has no modes."""
        acts = {kind: share for kind, share in self.types.items() if kind != NONE}
        return self.modes.get(max(acts, key=acts.__getitem__))

    @property
    def sure(self) -> float:
        """The probability of the likeliest type."""
        return self.types[self.type]

    @property
    def status(self) -> str:
        """The likeliest status."""
        return max(self.statuses, key=self.statuses.__getitem__)


class Heads:
    """Stored matrices by name, with the labels that their rows stand for."""

    def __init__(self, arrays: Mapping[str, Floats], labels: Mapping[str, Sequence[str]]) -> None:
        self._arrays = arrays
        self.types: tuple[str, ...] = tuple(labels["types"])
        self.kinds: tuple[str, ...] = tuple(labels["tags"])
        self.contexts: tuple[str, ...] = tuple(labels["contexts"])
        self._statuses: tuple[str, ...] = tuple(labels["statuses"])
        self._modes: tuple[str, ...] = tuple(mode.partition("/")[2] for mode in labels["modes"])
        self._modes_of: dict[str, list[int]] = {}  # where in ``_modes`` those of a type stand
        for number, mode in enumerate(labels["modes"]):
            self._modes_of.setdefault(mode.partition("/")[0], []).append(number)

    @property
    def positions(self) -> Floats:
        """Position embeddings (longest sentence, H)."""
        return self._arrays["position"]

    def linear(self, x: Floats, name: str) -> Floats:
        """``x`` (..., in) through the layer ``name``: (..., out)."""
        out: Floats = x @ self._arrays[f"{name}.weight"].T + self._arrays[f"{name}.bias"]
        return out

    def features(self, hidden: Floats, mask: NDArray[np.int32], rows: NDArray[Any],
                  source: Floats, target: Floats) -> Floats:  # fmt: skip
        """Pair features (P, H), as `Heads.pairs` in training/network.py.

        Keys and values are not computed token by token: a pair's query goes through the keys'
        matrix and its mixture of tokens through the values', which is the same and far less work.
        """
        count, width = len(rows), hidden.shape[2]
        size = width // _ATTENTION
        sources, targets = np.empty((2, count, width), np.float32)
        # Pairs of one sentence together, as views of its tokens.
        groups = [(row, np.flatnonzero(rows == row)) for row in np.unique(rows)]
        for row, own in groups:
            sources[own] = _weighed(source[own], hidden[row])
            targets[own] = _weighed(target[own], hidden[row])
        s = self.linear(sources, "source")
        has = (target.sum(1) > 0)[:, None]
        t = self.linear(np.where(has, targets, self._arrays["nobody"]), "target")
        query = self.linear(np.concatenate([s, t], 1), "query").reshape(count, _ATTENTION, size)
        keys, values = (
            self._arrays[f"{name}.weight"].reshape(_ATTENTION, size, width)
            for name in ("key", "value")
        )
        # The keys' bias adds the same to every token of a pair: softmax does not see it.
        asked = (query.transpose(1, 0, 2) @ keys).transpose(1, 0, 2) / np.sqrt(size)
        mixed = np.empty((count, _ATTENTION, width), np.float32)
        for row, own in groups:
            scores = asked[own] @ hidden[row].T + (1 - mask[row]).astype(np.float32) * -1e4
            mixed[own] = softmax(scores) @ hidden[row]
        context = (mixed.transpose(1, 0, 2) @ values.transpose(0, 2, 1)).transpose(1, 0, 2)
        context = context.reshape(count, width) + self._arrays["value.bias"]
        return _gelu(self.linear(np.concatenate([s, t, s * t, context], 1), "pair"))

    def judgements(self, features: Floats) -> list[Judgement]:
        """Types, statuses and the likeliest mode of every type, of each pair's features (P, H)."""
        kinds = softmax(self.linear(features, "kinds"))
        statuses = softmax(self.linear(features, "status"))
        modes = self.linear(features, "modes")
        names = (*self.types, NONE)
        likeliest = {
            kind: np.array(own)[modes[:, own].argmax(1)] for kind, own in self._modes_of.items()
        }
        return [
            Judgement(
                named(names, kinds[row]),
                named(self._statuses, statuses[row]),
                {kind: self._modes[best[row]] for kind, best in likeliest.items()},
            )
            for row in range(len(features))
        ]


def unpack(blocks: NDArray[np.uint8]) -> Floats:
    """Packed rows (n, bytes) -> float32 (n, H): per block an fp16 scale and 32 nibbles."""
    parts = blocks.reshape(len(blocks), -1, 2 + _BLOCK // 2)
    scale = parts[:, :, :2].copy().view(np.float16).astype(np.float32)
    low, high = parts[:, :, 2:] & 15, parts[:, :, 2:] >> 4
    nibbles = np.concatenate([low, high], axis=2).astype(np.float32) - 8
    out: Floats = (nibbles * scale).reshape(len(blocks), -1)
    return out


def _weighed(weights: Floats, x: Floats) -> Floats:
    """Means of one sentence's ``x`` (T, H) over the tokens that each pair marks (P, T): (P, H)."""
    out: Floats = weights @ x / np.maximum(weights.sum(1, keepdims=True), 1)
    return out


def mean(x: Floats, weight: Floats) -> Floats:
    """Means of ``x`` (B, T, H) over the tokens, weighed by ``weight`` (B, T): (B, H)."""
    out: Floats = (x * weight[..., None]).sum(1) / np.maximum(weight.sum(1, keepdims=True), 1)
    return out


def softmax(x: Floats) -> Floats:
    """Probabilities over the last axis, which sum to 1."""
    e = np.exp(x - x.max(-1, keepdims=True))
    out: Floats = e / e.sum(-1, keepdims=True)
    return out


def sigmoid(x: Floats) -> Floats:
    """Probabilities of independent yes-or-no questions."""
    out: Floats = (1 / (1 + np.exp(-np.clip(x, -30, 30)))).astype(np.float32)
    return out


def _gelu(x: Floats) -> Floats:
    """Gaussian error linear unit by Abramowitz and Stegun 7.1.26 (error below 2e-7)."""
    z = np.abs(x) / np.float32(np.sqrt(2))
    t = 1 / (1 + np.float32(0.3275911) * z)
    series = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))  # fmt: skip
    erf = np.sign(x) * (1 - series * np.exp(-z * z))
    out: Floats = (0.5 * x * (1 + erf)).astype(np.float32)
    return out


def named(names: Sequence[str], values: Floats) -> dict[str, float]:
    """Values by their names."""
    return {name: float(value) for name, value in zip(names, values, strict=True)}
