"""Acts and meetings that the encoder proposes where the rules are blind.

In: a Scene, the Meetings and Acts that the rules found, the Encoder. Out: more of both, with
``made_by`` naming the weights. The rules go first: a sentence of which they have told anything is
not read again (twice the time for a fifth more of the encoder's reports, measured). Who is who stays with the gazetteer: the encoder
only says what two known actors of one sentence do to each other.
"""

from __future__ import annotations

from collections.abc import Sequence
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
from dragoman.coding.parties import Party, party_of
from dragoman.coding.scene import Scene, Sentence
from dragoman.coding.status import is_hearsay
from dragoman.coding.topics import find_topics
from dragoman.records import Form, PloverType

__all__ = ["propose"]

# Least probability of a type that makes a report, chosen on eval/*/tune.jsonl
# (docs/reference/accuracy.md): what the weights say less surely stays out.
THRESHOLD = 0.8
MEETING_THRESHOLD = 0.9
# A neutral word (STATEMENT) is no act between two.
PROPOSED = frozenset(
    {
        "AGREE", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
        "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "CONSULT",
    }
)  # fmt: skip
_FORMS: dict[str, Form] = {"phone": "call", "visit": "visit", "multilateral": "multilateral"}
_ACTORS = frozenset({"state", "body", "person", "office"})
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
        met: dict[frozenset[str], tuple[Mention, Mention, Judgement]] = {}
        for answer in answers:
            if answer is None:
                continue
            source, target = (mentions[i] for i in answer[0])
            type_ = answer[1].type
            sure = answer[1].types[type_]
            if type_ == "CONSULT":
                if sure < MEETING_THRESHOLD or not _can_meet(source, target, mentions):
                    continue
                pair = frozenset((source.country or "", target.country or ""))
                met.setdefault(pair, (source, target, answer[1]))
            elif type_ in PROPOSED and sure >= THRESHOLD:
                parties = (party_of(source), party_of(target))
                keep_act(acts, _act(scene, sentence, *parties, answer[1], encoder.name))
        for pair, found in met.items():
            if not any(pair <= meeting.countries for meeting in meetings):
                meetings += _meeting(scene, cues[sentence.number], sentence, *found, encoder.name)


def _meeting(
    scene: Scene, cues: list[Cue], sentence: Sentence, one: Mention, other: Mention,
    judgement: Judgement, made_by: str,
) -> list[Meeting]:  # fmt: skip
    """The encounter of two actors; none where it did not take place: plans are the rules' matter."""
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


def _can_meet(one: Mention, other: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether an encounter of the two is the encoder's to propose.

    A body that is no person's is mostly the occasion (talks at APEC). Among three actors or more
    ("met A and B in turn") the encoder pairs the guests too: such sentences are left to the rules.
    """
    if "body" in (one.kind, other.kind):
        return False
    return {one.country, other.country} == {m.country for m in mentions}


def _questions(mentions: Sequence[Mention]) -> dict[tuple[str, str], list[tuple[int, int]]]:
    """Ordered pairs of two actors, with the mentions that stand for them."""
    out: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for i, j in permutations(range(len(mentions)), 2):
        pair = (mentions[i].country or "", mentions[j].country or "")
        if pair[0] != pair[1]:
            out.setdefault(pair, []).append((i, j))
    return out


def _act(
    scene: Scene, sentence: Sentence, sources: list[Party], targets: list[Party],
    judgement: Judgement, made_by: str,
) -> Act:  # fmt: skip
    type_: PloverType = judgement.type  # type: ignore[assignment]
    kind = kind_of(type_)
    # The words that name the act are not known: the whole sentence stands for them.
    trigger = Trigger(
        sentence.start, sentence.end, sentence.text, type_, judgement.mode, kind, "toward"
    )
    status = judgement.status
    if kind == "action" and status == "done" and is_hearsay(scene, sentence):
        status = "hypothetical"
    return Act(
        trigger, sources, targets, [], [], status,
        content_of(scene, sentence, trigger) if kind != "action" else None, None, False, True,
        judgement.types[type_], [sentence], made_by,
    )  # fmt: skip
