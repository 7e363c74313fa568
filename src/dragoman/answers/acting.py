"""Who acts in a sentence, and whether that is whom a question says acts.

In: a parsed Question and a sentence of a document. Out: whether another speaks there, or the act
is told the other way round. Grammar is read by coding/cues; what a sentence says besides is left
to passages.py.
"""

from __future__ import annotations

import re
from functools import lru_cache

from dragoman.answers.notions import mentions_in
from dragoman.answers.question import Named, Question
from dragoman.answers.sentences import Told
from dragoman.coding.cues.find import find_cues
from dragoman.coding.names.mention import Mention
from dragoman.coding.scene import Sentence
from dragoman.records import Document

__all__ = ["another_acts", "none_named_acts", "speaks_for", "subjects_of", "turned_round"]

_ACTORS = frozenset({"person", "office", "state", "states", "body"})


@lru_cache(maxsize=4096)
def _acting(text: str, language: str, day: str | None) -> tuple[Mention, ...]:
    """Mentions that stand as subjects of a sentence."""
    mentions = [m for m in mentions_in(text, language, day) if m.kind in _ACTORS]
    sentence = Sentence(0, 0, len(text), text, "paragraph", 0, mentions)
    cues = find_cues(sentence, language)
    acting = [m for m, cue in zip(mentions, cues, strict=True) if cue in ("topic", "subject")]
    if language not in ("ko", "ja") and not acting and cues and cues[0] == "bare":
        acting = [mentions[0]]
    return tuple(acting)


def _is(named: Named, mention: Mention) -> bool:
    if named.person and mention.kind == "person":
        keys = {k for k in (mention.actor, *mention.people) if k}
        return bool(keys & set(named.keys)) or bool(
            mention.name and named.name and named.name in mention.name
        )
    code = named.country
    return bool(code) and code in (mention.country, *mention.members)


def another_acts(asked: Question, one: Told) -> bool:
    """Whether the sentence's subject is somebody else than who the question says speaks or acts."""
    actors = [n for n in asked.named if n.subject] or list(asked.people)
    acting = _acting_in(one)
    if any(speaks_for(one, n) for n in actors):
        return False
    if any(_by_office(one, m) for m in acting) and any(_titled(one, n) for n in actors):
        return False
    return bool(actors and acting) and not any(_is(n, m) for n in actors for m in acting)


def _by_office(one: Told, mention: Mention) -> bool:
    """The Secretary, the President: of a readout, whom its title names."""
    return (one.document.official and mention.kind == "office" and mention.country is None) or (
        one.document.official and bool(_OFFICE.fullmatch(mention.text))
    )


_OFFICE = re.compile(
    r"(?:[Tt]he )?(?:Secretary|President|Chancellor|Prime Minister|Minister|Foreign Minister|EAM)"
    r"|(?:内閣)?総理大臣|大臣|長官|장관|대통령|총리"
)


def _titled(one: Told, named: Named) -> bool:
    """Whether a document's title, or where it names nobody its beginning, names somebody first."""
    day = (one.document.published or "")[:10] or None
    for text in (one.document.title or "", one.document.text[:_HEAD]):
        people = [m for m in mentions_in(text, one.document.language, day) if m.kind == "person"]
        if people:
            return _is(named, people[0])
    return False


_HEAD = 200  # code points in which a readout names whom it is about; chosen


def subjects_of(one: Told, named: Named) -> bool | None:
    """Whether somebody is a subject of a sentence; None where it names none as its subject."""
    acting = _acting_in(one)
    if any(_by_office(one, m) for m in acting) and _titled(one, named):
        return True
    if not acting:
        return None
    # The first subject and those joined to it; 중국 해경선이 ... within another's sentence is not.
    first = acting[0]
    joined = [m for m in acting if m.start - first.end < _JOINED]
    return any(_is(named, m) for m in joined)


_JOINED = 6  # code points between two subjects that act together: A와 B는, A and B; chosen


def none_named_acts(asked: Question, one: Told) -> bool:
    """Whether a sentence's first subject is another than those named: X hosted A, which B condemned."""
    acting = _acting_in(one)
    return bool(acting) and not any(_is(n, acting[0]) for n in asked.named)


def speaks_for(one: Told, named: Named) -> bool:
    """Whether a sentence's "the government", "we" is the state named: its own publisher's."""
    if named.person:
        # 요청드렸고, 대통령님께서는 ...: the first clause is the speaker's own.
        first = re.search(r"[,、，]", one.text)
        own = all(first and m.start > first.start() for m in _acting_in(one))
        return _gives_speech(one.document, named) and own
    own = bool(named.country) and one.document.publisher_country == named.country
    return own and not named.person and bool(_GOVERNMENT.search(one.text))


_GOVERNMENT = re.compile(
    r"^(?:\d+\. )?(?:아울러 |또한? )?(?:우리 )?정부[는가]|^우리|^(?:日本)?政府[はが]|^我が国は|^We\b|^Our\b"
)


def _gives_speech(document: Document, named: Named) -> bool:
    """Whether a speech is his who is named in its title or signs it: "I" there is he."""
    if document.genre != "speech":
        return False
    day = (document.published or "")[:10] or None
    signed = f"{document.title or ''}\n{document.text[-_SIGNED:]}"
    return any(_is(named, m) for m in mentions_in(signed, document.language, day))


_SIGNED = 60  # code points at the end of a speech that name who gave it; chosen


def turned_round(asked: Question, one: Told) -> bool:
    """Whether only those act who suffer the act in the question: A recognises B, B recognises A."""
    actors = [n for n in asked.named if n.subject]
    others = [n for n in asked.named if not n.subject]
    acting = _acting_in(one)
    if not (actors and others and acting):
        return False
    return all(any(_is(n, m) for n in others) for m in acting) and another_acts(asked, one)


def _acting_in(one: Told) -> tuple[Mention, ...]:
    return _acting(one.text, one.document.language, (one.document.published or "")[:10] or None)
