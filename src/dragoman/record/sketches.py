"""What judging needs of a report, small and comparable across languages.

In: a Report and its Document. Out: a Sketch, the block keys under which its candidates are found,
and the signature by which copies of one wire story are known. Judging two sketches is left to
judging.py.
"""

from __future__ import annotations

import csv
import json
import re
import unicodedata
import zlib
from dataclasses import dataclass, fields
from datetime import date
from functools import lru_cache
from importlib.resources import files
from typing import Literal

import numpy as np
from rensa import RMinHash

from dragoman.records import Document, Participant, Report

__all__ = [
    "Person", "Sketch", "block_keys", "from_json", "offset_of", "sign_text", "sketch", "to_json",
]  # fmt: skip

Dated = Literal["day", "wide", "published", "none"]
# Ranges up to this many days are found by their days, longer ones by their months.
_DAYS_APART = 8
# A meeting told without its day was most often held in the three days before the account appeared
# (wires tell it the same or the next day, ministries up to three days later). Chosen, not measured.
_BEFORE_PUBLISHED = 3
_PERMUTATIONS, _SHINGLE = 64, 5


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody named: the actor's id, the parts of the name, its script, the office."""

    actor: str | None
    name: tuple[str, ...]
    script: str
    office: str | None
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sketch:
    """A report as judging sees it. Days are proleptic ordinals; words are hashes.

    ``local``: the text says that its day is the venue's (현지시간, 現地時間), so no clock moves it.
    ``circle``: foreign and defence ministers together ("2+2"), in words or by those named.
    """

    report: str
    document: str
    language: str
    publisher: str | None
    official: bool
    published: int | None
    kind: str
    form: str | None
    level: str | None
    status: str
    first: int | None
    last: int | None
    dated: Dated
    parties: tuple[str, ...]
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    people: tuple[tuple[str, tuple[Person, ...]], ...]
    geonames: int | None
    city: str | None
    country: str | None
    bodies: tuple[str, ...]
    types: tuple[str, ...]
    due: str | None
    words: frozenset[int]
    numbers: tuple[str, ...]
    local: bool = False
    circle: bool = False

    @property
    def persons(self) -> dict[str, tuple[Person, ...]]:
        """The named people of each party."""
        return dict(self.people)


def sketch(report: Report, document: Document) -> Sketch:
    """The sketch of a report."""
    published = _ordinal(document.published)
    first, last, dated = _days(report, published)
    by_role: dict[str, list[str]] = {}
    for p in report.participants:
        if p.country:
            by_role.setdefault(p.role, []).append(p.country)
    sources = [*by_role.get("party", []), *by_role.get("source", [])]
    targets = [*by_role.get("target", []), *by_role.get("to", []), *report.to]
    people = _people(report.participants, document.language)
    text = " ".join([report.content or "", *report.topics, *(e.quote for e in report.evidence)])
    where = report.where
    occasion = " ".join(filter(None, (report.occasion, where.text if where else None)))
    return Sketch(
        report=report.id, document=document.id, language=document.language,
        publisher=document.publisher_country, official=document.official, published=published,
        kind=report.kind, form=report.form, level=report.level, status=report.status,
        first=first, last=last, dated=dated, parties=report.parties,
        sources=_sorted(sources), targets=_sorted(targets or by_role.get("about", [])),
        people=people,
        geonames=where.geonames if where else None,
        city=_fold(where.city) if where and where.city else None,
        country=where.country if where else None,
        bodies=find_bodies(occasion), types=_sorted(c.type for c in report.codes), due=report.due,
        words=_words(text), numbers=_sorted(re.findall(r"\d{2,}", text))[:12],
        local=bool(report.when and _LOCAL.search(report.when.text or "")),
        circle=report.kind == "meeting" and _is_circle(people, report.evidence[0].quote),
    )  # fmt: skip


_TWO_AND_TWO = re.compile(
    r"2\s?[+＋]\s?2|２[+＋]２|two[- ]plus[- ]two|[2２]プラス[2２]|외교·국방|外務・防衛|外长防长"
    r"|два плюс два",
    re.IGNORECASE,
)


def _is_circle(people: tuple[tuple[str, tuple[Person, ...]], ...], told: str) -> bool:
    offices = [{p.office for p in of if p.office} for _, of in people]
    if len(offices) > 1 and all(offices):
        # Two foreign ministers who speak of the next 2+2 are not it.
        return all(len(of) > 1 for of in offices)
    return bool(_TWO_AND_TWO.search(told))


# 31일(현지시간), 現地時間14日; 14日（日本時間15日）: the day before the brackets is the venue's. So may be
# "the same day": the day that it points to may have been called so.
_LOCAL = re.compile(
    r"현지|現地|当地时间|當地時間|местн\w+\sврем|local time"
    r"|같은 날|이날|同日|同じ日|当天|當天|same day|that day|в тот же день"
    r"|\d\s?[일日].{0,4}[(（]\s?(?:日本時間|한국\s?시[간각]|우리\s?시[간각]|北京时间)",
    re.IGNORECASE,
)


def _sorted(values: object) -> tuple[str, ...]:
    return tuple(sorted(set(values)))  # type: ignore[call-overload]


def _ordinal(day: str | None) -> int | None:
    return date.fromisoformat(day[:10]).toordinal() if day else None


def _days(report: Report, published: int | None) -> tuple[int | None, int | None, Dated]:
    when = report.when
    if when and when.start:
        first = _ordinal(when.start) or 0
        last = max(first, _ordinal(when.end) or first)
        return first, last, "day" if last - first < _DAYS_APART else "wide"
    if published is None:
        return None, None, "none"
    if report.kind != "meeting":
        return published - 1, published, "published"
    if report.status in ("planned", "proposed"):
        return published, published + 30, "wide"
    if report.status == "background":
        return published - 365, published, "wide"
    return published - _BEFORE_PUBLISHED, published, "published"


def _people(
    participants: tuple[Participant, ...], language: str
) -> tuple[tuple[str, tuple[Person, ...]], ...]:
    found: dict[str, list[Person]] = {}
    for p in participants:
        if not p.country or not (p.name or p.actor or p.office):
            continue
        # A ministry or state that stands for itself has no office and no person's id.
        if not p.office and p.actor in (None, p.country):
            continue
        script = _script(p.name or "")
        if script == "han":
            # 李强, 李強: one name, written otherwise in Beijing, Taipei and Tokyo.
            script = f"han {language}"
        person = Person(p.actor, _name_parts(p.name or ""), script, p.office,
                        p.candidates)  # fmt: skip
        found.setdefault(p.country, []).append(person)
    return tuple(sorted((country, tuple(people)) for country, people in found.items()))


def _fold(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold())
    return unicodedata.normalize(
        "NFC",
        "".join(c for c in plain if not unicodedata.combining(c) or "\u3099" <= c <= "\u309a"),
    )


def _name_parts(name: str) -> tuple[str, ...]:
    # Tae-yul and Taeyul, キム・ゴンヒ and 安东尼·布林肯: hyphens join, dots and spaces part.
    folded = _fold(name).replace("-", "").replace("’", "").replace("'", "")
    return tuple(part for part in re.split(r"[\s·・･.,]+", folded) if len(part) > 1 or part >= "⺀")


def _script(name: str) -> str:
    for script, pattern in _SCRIPTS:
        if pattern.search(name):
            return script
    return ""


_SCRIPTS = (
    ("hangul", re.compile(r"[가-힣]")), ("kana", re.compile(r"[\u3040-\u30ff]")),
    ("han", re.compile(r"[\u3400-\u9fff]")), ("cyrillic", re.compile(r"[\u0400-\u04ff]")),
    ("latin", re.compile(r"[A-Za-z]")),
)  # fmt: skip
_RUNS = re.compile(r"[가-힣]+|[\u3040-\u30ff]+|[\u3400-\u9fff]+|[^\W\d_]+|\d+")


def _words(text: str) -> frozenset[int]:
    """Hashes of words (Latin, Cyrillic) and of bigrams (Korean, Japanese, Chinese)."""
    out: set[int] = set()
    for run in _RUNS.findall(_fold(text)):
        if run[0] >= "⺀":
            out.update(_hash(run[i : i + 2]) for i in range(len(run) - 1))
        elif len(run) > 3:
            out.add(_hash(run[:7]))
    return frozenset(sorted(out)[:160])


@lru_cache(maxsize=200_000)
def _hash(word: str) -> int:
    return zlib.crc32(word.encode()) & 0xFFFFFF


@lru_cache(maxsize=1)
def _body_pattern() -> tuple[re.Pattern[str], dict[str, str]]:
    codes: dict[str, str] = {}
    with (files("dragoman.data") / "bodies.csv").open(encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            for language in ("en", "ko", "ja", "zh", "ru"):
                for name in (row[language] or "").split(";"):
                    if len(name) > 2:
                        codes.setdefault(name, row["code"])
    names = sorted(codes, key=len, reverse=True)
    parts = [rf"(?<![A-Za-z]){re.escape(n)}(?![A-Za-z])" if n.isascii() else re.escape(n)
             for n in names]  # fmt: skip
    return re.compile("|".join(parts)), codes


@lru_cache(maxsize=20_000)
def find_bodies(text: str) -> tuple[str, ...]:
    """Codes of the international bodies that an occasion names, in any of the languages."""
    if not text:
        return ()
    pattern, codes = _body_pattern()
    return _sorted(codes[found] for found in pattern.findall(text))


@lru_cache(maxsize=1)
def _offsets() -> dict[str, float]:
    with (files("dragoman.data") / "zones.csv").open(encoding="utf-8") as rows:
        return {row["country"]: float(row["hours"]) for row in csv.DictReader(rows)}


def offset_of(country: str | None) -> float | None:
    """Hours that the country's capital is ahead of UTC (in January); None where unknown."""
    return _offsets().get(country or "")


def block_keys(one: Sketch) -> tuple[set[str], set[str]]:
    """(keys that the sketch stands under, keys under which its candidates stand).

    Day blocks hold reports of one kind, pair and day; candidates stand a day away at most, since
    Lima's evening is Tokyo's next day. Reports of a month or without any day are found by month,
    or by the body that was the occasion.
    """
    pairs = _pairs(one)
    stands: set[str] = set()
    asks: set[str] = set()
    if one.first is not None and one.last is not None:
        spans = [(one.first, one.last)]
        if one.kind != "meeting" and one.published is not None:
            # The day in a statement's sentence is often that of what it is about.
            spans.append((one.published - 1, one.published))
        months = {
            date.fromordinal(day).strftime("%Y-%m")
            for day in {*range(one.first, one.last + 1, 27), one.last}
        }
        for pair in pairs:
            stands |= {f"{pair}|{month}" for month in months}
            asks |= {f"{pair}|wide {month}" for month in months}
            if one.dated == "wide":
                stands |= {f"{pair}|wide {month}" for month in months}
                asks |= {f"{pair}|{month}" for month in months}
                continue
            for first, last in spans:
                stands |= {f"{pair}|{day}" for day in range(first, last + 1)}
                asks |= {f"{pair}|{day}" for day in range(first - 1, last + 2)}
    for pair in pairs:
        for body in one.bodies:
            stands.add(f"{pair}|at {body}")
            asks.add(f"{pair}|undated at {body}")
            if one.dated == "none":
                stands.add(f"{pair}|undated at {body}")
                asks.add(f"{pair}|at {body}")
    return stands, asks


def _pairs(one: Sketch) -> list[str]:
    kind = one.kind
    if kind == "meeting":
        names = one.parties
        if len(names) > 5:
            return [f"{kind}|many"]
        pairs = [f"{kind}|{a}|{b}" for i, a in enumerate(names) for b in names[i + 1 :]]
        if len(names) > 3:
            pairs.append(f"{kind}|many")
        return pairs or [f"{kind}|{name}|" for name in names]
    if kind == "agreement":
        names = one.parties[:6]
        pairs = [f"{kind}|{a}|{b}" for i, a in enumerate(names) for b in names[i + 1 :]]
        return pairs or [f"{kind}|{name}|" for name in names]
    sources, targets = one.sources[:4], one.targets[:4]
    return [f"{kind}|{s}|{t}" for s in sources for t in targets] or [
        f"{kind}|{s}|" for s in sources
    ]


def sign_text(text: str) -> bytes:
    """A MinHash signature of a document's text: 64 unsigned 32-bit numbers, little-endian.

    The share of equal numbers in two signatures estimates the Jaccard likeness of the texts'
    five-letter shingles.
    """
    plain = re.sub(r"\W+", " ", text.casefold())
    hashes = RMinHash(num_perm=_PERMUTATIONS, seed=42)
    hashes.update([plain[i : i + _SHINGLE] for i in range(max(1, len(plain) - _SHINGLE + 1))])
    return np.asarray(hashes.digest(), dtype="<u4").tobytes()


def to_json(one: Sketch) -> str:
    """A sketch as JSON, to be stored."""
    values = {name: getattr(one, name) for name in _FIELDS}
    values["words"] = sorted(one.words)
    values["people"] = [
        (country, [(p.actor, p.name, p.script, p.office, p.candidates) for p in people])
        for country, people in one.people
    ]
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def from_json(text: str) -> Sketch:
    """A sketch that ``to_json`` wrote."""
    values = json.loads(text)
    for name in ("parties", "sources", "targets", "bodies", "types", "numbers"):
        values[name] = tuple(values[name])
    values["words"] = frozenset(values["words"])
    values["people"] = tuple(
        (country, tuple(
            Person(actor, tuple(name), script, office, tuple(candidates))
            for actor, name, script, office, candidates in people
        ))
        for country, people in values["people"]
    )  # fmt: skip
    return Sketch(**values)


_FIELDS = tuple(field.name for field in fields(Sketch))
