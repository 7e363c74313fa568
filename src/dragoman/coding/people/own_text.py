"""Whether a text is a government's own: then who acts in it without being named is that state.

In: a document and its sentences. Out: yes or no, by its publisher, else by how texts of offices are
written and titled in its language, whoever put them up. Who then stands for whom is left to the
rooms that ask: people/standins_en.py, people/pointing_ja.py, people/titles_ru.py, people/hero_ko.py, acts/who_acts.py.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from dragoman.coding.people.pointing_ja import reads_official
from dragoman.records import Document

if TYPE_CHECKING:
    from dragoman.coding.scene import Sentence

__all__ = ["HOUSES", "OFFICES", "is_own_text"]

# ------------------------------------------------------------------------------- Korean
# 요청함. 하였음. 말했습니다. and the squares of a memorandum: an office writes, not a newspaper.
_NOTES = re.compile(r"(?:[함음됨]|습니다)[.)]?(?=\s|$)")
# A broadcaster's script ends in 습니다 too; what it says of itself tells it apart.
_NEWSROOM = re.compile(
    r"기자(?:[가입=\]]|\s=)|[가-힣]{2,4}\s?기자(?:\s|$|\()|앵커|특파원|뉴스|기사|보도했습니다|자료\s?사진|무단\s?전재|재배포|ⓒ|Copyright|당신의 의견"
)


def _reads_own_ko(document: Document, sentences: Sequence[Sentence]) -> bool:
    return len(_NOTES.findall(document.text)) > 1 and not _NEWSROOM.search(document.text)


# ------------------------------------------------------------------------------ English
# "The Minister" in capitals, which no newspaper writes.
OFFICES = (
    r"(?:(?:Deputy\s|Vice\s|Assistant\s|Under\s|Parliamentary\s|Permanent\s|Associate\s|State\s|Acting\s)?"
    r"(?:Foreign\s|Defen[cs]e\s|Prime\s)?(?:Minister|Secretary|President|Ambassador|High\sCommissioner|Special\sEnvoy|Foreign\sMinister|Spokesperson|Director-General)"
    r"(?:\sof\sState|\sSecretary)?)"
)
HOUSES = r"(?:(?:Foreign\s|Federal\s)?(?:Ministry|Department|Embassy|Government|High\sCommission|Mission|Foreign\sOffice)(?:\sof\s(?:Foreign\sAffairs|External\sAffairs|Foreign\sRelations|State|Foreign\sAffairs\sand\s[A-Z]\w+)|\sof\sForeign\sAffairs)?)"
_HOUSE_STYLE = re.compile(
    rf"(?:^|(?<=[.!?”\"\n]\s)|(?<=\n)|(?<=,\s)|\b[Bb]y\s|\band\s)[Tt]he\s(?:{OFFICES}|{HOUSES})(?!\s(?:of|for)\b)(?=\s[a-z])"
    r"|^(?:Q|QUESTION|Question|A|ANSWER|Spokesperson|SPOKESPERSON|(?:MR|MS|MRS)\.\s[A-Z]+):\s",
    re.MULTILINE,
)


def _reads_own_en(document: Document, sentences: Sequence[Sentence]) -> bool:
    return bool(_HOUSE_STYLE.search(document.text))


# ------------------------------------------------------------------------------ Russian
_OWN_TITLE = re.compile(
    r"^(?:О\s(?:встреч|переговор|телефонн|беседе|консультаци|визит|рабоч|контакт|вручении|заседании|ситуации|поездке|совместн)|Об\s|Заявлени[ея]|Комментари[йи]|Брифинг|Выступление|Интервью|Из\sответов|Ответы?\s|Вступительное|Сообщение\s(?:МИД|для)|Из\sбрифинга|Из\sзаявления)"
)


def _reads_own_ru(document: Document, sentences: Sequence[Sentence]) -> bool:
    return bool(_OWN_TITLE.match(document.title or ""))


_READS_OWN: dict[str, Callable[[Document, Sequence[Sentence]], bool]] = {
    "ko": _reads_own_ko,
    "en": _reads_own_en,
    "ja": reads_official,
    "ru": _reads_own_ru,
}


def is_own_text(document: Document, sentences: Sequence[Sentence]) -> bool:
    """Whether a government speaks: an office publishes it, or it reads like one whose state is known."""
    reads_own = _READS_OWN.get(document.language)
    if document.official or reads_own is None or not document.publisher_country:
        return document.official
    return reads_own(document, sentences)
