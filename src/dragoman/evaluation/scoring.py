"""Score readings against labelled documents.

In: labelled documents and anything that codes a Document. Out: Scores: a Tally or a Ratio for
each measure, for each language and for all, and Faults that a person can read. The rules are told
in docs/reference/evaluation.md; printing is left to ``printing``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from dragoman.evaluation.labels import (
    PARTS,
    LabelledDocument,
    LabelledMeeting,
    LabelledPledge,
    Labels,
    Part,
    load_documents,
)
from dragoman.evaluation.matching import (
    Matched,
    Triple,
    label_triples,
    match_meetings,
    match_pledges,
    overlaps,
    report_triples,
    same_days,
    same_form,
    same_name,
    same_time,
    undirected,
)
from dragoman.evaluation.scores import Fault, Scores
from dragoman.languages.dates import find_dates
from dragoman.reading import read_document
from dragoman.records import Document, Reading, Report
from dragoman.sources import Fetched
from dragoman.sources.fetched import Hints

__all__ = ["evaluate", "read_labelled", "score_document"]

# The act status that a pledge's own status amounts to (records.md: pledges are AGREE).
_PLEDGE_AS_ACT = {"made": "done", "reaffirmed": "done", "fulfilled": "done", "broken": "done"}


class _Coder(Protocol):
    def code(self, document: Document) -> Reading: ...


def read_labelled(labelled: LabelledDocument) -> Document:
    """The document as the JSONL path reads it; its language is left to the reader."""
    hints = Hints(
        title=labelled.title, url=labelled.url, published=labelled.published,
        publisher=labelled.publisher, publisher_country=labelled.publisher_country,
    )  # fmt: skip
    return read_document(
        Fetched(source=labelled.id, url=labelled.url, hints=hints, text=labelled.text)
    )


def evaluate(
    folder: Path, languages: Sequence[str], coder: _Coder, parts: Sequence[Part] = PARTS
) -> Scores:
    """Read and score every labelled document of these languages and parts.

    Raises QuestionError when a label file cannot be used.
    """
    scores = Scores()
    for part, labelled in load_documents(folder, languages, parts):
        score_document(scores, part, labelled, coder.code(read_labelled(labelled)))
    return scores


def score_document(
    scores: Scores, part: Part, labelled: LabelledDocument, reading: Reading
) -> None:
    """Add one reading of one labelled document to the scores."""
    page = _Page(scores, part, labelled, reading)
    for name in (labelled.language, "all"):
        scores.documents[name] = scores.documents.get(name, 0) + 1
    page.score_meetings()
    page.score_acts()
    page.score_pledges()
    page.score_rest()


@dataclass(frozen=True, slots=True)
class _Page:
    scores: Scores
    part: Part
    labelled: LabelledDocument
    reading: Reading

    @property
    def labels(self) -> Labels:
        return self.labelled.labels

    @property
    def text(self) -> str:
        return self.reading.document.text

    def tally(self, measure: str, right: int = 0, false: int = 0, missed: int = 0) -> None:
        self.scores.tally(self.labelled.language, measure, right, false, missed)

    def ratio(self, measure: str, right: bool) -> None:
        self.scores.ratio(self.labelled.language, measure, right)

    def fault(self, measure: str, sort: str, what: str, quote: str) -> None:
        self.scores.faults.append(Fault(self.labelled.id, self.part, measure, sort, what, quote))

    def score_meetings(self) -> None:
        matched = match_meetings(self.labels.meetings, self.reading.reports, self.text)
        for label in matched.missed:
            if not label.optional:
                for measure in ("meeting parties", "meetings", "meetings with days"):
                    self.tally(measure, missed=1)
                self.fault("meetings", "missed", _told(label), label.quote)
        for report in matched.extra:
            for measure in ("meeting parties", "meetings", "meetings with days"):
                self.tally(measure, false=1)
            self.fault("meetings", "false", _tell(report), _words_of(report))
        for label, report in matched.pairs:
            if not label.optional:
                self._score_pair(label, report)

    def _score_pair(self, label: LabelledMeeting, report: Report) -> None:
        self.tally("meeting parties", right=1)
        self.ratio("status", label.status == report.status)
        right = same_form(label, report) and same_time(label, report)
        self.tally("meetings", right=right, false=not right, missed=not right)
        dated = right and (label.day_open or same_days(label, report))
        self.tally("meetings with days", right=dated, false=not dated, missed=not dated)
        if not right or label.status != report.status:
            self.fault("meetings", "wrong", f"{_told(label)} read as {_tell(report)}", label.quote)
        if not right:
            return
        self.ratio("form", label.form == report.form)
        self.ratio("level", label.level == report.level)
        if not label.day_open:
            self.ratio("days", dated)
            if not dated:
                told = f"{_told(label)} read as {_tell(report)}"
                self.fault("days", "wrong", told, label.quote)
        if label.place:
            where = report.where
            place = (label.place.city, label.place.country)
            same = (
                where is not None
                and where.country == place[1]
                and (
                    place[0] is None or (where.city is not None and same_name(where.city, place[0]))
                )
            )
            self.ratio("place", same)
            if not same:
                read = f"{where.city}, {where.country}" if where else "nowhere"
                self.fault("place", "wrong", f"{place[0]}, {place[1]} read as {read}", label.quote)
        self._score_people(label, report)

    def _score_people(self, label: LabelledMeeting, report: Report) -> None:
        found = [p for p in report.participants if p.name and p.role == "party"]
        for person in label.people:
            hit = next((p for p in found if same_name(p.name or "", person.name)), None)
            if hit is None:
                self.tally("people", missed=1)
                self.fault("people", "missed", f"{person.name} ({person.country})", label.quote)
                continue
            found.remove(hit)
            same = hit.country == person.country
            self.tally("people", right=same, false=not same, missed=not same)
        for extra in found:
            self.tally("people", false=1)
            self.fault("people", "false", f"{extra.name} ({extra.country})", label.quote)

    def score_acts(self) -> None:
        wanted, free = label_triples(self.labels)
        found: dict[Triple, list[Report]] = {}
        for report in self.reading.reports:
            for triple in report_triples(report):
                found.setdefault(triple, []).append(report)
        for triple in sorted(wanted.keys() - found.keys()):
            self.tally("dyadic events", missed=1)
            quote = self.labels.events[wanted[triple][0]].quote
            self.fault("dyadic events", "missed", _arrow(triple), quote)
        for triple in sorted(found.keys() - wanted.keys() - free):
            self.tally("dyadic events", false=1)
            self.fault("dyadic events", "false", _arrow(triple), _words_of(found[triple][0]))
        for triple in sorted(wanted.keys() & found.keys()):
            self.tally("dyadic events", right=1)
            self._score_status(triple, wanted[triple], found[triple])
        self._score_undirected()

    def _score_status(self, triple: Triple, numbers: list[int], reports: list[Report]) -> None:
        """One verdict a triple: the report whose words touch the label's, else the first."""
        acts = [self.labels.events[number] for number in numbers]
        report, act = next(
            ((r, a) for a in acts for r in reports if overlaps(r, a.quotes, self.text)),
            (reports[0], acts[0]),
        )
        status = _PLEDGE_AS_ACT.get(report.status, report.status)
        self.ratio("status", status == act.status)
        if status != act.status:
            told = f"{_arrow(triple)}: {act.status} read as {status}"
            self.fault("status", "wrong", told, act.quote)

    def _score_undirected(self) -> None:
        acts = [act for act in self.labels.events if not act.target and act.type != "STATEMENT"]
        wanted = {(s, act.type) for act in acts if not act.optional for s in act.source}
        free = {(s, act.type) for act in acts if act.optional for s in act.source}
        found = {pair for report in self.reading.reports for pair in undirected(report)}
        self.tally(
            "acts without target", len(wanted & found), len(found - wanted - free),
            len(wanted - found),
        )  # fmt: skip

    def score_pledges(self) -> None:
        matched = match_pledges(self.labels.pledges, self.reading.reports, self.text)
        for label in matched.missed:
            if not label.optional:
                self.tally("pledges", missed=1)
                told = f"{','.join(label.by)} > {','.join(label.to)} {label.status}"
                self.fault("pledges", "missed", told, label.quote)
        for report in self._beyond(matched):
            self.tally("pledges", false=1)
            self.fault("pledges", "false", _tell(report), _words_of(report))
        for label, report in matched.pairs:
            if not label.optional:
                self.tally("pledges", right=1)
                self.ratio("status", label.status == report.status)
                if label.due:
                    self.ratio("days", label.due == report.due)

    def _beyond(self, matched: Matched[LabelledPledge]) -> Iterable[Report]:
        """Unmatched pledges, less those whose words bear an optional label or AGREE of another kind.

        An agreement, an offer or a meeting to come may be filed as a pledge too.
        """
        free = [q for p in self.labels.pledges if p.optional for q in p.quotes]
        free += [
            quote
            for act in self.labels.events
            if act.type == "AGREE" and (act.optional or act.kind != "pledge")
            for quote in act.quotes
        ]
        free += [
            q for m in self.labels.meetings if m.status in ("planned", "proposed") for q in m.quotes
        ]
        return [r for r in matched.extra if not (free and overlaps(r, free, self.text))]

    def score_rest(self) -> None:
        for report in self.reading.reports:
            exact = all(self.text[e.start : e.end] == e.quote for e in report.evidence)
            self.ratio("evidence exact", exact)
        if self.labels.empty:
            self.ratio("silent without acts", not self.reading.reports)
            for report in self.reading.reports:
                self.fault("silent without acts", "false", _tell(report), _words_of(report))
        if self.labels.headline_supported is not None:
            same = self.reading.document.headline_supported == self.labels.headline_supported
            self.ratio("headline", same)
            if not same:
                told = f"{self.labels.headline_supported} read as {self.reading.document.headline_supported}"
                self.fault("headline", "wrong", told, self.labelled.title or "")
        self._score_dates()

    def _score_dates(self) -> None:
        if not self.labels.dates:
            return
        anchor = dt.date.fromisoformat(self.labelled.published[:10])
        found = find_dates(self.text, self.labelled.language, anchor)
        for date in self.labels.dates:
            at = self.text.find(date.text)
            hits = [
                m for m in found
                if m.start < at + len(date.text) and at < m.end
                and m.when.start is not None and m.when.end is not None
            ]  # fmt: skip
            right = any(
                ((m.when.start or "")[:10], (m.when.end or "")[:10]) == (date.start, date.end)
                for m in hits
            )
            self.ratio("dates", right)
            if not right:
                read = [f"{m.when.start}..{m.when.end}" for m in hits] or ["nothing"]
                told = f"{date.start}..{date.end} read as {', '.join(read)}"
                self.fault("dates", "wrong", told, date.text)


def _told(label: LabelledMeeting) -> str:
    day = label.start if label.start == label.end else f"{label.start}..{label.end}"
    return f"{'-'.join(label.parties)} {label.form} {label.status} {day or 'no day'}"


def _tell(report: Report) -> str:
    parties = "-".join(dict.fromkeys(p.country or "?" for p in report.participants))
    days = f"{report.when.start}..{report.when.end}" if report.when else "no day"
    types = ",".join(dict.fromkeys(code.type for code in report.codes))
    return f"{parties} {report.form or types} {report.status} {days}"


def _arrow(triple: Triple) -> str:
    return f"{triple[0]} > {triple[1]} {triple[2]}"


def _words_of(report: Report) -> str:
    return report.evidence[0].quote
