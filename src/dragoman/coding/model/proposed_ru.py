"""What a Russian sentence itself says against a judgement of the encoder.

In: a sentence, two parties, what the encoder reads between them. Out: whether the sentence cannot
mean it: names joined by и act together, an envoy whom his own state dismisses is no break, who
announces talks takes no part in them, talks that are being prepared have not been held.
"""

from __future__ import annotations

import re

from dragoman.coding.names.mention import Mention
from dragoman.coding.scene import Sentence

__all__ = ["act_together", "announces", "is_of_paper", "is_prepared", "is_staffing"]

_AND = re.compile(r"\s(?:и|а\sтакже)\s(?:[а-яё]+\s){0,2}$|\s?[—–-]\s?$")
_EACH_OTHER = re.compile(
    r"друг\s(?:друг|с\sдруг|на\sдруг|к\sдруг)|взаимн|обменя|между", re.IGNORECASE
)
_PAPER = re.compile(r"\b(?:резолюци|устав|конвенци|отч[её]т|данны|принцип)\w*\s$", re.IGNORECASE)
_STAFFING = re.compile(
    r"\b(?:назнач(?:ил|ен|ит|ении)|освободил|освобожд[её]н|отправил\w*\sв\sотставку|отставк[иуе]\sпосл|уволил|уволен|сменил|сменит|возглавил|возглавля|указом)",
    re.IGNORECASE,
)
_SAYS = r"(?:сообщи|заяви|рассказа|подтверди|анонсирова|отмети|уточни|поясни|добави|сказа|подчеркну|объяви|указа|напомни)"
_SAYS_BEFORE = re.compile(
    _SAYS + r"(?:л[аи]?|ли)\s(?:"
    r"(?:официальн\w+|представител\w+|помощник|советник|пресс-секретарь|спикер|глава|главы|президента|премьера|российского|лидера|МИД|МИДа|журналистам|агентству|ТАСС|РИА|Новости|сегодня|в\s\w+)\s){0,5}$"
)
_SAYS_BEHIND = re.compile(r"\s(?:также\s|сегодня\s|ранее\s){0,2}" + _SAYS + r"(?:л[аи]?)\b")
_AHEAD = re.compile(
    r"\b(?:прорабатыва|готовит|готовятся|готовящ|анонсирова|планиру|запланир|намечен|предстоящ|грядущ|состоится|состоятся|пройд[её]т|пройдут|встретится|встретятся|посетит|прибуд[еу]т|ожидается|подготовк|провед[её]т|проведут|приедет)",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:состоял|пров[её]л|проводит|встрети(?:л|лся|лась|лись)\b|прош(?:[её]л|ла|ло|ли)\b|обсуди|приня(?:л|ла|ли)\b|поговори|побесед|переговорил|созвони)",
    re.IGNORECASE,
)


def act_together(sentence: Sentence, source: str, target: str) -> bool:
    """Whether two are named once, joined by и: удары США и Израиля по Ирану."""
    base, named = sentence.start, [m for m in sentence.mentions if m.country in (source, target)]
    if len(named) != 2 or named[0].country == named[1].country:
        return False
    if _EACH_OTHER.search(sentence.text):
        return False
    return bool(_AND.fullmatch(sentence.text[named[0].end - base : named[1].start - base]))


def is_of_paper(sentence: Sentence, source: str) -> bool:
    """Whether a body is named only as whose resolution or charter it is: нарушение резолюции ООН."""
    named = [m for m in sentence.mentions if m.country == source]
    return bool(named) and all(
        _PAPER.search(sentence.text[: m.start - sentence.start]) for m in named
    )


def is_staffing(sentence: Sentence) -> bool:
    """Whether the sentence tells who is given a post or loses it."""
    return bool(_STAFFING.search(sentence.text))


def announces(sentence: Sentence, mention: Mention) -> bool:
    """Whether somebody is named as the one who tells of it, and no more."""
    if mention.kind not in ("person", "office") or mention.start < sentence.start:
        return False
    base = sentence.start
    if mention.office == "spokesperson":
        return True
    before, behind = sentence.text[: mention.start - base], sentence.text[mention.end - base :]
    return bool(_SAYS_BEFORE.search(before[-60:]) or _SAYS_BEHIND.match(behind))


def is_prepared(sentence: Sentence) -> bool:
    """Whether talks are spoken of as still to come, and none as held."""
    return bool(_AHEAD.search(sentence.text)) and not _PAST.search(sentence.text)
