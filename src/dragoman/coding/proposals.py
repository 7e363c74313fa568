"""Acts and meetings that the encoder proposes where the rules are blind.

In: a Scene, the Meetings and Acts that the rules found, the Encoder. Out: more of both, with
``made_by`` naming the weights. The rules go first: a sentence of which they have told anything is
not read again, which would take several times as long for little more (docs/reference/model.md). Who
is who stays with the gazetteer: the encoder only says what two known actors of one sentence do to
each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import permutations

from dragoman.coding.acts import Act
from dragoman.coding.contents import content_of
from dragoman.coding.cues import Cue
from dragoman.coding.encoder import Encoder, Judgement, Named
from dragoman.coding.folding import keep_act
from dragoman.coding.lexicon import Trigger, kind_of
from dragoman.coding.meeting_facts import Meeting, date_of, level_of, occasion_of, place_of
from dragoman.coding.meeting_words import MEETING_WORDS
from dragoman.coding.mention import Mention
from dragoman.coding.parties import party_of
from dragoman.coding.scene import Scene, Sentence
from dragoman.coding.status import is_hearsay
from dragoman.coding.topics import find_topics
from dragoman.records import Form, PloverType

__all__ = ["propose"]

# Least probability of a type that makes a report, chosen on eval/*/tune.jsonl
# (docs/reference/accuracy.md): what the weights say less surely stays out.
THRESHOLD = 0.8
MEETING_THRESHOLD = 0.95
# A neutral word (STATEMENT) is no act between two.
PROPOSED = frozenset(
    {
        "AGREE", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
        "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "CONSULT",
    }
)  # fmt: skip
_FORMS: dict[str, Form] = {"phone": "call", "visit": "visit", "multilateral": "multilateral"}
_ACTORS = frozenset({"state", "body", "person", "office"})
# Types that two actors do together; of the others each has a doer.
_MUTUAL = frozenset({"AGREE", "SUPPORT", "COOPERATE"})
_LONGEST = 600  # characters of a sentence; longer ones are lists and tables
_MOST = 8  # mentions of one sentence that are weighed; pairs grow with the square


def propose(
    scene: Scene, cues: dict[int, list[Cue]], meetings: list[Meeting], acts: list[Act],
    encoder: Encoder,
) -> None:  # fmt: skip
    """Add to ``acts`` and ``meetings`` what the encoder reads between actors whom the rules left
    apart."""
    known: list[Meeting | Act] = [*meetings, *acts]
    told = {s.number for one in known for s in one.sentences}
    asked: list[Named] = []
    named: list[tuple[Sentence, list[Mention]]] = []
    for sentence in scene.sentences:
        if not sentence.coded or len(sentence.text) > _LONGEST:
            continue
        if sentence.number in told:
            continue
        mentions = [m for m in sentence.mentions if m.kind in _ACTORS and m.country][:_MOST]
        questions = _questions(mentions)
        if questions:
            spans = tuple((m.start - sentence.start, m.end - sentence.start) for m in mentions)
            asked.append(Named(sentence.text, spans, tuple(map(tuple, questions.values()))))
            named.append((sentence, mentions))
    read = encoder.between(asked, PROPOSED) if asked else []
    for (sentence, mentions), answers in zip(named, read, strict=True):
        told_of: dict[tuple[str, str], _Found] = {}
        for answer in answers:
            if answer is not None and answer[1].type in PROPOSED:
                source, target = (mentions[i] for i in answer[0])
                pair = (source.country or "", target.country or "")
                told_of[pair] = _Found(source, target, answer[1])
        for pair, found in told_of.items():
            back = told_of.get(pair[::-1])
            if found.type == "CONSULT":
                sure = found.sure >= MEETING_THRESHOLD and _can_meet(found, mentions)
                if sure and not any(set(pair) <= meeting.countries for meeting in meetings):
                    cue = cues[sentence.number]
                    meetings += _meeting(scene, cue, sentence, found, encoder.name)
            elif found.sure >= THRESHOLD:
                mutual = back is not None and back.type == found.type
                if mutual and (found.type not in _MUTUAL or pair > pair[::-1]):
                    # Each the other's accuser: the encoder has not seen who did it. Joint doings
                    # are one report.
                    continue
                keep_act(acts, _act(scene, sentence, found, mutual, encoder.name))


@dataclass(frozen=True, slots=True)
class _Found:
    """What the encoder reads between two mentions."""

    source: Mention
    target: Mention
    judgement: Judgement

    @property
    def type(self) -> str:
        return self.judgement.type

    @property
    def sure(self) -> float:
        return self.judgement.types[self.type]


def _meeting(
    scene: Scene, cues: list[Cue], sentence: Sentence, found: _Found, made_by: str
) -> list[Meeting]:
    """The encounter of two actors; none where it did not take place: plans are the rules' matter."""
    one, other, judgement = found.source, found.target, found.judgement
    status = {"done": "held", "background": "background"}.get(judgement.status)
    if status is None:
        return []
    language = scene.language
    words = MEETING_WORDS.get(language, MEETING_WORDS["en"])
    parties = party_of(one) + party_of(other)
    verb_last = language in ("ko", "ja")
    start, end = min(one.start, other.start), max(one.end, other.end)
    spot = sentence.end if verb_last else start
    return [
        Meeting(
            parties, _FORMS.get(judgement.mode or "", "meeting"),
            level_of(parties, words, sentence.text), status,
            date_of(sentence, spot, max(spot, end), verb_last, years=status != "held"),
            place_of(sentence, cues, spot, verb_last, language not in ("zh", "ru")),
            occasion_of(sentence, words, language), [sentence],
            list(find_topics(sentence.text, language)),
            sure=judgement.types["CONSULT"], made_by=made_by,
        )
    ]  # fmt: skip


def _can_meet(found: _Found, mentions: Sequence[Mention]) -> bool:
    """Whether an encounter of the two is the encoder's to propose.

    A body that is no person's is mostly the occasion (talks at APEC). Among three actors or more
    ("met A and B in turn") the encoder pairs the guests too: such sentences are left to the rules.
    """
    if "body" in (found.source.kind, found.target.kind):
        return False
    return {found.source.country, found.target.country} == {m.country for m in mentions}


def _questions(mentions: Sequence[Mention]) -> dict[tuple[str, str], list[tuple[int, int]]]:
    """Ordered pairs of two actors, with the mentions that stand for them."""
    out: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for i, j in permutations(range(len(mentions)), 2):
        pair = (mentions[i].country or "", mentions[j].country or "")
        if pair[0] != pair[1]:
            out.setdefault(pair, []).append((i, j))
    return out


def _act(scene: Scene, sentence: Sentence, found: _Found, mutual: bool, made_by: str) -> Act:
    type_: PloverType = found.judgement.type  # type: ignore[assignment]
    kind = kind_of(type_)
    # The words that name the act are not known: the whole sentence stands for them.
    trigger = Trigger(
        sentence.start, sentence.end, sentence.text, type_, found.judgement.mode, kind, "toward"
    )
    status = found.judgement.status
    if kind == "action" and status == "done" and is_hearsay(scene, sentence):
        status = "hypothetical"
    sources, targets = party_of(found.source), party_of(found.target)
    if mutual:
        sources, targets = [*sources, *targets], []
    return Act(
        trigger, sources, targets, [], [], status,
        content_of(scene, sentence, trigger) if kind != "action" else None, None, mutual, True,
        found.sure, [sentence], made_by,
    )  # fmt: skip
