"""Which pairs, issues and people are in the news more than their own past suggests, and why.

In: a Store, a last day, a length of window. Out: Bursts with a measure of surprise and the events
that carry them; for a question, these events or None ("the record does not say").

**The measure.** Tellings (copies of one wire story count once) are counted per window. The counts
of the windows before, each older one discounted by a factor, make a gamma distribution of the
rate; the next count then follows a negative binomial. Surprise is -log10 of the probability of a
count as high as the present one or higher: 2 means one window in a hundred. This is the
discounted Poisson-gamma model of West, Harrison and Migon (1985), "Dynamic Generalized Linear
Models and Bayesian Forecasting", JASA 80(389): 73-83. Kleinberg's (2002) automaton, the usual
burst measure, was left aside: it labels a whole stretch after the fact and needs its rates chosen
beforehand, where a reader asks about the present week and wants a probability.

A pair that the record knows only for a few windows has a wide distribution, so that its first
five reports are no sensation.
"""

from __future__ import annotations

import datetime as dt
import json
import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from dragoman.answers.issues import issues_in, name_issue
from dragoman.answers.phrasing import name_country, name_person
from dragoman.answers.question import parse_question
from dragoman.answers.timeline import Moment, moment_of
from dragoman.record.store import Store

__all__ = ["Burst", "find_attention", "surprise", "why"]

Sort = Literal["pair", "issue", "person"]
DAYS, WINDOWS = 7, 26  # a week against half a year before it; chosen
_DISCOUNT = 0.9  # weight of a window against the next; half is forgotten in seven. Chosen.
_PRIOR_SHAPE, _PRIOR_RATE = 0.5, 0.5  # one telling a window, known as badly as half a window
SURPRISING = 2.0  # one window in a hundred


@dataclass(frozen=True, slots=True)
class Burst:
    """A pair ("JPN+KOR"), issue or person, its count now, what was expected, and who carries it.

    A person's key is an id where the tables know the person, else the name; ``called`` is a name
    by which the record knows them. ``events``: ids of the events of the window with most tellings,
    the strongest first.
    """

    sort: Sort
    key: str
    count: int
    expected: float
    surprise: float
    events: tuple[str, ...]
    called: str | None = None

    def name(self, language: str = "en") -> str:
        """The key in words."""
        if self.sort == "pair":
            return " – ".join(name_country(code, language) for code in self.key.split("+"))
        if self.sort == "issue":
            return name_issue(self.key, language)
        return name_person(self.key, language) or self.called or self.key

    def as_json(self, language: str = "en") -> dict[str, Any]:
        """Plain values."""
        return {
            "sort": self.sort, "key": self.key, "name": self.name(language), "count": self.count,
            "expected": round(self.expected, 2), "surprise": round(self.surprise, 2),
            "events": list(self.events),
        }  # fmt: skip


def surprise(past: Sequence[int], count: int) -> tuple[float, float]:
    """(expected count, -log10 P(this many or more)) given the windows before, oldest first."""
    shape, rate = _PRIOR_SHAPE, _PRIOR_RATE
    for number in past:
        shape = _DISCOUNT * shape + number
        rate = _DISCOUNT * rate + 1.0
    shape = max(shape, 1e-3)
    expected = shape / rate
    if count <= expected:
        return expected, 0.0
    # Negative binomial: P(k) = C(k+a-1, k) (b/(b+1))^a (1/(b+1))^k.
    tail, k = 0.0, count
    log_first = shape * math.log(rate / (rate + 1.0)) - math.lgamma(shape)
    while k < count + 5000:
        term = math.exp(
            log_first + math.lgamma(k + shape) - math.lgamma(k + 1) - k * math.log(rate + 1.0)
        )
        tail += term
        if term < tail * 1e-9 and k > expected:
            break
        k += 1
    return expected, min(-math.log10(max(tail, 1e-300)), 300.0)


def find_attention(
    store: Store, *, until: str | None = None, days: int = DAYS, windows: int = WINDOWS,
    sorts: Sequence[Sort] = ("pair", "issue", "person"), least: float = SURPRISING,
    limit: int | None = 20,
) -> list[Burst]:  # fmt: skip
    """What is in the news more than its past suggests, the most surprising first.

    ``until``: last day of the present window (default: the last day that the record tells of,
    not after today); ``least``: surprise from which on a burst is listed.
    """
    last = _last_day(store, until)
    if last is None:
        return []
    names: dict[str, str] = {}
    counts = _counts(store, last, days, windows, sorts, names)
    bursts = []
    for (sort, key), per_window in counts.items():
        now = per_window.get(0)
        if not now:
            continue
        count = sum(now.values())
        seen = max(per_window)
        # A key is followed from the first window in which the record knows it.
        past = [sum(per_window.get(w, {}).values()) for w in range(min(seen, windows), 0, -1)]
        expected, value = surprise(past, count)
        if value >= least:
            carriers = sorted(now, key=lambda e: (-now[e], e))[:5]
            bursts.append(Burst(sort, key, count, expected, value, tuple(carriers), names.get(key)))
    bursts.sort(key=lambda b: (-b.surprise, b.sort, b.key))
    return bursts[:limit]


def _last_day(store: Store, until: str | None) -> dt.date | None:
    if until:
        return dt.date.fromisoformat(until[:10])
    today = dt.datetime.now(dt.UTC).date().isoformat()
    (found,) = store.reading.execute(
        "SELECT max(first) FROM events WHERE first <= ? AND status NOT IN ('planned', 'proposed')",
        (today + "~",),
    ).fetchone()
    return dt.date.fromisoformat(found[:10]) if found else None


# sort and key -> window (0 is the present one) -> event -> tellings
_Counts = dict[tuple[Sort, str], dict[int, dict[str, int]]]


def _counts(
    store: Store, last: dt.date, days: int, windows: int, sorts: Sequence[Sort],
    names: dict[str, str],
) -> _Counts:  # fmt: skip
    first = last - dt.timedelta(days=days * (windows + 1) - 1)
    between = (first.isoformat(), last.isoformat() + "~")
    tellings: dict[str, tuple[int, int]] = {}
    counts: _Counts = defaultdict(lambda: defaultdict(dict))
    parties: dict[str, list[str]] = {}
    rows = store.reading.execute(
        "SELECT v.id, substr(v.first, 1, 10), v.topics, v.json, "
        "(SELECT count(*) FROM event_reports e WHERE e.event = v.id AND e.copy_of IS NULL) "
        "FROM events v WHERE v.first BETWEEN ? AND ?",
        between,
    )
    for id_, day, topics, text, number in rows:
        window = (last - dt.date.fromisoformat(day)).days // days
        told = json.loads(text)
        parties[id_] = told["parties"]
        tellings[id_] = (window, number)
        if "issue" in sorts:
            for issue in _issues_of([*json.loads(topics), told["content"] or ""]):
                counts["issue", issue][window][id_] = number
        for person in told["participants"] if "person" in sorts else ():
            # One person under one key, however the languages spell the name.
            if key := (person["actor"] if person["name"] else None) or person["name"]:
                names.setdefault(key, person["name"])
                counts["person", key][window][id_] = number
    if "pair" in sorts:
        for event, members in parties.items():
            if len(members) > 8:
                continue  # a session of a body says nothing of each pair in it
            for i, one in enumerate(sorted(members)):
                for other in sorted(members)[i + 1 :]:
                    window, number = tellings[event]
                    counts["pair", f"{one}+{other}"][window][event] = number
    return counts


def _issues_of(texts: Sequence[str]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for text in texts:
        if text:
            for language in _languages(text):
                found.update(dict.fromkeys(issues_in(text, language)))
    return tuple(found)


def _languages(text: str) -> tuple[str, ...]:
    """By script: a topic carries no language of its own."""
    for char in text:
        if "가" <= char <= "힣":
            return ("ko",)
        if "\u3040" <= char <= "\u30ff":
            return ("ja",)
        if "а" <= char.lower() <= "я":
            return ("ru",)
    if any("\u4e00" <= char <= "\u9fff" for char in text):
        return ("zh", "ja")
    return ("en",)


def why(store: Store, question: str, *, until: str | None = None) -> list[Moment] | None:
    """Why somebody or something is in the news: the events that carry it, strongest first.

    None where the record does not say: nothing is named that it follows, or what is named is in
    the news no more than its past suggests.
    """
    asked = parse_question(question)
    keys: list[tuple[Sort, str]] = [
        ("person", key) for n in asked.people for key in (*n.keys, n.name or n.text)
    ]
    countries = sorted(asked.countries)
    keys += [
        ("pair", f"{one}+{other}")
        for i, one in enumerate(countries) for other in countries[i + 1 :]
    ]  # fmt: skip
    keys += [("issue", issue) for issue in issues_in(question, asked.language)]
    if not keys:
        return None
    bursts = find_attention(store, until=until or asked.until, limit=None)
    carriers = [e for b in bursts if (b.sort, b.key) in keys for e in b.events]
    found = (moment_of(store, store.event(id_)) for id_ in dict.fromkeys(carriers))
    moments = [moment for moment in found if moment is not None]
    return moments or None
