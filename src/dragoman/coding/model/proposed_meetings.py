"""Encounters out of what the encoder reads between two parties.

In: its judgements of one document that tell of an encounter, the Meetings that the rules found. Out:
more Meetings, one per group of parties and time (past or ahead). Acts are left to model/proposals.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from dragoman.coding.cues.cue import Cue
from dragoman.coding.meetings.facts import (
    Meeting,
    date_of,
    form_of,
    level_of,
    occasion_of,
    place_of,
)
from dragoman.coding.meetings.words import MEETING_WORDS, MeetingWords
from dragoman.coding.model.encoder import Found
from dragoman.coding.model.proposed_ru import is_prepared
from dragoman.coding.people.parties import Party
from dragoman.coding.scene import Scene
from dragoman.coding.topics import find_topics
from dragoman.records import Form

__all__ = ["groups", "is_encounter", "propose_meetings"]

# Least probability: of what is read less surely fewer than half are right (dragoman eval confidence).
MEETING_THRESHOLD = 0.75
PLAN_THRESHOLD = 0.8
_STATUS = {
    ("CONSULT", "done"): "held", ("CONSULT", "background"): "background",
    ("AGREE", "planned"): "planned",
}  # fmt: skip
_AHEAD = frozenset({"planned", "proposed"})


def is_encounter(found: Found) -> bool:
    """Whether a judgement tells of an encounter, held or planned, and how surely."""
    judgement = found.judgement
    if (judgement.type, judgement.status) not in _STATUS:
        return False
    if judgement.type == "AGREE":
        return judgement.mode == "meet" and judgement.sure >= PLAN_THRESHOLD
    return judgement.sure >= MEETING_THRESHOLD


def propose_meetings(
    scene: Scene, cues: Mapping[int, list[Cue]], found: Iterable[Found],
    known: Sequence[Meeting], sides: Mapping[tuple[int, str], Party], made_by: str,
) -> list[Meeting]:  # fmt: skip
    """Meetings that ``known`` ones do not tell already. ``sides``: where each party of a sentence is
    named."""
    out: list[Meeting] = []
    by_sentence: dict[tuple[int, str], dict[frozenset[str], Found]] = {}
    for one in found:
        if not _names_one(scene, one.sentence):
            continue
        pair_sides = (sides.get((one.sentence, code)) for code in (one.source, one.target))
        if any(side and _says_where(scene, one.sentence, side) for side in pair_sides):
            continue
        status = _STATUS[one.judgement.type, one.judgement.status]
        if (
            scene.language == "ru"
            and status == "held"
            and is_prepared(scene.sentences[one.sentence])
        ):
            status = "planned"
        pairs = by_sentence.setdefault((one.sentence, status), {})
        pair = frozenset((one.source, one.target))
        if pair not in pairs or one.judgement.sure > pairs[pair].judgement.sure:
            pairs[pair] = one
    for (number, status), pairs in sorted(by_sentence.items()):
        for group in _met_in(scene, number, _with_host(scene, cues, number, list(pairs))):
            told = [pairs[pair] for pair in pairs if pair <= group]
            again = next((m for m in out if _same(m, group, status)), None)
            if again is not None:
                again.sentences.append(scene.sentences[number])
                _learn(again, scene, cues, number)
            elif not any(_same(meeting, group, status) for meeting in known):
                out.append(_meeting(scene, cues, number, status, group, told, sides, made_by))
    return out


def _same(meeting: Meeting, group: frozenset[str], status: str) -> bool:
    """Whether a meeting is of these parties and of the same time: what was said once is not told
    anew."""
    return group <= meeting.countries and (meeting.status in _AHEAD) == (status in _AHEAD)


def groups(pairs: list[frozenset[str]]) -> list[frozenset[str]]:
    """Those who all met each other are one meeting; a host and guests in turn are several."""
    parties = frozenset().union(*pairs)
    if len(parties) > 2 and len(pairs) == len(parties) * (len(parties) - 1) // 2:
        return [parties]
    return pairs


def _names_one(scene: Scene, number: int) -> bool:
    """Whether the sentence has a word for an encounter: in English, where the words are many and
    known, a row of participants or "discussed the situation in Haiti" tells of none."""
    words, text = MEETING_WORDS["en"], scene.sentences[number].text
    return scene.language != "en" or (
        bool(words.named.search(text)) and not _EACH_HIS_OWN.search(text)
    )


# "their respective conversations with X and Y": neither met the other there.
_EACH_HIS_OWN = re.compile(
    r"\brespective\s(?:\w+\s)?(?:conversations|calls|meetings|discussions|engagements|talks)\swith\b"
)


def _with_host(
    scene: Scene, cues: Mapping[int, list[Cue]], number: int, pairs: list[frozenset[str]]
) -> list[frozenset[str]]:
    """조 장관은 케냐, 가나 외교장관과 각각 회담했다: those met in turn met him, and not each other."""
    words = MEETING_WORDS.get(scene.language, MEETING_WORDS["en"])
    if len(pairs) < 2 or not words.each.search(scene.sentences[number].text):
        return pairs
    rows = zip(scene.sentences[number].mentions, cues[number], strict=True)
    hosts = [m.country for m, cue in rows if cue in ("topic", "subject") and m.country]
    host = next((code for code in hosts if any(code in pair for pair in pairs)), None)
    return [pair for pair in pairs if host is None or host in pair]


_IN = re.compile(r"\b[Ii]n\s(?:the\s)?$")


def _says_where(scene: Scene, number: int, side: Party) -> bool:
    """Whether an English sentence names a state as where they met: "a meeting in Belgium"."""
    sentence = scene.sentences[number]
    lead = sentence.text[: max(0, side.start - sentence.start)]
    return scene.language == "en" and not side.person and bool(_IN.search(lead))


def _met_in(scene: Scene, number: int, pairs: list[frozenset[str]]) -> list[frozenset[str]]:
    """Who met in one sentence: one meeting of all who are joined, unless they were met in turn."""
    words = MEETING_WORDS.get(scene.language, MEETING_WORDS["en"])
    if words.each.search(scene.sentences[number].text):
        return groups(pairs)
    out: list[frozenset[str]] = []
    for pair in pairs:
        apart = [group for group in out if not group & pair]
        out = [*apart, pair.union(*(group for group in out if group & pair))]
    return out


def _meeting(
    scene: Scene, cues: Mapping[int, list[Cue]], number: int, status: str, group: frozenset[str],
    told: Sequence[Found], sides: Mapping[tuple[int, str], Party], made_by: str,
) -> Meeting:  # fmt: skip
    sentence, language = scene.sentences[number], scene.language
    words = MEETING_WORDS.get(language, MEETING_WORDS["en"])
    parties = [sides[number, code] for code in sorted(group)]
    parties.sort(key=lambda p: p.start)
    form = _form(words, sentence.text, {f.judgement.mode for f in told}, parties)
    meeting = Meeting(
        parties, form, level_of(parties, words, sentence.text), status, None, None,
        occasion_of(sentence, words, language), [sentence],
        list(find_topics(sentence.text, language)), sure=min(f.judgement.sure for f in told), made_by=made_by,
    )  # fmt: skip
    _learn(meeting, scene, cues, number)
    return meeting


def _form(words: MeetingWords, text: str, modes: set[str | None], parties: list[Party]) -> Form:
    """A call by its words or the encoder's; a visit where both speak of one and no talks are named:
    who is received abroad has met somebody."""
    talks = [m for m in words.named.finditer(text) if not words.visit.search(m.group())]
    if "visit" in modes and not talks and words.visit.search(text):
        return "visit"
    form = form_of(words, "", text, parties)
    return "call" if form == "meeting" and "phone" in modes else form


def _learn(meeting: Meeting, scene: Scene, cues: Mapping[int, list[Cue]], number: int) -> None:
    """Day and place out of a sentence, where the meeting has none yet."""
    sentence, language = scene.sentences[number], scene.language
    verb_last = language in ("ko", "ja")
    spots = [p.start for p in meeting.parties if sentence.start <= p.start < sentence.end]
    start, end = (min(spots), max(spots)) if spots else (sentence.start, sentence.end)
    spot = sentence.end if verb_last else start
    meeting.date = meeting.date or date_of(
        sentence, spot, max(spot, end), verb_last, years=meeting.status != "held"
    )
    meeting.place = meeting.place or place_of(
        sentence, cues[sentence.number], spot, verb_last, language not in ("zh", "ru")
    )
