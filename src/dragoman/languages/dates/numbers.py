"""Read the numbers that dates are written in: digits of any width, Chinese numerals, words."""

from __future__ import annotations

__all__ = ["read_number"]

_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "两": 2, "兩": 2}


def read_number(text: str) -> int:
    """The number that ``text`` writes: "14", "１４", "十四", "廿一", "二〇二四"; -1 for none."""
    text = text.strip()
    if text.isdigit():
        return int(text)
    text = text.replace("廿", "二十").replace("卅", "三十")
    if "十" in text:
        tens, _, ones = text.partition("十")
        if (tens and tens not in _DIGITS) or (ones and ones not in _DIGITS):
            return -1
        return (_DIGITS[tens] if tens else 1) * 10 + (_DIGITS[ones] if ones else 0)
    if text and all(c in _DIGITS for c in text):
        return int("".join(str(_DIGITS[c]) for c in text))
    return -1
