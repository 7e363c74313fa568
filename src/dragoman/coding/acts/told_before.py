"""Whom an act without a named target is aimed at in any language: who was told of right before.

In: a Doing, with the acts and talks that its document told before. Out: the other of a pair that the
sentence names; for a refusal or a threat, who has just acted on the source, or whom the acts before
were aimed at; else the partner in talks; those who made the deal that is welcomed. What the words of
one language point to is left to the rooms that acts/aimed_at.py asks besides.
"""

from __future__ import annotations

import re

from dragoman.coding.acts.act import HOSTILE, Act, Doing
from dragoman.coding.people.parties import Party, countries_of, party_of
from dragoman.records import quad_of

__all__ = ["asks_in_general", "find_told_before", "punished_before"]

# Asked of those in general: 국제사회에, 관련국들에게, 国際社会に, 各国に, 記者団に.
_OTHERS = re.compile(
    r"(?:국제\s?사회|서방|관련국|각국|회원국|당사자|당사국|국민|기업|주민|시민|기자|취재진|의원|학생|군|당국자|전문가)(?:들)?(?:에|에게|에도)\s(?:\S+\s){0,4}$"
    r"|(?:国際社会|各国|関係国|加盟国|当事者|国民|企業|住民|記者団|議員|両軍|市民|同盟国|関係者)(?:ら)?(?:に|に対し|へ)[^。]{0,30}$"
)
_SUPPORT_ASKED = re.compile(
    r"(?:理解|支持|協力|支援|役割|対応)(?:と\S{1,6})?(?:を|について)$|(?:이해|지지|협력|협조|지원|관심|역할)(?:와\s\S+|과\s\S+)?(?:을|를)?\s(?:\S+\s)?$"
)
# A readiness in general binds the partner of no talks: 輸出を続ける用意がある.
_INTENDS = re.compile(r"用意|意思|意向|考え|意欲|決意")
_DEAL = re.compile(
    r"(?:합의|휴전|회담|정상회담|수교|결정|선언|협정|화해|석방|해빙|재개|교환|발표|타결|결과|만남|조치)(?:를|을|에)?\s?(?:대해\s)?(?:\S+\s){0,3}$|^[^.]{0,30}\b(?:agreement|deal|accord|ceasefire|truce|talks|meeting|summit|result|outcome|resolution|decision|release|exchange)\b"
)
# A concern about something is none at the partner: 아이티 정세에 깊은 우려를 표했다.
_CONCERN = re.compile(r"우려|憂慮")
_HELPS = re.compile(r"(?:지원|제공|전달|파견|원조|공여|기부)하$")
_PACT = re.compile(r"협정|조약|합의|계약")
_TRUCE = re.compile(r"휴전|정전|평화협정|수교|합의|협정|停戦|合意|和平")
# 결정을 규탄했다: what sanctions are condemned, their author is meant.
_DECIDED = re.compile(r"(?:결정|조치|제재|추방|단교|봉쇄)(?:을|를|에|에\s대해)\s(?:\S+\s){0,3}$")
_WITH_PARTNER = HOSTILE | {"AGREE", "SUPPORT", "AID"}
_REACH = 2  # sentences


def asks_in_general(doing: Doing) -> bool:
    """Whether a Korean or Japanese request is made of somebody who is no party of ours."""
    asks = doing.trigger.type == "REQUEST" and doing.language in ("ko", "ja")
    return asks and bool(_OTHERS.search(doing.lead))


def find_told_before(doing: Doing) -> list[Party]:
    """The party, or the parties, whom what was told before suggests; empty when it does not."""
    trigger, lead, own, discourse = doing.trigger, doing.lead, doing.own, doing.discourse
    if trigger.type == "AGREE" and len(own) == 1:
        for mention in doing.sentence.mentions:
            if (
                mention.kind == "states" and mention.end <= trigger.start
                and own < set(mention.members)
            ):  # fmt: skip
                return _others(party_of(mention), own)
    if asks_in_general(doing):
        return []  # 国際社会に呼びかけた: somebody who is no actor of ours
    if trigger.type == "REQUEST" and doing.language in ("ko", "ja"):
        partner = discourse.partner_of(doing.sources)
        if partner and _SUPPORT_ASKED.search(lead[-16:]):
            return partner
    if trigger.type == "ACCUSE" and _CONCERN.search(trigger.text):
        return []
    if trigger.type == "AGREE" and _INTENDS.search(trigger.text):
        return []
    near = [
        a for a in reversed(doing.acts)
        if doing.sentence.number - a.sentences[-1].number <= _REACH
    ]  # fmt: skip
    if trigger.type in HOSTILE and (met := _struck(doing, near)) is not None:
        return met
    praised = trigger.type == "SUPPORT" and trigger.kind == "statement"
    if praised and (_DEAL.search(lead[-24:]) or _DEAL.search(doing.behind[:60])):
        stage = discourse.on_stage
        apart = own.isdisjoint(countries_of(stage))
        return _made_it(lead[-24:], own, doing.acts) or (list(stage) if apart else [])
    if trigger.type == "AGREE" and doing.language == "ko" and _HELPS.search(lead):
        # 정부는 구호대를 급파했다. 이와 별도로 500만 불을 지원하기로 했다: the same are helped.
        for act in near:
            if act.trigger.type == "AID" and own == set(countries_of(act.sources)) and act.targets:
                return list(act.targets)
    broken = trigger.type == "SANCTION" and _PACT.search(trigger.text)
    return discourse.partner_of(doing.sources) if broken or trigger.type in _WITH_PARTNER else []


def _others(parties: list[Party], own: set[str]) -> list[Party]:
    return [p for p in parties if p.country not in own]


def _struck(doing: Doing, near: list[Act]) -> list[Party] | None:
    """Who is at odds with those who act, by the acts right before, the last first; None: no act says."""
    own = doing.own
    for act in near:
        if own & set(countries_of(act.targets)) and not act.symmetric:
            return _others(act.sources, own)
        if doing.trigger.type == "REJECT" and doing.language == "ko":
            continue  # who is refused has asked or accused; nobody else is meant
        # 볼리비아가 …와 단교했다. 칠레는 …를 비난했다: the same is meant, not who broke with it.
        if (act.trigger.type in HOSTILE and act.targets) or act.trigger.type == "SANCTION":
            return _others(act.targets, own)
        if quad_of(act.trigger.type) == "material conflict":
            return _others(act.sources, own)
    return None


def punished_before(doing: Doing) -> set[str]:
    """볼리비아가 …와 단교했다. 칠레는 …를 비난했다: whom sanctions told right before have hit."""
    if doing.trigger.type != "ACCUSE" or _DECIDED.search(doing.lead):
        return set()
    near = [a for a in doing.acts[-2:] if a.trigger.type == "SANCTION"]
    return {country for act in near for country in countries_of(act.targets)}


def _made_it(lead: str, own: set[str], acts: list[Act]) -> list[Party]:
    """유엔은 휴전을 환영했다: those who agreed on what carries the same name, however long before."""
    found = _TRUCE.search(lead)
    if found is None:
        return []
    for act in reversed(acts):
        told = act.sentences[0].text
        if act.symmetric and found.group() in told and own.isdisjoint(countries_of(act.sources)):
            return list(act.sources)
    return []
