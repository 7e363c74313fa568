"""A document laid out for coding: its sentences with what they name and when.

In: Document, Gazetteer. Out: Scene. Offsets are code points in the document's text. What the
mentions mean to each other (who acts on whom) is left to cues/find.py and acts/arguments.py.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from dragoman import languages
from dragoman.coding.names.asides_en import without_asides
from dragoman.coding.names.capitals_en import with_plain_names
from dragoman.coding.names.gazetteer import Gazetteer
from dragoman.coding.names.mention import Mention
from dragoman.coding.names.tables import actor_names
from dragoman.coding.people.own_text import is_own_text
from dragoman.coding.people.pointing_ja import point_back
from dragoman.coding.people.resolve import resolve_people
from dragoman.coding.people.short_states_zh import with_short_states
from dragoman.coding.people.speaking import with_speakers
from dragoman.coding.people.standins_en import find_standins, seated
from dragoman.coding.people.titles_ru import with_russian_titles
from dragoman.languages.dates import DateMention, find_dates, told_in_passing
from dragoman.reading import find_dateline, find_opening
from dragoman.records import Document, Passage

__all__ = ["CODED_ROLES", "Scene", "Sentence", "set_scene"]

# Headings, questions and captions repeat what the text says (records.md, "do not double"); they
# set the scene for what follows and are read for that alone.
CODED_ROLES = frozenset({"paragraph", "list item", "answer", "quote", "table row"})
_SCENE_ROLES = CODED_ROLES | {"title", "heading", "question", "caption"}


@dataclass(slots=True)
class Sentence:
    """One sentence [start, end) of a document with its mentions and dates, in order."""

    number: int
    start: int
    end: int
    text: str
    role: str
    passage: int
    mentions: list[Mention] = field(default_factory=list)
    dates: list[DateMention] = field(default_factory=list)

    @property
    def coded(self) -> bool:
        """Whether acts are read from this sentence."""
        return self.role in CODED_ROLES and not self.text.startswith(("ⓒ", "©"))


@dataclass(slots=True)
class Scene:
    """All sentences of a document, with the publication time that dates are read against."""

    document: Document
    language: str
    anchor: dt.datetime | dt.date | None
    sentences: list[Sentence]


def anchor_of(published: str | None) -> dt.datetime | dt.date | None:
    """Publication time as a date or time; None when unknown."""
    if not published:
        return None
    if len(published) == 10:
        return dt.date.fromisoformat(published)
    return dt.datetime.fromisoformat(published)


# A reporter's words in a record of a press conference that has no other mark.
_ASKS = re.compile(
    r"\s*(?:【記者】|【[^】]{2,20}記者】|（記者）|\(記者\)|（問）|问：|問：|记者问：|Вопрос:)"
)


_LATIN_COMMA = re.compile(r"(?<=[\u3040-\u30ff\u3400-\u9fff)）”」』》日]),(?=\D)")


def _full_width(text: str, language: str) -> str:
    """Chinese and Japanese written with Latin commas, as many pages do: read as if with their own.

    One sign for one, so that every offset stays; evidence is cut from the document itself.
    """
    if language not in ("zh", "ja") or "," not in text:
        return text
    return _LATIN_COMMA.sub("，" if language == "zh" else "、", text)


# 요청함. 개최하였음. 의견을 나눔: the clipped ending of memoranda -> the past it stands for, one
# syllable for one. 있음 and 없음 are no past but end alike.
_CLIPPED = {"함": "했", "됨": "됐", "짐": "졌", "힘": "혔", "눔": "눴", "음": "다"}
_CLIPPED_END = re.compile(
    r"(?:(?<=[가-힣])함|(?<=기로 )함|(?<=[가-힣])됨|(?<=가)짐|(?<=밝)힘|(?<=나)눔|(?<=[했였았었겠있없됐졌혔렸났갔왔냈꼈뒀켰])음)(?=[.\s)]*$)"
)


def _unclipped(text: str, language: str) -> str:
    """A Korean sentence of a memorandum, read as if it ended in a verb; every offset stays."""
    if language != "ko":
        return text
    return _CLIPPED_END.sub(lambda found: _CLIPPED[found.group()], text)


def _cut(document: Document, split: languages.Language) -> Iterable[Sentence]:
    number = 0
    passages = document.passages or (Passage(role="paragraph", start=0, end=len(document.text)),)
    for index, passage in enumerate(passages):
        if passage.role not in _SCENE_ROLES:
            continue
        text = document.text[passage.start : passage.end]
        spans = split.split_sentences(text) if passage.role in CODED_ROLES else [(0, len(text))]
        for start, end in spans:
            if end - start > 1:
                begin = passage.start + start
                role = "question" if _ASKS.match(text, start) else passage.role
                told = _full_width(text[start:end], document.language)
                told = _unclipped(told, document.language)
                if document.language == "en":
                    told = with_plain_names(told)
                yield Sentence(number, begin, passage.start + end, told, role, index)
                number += 1


# Those who met, called by no name: they are whoever stands on the stage (parties.Discourse).
_THEY = {
    "en": re.compile(r"(?:(?<=^)|(?<=[,;]\s)|(?<=\band\s))[Tt]hey(?=\s[a-z])"),
    "ko": re.compile(
        r"(?<![가-힣])(?:양국\s|양측\s|3국\s|참석\s)?(?:외교|국방|외무)?(?:장관|정상|대표|차관|각료)들(?=[은이도])"
    ),
}
# 상대측은, 저쪽이: the other of two, whoever acted last (parties.Discourse).
_OTHER = re.compile(
    r"(?<![가-힣])(?:상대(?:방|측|편|국)?|저쪽|그쪽)(?=(?:은|는|이|가|도|에게|에|측은|측이|측에|의|과|와|를|을)[\s,])"
)
_ALONE = frozenset({"나", "저", "내", "私"})
_WE = {
    "en": re.compile(r"(?:(?<=^)|(?<=[,;“]\s)|(?<=[“\"])|(?<=\band\s))[Ww]e(?=\s[a-z,])"),
    # At the head of a sentence alone: behind 布林肯表示， 我们 are others.
    "zh": re.compile(r"(?:(?<=^)|(?<=^答：))(?:我们|我們|我方|我国政府|我國政府)(?=[一-龥])"),
    "ja": re.compile(
        r"(?:我が国|わが国|当国)(?:政府)?(?=は|として|から|が)|我々(?=[はがも])|私(?:たち|ども)(?=[はがも])|(?<![一-龥])私(?=[はがもと]|から)"
    ),
    "ko": re.compile(
        r"(?<![가-힣])(?:우리(?=[는가]\s|의\s|\s?측(?:은|이|에|과|의)\s)|(?:나|저)(?=[는와의]\s)|내(?=가\s))"
    ),
    "ru": re.compile(r"(?<=^)(?:Мы|Наша страна|Российская сторона)(?=\s[а-яё])"),
}
# Who travelled with others: bound to whoever acted last.
_DELEGATION = re.compile(
    r"(?:(?<=^)|(?<=[,;]\s)|(?<=\band\s))[Tt]he delegation(?=\s(?:also\s)?[a-z]+)"
)
_JOINT_TEXT = re.compile(
    r"\bjoint\b|communiqu|declaration|leaders[’'] statement|공동\s?(?:언론)?\s?(?:발표|성명|선언|회견|보도문)",
    re.IGNORECASE,
)
# 우리나라는: whoever writes in Korean, in a wire too.
_OUR_STATE = re.compile(r"(?<![가-힣])우리\s?나라(?=[은는이가와과의에를도]|\s?정부)")


def _unnamed(sentence: Sentence, named: list[Mention], document: Document) -> list[Mention]:
    """ "They" and "we": the group that is spoken of, or, in a government's own text, that state."""
    out: list[Mention] = []
    if (pattern := _THEY.get(document.language)) is not None:
        for found in pattern.finditer(sentence.text):
            start, end = sentence.start + found.start(), sentence.start + found.end()
            out.append(Mention(start, end, found.group(), "joint"))
    if document.language == "en":
        for found in _DELEGATION.finditer(sentence.text):
            start, end = sentence.start + found.start(), sentence.start + found.end()
            out.append(Mention(start, end, found.group(), "pronoun"))
    if document.language == "ko":
        for found in _OTHER.finditer(sentence.text):
            start, end = sentence.start + found.start(), sentence.start + found.end()
            out.append(Mention(start, end, found.group(), "pronoun"))
    own = document.official or (sentence.role == "answer" and document.language != "en")
    if (pattern := _WE.get(document.language)) is not None and own:
        joint = bool(_JOINT_TEXT.search(document.title or ""))
        for found in pattern.finditer(sentence.text):
            start, end = sentence.start + found.start(), sentence.start + found.end()
            if joint and found.group() not in _ALONE:
                out.append(Mention(start, end, found.group(), "joint"))
            elif code := document.publisher_country:
                out.append(Mention(start, end, found.group(), "state", code, code, sector="GOV"))
    if document.language == "ko":
        home = document.publisher_country or "KOR"
        for found in _OUR_STATE.finditer(sentence.text):
            start, end = sentence.start + found.start(), sentence.start + found.end()
            out.append(Mention(start, end, found.group(), "state", home, home, sector="GOV"))
        # G7과 NATO 정상들은: whose leaders they are stands right before.
        out = [
            m
            for m in out
            if not any(n.kind != "place" and 0 <= m.start - n.end <= 2 for n in named)
        ]
    return [m for m in out if not any(n.start < m.end and m.start < n.end for n in named)]


# "New Delhi: Prime Minister Modi", "WASHINGTON — The": the town of an Indian, Arab or American paper.
_TOWN = re.compile(
    r"\s*(?:[A-Z][A-Z.'’-]{2,}(?:[ ,/]+[A-Z][A-Za-z.'’-]+){0,3}(?:,\s[A-Z][a-z]{2,8}\.?\s\d{1,2})?(?:\s?[—–―]|\s--?)\s"
    r"|(?:[A-Z][A-Za-z'’-]{2,}\s?){1,3}(?:,\s(?:[A-Z][a-z]{2,8}\.?\s\d{1,2}|\d{1,2}\s[A-Z][a-z]{2,8}))?:\s?)(?=[A-Z“\"])"
)


def _without_town(text: str, mentions: list[Mention]) -> list[Mention]:
    """What an English sentence names behind the town that opens it; "China: …" is no town's."""
    if (opening := _TOWN.match(text)) is None:
        return mentions
    names = actor_names("en")
    return [
        m for m in mentions
        if m.end > opening.end() or m.kind not in ("place", "state")
        or m.text == names.get(m.country or "")
    ]  # fmt: skip


def _at_home(mention: Mention, document: Document) -> Mention:
    """我國: whoever publishes in Chinese; China where nobody knows who does."""
    home = document.publisher_country
    if mention.text not in ("我国", "我國") or not home or home == mention.country:
        return mention
    return replace(mention, country=home, actor=home)


# What the press of these says, the state says: KCNA denounced, Xinhua warned.
_SPEAKS_FOR_STATE = frozenset({"PRK", "CHN", "RUS"})


def _unaffiliated(mention: Mention) -> Mention:
    """The press is no party: who told CNN, whom AP quotes and what Kyodo asked is not a state's doing."""
    if mention.sector != "MED" or mention.country in _SPEAKS_FOR_STATE:
        return mention
    return replace(mention, country=None, actor=None)


_COUNTED = re.compile(r"\d+\s?개?\s?국|[\d３三]+\s?[かカヵケ箇]?国")


def _without_counts(mentions: list[Mention]) -> list[Mention]:
    """캐나다, 호주, 뉴질랜드 3국 총리: the number counts those named before it, and means no others."""
    return [
        m for i, m in enumerate(mentions)
        if not (
            m.kind == "joint" and _COUNTED.match(m.text) and i
            and mentions[i - 1].kind in ("state", "office", "person")
            and m.start - mentions[i - 1].end <= 4
        )
    ]  # fmt: skip


def _without_glosses(text: str, mentions: list[Mention]) -> list[Mention]:
    """ASEAN(東南アジア諸国連合), 欧州連合（EU）: the same body by its other name, in brackets behind it."""
    return [
        m for i, m in enumerate(mentions)
        if not (
            i and m.kind in ("body", "state") and m.start - mentions[i - 1].end == 1
            and m.country == mentions[i - 1].country and mentions[i - 1].kind == m.kind
            and text[m.start - 1] in "(（" and text[m.end : m.end + 1] in (")", "）")
        )
    ]  # fmt: skip


def set_scene(document: Document, gazetteer: Gazetteer) -> Scene:
    """Cut the document into sentences and find what they name and when."""
    language = languages.get(document.language)
    anchor = anchor_of(document.published)
    sentences = list(_cut(document, language))
    found: list[list[Mention]] = []
    previous: dt.date | None = None
    for sentence in sentences:
        # 新华社北京6月26日电: who sent the story, and from where, does nothing in it.
        dateline = find_dateline(sentence.text)
        opening = dateline.end if dateline and dateline.agency else 0
        if document.language == "zh":
            opening = find_opening(sentence.text)
        named = gazetteer.find(sentence.text, document.language, document.published)
        if document.language == "en" and sentence.role == "paragraph":
            named = _without_town(sentence.text, named)
        found.append([_shift(m, sentence.start) for m in named if m.start >= opening])
        dates = find_dates(sentence.text, document.language, anchor, previous=previous)
        sentence.dates = [
            replace(d, start=d.start + sentence.start, end=d.end + sentence.start) for d in dates
        ]
        for date in sentence.dates:
            if date.when.precision in ("day", "time") and date.when.start:
                spoken = dt.date.fromisoformat(date.when.start[:10])
                today = anchor.date() if isinstance(anchor, dt.datetime) else anchor
                if not told_in_passing(date.when.text or "", spoken, previous, today):
                    previous = spoken
    resolved = resolve_people(
        [(s.start, s.end) for s in sentences], found, document, document.published, gazetteer
    )
    resolved = [[_unaffiliated(m) for m in mentions] for mentions in resolved]
    if document.language in ("ko", "ja"):
        resolved = [_without_counts(mentions) for mentions in resolved]
    resolved = with_speakers(sentences, resolved, document.language)
    if document.language == "ja":
        resolved = [_without_glosses(document.text, mentions) for mentions in resolved]
        resolved = point_back(sentences, resolved, document)
    if document.language == "zh":
        names, letters = gazetteer.state_names("zh"), gazetteer.state_letters("zh")
        resolved = with_short_states(sentences, resolved, names, letters)
        resolved = [[_at_home(m, document) for m in mentions] for mentions in resolved]
    house = is_own_text(document, sentences)
    if document.language == "ru":
        resolved = with_russian_titles(sentences, resolved, document)
    for sentence, mentions in zip(sentences, resolved, strict=True):
        named = [_with_spelling(document.text, mention) for mention in mentions]
        sentence.mentions = [*named, *_unnamed(sentence, mentions, document)]
        if document.language == "en":
            sentence.mentions = [
                seated(sentence.text, sentence.start, m) for m in sentence.mentions
            ]
            sentence.mentions += find_standins(
                sentence.text, sentence.start, sentence.mentions, document, house
            )
        sentence.mentions.sort(key=lambda m: m.start)
        if document.language == "en":
            sentence.mentions = without_asides(sentence.text, sentence.start, sentence.mentions)
    return Scene(document, document.language, anchor, sentences)


# コロンナ外相（H.E. Ms. Catherine COLONNA, Minister for …）を招いて: the spelling is part of the name.
_SPELLING = re.compile(r"\s?[（(][A-Z][^（）()]{2,160}[A-Za-z.][)）]")


def _with_spelling(text: str, mention: Mention) -> Mention:
    """A person or office with the Latin spelling that follows in brackets."""
    if mention.kind not in ("person", "office"):
        return mention
    found = _SPELLING.match(text, mention.end)
    if found is None or not text[found.end() : found.end() + 1].strip():
        return mention
    return replace(mention, end=found.end(), text=text[mention.start : found.end()])


def _shift(mention: Mention, by: int) -> Mention:
    return replace(
        mention,
        start=mention.start + by,
        end=mention.end + by,
        name_start=mention.name_start + by if mention.name_start >= 0 else -1,
        name_end=mention.name_end + by if mention.name_end >= 0 else -1,
    )
