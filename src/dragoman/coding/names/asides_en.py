"""Names in English that stand inside another name and take no part: the envoy for North Korea.

In: one sentence with what it names. Out: the same without the states of an envoy's brief, the bodies whose
resolutions are broken or kept, and the plural titles behind a body ("EU foreign ministers"), for whom
the body stands. Who acts upon whom is left to cues/find.py and acts/arguments_en.py.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.coding.names.mention import Mention

__all__ = ["without_asides"]

# "the U.S. special envoy for Iran", "special representative on North Korea policy"
_BRIEF = re.compile(
    r"(?:[Ee]nvoys?|[Rr]epresentatives?|[Cc]oordinators?|[Rr]apporteurs?|[Nn]egotiators?)\s(?:for|on)\s(?:the\s)?$"
    r"|[Ss]pecial (?:[Ee]nvoy|[Rr]epresentative)\sto\s(?:the\s)?$"
)
_KEPT = re.compile(
    r"\b(?:(?:violat|breach|flout|def[iy]|contraven|implement|enforc|observ|uphold|respect|disregard)\w*(?:\s(?:of|for))?|compl\w+ with"
    r"|under|pursuant to|(?:in line|in accordance|consistent|in compliance) with)\s(?:[\w-]+\s){0,3}$"
)
_RULES = re.compile(
    r"(?:[’']s?)?\s(?:Security Council\s)?(?:[Rr]esolutions?|[Cc]harter|[Ss]anctions)\b"
)

# "EU foreign ministers", "the Group of Seven (G7) foreign ministers", "ASEAN’s ministers"
_OWNED = re.compile(r"(?:[’']s|\s\([A-Z][\w-]{1,9}\))?\s")


def without_asides(text: str, base: int, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions that may act or be acted upon. ``base``: where the sentence ``text`` stands."""
    out: list[Mention] = []
    for m in mentions:
        before, behind = text[: m.start - base], text[m.end - base :]
        if m.kind in ("state", "states", "place") and _BRIEF.search(before[-60:]):
            continue
        if m.kind == "body" and _RULES.match(behind) and _KEPT.search(before[-70:]):
            continue
        if (
            m.kind == "joint" and out and out[-1].kind == "body" and out[-1].sector == "IGO"
            and _OWNED.fullmatch(text[out[-1].end - base : m.start - base])
        ):  # fmt: skip
            continue
        out.append(m)
    return out
