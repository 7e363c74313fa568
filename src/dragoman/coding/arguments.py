"""Who acts on whom: the sources and targets of a trigger, by the cues of its sentence.

In: a sentence, its cues, a trigger. Out: Arguments. Korean, English and Japanese have readers of
their own (arguments_ko.py, arguments_en.py, particles.py); in Chinese and Russian the subject
stands before the verb and the object behind it.
"""

from __future__ import annotations

from dragoman.coding.arguments_en import find_english_arguments
from dragoman.coding.arguments_ko import Arguments, find_korean_arguments
from dragoman.coding.coverbs import find_chinese_arguments, find_chinese_parties
from dragoman.coding.cues import Cue
from dragoman.coding.lexicon import Trigger
from dragoman.coding.particles import find_japanese_arguments, find_japanese_parties
from dragoman.coding.scene import Sentence

__all__ = ["PARTY_FINDERS", "Arguments", "find_arguments"]

_FINDERS = {"ja": find_japanese_arguments, "zh": find_chinese_arguments}
# Who met, for the languages that have a reader of their own (meetings.py asks here).
PARTY_FINDERS = {"ja": find_japanese_parties, "zh": find_chinese_parties}
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
) -> Arguments | None:
    """The parts of the act that the trigger names; None when the words act nothing out."""
    if language == "ko":
        return find_korean_arguments(sentence, cues, trigger)
    if language == "en":
        return find_english_arguments(sentence, cues, trigger)
    if (find := _FINDERS.get(language)) is not None:
        sources, targets = find(sentence, cues, trigger)
    else:
        actors = [
            i
            for i, m in enumerate(sentence.mentions)
            if m.kind != "place" and (m.end <= trigger.start or m.start >= trigger.end)
        ]
        sources, targets = _verb_middle(sentence, cues, trigger, actors, language)
    return Arguments(sources, targets, [], overt=bool(sources), end=trigger.end - sentence.start)


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
