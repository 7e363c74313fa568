"""Whom an act is aimed at: those its sentence names, else whom each language leaves out.

In: a Doing, the parts of its sentence, the parties they name. Out: the parties aimed at; None where
the words, aimed at nobody, tell of no act. This is the one way into the rooms that find somebody who
is not named: acts/told_before.py (all languages), acts/answering.py, acts/envoys.py, acts/spoken_of_ko.py, acts/unsaid_ja.py,
acts/counterparts_zh.py, acts/counterparts_ru.py, acts/pointed_at_en.py and acts/left_out_en.py.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from dragoman.coding.acts import counterparts_ru, counterparts_zh
from dragoman.coding.acts.act import Doing
from dragoman.coding.acts.answering import find_answered
from dragoman.coding.acts.arguments import Arguments
from dragoman.coding.acts.envoys import find_post
from dragoman.coding.acts.left_out_en import find_left_out
from dragoman.coding.acts.pointed_at_en import find_pointed_at, names_another
from dragoman.coding.acts.spoken_of_ko import find_spoken_of
from dragoman.coding.acts.told_before import asks_in_general, find_told_before
from dragoman.coding.acts.unsaid_ja import aims_at_nobody, find_unsaid
from dragoman.coding.people.parties import Party, one_of_each, party_of

__all__ = ["find_aimed_at"]

_WRONG = re.compile(r"위협|도발|파병|불법|위반|심각|침공|침략|threat|provocation")
_THIS = re.compile(
    r"(?:이러한|이 같은|이런|이와 같은|해당|이)\s(?:문제|상황|사안|행위|움직임|위협|도발|협력|군사협력|조치)"
)


def _told_unless_named(doing: Doing) -> list[Party]:
    """Told before, unless the words have an object of their own, whom no table knows."""
    return [] if names_another(doing) else find_told_before(doing)


def _told_unless_object(doing: Doing) -> list[Party]:
    """Told before, unless the Chinese verb has an object of its own."""
    return [] if counterparts_zh.names_another(doing) else find_told_before(doing)


_Finder = Callable[[Doing], list[Party]]
# Which rooms are asked for somebody who is not named, the first that knows one decides.
_ROOMS: dict[str, tuple[_Finder, ...]] = {
    "ko": (find_spoken_of, find_told_before),
    "en": (find_pointed_at, _told_unless_named, find_left_out),
    "ja": (find_unsaid, find_told_before, find_answered),
    # 答：中方坚决反对: what the question told of, before whoever met last.
    "zh": (find_answered, counterparts_zh.find_counterpart, _told_unless_object),
    "ru": (find_told_before, find_answered, counterparts_ru.find_counterpart),
}
# Whether the words say that nobody who could be named is meant.
_NOBODY = {
    "ja": aims_at_nobody,
    "zh": counterparts_zh.aims_at_nobody,
    "ru": counterparts_ru.stays_at_home,
}


def find_aimed_at(doing: Doing, found: Arguments, named: list[Party]) -> list[Party] | None:
    """Those whom the act is aimed at; ``named``: the parties that its sentence puts there."""
    trigger = doing.trigger
    targets = _meant(doing, found, named)
    if trigger.shared:
        targets = _of_shared_word(doing, targets)
    if not targets and (trigger.shared or trigger.told):
        return None
    return targets or _unnamed(doing)


def _meant(doing: Doing, found: Arguments, named: list[Party]) -> list[Party]:
    """Those of ``named`` who are meant, none of whom acts himself."""
    trigger, own = doing.trigger, doing.own
    if named and asks_in_general(doing) and not any(doing.cues[i] == "to" for i in found.targets):
        named = []  # 우크라이나 사태와 관련, 모든 당사자에게 자제를 촉구
    if trigger.mode == "withdraw" and doing.language in ("ko", "ja", "zh") and own:
        # 駐イスラエル大使を呼び戻した: the post tells from where, whoever the envoy's title names.
        named = find_post(doing) or named
    targets = [p for p in named if p.country not in own]
    if doing.language == "zh" and targets and counterparts_zh.aims_at_nobody(doing):
        # 欢迎各国领导人出席二十国集团峰会: what the content names is not whom it is said to.
        targets = [p for p in targets if p.start - trigger.end <= 2]
    return targets


def _of_shared_word(doing: Doing, targets: list[Party]) -> list[Party]:
    """Who is meant by a word that tells of an act only where a wrong is named; else nobody."""
    wrong = _WRONG.search(doing.lead)
    if not targets and doing.previous is not None and _THIS.search(doing.sentence.text):
        wrong = wrong or _WRONG.search(doing.previous.text)
        before = one_of_each(p for m in doing.previous.mentions for p in party_of(m))
        targets = [p for p in before if p.country not in doing.own]
    return targets if wrong else []


def _unnamed(doing: Doing) -> list[Party]:
    nobody = _NOBODY.get(doing.language)
    if not doing.own or (nobody is not None and nobody(doing)):
        return []
    for find in _ROOMS[doing.language]:
        if found := find(doing):
            return found
    return []
