"""Who the other side is where Chinese leaves it out: 对方, 该国, 要求立即放人, 此举, 双方 of two told before.

In: a Doing of a Chinese document, with what was told before. Out: Parties; empty where the words name somebody whom no table knows (各方, 民众) or two could be meant. Targets
that stand in the sentence are read by acts/arguments_zh.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.coding.acts.act import HOSTILE, Act, Doing
from dragoman.coding.acts.arguments_zh import joined
from dragoman.coding.cues.cue import Cue
from dragoman.coding.names.mention import Mention
from dragoman.coding.people.parties import Party, countries_of, party_of
from dragoman.coding.scene import Scene, Sentence
from dragoman.languages.zh import simplify

__all__ = ["aims_at_nobody", "find_counterpart", "find_other_subject", "joint_subject"]

_CLAUSE = re.compile(r"[，。；：！？]|——")
# Somebody who is no actor of ours, right behind a demand or a refusal.
_NOBODY = re.compile(
    r"(?:由|各方|有关(?:各方|方面|部门|政客|人士|国家)|国际社会|国际|各国|各界|各党|民众|公民|选民|国民|人民|所有|主要|任何|某些|个别|外部|外界|有人|主管|议会|大家|你|您|记者|向主管|一切|成员国|当事方|企业|公众|全体|包括|冲突)"
)
_PRIVATE = re.compile(
    r"(?:公司|企业|公民|国民|民众|游客|旅客|学生|留学生|侨民|居民|航空|银行|投资者|船只|船员)"
)
_TAIWAN = re.compile(r"外部势力[^，。；]{0,4}(?:台湾|涉台|台海)")
# Nouns that stand for the other side.
_OTHER_SIDE = re.compile(
    r"对方|对岸|该国|邻国|客人|贵宾|东道[主国]|来访者|(?<!驻)大使(?!馆)|外交官|使馆|总领馆|代办"
)
# A verb of wanting with nobody between it and what is wanted: 要求立即放人, 敦促停止袭击.
_NO_OBJECT = re.compile(
    r"^(?:其|对方|立即|立刻|马上|尽快|停|撤|释放|放人|取消|收回|纠正|道歉|赔偿|遵守|恪守|尊重|保持克制|克制|不要|不得|不再|勿|给予|提供|解释|说明|归还|解除|恢复|回到|重返|加强|采取|保障|公开|交出|严惩|彻查|切实|妥善|慎重|充分|真正|认真|作出|做出|派|支持|加大|扩大)"
)
_TYPES = frozenset(
    {"ACCUSE", "REQUEST", "REJECT", "SUPPORT", "THREATEN", "SANCTION", "CONCEDE", "AID", "AGREE"}
)
_BLAMES = frozenset({"ACCUSE", "REJECT", "THREATEN"})
_REACH = 2
_OTHER_SUBJECT = re.compile(
    r"(?:^|[，。；：])(?:\d+日|随后|当天|次日|会上|其间)?(?P<it>对方|后者|客人|来宾|贵宾|东道[主国]|邻国)(?!的)"
)


def aims_at_nobody(doing: Doing) -> bool:
    """Whether the words behind a demand or a refusal name somebody who is no actor of ours."""
    words, behind = simplify(doing.trigger.text), simplify(doing.behind)
    if words.endswith("欢迎") and re.match(r"(?:各国|各方|各界|世界各国)", behind):
        return True
    if doing.trigger.type not in HOSTILE:
        return False
    own = next((m for m in doing.sentence.mentions if m.start == doing.trigger.end), None)
    if own is not None and _PRIVATE.match(behind[own.end - own.start :]):
        return True  # 警告美国公司防范俄罗斯的攻击
    if _TAIWAN.match(behind):
        return False  # 反对外部势力干涉台湾问题: said to whoever is spoken to
    if _NOBODY.match(behind):
        return True
    # 反对激化矛盾, 反对任何外来干涉: what is opposed is said, whose it is is not.
    return words.endswith("反对") and bool(re.match(r"(?![和与及并])[一-龥“]", behind))


# Words behind a verb that are no object of its own: 支持其立场, 敦促立即停火, 反对并谴责.
_GOES_ON = re.compile(
    r"^(?:[^一-龥《]|[并和与及的对就向将以他她它该这此若予不是]|[前后]者|双方|两国|客人|贵宾|来宾|访宾|盟|转达|确实|军事)"
)


def names_another(doing: Doing) -> bool:
    """Whether the verb has an object of its own that is no party: 支持港人, 谴责在会谈后的挑衅."""
    if doing.trigger.type == "REQUEST":
        return False
    behind = simplify(doing.behind)
    own = _TAIWAN.match(behind) or _GOES_ON.match(behind) or _NO_OBJECT.match(behind)
    return bool(behind) and not own


def _told_as_other(doing: Doing) -> bool:
    """Whether the subject of the trigger's clause is 对方 or 后者: the other of those told of."""
    lead = simplify(doing.lead)
    found = list(_OTHER_SUBJECT.finditer(lead))
    if not found:
        return False
    last = found[-1].end("it")
    base = doing.sentence.start
    named = [m for m in doing.sentence.mentions if last <= m.start - base < len(lead)]
    cut = lead[last:]
    return len(cut) <= 24 and "；" not in cut and "。" not in cut and not named


def find_other_subject(doing: Doing, targets: list[Party]) -> list[Party] | None:
    """Who 对方 is: the other than whoever acted before, or than whom the clause is aimed at.

    None where the clause has no such subject.
    """
    if not _told_as_other(doing):
        return None
    aimed = set(countries_of(targets))
    own = doing.own or set(countries_of(doing.discourse.subject)) or aimed
    if not own:
        return []
    found = _partner(doing.scene, doing.sentence, own, doing.acts)
    return [p for p in found if p.country not in aimed]


def find_counterpart(doing: Doing) -> list[Party]:
    """The other side that the words of the trigger's clause point to, when one alone is meant."""
    sentence, trigger, own, acts = doing.sentence, doing.trigger, doing.own, doing.acts
    if trigger.type not in _TYPES:
        return []
    text, base = simplify(sentence.text), sentence.start
    start, end = trigger.start - base, trigger.end - base
    left = max((m.end() for m in _CLAUSE.finditer(text, 0, start)), default=0)
    right = _CLAUSE.search(text, end)
    clause = text[left : right.start() if right else len(text)]
    behind = text[end : end + 16]
    if _OTHER_SIDE.search(clause):
        return _partner(doing.scene, sentence, own, acts)
    wants = trigger.type == "REQUEST" and bool(_NO_OBJECT.match(behind))
    if wants or (trigger.type in _BLAMES and (not behind or behind[0] in "，。；”")):
        return _doer(sentence, own, acts)
    return []


def _doer(sentence: Sentence, own: set[str], acts: list[Act]) -> list[Party]:
    """Who did what was told last, when it was done by one side other than ``own``."""
    for act in reversed(acts):
        if sentence.number - act.sentences[-1].number > _REACH:
            break
        others = [p for p in act.sources if p.country not in own]
        if act.symmetric or not others:
            # Whom ``own`` acted on before is meant again.
            meant = [p for p in act.targets if p.country not in own]
            if meant and len(set(countries_of(meant))) == 1:
                return meant[:1]
            continue
        return others[:1] if len(set(countries_of(others))) == 1 else []
    return []


def _partner(scene: Scene, sentence: Sentence, own: set[str], acts: list[Act]) -> list[Party]:
    """The one who stands against ``own`` in what was told last, else in the sentences before."""
    for act in reversed(acts):
        if sentence.number - act.sentences[-1].number > _REACH:
            break
        everyone = [*act.sources, *act.targets]
        others = {p.country: p for p in everyone if p.country and p.country not in own}
        if own & set(countries_of(everyone)) and len(others) == 1:
            return list(others.values())
    for named in _named_before(scene, sentence):
        others = {
            p.country: p for p in named
            if p.country and p.country not in own and (p.sector != "IGO" or p.person)
        }  # fmt: skip
        if len(others) == 1:
            return list(others.values())
        if others:
            return []
    return []


def _named_before(scene: Scene, sentence: Sentence) -> Iterator[list[Party]]:
    """Whom the sentences before name, nearest first, the title last."""
    for before in reversed(scene.sentences[max(0, sentence.number - _REACH) : sentence.number]):
        yield [p for m in before.mentions if m.kind != "place" for p in party_of(m)]
    if scene.sentences:
        yield [p for m in scene.sentences[0].mentions if m.kind != "place" for p in party_of(m)]


def joint_subject(sentence: Sentence, cues: list[Cue]) -> list[Party]:
    """Those whom a clause joins as its subject: 沙特和伊朗宣布."""
    actors = [i for i, m in enumerate(sentence.mentions) if m.kind not in ("place", "joint")]
    for i in actors:
        if cues[i] not in ("subject", "topic"):
            continue
        group: list[Mention] = [sentence.mentions[k] for k in joined(actors, sentence, i)]
        parties = [p for m in group for p in party_of(m) if p.country]
        if len(set(countries_of(parties))) > 1:
            return parties
    return []
