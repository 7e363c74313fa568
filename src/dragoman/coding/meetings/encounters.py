"""Who meets whom at the words that name an encounter, in Korean; a rule for the rest.

In: a sentence, its cues, the words [start, end) that name an encounter (offsets in the document).
Out: indices of the subject's mentions, and groups of indices of those met. Pairing subject and
groups into meetings is left to meetings/pairs.py; English (meetings/encounters_en.py), Japanese, Chinese and
Russian (with their arguments: acts/arguments_ja.py, acts/arguments_zh.py, acts/arguments_ru.py) have finders of their own.
"""

from __future__ import annotations

import re

from dragoman.coding.cues.clauses import boundaries, opens_inner_clause, quoted_spans
from dragoman.coding.cues.cue import Cue
from dragoman.coding.people.parties import HEADS
from dragoman.coding.scene import Sentence

__all__ = [
    "Parties",
    "find_korean_parties",
    "find_other_parties",
    "gap_between",
    "joined_before",
]

Parties = tuple[list[int], list[list[int]]]

_KO_RECEIVES = re.compile(r"접견|회견|면담|만나|만났|만난|만남|예방|초청|마주|대좌|오찬|만찬")
_KO_BREAK = re.compile(r"[.,]|(?:은|는|이|가|을|를|고|며)\s")
_KO_SAID = re.compile(r"[^.]{0,24}(?:[다라]고|다는)\s")
_KO_TRAVELS = re.compile(r"방문|방[한미일중북러]|찾")
_KO_TELLS = re.compile(r"[다라]고\s(?:\S+\s){0,3}?(?:밝혔|전했|발표|보도|알렸|설명|말했|소개|덧붙)")
_KO_TALKS = re.compile(r"(?:\s?자리)?에서(?:도|는)?,?\s")
_KO_LIST = re.compile(r"[와과,·]|및|그리고|/")


def gap_between(sentence: Sentence, left: int, right: int) -> str:
    """The words between two mentions, given by their places in the sentence's list."""
    one, other = sentence.mentions[left], sentence.mentions[right]
    return sentence.text[one.end - sentence.start : max(one.end, other.start) - sentence.start]


def joined_before(
    sentence: Sentence,
    cues: list[Cue],
    last: int,
    among: list[int],
    pattern: re.Pattern[str],
    reach: int,
) -> list[int]:
    """A mention with those joined to it before it: 한국, 미국, 일본은."""
    out, here = [last], last
    while (k := here - 1) in among and cues[k] == cues[last]:
        gap = gap_between(sentence, k, here)
        if len(gap) > reach or not pattern.search(gap):
            break
        out.append(k)
        here = k
    return sorted(out)


def find_korean_parties(sentence: Sentence, cues: list[Cue], start: int, end: int) -> Parties:
    """The subject stands as topic before the words; who is met carries 와/과, or 을/를 when received."""
    text, base, mentions = sentence.text, sentence.start, sentence.mentions
    spot = start - base
    before = [
        i for i, m in enumerate(mentions)
        if m.kind != "place" and (
            m.end <= start
            # 터키 외교차관 접견: the words begin inside the title.
            or (m.start < start < m.end <= end and m.kind in ("person", "office"))
        )
    ]  # fmt: skip
    quotes = [q for q in quoted_spans(text) if not q[0] <= spot < q[1]]
    before = [i for i in before if not any(q[0] <= mentions[i].start - base < q[1] for q in quotes)]
    bounds = [b for b in boundaries(text, "ko") if b <= spot]
    clause = bounds[-1] if bounds else 0
    local = [i for i in before if mentions[i].start - base >= clause]
    topics = [i for i in before if cues[i] == "topic"]
    subjects = [i for i in local if cues[i] in ("topic", "subject")] or topics
    subjects = subjects or [i for i in before if cues[i] == "subject"]
    subject: list[int] = []
    if subjects:
        head = [i for i in subjects if cues[i] == "topic"] or subjects
        doer = [
            i for i in local if cues[i] == "subject" and mentions[i].kind in ("person", "office")
        ]
        if not doer and mentions[head[-1]].office == "spokesperson":
            # 부대변인은 미국이 한국과 회담했다고 밝혔다: the state does, and not who speaks for it.
            doer = [i for i in local if cues[i] == "subject"]
        own = bool(doer) and cues[head[-1]] == "topic" and doer[-1] > head[-1]
        between = text[mentions[doer[-1]].end - base : spot] if own else ""
        if (
            own and _KO_TRAVELS.match(text, spot)
            and not opens_inner_clause(between, 0, len(between))
        ):  # fmt: skip
            head = doer[
                -1:
            ]  # 황 대사는 쇼이구 서기가 평양을 방문한 뒤: who travels stands beside the verb
        elif (
            own
            and (
                mentions[head[-1]].kind not in ("person", "office")
                or mentions[head[-1]].office == "spokesperson"
                or any(cues[i] == "with" and i > doer[-1] for i in local)
            )
            and _KO_TELLS.search(text[end - base :])
        ):  # fmt: skip
            head = doer[-1:]  # 외교부는 윤 장관이 왕 부장과 통화했다고 밝혔다: he, not the ministry
        pair = [i for i in local if cues[i] == "subject"]
        partner = pair[-1] - 1 if pair and pair[-1] - 1 in before else None
        if (
            partner is not None and head[-1] != pair[-1] and cues[partner] == "with"
            and re.fullmatch(r"[와과]\s", gap_between(sentence, partner, pair[-1]))
            and _KO_SAID.match(text[end - base :])
        ):  # fmt: skip
            return [
                partner,
                pair[-1],
            ], []  # 보좌관은 두 정상이 통화할 것이라고 밝혔다: they, not he
        subject = joined_before(sentence, cues, head[-1], before, _KO_LIST, 14)
    # 한미일 3국 외교차관은: the compound says who the joint phrase is.
    subject = [
        i - 1 if mentions[i].kind == "joint" and i and mentions[i - 1].kind == "states"
        and mentions[i].start - mentions[i - 1].end <= 1 else i
        for i in subject
    ]  # fmt: skip
    companions = [i for i in local if cues[i] == "with" and i not in subject]
    compound = [
        i for i in before
        if mentions[i].kind == "states" and start - mentions[i].end <= 14
        and not _KO_BREAK.search(text[mentions[i].end - base : spot])
    ]  # fmt: skip
    if compound:
        members = set(mentions[compound[-1]].members)
        people = [
            i for i in (*subject, *companions)
            if mentions[i].kind in ("person", "office") and mentions[i].country in members
        ]  # fmt: skip
        if "정상" in text[spot : end - base]:
            # 조 장관은 … 한-베트남 정상회담의 후속조치: a minister who speaks of it was no party.
            people = [i for i in people if (mentions[i].office or "president") in HEADS]
        return [*people, compound[-1]], []
    flat = [
        i for i in local
        if mentions[i].kind in ("person", "office", "state") and cues[i] in ("bare", "and", "with")
        and start - mentions[i].end <= 20 and i + 1 < len(mentions)
    ]  # fmt: skip
    if (
        len(flat) >= 2
        and re.fullmatch(r"\s?[·∙-]\s?", gap_between(sentence, flat[-2], flat[-1]))
        and (start - mentions[flat[-1]].end <= 4)
    ):
        return flat[-2:], []  # 바이든·젤렌스키 정상회담
    if companions:
        if not subject and (headed := _heads_row(sentence, cues, before, companions[0])):
            return headed, [[i] for i in companions]
        if not subject and (talker := _behind(sentence, cues, companions, end)):
            return talker, [[i] for i in companions]
        # 미국과 중국 간 회담: two joined names without a subject met each other.
        if not subject and len(companions) >= 2:
            if re.match(r"\s?등", text[mentions[companions[-1]].end - base :]):
                return [], [
                    [i] for i in companions
                ]  # 레소토 총리, 모리셔스 대통령 등 정상들과 회담했다
            return companions, []
        if not subject:
            owners = [
                i
                for i in local
                if cues[i] == "of" and i > companions[-1] and start - mentions[i].end <= 8
            ]
            if owners:
                return companions[-1:] + owners[-1:], []
        return subject, [[i] for i in companions]
    if not subject and not companions and (pair := _side_by_side(sentence, cues, before, start)):
        return pair, []
    received = [
        i for i in local
        if i not in subject and (
            ((cues[i] == "object" or text[mentions[i].end - base :].startswith("도 ")) and start - mentions[i].end <= 16 and _KO_RECEIVES.search(text[spot - 2 : end - base + 6]))
            or (cues[i] == "to" and start - mentions[i].end <= 16 and re.search(r"전화|통화|예방", text[spot : end - base + 4]))
            or (cues[i] == "bare" and start - mentions[i].end <= 2 and mentions[i].kind in ("person", "office"))
            or (cues[i] == "of" and start - mentions[i].end <= 4 and _KO_TAKES.match(text[spot:]))
        )
    ]  # fmt: skip
    received = received or _hosted(sentence, cues, before, subject, start)
    if received and subject:
        return subject, [joined_before(sentence, cues, received[-1], before, _KO_LIST, 14)]
    joint = [i for i in local if mentions[i].kind == "joint" and start - mentions[i].end <= 14]
    if joint and not subject:
        return joint[-1:], []
    if not subject:
        # 푸틴 대통령의 방북, 왕이 부장의 방한: the owner of the noun.
        owners = [i for i in local if cues[i] in ("of", "bare") and start - mentions[i].end <= 6
                  and mentions[i].kind in ("person", "office", "joint")]  # fmt: skip
        if owners:
            # 문 대통령과 트럼프 대통령의 첫 정상회담: both are its owners.
            return joined_before(sentence, cues, owners[-1], local, _KO_LIST, 14), []
    # 방한 중인 왕이 부장은: who is named right behind the words made the trip.
    if not subject and re.match(
        r"\s?(?:한|했던|중인|하는|할|하려던|길에 오른)\s", text[end - base :]
    ):
        behind = [
            i
            for i, m in enumerate(mentions)
            if 0 <= m.start - end <= 14 and m.kind in ("person", "office", "state")
        ]
        if behind:
            return behind[:1], []
    return subject, []


# 겐바 외무상의 전화를 받고, 대사의 예방을 받고: who calls is the owner of the noun.
_KO_TAKES = re.compile(r"전화를 받|(?:예방|방문|면담)(?:을|를)\s(?:\S+\s)?받")
# 총리를 영빈관으로 맞아들여 회담했다, 왕세자를 관저로 초대해 오찬을 함께했다, 총리를 영접하고 환담했다:
# who is met is the object of the verb before.
_KO_HOSTS = re.compile(
    r"(?:님)?(?:을|를)\s(?:\S+\s){0,4}?(?:맞아|맞이|맞고|맞은|초대|초청|불러|영접|찾아가|찾아와|찾아|모시고|모셔|배웅|공항에서)"
)
_KO_WITHIN = 40


def _hosted(
    sentence: Sentence, cues: list[Cue], before: list[int], subject: list[int], start: int
) -> list[int]:
    """The persons whom a verb of welcoming before the words has as its object."""
    mentions, text, base = sentence.mentions, sentence.text, sentence.start
    return [
        i for i in before
        if subject and i not in subject and i > subject[-1] and cues[i] == "object"
        and mentions[i].kind in ("person", "office") and start - mentions[i].end <= _KO_WITHIN
        and _KO_HOSTS.match(text[mentions[i].end - base : start - base + 2])
    ]  # fmt: skip


_KO_NEXT_TO = re.compile(r"\s?[,·∙]\s?|\s?-\s?|\s(?:및|-)\s|[와과]\s")


def _side_by_side(sentence: Sentence, cues: list[Cue], before: list[int], start: int) -> list[int]:
    """The two whom a row of a schedule names: 최종건 1차관, 외날 터키 외교차관 접견 (외교부 청사)."""
    mentions = sentence.mentions
    people = [i for i in before if mentions[i].kind in ("person", "office", "state")]
    if len(people) < 2 or any(c in ("topic", "subject") for c in cues):
        return []
    left, right = people[-2:]
    beside = start - mentions[right].end <= 3 and right == left + 1
    joined = _KO_NEXT_TO.fullmatch(gap_between(sentence, left, right))
    apart = mentions[left].country != mentions[right].country
    return [left, right] if beside and joined and apart else []


def _behind(sentence: Sentence, cues: list[Cue], companions: list[int], end: int) -> list[int]:
    """왕 부장과의 회담에서 조 장관은 …: who talks stands behind the words, first after them."""
    words = _KO_TALKS.match(sentence.text, end - sentence.start)
    later = [i for i, m in enumerate(sentence.mentions) if m.start >= end and m.kind != "place"]
    if words is None or not later or cues[later[0]] not in ("topic", "subject"):
        return []
    first = sentence.mentions[later[0]]
    near = first.start - end <= 40 and first.kind in ("person", "office")
    met = {sentence.mentions[i].country for i in companions}
    return later[:1] if near and first.country and first.country not in met else []


def _heads_row(sentence: Sentence, cues: list[Cue], before: list[int], met: int) -> list[int]:
    """Who heads a row without a verb: 노규덕 본부장, 모르굴로프 러시아 외교차관과 화상협의."""
    mentions = sentence.mentions
    first = met - 1
    if first not in before or mentions[first].kind not in ("person", "office"):
        return []
    gap = gap_between(sentence, first, met)
    bare = cues[first] in ("bare", "with") and gap.endswith(", ") and len(gap) <= 14
    return [first] if bare else []


# -------------------------------------------------------------------------------- other languages
_JOINS = re.compile(r"\bи\b|,|、|和|及|与")


def find_other_parties(sentence: Sentence, cues: list[Cue], start: int, end: int) -> Parties:
    """In languages without a finder: subject before the words; who is met by the preposition."""
    mentions, text, base = sentence.mentions, sentence.text, sentence.start
    actors = [i for i, m in enumerate(mentions) if m.kind != "place"]
    before = [i for i in actors if mentions[i].end <= start + 1]
    after = [i for i in actors if mentions[i].start >= end - 1 and mentions[i].start - end <= 160]
    inside = [i for i in actors if start <= mentions[i].start and mentions[i].end <= end]
    compound = [i for i in before if mentions[i].kind == "states" and start - mentions[i].end <= 20]
    if compound or inside:
        return (compound or inside), []
    subjects = [i for i in before if cues[i] in ("bare", "subject", "topic")]
    own = joined_before(sentence, cues, subjects[-1], before, _JOINS, 30) if subjects else []
    met: list[int] = []
    for i in after:
        gap = text[end - base : mentions[i].start - base]
        if re.search(r"[;:]|\. |\b(?:что|котор\w+|где|чтобы)\b", gap):
            break
        direct = not gap.strip() or cues[i] in ("with", "to", "of")
        if (
            direct
            or (met and cues[i] in ("bare", "and", "with"))
            or (cues[i] == "bare" and len(gap) < 12)
        ):
            met.append(i)
    if not met:
        met = [i for i in before if cues[i] == "with" and i not in subjects]
    return own, [[i] for i in met]
