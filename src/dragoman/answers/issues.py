"""Text -> standing issues: what a sentence, topic or report is about, whatever its language.

In: text and its language, or a Store. Out: ids of issues of data/issues.toml, their names, the
reports under each, and proposals for issues that the table lacks. An issue is found by its words;
an encoder may add the nearest one where words find none. The table alone says what issues there
are: a proposal is a list of topics with their reports for a person to judge.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib import resources
from pathlib import Path

import numpy as np
import numpy.typing as npt

from dragoman.answers.likeness import gauge_of
from dragoman.answers.sentences import Vectors
from dragoman.errors import QuestionError, SettingsError
from dragoman.record.store import Store
from dragoman.records import Report

__all__ = [
    "Issue", "IssueReport", "Proposal", "find_issue", "group_reports", "issues_in", "issues_near",
    "load_issues", "name_issue", "propose_issues", "query_of",
]  # fmt: skip

LANGUAGES = ("ko", "en", "ja", "zh", "ru")
# An issue by vectors alone: its name this like the text (likeness.py) and more than the next by a
# margin; topics of one meaning in other words. Chosen on the demo's topics.
_NEAR, _MARGIN, _ONE_TOPIC = 0.75, 0.25, 1.1


@dataclass(frozen=True, slots=True)
class Issue:
    """A standing issue: names and words per language; a word is a group of parts that meet."""

    id: str
    names: dict[str, str]
    words: dict[str, tuple[tuple[str, ...], ...]]
    below: str | None = None
    wide: bool = False


@dataclass(frozen=True, slots=True)
class IssueReport:
    """A report under an issue, with its document's id."""

    report: Report
    document: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """Topics that recur and belong to no issue: ``topics`` most frequent first, their reports."""

    topics: tuple[str, ...]
    reports: tuple[str, ...]
    documents: int


@dataclass(frozen=True)
class _Finder:
    """Parts of words by their first two letters, and which words of which issues they make."""

    parts: dict[str, list[tuple[str, re.Pattern[str]]]] = field(default_factory=dict)
    words: list[tuple[str, frozenset[str]]] = field(default_factory=list)


@cache
def load_issues(table: Path | None = None) -> dict[str, Issue]:
    """Issues by id: the packaged ones and, over them, those of a table of the user's own.

    Raises SettingsError for a table that cannot be read.
    """
    text = resources.files("dragoman.data").joinpath("issues.toml").read_text(encoding="utf-8")
    rows = tomllib.loads(text)
    if table is not None:
        try:
            rows |= tomllib.loads(table.read_text(encoding="utf-8"))
        except (OSError, ValueError) as fault:
            raise SettingsError(f"{table}: not a table of issues ({fault})") from fault
    out: dict[str, Issue] = {}
    for id_, row in rows.items():
        if not isinstance(row, dict) or not isinstance(row.get("names"), dict):
            raise SettingsError(f"issue {id_!r}: no names; write names = {{ ko = ..., en = ... }}")
        words = {
            code: tuple(
                tuple(_pack(part, code) for part in word.split("+"))
                for word in row[code].split(" | ")
            )
            for code in LANGUAGES
            if row.get(code)
        }
        out[id_] = Issue(id_, dict(row["names"]), words, row.get("below"), row.get("wide", False))
    return out


def _pack(text: str, language: str) -> str:
    """Text for matching: NFKC, lower case; CJK without spaces, dots and quotation marks."""
    text = unicodedata.normalize("NFKC", text).lower().replace("’", "'").strip()
    if language in ("ko", "ja", "zh"):
        return re.sub(r"[\s·・‧「」『』\"'“”‘]", "", text)
    return " ".join(text.split())


def _pattern(part: str, language: str) -> re.Pattern[str]:
    if language in ("en", "ru"):
        body = r"\w*".join(re.escape(piece) for piece in part.split("*"))
        tail = "" if part.endswith("*") else (r"(?:'?s)?" if language == "en" else "")
        return re.compile(body + tail + r"(?!\w)")
    if part.isascii():
        # fta and ai inside a longer Latin word are no words.
        return re.compile(r"(?<![a-z0-9])" + re.escape(part) + r"(?![a-z0-9])")
    return re.compile(re.escape(part))


@cache
def _finder(language: str, table: Path | None) -> _Finder:
    finder = _Finder()
    seen: set[str] = set()
    for issue in load_issues(table).values():
        for word in issue.words.get(language, ()):
            finder.words.append((issue.id, frozenset(word)))
            for part in word:
                if part and part not in seen:
                    seen.add(part)
                    finder.parts.setdefault(part[:2], []).append((part, _pattern(part, language)))
    return finder


_STOP = re.compile(r"(?<=[\w)”][\w)”][.!?])\s+|[。！？\n]")


def issues_in(text: str, language: str, *, table: Path | None = None) -> tuple[str, ...]:
    """Ids of the issues whose words stand in a text, in the order of the table.

    >>> issues_in("양 장관은 러북 군사협력에 우려를 표명하였다.", "ko")
    ('rus-prk-military',)
    >>> issues_in("拉致問題の即時解決に向けた理解と協力を求めました。", "ja")
    ('abductions',)
    """
    return _issues_in(text, language, table)


@lru_cache(maxsize=8192)
def _issues_in(text: str, language: str, table: Path | None) -> tuple[str, ...]:
    if language not in LANGUAGES:
        language = "en"
    finder = _finder(language, table)
    found: set[str] = set()
    for sentence in _STOP.split(text) if len(text) > 200 else (text,):
        parts = _parts_in(_pack(sentence or "", language), finder, language)
        if parts:
            found |= {id_ for id_, word in finder.words if word <= parts}
    table_of = load_issues(table)
    wider = {parent for id_ in found if (parent := table_of[id_].below)}
    return tuple(id_ for id_ in table_of if id_ in found | wider)


def _parts_in(text: str, finder: _Finder, language: str) -> set[str]:
    found: set[str] = set()
    if language in ("en", "ru"):
        starts: Iterator[int] = (m.start() for m in re.finditer(r"\w+", text))
    else:
        starts = iter(range(len(text)))
    for at in starts:
        for part, pattern in finder.parts.get(text[at : at + 2], ()):
            if part not in found and pattern.match(text, at):
                found.add(part)
    return found


def name_issue(id_: str, language: str, *, table: Path | None = None) -> str:
    """An issue's usual name in a language; English, then its id, where the table has none."""
    issue = load_issues(table).get(id_)
    if issue is None:
        return id_
    return issue.names.get(language) or issue.names.get("en") or id_


def find_issue(words: str, *, table: Path | None = None) -> str:
    """The issue that a person means: an id, a name or its words. Raises QuestionError."""
    issues = load_issues(table)
    if words in issues:
        return words
    packed = _pack(words, "ko")
    for id_, issue in issues.items():
        if any(_pack(name, "ko") == packed for name in issue.names.values()):
            return id_
    for language in LANGUAGES:
        if found := issues_in(words, language, table=table):
            return found[0]
    raise QuestionError(f"no issue {words!r}; `dragoman issues` lists their names")


def query_of(id_: str, *, table: Path | None = None) -> list[tuple[tuple[str, ...], ...]]:
    """The issue's words of all languages: any of them, each a group of parts that all stand."""
    issue = load_issues(table)[id_]
    return [words for words in issue.words.values() if words]


_NAMED: list[tuple[Vectors, Path | None, npt.NDArray[np.float32]]] = []


def _name_vectors(encoder: Vectors, table: Path | None) -> npt.NDArray[np.float32]:
    """(issues, languages, 384), computed once per encoder and table."""
    for known, of, vectors in _NAMED:
        if known is encoder and of == table:
            return vectors
    made = _embed_names(encoder, table)
    _NAMED[:] = [*_NAMED[-1:], (encoder, table, made)]
    return made


def _embed_names(encoder: Vectors, table: Path | None) -> npt.NDArray[np.float32]:
    issues = load_issues(table)
    texts = [name_issue(id_, code, table=table) for id_ in issues for code in LANGUAGES]
    vectors = encoder.vectors(texts)
    return vectors.reshape(len(issues), len(LANGUAGES), -1)


def issues_near(
    texts: Sequence[str], encoder: Vectors, *, table: Path | None = None
) -> list[tuple[str, float] | None]:
    """For each text the issue whose name lies nearest by vectors, with its likeness; None if none."""
    if not texts:
        return []
    issues = list(load_issues(table))
    names = _name_vectors(encoder, table)
    near = np.einsum("td,ild->til", encoder.vectors(texts), names).max(2)
    gauge = gauge_of(encoder)
    out: list[tuple[str, float] | None] = []
    for row in near:
        first, second = np.argsort(row)[::-1][:2]
        best, next_ = (gauge.likeness(float(row[i])) for i in (first, second))
        sure = best >= _NEAR and best - next_ >= _MARGIN
        out.append((issues[int(first)], best) if sure else None)
    return out


def _rows(store: Store, since: str | None, until: str | None) -> Iterator[tuple[str, str, str]]:
    query = (
        "SELECT r.json, r.document, d.language FROM reports r JOIN documents d ON d.id = r.document "
        "WHERE r.superseded IS NULL"
    )
    values: list[str] = []
    for clause, value in ((" AND r.day >= ?", since), (" AND r.day <= ?", until)):
        if value:
            query += clause
            values.append(value)
    yield from store.reading.execute(query + " ORDER BY r.day DESC, r.id", values)


def _words_of(report: Report) -> str:
    return " \n".join((*report.topics, report.content or "", *(e.quote for e in report.evidence)))


def group_reports(
    store: Store, *, since: str | None = None, until: str | None = None,
    encoder: Vectors | None = None, table: Path | None = None,
) -> dict[str, list[IssueReport]]:  # fmt: skip
    """Reports under each issue, those with most reports first; a report may stand under several.

    Days are ISO and inclusive. With an encoder, reports without any issue's words go under the
    issue nearest by vectors, where one is near.
    """
    groups: dict[str, list[IssueReport]] = defaultdict(list)
    rest: list[tuple[str, IssueReport]] = []
    for text, document, language in _rows(store, since, until):
        report = Report.model_validate_json(text)
        one, words = IssueReport(report, document), _words_of(report)
        found = issues_in(words, language, table=table)
        for id_ in found:
            groups[id_].append(one)
        if not found and (report.topics or report.content):
            rest.append(("; ".join(report.topics) or report.content or words, one))
    if encoder is not None:
        for (_, one), near in zip(
            rest, issues_near([w for w, _ in rest], encoder, table=table), strict=True
        ):
            if near is not None:
                groups[near[0]].append(one)
    return dict(sorted(groups.items(), key=lambda item: (-len(item[1]), item[0])))


_TOO_WIDE = re.compile(
    r"^(?:양국 ?관계|상호 ?관심사|지역 정세|국제 정세|지역 및 국제 정세|bilateral relations?|regional issues?|"
    r"global issues?|issues? of mutual (?:interest|concern)|地域情勢|国際情勢|二国間関係|双边关系|国际和地区.*|"
    r"двусторонн\w* отношени\w*|международн\w* .*)$",
    re.IGNORECASE,
)


def propose_issues(
    store: Store, *, least: int = 3, encoder: Vectors | None = None, table: Path | None = None
) -> list[Proposal]:
    """Topics of at least ``least`` documents that belong to no issue, the most frequent first.

    Spellings that differ in spaces or case count as one; with an encoder, topics that mean the
    same in other words or languages too.
    """
    documents: dict[str, set[str]] = defaultdict(set)
    reports: dict[str, set[str]] = defaultdict(set)
    spelled: dict[str, Counter[str]] = defaultdict(Counter)
    for text, document, language in _rows(store, None, None):
        report = Report.model_validate_json(text)
        for topic in report.topics:
            if issues_in(topic, language, table=table) or _TOO_WIDE.match(topic):
                continue
            key = _pack(topic, "ko")
            documents[key].add(document)
            reports[key].add(report.id)
            spelled[key][topic] += 1
    keys = sorted(documents, key=lambda k: (-len(documents[k]), k))
    clusters = [[key] for key in keys] if encoder is None else _cluster(keys, spelled, encoder)
    out = []
    for cluster in clusters:
        told = set().union(*(documents[key] for key in cluster))
        if len(told) < least:
            continue
        names = tuple(spelled[key].most_common(1)[0][0] for key in cluster)
        members = tuple(sorted(set().union(*(reports[key] for key in cluster))))
        out.append(Proposal(names, members, len(told)))
    return sorted(out, key=lambda p: (-p.documents, p.topics))


def _cluster(
    keys: list[str], spelled: dict[str, Counter[str]], encoder: Vectors
) -> list[list[str]]:
    """Leader clustering: a topic joins the first, more frequent one that it lies near to."""
    keys = keys[:2000]
    if not keys:
        return []
    vectors = encoder.vectors([spelled[key].most_common(1)[0][0] for key in keys])
    bound = gauge_of(encoder).cosine(_ONE_TOPIC)
    leaders: list[int] = []
    clusters: list[list[str]] = []
    for i, key in enumerate(keys):
        if leaders:
            near = vectors[leaders] @ vectors[i]
            best = int(near.argmax())
            if near[best] >= bound:
                clusters[best].append(key)
                continue
        leaders.append(i)
        clusters.append([key])
    return clusters
