"""Who meets whom at the words that name an encounter, in Japanese.

In: a sentence, its cues, where the words stand. Out: indices of the acting side's mentions, and the
groups met with. Particles tell the sides apart: は and が the one, と the other; a compound (日米韓) may
name them all. What became of the encounter is left to meetings/status.py.
"""

from __future__ import annotations

import re

from dragoman.coding.acts.arguments_ja import CLAUSE_END, joined, named
from dragoman.coding.cues.cue import Cue
from dragoman.coding.scene import Sentence

__all__ = ["find_japanese_parties"]

_WITH_GAP = re.compile(r"^(?:（[^）]*）)?(?:と|、|及び|および|並びに|やその|や)$")


_OF_CALLER = re.compile(r"表敬|接見|謁見|出迎え|電話を受")


def find_japanese_parties(
    sentence: Sentence, cues: list[Cue], start: int, end: int
) -> tuple[list[int], list[list[int]]]:
    """Who met at the meeting words [start, end): the subject's mentions, and the groups met with.

    岩屋大臣は趙長官との間で日韓外相会談を行い: the persons stand before the compound; 日米韓外相会合に
    出席: only the compound names all parties.
    """
    mentions, text, base = sentence.mentions, sentence.text, sentence.start
    before = [i for i, m in enumerate(mentions) if m.end <= start and m.kind != "place"]
    near = [
        i for i in before
        if mentions[i].kind in ("states", "joint") and start - mentions[i].end <= 12
        and not re.search(r"[。、]|[はがを]", text[mentions[i].end - base : start - base])
    ]  # fmt: skip
    compound = [named(sentence, i) for i in near[-1:]]
    joint = bool(compound) and mentions[compound[0]].kind == "joint"
    if compound and cues[compound[0]] == "with" and (
        joint or start - mentions[compound[0]].end > 3
    ):  # fmt: skip
        # 局長は…米韓両国首席代表とそれぞれ電話で協議: those met with, not all who met.
        others = _subject(sentence, cues, [i for i in before if i not in compound], start)
        if others and mentions[others[0]].country not in mentions[compound[0]].members:
            return others, [compound]
    size = len(mentions[compound[0]].members) or mentions[compound[0]].count if compound else 0
    rest = [i for i in before if i not in compound and i not in near[-1:]]
    subject = _subject(sentence, cues, rest, start)
    companions = [i for i in rest if cues[i] == "with" and i not in subject]
    paired = _paired(sentence, companions)
    if paired:
        return paired, []
    if subject:
        companions = [i for i in companions if i > subject[-1]] or companions
    if compound and _HEADS.match(text[start - base :]):
        # 外相は中国外相と会談し、日中首脳会談の開催に向け: it is not theirs, they prepare it.
        offices = {mentions[i].office for i in [*subject, *companions]}
        if offices and offices <= _MINISTERS:
            return compound, []
    if compound and companions and size == 2 and start - mentions[compound[0]].end <= 3:
        # 長官は米大使と会談し、米朝対話の再開に向け: the two that the words name, not who met before.
        two, met = set(mentions[compound[0]].members), [*subject, *companions]
        stops = text[mentions[companions[-1]].end - base : start - base]
        if len(two) == 2 and two != {mentions[i].country for i in met} and CLAUSE_END.search(stops):
            return compound, []
    if companions and subject and size < 3:
        return subject, [[i] for i in companions]
    if compound:
        members = mentions[compound[0]].members
        people = [
            i for i in companions
            if mentions[i].kind in ("person", "office") and mentions[i].country in members
        ]  # fmt: skip
        return [*people, *compound], []
    owners = [i for i in rest if cues[i] == "of" and 0 <= start - mentions[i].end <= 4]
    both = joined(rest, cues, sentence, owners[-1]) if owners else []
    listed = [i for i in rest if text[mentions[i].end - base : start - base] in ("）", ")")]
    if listed and not subject and (row := _row(sentence, rest, listed[-1])):
        return row, []  # G4（日本・ブラジル・ドイツ・インド）外相会合
    if not companions and not subject and owners and _TRIP.match(text[start - base :]):
        return owners[-1:], []  # パルリ大臣の訪日は
    if not companions and len({mentions[i].country for i in both}) > 1:
        return both, []  # プーチン大統領と金正恩総書記の会談は
    if not companions:
        wanted = (
            ("object", "to", "of", "by", "from")
            if _OF_CALLER.search(text[start - base : end - base])
            else ("object", "to")
        )
        close = [
            i
            for i in rest
            if cues[i] in wanted and i not in subject and start - mentions[i].end <= 16
        ]
        return subject, [[close[-1]]] if close else []
    return subject, [[i] for i in companions]


_HEADS = re.compile(r"首脳(?:会談|会議|会合)")


_MINISTERS = frozenset({"foreign minister", "defence minister", "vice foreign minister"})


_TRIP = re.compile(r"訪[日韓中米朝露ロ問]|歴訪|来日")


def _row(sentence: Sentence, rest: list[int], last: int) -> list[int]:
    """The states of a row in brackets, joined by dots or commas, up to ``last``."""
    mentions, text, base = sentence.mentions, sentence.text, sentence.start
    row = [last]
    while (k := row[0] - 1) in rest:
        gap = text[mentions[k].end - base : mentions[row[0]].start - base]
        if gap not in ("・", "、", "，", "と"):
            break
        row.insert(0, k)
    return row if len(row) > 1 else []


def _subject(sentence: Sentence, cues: list[Cue], rest: list[int], start: int) -> list[int]:
    topics = [i for i in rest if cues[i] == "topic"]
    subjects = [i for i in rest if cues[i] == "subject"]
    chosen = topics[-1:]
    if subjects and (not topics or subjects[-1] > topics[-1]):
        between = (
            sentence.text[
                sentence.mentions[topics[-1]].end - sentence.start : sentence.mentions[
                    subjects[-1]
                ].start
                - sentence.start
            ]
            if topics
            else "、"
        )
        if not topics or CLAUSE_END.search(between) or "と発表" in sentence.text:
            chosen = subjects[-1:]
    return [named(sentence, i) for i in joined(rest, cues, sentence, chosen[0])] if chosen else []


_GLOSS = re.compile(r"^[（(][^）)]{1,20}[）)]")


def _paired(sentence: Sentence, companions: list[int]) -> list[int]:
    """プーチン大統領とラデフ大統領との電話会談: both stand before the noun, joined by と."""
    mentions, text, base = sentence.mentions, sentence.text, sentence.start
    if len(companions) < 2:
        return []
    left, right = companions[-2:]
    gap = text[mentions[left].end - base : mentions[right].start - base]
    tail = _GLOSS.sub("", text[mentions[right].end - base :])
    if (
        _WITH_GAP.match(gap)
        and gap.endswith("と")
        and re.match(r"(?:氏|大統領|首相)?(?:による|との|の間)", tail)
    ):
        return [left, right]
    return []
