"""How a mention hangs in a Japanese sentence: by the particle behind its noun phrase.

In: the text of a sentence, where a mention stands in it. Out: its cue. What joined names share is
left to cues/find.py.
"""

from __future__ import annotations

import re

from dragoman.coding.cues.cue import ASIDE, Cue, named_cue
from dragoman.coding.names.mention import Mention

__all__ = ["JOINS", "read_japanese_cue"]

_TITLE = r"(?:[一-龥ァ-ヶー・]{0,14}(?:大臣|外相|首相|大統領|長官|部長|次官|[発務防経財農]相))?"
# People and parts of a state that act for it: 中国側, ロシア国防省, インドとパキスタンの軍首脳.
_FOR = (
    r"(?:(?:ら|氏)?の?[一-龥ァ-ヶー・]{0,8}?(?:側|政府軍|政府|政権|当局者|当局|軍(?!事|備|縮|拡)|海軍|空軍|氏|師|大統領(?!選|令)|首相|外相(?!会|級)|国防相(?!会)|防衛相(?!会)|大臣(?!会|級)|長官|高官"
    r"|夫妻|首脳(?!会|級|レベル)|閣僚(?!会|級)|両国|代表団|代表|特使|使節|大使館|大使|報道官|議員団|議員|国会|議会|国民|指導部|指導者|外務省|国防省|交渉団|部隊"
    r"|司令官|機関|将軍|議長|事務局長|事務総長|委員長|総裁|国王|皇太子|総書記|主席))?(?:ら|たち|など)?"
)
# Those who act for a state: 開発銀行が, 軍首脳は, 水資源省の; and, as those aimed at alone, any noun of
# its: ベトナム人漁民の弁護団に, エストニア支店に対する. The particle must follow.
_OFFICIAL = (
    r"(?:(?:両国の)?(?:人)?(?:の)?[一-龥ァ-ヶー・]{0,14}?(?:局長|審議官|職員|関係者|参事官|課長|本部長|次長|首席代表|側|軍政|軍首脳|首脳|政府|政権|当局者|当局|軍|海軍|空軍|陸軍|部隊|警備隊|警察|検察|裁判所|法院|議会|議員団|議員|上院|下院|内閣"
    r"|[一-龥]{1,6}省|[一-龥]{1,8}庁|[一-龥]{1,8}局|委員会|理事会|参謀本部|参謀長|中央銀行|開発銀行|輸出入銀行|税関|大使館|大使|公使|領事|外交官|交渉官|交渉団|代表団|代表|特使|使者|使節団|監視団|調査団"
    r"|[外内農経財法]相|国防相|防衛相|保健相|環境相|通商相|移民相|首相|大統領|大臣|副大臣|長官|次官|次官補|報道官|将軍|准将|大佐|司令官|指揮官|戦闘員|兵士|兵|民兵|沿岸警備隊|海警|国王|皇太子|総裁|委員長|議長|事務総長|専務理事"
    r"|調整官|報告者|財務責任者|機関|指導部|高官|幹部|両国|戦闘機|爆撃機|艦艇|艦船|護衛艦|哨戒艦|巡視船|警備艇|警官隊|治安部隊|革命防衛隊)(?:ら|たち|など)?(?=[はがをにとへでもや、，（(の]|から|間|及び|並び))"
)
# 英国、カナダ、オーストラリアの3カ国は: the number counts those named.
_COUNTED = r"(?:の|など)?[0-9０-９三四五六七八九十]{1,2}[かカヵケ]国(?:の)?(?:首脳|政府|外相|大使)?(?=[はがをにとへも])"
_AIMED = r"(?:(?:人|系|産)?(?:の)?(?!問題|情勢|政策|対応|危機|関係|首脳|会談|会議|訪問|侵攻|侵略|核|ミサイル|国内|国境|領|沖|側)[一-龥ァ-ヶーA-Za-z0-9・]{1,10}(?:の(?!問題)[一-龥ァ-ヶー]{1,8})?(?=に(?!お|つ|よ)|へ(?!の)))"
_PARTICLE = re.compile(
    ASIDE
    + r"\s?"
    + _TITLE
    + r"(?:"
    + _COUNTED
    + r"|"
    + _OFFICIAL
    + r"|"
    + _AIMED
    + r"|"
    + _FOR
    + r")"
    + ASIDE
    + r"(?:"
    r"(?P<about>に(?:対し|対する|対して|ついて|つき|関し|関する|抗議)|を(?:めぐ|巡|念頭|相手)|に?向け)"
    r"|(?P<by>によ(?:る|り|って))"
    r"|(?P<fromm>から)"
    r"|(?P<to>(?:に(?!加え|続|先立|伴|次[いぐ]|とって|滞在|おい|基づ|合わせ|際し|代わ|備え)|へ)(?:の|も|は)?)"
    r"|(?P<withof>と(?:の|は|も|共に|ともに)|間の|の間)"
    r"|(?P<at>で(?:は|の|も|、)?(?!き))"
    r"|(?P<andd>と|や|、|，|,(?!\d)|及び|および|並びに|・)"
    r"|(?P<topic>は|も(?=、|[^、。]))"
    r"|(?P<subject>が)"
    r"|(?P<object>を)"
    r"|(?P<of>の)"
    r"|(?P<bare>))"
)
# Where something took place, though no で says so: 北京を訪れ, リマを訪問中の, ソウルにおいて.
_PLACE = re.compile(
    r"(?:市内|近郊|郊外)?(?:を(?:訪|公式訪問|実務訪問)|にお(?:い|け)|に滞在|に到着|入り|での?)"
)
# 岩屋大臣から、…を求めた: a ministry's way to name the speaker.
_TO_HIM = re.compile(r"[、，]?[^、。]{2,40}に対し(?:て)?[、，]")
_SPEAKER = re.compile(r"から[、，]|から(?:は|も)、")
# What may stand between two names that are one group: と, 、, や, 及び.
JOINS = re.compile(
    r"^[^はがをにでと。、(（]{0,12}?(?:[（(][^）)]{0,40}[）)])?(?:と|や|、|・|及び|および|並びに)+(?:の|その)?(?:[一-龥ァ-ヶー]{0,6}の)?$"
)


def read_japanese_cue(text: str, mention: Mention, start: int, end: int) -> Cue:
    """The cue of the mention at [start, end) of a sentence, by the particle behind it."""
    if text[end : end + 1] == "」" and text[start - 1 : start] == "「":
        end += 1  # 「労働新聞」は
    if mention.kind == "place" and _PLACE.match(text, end):
        return "at"
    if mention.kind in ("person", "office") and _SPEAKER.match(text, end):
        return "topic"
    found = _PARTICLE.match(text, end)
    if found is not None and found.lastgroup == "fromm" and _TO_HIM.match(text, found.end()):
        return "topic"  # 外務省の局長から中国の公使に対し、…抗議した
    return named_cue(found)
