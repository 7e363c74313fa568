"""Who acts on whom: the sources and targets of a trigger, by the cues of its sentence.

In: a sentence, its cues, a trigger. Out: Arguments. Each language has a reader of its own, for
each has its own way to say it: arguments_ko.py, arguments_en.py, particles.py (Japanese),
coverbs.py (Chinese), case_roles.py (Russian).
"""

from __future__ import annotations

from dragoman.coding.arguments_en import find_english_arguments
from dragoman.coding.arguments_ko import Arguments, find_korean_arguments
from dragoman.coding.case_roles import find_russian_arguments, find_russian_parties
from dragoman.coding.coverbs import find_chinese_arguments, find_chinese_parties
from dragoman.coding.cues import Cue
from dragoman.coding.lexicon import Trigger
from dragoman.coding.particles import find_japanese_arguments, find_japanese_parties
from dragoman.coding.scene import Sentence

__all__ = ["PARTY_FINDERS", "Arguments", "find_arguments"]

_FINDERS = {
    "ja": find_japanese_arguments,
    "zh": find_chinese_arguments,
    "ru": find_russian_arguments,
}
# Who met, for the languages that have a reader of their own (meetings.py asks here).
PARTY_FINDERS = {
    "ja": find_japanese_parties,
    "zh": find_chinese_parties,
    "ru": find_russian_parties,
}


def find_arguments(
    sentence: Sentence, cues: list[Cue], trigger: Trigger, language: str
) -> Arguments | None:
    """The parts of the act that the trigger names; None when the words act nothing out."""
    if language == "ko":
        return find_korean_arguments(sentence, cues, trigger)
    if (find := _FINDERS.get(language)) is None:
        return find_english_arguments(sentence, cues, trigger)
    sources, targets = find(sentence, cues, trigger)
    return Arguments(sources, targets, [], overt=bool(sources), end=trigger.end - sentence.start)
