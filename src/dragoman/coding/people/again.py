"""People named again by a part of their name that no table lists: 산토스는, Finer, 세타 총리.

In: Told, a sentence with the mentions that were read in it. Out: the mentions, with those added
whom the document has named in full before. Names that the gazetteer finds are left to
people/named.py.
"""

from __future__ import annotations

import re

from dragoman.coding.names.mention import Mention
from dragoman.coding.people.cast import Figure
from dragoman.coding.people.settled import as_figure
from dragoman.coding.people.told import Told

__all__ = ["with_named_again"]

# Titles that follow the first of several names: 세타 총리 for 세타 타위신.
_KO_TITLED = r"(?=(?P<title>\s(?:총리|대통령|장관|외교장관|외무장관|국방장관|국왕|주석|의장|부총리|총재))(?:은|는|이|가|과|와|을|를|의|에게)[\s,])"
_RU_CASE = "(?:ой|ым|ом|ем|[аеуыяй])"


def with_named_again(told: Told, span: tuple[int, int], row: list[Mention]) -> list[Mention]:
    """The mentions of a sentence with those named again by a first name, a surname, a full name."""
    added: list[Mention] = []
    for figure in told.cast.figures:
        if told.language == "ko" and figure.key is not None and figure.country:
            for name in _first_names(figure):
                pattern = re.compile(rf"(?<![가-힣]){re.escape(name)}{_KO_TITLED}")
                added += _found(told, span, [*row, *added], figure, pattern)
        if figure.key is not None or not figure.full or figure.country is None:
            continue
        for name in sorted({*figure.names, *figure.surnames}, key=len, reverse=True):
            if len(name) > 1 and name in told.text:
                pattern = _bounded(name, told.language)
                added += _found(told, span, [*row, *added], figure, pattern)
    return sorted([*row, *added], key=lambda m: m.start) if added else row


def _first_names(figure: Figure) -> list[str]:
    """The first of a foreigner's several names, where it has more than one syllable."""
    first = {name.split(" ")[0] for name in figure.names if " " in name}
    return sorted((name for name in first if len(name) > 1), key=len, reverse=True)


def _found(
    told: Told, span: tuple[int, int], known: list[Mention], figure: Figure,
    pattern: re.Pattern[str],
) -> list[Mention]:  # fmt: skip
    """Where the pattern names the figure in a sentence and nothing known stands yet."""
    out: list[Mention] = []
    for place in pattern.finditer(told.text, *span):
        start, end = place.span()
        last = place.end("title") if "title" in pattern.groupindex else end
        if any(m.start < last and start < m.end for m in known):
            continue
        mention = Mention(
            start, last, told.text[start:last], "person", figure.country, None,
            told.text[start:end], sector="GOV", name_start=start, name_end=end,
        )  # fmt: skip
        out.append(as_figure(told, mention, figure))
    return out


def _bounded(name: str, language: str) -> re.Pattern[str]:
    """The name as a word of its own, with the endings that it may take."""
    if language == "ru":
        stem = re.sub(f"{_RU_CASE}$", "", name)
        if len(stem) > 3:
            return re.compile(rf"(?<![\w-]){re.escape(stem)}{_RU_CASE}?(?![\w-])")
    if language in ("en", "ru"):
        return re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])")
    if language == "ko":
        return re.compile(
            rf"(?<![가-힣]){re.escape(name)}(?=(?:은|는|이|가|을|를|과|와|의|에게|도|측)?(?![가-힣]))"
        )
    return re.compile(rf"(?<![ァ-ヶー]){re.escape(name)}(?![ァ-ヶー])")
