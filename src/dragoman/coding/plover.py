"""PLOVER-2.0 codes: type, mode, contexts, quad class, and the CAMEO root derived from them.

In: what the rules or the encoder found. Out: Code. Source: PLOVER manual 2.0; the CAMEO roots by
the manual's "CAMEO to PLOVER translation", read backwards.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib import resources

from dragoman.records import Code, PloverType

__all__ = ["contexts_of", "make_code"]

# PLOVER manual 2.0, section "CAMEO to PLOVER translation". STATEMENT is CAMEO 01.
_CAMEO = {
    "STATEMENT": "01", "REQUEST": "02", "AGREE": "03", "CONSULT": "04", "SUPPORT": "05",
    "COOPERATE": "06", "AID": "07", "CONCEDE": "08", "RETREAT": "08", "ACCUSE": "11",
    "REJECT": "12", "THREATEN": "13", "PROTEST": "14", "MOBILIZE": "15", "SANCTION": "16",
    "COERCE": "17", "ASSAULT": "19",
}  # fmt: skip


@cache
def _contexts() -> tuple[tuple[str, re.Pattern[str]], ...]:
    text = resources.files("dragoman.data").joinpath("contexts.toml").read_text(encoding="utf-8")
    return tuple(
        (name, re.compile("|".join(words), re.IGNORECASE))
        for name, words in tomllib.loads(text).items()
    )


def contexts_of(text: str) -> tuple[str, ...]:
    """PLOVER contexts that the words of a passage speak of, in the table's order, at most three."""
    return tuple(name for name, pattern in _contexts() if pattern.search(text))[:3]


def make_code(
    type_: PloverType,
    source: Iterable[str],
    target: Iterable[str],
    mode: str | None = None,
    contexts: tuple[str, ...] = (),
) -> Code:
    """A Code with its quad class and CAMEO root; source and target are countries or bodies."""
    return Code(
        type=type_,
        mode=mode,
        contexts=contexts,
        cameo=_CAMEO[type_],
        source=tuple(dict.fromkeys(source)),
        target=tuple(dict.fromkeys(target)),
    )
