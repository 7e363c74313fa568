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
# 同意成立核磋商小组: what is founded is nobody yet.
_FOUNDS = re.compile(r"(?:成立|设立|設立|组建|組建|创建|創建|建立)[^，。；]{0,6}$")
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


def _subject(
    sentence: Sentence, cues: list[Cue], before: list[int], left: int, says: bool = False
) -> list[int]:
    """The subject of the clause that begins at ``left``, else of the nearest clause before.

    ``says``: whether the clause's verb is one of speech.
    """
    mentions, base, text = sentence.mentions, sentence.start, sentence.text
    says = says and bool(_GOES_ON_TO_SAY.match(text, left))
    inside = [i for i in before if mentions[i].start - base >= left]
    bare = [i for i in inside if cues[i] in _BARE and not _owned(sentence, i)]
    if bare:
        behind = [
            i for i in bare[1:]
            if "的" in text[mentions[bare[0]].end - base : mentions[i].start - base]
        ]  # fmt: skip
        if behind and _ATTENDED.search(text[: mentions[bare[0]].start - base]):
            return behind[-1:]  # 出席APEC部长级会议的外长会见…: he, not what he attended
        return bare[:1]
    while left > 0:
        start, _ = _bounds(text, left - 1, left - 1)
        aside = bool(_ASIDE.match(text[start : left - 1]))
        bare = [
            i for i in before
            if start <= mentions[i].start - base < left and cues[i] in _BARE and not aside
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
    left, right = _bounds(text, trigger.start - base, trigger.end - base)
    actors = [
        i for i, m in enumerate(mentions) if m.kind != "place" and m.text not in ("双边", "雙邊")
    ]
    before = [i for i in actors if mentions[i].end <= trigger.start]
    here = [i for i in before if mentions[i].start - base >= left]
    source = _subject(sentence, cues, before, left, trigger.kind != "action")
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
        near = mentions[i].start - trigger.end <= 8 and cues[i] in _BARE
        if near and mentions[i].country not in own:
            return pool, [i]
    return [], []


_MEETS_OBJECT = re.compile(
    r"会见|接见|迎接|拜会|到访|访问|出访|约见|会晤|觐见|致电|接待|款待|宴请|到访|拜访|访"
)


_HAVING = re.compile(r"在?[与與同和][^，。；]{2,40}(?:后|後|之后|之後|时|時|前|期间|期間)，")
_RECEIVED = re.compile(r"(?:受到|获)[^，。；]{1,30}(?:接见|会见|接待)$")


def find_chinese_parties(
    sentence: Sentence, cues: list[Cue], start: int, end: int
) -> tuple[list[int], list[list[int]]]:
    """Who met at the meeting words [start, end): the subject's mentions, and the groups met with."""
    mentions, base, text = sentence.mentions, sentence.start, sentence.text
    left, right = _bounds(text, start - base, end - base)
    actors = [i for i, m in enumerate(mentions) if m.kind != "place"]
    before = [
        i for i in actors
        if mentions[i].end <= start
        # 与中俄领导人通话: the leaders are of the name as of the words for the call.
        or (mentions[i].kind == "states" and mentions[i].start < start < mentions[i].end)
    ]  # fmt: skip
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
    if not subject and _HAVING.match(text, left):
        # 在与普京通话后，习近平与…: who is named behind it has talked with both.
        nexts = [i for i in actors if 0 <= mentions[i].start - base - right <= 12]
        subject = [i for i in nexts[:1] if cues[i] in _BARE and mentions[i].kind != "joint"]
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
    if companions and not subject:
        # 美、日计划与安理会举行会谈: the two meet the third.
        subject = [i for i in compound if cues[i] in _BARE and i < companions[0]]
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
