"""Statements, pledges, agreements and actions: what was done or said, by whom, towards whom.

In: a Scene with cues, and the Discourse that the meetings left. Out: Acts, one per distinct act.
Acts between fewer than two distinct actors are left out (a government's word to its own people is
no diplomacy), except a show of force that is aimed at nobody by name. What an accusation holds
against somebody is told as a hypothesis with its speaker, never as a fact. Who acts where the
sentence does not say is left to acts/who_acts.py, whom it is aimed at to acts/aimed_at.py, who acts with whom
to acts/mutual.py, which acts are one to acts/folding.py.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from dragoman.coding.acts.act import Act, Doing
from dragoman.coding.acts.aimed_at import find_aimed_at
from dragoman.coding.acts.arguments import Arguments, find_arguments
from dragoman.coding.acts.content import leave_out_content
from dragoman.coding.acts.contents import content_of, due_of
from dragoman.coding.acts.counterparts_zh import joint_subject
from dragoman.coding.acts.folding import keep_act
from dragoman.coding.acts.lexicon import Trigger, find_triggers
from dragoman.coding.acts.mutual import find_sides
from dragoman.coding.acts.status import is_hearsay, status_of
from dragoman.coding.acts.who_acts import ASIDE_ROLES, find_who_acts
from dragoman.coding.cues.cue import Cue
from dragoman.coding.people.main_pair import find_main_pair
from dragoman.coding.people.parties import (
    Discourse,
    Party,
    countries_of,
    leading_first,
    one_of_each,
    party_of,
    state_at,
)
from dragoman.coding.people.pronouns import antecedent
from dragoman.coding.scene import Scene, Sentence
from dragoman.records import quad_of

__all__ = ["find_acts"]

# Acts that need nobody whom they are aimed at.
_ALONE = frozenset({"MOBILIZE"})
# "called on all sides": who is at odds, not who has just met.
_ALL = re.compile(r"\ball\s(?:the\s)?$", re.IGNORECASE)
_PROMISED = frozenset({"AID", "COOPERATE"})
_MEETING = re.compile(
    r"(?:회담|회의|회동|통화|방문|면담|방[한미일중북러]|순방)(?:을|를|에)?\s?(?:(?!\S*(?:고|며|뒤|후|면서),?\s)\S+\s){0,2}\S{0,3}$|만나$|만날$"
)
# Условились продолжить консультации, договорились о встрече: the meeting to come is what is told.
_RU_MEETS = re.compile(
    r"\s(?:(?:о|об|на)\s)?(?!расшир|наращ|развив|активизир|углуб|укреп)(?:[а-яё-]+\s){0,3}?(?:встреч[аиуе]|встретиться|посетить|визит[ае]?|переговор(?:ы|ов|ах)|консультаци\w+|заседани\w+|саммит\w*|контакт(?:ы|ов|ах)|диалог[ае]?|созвониться|поездк\w+|собраться|увидеться)(?![\w-])"
)


def find_acts(scene: Scene, cues: dict[int, list[Cue]], discourse: Discourse) -> list[Act]:
    """All acts of the document's sentences, the same act told twice folded into one."""
    acts: list[Act] = []
    passage, previous = -1, None
    # Whoever acted last in the walk for meetings stands behind, not before, the first sentence.
    discourse.set_subject([])
    if scene.language == "ru":
        discourse.turn_to(-1)
        discourse.enter(find_main_pair(scene))
    if scene.language == "zh":
        discourse.set_spare(find_main_pair(scene), anew=True)
    for sentence in scene.sentences:
        discourse.turn_to(sentence.number)
        own_cues = cues[sentence.number]
        if sentence.passage > passage + 1 or not sentence.coded:
            discourse.set_subject([])
        if sentence.passage != passage:
            passage, previous = sentence.passage, None
        for mention, cue in zip(sentence.mentions, own_cues, strict=True):
            if mention.kind == "states" and cue in ("topic", "subject"):
                discourse.enter(party_of(mention))
        if scene.language == "zh":
            discourse.set_spare(joint_subject(sentence, own_cues))
        if not sentence.coded or (scene.language == "en" and sentence.text.endswith("?")):
            continue
        triggers = find_triggers(sentence.text, sentence.start, scene.language)
        triggers = leave_out_content(triggers, sentence.text, sentence.start, scene.language)
        triggers = _settle(triggers, sentence)
        for trigger in triggers:
            act = _read_act(Doing(scene, sentence, cues, trigger, discourse, acts, previous))
            for one in _each_alone(act, sentence) if act is not None else []:
                # An answer without a subject repeats what the text said; it starts nothing new.
                keep_act(acts, one, only_fold=sentence.role == "answer" and not one.overt)
        subjects = [i for i, cue in enumerate(own_cues) if cue in ("topic", "subject")]
        if scene.language in ("ko", "ja"):
            heads = leading_first(sentence, own_cues, [sentence.mentions[i] for i in subjects])
            subjects = [i for i in subjects if sentence.mentions[i] in heads]
        if not subjects and scene.language == "ru":
            # Госдепартамент обвинил: a name that is its own accusative, at the head of its sentence.
            subjects = [
                i
                for i, m in enumerate(sentence.mentions[:1])
                if own_cues[i] == "bare" and m.start == sentence.start
            ]
        if subjects:
            parties = _expand(sentence, subjects[:1], discourse, own_cues)
            if parties:
                discourse.set_subject(parties)
        previous = sentence
    return acts


# 아이슬란드와는 풍력에서, 노르웨이와는 수소에서: with each of them, not with all together.
_WITH_EACH = re.compile(r"[가-힣](?:와|과)는\s.*[가-힣](?:와|과)는\s|とは、?[^。]*とは")


def _each_alone(act: Act, sentence: Sentence) -> list[Act]:
    """The act once for each partner, where the sentence tells them apart."""
    if not act.symmetric or len(countries_of(act.sources)) < 3:
        return [act]
    if not _WITH_EACH.search(sentence.text[: act.trigger.start - sentence.start]):
        return [act]
    own = act.sources[0]
    return [
        replace(act, sources=[own, party], sentences=list(act.sentences))
        for party in act.sources if party.country != own.country
    ]  # fmt: skip


def _settle(triggers: list[Trigger], sentence: Sentence) -> list[Trigger]:
    """A commitment and what it commits to are one act.

    To decide on help or cooperation is to agree (PLOVER manual 2.0, AGREE); to decide on sanctions
    or force is no agreement but the act itself, planned. An agreed meeting is the meeting's report.
    """
    kept = list(triggers)
    for one, two in pairwise(triggers):
        if two.type != "AGREE" or two.start - one.end > 8:
            continue
        cooperative = (quad_of(one.type) or "").endswith("cooperation")
        loser = one if cooperative and one.type != "AGREE" and one.kind == "action" else two
        if one.type == "AGREE":
            continue
        if loser in kept:
            kept.remove(loser)
    return [
        t for t in kept
        if not (t.type == "AGREE" and _MEETING.search(sentence.text[: t.start - sentence.start]))
        and not (t.type == "AGREE" and _RU_MEETS.match(sentence.text, t.end - sentence.start))
    ]  # fmt: skip


def _read_act(doing: Doing) -> Act | None:
    """The act that the words of ``doing`` tell; None where they tell of none between two."""
    scene, sentence, trigger = doing.scene, doing.sentence, doing.trigger
    cues, discourse, language = doing.cues, doing.discourse, doing.language
    found = find_arguments(sentence, cues, trigger, language)
    if found is None or found.stand == "complement":
        return None
    if found.stand == "modifier" and trigger.kind != "action" and language != "en":
        return None
    named = _expand(sentence, found.sources, discourse, cues)
    aimed = [i for i in found.targets if not _is_all(sentence, i)]
    speakers = _expand(sentence, found.speakers, discourse)
    sources, targets = find_who_acts(
        replace(doing, sources=named), found, _expand(sentence, aimed, discourse)
    )
    doing = replace(doing, sources=sources)
    meant = find_aimed_at(doing, found, targets)
    if meant is None:
        return None
    sources, targets, symmetric = find_sides(doing, found, meant)
    everyone = set(countries_of([*sources, *targets]))
    alone = trigger.type in _ALONE
    if not countries_of(sources) or (len(everyone) < 2 and not alone):
        return None
    if not targets and not symmetric and not alone:
        return None
    status = _status(doing, found)
    if trigger.type in _PROMISED and status == "planned":
        # Help that is to come is a promise (PLOVER manual 2.0, AGREE).
        trigger = replace(trigger, type="AGREE", kind="pledge", mode=None)
    about = _about(sentence, cues, found, everyone)
    aside = sentence.role in ASIDE_ROLES
    sure = 0.85 - 0.15 * (not named) - 0.1 * bool(speakers) - 0.1 * aside - 0.2 * trigger.weak
    return Act(
        trigger, sources, targets, about, speakers, status, content_of(scene, sentence, trigger),
        due_of(scene, sentence, trigger), symmetric, bool(named), round(max(sure, 0.3), 2),
        [sentence],
    )  # fmt: skip


def _status(doing: Doing, found: Arguments) -> str:
    """Whether it was done: by its words, by who tells it, and by where they stand."""
    scene, sentence, trigger = doing.scene, doing.sentence, doing.trigger
    stop = sentence.start + found.end if found.end else None
    status: str = status_of(scene, sentence, trigger.start, trigger.end, stop)
    if status != "done":
        return status
    if found.contested or (trigger.kind == "action" and is_hearsay(scene, sentence)):
        return "hypothetical"
    if found.stand == "modifier" and not (doing.language == "en" and trigger.kind != "action"):
        return "background"
    return status


def _expand(
    sentence: Sentence, indices: list[int], discourse: Discourse, cues: list[Cue] | None = None
) -> list[Party]:
    parties: list[Party] = []
    for i in indices:
        mention = sentence.mentions[i]
        if cues is not None:
            mention = antecedent(sentence, cues, mention) or mention
        own = discourse.bind(mention) if mention.kind in ("joint", "pronoun") else party_of(mention)
        if mention.kind == "place" and mention.country:
            own = [state_at(mention.country, mention.start, mention.end)]  # struck: 가자지구를 공습
        parties += [p for p in own if p.country]
    return parties


def _is_all(sentence: Sentence, index: int) -> bool:
    mention = sentence.mentions[index]
    lead = sentence.text[: mention.start - sentence.start]
    return mention.kind == "joint" and bool(_ALL.search(lead) or _ALL.match(mention.text + " "))


def _about(sentence: Sentence, cues: list[Cue], found: Arguments, known: set[str]) -> list[Party]:
    """Whom a statement speaks of beyond its target."""
    out: list[Party] = []
    for i, cue in enumerate(cues):
        mention = sentence.mentions[i]
        if (
            cue == "about"
            and i not in found.sources
            and mention.kind in ("state", "body", "states", "person")
        ) and (mention.end - sentence.start <= found.end or found.end == 0):
            out += [p for p in party_of(mention) if p.country and p.country not in known]
    return one_of_each(out)
