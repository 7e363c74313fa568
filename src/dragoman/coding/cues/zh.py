"""How a mention hangs in a Chinese sentence: by the word before it, and by where its clause begins.

In: the text of a sentence, where a mention stands in it. Out: its cue. What joined names share is
left to cues/find.py.
"""

from __future__ import annotations

import re

from dragoman.coding.cues.cue import Cue, named_cue
from dragoman.coding.names.mention import Mention

__all__ = ["read_chinese_cue"]

_PREPOSITION = re.compile(
    r"(?:(?P<withh>[与與同跟]|(?<![^\u4e00-\u9fff])和(?=$))|(?P<about>[对對]|就|[针針][对對]|[关關][于於]|向|涉|[围圍][绕繞])|(?P<to>[给給]|往|赴|[访訪][问問])"
    r"|(?P<by>被|由|遭到?|受到|遭受|(?<!接)受|[应應])|(?P<fromm>[从從]|自)|(?P<at>在|[于於]|抵[达達])|(?P<object>[将將把])|(?P<andd>及|以及|、|和))"
    r"(?:了|[来來][访訪]的|到[访訪]的|[来來][华華][访訪][问問]的|[来來对對][华華][进進]行(?:[国國]事|正式|工作|友好)?[访訪][问問]的|正在[访訪][问問]的|前[来來][访訪][问問]的|即将[访訪][问問]的|正在[华華][访訪][问問]的|[来來][华華]的|正?在[访訪][华華]?的|新任|[现現]任|前|候任|[当當][选選])?$"
)
# What may stand between a comma and the subject of a Chinese clause: when, and how it goes on.
_OPENS = re.compile(
    r"(?:^|[，。；：“「！？\n])(?:[\d一二三四五六七八九十年月日号晚上下午晨间早当地时间天周本今昨明去前此对因随后其中外同但而则并也还又据当時間當對還據隨後並]|目前|近日|日前)*$"
)
# 德国经销商, 沙特一家电力公司: a firm or a private person of that state, who does not act for it.
_PRIVATE = re.compile(
    r"(?:[一两几多数兩幾數](?:家|位|名|间|間)?)?(?:[^，。；、的与與和同对對向]{0,6}?)(?:经销商|經銷商|客户|客戶|采购商|採購商|供应商|供應商|合作方|子公司|公司|集团|集團|厂商|廠商|企业|企業|基金会|基金會|大学|大學|智库|智庫|研究所|研究院|俱乐部|俱樂部|买家|買家|组件基地|基地|股东|股東|留学生|留學生|游客|遊客|学者|學者|专家|專家|歌手|球员|球員|爱好者|愛好者)"
)


def read_chinese_cue(text: str, mention: Mention, start: int, end: int) -> Cue:
    """The cue of the mention at [start, end) of a sentence, by the words around it."""
    lead = text[max(0, start - 24) : start]
    found = _PREPOSITION.search(lead[-10:])
    private = _PRIVATE.match(text, end)
    if private and (name := named_cue(found)) in ("bare", "with", "and", "to"):
        return "of" if not text.startswith(("遭", "被"), private.end()) else name
    if (text.startswith("的", end) and not found) or lead.endswith("涉"):
        return "of"
    name = named_cue(found)
    return "subject" if name == "bare" and _OPENS.search(lead) else name
