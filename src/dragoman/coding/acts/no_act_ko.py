"""Korean words that look like an act and are none: a denial of one's own doing, an order to one's own
people, a greeting passed on, what experts foresee, a right that one claims for oneself.

In: a sentence's text, the trigger and its predicate. Out: whether the words act nothing out. Who acts
on whom where they do is left to acts/arguments_ko.py.
"""

from __future__ import annotations

import re

from dragoman.coding.acts.lexicon import Trigger
from dragoman.coding.cues.clauses import Predicate

__all__ = ["tells_no_act"]

# 보낸 적이 없다고 못 박았다, 보도를 부인했다: what one did not do is no refusal of another's wish.
_DENIES_OWN = re.compile(
    r"(?:적이?|바가?|사실이|일이)\s(?:결코\s|전혀\s)?없(?:(?:다고|으며|다며)\s(?:\S+\s){0,2}|고\s(?:\S+\s){0,5})\S{0,8}$"
    r"|(?:보도|소문|관측|추측)(?:를|을)?\s(?:\S+\s){0,2}\S{0,3}$"
)
# 격추했다는 의혹을: held against somebody, not told.
_SAID_OF = re.compile(
    r"(?:는)?\s(?:\S{1,8}\s)?(?:의혹|주장|소문|관측|설을|설이|비난|혐의|루머|우려|지적|보도)"
)
# 끝까지 추적하겠다, 세계무역기구에 제소하겠다: a will against somebody is no commitment to him.
_AGAINST = re.compile(
    r"(?:추적|처벌|수사|단속|대응|대처|차단|제소|보복|제재|철수|중단|중지|탈퇴|거부|파기|수호|압박|반격|응징|심판)하$|(?:막|맞서|물러서지 않|끊|지키|갚)$"
)
# 안부를 전해 달라고 했다: a greeting is no demand.
_GREETING = re.compile(r"(?:안부|문안|인사|축하|감사의 뜻)(?:를|을)\s(?:\S+\s){0,2}\S{0,4}$")
# 요구할 것이라고 전망했다: what somebody foresees another will do.
_FORECAST = re.compile(
    r"\s?(?:\S+\s)?(?:전망|예상|관측|내다봤|내다보|점쳤|분석)(?:했|하|된|됐|이|$)"
)
# 만전을 기하라고 지시했다: an order to one's own.
_ORDERS = re.compile(r"라고\s(?:\S+\s)?(?:지시|주문|명령)(?:했|하|한|$)")
# 정당한 자위권 행사였다고 주장했다: what one claims for oneself is held against nobody.
_OWN_RIGHT = re.compile(r"(?:자위권|자위적|정당방위|정당한|합법적|주권적 권리|방어적)[^.]{0,24}$")


def tells_no_act(text: str, trigger: Trigger, start: int, end: int, predicate: Predicate) -> bool:
    """Whether the words [start, end) of the sentence act nothing out, though a table names them."""
    lead, stand = text[:start], predicate.stand
    if trigger.type == "REJECT" and _DENIES_OWN.search(text[:end]):
        return True
    if trigger.type == "THREATEN" and text[end:].startswith(("하지 않", "하지는 않")):
        return True
    if trigger.type == "AGREE" and "겠다" in trigger.text and _AGAINST.search(lead):
        return True
    if trigger.type == "REQUEST" and (
        _GREETING.search(lead) or _ORDERS.search(trigger.text + text[end : end + 12])
    ):
        return True
    if stand in ("quote", "main") and _FORECAST.match(text, predicate.end):
        return True
    if trigger.mode == "allege" and _OWN_RIGHT.search(lead):
        return True
    said = stand == "quote" and trigger.kind == "action"
    return said and bool(_SAID_OF.match(text[predicate.end - 1 :]))
