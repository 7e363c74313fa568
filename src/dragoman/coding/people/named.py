"""Who is meant by a name: 조 장관, Secretary Blinken, 안와르 총리, 林官房長官.

In: Told, a mention of a person. Out: the same with whoever of the cast or of the tables it is, or
the candidates; None where a name settles nobody. Titles without a name are left to
people/titled.py, what the mention then says to people/settled.py.
"""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman.coding.names.holders import ONE_HOLDER
from dragoman.coding.names.mention import Mention
from dragoman.coding.names.naming import choose
from dragoman.coding.people.cast import Figure
from dragoman.coding.people.entered import (
    is_unlisted,
    is_word,
    may_be_named,
    narrowed,
    settle_figures,
)
from dragoman.coding.people.settled import as_figure, undecided
from dragoman.coding.people.told import HOME, Told

__all__ = ["read_person"]

# Who receives a visitor: named without a state, he is of the one that the text says it was in.
_HOSTS = frozenset(
    {"president", "prime minister", "foreign minister", "defence minister", "monarch"}
)
# Titles that in the White House's own texts are those of Americans.
_AMERICAN = re.compile(
    r"(?:Secretary(?!\sfor)|Senator|Representative|Congressm|Congressw|Director|Rep\.|Sen\.|(?:Principal\s)?Deputy National Security|National Security Advis[eo]r to the Vice|Assistant Secretary|Under Secretary"
    r"|(?:Deputy\s)?(?:Homeland\sSecurity|National\sClimate|Domestic\sPolicy|National\sEconomic)\sAdvis[eo]r|(?:Deputy\s|Special\s)?Assistant\sto\sthe\sPresident|Senior\s(?:Director|Advisor)|White\sHouse\s|Special\sPresidential|Special\sAdvisor\s(?:to\sthe\sPresident|for\sthe)|Special\sEnvoy(?!\s(?:of|for|to)\b)|(?:Acting\s)?Deputy\sSecretary|Acting\s(?:Assistant|Under)\sSecretary|National\sSecurity\sCouncil|NSC\s|Surgeon\sGeneral)"
)


def read_person(told: Told, mention: Mention) -> Mention | None:
    """The mention of a person as whom the document or the tables settle; None where neither does."""
    if not mention.people and (figure := _by_first_name(told, mention)):
        return as_figure(told, mention, figure)
    if told.language == "ko" and (figure := _by_family(told, mention)) is not None:
        # 이두희 국방부차관 himself stood without a state: he is the publisher's.
        figure.country = figure.country or told.home or HOME[told.language]
        return as_figure(told, mention, figure)
    if not mention.people or is_unlisted(told, mention):
        return _unlisted(told, mention)
    named = _of_the_cast(told, mention)
    if len(named) == 1 and not (is_word(told, mention) and not named[0].titles):
        return as_figure(told, mention, named[0])
    if len(named) > 1:
        return undecided(told, mention, [f.key or "" for f in named])
    if len(mention.name or "") == 1 and not may_be_named(told, narrowed(told, mention)):
        return _in_office_at_home(told, mention)
    return _of_the_tables(told, mention)


def _of_the_cast(told: Told, mention: Mention) -> list[Figure]:
    """Whom of the cast a name of the tables may mean here."""
    named = told.cast.by_key(mention.people)
    if mention.country:
        named = [f for f in named if f.country in (None, mention.country)] or named
    if len(named) > 1:
        named = [f for f in named if f.office in mention.offices] or named
    if len(named) > 1:
        named = [f for f in named if f.full] or named
    if len(named) > 1 and told.last in named and told.last is not None:
        named = [told.last]
    if len(named) == 1 and told.language == "en":
        named = [_longer(told, mention, named[0])]
    return named


def _longer(told: Told, mention: Mention, figure: Figure) -> Figure:
    """King Abdullah where the document has King Abdullah II: he, and not the one of that name."""
    short = f"{mention.name} "
    longer = [
        f for f in told.cast.figures
        if f is not figure and any(name.startswith(short) for name in f.names)
    ]  # fmt: skip
    alone = all(not name.startswith(short) for name in figure.names)
    return longer[0] if len(longer) == 1 and alone else figure


def _of_the_tables(told: Told, mention: Mention) -> Mention | None:
    """Whom a name means that the cast does not have: one of the publisher's state, or candidates."""
    short = len(mention.name or "") < 4
    keys = choose(told.holders, mention.people, told.day, mention.country, mention.offices, short)
    if not mention.country and not mention.office and len(keys) == 1:
        return None
    own = [key for key in keys if told.home in told.holders.people[key].countries]
    if len(own) == 1 and mention.office and mention.country is None:
        return _entered(told, mention, own[0])
    if keys and (mention.country or mention.office):
        return undecided(told, mention, list(keys)) if len(keys) > 1 else mention
    return None


def _in_office_at_home(told: Told, mention: Mention) -> Mention | None:
    """林官房長官: one of several of that surname, when the publisher's state has one in office."""
    if mention.office is None or mention.country is not None or told.home is None:
        return None
    terms = told.holders.at(told.home, mention.offices, told.day)
    keys = {t.person for t in terms} & set(mention.people)
    if len(keys) != 1 or mention.office not in ONE_HOLDER:
        return None
    return _entered(told, mention, keys.pop())


def _entered(told: Told, mention: Mention, key: str) -> Mention:
    """The mention as the person of that key, who enters the cast with it."""
    told.cast.enter(replace(mention, people=(key,)))
    settle_figures(told)
    return as_figure(told, mention, told.cast.by_key([key])[0])


def _by_first_name(told: Told, mention: Mention) -> Figure | None:
    """안와르 총리 where the document has 안와르 이브라힘 말레이시아 총리, who has no family name."""
    name = mention.name or ""
    if told.language not in ("ko", "ja") or len(name) < 2:
        return None
    found = [
        f for f in told.cast.figures
        if f.country and mention.country in (None, f.country)
        and any(name == re.split(r"[\s·・＝]", one)[0] != one for one in f.names)
    ]  # fmt: skip
    return found[0] if len(found) == 1 else None


def _by_family(told: Told, mention: Mention) -> Figure | None:
    """이 차관 where the document has 이두희 국방부차관, whom no table lists."""
    name = mention.name or ""
    if len(name) != 1:
        return None
    title = mention.text.removeprefix(name).strip()
    titled = [f for f in told.cast.figures if any(words.endswith(title) for words in f.titles)]
    found = [
        f for f in titled if title and f.key is None and len(f.name) == 3 and f.name.startswith(name)
    ]  # fmt: skip
    others = any(f.key in mention.people for f in titled)
    return found[0] if len(found) == 1 and not others else None


def _unlisted(told: Told, mention: Mention) -> Mention | None:
    """Somebody of no table: as the document has named him before, with the state it implies."""
    name = mention.name or ""
    foreign = any(figure.country for figure in told.cast.by_surname(name, mention.country))
    titled = bool(mention.office or (mention.covers and told.language == "ko"))
    if mention.country is None and titled and not foreign and _is_own(told, mention):
        mention = replace(mention, country=told.own_state)
    figures = told.cast.by_surname(name, mention.country)
    host = told.fronted or (told.only if mention.office != "president" else None)
    if host and mention.country is None and not foreign and mention.office in _HOSTS:
        # "met with Prime Minister Ariel Henry" in a text that speaks of Haiti alone
        mention = replace(mention, country=host)
    if mention.country is None and told.is_white_house and _AMERICAN.match(_title_in(mention)):
        mention = replace(mention, country="USA")
        for figure in figures:
            figure.country = figure.country or "USA"  # for "Mr. Finer" further down
    if len(figures) == 1:
        found = as_figure(told, mention, figures[0])
        return found if found.country else None
    if mention.state and mention.office:
        former = mention.state == "former"
        office = f"former {mention.office}" if former else f"{mention.office}-elect"
        mention = replace(mention, office=office)
    return mention if mention.country else None


def _title_in(mention: Mention) -> str:
    """The title around a name: before it, or behind it and a comma."""
    if mention.name and mention.text.startswith(f"{mention.name}, "):
        return mention.text.removeprefix(f"{mention.name}, ")
    return mention.text


def _is_own(told: Told, mention: Mention) -> bool:
    """Whether a Korean title without a country is one of Korea's own: the name has one part."""
    return (
        told.language == "ko"
        and told.own_state == "KOR"
        and not re.search(r"[\s·]", mention.name or " ")
    )
