"""One name in several scripts: アブドラ, 압둘라, Abdullah and Абдалла sound alike.

In: two names in Latin letters, kana, hangul or Cyrillic. Out: whether they may be one name. Only
consonants are compared, voiced and voiceless ones and l and r as one, for that is what each script
renders in its own way. It serves names that the tables lack; Chinese characters say nothing of
sound and are like nothing.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

__all__ = ["skeleton", "sounds_like"]

_LEADS = (
    "k", "k", "n", "t", "t", "r", "m", "p", "p", "s", "s", "", "s", "s", "s", "k", "t", "p", "",
)  # fmt: skip
_TAILS = (
    "", "k", "k", "k", "n", "n", "n", "t", "r", "k", "m", "p", "r", "r", "p", "r", "m", "p", "p",
    "s", "s", "n", "s", "s", "k", "t", "p", "",
)  # fmt: skip
_KANA = {
    "k": "カキクケコガギグゲゴヵヶ", "s": "サシスセソザジズゼゾチヂ", "t": "タツテトダヅデド",
    "n": "ナニヌネノン", "p": "フバビブベボパピプペポヴ", "m": "マミムメモ", "r": "ラリルレロ",
}  # fmt: skip
_LETTERS = str.maketrans(
    {
        "b": "p", "v": "p", "f": "p", "d": "t", "g": "k", "q": "k", "c": "k", "x": "k", "l": "r",
        "z": "s", "j": "s", "h": "", "w": "", "y": "",
        "б": "p", "п": "p", "в": "p", "ф": "p", "д": "t", "т": "t", "г": "k", "к": "k", "х": "k",
        "л": "r", "р": "r", "з": "s", "с": "s", "ж": "s", "ш": "s", "щ": "s", "ч": "s", "ц": "s",
        "м": "m", "н": "n", "й": "", "ъ": "", "ь": "",
    }
)  # fmt: skip
_OF_KANA = {sign: sound for sound, signs in _KANA.items() for sign in signs}
_SHORTEST = 3  # sounds; two of them are shared by too many names


@lru_cache(maxsize=4096)
def skeleton(name: str) -> str:
    """The consonants of a name, each sound once in a row; empty for Chinese characters."""
    out = []
    for char in unicodedata.normalize("NFKC", name).lower():
        if "가" <= char <= "힣":
            code = ord(char) - ord("가")
            out.append(_LEADS[code // 588] + _TAILS[code % 28])
        elif char in _OF_KANA:
            out.append(_OF_KANA[char])
        elif "\u4e00" <= char <= "\u9fff":
            return ""
        elif char.isalpha() and not "\u3040" <= char <= "\u30ff":
            plain = unicodedata.normalize("NFD", char)[0]
            out.append(plain.translate(_LETTERS))
    text = re.sub(r"sch|sh|ch|ts", "s", "".join(out))
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[^kstnpmr]", "", text))


def sounds_like(one: str, other: str) -> bool:
    """Whether a word of one name sounds like a word of the other.

    >>> sounds_like("アブドラ", "압둘라 2세")
    True
    >>> sounds_like("河野", "岩屋")
    False
    """
    heard = {s for word in re.split(r"[\s・·]+", one) if len(s := skeleton(word)) >= _SHORTEST}
    return any(skeleton(word) in heard for word in re.split(r"[\s・·]+", other))
