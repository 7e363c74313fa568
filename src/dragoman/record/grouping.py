"""Reports -> groups that tell of one event, from judgements on pairs.

In: sketches that hang together by "same" links, a judge, and what people said (must, cannot).
Out: a partition. Left to merge.py: which reports hang together; to judging.py: the pairs.

Correlation clustering, greedy and deterministic: pairs are taken from the surest down, and two
groups join when no pair across them is judged different and the mean over the pairs across is
at least "same". So a chain A-B-C joins A and C only if nothing speaks against it, and the result
depends on the set of reports alone, not on the order in which they came.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import combinations

from dragoman.record.judging import SAME, Judgement
from dragoman.record.sketches import Sketch

__all__ = ["group"]

# Of groups larger than this only the richest members speak for the group.
_SPEAKERS = 12
Pair = tuple[str, str]


def group(
    sketches: Iterable[Sketch],
    judge: Callable[[Sketch, Sketch], Judgement],
    must: frozenset[Pair] = frozenset(),
    cannot: frozenset[Pair] = frozenset(),
) -> list[list[str]]:
    """Report ids by event, each sorted; pairs in ``must`` and ``cannot`` are (smaller, larger)."""
    by_id = {one.report: one for one in sorted(sketches, key=lambda s: s.report)}
    home = {id_: id_ for id_ in by_id}
    members: dict[str, list[str]] = {id_: [id_] for id_ in by_id}
    speakers: dict[str, list[str]] = {id_: [id_] for id_ in by_id}
    judged: dict[Pair, Judgement] = {}

    def verdict(a: str, b: str) -> Judgement:
        pair = (a, b) if a < b else (b, a)
        if pair not in judged:
            judged[pair] = judge(by_id[pair[0]], by_id[pair[1]])
        return judged[pair]

    def join(a: str, b: str) -> None:
        one, other = sorted((home[a], home[b]))
        if one == other:
            return
        for id_ in members[other]:
            home[id_] = one
        members[one] = sorted(members[one] + members.pop(other))
        speakers[one] = sorted(members[one], key=lambda i: (-_richness(by_id[i]), i))[:_SPEAKERS]

    def barred(one: str, other: str) -> bool:
        return bool(cannot) and any(
            ((a, b) if a < b else (b, a)) in cannot for a in members[one] for b in members[other]
        )

    def fits(a: str, b: str) -> bool:
        one, other = home[a], home[b]
        if barred(one, other):
            return False
        total, count = 0.0, 0
        for x in speakers[one]:
            for y in speakers[other]:
                pair = (x, y) if x < y else (y, x)
                if pair in must:
                    continue
                found = verdict(x, y)
                if found.judgement in ("different", "related"):
                    return False
                total, count = total + found.score, count + 1
        return not count or total / count >= SAME - 0.02

    for a, b in sorted(must):
        if a in by_id and b in by_id and not barred(home[a], home[b]):
            join(a, b)
    settled = {i for i, one in by_id.items() if _is_settled(one)}
    _join_surest(sorted(settled), verdict, home, fits, join)
    # Reports without an exact day: those of one span first ("in January"), then each such group
    # to a dated event, or to another such group, but only where one alone fits.
    spans: dict[tuple[int | None, int | None], list[str]] = {}
    for id_ in sorted(by_id.keys() - settled):
        if by_id[id_].first is not None:
            spans.setdefault((by_id[id_].first, by_id[id_].last), []).append(id_)
    for ids in spans.values():
        _join_surest(ids, verdict, home, fits, join)
    for root in sorted({home[i] for i in by_id.keys() - settled}):
        if root not in members or not settled.isdisjoint(members[root]):
            continue
        near = {home[i] for i in by_id if home[i] != root
                and any(verdict(m, i).judgement == "same" for m in members[root])}  # fmt: skip
        fitting = sorted(other for other in near if fits(root, other))
        dated = [other for other in fitting if not settled.isdisjoint(members[other])]
        if len(dated or fitting) == 1:
            join(root, (dated or fitting)[0])
    return sorted(members.values())


def _join_surest(
    ids: list[str],
    verdict: Callable[[str, str], Judgement],
    home: dict[str, str],
    fits: Callable[[str, str], bool],
    join: Callable[[str, str], None],
) -> None:
    edges = []
    for a, b in combinations(ids, 2):
        found = verdict(a, b)
        if found.judgement == "same":
            edges.append((-found.score, a, b))
    for _, a, b in sorted(edges):
        if home[a] != home[b] and fits(a, b):
            join(a, b)


def _is_settled(one: Sketch) -> bool:
    """Whether its day is known; a statement is news on the day when it is told."""
    return one.dated == "day" or (one.dated == "published" and one.kind != "meeting")


def _richness(one: Sketch) -> float:
    """How much a sketch says: the more, the better it speaks for its group."""
    return (
        2 * len(one.people) + bool(one.city) + bool(one.country) + bool(one.bodies)
        + (one.level not in (None, "other")) + one.official + (one.dated == "day")
    )  # fmt: skip
