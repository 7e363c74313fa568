"""Look a name up in the tables: what ``dragoman actors NAME`` prints.

In: a name, code or word in any of the five languages, perhaps a day. Out: flat rows of the tables
that hold it. Which of them a document means is the gazetteer's business.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from dragoman.coding.names.tables import LANGUAGES, Row, load_tables

__all__ = ["look_up"]

_CODE_COLUMNS = ("code", "country", "qid", "office", "ministry", "city")


def look_up(name: str, on: str | None = None, own: Path | None = None) -> list[dict[str, str]]:
    """Rows whose code, id or name in some language is ``name``, else rows that contain it.

    ``on`` (ISO day) keeps office-holders of that day only. Raises TableError when the user's
    table ``own`` cannot be used.
    """
    tables = load_tables(own)
    rows = [row for group in tables.rows.values() for row in group if row.table != "word"]
    wanted = name.casefold()
    exact = [row for row in rows if wanted in {form.casefold() for form in _words(row)}]
    found = exact or [row for row in rows if any(wanted in form.casefold() for form in _words(row))]
    return [_flat(row) for row in found if on is None or _in_office(row, on)]


def _words(row: Row) -> Iterator[str]:
    for column in _CODE_COLUMNS:
        yield from row.forms(column)
    for language in LANGUAGES:
        yield from row.forms(language)


def _in_office(row: Row, day: str) -> bool:
    if row.table != "holder":
        return True
    start, end = row["start"], row["end"]
    return start <= day[: len(start)] and (not end or day[: len(end)] <= end)


def _flat(row: Row) -> dict[str, str]:
    names = [form for language in LANGUAGES for form in row.forms(language)]
    return {
        "table": row.table,
        "code": row["qid"] or row["code"] or row["country"],
        "name": row.forms("en")[0] if row.forms("en") else (names or [""])[0],
        "office": row["office"] or row["ministry"],
        "start": row["start"],
        "end": row["end"],
        "names": "; ".join(dict.fromkeys(names)),
    }
