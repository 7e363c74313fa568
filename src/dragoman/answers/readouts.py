"""A document that tells of a meeting -> what it says there, point by point.

In: an event's telling with its document and that document's other reports. Out: Points: a clause
with its place, whether it is a pledge, a position or a topic, the issues it is about, and how
strongly it is put. Which points of two sides belong together is left to compare.py.

A clause is the unit, not a sentence: Korean and Japanese readouts put a concern and a pledge into
one sentence. A clause that names no issue of its own takes its sentence's: "..., and agreed to
coordinate closely" speaks of what stands before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from dragoman.answers.issues import issues_in
from dragoman.answers.sentences import evidence_at, sentences_of
from dragoman.answers.strength import strength
from dragoman.records import Document, Evidence, Report

__all__ = ["Kind", "Point", "points_of"]

Kind = Literal["pledge", "position", "topic"]

# Where a clause ends and the next act of the same sentence begins.
_CUTS = {
    "ko": re.compile(
        r"(?:표명|규탄|재확인|확인|강조|요청|당부|촉구|평가|환영|공유|전달|설명|제안|지지|언급|논의|점검|협의|지적)"
        r"(?:을|를)?\s?(?:하|했|하였)?(?:고|며|면서),?\s|(?:우려|지지|유감|사의|뜻)를 (?:나타내|밝히|표하)고,?\s"
    ),
    "ja": re.compile(r"(?:表明|確認|共有|非難|要請|評価|歓迎|強調|説明|指摘|一致)し(?:た上で)?、|を述べ、"),
    "en": re.compile(
        r",?\s+and\s+(?=(?:agreed|pledged|reaffirmed|condemned|called|urged|welcomed|expressed|underscored|"
        r"emphasi[sz]ed|discussed|thanked|committed|decided|stressed|noted)\b)"
    ),
    "zh": re.compile(r"(?:关切|谴责|支持|反对)[，,](?=[双中韩日两])"),
    "ru": re.compile(r",?\s+и\s+(?=(?:договорил|условил|выразил|подтвердил|призвал|осудил))"),
}  # fmt: skip
_PLEDGE = {
    "ko": re.compile(r"기로\s?(?:하|했|합의|뜻)|합의|약속|나가자고|하자는|뜻을 같이|겠다고|설정하"),
    "ja": re.compile(r"(?:こと|方針|点)で一致|(?:く|る|いく)ことを(?:改めて|再)?(?:確認|約束)|合意|決定し|立ち上げ"),
    "en": re.compile(
        r"\b(?:agreed?|pledged?|resolved|decided|committed|will|determination|plans? (?:for|to)|target)\b"
    ),
    "zh": re.compile(r"同意|商定|达成|愿同|愿与|决定|双方应|一致"),
    "ru": re.compile(r"договорил|условил|согласовал|решил|намерен", re.IGNORECASE),
}  # fmt: skip
_POSITION = {
    "ko": re.compile(
        r"우려|규탄|비난|지지|환영|촉구|요청|당부|강조|재확인|유감|평가|감사|사의|축하|지적|밝혔|밝히|요구|반대|존중|견지|초청|설명|공유|전달|표명|경고|언급|제안"
    ),
    "ja": re.compile(
        r"懸念|非難|支持|歓迎|求め|要請|強調|確認|遺憾|評価|謝意|祝意|指摘|述べ|表明|反対|抗議|伝え|共有|説明"
    ),
    "en": re.compile(
        r"\b(?:concern|condemn|support|welcom|urg|call(?:ed|s) (?:on|for)|reaffirm|reiterat|underscor|emphasi[sz]|stress|"
        r"thank|commend|prais|regret|reject|oppos|warn|express|note[sd]?\b|request|invit|congratulat|affirm|"
        r"appreciat|rais(?:ed|es)|highlight|recogni[sz])"
    ),
    "zh": re.compile(
        r"指出|强调|表示|支持|反对|谴责|关切|欢迎|感谢|祝贺|敦促|要求|希望|重申|呼吁|愿|应|不允许|尊重"
    ),
    "ru": re.compile(
        r"заяв|подчеркн|осуд|поддерж|приветств|призва|выраз|отмет|указал|обвин|неприемлем|благодар|пригла|высказал|подтверд",
        re.IGNORECASE,
    ),
}  # fmt: skip
_TOPIC = {
    "ko": re.compile(r"논의|협의|의견을? ?교환|점검|다루|다뤘|의견을 나누|대화|이야기"),
    "ja": re.compile(r"議論|意見交換|協議|話し合|意見を交わ"),
    "en": re.compile(
        r"\b(?:discuss|exchang|review|consult|talked|spoke|address|opportunit|progress|coordinat)"
    ),
    "zh": re.compile(r"交换意见|讨论|就.{2,40}(?:交流|沟通|磋商)|探讨"),
    "ru": re.compile(r"обсужд|обсудил|обменял|рассмотр|затрон", re.IGNORECASE),
}  # fmt: skip
_KINDS: dict[str, Kind] = {
    "pledge": "pledge", "agreement": "pledge", "statement": "position", "action": "position",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that one document says at a meeting.

    ``named``: issues whose words stand in the clause itself; ``issues``: these, or those of its
    sentence. ``levels``: scale -> level (strength.py). ``announces``: the clause that tells that
    the meeting took place; what it names are topics.
    """

    side: str
    evidence: Evidence
    document: Document
    kind: Kind
    issues: tuple[str, ...]
    named: tuple[str, ...]
    levels: dict[str, int]
    announces: bool = False
    told: bool = True

    @property
    def text(self) -> str:
        """The clause with its line breaks as spaces."""
        return " ".join(self.evidence.quote.split())


def _clauses(document: Document, evidence: Evidence) -> Iterator[tuple[int, int]]:
    cut = _CUTS.get(document.language)
    at = 0
    for found in cut.finditer(evidence.quote) if cut else ():
        if found.end() - at >= 8 and len(evidence.quote) - found.end() >= 6:
            yield evidence.start + at, evidence.start + len(evidence.quote[: found.end()].rstrip())
            at = found.end()
    yield evidence.start + at, evidence.end


def _kind_of(evidence: Evidence, language: str, coded: Sequence[Report]) -> tuple[Kind, bool]:
    """Kind and whether anything is told at all: by the clause's words, else by what was coded.

    What was coded of the whole sentence does not tell which of its clauses it stands in, so it
    counts only where nothing but this clause is its evidence, or the words are silent.
    """
    text = evidence.quote
    code = language if language in _PLEDGE else "en"
    if _PLEDGE[code].search(text):
        return "pledge", True
    kinds = [
        (_KINDS[r.kind], any(evidence.start <= e.start and e.end <= evidence.end for e in r.evidence))
        for r in coded if r.kind in _KINDS
    ]  # fmt: skip
    if inside := [kind for kind, own in kinds if own]:
        return inside[0], True
    if _POSITION[code].search(text):
        return "position", True
    if kinds:
        return kinds[0][0], True
    return "topic", bool(_TOPIC[code].search(text))


def points_of(
    side: str, document: Document, meeting: Report, others: Sequence[Report],
    elsewhere: Sequence[Evidence] = (),
) -> list[Point]:  # fmt: skip
    """What a document says of a meeting, in the order of its text.

    ``others``: the document's reports; ``elsewhere``: the words with which it tells of other
    meetings: what follows them belongs to these, up to the next mention of this one.
    """
    own = [(e.start, True) for e in meeting.evidence]
    marks = sorted([*own, *((e.start, False) for e in elsewhere)])
    out: list[Point] = []
    for told in sentences_of(document):
        sentence = told.evidence
        before = [mine for start, mine in marks if start < sentence.end]
        if before and not before[-1] and elsewhere:
            continue
        whole = issues_in(sentence.quote, document.language)
        opening = meeting.evidence[0]
        announces = opening.start < sentence.end and sentence.start < opening.end
        spans = list(_clauses(document, sentence))
        for number, (start, end) in enumerate(spans):
            evidence = evidence_at(document, start, end)
            coded = [
                r for r in others
                if r.kind != "meeting"
                and any(e.start < end and start < e.end for e in r.evidence)
            ]  # fmt: skip
            kind, said = _kind_of(evidence, document.language, coded)
            first = announces and number == 0
            named = issues_in(evidence.quote, document.language)
            out.append(
                Point(
                    side, evidence, document, "topic" if first and not coded else kind,
                    named or whole, named, strength(evidence.quote, document.language),
                    announces=first, told=said,
                )
            )  # fmt: skip
    return out
