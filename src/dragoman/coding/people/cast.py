"""Everyone whom one document names: who a name stands for, and by what names and titles.

In: mentions with a full name, or a surname that one person bears. Out: Figures, to be looked up by
table key, surname or office. Which mention is entered, and who a short form means, is left to people.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from dragoman.coding.names.holders import Holders, surnames_of
from dragoman.coding.names.mention import Mention

__all__ = ["Cast", "Figure", "alike"]


@dataclass(slots=True)
class Figure:
    """A person named in this document: table key or None, country, office, names as written."""

    key: str | None
    country: str | None
    office: str | None
    names: list[str] = field(default_factory=list)
    surnames: set[str] = field(default_factory=set)
    full: bool = False
    covers: tuple[str, ...] = ()
    sector: str | None = None
    titles: set[str] = field(default_factory=set)

    @property
    def name(self) -> str:
        """The fullest form in the document, the first of those as long."""
        han = [name for name in self.names if re.search("[一-龥]", name)]
        # 趙兌烈（チョ・テヨル）: the reading in brackets is no fuller name.
        return max(han or self.names, key=len)


class Cast:
    """Everyone whom a document names."""

    def __init__(self, holders: Holders, language: str, day: str | None) -> None:
        self.holders, self.language, self.day = holders, language, day
        self.figures: list[Figure] = []

    def enter(self, mention: Mention) -> None:
        """Add the person of a mention by full name, or by a surname that one person bears."""
        if not mention.name or len(mention.people) > 1:
            return
        key = mention.people[0] if mention.people else None
        figure = self._known(mention, key)
        if figure is None:
            figure = Figure(key, mention.country, mention.office, sector=mention.sector)
            self.figures.append(figure)
        figure.country = figure.country or mention.country
        figure.office = figure.office or mention.office
        figure.covers = figure.covers or mention.covers
        figure.titles.add(mention.text)
        if mention.name not in figure.names:
            figure.names.append(mention.name)
        if key is None:
            countries = [mention.country] if mention.country else []
            found = surnames_of(mention.name, self.language, countries)
            parts = re.split(r"[\s·・＝]", mention.name)
            if len(parts) == 1 and self.language in ("ja", "zh", "ko"):
                found = [*found, mention.name]
            if len(parts) > 1:
                found = [*found, parts[-1]]
                if self.language in ("en", "ru") and len(parts) == 2:
                    found.append(parts[0])
            if self.language == "en" and len(parts) > 2 and parts[1] in ("bin", "bint", "ibn"):
                found.append(parts[0])  # Sheikh Tahnoon
            figure.surnames.update(name for name in found if len(name) > 1)
            figure.full = figure.full or len(parts) > 1 or self.language in ("ja", "zh")
        else:
            names = self.holders.people[key].names.get(self.language, [])
            figure.full = figure.full or any(alike(mention.name, name) for name in names)

    def _known(self, mention: Mention, key: str | None) -> Figure | None:
        for figure in self.figures:
            if key is not None:
                if figure.key == key:
                    return figure
            elif (
                figure.key is None
                and (mention.name in figure.names or mention.name in figure.surnames)
                and mention.country in (None, figure.country)
            ):
                return figure
        return None

    def by_key(self, keys: Iterable[str]) -> list[Figure]:
        """Figures among people of the tables."""
        wanted = set(keys)
        return [f for f in self.figures if f.key in wanted]

    def by_surname(self, name: str, country: str | None) -> list[Figure]:
        """Figures of no table who are called so."""
        return [
            f
            for f in self.figures
            if f.key is None
            and (name in f.surnames or name in f.names)
            and country in (None, f.country)
        ]

    def by_office(self, offices: Iterable[str], country: str | None) -> list[Figure]:
        """Figures who hold one of the offices, for the country when it is given."""
        wanted = set(offices)
        return [
            f
            for f in self.figures
            if f.office in wanted and f.country and country in (None, f.country)
        ]


def alike(one: str, other: str) -> bool:
    """Whether two spellings are one name but for spaces, dots, hyphens and case."""
    squeeze = str.maketrans("", "", " ·・-＝.")
    return one.translate(squeeze).lower() == other.translate(squeeze).lower()
