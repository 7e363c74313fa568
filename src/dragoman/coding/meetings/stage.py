"""Who is on the stage before and after a sentence: whom a joint phrase of the next one may mean.

In: what was told so far, a sentence. Out: the discourse turned to it, the parties that it names put on
the stage, the one who acts remembered. Meetings themselves enter where they are told (meetings/find.py).
"""

from __future__ import annotations

import re

from dragoman.coding.acts.counterparts_zh import joint_subject
from dragoman.coding.cues.clauses import overt_topics
from dragoman.coding.meetings.days import day_of_heading
from dragoman.coding.meetings.encounters import gap_between
from dragoman.coding.meetings.encounters_en import find_joint_subject
from dragoman.coding.meetings.parties import distinct, expand, parties_of, with_people
from dragoman.coding.meetings.talks_ru import headline_pair
from dragoman.coding.meetings.told import MeetingsTold
from dragoman.coding.people.main_pair import find_main_pair
from dragoman.coding.people.parties import Party, countries_of, leading_first, party_of
from dragoman.coding.scene import Sentence

__all__ = ["leave", "open_stage", "set_stage", "turn_to"]

_SIDE_BY_SIDE = re.compile(r"[와과と,、·・]|및|그리고|及び|や")
_ACTORS = frozenset({"person", "office", "state"})


def open_stage(told: MeetingsTold) -> None:
    """Put on the stage whom a text is about before its first sentence says so."""
    scene, discourse = told.scene, told.discourse
    if told.language == "ru":
        discourse.turn_to(-1)
        discourse.enter(headline_pair(scene) or find_main_pair(scene))
    if told.language == "en":
        for sentence in scene.sentences:
            discourse.hear(sentence.number, sentence.mentions)
    if told.language == "zh":
        discourse.set_spare(find_main_pair(scene), anew=True)


def turn_to(told: MeetingsTold, sentence: Sentence) -> None:
    """Make a sentence the one that joint phrases are read in."""
    told.discourse.turn_to(sentence.number)
    if told.language == "zh":
        told.discourse.set_spare(joint_subject(sentence, told.cues[sentence.number]))


def set_stage(told: MeetingsTold, sentence: Sentence) -> None:
    """A heading puts those whom it names on the stage for what stands below it, and its day."""
    _enter_named(told, sentence)
    if sentence.role in ("heading", "title") and told.language in ("en", "ja", "ko"):
        told.day = day_of_heading(sentence, told.language, told.scene.anchor)


def _enter_named(told: MeetingsTold, sentence: Sentence) -> None:
    groups = [m for m in sentence.mentions if m.kind == "states"]
    named = [p for m in sentence.mentions if m.kind != "place" for p in party_of(m)]
    countries = groups[0].members if groups else countries_of(named)
    if meeting := told.of(countries):
        told.discourse.enter(meeting.parties)
    elif groups:
        told.discourse.enter(party_of(groups[0]))
    elif len(countries) == 2 and (told.words.named.search(sentence.text) or told.language == "ja"):
        told.discourse.enter(with_people(named))


def leave(told: MeetingsTold, sentence: Sentence) -> None:
    """Remember who acts in a sentence, and put two who act together on the stage."""
    if not sentence.coded:
        return
    cues, discourse = told.cues[sentence.number], told.discourse
    heads = [
        m for m, cue in zip(sentence.mentions, cues, strict=True)
        if cue in ("topic", "subject") and m.kind in _ACTORS
    ]  # fmt: skip
    if told.language in ("ko", "ja"):
        heads = leading_first(sentence, cues, heads)
        # 사우디와 이란이 합의했다. 두 나라는 …: two who act together are on the stage.
        discourse.enter(_joint_subject(told, sentence))
        discourse.enter(_met_before(told, sentence))
    if heads and (parties := expand(told, heads[0])):
        discourse.set_subject(parties)
    if told.language == "en":
        # "Biden and Xi agreed. The leaders …"
        discourse.enter(parties_of(told, sentence, find_joint_subject(sentence, cues)))


def _met_before(told: MeetingsTold, sentence: Sentence) -> list[Party]:
    """블링컨 장관은 조 장관의 설명에 사의를 표했다: two whose meeting was told are on the stage again."""
    if told.language != "ko":
        return []
    rows = zip(sentence.mentions, told.cues[sentence.number], strict=True)
    people = [(m, cue) for m, cue in rows if m.kind == "person" and m.country]
    countries = list(dict.fromkeys(m.country for m, _ in people if m.country))
    topics = {m.country for m, cue in people if cue == "topic"}
    if len(countries) != 2 or len(topics) != 1:
        return []
    meeting = told.of(countries)
    return list(meeting.parties) if meeting and meeting.status == "held" else []


def _joint_subject(told: MeetingsTold, sentence: Sentence) -> list[Party]:
    """Those whom the head of a Korean or Japanese sentence names side by side as its subject."""
    cues = told.cues[sentence.number]
    subjects = [i for i, cue in enumerate(cues) if cue in ("topic", "subject")]
    own = subjects[:1]
    if own and cues[own[0]] == "subject" and told.language == "ko":
        # 이 기금은 독일과 노르웨이가 출연을 끊으면서 …: the sentence is on something else.
        lead = sentence.text[: sentence.mentions[own[0]].start - sentence.start]
        if overt_topics(lead, 0, len(lead)):
            return []
    for i in subjects[1:]:
        gap = gap_between(sentence, own[-1], i)
        if i != own[-1] + 1 or len(gap) > 14 or not _SIDE_BY_SIDE.search(gap):
            break
        own.append(i)
    return distinct(parties_of(told, sentence, own))
