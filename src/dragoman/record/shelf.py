"""What merging reads and writes: sketches, vectors, blocks, links, events, each by report id.

In: an open connection inside a write transaction. Out: rows. Holds the sketches used last, so
that a bulk merge reads each about once and memory stays bounded. What is judged and grouped is
left to merge.py.
"""

from __future__ import annotations

import json
import sqlite3
from collections import OrderedDict
from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from dragoman.record.folding import Telling
from dragoman.record.judging import Judgement, judge
from dragoman.record.sketches import Sketch, from_json, sign_text, to_json
from dragoman.records import Document, Event, Report

__all__ = ["Shelf"]

_CACHED = 20_000
Vector = npt.NDArray[np.float32]


class Shelf:
    """Reads and writes of a merge."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db
        self._sketches: OrderedDict[str, tuple[Sketch, Vector | None] | None] = OrderedDict()
        self._headers: OrderedDict[str, Document] = OrderedDict()
        self._judged: dict[tuple[str, str], Judgement] = {}
        self._version: int | None = None

    def refresh(self) -> None:
        """Begin a transaction: other processes may have changed what was read before."""
        self._judged.clear()
        (version,) = self.db.execute("PRAGMA data_version").fetchone()
        if self._version != version:
            self._sketches.clear()
            self._headers.clear()
        self._version = version

    # ------------------------------------------------------------ reports and documents

    def report(self, id_: str) -> Report | None:
        """The present report of this id; None where a newer reader has superseded it."""
        row = self.db.execute(
            "SELECT json FROM reports WHERE id = ? AND superseded IS NULL", (id_,)
        ).fetchone()
        return Report.model_validate_json(row[0]) if row else None

    def document_of(self, report: str) -> str:
        """The id of the document that a report stands in."""
        row = self.db.execute(
            "SELECT document FROM reports WHERE id = ? ORDER BY superseded IS NULL DESC", (report,)
        ).fetchone()
        return str(row[0])

    def header(self, document: str) -> Document:
        """A document without its text: who published it, when, in which language."""
        if document not in self._headers:
            row = self.db.execute(
                "SELECT url, publisher, publisher_country, language, title, published, genre, "
                "json_extract(json, '$.official') FROM documents WHERE id = ?",
                (document,),
            ).fetchone()
            url, publisher, country, language, title, published, genre, official = row
            self._headers[document] = Document(
                id=document, url=url, publisher=publisher, publisher_country=country,
                language=language, title=title, published=published, genre=genre, text="",
                official=bool(official),
            )  # fmt: skip
            if len(self._headers) > _CACHED:
                self._headers.popitem(last=False)
        return self._headers[document]

    def signature(self, document: str) -> npt.NDArray[np.uint32]:
        """The MinHash signature of a document's text, computed once."""
        row = self.db.execute(
            "SELECT hashes FROM signatures WHERE document = ?", (document,)
        ).fetchone()
        if row is None:
            (text,) = self.db.execute(
                "SELECT json_extract(json, '$.text') FROM documents WHERE id = ?", (document,)
            ).fetchone()
            row = (sign_text(text),)
            self.db.execute("INSERT INTO signatures VALUES (?,?)", (document, row[0]))
        return np.frombuffer(row[0], dtype="<u4")

    # ------------------------------------------------------------ sketches and blocks

    def put(self, made: Sketch, keys: Iterable[str], vector: Vector | None) -> None:
        """Keep a sketch under its block keys."""
        blob = vector.astype("<f2").tobytes() if vector is not None else None
        self.db.execute(
            "INSERT OR REPLACE INTO sketches VALUES (?,?,?)", (made.report, to_json(made), blob)
        )
        self.db.executemany(
            "INSERT OR IGNORE INTO blocks VALUES (?,?)", [(key, made.report) for key in keys]
        )
        self._remember(made.report, (made, _vector(blob)))

    def forget(self, id_: str) -> None:
        """Remove a report's sketch, blocks and links; its event is cleared by clear_events."""
        self.db.execute("DELETE FROM sketches WHERE report = ?", (id_,))
        self.db.execute("DELETE FROM blocks WHERE report = ?", (id_,))
        self.db.execute("DELETE FROM links WHERE one = ?", (id_,))
        self.db.execute("DELETE FROM links WHERE other = ?", (id_,))
        self._remember(id_, None)

    def sketch(self, id_: str) -> Sketch | None:
        """A report's sketch; None where it has none (superseded, wrong, not merged yet)."""
        held = self._held(id_)
        return held[0] if held else None

    def judge(self, one: str, other: str) -> Judgement | None:
        """The judgement on two reports, worked out once a transaction; None without sketches."""
        pair = (one, other) if one < other else (other, one)
        if pair not in self._judged:
            a, b = self._held(pair[0]), self._held(pair[1])
            if a is None or b is None:
                return None
            alike = None if a[1] is None or b[1] is None else float(a[1] @ b[1])
            self._judged[pair] = judge(a[0], b[0], alike)
        return self._judged[pair]

    def _held(self, id_: str) -> tuple[Sketch, Vector | None] | None:
        if id_ in self._sketches:
            self._sketches.move_to_end(id_)
            return self._sketches[id_]
        row = self.db.execute(
            "SELECT json, vector FROM sketches WHERE report = ?", (id_,)
        ).fetchone()
        held = (from_json(row[0]), _vector(row[1])) if row else None
        self._remember(id_, held)
        return held

    def _remember(self, id_: str, held: tuple[Sketch, Vector | None] | None) -> None:
        self._sketches[id_] = held
        self._sketches.move_to_end(id_)
        if len(self._sketches) > _CACHED:
            self._sketches.popitem(last=False)

    def standing_under(self, keys: Iterable[str]) -> list[str]:
        """Reports that stand under any of the keys, sorted."""
        found: set[str] = set()
        for key in keys:
            found.update(
                row[0] for row in self.db.execute("SELECT report FROM blocks WHERE key = ?", (key,))
            )
        return sorted(found)

    # ------------------------------------------------------------ links and events

    def link(self, pair: tuple[str, str], found: Judgement, made_by: str, at: str) -> None:
        """Keep what was judged of a pair."""
        self.db.execute(
            "INSERT OR REPLACE INTO links VALUES (?,?,?,?,?,?,?)",
            (*pair, found.judgement, found.score, found.reason, made_by, at),
        )

    def same_neighbours(self, id_: str) -> set[str]:
        """Reports judged the same as this one."""
        return {
            row[0]
            for row in self.db.execute(
                "SELECT other FROM links WHERE one = ?1 AND judgement = 'same' "
                "UNION ALL SELECT one FROM links WHERE other = ?1 AND judgement = 'same'",
                (id_,),
            )
        }

    def clear_events(self, reports: Iterable[str]) -> None:
        """Remove the events that any of these reports stands in."""
        events = {
            row[0]
            for id_ in reports
            for row in self.db.execute("SELECT event FROM event_reports WHERE report = ?", (id_,))
        }
        for event in events:
            self.db.execute("DELETE FROM events WHERE id = ?", (event,))
            self.db.execute("DELETE FROM event_reports WHERE event = ?", (event,))
            self.db.execute("DELETE FROM event_actors WHERE event = ?", (event,))
            self.db.execute("DELETE FROM told WHERE event = ?", (event,))

    def put_event(self, event: Event, tellings: Sequence[Telling]) -> None:
        """Keep an event with its tellings and whom it can be found by."""
        when = event.when
        first = when.start if when else None
        last = (when.end or when.start) if when else None
        if first is None and event.status not in ("planned", "proposed"):
            # Listed by the day when it was first told; the event itself claims no day.
            told = [t.document.published for t in tellings if t.document.published]
            first = last = min(told)[:10] if told else None
        self.db.execute(
            "INSERT INTO events VALUES (?,?,?,?,?,?,?,?,?)",
            (event.id, event.kind, event.form, event.status, first, last,
             " ".join(code.type for code in event.codes),
             json.dumps(event.topics, ensure_ascii=False), event.model_dump_json()),
        )  # fmt: skip
        self.db.executemany(
            "INSERT INTO event_reports VALUES (?,?,?)",
            [(t.report.id, event.id, t.copy_of) for t in tellings],
        )
        actors = dict.fromkeys(event.parties, True)
        for p in event.participants:
            for name in (p.country, p.actor, p.name):
                if name:
                    actors.setdefault(name, False)
        self.db.executemany(
            "INSERT INTO event_actors (actor, event, party, first) VALUES (?,?,?,?)",
            [(actor, event.id, party, first) for actor, party in actors.items()],
        )
        self.db.executemany(
            "INSERT OR IGNORE INTO told (row, event, first, language) "
            "SELECT c.row, ?1, ?2, c.language FROM catalogue c WHERE c.document = ?3",
            [(event.id, first, t.document.id) for t in tellings],
        )


def _vector(blob: bytes | None) -> Vector | None:
    return None if blob is None else np.frombuffer(blob, dtype="<f2").astype(np.float32)
