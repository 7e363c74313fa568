"""How each mention hangs in its sentence: subject, object, with, to, of, about, by, at, from.

In: a Sentence. Out: one cue per mention. Korean and Japanese show it by the particle behind the
mention, English, Chinese and Russian by the word before it and by the order; each has a room of
its own: cues/ko.py, cues/ja.py, cues/en.py, cues/zh.py, cues/ru.py. Joined mentions (A and B) take
the cue of their group.
"""

from __future__ import annotations

import re

from dragoman.coding.cues.cue import Cue
from dragoman.coding.cues.en import join_english, lead_english, read_english_cue
from dragoman.coding.cues.ja import JOINS, read_japanese_cue
from dragoman.coding.cues.ko import APART, BESIDE, read_korean_cue
from dragoman.coding.cues.ru import join_russian, read_russian_cue
from dragoman.coding.cues.zh import read_chinese_cue
from dragoman.coding.names.mention import Mention
from dragoman.coding.scene import Sentence

__all__ = ["find_cues"]

_READERS = {
    "ko": read_korean_cue,
    "ja": read_japanese_cue,
    "zh": read_chinese_cue,
    "ru": read_russian_cue,
}
_BY_PARTICLE = ("ko", "ja")


def find_cues(sentence: Sentence, language: str) -> list[Cue]:
    """One cue per mention of the sentence, in order."""
    read = _READERS.get(language, read_english_cue)
    base, text = sentence.start, sentence.text
    cues: list[Cue] = []
    for mention in sentence.mentions:
        start, end = mention.start - base, mention.end - base
        if language in _BY_PARTICLE and _is_topic(text, start, end, mention):
            cues.append("topic")
        else:
            cues.append(read(text, mention, start, end))
    if language in _BY_PARTICLE:
        _join_before_particle(sentence, cues, language)
    else:
        _join_behind(sentence, cues, language)
    return cues


def _is_topic(text: str, start: int, end: int, mention: Mention) -> bool:
    """Whether a name is a topic by its own form: its particle stands within it, or brackets around."""
    if mention.kind in ("joint", "pronoun") and mention.text[-1] in "은는は":
        return True  # 양국은, 그는
    return _is_mark(text, start, end, mention.kind)  # 【上川外務大臣】…を求めました


def _is_mark(text: str, start: int, end: int, kind: str) -> bool:
    """Whether a name stands alone in brackets at the head: whose words follow."""
    alone = text[:start].strip() in ("【", "[", "<", "〈") and text[end : end + 1] in (
        "】",
        "]",
        ">",
        "〉",
    )
    return alone and kind in ("person", "office") and len(text) > end + 1


# How far apart two names of one group may stand, in characters.
_GAP = {"ko": 14, "ja": 12, "zh": 10, "ru": 40, "en": 40}
# What lists names, whoever else is named before: 및, ·, a comma, や.
_LISTS = re.compile(r"및|·|,|、|及び|および|並びに|や")
_SHARED = ("topic", "subject", "with", "to", "of", "object")


def _join_before_particle(sentence: Sentence, cues: list[Cue], language: str) -> None:
    """The particle behind the last of joined names is the group's; a lone 와/과 means "with"."""
    heads = [cue in ("topic", "subject") for cue in cues]
    for i in reversed(range(len(cues))):
        if cues[i] == "and":
            cues[i] = _cue_of_group(sentence, cues, i, language, any(heads[:i]))


def _cue_of_group(
    sentence: Sentence, cues: list[Cue], i: int, language: str, headed: bool
) -> Cue:  # fmt: skip
    """What a name with "and" behind it shares with the next; ``headed``: a subject stands before."""
    mentions, base = sentence.mentions, sentence.start
    end, gap = mentions[i].end, _GAP[language]
    near = i + 1 < len(cues) and mentions[i + 1].start - end <= gap
    between = sentence.text[end - base : mentions[i + 1].start - base] if near else ""
    if not near or (APART.search(between) if language == "ko" else not JOINS.match(between)):
        # 북한, 북핵 문제 대응을 위한: a comma with no name behind it joins nobody.
        return "bare" if re.match(r"\s?[,、·]", sentence.text[end - base :]) else "with"
    following = cues[i + 1]
    if (
        language == "ko" and following == "at" and mentions[i].kind in ("person", "office")
        and i + 2 < len(cues) and mentions[i + 1].kind == "place"
        and mentions[i + 2].start - mentions[i + 1].end <= gap
    ):  # fmt: skip
        # 28일 로마에서 멜로니 총리, 29일 파리에서 마크롱 대통령과: the town parts no list.
        following = cues[i + 2]
    if _LISTS.search(between):
        return following
    if language == "ko" and following == "subject" and BESIDE.fullmatch(between):
        return following  # 정부는 북한과 러시아가 …: both are the inner subject
    if following in ("topic", "subject") and headed:
        return "with"
    shared = following in _SHARED or (language == "ja" and following in ("from", "by", "about"))
    return following if shared else "with"


def _join_behind(sentence: Sentence, cues: list[Cue], language: str) -> None:
    """English, Chinese, Russian: the word before the first of joined names is the group's."""
    mentions = sentence.mentions
    for i, cue in enumerate(cues):
        if cue != "and":
            continue
        near = i > 0 and mentions[i].start - mentions[i - 1].end <= _GAP.get(language, 40)
        if language == "en":
            cues[i] = join_english(sentence, cues, i, near)
        elif language == "ru":
            cues[i] = join_russian(sentence, cues, i)
        else:
            cues[i] = cues[i - 1] if near and cues[i - 1] != "of" else "bare"
    if language == "en":
        lead_english(sentence, cues)
