"""Label items told anew with other parties, so that the encoder learns the words between them.

In: items of one or several languages. Out: the same items with some arguments exchanged for those of other
items of that language whose phrase is made of the same kinds of names ("[o|Foreign Minister] [p|X]" for
another office and person), all spans moved along. Groups ("thousands of protesters"), long phrases and
Russian (whose phrases are inflected) stay as they are.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from label_items import Item, Sentence

LANGUAGES = ("en", "ko", "ja", "zh")
NAMES = {"state", "body", "person", "office"}
# Code points of a phrase that no name covers, at most.
LEFT_OVER = {"en": 12, "ko": 3, "ja": 2, "zh": 2}
EXCHANGED = 0.7  # share of the arguments that can be exchanged and are


@dataclass(frozen=True)
class Phrase:
    """The words of an argument and the mentions in it, counted from its start."""

    text: str
    mentions: tuple[tuple[int, int, str], ...]


def phrase_at(sentence: Sentence, start: int, end: int, language: str) -> Phrase | None:
    """The argument as a phrase that may stand elsewhere; None where it is not made of names alone."""
    inside = [(a - start, b - start, k) for a, b, k in sentence.mentions if start <= a and b <= end]
    covered = {i for a, b, k in inside if k in NAMES for i in range(a, b)}
    if not inside or any(k not in NAMES for _, _, k in inside):
        return None
    words = sentence.text[start:end]
    if end - start - len(covered) > LEFT_OVER[language] or len(words) == 1:
        return None
    if sentence.text.count(words) > 1:
        return None  # told of twice: the other mention would stay behind
    return Phrase(words, tuple(inside))


def _ends_closed(text: str) -> int:
    """How a Korean word ends, on which its particle hangs: 0 open, 1 closed, 2 in ㄹ, 3 not Hangul."""
    code = ord(text[-1]) - 0xAC00
    if not 0 <= code < 11172:
        return 3
    final = code % 28
    return 0 if final == 0 else 2 if final == 8 else 1


def _signature(phrase: Phrase, language: str) -> tuple[object, ...]:
    kinds = tuple(kind for _, _, kind in phrase.mentions)
    return (kinds, _ends_closed(phrase.text)) if language == "ko" else (kinds,)


class Parties:
    """All phrases of the items, by language and kinds of names."""

    def __init__(self, items: Iterable[Item]) -> None:
        self._phrases: dict[tuple[object, ...], list[Phrase]] = defaultdict(list)
        for item in items:
            for language, sentence in item.sentences.items():
                if language not in LANGUAGES:
                    continue
                for start, end in sentence.arguments.values():
                    if phrase := phrase_at(sentence, start, end, language):
                        self._phrases[language, *_signature(phrase, language)].append(phrase)

    def exchange(self, item: Item, language: str, rng: random.Random) -> Item | None:
        """The item in one language with other parties; None where nothing can be exchanged."""
        sentence = item.sentences[language]
        spans = sorted(sentence.arguments.values())
        chosen: list[tuple[int, int, Phrase]] = []
        used = {sentence.text[a:b] for a, b in spans}
        for number, (start, end) in enumerate(spans):
            alone = all(b <= start or end <= a for i, (a, b) in enumerate(spans) if i != number)
            phrase = phrase_at(sentence, start, end, language) if alone else None
            if phrase is None or rng.random() > EXCHANGED:
                continue
            other = rng.choice(self._phrases[language, *_signature(phrase, language)])
            if other.text not in used:
                used.add(other.text)
                chosen.append((start, end, other))
        if not chosen:
            return None
        return replace(item, sentences={language: _rewrite(sentence, chosen)})


def _rewrite(sentence: Sentence, chosen: list[tuple[int, int, Phrase]]) -> Sentence:
    """The sentence with the spans [start, end) replaced by phrases; other spans move along."""
    text, last = "", 0
    mentions: list[tuple[int, int, str]] = []
    moves: list[tuple[int, int]] = []  # from this code point on, so much further
    inside: dict[tuple[int, int], tuple[int, int]] = {}
    for start, end, phrase in chosen:
        text += sentence.text[last:start]
        words = phrase.text
        words = words[0].upper() + words[1:] if not text else re.sub(r"^The ", "the ", words)
        inside[start, end] = (len(text), len(text) + len(words))
        mentions += [(len(text) + a, len(text) + b, k) for a, b, k in phrase.mentions]
        text += words
        moves.append((end, len(text) - end))
        last = end
    text += sentence.text[last:]

    def moved(start: int, end: int) -> tuple[int, int]:
        if (start, end) in inside:
            return inside[start, end]
        return tuple(at + max((m for m in moves if m[0] <= at), default=(0, 0))[1]
                     for at in (start, end))  # type: ignore[return-value]  # fmt: skip

    mentions += [
        (*moved(a, b), k)
        for a, b, k in sentence.mentions
        if not any(start <= a and b <= end for start, end, _ in chosen)
    ]
    arguments = {letter: moved(*span) for letter, span in sentence.arguments.items()}
    return Sentence(text, arguments, tuple(sorted(mentions)))
