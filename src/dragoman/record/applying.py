"""What people said, brought to bear on the present reports.

In: rows of corrections, reports. Out: reports as corrected, pairs that must or must not be one
event, reports that are none. The reports themselves stay as they were read. Keeping and undoing
corrections is left to corrections.py, merging to merge.py.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from dragoman.records import Correction, Report

__all__ = ["CORRECTABLE", "Said", "correct_report", "correct_values", "read_said", "report_key"]

# Fields that a person can set on an event or a report. "date" takes an ISO day or DAY..DAY,
# "place" a city or "City, ABC", "type" a PLOVER type; the others the value itself.
CORRECTABLE = ("form", "level", "status", "date", "place", "occasion", "content", "due", "type")


@dataclass(slots=True)
class Said:
    """What people said about the reports of some documents, by the reports' present ids.

    Pairs are (smaller id, larger id) with the correction behind them.
    """

    must: dict[tuple[str, str], Correction] = field(default_factory=dict)
    cannot: dict[tuple[str, str], Correction] = field(default_factory=dict)
    wrong: set[str] = field(default_factory=set)
    on_report: dict[str, list[Correction]] = field(default_factory=dict)
    on_event: dict[str, list[Correction]] = field(default_factory=dict)


def report_key(report: Report, document: str, of_event: bool = False) -> dict[str, Any]:
    """What a report is known by when its id has changed; ``event``: it stands for its event."""
    return {
        "report": report.id, "document": document, "event": of_event, "kind": report.kind,
        "form": report.form, "parties": list(report.parties),
        "day": report.when.start[:10] if report.when and report.when.start else None,
        "types": [code.type for code in report.codes],
        "evidence": [[e.start, e.end] for e in report.evidence],
    }  # fmt: skip


def read_said(db: sqlite3.Connection, documents: Iterable[str]) -> Said:
    """What was said, and not taken back, about the reports of these documents."""
    said = Said()
    rows: dict[str, tuple[Any, ...]] = {}
    for document in set(documents):
        for row in db.execute(
            "SELECT id, verb, subject, field, value, who, why, at, undone, subject_key, value_key "
            "FROM corrections WHERE undone IS NULL AND (subject_document = ?1 OR value_document = ?1)",
            (document,),
        ):
            rows[row[0]] = row
    names = ("id", "verb", "subject", "field", "value", "who", "why", "at", "undone")
    for row in sorted(rows.values(), key=lambda r: (r[7], r[0])):
        correction = Correction.model_validate(dict(zip(names, row[:9], strict=True)))
        subject_key = json.loads(row[9])
        subject = _find(db, subject_key)
        if subject is None:
            continue
        if correction.verb in ("same", "not the same"):
            value = _find(db, json.loads(row[10]))
            if value is None or value == subject:
                continue
            pair = (min(subject, value), max(subject, value))
            # The newer word on a pair stands.
            said.must.pop(pair, None)
            said.cannot.pop(pair, None)
            (said.must if correction.verb == "same" else said.cannot)[pair] = correction
        elif correction.verb == "wrong":
            said.wrong.add(subject)
        else:
            place = said.on_event if subject_key["event"] else said.on_report
            place.setdefault(subject, []).append(correction)
    return said


def _find(db: sqlite3.Connection, key: dict[str, Any]) -> str | None:
    """The present report that a key means: by id, else the likest of its document."""
    rows = db.execute(
        "SELECT id, json FROM reports WHERE document = ? AND superseded IS NULL ORDER BY id",
        (key["document"],),
    ).fetchall()
    if any(id_ == key["report"] for id_, _ in rows):
        return str(key["report"])
    best: tuple[float, str] | None = None
    for id_, text in rows:
        score = _likeness(key, report_key(Report.model_validate_json(text), key["document"]))
        if score >= 2 and (best is None or score > best[0]):
            best = (score, id_)
    return best[1] if best else None


def _likeness(key: dict[str, Any], other: dict[str, Any]) -> float:
    """How alike two keys of one document are, 0 to 4.5; below 2 they are different reports."""
    if key["kind"] != other["kind"]:
        return 0.0
    shared = sum(
        max(0, min(end, e) - max(start, s))
        for start, end in key["evidence"]
        for s, e in other["evidence"]
    )
    length = min(sum(e - s for s, e in key["evidence"]), sum(e - s for s, e in other["evidence"]))
    one, two = set(key["parties"]), set(other["parties"])
    parties = len(one & two) / len(one | two) if one | two else 1.0
    return float(
        min(1.0, shared / max(1, length)) + parties + (key["day"] == other["day"])
        + 0.5 * (key["form"] == other["form"]) + bool(set(key["types"]) & set(other["types"]))
    )  # fmt: skip


def correct_report(report: Report, corrections: Iterable[Correction]) -> Report:
    """The report as people corrected it. Raises ValueError where a value cannot be."""
    corrections = tuple(corrections)
    if not corrections:
        return report
    return Report.model_validate(correct_values(report.model_dump(), corrections))


def correct_values(values: dict[str, Any], corrections: Iterable[Correction]) -> dict[str, Any]:
    """The fields of a report or an event with the corrections of fields and actors set."""
    for c in corrections:
        if c.verb == "actor":
            _set_actor(values, c)
        elif c.verb == "field":
            _set_field(values, c.field or "", c.value or "")
    return values


def _set_actor(values: dict[str, Any], c: Correction) -> None:
    for p in values["participants"]:
        if c.field not in (p["name"], p["office"], p["country"]):
            continue
        # "KOR" corrects whose side somebody is on, "Q…" who it is.
        if (c.value or "")[:1] == "Q":
            p["actor"], p["candidates"] = c.value, ()
        else:
            p["country"] = c.value


def _set_field(values: dict[str, Any], name: str, value: str) -> None:
    if name == "date":
        first, _, last = value.partition("..")
        values["when"] = {"start": first, "end": last or first, "precision": "day", "text": None}
    elif name == "place":
        city, _, country = (part.strip() for part in value.partition(","))
        values["where"] = {"city": city or None, "country": country or None, "geonames": None,
                           "text": value}  # fmt: skip
    elif name == "type":
        values["codes"] = tuple(
            {**{k: v for k, v in code.items() if k not in ("quad", "cameo", "mode")}, "type": value}
            for code in values["codes"][:1]
        )
    else:
        values[name] = value
