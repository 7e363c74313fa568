"""The tables of actors: states, bodies, ministries, offices, holders, seats of power, venues.

In: the packaged CSV files and, when named, the user's own file (CSV or TOML). Out: one Tables
value of checked rows. Which words mean what in a sentence is left to names/forms.py and names/gazetteer.py.

The user's file adds rows or replaces those with the same key. As TOML it has [[state]], [[body]],
[[ministry]], [[office]], [[holder]], [[seat]], [[venue]] and [[place]] entries; as CSV a column
``table`` says which of these a row is (or all rows are of the table whose columns the header
names). Alternatives are separated by ``;`` (TOML may use lists).
"""

from __future__ import annotations

import csv
import io
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path

from dragoman.errors import TableError

__all__ = ["LANGUAGES", "Row", "Tables", "actor_names", "load_tables"]

LANGUAGES = ("en", "ko", "ja", "zh", "ru")
_NAMES = ("en", "ko", "ja", "zh", "ru")
# Table -> its columns in the packaged file. "*" marks those that must not be empty.
_COLUMNS: dict[str, tuple[str, ...]] = {
    "state": ("code*", "status", "geonames", "en", "en_adj", "ko", "ja", "zh", "ru", "ru_adj"),
    "body": ("code*", "sector", *_NAMES),
    "ministry": ("ministry*", "country", "sector", *_NAMES),
    "office": ("office", "covers", "country", "level", "sector", *_NAMES),
    "holder": (
        "qid", "country*", "office*", "start", "end", "en*", "ko", "ja", "zh", "ru", "title_en",
        "source",
    ),
    "seat": ("country*", "city*", "geonames", *_NAMES),
    "venue": ("venue*", "city", "country*", "geonames", *_NAMES),
    "place": ("city*", "country*", "geonames", *_NAMES),
    "word": ("kind*", "language*", "forms*", "value", "before", "after"),
}  # fmt: skip
_PACKAGED = {
    "state": "states.csv", "body": "bodies.csv", "ministry": "ministries.csv",
    "office": "offices.csv", "holder": "holders.csv", "seat": "seats.csv", "venue": "venues.csv",
    "word": "actor_words.csv",
}  # fmt: skip
_KEYS: dict[str, tuple[str, ...]] = {
    "state": ("code",), "body": ("code",), "ministry": ("ministry", "country"),
    "office": ("office", "country", "covers"), "holder": ("country", "office", "start", "en"),
    "seat": ("country", "city"), "venue": ("venue",), "place": ("city", "country"),
}  # fmt: skip
LEVELS = ("summit", "ministerial", "vice-ministerial", "working", "other")
# PLOVER manual 2.0, table of sectors, with those of dragoman's tables (IGO, MED, BUS, NGO).
SECTORS = frozenset(
    [
        "GOV",
        "MIL",
        "LEG",
        "JUD",
        "SPY",
        "PTY",
        "REB",
        "CVL",
        "IGO",
        "NGO",
        "MED",
        "BUS",
        "EDU",
        "REL",
        "COP",
        "OPP",
        "CRM",
        "LAB",
        "IMG",
        "UNK",
    ]
)
_CODE = re.compile(r"[A-Z][A-Za-z0-9+]{1,11}")
_DAY = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
_QID = re.compile(r"Q[1-9]\d*")
# Chosen, not measured: ten times the packaged tables together.
_LARGEST = 20_000_000


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its table, its values by column, and where it stands ("FILE, line N")."""

    table: str
    values: Mapping[str, str]
    where: str

    def __getitem__(self, column: str) -> str:
        return self.values.get(column, "")

    def forms(self, column: str) -> list[str]:
        """The alternatives of a column, trimmed, without empty ones."""
        return [form for part in self[column].split(";") if (form := part.strip())]


@dataclass(slots=True)
class Tables:
    """All rows by table, in order; ``codes`` are the states' and bodies' codes."""

    rows: dict[str, list[Row]] = field(default_factory=dict)

    def __getitem__(self, table: str) -> list[Row]:
        return self.rows.get(table, [])

    @property
    def codes(self) -> frozenset[str]:
        """Codes of all states and bodies."""
        return frozenset(row["code"] for table in ("state", "body") for row in self[table])


def _fault(row_where: str, column: str, value: str, remedy: str) -> TableError:
    return TableError(f"{row_where}, column {column!r}: {value!r} cannot be used; {remedy}")


def _check(row: Row, codes: frozenset[str], offices: frozenset[str]) -> None:
    for column in _COLUMNS[row.table]:
        if column.endswith("*") and not row[column[:-1]].strip():
            raise TableError(f"{row.where}, column {column[:-1]!r}: is empty; it must have a value")
    if "code" in row.values and not _CODE.fullmatch(row["code"]):
        raise _fault(row.where, "code", row["code"], "write an ISO alpha-3 code or an abbreviation")
    if row["sector"] and row["sector"] not in SECTORS:
        raise _fault(row.where, "sector", row["sector"], f"valid: {', '.join(sorted(SECTORS))}")
    if row["level"] and row["level"] not in LEVELS:
        raise _fault(row.where, "level", row["level"], f"valid: {', '.join(LEVELS)}")
    for country in row.forms("country"):
        if country not in codes:
            near = [code for code in sorted(codes) if code[0] == country[:1].upper()]
            raise _fault(
                row.where, "country", country,
                f"use the code of a state or body in the tables ({', '.join(near[:24])} ...)"
                " or add it with a [[state]] or [[body]] of your own",
            )  # fmt: skip
    for column in ("start", "end"):
        if row.table == "holder" and row[column] and not _DAY.fullmatch(row[column]):
            raise _fault(row.where, column, row[column], "write YYYY, YYYY-MM or YYYY-MM-DD")
    if row["start"] and row["end"] and row["end"] < row["start"][: len(row["end"])]:
        raise _fault(row.where, "end", row["end"], f"it lies before the start {row['start']}")
    if row["qid"] and not _QID.fullmatch(row["qid"]):
        raise _fault(row.where, "qid", row["qid"], "write a Wikidata id such as Q42 or leave empty")
    if row["geonames"] and not row["geonames"].isdigit():
        raise _fault(row.where, "geonames", row["geonames"], "write a GeoNames id (digits)")
    if row.table == "holder" and row["office"] not in offices:
        raise _fault(row.where, "office", row["office"], f"valid: {', '.join(sorted(offices))}")
    for office in row.forms("covers"):
        if office not in offices:
            raise _fault(row.where, "covers", office, f"valid: {', '.join(sorted(offices))}")
    if row.table == "office" and not row["office"] and not row["covers"]:
        raise TableError(f"{row.where}: an office needs 'office' or 'covers'")


def _plain_columns(table: str) -> tuple[str, ...]:
    return tuple(column.rstrip("*") for column in _COLUMNS[table])


def _read_csv(text: str, name: str, table: str | None) -> Iterable[Row]:
    reader = csv.reader(io.StringIO(text), strict=True)
    try:
        header = [column.strip() for column in next(reader, [])]
        kind = table or _kind_of(header, name)
        valid = {"table"}.union(*(_plain_columns(t) for t in ([kind] if kind else _COLUMNS)))
        for column in header:
            if column not in valid:
                raise TableError(
                    f"{name}, line 1: unknown column {column!r}; valid: {', '.join(sorted(valid))}"
                )
        at = header.index("table") if "table" in header else -1
        for cells in reader:
            if not any(cells):
                continue
            where = f"{name}, line {reader.line_num}"
            if len(cells) > len(header):
                raise TableError(
                    f"{where}: {len(cells)} cells under {len(header)} columns;"
                    ' put a cell with commas between double quotes ("a, b")'
                )
            values = dict(zip(header, (cell.strip() for cell in cells), strict=False))
            own = kind or (cells[at].strip() if at < len(cells) else "")
            if own not in _KEYS and not table:
                raise _fault(where, "table", own, f"valid: {', '.join(_KEYS)}")
            values.pop("table", None)
            yield Row(own, values, where)
    except csv.Error as fault:
        raise TableError(f"{name}, line {reader.line_num}: not CSV ({fault})") from fault


def _kind_of(header: list[str], name: str) -> str | None:
    if "table" in header:
        return None
    fits = [
        table
        for table in _KEYS
        if set(header) <= set(_plain_columns(table))
        and all(c.rstrip("*") in header for c in _COLUMNS[table] if c.endswith("*"))
    ]
    # A holder's columns hold an office's too: the table with most required columns is meant.
    fits.sort(key=lambda table: -sum(c.endswith("*") for c in _COLUMNS[table]))
    if not fits:
        raise TableError(
            f"{name}, line 1: the columns {', '.join(header) or '(none)'} are of no table; add a"
            f" column 'table' ({', '.join(_KEYS)}) or use the columns of one: "
            + "; ".join(f"{t}: {', '.join(_plain_columns(t))}" for t in _KEYS)
        )
    return fits[0]


def _read_toml(text: str, name: str) -> Iterable[Row]:
    try:
        content = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as fault:
        raise TableError(f"{name}: not TOML ({fault})") from fault
    for table, entries in content.items():
        if table not in _KEYS:
            raise TableError(f"{name}: unknown table [[{table}]]; valid: {', '.join(_KEYS)}")
        if not isinstance(entries, list) or not all(isinstance(e, dict) for e in entries):
            raise TableError(f"{name}: write [[{table}]] with two brackets for each entry")
        pattern = rf"^\s*\[\[\s*{table}\s*\]\]"
        lines = [text.count("\n", 0, m.start()) + 1 for m in re.finditer(pattern, text, re.M)]
        for number, entry in enumerate(entries):
            line = lines[number] if number < len(lines) else 1
            where = f"{name}, line {line}"
            values = {}
            for column, value in entry.items():
                if column not in _plain_columns(table):
                    raise TableError(
                        f"{where}: unknown column {column!r} in [[{table}]];"
                        f" valid: {', '.join(_plain_columns(table))}"
                    )
                values[column] = (
                    ";".join(map(str, value)) if isinstance(value, list) else str(value).strip()
                )
            yield Row(table, values, where)


def _read_own(path: Path) -> list[Row]:
    try:
        if path.stat().st_size > _LARGEST:
            raise TableError(
                f"{path}: larger than {_LARGEST} bytes; split it or drop what is unused"
            )
        text = path.read_text(encoding="utf-8-sig")
    except OSError as fault:
        raise TableError(f"{path}: cannot be read ({fault.strerror}); check --actors") from fault
    except UnicodeDecodeError as fault:
        raise TableError(f"{path}: not UTF-8 ({fault.reason}); save it as UTF-8") from fault
    if path.suffix.lower() == ".toml":
        return list(_read_toml(text, str(path)))
    if path.suffix.lower() in (".csv", ".tsv", ".txt"):
        return list(_read_csv(text, str(path), None))
    raise TableError(f"{path}: unknown kind of table {path.suffix!r}; valid: .toml, .csv")


def load_tables(own: Path | None = None) -> Tables:
    """The packaged tables with the user's own rows added or put in place of theirs.

    Raises TableError naming file, line, column and what is valid.
    """
    rows: dict[str, list[Row]] = {table: [] for table in _COLUMNS}
    for table, name in _PACKAGED.items():
        text = files("dragoman.data").joinpath(name).read_text(encoding="utf-8")
        rows[table] = list(_read_csv(text, name, table))
    extra = _read_own(own) if own else []
    for row in extra:
        rows[row.table].append(row)
    tables = Tables(rows)
    if extra:
        codes = tables.codes
        offices = _offices(tables)
        for row in extra:
            _check(row, codes, offices)
        for table in {row.table for row in extra}:
            kept: dict[tuple[str, ...], Row] = {}
            for row in rows[table]:
                kept[tuple(row[column] for column in _KEYS[table])] = row
            rows[table] = list(kept.values())
    return tables


def _offices(tables: Tables) -> frozenset[str]:
    return frozenset(row["office"] for row in tables["office"] if row["office"])


def check_tables(tables: Tables) -> None:
    """Check every row, the packaged ones too. Raises TableError."""
    codes, offices = tables.codes, _offices(tables)
    for table, rows in tables.rows.items():
        seen: dict[tuple[str, ...], str] = {}
        for row in rows:
            _check(row, codes, offices)
            if table in ("state", "body"):
                key = (row["code"],)
                if key in seen:
                    raise TableError(f"{row.where}: {key[0]} stands in {seen[key]} already")
                seen[key] = row.where


@cache
def actor_names(language: str) -> Mapping[str, str]:
    """The usual name of every state and body of the packaged tables, by code; in English where there
    is none in a language."""
    tables = load_tables()
    out: dict[str, str] = {}
    for table in ("state", "body"):
        for row in tables[table]:
            if forms := row.forms(language) or row.forms("en"):
                out[row["code"]] = forms[0]
    return out
