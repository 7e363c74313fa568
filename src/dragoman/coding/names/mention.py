"""What a sentence names: the value that passes between the gazetteer, the encoder and the rules.

Plain slotted dataclasses, not pydantic: there are thousands of them in a document batch. Offsets
are code points in the document's text, half-open.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["Mention", "MentionKind"]

MentionKind = Literal[
    "person",  # a person by name, with or without title: 조태열 장관, Secretary Blinken
    "office",  # an office that stands for its holder: 미국 국무장관, the Japanese foreign minister
    "state",  # a state by name, adjective, capital or seat of power: 러시아, Russian, 모스크바, 백악관
    "body",  # an international body, ministry, party, army, company: APEC, 외교부, NATO
    "group",  # people without a name of their own: protesters, 경찰
    "states",  # a compound of states: 한미일, 북러, 日米韓, U.S.-ROK: see members
    "joint",  # a joint phrase: 양 장관, 두 정상, 양측, 3국 장관, "the two ministers": see count
    "pronoun",  # 그는, he, 同氏: resolved from what was named before, else kept out
    "place",  # a place as a place: 리마, Lima
]


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention.

    ``country``: ISO alpha-3 or a body's abbreviation ("USA", "APEC"); for ministries and persons
    the country they act for. ``actor``: Wikidata id, else the actor's code, None when unknown or
    when ``candidates`` holds more than one. ``name``: the actor's fullest name in this document
    (안토니 블링컨 for 블링컨 장관). ``office``: canonical English office ("foreign minister").
    ``sector``: PLOVER sector. ``members``: the countries of a compound in order. ``count``: how
    many a joint phrase speaks of (2 for 양측), 0 when it does not say. ``adjective``: the state is
    named by an adjective or stands before a noun as its owner. ``geonames`` and ``city`` for places.
    ``name_start``, ``name_end``: the bare name of a person inside [start, end), which covers the
    titles around it too; -1 when no name stands there.

    For the rooms of people/resolve.py alone: ``people`` are the keys of those in the tables whom the name
    may mean, ``covers`` the offices that a title without an office of its own (장관, Secretary) may
    mean, ``state`` "former" or "elect" when the title says so.
    """

    start: int
    end: int
    text: str
    kind: MentionKind
    country: str | None = None
    actor: str | None = None
    name: str | None = None
    office: str | None = None
    sector: str | None = None
    members: tuple[str, ...] = ()
    count: int = 0
    adjective: bool = False
    city: str | None = None
    geonames: int | None = None
    candidates: tuple[str, ...] = ()
    name_start: int = -1
    name_end: int = -1
    people: tuple[str, ...] = ()
    covers: tuple[str, ...] = ()
    state: str = ""

    @property
    def offices(self) -> tuple[str, ...]:
        """All offices that the title may mean."""
        return self.covers or ((self.office,) if self.office else ())
