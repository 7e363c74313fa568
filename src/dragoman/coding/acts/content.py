"""Acts that are only the content of another: "called on Moscow to withdraw its troops".

In: the triggers of a sentence. Out: those that the sentence asserts itself. What is demanded,
threatened, promised, denied or condemned is the content of that act and no act of its own
(PLOVER manual 2.0: one code per assertion). Japanese puts the content before its verb, Chinese and
Russian behind it, both within one clause.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.coding.acts.lexicon import Trigger
from dragoman.coding.acts.unacted_ja import leave_out_unacted
from dragoman.coding.acts.unacted_zh import leave_out_topics
from dragoman.coding.cues.clauses import read_predicate

__all__ = ["leave_out_content"]

_NO_PLEDGE = frozenset({"ACCUSE", "SANCTION"})
_GOVERNING = frozenset({"statement", "pledge"})
# Where a clause ends, so that what stands beyond is not governed; searched between two triggers.
_ENDS = {
    "ja": re.compile(
        r"[。；]|(?:[しりみきぎえべめれせけげちいてでがばらずじ]|一方(?:で)?|ほか|うえ|上|後|前|ため|なか|中)、"
    ),
    "zh": re.compile(r"[。；，]|并(?!非|不)|且"),
    "en": re.compile(
        r"[;:,“”\"]|\b(?:and|but|while|as|when|after|before|because|since)\s(?:(?:also|then|both|further|jointly|\w+ly|has|have|had)\s)*$|\b(?:and|but|while)\s(?:[A-Z]|the|he|she|they|it)\b"
    ),
    "ru": re.compile(
        r"[;:]|,\s+(?!котор|чтобы|что\b|вызванн|связанн|соверш[её]нн|нанес[её]нн)|\b(?:и|а также|но)\s+(?:$|(?=\w+(?:л|ла|ли|ло|лся|лись)\b))"
    ),
}
# 「…は容認できないとの認識で一致した」: the view is what is said; that it is shared is no pledge.
_SHARED_VIEW = re.compile(r"との(?:認識|見方|立場|考え)\S{0,6}$|(?:认为|一致认为)")


def leave_out_content(
    triggers: Sequence[Trigger], text: str, offset: int, language: str
) -> list[Trigger]:
    """Triggers of a sentence (``text`` from ``offset`` on) that are not another's content."""
    ends = _ENDS.get(language)
    if language == "ja":
        triggers = leave_out_unacted(triggers, text, offset)
    if language == "zh":
        triggers = leave_out_topics(triggers, text, offset)
    if ends is None or len(triggers) < 2:
        return list(triggers)
    dropped: set[int] = set()
    if language == "en":
        return _leave_out_english(triggers, text, offset, ends)
    for i, one in enumerate(triggers):
        for j in range(i + 1, len(triggers)):
            other = triggers[j]
            # With the last character of the first words: 求め、… ends a clause.
            between = text[max(0, one.end - offset - (language == "ja")) : other.start - offset]
            if len(between) > 90 or ends.search(between):
                break
            inner, outer = (i, j) if language == "ja" else (j, i)
            if triggers[outer].kind not in _GOVERNING or outer in dropped:
                continue
            if (
                language == "ja"
                and triggers[outer].type == "AGREE"
                and _SHARED_VIEW.search(between)
            ):
                dropped.add(outer)
            elif (
                language == "ja"
                and triggers[outer].type == "AGREE"
                and triggers[inner].type in _NO_PLEDGE
            ):
                # 発射を強く非難することで一致した: a condemnation in common, no cooperation;
                # 制裁を科すことで合意した: the sanctions are what was decided.
                dropped.add(outer)
            else:
                dropped.add(inner)
    return [t for i, t in enumerate(triggers) if i not in dropped]


def _governs(trigger: Trigger, text: str, offset: int) -> bool:
    """Whether the words are a verb that says what another does: not "the blasts", "to urge"."""
    if trigger.kind not in _GOVERNING or trigger.passive:
        return False
    return read_predicate(text, trigger.start - offset, trigger.end - offset, "en") is not None


def _leave_out_english(
    triggers: Sequence[Trigger], text: str, offset: int, ends: re.Pattern[str]
) -> list[Trigger]:
    """What is promised, demanded or blamed stands behind its verb, in the same clause.

    A statement within a pledge or another statement ("agreed that he should condemn it") goes with
    the deeds; a deed promised is the promise (PLOVER manual 2.0, AGREE).
    """
    kept: list[Trigger] = []
    for trigger in triggers:
        outer = kept[-1] if kept else None
        if outer is not None and _governs(outer, text, offset):
            between = text[outer.end - offset : trigger.start - offset]
            if len(between) <= 110 and not ends.search(between):
                continue
        kept.append(trigger)
    return kept
