"""Sentences of documents as evidence, and how well each fits a question.

In: documents, words, perhaps an encoder. Out: Told values: a sentence with its exact place in
its document and a score. An answer is made of these and of nothing else.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

from dragoman import languages
from dragoman.records import Document, Evidence

__all__ = [
    "Told", "Vectors", "cover", "distinct", "evidence_at", "fold", "holding", "is_asked", "sentences_of",
    "similarities", "without_desk",
]  # fmt: skip

# Roles that state something; titles, headings and questions do not.
_STATING = frozenset({"paragraph", "list item", "answer", "quote", "table row"})
_ROW = re.compile(r"\d{1,2}:\d\d\s+\S")  # 15:00 Meeting with ...: of a calendar
_CAPTION = re.compile(r"\s*(?:사진|그림|写真|Photo) ?\d")
_ASKING = re.compile(
    r"承知していますが|(?:でしょうか|ますか|ですか)。?$|(?:습니까|나요|는가요)\?$|\?$|？$"
)


class Vectors(Protocol):
    """What ranking needs of an encoder."""

    def vectors(self, texts: Sequence[str], /) -> npt.NDArray[np.float32]:
        """One unit vector per text, (n, 384)."""
        ...


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence of a document: its evidence (with the document's address) and whose it is.

    ``makers``: codes of the states or bodies that act in it, where a report says so.
    """

    evidence: Evidence
    document: Document
    score: float = 0.0
    makers: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The sentence with its line breaks as spaces."""
        return " ".join(self.evidence.quote.split())


def sentences_of(document: Document) -> list[Told]:
    """Every sentence of a document that states something, in order."""
    language = languages.get(document.language)
    out: list[Told] = []
    for passage in document.passages:
        text = document.text[passage.start : passage.end]
        if passage.role not in _STATING and not _ROW.match(text):
            continue
        for start, end in language.split_sentences(text):
            quote = text[start:end]
            if quote.strip() and not _CAPTION.match(quote):
                begin = passage.start + start
                out.append(Told(evidence_at(document, begin, begin + len(quote)), document))
    return out


# NEW DELHI/BRUSSELS - : the desk that edited it, not where it happened.
_SECOND = re.compile(r"(?<=[A-Z])/[A-Z][A-Z ]+(?= -)")


def without_desk(text: str) -> str:
    """A text whose dateline names the first town alone."""
    return _SECOND.sub("", text)


def is_asked(text: str) -> bool:
    """Whether a sentence asks: what a reporter asks is no answer."""
    return bool(_ASKING.search(text))


def evidence_at(document: Document, start: int, end: int) -> Evidence:
    """Evidence that carries its document's address (its id where it has none)."""
    return Evidence.at(document.text, start, end, url=document.url or document.id)


def holding(document: Document, words: str) -> Told | None:
    """The first sentence of a document that holds ``words`` as they stand."""
    return next((told for told in sentences_of(document) if words in told.evidence.quote), None)


def fold(text: str) -> str:
    """Text for comparing words: NFKC, lower case, spaces single."""
    return " ".join(unicodedata.normalize("NFKC", text).lower().split())


def cover(words: Sequence[str], text: str) -> float:
    """Share of the words that stand in the text, by stem: 0 to 1; 1 for no words."""
    if not words:
        return 1.0
    folded = fold(text)
    return sum(_stands(fold(word), folded) for word in words) / len(words)


def _stands(word: str, text: str) -> bool:
    if re.match(r"[a-zа-я]", word):
        stem = word if len(word) < 6 else word[: max(5, len(word) - 3)]
        return bool(re.search(rf"\b{re.escape(stem)}", text))
    if word in text:
        return True
    # 강제동원배상 and 강제동원 배상, 발사하 and 발사: compare without spaces, drop an ending.
    packed = text.replace(" ", "")
    return word in packed or (len(word) > 2 and word[:-1] in packed)


def similarities(
    question: str, told: Sequence[Told], encoder: Vectors | None
) -> npt.NDArray[np.float32]:
    """Cosine of each sentence to the question, (n,); zeros without an encoder."""
    if encoder is None or not told:
        return np.zeros(len(told), dtype=np.float32)
    texts = [question, *(t.text[:400] for t in told)]
    vectors = encoder.vectors(texts)
    out: npt.NDArray[np.float32] = vectors[1:] @ vectors[0]
    return out


def distinct(told: Iterable[Told]) -> list[Told]:
    """Each sentence once, whatever the number of papers that print it."""
    seen: dict[str, Told] = {}
    for one in told:
        seen.setdefault(fold(one.text), one)
    return list(seen.values())
