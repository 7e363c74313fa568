"""Who "I" and "we" are in records of what somebody said: 저는, 우리는, 私は, 我々は.

In: the sentences of a document with what they name. Out: the same with mentions for the words of
the first person, as far as a mark ([조태열 장관], 【上川外務大臣】), the heading of an interview or
that of a speech says who speaks. In a government's own text without any of these, scene.py takes
them for that state.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.coding.cues.clauses import quoted_spans
from dragoman.coding.names.mention import Mention

if TYPE_CHECKING:
    from dragoman.coding.scene import Sentence

__all__ = ["with_speakers"]

# [조태열 장관 모두발언], <이와야 대신> …: whose words follow; <질문> is a reporter's.
_MARK = re.compile(r"\s*(?:[\[<〈【(](?P<who>[^\]>〉】)]{2,40})[\]>〉】)])")
_I = {
    "ko": re.compile(r"(?<![가-힣])(?:저(?=[는도와의]\s)|제(?=가\s)|나(?=[는와]\s)|내(?=가\s))"),
    "ja": re.compile(r"(?<![一-龥])私(?=[はがもとの]|から)(?!と?の?たち)"),
}
_WE = {
    "ko": re.compile(r"(?<![가-힣])(?:우리(?=[는가]\s|의\s)|저희(?=[는가]\s|의\s))"),
    "ja": re.compile(r"我々(?=[はがもの])|われわれ(?=[はがもの])|私(?:たち|ども)(?=[はがもの])"),
}
_MARKED_I = {
    "ko": re.compile(r"(?<![가-힣])(?:저(?=는\s|도\s|의\s)|제(?=가\s))"),
    "ja": _I["ja"],
}
_INTERVIEW = re.compile(r"인터뷰|대담|インタビュー")
_SPEECH = re.compile(
    r"연설|담화|축사|기념사|추도사|기조발언|모두발언|언론발표|서한|기고|演説|談話|寄稿|書簡|会見|スピーチ|挨拶|式辞"
)
_Row = list[list[Mention]]


def with_speakers(sentences: Sequence[Sentence], found: _Row, language: str) -> _Row:
    """Add who speaks where the document says so; Korean, Japanese and English alone."""
    if language == "en":
        return _labelled(sentences, found)
    if language not in _I:
        return found
    found = _marked(sentences, found, language)
    if (guest := _named_by(sentences, found, _INTERVIEW)) is not None:
        return _spoken(sentences, found, guest, language, quoted=True)
    if (speaker := _named_by(sentences, found, _SPEECH)) is not None:
        return _spoken(sentences, found, speaker, language, quoted=False)
    return found


def _marked(sentences: Sequence[Sentence], found: _Row, language: str) -> _Row:
    """저는 in the record of a press conference: the person whom the mark before it names."""
    speaker: Mention | None = None
    out: _Row = []
    for sentence, mentions in zip(sentences, found, strict=True):
        if mark := _MARK.match(sentence.text):
            end = sentence.start + mark.end()
            named = [m for m in mentions if m.end <= end and m.kind == "person" and m.name]
            speaker = named[0] if len(named) == 1 else None
        own = [
            _as(speaker, sentence.start + i.start(), sentence.start + i.end(), i.group())
            for i in _MARKED_I[language].finditer(sentence.text) if speaker is not None
        ]  # fmt: skip
        out.append(_together(mentions, own))
    return out


# "Ms. KAMIKAWA Yoko, Minister for Foreign Affairs: From October 8 I will be visiting"; "Yomiuri, Morifuji:"
# is a reporter's, after whom the label of the answer stands anew.
_LABEL = re.compile(r"\s*(?:Q|A|(?:[A-Z][^:.!?“\"]|[A-Z][a-z]{1,3}\.\s)[^:!?“\"]{1,90}):\s")
_EN_I = re.compile(r"(?<![\w’'])I(?=\s[a-z])(?!\s(?:was|am)\s(?:asked|told)\b)")
_EN_RECORD = re.compile(
    r"press (?:conference|briefing|availability|remarks|statement|opportunity)|remarks|interview|briefing|speech|transcript|\bQ&A\b|questions and answers|keynote|address by"
    r"|statement by|opening statement|press point|doorstep",
    re.IGNORECASE,
)


def _labelled(sentences: Sequence[Sentence], found: _Row) -> _Row:
    """ "I" outside quotations in the record of a press conference: whom the label before it names.

    Without labels, the one person whom the title of a speech or of remarks names.
    """
    title = next((s for s in sentences if s.role in ("title", "heading")), None)
    if title is None or not _EN_RECORD.search(title.text):
        return found
    alone = [m for m in found[title.number] if m.kind in ("person", "office") and m.country]
    speaker = alone[0] if len(alone) == 1 else None
    out: _Row = []
    for sentence, mentions in zip(sentences, found, strict=True):
        if label := _LABEL.match(sentence.text):
            end = sentence.start + label.end()
            named = [m for m in mentions if m.end <= end and m.kind in ("person", "office")]
            speaker = named[0] if len(named) == 1 and named[0].country else None
        own: list[Mention] = []
        if speaker is not None:
            inside = quoted_spans(sentence.text)
            own = [
                _as(speaker, sentence.start + i.start(), sentence.start + i.end(), i.group())
                for i in _EN_I.finditer(sentence.text)
                if not any(q[0] <= i.start() < q[1] for q in inside)
            ]
        out.append(_together(mentions, own))
    return out


def _named_by(
    sentences: Sequence[Sentence], found: _Row, pattern: re.Pattern[str]
) -> Mention | None:
    """The one person whom the title or a heading of such a record names."""
    for sentence, mentions in zip(sentences, found, strict=True):
        if sentence.role in ("title", "heading") and pattern.search(sentence.text):
            people = [m for m in mentions if m.kind in ("person", "office") and m.country]
            return people[0] if len(people) == 1 else None
    return None


def _spoken(
    sentences: Sequence[Sentence], found: _Row, speaker: Mention, language: str, *, quoted: bool
) -> _Row:
    """First persons of an interview's quotations and answers, or of a speech outside quotations."""
    out: _Row = []
    for sentence, mentions in zip(sentences, found, strict=True):
        own: list[Mention] = []
        inside = quoted_spans(sentence.text)
        answer = sentence.text[:1] in '"“「' or sentence.role == "answer"
        for pattern, plural in ((_WE[language], True), (_I[language], False)):
            for word in pattern.finditer(sentence.text):
                within = any(q[0] <= word.start() < q[1] for q in inside)
                if (quoted and not answer) or (not quoted and within):
                    continue
                start, end = sentence.start + word.start(), sentence.start + word.end()
                if plural:
                    code = speaker.country
                    own.append(Mention(start, end, word.group(), "state", code, code, sector="GOV"))
                else:
                    own.append(_as(speaker, start, end, word.group()))
        out.append(_together(mentions, own))
    return out


def _as(speaker: Mention, start: int, end: int, text: str) -> Mention:
    return replace(speaker, start=start, end=end, text=text, name_start=-1, name_end=-1)


def _together(mentions: list[Mention], own: list[Mention]) -> list[Mention]:
    own = [m for m in own if not any(n.start < m.end and m.start < n.end for n in mentions)]
    return sorted([*mentions, *own], key=lambda m: m.start)
