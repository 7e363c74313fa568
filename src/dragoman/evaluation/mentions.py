"""Mentions against files of tagged characters: how many names are found, whole and of their kind.

In: a file of blocks parted by empty lines, each line a character, a tab, and O, B-XX or I-XX; lines
that begin with "## " before the first character are comments. Out: precision, recall and F1 of (start,
end, kind) by kind. The kinds of KLUE (PS, OG, LC, DT, ...) and our own names are understood; others are
left out on both sides. A state counts as a place or a body, as such corpora have it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from dragoman.coding.model.encoder import Encoder, ReadMention
from dragoman.errors import QuestionError
from dragoman.evaluation.scores import Tally

__all__ = ["Tagged", "read_tagged", "score_mentions"]

Span = tuple[int, int, str]
Tagged = tuple[str, tuple[Span, ...]]

_KINDS = {
    "PS": "person", "PER": "person", "PERSON": "person", "OG": "body", "ORG": "body", "BODY": "body",
    "LC": "place", "LOC": "place", "PLACE": "place", "DT": "date", "DATE": "date", "EV": "event",
    "EVENT": "event",
}  # fmt: skip
_BATCH = 64


def read_tagged(path: Path) -> list[Tagged]:
    """Texts with their spans [start, end, kind), in code points.

    Raises QuestionError for a file that cannot be read, has a line of another shape, or no text.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as fault:
        raise QuestionError(
            f"{path}: cannot be read ({fault}); give a UTF-8 file of tagged characters"
        ) from fault
    found = [_tagged(block) for block in _blocks(path, lines)]
    if not found:
        raise QuestionError(f"{path}: holds no tagged characters (a character, a tab, O or B-PS)")
    return found


def _blocks(path: Path, lines: Iterable[str]) -> Iterator[list[tuple[str, str]]]:
    block: list[tuple[str, str]] = []
    for number, line in enumerate(lines, 1):
        if not line:
            if block:
                yield block
            block = []
        elif not (line.startswith("## ") and not block):
            character, tab, tag = line.rpartition("\t")
            if not tab or not character or not (tag == "O" or tag[:2] in ("B-", "I-")):
                raise QuestionError(
                    f"{path}:{number}: {line[:40]!r} is not a character, a tab and a tag (O, B-PS, I-PS)"
                )
            block.append((character, tag))
    if block:
        yield block


def _tagged(block: Sequence[tuple[str, str]]) -> Tagged:
    spans: list[Span] = []
    text, goes_on = "", False
    for character, tag in block:
        start = len(text)
        text += character
        kind = tag[2:]
        if tag[0] == "I" and goes_on and spans[-1][2] == kind:
            spans[-1] = (spans[-1][0], len(text), kind)
        elif tag != "O":
            spans.append((start, len(text), kind))
        goes_on = tag != "O"
    return text, tuple(spans)


def score_mentions(encoder: Encoder, tagged: Sequence[Tagged]) -> dict[str, Tally]:
    """A Tally for each kind that the file knows, and for "all"."""
    known = {
        _KINDS[kind.upper()] for _, spans in tagged for *_, kind in spans if kind.upper() in _KINDS
    }
    tallies = {kind: Tally() for kind in (*sorted(known), "all")}
    for start in range(0, len(tagged), _BATCH):
        batch = tagged[start : start + _BATCH]
        for (_, spans), read in zip(batch, encoder.read([t for t, _ in batch], 2.0), strict=True):
            wanted = {(a, b, _KINDS[k.upper()]) for a, b, k in spans if k.upper() in _KINDS}
            told = {span for m in read.mentions for span in _as_kinds(m, known, wanted)}
            for kind in known:
                own = {s for s in wanted if s[2] == kind}, {s for s in told if s[2] == kind}
                counts = len(own[0] & own[1]), len(own[1] - own[0]), len(own[0] - own[1])
                tallies[kind].add(*counts)
                tallies["all"].add(*counts)
    return tallies


def _as_kinds(mention: ReadMention, known: set[str], wanted: set[Span]) -> Iterator[Span]:
    """The mention as the file would have it; a state is what the file calls it, else a place."""
    if mention.kind == "state":
        bodies = (mention.start, mention.end, "body") in wanted
        yield mention.start, mention.end, "body" if bodies else "place"
    elif mention.kind in known:
        yield mention.start, mention.end, mention.kind
