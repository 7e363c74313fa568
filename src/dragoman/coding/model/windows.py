"""Sentences of a document that are read together: a sentence, whoever publishes it, what stands before.

In: the sentences of a document and whom they name, which of them is to be read. Out: a Window, as the
training lays them out (training/build_examples.py). Reading it is left to model/encoder.py.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dragoman.coding.model.cuts import Cut

__all__ = ["BEFORE", "LONGEST_READ", "Page", "Told", "Window", "lay_out"]

BEFORE = 4  # the role of a token that stands before the sentence that is read
LONGEST_READ = 200  # tokens of a sentence that is read
# As in training: sentences before the one that is read and their tokens, at most; tokens of a
# headline that still stands before them; parties of a window.
_SENTENCES, _CONTEXT, _HEADLINE, _MOST_PARTIES = 2, 100, 60, 9


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence of a document and whom it names: (start, end, party), code points, half-open.

    A party is a state or body by its code, whichever words stand for it.
    """

    text: str
    named: tuple[tuple[int, int, str], ...]


@dataclass(frozen=True, slots=True)
class Page:
    """The sentences of a document; where among them the name of the publisher's state and the
    headline stand, which other sentences are read behind. None where there is none."""

    sentences: tuple[Told, ...]
    publisher: int | None = None
    headline: int | None = None


@dataclass(frozen=True, slots=True)
class Window:
    """Sentences read together: their positions (the last is the one that is read), where its own
    tokens begin, how many there are in all, and the tokens that stand for each party."""

    sentences: tuple[int, ...]
    own: int
    length: int
    parties: dict[str, list[int]]


def lay_out(page: Page, number: int, alone: bool, cut: Callable[[int], Cut]) -> Window | None:
    """The window of a sentence: behind the publisher and, unless it is read ``alone``, the headline
    and the sentences before it. ``cut`` gives the tokens of a sentence by its position.

    None where the sentence is too long or fewer than two parties are named in all.
    """
    if len(cut(number).ids) > LONGEST_READ:
        return None
    heads = [h for h in (page.publisher, None if alone else page.headline)
             if h is not None and h < number and len(cut(h).ids) <= _HEADLINE]  # fmt: skip
    first, room = number, _CONTEXT
    lowest = max([h + 1 for h in (page.publisher, page.headline) if h is not None and h < number]
                 + [number - _SENTENCES, 0])  # fmt: skip
    while not alone and first > lowest and len(cut(first - 1).ids) <= room:
        first -= 1
        room -= len(cut(first).ids)
    chosen = [*heads, *range(first, number + 1)]
    parties: dict[str, list[int]] = {}
    at = own = 0
    for i in chosen:
        own = at
        for start, end, party in page.sentences[i].named:
            if tokens := cut(i).tokens((start, end)):
                parties.setdefault(party, []).extend(at + t for t in tokens)
        at += len(cut(i).ids)
    if len(parties) < 2:
        return None
    return Window(tuple(chosen), own, at, dict(list(parties.items())[:_MOST_PARTIES]))
