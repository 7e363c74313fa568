"""Who meets whom at the words that name an encounter, in Chinese.

In: a sentence, its cues, where the words stand. Out: indices of the acting side's mentions, and the
groups met with: the subject before 同 or 与, or the object behind 会见. What became of the encounter is
left to meetings/status.py.
"""

from __future__ import annotations

import re

from dragoman.coding.acts.arguments_zh import BARE, clause_bounds, find_subject, joined
from dragoman.coding.cues.cue import Cue
from dragoman.coding.scene import Sentence
from dragoman.languages.zh import simplify

__all__ = ["find_chinese_parties"]

_MEETS_OBJECT = re.compile(
    r"会见|接见|迎接|拜会|到访|访问|出访|约见|会晤|觐见|致电|接待|款待|宴请|到访|拜访|访"
)


_HAVING = re.compile(r"在?[与與同和][^，。；]{2,40}(?:后|後|之后|之後|时|時|前|期间|期間)，")


_RECEIVED = re.compile(r"(?:受到|获)[^，。；]{1,30}(?:接见|会见|接待)$")


def find_chinese_parties(
    sentence: Sentence, cues: list[Cue], start: int, end: int
) -> tuple[list[int], list[list[int]]]:
    """Who met at the meeting words [start, end): the subject's mentions, and the groups met with."""
    mentions, base, text = sentence.mentions, sentence.start, sentence.text
    left, right = clause_bounds(text, start - base, end - base)
    actors = [i for i, m in enumerate(mentions) if m.kind != "place"]
    before = [
        i for i in actors
        if mentions[i].end <= start
        # 与中俄领导人通话: the leaders are of the name as of the words for the call.
        or (mentions[i].kind == "states" and mentions[i].start < start < mentions[i].end)
    ]  # fmt: skip
    here = [i for i in before if mentions[i].start - base >= left]
    compound = [
        i for i in here
        if mentions[i].kind in ("states", "joint") and start - mentions[i].end <= 10
    ]  # fmt: skip
    people = [i for i in here if mentions[i].kind in ("person", "office") and cues[i] != "of"]
    if len({mentions[i].country for i in people} - {None}) >= 2 and all(
        mentions[i].text in ("双边", "雙邊", "双方", "雙方") for i in compound
    ):
        compound = []  # 陈晓东与拉萨罗共同主持双边磋商机制第九次会议: those named met
    trip = "访" in simplify(text[start - base : end - base])  # 访华: the letter is the host
    inside = [
        i for i in actors
        if start <= mentions[i].start and mentions[i].end <= end and not trip
    ]  # fmt: skip
    subject = find_subject(sentence, cues, before, left)
    subject = joined(before, sentence, subject[0]) if subject else []
    subject = [i for i in subject if i not in compound]
    if not subject and _HAVING.match(text, left):
        # 在与普京通话后，习近平与…: who is named behind it has talked with both.
        nexts = [i for i in actors if 0 <= mentions[i].start - base - right <= 12]
        subject = [i for i in nexts[:1] if cues[i] in BARE and mentions[i].kind != "joint"]
    companions = [
        i for i in here
        if cues[i] == "with" and i not in subject
        # 与马克龙一同前来的冯德莱恩: he came with her, he was not met.
        and not (subject and i < subject[0]
                 and "的" in text[mentions[i].end - base : mentions[subject[0]].start - base])
    ]  # fmt: skip
    guests = [i for i in actors if 0 <= mentions[i].start - end <= 2]
    if (
        guests
        and subject
        and text.startswith("的", end - base)
        and "访" in text[start - base : end - base]
    ):
        # 同来华进行国事访问的托卡耶夫举行会谈: he came, and whoever receives him is the host.
        return guests[:1], [subject]
    marked = [i for i in here if cues[i] in ("about", "by") and i not in subject]
    if marked and "访" in simplify(text[start - base : end - base]):
        # 对越南、马来西亚和柬埔寨进行访问: each of them receives him.
        return subject, [[i] for i in joined(here, sentence, marked[0]) if i not in subject]
    received = [i for i in here if cues[i] == "by" and i not in subject]
    if received and subject and _RECEIVED.search(text[left : end - base]):
        return subject, [[received[-1]]]  # 受到哥伦比亚国防部长接见
    if companions and not subject:
        # 美、日计划与安理会举行会谈: the two meet the third.
        subject = [i for i in compound if cues[i] in BARE and i < companions[0]]
    if companions and subject:
        return subject, [[i] for i in companions]
    if compound or inside:
        return compound or inside, []
    words = simplify(text[start - base : end - base])
    behind = [
        i for i in actors
        if mentions[i].start >= end and mentions[i].end - base <= right
        and mentions[i].start - end <= (12 if _MEETS_OBJECT.search(words) else 0)
    ]  # fmt: skip
    if behind and _MEETS_OBJECT.search(words):
        listed = [i for i in actors if mentions[i].start >= end and mentions[i].end - base <= right]
        return subject, [[i] for i in joined(listed, sentence, behind[0])]
    return subject, [[i] for i in companions]
