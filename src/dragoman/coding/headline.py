"""Whether the text bears its headline out.

In: a document's title and its reports. Out: True, False, or None when the title claims nothing
that could be checked. A headline is borne out when the words that carry it (its names and nouns)
stand together in the evidence of the reports; a question as headline promises an answer, and is
borne out only when a sentence of the text holds most of its words.
"""

from __future__ import annotations

import re

from dragoman.records import Document, Report

__all__ = ["judge_headline"]

_WORDS = re.compile(
    r"[가-힣]{2,}|[A-Za-z][\w’'-]{2,}|[\u4e00-\u9fff]{2}|[ァ-ヶー]{2,}|[А-Яа-яё]{4,}|\d+"
)
_EMPTY = frozenset(
    [
        "the",
        "and",
        "for",
        "with",
        "from",
        "readout",
        "remarks",
        "statement",
        "press",
        "president",
        "secretary",
        "이유는",
        "이유",
        "주목받는",
        "관련",
        "대한",
        "대해",
        "있는",
        "what",
        "why",
        "how",
    ]
)
# Chosen, not measured: half of a headline's words in one stretch of text.
_ENOUGH = 0.5


def _stems(text: str) -> set[str]:
    out = set()
    for word in _WORDS.findall(text):
        low = word.lower()
        if low not in _EMPTY:
            out.add(low[:4] if re.match(r"[a-zа-яё]", low) else low[:2])
    return out


def judge_headline(document: Document, reports: tuple[Report, ...]) -> bool | None:
    """Whether the reports' evidence holds what the title claims."""
    if not document.title:
        return None
    claimed = _stems(document.title)
    if len(claimed) < 2:
        return None
    best = 0.0
    for report in reports:
        said = _stems(" ".join(e.quote for e in report.evidence))
        best = max(best, len(claimed & said) / len(claimed))
    question = document.title.rstrip().endswith(("?", "？", "까", "는?"))
    return best >= (0.8 if question else _ENOUGH)
