"""How sure a report is: what the rules or the encoder say of it -> the share of such that is right.

In: the Meetings and Acts of a scene with a raw ``sure``. Out: the same with ``sure`` as a
probability. The lines were fitted on labelled documents (`dragoman eval confidence --fit`) and stand
in data/confidence.toml; how far they hold on documents that were not fitted to is told in
docs/reference/confidence.md. To put what the rules read before the encoder too would tell right from
wrong better, but costs more time than all the rest of the reading (docs/reference/model.md).
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from dragoman.coding.acts.act import Act
from dragoman.coding.meetings.facts import Meeting

__all__ = [
    "Line", "lines_in_use", "log_odds", "raw_of", "sort_of", "weigh",
]  # fmt: skip

_LEAST, _MOST = 0.02, 0.98  # no report is called impossible, none certain
_RULES = "dragoman-rules"


@dataclass(frozen=True, slots=True)
class Line:
    """log odds = ``constant`` + ``slope`` · log odds of the raw value."""

    constant: float
    slope: float

    def share(self, raw: float) -> float:
        """The share that is right of what stands at ``raw`` (0 to 1)."""
        x = self.constant + self.slope * log_odds(raw)
        return round(min(max(1 / (1 + math.exp(-x)), _LEAST), _MOST), 2)


def log_odds(share: float) -> float:
    """Natural logarithm of share / (1 - share), the share kept within 0.001 and 0.999."""
    share = min(max(share, 0.001), 0.999)
    return math.log(share / (1 - share))


@lru_cache(maxsize=1)
def lines_in_use() -> dict[str, Line]:
    """The fitted lines by sort."""
    text = resources.files("dragoman.data").joinpath("confidence.toml").read_text("utf-8")
    return {
        name: Line(row["constant"], row["slope"])
        for name, row in tomllib.loads(text)["line"].items()
    }


def sort_of(told: Meeting | Act) -> str:
    """Which line of data/confidence.toml counts."""
    who = "rules" if told.made_by.startswith(_RULES) else "encoder"
    what = "meeting" if isinstance(told, Meeting) else "act"
    aimed = isinstance(told, Meeting) or bool(told.targets) or told.symmetric
    return f"{who}-{what}{'' if aimed else '-without-target'}"


def raw_of(told: Meeting | Act) -> float:
    """How plainly it was read, before it is weighed; a meeting without a day is less plain."""
    if isinstance(told, Meeting) and told.date is None:
        return max(told.sure - 0.1, 0.1)
    return told.sure


def weigh(told: Iterable[Meeting | Act]) -> None:
    """Turn each raw ``sure`` into the share of such reports that is right."""
    for one in told:
        one.sure = lines_in_use()[sort_of(one)].share(raw_of(one))
