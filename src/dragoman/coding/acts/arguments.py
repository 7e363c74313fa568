"""Who acts on whom: the sources and targets of a trigger, by the cues of its sentence.

In: a sentence, its cues, a trigger. Out: Arguments. Each language has a reader of its own, for
each has its own way to say it: acts/arguments_ko.py, acts/arguments_en.py, acts/arguments_ja.py (Japanese),
acts/arguments_zh.py (Chinese), acts/arguments_ru.py (Russian).
"""

from __future__ import annotations

import re

from dragoman.coding.acts.arguments_en import find_english_arguments
from dragoman.coding.acts.arguments_ja import find_japanese_arguments
from dragoman.coding.acts.arguments_ko import Arguments, find_korean_arguments
from dragoman.coding.acts.arguments_ru import find_russian_arguments
from dragoman.coding.acts.arguments_zh import find_chinese_arguments
from dragoman.coding.acts.lexicon import Trigger
from dragoman.coding.cues.cue import Cue
from dragoman.coding.scene import Sentence

__all__ = ["Arguments", "find_arguments"]

_FINDERS = {
    "ja": find_japanese_arguments,
    "zh": find_chinese_arguments,
    "ru": find_russian_arguments,
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
    open_ = bool(sources) or _goes_on(sentence, trigger, language)
    end = trigger.end - sentence.start
    return Arguments(sources, targets, [], overt=bool(sources), open=open_, end=end)


# What may stand before a verb whose doer is the one of the sentence before; another noun there is
# a doer of its own that nobody's table names (организаторы отвергли, 主催者は拒否した).
_GOES_ON = {
    "ja": re.compile(r"^(?!.*(?<!で)(?<!に)(?<!と)(?<!これ)(?<!それ)は(?!ない|じめ|ず)).*$"),
    "zh": re.compile(
        r"^(?:.{0,10}|(?:对|向|就|同|与|并|还|也|此外|同时|随后|双方|我|表示|答：|針對|针对|会谈|当天|声明|访问).*)$"
    ),
    "ru": re.compile(
        r"^[«\"\s—–-]*(?:(?:Также|При этом|Кроме того|Он[аи]?|он[аи]?|Одновременно|Вместе с тем|Ранее|Затем|Позже|По его словам|Министр\w*|министр\w*|Президент|президент"
        r"|Стороны|стороны|В МИД\w*|Глава|глава|В частности|решительно|также|вновь|и|а|но|не|\w+о)[\s,]*)*$"
    ),
}


_SAID = re.compile(r"「[^「」]*」")


def _goes_on(sentence: Sentence, trigger: Trigger, language: str) -> bool:
    lead = sentence.text[: trigger.start - sentence.start]
    if language == "ja":
        lead = _SAID.sub("", lead)  # 「発射は問題だ」とし、抗議した: who does it there is not asked
    return bool(_GOES_ON[language].match(re.split(r"[，；;]\s?", lead)[-1]))
