"""The two whom a document is about, as its headline names them.

In: a Scene. Out: two Parties, or none: where the headline names more or fewer (and in Russian the
head of the text does not settle it), and in languages whose rules need no pair.
"""

from __future__ import annotations

from dragoman.coding.people.own_text import is_own_text
from dragoman.coding.people.parties import Party, one_of_each, party_of
from dragoman.coding.people.titles_ru import find_pair
from dragoman.coding.scene import Scene

__all__ = ["find_main_pair"]


def find_main_pair(scene: Scene) -> list[Party]:
    """The two; in a Russian text of a government's own, that government and the one it names."""
    if scene.language == "ru":
        home = (
            scene.document.publisher_country
            if is_own_text(scene.document, scene.sentences)
            else None
        )
        pair = find_pair([s.mentions for s in scene.sentences[:2]], home)
        return [party for mention in pair for party in party_of(mention)]
    if scene.language == "zh":
        titles = [s for s in scene.sentences[:1] if not s.coded]
        named = one_of_each(p for s in titles for m in s.mentions for p in party_of(m))
        return named if len(named) == 2 else []
    return []
