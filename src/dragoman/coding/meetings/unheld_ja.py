"""Japanese encounters that are named and not told of: 会談の実現に向け, 会談を重ねていく, 会談は未定という.

In: a sentence, the words that name an encounter. Out: "none" where nothing took or will take place
by these words, "planned" or "proposed" where something is to come, "cancelled" where it was to; None where the words behind and
before them leave it to meetings/status.py.
"""

from __future__ import annotations

import re
from typing import Literal

__all__ = ["read_unheld"]

# Behind the words, up to the next stop.
_NONE = re.compile(
    # 会談は未定という, 日程は調整中
    r"(?:は|が|も)?[^。、はがを]{0,8}?(?:未定|白紙|めどが立)"
    # 協議していく考え, 会談を重ねていく, 協議を続ける必要: what goes on is no encounter of its own.
    r"|(?:を)?(?:し|行っ|重ね|続け|継続し)(?:て|つつ)(?:い(?:く|き|け)|き(?:た|て|まし)|参)|を(?:継続|続け|重ね|深め|加速)(?:する|る(?:こと|考え|方針|必要|よう|と|。))"
    # 首脳会議などを挙げ, 会談を念頭に: only mentioned; 首脳会議の議長国, 会合の枠組み: a standing thing.
    r"|(?:など|等)?を(?:挙げ|例に|引き合い|念頭)|の(?:議長(?:国|が|は|を)|枠組み|メンバー|参加国|加盟国|常連|開催国|主催国)"
    # 外相会合に合わせて面会し: at whose side others met, told of there.
    r"|に合わせ(?:て|た|、|る)"
    # 米国を訪問するのは12年ぶりだ: a remark on what is told elsewhere.
    r"|(?:を)?(?:する|行う|開く|会う|訪れる)?(?:の|こと)は[^。]{0,40}(?:初めて|ぶり|以来)"
    # 会談が開かれれば, 訪問が実現すれば: on a condition.
    r"|(?:を|が|に)?[^。、はがを]{0,10}?(?:れ|け|す|え|め|せ)ば(?!か|な)"
)
_PROPOSED = re.compile(
    # 首脳会談の実現に向け, 対話の再開を目指し; not 会談の成功に向け, which is to be.
    r"(?:の|が)?(?:早期)?(?:の)?(?:実現|再開|復活|早期開催)(?:に|へ|を)(?:向け|目指|期待|模索|働)"
)
_PLANNED = re.compile(
    # 訪問は重要であり、楽しみにしている
    r"(?:で?あり、[^。]{0,50}?)?[^、。]{0,16}、?(?:大変|心から|非常に|とても)?(?:楽しみ|心待ち)に|"
    r"(?:の)?(?:早期)?開催(?:に|へ)(?:向け|合意)|について(?:は|も)?、?「[^」]{0,50}?(?:たい|べきだ|つもりだ)(?:」|。)|"
    r"の(?:成功|準備|円滑な開催)(?:に|へ|を|作業)|(?:を|が)?(?:控え|前に控え|見据え|間近)"
    r"|(?:を)?する(?:こと)?(?:に(?:した|なった|なる|決めた)|で(?:合意|一致|調整))"
)
# 面会し、…について議論することにした; 会談し、共同声明を発表する見通し: the last verb tells for all of them.
_GOES_ON = re.compile(r"(?:を)?(?:し|行い|開き|い)、")
_TO_COME = re.compile(
    r"(?:する|う|く|る)(?:ことに(?:した|しました|なった)|見通し|見込み|予定|運び|段取り|考え|構え|方針)(?:だ|です|という|とな(?:った|っている))?[」。\s]*$"
)
# 順調に開かれれば首相が訪中する: what would follow.
_IF = re.compile(r"(?:れ|け|す|え|め|せ)ば、?[^、。]{0,24}$")
_PLAIN = re.compile(r"す?る(?:。|$|予定|見通し|可能性|ことにな|とみ)")
# 首脳会談を早期に開き、往来を再開してほしい: what an editorial wants.
_WISH = re.compile(
    r"(?:を|に|が)?[^。はが「」]{0,40}(?:てほしい|てもらいたい|べきだ|べきである|べきではないか|たいものだ|てはどうか|ばいい|ばよい)(?:だろう)?。?$"
)
_TOLD_BEFORE = re.compile(r"(?:した|った|いた|れた|ました|だった|けた|えた)(?:が|ほか|一方)?、")


# 13日に会談する予定だった: it did not come to that.
_WAS_TO = re.compile(
    r"(?:を|に|が)?[^。、]{0,12}?(?:する|行う|開く|会う|臨む|訪れる|開かれる|行われる)(?:予定|計画|見通し|はず)(?:だった|でした)(?=。|$|が、)"
)


def read_unheld(
    text: str, found: re.Match[str]
) -> Literal["none", "planned", "proposed", "cancelled"] | None:
    """What the words around ``found`` say of an encounter that did not take place by them."""
    behind = text[found.end() :]
    if _NONE.match(behind) or (_WISH.match(behind) and not _TOLD_BEFORE.search(behind)):
        return "none"
    if _WAS_TO.match(behind):
        return "cancelled"
    if _PROPOSED.match(behind):
        return "proposed"
    if _PLANNED.match(behind):
        return "planned"
    if _IF.search(text[: found.start()]) and _PLAIN.match(behind):
        return "proposed"
    if found.group().endswith("し"):
        behind = "し" + behind
    if _GOES_ON.match(behind) and _TO_COME.search(behind):
        return None if _TOLD_BEFORE.search(behind) else "planned"
    return None
