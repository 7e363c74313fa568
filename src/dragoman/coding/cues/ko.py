"""How a mention hangs in a Korean sentence: by the particle behind its noun phrase.

In: the text of a sentence, where a mention stands in it. Out: its cue; where its noun phrase ends;
whether words part two names or list them. What joined names share is left to cues/find.py.
"""

from __future__ import annotations

import re

from dragoman.coding.cues.cue import ASIDE, Cue, named_cue
from dragoman.coding.names.mention import Mention

__all__ = ["APART", "BESIDE", "find_end_of_korean_phrase", "read_korean_cue"]

# Words of a long title: none of them bears a particle or says when.
_FIELD = r"(?:(?!이후|이전|당시|전쟁|사태|등\s|및\s|뒤\s|후\s|전\s|중\s|간\s|때\s)[가-힣·]{1,9}(?<![은는이가을를에의로서도고며과와인한된])\s)"
# A title that no table knows, between a state or name and its particle: 신임 외교장관 대행(내정자)과.
_FIRST = r"신임\s|현직?\s|전임?\s|차기\s|[가-힣·]{2,12}\s"
_TITLE = (
    r")?[가-힣0-9]{0,6}?(?:국무위원|정치국\s위원|상무위원|서기장?|총서기|비서|장관|총리|대통령|차관보?|주석|부장|의장|특사|대사|공사|사령관|차장|처장|청장|본부장|국장|심의관|대표|부총리|국왕|왕세자|총재|총장|위원장|보좌관|실장|참모총장|조정관)"
    r"(?:\s?(?:권한)?(?:대행|내정자|지명자|당선인))?" + ASIDE + r"(?=[은는이가을를과와의에도]))?"
)
# Those who act for a state: 필리핀 해군이, 콩고 정부군 협상단이, 인도와 파키스탄 군 수뇌부가. What
# stands between is a noun without a particle.
_FOR = (
    r"(?:(?:\s[가-힣A-Z0-9·]{1,8}(?<![은는이가을를에의과와로서도만고며]))?\s?[가-힣]{0,6}?"
    r"(?:대표단|사절단|특사단|의원단|협상단|중재단|참관단|자문단|당국자|지도부|수뇌부|대변인실|대사관|정상|장관|외교부|국방부|외무부|정부군|해군|공군|육군|해병대|군부|군정"
    r"|특공대|경찰|검찰|법원|재판부|의회|하원|상원|국회|의원|외교관|특사|협상대표|대표|관리|병사|군인|장병|부대|정보기관|당국|세관|해경|경비대|수비대|순찰대|중앙은행|내각"
    r"|총리실|위원회|감독당국|감시기구|규제기관|검찰청|사법부|군함|함정|해경선|경비함|군용기|정찰기|편대|구축함|전투기|폭격기|수석대표|잠수부대원|전투원|반군|조종사|군 당국|군 수장|외무성|국무부|정보부|이사회|참모본부|참모부|합참|원조기구|은행|보고관|조정관|조사단|진상조사단|감시단|부통령|부총리|정상들|각료|각료들|대통령실|지휘부|공격대|방위군"
    r"|[가-힣]{1,4}(?<!일)(?<!내)(?<!외)(?<!남)(?<!북)(?<!동)(?<!서)(?<!중)(?<!전)(?<!간)(?<!군)부|조정실|사무소|사무국|판무관실|여단|사단|관세청|이민청|경찰청|해양청|방위청|방위성|재무성|법무성|경제산업성)들?)"
)


def _particle(before_title: str) -> re.Pattern[str]:
    """The particle of a noun phrase; ``before_title``: what may stand between a name and its title."""
    return re.compile(
        ASIDE
        # 대통령님과, 장관님께서: politeness is no noun of its own.
        + r"(?:님(?=[은는이가을를께과와의에도,]))?(?:들(?=[은이을과에의도,]))?"
        + r"(?:\s?(?:권한\s?|직무\s?)?(?:대행|대리|내정자|지명자|당선인)(?=[은는이가을를께과와의에도,]))?"
        + r"(?:\s(?:"
        + before_title
        + _TITLE
        # 프랑스·이탈리아 등과, 모리셔스 대통령 등 10개국 정상과: the particle follows the list.
        + r"(?:(?:\s?등(?:\s\d+\s?개\s?(?:국|나라)|\s[가-힣]{2,4}국)?|\s\d+\s?개?\s?국)(?:\s(?:각국\s|[가-힣]{2,4}\s)?[가-힣]{0,4}?(?:정상|장관|대표|대사|총리|나라|국가|인사|대표단|국)들?)?(?=(?:과|와|을|를|은|는|이|가|에|에게|의|도)[\s,]))?"
        + r"(?:(?:"
        + _FOR
        + r"(?=[은는이가을를과와의에도께,(]|\s?(?:측|간|및)|으로)"
        r"|\s?(?:측|정부|당국|군|양국|씨|여사|의장|장관|총리|대통령|주석|국민))(?![가-힣]{2,}[은는이가을를]\s))?(?:"
        r"(?P<about>(?:에|을|를|과|와)?\s?(?:대해|대한(?!민국|제국|항공)|대하여|관해|관한|관련|둘러싼|겨냥|향해|향한|상대로|비롯))"
        r"|(?P<by>에\s?의해|에게\s?의해)"
        r"|(?P<fromm>에게서|으로부터|로부터|측으로부터)"
        r"|(?P<at>에서(?:는|도)?|내에서)"
        r"|(?P<withof>[와과](?:의|는|도)(?=\s|,)|\s?간의?(?=\s|,)|\s?사이의?(?=\s|,))"
        r"|(?P<andd>[와과]|\s?및|\s?·|,|하고|이랑|\s?양국과)(?=\s|[가-힣])"
        r"|(?P<topic>은|는|측은|께서는|이야말로)(?=[\s,.\"”’']|$)"
        r"|(?P<subject>이|가|께서|도|만)(?=[\s,.\"”’']|$)"
        r"|(?P<object>을|를)(?=[\s,.\"”’']|$)"
        r"|(?P<to>에게|께|한테|에(?=[\s,]|$)|\s앞으로(?=\s)|으로(?=\s)|로(?=\s)|향)"
        r"|(?P<of>의(?=\s|$))"
        r"|(?P<bare>))"
    )


_PARTICLE = _particle(_FIRST)
# 왕이 외교 담당 국무위원 겸 외교부장이: a person's title may be long, a state's is not.
_PARTICLE_OF_PERSON = _particle(_FIRST + "|" + _FIELD + r"{2,5}")
# 국무장관과 전화 통화를 갖고 북한의: what stands between is a clause, no list.
APART = re.compile(
    r"(?:[을를고며]|에서|위해|대해|[한된간온난]\s(?:뒤|후|데 이어)|전쟁|교전|갈등|대립|협상|중인|중이던|가까운|함께),?\s"
)
BESIDE = re.compile(r"[와과]\s")


# 케냐, 모리타니아 외교장관과 각각: the last of a list may be of no table.
_LIST_END = re.compile(
    r",\s[가-힣]{2,8}\s(?:외교|외무|국방|통상)?(?:장관|차관|총리|대통령|대사|정상)(?:들)?(?:과|와)\s"
)
# 우크라이나 정부와 국민을 돕기 위해: a people named with its government bears the particle of both.
_AND_PEOPLE = re.compile(
    r"(?:\s?(?:정부|당국|측|군))?[와과]\s(?:그\s|양국\s|현지\s)?(?:정부|의회|국민|인민|시민|주민|군민|피난민|난민|유가족|유족|희생자|이재민|지도부|군부|기업|동맹국?|시민사회)(?:들)?"
    r"(?:,?\s?(?:및|그리고|과|와)?\s(?:그\s)?(?:국민|시민|주민|피난민|난민|유가족|유족|이재민)(?:들)?)?"
    r"(?:(?P<about>(?:에|을|를)?\s?(?:대해|대한|대하여|위해|위한))|(?P<topic>은|는)|(?P<subject>이|가)|(?P<object>을|를)|(?P<to>에게|께|에)|(?P<of>의))(?=[\s,])"
)


def read_korean_cue(text: str, mention: Mention, start: int, end: int) -> Cue:
    """The cue of the mention at [start, end) of a sentence, by the particle behind it."""
    if end - start == 1 and text[start - 1 : start] == "방":
        return "bare"  # 방한은 9년 만이다: whom one visits does nothing here
    if mention.kind == "state" and _LIST_END.match(text, end):
        return "with"
    if mention.kind in ("state", "body") and (both := _AND_PEOPLE.match(text, end)):
        return named_cue(both)
    pattern = _PARTICLE_OF_PERSON if mention.kind == "person" else _PARTICLE
    return named_cue(pattern.match(text, end))


def find_end_of_korean_phrase(text: str, end: int) -> int:
    """Where the noun phrase of a Korean mention that ends at ``end`` stops, with its particle."""
    found = _PARTICLE.match(text, end)
    return found.end() if found else end
