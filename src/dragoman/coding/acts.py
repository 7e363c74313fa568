"""Statements, pledges, agreements and actions: what was done or said, by whom, towards whom.

In: a Scene with cues, and the Discourse that the meetings left. Out: Acts, one per distinct act.
Acts between fewer than two distinct actors are left out (a government's word to its own people is
no diplomacy), except a show of force that is aimed at nobody by name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from dragoman.coding.arguments import find_arguments
from dragoman.coding.cues import Cue
from dragoman.coding.lexicon import Trigger, find_triggers
from dragoman.coding.parties import Discourse, Party, countries_of, party_of
from dragoman.coding.scene import Scene, Sentence
from dragoman.coding.status import status_of

__all__ = ["Act", "find_acts"]


@dataclass(slots=True)
class Act:
    """One act as one document tells it; ``sentences`` bear it out."""

    trigger: Trigger
    sources: list[Party]
    targets: list[Party]
    status: str
    content: str | None
    symmetric: bool
    sentences: list[Sentence] = field(default_factory=list)


_ALONE = frozenset({"MOBILIZE"})
_MEETING_NEAR = re.compile(r"회담|회의|회동|meeting|summit|talks|会談|会谈|встреч")


def _expand(sentence: Sentence, indices: list[int], discourse: Discourse) -> list[Party]:
    parties: list[Party] = []
    for i in indices:
        mention = sentence.mentions[i]
        own = discourse.bind(mention) if mention.kind in ("joint", "pronoun") else party_of(mention)
        parties += [p for p in own if p.country]
    return parties


def find_acts(scene: Scene, cues: dict[int, list[Cue]], discourse: Discourse) -> list[Act]:
    """All acts of the document's sentences, the same act told twice folded into one."""
    acts: list[Act] = []
    passage = -1
    for sentence in scene.sentences:
        if sentence.passage != passage:
            passage = sentence.passage
            if sentence.coded:
                discourse.set_subject([])
        if not sentence.coded:
            groups = [m for m in sentence.mentions if m.kind == "states"]
            if groups:
                discourse.enter(party_of(groups[0]))
            continue
        groups = [m for m in sentence.mentions if m.kind == "states"]
        for group in groups:
            discourse.enter(party_of(group))
        triggers = find_triggers(sentence.text, sentence.start, scene.language)
        for trigger in triggers:
            act = _read_act(scene, sentence, cues[sentence.number], trigger, discourse)
            if act is not None:
                _keep(acts, act)
        topics = [i for i, cue in enumerate(cues[sentence.number]) if cue in ("topic", "subject")]
        if topics:
            discourse.set_subject(_expand(sentence, topics[:1], discourse))
    return acts


def _read_act(
    scene: Scene, sentence: Sentence, cues: list[Cue], trigger: Trigger, discourse: Discourse
) -> Act | None:
    source_at, target_at = find_arguments(sentence, cues, trigger, scene.language)
    sources = _expand(sentence, source_at, discourse)
    targets = _expand(sentence, target_at, discourse)
    if not sources and scene.language in ("ko", "ja", "zh"):
        sources = list(discourse.subject)
    own = set(countries_of(sources))
    targets = [p for p in targets if p.country not in own]
    joint = any(sentence.mentions[i].kind in ("joint", "states") for i in source_at)
    symmetric = trigger.frame == "with" and (len(own) >= 2 or bool(targets and joint))
    if trigger.frame == "with" and not symmetric and trigger.kind in ("agreement",) and targets:
        sources, targets, symmetric = sources + targets, [], True
    everyone = own | set(countries_of(targets))
    if trigger.type == "AGREE" and len(own) >= 2:
        # Several who agree agree with each other.
        targets, symmetric = [], True
    if not own or (len(everyone) < 2 and trigger.type not in _ALONE):
        return None
    if not targets and not symmetric and trigger.type not in _ALONE and len(own) < 2:
        return None
    if trigger.type == "AGREE" and not targets and not symmetric and len(own) >= 2:
        symmetric = True
    status = status_of(scene, sentence, trigger.start, trigger.end)
    content = _content(scene, sentence, trigger)
    return Act(trigger, sources, targets, status, content, symmetric, [sentence])


_KO_CLAUSE = re.compile(r"(?:은|는|이|가|에서|며|고|면서|,)\s(?=\S)")


def _content(scene: Scene, sentence: Sentence, trigger: Trigger) -> str | None:
    """A short clause in the document's words: what is pledged, demanded, stated."""
    before = sentence.text[: trigger.start - sentence.start]
    behind = sentence.text[trigger.end - sentence.start :]
    if scene.language in ("ko", "ja"):
        cut = re.split(r"(?<=[은는])\s|(?<=며)\s|(?<=고),\s|(?<=며),\s|は、|が、", before)
        clause = (cut[-1] if len(cut[-1]) > 4 else before)[-120:] + trigger.text
    else:
        clause = trigger.text + re.split(r"[.;。；]", behind)[0][:140]
    clause = clause.strip(" ,“”\"'")
    return clause or None


def _keep(acts: list[Act], new: Act) -> None:
    for act in acts:
        if (
            act.trigger.type == new.trigger.type
            and act.trigger.kind == new.trigger.kind
            and countries_of(act.sources) == countries_of(new.sources)
            and countries_of(act.targets) == countries_of(new.targets)
            and act.status == new.status
        ):
            # A pledge is its content: two pledges of one pair are one only when worded alike.
            if act.trigger.kind == "pledge" and not _alike(act.content, new.content):
                continue
            if act.sentences[-1] is not new.sentences[0]:
                act.sentences.append(new.sentences[0])
            return
    acts.append(new)


def _alike(one: str | None, other: str | None) -> bool:
    a, b = (set(re.findall(r"\w{2,}", t or "")) for t in (one, other))
    return bool(a and b) and len(a & b) / min(len(a), len(b)) >= 0.5
