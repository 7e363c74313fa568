"""Whom a statement answers that names nobody: 中方对此坚决反对, これに対し日本は抗議した.

In: a Doing without a target. Out: the Parties whose deed the sentence before told; empty when no
word points back.
"""

from __future__ import annotations

import re

from dragoman.coding.acts.act import Doing
from dragoman.coding.people.parties import Party, party_of
from dragoman.languages.zh import both_scripts

__all__ = ["find_answered"]

# Words that point back to a deed told before.
_POINTS_BACK = {
    "zh": re.compile(
        both_scripts(
            r"对此|就此|此举|这一(?:决定|做法|行为|言论|举动|行径)|上述(?:言论|行为|做法)|有关(?:言论|做法|行径)|表示(?:坚决|强烈)?(?:反对|不满|谴责|抗议)|(?:：|^)(?:中方|我们|我方)(?:对此)?(?:坚决|强烈|一贯)?反对"
        )
    ),
    "ja": re.compile(r"これに(?:対し|ついて|関し|反発)|これを受け|こうした|この(?:決定|措置|発言|行動|動き)"),
    "ru": re.compile(
        r"\b(?:в связи с этим|в ответ на это|это решение|эти действия|этот шаг|эту меру|подобные действия|такие действия|по этому поводу|это\s(?:опроверг\w+|осуди\w+|отверг\w+))\b",
        re.IGNORECASE,
    ),
}  # fmt: skip
_TYPES = frozenset({"ACCUSE", "REJECT", "SUPPORT"})


def find_answered(doing: Doing) -> list[Party]:
    """The one side, other than those who act, that the sentences before told of last."""
    sentence, own = doing.sentence, doing.own
    pattern = _POINTS_BACK.get(doing.language)
    if pattern is None or doing.trigger.type not in _TYPES or not pattern.search(sentence.text):
        return []
    for before in reversed(doing.scene.sentences[max(0, sentence.number - 2) : sentence.number]):
        for mention in before.mentions:
            parties = [p for p in party_of(mention) if p.country and p.country not in own]
            if parties and mention.kind not in ("place", "group"):
                return parties
    return []
