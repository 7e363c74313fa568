"""What a cue is: the name for how a mention hangs in its sentence.

In: a match of one language's pattern, whose groups bear the names of the cues. Out: the Cue. The
patterns are left to cues/ko.py, cues/ja.py, cues/en.py, cues/zh.py and cues/ru.py.
"""

from __future__ import annotations

import re
from typing import Literal

__all__ = ["ASIDE", "Cue", "named_cue"]

Cue = Literal[
    "topic", "subject", "object", "with", "to", "of", "about", "by", "at", "from", "bare", "and"
]

# Japan's ministry gives names and offices in Latin letters in up to 200 characters.
ASIDE = r"(?:\s?[(\[（［][^()\[\]（）［］]{0,220}[)\]）］])?"

# Groups that cannot bear the name of their cue: words of Python, and a second one of the same.
_NAMES = {"fromm": "from", "andd": "and", "withh": "with", "withof": "with"}


def named_cue(found: re.Match[str] | None) -> Cue:
    """The cue that the group which matched is named for; "bare" where none did."""
    if found is None or found.lastgroup is None:
        return "bare"
    return _NAMES.get(found.lastgroup, found.lastgroup)  # type: ignore[return-value]
