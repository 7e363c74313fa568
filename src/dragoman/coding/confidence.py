"""How sure a report is: what the rules or the encoder say of it -> the share of such that is right.

In: the Meetings and Acts of a scene with a raw ``sure``, and the encoder when there is one. Out: the
same with ``sure`` as a probability. What the rules read is put before the encoder as well; its
opinion does not change what is reported, only how surely. The weights of the formula are fitted on
labelled documents (`dragoman eval confidence --fit`) and stand in data/confidence.toml; how far
they hold on documents that were not fitted to is told in docs/reference/confidence.md.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from dragoman.coding.acts import Act
from dragoman.coding.encoder import Encoder, Judgement, Marked
from dragoman.coding.meeting_facts import Meeting
from dragoman.coding.parties import Party
from dragoman.coding.scene import Sentence

__all__ = [
    "Line", "lines_in_use", "log_odds", "raw_of", "second_opinions", "sort_of", "weigh",
]  # fmt: skip

_LEAST, _MOST = 0.02, 0.98  # no report is called impossible, none certain
_RULES = "dragoman-rules"
# What a meeting is in PLOVER, by its status: a future one is AGREE, one called off REJECT.
_MEETING_TYPES = {"planned": "AGREE", "proposed": "AGREE", "cancelled": "REJECT"}


@dataclass(frozen=True, slots=True)
class Line:
    """log odds = ``constant`` + ``own`` · log odds of the raw value + ``other`` · those of the
    encoder's opinion."""

    constant: float
    own: float
    other: float

    def share(self, raw: float, opinion: float | None) -> float:
        """The share that is right of what stands at ``raw`` and ``opinion`` (0 to 1)."""
        x = self.constant + self.own * log_odds(raw)
        if opinion is not None:
            x += self.other * log_odds(opinion)
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
        name: Line(row["constant"], row["own"], row["other"])
        for name, row in tomllib.loads(text)["line"].items()
    }


def sort_of(told: Meeting | Act, opinion: float | None) -> str:
    """Which line of data/confidence.toml counts."""
    who = "rules" if told.made_by.startswith(_RULES) else "encoder"
    what = "meeting" if isinstance(told, Meeting) else "act"
    return f"{who}-{what}{'-read' if opinion is not None else ''}"


def raw_of(told: Meeting | Act) -> float:
    """How plainly it was read, before it is weighed; a meeting without a day is less plain."""
    if isinstance(told, Meeting) and told.date is None:
        return max(told.sure - 0.1, 0.1)
    return told.sure


def weigh(meetings: Sequence[Meeting], acts: Sequence[Act], encoder: Encoder | None) -> None:
    """Turn each raw ``sure`` into the share of such reports that is right."""
    told: list[Meeting | Act] = [*meetings, *acts]
    opinions = second_opinions(told, encoder) if encoder is not None else [None] * len(told)
    for one, opinion in zip(told, opinions, strict=True):
        line = lines_in_use()[sort_of(one, opinion)]
        one.sure = line.share(raw_of(one), opinion)


def second_opinions(told: Sequence[Meeting | Act], encoder: Encoder) -> list[float | None]:
    """The encoder's probability of what the rules read, in order; None of what it made itself, or
    where no sentence names both sides."""
    asked = [_question(one) for one in told]
    judged = iter(encoder.judge([question for question in asked if question is not None]))
    return [
        None if question is None else _probability(one, next(judged))
        for one, question in zip(told, asked, strict=True)
    ]


def _question(one: Meeting | Act) -> Marked | None:
    if not one.made_by.startswith(_RULES):
        return None
    sentence = one.sentences[0]
    if isinstance(one, Meeting):
        inside = list(_inside(sentence, one.parties))
        pairs = ((a, b) for a in inside for b in inside if a.country != b.country)
        pair = next(pairs, None)
        return pair and _marked(sentence, *pair)
    source = next(_inside(sentence, one.sources), None)
    target = next(_inside(sentence, one.targets), None)
    if source is None or (target is None and one.targets):
        return None
    return _marked(sentence, source, target)


def _inside(sentence: Sentence, parties: Iterable[Party]) -> Iterator[Party]:
    return (p for p in parties if p.country and sentence.start <= p.start and p.end <= sentence.end)


def _marked(sentence: Sentence, source: Party, target: Party | None) -> Marked:
    def place(party: Party) -> tuple[int, int]:
        return party.start - sentence.start, party.end - sentence.start

    return Marked(sentence.text, place(source), place(target) if target is not None else None)


def _probability(one: Meeting | Act, judgement: Judgement) -> float:
    if isinstance(one, Act):
        return judgement.types.get(one.trigger.type, 0.0)
    also = _MEETING_TYPES.get(one.status)
    return judgement.types["CONSULT"] + (judgement.types[also] if also else 0.0)
