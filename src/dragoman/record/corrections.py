"""What people said against the machine: kept, found again after a re-read, taken back.

In: a person's word on reports and events. Out: Correction rows of their own. Part of Store.
A newer reader may give the reports of a document other ids; so each correction also keeps a key
of what it was about (document, kind, form, parties, day, evidence) by which the present report is
found. Applying corrections is left to merge.py.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from dragoman.errors import NotInRecord, QuestionError
from dragoman.record.applying import CORRECTABLE, correct_report, report_key
from dragoman.record.database import Database
from dragoman.records import Correction, Report, identify

__all__ = ["Corrections"]

VERBS = ("same", "not the same", "field", "wrong", "actor")


class Corrections(Database):
    """The part of a Store that keeps corrections."""

    def add_correction(
        self,
        verb: str,
        subject: str,
        *,
        value: str | None = None,
        field: str | None = None,
        who: str,
        why: str = "",
    ) -> Correction:
        """Keep a correction; the reports that it touches wait to be merged again.

        ``subject`` (and ``value`` of "same" and "not the same") are ids of reports or events; an
        event stands for its first telling. Raises QuestionError for a verb or field that does not
        exist, NotInRecord for an id that does not.
        """
        if verb not in VERBS:
            raise QuestionError(f"no correction {verb!r}; valid: {', '.join(VERBS)}")
        if verb == "field" and field not in CORRECTABLE:
            raise QuestionError(
                f"field {field!r} cannot be corrected; valid: {', '.join(CORRECTABLE)}"
            )
        if verb in ("field", "actor", "same", "not the same") and not value:
            raise QuestionError(f"a correction {verb!r} needs a value")
        if verb == "actor" and not field:
            raise QuestionError("name the person whose actor is corrected (field)")
        if not who.strip():
            raise QuestionError("say who corrects (--who)")
        pair = verb in ("same", "not the same")
        report, subject_key = self._key(subject)
        value_key = self._key(value)[1] if pair and value else None
        if value_key and value_key["report"] == subject_key["report"]:
            raise QuestionError(f"{subject} and {value} are one report; name two")
        at = datetime.now(UTC).isoformat(timespec="microseconds")
        made = Correction.model_validate(
            {"id": identify("correction", verb, subject, field, value, who, at), "verb": verb,
             "subject": subject, "field": field, "value": value, "who": who, "why": why, "at": at}
        )  # fmt: skip
        try:
            correct_report(report, [made])
        except ValueError as fault:
            raise QuestionError(f"{value!r} cannot be the {field} of {subject}: {fault}") from fault
        with self.writing() as db:
            db.execute(
                "INSERT INTO corrections VALUES (?,?,?,?,?,?,?,?,NULL,?,?,?,?)",
                (made.id, verb, subject, field, value, who, why, at, json.dumps(subject_key),
                 json.dumps(value_key) if value_key else None, subject_key["document"],
                 value_key["document"] if value_key else None),
            )  # fmt: skip
            self._touch(subject_key)
            self._touch(value_key)
        return made

    def undo(self, correction: str) -> Correction:
        """Take a correction back; its row stays with the time. Raises NotInRecord."""
        row = self._db.execute(
            "SELECT subject_key, value_key FROM corrections WHERE id = ?", (correction,)
        ).fetchone()
        if row is None:
            raise NotInRecord(
                f"no correction {correction!r} in {self.path}; `dragoman corrections` lists them"
            )
        now = datetime.now(UTC).isoformat(timespec="microseconds")
        with self.writing() as db:
            db.execute(
                "UPDATE corrections SET undone = coalesce(undone, ?) WHERE id = ?",
                (now, correction),
            )
            for key in row:
                self._touch(json.loads(key) if key else None)
        return next(c for c in self.corrections() if c.id == correction)

    def corrections(self, active: bool = False) -> list[Correction]:
        """All corrections, or those that were not taken back, oldest first."""
        query = (
            "SELECT id, verb, subject, field, value, who, why, at, undone FROM corrections "
            f"{'WHERE undone IS NULL ' if active else ''}ORDER BY at, id"
        )
        names = ("id", "verb", "subject", "field", "value", "who", "why", "at", "undone")
        return [
            Correction.model_validate(dict(zip(names, row, strict=True)))
            for row in self._db.execute(query)
        ]

    def labelled(self) -> Iterator[dict[str, Any]]:
        """Corrections that stand, with the reports' own words, as data to learn from."""
        for c in self.corrections(active=True):
            row = self._db.execute(
                "SELECT subject_key, value_key FROM corrections WHERE id = ?", (c.id,)
            ).fetchone()
            yield {
                **c.model_dump(exclude={"undone"}),
                "reports": [self._as_read(json.loads(key)) for key in row if key],
            }

    def _as_read(self, key: dict[str, Any]) -> dict[str, Any]:
        row = self._db.execute(
            "SELECT json FROM reports WHERE id = ? AND document = ? "
            "ORDER BY superseded IS NULL DESC",
            (key["report"], key["document"]),
        ).fetchone()
        url, language = self._db.execute(
            "SELECT url, language FROM documents WHERE id = ?", (key["document"],)
        ).fetchone()
        return {"document": key["document"], "url": url, "language": language,
                "report": json.loads(row[0])}  # fmt: skip

    def _touch(self, key: dict[str, Any] | None) -> None:
        """Let what a correction is about be merged again: all present reports of its document."""
        if key:
            self._db.execute(
                "INSERT OR IGNORE INTO unmerged "
                "SELECT id FROM reports WHERE document = ? AND superseded IS NULL",
                (key["document"],),
            )

    def _key(self, id_: str) -> tuple[Report, dict[str, Any]]:
        """What finds the report ``id_`` (or an event's first telling) again after a re-read."""
        report_id, of_event = id_, False
        row = self._db.execute("SELECT json FROM events WHERE id = ?", (id_,)).fetchone()
        if row is None and id_.startswith("event-"):
            report_id, of_event = "report-" + id_.removeprefix("event-"), True
        elif row is not None:
            report_id, of_event = json.loads(row[0])["reports"][0]["id"], True
        found = self._db.execute(
            "SELECT json, document FROM reports WHERE id IN (?, ?) "
            "ORDER BY superseded IS NULL DESC LIMIT 1",
            (report_id, id_.removeprefix("event-")),
        ).fetchone()
        if found is None:
            raise NotInRecord(f"no report or event {id_!r} in {self.path}")
        report = Report.model_validate_json(found[0])
        return report, report_key(report, found[1], of_event)
