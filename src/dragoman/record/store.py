"""The record in SQLite: documents, passages, reports, failures, full text.

In: Readings and Failures. Out: the same, found again. WAL, so several processes may read while
one writes; each document is kept in one transaction, so a kill loses nothing reported as stored.
A document read again by the same reader adds nothing; by a newer reader, its old reports are
kept and marked as superseded. Events are listed by events.py, corrections kept by corrections.py,
both parts of Store; what lists walk is said in listing.py and paging.py; judging which reports belong together is left to merge.py.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from dragoman.errors import NotInRecord
from dragoman.record.corrections import Corrections
from dragoman.record.events import EventFilter, Events
from dragoman.record.paging import (
    Filter,
    select_best,
    select_documents,
    select_reports,
    tries_documents,
)
from dragoman.record.tokens import index_tokens, query_tokens
from dragoman.records import Document, Failure, Passage, Reading, Report

__all__ = ["EventFilter", "Filter", "Store"]


class Store(Events, Corrections):
    """A record on disk. Use as a context manager or call close()."""

    def __enter__(self) -> Store:
        return self

    def keep(self, reading: Reading, made_by: str | None = None) -> bool:
        """Keep a reading in one transaction. False when this reader had read it already.

        ``made_by`` names the reader ("dragoman-rules@1"); without it the makers of the reports
        stand for it. A reader is remembered also where it found nothing to report. What was kept
        waits to be merged (merge.merge_new).
        """
        with self.writing():
            return self._keep(reading, made_by)

    def keep_all(self, readings: Iterable[Reading], made_by: str | None = None) -> int:
        """Keep many readings in one transaction; how many were new. All are stored or none."""
        with self.writing():
            return sum(self._keep(reading, made_by) for reading in readings)

    def _keep(self, reading: Reading, made_by: str | None) -> bool:
        document = reading.document
        reader = made_by or "+".join(sorted({r.made_by for r in reading.reports}))
        now = datetime.now(UTC).isoformat(timespec="seconds")
        db = self._db
        if db.execute("SELECT 1 FROM documents WHERE id = ?", (document.id,)).fetchone():
            seen = "SELECT 1 FROM readings WHERE document = ? AND made_by = ?"
            if db.execute(seen, (document.id, reader)).fetchone():
                return False
            self._supersede(document.id, now)
        else:
            self._keep_document(document, now)
        db.execute("INSERT INTO readings VALUES (?,?,?)", (document.id, reader, now))
        for report in reading.reports:
            self._keep_report(document.id, report)
        return True

    def _supersede(self, document: str, now: str) -> None:
        active = "FROM reports WHERE document = ? AND superseded IS NULL"
        self._db.execute(f"INSERT OR IGNORE INTO unmerged SELECT id {active}", (document,))
        self._db.execute(f"DELETE FROM parties WHERE report IN (SELECT id {active})", (document,))
        self._db.execute(
            "UPDATE reports SET superseded = ? WHERE document = ? AND superseded IS NULL",
            (now, document),
        )

    def _keep_document(self, document: Document, now: str) -> None:
        self._db.execute(
            "INSERT INTO documents VALUES (?,?,?,?,?,?,?,?,?,?)",
            (document.id, document.url, document.publisher, document.publisher_country,
             document.language, document.title, document.published, document.genre,
             document.model_dump_json(), now),
        )  # fmt: skip
        self._db.executemany(
            "INSERT INTO passages VALUES (?,?,?,?,?)",
            [(document.id, n, p.role, p.start, p.end) for n, p in enumerate(document.passages)],
        )
        row = self._db.execute(
            "INSERT INTO found (document, tokens) VALUES (?, ?)",
            (document.id, index_tokens(f"{document.title or ''}\n{document.text}")),
        ).lastrowid
        self._db.execute(
            "INSERT INTO catalogue VALUES (?,?,?,?)",
            (row, document.id, document.published, document.language),
        )

    def _keep_report(self, document: str, report: Report) -> None:
        day = report.when.start[:10] if report.when and report.when.start else None
        self._db.execute(
            "INSERT OR REPLACE INTO reports VALUES (?,?,?,?,?,?,?,?,NULL,?)",
            (report.id, document, report.kind, report.form, report.status, day, report.made_by,
             " ".join(c.type for c in report.codes), report.model_dump_json()),
        )  # fmt: skip
        self._db.executemany(
            "INSERT OR REPLACE INTO parties (report, country, day) VALUES (?,?,?)",
            [(report.id, country, day) for country in report.parties],
        )
        self._db.execute("INSERT OR IGNORE INTO unmerged VALUES (?)", (report.id,))

    def fail(self, failure: Failure) -> None:
        """Keep a failure as a row that people can see; the same one again is kept once."""
        with self.writing():
            self._db.execute(
                "INSERT OR REPLACE INTO failures VALUES (?,?,?,?,?,?)",
                (failure.source, failure.line or 0, failure.stage, failure.fault, failure.remedy,
                 failure.at),
            )  # fmt: skip

    def failures(self) -> list[Failure]:
        """All failures, by source and line."""
        return [
            Failure(source=s, line=n or None, stage=g, fault=f, remedy=r, at=a)
            for s, n, g, f, r, a in self._db.execute("SELECT * FROM failures ORDER BY source, line")
        ]

    def documents(
        self,
        *,
        language: str | None = None,
        text: str | None = None,
        since: str | None = None,
        until: str | None = None,
        limit: int | None = None,
        after: tuple[str | None, str] | None = None,
    ) -> Iterator[Document]:
        """Documents, newest first, without their passages. Days are ISO and inclusive.

        ``after``: (published, id) of the last one seen, for the next page.
        """
        if text and limit and not (language or since or until or after):
            soon = tries_documents(self._db, text, 3 * limit, limit)
            if len(soon) == limit:
                yield from map(Document.model_validate_json, soon)
                return
        query, values = select_documents(
            self._db, language=language, text=text, since=since, until=until, limit=limit,
            after=after,
        )  # fmt: skip
        for (found,) in self._db.execute(query, values):
            yield Document.model_validate_json(found)

    def counts(self) -> dict[str, int]:
        """How many documents, current reports and failures there are."""
        queries = {
            "documents": "SELECT count(*) FROM catalogue",
            "reports": "SELECT count(*) FROM reports WHERE superseded IS NULL",
            "failures": "SELECT count(*) FROM failures",
        }
        return {what: self._db.execute(query).fetchone()[0] for what, query in queries.items()}

    def reports_of(self, document: str) -> list[Report]:
        """Current reports of one document, in the order of its text."""
        rows = self._db.execute(
            "SELECT json FROM reports WHERE document = ? AND superseded IS NULL", (document,)
        )
        found = [Report.model_validate_json(text) for (text,) in rows]
        return sorted(found, key=lambda report: (report.evidence[0].start, report.id))

    def actors(self) -> Iterator[tuple[str, str | None, int]]:
        """(name or code, country, number of current reports) of all participants, most first."""
        yield from self._db.execute(
            "SELECT coalesce(p.value ->> 'name', p.value ->> 'country') AS who, "
            "p.value ->> 'country', count(DISTINCT r.id) AS n "
            "FROM reports r, json_each(r.json, '$.participants') p "
            "WHERE r.superseded IS NULL AND who IS NOT NULL GROUP BY 1, 2 ORDER BY n DESC, who"
        )

    def document(self, id_: str) -> Document:
        """One document with its passages. Raises NotInRecord."""
        row = self._db.execute("SELECT json FROM documents WHERE id = ?", (id_,)).fetchone()
        if row is None:
            raise NotInRecord(
                f"no document {id_!r} in {self.path}; `dragoman documents` lists them"
            )
        passages = self._db.execute(
            'SELECT role, start, "end" FROM passages WHERE document = ? ORDER BY number', (id_,)
        )
        return Document.model_validate_json(row[0]).model_copy(
            update={"passages": tuple(Passage(role=r, start=s, end=e) for r, s, e in passages)}
        )

    def report(self, id_: str) -> tuple[Report, Document]:
        """One report with its document. Raises NotInRecord."""
        row = self._db.execute(
            "SELECT json, document FROM reports WHERE id = ? ORDER BY superseded IS NULL DESC",
            (id_,),
        ).fetchone()
        if row is None:
            raise NotInRecord(f"no report {id_!r} in {self.path}; `dragoman meetings` lists some")
        return Report.model_validate_json(row[0]), self.document(row[1])

    def reports(self, wanted: Filter | None = None) -> Iterator[tuple[Report, str]]:
        """Reports that pass the filter with their documents' ids, newest day first."""
        query, values = select_reports(self._db, wanted or Filter())
        for text, document in self._db.execute(query, values):
            yield Report.model_validate_json(text), document

    def search(self, query: str, limit: int = 20) -> list[tuple[str, str | None]]:
        """(document id, title) of the documents that hold all words of the query, best first.

        Of more than 2,000 that hold them, the 2,000 kept last are weighed against each other.
        """
        titles = "SELECT title FROM documents WHERE id = ?"
        return [
            (id_, self._db.execute(titles, (id_,)).fetchone()[0])
            for id_ in self.best_documents(query_tokens(query), limit)
        ]

    def best_documents(self, terms: str, limit: int) -> list[str]:
        """Ids of the documents that fit a full-text expression (tokens.py), best first, as search."""
        return select_best(self._db, terms, limit) if terms else []
