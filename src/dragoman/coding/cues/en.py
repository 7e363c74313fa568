"""How a mention hangs in an English sentence: by the words before it and the verb behind it.

In: the text of a sentence, where a mention stands in it. Out: its cue, and what it shares with the
name that it is joined to.
"""

from __future__ import annotations

import re

from dragoman.coding.cues.cue import Cue, named_cue
from dragoman.coding.names.mention import Mention
from dragoman.coding.scene import Sentence

__all__ = ["join_english", "lead_english", "read_english_cue"]

_PREPOSITION = re.compile(
    r"(?:(?P<withh>\bwith|\balongside|\bbetween|\bamong)"
    r"|(?P<to>\bto|\bfor|\bat(?=\s+(?:the\s+)?$)|\bupon|\bin honor of)"
    r"|(?P<about>\bagainst|\bon|\bover|\babout|\btoward|\btowards|\bregarding|\bconcerning|\binto)"
    r"|(?P<of>\bof)|(?P<by>\bby)|(?P<fromm>\bfrom)|(?P<at>\bin|\binside|\bnear|\bacross|\bthrough)"
    r"|(?P<andd>,|\band|\bor|&|\bas well as|-))"
    r"\s*(?:(?:the|a|an|his|her|its|their|both|all|then|former|visiting|newly|new|outgoing|senior|"
    r"fellow|majesty|royal|highness|excellency|holiness|appointed|elected|re-elected|incoming|acting|counterpart|counterparts|officials|leaders|elect|also|including|prime minister and|deputy prime minister and|president and)[\s,]+){0,4}$",
    re.IGNORECASE,
)
# "RAMSTEIN AIR BASE, Germany (Agency) - ": where a report was filed.
_DATELINE = re.compile(r"^\s?(?:,\s[\w. ]{3,14}\s)?\([^)]{2,40}\)\s[-–—]{1,2}\s")
_FILED = re.compile(r"\)\s[-–—]{1,2}\s(?:[Tt]he\s)?$")
# "in Davos, Switzerland": the country says where the town lies.
_TOWN = re.compile(r"\b(?:in|at|near|from|to)\s(?:[A-Z][\w’'-]+\s?){1,3},\s$")
# "told his U.S. counterpart": whose counterpart, not who acts.
_COUNTERPART = re.compile(r"\s(?:[\w-]+\s){0,2}(?:counterpart|colleague|opposite number)s?\b")
_OWNER = re.compile(r"^(?:['’]s?\b|['’](?=\s))")
# A clause begins here: the name that follows is its subject.
_OPENS = re.compile(
    r"(?:^|[;:“\"(]\s?|[.!?]\s|\)\s[-–—]{1,2}\s|^[A-Z][A-Z .,'’-]{2,30}\s[-–—]{1,2}\s|^(?:In|On|At|Under|After|Before|During|Following|Earlier|By|Since|For|With|Within)\s[^,;]{2,60},\s"
    r"|\b(?:but|that|as|while|whereas|after|before|when|if|because|since|until|where|although|though|said|says|told|so"
    r"|then|today|yesterday|tomorrow|\w*day|morning|afternoon|evening|week|month|year|\d{4}|\d{1,2}|how|why|whether),?\s"
    r"|\b(?:[Ii]n (?:return|turn|response|exchange|reply)|[Ii]nstead|instead|meanwhile|however|later|earlier|separately|now|also),?\s)"
    r"(?:(?:the|a|both|former|visiting|newly|new|outgoing|senior|then|acting|his|her|their|top|leaders of|governments? of|presidents of|ministers of"
    r"|representatives of|people of|and|also)\s)*(?:[A-Z][\w.’'-]*\s(?:of\s(?:the\s)?)?){0,6}$"
)
# What may follow a subject: its verb, perhaps behind an aside.
_VERB = re.compile(
    r"^(?:,\s[^,]{3,80},(?!\s(?:and|\w+ing)\b))?(?:\s(?:also|jointly|\w+ly|then|both|each|today|yesterday|this week|on \w+day|earlier today|last week|in turn|have|has|had))*"
    r"\s(?:will|would|is|are|was|were|may|might|could|can|should|said|says|met|held|spoke|told|made|took|sent|put|led|gave|saw|shot|struck|hit|cut|broke"
    r"|went|sat|ran|won|lost|left|came|flew|drew|stood|spent|kept|rose|fell|sought|fought|shook|wrote|caught|heard|felt|got|became|laid|paid|sold|bought|built|swore|withdrew|froze|rang|threw|dealt|let|bade|forgave|overthrew|lent|wants?|plans?|has|have|had|did|does|do|hosts?|meets?|speaks?|calls?|welcomes?|condemns?|urges?|supports?|agrees?|began|fired|"
    r"(?!concerned|united|based|led|backed|related|born|occupied)[a-z]{2,}(?:ed|ing))\b(?! by\b)"
)
# "Lavrov and his Chinese counterpart Wang Yi agreed": both did.
_BESIDE = re.compile(
    r"\sand\s(?:his|her|its|their)\s(?:[\w.-]+\s){0,4}?(?:counterpart|colleague|opposite number|host|guest|peer),?\s$"
)
# "we believe the Russian forces are planning": what follows is a clause.
_THINKS = re.compile(
    r"\b(?:believ|think|thought|fear|hop|know|knew|argu|claim|insist|suggest|conclud)(?:e|es|ed|s)?\s(?:the\s)?$"
)
_AFTER_VERB = re.compile(
    r"\b(?!and\b|or\b)[a-z][\w’'-]*\s(?:the|a|an|its|his|her|their|both|all)?\s?$"
)
_PREPOSED = re.compile(
    r"\b(?:leaders|presidents|governments?|foreign ministers|ministers|representatives|people|officials|authorities|heads of state|prosecutor|spokes\w+"
    r"|chair(?:man|woman)?|head|director|negotiators|envoys|delegates|delegations|chiefs|commanders|diplomats|experts|lawmakers|officers|aides|emissaries|troops|forces|soldiers|mediators|teams) (?:of|for|from)\s(?:the\s)?$"
    r"|\b(?:investigators|authorities|police|prosecutors|lawmakers|scientists) in\s(?:the\s)?$",
    re.IGNORECASE,
)
# "met with H.E. Dr. Wycliffe Mudavadi": the titles' full stops end no sentence.
_COURTESY = re.compile(
    r"\b(?:(?:H\.\s?E|H\.\s?R\.\s?H|H\.\s?H|Mr|Ms|Mrs|Dr|Prof|Hon|Amb|Eng|Sen|Rep|Gen|Lt|Col)\.\s+)+(?:[A-Z][a-z’'-]+\s){0,2}$"
)
_JOINS = re.compile(
    r"^(?:,|,?\sand|\sas well as)\s(?:the\s)?(?:(?:His|Her|Their)\s(?:\w+\s)?(?:Majest(?:y|ies)|Highness|Excellency),?\s)?$"
)


def read_english_cue(text: str, mention: Mention, start: int, end: int) -> Cue:
    """The cue of the mention at [start, end) of a sentence, by the words around it."""
    if (
        _OWNER.match(text[end : end + 3])
        or (mention.adjective and text[end : end + 1])
        or (mention.kind == "state" and _COUNTERPART.match(text, end))
    ):
        return "of"
    return "at" if _is_where(text, start, end, mention.kind) else _by_words(text, start, end)


def _is_where(text: str, start: int, end: int, kind: str) -> bool:
    """Whether a name says where: in a dateline, or behind a town's name."""
    if start < 40 and text[:4].isupper() and _DATELINE.match(text[end:]):
        return True
    return kind == "state" and bool(_TOWN.search(text[max(0, start - 50) : start]))


def _closed(text: str, start: int, end: int) -> int:
    """Where a name ends with the comma that closes its title: "Mr. A, Minister of B, met"."""
    return end + 1 if "," in text[start:end] and text[end : end + 2] == ", " else end


def _by_words(text: str, start: int, end: int) -> Cue:
    """The cue of an English mention by the words before it and the verb behind it."""
    lead = text[max(0, start - 90) : start]
    found = _PREPOSITION.search(lead[-60:])
    # The dash behind a dateline joins nothing.
    name = "bare" if _FILED.search(lead) else named_cue(found)
    if name == "bare" and (bare := _COURTESY.sub("", lead)) != lead:
        name = named_cue(_PREPOSITION.search(bare[-60:]))
        name = "bare" if name == "and" else name
    if name in ("of", "to", "from", "at") and (head := _PREPOSED.search(lead)):
        # "The leaders of Japan and Korea agreed": the states stand for their leaders.
        return _by_words(text, max(0, start - len(lead) + head.start()), end)
    end = _closed(text, start, end)
    follows = bool(_VERB.match(text[end : end + 140]))
    if follows and _BESIDE.search(lead):
        return "subject"
    if name == "and":
        return "subject" if follows and lead.rstrip().endswith(",") else "and"
    if name != "bare":
        return name
    if _OPENS.search(lead) or (follows and not _AFTER_VERB.search(lead)):
        return "subject"
    if follows and _THINKS.search(lead):
        return "subject"
    if _AFTER_VERB.search(lead):
        return "object"
    return "subject" if follows else "bare"


def lead_english(sentence: Sentence, cues: list[Cue]) -> None:
    """ "On Friday A and B vetoed": who stands before a subject, joined to it, is one with it."""
    base, mentions = sentence.start, sentence.mentions
    for i in range(len(cues) - 1, 0, -1):
        one, other = mentions[i - 1], mentions[i]
        gap = sentence.text[one.end - base : max(one.end, other.start) - base]
        if cues[i - 1] == "bare" and one.kind != "place" and _JOINS.match(gap):
            end = _closed(sentence.text, other.start - base, other.end - base)
            follows = _VERB.match(sentence.text[end : end + 140])
            if cues[i] == "subject" or (cues[i] == "bare" and follows):
                cues[i] = cues[i - 1] = "subject"


def join_english(sentence: Sentence, cues: list[Cue], i: int, near: bool) -> Cue:
    """ "A and B" share a cue, unless B has a verb of its own: "met A and B condemned"."""
    mention, text = sentence.mentions[i], sentence.text
    end = _closed(text, mention.start - sentence.start, mention.end - sentence.start)
    follows = bool(_VERB.match(text[end : end + 140]))
    if not near:
        return "subject" if follows or mention.start == sentence.start else "bare"
    if follows and cues[i - 1] in ("with", "to", "object", "about", "at", "from", "by"):
        gap = text[sentence.mentions[i - 1].end - sentence.start : mention.start - sentence.start]
        if re.search(r"\b(?:and|but)\b", gap):
            return "subject"
    return cues[i - 1]
