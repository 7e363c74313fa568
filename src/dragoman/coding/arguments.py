"""Who acts on whom: the sources and targets of a trigger, by the cues of its sentence.

In: a sentence, its cues, a trigger. Out: indices of source and target mentions, empty when the
sentence does not say. Korean and Japanese verbs stand last, so everything is before them; in
English, Chinese and Russian the subject stands before and the object behind.
"""

from __future__ import annotations

from dragoman.coding.cues import Cue
from dragoman.coding.lexicon import Trigger
from dragoman.coding.scene import Sentence

__all__ = ["find_arguments"]

_TARGET_CUES: tuple[Cue, ...] = (
    "about", "object", "to", "from", "with", "subject", "of", "bare",
)  # fmt: skip
# How far behind its verb an English or Russian object may begin, in code points (chosen).
_REACH = 110


def _group(indices: list[int], cues: list[Cue], sentence: Sentence, i: int) -> list[int]:
    """Mention ``i`` with those joined to it: neighbours of the same cue close by."""
    out = [i]
    for step in (-1, 1):
        j = i
        while True:
            k = j + step
            if k not in indices or cues[k] != cues[i]:
                break
            left, right = min(j, k), max(j, k)
            gap = sentence.text[
                sentence.mentions[left].end - sentence.start : sentence.mentions[right].start
                - sentence.start
            ]
            joined = any(
                w in gap
                for w in (" and ", ",", "와", "과", "및", "·", "と", "、", "和", "及", " и ")
            )
            if not joined or len(gap) > 30:
                break
            out.append(k)
            j = k
    return sorted(out)


def find_arguments(
    sentence: Sentence, cues: list[Cue], trigger: Trigger, language: str
) -> tuple[list[int], list[int]]:
    """Indices of the sentence's mentions that are source and target of the trigger."""
    actors = [
        i
        for i, m in enumerate(sentence.mentions)
        if m.kind != "place" and (m.end <= trigger.start or m.start >= trigger.end)
    ]
    if language in ("ko", "ja"):
        return _verb_last(sentence, cues, trigger, actors)
    return _verb_middle(sentence, cues, trigger, actors, language)


def _verb_last(
    sentence: Sentence, cues: list[Cue], trigger: Trigger, actors: list[int]
) -> tuple[list[int], list[int]]:
    before = [i for i in actors if sentence.mentions[i].end <= trigger.start]
    topics = [i for i in before if cues[i] == "topic"]
    subjects = [i for i in before if cues[i] == "subject"]
    verbal = trigger.kind in ("statement", "pledge", "agreement")
    order = (topics or subjects) if verbal else (subjects or topics)
    source = _group(before, cues, sentence, order[-1]) if order else []
    if not source:
        # The actor stands bare or as owner before the noun: 한미 공동성명, 러시아의 침공.
        owners = [
            i
            for i in before
            if cues[i] in ("of", "bare") and trigger.start - sentence.mentions[i].end <= 6
        ]
        source = owners[-1:]
    rest = [i for i in before if i not in source]
    target: list[int] = []
    order_of_cues: tuple[Cue, ...] = _TARGET_CUES
    if trigger.frame == "with":
        # What they agree about is no party to it: "러시아 문제에 대해 협력하기로".
        order_of_cues = ("with", "to")
    for cue in order_of_cues:
        near = [i for i in rest if cues[i] == cue]
        if cue in ("of", "bare", "subject") and source:
            # Only what stands between the subject and the verb can be the owner of the thing.
            near = [i for i in near if i > source[-1]]
        if near:
            target = _group(rest, cues, sentence, near[-1])
            break
    if trigger.passive:
        by = [i for i in rest if cues[i] in ("by", "from", "to")]
        return (by[-1:], source) if by else ([], source)
    return source, target


def _verb_middle(
    sentence: Sentence, cues: list[Cue], trigger: Trigger, actors: list[int], language: str
) -> tuple[list[int], list[int]]:
    mentions = sentence.mentions
    before = [i for i in actors if mentions[i].end <= trigger.start]
    after = [
        i
        for i in actors
        if mentions[i].start >= trigger.end and mentions[i].start - trigger.end < _REACH
    ]
    subjects = [i for i in before if cues[i] in ("bare", "subject", "topic")]
    owners = [i for i in before if cues[i] == "of" and trigger.start - mentions[i].end <= 12]
    source = _group(before, cues, sentence, subjects[-1]) if subjects else owners[-1:]
    if language == "zh" and not trigger.passive:
        fronted = [i for i in before if cues[i] in ("about", "to") and i not in source]
        if fronted:
            return source, _group(before, cues, sentence, fronted[-1])
    objects = [
        i for i in after if cues[i] in ("bare", "object", "about", "to", "with", "of", "from")
    ]
    target = _group(after, cues, sentence, objects[0]) if objects else []
    if trigger.passive:
        by = [i for i in (after if language != "zh" else before) if cues[i] == "by"]
        agent = _group(actors, cues, sentence, by[0]) if by else []
        return agent, source
    if target and cues[target[0]] == "of" and len(objects) > 1:
        # "condemned the invasion of Ukraine by Russia": the doer is meant.
        doer = [i for i in objects if cues[i] == "by"]
        target = doer or target
    if trigger.frame == "with" and not target:
        companions = [i for i in before if cues[i] == "with"]
        target = companions[-1:]
    return source, [i for i in target if i not in source]
