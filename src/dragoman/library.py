"""dragoman as a library: ``dragoman.read(...)``.

In: paths, folders, "-", addresses. Out: Readings and Failures in order, one at a time, so that a
million documents need the memory of one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from dragoman.coding.pipeline import Coder
from dragoman.errors import DragomanError
from dragoman.reading import read_document
from dragoman.records import Failure, Reading
from dragoman.settings import Settings
from dragoman.sources import gather

__all__ = ["read"]


def read(
    targets: Sequence[str],
    *,
    settings: Settings | None = None,
    published: str | None = None,
    publisher: str | None = None,
    publisher_country: str | None = None,
    language: str | None = None,
) -> Iterator[Reading | Failure]:
    """Read and code every document that ``targets`` name; a fault becomes a Failure in its place."""
    settings = settings or Settings()
    coder = Coder(settings)
    for fetched in gather(targets, settings):
        if isinstance(fetched, Failure):
            yield fetched
            continue
        stage = "reading"
        try:
            document = read_document(
                fetched, settings=settings, published=published, publisher=publisher,
                publisher_country=publisher_country, language=language,
            )  # fmt: skip
            stage = "coding"
            yield coder.code(document)
        except DragomanError as fault:
            yield _failure(fetched.source, stage, str(fault), fetched.line)
        except Exception as fault:
            # One document must not end the batch: a defect of ours becomes a row that is seen.
            told = f"{type(fault).__name__}: {fault}"
            yield _failure(fetched.source, stage, told, fetched.line, "please report this defect")


def _failure(source: str, stage: str, fault: str, line: int | None, remedy: str = "") -> Failure:
    return Failure.model_validate(
        {"source": source, "stage": stage, "fault": fault, "remedy": remedy, "line": line,
         "at": datetime.now(UTC).isoformat(timespec="seconds")}
    )  # fmt: skip
