"""Who met in a Russian readout whose sentence does not name both: «Состоялась встреча с послом Индии».

In: the scene, a sentence, the words that name an encounter, the parties that acts/arguments_ru.py found. Out:
the same, with the state that publishes and the two whom the headline names filled in. When and how
they met is left to meetings/made.py.
"""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman.coding.cues.cue import Cue
from dragoman.coding.names.mention import Mention
from dragoman.coding.people.main_pair import find_main_pair
from dragoman.coding.people.own_text import is_own_text
from dragoman.coding.people.parties import Party, countries_of, party_of, state_at
from dragoman.coding.scene import Scene, Sentence

__all__ = ["complete_talks", "headline_pair", "inner_part"]

_Groups = list[list[Party]]
# Words for an encounter that stand alone: Состоялся обмен мнениями, Переговоры прошли в Сеуле.
_NOUN = re.compile(
    r"(?:встреч|переговор|телефонн|бесед|консультац|политконсультац|обмен\sмнениями|разговор|раунд|саммит)",
    re.IGNORECASE,
)
_TOOK_PLACE = re.compile(
    r"состоял|прош(?:л|[её]л)|прове[лд]|продолжил|длил|завершил|был[аи]?\b", re.IGNORECASE
)
_TALKS = re.compile(
    r"встре(?:ч|тил)|переговор|разговор|консультац|бесед|визит|приня|обсуди|поездк|посети|созвон|контакт|диалог",
    re.IGNORECASE,
)
_OWN_TRIP = re.compile(r"посети|побыва|прибы|визит|поездк|находил", re.IGNORECASE)
# с заместителем министра цифрового развития Малайзии: the office is the companion, its state says whose.
_OFFICE = re.compile(
    r"\bсо?\s(?:[а-яё-]+(?:ым|им|ой|ей)\s){0,2}(?:[Мм]инистром|(?:перв\w+\s)?[Зз]аместителем|[Зз]амминистра|[Пп]ослом|[Чч]резвычайным|госсекретар[её]м|[Гг]лавой|[Пп]редседателем|директором|[Пп]редставителем|спецпредставителем|"
    r"руководителем|руководством|[Пп]резидентом|[Пп]ремьер-министром|спикером|советником|делегацией|секретар[её]м|[Кк]оролевством|[Рр]еспубликой|вице-премьером)\s(?:[А-Яа-яё,-]+\s){0,8}$"
)


def headline_pair(scene: Scene) -> list[Party]:
    """The two whom the headline of a government's own text says to have talked."""
    title = next((s for s in scene.sentences if s.role == "title"), None)
    if (
        title is None
        or not is_own_text(scene.document, scene.sentences)
        or not _TALKS.search(title.text)
    ):
        return []
    return find_main_pair(scene)


def _home(scene: Scene, sentence: Sentence) -> list[Party]:
    code = scene.document.publisher_country
    if not code or not is_own_text(scene.document, scene.sentences):
        return []
    return [state_at(code, sentence.start, sentence.end)]


def _hero(scene: Scene) -> Mention | None:
    """Who opens a headline that tells of talks: «Путин провёл ряд двусторонних встреч»."""
    title = next((s for s in scene.sentences if s.role == "title"), None)
    if title is None or not _TALKS.search(title.text):
        return None
    first = next((m for m in title.mentions if m.kind in ("person", "office") and m.country), None)
    return first if first is not None and first.start - title.start <= 2 else None


def complete_talks(
    scene: Scene, sentence: Sentence, cues: list[Cue], found: re.Match[str], subject: list[Party],
    groups: _Groups,
) -> tuple[list[Party], _Groups]:  # fmt: skip
    """The parties of the words ``found``, completed where the text itself settles who is meant."""
    text = sentence.text
    if not groups:
        groups = _by_office(sentence, found, subject)
    if groups and not subject and (home := _home(scene, sentence)):
        others = {p.country for g in groups for p in g}
        if home[0].country not in others and len(others) == 1:
            return home, groups
    hero = _hero(scene) if groups and not subject else None
    if hero is not None and hero.country not in {p.country for g in groups for p in g}:
        return party_of(hero), groups
    if groups or len(countries_of(subject)) > 1:
        return subject, groups
    pair = headline_pair(scene)
    codes = set(countries_of(pair))
    named = {m.country for m in sentence.mentions if m.country and m.kind in ("person", "office", "body")}  # fmt: skip
    around = text[max(0, found.start() - 60) : found.end() + 80]
    if (
        len(pair) == 2 and _NOUN.match(found.group()) and _TOOK_PLACE.search(around)
        and named <= codes and set(countries_of(subject)) <= codes
    ):  # fmt: skip
        return pair, []
    return subject, groups


def _by_office(sentence: Sentence, found: re.Match[str], subject: list[Party]) -> _Groups:
    own = set(countries_of(subject))
    for m in sentence.mentions:
        start = m.start - sentence.start
        if (
            start < found.end()
            or start - found.end() > 160
            or m.kind not in ("state", "person", "body")
        ):
            continue
        if not m.country or m.country in own:
            continue
        if _OFFICE.search(sentence.text[found.end() - 1 : start]):
            return [
                [Party(m.country, m.name, m.actor, m.office, m.sector, m.start, m.end, (), True)]
            ]
        break
    return []


# «Встречались в Тяньцзине. А в декабре готовится визит», — сказал он: sentences within one quotation.
_INNER = re.compile(r"(?<=[а-яё]{3})[.!?…]\s(?=[А-ЯЁ—])")


def inner_part(sentence: Sentence, cues: list[Cue], at: int) -> tuple[Sentence, list[Cue]]:
    """The sentence with the days and towns of that one alone, within a quotation, in which ``at`` stands."""
    marks = [found.end() for found in _INNER.finditer(sentence.text)]
    if not marks:
        return sentence, cues
    left = sentence.start + max((mark for mark in marks if mark <= at), default=0)
    right = sentence.start + min((mark for mark in marks if mark > at), default=len(sentence.text))
    kept = [
        i for i, m in enumerate(sentence.mentions) if m.kind != "place" or left <= m.start < right
    ]
    own = replace(
        sentence, mentions=[sentence.mentions[i] for i in kept],
        dates=[d for d in sentence.dates if left <= d.start < right],
    )  # fmt: skip
    return own, [cues[i] for i in kept]
