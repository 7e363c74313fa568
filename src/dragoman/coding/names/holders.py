"""Who held which office when: people, their names and surnames, and the office at a day.

In: the rows of holders.csv (and of the user's table). Out: Person and Term values, looked up by
person, by country and office, and by the forms of their names in each language. A person is one
Wikidata id, or one English name with a country where no id is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from dragoman.coding.names.tables import LANGUAGES, Row

__all__ = ["ONE_HOLDER", "Holders", "Person", "Term", "former", "surnames_of"]

# Offices that one person at a time holds; the others (ambassador, spokesperson) never tell who.
ONE_HOLDER = frozenset(
    [
        "president", "prime minister", "supreme leader", "monarch", "crown prince", "party leader",
        "vice president", "foreign minister", "defence minister", "finance minister",
        "trade minister", "unification minister", "national security adviser", "secretary-general",
        "vice foreign minister", "vice defence minister", "chief of staff", "intelligence chief",
        "speaker of parliament", "chief cabinet secretary",
    ]
)  # fmt: skip
# Names written family first in English, and in Korean, Japanese and Chinese without a space.
_FAMILY_FIRST = frozenset({"KOR", "PRK", "CHN", "TWN", "VNM", "HKG", "MAC", "SGP"})
_TWO_SYLLABLES = frozenset(
    [
        "남궁",
        "황보",
        "선우",
        "제갈",
        "독고",
        "사공",
        "서문",
        "동방",
        "夏侯",
        "欧阳",
        "歐陽",
        "司马",
        "司馬",
        "诸葛",
        "上官",
    ]
)
# Japanese family names have two characters as a rule; these people's have one, these names three.
_ONE_KANJI = frozenset(
    [
        "林芳正",
        "林幹雄",
        "菅直人",
        "菅義偉",
        "森健良",
        "辻清人",
        "岸信夫",
        "原和也",
        "垂秀夫",
        "森喜朗",
        "堤義明",
        "关芳弘",
    ]
)
_THREE_KANJI = (
    "小野寺",
    "長谷川",
    "佐々江",
    "五百旗",
    "小此木",
    "久保田",
    "中曽根",
    "小田原",
    "萩生田",
    "与謝野",
    "海江田",
    "佐々木",
    "小宮山",
    "宇都宮",
    "五十嵐",
    "二階堂",
    "小笠原",
    "中曾根",
    "与谢野",
    "與謝野",
    "长谷川",
)
_NUMERAL = re.compile(r"[IVX]+|\d+세|Jr\.|Sr\.")
_PARTICLES = frozenset(
    [
        "von",
        "van",
        "de",
        "der",
        "den",
        "del",
        "della",
        "di",
        "da",
        "dos",
        "du",
        "la",
        "le",
        "al",
        "bin",
        "ibn",
        "ben",
        "bint",
        "el",
        "ter",
    ]
)


@dataclass(frozen=True, slots=True)
class Term:
    """An office held for a country or body from ``start`` to ``end`` (ISO, "" when open)."""

    person: str
    country: str
    office: str
    start: str
    end: str

    def covers(self, day: str | None) -> bool:
        """Whether the term holds on ``day``, counting a partial date as long as it may be."""
        if day is None:
            return True
        return (not self.start or self.start <= day[: len(self.start)]) and (
            not self.end or day[: len(self.end)] <= self.end
        )


@dataclass(slots=True)
class Person:
    """A person of the tables: ``key`` is the Wikidata id or COUNTRY-name, ``names`` by language."""

    key: str
    names: dict[str, list[str]] = field(default_factory=dict)
    terms: list[Term] = field(default_factory=list)

    @property
    def countries(self) -> frozenset[str]:
        """Countries and bodies the person acted for."""
        return frozenset(term.country for term in self.terms)

    def called(self, language: str) -> str | None:
        """The name in a language, else in English; None when the tables have neither."""
        names = self.names.get(language) or self.names.get("en")
        return names[0] if names else None


def former(term: Term, day: str | None) -> bool:
    """Whether the term had ended on ``day``."""
    return bool(day and term.end and term.end < day[: len(term.end)])


def _japanese_family(name: str) -> str:
    if name.startswith(_THREE_KANJI):
        return name[:3]
    return name[:1] if name in _ONE_KANJI else name[:2]


def surnames_of(name: str, language: str, countries: Iterable[str]) -> list[str]:
    """What can stand for a full name before a title or alone: its family name, as written."""
    countries = set(countries)
    if language == "ja":
        if re.search(r"[ァ-ヶ]", name):
            parts = re.split(r"[・＝=\s]", name)
            pick = parts[0] if countries & _FAMILY_FIRST and not countries & {"SGP"} else parts[-1]
            return [pick] if len(pick) > 1 else []
        if "JPN" in countries:
            return [_japanese_family(name)] if len(name) > 2 else []
        return [name[:2] if name[:2] in _TWO_SYLLABLES else name[:1]] if len(name) < 5 else []
    if language == "zh":
        if "·" in name or "・" in name:
            return [re.split(r"[·・]", name)[-1]]
        if "JPN" in countries and len(name) > 2:
            return [_japanese_family(name)]
        if countries & {"KOR", "PRK", "CHN", "TWN", "VNM", "HKG", "MAC", "SGP"} and len(name) < 5:
            return [name[:2] if name[:2] in _TWO_SYLLABLES else name[:1]]
        return []
    words = name.split()
    if language == "ko":
        if len(words) == 1:
            closed = len(name) <= 4 and countries & (_FAMILY_FIRST | {"JPN"})
            return [name[:2] if name[:2] in _TWO_SYLLABLES else name[:1]] if closed else []
        if "JPN" in countries:
            return [words[0]]
        if "VNM" in countries:
            return [words[-1]]
        return [words[-1]]
    if len(words) == 1:
        return []
    if language == "en":
        if countries & (_FAMILY_FIRST - {"SGP"}) and not re.search(
            r"[a-z]{2}-?[a-z]* [A-Z]\.", name
        ):
            found = [words[0]]
            return [*found, words[-1]] if "VNM" in countries else found
    elif countries & _FAMILY_FIRST:
        return [words[0]]
    at = len(words) - 1
    while at > 1 and words[at - 1].lower() in _PARTICLES:
        at -= 1
    found = [" ".join(words[at:])]
    if at < len(words) - 1:
        found.append(words[-1])
    elif len(words) > 2 and words[-2][0].isupper() and len(words[-2]) > 3:
        found.append(" ".join(words[-2:]))  # López Obrador
    return [name for name in found if len(name) > 1 and not _NUMERAL.fullmatch(name)]


class Holders:
    """All people of the tables, with the ways to find them."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self.people: dict[str, Person] = {}
        self.terms: dict[tuple[str, str], list[Term]] = {}
        by_name: dict[tuple[str, str], str] = {}
        for row in rows:
            names = row.forms("en")
            slug = re.sub(r"[^a-z0-9]+", "-", names[0].lower()).strip("-")
            named = (row["country"], slug)
            # A row without an id is the person of the same name and country that has one.
            key = row["qid"] or by_name.get(named) or f"{row['country']}-{slug}"
            if row["qid"] and by_name.get(named, key) != key and not by_name[named].startswith("Q"):
                self._rename(by_name[named], key)
            by_name[named] = key
            person = self.people.setdefault(key, Person(key))
            for language in LANGUAGES:
                known = person.names.setdefault(language, [])
                known.extend(form for form in row.forms(language) if form not in known)
            term = Term(key, row["country"], row["office"], row["start"], row["end"])
            person.terms.append(term)
            self.terms.setdefault((term.country, term.office), []).append(term)

    def _rename(self, old: str, new: str) -> None:
        person = self.people.pop(old)
        target = self.people.setdefault(new, Person(new))
        for language, names in person.names.items():
            known = target.names.setdefault(language, [])
            known.extend(name for name in names if name not in known)
        for term in person.terms:
            moved = Term(new, term.country, term.office, term.start, term.end)
            target.terms.append(moved)
            listed = self.terms[(term.country, term.office)]
            listed[listed.index(term)] = moved

    def at(self, country: str, offices: Iterable[str], day: str | None) -> list[Term]:
        """Terms of a country's offices that hold on ``day``; none when the day is unknown."""
        if day is None:
            return []
        return [
            term
            for office in offices
            for term in self.terms.get((country, office), ())
            if term.covers(day)
        ]
