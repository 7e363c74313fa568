"""Texts as the encoder takes them: tokens with their places, parts of long texts, like lengths.

In: a tokenizer's encoding. Out: `Cut` values, and batches of positions whose lengths are alike. What
the network makes of them is left to model/encoder.py, which sentences are read together to model/windows.py.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from numpy.typing import NDArray

from dragoman.coding.model.heads import Floats

if TYPE_CHECKING:
    from tokenizers import Tokenizer

__all__ = ["Cut", "Span", "around", "batches", "cut_text", "mask_of", "parts"]

Span: TypeAlias = tuple[int, int]

_BATCH_TOKENS = 4096  # tokens of one batch, padding included: chosen, not measured
_LIKE = 0.7  # least length of a text beside the longest of its batch: padding costs like words


@dataclass(frozen=True, slots=True)
class Cut:
    """Tokens of a text; offsets of special tokens are (-1, -1)."""

    ids: NDArray[np.int64]
    offsets: tuple[Span, ...]

    def tokens(self, span: Span) -> list[int]:
        """Positions of the tokens that share a character with ``span`` (code points, half-open)."""
        start, end = span
        return [i for i, (a, b) in enumerate(self.offsets) if a < end and b > start and a < b]

    def keep(self, chosen: Sequence[int]) -> Cut:
        """The cut with these of its tokens alone."""
        return Cut(self.ids[list(chosen)], tuple(self.offsets[i] for i in chosen))


def cut_text(tokenizer: Tokenizer, text: str) -> Cut:
    """The tokens of ``text``."""
    encoding = tokenizer.encode(text)
    offsets = []
    for (a, b), special in zip(encoding.offsets, encoding.special_tokens_mask, strict=True):
        while a < b and text[a].isspace():  # a piece carries the space before its word
            a += 1
        offsets.append((-1, -1) if special else (a, b))
    return Cut(np.array(encoding.ids, np.int64), tuple(offsets))


def parts(cut: Cut, longest: int) -> Iterator[Cut]:
    """A cut as it is, or in parts of ``longest`` tokens, ends included."""
    last = len(cut.ids) - 1
    step = longest - 2
    for start in range(1, max(last, 2), step):
        inner = range(start, min(start + step, last))
        yield cut.keep([0, *inner, last])


def around(count: int, source: list[int], target: list[int], longest: int) -> list[int]:
    """Which tokens of a long text to keep: its ends, the marks, and the words around them."""
    marks = source + target or list(range(1, count - 1))
    room = longest - 2
    distance = np.min(
        np.abs(np.arange(1, count - 1)[:, None] - np.array(marks[:room], np.int64)[None, :]), axis=1
    )
    nearest = np.argsort(distance, kind="stable")[:room] + 1
    return [0, *sorted(nearest.tolist()), count - 1]


def batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Positions in batches of like length, the longest first."""
    order = sorted(range(len(lengths)), key=lambda i: -lengths[i])
    at = 0
    while at < len(order):
        longest = lengths[order[at]]
        most = max(1, _BATCH_TOKENS // longest)
        chosen = [i for i in order[at : at + most] if lengths[i] >= _LIKE * longest]
        at += len(chosen)
        yield chosen


def mask_of(tokens: Iterable[int], length: int) -> Floats:
    """1 at these positions of ``length``, 0 elsewhere."""
    out = np.zeros(length, np.float32)
    out[list(tokens)] = 1
    return out
