"""Who acts on whom in a Korean sentence.

In: a sentence, its cues, a trigger. Out: Arguments. The verb stands last; a topic (은/는) holds
for all verbs behind it, a subject (이/가) for its own clause; what another clause is about
(북한이 복귀할 것을, 북한이 발사했다고) has a subject of its own. A topic that is no actor of ours
(전문가들은) closes the way to actors named before it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.coding.clauses import (
    INNER,
    NO_VERB,
    boundaries,
    opens_inner_clause,
    overt_topics,
    quoted_spans,
    read_predicate,
)
from dragoman.coding.cue import Cue
from dragoman.coding.cues_ko import find_end_of_korean_phrase
from dragoman.coding.lexicon import Trigger
from dragoman.coding.scene import Sentence

__all__ = ["Arguments", "find_korean_arguments"]


@dataclass(slots=True)
class Arguments:
    """Indices of the sentence's mentions by the part they play.

    ``speakers``: who says that the act was done, when that is not its source. ``overt``: whether
    the source stands in the sentence. ``open``: whether an actor of an earlier sentence may be the
    source. ``contested``: the act is what somebody claims of another.
    """

    sources: list[int]
    targets: list[int]
    speakers: list[int]
    stand: str = "main"
    overt: bool = True
    open: bool = True
    contested: bool = False
    end: int = 0


# Where the target stands, by what the act is aimed at; the first cue that is filled decides.
_CONTENT: tuple[Cue, ...] = ("about", "object", "subject", "of", "bare", "with", "from", "to")
_ADDRESSEE: tuple[Cue, ...] = ("to", "about", "object", "from", "of", "subject", "with", "bare")
# 인도 총리의 초청을 수락했다: whose offer is taken stands as its owner.
_ACCEPTS = re.compile(r"(?:요청|제안|초청|조건|제의|요구|부탁)(?:을|를)\s")
_TOGETHER: tuple[Cue, ...] = ("with", "to")
_CLAIM = re.compile(
    r"^\s?(?:주장|비난|의혹|알려|전해|보도|관측|추정|추측|의심|지목|것으로|밝혔지만)"
)
_REPORTED = re.compile(
    r"(?:것으로|고)\s?(?:알려졌|알려진|전해졌|전해진|보도됐|보도했|추정|관측|보인다|파악|보고 있|의심)"
)
_STATEMENT_KINDS = frozenset({"statement", "pledge", "agreement"})
_WE = re.compile(r"(?:우리(?:는|가|\s정부는|\s측은)|저는|나는|양국은|양측은)")


def _between(sentence: Sentence, left: int, right: int) -> str:
    """Text from the end of mention ``left`` to the start of mention ``right``."""
    one, other = sentence.mentions[left], sentence.mentions[right]
    return sentence.text[one.end - sentence.start : max(one.end, other.start) - sentence.start]


def _group(sentence: Sentence, cues: list[Cue], at: int, among: list[int]) -> list[int]:
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


_EACH = re.compile(r"(?:\s[가-힣]{2,8})?[와과](?:는|도)[\s,]")
# 보낸 적이 없다고 못 박았다, 보도를 부인했다: what one did not do is no refusal of another's wish.
_DENIES_OWN = re.compile(
    r"(?:적이?|바가?|사실이|일이)\s(?:결코\s|전혀\s)?없(?:(?:다고|으며|다며)\s(?:\S+\s){0,2}|고\s(?:\S+\s){0,5})\S{0,8}$"
    r"|(?:보도|소문|관측|추측)(?:를|을)?\s(?:\S+\s){0,2}\S{0,3}$"
)
# 격추했다는 의혹을: held against somebody, not told.
_SAID_OF = re.compile(
    r"(?:는)?\s(?:\S{1,8}\s)?(?:의혹|주장|소문|관측|설을|설이|비난|혐의|루머|우려|지적|보도)"
)
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
# 망명을 허용했던 멕시코: the noun behind the relative clause is who did it.
_HEAD_GAP = re.compile(r"^\s?(?:전\s|현\s)?$")
# 모른 체한다고 비난했다: what is reported belongs to the verb of saying behind it.
_REPORTS = re.compile(r"[다라자냐](?:고|며|면서)(?:\s(?:\S+\s){0,3}\S{0,6})?$")


# 일본 땅이라고 주장한 것에 대해: what is quoted ends here, not the clause of who stands before it.
_QUOTES_ON = re.compile(r"[다라자냐](?:고|며|면서)$")


def _clause_start(text: str, start: int) -> int:
    """Where the clause of the words at ``start`` begins, with what it reports."""
    bounds = [b for b in boundaries(text, "ko") if b <= start]
    if bounds and start - bounds[-1] <= 24 and _REPORTS.search(text[bounds[-1] - 2 : start]):
        bounds.pop()
    return bounds[-1] if bounds else 0


def _named(sentence: Sentence, i: int) -> int:
    """The compound that says who a joint phrase is, when it stands right before: 한·미 양측은."""
    mentions = sentence.mentions
    beside = i and mentions[i].kind == "joint" and mentions[i - 1].kind == "states"
    return i - 1 if beside and mentions[i].start - mentions[i - 1].end <= 1 else i


def _goes_on(text: str, end: int) -> bool:
    """Whether a subject has its own verb in a clause that goes on: 중국이 유감을 표하며, …를 촉구했다."""
    bound = next(
        (b for b in boundaries(text, "ko") if b > end and not _QUOTES_ON.search(text, 0, b)), None
    )
    return bound is not None and not opens_inner_clause(text, end, bound)


_ANSWERS = frozenset({"ACCUSE", "REJECT", "SUPPORT", "REQUEST", "THREATEN", "SANCTION"})
# 핀란드가 …약속하자 러시아는, 미국의 제의를 북한은, 중국의 항의에도 일본은: whose deed is answered.
_AFTER_DEED = re.compile(r"[가-힣]자,?\s$|(?:데|것)(?:에)?\s대해\s$|(?:것을|데)\s두고\s$")
_ASKED_BEFORE = re.compile(
    r"(?:요청|호소|제안|촉구|요구|당부|제의|권고|압박|부탁|설득|주장|항의|비난|규탄)(?:을|를)?\s?(?:\S{0,3}\s)?\S{0,2}[했였](?:지만|으나|는데요?|고|으며),?\s$"
)
_AFTER_WORD = re.compile(r"^의\s(?:(?![^\s]*(?:은|이|가|고|며)\s)\S+\s){1,5}$")


def _answered(
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


def _performer(
    sentence: Sentence, cues: list[Cue], before: list[int], subjects: list[int],
    quote: tuple[int, int], start: int,
) -> list[int]:  # fmt: skip
    """대사는 “이란이 드론을 제공한 것을 규탄한다”고 했다: who performs what is quoted stands outside."""
    mentions, text, base = sentence.mentions, sentence.text, sentence.start
    outside = [
        i for i in before
        if cues[i] in ("topic", "subject") and mentions[i].start - base < quote[0]
        and not opens_inner_clause(text, mentions[i].end - base, quote[0])
    ]  # fmt: skip
    told = all(opens_inner_clause(text, mentions[i].end - base, start) for i in subjects)
    return _group(sentence, cues, outside[-1], before) if outside and told else []


def _acts_across(text: str, subject: int, target: int, start: int) -> bool:
    """Whether all inner verbs behind the subject stand before the target."""
    inner = [
        found.end()
        for found in INNER.finditer(text, subject, start)
        if not (found["word"] and NO_VERB.search(found["word"]))
    ]
    return bool(inner) and inner[-1] <= target


# 여러 나라 정부에서 규탄했지만: somebody acts, but nobody by name.
_ANYBODY = re.compile(r"(?:정부|당국|나라|단체|언론|학계|업계|일각|정치권)에서(?:는|도)?\s")
# 안보리 승인 없이, 유엔 안보리 결의에 따라: the law is not whom one turns against.
_NOT_AIMED = re.compile(
    r"(?:\s?\([^()]*\))?(?:에|\s회의에)\s(?:참석|출석|참가|모인)|\s(?:침공|침략|공습|폭격|점령|병합|포격|전쟁|내전)(?:이|을|에|은|과)\s|\s(?:지원|지지|파병|원조|문제|사태)(?:에|에\s대해)\s|(?:의)?\s(?:승인\s없|동의\s없|결의|헌장|제재위)"
)
# 유엔 안전보장이사회(안보리) 결의 위반: the law is nobody who acts or is acted on.
_LAW = re.compile(
    r"(?:\s?\([^()]{1,20}\)|\))?(?:의)?\s(?:대북\s|제재\s|다수\s|관련\s)?결의(?!안?을\s(?:채택|통과))"
)
# 규탄한다, 촉구하며: said by whoever says it, and told of nobody.
_SAYS = re.compile(
    r"(?:를|을)?\s?(?:\S{1,4}\s)?(?:한다|합니다|하며|하고|표한다|표하며|표명한다|표명하며|드린다|드립니다)"
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
# 아랍에미리트의 중재로, 도하의 초청으로: who brought others together is not whom they act on.
_GO_BETWEEN = re.compile(
    r"(?:\([^()]*\))?(?:을|를)\s통(?:해|한|하여)\s|(?:의|\s측(?:의)?)?\s?(?:중재|주선|초청|요청|중개|주최|지원)(?:로|으로)\s"
)


def find_korean_arguments(
    sentence: Sentence, cues: list[Cue], trigger: Trigger
) -> Arguments | None:
    """The parts of the act that ``trigger`` names; None when the words act nothing out."""
    text, base = sentence.text, sentence.start
    start, end = trigger.start - base, trigger.end - base
    predicate = read_predicate(text, start, end, "ko", trigger.noun)
    if predicate is None:
        return None
    stand = predicate.stand
    mentions = sentence.mentions
    if trigger.type == "REJECT" and _DENIES_OWN.search(text[:end]):
        return None
    if trigger.type == "THREATEN" and text[end:].startswith(("하지 않", "하지는 않")):
        return None
    if trigger.type == "AGREE" and "겠다" in trigger.text and _AGAINST.search(text[:start]):
        return None
    if trigger.type == "REQUEST" and _GREETING.search(text[:start]):
        return None
    if stand in ("quote", "main") and _FORECAST.match(text, predicate.end):
        return None
    if trigger.type == "REQUEST" and _ORDERS.search(trigger.text + text[end : end + 12]):
        return None
    if trigger.mode == "allege" and _OWN_RIGHT.search(text[:start]):
        return None
    if stand == "quote" and trigger.kind == "action" and _SAID_OF.match(text[predicate.end - 1 :]):
        return None
    quotes = quoted_spans(text)
    own_quote = next((q for q in quotes if q[0] <= start and end <= q[1]), None)

    def reachable(i: int) -> bool:
        spot = mentions[i].start - base
        inside = next((q for q in quotes if q[0] <= spot < q[1]), None)
        return inside is None or inside == own_quote

    before = [
        i for i, m in enumerate(mentions)
        if m.end - base <= end and reachable(i)
        # 가자지구를 공습했다: of what is struck the place tells whose it is.
        and (m.kind != "place" or (trigger.type == "ASSAULT" and cues[i] == "object"))
        and not (m.sector == "IGO" and _LAW.match(text, m.end - base))
    ]  # fmt: skip
    clause = _clause_start(text, start)
    if own_quote and own_quote[0] > clause:
        clause = own_quote[0]
    local = [i for i in before if mentions[i].start - base >= clause]

    def inner(i: int) -> bool:
        return opens_inner_clause(text, mentions[i].end - base, start)

    subjects = [i for i in local if cues[i] in ("topic", "subject")]
    outer = [i for i in subjects if not inner(i) or cues[i] == "topic"]
    topics = [i for i in before if cues[i] == "topic"]
    far_topics = [i for i in topics if i not in local]
    verbal = trigger.kind in _STATEMENT_KINDS
    source: list[int] = []
    speakers: list[int] = []
    performer: list[int] = []
    own_words = verbal and bool(_SAYS.match(text, end))
    if own_quote and own_words and not any(cues[i] == "topic" for i in local):
        performer = _performer(sentence, cues, before, subjects, own_quote, start)
    if performer:
        source = performer
    elif trigger.mode == "allege" and far_topics and all(cues[i] == "subject" for i in outer):
        # 외무성은 성명을 내고 한국이 삐라를 살포했다고 주장했다: who is said to have done it says nothing.
        source = _group(sentence, cues, far_topics[-1], before)
    elif outer:
        chosen = outer[-1]
        several = {mentions[i].country for i in _group(sentence, cues, chosen, before)}
        both = trigger.frame == "with" and stand == "chain" and len(several) > 1
        if (
            verbal and cues[chosen] == "subject" and any(cues[i] == "topic" for i in outer)
            and not both  # 정부는 캄보디아와 태국이 휴전에 합의하고 … 것을 환영했다
        ):  # fmt: skip
            # 미국은 북한이 ... : with verbs of saying, who stands in front speaks.
            chosen = [i for i in outer if cues[i] == "topic"][-1]
            if stand == "quote" and not inner(outer[-1]):
                # 정부는 중국이 북한을 규탄했다고 밝혔다: told of another.
                speakers, chosen = [chosen], outer[-1]
        elif (
            verbal and cues[chosen] == "topic" and _REPORTS.search(text[:end])
            and (led_by := [i for i in outer if cues[i] == "topic" and i < chosen])
        ):  # fmt: skip
            # 총리는 그린란드는 팔 물건이 아니라고 못 박았다: the first of two topics speaks.
            chosen = led_by[0]
        elif not verbal and cues[chosen] == "subject":
            speakers = [i for i in topics if i != chosen][-1:] if stand == "quote" else []
        elif (
            verbal and cues[chosen] == "subject" and len(subjects) > 1
            and _REPORTS.search(text[:end]) and subjects[0] != chosen
        ):  # fmt: skip
            # 아르메니아가 아제르바이잔이 …썼다고 주장했다: the first of two subjects speaks.
            chosen = subjects[0]
        source = _group(sentence, cues, chosen, before)
    elif (
        verbal and len(subjects) > 1 and _REPORTS.search(text[:end])
        and not (far_topics and set(subjects) <= set(_group(sentence, cues, subjects[0], before)))
    ):  # fmt: skip
        source = _group(sentence, cues, subjects[0], before)
    elif far_topics:
        source = _group(sentence, cues, far_topics[-1], before)
    elif (
        verbal and own_quote
        and len(outside := [i for i in before if cues[i] == "subject" and mentions[i].start - base < own_quote[0]]) > 1
    ):  # fmt: skip
        # 정부가 외무상이 …라고 주장한 것에 대해 “…촉구한다”고 밝혔다: the first of two speaks.
        source = _group(sentence, cues, outside[0], before)
    else:
        early = [
            i for i in before
            if cues[i] == "subject" and (not inner(i) or (i not in local and _goes_on(text, mentions[i].end - base)))
        ]  # fmt: skip
        if early:
            source = _group(sentence, cues, early[-1], before)
    last = max((find_end_of_korean_phrase(text, mentions[i].end - base) for i in source), default=0)
    foreign = overt_topics(text, max(last, own_quote[0] if own_quote else 0), start)
    foreign = [
        f
        for f in foreign
        if not any(m.start - base < f[1] and f[0] < m.end - base for m in mentions)
    ]
    foreign = [
        f for f in foreign
        if not any(q != own_quote and q[0] <= f[0] < q[1] for q in quotes)
    ]  # fmt: skip
    blocked = bool(foreign) and not (own_quote and own_quote[0] > foreign[-1][1])
    if (
        blocked
        and source
        and verbal
        and stand == "quote"
        and all(cues[i] == "topic" for i in source)
    ):
        blocked = False  # 대변인은 발사는 결의 위반이며 규탄한다고 밝혔다: the second topic is the quotation's
    if blocked and source and trigger.type != "REQUEST":
        source = []
    led = all(cues[i] == "topic" for i in source)
    if not verbal and not blocked and (led or not any(i in local for i in source)):
        # 두 나라는 …이란 시위대가 습격하자: somebody whom no table names did it.
        foreign = [
            span for span in overt_topics(text, max(last, clause), start, subject=True)
            if not any(m.start - base < span[1] and span[0] < m.end - base for m in mentions)
            and not opens_inner_clause(text, span[1], start)
        ]  # fmt: skip
        if foreign and trigger.frame != "with" and not trigger.passive:
            source, blocked = [], True
    if not source and _ANYBODY.search(text, clause, start):
        blocked = True
    if not source and not blocked:
        mine = [s for s in overt_topics(text, clause, start, subject=True)
                if not any(m.start - base < s[1] and s[0] < m.end - base for m in mentions)
                and not opens_inner_clause(text, s[1], start)]  # fmt: skip
        blocked = bool(mine) and not trigger.passive and not verbal
    overt = bool(source)
    if not source and not blocked:
        # 러시아의 우크라이나 침공, 한미 공동성명: the actor stands as owner before the noun.
        owners = [
            i for i in local
            if cues[i] in ("of", "bare", "at") and start - (mentions[i].end - base) <= 8
            and (trigger.kind == "agreement" or trigger.frame == "with" or mentions[i].kind == "states")
        ]  # fmt: skip
        source = owners[-1:]
        overt = bool(source)
    if stand == "modifier" and not any(
        cues[i] == "subject" and i in local for i in source
    ):  # fmt: skip
        head = [
            i for i, m in enumerate(mentions)
            if m.kind != "place" and m.start - base >= predicate.end - 1
            and _HEAD_GAP.match(text[predicate.end : max(predicate.end, m.start - base)])
        ]  # fmt: skip
        if head and not [i for i in local if cues[i] == "subject"]:
            source, overt = head[:1], True
    source = [_named(sentence, i) for i in source]
    rest = [
        i for i in local
        if i not in source and i not in speakers and not _NOT_AIMED.match(text, mentions[i].end - base) and not _GO_BETWEEN.match(text, mentions[i].end - base)
    ]  # fmt: skip
    target = _target(sentence, cues, trigger, rest, source)
    if trigger.type == "SUPPORT" and source and _FOR_DOING.search(text[clause:start]):
        # 한국이 우크라이나를 지원해 온 데 대해 사의를 표했다: who did it, and not for whom it was done.
        doing = [i for i in local if i > source[-1] and cues[i] == "subject"]
        target = _group(sentence, cues, doing[0], before) if doing else target
    if trigger.mode == "allege" and source:
        # 서유럽 국가들이 러시아를 비방하고 있다고 주장했다: who is said to do it, and not to whom.
        claimed = [i for i in before if i > source[-1] and cues[i] == "subject"]
        target = _group(sentence, cues, claimed[0], before) if claimed else target
    if (
        not target
        and clause
        and trigger.type in ("REQUEST", "ACCUSE", "THREATEN", "REJECT", "SUPPORT")
    ):
        # 북한의 발사를 규탄하고 중단을 촉구했다: the second verb has the first one's object.
        earlier = [i for i in before if i not in source and i not in local and i not in speakers
                   and cues[i] in ("about", "object", "to", "of", "bare")
                   and clause - (mentions[i].end - base) <= 60]  # fmt: skip
        if earlier and not verbal:
            earlier = []
        if earlier and source and earlier[-1] > source[-1]:
            target = _group(sentence, cues, earlier[-1], earlier)
        doers = [
            i
            for i in before
            if source and i > source[-1] and i not in local and cues[i] == "subject"
        ]
        if (
            not target
            and doers
            and trigger.type in ("SUPPORT", "ACCUSE")
            and _THAT.search(text[clause:start])
        ):
            target = _group(sentence, cues, doers[0], before)
    if not source and not blocked and target and cues[target[0]] == "subject":
        # 미 법무부가 전산망을 마비시킨 혐의로 북한 해커를 기소했다: the subject is no target of its own verb.
        others = _target(sentence, cues, trigger, [i for i in rest if i not in target], [])
        spot = mentions[others[0]].start - base if others else 0
        if others and _acts_across(text, mentions[target[0]].end - base, spot, start):
            source, target, overt = target, others, True
    if not target and source and trigger.type == "AGREE" and _BOTH.search(trigger.text):
        target = _partners(sentence, cues, trigger, source, before)
    if not target and source and not trigger.passive and trigger.frame != "with":
        target = _answered(sentence, cues, trigger, source, before)
    if not source and not blocked and target:
        # 유럽의회가 수감된 시장을 석방하라고 조지아에 요구했다: the target behind the inner verb
        # shows that the subject before it is the sentence's own.
        first = [i for i in before if cues[i] == "subject" and i not in target][:1]
        if first and _acts_across(
            text, mentions[first[0]].end - base, mentions[target[0]].start - base, start
        ):
            source = _group(sentence, cues, first[0], before)
            target = [i for i in target if i not in source]
            overt = True
    if not target and trigger.type in ("ACCUSE", "THREATEN") and source:
        # “북러가 …하기로 한 것은 위협”이라고 규정하고 우려를 표명했다: who is spoken of in the quotation.
        near = [q for q in quotes if q[1] <= start and start - q[1] <= 24]
        if near:
            spoken = [
                i for i, m in enumerate(mentions)
                if near[-1][0] <= m.start - base < near[-1][1] and m.kind != "place"
                and cues[i] in ("subject", "topic")
            ]  # fmt: skip
            target = spoken[:1]
    if trigger.passive and trigger.type == "AID":
        # 의약품은 필리핀 정부에 전달되었다: to whom it went; who gave it was told before.
        to = [i for i in rest + source if cues[i] == "to"]
        return Arguments(
            [], to[-1:], speakers, stand, False, True, contested=False, end=predicate.end
        )
    if trigger.passive:
        by = [i for i in rest if cues[i] in ("by", "from", "to")]
        if not by:
            by = [i for i in rest if cues[i] == "of" and 0 <= start - (mentions[i].end - base) <= 6]
        source, target = (by[-1:], source) if by else ([], source)
        overt = bool(by)
        blocked = blocked or not by
    contested = bool(speakers) and bool(_CLAIM.match(predicate.governor))
    contested = contested or bool(_REPORTED.search(text, end, min(len(text), end + 40)))
    return Arguments(source, target, speakers, stand, overt, not blocked, contested, predicate.end)


# 태국이 휴전에 합의하고 약속을 이행한 것을 환영했다: whose doing the noun clause tells.
_THAT = re.compile(r"(?:것|점|데)(?:을|를|에|도)?\s(?:대해\s|대하여\s)?(?:\S+\s){0,2}$")
_FOR_DOING = re.compile(
    r"[한된온준간킨낸인운던는]\s(?:것|점|데)(?:을|를|에)?\s(?:대해\s|대하여\s)?(?:깊은\s|높이\s|각별한\s)?$"
)
_RUMOUR = re.compile(r"(?:의혹|혐의|소문|보도|관측|설)(?:을|를)\s(?:\S+\s)?$")
_WHEN = re.compile(r"(?:이|가)\s(?:\S+\s){0,4}?\S{0,4}기\s(?:전|때문)")


def _partners(
    sentence: Sentence, cues: list[Cue], trigger: Trigger, source: list[int], before: list[int]
) -> list[int]:
    """조 장관은 왕 부장과 만나 …하기로 했다: with whom the source met in the clause before."""
    mentions, text, base = sentence.mentions, sentence.text, sentence.start
    own = {mentions[i].country for i in source}
    for i in reversed(before):
        if cues[i] != "with" or i <= source[-1] or mentions[i].country in own:
            continue
        if _MET.match(text[mentions[i].end - base : trigger.start - base]):
            return _group(sentence, cues, i, before)
    return []


# What both agreed, when one is told to have met the other right before.
_BOTH = re.compile(r"(?:기로|합의|(?:의견|뜻|인식|견해)(?:을|이) (?:같|모|일치)|공감)")
_MET = re.compile(
    r"^(?:[님들]{0,2}[와과]|\s?간)(?:의|는|도)?\s(?:\S+\s){0,6}?\S{0,8}(?:회담|회동|만나|만났|통화|면담|협의|논의|오찬|만찬|환담|대좌|마주 앉|머리를 맞대)"
    r"(?!\S*기로)\S{0,4}\s"
)


def _target(
    sentence: Sentence, cues: list[Cue], trigger: Trigger, rest: list[int], source: list[int]
) -> list[int]:
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
            return _group(sentence, cues, others[-1], rest)
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
            out = _group(sentence, cues, near[-1], rest)
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
