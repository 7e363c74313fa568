"""Whether an act happened: done, planned, hypothetical, negated or background.

In: a sentence and the place of the words that name the act. Out: the status. Negation, plans and
hypotheses change an act's status, never its presence (records.md). Only the act's own clause is
searched: "재확인하고 ... 할 예정" says nothing about 재확인.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Literal

from dragoman import languages
from dragoman.coding.cues.clauses import opens_inner_clause
from dragoman.coding.scene import Scene, Sentence

__all__ = ["ActStatus", "is_hearsay", "status_of"]

ActStatus = Literal["done", "planned", "hypothetical", "negated", "background"]

# An act older than this at publication is recalled, not reported (wires report within days, monthlies
# within a month; of 45, 28, 21 and 14 days the labelled documents bear out any below 45).
BACKGROUND_DAYS = 28

_KO_END = re.compile(
    r"(?:(?<=[가-힣])(?:며|고|면서|지만|으나|는데|라며|다며)(?:[,\s]|$))|[.!?;]|, "
)
_KO = {
    "negated": re.compile(
        r"^.{0,14}?(?:지\s?(?:는 |도 )?(?:않|못)|하지 말|(?:이|가|은|는)? ?없(?:다|었|는|이)|무산|불발|안 (?:했|하기))"
    ),
    "planned": re.compile(
        r"^.{0,22}?(?:예정|계획|방침|전망|하겠|겠다|겠습|할 것(?:이|으로)|할 (?:듯|참)|앞두|준비 ?중|추진 ?중|키로|기로)"
    ),
    "hypothetical": re.compile(
        r"^.{0,16}?(?:[할될] (?:경우|수|수도)|하면(?!서)|한다면|된다면|가능성|여부|검토|할지|될지|고려)"
    ),
}
_EN_BEFORE = {
    "negated": re.compile(
        r"(?:\b(?:not|cannot|never|no longer|without|neither|nor|failed to|refus(?:ed|es|ing) to|declined to|"
        r"denied(?:\sthat)?(?:\s\w+){0,3})|n['’]t)\b\s*(?:\w+\s+){0,2}$",
        re.IGNORECASE,
    ),
    "planned": re.compile(
        r"\b(?:will|shall|is to|are to|set to|due to|plans? to|planned to|planning to|scheduled to|"
        r"intends? to|going to|expected to|about to|prepar(?:es|ed|ing) to|wants? to|aims? to|"
        r"(?:said|announced|confirmed|pledged|declared)\b[^.;:,]{0,40}\swould)\b\s*(?:\w+\s+){0,2}$",
        re.IGNORECASE,
    ),
    "hypothetical": re.compile(
        r"\b(?:if|may|might|can(?![’'n])|could|would|should|whether|consider(?:s|ed|ing)?|unless|possib(?:le|ly|ility)|"
        r"in case|threat(?:en(?:s|ed|ing)?)? to)\b\s*(?:\S+\s+){0,4}$",
        re.IGNORECASE,
    ),
}
_JA = {
    "negated": re.compile(
        r"^.{0,10}?(?:しなかった|していない|せず|しない|見送|拒否|なかった|できず)"
    ),
    "planned": re.compile(
        r"^.{0,14}?(?:予定|見通し|方針|する見込み|計画|する考え|する意向|調整|へ$|控え)|^[るうくす](?:考え|意向|構え)(?:だ|です|。|を示)"
        r"|^する(?:用意|意向)?(?:と|こと)(?:を)?(?:約束|表明|伝え|申し出|確約)"
    ),
    "hypothetical": re.compile(r"^.{0,12}?(?:すれば|する場合|可能性|かどうか|検討|かもしれ|なら)"),
}
_ZH = {
    "negated": re.compile(r"(?:没有|未|并未|不|拒绝|否认|未能|尚未|不会)[^，。；]{0,4}$"),
    "planned": re.compile(r"(?:将|计划|拟|准备|定于|预计|打算|即将)[^，。；]{0,10}$"),
    "hypothetical": re.compile(r"(?:如果|若|可能|或将|假如|是否|考虑|倘若)[^。；]{0,20}$"),
}
_RU = {
    "negated": re.compile(r"\b(?:не|ни|отказал\w*|без)\s+(?:\w+\s+){0,2}$", re.IGNORECASE),
    "planned": re.compile(
        r"\b(?:будет|будут|планиру\w+|намерен\w*|собира\w+|готов\w* к|предстоит|состоится)\s+(?:\w+\s+){0,3}$",
        re.IGNORECASE,
    ),
    "hypothetical": re.compile(
        r"\b(?:если|может|могут|мог(?:ла|ли)? бы|бы|возможно|вероятно)\s+(?:\S+\s+){0,4}$",
        re.IGNORECASE,
    ),
}


# The verb itself is in the future: передаст, поставит, подпишут.
_RU_FUTURE = re.compile(
    r"(?:переда(?:ст|дут)|(?:предо)?постав(?:ит|ят)|отправ(?:ит|ят)|направ(?:ит|ят)|выдел(?:ит|ят)|пришл(?:ёт|ет|ют)|введ(?:ёт|ет|ут)|провед(?:ёт|ет|ут)|вышл(?:ет|ют)|подпиш(?:ет|ут)|отмен(?:ит|ят)"
    r"|приостанов(?:ит|ят)|прекрат(?:ит|ят)|призов(?:ёт|ет|ут)|потребу(?:ет|ют)|попрос(?:ит|ят)|закро(?:ет|ют)|откаж(?:ет|ут)|ужесточ(?:ит|ат)|отзов(?:ёт|ет|ут)|лиш(?:ит|ат)|начн(?:ёт|ет|ут)|выйд(?:ет|ут)|обменяются|отвергн(?:ет|ут)|одобр(?:ит|ят)|утверд(?:ит|ят))\b",
    re.IGNORECASE,
)


def status_of(
    scene: Scene, sentence: Sentence, start: int, end: int, stop: int | None = None
) -> ActStatus:
    """Status of the act that the words [start, end) name (offsets in the document).

    ``stop``: where the act's own clause ends, when cues/clauses.py has read it.
    """
    before = sentence.text[: start - sentence.start]
    after = sentence.text[end - sentence.start :]
    language = scene.language
    if language in ("ko", "ja"):
        table = _KO if language == "ko" else _JA
        cut = _KO_END.search(after, 3) if language == "ko" else re.search(r"[、。]", after)
        clause = after[: cut.end()] if cut else after
        if stop is not None and language == "ko":
            clause = after[: max(0, stop - end)]
        for status, pattern in table.items():
            if pattern.search(clause):
                return status  # type: ignore[return-value]
    else:
        window = re.split(r"[.;:]\s|[，。；]" if language == "zh" else r"[;:]\s", before)[-1][-70:]
        tables = {"zh": _ZH, "ru": _RU}.get(language, _EN_BEFORE)
        for status, pattern in tables.items():
            if pattern.search(window):
                return status  # type: ignore[return-value]
        if language == "ru" and _RU_FUTURE.match(sentence.text[start - sentence.start :]):
            return "planned"
    if is_background(scene, sentence, start, end):
        return "background"
    return "done"


_JA_INNER = re.compile(r"(?:た|る|ている)(?:こと|件|問題|の)(?:に|を|で(?!は)|について)")
# "said that aircraft had struck": the tense is that of reported speech.
_EN_REPORTED = re.compile(
    r"\b(?:said|told \S+|announced|confirmed|reported|stated)\b[^;:.]{0,80}\bhad\s(?:\w+\s+){0,2}$"
)
_EN_PAST_PERFECT = re.compile(
    r"\b(?:had(?!\s(?:an?|their|his|her|its)\s)|has previously|had previously|previously|earlier|once)\s+(?:\w+\s+){0,2}$"
)


def is_background(scene: Scene, sentence: Sentence, start: int, end: int) -> bool:
    """Whether the act lies so far back that the text only recalls it."""
    near = [
        d
        for d in sentence.dates
        if d.when.end and (d.end <= end if scene.language in ("ko", "ja") else True)
    ]
    if near and scene.anchor is not None:
        date = min(near, key=lambda d: min(abs(d.start - end), abs(start - d.end)))
        day = dt.date.fromisoformat((date.when.end or "")[:10])
        published = scene.anchor.date() if isinstance(scene.anchor, dt.datetime) else scene.anchor
        gap = sentence.text[
            max(0, min(date.end, end) - sentence.start) : max(
                0, max(date.start, start) - sentence.start
            )
        ]
        # 지난해까지 협상을 주선한 이라크에 감사했다: the date of a relative clause.
        apart = scene.language == "ko" and opens_inner_clause(gap, 0, len(gap))
        # 海軍が2月に演習をしたことに懸念を伝えた
        apart = apart or (scene.language == "ja" and bool(_JA_INNER.search(gap)))
        if len(gap) < 60 and not apart and (published - day).days > BACKGROUND_DAYS:
            return True
    if scene.language == "en":
        before = sentence.text[: start - sentence.start]
        return bool(_EN_PAST_PERFECT.search(before[-40:])) and not _EN_REPORTED.search(before)
    if scene.language == "ko":
        return bool(
            re.match(
                r"(?:했|하였|됐|열렸|만났|가졌)었|.{0,6}(?:한|된|했던|됐던|한 바) ?(?:바 있|적이 있)",
                sentence.text[end - sentence.start :],
            )
        )
    return False


def is_hearsay(scene: Scene, sentence: Sentence) -> bool:
    """Whether the sentence passes on what others are said to have said."""
    return bool(languages.get(scene.language).hearsay_markers.search(sentence.text))
