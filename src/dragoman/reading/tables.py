"""The tables that reading works by, opened once: parts of pages, charsets."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

__all__ = ["PageParts", "load_charsets", "load_page_parts", "open_table"]


@dataclass(frozen=True, slots=True)
class PageParts:
    """``tags`` and ``names``: sets of words by part; ``lines``: one pattern by part."""

    tags: dict[str, frozenset[str]]
    names: dict[str, frozenset[str]]
    lines: dict[str, re.Pattern[str]]


def open_table(name: str) -> str:
    """The text of a file under ``dragoman/data``."""
    return (resources.files("dragoman") / "data" / name).read_text(encoding="utf-8")


@cache
def load_page_parts() -> PageParts:
    """``data/page_parts.toml`` with its patterns compiled."""
    table: dict[str, Any] = tomllib.loads(open_table("page_parts.toml"))
    return PageParts(
        tags={name: frozenset(words.split()) for name, words in table["tags"].items()},
        names={name: frozenset(words.split()) for name, words in table["names"].items()},
        lines={
            name: re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.I)
            for name, patterns in table["lines"].items()
        },
    )


@cache
def load_charsets() -> tuple[dict[str, str], dict[str, frozenset[str]]]:
    """Labels to encodings, and the frequent characters of each candidate encoding."""
    table: dict[str, Any] = tomllib.loads(open_table("charsets.toml"))
    frequent = {name: frozenset(text) for name, text in table["frequent"].items()}
    return table["supersets"], frequent
