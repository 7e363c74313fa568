"""Chinese, simplified and traditional: sentences by rule, and markers."""

from __future__ import annotations

import re

from dragoman.languages.language import Language
from dragoman.languages.sentences import enclosures, split_passage

__all__ = ["CHINESE", "split_sentences"]

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
