"""Who takes part in an encounter by the words that name it: the acting side, those met with.

In: what was told so far, a Spot. Out: Parties, with joint phrases and pronouns bound by the
discourse. Which mentions they are the finder of each language tells (meetings/encounters.py and others); in
how many meetings they met is left to meetings/pairs.py.
"""

from __future__ import annotations

import re

from dragoman.coding.meetings.encounters import find_korean_parties, find_other_parties
from dragoman.coding.meetings.encounters_en import find_english_parties
from dragoman.coding.meetings.encounters_ja import find_japanese_parties
from dragoman.coding.meetings.encounters_ru import find_russian_parties
from dragoman.coding.meetings.encounters_zh import find_chinese_parties
from dragoman.coding.meetings.talk_en import is_of_their_teams
from dragoman.coding.meetings.told import MeetingsTold, Spot
from dragoman.coding.names.mention import Mention
from dragoman.coding.people.parties import Party, countries_of, party_of, state_of
from dragoman.coding.people.pronouns import antecedent
from dragoman.coding.scene import Sentence

__all__ = [
    "distinct",
    "expand",
    "parties_at",
    "parties_of",
    "talked_with",
    "with_people",
    "with_speaker",
]

_FINDERS = {
    "ko": find_korean_parties,
    "en": find_english_parties,
    "ja": find_japanese_parties,
    "zh": find_chinese_parties,
    "ru": find_russian_parties,
}
_LAST_MET = re.compile(r"\blast\s$|\bsince\s(?:they|the\stwo(?:\s\w+)?)\s$")
_KO_APART = re.compile(r"님?[와과][는도]\s")


def parties_at(told: MeetingsTold, spot: Spot) -> tuple[list[Party], list[list[Party]]]:
    """(subject parties, groups met with) for the words of an encounter."""
    sentence = spot.sentence
    find = _FINDERS.get(told.language, find_other_parties)
    own, met = find(sentence, told.cues[sentence.number], spot.start, spot.end)
    groups = [parties_of(told, sentence, group) for group in met]
    subject = parties_of(told, sentence, own)
    if told.language == "en" and _LAST_MET.search(spot.lead):
        # "They last met in May": the states did; whether in the same persons is not said.
        joint = [sentence.mentions[i] for i in own if sentence.mentions[i].kind == "joint"]
        subject = [state_of(p, m) for m in joint for p in expand(told, m)] or subject
    if told.language == "en" and (teams := _teams(told, spot)):
        return teams, []
    return subject, [group for group in groups if group]


def _teams(told: MeetingsTold, spot: Spot) -> list[Party]:
    """The states whose teams are to meet, where a sentence says so of two on the stage."""
    if not is_of_their_teams(spot.sentence.text, spot.found):
        return []
    joint = next((m for m in spot.sentence.mentions if m.kind == "joint"), None)
    parties = expand(told, joint) if joint else told.discourse.on_stage
    place = joint or Mention(spot.start, spot.end, spot.named, "joint")
    return [state_of(p, place) for p in parties]


def parties_of(told: MeetingsTold, sentence: Sentence, indices: list[int]) -> list[Party]:
    """The parties that these of a sentence's mentions stand for."""
    out: list[Party] = []
    for i in indices:
        mention = sentence.mentions[i]
        if told.language == "en":
            mention = antecedent(sentence, told.cues[sentence.number], mention) or mention
        out += expand(told, mention)
    return out


def expand(told: MeetingsTold, mention: Mention) -> list[Party]:
    """The parties that a mention stands for, by itself or by what was told before."""
    if mention.kind in ("joint", "pronoun"):
        return told.discourse.bind(mention)
    if mention.office == "spokesperson":
        return []  # who announces a meeting is not who meets
    return [p for p in party_of(mention) if p.country or p.name]


def talked_with(spot: Spot) -> bool:
    """체코 대통령과는 원전을 논의했다: whether the sentence sets a person apart as the one talked with."""
    return any(
        m.kind in ("person", "office") and m.end <= spot.start
        and _KO_APART.match(spot.sentence.text, m.end - spot.sentence.start)
        for m in spot.sentence.mentions
    )  # fmt: skip


def with_speaker(
    told: MeetingsTold, sentence: Sentence, subject: list[Party], groups: list[list[Party]]
) -> list[Party]:
    """28일에는 블링컨 국무장관과 한미 외교장관회담을: who goes on stands for his state of the compound."""
    countries = countries_of(subject)
    if not told.verb_last or groups or len(countries) < 2:
        return subject
    named = {p.country for p in subject if p.person}
    own = [p for p in told.discourse.subject if p.person and p.country in countries]
    if told.has_overt_subject(sentence) or not named or not own or own[0].country in named:
        return subject
    return [own[0], *subject]


def with_people(parties: list[Party]) -> list[Party]:
    """Each party once; states with a person of theirs in the group give way to the person."""
    parties = distinct(parties)
    with_person = {p.country for p in parties if p.person and p.country}
    return [p for p in parties if p.person or p.country not in with_person]


def distinct(parties: list[Party]) -> list[Party]:
    """Each country and name once, where it stood first."""
    seen: dict[tuple[str | None, str | None], Party] = {}
    for party in parties:
        seen.setdefault((party.country, party.name), party)
    return list(seen.values())
