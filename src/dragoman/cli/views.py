"""What ``show`` prints: a report, a document, an event, with evidence in its context, in colour.

Everything from documents is printed as text, never as markup; control characters are shown as
what they are, so a hostile page cannot drive the terminal.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from dragoman.cli.listing import report_row
from dragoman.records import Document, Event, Evidence, Report

__all__ = ["show_document", "show_event", "show_report"]

CONTEXT = 90  # code points of context on each side of a quote (chosen, not measured)


def safe(text: str) -> str:
    """The text with control characters made visible, but for line breaks and tabs."""
    return "".join(c if c in "\n\t" or c.isprintable() else f"\\x{ord(c):02x}" for c in text)


def _console() -> Console:
    return Console(highlight=False, markup=False, soft_wrap=False)


def _field(console: Console, name: str, value: str | None) -> None:
    if value:
        console.print(Text.assemble((f"{name:12}", "dim"), safe(value)))


def in_context(document: Document, evidence: Evidence) -> Text:
    """A quote, bold, with the words around it."""
    before = _flow(document.text[max(0, evidence.start - CONTEXT) : evidence.start])
    behind = _flow(document.text[evidence.end : evidence.end + CONTEXT])
    return Text.assemble(
        ("…" if evidence.start > CONTEXT else "", "dim"), (safe(before), "dim"),
        (safe(evidence.quote), "bold yellow"), (safe(behind), "dim"),
        ("…" if evidence.end + CONTEXT < len(document.text) else "", "dim"),
    )  # fmt: skip


def _flow(text: str) -> str:
    """Line breaks of the context as spaces: the quote is what the reader looks for."""
    return re.sub(r"\s+", " ", text)


def _source(document: Document) -> str:
    who = document.publisher or document.publisher_country or "unknown publisher"
    return f"{document.title or document.id} ({who}, {document.published or 'no date'})"


def show_report(report: Report, document: Document) -> None:
    """Who, what, when, where, the codes, and each quote in its context."""
    console, row = _console(), report_row(report)
    console.print(Text(report.id, style="bold"))
    _field(
        console,
        "kind",
        f"{row['kind']}, {report.status}" + (f", {report.level}" if report.level else ""),
    )
    _field(console, "who", row["who"])
    _field(console, "towards", row["towards"])
    _field(console, "when", _when(report))
    _field(console, "where", row["where"])
    _field(console, "occasion", report.occasion)
    _field(console, "topics", "; ".join(report.topics))
    _field(console, "content", report.content)
    _field(console, "said by", report.said_by)
    for code in report.codes:
        sides = f"{'+'.join(code.source) or '-'} > {'+'.join(code.target) or '-'}"
        _field(console, "code", f"{code.type}{'/' + code.mode if code.mode else ''} {sides}")
    _field(console, "made by", f"{report.made_by}, confidence {report.confidence:.2f}")
    _field(console, "source", _source(document))
    _field(console, "", document.url)
    for evidence in report.evidence:
        console.print()
        console.print(in_context(document, evidence))


def _when(report: Report) -> str:
    when = report.when
    if when is None or when.start is None:
        return ""
    days = when.start if when.end in (None, when.start) else f"{when.start} to {when.end}"
    return days + (f" ({when.text})" if when.text else "")


def show_document(document: Document, reports: Iterable[Report]) -> None:
    """The text with what was coded in bold, then the reports."""
    console = _console()
    console.print(Text(_source(document), style="bold"))
    _field(console, "language", document.language)
    _field(console, "address", document.url)
    if document.headline_supported is not None:
        told = "yes" if document.headline_supported else "no: the text does not bear it out"
        _field(console, "headline", told)
    reports = list(reports)
    text = Text(safe(document.text))
    if len(text) == len(document.text):  # offsets hold only where nothing was made visible
        for report in reports:
            for evidence in report.evidence:
                text.stylize("bold yellow", evidence.start, evidence.end)
    console.print()
    console.print(text)
    console.print()
    for report in reports:
        row = report_row(report)
        console.print(
            safe(f"{row['id']}  {row['kind']:10} {row['status']:8} {row['who']}  {row['towards']}"),
            soft_wrap=True,
        )


def show_event(event: Event, tellings: Iterable[tuple[Report, Document]]) -> None:
    """What happened as the tellings agree on it, where they differ, and each telling's words."""
    console = _console()
    console.print(Text(event.id, style="bold"))
    kind = event.form or event.kind
    _field(console, "kind", f"{kind}, {event.status}" + (f", {event.level}" if event.level else ""))
    _field(console, "parties", ", ".join(event.parties))
    people = dict.fromkeys(p.name for p in event.participants if p.name)
    _field(console, "people", ", ".join(people))
    if event.when and event.when.start:
        _field(console, "when", event.when.start)
    if event.where:
        _field(console, "where", ", ".join(filter(None, (event.where.city, event.where.country))))
    _field(console, "occasion", event.occasion)
    _field(console, "topics", "; ".join(event.topics))
    for field in event.disagreements:
        values = " / ".join(f"{v['value']} ({len(v['reports'])})" for v in field["values"])
        _field(console, "differ on", f"{field['field']}: {values}")
    for report, document in tellings:
        console.print()
        console.print(Text(safe(_source(document)), style="cyan"))
        console.print(in_context(document, report.evidence[0]))
