"""Whom a Korean reaction without a target is aimed at: the one the story is about.

In: a Doing, with who reacts. Out: that party, or none. 미국이 북한을
폭격했다. … 프랑스 외교부는 강력히 규탄한다고 밝혔다: the news stands in the lead and in the title, and those
who react further down leave out whom they mean. The signs and their worth were measured on labelled
Korean stories: who heads the lead, is the only other one named so far, is named most often, stands
in the title, has just acted or met with the one who reacts. Bodies (the UN, the EU) are the place
of a reaction more often than its target.
"""

from __future__ import annotations

import re
from collections import Counter

from dragoman.coding.acts.act import Doing
from dragoman.coding.acts.told_before import find_told_before, punished_before
from dragoman.coding.people.parties import Party, countries_of, party_of

__all__ = ["find_spoken_of"]

# What is done about somebody's doing, and told without saying again whose it was.
_REACTIONS = frozenset({"ACCUSE", "SUPPORT", "REQUEST"})
# Chosen on labelled stories: two strong signs, or one with two weak ones.
_ENOUGH = 5
# A long record of questions has many subjects; its lead is not what the fortieth answer is about.
_REACH = 30
# 교민들에게 당부했다, 정치권에 호소했다, 모든 당사자가 자제할 것을: asked of somebody who is no party of ours.
_OF_OTHERS = re.compile(
    r"(?:[가-힣]들|국민|교민|시민|주민|정치권|기업|업계|의회|법원|세력|당사자|국제\s?사회|각국|관련국|당사국|회원국|군부|언론|장관급)(?:에게|에|한테|이|가)\s"
)
_WIDELY = re.compile(r"당부|호소|권유|떠나라고|야 한다")
# A concern told at talks is one about a third thing.
_WORRY = re.compile(r"우려|유감")


def find_spoken_of(doing: Doing) -> list[Party]:
    """The party whom a reaction is about; empty when the text does not settle it, or when the
    sentences right before name several, or one whom sanctions have just hit."""
    scene, sentence, trigger, own = doing.scene, doing.sentence, doing.trigger, doing.own
    if trigger.type not in _REACTIONS or trigger.kind != "statement":
        return []
    stage, proposed = doing.discourse.on_stage, find_told_before(doing)
    if len(countries_of(proposed)) > 1 or punished_before(doing) & set(countries_of(proposed)):
        return []
    asks = trigger.type == "REQUEST"
    if asks and (_OF_OTHERS.search(doing.lead) or _WIDELY.search(trigger.text)):
        return []
    before = [s for s in scene.sentences if s.number <= sentence.number]
    if len(before) > _REACH:
        return []
    named: Counter[str] = Counter()
    parties: dict[str, Party] = {}
    opening: list[str] = []
    title: set[str] = set()
    heads_clause: set[str] = set()
    told = next((s for s in before if s.coded and s.number < sentence.number), None)
    for one in before:
        for mention, cue in zip(one.mentions, doing.every[one.number], strict=True):
            for party in party_of(mention):
                if not party.country or party.country in own:
                    continue
                named[party.country] += 1
                parties[party.country] = party
                if one.role == "title":
                    title.add(party.country)
                if one is told and cue in ("topic", "subject"):
                    opening.append(party.country)
                if one is sentence and mention.end <= trigger.start and cue in ("subject", "of"):
                    heads_clause.add(party.country)
    most = max(named.values(), default=0)
    # Several who open a story together are less what it is about than one who does.
    heads = 3 if len(set(opening)) == 1 else 1
    points = {
        code: heads * (code in opening) + 4 * (code in heads_clause) + 3 * (len(named) == 1)
        + 2 * (count == most) + (code in title) + (code in countries_of(stage))
        + 2 * (code in countries_of(proposed)) - 3 * (len(code) != 3)
        for code, count in named.items()
    }  # fmt: skip
    best = max(points.values(), default=0)
    winners = [code for code, worth in points.items() if worth == best]
    if best < _ENOUGH or len(winners) != 1:
        return []
    met = countries_of(stage)
    if _WORRY.search(trigger.text) and winners[0] in met and own <= set(met):
        return []
    return [parties[winners[0]]]
