"""Who acts on whom in Chinese: subject, coverbs and object of a clause -> sources and targets.

In: a sentence, its cues, a trigger. Out: indices of mentions, empty when
the sentence does not say. A clause lies between commas; its subject stands first, 对 向 同 与 从 被
bring in others before the verb, the object stands behind it. A clause without a subject goes on
with the subject of the clause before.
"""

from __future__ import annotations

import re

from dragoman.coding.acts.lexicon import Trigger
from dragoman.coding.cues.cue import Cue
from dragoman.coding.scene import Sentence

__all__ = ["BARE", "clause_bounds", "find_chinese_arguments", "find_subject", "joined"]

_CLAUSE = re.compile(r"[，。；：！？]|——")


BARE: tuple[Cue, ...] = ("bare", "subject", "topic")


_JOINS = re.compile(r"^(?:和|与|及|以及|、|同|跟|和|與|两国|三国)+$")


_TARGETS = ("about", "object", "with", "to", "from")


# 反对外部势力干涉台湾问题: others are meant, and not by name.
_SOMEBODY = re.compile(r"势力|勢力|任何|某些|个别|個別|有关国家|一切|各方")


# 同意成立核磋商小组: what is founded is nobody yet.
_FOUNDS = re.compile(r"(?:成立|设立|設立|组建|組建|创建|創建|建立)[^，。；]{0,6}$")


def clause_bounds(text: str, start: int, end: int) -> tuple[int, int]:
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


# 因为朝鲜违反了…，并提出抗议; 在纪念日本的会议上，他谴责: who stands there does not go on.
_ASIDE = re.compile(
    r"(?:因为|因為|由于|由於|虽然|雖然|尽管|儘管|鉴于|鑑於)|(?:当|當)?(?:在|于|於|随着|隨著)[^，]*(?:上|中|时|時|期间|期間|后|後|之际|之際|场合|場合)$"
)


# 担心俄罗斯提供援助，并指责平壤: whom a word of saying or fearing brings in does not go on to speak.
_SAID_OF = re.compile(
    r"(?:担心|擔心|认为|認為|称|稱|希望|期待|相信|说|說|强调|強調|指出|重申|否认|否認|宣布|透露|质疑|質疑|怀疑|懷疑|警告)(?:了)?$"
)


_ATTENDED = re.compile(
    r"(?:出席|参加|參加|访问|訪問|抵达|抵達|到访|到訪|结束|結束|陪同|率领|率領|主持|代表|来自|來自)(?:了)?$"
)


_GOES_ON_TO_SAY = re.compile(r"(?:并|並|并且|並且|还|還|也|又|同时|同時|亦|且)")


def find_subject(
    sentence: Sentence, cues: list[Cue], before: list[int], left: int, says: bool = False
) -> list[int]:
    """The subject of the clause that begins at ``left``, else of the nearest clause before.

    ``says``: whether the clause's verb is one of speech.
    """
    mentions, base, text = sentence.mentions, sentence.start, sentence.text
    says = says and bool(_GOES_ON_TO_SAY.match(text, left))
    inside = [i for i in before if mentions[i].start - base >= left]
    bare = [i for i in inside if cues[i] in BARE and not _owned(sentence, i)]
    if bare:
        behind = [
            i for i in bare[1:]
            if "的" in text[mentions[bare[0]].end - base : mentions[i].start - base]
        ]  # fmt: skip
        if behind and _ATTENDED.search(text[: mentions[bare[0]].start - base]):
            return behind[-1:]  # 出席APEC部长级会议的外长会见…: he, not what he attended
        return bare[:1]
    while left > 0:
        start, _ = clause_bounds(text, left - 1, left - 1)
        aside = bool(_ASIDE.match(text[start : left - 1]))
        bare = [
            i for i in before
            if start <= mentions[i].start - base < left and cues[i] in BARE and not aside
            and not (says and _SAID_OF.search(text[: mentions[i].start - base]))
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
    left, right = clause_bounds(text, trigger.start - base, trigger.end - base)
    actors = [
        i for i, m in enumerate(mentions) if m.kind != "place" and m.text not in ("双边", "雙邊")
    ]
    before = [i for i in actors if mentions[i].end <= trigger.start]
    here = [i for i in before if mentions[i].start - base >= left]
    source = find_subject(sentence, cues, before, left, trigger.kind != "action")
    source = joined(before, sentence, source[0]) if source else []
    source = _within(sentence, cues, trigger, here) or source
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
    if trigger.frame == "with":
        pair = [i for i in inner if mentions[i].kind == "states"]
        if pair:
            return pair, []  # 反对举行的韩美联合军演: those whom the drill's own name joins
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
            if (
                _SOMEBODY.search(gap)
                or _FOUNDS.search(gap)
                or (gap and found and cues[found[0]] == "at")
            ):
                found = []  # 谴责在日美会谈后发射: when it was done, not whom it is said to
            if not found and not gap:
                pool, found = _behind_comma(sentence, cues, trigger, actors, own)
            # 警告向俄罗斯提供武器将损害关系: whom the content speaks of is not whom it is said to.
            # 呼吁各界对以色列实施禁运: others are asked.
            inside = found and cues[found[0]] == "about" and (gap.endswith("向") or len(gap) > 3)
            if trigger.type in ("THREATEN", "REQUEST") and inside:
                found = []
        elif not found and cue in ("with", "from", "to"):
            pool, found = behind, [i for i in behind if cues[i] == cue][:1]
        if found:
            return source, joined(pool, sentence, found[0])
    objects = re.match(r"(?![的并並和与與及对對])[一-龥]", text[trigger.end - base :])
    if "about" in wanted and not (trigger.type == "SUPPORT" and objects):
        fronted = [
            i for i in before
            if cues[i] == "about" and i not in source and mentions[i].country not in own
            and not _owned(sentence, i)
        ]  # fmt: skip
        return source, fronted[-1:]
    return source, []


_LEADS_IN = re.compile(
    r"(?P<hard>就|因为?|因為|由[于於]|[鉴鑑][于於]|随着|隨著|[围圍][绕繞]|[关關][于於])$"
    r"|(?P<when>在|自从?)$|(?P<toward>[对對针針]?[对對])$|(?P<voice>(?:表达|表達|转达|轉達|阐述|闡述|表明)了?)$"
)


_MEANWHILE = re.compile(r"在[^，。；]{1,16}(?:后|後|前|时|時|期间|期間)(?:不久)?(?:即|就)?")


_DEEDS = frozenset({"ASSAULT", "MOBILIZE", "COERCE"})


_WHEN = re.compile(r"[^，。；]*(?:后|後|之际|之際|以来|以來|期间|期間|周年|週年|的)")


def _within(sentence: Sentence, cues: list[Cue], trigger: Trigger, here: list[int]) -> list[int]:
    """The subject of a clause within the clause: 就俄罗斯入侵乌克兰交换意见, 表达葡方对…的赞赏."""
    mentions, base, text = sentence.mentions, sentence.start, sentence.text
    if not here or trigger.passive:
        return []
    end = trigger.end - base
    last = here[-1]
    lead = _LEADS_IN.search(text[: mentions[last].start - base])
    gap = text[mentions[last].end - base : trigger.start - base]
    if lead and re.fullmatch(
        r"(?:\d{1,2}日)?(?:再度?|再次|频频|頻頻|不断|不斷|持续|持續|公开|公開)?", gap
    ):
        if lead["hard"] or (lead["when"] and _WHEN.match(text, end)):
            return joined(here, sentence, last)
        near = any(0 <= m.start - trigger.end <= 1 for m in mentions)
        if lead["toward"] and trigger.type in _DEEDS and near:
            return joined(here, sentence, last)
    for i in here:
        lead = _LEADS_IN.search(text[: mentions[i].start - base])
        if (
            lead
            and lead["hard"]
            and _MEANWHILE.fullmatch(text, mentions[i].end - base, trigger.start - base)
        ):
            return [i]  # 就朝鲜在日美会谈后不久即发射导弹谴责
        if lead and lead["voice"] and re.match(r"[对對就]", text[mentions[i].end - base :]):
            return [i]
    return []


_TELLS = re.compile(
    r"(?:指控|控诉|控訴|谴责|譴責|批评|批評|指责|指責|抨击|抨擊|痛批|怒批|炮轰|砲轟|痛斥)$"
)


def _behind_comma(
    sentence: Sentence, cues: list[Cue], trigger: Trigger, actors: list[int], own: set[str | None]
) -> tuple[list[int], list[int]]:
    """菲律宾指控，中国海警船…: who is told of in the clause that an accusation opens."""
    mentions, base, text = sentence.mentions, sentence.start, sentence.text
    if trigger.type != "ACCUSE" or not _TELLS.search(trigger.text):
        return [], []
    if not re.match(r"[，：]", text[trigger.end - base :]):
        return [], []
    pool = [i for i in actors if mentions[i].start >= trigger.end]
    for i in pool[:1]:
        near = mentions[i].start - trigger.end <= 8 and cues[i] in BARE
        if near and mentions[i].country not in own:
            return pool, [i]
    return [], []
