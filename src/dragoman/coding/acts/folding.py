"""One report per distinct act, not per sentence: which of a document's acts are one.

In: the acts so far and a new one. Out: the list with the new act added, or folded into the act it
tells again. Folding the same act of several documents is left to record/merge.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.coding.people.parties import countries_of

if TYPE_CHECKING:
    from dragoman.coding.acts.act import Act

__all__ = ["keep_act"]

# Chosen, not measured: half of the shorter wording's words in the other.
_ALIKE = 0.5
_WEAK = frozenset({"answer", "list item", "table row"})
_STEM = re.compile(r"[가-힣]{2,}|[A-Za-z]{4,}|[一-龥]{2}|[ァ-ヶー]{2,}|[А-Яа-яё]{4,}|\d+")
_EMPTY = frozenset(
    {
        "하기",
        "기로",
        "약속",
        "합의",
        "위해",
        "대한",
        "대해",
        "agre",
        "that",
        "comm",
        "with",
        "thei",
        "to",
    }
)


def _stems(text: str | None) -> set[str]:
    words = _STEM.findall(text or "")
    return {(w[:2] if w[0] >= "가" else w[:4].lower()) for w in words} - _EMPTY


def _alike(one: str | None, other: str | None) -> bool:
    a, b = _stems(one), _stems(other)
    return bool(a and b) and len(a & b) / min(len(a), len(b)) >= _ALIKE


def _same(act: Act, new: Act) -> bool:
    if act.trigger.type != new.trigger.type or act.trigger.kind != new.trigger.kind:
        return False
    if act.status != new.status and "hypothetical" in (act.status, new.status):
        return False
    sources, fresh = set(countries_of(act.sources)), set(countries_of(new.sources))
    targets, aimed = set(countries_of(act.targets)), set(countries_of(new.targets))
    # A list item, an answer, a sentence without a subject: it repeats what was said in full.
    weak = new.sentences[0].role in _WEAK or not new.overt
    same_parties = sources == fresh and targets == aimed
    if act.trigger.kind == "pledge":
        if new.trigger.weak and sources == fresh:
            return True
        if same_parties:
            return act.status == new.status and _alike(act.content, new.content)
        return weak and bool(sources & fresh) and _alike(act.content, new.content)
    if same_parties:
        return True
    if act.symmetric != new.symmetric:
        return False
    return weak and bool(sources & fresh) and bool(aimed) and aimed <= targets


def keep_act(acts: list[Act], new: Act, only_fold: bool = False) -> None:
    """Add ``new`` to ``acts``, or fold it into the act that it tells again.

    ``only_fold``: leave it out when it tells of nothing that is known.
    """
    for act in acts:
        if _same(act, new):
            if act.sentences[-1] is not new.sentences[0]:
                act.sentences.append(new.sentences[0])
            act.due = act.due or new.due
            return
    if not only_fold:
        acts.append(new)
