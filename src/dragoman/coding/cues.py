"""How each mention hangs in its sentence: subject, object, with, to, of, about, by, at, from.

In: a Sentence. Out: one cue per mention. Korean and Japanese show it by the particle behind the
mention, English, Chinese and Russian by the word before it and by the order. Joined mentions (A
and B) take the cue of their group.
"""

from __future__ import annotations

import re
from typing import Literal

from dragoman.coding.scene import Sentence

__all__ = ["Cue", "find_cues"]

Cue = Literal[
    "topic", "subject", "object", "with", "to", "of", "about", "by", "at", "from", "bare", "and"
]

_ASIDE = r"(?:\s?[(\[（［][^()\[\]（）［］]{0,60}[)\]）］])?"
_KO = re.compile(
    _ASIDE + r"(?:\s?(?:측|정부|당국|군|대표단|양국|씨|여사|의장|장관|총리|대통령))?(?:"
    r"(?P<about>(?:에|을|를|과|와)?\s?(?:대해|대한|대하여|관해|관한|관련|둘러싼|겨냥|향해|향한|상대로|비롯))"
    r"|(?P<by>에\s?의해|에게\s?의해)"
    r"|(?P<fromm>에게서|으로부터|로부터|측으로부터)"
    r"|(?P<at>에서(?:는|도)?|내에서)"
    r"|(?P<withof>[와과]의|\s?간의?(?=\s|,)|\s?사이의?(?=\s|,))"
    r"|(?P<andd>[와과]|\s?및|\s?·|,|하고|이랑|\s?양국과)(?=\s|[가-힣])"
    r"|(?P<topic>은|는|측은|께서는|이야말로)(?=[\s,.\"”’']|$)"
    r"|(?P<subject>이|가|께서|도|만)(?=[\s,.\"”’']|$)"
    r"|(?P<object>을|를)(?=[\s,.\"”’']|$)"
    r"|(?P<to>에게|께|한테|에(?=[\s,]|$)|으로(?=\s)|로(?=\s)|향)"
    r"|(?P<of>의(?=\s|$))"
    r"|(?P<bare>))"
)
_JA = re.compile(
    _ASIDE + r"(?:\s?(?:側|政府|当局|軍|氏|大統領|首相|外相|両国|代表団))?(?:"
    r"(?P<about>に(?:対し|対する|対して|ついて|関し|関する|向け|抗議)|を(?:めぐり|めぐる|巡り|巡る|念頭|非難))"
    r"|(?P<by>によ(?:る|り|って))"
    r"|(?P<fromm>から)"
    r"|(?P<at>で(?:は|の|、)?(?!き))"
    r"|(?P<withof>との|間の|の間)"
    r"|(?P<andd>と|や|、|及び|および|並びに|・)"
    r"|(?P<topic>は)"
    r"|(?P<subject>が|も)"
    r"|(?P<object>を)"
    r"|(?P<to>に|へ)"
    r"|(?P<of>の)"
    r"|(?P<bare>))"
)
_EN = re.compile(
    r"(?:(?P<withh>\bwith|\balongside|\bbetween|\bamong)"
    r"|(?P<to>\bto|\bfor|\bat(?=\s+(?:the\s+)?$)|\bupon|\bin honor of)"
    r"|(?P<about>\bagainst|\bon|\bover|\babout|\btoward|\btowards|\bregarding|\bconcerning|\binto)"
    r"|(?P<of>\bof)|(?P<by>\bby)|(?P<fromm>\bfrom)|(?P<at>\bin|\binside|\bnear|\bacross|\bthrough)"
    r"|(?P<andd>,|\band|\bor|&|\bas well as|-))"
    r"\s*(?:(?:the|a|an|his|her|its|their|both|all|then|former|visiting|newly|new|outgoing|senior|"
    r"fellow|appointed|elected|re-elected|incoming|acting|counterpart|counterparts|officials|leaders|elect|also|including)[\s,]+){0,4}$",
    re.IGNORECASE,
)
# "in Davos, Switzerland": the country says where the town lies.
_EN_TOWN = re.compile(r"\b(?:in|at|near|from|to)\s(?:[A-Z][\w’'-]+\s?){1,3},\s$")
_EN_OWNER = re.compile(r"^(?:['’]s?\b)")
_ZH = re.compile(
    r"(?:(?P<withh>与|同|跟|和)|(?P<about>对|就|针对|關於|关于|對|向|涉)|(?P<to>给|往|赴|访问|訪問|对)"
    r"|(?P<by>被|由|遭|受)|(?P<fromm>从|自)|(?P<at>在|于|於|抵达)|(?P<andd>及|以及|、|和))"
    r"(?:了|来访的|到访的|来华访问的|正在访问的)?$"
)
_RU = re.compile(
    r"(?:(?P<withh>\bсо?|\bмежду|\bвместе с)|(?P<to>\bк|\bко|\bв адрес|\bдля)"
    r"|(?P<about>\bпротив|\bоб?|\bпо|\bв отношении|\bнад)|(?P<fromm>\bот|\bиз|\bу)"
    r"|(?P<at>\bво?|\bна|\bпри)|(?P<andd>,|\bи|\bа также))"
    r"\s*(?:(?:его|её|ее|их|своим|главой|коллегой|коллегами|министром|президентом|премьером)\s+){0,3}$",
    re.IGNORECASE,
)
_NAMES = {"fromm": "from", "andd": "and", "withh": "with", "withof": "with"}


def _name(found: re.Match[str] | None, default: Cue) -> Cue:
    if found is None or found.lastgroup is None:
        return default
    return _NAMES.get(found.lastgroup, found.lastgroup)  # type: ignore[return-value]


def find_cues(sentence: Sentence, language: str) -> list[Cue]:
    """One cue per mention of the sentence, in order."""
    cues: list[Cue] = []
    base, text = sentence.start, sentence.text
    for mention in sentence.mentions:
        start, end = mention.start - base, mention.end - base
        if language in ("ko", "ja"):
            pattern = _KO if language == "ko" else _JA
            cues.append(_name(pattern.match(text, end), "bare"))
        elif language == "zh":
            found = _ZH.search(text[max(0, start - 8) : start])
            cues.append("of" if text.startswith("的", end) and not found else _name(found, "bare"))
        elif language == "ru":
            cues.append(_name(_RU.search(text[max(0, start - 40) : start]), "bare"))
        elif _EN_OWNER.match(text[end : end + 3]) or (mention.adjective and text[end : end + 1]):
            cues.append("of")
        elif mention.kind == "state" and _EN_TOWN.search(text[max(0, start - 50) : start]):
            cues.append("at")
        else:
            cues.append(_name(_EN.search(text[max(0, start - 60) : start]), "bare"))
    return _join(sentence, cues, language)


_SMALL_GAP = {"ko": 14, "ja": 12, "zh": 10, "ru": 40, "en": 40}


def _join(sentence: Sentence, cues: list[Cue], language: str) -> list[Cue]:
    """Give joined mentions the cue of their group; a lone "and" of Korean 와/과 means "with"."""
    mentions = sentence.mentions
    gap = _SMALL_GAP.get(language, 40)
    if language in ("ko", "ja"):
        topic_before = False
        topics = []
        for cue in cues:
            topics.append(topic_before)
            topic_before = topic_before or cue in ("topic", "subject")
        for i in range(len(cues) - 1, -1, -1):
            if cues[i] != "and":
                continue
            near = i + 1 < len(cues) and mentions[i + 1].start - mentions[i].end <= gap
            between = (
                sentence.text[
                    mentions[i].end - sentence.start : mentions[i + 1].start - sentence.start
                ]
                if near
                else ""
            )
            listing = bool(re.search(r"및|·|,|、|及び|および|並びに|や", between))
            following = cues[i + 1] if near else "with"
            if not near:
                cues[i] = "with"
            elif listing:
                cues[i] = following
            elif following in ("topic", "subject") and topics[i]:
                cues[i] = "with"
            elif following in ("topic", "subject", "with", "to", "of", "object"):
                cues[i] = following
            else:
                cues[i] = "with"
    else:
        for i, cue in enumerate(cues):
            if cue != "and":
                continue
            near = i > 0 and mentions[i].start - mentions[i - 1].end <= gap
            cues[i] = cues[i - 1] if near and cues[i - 1] != "of" else "bare"
    return cues
