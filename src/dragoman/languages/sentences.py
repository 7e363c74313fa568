"""Cut a passage into sentences: the scan that all languages share.

In: one passage. Out: spans, trimmed, in order. A language brings the pattern of places where a
sentence may end, the quotations and brackets that hold together, and a judge of each place.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable

__all__ = ["LIST_MARKER", "enclosures", "last_word", "split_passage"]

# A quotation longer than this is a speech, and its sentences are cut (chosen, not measured).
LONGEST_QUOTE = 400
LIST_MARKER = re.compile(
    r"[(\[（〔]?(?:\d{1,3}|[ivxIVX]{1,5}|[A-Za-zА-Яа-я]|[가나다라마바사아자차카타파하]"
    r"|[①-⑳]|[一二三四五六七八九十]{1,3}|[ㄱ-ㅎ])(?:[.．]\d{1,2})*[.．)\]）〕、][\s.]*"
)
_BLANK_LINE = re.compile(r"[ \t\r\u3000]*\n[ \t\r\u3000]*\n\s*|\n(?=\s*[-*•·○●◦▲△■□◇◆▶※❍ㅇ]\s)")


def enclosures(pairs: tuple[tuple[str, str], ...], straight: bool = True) -> re.Pattern[str]:
    """A pattern of quotations and brackets, each at most LONGEST_QUOTE long.

    A straight quote opens only where a word may begin: after a space, bracket or punctuation.
    """
    forms = [
        rf"{re.escape(a)}(?:[^{re.escape(a + b)}]|{re.escape(a)}[^{re.escape(a + b)}]{{0,200}}"
        rf"{re.escape(b)}){{0,{LONGEST_QUOTE}}}{re.escape(b)}"
        for a, b in pairs
    ]
    if straight:
        forms.append(rf'(?<![^\s(\[「『‘“—–,:：（…-])"(?=\S)[^"]{{1,{LONGEST_QUOTE}}}"')
    return re.compile("|".join(forms))


def last_word(text: str, end: int, start: int = 0) -> str:
    """The run without spaces that ends at ``end``, opening marks cut off (at most 30 long)."""
    chunk = text[max(start, end - 30) : end]
    parts = chunk.split()
    return parts[-1].lstrip("(\"'“‘«[「『（") if parts and not chunk[-1].isspace() else ""


def split_passage(
    text: str,
    places: re.Pattern[str],
    held: re.Pattern[str],
    ends_here: Callable[[str, int, re.Match[str]], bool],
    holds: Callable[[str, int, int], bool] | None = None,
) -> list[tuple[int, int]]:
    """Spans of the sentences of ``text``.

    ``places`` matches a terminator with the marks that close after it; ``held`` matches stretches
    that are never cut inside (those for which ``holds(text, start, end)`` is true, when given);
    ``ends_here(text, start of the sentence, match)`` judges a place.
    """
    stretches = [m.span() for m in held.finditer(text) if holds is None or holds(text, *m.span())]
    opens = [start for start, _ in stretches]
    cuts = {m.end() for m in _BLANK_LINE.finditer(text)}
    breaks = sorted(cuts)
    spans: list[tuple[int, int]] = []
    begin = upcoming = 0
    for place in places.finditer(text):
        while upcoming < len(breaks) and breaks[upcoming] <= place.start():
            _add(text, begin, breaks[upcoming], spans)
            begin = breaks[upcoming]
            upcoming += 1
        at = bisect_right(opens, place.start()) - 1
        if at >= 0 and place.end() < stretches[at][1]:
            continue
        if LIST_MARKER.fullmatch(text, _skip_space(text, begin), place.end()):
            continue
        if ends_here(text, begin, place):
            _add(text, begin, place.end(), spans)
            begin = place.end()
    for cut in breaks[upcoming:]:
        _add(text, begin, cut, spans)
        begin = max(begin, cut)
    _add(text, begin, len(text), spans)
    return spans


def _skip_space(text: str, start: int) -> int:
    while start < len(text) and text[start].isspace():
        start += 1
    return start


def _add(text: str, start: int, end: int, spans: list[tuple[int, int]]) -> None:
    start = _skip_space(text, start)
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        spans.append((start, end))
