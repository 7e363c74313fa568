"""A meeting told in one line, with the words that bear out every part of it.

In: a report, its document, a language. Out: an AnswerSentence. Which meeting is told is left to
ask.py and brief.py.
"""

from __future__ import annotations

from dragoman.answers.phrasing import join_names, name_days, name_place, phrase, phrases
from dragoman.answers.sentences import evidence_at, holding
from dragoman.records import AnswerSentence, Document, Evidence, Report

__all__ = ["tell_meeting"]


def tell_meeting(report: Report, document: Document, language: str) -> AnswerSentence:
    """Who met, in what form, when and where, from one telling."""
    place = name_place(report.where, language)
    status = report.status if report.status in ("planned", "cancelled", "background") else "held"
    if report.status == "proposed":
        status = "planned"
    text = phrase(
        language, status,
        names=join_names(report.participants, language),
        form=phrases(language)["forms"][report.form or "meeting"],
        date=name_days(report.when, language) or phrases(language)["no_day"],
        place=phrase(language, "at", place=place) if place else "",
    )  # fmt: skip
    ended = text if text.endswith((".", "。", ")")) else text + "."
    return AnswerSentence(text=ended, evidence=_bearing(report, document))


def _bearing(report: Report, document: Document) -> tuple[Evidence, ...]:
    """The words for every part of a meeting told in one line: act, people, day, place."""
    found: dict[tuple[int, int], Evidence] = {}

    def add(start: int, end: int) -> None:
        found.setdefault((start, end), evidence_at(document, start, end))

    first = report.evidence[0]
    add(first.start, first.end)
    spans = [p.evidence for p in report.participants if p.evidence]
    for span in spans:
        if not any(a <= span.start and span.end <= b for a, b in found):
            add(span.start, span.end)
    for words in (report.when and report.when.text, report.where and report.where.text):
        if words and not any(words in e.quote for e in found.values()):
            for span in report.evidence:
                if words in span.quote:
                    add(span.start, span.end)
                    break
            else:
                if told := holding(document, words):
                    add(told.evidence.start, told.evidence.end)
    return tuple(found.values())
