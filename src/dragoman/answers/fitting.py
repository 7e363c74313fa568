"""How well a sentence fits a question, read after what stands before it.

In: a parsed Question, a sentence, the sentence or sentences before it. Out: a share from 0 (does
not answer) to 1. Which documents are read is left to passages.py.
"""

from __future__ import annotations

import re

from dragoman.answers.acting import (
    another_acts,
    none_named_acts,
    speaks_for,
    subjects_of,
    turned_round,
)
from dragoman.answers.amounts import holds_amounts
from dragoman.answers.kinds import holds_kind
from dragoman.answers.naming import names
from dragoman.answers.notions import (
    ENCOUNTER,
    SPEECH,
    acts,
    main_act,
    mentions_in,
    notions_in,
    place_forms,
    share_of,
    stands,
    tells,
    tells_act,
    units_of,
)
from dragoman.answers.question import Question
from dragoman.answers.sentences import Told, fold, is_asked, without_desk
from dragoman.records import Document

__all__ = ["GROUP", "LEANS", "fit", "placed"]

_LEAD = 160  # code points in which a heading or dateline names the place; chosen
# Two or more who were named before: 양 정상은, 両首脳が, the two leaders.
GROUP = re.compile(
    r"양 ?(?:정상|장관|측)|두 (?:정상|장관|사람|나라|총리)|両(?:首脳|外相|大臣|国|氏|者)|双方|两国|"
    r"\b(?:the two|both|the (?:leaders|ministers|sides))\b|стороны|министры|лидеры|лидеров",
    re.IGNORECASE,
)
# 이를 수락하였다, これを受け入れた: a sentence that says nothing without the one before it.
LEANS = re.compile(
    r"^(?:On|In|At|Earlier|Later)\b[^,.]{0,25},? (?:he|she|they)\b|^그(?:는|녀는) |^彼(?:女)?は|(?:^|\s)이(?:를|에 대해|에) |^(?:これ|それ|同氏は)|(?:これ|それ)を|^(?:He|She|They|It|This|That|There)\b|^(?:对此|此)|^(?:Он|Она|Это)\b"
)


def fit(asked: Question, one: Told, before: Told | None, need: float) -> float:
    """How well a sentence, read after the one before it, fits a question; 0 when it does not."""
    document = one.document
    if is_asked(one.text):
        return 0.0
    share = share_of(asked, one.text, document.language)
    speaks = asked.said and not another_acts(asked, one) and bool(SPEECH.search(one.text))
    if share < need:
        # 중국의 중재로 ...: what was mediated stands in the sentence before, or in the title.
        both = " ".join(filter(None, (document.title, before.text if before else None, one.text)))
        wanted = units_of(asked)[0]
        own = notions_in(one.text)
        # What was done stands before why, and before how long.
        there = (asked.wanted == "why" or asked.duration) and before is not None
        # Of a matter that the text tells all along, whatever those named do is an answer.
        acting = any(n.subject for n in asked.named) and not another_acts(asked, one)
        loose = speaks or there or (acting and not wanted & acts())
        if wanted and not any(tells(n, own) for n in wanted) and not loose:
            return 0.0
        if not wanted and share <= 0 and not speaks:
            return 0.0
        share = share_of(asked, both, document.language) - 0.1
        if share < need - 0.1:
            return 0.0
    day = (document.published or "")[:10] or None
    told = notions_in(one.text)
    if not tells_act(asked, told):
        # An act told in the sentence before is this one's only where it leans on that.
        leans = asked.wanted == "why" or LEANS.search(one.text) or GROUP.search(one.text)
        near = f"{document.title} {before.text if before else ''}"
        if not leans or not tells_act(asked, notions_in(near)) or _denied(asked, near):
            return 0.0
    if asked.wanted not in ("whether", "why"):
        if _denied(asked, one.text):
            return 0.0
        encounter = asked.meeting and asked.wanted in ("when", "where", "who")
        ahead = "ahead" in told and (asked.planned or not _HELD.search(one.text))
        if encounter and ahead != asked.planned:
            return 0.0
        unseen = asked.meeting and asked.form is None and not ENCOUNTER - {"call"} & told
        if unseen and _PHONE.search(one.text) and not _PHONE.search(asked.text):
            return 0.0  # they spoke, but did not meet
        near = f"{document.title or ''} {before.text if before else ''} {one.text}"
        if asked.meeting and _PHONE.search(asked.text) and not _PHONE.search(near):
            return 0.0  # they met, but did not speak by telephone
        if encounter and asked.wanted != "who" and none_named_acts(asked, one):
            return 0.0
        dropped = "dropped" in told - units_of(asked)[0] and not asked.planned
        if dropped and asked.meeting and (asked.topics or asked.wanted != "what"):
            return 0.0
        if "propose" in told - units_of(asked)[0]:
            return 0.0
        invited = "invite" in told - units_of(asked)[0]
        if invited and asked.meeting and asked.wanted in ("when", "where", "who"):
            return 0.0
    if asked.said and asked.wanted != "who" and another_acts(asked, one):
        return 0.0
    if turned_round(asked, one):
        return 0.0
    # 이집트는 ... 미국과: another's act, in a sentence that does not name him who is asked after.
    subjects = [n for n in asked.named if n.subject]
    strict = asked.wanted == "what" and len(asked.named) > 1 and not _PASSIVE.search(asked.text)
    there = any(names(document, n, one.text) for n in subjects) or not subjects
    if strict and not there and another_acts(asked, one):
        return 0.0
    if strict and _to_another(asked, one):
        return 0.0
    wanted = frozenset() if any(units_of(asked)) else ENCOUNTER & notions_in(asked.text)
    if wanted and not asked.meeting and not wanted & told:
        return 0.0
    # What did A do to B: A acts, and B stands there.
    bare = not any(units_of(asked)) and asked.wanted == "what" and not asked.meeting
    both_there = all(names(document, n, one.text) for n in asked.named)
    if bare and (another_acts(asked, one) or not both_there):
        return 0.0
    if not any(units_of(asked)) and asked.said and not asked.meeting:
        speakers = [n for n in asked.named if n.person or n.subject]
        if not SPEECH.search(one.text) or not names(document, speakers[0], one.text):
            return 0.0
    if not (
        _holds_numbers(asked, one.text)
        and holds_amounts(asked.text, asked.language, one.text, document.language)
        and _speaks_of(asked, one, before)
        and (
            holds_kind(asked, one.text, document.language, day) or _told_before(asked, one, before)
        )
        and placed(asked, one, before)
    ):
        return 0.0
    return share


# Acts that say themselves that something was not done.
_NEGATIVE = frozenset({"reject", "deny", "dropped", "abstain", "ban", "withdraw", "suspend"})
# failed to persuade A to send: what stands behind was not done.
_UNDONE = re.compile(r"\b(?:fail(?:s|ed)?|refus\w+|unable|declin\w+) to\b(.{0,60})")
_NOT = re.compile(r"지 ?않|지 못|しない|\bnot\b")
_CLAUSE = re.compile(r"[;；]|, (?:whose|which|who|but|and)\b|, 그러나|지만,? |(?:으나|나), ")


def _denied(asked: Question, text: str) -> bool:
    """Whether the sentence says that what is asked after was not: of several clauses, the one."""
    wanted = units_of(asked)[0]
    if _NOT.search(asked.text):
        return False  # what they decided not to do
    if wanted & _NEGATIVE and any(tells(n, notions_in(text)) for n in wanted & _NEGATIVE):
        return False
    if any(tells(n, notions_in(found[1])) for found in _UNDONE.finditer(text) for n in wanted):
        return True
    clauses = [c for c in _CLAUSE.split(text) if c.strip()]
    telling = [c for c in clauses if any(tells(n, notions_in(c)) for n in wanted)]
    if not telling and asked.meeting:
        telling = [c for c in clauses if ENCOUNTER & notions_in(c)]
    return (
        all("denied" in notions_in(c) for c in telling)
        if telling
        else ("denied" in notions_in(text))
    )


# Told as over, whatever else of the sentence is still to come: met A on Monday and is due to see B.
_HELD = re.compile(
    r"\b(?:met|held|spoke)\b|회담했|만났|가졌|통화했|会談した|会談しました|会談し、|встретил|провёл"
)


def _told_before(asked: Question, one: Told, before: Told | None) -> bool:
    """Whether the day or place stands in the sentence before of one that goes on about the same."""
    if before is None or asked.wanted not in ("when", "where") or asked.duration or asked.amount:
        return False
    if one.evidence.start - before.evidence.end > 2 or not GROUP.search(one.text):
        return False
    day = (one.document.published or "")[:10] or None
    return holds_kind(asked, before.text, one.document.language, day)


def _speaks_of(asked: Question, one: Told, before: Told | None) -> bool:
    """The sentence, after the one before, names those asked after; of a meeting, all of them."""
    text = f"{before.text} {one.text}" if before else one.text
    there = [names(one.document, n, text) for n in asked.named]
    titled = f"{one.document.title or ''} {text}"
    lead = f"{one.document.text[:_LEAD]} {titled}"
    if not all(
        names(one.document, n, lead if n.text in asked.strangers else titled)
        or subjects_of(one, n) or speaks_for(one, n)
        for n in asked.people
    ):  # fmt: skip
        return False  # another's words in a document that names them elsewhere
    if asked.meeting and asked.wanted == "what" and units_of(asked)[2]:
        return all(names(one.document, n, titled) for n in asked.named)
    if asked.meeting and asked.wanted != "passage" and not units_of(asked)[0]:
        # A sentence that was parted ("met with U.S. / National Security Advisor ...") is read whole.
        parted = before is not None and (
            not ENCOUNTER & notions_in(one.text)
            or bool(GROUP.match(one.text) or LEANS.match(one.text))
        )
        if not parted:
            # A minister who is called by name in a text whose title tells the office.
            told = (titled if n.office and not n.person else one.text for n in asked.named)
            return all(
                names(one.document, n, t) for n, t in zip(asked.named, told, strict=True)
            ) and bool(ENCOUNTER & notions_in(one.text))
        itself = bool(GROUP.match(one.text) or LEANS.match(one.text)) or any(
            names(one.document, n, one.text) for n in asked.people or asked.named
        )
        return all(there) and itself and bool(ENCOUNTER & notions_in(text))
    if asked.amount or asked.wanted in ("who", "why"):
        head = f"{one.document.title or ''} {text}"
        there = [t or names(one.document, n, head) for t, n in zip(there, asked.named, strict=True)]
        return all(there)
    if document_about(asked, one):
        return True
    # To whom or of whom it was: near by, or where the text begins.
    wide = f"{one.document.text[: 2 * _LEAD]} {titled}"
    rest = [n for n in asked.named if not (n.subject or n.person)]
    near = any(names(one.document, n, titled) for n in asked.named) or not asked.named
    return near and all(names(one.document, n, wide) for n in rest)


def _to_another(asked: Question, one: Told) -> bool:
    """Whether an act asked after towards somebody is told towards another state instead."""
    others = [n for n in asked.named if not n.subject and not n.person and n.country]
    if not others or main_act(asked) not in _GIVING:
        return False
    if any(names(one.document, n, one.text) for n in others) or document_about(asked, one):
        return False
    known = {n.country for n in asked.named}
    day = (one.document.published or "")[:10] or None
    there = mentions_in(one.text, one.document.language, day)
    return any(m.country and m.country not in known for m in there if m.kind in ("state", "person"))


_GIVING = frozenset(
    {"send", "aid", "handover", "pledge", "sell", "export", "invite", "return_home"}
)


# He is asked after to whom it was done: 招待されました, 받았나요.
_PASSIVE = re.compile(r"され|られ|받았|받은|당했|\bby\b")
_BACK = 400  # code points before a sentence in which its place may have been told; chosen


def _last_place(one: Told, day: str | None) -> str | None:
    """The last city named before a sentence that names none: where its paragraph is."""
    start = one.evidence.start
    earlier = one.document.text[max(0, start - _BACK) : start]
    there = [m for m in mentions_in(earlier, one.document.language, day) if m.kind == "place"]
    return next((m.city for m in reversed(there) if m.city), None)


_PHONE = re.compile(r"\bphone|통화|電話|通话|通電話|通电话|телефон", re.IGNORECASE)


def document_about(asked: Question, one: Told) -> bool:
    """Whether a readout's title names everybody asked after: "the Secretary" there is whom it names."""
    document = one.document
    return document.official and all(names(document, n, document.title or "") for n in asked.named)


def _opening(document: Document) -> str:
    """Where a text begins, at most to the end of its first paragraph's first sentence."""
    first = next((p for p in document.passages if p.role == "paragraph"), None)
    if first is None:
        return document.text[:_LEAD]
    sentence = re.match(
        r".*?[.。](?=\s|$)|", document.text[first.start : first.start + _BACK], re.S
    )
    end = first.start + (sentence.end() if sentence else 0)
    return document.text[: max(_LEAD, end)]


def placed(asked: Question, one: Told, before: Told | None) -> bool:
    """The places asked after stand in the sentence, or where the document begins."""
    if not asked.places:
        return True
    document = one.document
    day = (document.published or "")[:10] or None
    itself = without_desk(one.text)
    own = [m.city for m in mentions_in(itself, document.language, day) if m.kind == "place"]
    texts = [itself]
    # Invited at A to go where: A stands before, where the sentence names the town he went to.
    if not any(own) or LEANS.match(one.text) or asked.wanted == "where":
        texts += [before.text if before else "", _opening(document)]
        texts = [without_desk(text) for text in texts]
    if len(texts) > 1 and _PHONE.search(" ".join(texts)) and not _PHONE.search(asked.text):
        return False  # they spoke by telephone: the dateline's town is one side's
    cities = {m.city for text in texts for m in mentions_in(text, document.language, day)}
    if len(texts) > 1:
        cities.add(_last_place(one, day))
    told = fold(" ".join(texts))
    return all(
        place in cities or any(stands(fold(form), told) for form in place_forms(place))
        for place in asked.places
    )


def _holds_numbers(asked: Question, text: str) -> bool:
    """A number in the question must stand in the sentence: 2018 is not 2019, 14차 not 14일."""
    packed = "".join(text.split())
    question = "".join(asked.text.split())
    for word in asked.words:
        if not word[0].isdigit():
            continue
        counter = re.search(rf"{re.escape(word)}(차|회|번째|次|st\b|nd\b|rd\b|th\b)", question)
        whole = re.escape(word) + (counter[1] if counter else r"(?!\d)")
        if not re.search(rf"(?<!\d){whole}", packed):
            return False
    return True
