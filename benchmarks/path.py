"""From HTML to stored reports: documents and sentences a second, peak memory, time per stage.

    uv run python benchmarks/path.py [--documents N] [--whitehouse FILE.parquet] [--rules-only]

Korean: the Korean documents of the bundled sample, each made a page of about 1,500 characters and
numbered so that no two are the same. English: White House documents from a parquet file with the
columns title, date and text when one is named, else the sample's. Every page goes the whole way:
bytes, charset, main text, coding, SQLite.
"""

from __future__ import annotations

import argparse
import html
import json
import platform
import resource
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from importlib import resources
from pathlib import Path
from typing import Any

from threadpoolctl import threadpool_limits

from dragoman.coding import pipeline
from dragoman.coding.pipeline import Coder
from dragoman.library import abreast
from dragoman.reading import read_document
from dragoman.record.store import Store
from dragoman.records import Reading
from dragoman.settings import load_settings
from dragoman.sources.fetched import Fetched

SAMPLE = resources.files("dragoman.data") / "sample"


def sample_texts(language: str) -> list[str]:
    """Texts of the bundled sample in one language."""
    rows = [
        json.loads(line)
        for name in ("ministries.jsonl", "press.jsonl", "whitehouse.jsonl")
        for line in (SAMPLE / name).read_text(encoding="utf-8").splitlines()
    ]
    return [row["text"] for row in rows if row["language"] == language]


def long_texts(texts: list[str], length: int) -> list[str]:
    """The texts joined, in turn, into ones of at least ``length`` characters."""
    out = []
    for start in range(len(texts)):
        parts: list[str] = []
        for step in range(len(texts)):
            parts.append(texts[(start + step) % len(texts)])
            if sum(map(len, parts)) >= length:
                break
        out.append("\n\n".join(parts))
    return out


def as_page(text: str, number: int, language: str) -> bytes:
    """A page around a text, as a publisher's template would give it."""
    body = "".join(f"<p>{html.escape(p)}</p>" for p in text.split("\n\n"))
    links = "".join(f'<li><a href="/{n}">기사 {n}</a></li>' for n in range(40))
    return (
        f'<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8"><title>{number}</title>'
        '<meta property="article:published_time" content="2024-11-16T09:00:00+09:00"></head>'
        f"<body><nav><ul>{links}</ul></nav><article><h1>Page {number}</h1>{body}"
        f"<p>({number})</p></article><footer>All rights reserved</footer></body></html>"
    ).encode()


def pages(texts: list[str], count: int, language: str) -> Iterator[Fetched]:
    """``count`` pages, no two the same."""
    for number in range(count):
        data = as_page(texts[number % len(texts)], number, language)
        url = f"https://example.org/{language}/{number}"
        yield Fetched(source=url, data=data, url=url, content_type="text/html; charset=utf-8")


class Stages:
    """Time spent in each stage, of all threads; wraps the pipeline's own functions while it runs."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)

    def timed(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        """``call`` with its time added to ``name``."""

        def run(*values: Any, **named: Any) -> Any:
            began = time.perf_counter()
            try:
                return call(*values, **named)
            finally:
                self.seconds[name] += time.perf_counter() - began

        return run


def measure(name: str, texts: list[str], count: int, language: str, rules_only: bool) -> None:
    """Read ``count`` pages into a new record and print what it took."""
    settings = load_settings(use_model=False if rules_only else None)
    stages = Stages()
    for stage in ("set_scene", "find_meetings", "find_acts", "propose", "write_reports"):
        if hasattr(pipeline, stage):
            setattr(pipeline, stage, stages.timed(stage, getattr(pipeline, stage)))
    read, coder = stages.timed("read page", read_document), Coder.open(settings)
    whole = stages.timed("code", coder.code)
    for fetched in pages(texts, 3, language):  # tables, analysers and weights are opened first
        coder.code(read(fetched, settings=settings))
    stages.seconds.clear()
    sentences = reports = characters = 0
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "bench.db") as store:
        keep = stages.timed("store", store.keep)
        began = time.perf_counter()

        def take(fetched: Fetched) -> Reading:
            return whole(read(fetched, settings=settings))

        threads = 1 if rules_only else settings.threads  # as dragoman.read does
        for reading in abreast(take, pages(texts, count, language), threads):
            keep(reading)
            reports += len(reading.reports)
            characters += len(reading.document.text)
            sentences += reading.document.text.count(". ") + reading.document.text.count(".\n")
        took = time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{name}: {count} documents of {characters // count} characters in {took:.1f} s = "
        f"{count / took:.1f} documents/s, {sentences / took:.0f} sentences/s, "
        f"{reports / count:.1f} reports/document, peak memory {peak:.0f} MB"
    )
    # Of the time of all threads, waiting for each other included.
    spent = stages.seconds["read page"] + stages.seconds.pop("code") + stages.seconds["store"]
    for stage, seconds in sorted(stages.seconds.items(), key=lambda item: -item[1]):
        print(f"    {stage:14} {seconds / spent:6.1%}")


def whitehouse_texts(path: Path, count: int) -> list[str]:
    """The first ``count`` texts of a parquet file of documents."""
    import pyarrow.parquet as pq

    return [str(t) for t in pq.read_table(path, columns=["text"])["text"][:count].to_pylist()]


def main() -> None:
    """Read the options."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=300)
    parser.add_argument("--whitehouse", type=Path)
    parser.add_argument("--rules-only", action="store_true")
    options = parser.parse_args()
    print(f"{platform.machine()}, Python {platform.python_version()}, one process")
    with threadpool_limits(1, user_api="blas"):  # as dragoman.read does
        run(options)


def run(options: argparse.Namespace) -> None:
    """Both languages, as the options say."""
    korean = long_texts(sample_texts("ko"), 1500)
    measure("Korean", korean, options.documents, "ko", options.rules_only)
    if options.whitehouse:
        english = whitehouse_texts(options.whitehouse, 2000)
        measure("White House", english, len(english), "en", options.rules_only)
    else:
        english = long_texts(sample_texts("en"), 1500)
        measure("English", english, options.documents, "en", options.rules_only)


if __name__ == "__main__":
    main()
