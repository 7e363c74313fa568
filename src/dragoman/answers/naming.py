"""Whether a document, or one sentence of it, names somebody whom a question names.

In: a document, a Named of a question, perhaps one sentence. Out: yes or no, across languages and
scripts. Who acts in the sentence is left to acting.py.
"""

from __future__ import annotations

import re
from functools import cache

from dragoman.answers.notions import forms_of, mentions_in, notions_in, stands
from dragoman.answers.question import Named, Question
from dragoman.answers.sentences import fold
from dragoman.answers.spelling import sounds_like
from dragoman.coding.names.mention import Mention
from dragoman.coding.names.tables import LANGUAGES, load_tables
from dragoman.records import Document

__all__ = ["holds_unknown", "names"]

# The publisher's own side: 우리측, our, 我が国.
_GOVERNMENT = re.compile("(?:^|\\s)정부[가는는의]|우리|(?:^|[。、\\s])(?:日本)?政府[はが]|我が国")
_OWN = re.compile(r"우리|^정부는|我が国|我が方|我方|我国|\b(?:we|our|I|my)\b", re.IGNORECASE)


def holds_unknown(asked: Question, text: str, *, people: bool = True, places: bool = True) -> bool:
    """Whether the names and places of a question that no table knows stand in a text.

    A place that is a matter too ("in Southeast Asia") is looked for as a matter.
    """
    unknown = (*asked.strangers, *(s for s in asked.spots if not notions_in(s)))
    if not unknown:
        return True
    folded = fold(text)
    return all(
        fold(name) in folded or (name in asked.strangers and _heard(name, text)) for name in unknown
    )


def _heard(name: str, text: str) -> bool:
    """Whether a name in another script that sounds like this one stands in a text."""
    if not (script := next((s for s in _WRITTEN if re.match(s, name)), None)):
        return False
    words = {w for s, words in _WRITTEN.items() if s != script for w in re.findall(words, text)}
    return any(sounds_like(name, word) for word in words)


# Words of a script that may be names of people: capitalised where a script has capitals.
_WRITTEN = {
    "[A-Z]": "[A-Z][A-Za-z’'-]{3,}", "[А-Я]": "[А-Я][а-яё-]{3,}", "[가-힣]": "[가-힣]{3,6}",
    "[ァ-ヶ]": "[ァ-ヶー]{3,}",
}  # fmt: skip


def names(document: Document, named: Named, text: str | None = None) -> bool:
    """Whether a document (or one sentence of it) names somebody, in its own language's way."""
    folded = fold(text if text is not None else f"{document.title or ''}\n{document.text}")
    for form in forms_of(named) if named.person or not named.office else ():
        # 인도 stands in 인도네시아, 印度 in 印度尼西亚: of short names the gazetteer decides.
        if (named.person or len(form) > 2) and stands(fold(form), folded):
            return True
    own = document.publisher_country == named.country and not named.person
    if own and document.official and text is None and not named.office:
        return True  # a ministry's own text need not say whose ministers it tells of
    if own and (_OWN if document.official else _GOVERNMENT).search(
        (text if text is not None else document.text).strip()
    ):
        return True
    if len(named.text) == 1 and re.search(f"[방訪대対]{named.text}", folded):
        return True  # 방한, 대일: one syllable of a compound is no mention of its own
    day = (document.published or "")[:10] or None
    texts = (
        [text] if text is not None else [document.text[p.start : p.end] for p in document.passages]
    )
    keys = set(named.keys)
    for passage in texts:
        for mention in mentions_in(passage, document.language, day):
            if named.person:
                if mention.actor in keys or keys & set(mention.people):
                    return True
                if (
                    not keys
                    and named.country in (None, mention.country)
                    and (_alike(named, mention) or _same_office(named, mention, document))
                ):
                    return True
            elif named.country and (
                named.country in (mention.country, *mention.members)
                and _holds_office(named, mention, passage)
            ):
                return True
    return False


def _holds_office(named: Named, mention: Mention, passage: str) -> bool:
    """Of an office asked after ("the prime minister of X"), X alone or its minister is no telling.

    An ambassador belongs to two states; an office that the tables rank otherwise (次官) is known
    by its word.
    """
    if named.office is None or mention.office == named.office or "ambassador" in named.office:
        return True
    if named.office == "head of body":
        return bool(
            _LEADERS.search(passage[max(0, mention.start - _BESIDE) : mention.end + _BESIDE])
        )
    word = re.split(r"の| ", named.text)[-1]
    if len(word) > 1 and word != named.text and word in passage:
        return True
    # Prince A, Crown Prince and Minister of Defence: one of several offices of one person.
    around = fold(passage[mention.start : mention.end])
    return mention.kind == "person" and any(stands(f, around) for f in _titles(named.office))


_BESIDE = 20  # code points around a body's name in which its leaders are named; chosen
_LEADERS = re.compile(
    r"\b(?:leaders?|chiefs?|heads?)\b|지도자|지도부|수장|대표|幹部|指導者|指導部|代表|领导人|领袖|лидер|глав",
    re.IGNORECASE,
)


@cache
def _titles(office: str) -> tuple[str, ...]:
    """The words by which texts of any language call an office."""
    rows = (row for row in load_tables(None)["office"] if row["office"] == office)
    return tuple(fold(form) for row in rows for code in LANGUAGES for form in row.forms(code))


def _same_office(named: Named, mention: Mention, document: Document) -> bool:
    """ムハンマド皇太子, 沙特王储穆罕默德: in another script, the office of the one state tells."""
    script = named.text[0]  # a name in Latin letters is compared by its sound
    own = "ko" if "가" <= script <= "힣" else "ja" if script > "\u3040" else document.language
    return (
        document.language != own
        and named.country is not None
        and mention.country == named.country
        and named.office is not None
        and mention.office == named.office
        and named.office in _ONE_AT_A_TIME
    )


# Offices of which a state has one holder at a time.
_ONE_AT_A_TIME = frozenset({
    "crown prince", "king", "president", "prime minister", "emir", "foreign minister",
    "defence minister", "defense minister", "finance minister",
})  # fmt: skip


def _alike(named: Named, mention: Mention) -> bool:
    """A name that no table knows, in another script: of one state and sounding alike."""
    return bool(
        mention.kind == "person" and mention.name
        and sounds_like(named.name or "", mention.name)
    )  # fmt: skip
