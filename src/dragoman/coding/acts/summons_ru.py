"""An envoy is called in: Посла Франции вызвали в МИД, послу вручена нота, вызван в министерство.

In: a Russian sentence, its cues, the words that name the act; for the house that is not named, the
Doing. Out: who calls whom in. Active sentences whose subject calls (МИД Японии вызвал посла) are
read by acts/arguments_ru.py as any other act.
"""

from __future__ import annotations

import re

from dragoman.coding.acts.act import Doing
from dragoman.coding.acts.lexicon import Trigger
from dragoman.coding.cues.cue import Cue
from dragoman.coding.names.mention import Mention
from dragoman.coding.people.main_pair import find_main_pair
from dragoman.coding.people.parties import Party, countries_of, state_at
from dragoman.coding.scene import Sentence

__all__ = ["find_summoned", "find_summoner", "is_summons"]

_CALLED = re.compile(
    r"вызв|приглаш|вруч|заявлен|выражен|объявлен|передан|нота\sпротеста", re.IGNORECASE
)
_HOUSE = re.compile(
    r"\b[Вв]о?\s(?:[А-ЯЁа-яё-]+\s){0,2}(?:МИД|[Мм]инистерств[оа]|(?:внешнеполитическ|дипломатическ)[а-я]+\sведомство|дипведомство|форин-офис)(?![а-яё])"
)
_ENVOY = re.compile(
    r"(?<![А-Яа-яё-])(?:[Пп]ос(?:ол|л(?:а|у|ом|е|ы|ов|ам|ами)?)|[Пп]оверенн[а-я]+|[Пп]осланник[а-я]{0,2}|[Дд]ипломат(?:а|у|ом|ы|ов|ам)?|[Кк]онсул[а-я]{0,2}|[Аа]тташе|[Гг]лав[а-я]\s(?:диппредставительств|дипмисси|миссии)[а-я]*)(?![а-яё-])"
)
_OF_WHOM = re.compile(r"\s(?:(?:посольств|дипмисси|мисси|диппредставительств)[а-я]*\s)?")
_GIVEN = re.compile(r"вруч|заявлен|выражен|объявлен|передан|нота", re.IGNORECASE)
_POST = re.compile(r"\sво?\s")
# его вызвали в МИД, а посла отозвали: another clause.
_ANOTHER = re.compile(r",\s(?:а|и|но)\s|[;:]")


def is_summons(text: str, trigger: Trigger, base: int) -> bool:
    """Whether the words call an envoy in, or hand him a note."""
    if trigger.type != "ACCUSE" or not _CALLED.match(trigger.text):
        return False
    around = text[max(0, trigger.start - base - 120) : trigger.end - base + 120]
    if not _ENVOY.search(around):
        return False
    return bool(_HOUSE.search(around) or _GIVEN.match(trigger.text))


def _is_envoy(text: str, mention: Mention, base: int) -> bool:
    lead = text[max(0, mention.start - base - 40) : mention.start - base]
    found = list(_ENVOY.finditer(lead))
    # старшему дипломату посольства США; not посол Чили вызван в МИД
    before = bool(found) and bool(_OF_WHOM.fullmatch(lead[found[-1].end() :]))
    return bool(mention.office == "ambassador" or _ENVOY.search(mention.text) or before)


def find_summoned(
    sentence: Sentence, cues: list[Cue], trigger: Trigger
) -> tuple[list[int], list[int]] | None:
    """Who calls in and who is called, as indices of mentions; None where the words do not call in.

    The caller is left out where only the post or the document says whose ministry it is.
    """
    text, base, mentions = sentence.text, sentence.start, sentence.mentions
    if not is_summons(text, trigger, base):
        return None
    envoys = [
        i for i, m in enumerate(mentions)
        if m.country and m.kind != "place" and _is_envoy(text, m, base)
        and -130 <= m.start - trigger.end <= 110
        and not _ANOTHER.search(text[trigger.end - base : max(0, m.start - base)])
    ]  # fmt: skip
    if not envoys:
        return None
    envoys.sort(
        key=lambda i: min(
            abs(mentions[i].start - trigger.end), abs(trigger.start - mentions[i].end)
        )
    )
    called = envoys[0]
    whose = mentions[called].country
    callers = [
        i for i, m in enumerate(mentions)
        if i != called and m.country and m.country != whose and m.kind != "place"
    ]  # fmt: skip
    active = [
        i for i in callers
        if cues[i] in ("subject", "bare") and not trigger.passive and mentions[i].end <= trigger.start
    ]  # fmt: skip
    if active:
        return None
    houses = [
        i for i in callers
        if mentions[i].kind == "body" and _HOUSE.search(text[: mentions[i].end - base][-60:])
    ]  # fmt: skip
    return houses[:1], [called]


def find_summoner(doing: Doing, targets: list[Party]) -> list[Party]:
    """Whose ministry calls in where it is not said: that of the state where the envoy serves, else
    of the other whom the document is about."""
    sentence, trigger = doing.sentence, doing.trigger
    if not is_summons(sentence.text, trigger, sentence.start) or len(targets) != 1:
        return []
    called = targets[0]
    for m in sentence.mentions:
        gap = sentence.text[called.end - sentence.start : max(0, m.start - sentence.start)]
        served = 0 <= m.start - called.end <= 30 and m.kind in ("place", "state")
        if served and m.country and m.country != called.country and _POST.search(gap):
            return [state_at(m.country, m.start, m.end)]
    for act in reversed(doing.acts):
        if called.country in countries_of(act.targets) and len(countries_of(act.sources)) == 1:
            return list(act.sources)
    pair = find_main_pair(doing.scene)
    others = [p for p in pair if p.country != called.country]
    if len(pair) == 2 and len(others) == 1:
        return others
    return []
