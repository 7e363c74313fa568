"""What is open, how a stand moved, why somebody is in the news: answers that no one report gives.

In: a Store, a parsed Question, perhaps an encoder. Out: sentences with their quotes; None where
the question is of such a kind and the record does not say; [] where it is of another kind. Pledges
come from pledges.py, wordings and their steps from positions.py, bursts from attention.py.
"""

from __future__ import annotations

import datetime as dt
import re

from dragoman.answers.attention import why
from dragoman.answers.issues import issues_in, load_issues
from dragoman.answers.notions import units_of
from dragoman.answers.phrasing import name_country, phrases
from dragoman.answers.pledges import Pledge, find_pledges
from dragoman.answers.positions import Stand, find_positions
from dragoman.answers.question import Question
from dragoman.answers.sentences import Vectors, cover, fold
from dragoman.record.store import Store
from dragoman.records import AnswerSentence

__all__ = ["answer_change", "answer_news", "answer_open", "tell_pledge"]

_UNKEPT = ("made", "reaffirmed", "due", "lapsed")  # neither kept nor broken, due day over or not
_MOST = 5  # lines; chosen: what a reader takes in at a glance


def answer_open(
    store: Store, asked: Question, encoder: Vectors | None, today: dt.date | None
) -> list[AnswerSentence] | None:
    """Pledges of those named that no report says were kept or broken, those still due first."""
    if asked.wanted != "open":
        return []
    sides = asked.countries
    if not sides or len(sides) < len({n.country for n in asked.named if n.country}):
        return []
    found = find_pledges(
        store, between=sides, since=asked.since, until=asked.until, today=today, encoder=encoder
    )
    left = [p for p in found if p.state in _UNKEPT and set(sides) <= {*p.makers, *p.to}]
    left = [p for p in left if _about(p, asked)]
    left.sort(key=lambda p: p.state == "lapsed")
    lines: dict[str, AnswerSentence] = {}
    for pledge in left:
        line = tell_pledge(pledge, asked.language)
        if line is not None:
            lines.setdefault(fold(line.evidence[0].quote), line)
    return list(lines.values())[:_MOST] or None


def _about(pledge: Pledge, asked: Question) -> bool:
    """Whether a pledge is on the matter that the question names, if it names one."""
    issues = {i for i in issues_in(asked.text, asked.language) if not load_issues()[i].wide}
    if issues:
        return bool(issues & set(pledge.issues))
    words = units_of(asked)[2]
    own = any(s.evidence and cover(words, s.evidence.quote) >= 0.5 for s in pledge.steps)
    return not words or own


def tell_pledge(pledge: Pledge, language: str) -> AnswerSentence | None:
    """A pledge in the words that last bore it out, with who made it before them."""
    step = next((s for s in reversed(pledge.steps) if s.evidence and s.state != "due"), None)
    if step is None or step.evidence is None:
        return None
    text = " ".join(step.evidence.quote.split())
    names = [name_country(code, language) for code in pledge.makers]
    if names and not all(name in text for name in names):
        text = f"{str(phrases(language)['and']).join(names)}: {text}"
    return AnswerSentence(text=text, evidence=(step.evidence,))


def answer_change(
    store: Store, asked: Question, encoder: Vectors | None, today: dt.date | None
) -> list[AnswerSentence] | None:
    """A side's first words on an issue, those that were stronger or weaker, and its last ones."""
    if not asked.changed:
        return []
    side = _side(asked)
    issues = list(issues_in(asked.text, asked.language))
    narrow = [i for i in issues if not load_issues()[i].wide] or issues
    if side is None or not narrow:
        return []
    for issue in narrow:
        stands = find_positions(store, side, issue, since=asked.since, until=asked.until)
        days = {s.day for s in stands}
        if len(days) > 1:  # one day's words moved from nothing
            return [_tell_stand(s, side, asked.language) for s in _steps(stands)]
    return None


_STANCE = re.compile(
    r"^(?:의|’s|'s|の)?\s?(?:(?:정부|government)(?:의|'s|の)?\s?)?"
    r"(?:입장|태도|표현|stance|position|view|line|wording|tone|立場|姿勢|表現)",
    re.IGNORECASE,
)


def _side(asked: Question) -> str | None:
    """Whose stand is asked after: who owns the word, else who acts, else the only one named."""
    states = [n for n in asked.named if n.country and not n.person]
    for named in states:
        at = asked.text.find(named.text)
        if at >= 0 and _STANCE.match(asked.text[at + len(named.text) :]):
            return named.country
    acting = [n for n in states if n.subject] or (states if len(asked.countries) == 1 else [])
    return acting[0].country if acting else None


def _steps(stands: list[Stand]) -> list[Stand]:
    """First, every step on a scale, last; the middle is left out where there are too many."""
    first = next((s for s in stands if s.scale), stands[0])
    moved = [s for s in stands if s.change in ("stronger", "weaker")]
    chosen = {id(s): s for s in (first, *moved, stands[-1])}
    ordered = list(chosen.values())
    return ordered if len(ordered) <= _MOST else [*ordered[:2], *ordered[-(_MOST - 2) :]]


def _tell_stand(stand: Stand, side: str, language: str) -> AnswerSentence:
    quote = " ".join(stand.evidence.quote.split())
    name = name_country(side, language)
    lead = name if stand.day is None else f"{stand.day}, {name}"
    return AnswerSentence(text=f"{lead}: {quote}", evidence=(stand.evidence,))


def answer_news(
    store: Store, asked: Question, encoder: Vectors | None, today: dt.date | None
) -> list[AnswerSentence] | None:
    """The events that carry somebody or something in the news, the strongest first."""
    if not asked.news:
        return []
    moments = why(store, asked.text, until=asked.until)
    if moments is None:
        return None
    told: dict[str, AnswerSentence] = {}
    for moment in moments:
        quote = " ".join(moment.evidence.quote.split())
        text = quote if moment.day is None else f"{moment.day}: {quote}"
        told.setdefault(fold(quote), AnswerSentence(text=text, evidence=(moment.evidence,)))
    return list(told.values())[:_MOST]
