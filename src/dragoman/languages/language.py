"""What a language is to the other rooms: one frozen value with patterns and functions.

In: nothing. Out: Language, Particle, Morpheme. The values themselves stand in ko, en, ja, zh, ru.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

__all__ = ["Language", "Morpheme", "Particle", "ParticleRole", "keep_word", "words"]

ParticleRole = Literal[
    "subject", "object", "with", "to", "about", "from", "at", "by", "of", "until", "also", "quote"
]


@dataclass(frozen=True, slots=True)
class Particle:
    """A word's ending that tells its part in the sentence: 은 is ("은", "subject")."""

    text: str
    role: ParticleRole


@dataclass(frozen=True, slots=True)
class Morpheme:
    """A morpheme with its tag (Sejong tags for Korean) and its code points [start, end)."""

    form: str
    tag: str
    start: int
    end: int


def words(listed: str) -> frozenset[str]:
    """The set of words in a list written with spaces between them."""
    return frozenset(listed.split())


def keep_word(word: str) -> tuple[str, Particle | None]:
    """The word as it is: for languages whose words carry no particle."""
    return word, None


@dataclass(frozen=True, slots=True)
class Language:
    """What differs between languages.

    ``split_sentences(text)``: spans [start, end) of the sentences of one passage, trimmed, in
    order, never overlapping. ``strip_particles(word)``: (stem, particle or None).
    ``morphemes(text)``: Korean only, else None; the first call takes seconds (it loads a model).
    The markers are compiled patterns to search in a clause: ``future`` (what is still to come),
    ``negation``, ``hypothetical`` (if, may), ``background`` (recalled, from before),
    ``hearsay`` (reportedly). ``quotes``: pairs of opening and closing marks. ``spaced``: words
    stand apart. ``verb``: where the verb stands that tells whether a date is past or to come: after
    it (Korean, Japanese), before it (English, Russian), or around it (Chinese).
    """

    code: str
    name: str
    split_sentences: Callable[[str], list[tuple[int, int]]]
    future_markers: re.Pattern[str]
    past_markers: re.Pattern[str]
    negation_markers: re.Pattern[str]
    hypothetical_markers: re.Pattern[str]
    background_markers: re.Pattern[str]
    hearsay_markers: re.Pattern[str]
    quotes: tuple[tuple[str, str], ...]
    spaced: bool = True
    verb: Literal["after", "before", "around"] = "before"
    strip_particles: Callable[[str], tuple[str, Particle | None]] = keep_word
    morphemes: Callable[[str], list[Morpheme]] | None = None
