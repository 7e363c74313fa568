"""Whom a Russian act is aimed at whose sentence does not say: the other of two.

In: the scene, the act's sentence and trigger, who acts, the acts told before. Out: mentions of the
one state that the act is aimed at, or none. Which words act, and who acts, is left to acts.py.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.coding.lexicon import Trigger
from dragoman.coding.mention import Mention
from dragoman.coding.parties import Party, countries_of, party_of
from dragoman.coding.scene import Scene, Sentence
from dragoman.coding.titles_ru import find_pair, is_own_text
from dragoman.records import quad_of

if TYPE_CHECKING:
    from dragoman.coding.acts import Act

__all__ = ["find_counterpart", "find_own_state", "main_pair", "stays_at_home"]

_AIMED = frozenset(
    {"ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT", "AGREE", "SANCTION", "CONCEDE", "AID"}
)
_HOSTILE = frozenset({"ACCUSE", "REJECT", "THREATEN", "REQUEST"})
_FIRST_PLURAL = re.compile(r"^[а-яё]+(?:ем|ём|им|аем)(?:ся)?\b", re.IGNORECASE)
# What is aimed at nobody of the two: at the whole world, at home, at the reporters.
_ELSEWHERE = re.compile(
    r"^.{0,40}?\b(?:международн\w+\sсообществ|мировое\sсообществ|парламент\w*\b|оппозици|граждан\w*\b|населени|журналист|соотечественник|избирател|депутат|подчин[её]нн|военн(?:ым|ых)\b|министерств|правительств[ау]\b|кабинет|жител|армии\b|полици|всех\b|все\s(?:страны|стороны|государства)|партн[её]р|союзник)",
    re.IGNORECASE,
)


# Orders and questions to one's own people; a warning that names no answer of one's own.
_AT_HOME = re.compile(
    r"поруч|велел|приказа|обязал|предписа|запрос|возраж|взял|настаива|добива", re.IGNORECASE
)
_WARNS = re.compile(r"предупре|предостер", re.IGNORECASE)
_OWN_ANSWER = re.compile(
    r"^.{0,90}?(?:ответ|последстви|санкци|мер[ыа]?\b|поплат|ударит|удар[ау]?\b|не\sпотерп|не\sостан)",
    re.IGNORECASE,
)
_NOT = re.compile(r"(?<![\w-])(?:не|ни|без)\s(?:[а-яё-]+\s)?$", re.IGNORECASE)
_BOTH = re.compile(
    r"\s(?:их\b|обе\s(?:страны|стороны)|обоих|обоим|стороны\b|оба\sгосударства|к\s(?:деэскалации|сдержанности|диалогу))",
    re.IGNORECASE,
)
# What the first-named of a headline does to the second that others take ill.
_DEED = re.compile(
    r"удар|высыл|выслал|сбил|вв[ёе]л|ввод|закры|разрыв|разорв|останов|отзыв|отозв|атак|вторг|обстрел|захват|признал|запре|задерж|арест|казн|убил|блок|вышел|вышла|приостан|прекра|угро|испыт|запус|переворот|конфиск|депорт|аннекс|изъял|похит|стреля|наступл|бомб",
    re.IGNORECASE,
)
_ORGANS = {"EC": "EU", "EUCO": "EU", "EP": "EU", "UNSC": "UN", "UNGA": "UN", "UNHRC": "UN"}
_WARM = frozenset({"AGREE", "SUPPORT", "AID", "CONCEDE"})


def main_pair(scene: Scene) -> list[Mention]:
    """The two whom the document is about."""
    home = scene.document.publisher_country if is_own_text(scene.document) else None
    return find_pair([s.mentions for s in scene.sentences[:3]], home)


def find_own_state(scene: Scene, sentence: Sentence, trigger: Trigger) -> list[Party]:
    """Призываем, осуждаем, выражаем: in a government's own text or answer, that government."""
    code = scene.document.publisher_country
    if not code or not (
        is_own_text(scene.document)
        or sentence.role == "answer"
        or sentence.text.startswith("Ответ")
    ):
        return []  # fmt: skip
    if not _FIRST_PLURAL.match(trigger.text):
        return []
    return [Party(code, None, code, None, "GOV", trigger.start, trigger.end)]


def _folded(code: str | None) -> str | None:
    return _ORGANS.get(code or "", code)


def stays_at_home(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether the words ask something of one's own people or of the world in general: поручил, призвал граждан."""
    behind = sentence.text[trigger.end - sentence.start :]
    return bool(
        _AT_HOME.match(trigger.text) or (trigger.type == "REQUEST" and _ELSEWHERE.match(behind))
    )


def find_counterpart(
    scene: Scene, sentence: Sentence, trigger: Trigger, own: set[str], acts: list[Act]
) -> list[Party]:
    """The other of the two whom the document is about, or who has just acted upon the doer."""
    if trigger.type not in _AIMED or len(own) != 1:
        return []
    behind = sentence.text[trigger.end - sentence.start :]
    if _NOT.search(sentence.text[: trigger.start - sentence.start]):
        return []
    if stays_at_home(sentence, trigger):
        return []
    if _WARNS.match(trigger.text) and not _OWN_ANSWER.match(behind):
        return []
    if trigger.type in _HOSTILE:
        for act in reversed(acts):
            hostile = act.trigger.type in _HOSTILE or "conflict" in (
                quad_of(act.trigger.type) or ""
            )
            if (
                hostile
                and own == set(countries_of(act.targets))
                and len(countries_of(act.sources)) == 1
            ):
                return list(act.sources)
    pair = main_pair(scene)
    ours = {_folded(code) for code in own}
    theirs = {_folded(m.country) for m in pair}
    others = {
        _folded(m.country) for m in sentence.mentions
        if m.country and m.kind not in ("place", "joint", "pronoun") and m.start >= trigger.start
    } - theirs - ours  # fmt: skip
    if others:
        return []
    if len(pair) == 2 and ours < theirs:
        if trigger.type in _WARM and _at_odds({m.country for m in pair}, acts):
            return []
        return [p for m in pair if _folded(m.country) not in ours for p in party_of(m)]
    return _of_third(scene, trigger, behind, pair, ours)


def _of_third(
    scene: Scene, trigger: Trigger, behind: str, pair: list[Mention], ours: set[str | None]
) -> list[Party]:
    """Whom a third state means: both, where it says so; else who did what the headline tells."""
    if len(pair) == 2 and not ours & {_folded(m.country) for m in pair} and _BOTH.match(behind):
        return [p for m in pair for p in party_of(m)]
    title = next((s for s in scene.sentences if s.role == "title"), None)
    if title is None or trigger.type not in ("ACCUSE", "REQUEST"):
        return []
    named = [m for m in title.mentions if m.country and m.kind in ("person", "office", "state", "body")]  # fmt: skip
    codes = list(dict.fromkeys(_folded(m.country) for m in named))
    if not codes or set(codes) & ours or len(codes) > 2:
        return []
    if len(codes) == 2 and not _DEED.search(title.text[named[0].end - title.start :]):
        return []
    return party_of(named[0])


def _at_odds(pair: set[str | None], acts: list[Act]) -> bool:
    """Whether one of two has been told to act against the other: what he promises then is no gift."""
    return any(
        "conflict" in (quad_of(a.trigger.type) or "")
        and {*countries_of(a.sources), *countries_of(a.targets)} == pair
        for a in acts
    )  # fmt: skip
