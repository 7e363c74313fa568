"""Words -> how strongly a thing is said: levels on the scales of data/scales.toml.

In: a quote and its language. Out: the highest level on each scale that the quote touches, and the
name of a level. Levels of one scale compare across languages: 심각한 우려 stands with "grave concern"
and 深刻な懸念, below 규탄.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib import resources

__all__ = ["SCALES", "name_level", "name_scale", "strength"]

SCALES = ("concern", "support", "demand", "commitment")


@cache
def _table() -> dict[str, dict[str, object]]:
    text = resources.files("dragoman.data").joinpath("scales.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def _patterns(language: str) -> dict[str, tuple[re.Pattern[str], ...]]:
    out: dict[str, tuple[re.Pattern[str], ...]] = {}
    for scale in SCALES:
        words = _table()[scale].get(language)
        if isinstance(words, list):
            out[scale] = tuple(re.compile(word, re.IGNORECASE) for word in words)
    return out


def strength(quote: str, language: str, scales: Iterable[str] = SCALES) -> dict[str, int]:
    """Highest level, from 1, on each scale that the quote touches.

    >>> strength("양 장관은 심각한 우려를 표명하였다.", "ko")
    {'concern': 3}
    >>> strength("They condemned the launch.", "en")
    {'concern': 4}
    """
    text = " ".join(quote.split())
    found: dict[str, int] = {}
    for scale in scales:
        for level, pattern in enumerate(_patterns(language).get(scale, ()), start=1):
            if pattern.search(text):
                found[scale] = level
    return found


def _named(names: object, language: str) -> str:
    assert isinstance(names, dict)
    return str(names.get(language) or names["en"])


def name_level(scale: str, level: int, language: str) -> str:
    """A level in a word: ("concern", 3, "ja") -> 深刻な懸念."""
    names = _table()[scale]["names"]
    assert isinstance(names, list)
    return _named(names[level - 1], language)


def name_scale(scale: str, language: str) -> str:
    """A scale's name in a language."""
    return _named(_table()[scale]["label"], language)
