"""The amounts that a question names, and whether a sentence tells the very same.

In: a question's text and a sentence. Out: yes or no, whatever the script: 30억, 3 billion and
30亿 are one amount. Days are no amounts; numbers without anything counted are left to fitting.py.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

from dragoman.languages.dates import find_dates

__all__ = ["amounts_in", "holds_amounts"]

_SCALES = {
    "천": 1e3, "千": 1e3, "thousand": 1e3, "тысяч": 1e3, "만": 1e4, "万": 1e4, "萬": 1e4,
    "백만": 1e6, "million": 1e6, "миллион": 1e6, "млн": 1e6, "억": 1e8, "億": 1e8, "亿": 1e8,
    "billion": 1e9, "миллиард": 1e9, "млрд": 1e9, "조": 1e12, "兆": 1e12, "trillion": 1e12,
}  # fmt: skip
_NUMERALS = {
    word: number
    for number, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), start=1
    )
}
_SCALE = "|".join(sorted(_SCALES, key=len, reverse=True))
# What is counted behind a small number in a question: 5명, 3隻, 20 percent.
_COUNTED = (
    r"명|대(?!통령)|척|개국|발|톤|퍼센트|%|人|名|隻|機|台|パーセント|艘|架|辆|"
    r"percent|people|troops|soldiers|tanks|ships|drones|missiles|trucks|children|countries"
)
_NUMBER = re.compile(
    rf"(?<![\d.,])(\d[\d,]*(?:\.\d+)?|\b(?:{'|'.join(_NUMERALS)})\b)(?:[ -]?({_SCALE})\w*)?"
    rf"(?:\s?(\d[\d,]*)\s?(천|千|만|万))?(?: ?(?:여 |여)?({_COUNTED}))?",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def amounts_in(text: str, language: str, counted: bool = False) -> frozenset[float]:
    """Amounts in a text; ``counted``: only those with a scale or something counted behind them."""
    # Any anchor will do: only where days stand matters.
    for day in reversed(find_dates(text, language, dt.date(2000, 1, 1))):
        text = text[: day.start] + " " * (day.end - day.start) + text[day.end :]
    out = set()
    for found in _NUMBER.finditer(text):
        if counted and not (found[2] or found[5]):
            continue
        word = found[1].lower()
        value = float(_NUMERALS.get(word, 0) or word.replace(",", ""))
        value *= _SCALES[found[2].lower()] if found[2] else 1.0
        if found[3]:  # 2만 5천, 1억 3千万
            value += float(found[3].replace(",", "")) * _SCALES[found[4]]
        out.add(value)
    return frozenset(out)


def holds_amounts(question: str, asked_in: str, text: str, language: str) -> bool:
    """Whether every amount that a question names stands in a text.

    >>> holds_amounts("5천 명을 어디에서 치료하나?", "ko", "2천 명을 치료하겠다", "ko")
    False
    >>> holds_amounts("30억 달러를 누가 냈나?", "ko", "paid three billion dollars", "en")
    True
    """
    asked = amounts_in(question, asked_in, counted=True)
    return not asked or asked <= amounts_in(text, language)
