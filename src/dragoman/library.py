"""dragoman as a library: ``dragoman.read(...)`` and ``dragoman.connect(path)``.

In: paths, folders, "-", addresses; or a record. Out: Readings and Failures in order, one at a
time, so that a million documents need the memory of one; reports as records or as a table.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, TypeVar

from dragoman.errors import DragomanError
from dragoman.records import Document, Failure, Reading, Report
from dragoman.settings import Settings, load_settings

if TYPE_CHECKING:
    from types import TracebackType

    import pandas as pd
    import polars as pl
    import pyarrow as pa

    from dragoman.record.store import Store
    from dragoman.sources.fetched import Fetched

__all__ = ["Record", "Reports", "abreast", "connect", "frame_of", "read"]

In = TypeVar("In")
Out = TypeVar("Out")


def read(
    targets: str | os.PathLike[str] | Sequence[str | os.PathLike[str]],
    *,
    settings: Settings | None = None,
    published: str | None = None,
    publisher: str | None = None,
    publisher_country: str | None = None,
    language: str | None = None,
) -> Iterator[Reading | Failure]:
    """Read and code every document that ``targets`` name; a fault becomes a Failure in its place.

    ``targets``: one or more files, folders, addresses, or "-" for standard input.
    """
    from threadpoolctl import threadpool_limits

    from dragoman.coding.pipeline import Coder
    from dragoman.reading import read_document
    from dragoman.sources import gather

    if isinstance(targets, (str, os.PathLike)):
        targets = [targets]
    settings = settings or load_settings()
    coder = Coder.open(settings)

    def take(fetched: Fetched | Failure) -> Reading | Failure:
        if isinstance(fetched, Failure):
            return fetched
        stage = "reading"
        try:
            document = read_document(
                fetched, settings=settings, published=published, publisher=publisher,
                publisher_country=publisher_country, language=language,
            )  # fmt: skip
            stage = "coding"
            return coder.code(document)
        except DragomanError as fault:
            return _failure(fetched.source, stage, str(fault), fetched.line)
        except Exception as fault:
            # One document must not end the batch: a defect of ours becomes a row that is seen.
            told = f"{type(fault).__name__}: {fault}"
            return _failure(fetched.source, stage, told, fetched.line, "please report this defect")

    # The heads are small matrices: numpy's threads, waiting for each other, cost more than they bring
    # (measured: 1.9 documents a second against 10).
    with threadpool_limits(1, user_api="blas"):
        # Rules alone gain nothing by threads: the interpreter's lock lets one go at a time.
        threads = settings.threads if settings.use_model else 1
        yield from abreast(take, gather(targets, settings), threads)


def abreast(work: Callable[[In], Out], items: Iterable[In], threads: int) -> Iterator[Out]:
    """``work`` done on ``threads`` items at a time, its results in the items' order.

    No more than ``threads`` items are taken ahead of the result that is waited for. The encoder's
    network runs outside the interpreter's lock: while it reads one document, rules read the next.
    """
    if threads == 1:
        yield from map(work, items)
        return
    pool = ThreadPoolExecutor(threads, thread_name_prefix="dragoman-read")
    waiting: deque[Future[Out]] = deque()
    try:
        for item in items:
            waiting.append(pool.submit(work, item))
            while waiting and (len(waiting) > threads or waiting[0].done()):
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


def _failure(source: str, stage: str, fault: str, line: int | None, remedy: str = "") -> Failure:
    return Failure.model_validate(
        {"source": source, "stage": stage, "fault": fault, "remedy": remedy, "line": line,
         "at": datetime.now(UTC).isoformat(timespec="seconds")}
    )  # fmt: skip


def frame_of(found: Iterable[tuple[Report, str]]) -> pa.Table:
    """(report, document id) pairs -> an Arrow table, one flat row per report.

    Columns: id, document, kind, form, level, status, start, end (ISO), country, city, type, mode,
    quad, source, target (lists of codes), people (list), topics (list), content, due, quote,
    confidence, made_by. A report with several codes gives its first.
    """
    import pyarrow as pa

    texts, lists = pa.string(), pa.list_(pa.string())
    kinds = {
        "id": texts, "document": texts, "kind": texts, "form": texts, "level": texts,
        "status": texts, "start": texts, "end": texts, "country": texts, "city": texts,
        "type": texts, "mode": texts, "quad": texts, "source": lists, "target": lists,
        "people": lists, "topics": lists, "content": texts, "due": texts, "said_by": texts,
        "quote": texts, "confidence": pa.float64(), "made_by": texts,
    }  # fmt: skip
    rows = [_flat(report, document) for report, document in found]
    return pa.Table.from_pylist(rows, schema=pa.schema(list(kinds.items())))


def _flat(report: Report, document: str) -> dict[str, Any]:
    code = report.codes[0] if report.codes else None
    return {
        "id": report.id, "document": document, "kind": report.kind, "form": report.form,
        "level": report.level, "status": report.status,
        "start": report.when.start if report.when else None,
        "end": report.when.end if report.when else None,
        "country": report.where.country if report.where else None,
        "city": report.where.city if report.where else None,
        "type": code.type if code else None, "mode": code.mode if code else None,
        "quad": code.quad if code else None, "source": list(code.source) if code else [],
        "target": list(code.target) if code else [],
        "people": [p.name for p in report.participants if p.name], "topics": list(report.topics),
        "content": report.content, "due": report.due, "said_by": report.said_by,
        "quote": report.evidence[0].quote, "confidence": report.confidence,
        "made_by": report.made_by,
    }  # fmt: skip


class Reports:
    """Reports that were found: iterate over them, or take them as a table."""

    def __init__(self, found: list[tuple[Report, str]]) -> None:
        self._found = found

    def __iter__(self) -> Iterator[Report]:
        return (report for report, _ in self._found)

    def __len__(self) -> int:
        return len(self._found)

    def to_arrow(self) -> pa.Table:
        """One flat row per report; see frame_of for the columns."""
        return frame_of(self._found)

    def to_pandas(self) -> pd.DataFrame:
        """The same as a pandas frame (needs the extra ``frames``)."""
        frame: pd.DataFrame = self.to_arrow().to_pandas()
        return frame

    def to_polars(self) -> pl.DataFrame:
        """The same as a polars frame (needs the extra ``frames``)."""
        import polars as pl

        frame = pl.from_arrow(self.to_arrow())
        assert isinstance(frame, pl.DataFrame)
        return frame


class Record:
    """A record opened for reading. Use as a context manager or call close()."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def __enter__(self) -> Record:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the record."""
        self.store.close()

    def documents(self) -> Iterator[Document]:
        """All documents, newest first."""
        return self.store.documents()

    def reports(self, **wanted: Any) -> Reports:
        """Reports that pass the filters of ``record.store.Filter`` (kinds, between, since, ...).

        Raises QuestionError for a filter that does not exist.
        """
        from dragoman.errors import QuestionError
        from dragoman.record.store import Filter

        unknown = sorted(set(wanted) - set(Filter.__slots__))
        if unknown:
            raise QuestionError(
                f"no filter {unknown[0]!r}; filters are: {', '.join(Filter.__slots__)}"
            )
        return Reports(list(self.store.reports(Filter(**wanted))))


def connect(path: str | os.PathLike[str]) -> Record:
    """Open an existing record. Raises RecordError when there is none or it cannot be opened."""
    from dragoman.record.store import Store

    return Record(Store(os.fspath(path), must_exist=True))
