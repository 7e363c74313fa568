"""Which index lists of documents and of reports walk: what listing.py is to events.

In: an open connection and filters. Out: SQL with its values, newest day first. Rows that hold JSON
are opened for what is listed alone; only a report's participants stand nowhere else.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from dragoman.record.database import beyond
from dragoman.record.listing import fills_soon, holds_few
from dragoman.record.tokens import query_tokens

__all__ = ["Filter", "select_best", "select_documents", "select_reports", "tries_documents"]

# Documents of a search that are weighed against each other. To weigh one costs six microseconds;
# of commoner words those that were kept last are weighed.
_WEIGHED = 2_000
_FITS = "SELECT rowid FROM found WHERE found MATCH ?"


@dataclass(frozen=True, slots=True)
class Filter:
    """What reports to list. ``between``: countries that all take part; days are ISO.

    ``actor``: a country's or body's code, a person's name as the documents write it, or a
    Wikidata id. ``after``: (day, id) of the last row seen, for the next page.
    """

    kinds: tuple[str, ...] = ()
    between: tuple[str, ...] = ()
    actor: str | None = None
    since: str | None = None
    until: str | None = None
    type: str | None = None
    status: str | None = None
    language: str | None = None
    text: str | None = None
    limit: int | None = None
    after: tuple[str | None, str] | None = None


def select_best(db: sqlite3.Connection, terms: str, limit: int) -> list[str]:
    """Ids of the documents that fit a full-text expression, best first.

    Of more than 2,000 that fit, the 2,000 kept last are weighed against each other.
    """
    newest = f"{_FITS} ORDER BY rowid DESC LIMIT 1 OFFSET ?"
    bound = db.execute(newest, (terms, _WEIGHED)).fetchone()
    rows = db.execute(
        "SELECT c.document FROM (SELECT rowid AS row, rank FROM found WHERE found MATCH ? "
        "AND rowid > ? ORDER BY rank LIMIT ?) f CROSS JOIN catalogue c ON c.row = f.row "
        "ORDER BY f.rank",
        (terms, bound[0] if bound else 0, limit),
    )
    return [str(id_) for (id_,) in rows]


def tries_documents(db: sqlite3.Connection, text: str, tried: int, limit: int) -> list[str]:
    """JSON of documents with these words among the newest ones tried, where most hold them."""
    terms = query_tokens(text)
    if not terms or not fills_soon(db, terms):
        return []
    rows = db.execute(
        "SELECT (SELECT d.json FROM documents d WHERE d.id = x.document) FROM "
        "(SELECT c.document, c.row FROM catalogue c INDEXED BY catalogue_by_day "
        "ORDER BY c.published DESC, c.document LIMIT ?) x WHERE EXISTS "
        "(SELECT 1 FROM found WHERE found MATCH ? AND rowid = x.row) LIMIT ?",
        (tried, terms, limit),
    )
    return [str(text) for (text,) in rows]


def select_documents(
    db: sqlite3.Connection, *, language: str | None, text: str | None, since: str | None,
    until: str | None, limit: int | None, after: tuple[str | None, str] | None,
) -> tuple[str, list[object]]:  # fmt: skip
    """SQL for the documents' JSON."""
    source, where, values = "catalogue c INDEXED BY catalogue_by_day", list[str](), list[object]()
    for clause, value in (
        ("c.language = ?", language), ("substr(c.published, 1, 10) >= ?", since),
        ("c.published >= ?", since), ("substr(c.published, 1, 10) <= ?", until),
        ("c.published <= ?", until and f"{until}~"),
    ):  # fmt: skip
        if value:
            where.append(clause)
            values.append(value)
    if text:
        terms = query_tokens(text) or '""'
        if holds_few(db, terms):
            source = "catalogue c"
            where.append(f"c.row IN ({_FITS})")
        else:
            where.append(f"+c.row IN ({_FITS})")
        values.append(terms)
    if after:
        where.append(beyond("c.published", "c.document", after, values))
    listed = (
        f"SELECT c.document AS id, c.published AS day FROM {source} "
        f"WHERE {' AND '.join(where) or '1'} ORDER BY c.published DESC, c.document "
        f"LIMIT {int(limit) if limit else -1}"
    )
    query = f"SELECT d.json FROM ({listed}) s CROSS JOIN documents d ON d.id = s.id"
    return f"{query} ORDER BY s.day DESC, s.id", values


def select_reports(db: sqlite3.Connection, wanted: Filter) -> tuple[str, list[object]]:
    """SQL for the reports' JSON and their documents' ids."""
    where, values = list[str](), list[object]()

    def add(clause: str, *given: object) -> None:
        where.append(clause)
        values.extend(given)

    between = list(dict.fromkeys(wanted.between))
    day, id_ = "r.day", "r.id"
    terms = (query_tokens(wanted.text) or '""') if wanted.text else None
    if terms is not None and holds_few(db, terms):
        source = (
            f"(SELECT document FROM catalogue WHERE row IN ({_FITS})) f "
            "CROSS JOIN reports r ON r.document = f.document AND r.superseded IS NULL"
        )
        values.append(terms)
        terms = None
    elif between:
        source = (
            "parties p INDEXED BY parties_by_day "
            "CROSS JOIN reports r ON r.id = p.report AND r.superseded IS NULL"
        )
        day, id_ = "p.day", "p.report"
        add("p.country = ?", between.pop(0))
    else:
        source = "reports r INDEXED BY reports_listed"
    where.append("r.superseded IS NULL")
    if wanted.kinds:
        add(f"r.kind IN ({','.join('?' * len(wanted.kinds))})", *wanted.kinds)
    party = f"EXISTS (SELECT 1 FROM parties o WHERE o.country = ? AND o.report = {id_})"
    for country in between:
        add(party, country)
    for clause, value in (
        (f"{day} >= ?", wanted.since), (f"{day} <= ?", wanted.until), ("r.status = ?", wanted.status),
    ):  # fmt: skip
        if value:
            add(clause, value)
    if wanted.language:
        told = "(SELECT c.language FROM catalogue c WHERE c.document = r.document)"
        add(f"{told} = ?", wanted.language)
    if wanted.type:
        add("' ' || r.types || ' ' LIKE ?", f"% {wanted.type} %")
    if terms is not None:
        fits = f"(SELECT c.row FROM catalogue c WHERE c.document = r.document) IN ({_FITS})"
        add(fits, terms)
    if wanted.actor:
        add(
            f"({party} OR EXISTS (SELECT 1 FROM json_each(r.json, '$.participants') a WHERE "
            "a.value ->> 'actor' = ? OR a.value ->> 'name' LIKE ?))",
            wanted.actor, wanted.actor, f"%{wanted.actor}%",
        )  # fmt: skip
    if wanted.after:
        where.append(beyond(day, id_, wanted.after, values))
    listed = (
        f"SELECT r.rowid AS row, {day} AS day, {id_} AS id FROM {source} "
        f"WHERE {' AND '.join(where)} ORDER BY {day} DESC, {id_} "
        f"LIMIT {int(wanted.limit) if wanted.limit else -1}"
    )
    query = f"SELECT w.json, w.document FROM ({listed}) s CROSS JOIN reports w ON w.rowid = s.row"
    return f"{query} ORDER BY s.day DESC, s.id", values
