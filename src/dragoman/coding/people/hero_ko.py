"""Who goes on acting in a Korean text when a sentence names nobody: the one whom the text follows.

In: the scene with its cues. Out: that party, or none. 조 장관은 21일 회담했다. 라브로프 장관은 …라고 했다. 이어 케냐
외교장관과 만나 …: the subject that is left out is not who spoke last, but whom the account of a trip,
of talks, of a day follows: a person of the publisher's state in an office's own text, else whom the
lead opens with. Titles stand for it where the lead names nobody.
"""

from __future__ import annotations

import re

from dragoman.coding.cues.cue import Cue
from dragoman.coding.names.mention import Mention
from dragoman.coding.people.own_text import is_own_text
from dragoman.coding.people.parties import Party, party_of, state_at
from dragoman.coding.scene import Scene, Sentence

__all__ = ["find_hero", "names_stranger"]

_KINDS = frozenset({"person", "office", "state", "body"})
# 엘메르 시알레르 장관과의 회담: a name and a title that no table knows, as partner or speaker.
_STRANGER = re.compile(
    r"(?<![가-힣])[가-힣]{2,8}\s(?P<name>[가-힣]{2,8})(?<![은는을를의에도과와고며서간각양두세동전신])\s(?:[가-힣·]{1,8})?"
    r"(?P<title>장관|총리|대통령|차관|국왕|왕세자|주석|의장|국장|차관보|대신|부장|총재|대표)(?:과|와|과의|와의|과는|와는)\s"
)


def names_stranger(sentence: Sentence) -> bool:
    """Whether a Korean sentence brings in somebody in office whose state nothing tells."""
    return any(
        not any(
            m.start - sentence.start < found.end("title")
            and found.start("name") < m.end - sentence.start
            for m in sentence.mentions
        )
        for found in _STRANGER.finditer(sentence.text)
    )


def find_hero(scene: Scene, cues: dict[int, list[Cue]]) -> list[Party]:
    """Whom a Korean text follows; empty in other languages, and where the lead opens with nobody."""
    if scene.language != "ko":
        return []
    own = scene.document.publisher_country if is_own_text(scene.document, scene.sentences) else None
    told = [s for s in scene.sentences if s.coded][:2]
    heads: list[Mention] = []
    for sentence in told:
        heads += [
            m for m, cue in zip(sentence.mentions, cues[sentence.number], strict=True)
            if cue in ("topic", "subject") and m.kind in _KINDS and m.country
        ]  # fmt: skip
    titled = [
        m for s in scene.sentences if s.role == "title" for m in s.mentions
        if m.kind in ("person", "office") and m.country
    ]  # fmt: skip
    if own:
        ours = [m for m in [*heads, *titled] if m.country == own]
        if ours:
            return party_of(ours[0])
        first = scene.sentences[0] if scene.sentences else None
        at = (first.start, first.end) if first else (0, 0)
        return [state_at(own, *at)]
    return party_of(heads[0]) if heads else party_of(titled[0]) if titled else []
