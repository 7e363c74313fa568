"""Find what a sentence names: states, bodies, ministries, offices, persons, places, joint phrases.

In: text of one sentence, its language, the day of publication. Out: Mentions in order, longest
first, none overlapping. What needs the rest of the document (조 장관, "the two ministers") is left
to people.py. The tables are data/*.csv; this finder knows only their surface forms.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from dataclasses import replace
from functools import cache
from importlib import resources
from pathlib import Path

from dragoman.coding.mention import Mention
from dragoman.coding.tables import load_tables

__all__ = ["Gazetteer", "rows_of"]

_KO_SIGNS = {"한": "KOR", "미": "USA", "일": "JPN", "중": "CHN", "북": "PRK", "러": "RUS", "조": "PRK", "남": "KOR", "영": "GBR", "독": "DEU", "호": "AUS", "베": "VNM", "인": "IND", "우": "UKR"}  # fmt: skip
_HAN_SIGNS = {"日": "JPN", "韓": "KOR", "韩": "KOR", "中": "CHN", "米": "USA", "美": "USA", "朝": "PRK", "露": "RUS", "俄": "RUS", "英": "GBR", "独": "DEU", "豪": "AUS", "印": "IND", "澳": "AUS"}  # fmt: skip
_KO_COMPOUND = re.compile(
    r"(?<![가-힣])(?:(?:[한미일중북러](?:[·\-][한미일중북러]){1,2})|한미일|한일중|한중일|미일한|북중러|미중러|한러|한미|한일|한중|북미|미북|북러|러북|북중|중북|북일|일북|남북|미중|중미|미러|러미|미일|중일|일중|중러|러중|한영|한독|한호|한베|한인|러우)(?=[\s,·]|외|정|국|간|양|관|동|회|협|군|연|공|의|이|가|은|는|과|와|을|를|장|차|고|실|통|경|안|수|교|합|3|2|$)"
)
_HAN_COMPOUND = re.compile(
    r"(?<![一-龥])(?:日米韓|日韓米|日中韓|中日韩|中日韓|美日韩|美韩日|米中|日米|日韓|米韓|日中|日朝|米朝|中朝|朝露|露朝|日露|中露|中俄|俄朝|朝俄|美韩|美日|中美|美中|中韩|韩日|日韩|中日|俄美|美俄|朝美|美朝|日英|日豪|日印)"
)
_JOINT = {
    "ko": re.compile(r"(?P<two>(?:양|두)\s?(?:나라|정상|장관|외교장관|국방장관|차관|국장|지도자|측|국|외교수장|사람)|양\s정상)|(?P<three>(?:3국|세\s?나라|세\s?국가|3자|세)\s?(?:정상|장관|외교장관|국방장관|차관|측|나라)?(?=[은는이가의도에간\s]))"),
    "ja": re.compile(r"(?P<two>両(?:外相|首脳|大臣|国|者|氏|政府|次官)|双方)|(?P<three>(?:3か国|３か国|三か国|三国|3カ国)(?:外相|首脳)?)"),
    "zh": re.compile(r"(?P<two>双方|雙方|两国|兩國|两国元首|两国领导人|两国外长|两位\S?长)|(?P<three>三国|三方)"),
    "en": re.compile(r"\b[Tt]he (?P<two>two (?:ministers|leaders|sides|countries|presidents|officials|governments|foreign ministers|secretaries)|leaders|ministers|secretaries)\b|\b[Tt]he (?P<three>three (?:ministers|leaders|countries|sides|foreign ministers))\b|\b[Bb]oth (?P<both>sides|leaders|ministers|countries|presidents)\b"),
    "ru": re.compile(r"(?P<two>\b(?:обе стороны|стороны|два министра|оба министра|главы внешнеполитических ведомств|двух стран|лидеры двух стран))"),
}  # fmt: skip
_PRONOUN = {"en": re.compile(r"\b(?:He|She|he|she)\b"), "ko": re.compile(r"(?<![가-힣])(?:그|그녀)(?=는\s|가\s)"), "ja": re.compile(r"(?:同氏|彼)(?=は|が)"), "zh": re.compile(r"[他她](?=说|表示|指出|强调|还)"), "ru": re.compile(r"\b(?:Он|Она|он|она)\b")}  # fmt: skip
# Words that hold a state's or city's name without naming it; each seen in real text.
_NOT_KO = re.compile(
    r"한국어|중국어|일본어|영어|미국인|중국집|일본뇌염|인도(?:적|주의|하|받|됐|에서 추|를 요)|수단(?:을|과 방법|이|으로|의 하나)|이란(?=\s|[.,])(?<=[가-힣]이란)|가나다|오만(?:하|한|함)|태국어|말리(?:다|고|는)|한국은행|미국산|중국산"
)
_TITLE_GAP = re.compile(r"^[\s,]{0,2}$")
_CITY_AT = {"ko": re.compile(r"^(?:에서|에 (?:도착|위치|있는|머물)|를 방문|을 방문|\s?시내|\s?공항)"), "ja": re.compile(r"^(?:で|市内|に到着|を訪)"), "zh": re.compile(r"^(?:举行|举办|出席|会|市)")}  # fmt: skip


def rows_of(name: str) -> list[dict[str, str]]:
    """Rows of a packaged table."""
    text = resources.files("dragoman.data").joinpath(name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def _forms(value: str) -> list[str]:
    return [form.strip().replace("+", " ") for form in value.split(";") if form.strip()]


class Gazetteer:
    """All surface forms of the tables, per language."""

    def __init__(self, own: Path | None = None) -> None:
        if own is not None:
            load_tables(own)  # raises TableError on a fault of the user's table
        self._forms: dict[str, dict[str, list[dict[str, str]]]] = {}
        self._lengths: dict[str, list[int]] = {}

    @staticmethod
    @cache
    def load(own: Path | None = None) -> Gazetteer:
        """The gazetteer, made once per table of the user's."""
        return Gazetteer(own)

    def _of(self, language: str) -> dict[str, list[dict[str, str]]]:
        if language not in self._forms:
            table: dict[str, list[dict[str, str]]] = defaultdict(list)

            def add(form: str, **what: str) -> None:
                if len(form) > 1 or language == "en":
                    table[form].append(what)

            for row in rows_of("states.csv"):
                for form in _forms(row.get(language, "")):
                    add(form, kind="state", country=row["code"])
                for form in _forms(row.get(f"{language}_adj", "") or ""):
                    add(form, kind="state", country=row["code"], adjective="1")
            for row in rows_of("bodies.csv"):
                for form in _forms(row.get(language, "")):
                    add(form, kind="body", country=row["code"], sector=row["sector"])
            for row in rows_of("ministries.csv"):
                for form in _forms(row.get(language, "")):
                    add(
                        form,
                        kind="ministry",
                        country=row["country"],
                        name=row["ministry"],
                        sector=row["sector"],
                    )
            for row in rows_of("offices.csv"):
                for form in _forms(row.get(language, "")):
                    add(
                        form,
                        kind="office",
                        office=row["office"],
                        country=row["country"] if ";" not in row["country"] else "",
                    )
            for row in rows_of("seats.csv"):
                for form in _forms(row.get(language, "")):
                    add(
                        form,
                        kind="seat",
                        country=row["country"],
                        city=row["city"],
                        geonames=row["geonames"],
                    )
            for row in rows_of("holders.csv"):
                for form in _forms(row.get(language, "")):
                    add(
                        form,
                        kind="person",
                        name=form,
                        **{k: row[k] for k in ("country", "office", "qid", "start", "end", "en")},
                    )
            self._forms[language] = dict(table)
            self._lengths[language] = sorted({len(f) for f in table}, reverse=True)
        return self._forms[language]

    def find(self, text: str, language: str, day: str | None = None) -> list[Mention]:
        """Mentions of one sentence; offsets are the sentence's."""
        language = language if language in ("ko", "en", "ja", "zh", "ru") else "en"
        found = [*self._compounds(text, language), *self._joint(text, language)]
        taken = [(m.start, m.end) for m in found]
        atoms = self._atoms(text, language, day, taken)
        return sorted([*found, *_merge(text, atoms, language, day)], key=lambda m: m.start)

    def _compounds(self, text: str, language: str) -> list[Mention]:
        pattern = {"ko": _KO_COMPOUND, "ja": _HAN_COMPOUND, "zh": _HAN_COMPOUND}.get(language)
        signs = _KO_SIGNS if language == "ko" else _HAN_SIGNS
        out = []
        for match in pattern.finditer(text) if pattern else ():
            members = tuple(dict.fromkeys(signs[c] for c in match.group() if c in signs))
            out.append(
                Mention(match.start(), match.end(), match.group(), "states", members=members)
            )
        return out

    def _joint(self, text: str, language: str) -> list[Mention]:
        out = []
        for match in _JOINT[language].finditer(text):
            count = 3 if match.groupdict().get("three") else 2
            out.append(Mention(match.start(), match.end(), match.group(), "joint", count=count))
        for match in _PRONOUN[language].finditer(text):
            out.append(Mention(match.start(), match.end(), match.group(), "pronoun"))
        return out

    def _atoms(
        self, text: str, language: str, day: str | None, taken: list[tuple[int, int]]
    ) -> list[Mention]:
        table = self._of(language)
        lengths = self._lengths[language]
        banned = [m.span() for m in _NOT_KO.finditer(text)] if language == "ko" else []
        spaced = language in ("en", "ru")
        out: list[Mention] = []
        at = 0
        while at < len(text):
            before = text[at - 1] if at else " "
            if (
                (spaced or language == "ko")
                and before.isalnum()
                and before.isascii() == text[at].isascii()
            ):
                at += 1
                continue
            hit = 0
            for length in lengths:
                form = text[at : at + length]
                if len(form) < length or form not in table:
                    continue
                end = at + length
                if spaced and end < len(text) and (text[end].isalnum()):
                    continue
                if any(a < end and at < b for a, b in (*taken, *banned)):
                    continue
                mention = _mention(table[form], at, end, form, text, language, day)
                if mention is not None:
                    out.append(mention)
                    hit = length
                    break
            at += hit or 1
        return out


def _mention(
    rows: list[dict[str, str]],
    start: int,
    end: int,
    form: str,
    text: str,
    language: str,
    day: str | None,
) -> Mention | None:
    kinds = {row["kind"] for row in rows}
    if "person" in kinds:
        people = [r for r in rows if r["kind"] == "person"]
        now = [r for r in people if day and r["start"] <= day and (not r["end"] or r["end"] >= day)]
        chosen = now or people
        names = {(r["country"], r["en"]) for r in chosen}
        if len(names) > 1:
            return Mention(
                start,
                end,
                form,
                "person",
                name=form,
                candidates=tuple(sorted(f"{c}:{n}" for c, n in names)),
            )
        row = chosen[-1]
        return Mention(
            start, end, form, "person", row["country"], row["qid"] or None, form,
            row["office"] if now else None, "GOV", name_start=start, name_end=end,
        )  # fmt: skip
    row = rows[0]
    country = row.get("country") or None
    if row["kind"] == "state":
        return Mention(
            start,
            end,
            form,
            "state",
            country,
            country,
            None,
            None,
            "GOV",
            adjective=bool(row.get("adjective")),
        )
    if row["kind"] == "body":
        return Mention(start, end, form, "body", country, country, None, None, row["sector"])
    if row["kind"] == "ministry":
        return Mention(start, end, form, "body", country, None, form, None, row["sector"])
    if row["kind"] == "office":
        return Mention(
            start, end, form, "office", country, None, None, row["office"] or None, "GOV"
        )
    after, before = text[end : end + 10], text[max(0, start - 14) : start]
    place = bool(_CITY_AT[language].match(after)) if language in _CITY_AT else False
    place = place or bool(
        re.search(
            r"\b(?:in|at|near|to|from|visit(?:ed|ing)?|в|из|под)\s(?:\w+\s)?$|在$|于$", before
        )
    )
    if place:
        return Mention(
            start,
            end,
            form,
            "place",
            country,
            city=row["city"],
            geonames=int(row["geonames"] or 0) or None,
        )
    return Mention(start, end, form, "state", country, country, None, None, "GOV")


def _merge(text: str, atoms: list[Mention], language: str, day: str | None) -> list[Mention]:
    """Join a country, an office and a name that stand together into one person mention."""
    out: list[Mention] = []
    for atom in atoms:
        last = out[-1] if out else None
        gap = text[last.end : atom.start] if last else ""
        close = last is not None and bool(_TITLE_GAP.match(gap))
        if (
            last
            and close
            and atom.kind == "office"
            and last.kind in ("state", "body")
            and "," not in gap
        ):
            out[-1] = replace(
                atom,
                start=last.start,
                text=text[last.start : atom.end],
                country=atom.country or last.country,
            )
        elif (
            last
            and close
            and last.kind == "person"
            and atom.kind in ("office", "state")
            and language not in ("en", "ru")
            and "," not in gap
        ):
            out[-1] = replace(
                last,
                end=atom.end,
                text=text[last.start : atom.end],
                office=last.office or atom.office,
            )
        elif last and close and atom.kind == "person" and last.kind == "office" and "," not in gap:
            same = last.country in (None, atom.country)
            out[-1] = replace(
                atom,
                start=last.start if same else atom.start,
                text=text[last.start : atom.end],
                office=last.office or atom.office,
            )
        else:
            out.append(atom)
    # An office without a country or name speaks of nobody here; people.py may still join it.
    return out
