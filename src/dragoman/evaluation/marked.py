"""Pairs in marked sentences: what a source does to a target, for anybody's test set.

In: a TSV with a column ``marked_sentence`` (source in ``<s>…</s>``, target in ``<t>…</t>``, one
pair a row), perhaps a gold column. Out: a TSV with ``row``, ``root``, ``quad``, ``conflict``,
``score``, one line a row whatever the row holds; macro-F1 where gold is given.

Roots are the fifteen of PLOVER's public test sets: CONCEDE and RETREAT are joined as YIELD, which
counts as material cooperation; a mere STATEMENT or no act at all is no root, so the likeliest of
the others is written. Those sets draw the lines between roots where CAMEO drew them, and in
``PUBLIC_ROOTS`` stands where that is not where the PLOVER 2.0 manual, and so the encoder, draws them.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.coding.model.encoder import Encoder, Judgement, Marked
from dragoman.errors import QuestionError

__all__ = [
    "PUBLIC_ROOTS", "PUBLIC_ROOTS_AHEAD", "ROOTS", "Prediction", "macro_f1", "predict",
    "public_root", "read_marked", "score_marked", "unmark",
]  # fmt: skip

ROOTS = (
    "AGREE", "CONSULT", "SUPPORT", "YIELD", "COOPERATE", "AID", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
_QUADS = {
    "AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "YIELD": 2, "COOPERATE": 2, "AID": 2, "REQUEST": 3,
    "ACCUSE": 3, "REJECT": 3, "THREATEN": 3, "PROTEST": 4, "SANCTION": 4, "MOBILIZE": 4,
    "COERCE": 4, "ASSAULT": 4,
}  # fmt: skip
#: (type, mode) of PLOVER 2.0 -> the root that the public sets give it: a verdict is disapproval (CAMEO 116), an
#: arrest warrant goes with the arrest (173), an intent to yield with other intents (035), cyber attacks with attacks.
PUBLIC_ROOTS = {
    ("SANCTION", "convict"): "ACCUSE",
    ("COERCE", "cyber"): "ASSAULT",
    ("THREATEN", "arrest"): "COERCE",
    ("CONCEDE", "promise"): "AGREE",
}
#: The same of acts that are only announced: an intent to yield, and hostile intent (CAMEO 13).
PUBLIC_ROOTS_AHEAD = {
    "RETREAT": "AGREE",
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), "THREATEN"),
}
_YIELDS = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
_GOLD = ("gold_root", "root", "label")
_MARK = re.compile(r"<(/?)\s*([sStT])\s*>")
_BATCH = 64


@dataclass(frozen=True, slots=True)
class Prediction:
    """What one row says: its number (from 0), root, quad class 1 to 4, probability of the root."""

    row: int
    root: str
    quad: int
    score: float

    @property
    def conflict(self) -> bool:
        """Whether the quad class is a conflict, verbal (3) or material (4)."""
        return self.quad >= 3


def unmark(marked: str) -> Marked:
    """The sentence without its marks, and where source and target stand in it.

    Of several marked sources (or targets) the first counts; a mark that is never closed marks
    nothing.
    """
    parts: list[str] = []
    length = last = 0
    opened: dict[str, int] = {}
    spans: dict[str, tuple[int, int]] = {}
    for mark in _MARK.finditer(marked):
        piece = marked[last : mark.start()]
        parts.append(piece)
        length += len(piece)
        last = mark.end()
        letter = mark[2].lower()
        if not mark[1]:
            opened[letter] = length
        elif letter in opened and length > opened[letter]:
            spans.setdefault(letter, (opened.pop(letter), length))
    parts.append(marked[last:])
    return Marked("".join(parts), spans.get("s"), spans.get("t"))


def read_marked(path: Path) -> tuple[list[str], list[str] | None]:
    """The marked sentences of a TSV, and the gold roots where a column gives them.

    Raises QuestionError for a file that cannot be read or has no such column.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as fault:
        raise QuestionError(f"{path}: cannot be read ({fault}); give a UTF-8 TSV") from fault
    rows = _rows(text)
    header = [name.strip() for name in rows[0]] if rows else []
    if "marked_sentence" not in header:
        raise QuestionError(
            f"{path}: no column 'marked_sentence' in its first line ({', '.join(header)[:200]})"
        )
    at = header.index("marked_sentence")
    sentences = [row[at] if at < len(row) else "" for row in rows[1:]]
    gold = next((header.index(name) for name in _GOLD if name in header), None)
    if gold is None:
        return sentences, None
    return sentences, [row[gold].strip().upper() if gold < len(row) else "" for row in rows[1:]]


def _rows(text: str) -> list[list[str]]:
    """Cells by line: as a quoted TSV, or plainly where a lone quotation mark would swallow lines."""
    lines = text.splitlines()
    try:
        rows = list(csv.reader(lines, delimiter="\t", strict=True))
    except csv.Error:
        rows = []
    if len(rows) != len(lines):
        rows = list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    return rows


def predict(
    encoder: Encoder, sentences: Sequence[str], manual: bool = False
) -> Iterator[Prediction]:
    """One prediction a sentence, in order; ``manual``: roots are drawn as the PLOVER 2.0 manual draws them."""
    for start in range(0, len(sentences), _BATCH):
        batch = sentences[start : start + _BATCH]
        judged = encoder.judge([unmark(sentence) for sentence in batch])
        for number, judgement in enumerate(judged):
            shares = _shares(judgement, manual)
            root = max(shares, key=shares.__getitem__)
            yield Prediction(start + number, root, _QUADS[root], shares[root])


def _shares(judgement: Judgement, manual: bool) -> dict[str, float]:
    """Probability of each root, of those that are roots."""
    shares = dict.fromkeys(ROOTS, 0.0)
    for kind, probability in judgement.types.items():
        mode = judgement.modes.get(kind)
        root = _YIELDS.get(kind, kind) if manual else public_root(kind, mode, judgement.status)
        if root in shares:
            shares[root] += probability
    total = sum(shares.values()) or 1.0
    return {root: share / total for root, share in shares.items()}


def public_root(kind: str, mode: str | None, status: str) -> str:
    """The root of a PLOVER 2.0 type, mode and status in the public test sets."""
    root = PUBLIC_ROOTS.get((kind, mode or ""), kind)
    if status == "planned":
        root = PUBLIC_ROOTS_AHEAD.get(root, root)
    return _YIELDS.get(root, root)


def macro_f1(gold: Sequence[object], told: Sequence[object]) -> float:
    """Mean of F1 over the classes that gold holds."""
    scores = []
    for name in sorted(set(gold), key=str):
        right = sum(g == t == name for g, t in zip(gold, told, strict=True))
        wrong = sum(g != name and t == name for g, t in zip(gold, told, strict=True))
        missed = sum(g == name != t for g, t in zip(gold, told, strict=True))
        scores.append(2 * right / max(1, 2 * right + wrong + missed))
    return sum(scores) / max(1, len(scores))


def score_marked(gold: Sequence[str], told: Sequence[Prediction]) -> dict[str, float]:
    """Macro-F1 of roots, quad classes and conflict over the rows whose gold is a root."""
    pairs = [(_YIELDS.get(g, g), t) for g, t in zip(gold, told, strict=True)]
    pairs = [(g, t) for g, t in pairs if g in _QUADS]
    roots = [g for g, _ in pairs]
    quads = [_QUADS[g] for g in roots]
    return {
        "rows": len(pairs),
        "root": macro_f1(roots, [t.root for _, t in pairs]),
        "quad": macro_f1(quads, [t.quad for _, t in pairs]),
        "conflict": macro_f1([q >= 3 for q in quads], [t.conflict for _, t in pairs]),
    }
