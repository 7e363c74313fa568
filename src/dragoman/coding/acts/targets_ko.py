"""Whom a Korean act is aimed at, by what the act is aimed at and the cues of those named.

In: a sentence, its cues, a trigger, who acts, the mentions that may be meant. Out: indices of
mentions. Who acts is left to acts/arguments_ko.py, whom a sentence does not name to acts/aimed_at.py.
"""

from __future__ import annotations

import re

from dragoman.coding.acts.lexicon import Trigger
from dragoman.coding.cues.cue import Cue
from dragoman.coding.scene import Sentence

__all__ = ["agree_both", "find_partners", "find_target", "find_whose_deed", "joined_with"]

# Where the target stands, by what the act is aimed at; the first cue that is filled decides.
_CONTENT: tuple[Cue, ...] = ("about", "object", "subject", "of", "bare", "with", "from", "to")
_ADDRESSEE: tuple[Cue, ...] = ("to", "about", "object", "from", "of", "subject", "with", "bare")
# 인도 총리의 초청을 수락했다: whose offer is taken stands as its owner.
_ACCEPTS = re.compile(r"(?:요청|제안|초청|조건|제의|요구|부탁)(?:을|를)\s")
_TOGETHER: tuple[Cue, ...] = ("with", "to")
_EACH = re.compile(r"(?:\s[가-힣]{2,8})?[와과](?:는|도)[\s,]")
# 데 대해 …에 요구했다: what the demand is about has a place of its own for "to".
_ABOUT_IT = re.compile(r"(?:데|것에)\s(?:대해|대하여|관해)\s")
# 지원하겠다고 약속했다: whom a promise is for stands with the verb of giving.
_GIVES = re.compile(
    r"(?:지원|제공|공급|투자|파견|원조|기부|기증|협력|인도적 지원)(?:하|(?=$))$|(?:돕|보내|빌려주|내놓|받아들이|넘기|팔)$"
)
_HELPED = re.compile(r"(?:을|를)\s(?:\S+(?:게|히|으로)\s)?\S{2,4}$")
_WHOSE = re.compile(
    r"(?:의|\s국적의?|\s소재|\s기반)?\s?(?:[가-힣]{2,6}\s)?[가-힣]{0,4}?(?:은행|기업|회사|업체|법인|단체|기관|개인|국적자|인사|선박|유조선|당국자|관리|해커|조직|공장|항구|정유사)(?:들)?(?:\s?(?:약\s)?\d+\S{0,3})?"
    r"(?:[와과,·]\s?(?:[가-힣]+\s)?[가-힣]{2,6}(?:\s\d+\S{0,3})?)?(?:\s등)?(?:을|를|에\s대해|에\s대한)\s"
)
_RUMOUR = re.compile(r"(?:의혹|혐의|소문|보도|관측|설)(?:을|를)\s(?:\S+\s)?$")
_WHEN = re.compile(r"(?:이|가)\s(?:\S+\s){0,4}?\S{0,4}기\s(?:전|때문)")
_ANSWERS = frozenset({"ACCUSE", "REJECT", "SUPPORT", "REQUEST", "THREATEN", "SANCTION"})
# 핀란드가 …약속하자 러시아는, 미국의 제의를 북한은, 중국의 항의에도 일본은: whose deed is answered.
_AFTER_DEED = re.compile(r"[가-힣]자,?\s$|(?:데|것)(?:에)?\s대해\s$|(?:것을|데)\s두고\s$")
_ASKED_BEFORE = re.compile(
    r"(?:요청|호소|제안|촉구|요구|당부|제의|권고|압박|부탁|설득|주장|항의|비난|규탄)(?:을|를)?\s?(?:\S{0,3}\s)?\S{0,2}[했였](?:지만|으나|는데요?|고|으며),?\s$"
)
_AFTER_WORD = re.compile(r"^의\s(?:(?![^\s]*(?:은|이|가|고|며)\s)\S+\s){1,5}$")
# What both agreed, when one is told to have met the other right before.
_BOTH = re.compile(r"(?:기로|합의|(?:의견|뜻|인식|견해)(?:을|이) (?:같|모|일치)|공감)")
_MET = re.compile(
    r"^(?:[님들]{0,2}[와과]|\s?간)(?:의|는|도)?\s(?:\S+\s){0,6}?\S{0,8}(?:회담|회동|만나|만났|통화|면담|협의|논의|오찬|만찬|환담|대좌|마주 앉|머리를 맞대)"
    r"(?!\S*기로)\S{0,4}\s"
)


def _between(sentence: Sentence, left: int, right: int) -> str:
    """Text from the end of mention ``left`` to the start of mention ``right``."""
    one, other = sentence.mentions[left], sentence.mentions[right]
    return sentence.text[one.end - sentence.start : max(one.end, other.start) - sentence.start]


def joined_with(sentence: Sentence, cues: list[Cue], at: int, among: list[int]) -> list[int]:
    """A mention with those joined to it before and behind (러시아와 북한, 한국·일본)."""
    out = [at]
    for step in (-1, 1):
        here = at
        while (k := here + step) in among and cues[k] == cues[at]:
            gap = _between(sentence, min(here, k), max(here, k))
            if len(gap) > 14 or not re.search(r"[와과,·]|및|그리고|/", gap):
                break
            out.append(k)
            here = k
    return sorted(out)


def find_target(
    sentence: Sentence, cues: list[Cue], trigger: Trigger, rest: list[int], source: list[int]
) -> list[int]:
    """Those of ``rest`` at whom ``source`` aims; empty where none of them is."""
    if trigger.frame == "with":
        order = _TOGETHER
        lead = sentence.text[: trigger.start - sentence.start]
        if _ACCEPTS.match(trigger.text):
            order = ("of", *_TOGETHER)
        elif len(source) == 1 and _GIVES.search(lead):
            order = ("to", "with", "of", "about", "object")
            helped = [i for i in rest if cues[i] == "object"][-1:]
            if helped and _HELPED.match(lead, sentence.mentions[helped[0]].end - sentence.start):
                return helped  # 위협에 맞서 이스라엘을 지원할 것이라고: whom the verb has as object
    else:
        order = _ADDRESSEE if trigger.aim == "addressee" else _CONTENT
    own = {sentence.mentions[i].country for i in source} - {None}
    rest = [i for i in rest if sentence.mentions[i].country not in own]
    base = sentence.start
    if trigger.type in ("REJECT", "REQUEST"):
        # 러시아군이 물러나기 전에는 협상할 수 없다며: when, and not whom.
        rest = [
            i for i in rest
            if cues[i] != "subject" or not _WHEN.match(sentence.text, sentence.mentions[i].end - base)
        ]  # fmt: skip
    if trigger.type == "REJECT":
        # 르완다는 M23 지원 의혹을 부인했다: what is denied is a rumour, and nobody's word.
        lead = sentence.text[: trigger.start - base]
        if rumour := _RUMOUR.search(lead):
            # 이란에 드론을 지원해 왔다는 의혹을: whom the rumour names has said nothing.
            told = lead[: rumour.start()].rstrip().endswith("다는")
            rest = [] if told else [i for i in rest if cues[i] != "bare"]
        # 이스라엘과 수교하지 않겠다, 스위스의 제안을 거절: whoever stands nearest.
        others = [
            i
            for i in rest
            if cues[i] in ("with", "of", "to", "from") and (not source or i > source[-1])
        ]
        if others and not any(cues[i] in ("about", "object", "subject") for i in rest):
            return joined_with(sentence, cues, others[-1], rest)
    if trigger.type == "SANCTION":
        # 북한을 도운 러시아 은행 2곳을 제재 대상에 올렸다: whose firms and people are hit.
        hit = [i for i in rest if _WHOSE.match(sentence.text, sentence.mentions[i].end - base)]
        if hit:
            return [i for i in hit if hit[-1] - i < 4]
    if trigger.type == "AID":
        # 덴마크 전투기를 동부 전선에 급파했다: what is sent is not whom it is for.
        order = ("to", "about", "of", "bare")
    behind = [i for i in rest if not source or i > source[-1] or cues[i] in ("about", "to", "with")]
    for cue in order:
        near = [i for i in behind if cues[i] == cue]
        if cue == "to" and trigger.aim == "addressee":
            base, start = sentence.start, trigger.start - sentence.start
            near = [
                i for i in near
                if not _ABOUT_IT.search(sentence.text, sentence.mentions[i].end - base, start)
            ]  # fmt: skip
        if (
            cue == "object"
            and trigger.type in ("REQUEST", "SUPPORT")
            and trigger.aim == "addressee"
        ):
            near = near[:1]
        if near:
            out = joined_with(sentence, cues, near[-1], rest)
            if cue == "with" and trigger.frame == "with":
                # 노르웨이와는 풍력에서, 네덜란드와는 반도체에서 협력하기로
                base = sentence.start
                out = sorted(
                    {
                        *out,
                        *(
                            i
                            for i in near
                            if _EACH.match(sentence.text, sentence.mentions[i].end - base)
                        ),
                    }
                )
            if cue == "subject" and order is _CONTENT:
                # 북한이 러시아와의 군사거래를 이어가는 데 대해: both do what is spoken of.
                out += [i for i in rest if cues[i] == "with" and i > near[-1]]
            return out
    return []


def find_whose_deed(
    sentence: Sentence, cues: list[Cue], trigger: Trigger, source: list[int], before: list[int]
) -> list[int]:
    """Whom an act without a target of its own answers: who did or said what stands before the topic."""
    mentions, text, base = sentence.mentions, sentence.text, sentence.start
    if trigger.type not in _ANSWERS or cues[source[0]] not in ("topic", "subject"):
        return []
    spot = mentions[source[0]].start - base
    earlier = [
        i for i in before if i < source[0] and mentions[i].country != mentions[source[0]].country
    ]
    if _AFTER_DEED.search(text[:spot]):
        return [i for i in earlier if cues[i] == "subject"][:1]
    if trigger.type == "REJECT" and _ASKED_BEFORE.search(text[:spot]):
        # 라마포사 대통령은 …호소했지만, 젤렌스키 대통령은 …받아들이지 않았다
        return [i for i in earlier if cues[i] in ("topic", "subject")][-1:]
    for i in reversed(earlier):
        between = text[mentions[i].end - base : spot]
        if (
            cues[i] == "of"
            and _AFTER_WORD.match(between)
            and re.search(r"(?:을|를|에|에도)\s$", between)
        ):
            return [i]
    return []


def agree_both(trigger: Trigger) -> bool:
    """Whether the words say that two agreed with each other: 합의했다, 뜻을 모았다."""
    return bool(_BOTH.search(trigger.text))


def find_partners(
    sentence: Sentence, cues: list[Cue], trigger: Trigger, source: list[int], before: list[int]
) -> list[int]:
    """조 장관은 왕 부장과 만나 …하기로 했다: with whom the source met in the clause before."""
    mentions, text, base = sentence.mentions, sentence.text, sentence.start
    own = {mentions[i].country for i in source}
    for i in reversed(before):
        if cues[i] != "with" or i <= source[-1] or mentions[i].country in own:
            continue
        if _MET.match(text[mentions[i].end - base : trigger.start - base]):
            return joined_with(sentence, cues, i, before)
    return []
