"""Chinese, simplified and traditional: sentences by rule, and markers."""

from __future__ import annotations

import re

from dragoman.languages.language import Language
from dragoman.languages.sentences import enclosures, split_passage

__all__ = ["CHINESE", "both_scripts", "simplify", "split_sentences"]

_HELD = enclosures(
    (
        ("“", "”"),
        ("「", "」"),
        ("『", "』"),
        ("‘", "’"),
        ("（", "）"),
        ("(", ")"),
        ("《", "》"),
        ("【", "】"),
    )
)
_PLACES = re.compile(
    r"[。！？!?｡]+[”」』’）)】\"]*|…+[”」』’\"]+|(?<=[\u4e00-\u9fff])[.．](?=\s|$)"
)
_SAYS = r"(?:说|說|表示|指出|强调|強調|称|稱|道|问|問|认为|認為|补充|補充|回答|回應|回应|警告|写道|寫道|坦言|透露)"
# “……。”王毅说。 belongs to the quotation; 王毅说：“……” begins the next sentence.
_ATTRIBUTED = re.compile(rf"\s*[^。！？，：；“”「」\n]{{0,20}}?{_SAYS}(?:道)?[。，]")
_RUNS_ON = re.compile(r"\s*(?:的|等|，|、|。|；|：|和|与|與|及|这|這一|为|為)")


def _ends_here(text: str, begin: int, place: re.Match[str]) -> bool:
    mark, end = place.group(), place.end()
    if end == len(text):
        return True
    if mark[-1] in '”」』’"':
        return not (_ATTRIBUTED.match(text, end) or _RUNS_ON.match(text, end))
    if mark[-1] in "）)】":
        return not _RUNS_ON.match(text, end)
    return True


def split_sentences(text: str) -> list[tuple[int, int]]:
    """Spans of the sentences of one Chinese passage; “……。”他说。 is one sentence."""
    return split_passage(text, _PLACES, _HELD, _ends_here)


# Traditional characters of political prose that have one simplified form; one code point each, so
# that offsets stay. Characters that map two ways (乾, 後 in names) matter to no rule.
_TRADITIONAL = (
    "譴責訪問會談見對國與將還從應關係員長發動強調認為際說話電視頻雙邊區議題協簽訂條約聲請轉換經濟貿稅軍隊彈導試飛艦機戰爭衝襲擊殺傷獲釋驅斷絕終暫凍結資產輸進運擴"
    "張壓脅駁讚揚歡賀謝擁護復閉減債務貸項賑災離虜罷辭職遺滿異論嚴厲當處讓寬鬆緩達諒備錄聯習邏偵訴訟檢羈監獄沒網絡駭鎖綁槍砲轟無遊優願繼續喪禮勸籲懇須於這個們決勢"
    "劃總統華義舉間後參點線價錢億萬實質據報該並裡裏數幾執駐館領門開設計準擬預圖維穩權島灣韓東蘭羅烏節級許證誠難過遷選邁針鈕錯鑒陣陸險雖響頂順風養驗體黨齊兩來極樣"
    "標構樂歷氣測溝滅煙熱獎環現畫療眾禦穀積範糧純紛細組綜緊縮聽脫興舊藥裝製規觀記訓託註評詞詢誤課諾謀講謹譯貢財貨販買費購賠賣贊踐軌輕載輯輪辦農遠適鄰醫鐵閣隨雜靈"
    "靜顧顯飲駕魚麥麼龍憂慮憤擔擱攔攝敵斃晉暉書楊歐歸殘濫牽獨盡確稱競築簡納締緬縣罰聞聖腳臨艱蘇補親誼譽貝賓贏趙跡轄迴連遞郵鄭釁銜鏈鐘閱陳隱雲頒頓頭顏飾馬騙鬥鬧魯"
    "鳥鹽齡獻壞壯夥奪嚮嚇啟啓單嗎嘗墊塊場壇夾奧婦孫學寧寶尋屆屬岡峽崗嶼幣幫廠廢廣廳彙彌徑徹恆恥惡慶憲懲懷戲戶拋挾捨掃掛採揮損搖撥撫擾擲擺攜敗敘斬晝暢曆曬朧棄棟業"
    "榮"
)
_SIMPLIFIED = (
    "谴责访问会谈见对国与将还从应关系员长发动强调认为际说话电视频双边区议题协签订条约声请转换经济贸税军队弹导试飞舰机战争冲袭击杀伤获释驱断绝终暂冻结资产输进运扩"
    "张压胁驳赞扬欢贺谢拥护复闭减债务贷项赈灾离虏罢辞职遗满异论严厉当处让宽松缓达谅备录联习逻侦诉讼检羁监狱没网络骇锁绑枪炮轰无游优愿继续丧礼劝吁恳须于这个们决势"
    "划总统华义举间后参点线价钱亿万实质据报该并里里数几执驻馆领门开设计准拟预图维稳权岛湾韩东兰罗乌节级许证诚难过迁选迈针钮错鉴阵陆险虽响顶顺风养验体党齐两来极样"
    "标构乐历气测沟灭烟热奖环现画疗众御谷积范粮纯纷细组综紧缩听脱兴旧药装制规观记训托注评词询误课诺谋讲谨译贡财货贩买费购赔卖赞践轨轻载辑轮办农远适邻医铁阁随杂灵"
    "静顾显饮驾鱼麦么龙忧虑愤担搁拦摄敌毙晋晖书杨欧归残滥牵独尽确称竞筑简纳缔缅县罚闻圣脚临艰苏补亲谊誉贝宾赢赵迹辖回连递邮郑衅衔链钟阅陈隐云颁顿头颜饰马骗斗闹鲁"
    "鸟盐龄献坏壮伙夺向吓启启单吗尝垫块场坛夹奥妇孙学宁宝寻届属冈峡岗屿币帮厂废广厅汇弥径彻恒耻恶庆宪惩怀戏户抛挟舍扫挂采挥损摇拨抚扰掷摆携败叙斩昼畅历晒胧弃栋业"
    "荣"
)
_FOLD = str.maketrans(_TRADITIONAL, _SIMPLIFIED)


def simplify(text: str) -> str:
    """The text in simplified characters, code point by code point, for matching words only."""
    return text.translate(_FOLD)


def both_scripts(pattern: str) -> str:
    """A regular expression in simplified characters -> one that matches traditional ones too.

    Classes in brackets are left as they are.
    """
    back: dict[str, str] = {}
    for old, new in zip(_TRADITIONAL, _SIMPLIFIED, strict=True):
        back[new] = back.get(new, "") + old
    out, inside = [], False
    for char in pattern:
        inside = (inside or char == "[") and char != "]"
        out.append(f"[{char}{back[char]}]" if char in back and not inside else char)
    return "".join(out)


CHINESE = Language(
    code="zh",
    name="Chinese",
    split_sentences=split_sentences,
    future_markers=re.compile(
        r"(?<![对對])将(?!军|领|其|他|她|它|之)|(?<!大|主|上|中|少|名)將(?!軍|領|其|他|她|它|之)"
        r"|拟(?:于|定)?|擬(?:於|定)?|计划|計劃|計畫|预计|預計|预定|預定|即将|即將|定于|定於|準備|准备|打算|届时|屆時|会于|會於"
    ),
    past_markers=re.compile(
        r"了|已(?!经?将)|曾|过(?!程|去|境|渡)|表示|指出|宣布|强调|強調|说|說|称|稱"
    ),
    negation_markers=re.compile(
        r"不(?!断|斷|仅|僅|久|少|同|但|过|過)|没有|沒有|未(?!来|來)|无(?!论)|無(?!論)|否认|否認|拒绝|拒絕|取消|反对|反對|并非|並非"
    ),
    hypothetical_markers=re.compile(
        r"如果|若(?!干)|倘若|假如|一旦|可能|或(?:将|許|许|會|会)|也许|也許|考虑|考慮|是否|要是|万一|萬一|有望"
    ),
    background_markers=re.compile(
        r"此前|曾(?:经|經)?|当时|當時|去年|前年|上个?月|上個?月|以来|以來|过去|過去|早在|(?:19|20)\d\d年|年前|个月前|個月前|以往|历史上|歷史上"
    ),
    hearsay_markers=re.compile(
        r"据报|據報|据悉|據悉|据称|據稱|据.{1,12}报道|據.{1,12}報導|消息人士|传闻|傳聞|有消息称|有消息稱|疑似|据说|據說|知情人士"
    ),
    quotes=(("“", "”"), ("‘", "’"), ("「", "」"), ("『", "』")),
    spaced=False,
    verb="around",
)
