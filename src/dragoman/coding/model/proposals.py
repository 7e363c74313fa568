"""Acts and meetings that the encoder proposes where the rules are blind.

In: a Scene, the Meetings and Acts that the rules found, the Encoder. Out: more of both, with
``made_by`` naming the weights. The rules go first: a sentence of which they have told anything is
not read again, nor one that names nobody. Who is who stays with the gazetteer: the encoder only says
what two known parties do to each other, whether they are named in the sentence, before it, or only
as the publisher. Which encounters its judgements make is left to model/proposed_meetings.py.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from operator import attrgetter

from dragoman.coding.acts.act import Act
from dragoman.coding.acts.contents import content_of
from dragoman.coding.acts.folding import keep_act
from dragoman.coding.acts.lexicon import Trigger, kind_of
from dragoman.coding.acts.status import is_hearsay
from dragoman.coding.cues.cue import Cue
from dragoman.coding.meetings.facts import Meeting
from dragoman.coding.model.encoder import Encoder, Found, Judgement
from dragoman.coding.model.proposed_meetings import groups, is_encounter, propose_meetings
from dragoman.coding.model.proposed_ru import act_together, announces, is_of_paper, is_staffing
from dragoman.coding.model.windows import Page, Told
from dragoman.coding.names.mention import Mention
from dragoman.coding.names.tables import actor_names
from dragoman.coding.people.own_text import is_own_text
from dragoman.coding.people.parties import Party, party_of, state_at
from dragoman.coding.scene import Scene, Sentence
from dragoman.records import PloverType

__all__ = ["propose"]

# Least probability of a type that makes a report, chosen on labelled documents that were held back
# from training (docs/reference/accuracy.md): what the weights say less surely stays out.
THRESHOLD = 0.7
# A neutral word (STATEMENT) is no act between two.
PROPOSED = frozenset(
    {
        "AGREE", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
        "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "CONSULT",
    }
)  # fmt: skip
# What did not happen, or may only, is left to the rules.
_TOLD = frozenset({"done", "planned", "background"})
_ACTORS = frozenset({"state", "body", "person", "office"})
# Types that two actors do together; of the others each has a doer.
_MUTUAL = frozenset({"AGREE", "SUPPORT", "COOPERATE"})
# PLOVER has no modes of these: the encoder's own tell meetings and promises from the rest.
_OWN_MODES = frozenset({"AGREE", "CONCEDE"})
_SURE = attrgetter("sure")
_LONGEST = 600  # characters of a sentence; longer ones are lists and tables


def propose(
    scene: Scene, cues: dict[int, list[Cue]], meetings: list[Meeting], acts: list[Act],
    encoder: Encoder,
) -> None:  # fmt: skip
    """Add to ``acts`` and ``meetings`` what the encoder reads between parties whom the rules left
    apart."""
    page = _page_of(scene)
    shift = len(page.sentences) - len(scene.sentences)
    known: list[Meeting | Act] = [*meetings, *acts]
    known_sentences = {s.number for one in known for s in one.sentences}
    own = {n: {code for _, _, code in told.named}
           for n, told in enumerate(page.sentences)}  # fmt: skip
    asked = [
        n for n, s in enumerate(scene.sentences, shift)
        if s.coded and own[n] and len(s.text) <= _LONGEST and s.number not in known_sentences
    ]  # fmt: skip
    # Who is named in a sentence of two parties or more acts upon another who is.
    alone = frozenset(n for n in asked if len(own[n]) > 1)
    found = [
        Found(f.sentence - shift, f.source, f.target, f.judgement)
        for f in encoder.across(page, asked, PROPOSED, alone)
        if f.judgement.type in PROPOSED
        and f.judgement.status in _TOLD
        and _may_act(own[f.sentence], f.source, f.target)
    ]
    if scene.language == "ru":
        found = [f for f in found if not _unsaid_ru(scene.sentences[f.sentence], f)]
    named = {(f.sentence, code): _named(scene, f.sentence, code)
             for f in found for code in (f.source, f.target)}  # fmt: skip
    sides = {key: _party(mention, key[1]) for key, mention in named.items()}
    met = [
        f for f in found
        # A body that is no person's is mostly the occasion: talks at APEC.
        if is_encounter(f) and all(named[f.sentence, code].kind != "body" for code in (f.source, f.target))
    ]  # fmt: skip
    there = sides
    if scene.language == "ru":
        # Who only tells of talks (сообщила представитель МИД) stands for the state alone.
        there = {
            key: state_at(key[1], m.start, m.end) if announces(scene.sentences[key[0]], m) else sides[key]
            for key, m in named.items()
        }  # fmt: skip
    meetings += propose_meetings(scene, cues, met, meetings, there, encoder.name)
    acts_told = [
        f for f in found if not _of_encounter(f.judgement) and f.judgement.sure >= THRESHOLD
        and _told_here(scene, f, own[f.sentence + shift])
    ]  # fmt: skip
    for told_act in _joined(_one_before(acts_told, scene)):
        keep_act(acts, _act(scene, told_act, sides, encoder.name))


def _unsaid_ru(sentence: Sentence, found: Found) -> bool:
    """Whether a Russian sentence cannot mean what is read in it."""
    judgement = found.judgement
    if judgement.type not in (*_MUTUAL, "CONSULT") and act_together(
        sentence, found.source, found.target
    ):
        return True
    if judgement.type in ("SANCTION", "RETREAT") and is_staffing(sentence):
        return True
    return is_of_paper(sentence, found.source)


_EN_SUBJECT = re.compile(
    r"(?:He|She|The (?:(?:prime|foreign|defen[cs]e) )?(?:minister|president|secretary|premier|chancellor))\s",
    re.IGNORECASE,
)
_KO_TITLE = re.compile(
    r"(?:우리\s)?(?:대통령|총리|장관|차관|정부|외교부)(?:께서는|은|는|이|가|도)\s"
)


def _told_here(scene: Scene, found: Found, named: set[str]) -> bool:
    """Whether a Korean or English sentence says of both parties that it is they: by name, in Korean the
    publisher's own by a title (장관은), in English who acts by a pronoun or a title (He condemned …).

    Korean leaves its subject out so often, and English the one whom a pledge or thanks are for, that one
    named before is a guess: on documents held back from training two in five were right.
    """
    unnamed = {found.source, found.target} - named
    text = scene.sentences[found.sentence].text
    if not unnamed or scene.language not in ("ko", "en"):
        return True
    if scene.language == "en":
        return bool(_EN_SUBJECT.match(text)) and unnamed == {found.source}
    return bool(_KO_TITLE.match(text)) and unnamed == {_home(scene)}


def _one_before(found: list[Found], scene: Scene) -> list[Found]:
    """Of several parties named only before a sentence the likeliest, for each that it names: unless a
    joint phrase ("both sides", 양국) speaks of more, "he" and "the decision" mean one."""
    best: dict[tuple[int, str, str], Found] = {}
    out = []
    for one in found:
        sentence = scene.sentences[one.sentence]
        here = {code for m in sentence.mentions for code in _codes(m)} & {one.source, one.target}
        if len(here) != 1 or any(m.kind == "joint" for m in sentence.mentions):
            out.append(one)
            continue
        (code,) = here
        key = (one.sentence, code, "source" if code == one.source else "target")
        if key not in best or one.judgement.sure > best[key].judgement.sure:
            best[key] = one
    return [*out, *best.values()]


@dataclass(frozen=True, slots=True)
class _Told:
    """One act of a sentence, with all who did it and all to whom; no targets: done together."""

    sentence: int
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    judgement: Judgement


def _joined(found: list[Found]) -> list[_Told]:
    """Acts of one sentence, type and status: several doers of one thing, and several to whom they
    do it, are one act; so are those who do it together."""
    judged = {(f.sentence, f.source, f.target): f.judgement for f in found}
    mutual: dict[tuple[int, str, str], list[tuple[frozenset[str], Judgement]]] = {}
    sources: dict[tuple[int, str, str, str], dict[str, Judgement]] = {}
    for (number, source, target), judgement in judged.items():
        back = judged.get((number, target, source))
        key = (number, judgement.type, judgement.status)
        if back is None or back.type != judgement.type:
            sources.setdefault((*key, target), {})[source] = judgement
        elif judgement.type in _MUTUAL:
            if source < target:
                mutual.setdefault(key, []).append((frozenset((source, target)), judgement))
        elif _leads(judgement, back, source, target):
            sources.setdefault((*key, target), {})[source] = judgement
    out = []
    for (number, _, _), pairs in mutual.items():
        for group in groups([pair for pair, _ in pairs]):
            likeliest = max((j for pair, j in pairs if pair <= group), key=_SURE)
            out.append(_Told(number, tuple(sorted(group)), (), likeliest))
    targets: dict[tuple[int, str, str, tuple[str, ...]], dict[str, Judgement]] = {}
    for (number, type_, status, target), doers in sources.items():
        doing = max(doers.values(), key=_SURE)
        targets.setdefault((number, type_, status, tuple(sorted(doers))), {})[target] = doing
    for (number, _, _, doing_it), done_to in targets.items():
        likeliest = max(done_to.values(), key=_SURE)
        out.append(_Told(number, doing_it, tuple(sorted(done_to)), likeliest))
    return sorted(out, key=lambda t: (t.sentence, t.judgement.type, t.sources, t.targets))


def _of_encounter(judgement: Judgement) -> bool:
    """Whether it tells of an encounter, held or agreed: a meeting or nothing, but no act."""
    return judgement.type == "CONSULT" or (judgement.type, judgement.mode) == ("AGREE", "meet")


def _leads(judgement: Judgement, back: Judgement, source: str, target: str) -> bool:
    """Which of two judgements of one type stands, where each is said to do it to the other: the
    likelier doer did it."""
    return (judgement.sure, target) > (back.sure, source)


def _may_act(own: set[str], source: str, target: str) -> bool:
    """Whether a sentence that names the parties ``own`` can tell this of the two: of those it names,
    if they are two or more; one alone may act upon somebody named before, or the other way round."""
    here = len(own & {source, target})
    return here == 2 or here == len(own) == 1


def _page_of(scene: Scene) -> Page:
    """The sentences with whom they name, behind the name of the publisher's state where it is known."""
    told: list[Told] = []
    code = _home(scene)
    if code and (name := actor_names(scene.language).get(code)):
        told.append(Told(name, ((0, len(name), code),)))
    titled = bool(scene.sentences) and scene.sentences[0].role == "title"
    publisher, headline = 0 if told else None, len(told) if titled else None
    told += [
        Told(s.text, tuple((m.start - s.start, m.end - s.start, code)
                           for m in s.mentions for code in _codes(m)))
        for s in scene.sentences
    ]  # fmt: skip
    return Page(tuple(told), publisher, headline)


def _home(scene: Scene) -> str | None:
    """The publisher's state, where a text may mean it unnamed.

    An English paper reports the world for the world: a state that a story of it never names has no
    part in it. A government's own text says "we", and papers of one language mean their own "government".
    """
    code = scene.document.publisher_country
    if code is None or scene.language not in ("en", "ru"):
        return code
    # Russian too is written by papers of a dozen states about each other.
    if is_own_text(scene.document, scene.sentences):
        return code
    return code if any(code in _codes(m) for s in scene.sentences for m in s.mentions) else None


def _codes(mention: Mention) -> tuple[str, ...]:
    """The states and bodies that a mention stands for."""
    if mention.kind == "states":
        return mention.members
    return (mention.country,) if mention.kind in _ACTORS and mention.country else ()


def _named(scene: Scene, number: int, code: str) -> Mention:
    """Where a party is named: in the sentence, by a person or office first, or last before it.

    The publisher's state need not be named at all: then words of the sentence that name nobody
    else ("the Minister", "he") or the whole sentence stand for it.
    """
    for sentence in reversed(scene.sentences[: number + 1]):
        own = [m for m in sentence.mentions if code in _codes(m)]
        if own:
            people = [m for m in own if m.kind in ("person", "office")]
            if scene.language == "ru":
                people = [m for m in people if not announces(sentence, m)] or people
            return people[0] if people else own[0]
    sentence = scene.sentences[number]
    loose = [m for m in sentence.mentions if m.kind in ("office", "pronoun") and not m.country]
    start, end = (loose[0].start, loose[0].end) if loose else (sentence.start, sentence.end)
    text = scene.document.text[start:end]
    return Mention(start, end, text, "state", code, code, sector="GOV")


def _party(mention: Mention, code: str) -> Party:
    """The party ``code`` that a mention names, one member of a compound (한미) too."""
    return next(p for p in party_of(mention) if p.country == code)


def _act(
    scene: Scene, told: _Told, sides: Mapping[tuple[int, str], Party], made_by: str
) -> Act:  # fmt: skip
    sentence, judgement = scene.sentences[told.sentence], told.judgement
    type_: PloverType = judgement.type  # type: ignore[assignment]
    kind = kind_of(type_)
    mode = None if type_ in _OWN_MODES else judgement.mode
    # The words that name the act are not known: the whole sentence stands for them.
    trigger = Trigger(sentence.start, sentence.end, sentence.text, type_, mode, kind, "toward")
    status = judgement.status
    if kind == "action" and status == "done" and is_hearsay(scene, sentence):
        status = "hypothetical"
    sources, targets = (
        [sides[told.sentence, code] for code in codes] for codes in (told.sources, told.targets)
    )
    return Act(
        trigger, sources, targets, [], [], status,
        content_of(scene, sentence, trigger) if kind != "action" else None, None, not targets, True,
        judgement.sure, [sentence], made_by,
    )  # fmt: skip
