"""Japanese words for acts that tell of none: 非難する決議案, 撤回し、…示すよう促す, 求めても仕方がない.

In: the triggers of a sentence. Out: those that are left when what a draft says, what somebody is
only asked to do, what a quoted reproach holds against another and what is idle to do are taken out.
What one act of a sentence is to another is left to acts/content.py.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.coding.acts.lexicon import Trigger

__all__ = ["leave_out_unacted"]

# 非難する決議案を否決した, 撤退を求める…の決議案: the draft says so, and nobody yet.
_DRAFT = re.compile(
    r"[^、。「」は]{0,28}?(?:決議|声明|宣言|法|修正|合意|提)案(?!(?:を|が)[^、。]{0,12}?(?:採択|可決|承認))"
)
_DRAFT_SAYS = re.compile(r"^[^、。]{0,30}(?:決議|声明|宣言|合意|草)案(?:で|に)?は")
# 発言を撤回し、約束を行動で示すよう促す: the first of two things asked for.
_ASKED = re.compile(
    r"(?:[^。「」はが]|(?<=で)は|(?<=に)は){0,110}?(?:よう(?:に)?|ことを)、?[^。、はが]{0,24}?(?:促|求め|要求|要請|呼び?掛け|呼びかけ|働き?かけ|訴え|迫|申し入れ|望)"
)
_DONE_FIRST = re.compile(r"(?:た|ました)(?:が|上で|うえで|ほか|後)?、|と(?:述べ|発表|表明|強調)")
_SAID = frozenset({"ACCUSE", "REQUEST", "SUPPORT"})
_GIVEN = frozenset({"CONCEDE", "RETREAT"})
# ロシアに無人機を供給したとして、イランに制裁を科した: a deed held against somebody.
_HELD_AGAINST = re.compile(
    r"(?:し)?(?:た|ている|ていた|てきた|続けている)(?:など)?(?:として|とみて|とし)(?:、|[^、。は]{1,30}を(?:科|課|非難|批判))"
)
# 求めても仕方がない, 期待しても無駄だ
_IDLE = re.compile(
    r"\S{0,2}?ても(?:[^、。]{0,4})(?:仕方|しかた|しょうが|無駄|無理|意味が?な|始まら)"
)
# 合意した追加制裁は三分野に及ぶ: what was agreed on, told before.
_AGREED_ON = re.compile(r"合意した(?=(?:追加|制裁|措置|内容|文書|事項|協定|枠組|計画))")
# 抗議すべきだ, 会って直談判すればいい: what somebody thinks should be done.
_SHOULD = re.compile(
    r"(?:を)?(?:す|する|行う)?べき(?:だ|で|と|。|」|$)|し?て(?:ほしい|もらいたい|はどうか)|(?:を)?すれ?ば(?:いい|よい)|した(?:ほう|方)が"
)
# 「アメリカが…強化しようとしている」と非難する: what the quotation holds against others.
_REPROACH = re.compile(
    r"[^「」]*」(?:など)?と(?:して|の)?、?[^、。「」]{0,10}?(?:非難|批判|糾弾|反発|警告|断じ|けん制|牽制|なじ)"
)


def leave_out_unacted(triggers: Sequence[Trigger], text: str, offset: int) -> list[Trigger]:
    """Triggers of a Japanese sentence (``text`` from ``offset`` on) that tell of an act."""
    if _DRAFT_SAYS.match(text):
        triggers = [t for t in triggers if t.kind != "statement"]
    return [t for t in triggers if not _is_unacted(t, text, offset)]


def _is_unacted(trigger: Trigger, text: str, offset: int) -> bool:
    behind = text[trigger.end - offset :]
    if trigger.type in _SAID and (_DRAFT.match(behind) or _IDLE.match(behind)):
        return True
    if trigger.type in _GIVEN and (asked := _ASKED.match(behind)):
        return not _DONE_FIRST.search(asked.group())
    if trigger.type == "AGREE" and _AGREED_ON.match(text[trigger.start - offset :]):
        return True
    if _SHOULD.match(behind):
        return True
    if trigger.kind == "action" and _HELD_AGAINST.match(behind):
        return True
    lead = text[: trigger.start - offset]
    quoted = lead.rfind("「") > lead.rfind("」")
    return trigger.kind == "action" and quoted and bool(_REPROACH.match(behind))
