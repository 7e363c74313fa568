"""Whom a Russian act is aimed at whose sentence does not say: the other of two.

In: a Doing, with the acts told before. Out: the one state that the act is aimed at, or none. Which
words act is left to acts/find.py, who acts to acts/who_acts.py.
"""

from __future__ import annotations

import re

from dragoman.coding.acts.act import HOSTILE, Act, Doing
from dragoman.coding.people.main_pair import find_main_pair
from dragoman.coding.people.parties import Party, countries_of, party_of
from dragoman.records import quad_of

__all__ = ["find_counterpart", "stays_at_home"]

_AIMED = frozenset(
    {"ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT", "AGREE", "SANCTION", "CONCEDE", "AID"}
)
# What is aimed at nobody of the two: at the whole world, at home, at the reporters.
_ELSEWHERE = re.compile(
    r"^.{0,40}?\b(?:международн\w+\sсообществ|мировое\sсообществ|парламент\w*\b|оппозици|граждан\w*\b|населени|журналист|соотечественник|избирател|депутат|подчин[её]нн|военн(?:ым|ых)\b|министерств|правительств[ау]\b|кабинет|жител|армии\b|полици|всех\b|все\s(?:страны|стороны|государства)|партн[её]р|союзник)",
    re.IGNORECASE,
)


# Orders and questions to one's own people; a warning that names no answer of one's own.
_AT_HOME = re.compile(
    r"поруч|велел|приказа|обязал|предписа|запрос|возраж|взял|настаива|добива", re.IGNORECASE
)
_AGREED = re.compile(r"(?:договори|услови|сговори)лись", re.IGNORECASE)
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


def _folded(code: str | None) -> str | None:
    return _ORGANS.get(code or "", code)


def stays_at_home(doing: Doing) -> bool:
    """Whether the words ask something of one's own people or of the world in general: поручил, призвал граждан."""
    if doing.trigger.type == "AGREE" and _AGREED.match(doing.trigger.text):
        # Лидеры государств ШОС договорились создать группы: a body's members, with each other.
        return len(doing.sources) == 1 and doing.sources[0].sector == "IGO"
    asks = doing.trigger.type == "REQUEST"
    return bool(_AT_HOME.match(doing.trigger.text) or (asks and _ELSEWHERE.match(doing.behind)))


def find_counterpart(doing: Doing) -> list[Party]:
    """The other of the two whom the document is about, or who has just acted upon the doer."""
    trigger, own = doing.trigger, doing.own
    if trigger.type not in _AIMED or len(own) != 1 or _NOT.search(doing.lead):
        return []
    if _WARNS.match(trigger.text) and not _OWN_ANSWER.match(doing.behind):
        return []
    if trigger.type in HOSTILE:
        for act in reversed(doing.acts):
            doers = countries_of(act.sources)
            if _is_against(act) and own == set(countries_of(act.targets)) and len(doers) == 1:
                return list(act.sources)
    pair = find_main_pair(doing.scene)
    ours = {_folded(code) for code in own}
    theirs = {_folded(p.country) for p in pair}
    others = {
        _folded(m.country) for m in doing.sentence.mentions
        if m.country and m.kind not in ("place", "joint", "pronoun") and m.start >= trigger.start
    } - theirs - ours  # fmt: skip
    if others:
        return []
    if len(pair) == 2 and ours < theirs:
        if trigger.type in _WARM and _at_odds({p.country for p in pair}, doing.acts):
            return []
        return [p for p in pair if _folded(p.country) not in ours]
    return _of_third(doing, pair, ours)


def _of_third(doing: Doing, pair: list[Party], ours: set[str | None]) -> list[Party]:
    """Whom a third state means: both, where it says so; else who did what the headline tells."""
    if pair and not ours & {_folded(p.country) for p in pair} and _BOTH.match(doing.behind):
        return pair
    title = next((s for s in doing.scene.sentences if s.role == "title"), None)
    if title is None or doing.trigger.type not in ("ACCUSE", "REQUEST"):
        return []
    named = [m for m in title.mentions if m.country and m.kind in ("person", "office", "state", "body")]  # fmt: skip
    codes = list(dict.fromkeys(_folded(m.country) for m in named))
    if not codes or set(codes) & ours or len(codes) > 2:
        return []
    if len(codes) == 2 and not _DEED.search(title.text[named[0].end - title.start :]):
        return []
    return party_of(named[0])


def _is_against(act: Act) -> bool:
    return act.trigger.type in HOSTILE or "conflict" in (quad_of(act.trigger.type) or "")


def _at_odds(pair: set[str | None], acts: list[Act]) -> bool:
    """Whether one of two has been told to act against the other: what he promises then is no gift."""
    return any(
        "conflict" in (quad_of(a.trigger.type) or "")
        and {*countries_of(a.sources), *countries_of(a.targets)} == pair
        for a in acts
    )  # fmt: skip
