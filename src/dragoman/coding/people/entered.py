"""Who of a document's names enters its cast before it is read: full names first, then known ones.

In: Told, the mentions of all sentences. Out: the cast filled, its people of the tables with office
and country on the day; whether a name is full, a mere word, or one of somebody no table lists. Who
a short form means, sentence by sentence, is left to people/named.py.
"""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman.coding.names.holders import ONE_HOLDER
from dragoman.coding.names.mention import Mention
from dragoman.coding.names.naming import choose, term_at
from dragoman.coding.people.cast import Figure, alike
from dragoman.coding.people.told import Told

__all__ = ["enter_people", "is_unlisted", "is_word", "may_be_named", "narrowed", "settle_figures"]

_HIGH = frozenset(
    {"president", "prime minister", "supreme leader", "foreign minister", "defence minister"}
)


def enter_people(told: Told, mentions: list[list[Mention]]) -> None:
    """Enter everyone whom the document names in full, or by a name that one person bears."""
    people = [
        narrowed(told, m)
        for group in mentions
        for m in group
        if m.kind == "person" and not is_word(told, m)
    ]
    # Full names first: a surname that follows (or stands in the title) is theirs.
    for mention in people:
        if _is_full(told, mention):
            told.cast.enter(mention)
    for mention in people:
        short = not _is_full(told, mention) and not is_unlisted(told, mention)
        titled = bool(mention.offices or mention.country)
        fits = told.language != "en" or mention.country or _held(told, mention)
        named = titled and may_be_named(told, mention)
        if short and fits and (named or _is_known(told, mention)):
            told.cast.enter(mention)
    settle_figures(told)


def narrowed(told: Told, mention: Mention) -> Mention:
    """The mention with those people only whom country, office and day leave."""
    if len(mention.people) < 2:
        return mention
    keys = choose(told.holders, mention.people, told.day, mention.country, mention.offices)
    short = len(mention.name or "") < 2
    if len(keys) == 1 and short and mention.country is None and not mention.office:
        return mention
    return replace(mention, people=keys) if len(keys) == 1 else mention


def _is_full(told: Told, mention: Mention) -> bool:
    """Whether a person is named by more than a surname, or is of no table."""
    names = [
        name
        for key in mention.people
        for name in told.holders.people[key].names.get(told.language, [])
    ]
    if not names:
        return True
    name = mention.name or ""
    return any(alike(name, one) for one in names) or (
        told.language != "zh" and bool(re.search(r"[\s·・＝]", name))
    )


def is_word(told: Told, mention: Mention) -> bool:
    """Whether a name is a word as well (이상의: of more than) and no title says it is a name."""
    titled = mention.offices or mention.country
    return not titled and mention.name in told.word_surnames


def may_be_named(told: Told, mention: Mention) -> bool:
    """Whether a family name of one syllable may be settled without its full name.

    이 대통령 may, when one 이 is president on the day; 김 의원 or 이 장관 may not.
    """
    if len(mention.name or "") > 1:
        return True
    if mention.office not in ONE_HOLDER or len(mention.people) != 1:
        return False
    terms = told.holders.people[mention.people[0]].terms
    return any(t.office == mention.office and t.covers(told.day) for t in terms)


def _held(told: Told, mention: Mention) -> bool:
    """Whether one of the people of a surname ever held the office that stands before it."""
    terms = [t for key in mention.people for t in told.holders.people[key].terms]
    return not mention.offices or any(t.office in mention.offices for t in terms)


def _is_known(told: Told, mention: Mention) -> bool:
    """Whether a bare surname (Лавров, 시진핑의 시) is that of one in high office on the day."""
    name = mention.name or ""
    if len(mention.people) != 1 or len(name) < 2:
        return False
    if name in told.word_surnames or not told.day:
        return False
    terms = told.holders.people[mention.people[0]].terms
    if len(name) > (4 if told.language in ("en", "ru") else 2):
        return any(t.covers(told.day) for t in terms)
    return any(t.office in _HIGH and t.covers(told.day) for t in terms)


def is_unlisted(told: Told, mention: Mention) -> bool:
    """Whether a surname is that of someone of no table whom the document names in full."""
    if not mention.name or _is_full(told, mention):
        return False
    if any(f.full for f in told.cast.by_key(mention.people)):
        return False
    return len(told.cast.by_surname(mention.name, mention.country)) == 1


def settle_figures(told: Told) -> None:
    """Give each figure of the tables its office, country and sector on the day."""
    for figure in told.cast.figures:
        if figure.key is None:
            continue
        offices = figure.covers or ((figure.office,) if figure.office else ())
        term = term_at(told.holders, figure.key, told.day, figure.country, offices)
        if term is not None:
            figure.country = figure.country or term.country
            if figure.office is None or (figure.covers and term.office in figure.covers):
                figure.office = term.office
        if told.language == "ru":
            _nominative(figure, told.holders.people[figure.key].names.get("ru", []))


def _nominative(figure: Figure, names: list[str]) -> None:
    """Russian names are given in the nominative where the document or the tables have it."""
    said = [
        n
        for n in figure.names
        if any(alike(n.replace("ё", "е"), t.replace("ё", "е")) for t in names)
    ]
    if said:
        figure.names = said
    elif names and any(" " in name for name in figure.names):
        figure.names = [names[0]]
    elif names:
        figure.names = [names[0].split(" ")[-1]]
