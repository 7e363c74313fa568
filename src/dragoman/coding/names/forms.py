"""Surface forms of one language and how they are found: text -> Atoms, longest first.

In: Tables, Holders. Out: Lexicon per language, whose ``scan`` gives the atoms of a text: states,
bodies, ministries, offices, names, places, joint phrases. Which atoms belong together is left to
names/joining.py; whether a word stands for a part of another word (이란 in 평화란, 인도 in 인도적) is
decided here, by boundaries and the guards of actor_words.csv.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.coding.names.holders import Holders, surnames_of
from dragoman.coding.names.spellings import (
    inflect_head,
    lower_title,
    name_forms,
    plural,
    russian_forms,
)  # fmt: skip
from dragoman.coding.names.tables import Row, Tables
from dragoman.languages.ru import inflect
from dragoman.languages.zh import TO_SIMPLIFIED

__all__ = ["Atom", "Entry", "Lexicon", "Title", "fold"]


@dataclass(frozen=True, slots=True)
class Title:
    """One row of the offices that a title may mean; ``covers`` when the title is generic."""

    office: str
    covers: tuple[str, ...]
    country: tuple[str, ...]
    level: str
    sector: str


@dataclass(frozen=True, slots=True)
class Entry:
    """What a form means. ``kind`` is one letter:

    S state, C capital or seat, B body, M ministry, O office, N full name, F family name, P place,
    J joint phrase, R pronoun, Y compound, X former or elect, H courtesy title, T posting
    (주한, 駐米, to Japan), - nothing (a blocked form). ``countries`` are codes: one for a state, the
    members of a compound, none when open. ``people`` are keys of holders.
    """

    kind: str
    countries: tuple[str, ...] = ()
    value: str = ""
    sector: str = ""
    adjective: bool = False
    titles: tuple[Title, ...] = ()
    people: tuple[str, ...] = ()
    city: str = ""
    geonames: int = 0
    population: int = 0


@dataclass(frozen=True, slots=True)
class Atom:
    """A form at its place [start, end) with the entries it may mean, likeliest first."""

    start: int
    end: int
    entries: tuple[Entry, ...]

    @property
    def kind(self) -> str:
        """Kind of the likeliest entry."""
        return self.entries[0].kind


_ALIKE = {
    "’": "'", "‘": "'", "ʼ": "'", "–": "-", "‑": "-", "−": "-", "ё": "е", "Ё": "Е",
    "\u00a0": " ", "\u3000": " ", "ㆍ": "·", "‧": "·", "•": "·", "･": "·", "∙": "·", "⋅": "·",
}  # fmt: skip
_FOLDED: dict[str, dict[int, int]] = {}


def _folding(language: str) -> dict[int, int]:
    table = {0xFF01 + i: 0x21 + i for i in range(94)}  # full-width letters and digits
    for code in range(0xF900, 0xFB00):  # Han of old Korean and Taiwanese charsets
        plain = unicodedata.normalize("NFKC", chr(code))
        if len(plain) == 1:
            table[code] = ord(plain)
    table.update({ord(old): ord(new) for old, new in _ALIKE.items()})
    if language == "ja":
        table.update(dict.fromkeys(map(ord, "·･‧•ㆍ"), ord("・")))
    else:
        table[ord("・")] = ord("·")
    if language == "zh":
        table.update(TO_SIMPLIFIED)
    return table


def fold(text: str, language: str) -> str:
    """The text with its variants of one character made alike; every offset stays."""
    if language not in _FOLDED:
        _FOLDED[language] = _folding(language)
    return text.translate(_FOLDED[language])


_ORDER = "YJTOMBNSCRHXPF-"
_HANGUL = "가-힣"
_HAN = "一-龥々〇"
_KATAKANA = "ァ-ヶーｦ-ﾟ"
# What may follow a Korean name in the same word. Longest alternatives need not come first: the
# whole tail must match.
_TAIL = re.compile(
    r"(?:들|님|씨|측|당국|정부|군|군부)?(?:은|는|이|가|을|를|와|과|의|에|에서|에게|에게서|께|께서|께서는|도|만|까지|부터|으로"
    r"|로|으로부터|로부터|으로서|로서|에는|에도|에서는|에서도|에서의|에의|로의|으로의|와의|과의|와는|과는|와도|과도|보다"
    r"|처럼|마저|조차|이나|나|이며|며|이고|이란|란|이라는|라는|이라고|라고|이자|이다|입니다|였다|이었다|이라며|라며|라|하고"
    r"|이랑|랑|뿐|간|간의|내|내에서|내의|등|등이|등과|등의|등은|등을|이든|든|이냐|인데|이지만|지만|에만|까지도|에게는"
    r"|에게도|에선|에겐|께선|으론|로는|으로는|로도|부터는|까지는|와만|과만|만의|만이|만은|식|발|여|이여)?"
)
_COPULA = re.compile(r"(?:인|일|이던|였던|이었던|인가|이기도|이기에)")
_STATE_NOUN = re.compile(
    r"(?:핵|문제|인권|정세|주민|매체|당국자|관계|대표단|대표|특사|대사|대선|국민|경제|언론|외교|군부|관영|내부|전역|지도부|체제"
    r"|정권|측|방문|순방|대통령|총리|외교부|외무|국방|의회|주재|최고|출신|현지|본토|국채|기업|해군|공군|육군|해경|선박)"
)
_NAME_NOUN = re.compile(r"(?:대통령|총리|장관|위원장|주석|정부|행정부|정권|체제|시대)")
_HANGUL_RUN = re.compile(r"[가-힣]*")


class Lexicon:
    """All forms of one language."""

    def __init__(self, language: str, tables: Tables, holders: Holders) -> None:
        self.language = language
        self.spaced = language in ("en", "ru")
        self.forms: dict[str, list[Entry]] = {}
        self.guards: dict[str, list[tuple[str, re.Pattern[str], re.Pattern[str]]]] = {}
        self.words: dict[str, list[Row]] = {}
        for row in tables["word"]:
            if row["language"] == language:
                self.words.setdefault(row["kind"], []).append(row)
        self._add_states(tables)
        self._add_bodies(tables)
        self._add_offices(tables)
        self._add_people(holders)
        self._add_words()
        self.final: dict[str, tuple[Entry, ...]] = {}
        self.heads: dict[str, tuple[int, ...]] = {}
        self.seal()

    # ------------------------------------------------------------------ building
    def add(self, form: str, entry: Entry) -> None:
        """Let ``form`` mean ``entry`` too."""
        known = self.forms.setdefault(fold(form, self.language), [])
        if entry not in known:
            known.append(entry)

    def seal(self) -> None:
        """Order the entries of each form and index the forms by their first two characters."""
        self.final = {
            form: tuple(sorted(entries, key=lambda e: _ORDER.index(e.kind)))
            for form, entries in self.forms.items()
        }
        heads: dict[str, set[int]] = {}
        for form in self.final:
            heads.setdefault(form[:2], set()).add(len(form))
        self.heads = {head: tuple(sorted(sizes, reverse=True)) for head, sizes in heads.items()}

    def _variants(self, form: str, kind: str) -> Iterable[str]:
        """The ways a form of the tables is written in running text."""
        if self.language == "ru":
            head, plus, rest = form.partition("+")
            if kind in "OM" and not head.isupper():
                heads = inflect(head) if kind == "O" or head.islower() or plus else [head]
                first, hyphen, second = head.partition("-")
                if hyphen and second.islower() and " " not in head:
                    # премьер-министром, вице-президента: the first part stays.
                    heads = [*heads, *(f"{first}-{form}" for form in inflect(second))]
            elif kind in "SCP" and not head.isupper():
                heads = inflect(head)
                if head.startswith("Республика "):
                    heads = [*heads, *inflect_head(head)]  # Министр Республики Корея
            elif kind == "B" and not head.isupper() and "«" not in head:
                heads = inflect_head(head)
            else:
                heads = [head]
            for one in heads:
                whole = f"{one} {rest}" if plus else one
                yield whole
                if kind in "SOMJ" and whole[:1].islower():
                    yield (
                        whole[:1].upper() + whole[1:]
                    )  # at the head of a sentence: Сомалийский МИД
            return
        yield form
        if self.language == "en":
            if kind == "O" or (kind == "M" and re.search(r"Ministry|Department", form)):
                lower = lower_title(form)
                yield lower
                yield lower[:1].upper() + lower[1:]
                yield form.title() if form.islower() else form
            elif kind == "J":
                yield form[:1].upper() + form[1:]
                if form.startswith("the "):
                    yield form.removeprefix("the ")
        elif self.language == "ko" and " " in form and kind in "SBMOJ":
            yield form.replace(" ", "")
            words = form.split(" ")
            if len(words) > 2:
                yield "".join(words[:-1]) + " " + words[-1]
                yield words[0] + " " + "".join(words[1:])

    def _put(self, forms: Iterable[str], entry: Entry) -> None:
        for form in forms:
            for variant in self._variants(form, entry.kind):
                self.add(variant, entry)

    def _add_states(self, tables: Tables) -> None:
        for row in tables["state"]:
            geonames = int(row["geonames"] or 0)
            state = Entry("S", (row["code"],), sector="GOV", geonames=geonames)
            self._put(row.forms(self.language), state)
            if self.spaced:
                adjective = Entry("S", (row["code"],), sector="GOV", adjective=True)
                for form in row.forms(f"{self.language}_adj"):
                    self._put([form], adjective)
        for row in tables["seat"]:
            self._put(
                row.forms(self.language),
                Entry("C", (row["country"],), sector="GOV", city=row["city"],
                      geonames=int(row["geonames"] or 0), population=10**8),
            )  # fmt: skip
        for row in [*tables["venue"], *tables["place"]]:
            self._put(
                row.forms(self.language),
                Entry("P", (row["country"],), city=row["city"],
                      geonames=int(row["geonames"] or 0), population=10**8),
            )  # fmt: skip

    def _add_bodies(self, tables: Tables) -> None:
        for row in tables["body"]:
            self._put(row.forms(self.language), Entry("B", (row["code"],), sector=row["sector"]))
        for row in tables["ministry"]:
            countries = (row["country"],) if row["country"] else ()
            entry = Entry("M", countries, value=row["ministry"], sector=row["sector"])
            self._put(row.forms(self.language), entry)

    def _add_offices(self, tables: Tables) -> None:
        titles: dict[str, list[Title]] = {}
        for row in tables["office"]:
            title = Title(
                row["office"], tuple(row.forms("covers")), tuple(row.forms("country")),
                row["level"], row["sector"],
            )  # fmt: skip
            for form in row.forms(self.language):
                for variant in self._variants(form, "O"):
                    known = titles.setdefault(variant, [])
                    if title not in known:
                        known.append(title)
        for form, found in titles.items():
            self.add(form, Entry("O", titles=tuple(found)))
            if self.language == "en" and (several := plural(form)) is not None:
                self.add(several, Entry("O", titles=tuple(found), value="plural"))

    def _add_people(self, holders: Holders) -> None:
        names: dict[str, set[str]] = {}
        families: dict[str, set[str]] = {}
        for key, person in holders.people.items():
            countries = person.countries
            spellings = person.names.get(self.language, ())
            for name in spellings:
                own = surnames_of(name, self.language, countries)
                if "JPN" in countries and self.spaced and spellings:
                    # Takeshi Iwaya stands first in the tables; Iwaya Takeshi is the same family.
                    own = surnames_of(spellings[0], self.language, countries)
                whole = families if name in own else names
                if self.language == "zh" and not own and "·" not in name and len(name) < 8:
                    # 布林肯 beside 安东尼·布林肯: the short form is the family name.
                    long_forms = [n for n in person.names["zh"] if "·" in n]
                    whole = families if long_forms else names
                for form in (
                    russian_forms(name)
                    if self.language == "ru"
                    else name_forms(name, self.language)
                ):
                    whole.setdefault(form, set()).add(key)
                for family in own:
                    if _NO_FAMILY.fullmatch(family):
                        continue
                    for form in inflect(family) if self.language == "ru" else [family]:
                        families.setdefault(form, set()).add(key)
        for form, keys in names.items():
            if len(form) > 1:
                self.add(form, Entry("N", people=tuple(sorted(keys))))
        self.families = {
            fold(form, self.language): tuple(sorted(keys)) for form, keys in families.items()
        }
        for form, people in self.families.items():
            # Family names of one syllable (조, 岸, 赵) are looked for beside titles only.
            if len(form) > (2 if self.language == "ru" else 1):
                self.add(form, Entry("F", people=people))

    def _add_words(self) -> None:
        kinds = {"joint": "J", "pronoun": "R", "former": "X", "honour": "H", "block": "-"}
        for kind, letter in kinds.items():
            for row in self.words.get(kind, ()):
                self._put(row.forms("forms"), Entry(letter, value=row["value"]))
        for kind in ("guard", "needs", "joint", "pronoun"):
            for row in self.words.get(kind, ()):
                if not row["before"] and not row["after"]:
                    continue
                rule = (kind, re.compile(row["before"]), re.compile(row["after"]))
                for form in row.forms("forms"):
                    for variant in self._variants(form, "J"):
                        self.guards.setdefault(fold(variant, self.language), []).append(rule)

    # ------------------------------------------------------------------ finding
    def match(self, text: str, at: int) -> Atom | None:
        """The longest form that stands at ``at`` with its boundaries, or None."""
        heads = self.heads
        for size in (*heads.get(text[at : at + 2], ()), *heads.get(text[at : at + 1], ())):
            form = text[at : at + size]
            entries = self.final.get(form) if len(form) == size else None
            if entries and self._stands(text, at, at + size, entries):
                if form in self.guards:
                    entries = self._guarded(text, at, at + size, form, entries)
                    if not entries:
                        continue
                return Atom(at, at + size, entries)
        return None

    def _guarded(
        self, text: str, start: int, end: int, form: str, entries: tuple[Entry, ...]
    ) -> tuple[Entry, ...]:
        before, after = text[max(0, start - 24) : start], text[end : end + 24]
        for kind, left, right in self.guards[form]:
            if kind == "needs":
                passed = bool(left.search(before) or right.search(after))
            else:
                passed = bool(left.search(before) and right.search(after))
            if not passed:
                # Names and offices spelled alike are not what the guard is about.
                return tuple(e for e in entries if e.kind in "NOF")
        return entries

    def _stands(self, text: str, start: int, end: int, entries: tuple[Entry, ...]) -> bool:
        before = text[start - 1] if start else " "
        after = text[end] if end < len(text) else " "
        first, last = text[start], text[end - 1]
        if first.isascii() and first.isalnum() and before.isascii() and before.isalnum():
            return False
        if last.isascii() and last.isalnum() and after.isascii() and after.isalnum():
            return False
        kind = entries[0].kind
        if self.language == "ko":
            return kind in "-X" or self._korean_end(text, end, kind)
        if self.spaced:
            if after.isalnum() or before.isalnum():
                return False
            # U.S.-led, Iran-backed: the state is no actor there. Chains are names/compounds.py's.
            if kind in "SCB" and after == "-" and _LOWER.match(text, end + 1):
                return False
            return not (kind in "SCB" and self.language == "en" and _ORIGIN.match(text, end))
        if self.language == "ja" and kind != "-":
            if re.match(f"[{_KATAKANA}]", first) and re.match(f"[{_KATAKANA}]", before):
                return False
            if re.match(f"[{_KATAKANA}]", last) and re.match(f"[{_KATAKANA}]", after):
                return self.match(text, end) is not None
            if kind == "N" and len(text[start:end]) == 2 and re.match(f"[{_HAN}]", before):
                return False
        return True

    def _korean_end(self, text: str, end: int, kind: str) -> bool:
        """Whether what follows in the same word is particles, or begins another form."""
        run = _HANGUL_RUN.match(text, end)
        tail = run.group() if run else ""
        if not tail or _TAIL.fullmatch(tail):
            return True
        if kind in "SCB" and _STATE_NOUN.match(tail):
            return True
        if kind in "NOMF" and _COPULA.fullmatch(tail):
            return True
        if kind in "NF" and _NAME_NOUN.match(tail):
            return True
        if kind in "SCBMNFY" and len(tail) > 1:
            follow = self.match(text, end)
            return follow is not None and follow.kind in "OMBSH"
        return kind == "J" and tail[0] in "은는이가의을를도과와간에"

    def _broken_off(self, text: str, atom: Atom, done: int) -> bool:
        """沙拉 in 玛哈沙拉堪府: a short name is no piece of a longer one spelled by sound."""
        if self.language != "zh" or atom.kind != "F" or atom.start == done:
            return False
        return text[atom.start - 1 : atom.start] in _SPELLED and len(atom.entries) == 1

    def starts(self, text: str) -> Iterable[int]:
        """Where a form may begin."""
        if self.spaced:
            return [m.start() for m in _WORD_START.finditer(text)]
        if self.language == "ko":
            return [m.start() for m in _KOREAN_START.finditer(text)]
        return range(len(text))

    def scan(self, text: str, fixed: Iterable[Atom] = ()) -> list[Atom]:
        """Atoms of the text, longest first from the left, never overlapping.

        ``fixed`` are atoms already found (compounds); they stand unless a longer form begins
        before them.
        """
        given = {atom.start: atom for atom in fixed}
        starts = sorted({*self.starts(text), *given}) if given else self.starts(text)
        found: list[Atom] = []
        done = 0
        for start in starts:
            if start < done:
                continue
            at = start
            while at < len(text):
                atom = given.get(at) or self.match(text, at)
                if atom is None or (at == start and self._broken_off(text, atom, done)):
                    break
                found.append(atom)
                at = atom.end
                if self.spaced:
                    break
            done = max(at, done)
        return [atom for atom in found if atom.kind != "-"]


# Characters that spell foreign names in Chinese and seldom end a word before one.
_SPELLED = frozenset(
    "阿埃巴贝贝博布查茨茲达達迪杜菲费費弗戈哈赫霍基吉贾賈卡坎柯克拉莱萊劳勞勒雷里莉利琳卢盧鲁魯罗羅洛玛瑪麦麥"
    "曼蒙米莫穆纳納妮尼努诺諾帕佩皮珀奇恰琼瓊萨薩塞沙莎舍施什斯索苏蘇塔坦汤湯图圖托瓦韦韋维維温溫沃乌烏雅耶伊因尤扎泽澤佐"
)

# 엘리자베스 2세, 압둘라 2세, 프란치스코 교황: what stands last is no family name.
_NO_FAMILY = re.compile(r"\d+세|교황|주니어|[IVX]+|Jr\.?")
_LOWER = re.compile(r"[a-z]")
# Iranian-American journalist: where a person comes from, not two states.
_ORIGIN = re.compile(
    r"-Americans?\b(?:(?<=s)|\s+(?:dual\s+)?(?:journalist|citizen|national|academic|scientist|"
    r"businessm[ae]n|writer|author|reporter|activist|scholar|communit|actor|doctor|lawyer|man|woman))"
)
_WORD_START = re.compile(r"(?<![\w’'])[\w«“\"]|(?<=[’'«“\"(])\w")
_KOREAN_START = re.compile(r"(?<![가-힣])[가-힣]|(?<![A-Za-z0-9])[A-Za-z0-9]|(?<![一-龥])[一-龥]")
