"""Compounds of states: 한미일, 북·러, 日米韓, 中俄, U.S.-ROK, российско-китайский -> members in order.

In: folded text and its Lexicon. Out: atoms of kind Y with the members' codes, and S atoms for the
letters in 대북, 訪米, 对华. One-letter names are in actor_words.csv with the guards that tell a
compound from a word that looks like one (북미 North America, 中日新聞, 集中).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.coding.names.forms import Atom, Entry, Lexicon

__all__ = ["CompoundFinder"]

_HANGUL_RUN = re.compile(r"[가-힣]*")


def _any(forms: list[str]) -> str:
    return "|".join(map(re.escape, sorted(forms, key=len, reverse=True)))


class CompoundFinder:
    """Finds the compounds of one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.language = lexicon.language
        words = lexicon.words
        self.letters = self._letters("letter")
        self.chained = {**self._letters("rare letter"), **self.letters}
        self.toward = self._letters("toward letter")
        self.official = self._letters("office letter")
        self.listed = {
            form: tuple(row["value"].split())
            for row in words.get("compound", ())
            for form in row.forms("forms")
        }
        self.guards: dict[str, re.Pattern[str]] = {}
        for row in words.get("guarded compound", ()):
            for form in row.forms("forms"):
                self.guards[form] = re.compile(row["after"])
                if row["value"] not in ("=", "-"):
                    self.listed[form] = tuple(row["value"].split())
        after = [form for row in words.get("after compound", ()) for form in row.forms("forms")]
        self.after = re.compile(rf"(?:{_any(after)})") if after else re.compile(r"(?!)")
        stops = [row["forms"] for row in words.get("left stop", ())]
        self.stops = frozenset("".join(stops))
        self.prefixes = {
            form.lower(): row["value"]
            for row in words.get("member prefix", ())
            if row["value"] != "-"
            for form in row.forms("forms")
        }
        letters = "".join(re.escape(letter) for letter in self.letters)
        self.run = re.compile(rf"[{letters}]{{2,4}}") if letters else None
        self.in_row = {**self._letters("row letter"), **self.chained}
        every = "".join(re.escape(letter) for letter in self.in_row)
        # 英法德意领导人: letters that are words as well, but not three of them in a row.
        self.row = re.compile(rf"[{every}]{{3,6}}") if every and self.language == "zh" else None
        self.whole = re.compile(_any(list(self.listed))) if self.listed else None
        self._toward = self._toward_pattern()
        postings = [f for row in words.get("posting", ()) for f in row.forms("forms")]
        edge = r"(?<![가-힣])" if self.language == "ko" else ""
        self.posting = re.compile(f"{edge}(?:{_any(postings)})") if postings else None
        self.envoy = re.compile(
            r"\s?(?:[가-힣]{1,6}\s?)?(?:[가-힣]{2}\s)?(?:대사|총영사|대표부|공사)"
            if self.language == "ko"
            else r"[一-龥ァ-ヶー]{0,4}(?:特命全権)?(?:臨時代理)?(?:大使|总领事|總領事|総領事|公使|代表)"
        )
        gap, left = (r"\s", r"(?<![가-힣A-Za-z0-9])") if self.language == "ko" else ("", "")
        self.letter_before = (
            re.compile(rf"{left}({_any(list(self.official))}){gap}") if self.official else None
        )

    def _letters(self, kind: str) -> dict[str, str]:
        return {
            form: row["value"]
            for row in self.lexicon.words.get(kind, ())
            for form in row.forms("forms")
        }

    def _toward_pattern(self) -> re.Pattern[str] | None:
        heads = [f for row in self.lexicon.words.get("toward", ()) for f in row.forms("forms")]
        if not heads or not self.toward:
            return None
        left = r"(?<![가-힣])" if self.language == "ko" else ""
        return re.compile(rf"{left}(?:{_any(heads)})({_any(list(self.toward))})")

    # ------------------------------------------------------------------ finding
    def find(self, text: str) -> list[Atom]:
        """Compounds of letters, and the letters in 대북 and 訪米, in order."""
        if self.language not in ("ko", "ja", "zh"):
            return []
        found = [
            *self._chains(text), *self._listed(text), *self._runs(text), *self._rows(text), *self._towards(text),
            *self._official(text), *self._postings(text),
        ]  # fmt: skip
        found.sort(key=lambda atom: (atom.start, -atom.end))
        kept: list[Atom] = []
        for atom in found:
            if not kept or atom.start >= kept[-1].end:
                kept.append(atom)
        return kept

    def _listed(self, text: str) -> Iterator[Atom]:
        if self.whole is None:
            return
        for place in self.whole.finditer(text):
            form = place.group()
            if self._fits(text, place.start(), place.end(), form):
                yield _compound(place.start(), place.end(), self.listed[form])

    def _runs(self, text: str) -> Iterator[Atom]:
        if self.run is None:
            return
        for place in self.run.finditer(text):
            start, end = place.span()
            form = place.group()
            if self.language == "ja":
                if text[start - 1 : start].isdigit() and form[0] == "日":
                    start, form = start + 1, form[1:]
                # 日米国防相 is 日米 + 国防相, but 対米韓国 holds 韓国.
                if text[end : end + 1] in ("国", "本") and not re.match(
                    r"国(?:交|防|民|会|際)", text[end:]
                ):
                    end, form = end - 1, form[:-1]
            if len(form) < 2 or form in self.listed or len(set(form)) < len(form):
                continue
            if self._fits(text, start, end, form):
                yield _compound(start, end, tuple(self.letters[letter] for letter in form))

    def _rows(self, text: str) -> Iterator[Atom]:
        for place in self.row.finditer(text) if self.row is not None else ():
            form, start, end = place.group(), *place.span()
            if len(set(form)) == len(form) and self.after.match(text, end):
                yield _compound(start, end, tuple(self.in_row[letter] for letter in form))

    def _fits(self, text: str, start: int, end: int, form: str) -> bool:
        before = text[start - 1 : start]
        if form in self.lexicon.final and form not in self.listed:
            return False
        guard = self.guards.get(form)
        if guard is not None and guard.pattern and not guard.search(text[end : end + 16]):
            return False
        if self.language == "ko":
            if "가" <= before <= "힣" or before.isdigit():
                return False
            tail = _HANGUL_RUN.match(text, end)
            return (
                not tail
                or not tail.group()
                or bool(self.after.match(text, end))
                or self.lexicon._korean_end(text, end, "Y")
            )
        if self.language == "ja":
            if before in self.stops and before:
                return False
            if self.after.match(text, end):
                return True
            return not re.match(r"[一-龥々]", before) and not re.match(
                r"[一-龥々]", text[end : end + 1]
            )
        if guard is not None:
            return True
        return bool(self.after.match(text, end)) or (
            len(form) >= 3 and not re.match(r"[一-龥]", text[end : end + 1])
        )

    def _chains(self, text: str) -> Iterator[Atom]:
        marks = {"ko": "·-/", "ja": "・", "zh": "—-－"}[self.language]
        at = 0
        while at < len(text):
            if text[at] not in marks or at == 0:
                at += 1
                continue
            letter = text[at - 1]
            if letter not in self.chained or (at > 1 and self._inside_word(text[at - 2])):
                at += 1
                continue
            members, end = [self.chained[letter]], at
            while end < len(text) and text[end] in marks:
                unit = self._unit(text, end + 1)
                if unit is None:
                    break
                end, code = unit
                members.append(code)
            if len(members) >= 2 and len(set(members)) == len(members):
                yield _compound(at - 1, end, tuple(members))
            at = max(end, at + 1)

    def _inside_word(self, before: str) -> bool:
        if self.language == "ko":
            return "가" <= before <= "힣" or before.isdigit() or before.isalpha()
        return before in self.stops or bool(re.match(r"[一-龥々]", before))

    def _unit(self, text: str, at: int) -> tuple[int, str] | None:
        atom = self.lexicon.match(text, at)
        if atom and atom.kind in "SB":
            return atom.end, atom.entries[0].countries[0]
        letter = text[at : at + 1]
        if letter not in self.chained:
            return None
        following = text[at + 1 : at + 2]
        if self.language == "ko":
            fits = (
                not ("가" <= following <= "힣")
                or bool(self.after.match(text, at + 1))
                or self.lexicon._korean_end(text, at + 1, "Y")
            )
        else:
            fits = not re.match(r"[一-龥々]", following) or bool(self.after.match(text, at + 1))
        return (at + 1, self.chained[letter]) if fits else None

    def _towards(self, text: str) -> Iterator[Atom]:
        if self._toward is None:
            return
        for place in self._toward.finditer(text):
            start, end = place.span(1)
            if (
                self.language == "ja"
                and (
                    text[start - 2 : start - 1] in self.stops
                    or text[start - 2 : start] in ("歴訪", "来訪", "往訪")  # 欧米を歴訪中の首相
                    or text[end : end + 1] in ("国", "日", "央", "東", "立")
                )
            ):
                continue
            if self.language == "zh" and re.match(
                r"[国國方本语語洲色鲜鮮元好日]", text[end : end + 1]
            ):
                continue
            if self.language == "ko" and (
                not self._toward_tail(text, end)
                or (place.group() in ("대한", "반한") and text[end : end + 1] in " ,")
            ):
                continue
            longer = self.lexicon.match(text, start)
            if longer is not None and longer.end > end:
                continue
            code = self.toward[place.group(1)]
            yield Atom(start, end, (Entry("S", (code,), sector="GOV", adjective=True),))

    def _postings(self, text: str) -> Iterator[Atom]:
        """주한 in 주한 이란대사, 驻韩 in 中国驻韩大使: where an envoy serves."""
        if self.posting is None:
            return
        for place in self.posting.finditer(text):
            start, at = place.start(), place.end()
            host = self.lexicon.match(text, at)
            if host is not None and host.kind in "SBC" and self.language != "ko":
                end, code = host.end, host.entries[0].countries[0]
            else:
                found = self._host(text, at)
                if found is None:
                    continue
                end, code = found
            yield Atom(start, end, (Entry("T", (code,)),))

    def _host(self, text: str, at: int) -> tuple[int, str] | None:
        """The state or its letter at ``at`` when an envoy's title follows, perhaps behind another state."""
        for size in range(min(8, len(text) - at), 0, -1):
            form = text[at : at + size]
            entries = self.lexicon.final.get(form)
            code = (
                entries[0].countries[0]
                if entries and entries[0].kind in "SB" and entries[0].countries
                else self.chained.get(form) or {"유엔": "UN"}.get(form)
            )
            if code and self.envoy.match(text, at + size):
                return at + size, code
        return None

    def _official(self, text: str) -> Iterator[Atom]:
        """미 in 미 국무장관, 米 in 米国務長官: a letter before an office or a ministry."""
        if self.letter_before is None:
            return
        for place in self.letter_before.finditer(text):
            start, end = place.span(1)
            follow = self.lexicon.match(text, place.end())
            if follow is None or follow.kind not in "OM":
                continue
            letter = place.group(1)
            if self.language == "ko":
                if letter in "중일" and not self._after_name(text, start):
                    continue
            else:
                whole = self.lexicon.match(text, start)
                if whole is not None and whole.end >= follow.end:
                    continue
                if letter == "日" and re.match(r"[\d一-龥]", text[start - 1 : start]):
                    continue
                if text[start - 1 : start] in self.stops and start:
                    continue
                if letter == "中" and re.match(r"[集其当心途空]", text[start - 1 : start]):
                    continue
            yield Atom(
                start, end, (Entry("S", (self.official[letter],), sector="GOV", adjective=True),)
            )

    def _after_name(self, text: str, start: int) -> bool:
        """회담 중 외교부 is "during"; 왕이 중 외교부장 names China."""
        before = text[:start].rstrip()
        if not before or not ("가" <= before[-1] <= "힣"):
            return not before or not before[-1].isdigit()
        word = re.search(r"[가-힣]+$", before)
        entries = self.lexicon.final.get(word.group()) if word else None
        return bool(entries) and entries[0].kind in "NF"  # type: ignore[index]

    def _toward_tail(self, text: str, end: int) -> bool:
        """대북 제재, 대북제재, 방미 중, 방러를; not 대일밴드, 반일치, 대중교통."""
        return bool(
            re.match(
                r"(?![가-힣])|(?:제재|정책|특사|특별|압박|압력|지원|협상|관계|수출|수입|외교|공조|확성기|전단|방송|억제|경고|메시지"
                r"|접촉|관세|투자|교역|무역|의존|경제|강경|인도|적대|유화|견제|규제|규탄|성향|감정|정서|시위|노선|세력|정부|정권"
                r"|단체|일정|기간|중(?![가-힣])|길|을|를|은|는|이|에|의|과|와|단|전략|군사|무기|안보|선전|결의|사업)",
                text[end:],
            )
        )

    # ------------------------------------------------------------------ chains of names
    def merge(self, text: str, atoms: list[Atom]) -> list[Atom]:
        """Join states written with hyphens (U.S.-ROK, Russo-Ukrainian, 中国—东盟) into compounds.

        A state behind a hyphen that joins nothing (pro-Russian, anti-China) is dropped.
        """
        out: list[Atom] = []
        for atom in atoms:
            if atom.kind not in "SCBY" or atom.start == 0:
                out.append(atom)
                continue
            previous = out[-1] if out else None
            gap = text[previous.end : atom.start] if previous else ""
            members = atom.entries[0].countries
            if previous and previous.kind in "SCBY" and _is_link(gap, self.language):
                joined = previous.entries[0].countries + members
                if len(set(joined)) == len(joined):
                    out[-1] = _compound(previous.start, atom.end, joined)
                    continue
            if text[atom.start - 1] == "-" and self.language in ("en", "ru"):
                chain = self._prefixed(text, atom)
                if chain:
                    out.append(chain)
                continue
            out.append(atom)
        return out

    def _prefixed(self, text: str, atom: Atom) -> Atom | None:
        head = re.search(r"[\w-]+-$", text[max(0, atom.start - 60) : atom.start])
        parts = head.group().strip("-").lower().split("-") if head else []
        members: list[str] = []
        for part in reversed(parts):
            code = self.prefixes.get(part)
            if code is None:
                break
            members.insert(0, code)
        if not members or len(members) < len(parts):
            return None
        width = len(head.group()) if head else 0
        return _compound(atom.start - width, atom.end, (*members, *atom.entries[0].countries))


def _is_link(gap: str, language: str) -> bool:
    if language == "ru":
        return gap in ("-", " - ", " — ", "—")
    if language == "zh":
        return gap in ("-", "—", "——", "－")
    return gap in ("-", "/") and language == "en"


def _compound(start: int, end: int, members: tuple[str, ...]) -> Atom:
    return Atom(start, end, (Entry("Y", members, sector="GOV"),))
