"""How a side's wording on an issue moved: its words in order, with what became stronger or weaker.

In: a Store, a side, an issue. Out: Stands, oldest first: a quote with its place, its level on a
scale (strength.py), and the step from the last quote on that scale. Only the side's own words
count: what its official documents say, and what a report says that this side said.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from dragoman.answers.issues import issues_in
from dragoman.answers.sentences import evidence_at
from dragoman.answers.strength import name_level, strength
from dragoman.answers.timeline import full_text_query
from dragoman.record.store import Store
from dragoman.records import Document, Evidence, Report

__all__ = ["Stand", "find_positions"]

Change = Literal["first", "stronger", "weaker", "same"]
_SCALES = ("concern", "support", "demand")


@dataclass(frozen=True, slots=True)
class Stand:
    """What a side said of an issue on a day; ``change`` against its last words on ``scale``.

    ``scale`` and ``level`` are None where the words touch no scale; ``change`` is then None too.
    """

    day: str | None
    evidence: Evidence
    report: str
    language: str
    official: bool
    scale: str | None = None
    level: int | None = None
    change: Change | None = None

    def as_json(self, language: str = "en") -> dict[str, Any]:
        """Plain values, the level in a word too."""
        named = name_level(self.scale, self.level, language) if self.scale and self.level else None
        return {
            "day": self.day, "scale": self.scale, "level": self.level, "named": named,
            "change": self.change, "official": self.official, "report": self.report,
            "evidence": self.evidence.model_dump(),
        }  # fmt: skip


def find_positions(
    store: Store, side: str, issue: str, *, since: str | None = None, until: str | None = None
) -> list[Stand]:
    """A side's words on an issue (an id), oldest first. ``side``: code of a state or body."""
    query = (
        "SELECT r.json, r.document FROM reports r JOIN parties p ON p.report = r.id "
        "WHERE p.country = ? AND r.superseded IS NULL "
        "AND r.kind IN ('statement', 'pledge', 'action', 'agreement') "
        "AND r.document IN (SELECT document FROM catalogue "
        "WHERE row IN (SELECT rowid FROM found WHERE found MATCH ?))"
    )
    stands: dict[tuple[str, int], Stand] = {}
    documents: dict[str, Document] = {}
    own: set[str | None] = set()  # days on which the side's own documents speak
    for text, id_ in store.reading.execute(query, (side, full_text_query(issue))).fetchall():
        report = Report.model_validate_json(text)
        if report.status in ("negated", "hypothetical") or not _speaks(report, side):
            continue
        if id_ not in documents:
            documents[id_] = store.document(id_)
        document = documents[id_]
        stand = _stand(report, document, issue)
        if stand and _is_own(document, side):
            own.add(stand.day)
        if stand and (since is None or (stand.day or "") >= since) and (
            until is None or (stand.day or "9999") <= until
        ):  # fmt: skip
            stands.setdefault((id_, stand.evidence.start), stand)
    # What others retell of a day on which the side's own document speaks adds nothing.
    told = [
        stand for (id_, _), stand in stands.items()
        if stand.day not in own or _is_own(documents[id_], side)
    ]  # fmt: skip
    return _changes(sorted(told, key=lambda s: (s.day or "9999", not s.official, s.report)))


def _speaks(report: Report, side: str) -> bool:
    return any(p.country == side and p.role in ("source", "party") for p in report.participants)


def _stand(report: Report, document: Document, issue: str) -> Stand | None:
    quote = report.evidence[0]
    words = " ".join((*report.topics, report.content or "", quote.quote))
    if issue not in issues_in(words, document.language):
        return None
    when = report.when.start if report.when and report.status == "done" else None
    return Stand(
        (when or document.published or "")[:10] or None,
        evidence_at(document, quote.start, quote.end), report.id, document.language,
        document.official,
    )  # fmt: skip


def _is_own(document: Document, side: str) -> bool:
    return document.official and document.publisher_country == side


def _changes(stands: list[Stand]) -> list[Stand]:
    last: dict[str, int] = {}
    out = []
    for stand in stands:
        levels = strength(stand.evidence.quote, stand.language, _SCALES)
        scale = next(iter(levels), None)
        if scale is None:
            out.append(stand)
            continue
        level = levels[scale]
        before = last.get(scale)
        change: Change = (
            "first" if before is None
            else "stronger" if level > before else "weaker" if level < before else "same"
        )  # fmt: skip
        last[scale] = level
        out.append(
            Stand(
                stand.day, stand.evidence, stand.report, stand.language, stand.official, scale,
                level, change,
            )
        )  # fmt: skip
    return out
