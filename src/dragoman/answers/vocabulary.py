"""The notions that questions and sentences share whatever their languages, and their words.

In: text of any language. Out: the notions (data/questions.toml) whose words stand in it; which of
them are acts, and which acts may be told by the name of another. What a question asks after is
left to notions.py.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib import resources

from dragoman.languages.zh import simplify

__all__ = ["acts", "literals_of", "notions_in", "patterns", "tells"]


@cache
def patterns() -> dict[str, re.Pattern[str]]:
    """Each notion's words in all five languages, as one pattern."""
    text = resources.files("dragoman.data").joinpath("questions.toml").read_text(encoding="utf-8")
    rows = tomllib.loads(text)["notions"]
    return {name: re.compile(value, re.IGNORECASE) for name, value in rows.items()}


@lru_cache(maxsize=16384)
def notions_in(text: str) -> frozenset[str]:
    """Notions whose words stand in a text of any language."""
    rows = _by_script()
    if not _KANA.search(text) and (simple := simplify(text)) != text:
        text = f"{text} {simple}"  # Chinese words are written here in simplified characters
    scripts = [script for script, sign in _SCRIPTS.items() if sign.search(text)]
    return frozenset(
        name for script in scripts for name, pattern in rows[script] if pattern.search(text)
    )


_KANA = re.compile("[\u3040-ヿ]")
_SCRIPTS = {
    "hangul": re.compile("[가-힣]"),
    "han": re.compile("[一-鿿\u3040-ヿ]"),
    "cyrillic": re.compile("[А-яёЁ]"),
    "latin": re.compile("[A-Za-z]"),
}


@cache
def _by_script() -> dict[str, tuple[tuple[str, re.Pattern[str]], ...]]:
    """The notions' patterns, parted by the script of their words: a text is searched for its own."""
    rows: dict[str, list[tuple[str, re.Pattern[str]]]] = {script: [] for script in _SCRIPTS}
    for name, pattern in patterns().items():
        parts: dict[str, list[str]] = {}
        for part in _alternatives(pattern.pattern):
            # The letter behind a backslash is no word.
            words = re.sub(r"\\.", "", part)
            script = next((s for s, sign in _SCRIPTS.items() if sign.search(words)), None)
            for one in (script,) if script else _SCRIPTS:
                parts.setdefault(one, []).append(part)
        for script, some in parts.items():
            rows[script].append((name, re.compile("|".join(some), re.IGNORECASE)))
    return {script: tuple(patterns) for script, patterns in rows.items()}


def _alternatives(pattern: str) -> list[str]:
    """A pattern's alternatives at its outermost level."""
    out, depth, start, at = [], 0, 0, 0
    while at < len(pattern):
        sign = pattern[at]
        if sign == "\\":
            at += 1
        elif sign in "([":
            depth += 1
        elif sign in ")]":
            depth -= 1
        elif sign == "|" and not depth:
            out.append(pattern[start:at])
            start = at + 1
        at += 1
    return [*out, pattern[start:]]


@cache
def literals_of(notion: str) -> tuple[str, ...]:
    """The words of a notion that are plain text: what full text can look for in any language."""
    return tuple(
        dict.fromkeys(
            word
            for part in patterns()[notion].pattern.split("|")
            if (word := part.replace("\\b", "").strip()) and re.fullmatch(r"[\w ]{2,}", word)
        )
    )


@cache
def acts() -> frozenset[str]:
    """Notions that are acts: what is asked after when they stand in a question."""
    text = resources.files("dragoman.data").joinpath("questions.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(text)["acts"]["names"].split())


@cache
def _similar() -> dict[str, frozenset[str]]:
    text = resources.files("dragoman.data").joinpath("questions.toml").read_text(encoding="utf-8")
    rows = tomllib.loads(text)["similar"]
    return {name: frozenset(value.split()) for name, value in rows.items()}


def tells(notion: str, there: frozenset[str]) -> bool:
    """Whether a sentence with these notions tells the one asked after, by its own or a near name."""
    return notion in there or bool(_similar().get(notion, frozenset()) & there)
