"""Points of several sides on one matter -> what differs between them, in a few words.

In: each side's points, a language for the words. Out: for each side its difference, or nothing at
all where the sides say the same. Only differences with a name count: stronger or weaker on a scale
(strength.py), a matter or party added, a time or condition that the other side does not have. Two
languages never say a thing in the same words, so wording alone is no difference.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from dragoman.answers.issues import load_issues, name_issue
from dragoman.answers.readouts import Point
from dragoman.answers.strength import name_level, strength

__all__ = ["find_differences"]

# "reaffirmed support" and "support" are one; how far a concern and a commitment go is not.
_COMPARED = ("concern", "commitment")
_SAYS = {
    "ko": {"stronger": "더 강함: {}", "weaker": "더 약함: {}", "added": "추가: {}",
           "named only": "의제로만 언급", "when": "시점: {}", "if": "조건: {}", "less": "{} 없음"},
    "en": {"stronger": "stronger: {}", "weaker": "weaker: {}", "added": "added: {}",
           "named only": "named as a topic only", "when": "added time: {}",
           "if": "added condition: {}", "less": "without {}"},
    "ja": {"stronger": "より強い：{}", "weaker": "より弱い：{}", "added": "追加：{}",
           "named only": "議題としてのみ言及", "when": "時期：{}", "if": "条件：{}", "less": "{}なし"},
    "zh": {"stronger": "更强：{}", "weaker": "更弱：{}", "added": "增加：{}",
           "named only": "仅作为议题提及", "when": "时间：{}", "if": "条件：{}", "less": "无{}"},
    "ru": {"stronger": "сильнее: {}", "weaker": "слабее: {}", "added": "добавлено: {}",
           "named only": "названо лишь темой", "when": "срок: {}", "if": "условие: {}", "less": "без: {}"},
}  # fmt: skip
_TIMES = {
    "soon": re.compile(
        r"조속|이른 시일|조기에|早期|速やか|早急|尽早|尽快|скорейш|ускоренн|as soon as possible|\bsoon\b|promptly",
        re.IGNORECASE,
    ),
    "at once": re.compile(
        r"즉각|즉시|直ちに|即時|立即|немедленн|\bimmediate(?:ly)?\b|at once", re.IGNORECASE
    ),
    "this year": re.compile(r"연내|올해|年内|今年|в этом году|this year|by the end of the year"),
    "the next government": re.compile(
        r"(?:다음|차기) 행정부|次期政権|次の政権|下届政府|следующ\w+ администрац|next administration",
        re.IGNORECASE,
    ),
}
_TIME_NAMES = {
    "soon": {"ko": "조속히", "en": "soon", "ja": "早期", "zh": "尽快", "ru": "в скорейшие сроки"},
    "at once": {"ko": "즉시", "en": "at once", "ja": "即時", "zh": "立即", "ru": "немедленно"},
    "this year": {"ko": "올해", "en": "this year", "ja": "今年", "zh": "今年", "ru": "в этом году"},
    "the next government": {"ko": "다음 행정부", "en": "the next government", "ja": "次期政権",
                            "zh": "下届政府", "ru": "следующая администрация"},
}  # fmt: skip
_CONDITION = re.compile(
    r"(?:을|를)? ?(?:전제로|조건으로)|조건이|条件(?:として|に)|を前提に|以.{1,12}为(?:前提|条件)|при условии|"
    r"\b(?:provided that|on condition|as long as|conditions[- ]based|subject to)\b",
    re.IGNORECASE,
)


def find_differences(
    told: Mapping[str, Sequence[Point]], only_named: set[str], anywhere: Mapping[str, set[str]],
    language: str,
) -> dict[str, str | None]:  # fmt: skip
    """What differs, per side; {} where the sides say the same or only one speaks.

    ``only_named``: sides that name the matter as a topic and say nothing of it; ``anywhere``: the
    issues that each side's readouts name in any sentence.
    """
    if len(told) < 2:
        return {}
    says = _SAYS.get(language, _SAYS["en"])
    found: dict[str, list[str]] = {side: [] for side in told}
    for side in only_named & set(told):
        found[side].append(says["named only"])
    speaking = {side: points for side, points in told.items() if side not in only_named}
    _strengths(speaking, found, says, language)
    _times(speaking, found, says, language)
    _added(speaking, found, anywhere, says, language)
    if not any(found.values()):
        return {}
    return {side: "; ".join(words) or None for side, words in found.items()}


def _strengths(
    told: Mapping[str, Sequence[Point]], found: dict[str, list[str]], says: dict[str, str],
    language: str,
) -> None:  # fmt: skip
    for scale in _COMPARED:
        levels: dict[str, int] = {}
        for side, points in told.items():
            own = [strength(p.text, p.document.language, (scale,)).get(scale, 0) for p in points]
            if max(own, default=0):
                levels[side] = max(own)
        if len(levels) < 2 or len(set(levels.values())) == 1:
            continue
        top = max(levels.values())
        for side, level in levels.items():
            word = "stronger" if level == top else "weaker"
            found[side].append(says[word].format(name_level(scale, level, language)))


def _times(
    told: Mapping[str, Sequence[Point]], found: dict[str, list[str]], says: dict[str, str],
    language: str,
) -> None:  # fmt: skip
    """A time or a condition that one side has and another has not, in pledges alone."""
    if not all(any(p.kind == "pledge" for p in points) for points in told.values()):
        return  # "immediately" in a demand says nothing of when the other side would act
    text = {side: " ".join(p.text for p in points) for side, points in told.items()}
    for name in _TIMES:
        have = {side for side, words in text.items() if _TIMES[name].search(words)}
        if have and have != set(text):
            for side in have:
                found[side].append(says["when"].format(_TIME_NAMES[name].get(language, name)))
    have = {side for side, words in text.items() if _CONDITION.search(words)}
    if have and have != set(text):
        for side in have:
            match = _CONDITION.search(text[side])
            if match:
                found[side].append(says["if"].format(match.group().strip()))


def _added(
    told: Mapping[str, Sequence[Point]], found: dict[str, list[str]],
    anywhere: Mapping[str, set[str]], says: dict[str, str], language: str,
) -> None:  # fmt: skip
    """An issue that one side's words on the matter name and no other side's document does."""
    table = load_issues()
    named = {side: {i for p in points for i in p.named} for side, points in told.items()}
    for side, issues in named.items():
        others = set().union(*(own for far, own in named.items() if far != side))
        shared = issues & others
        elsewhere = set().union(*(own for far, own in anywhere.items() if far != side))
        for issue in sorted(issues - others - elsewhere):
            if table[issue].wide or table[issue].below or not shared:
                continue
            found[side].append(says["added"].format(name_issue(issue, language)))
