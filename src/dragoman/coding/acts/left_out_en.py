"""Whom an English act is aimed at when its sentence does not say: "He thanked his guest".

In: a Doing, with what the sentences before name. Out: the one other party that is spoken of; nobody where the words have an object of their own or two could be meant.
"""

from __future__ import annotations

import re

from dragoman.coding.acts.act import Doing
from dragoman.coding.people.parties import Party

__all__ = ["find_left_out"]

# Measured on labelled documents: praise, refusals, promises without a target are aimed at others
# as often as not.
_TYPES = frozenset({"ACCUSE", "REQUEST", "SANCTION"})
# Words that point back to the other party, or to what it did.
_HIM = r"(?:him|her|them|it)\b"
_OTHER = (
    r"(?:(?:his|her|its|their|the|both|this|that|another)\s)(?:[\w-]+\s){0,2}?"
    r"(?:guests?|hosts?|visitors?|counterparts?|colleagues?|neighbou?rs?|all(?:y|ies)|partners?|friends?|rivals?|opposite number|interlocutors?"
    r"|(?:other|opposite|opposing) (?:side|party)|country|countries|state|nation|kingdom|republic|government|authorities|leadership|regime|junta|capital|ambassador|envoy|charg[eé]\S*|diplomats?|embassy|mission"
    r"|aggressor|invader|occupier|attackers?|perpetrators?|North|South)\b"
)
_DEED = (
    r"(?:(?:the|this|that|these|those|such|its|his|her|their|any|an?|what)\s)?(?:[“\"]?[\w-]+[”\"]?,?\s){0,2}?"
    r"(?:it|this|that|which|moves?|steps?|decisions?|actions?|remarks?|comments?|attacks?|strikes?|launch(?:es)?|statements?|claims?|allegations?|accusations?|charges?|suggestions?|incidents?|bans?|measures?|tariffs?"
    r"|sanctions|tests?|raids?|expulsions?|arrests?|detentions?|provocations?|violations?|resolutions?|reports?|offers?|proposals?|plans?|demands?|requests?|invitations?|protests?|drills?|exercises?|manoeuvres?"
    r"|announcements?|gestures?|releases?|results?|outcomes?|efforts?|support|help|assistance|hospitality|welcome|role|contributions?|recognition|commitments?|initiatives?|reforms?|accusation|insinuations?|notion|idea|conduct|behaviou?r|policy|policies|crackdown|invasion|aggression|war|offensive|killings?|executions?|annexation|construction|deployments?|incursions?|intrusions?|overflights?|seizures?|restrictions?|curbs|boycott|blockade|law|bill|verdict|ruling|appointment|election|victory|ceasefire|truce|deal|agreement|accord)\b"
)
_END = r"(?:[.,;:”\"!?]|$)"
_PREP = r"(?:for|over|that|to|about|in|at|on|as|of|and|but|after|when|while|because|having|with|by|from|during|since|if|not|at once|immediately|once more|again|yesterday|today|also)\b"
_LEFT = re.compile(rf"^\s?(?:{_END}|{_HIM}|{_PREP}|{_OTHER}|{_DEED}|[a-z]+ly\b)")
_PREP_OBJECT = re.compile(
    r"^\s?(?:for|over|about|in|at|on|of|with|by|from|to|against)\s(?:the\s|an?\s|all\s|its\s|his\s|their\s)?(?P<what>[\w’'-]+)"
)
_PERSON = re.compile(
    r"^\s?(?:him|her)\b(?!\s[a-z]+\s(?:of|to)\b)|^\s?(?:his|her)\s(?:guest|host|visitor|counterpart|colleague|interlocutor|friend)\b"
)
# What is asked of everybody, and what is said of one's own house.
_NOBODY = re.compile(
    r"^\s?(?:for\s)?(?:(?:the\s|all\s|both\s|utmost\s|maximum\s|more\s|further\s)*(?:calm|restraint|peace|unity|sides|parties|help|an?\s|elections?)\b)"
)


def find_left_out(doing: Doing) -> list[Party]:
    """The other party; nobody where the sentence names one itself: then the words leave none out."""
    trigger, own, behind = doing.trigger, doing.own, doing.behind
    if trigger.type not in _TYPES or (trigger.frame == "with" and len(own) > 1):
        return []
    named = {m.country for m in doing.sentence.mentions if m.country and m.kind != "place"}
    if named - own or not _LEFT.match(behind) or _NOBODY.match(behind):
        return []
    if _PERSON.match(behind):
        partner = doing.discourse.partner_of(doing.sources)
        return partner or doing.discourse.one_other(own, person=True)
    return doing.discourse.one_other(own)
