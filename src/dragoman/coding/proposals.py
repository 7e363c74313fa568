"""Acts that the encoder proposes where the rules are blind, and what it thinks of theirs.

In: a Scene, the Acts that the rules found, the Encoder. Out: more Acts, with ``made_by`` naming the
weights; the rules' acts with ``sure`` moved up or down. The rules go first: a pair whose act they
have read in a sentence is not read again there. Who is who stays with the gazetteer: the encoder
only says what two known actors of one sentence do to each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations

from dragoman.coding.acts import Act
from dragoman.coding.contents import content_of
from dragoman.coding.encoder import Encoder, Judgement, Named
from dragoman.coding.folding import keep_act
from dragoman.coding.lexicon import Trigger, kind_of
from dragoman.coding.mention import Mention
from dragoman.coding.parties import Party, countries_of, party_of
from dragoman.coding.scene import Scene, Sentence
from dragoman.coding.status import is_hearsay
from dragoman.records import PloverType

__all__ = ["propose_acts"]

# Least probability of a type that makes a report, chosen on eval/*/tune.jsonl
# (docs/reference/accuracy.md): what the weights say less surely stays out.
THRESHOLD = 0.8
# Meetings have a reader of their own; a neutral word is no act between two.
PROPOSED = frozenset(
    {
        "AGREE", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
        "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
    }
)  # fmt: skip
_ACTORS = frozenset({"state", "body", "person", "office"})
_LONGEST = 600  # characters of a sentence; longer ones are lists and tables
_MOST = 8  # mentions of one sentence that are weighed; pairs grow with the square


def propose_acts(scene: Scene, acts: list[Act], encoder: Encoder) -> None:
    """Add to ``acts`` what the encoder reads between actors whom the rules left apart."""
    asked: list[Named] = []
    named: list[tuple[Sentence, list[Mention]]] = []
    for sentence in scene.sentences:
        if not sentence.coded or len(sentence.text) > _LONGEST:
            continue
        mentions = [m for m in sentence.mentions if m.kind in _ACTORS and m.country][:_MOST]
        questions = _questions(mentions, _known(acts, sentence))
        if questions:
            spans = tuple((m.start - sentence.start, m.end - sentence.start) for m in mentions)
            asked.append(Named(sentence.text, spans, tuple(map(tuple, questions.values()))))
            named.append((sentence, mentions))
    for (sentence, mentions), answers in zip(named, encoder.between(asked, PROPOSED), strict=True):
        for answer in answers:
            if answer is None:
                continue
            (source, target), judgement = answer
            type_ = judgement.type
            if type_ in PROPOSED and judgement.types[type_] >= THRESHOLD:
                parties = (party_of(mentions[source]), party_of(mentions[target]))
                keep_act(acts, _act(scene, sentence, *parties, judgement, encoder.name))


def _questions(
    mentions: Sequence[Mention], known: set[tuple[str, str]]
) -> dict[tuple[str, str], list[tuple[int, int]]]:
    """Ordered pairs of two actors, with the mentions that stand for them; not the known ones."""
    out: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for i, j in permutations(range(len(mentions)), 2):
        pair = (mentions[i].country or "", mentions[j].country or "")
        if pair[0] != pair[1] and pair not in known:
            out.setdefault(pair, []).append((i, j))
    return out


def _known(acts: Sequence[Act], sentence: Sentence) -> set[tuple[str, str]]:
    """Pairs between which this sentence already tells an act."""
    out: set[tuple[str, str]] = set()
    for act in acts:
        if any(s is sentence for s in act.sentences):
            sources, targets = countries_of(act.sources), countries_of(act.targets)
            out |= {(a, b) for a in sources for b in (targets or sources) if a != b}
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
        round(judgement.types[type_] * 0.9, 2), [sentence], made_by,
    )  # fmt: skip
