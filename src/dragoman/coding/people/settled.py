"""What a mention says once its person is settled: name, office, country, sector on the day.

In: Told, a mention, the figure or the table keys that it stands for. Out: the mention filled in,
with candidates where several fit; who holds an office. Which figure is meant is left to
people/named.py and people/titled.py.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.coding.names.holders import ONE_HOLDER, former
from dragoman.coding.names.mention import Mention
from dragoman.coding.names.naming import term_at
from dragoman.coding.people.cast import Figure
from dragoman.coding.people.told import Told

__all__ = ["as_figure", "as_holder", "undecided"]


def as_figure(told: Told, mention: Mention, figure: Figure) -> Mention:
    """The mention as one of the figure."""
    office, sector = mention.office or figure.office, mention.sector
    country = mention.country or figure.country
    if figure.key is not None:
        term = term_at(told.holders, figure.key, told.day, country, mention.offices)
        if term is not None:
            country = country or term.country
            if mention.covers and term.office in mention.covers:
                if mention.office or not former(term, told.day):
                    office = term.office
                elif office == term.office:
                    office = None
            elif mention.office is None:
                office = figure.office or term.office
                if not mention.covers and former(term, told.day) and not figure.covers:
                    office, sector = f"former {term.office}", None
    if mention.state == "former":
        office, sector = f"former {office}" if office else "former", None
    elif mention.state == "elect" and office:
        office = f"{office}-elect"
    if sector == "GOV" and office in ("defence minister", "military chief"):
        sector = "MIL"
    return replace(
        mention, actor=figure.key, name=_shown(told, figure), office=office, country=country,
        sector=sector, candidates=(),
    )  # fmt: skip


def _shown(told: Told, figure: Figure) -> str:
    """The fullest name; the tables' own where the document has one syllable of it (윤 대통령)."""
    if figure.key is not None and len(figure.name) == 1:
        names = told.holders.people[figure.key].names.get(told.language) or [figure.name]
        return names[0]
    return figure.name


def undecided(told: Told, mention: Mention, keys: list[str]) -> Mention:
    """The mention as one of several people, listed as candidates; the country if all share it."""
    names = tuple(sorted(_label(told, key) for key in keys))
    countries = {c for key in keys for c in told.holders.people[key].countries}
    country = mention.country or (next(iter(countries)) if len(countries) == 1 else None)
    return replace(mention, actor=None, country=country, candidates=names)


def _label(told: Told, key: str) -> str:
    """How a candidate is shown: its name, with the Wikidata id where there is one."""
    name = told.holders.people[key].called(told.language) or key
    return f"{name} ({key})" if key.startswith("Q") else name


def as_holder(told: Told, mention: Mention, recalls: bool) -> Mention:
    """A title with its country as whoever held the office; as it stands where that is not settled.

    ``recalls``: the sentence speaks of another year, for which the day's holder does not count.
    """
    offices = mention.offices
    figures = told.cast.by_office(offices, mention.country)
    if len(figures) == 1 and (mention.office or len(offices) < 4):
        return as_figure(told, mention, figures[0])
    if recalls or mention.office is None or not set(offices) <= ONE_HOLDER or len(offices) > 5:
        return mention
    terms = told.holders.at(mention.country or "", offices, told.day)
    keys = list(dict.fromkeys(term.person for term in terms))
    if len(keys) == 1:
        office = terms[0].office if mention.covers else mention.office
        name = told.holders.people[keys[0]].called(told.language)
        return replace(mention, actor=keys[0], name=name, office=office)
    if 1 < len(keys) <= 6:
        return undecided(told, mention, keys)
    return mention
