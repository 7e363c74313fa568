"""Whom an English statement is aimed at that names nobody: "Egypt condemned the step".

In: a Doing, with the acts told before. Out: whether the words settle it at all, and the parties
that they point back to. What the talks on the stage give is left to acts/told_before.py.
"""

from __future__ import annotations

import re

from dragoman.coding.acts.act import Doing
from dragoman.coding.people.parties import Party, countries_of, one_of_each, party_of
from dragoman.coding.scene import Sentence

__all__ = ["find_pointed_at", "names_another"]

_HOSTILE = frozenset({"ACCUSE", "REJECT", "THREATEN"})
_POINTS = re.compile(
    r"^\s(?:it|this|that|the (?:\w+\s)?(?:step|move|decision|action|remarks?|attacks?|launch|statement|claims?|allegations?|accusations?|incident|ban|measures?))\b"
)
_CLAUSE = re.compile(r",\s(?:and|but|while)\s|;\s")
_CLAIM = re.compile(
    r"^\s(?:it|this|that|the (?:claims?|allegations?|accusations?|charges?|suggestion))\b"
)
# An object of its own that is no actor of ours: "urged the electoral council to publish".
_OBJECT = re.compile(r"^\s(?:the|all|his|its|their|both|an?)\s(?:[a-z]+\s){1,3}(?:to|not to|for)\s")
_THEM = re.compile(
    r"^\s(?:(?P<one>him|her)\b(?!\s[a-z]+\s(?:of|to)\b)|them\b|(?:its|their|his|her)\s(?:\w+\s)?(?:governments?|leaders?)\b)"
)
_SPOKEN = frozenset({"REQUEST", "THREATEN", "SUPPORT"})
_IT = re.compile(r"^\s?(?:it|him|her|them)\b(?!\s(?:is|was|will|would|had|has|were)\b)")
_NAMED = ("subject", "topic", "object", "to", "with", "about")
_RESOLUTION = re.compile(r"^\s(?:the|this|that|a)\s(?:\w+\s)?(?:resolution|vote)\b")
# What is praised without a name is the partner's only when it is a doing of somebody's.
_PRAISE = re.compile(r"welcom|hail|applaud|prais|commend|laud")
_THEIRS = re.compile(
    r"^(?:\s\w+){0,4}?\s(?:President|Prime Minister|Chancellor|Minister|[Dd]ecisions?|commitments?|announcements?|leadership|efforts?|contributions?|role"
    r"|support|moves?|deal|agreement|accord|ceasefire|truce|steps?|result|outcome|talks|release|intention|plans?|partnership)\b"
)
# Acts that are aimed at somebody only when the words name him.
_HARM = re.compile(
    r"^\s(?:\S+\s){0,5}?(?:attacks?|strikes?|shelling|bombing|assaults?|killings?|murders?|massacre|bombardment|invasion|violence)\s(?:on|against|in|into|at|from|of|across)\b"
)
_OVERT = re.compile(r"announc|cancel|call(?:ed|s|ing)? off")


def names_another(doing: Doing) -> bool:
    """Whether the words have an object that is nobody we know: nobody else is then meant."""
    trigger, behind = doing.trigger, doing.behind
    if _OVERT.match(trigger.text):
        return True
    if trigger.type in ("ACCUSE", "REJECT") and _HARM.match(behind):
        return True  # "condemned the attacks on Israel": by whom is not said
    if _PRAISE.match(trigger.text) and not _THEIRS.match(behind):
        return True
    # "call on" ends before the object, with the space.
    return trigger.type == "REQUEST" and bool(_OBJECT.match(" " + behind.lstrip()))


def find_pointed_at(doing: Doing) -> list[Party]:
    """The one side, other than those who act, whose doing the words point back to; else nobody."""
    sentence, cues, trigger, acts = doing.sentence, doing.cues, doing.trigger, doing.acts
    own, base, behind = doing.own, sentence.start, doing.behind
    if trigger.type == "SUPPORT" and _RESOLUTION.match(behind):
        for act in reversed(acts):
            bodies = [p for p in act.sources if p.sector == "IGO" and p.country not in own]
            if bodies:
                return bodies
    if (them := _THEM.match(behind)) is not None and acts:
        last = acts[-1]
        # "expelled the envoys of A and B, accusing their governments"; "A praised X. B thanked him"
        alike = (
            last.trigger.type == trigger.type and sentence.number - last.sentences[-1].number < 2
        )
        same = last.sentences[-1] is sentence and set(countries_of(last.sources)) == own
        if (same or (alike and them["one"])) and not own & set(countries_of(last.targets)):
            return last.targets
    if trigger.type in _SPOKEN and _IT.match(behind):
        # "told Norway its needs and asked it to send"
        others = [
            i for i, m in enumerate(sentence.mentions)
            if m.end <= trigger.start and m.country and m.country not in own
            and m.kind in ("person", "office", "state", "body") and cues[i] in _NAMED
        ]  # fmt: skip
        if others:
            return _one(sentence, others[-1:], own)
    if trigger.type not in _HOSTILE:
        return []
    if trigger.type == "REJECT" and _CLAIM.match(behind) and sentence.number:
        # "QUESTION: Mali says that … / We reject it."
        before = doing.scene.sentences[sentence.number - 1]
        if before.text.startswith(("QUESTION", "Question", "Q:")) or before.role == "question":
            return _one(before, list(range(len(before.mentions))), own)
    if not _POINTS.match(behind):
        return []
    bounds = [m.start() for m in _CLAUSE.finditer(doing.lead)]
    if not bounds:
        return []
    earlier = [
        i for i, m in enumerate(sentence.mentions)
        if m.end - base <= bounds[-1] and cues[i] in ("subject", "topic", "of")
    ]  # fmt: skip
    return _one(sentence, earlier[:1], own)


def _one(sentence: Sentence, indices: list[int], own: set[str]) -> list[Party]:
    found = one_of_each(
        p for i in indices for p in party_of(sentence.mentions[i]) if p.country not in own
    )
    return found if len(found) == 1 else []
