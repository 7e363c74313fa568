"""A document's text cut into pieces, each with the reports that it bears out.

In: a document and reports. Out: pieces in order that together are the whole text. Turning pieces
into HTML is left to the templates, which escape them.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.records import Document, Report

__all__ = ["Piece", "mark_text", "paragraphs", "share_coded"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text; ``reports`` that it bears out, ``kind`` of the first; ``first``: begins it."""

    start: int
    text: str
    reports: tuple[str, ...]
    kind: str | None
    first: bool


def mark_text(document: Document, reports: Iterable[Report]) -> list[Piece]:
    """The whole text in pieces, cut where evidence begins or ends."""
    spans = sorted(
        {(e.start, e.end, r.id, r.kind) for r in reports for e in r.evidence},
        key=lambda s: (s[0], -s[1], s[2]),
    )
    text = document.text
    cuts = sorted({0, len(text), *(s[0] for s in spans), *(s[1] for s in spans)})
    pieces, seen = [], set[str]()
    for start, end in itertools.pairwise(cuts):
        over = [s for s in spans if s[0] <= start and end <= s[1]]
        ids = tuple(dict.fromkeys(s[2] for s in over))
        pieces.append(
            Piece(start, text[start:end], ids, over[0][3] if over else None, bool(set(ids) - seen))
        )
        seen.update(ids)
    return pieces


def paragraphs(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """The pieces by line of the text; empty lines are left out."""
    lines: list[list[Piece]] = [[]]
    for piece in pieces:
        at = piece.start
        for n, part in enumerate(piece.text.split("\n")):
            if n:
                lines.append([])
                at += 1
            if part:
                first = piece.first and n == 0
                lines[-1].append(Piece(at, part, piece.reports, piece.kind, first))
            at += len(part)
    return [line for line in lines if any(p.text.strip() for p in line)]


def share_coded(pieces: Iterable[Piece]) -> int:
    """Percent of the text's letters that bear out a report."""
    total = coded = 0
    for piece in pieces:
        size = len("".join(piece.text.split()))
        total += size
        coded += size if piece.reports else 0
    return round(100 * coded / total) if total else 0
