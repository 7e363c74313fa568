"""Which report answers to which label, one to one, within one document.

In: the labels of a document and its reports. Out: pairs, with what was missed and what was
reported beyond the labels. The rules are told in docs/reference/evaluation.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Generic, TypeVar

from dragoman.evaluation.labels import LabelledMeeting, LabelledPledge, Labels
from dragoman.records import Report

__all__ = [
    "Matched",
    "Triple",
    "fold",
    "label_triples",
    "match_meetings",
    "match_pledges",
    "overlaps",
    "parties_agree",
    "report_triples",
    "same_days",
    "same_form",
    "same_name",
    "same_time",
    "undirected",
]

# Organs count as the body they belong to: a reader who writes UN for the Security Council
# names the same actor.
_FAMILIES = {
    "UNSC": "UN", "UNGA": "UN", "UNHRC": "UN", "EC": "EU", "EUCO": "EU", "EP": "EU",
}  # fmt: skip
_FORM_GROUPS = {
    "meeting": "talks", "negotiation": "talks", "multilateral": "talks",
    "call": "remote", "video": "remote", "visit": "visit",
}  # fmt: skip
_TIMES = {
    "held": "past", "background": "past", "planned": "ahead", "proposed": "ahead",
    "cancelled": "off",
}  # fmt: skip
Triple = tuple[str, str, str]
Label = TypeVar("Label")


@dataclass(frozen=True, slots=True)
class Matched(Generic[Label]):
    """``pairs`` of a label and its report, the labels ``missed``, the ``extra`` reports."""

    pairs: tuple[tuple[Label, Report], ...]
    missed: tuple[Label, ...]
    extra: tuple[Report, ...]


def fold(code: str) -> str:
    """The body an organ belongs to; any other code as it is."""
    return _FAMILIES.get(code, code)


def _folded(codes: Iterable[str | None]) -> frozenset[str]:
    return frozenset(fold(code) for code in codes if code)


def overlaps(report: Report, quotes: Sequence[str], text: str) -> bool:
    """Whether any evidence of the report shares a character with any place of any quote."""
    spans = [(e.start, e.end) for e in report.evidence]
    for quote in quotes:
        start = text.find(quote)
        while start >= 0:
            end = start + len(quote)
            if any(a < end and start < b for a, b in spans):
                return True
            start = text.find(quote, start + 1)
    return False


def parties_agree(label: LabelledMeeting, report: Report) -> bool:
    """The same set of parties; those under ``also`` may be there or not."""
    parties = _folded(p.country for p in report.participants if p.role == "party")
    required = _folded(label.parties)
    return required <= parties <= required | _folded(label.also)


def same_form(label: LabelledMeeting, report: Report) -> bool:
    """The same group of forms: talks (meeting, negotiation, multilateral), remote, visit.

    A call or video of three or more may be filed as multilateral.
    """
    if report.form is None:
        return False
    if _FORM_GROUPS[label.form] == _FORM_GROUPS[report.form]:
        return True
    many = len(label.parties) + len(label.also) > 2
    return (
        many
        and {"remote", "talks"} == {_FORM_GROUPS[label.form], _FORM_GROUPS[report.form]}
        and ("multilateral" in (label.form, report.form))
    )


def same_time(label: LabelledMeeting, report: Report) -> bool:
    """Both past (held, background), both ahead (planned, proposed), or both called off."""
    return _TIMES[label.status] == _TIMES[report.status]


def same_days(label: LabelledMeeting, report: Report) -> bool:
    """The same first and last day; where the text gives none, the report has none."""
    start = report.when.start[:10] if report.when and report.when.start else None
    end = report.when.end[:10] if report.when and report.when.end else None
    return (start, end) == (label.start, label.end)


def same_name(one: str, other: str) -> bool:
    """One name stands within the other, by words or (without spaces) by characters."""
    words = [_words(name) for name in (one, other)]
    if words[0] <= words[1] or words[1] <= words[0]:
        return bool(words[0] and words[1])
    plain = sorted(("".join(one.casefold().split()), "".join(other.casefold().split())), key=len)
    return plain[0] in plain[1]


def _words(name: str) -> frozenset[str]:
    return frozenset(name.casefold().replace("·", " ").replace("・", " ").replace(".", " ").split())


def match_meetings(
    labels: Sequence[LabelledMeeting], reports: Iterable[Report], text: str
) -> Matched[LabelledMeeting]:
    """Pairs with the same parties; form, time, status, day and place of the words decide which."""
    candidates = [report for report in reports if report.kind == "meeting"]
    weights: dict[tuple[int, int], int] = {}
    for (i, label), (j, report) in product(enumerate(labels), enumerate(candidates)):
        if parties_agree(label, report):
            weights[i, j] = (
                1
                + 32 * same_form(label, report)
                + 16 * same_time(label, report)
                + 8 * same_days(label, report)
                + 4 * (label.status == report.status)
                + 2 * overlaps(report, label.quotes, text)
                + (not label.optional)
            )
    return _assign(labels, candidates, weights)


def match_pledges(
    labels: Sequence[LabelledPledge], reports: Iterable[Report], text: str
) -> Matched[LabelledPledge]:
    """Pairs with the same makers and addressees whose words touch."""
    candidates = [report for report in reports if report.kind == "pledge"]
    weights: dict[tuple[int, int], int] = {}
    for (i, label), (j, report) in product(enumerate(labels), enumerate(candidates)):
        by = _folded(p.country for p in report.participants if p.role == "party")
        to = _folded(report.to) | _folded(p.country for p in report.participants if p.role == "to")
        wanted, other = _folded(label.by), _folded(label.to)
        mutual = wanted == other and to in (frozenset(), other)
        if by == wanted and (to == other or mutual) and overlaps(report, label.quotes, text):
            weights[i, j] = 2 + 2 * (label.status == report.status) + (not label.optional)
    return _assign(labels, candidates, weights)


def _assign(
    labels: Sequence[Label], reports: Sequence[Report], weights: dict[tuple[int, int], int]
) -> Matched[Label]:
    """Best pairs first; ties in the order of the text, so that the same input gives the same."""
    pairs: list[tuple[int, int]] = []
    for i, j in sorted(weights, key=lambda pair: (-weights[pair], pair)):
        if all(i != a and j != b for a, b in pairs):
            pairs.append((i, j))
    pairs.sort()
    return Matched(
        pairs=tuple((labels[i], reports[j]) for i, j in pairs),
        missed=tuple(x for i, x in enumerate(labels) if all(i != a for a, _ in pairs)),
        extra=tuple(x for j, x in enumerate(reports) if all(j != b for _, b in pairs)),
    )


def report_triples(report: Report) -> frozenset[Triple]:
    """(source, target, type) of a report between two different actors; none for a meeting."""
    if report.kind == "meeting":
        return frozenset()
    return frozenset(
        triple
        for code in report.codes
        if code.type != "STATEMENT"
        for triple in _triples(code.source, code.target, code.type)
    )


def undirected(report: Report) -> frozenset[tuple[str, str]]:
    """(source, type) of a report's acts that name no target."""
    if report.kind == "meeting":
        return frozenset()
    return frozenset(
        (fold(source), code.type)
        for code in report.codes
        if code.type != "STATEMENT" and not code.target
        for source in code.source
    )


def _triples(source: Iterable[str], target: Iterable[str], type_: str) -> list[Triple]:
    return [(fold(s), fold(t), type_) for s, t in product(source, target) if fold(s) != fold(t)]


def label_triples(labels: Labels) -> tuple[dict[Triple, list[int]], set[Triple]]:
    """Triples that must be found, with the acts that bear them, and those that may be.

    A future meeting is AGREE and a cancelled one REJECT in PLOVER, but records.md files them
    under the meeting; a reader who files such an act of its own is neither right nor wrong.
    """
    wanted: dict[Triple, list[int]] = {}
    free: set[Triple] = set()
    for number, act in enumerate(labels.events):
        for triple in _triples(act.source, act.target, act.type):
            if act.optional:
                free.add(triple)
            else:
                wanted.setdefault(triple, []).append(number)
    for pledge in labels.pledges:
        if pledge.optional:
            free.update(_triples(pledge.by, pledge.to, "AGREE"))
    for meeting in labels.meetings:
        parties = (*meeting.parties, *meeting.also)
        if meeting.status in ("planned", "proposed"):
            free.update(_triples(parties, parties, "AGREE"))
        elif meeting.status == "cancelled":
            free.update(_triples(parties, parties, "REJECT"))
    return wanted, free - wanted.keys()
