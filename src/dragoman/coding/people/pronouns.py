"""Whom an English "he" or "she" means within its own sentence.

In: a sentence, its cues, the place of a pronoun among its mentions. Out: the mention it stands
for, or None: then parties.Discourse binds it to whoever acted before. Joint phrases ("they", "the
two leaders") are left to people/parties.py.
"""

from __future__ import annotations

import re

from dragoman.coding.cues.cue import Cue
from dragoman.coding.names.mention import Mention
from dragoman.coding.scene import Sentence

__all__ = ["antecedent"]

_SAID = re.compile(r"\b(?:said|says|announced|added|stated|insisted)\b[^,;:“\"]{0,30}$")
_PERSONAL = frozenset({"he", "she"})


def antecedent(sentence: Sentence, cues: list[Cue], mention: Mention) -> Mention | None:
    """The one person named before the pronoun, when that person is a subject of the sentence.

    "The prosecutor of the court said that he": a body that speaks stands for who speaks for it.
    """
    if mention.kind != "pronoun" or mention.text.lower() not in _PERSONAL:
        return None
    before = [
        i for i, m in enumerate(sentence.mentions)
        if m.end <= mention.start and m.kind in ("person", "office", "state", "body")
    ]  # fmt: skip
    people = [i for i in before if sentence.mentions[i].kind in ("person", "office")]
    if people:
        names = {(sentence.mentions[i].country, sentence.mentions[i].name) for i in people}
        one = sentence.mentions[people[-1]]
        return one if len(names) == 1 and cues[people[-1]] in ("subject", "topic") else None
    if len(before) == 1 and cues[before[0]] in ("subject", "topic"):
        one = sentence.mentions[before[0]]
        if _SAID.search(sentence.text[one.end - sentence.start : mention.start - sentence.start]):
            return one
    return None
