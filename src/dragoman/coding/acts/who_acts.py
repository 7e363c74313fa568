"""Who acts where the sentence does not say: who acted before, who is at the talks, who publishes.

In: a Doing without sources, the parts of its sentence, the parties they name. Out: who acts, and
whom the same words give as those aimed at. Who stands in the sentence itself is read by
acts/arguments.py; whom the text of a country's office speaks for is told by people/own_text.py.
"""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman.coding.acts.act import Doing
from dragoman.coding.acts.arguments import Arguments
from dragoman.coding.acts.counterparts_zh import find_other_subject
from dragoman.coding.acts.mutual import MUTUAL
from dragoman.coding.acts.summons_ru import find_summoner, is_summons
from dragoman.coding.acts.unsaid_ja import find_talk
from dragoman.coding.people.own_text import is_own_text
from dragoman.coding.people.parties import Party, countries_of, state_at

__all__ = ["ASIDE_ROLES", "find_who_acts"]

# Roles of sentences that go on with what the text said, and name nobody anew.
ASIDE_ROLES = frozenset({"answer", "list item", "table row"})
# 専門家は, 시민단체는: somebody else than whoever writes. 今回は, 오늘은 say when.
_TOPIC = re.compile(r"(?<![でにはとて])は(?![、。])|[가-힣](?:은|는)\s")
# Призываем, осуждаем, выражаем.
_FIRST_PLURAL = re.compile(r"^[а-яё]+(?:ем|ём|им|аем)(?:ся)?\b", re.IGNORECASE)


def find_who_acts(
    doing: Doing, found: Arguments, targets: list[Party]
) -> tuple[list[Party], list[Party]]:
    """Sources and targets; the sources of ``doing`` where its sentence names them."""
    sources = doing.sources
    if not sources and doing.language == "ja":
        sources, targets = _at_talks(doing, targets)
    if not sources and doing.language == "en" and doing.sentence.role == "list item":
        opens = doing.trigger.start - doing.sentence.start <= 3
        if opens and doing.previous is None:
            sources = list(doing.discourse.subject)  # "The ministers also:" / "* agreed to begin"
    if not sources and doing.language == "ru" and targets:
        sources = find_summoner(doing, targets)
        if is_summons(doing.sentence.text, doing.trigger, doing.sentence.start):
            return sources, targets
    if not sources and found.open and doing.language != "en":
        sources = _who_goes_on(doing, targets)
        aside = any(doing.cues[i] == "with" for i in found.targets)
        if not sources and not aside and (targets or doing.trigger.type == "REQUEST"):
            sources = _own_state(doing)
    if not sources and doing.language == "ru":
        sources = _we(doing)
    if doing.language == "zh":
        other = find_other_subject(replace(doing, sources=sources), targets)
        sources = sources if other is None else other
    return sources, targets


def _at_talks(doing: Doing, targets: list[Party]) -> tuple[list[Party], list[Party]]:
    """朴氏との会談では…と伝えた: the two who talked, both as sources of what they did together."""
    sources, met = find_talk(doing)
    met = [p for p in met if p.country not in countries_of(sources)]
    trigger, base = doing.trigger, doing.sentence.start
    words = doing.sentence.text[trigger.start - base : trigger.end - base + 4]
    if sources and trigger.frame == "with" and MUTUAL.search(words):
        return sources + met, []
    return sources, (targets or met) if sources else targets


def _who_goes_on(doing: Doing, targets: list[Party]) -> list[Party]:
    """Who acts when the sentence names nobody: who acted before, whom the text follows, who is on
    the stage."""
    before, stage = list(doing.discourse.subject), list(doing.discourse.on_stage)
    if targets:
        # 바르세나 장관에게는 …를 요청하였으며: whom the text follows, with the one named here.
        hero = countries_of(doing.discourse.hero)
        if hero and hero[0] not in countries_of([*targets, *before]):
            return list(doing.discourse.hero)
        if before:
            return before  # 노르웨이와는 …협력하기로 했다: who acted before
    if doing.trigger.frame == "with":
        # What is agreed without a subject, the parties of the talks agreed.
        own = set(countries_of(before))
        return before if len(own) >= 2 or not own <= set(countries_of(stage)) else stage or before
    return before or (stage if doing.sentence.role in ASIDE_ROLES else [])


def _own_state(doing: Doing) -> list[Party]:
    """In a government's own text, who acts without being named is that government: 감사드립니다."""
    document, sentence = doing.scene.document, doing.sentence
    code = document.publisher_country
    if doing.language not in ("ko", "ja") or not code:
        return []
    # Notes are written of others' words too: in Korean the publisher alone tells.
    ja = doing.language == "ja"
    if not (document.official or (ja and is_own_text(document, doing.scene.sentences))):
        return []
    if any(cue in ("topic", "subject") for cue in doing.cues) or _TOPIC.search(doing.lead):
        return []
    return [state_at(code, sentence.start, sentence.end)]


def _we(doing: Doing) -> list[Party]:
    """Призываем, осуждаем: in a Russian government's own text or answer, that government."""
    document, sentence, trigger = doing.scene.document, doing.sentence, doing.trigger
    code = document.publisher_country
    answers = sentence.role == "answer" or sentence.text.startswith("Ответ")
    if not code or not _FIRST_PLURAL.match(trigger.text):
        return []
    return (
        [state_at(code, trigger.start, trigger.end)]
        if answers or is_own_text(document, doing.scene.sentences)
        else []
    )
