"""Names in a question that no table knows.

In: a question, its language, what the gazetteer found in it. Out: the names that stand before a
title (르포르 대사, アブドラヒアン外相) or where an English question names somebody, each with
whether it is who acts. Who that is, only documents can tell: question.py makes them people.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.coding.names.mention import Mention
from dragoman.coding.names.places import find_town

__all__ = ["Stranger", "find_strangers"]


@dataclass(frozen=True, slots=True)
class Stranger:
    """A name with its place in the question. ``subject``: who acts, as far as grammar shows it."""

    start: int
    end: int
    text: str
    subject: bool


_TITLED = re.compile(
    r"(?<![가-힣])(?!외교|국방|통일|외무|재무|국무|정상|신임|양국|상대)(?!주재)[가-힣]{2,5}(?<!까지)(?<!언제)(?<!어디)(?<!누가)(?= (?:대통령|총리|외교장관|외무장관|장관|부장|주석|대사(?!관)|위원장|국왕|왕세자|차관))"
    r"|[ァ-ヶー・]{2,}(?=大統領|首相|外相|国防相|財務相|大臣|長官|事務局長|事務総長|議長|大使|氏)"
)
_SUBJECT = re.compile(
    r"(?: ?(?:대통령|총리|외교장관|외무장관|장관|부장|주석|대사|위원장|국왕|왕세자|차관)(?:은|는|이|가)(?![가-힣])"
    r"|(?:大統領|首相|外相|国防相|財務相|大臣|長官|事務局長|事務総長|議長|大使|氏)[はが])"
)
_WORD = r"(?:[A-Z][a-z’'ñéáíóúãöüćčšž-]+|Al|bin)"
_ENGLISH = re.compile(
    rf"(?P<acts>\b(?:did|does|has|had|have|is|was|will|why did) )(?P<a>{_WORD}(?: {_WORD})*)(?= [a-z])"
    rf"|\b(?:with|to|by|meet|meets|met|see|seen|saw|and|between|of|tell|told|from|called|phoned|host(?:ed)?) (?P<b>{_WORD}(?: {_WORD})*)(?=[ ?,.'’]|$)"
)
# A Chinese question begins with who acts: 李家超在利雅得 ...
_CHINESE = re.compile(
    r"(?!为|谁|哪|什|多少|双方|两国|外|中方|美方|日方|会议|(?:19|20)\d\d)([一-龥]{2,4}?)(?=在|与|同|和|对|向|为何|为什么|何时|什么时候|是否)"
)
_NO_PERSON = re.compile(
    r"January|February|March|April|May|June|July|August|September|October|November|December|Monday"
    r"|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Foreign|Prime|President|Minister|Secretary"
    r"|Council|Bank|Union|Strait|Sea|Republic|Day|State|East|West|North|South|Declaration|Deputy|Acting|The"
    r"|Asia|Africa|Europe|America|Middle|Gulf|Pacific|Caucasus|Balkans|Atlantic|Ocean|Peninsula|Forces|Summit|Tower"
    r"|House|Palace|Court|Party|Group|Plan|Deal|Treaty|Accord|Statement|Exercise|Flight|Assembly|Conference"
)


def find_strangers(text: str, language: str, mentions: Sequence[Mention]) -> list[Stranger]:
    """Names of people that no table holds, in order."""
    out: list[Stranger] = []

    def add(start: int, end: int, subject: bool) -> None:
        if not any(m.start < end and start < m.end for m in mentions):
            out.append(Stranger(start, end, text[start:end], subject))

    if language in ("ko", "ja"):
        for found in _TITLED.finditer(text):
            add(found.start(), found.end(), bool(_SUBJECT.match(text, found.end())))
    if language == "zh" and (opening := _CHINESE.match(text)):
        add(*opening.span(1), subject=True)
    if language == "en":
        for found in _ENGLISH.finditer(text):
            group = "a" if found["a"] else "b"
            start, end = found.span(group)
            name = re.sub(r"['’]s?$", "", text[start:end])
            whither = re.search(r"\b(?:to|from) $", text[:start]) and find_town(name, "en")
            if not _NO_PERSON.search(name) and not whither:
                add(start, start + len(name), group == "a")
    return out
