"""What the tests of one language compare: a text's meetings and acts, each as one short line."""

from functools import cache

from dragoman.coding.pipeline import Coder
from dragoman.reading import read_document
from dragoman.records import Reading, Report
from dragoman.sources import Fetched

__all__ = ["acts_of", "meetings_of", "read_text"]


@cache
def _coder() -> Coder:
    return Coder()


def read_text(text: str, language: str, published: str, country: str | None = None) -> Reading:
    """A plain text read and coded as if it had come from a file."""
    fetched = Fetched(source="page.txt", url=None, data=text.encode(), content_type="text/plain")
    document = read_document(
        fetched, published=published, publisher_country=country, language=language
    )
    return _coder().code(document)


def _meeting(report: Report) -> str:
    parts = [
        ",".join(report.parties), report.form or "", report.level or "", report.status,
        (report.when.start or "")[:10] if report.when else "",
        report.where.city or "" if report.where else "",
    ]  # fmt: skip
    return " ".join(part for part in parts if part)


def meetings_of(reading: Reading) -> list[str]:
    """ "JPN,KOR meeting ministerial held 2024-11-14 Lima", sorted."""
    return sorted(_meeting(r) for r in reading.reports if r.kind == "meeting")


def acts_of(reading: Reading) -> list[str]:
    """ "ACCUSE JPN > PRK" or "AGREE JPN = KOR" with a status other than done, sorted, once each."""
    lines = set()
    for report in reading.reports:
        if report.kind == "meeting":
            continue
        for code in report.codes:
            source, target = sorted(code.source), sorted(code.target)
            line = f"{code.type} {','.join(source)}"
            if source == target:
                line = f"{code.type} {' = '.join(source)}"
            elif target:
                line += f" > {','.join(target)}"
            if report.status not in ("done", "made", "reaffirmed"):
                line += f" ({report.status})"
            lines.add(line)
    return sorted(lines)
