"""An event -> what each side's readout says of it: said, said differently, or left out.

In: a Store, an event (or a report of it), perhaps an encoder. Out: a Comparison: rows of topics,
positions and pledges, a cell for each side.

**Sides** are the states and bodies that take part, and others whose government published an
account. A side's readouts are its official accounts; a newspaper's silence tells nothing of its
government, so the press makes no side. Only where no official account of the event is in the
record at all are the press's accounts set side by side, by the publishers' countries; then what is
missing is "no readout", never "left out".

**Left out** is said only of a side whose readout is in the record and tells nothing of the matter
in any of its sentences: no word of the issue in its language, and no sentence near in meaning.
Where that cannot be known (no issue has words for the matter, and there is no encoder), the row is
not shown: a wrong "left out" is worse than a missing row.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt

from dragoman.answers.differences import find_differences
from dragoman.answers.issues import load_issues, name_issue
from dragoman.answers.likeness import gauge_of
from dragoman.answers.readouts import Kind, Point, points_of
from dragoman.answers.sentences import Vectors, cover
from dragoman.errors import QuestionError
from dragoman.record.events import EventFilter
from dragoman.record.store import Store
from dragoman.records import Cell, Comparison, Document, Event, Report, Row, Side

__all__ = ["compare_readouts", "find_event"]

# Likeness of clauses (likeness.py: 0 different matters, 1 the same sentence in another language).
# Measured on the labelled clusters for tuning: clauses on one matter lie at 0.2 to 1.3 (median 0.7),
# clauses on two matters at -1.3 to 0.9 (median 0.25, one in twenty above 0.5). So a likeness alone
# joins only what no issue tells apart, and only the nearest of all.
_SAME = 0.75
_SAME_FRAME = 0.3  # both name one wide issue
_ABSENT = 0.65  # nothing this near: left out may be said
_ABSENT_ISSUE = 0.95  # the same where the words of an issue were looked for and not found
_LONGEST = 240  # code points of a clause that are compared; chosen for time
_QUOTES = 3  # quotes of one cell, chosen: more hide the table


@dataclass
class _Group:
    """Points that speak of one matter. ``issue``: what it is, where an issue names it."""

    issue: str | None
    points: list[Point] = field(default_factory=list)

    @property
    def sides(self) -> set[str]:
        return {p.side for p in self.points}


def find_event(
    store: Store, id_: str | None = None, *, between: tuple[str, ...] = (), on: str | None = None
) -> Event:
    """The event with an id (its own, or a report's), or the only meeting of these parties on a day.

    Raises QuestionError where none or several fit, NotInRecord for an id that is not there.
    """
    if id_:
        if id_.startswith("report-"):
            return store.event(store.event_of(id_) or id_)
        return store.event(id_)
    if not between:
        raise QuestionError("name an event: its id, or --between KOR,JPN and --on DAY")
    wanted = EventFilter(kinds=("meeting",), between=between, since=on, until=on, limit=50)
    found = list(store.events(wanted))
    # Fewer parties first: a meeting of three is not the meeting of two of them.
    exact = [e for e in found if set(e.parties) == set(between)] or found
    held = [e for e in exact if e.status == "held"] or exact
    several = [e for e in held if len({r.publisher_country for r in e.reports if r.official}) > 1]
    if len(held) > 1 and len(several) == 1:
        held = several
    if len(held) == 1:
        return held[0]
    who = ", ".join(between) + (f" on {on}" if on else "")
    if not held:
        raise QuestionError(f"no meeting of {who} in the record; `dragoman events` lists them")
    listed = "; ".join(
        f"{e.id} ({(e.when.start or '')[:10] if e.when else '?'}, {e.form}, {e.level})"
        for e in held[:8]
    )
    raise QuestionError(f"{len(held)} meetings of {who}; name one: {listed}")


def compare_readouts(
    store: Store, event_id: str, *, encoder: Vectors | None = None, language: str = "en"
) -> Comparison:
    """The readouts of one event side by side, row labels in ``language``. Raises NotInRecord."""
    event = find_event(store, event_id)
    tellings = store.tellings(event.id, copies=False)
    official = [t for t in tellings if t[1].official]
    told = official or tellings
    sides = _sides(event, told)
    accounts = [(r, d) for r, d in told if d.publisher_country in sides]
    points = [p for r, d in accounts for p in _points(store, event, r, d)]
    near = _Nearness(points, encoder)
    groups = _group(points, near)
    readouts = {
        side: tuple(
            dict.fromkeys(d.url or d.id for _, d in accounts if d.publisher_country == side)
        )
        for side in sides
    }
    may_leave_out = {side for side in sides if official and readouts[side]}
    rows: list[Row] = []
    seen: set[tuple[object, ...]] = set()
    for group in groups:
        row = _row(group, sides, points, may_leave_out, near, language)
        if row is None:
            continue
        # Two one-sided groups on one issue find each other's words and make one row.
        key = (row.topic, *(c.evidence for c in row.cells))
        if key not in seen:
            seen.add(key)
            rows.append(row)
    return Comparison(
        event=event.id,
        sides=tuple(Side(side=side, readouts=readouts[side] if official else ()) for side in sides),
        rows=tuple(rows),
    )


def _sides(event: Event, told: Sequence[tuple[Report, Document]]) -> list[str]:
    spoke = dict.fromkeys(d.publisher_country for _, d in told if d.publisher_country)
    parties = [p for p in event.parties if len(p) == 3 or p in spoke]
    return list(dict.fromkeys([*parties, *sorted(s for s in spoke if s)]))


def _points(store: Store, event: Event, report: Report, document: Document) -> list[Point]:
    others = store.reports_of(document.id)
    first = report.evidence[0]
    # Another meeting in the same account has other parties; the same parties' next meeting or the
    # trip to this one is something that this account tells of.
    elsewhere = [
        other.evidence[0]
        for other in others
        if other.kind == "meeting" and other.status == "held" and other.form != "visit"
        and set(other.parties) != set(report.parties) and store.event_of(other.id) != event.id
        and not (other.evidence[0].start < first.end and first.start < other.evidence[0].end)
    ]  # fmt: skip
    return points_of(document.publisher_country or "", document, report, others, elsewhere)


class _Nearness:
    """How near two points are in meaning: by the encoder, else by words in one language."""

    def __init__(self, points: Sequence[Point], encoder: Vectors | None) -> None:
        # The opening sentence is the longest of a readout and tells of no matter but by its words.
        self._at = {id(p): i for i, p in enumerate(p for p in points if not p.announces)}
        self._vectors: npt.NDArray[np.float32] | None = None
        self._gauge = gauge_of(encoder) if encoder is not None else None
        texts = [p.text[:_LONGEST] for p in points if not p.announces]
        if encoder is not None and texts:
            self._vectors = encoder.vectors(texts)

    def between(self, one: Point, other: Point) -> float | None:
        """Likeness; None where it cannot be told."""
        if self._vectors is not None and self._gauge is not None:
            cosine = self._vectors[self._at[id(one)]] @ self._vectors[self._at[id(other)]]
            return self._gauge.likeness(float(cosine))
        if one.document.language == other.document.language:
            words = [w for w in one.text.split() if len(w) > 1]
            return 1.2 * cover(words, other.text) - 0.2
        return None


def _specific(issues: Iterable[str]) -> list[str]:
    """Issues that tell matters apart, those last that are parts of a wider frame."""
    table = load_issues()
    found = [i for i in issues if not table[i].wide]
    return sorted(found, key=lambda i: table[i].below is not None)


def _group(points: list[Point], near: _Nearness) -> list[_Group]:
    """Points that speak of one matter, in the order in which the first side tells them."""
    rest = [p for p in points if p.told and not p.announces]
    groups: list[_Group] = []
    # 1. Issues that tell matters apart, those first that several sides name.
    by_issue: dict[str, list[Point]] = {}
    for point in rest:
        for issue in _specific(point.issues):
            by_issue.setdefault(issue, []).append(point)
    taken: set[int] = set()
    ranked = sorted(
        by_issue,
        key=lambda i: (
            -len({p.side for p in by_issue[i]}),
            -sum(i in p.named for p in by_issue[i]),
        ),
    )
    for issue in ranked:
        own = [p for p in by_issue[issue] if id(p) not in taken]
        if len({p.side for p in own}) >= 2:
            groups.append(_Group(issue, own))
            taken |= {id(p) for p in own}
    # 2. Points that only a wide issue, or none, names: the nearest pairs across sides.
    _pair([p for p in rest if id(p) not in taken], groups, taken, near)
    # 3. What is left is one side's own.
    for point in rest:
        if id(point) in taken:
            continue
        issue_ = next(
            iter([*_specific(point.named), *_specific(point.issues), *point.issues]), None
        )
        same = next(
            (
                g for g in groups
                if issue_ and g.issue == issue_ and g.sides == {point.side}
                and (_specific([issue_]) or not point.named or not g.points[-1].named)
            ),
            None,
        )  # fmt: skip
        if same:
            same.points.append(point)
        else:
            groups.append(_Group(issue_, [point]))
        taken.add(id(point))
    order = {id(p): i for i, p in enumerate(points)}
    groups.sort(key=lambda g: min(order[id(p)] for p in g.points))
    return [part for group in groups for part in _by_kind(group)]


def _pair(rest: list[Point], groups: list[_Group], taken: set[int], near: _Nearness) -> None:
    pairs = []
    for i, one in enumerate(rest):
        for other in rest[i + 1 :]:
            if one.side == other.side:
                continue
            score = _likeness(one, other, near)
            if score is not None:
                pairs.append((score, i, one, other))
    by_point: dict[int, _Group] = {}
    for _, _, one, other in sorted(pairs, key=lambda p: (-p[0], p[1])):
        mine, theirs = by_point.get(id(one)), by_point.get(id(other))
        if mine is None and theirs is None:
            shared = [i for i in one.issues if i in other.issues] or [*one.issues, *other.issues]
            group = _Group(shared[0] if shared else None, [one, other])
            groups.append(group)
            by_point[id(one)] = by_point[id(other)] = group
        elif mine is not None and theirs is None and other.side not in mine.sides:
            mine.points.append(other)
            by_point[id(other)] = mine
        elif theirs is not None and mine is None and one.side not in theirs.sides:
            theirs.points.append(one)
            by_point[id(one)] = theirs
    taken |= set(by_point)


def _likeness(one: Point, other: Point, near: _Nearness) -> float | None:
    """How well two points of two sides fit together; None where they do not."""
    own, far = set(_specific(one.issues)), set(_specific(other.issues))
    if own and far:
        return None  # two different issues, else they were grouped above
    shared = set(one.issues) & set(other.issues)
    likeness = near.between(one, other)
    if shared:
        if likeness is None:
            return 0.5 if one.kind == other.kind else None
        bonus = 0.2 * (one.kind == other.kind)
        return likeness + bonus if likeness + bonus >= _SAME_FRAME else None
    if (one.named and other.named) or own or far or one.kind != other.kind or likeness is None:
        return None
    return likeness if likeness >= _SAME else None


def _by_kind(group: _Group) -> list[_Group]:
    """A pledge on an issue is a row of its own beside a position where several sides have both."""
    kinds: dict[Kind, set[str]] = {}
    for point in group.points:
        kinds.setdefault(point.kind, set()).add(point.side)
    if len(group.sides) < 2 or len(kinds.get("pledge", ())) < 2 or len(kinds) == 1:
        return [group]
    rest = [p for p in group.points if p.kind != "pledge"]
    if len({p.side for p in rest}) < 2:
        return [group]
    return [
        replace(group, points=rest),
        replace(group, points=[p for p in group.points if p.kind == "pledge"]),
    ]


def _kind(points: Sequence[Point]) -> Kind:
    order: tuple[Kind, ...] = ("position", "pledge", "topic")
    return max(order, key=lambda kind: (sum(p.kind == kind for p in points), -order.index(kind)))


def _row(
    group: _Group, sides: Sequence[str], points: Sequence[Point], may_leave_out: set[str],
    near: _Nearness, language: str,
) -> Row | None:  # fmt: skip
    told: dict[str, list[Point]] = {side: [] for side in sides}
    for point in group.points:
        told[point.side].append(point)
    only_named: set[str] = set()
    for side in sides:
        if told[side] or side not in may_leave_out:
            continue
        theirs = [p for p in points if p.side == side]
        found = _telling(group, theirs, near)
        if found is None:
            return None
        told[side] = found
        if found and all(p.announces or not p.told for p in found):
            only_named.add(side)
    kind = _kind(group.points)
    spoke = {side: own for side, own in told.items() if own}
    anywhere = {side: {i for p in points if p.side == side for i in p.named} for side in spoke}
    named_only = only_named if kind != "topic" else set()
    differ = find_differences(spoke, named_only, anywhere, language)
    cells = []
    for side in sides:
        # Clauses that name the matter before those that take it from their sentence.
        own = sorted(told[side], key=lambda p: group.issue not in p.named)
        evidence = tuple(p.evidence for p in own[:_QUOTES])
        if not evidence:
            state = "left out" if side in may_leave_out else "no readout"
            cells.append(Cell.model_validate({"side": side, "state": state}))
        elif differ:
            cells.append(
                Cell(side=side, state="differently", evidence=evidence, difference=differ.get(side))
            )
        else:
            cells.append(Cell(side=side, state="said", evidence=evidence))
    return Row(topic=_label(group, language), kind=kind, cells=tuple(cells))


def _telling(group: _Group, theirs: list[Point], near: _Nearness) -> list[Point] | None:
    """What a side tells of a matter after all; [] when surely nothing; None when unknown."""
    wanted = set(_specific(i for p in group.points for i in p.issues))
    if group.issue:
        wanted.add(group.issue)
    named = [p for p in theirs if wanted & set(p.named)]
    if named:
        # The other side names the wide frame only: that it told of this matter is not sure.
        if group.issue in wanted and any(group.issue in p.named for p in named):
            return [p for p in named if group.issue in p.named][:1]
        return named[:1]
    specific = bool(group.issue and _specific([group.issue]))
    if not specific and all(p.kind == "topic" for p in group.points):
        return None  # "bilateral issues" are on every agenda; not to name them leaves nothing out
    likenesses = [
        near.between(one, other) for one in group.points for other in theirs if not other.announces
    ]
    known = [x for x in likenesses if x is not None]
    if len(known) < len(likenesses) and not specific:
        return None
    if known and max(known) >= (_ABSENT_ISSUE if specific else _ABSENT):
        return None
    return []


def _label(group: _Group, language: str) -> str:
    if group.issue:
        return name_issue(group.issue, language)
    points = sorted(group.points, key=lambda p: p.document.language != language)
    text = points[0].text.rstrip(".。 ,、")
    return text if len(text) <= 60 else text[:59] + "…"
