"""Who acts on whom in Chinese: subject, coverbs and object of a clause -> sources and targets.

In: a sentence, its cues, a trigger or the words for a meeting. Out: indices of mentions, empty when
the sentence does not say. A clause lies between commas; its subject stands first, 对 向 同 与 从 被
bring in others before the verb, the object stands behind it. A clause without a subject goes on
with the subject of the clause before.
"""

from __future__ import annotations

import re

from dragoman.coding.cue import Cue
from dragoman.coding.lexicon import Trigger
from dragoman.coding.scene import Sentence
from dragoman.languages.zh import simplify

__all__ = ["find_chinese_arguments", "find_chinese_parties"]

_CLAUSE = re.compile(r"[，。；：！？]|——")
_BARE: tuple[Cue, ...] = ("bare", "subject", "topic")
_JOINS = re.compile(r"^(?:和|与|及|以及|、|同|跟|和|與|两国|三国)+$")
_TARGETS = ("about", "object", "with", "to", "from")
# 反对外部势力干涉台湾问题: others are meant, and not by name.
_SOMEBODY = re.compile(r"势力|勢力|任何|某些|个别|個別|有关国家|一切|各方")
# 据路透社报道, 记者问: who is quoted there has done nothing.
_REPORTED = re.compile(r"^(?:媒体|方面|社)?(?:\S{0,4})(?:报道|消息|通讯社)")


def _bounds(text: str, start: int, end: int) -> tuple[int, int]:
    """The clause around [start, end) of ``text``; quotation marks do not cut it."""
    left = 0
    for mark in _CLAUSE.finditer(text, 0, start):
        left = mark.end()
    right = _CLAUSE.search(text, end)
    return left, right.start() if right else len(text)


def joined(indices: list[int], sentence: Sentence, i: int) -> list[int]:
    """Mention ``i`` with its neighbours that 和, 与, 及 or 、 join to it."""
    mentions, base, out = sentence.mentions, sentence.start, [i]
    for step in (-1, 1):
        j = i
        while (k := j + step) in indices:
            left, right = min(j, k), max(j, k)
            gap = sentence.text[mentions[left].end - base : mentions[right].start - base]
            if not _JOINS.match(gap):
                break
            out.append(k)
            j = k
    return sorted(out)


def _subject(sentence: Sentence, cues: list[Cue], before: list[int], left: int) -> list[int]:
    """The subject of the clause that begins at ``left``, else of the nearest clause before."""
    mentions, base, text = sentence.mentions, sentence.start, sentence.text
    inside = [i for i in before if mentions[i].start - base >= left]
    bare = [i for i in inside if cues[i] in _BARE and not _owned(sentence, i)]
    if bare:
        return bare[:1]
    while left > 0:
        start, _ = _bounds(text, left - 1, left - 1)
        bare = [
            i for i in before
            if start <= mentions[i].start - base < left and cues[i] in _BARE
            # 敦促中方…，并就此表达关切: who is asked does not go on, who asks does.
            and not _OBJECT_OF.search(text[: mentions[i].start - base])
        ]  # fmt: skip
        if bare:
            # 曾威胁…的厄立特里亚，如今…: the noun behind 的 is the subject.
            heads = [i for i in bare if text[: mentions[i].start - base].endswith("的")]
            return heads[-1:] or bare[:1]
        left = start
    return []


_OBJECT_OF = re.compile(
    r"(?:敦促|要求|呼吁|呼籲|请求|請求|命令|督促|促请|邀请|邀請|谴责|譴責|批评|批評|指责|指責|会见|會見|访问|訪問|抵达|抵達|支持|警告|帮助|协助|感谢|感謝)(?:了)?$"
)


def _owned(sentence: Sentence, i: int) -> bool:
    """Whether 的 behind the mention makes it the owner of what follows."""
    return sentence.text.startswith("的", sentence.mentions[i].end - sentence.start)


def find_chinese_arguments(
    sentence: Sentence, cues: list[Cue], trigger: Trigger
) -> tuple[list[int], list[int]]:
    """Indices of the sentence's mentions that are source and target of the trigger."""
    mentions, base, text = sentence.mentions, sentence.start, sentence.text
    left, right = _bounds(text, trigger.start - base, trigger.end - base)
    actors = [i for i, m in enumerate(mentions) if m.kind != "place"]
    before = [i for i in actors if mentions[i].end <= trigger.start]
    here = [i for i in before if mentions[i].start - base >= left]
    source = _subject(sentence, cues, before, left)
    source = joined(before, sentence, source[0]) if source else []
    if trigger.passive:
        agents = [i for i in here if cues[i] == "by"]
        target = [i for i in source if i not in agents]
        return joined(here, sentence, agents[-1]) if agents else [], target
    inner = [
        i for i in actors if trigger.start <= mentions[i].start and mentions[i].end <= trigger.end
    ]
    behind = [
        i for i in actors if mentions[i].start >= trigger.end and mentions[i].end - base <= right
    ]
    behind = sorted({*inner, *behind})
    own = {mentions[i].country for i in source} - {None}
    here = [i for i in here if i not in source and mentions[i].country not in own]
    behind = [i for i in behind if i not in source and mentions[i].country not in own]
    wanted = trigger.targets or _TARGETS
    for cue in wanted:
        pool = here
        found = [i for i in here if cues[i] == cue][-1:]
        if not found and cue == "object":
            # Whatever coverb it takes inside the content, the first one named is meant.
            pool, found = behind, behind[:1]
            gap = text[trigger.end - base : mentions[found[0]].start - base] if found else ""
            if _SOMEBODY.search(gap):
                found = []
            # 警告向俄罗斯提供武器将损害关系: whom the content speaks of is not whom it is said to.
            # 呼吁各界对以色列实施禁运: others are asked.
            inside = found and cues[found[0]] == "about" and (gap.endswith("向") or len(gap) > 3)
            if trigger.type in ("THREATEN", "REQUEST") and inside:
                found = []
        elif not found and cue in ("with", "from", "to"):
            pool, found = behind, [i for i in behind if cues[i] == cue][:1]
        if found:
            return source, joined(pool, sentence, found[0])
    if "about" in wanted:
        fronted = [
            i for i in before
            if cues[i] == "about" and i not in source and mentions[i].country not in own
            and not _owned(sentence, i)
        ]  # fmt: skip
        return source, fronted[-1:]
    return source, []


_MEETS_OBJECT = re.compile(
    r"会见|接见|迎接|拜会|到访|访问|出访|约见|会晤|觐见|致电|接待|款待|宴请|到访|拜访|访"
)


_RECEIVED = re.compile(r"(?:受到|获)[^，。；]{1,30}(?:接见|会见|接待)$")


def find_chinese_parties(
    sentence: Sentence, cues: list[Cue], start: int, end: int
) -> tuple[list[int], list[list[int]]]:
    """Who met at the meeting words [start, end): the subject's mentions, and the groups met with."""
    mentions, base, text = sentence.mentions, sentence.start, sentence.text
    left, right = _bounds(text, start - base, end - base)
    actors = [i for i, m in enumerate(mentions) if m.kind != "place"]
    before = [i for i in actors if mentions[i].end <= start]
    here = [i for i in before if mentions[i].start - base >= left]
    compound = [
        i for i in here
        if mentions[i].kind in ("states", "joint") and start - mentions[i].end <= 10
    ]  # fmt: skip
    people = [i for i in here if mentions[i].kind in ("person", "office") and cues[i] != "of"]
    if len({mentions[i].country for i in people} - {None}) >= 2 and all(
        mentions[i].text in ("双边", "雙邊", "双方", "雙方") for i in compound
    ):
        compound = []  # 陈晓东与拉萨罗共同主持双边磋商机制第九次会议: those named met
    trip = "访" in simplify(text[start - base : end - base])  # 访华: the letter is the host
    inside = [
        i for i in actors
        if start <= mentions[i].start and mentions[i].end <= end and not trip
    ]  # fmt: skip
    subject = _subject(sentence, cues, before, left)
    subject = joined(before, sentence, subject[0]) if subject else []
    subject = [i for i in subject if i not in compound]
    companions = [
        i for i in here
        if cues[i] == "with" and i not in subject
        # 与马克龙一同前来的冯德莱恩: he came with her, he was not met.
        and not (subject and i < subject[0]
                 and "的" in text[mentions[i].end - base : mentions[subject[0]].start - base])
    ]  # fmt: skip
    guests = [i for i in actors if 0 <= mentions[i].start - end <= 2]
    if (
        guests
        and subject
        and text.startswith("的", end - base)
        and "访" in text[start - base : end - base]
    ):
        # 同来华进行国事访问的托卡耶夫举行会谈: he came, and whoever receives him is the host.
        return guests[:1], [subject]
    marked = [i for i in here if cues[i] in ("about", "by") and i not in subject]
    if marked and "访" in simplify(text[start - base : end - base]):
        # 对越南、马来西亚和柬埔寨进行访问: each of them receives him.
        return subject, [[i] for i in joined(here, sentence, marked[0]) if i not in subject]
    received = [i for i in here if cues[i] == "by" and i not in subject]
    if received and subject and _RECEIVED.search(text[left : end - base]):
        return subject, [[received[-1]]]  # 受到哥伦比亚国防部长接见
    if companions and subject:
        return subject, [[i] for i in companions]
    if compound or inside:
        return compound or inside, []
    words = simplify(text[start - base : end - base])
    behind = [
        i for i in actors
        if mentions[i].start >= end and mentions[i].end - base <= right
        and mentions[i].start - end <= (12 if _MEETS_OBJECT.search(words) else 0)
    ]  # fmt: skip
    if behind and _MEETS_OBJECT.search(words):
        listed = [i for i in actors if mentions[i].start >= end and mentions[i].end - base <= right]
        return subject, [[i] for i in joined(listed, sentence, behind[0])]
    return subject, [[i] for i in companions]
