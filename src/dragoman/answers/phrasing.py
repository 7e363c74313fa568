"""Facts -> a few words in the language of the question: data/phrases.toml with its blanks filled.

In: dates, places, names, a language. Out: text. Whether the words are borne out is the business
of who calls.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import Any

from dragoman.coding.names.gazetteer import Gazetteer
from dragoman.coding.names.tables import actor_names
from dragoman.records import Participant, When, Where

__all__ = [
    "join_names",
    "name_country",
    "name_days",
    "name_party",
    "name_person",
    "name_place",
    "phrase",
    "phrases",
]

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


@cache
def _table() -> dict[str, dict[str, Any]]:
    text = resources.files("dragoman.data").joinpath("phrases.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def phrases(language: str) -> dict[str, Any]:
    """The phrases of a language; English where it has none."""
    return _table().get(language, _table()["en"])


def phrase(language: str, name: str, **values: object) -> str:
    """One phrase with its blanks filled."""
    return str(phrases(language)[name]).format(**values)


def name_days(when: When | None, language: str) -> str | None:
    """Days in words with the ISO day behind them in brackets; None when no day is known."""
    if when is None or when.start is None:
        return None
    start, end = when.start[:10], (when.end or when.start)[:10]
    if when.precision in ("month", "year"):
        if start[:7] != end[:7]:
            return f"{start} / {end}"
        year, month = int(start[:4]), int(start[5:7])
        return phrase(language, "month", y=year, m=month, month=_MONTHS[month - 1])
    told = _day(start, language)
    if end != start:
        told += str(phrases(language)["until"]) + _day(end, language)
    iso = start if end == start else f"{start}/{end}"
    return f"{told} ({iso})"


def _day(day: str, language: str) -> str:
    year, month, number = (int(part) for part in day.split("-"))
    return phrase(language, "date", y=year, m=month, d=number, month=_MONTHS[month - 1])


def name_country(code: str, language: str) -> str:
    """A state's or body's usual name in a language; its code when the tables have none."""
    return actor_names(language).get(code, code)


def name_person(actor: str, language: str) -> str | None:
    """A person's first name in a language as the tables have it, by id; None where they do not."""
    person = Gazetteer.load().holders.people.get(actor)
    names = person.names.get(language, []) if person else []
    return names[0] if names else None


_SCRIPTS = {
    "ko": re.compile(r"[가-힣]"), "ja": re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]"),
    "zh": re.compile(r"[\u4e00-\u9fff]"), "ru": re.compile(r"[А-Яа-яё]"),
}  # fmt: skip


def name_place(where: Where | None, language: str) -> str | None:
    """The place as the text names it, else its city, with its country; None when none is known.

    A name that the reader's script does not hold is followed by the city's in brackets: 서울 (Seoul).
    """
    if where is None:
        return None
    told = where.text or where.city
    country = name_country(where.country, language) if where.country else None
    if told and where.city and where.city not in told:
        readable = _SCRIPTS.get(language)
        if readable is None or not readable.search(told):
            told = f"{told} ({where.city})"
    if country and told and country in told:
        country = None
    return ", ".join(part for part in (told, country) if part) or None


def name_party(participant: Participant, language: str) -> str:
    """A participant's name as the text has it with its country, else the country's name."""
    country = name_country(participant.country, language) if participant.country else None
    if participant.name and country:
        return f"{participant.name} ({country})"
    return participant.name or country or "?"


def join_names(participants: Sequence[Participant], language: str) -> str:
    """All names, in order, each once."""
    names = dict.fromkeys(name_party(p, language) for p in participants)
    return str(phrases(language)["and"]).join(names)
