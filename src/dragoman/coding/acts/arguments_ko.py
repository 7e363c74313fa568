"""Who acts on whom in a Korean sentence.

In: a sentence, its cues, a trigger. Out: Arguments. The verb stands last; a topic (은/는) holds
for all verbs behind it, a subject (이/가) for its own clause; what another clause is about
(북한이 복귀할 것을, 북한이 발사했다고) has a subject of its own. A topic that is no actor of ours
(전문가들은) closes the way to actors named before it. Whom it is aimed at among those named is told by
acts/targets_ko.py, which words act nothing out by acts/no_act_ko.py.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.coding.acts.lexicon import Trigger
from dragoman.coding.acts.no_act_ko import tells_no_act
from dragoman.coding.acts.targets_ko import (
    agree_both,
    find_partners,
    find_target,
    find_whose_deed,
    joined_with,
)
from dragoman.coding.cues.clauses import (
    INNER,
    NO_VERB,
    boundaries,
    opens_inner_clause,
    overt_topics,
    quoted_spans,
    read_predicate,
)
from dragoman.coding.cues.cue import Cue
from dragoman.coding.cues.ko import find_end_of_korean_phrase
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


_CLAIM = re.compile(
    r"^\s?(?:주장|비난|의혹|알려|전해|보도|관측|추정|추측|의심|지목|것으로|밝혔지만)"
)
_REPORTED = re.compile(
    r"(?:것으로|고)\s?(?:알려졌|알려진|전해졌|전해진|보도됐|보도했|추정|관측|보인다|파악|보고 있|의심)"
)
_STATEMENT_KINDS = frozenset({"statement", "pledge", "agreement"})


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
    return joined_with(sentence, cues, outside[-1], before) if outside and told else []


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
    r"\s관련\s(?:\S+\s)?\S*(?:회의|회담|행사|포럼)|(?:\s?\([^()]*\))?(?:에|\s회의에)\s(?:참석|출석|참가|모인|제소|회부|상정)|\s(?:침공|침략|공습|폭격|점령|병합|포격|전쟁|내전)(?:이|을|에|은|과)\s|\s(?:지원|지지|파병|원조|문제|사태)(?:에|에\s대해)\s|(?:의)?\s(?:승인\s없|동의\s없|결의|헌장|제재위)"
)
# 유엔 안전보장이사회(안보리) 결의 위반: the law is nobody who acts or is acted on.
_LAW = re.compile(
    r"(?:\s?\([^()]{1,20}\)|\))?(?:의)?\s(?:대북\s|제재\s|다수\s|관련\s)?결의(?!안?을\s(?:채택|통과))"
)
# 규탄한다, 촉구하며: said by whoever says it, and told of nobody.
_SAYS = re.compile(
    r"(?:를|을)?\s?(?:\S{1,4}\s)?(?:한다|합니다|하며|하고|표한다|표하며|표명한다|표명하며|드린다|드립니다)"
)
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
    if tells_no_act(text, trigger, start, end, predicate):
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
        source = joined_with(sentence, cues, far_topics[-1], before)
    elif outer:
        chosen = outer[-1]
        several = {mentions[i].country for i in joined_with(sentence, cues, chosen, before)}
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
        source = joined_with(sentence, cues, chosen, before)
    elif (
        verbal and len(subjects) > 1 and _REPORTS.search(text[:end])
        and not (far_topics and set(subjects) <= set(joined_with(sentence, cues, subjects[0], before)))
    ):  # fmt: skip
        source = joined_with(sentence, cues, subjects[0], before)
    elif far_topics:
        source = joined_with(sentence, cues, far_topics[-1], before)
    elif (
        verbal and own_quote
        and len(outside := [i for i in before if cues[i] == "subject" and mentions[i].start - base < own_quote[0]]) > 1
    ):  # fmt: skip
        # 정부가 외무상이 …라고 주장한 것에 대해 “…촉구한다”고 밝혔다: the first of two speaks.
        source = joined_with(sentence, cues, outside[0], before)
    else:
        early = [
            i for i in before
            if cues[i] == "subject" and (not inner(i) or (i not in local and _goes_on(text, mentions[i].end - base)))
        ]  # fmt: skip
        if early:
            source = joined_with(sentence, cues, early[-1], before)
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
    target = find_target(sentence, cues, trigger, rest, source)
    if trigger.type == "SUPPORT" and source and _FOR_DOING.search(text[clause:start]):
        # 한국이 우크라이나를 지원해 온 데 대해 사의를 표했다: who did it, and not for whom it was done.
        doing = [i for i in local if i > source[-1] and cues[i] == "subject"]
        target = joined_with(sentence, cues, doing[0], before) if doing else target
    if trigger.mode == "allege" and source:
        # 서유럽 국가들이 러시아를 비방하고 있다고 주장했다: who is said to do it, and not to whom.
        claimed = [i for i in before if i > source[-1] and cues[i] == "subject"]
        target = joined_with(sentence, cues, claimed[0], before) if claimed else target
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
            target = joined_with(sentence, cues, earlier[-1], earlier)
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
            target = joined_with(sentence, cues, doers[0], before)
    if not source and not blocked and target and cues[target[0]] == "subject":
        # 미 법무부가 전산망을 마비시킨 혐의로 북한 해커를 기소했다: the subject is no target of its own verb.
        others = find_target(sentence, cues, trigger, [i for i in rest if i not in target], [])
        spot = mentions[others[0]].start - base if others else 0
        if others and _acts_across(text, mentions[target[0]].end - base, spot, start):
            source, target, overt = target, others, True
    if not target and source and trigger.type == "AGREE" and agree_both(trigger):
        target = find_partners(sentence, cues, trigger, source, before)
    if not target and source and not trigger.passive and trigger.frame != "with":
        target = find_whose_deed(sentence, cues, trigger, source, before)
    if not source and not blocked and target:
        # 유럽의회가 수감된 시장을 석방하라고 조지아에 요구했다: the target behind the inner verb
        # shows that the subject before it is the sentence's own.
        first = [i for i in before if cues[i] == "subject" and i not in target][:1]
        if first and _acts_across(
            text, mentions[first[0]].end - base, mentions[target[0]].start - base, start
        ):
            source = joined_with(sentence, cues, first[0], before)
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
