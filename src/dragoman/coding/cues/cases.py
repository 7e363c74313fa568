"""The case of a Russian mention: which words it may be subject or object of.

In: the text of a mention, and what stands before it. Out: the cases that its form allows, as a
string of letters: n nominative, g genitive, d dative, a accusative, i instrumental,
p prepositional. Word order is free ("Россию осудили США"), so the form tells; where it does not
(США, КНР, МИД never change) all six letters come back and the order decides.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib import resources

from dragoman.languages.ru import cases_of_name

__all__ = ["ALL_CASES", "cases_of"]

ALL_CASES = "ngdaip"
# Offices and the like with which a mention opens; animate, so that accusative equals genitive.
_PERSONS = (
    "министр президент премьер премьер-министр вице-премьер вице-президент посол посланник лидер глава канцлер король принц"
    " госсекретарь секретарь генсек представитель спикер председатель дипломат замминистра заместитель спецпредставитель"
    " спецпосланник консул помощник советник директор генерал губернатор депутат султан эмир шейх папа император"
    " коллега пресс-секретарь командующий владимир сергей дмитрий юрий дональд александр виктор олаф эммануэль джозеф джейкоб джон"
    " марк майкл антонио николас реджеп кир нарендра уолтер дэвид питер павел вячеслав алексей андрей михаил игорь антон"
)  # fmt: skip
_THINGS = (
    "министерство правительство парламент посольство ведомство агентство канцелярия администрация армия делегация сторона"
    " страна власть полиция сенат конгресс совет союз комиссия организация госдепартамент пентагон кремль альянс лига"
    " ассоциация группа суд служба хунта движение партия разведка население народ флот лидеры"
)  # fmt: skip
_PLURALS = {
    "власти": "na", "властей": "g", "властям": "d", "властями": "i", "войска": "na", "войск": "g", "войскам": "d",
    "министры": "n", "президенты": "n", "лидеры": "n", "лидеров": "ga", "лидерам": "d", "лидерами": "i", "главы": "ng",
    "послы": "n", "послов": "ga", "послам": "d", "дипломаты": "n", "дипломатов": "ga", "представители": "n",
    "представителей": "ga", "стороны": "nga", "страны": "nga", "стран": "g", "военные": "n", "военных": "gap",
    "замминистра": ALL_CASES, "главе": "dp", "главу": "a", "главой": "i", "глава": "n", "папы": "g", "папу": "a",
    "соединённые": "na", "соединенные": "na", "соединённых": "g", "соединенных": "g", "соединённым": "d", "соединенным": "d",
    "соединёнными": "i", "соединенными": "i", "штаты": "na", "штатов": "g", "штатам": "d", "штатами": "i", "штатах": "p",
    "эмираты": "na", "эмиратов": "g", "эмиратам": "d", "эмиратами": "i", "коллеги": "ng", "коллег": "ga", "коллегам": "d",
    "коллегами": "i", "партнёры": "n", "партнеры": "n", "партнёров": "ga", "партнеров": "ga", "партнёрам": "d", "партнерам": "d",
    "дипломатам": "d", "дипломатами": "i", "солдаты": "n", "пограничники": "n", "пограничников": "ga", "гости": "n", "гостей": "ga",
    "силы": "na", "делегации": "ngdp", "посольства": "ng",
}  # fmt: skip
_ADJECTIVES = (
    ("ого", "ga"), ("его", "ga"), ("ому", "d"), ("ему", "d"), ("ыми", "i"), ("ими", "i"), ("ую", "a"), ("юю", "a"),
    ("ые", "na"), ("ие", "na"), ("ых", "gap"), ("их", "gap"), ("ым", "id"), ("им", "id"), ("ом", "p"), ("ем", "p"),
    ("ая", "n"), ("яя", "n"), ("ое", "na"), ("ее", "na"), ("ый", "na"), ("ий", "na"), ("ой", "gdip"), ("ей", "gdip"),
)  # fmt: skip
_ADJECTIVE = re.compile(
    r"(?:ск|цк|ш|щ|вш|н|в|т)(?:ого|его|ому|ему|ыми|ими|ую|юю|ые|ие|ых|их|ым|им|ом|ем|ая|яя|ое|ее|ый|ий|ой|ей)$"
)
# A name that no table knows: by its ending, for a man's or a woman's name alike.
_ENDINGS = (
    ("ом", "i"), ("ем", "i"), ("ём", "i"), ("ым", "i"), ("ой", "gdip"), ("ей", "ngdip"), ("у", "da"), ("ю", "da"),
    ("а", "nga"), ("я", "nga"), ("е", "dp"), ("ы", "ng"), ("и", "ngdp"), ("ь", "n"), ("й", "n"),
)  # fmt: skip
_FIRST = re.compile(
    r"(?:[Юю]жн|[Сс]еверн|[Сс]аудовск|[Нн]ов|[Вв]осточн|[Бб]ел|[Ее]вропейск|[Вв]ерховн)(?:ая|ой|ую|ый|ого|ому|ым|ом|ое)$"
)
_WORD = re.compile(r"[А-ЯЁа-яёA-Za-z][\w-]*")


@cache
def _forms() -> dict[str, str]:
    """Word form in lower case -> cases, for offices, bodies and the names of states."""
    forms: dict[str, set[str]] = {}

    def add(lemma: str, animate: bool) -> None:
        for form, letters in cases_of_name(lemma, animate).items():
            forms.setdefault(form.lower(), set()).update(letters)

    for word in _PERSONS.split():
        add(word, animate=True)
    for word in _THINGS.split():
        add(word, animate=False)
    text = resources.files("dragoman.data").joinpath("states.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(text.splitlines()):
        for name in row["ru"].split(";"):
            if len(name.split()) == 1:
                add(name.strip(), animate=False)
    text = resources.files("dragoman.data").joinpath("seats.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(text.splitlines()):
        for name in row["ru"].split(";"):
            if len(name.split()) == 1 and name:
                add(name.strip(), animate=False)
    known = {form: "".join(c for c in ALL_CASES if c in letters) for form, letters in forms.items()}
    return known | _PLURALS


def _of_word(word: str) -> str:
    if known := _forms().get(word.lower()):
        return known
    if word.isupper() or not re.search(r"[а-яё]$", word):
        return ALL_CASES
    if _FIRST.match(word) or (
        _ADJECTIVE.search(word)
        and (word[0].islower() or re.search(r"ск(?:ий|ого|ая|ой|ую|ие|их|ому|им|ими|ое)$", word))
    ):
        return next(cases for ending, cases in _ADJECTIVES if word.endswith(ending))
    if word[0].isupper() and word[-1] in "оэё":
        return ALL_CASES  # Лукашенко, Болсонаро
    for ending, cases in _ENDINGS:
        if word.endswith(ending):
            return cases
    return "n" if word[0].isupper() else "na"


@cache
def cases_of(text: str) -> str:
    """Cases that the form of a mention allows, in the order of ALL_CASES."""
    words = _WORD.findall(text)
    if not words:
        return ALL_CASES
    first = _of_word(words[0])
    if len(words) == 1 or len(first) == 1:
        return first
    # Сергея Лаврова, Южную Корею, иранского посла: the words agree, so each narrows the other. What
    # follows an office or a body (министр России, МИД Дании) is its genitive and says nothing.
    if _FIRST.match(words[0]) or _ADJECTIVE.search(words[0]):
        follow = [words[1]]
    elif words[0][0].isupper() and not words[0].isupper() and words[1][0].isupper():
        follow = [words[1], words[-1]]
    else:
        return first
    return _narrow(first, follow)


def _narrow(first: str, follow: list[str]) -> str:
    for word in follow:
        own = _of_word(word)
        both = "".join(c for c in first if c in own)
        # Си Цзиньпином: a given name that never changes says nothing, the family name all.
        first = both or (own if len(own) == 1 else first)
    return first
