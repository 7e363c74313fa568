"""Do two reports tell of one event? A judgement with a score and a reason in words.

In: two Sketches and, where there is an encoder, how alike their wordings are (cosine). Out: a
Judgement that depends on these two alone, so that it is the same in whatever order they came.
Who is compared with whom is left to merge.py, what follows for more than two to grouping.py.

The weights are chosen by hand and tuned on the tuning half of eval/events, not on its check half.
A wrong merge is worse than a missing one: a clash (other people, another day, another place, call
against meeting) weighs more than any agreement.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dragoman.record.sketches import Person, Sketch, offset_of
from dragoman.records import quad_of

__all__ = [
    "MADE_BY",
    "SAME",
    "UNKNOWN",
    "UNSURE",
    "Judgement",
    "judge",
    "same_person",
    "zone_shift",
]

MADE_BY = "dragoman-merge@1"
SAME, UNSURE = 0.62, 0.42
# Hours between two clocks from which on one evening's meeting commonly falls on two days.
_FAR = 4
_REMOTE = ("call", "video")
# States so wide that the capital's clock says little about a venue in them.
_WIDE = frozenset(["USA", "RUS", "CAN", "AUS", "BRA"])


@dataclass(frozen=True, slots=True)
class Judgement:
    """same, different, unsure or related; the score of sameness; why. ``hard``: never to be joined."""

    judgement: Literal["same", "different", "unsure", "related"]
    score: float
    reason: str
    hard: bool = False


UNKNOWN = Judgement("different", 0.0, "one of them is not known", hard=True)


class _Scale:
    """Adds weights with their reasons."""

    def __init__(self, start: float) -> None:
        self.score = start
        self.for_, self.against = list[str](), list[str]()

    def add(self, weight: float, reason: str) -> None:
        self.score += weight
        if reason:
            (self.for_ if weight > 0 else self.against).append(reason)

    def judgement(self) -> Judgement:
        score = min(1.0, max(0.0, self.score))
        verdict = "same" if score >= SAME else "unsure" if score >= UNSURE else "different"
        reason = ", ".join(self.for_) or "nothing in common but the parties"
        if self.against:
            reason += "; but " + ", ".join(self.against)
        return Judgement(verdict, round(score, 3), reason)  # type: ignore[arg-type]


def _no(reason: str, hard: bool = False) -> Judgement:
    return Judgement("different", 0.0, reason, hard)


def judge(a: Sketch, b: Sketch, likeness: float | None = None) -> Judgement:
    """The judgement on two reports; symmetric. ``likeness``: cosine of their wordings, or None."""
    if b.report < a.report:
        a, b = b, a
    if a.kind != b.kind:
        return _no(f"{a.kind} and {b.kind}")
    if a.kind == "meeting":
        return _judge_meetings(a, b, likeness)
    return _judge_acts(a, b, likeness)


# ---------------------------------------------------------------- meetings


def _judge_meetings(a: Sketch, b: Sketch, likeness: float | None) -> Judgement:
    if (a.form == "visit") != (b.form == "visit"):
        return _trip_and_talks(a, b)
    if a.document == b.document:
        return _no("one document tells of both, as two meetings", hard=True)
    if (a.form in _REMOTE) != (b.form in _REMOTE):
        return _no(f"a {a.form} and a {b.form}")
    if a.circle != b.circle and (_alone(a) or _alone(b)):
        return _no("one is a meeting in a wider circle")
    scale = _Scale(0.55)
    for step in (_parties, _days, _people, _level, _place, _occasion, _status):
        if clash := step(a, b, scale):
            return _no(clash)
    if a.form != b.form:
        scale.add(-0.03, f"told as {a.form} and as {b.form}")
    _wording(a, b, likeness, scale, most=0.1)
    return scale.judgement()


def _trip_and_talks(a: Sketch, b: Sketch) -> Judgement:
    trip, talks = (a, b) if a.form == "visit" else (b, a)
    if talks.form in _REMOTE:
        return _no("a visit and a call")
    if not set(trip.parties) & set(talks.parties) or trip.first is None or talks.first is None:
        return _no("a visit and a meeting of others")
    if "wide" in (trip.dated, talks.dated) or _gap(trip, talks) > 1:
        return _no("a visit and a meeting at another time")
    if len(set(trip.parties) & set(talks.parties)) < 2:
        return _no("a visit and a meeting with others")
    if talks.country and trip.country and talks.country != trip.country:
        return _no("a visit and a meeting elsewhere")
    if any(x == -1 for x in _people_by_party(a, b).values()):
        return _no("a visit and a meeting of other people")
    return Judgement("related", 0.0, "talks held on a trip", hard=True)


def _parties(a: Sketch, b: Sketch, scale: _Scale) -> str | None:
    one, other = set(a.parties), set(b.parties)
    if one == other:
        if not one:
            return "no parties known"
        scale.add(-0.25 if len(one) < 2 and "multilateral" not in (a.form, b.form) else 0.0, "")
        scale.for_.append(f"same parties ({', '.join(a.parties)})")
        return None
    shared = one & other
    told = f"parties {', '.join(a.parties)} against {', '.join(b.parties)}"
    most = len(shared) / min(len(one), len(other)) if one and other else 0.0
    if "multilateral" in (a.form, b.form) and len(shared) >= 3 and most >= 0.75:
        scale.add(-0.08, told)
        return None
    session = a.form == b.form == "multilateral" and any(p in a.bodies or p in b.bodies or
                                                         not offset_of(p) for p in shared)  # fmt: skip
    if session and shared:
        # One names the members that took part, the other only the body.
        scale.add(-0.08, told)
        return None
    return told


def _gap(a: Sketch, b: Sketch) -> int:
    """Days between two known spans; 0 where they overlap."""
    return max(0, (a.first or 0) - (b.last or 0), (b.first or 0) - (a.last or 0))


def zone_shift(earlier: Sketch, later: Sketch) -> bool:
    """Whether two neighbouring days can be one time on two clocks.

    Known venue: the later day is that of a publisher well east of it, or the earlier day that of
    one well west of it. Unknown: the parties' clocks are far apart, and the publishers' too. A day
    that the text calls the venue's own is nobody's at home.
    """
    if earlier.local and later.local and earlier.form not in _REMOTE:
        return False
    east, west = _clock(later), _clock(earlier)
    venue = earlier.country or later.country
    if venue and earlier.form not in _REMOTE:
        here = offset_of(venue)
        if here is None:
            return False
        slack = 3 if venue in _WIDE else 0
        return (not later.local and east is not None and east - here >= _FAR) or (
            not earlier.local and west is not None and here + slack - west >= _FAR
        )
    if later.local and later.form not in _REMOTE:
        return False
    clocks = [c for p in {*earlier.parties, *later.parties} if (c := offset_of(p)) is not None]
    apart = bool(clocks) and max(clocks) - min(clocks) >= _FAR
    return apart and (east is None or west is None or east >= west)


_LANGUAGE_CLOCKS = {"ko": 9.0, "ja": 9.0, "zh": 8.0, "ru": 3.0}


def _clock(one: Sketch) -> float | None:
    known = offset_of(one.publisher)
    return _LANGUAGE_CLOCKS.get(one.language) if known is None else known


def _days(a: Sketch, b: Sketch, scale: _Scale) -> str | None:
    if a.first is None or b.first is None:
        if not set(a.bodies) & set(b.bodies):
            scale.add(-0.45, "one has no day")
        else:
            scale.add(-0.3, "one has no day")
        return None
    gap = _gap(a, b)
    if "wide" in (a.dated, b.dated):
        if gap:
            return "at different times"
        if (a.first, a.last) == (b.first, b.last):
            scale.add(-0.1, "")
            scale.for_.append("same span of days")
        else:
            scale.add(-0.25, "one has no exact day")
        return None
    if "published" in (a.dated, b.dated):
        if gap > (1 if a.dated == b.dated else 0):
            return "at different times"
        scale.add(-0.15, "one does not give the day")
        return None
    if gap == 0:
        scale.for_.append("same day" if (a.first, a.last) == (b.first, b.last) else "days overlap")
        return None
    if gap == 1:
        earlier, later = (a, b) if a.first < b.first else (b, a)
        if zone_shift(earlier, later):
            scale.add(-0.03, "")
            scale.for_.append("one day apart, as its clocks are")
            return None
        scale.add(-0.32, "a day apart with clocks that agree")
        return None
    return "on different days"


def same_person(a: Person, b: Person) -> int:
    """1 the same, -1 somebody else, 2 perhaps (same office, names in two scripts), 0 unknown."""
    if a.actor and b.actor and a.actor.startswith("Q") and b.actor.startswith("Q"):
        return 1 if a.actor == b.actor else -1
    if a.name and b.name and a.script == b.script:
        if set(a.name) & set(b.name) or "".join(a.name) == "".join(b.name):
            return 1
        joined, other = "".join(a.name), "".join(b.name)
        return 1 if joined in other or other in joined else -1
    if a.name == b.name and a.script[:3] == b.script[:3] == "han":
        return 1
    if (a.actor and a.actor in b.candidates) or (b.actor and b.actor in a.candidates):
        return 2
    if a.office and b.office:
        return 2 if a.office == b.office else -1
    return 0


def _people_by_party(a: Sketch, b: Sketch) -> dict[str, int]:
    """For each party of which both name people: 1 the same, 2 perhaps, -1 others, 0 unknown."""
    out: dict[str, int] = {}
    ones, others = a.persons, b.persons
    for country in ones.keys() & others.keys():
        found = {same_person(p, q) for p in ones[country] for q in others[country]}
        out[country] = 1 if 1 in found else 2 if 2 in found else 0 if 0 in found else -1
    return out


def _people(a: Sketch, b: Sketch, scale: _Scale) -> str | None:
    by_party = _people_by_party(a, b)
    if not by_party:
        return None
    clash = sorted(c for c, found in by_party.items() if found == -1)
    agree = sorted(c for c, found in by_party.items() if found == 1)
    if clash and (len(clash) > 1 or len(a.parties) < 3):
        return f"other people for {', '.join(clash)}"
    for country in clash:
        scale.add(-0.3, f"other people for {country}")
    if agree:
        scale.add(0.15 * min(2, len(agree)), f"same people for {', '.join(agree)}")
    perhaps = sorted(c for c, found in by_party.items() if found == 2)
    if perhaps:
        scale.add(0.1 * min(2, len(perhaps)), f"same office for {', '.join(perhaps)}")
    # Foreign and defence ministers together are not the foreign ministers alone.
    wider = [
        c for c in by_party if min(len(a.persons[c]), len(b.persons[c])) == 1
        and _offices(a.persons[c]) and _offices(b.persons[c])
        and _offices(a.persons[c]) != _offices(b.persons[c])
        and max(len(_offices(a.persons[c])), len(_offices(b.persons[c]))) == 2
    ]  # fmt: skip
    return "one is a meeting in a wider circle" if len(wider) > 1 else None


def _alone(one: Sketch) -> bool:
    """Whether it names one minister for each of two parties, and no other."""
    named = [_offices(people) for _, people in one.people]
    return len([offices for offices in named if len(offices) == 1]) > 1


def _offices(people: tuple[Person, ...]) -> set[str]:
    return {p.office for p in people if p.office}


def _level(a: Sketch, b: Sketch, scale: _Scale) -> str | None:
    if a.level == b.level:
        if a.level != "other":
            scale.add(0.1, f"both {a.level}")
        return None
    if "other" in (a.level, b.level):
        return None
    known = [found for found in _people_by_party(a, b).values() if found == 1]
    if len(known) >= 2:
        scale.add(-0.05, f"told as {a.level} and as {b.level}")
    elif known:
        scale.add(-0.15, f"told as {a.level} and as {b.level}")
    else:
        return f"one {a.level}, one {b.level}"
    return None


def _place(a: Sketch, b: Sketch, scale: _Scale) -> str | None:
    if a.form in _REMOTE:
        return None
    if a.geonames and b.geonames:
        if a.geonames == b.geonames:
            scale.add(0.12, f"both in {a.city or a.country}")
            return None
    elif a.city and a.city == b.city:
        scale.add(0.12, f"both in {a.city}")
        return None
    if a.country and b.country:
        if a.country != b.country:
            return f"one in {a.city or a.country}, one in {b.city or b.country}"
        if a.city and b.city and a.form != "visit":
            scale.add(-0.3, f"one in {a.city}, one in {b.city}")
        else:
            scale.add(0.06, f"both in {a.country}")
    return None


def _occasion(a: Sketch, b: Sketch, scale: _Scale) -> str | None:
    if not a.bodies or not b.bodies:
        return None
    shared = sorted(set(a.bodies) & set(b.bodies))
    if shared:
        scale.add(0.12, f"both at {', '.join(shared)}")
    else:
        scale.add(-0.2, f"one at {', '.join(a.bodies)}, one at {', '.join(b.bodies)}")
    return None


_AHEAD = ("planned", "proposed")


def _status(a: Sketch, b: Sketch, scale: _Scale) -> str | None:
    states = {a.status, b.status}
    if len(states) == 1:
        return None
    if states == {"held", "cancelled"}:
        scale.add(-0.25, "one says it was cancelled")
        return None
    ahead, done = (a, b) if a.status in _AHEAD else (b, a)
    if ahead.status in _AHEAD and done.status in ("held", "background"):
        if ahead.published and done.last and ahead.published > done.last + 1:
            return "announced after the other was held"
        scale.for_.append("announced, then held")
    return None


# ---------------------------------------------------------------- statements, pledges, actions

_START = {"statement": 0.45, "action": 0.4, "agreement": 0.5, "pledge": 0.35}


def _judge_acts(a: Sketch, b: Sketch, likeness: float | None) -> Judgement:
    if a.document == b.document:
        return _no(f"one document tells of both, as two {a.kind}s", hard=True)
    if (a.status == "negated") != (b.status == "negated"):
        return _no("one denies what the other tells")
    scale = _Scale(_START[a.kind])
    for step in (_makers, _towards, _code, _act_days, _speakers):
        if clash := step(a, b, scale):
            return _no(clash)
    if {a.status, b.status} == {"done", "hypothetical"}:
        scale.add(-0.25, "one is hypothetical")
    if a.due and b.due:
        if a.due == b.due:
            scale.add(0.1, f"both due {a.due}")
        else:
            scale.add(-0.3, f"due {a.due} against {b.due}")
    _wording(a, b, likeness, scale, most=0.25)
    return scale.judgement()


def _makers(a: Sketch, b: Sketch, scale: _Scale) -> str | None:
    one = set(a.parties if a.kind == "agreement" else a.sources)
    other = set(b.parties if b.kind == "agreement" else b.sources)
    if not one & other:
        return "other actors"
    if one == other:
        scale.for_.append(f"same actors ({', '.join(sorted(one))})")
        return None
    if a.kind == "agreement" and len(one & other) >= 3:
        scale.add(-0.1, "not all parties shared")
        return None
    told = f"by {', '.join(sorted(one))} against {', '.join(sorted(other))}"
    if one - other and other - one:
        # Two and two that share one spoke at two meetings; a paper that names one of two may not.
        return told
    scale.add(-0.25, told)
    return None


def _towards(a: Sketch, b: Sketch, scale: _Scale) -> str | None:
    if a.kind == "agreement":
        return None
    one, other = set(a.targets), set(b.targets)
    if one == other:
        scale.add(0.1 if one else 0.05, f"towards {', '.join(sorted(one))}" if one else "")
        return None
    if not one or not other:
        scale.add(-0.05, "one names nobody it is directed at")
        return None
    if not one & other:
        return f"towards {', '.join(sorted(one))} against {', '.join(sorted(other))}"
    scale.add(-0.02, "not all targets shared")
    return None


def _code(a: Sketch, b: Sketch, scale: _Scale) -> str | None:
    one, other = set(a.types), set(b.types)
    if shared := sorted(one & other):
        scale.add(0.1, f"both {', '.join(shared)}")
        return None
    quads = {quad_of(t) for t in one}, {quad_of(t) for t in other}
    if None in quads[0] | quads[1] or quads[0] & quads[1]:
        scale.add(-0.1, f"{', '.join(sorted(one))} against {', '.join(sorted(other))}")
        return None
    return f"{', '.join(sorted(one))} against {', '.join(sorted(other))}"


def _act_days(a: Sketch, b: Sketch, scale: _Scale) -> str | None:
    if a.first is None or b.first is None:
        scale.add(-0.3, "one has no day")
        return None
    news = None
    if a.published is not None and b.published is not None:
        news = abs(a.published - b.published)
    gap = _gap(a, b)
    if a.dated == b.dated == "day" and gap == 0:
        scale.add(0.05, "same day")
    elif "wide" in (a.dated, b.dated):
        scale.add(-0.2, "one has no exact day")
    elif gap == 0 and "published" in (a.dated, b.dated):
        scale.for_.append("in the news at the same time")
    elif news is not None and news <= 1:
        scale.add(-0.08, "told with other days")
    elif gap <= 1:
        scale.add(-0.15, "a day apart")
    else:
        return "on different days"
    return None


def _speakers(a: Sketch, b: Sketch, scale: _Scale) -> str | None:
    found = {c: x for c, x in _people_by_party(a, b).items() if c in a.sources and c in b.sources}
    if any(x == -1 for x in found.values()):
        return "other speakers"
    agree = sorted(c for c, x in found.items() if x == 1)
    if agree:
        scale.add(0.1, f"same people for {', '.join(agree)}")
    elif any(x == 2 for x in found.values()):
        scale.add(0.05, "same office")
    return None


def _wording(a: Sketch, b: Sketch, likeness: float | None, scale: _Scale, most: float) -> None:
    if a.language == b.language and a.words and b.words:
        shared = len(a.words & b.words) / min(len(a.words), len(b.words))
        if shared >= 0.25:
            scale.add(most * min(1.0, shared / 0.6), "alike in wording")
            return
        if a.kind != "meeting" and shared < 0.12 and min(len(a.words), len(b.words)) >= 8:
            scale.add(-most * 0.6, "unlike in wording")
    if likeness is not None:
        # Calibrated on multilingual-e5-small: unrelated sentences lie near 0.80, tellings of
        # one thing in two languages near 0.90.
        share = (likeness - 0.80) / 0.10
        if share > 0.3:
            scale.add(most * min(1.0, share), "alike in meaning")
        elif share < 0 and a.kind != "meeting":
            scale.add(-most * 0.6, "unlike in meaning")
    numbers = set(a.numbers) & set(b.numbers)
    if numbers and a.kind != "meeting":
        scale.add(0.05, f"both name {', '.join(sorted(numbers)[:3])}")
