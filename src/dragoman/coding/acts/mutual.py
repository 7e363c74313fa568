"""Who acts with each other rather than on each other: A와 …하기로 했다, "agreed with", "each other".

In: a Doing, the parts of its sentence, whom it is aimed at. Out: its sources and targets as they
stand in a report, and whether all act together: then they are sources, and nobody is a target.
"""

from __future__ import annotations

import re

from dragoman.coding.acts.act import Doing
from dragoman.coding.acts.arguments import Arguments
from dragoman.coding.people.parties import Party

__all__ = ["MUTUAL", "find_sides"]

# A와 …하기로 했다, Aと…で一致した: what is agreed with another, both agree.
MUTUAL = re.compile(
    r"기로|합의|(?:의견|뜻|인식|견해)을 (?:같이|모)|공감|一致|合意|確認|申し合わせ|妥結|折り合"
)
_AGREED = ("agreed", "agrees")
_EACH_OTHER = re.compile(
    r"\s(?:each other|one another)\b(?!['’]s)|\s(?:друг\sдруга|друг\sдругу|друг\sс\sдругом)\b"
)
_GIVES = re.compile(
    r"\b(?:provid|suppl|giv|send|deliver|support|assist|help|aid)(?:e|y|ing|es)?\s(?:\S+\s){0,3}$"
)


def find_sides(
    doing: Doing, found: Arguments, targets: list[Party]
) -> tuple[list[Party], list[Party], bool]:
    """Sources, targets, and whether the sources act with each other."""
    sources, own = doing.sources, doing.own
    if targets and _agrees_with(doing, found):
        return sources + targets, [], True
    if len(own) >= 2:
        if doing.language in ("en", "ru") and _EACH_OTHER.match(doing.behind):
            return sources, [], True
        # Several who agree agree with each other. A, B가 C와 단교했다: none of them with another.
        broken = bool(targets) and doing.trigger.type == "SANCTION"
        if doing.trigger.frame == "with" and not broken and not _gives(doing, targets):
            return sources, [], True
    return sources, targets, False


def _agrees_with(doing: Doing, found: Arguments) -> bool:
    """Whether the words tell of an agreement with those they are aimed at."""
    if doing.trigger.kind == "agreement":
        return True
    if doing.language == "ja" and not found.targets and doing.trigger.type == "AGREE":
        # 習氏は「…という意見で一致した」と明らかにし: with whom he has talked, and both of them.
        return "一致" in doing.trigger.text
    if doing.trigger.type != "AGREE" or not found.targets:
        return False
    if doing.language == "ja" and found.sources and len(doing.own) >= 2:
        return False  # 両首脳は、中国と協力していくことで一致した: what they agree on
    if any(doing.cues[i] != "with" for i in found.targets):
        return False
    agreed = doing.language == "en" and bool(doing.own) and doing.trigger.text in _AGREED
    return agreed or bool(MUTUAL.search(doing.trigger.text))


def _gives(doing: Doing, targets: list[Party]) -> bool:
    """Whether several promise something to another: "their resolve to provide Ukraine with"."""
    if doing.language != "en" or not targets:
        return False
    sentence, trigger = doing.sentence, doing.trigger
    between = sentence.text[trigger.end - sentence.start : targets[0].start - sentence.start]
    return len(between) <= 30 and bool(_GIVES.search(between))
