"""Chinese words for acts that tell of none: 就解除制裁取得进展, 讨论对俄制裁, 就渔民被扣押一事.

In: the triggers of a sentence. Out: those that are left when what is only talked about is taken out.
What one act of a sentence is to another is left to acts/content.py.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.coding.acts.lexicon import Trigger

__all__ = ["leave_out_topics"]

_TOPIC = re.compile(
    r"(?:(?P<on>(?<![成造])就)|[关關][于於]|[围圍][绕繞]|有[关關]|商讨|商討|讨论|討論|磋商|商[议議]|研究)$"
)
_TALKED = re.compile(
    r"[^，。；]{0,30}(?:取得|达成|達成|进行|進行|举行|舉行|交换|交換|展开|展開|磋商|讨论|討論|谈判|談判|会谈|會談|沟通|溝通|协商|協商|问题|問題)"
)
_MATTER = re.compile(r"[^，。；]{0,10}(?:一事|一案|问题|問題|事宜)")
_ABOUT = re.compile(r"(?<![成造])就[^，。；]{0,24}$")


def leave_out_topics(triggers: Sequence[Trigger], text: str, offset: int) -> list[Trigger]:
    """Triggers of a sentence (``text`` from ``offset`` on) that are no mere matters of talks."""
    return [t for t in triggers if not _is_topic(text, t.start - offset, t.end - offset)]


def _is_topic(text: str, start: int, end: int) -> bool:
    if _ABOUT.search(text, max(0, start - 30), start) and _MATTER.match(text, end):
        return True
    found = _TOPIC.search(text, max(0, start - 6), start)
    # 就指责对方 is "at once blames".
    return found is not None and (not found["on"] or bool(_TALKED.match(text, end)))
