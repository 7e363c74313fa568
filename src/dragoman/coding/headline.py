"""Whether the text bears its headline out.

In: a document's title and its reports. Out: True, False, or None when the title claims nothing
that could be checked. A headline is borne out when the words that carry it (its names and nouns)
stand in the text; a question as headline promises an answer, and is borne out only when the
evidence of one report holds most of its words.
"""

from __future__ import annotations

import re

from dragoman.coding.scene import CODED_ROLES
from dragoman.records import Document, Report

__all__ = ["judge_headline"]

_WORDS = re.compile(
    r"[가-힣]{2,}|[A-Za-z][\w’'-]{2,}|[\u4e00-\u9fff]{2,}|[ァ-ヶー]{2,}|[А-Яа-яё]{4,}|\d+"
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
# Chosen on the tune half of eval/: half of a headline's words in the text; most of a question's
# words in one stretch of it.
_ENOUGH = 0.5
_ANSWERED = 0.8


def _stems(text: str) -> set[str]:
    out = set()
    for word in _WORDS.findall(text):
        low = word.lower()
        if "\u4e00" <= low[0] <= "\u9fff":
            # Words are not told apart there: pairs of neighbours stand for them.
            out |= {low[i : i + 2] for i in range(len(low) - 1)}
            continue
        if low not in _EMPTY:
            out.add(low[:4] if re.match(r"[a-zа-яё]", low) else low[:2])
    return out


# Titles that name a kind of text and claim nothing: briefings, digests, calendars, columns.
_NAMES_A_TEXT = re.compile(
    r"briefing|digest|in brief|round-?up|calendar|interview|column|브리핑|총정리|한눈에|달력|일정|"
    r"인터뷰|경축사|기념사|칼럼|会見記録|会見録|コラム|社説|答记者问|例行记者会|брифинг|итоги|интервью",
    re.IGNORECASE,
)
_ASKS = re.compile(r"[?？]|(?:까|는가|이유는?|진짜 이유)\s*$|\bwhy\b", re.IGNORECASE)


def judge_headline(document: Document, reports: tuple[Report, ...]) -> bool | None:
    """Whether the text holds what the title claims; None where the title claims nothing of ours.

    A title that asserts is borne out by a text that holds its words, wherever they stand; one
    that asks is borne out only by the evidence of one report.
    """
    title = document.title
    if not title or not reports or _NAMES_A_TEXT.search(title):
        return None
    claimed = _stems(title)
    if len(claimed) < 2:
        return None
    if _ASKS.search(title):
        best = max(
            len(claimed & _stems(" ".join(e.quote for e in report.evidence))) / len(claimed)
            for report in reports
        )
        return best >= _ANSWERED
    return len(claimed & _stems(_body(document))) / len(claimed) >= _ENOUGH


def _body(document: Document) -> str:
    """What the text says itself: neither the title nor headings, questions or a page's frame."""
    told = [p for p in document.passages if p.role in CODED_ROLES]
    text = "\n".join(document.text[p.start : p.end] for p in told) or document.text
    return text.removeprefix(document.title or "")
