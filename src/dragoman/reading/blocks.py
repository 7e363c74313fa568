"""The value that passes between the readers of each format and the roles: a block of text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.records import PassageRole

__all__ = ["Block", "clean", "ends_sentence"]

# Zero-width and directional signs that pages sprinkle into words; soft hyphen; object signs.
_INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffc]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_SPACES = re.compile(r"[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_END = re.compile(
    r"[.!?。！？…．][\"'”’」』》)\]）】\s]*$|"
    r"(?:니다|[했한된됐였었았있없겠졌났왔갔섰이란]다|[어아해세네]요|니까)[\"'”’」』)]?$"
)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item, row ... before it is part of a document.

    ``start``: its place in the original text when that is kept as it is, else -1. ``links``: the
    share of its characters inside links. ``sure``: the markup itself says the role.
    """

    text: str
    role: PassageRole = "paragraph"
    start: int = -1
    links: float = 0.0
    sure: bool = False


def clean(text: str) -> str:
    """One line without invisible signs, control characters or doubled spaces."""
    text = _CONTROL.sub(" ", _INVISIBLE.sub("", text)).replace("\n", " ").replace("\r", " ")
    return _SPACES.sub(" ", text).strip()


def ends_sentence(text: str) -> bool:
    """Whether ``text`` ends as a sentence ends; a Korean verb ending needs no full stop."""
    return bool(_END.search(text))
