"""The best sentences for a question that no report answers, whatever their language.

In: a Store and a parsed Question. Out: sentences, best first, or none. A sentence is taken only
when it holds what the question asks after (its notions, issues and own words), is of the kind
wanted (a number, a day, a place, somebody), lies on the days asked for, and when its document
names everybody whom the question names; a likeness of vectors alone is no answer.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from dragoman.answers.acting import another_acts, none_named_acts, turned_round
from dragoman.answers.notions import (
    ENCOUNTER,
    SPEECH,
    acts,
    forms_of,
    holds_kind,
    literals_of,
    main_act,
    mentions_in,
    notions_in,
    place_forms,
    share_of,
    stands,
    units_of,
)
from dragoman.answers.question import Named, Question
from dragoman.answers.sentences import (
    Told,
    Vectors,
    evidence_at,
    fold,
    is_asked,
    sentences_of,
    similarities,
)
from dragoman.answers.spelling import sounds_like
from dragoman.coding.mention import Mention
from dragoman.languages.dates import find_dates
from dragoman.record.events import EventFilter
from dragoman.record.store import Store
from dragoman.record.tokens import query_tokens
from dragoman.records import Document

__all__ = ["find_passages", "names"]

_DOCUMENTS = 40  # documents opened for one question; chosen for time
_RECORDED = 12  # documents more, that the record knows a person by; chosen for time
# Share of what is asked after that a sentence must hold; all of it when that is little.
# Chosen on the tune half of eval/questions.
_ENOUGH, _LITTLE = 0.75, 3
_LEAD = 80  # code points in which a dateline names the place; chosen
# Days after those asked for on which a sentence that names no day still tells of them; chosen.
_LATER = 7


def find_passages(store: Store, asked: Question, encoder: Vectors | None) -> list[Told]:
    """Sentences that hold what is asked after in documents that name all whom it names."""
    notions, issues, words = units_of(asked)
    units = len(notions) + bool(issues) + len(words)
    spoken = asked.said and any(n.subject or n.person for n in asked.named)
    if (not units and not asked.meeting and not spoken) or (
        not asked.named and units < 2 and not asked.places
    ):
        return []
    need = _ENOUGH if units > _LITTLE else 0.99
    told: list[Told] = []
    for id_ in _documents(store, asked):
        document = store.document(id_)
        in_time = _within(document, asked)
        if not all(names(document, n) for n in asked.named):
            continue
        if not all(name in document.text for name in (*asked.strangers, *asked.spots)):
            continue
        head = document.text[: document.passages[1].end] if len(document.passages) > 1 else ""
        past: list[Told] = []
        for one in sentences_of(document):
            before = _before(one, past)
            near_by = f"{head} {before.text if before else ''} {one.text}"
            known = all(name in near_by for name in (*asked.strangers, *asked.spots))
            timely = known and (in_time or _dated(one, before, asked))
            if timely and (share := _fits(asked, one, before, need)) > 0:
                told.append(_weighed(asked, one, before, share))
            past.append(one)
    near = similarities(asked.text, told, encoder)
    told = [replace(t, score=t.score + float(near[i])) for i, t in enumerate(told)]
    return sorted(told, key=lambda t: -t.score)[:3]


# Two or more who were named before: 양 정상은, 両首脳が, the two leaders.
_GROUP = re.compile(
    r"양 ?(?:정상|장관|측)|두 (?:정상|장관|사람|나라|총리)|両(?:首脳|外相|大臣|国|氏|者)|双方|两国|"
    r"\b(?:the two|both|the (?:leaders|ministers|sides))\b|стороны|министры|лидеры",
    re.IGNORECASE,
)
_ASKED_WITHIN = 400  # code points between a question and a sentence of its answer; chosen
_FAR = 3  # sentences back that a group's names may lie; chosen


def _before(one: Told, past: list[Told]) -> Told | None:
    """The sentence before, or the last few of the paragraph where one speaks of a group named."""
    if not past:
        return None
    last = past[-1]
    start = last.evidence.start
    # An answer is read after the question that it was given to.
    for passage in one.document.passages:
        near = 0 <= one.evidence.start - passage.end < _ASKED_WITHIN
        if passage.role == "question" and near and passage.start < start:
            start = passage.start
    if _GROUP.search(one.text):
        for earlier in past[-_FAR:]:
            between = one.document.text[earlier.evidence.start : one.evidence.start]
            if between.count("\n\n") < 1 + (_GROUP.match(one.text) is not None):
                start = min(start, earlier.evidence.start)
    if start == last.evidence.start:
        return last
    return replace(last, evidence=evidence_at(one.document, start, last.evidence.end))


def _weighed(asked: Question, one: Told, before: Told | None, share: float) -> Told:
    """A fitting sentence with its score, together with the one before it where it leans on it."""
    document = one.document
    score = share + 0.1 * (document.language == asked.language)
    if asked.named:
        score += 0.3 * sum(names(document, n, one.text) for n in asked.named) / len(asked.named)
    if wanted := units_of(asked)[0] & acts():
        score += 0.3 * len(wanted & notions_in(one.text)) / len(wanted)
    if asked.wanted == "who" and _names_another(asked, one):
        score += 0.2
    day = (document.published or "")[:10] or None
    kind = holds_kind(asked, one.text, document.language, day)
    if before is not None and (_LEANS.search(one.text) or not kind):
        start, end = before.evidence.start, one.evidence.end
        if one.evidence.start - before.evidence.end <= 2:  # of one paragraph
            one = replace(one, evidence=evidence_at(document, start, end))
    return replace(one, score=score)


# 이를 수락하였다, これを受け入れた: a sentence that says nothing without the one before it.
_LEANS = re.compile(
    r"(?:^|\s)이(?:를|에 대해|에) |^(?:これ|それ|同氏は)|(?:これ|それ)を|^(?:He|She|They|It|This|That)\b|^(?:对此|此)|^(?:Он|Она|Это)\b"
)


def _names_another(asked: Question, one: Told) -> bool:
    """Whether a sentence names a person whom the question does not."""
    day = (one.document.published or "")[:10] or None
    known = {k for n in asked.named for k in n.keys} | {n.name for n in asked.named}
    return any(
        m.kind == "person" and m.name not in known and m.actor not in known
        for m in mentions_in(one.text, one.document.language, day)
    )


def _fits(asked: Question, one: Told, before: Told | None, need: float) -> float:
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
        if wanted and not wanted & notions_in(one.text) and not speaks:
            return 0.0
        if not wanted and share <= 0 and not speaks:
            return 0.0
        # An act told in the sentence before is this one's only where it leans on that.
        leans = asked.wanted == "why" or _LEANS.search(one.text) or _GROUP.search(one.text)
        if (act := main_act(asked)) and act not in notions_in(both if leans else one.text):
            return 0.0
        share = share_of(asked, both, document.language) - 0.1
        if share < need - 0.1:
            return 0.0
    day = (document.published or "")[:10] or None
    there = notions_in(one.text)
    if asked.wanted not in ("whether", "why"):
        if "denied" in there:
            return 0.0
        encounter = asked.meeting and asked.wanted in ("when", "where", "who")
        ahead = "ahead" in there and (asked.planned or not _HELD.search(one.text))
        if encounter and ahead != asked.planned:
            return 0.0
        if encounter and asked.wanted != "who" and none_named_acts(asked, one):
            return 0.0
        dropped = "dropped" in there - units_of(asked)[0]
        if dropped and asked.meeting and asked.wanted != "what":
            return 0.0
        if "propose" in there - units_of(asked)[0]:
            return 0.0
        invited = "invite" in there - units_of(asked)[0]
        if invited and asked.meeting and asked.wanted in ("when", "where", "who"):
            return 0.0
    if asked.said and asked.wanted != "who" and another_acts(asked, one):
        return 0.0
    if turned_round(asked, one):
        return 0.0
    if not any(units_of(asked)) and asked.said and not asked.meeting:
        speakers = [n for n in asked.named if n.person or n.subject]
        if not SPEECH.search(one.text) or not names(document, speakers[0], one.text):
            return 0.0
    if not (
        _holds_numbers(asked, one.text)
        and _speaks_of(asked, one, before)
        and (
            holds_kind(asked, one.text, document.language, day) or _told_before(asked, one, before)
        )
        and _placed(asked, one, before)
    ):
        return 0.0
    return share


# Told as over, whatever else of the sentence is still to come: met A on Monday and is due to see B.
_HELD = re.compile(
    r"\b(?:met|held|spoke)\b|회담했|만났|가졌|통화했|会談した|会談しました|会談し、|встретил|провёл"
)


def _told_before(asked: Question, one: Told, before: Told | None) -> bool:
    """Whether the day or place stands in the sentence before of one that goes on about the same."""
    if before is None or asked.wanted not in ("when", "where") or asked.duration or asked.amount:
        return False
    if one.evidence.start - before.evidence.end > 2 or not _GROUP.search(one.text):
        return False
    day = (one.document.published or "")[:10] or None
    return holds_kind(asked, before.text, one.document.language, day)


def _dated(one: Told, before: Told | None, asked: Question) -> bool:
    """Whether the sentence itself speaks of the days asked for, whenever it was published."""
    if asked.since is None:
        return True
    published = (one.document.published or "")[:10]
    anchor = dt.date.fromisoformat(published) if published else None
    until = (asked.until or asked.since)[:10]
    text = f"{before.text} {one.text}" if before else one.text
    days = [
        d.when.start[:10] for d in find_dates(text, one.document.language, anchor) if d.when.start
    ]
    return any(asked.since <= day <= until for day in days)


def _documents(store: Store, asked: Question) -> list[str]:
    """Documents by names in any language, then by the question's words in its own."""
    by_name = " AND ".join(
        f"({' OR '.join(terms)})"
        for n in asked.named
        if (terms := [f"({t})" for f in forms_of(n) if (t := _terms(f))])
    )
    by_word = [f"({t})" for word in asked.words if (t := query_tokens(word))]
    # What is asked after, in the words of every language.
    notions = sorted(units_of(asked)[0] - ENCOUNTER)
    by_notion = [f"({t})" for name in notions if (t := _any_of(literals_of(name)))]
    queries = []
    if by_name and (by_word or by_notion):
        queries.append(f"{by_name} AND ({' OR '.join((*by_word[:6], *by_notion[:6]))})")
    if by_name:
        queries.append(by_name)
    elif by_word or by_notion:
        if by_notion:
            queries.append(" AND ".join(by_notion))
        if by_word:
            queries += [" AND ".join(by_word[:6]), " OR ".join(by_word[:6])]
    for state in (n for n in asked.named if not n.person and n.country and by_notion):
        # A state's own texts say "the government", "we".
        rest = [f"({t})" for n in asked.named if n is not state and (t := _any_of(forms_of(n)))]
        queries.append(" AND ".join((*rest, f"({_OWN_TERMS})", f"({' OR '.join(by_notion)})")))
    found: dict[str, None] = {}
    for number, query in enumerate(queries):
        if len(found) >= _DOCUMENTS and number < 2:
            continue
        found |= dict.fromkeys(store.best_documents(query, _DOCUMENTS))
    return list({**dict.fromkeys(_by_record(store, asked)), **found})[: 2 * _DOCUMENTS]


def _by_record(store: Store, asked: Question) -> list[str]:
    """Documents that tell of what a person named took part in, whatever they call them there."""
    found: dict[str, None] = {}
    for person in asked.people:
        for key in person.keys[:2]:
            wanted = EventFilter(
                actor=key, between=asked.countries, since=asked.since, until=asked.until,
                limit=_RECORDED,
            )  # fmt: skip
            for event in store.events(wanted, related=False):
                found |= dict.fromkeys(d.id for _, d in store.tellings(event.id, copies=False))
    return list(found)[:_RECORDED]


def _any_of(words: tuple[str, ...]) -> str:
    """Any of the stems, with whatever ending where a script has endings."""
    terms = (re.sub(r'"([a-zа-яё]+)"$', r'"\1"*', query_tokens(word)) for word in words)
    return " OR ".join(f"({t})" for t in terms if t)


def _terms(form: str) -> str:
    """A name as a full text query; of a Russian one the endings are left open (Россией)."""
    terms = query_tokens(form)
    if re.search("[а-яё]", form.lower()):
        return re.sub(r'"([а-яё]{5,})"', lambda m: f'"{m[1][:-2]}"*', terms)
    return terms


_OWN_TERMS = _any_of(("정부", "우리", "政府", "我が国", "we", "our"))
# The publisher's own side: 우리측, our, 我が国.
_GOVERNMENT = re.compile("(?:^|\\s)정부[가는는의]|우리|(?:^|[。、\\s])(?:日本)?政府[はが]|我が国")
_OWN = re.compile(r"우리|^정부는|我が国|我が方|我方|我国|\b(?:we|our|I|my)\b", re.IGNORECASE)


def _within(document: Document, asked: Question) -> bool:
    """Published on the days asked for or soon after: it tells of what has just been."""
    if asked.since is None:
        return True
    day = (document.published or "")[:10]
    if not day:
        return False
    until = dt.date.fromisoformat((asked.until or asked.since)[:10]) + dt.timedelta(days=_LATER)
    return asked.since <= day <= until.isoformat()


def names(document: Document, named: Named, text: str | None = None) -> bool:
    """Whether a document (or one sentence of it) names somebody, in its own language's way."""
    folded = fold(text if text is not None else f"{document.title or ''}\n{document.text}")
    for form in forms_of(named) if named.person or not named.office else ():
        # 인도 stands in 인도네시아, 印度 in 印度尼西亚: of short names the gazetteer decides.
        if (named.person or len(form) > 2) and stands(fold(form), folded):
            return True
    own = document.publisher_country == named.country and not named.person
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
                if not keys and mention.country == named.country and _alike(named, mention):
                    return True
            elif named.country and (
                named.country in (mention.country, *mention.members)
                and _holds_office(named, mention)
            ):
                return True
    return False


def _holds_office(named: Named, mention: Mention) -> bool:
    """Of an office asked after ("the prime minister of X"), X alone or its minister is no telling."""
    return named.office is None or mention.office == named.office


def _alike(named: Named, mention: Mention) -> bool:
    """A name that no table knows, in another script: of one state and sounding alike."""
    return bool(
        named.country and mention.kind == "person" and mention.name
        and sounds_like(named.name or "", mention.name)
    )  # fmt: skip


def _speaks_of(asked: Question, one: Told, before: Told | None) -> bool:
    """The sentence, after the one before, names those asked after; of a meeting, all of them."""
    text = f"{before.text} {one.text}" if before else one.text
    there = [names(one.document, n, text) for n in asked.named]
    titled = f"{one.document.title or ''} {text}"
    if not all(names(one.document, n, titled) for n in asked.people):
        return False  # another's words in a document that names them elsewhere
    if asked.meeting and asked.wanted == "what" and units_of(asked)[2]:
        return all(names(one.document, n, titled) for n in asked.named)
    if asked.meeting and asked.wanted != "passage" and not units_of(asked)[0]:
        # A sentence that was parted ("met with U.S. / National Security Advisor ...") is read whole.
        parted = before is not None and (
            not ENCOUNTER & notions_in(one.text) or bool(_GROUP.match(one.text))
        )
        if not parted:
            # A minister who is called by name in a text whose title tells the office.
            told = (titled if n.office and not n.person else one.text for n in asked.named)
            return all(
                names(one.document, n, t) for n, t in zip(asked.named, told, strict=True)
            ) and bool(ENCOUNTER & notions_in(one.text))
        itself = bool(_GROUP.match(one.text)) or any(
            names(one.document, n, one.text) for n in asked.people or asked.named
        )
        return all(there) and itself and bool(ENCOUNTER & notions_in(text))
    if asked.amount or asked.wanted in ("who", "why"):
        head = f"{one.document.title or ''} {text}"
        there = [t or names(one.document, n, head) for t, n in zip(there, asked.named, strict=True)]
        return all(there)
    return any(there) or not there


def _placed(asked: Question, one: Told, before: Told | None) -> bool:
    """The places asked after stand in the sentence, or where the document begins."""
    if not asked.places:
        return True
    document = one.document
    day = (document.published or "")[:10] or None
    own = [m.city for m in mentions_in(one.text, document.language, day) if m.kind == "place"]
    texts = [one.text]
    if not any(own):
        texts.append(before.text if before else "")
        lead = next((p for p in document.passages if p.role == "paragraph"), None)
        texts += [document.text[lead.start : lead.start + _LEAD]] if lead else []
    cities = {m.city for text in texts for m in mentions_in(text, document.language, day)}
    told = fold(" ".join(texts))
    return all(
        place in cities or any(stands(fold(form), told) for form in place_forms(place))
        for place in asked.places
    )


def _holds_numbers(asked: Question, text: str) -> bool:
    """A number in the question must stand in the sentence: 2018 is not 2019."""
    return all(word in text for word in asked.words if word[0].isdigit())
