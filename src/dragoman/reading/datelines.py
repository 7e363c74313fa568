"""Wire datelines: where a story opens, which agency sent it, on which day of which month.

Examples: "(서울=연합뉴스) 홍길동 기자 =", "WASHINGTON (Reuters) -", "【ワシントン共同】",
"新华社北京11月14日电", "МОСКВА, 14 ноября. /ТАСС/.". A dateline stays in its paragraph; coding
skips it, because its place is where the reporter sat, not where the talks were.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["Dateline", "find_dateline", "find_opening"]


@dataclass(frozen=True, slots=True)
class Dateline:
    """[start, end) of a dateline with what it names; ``day`` is its date as printed."""

    start: int
    end: int
    place: str | None = None
    agency: str | None = None
    day: str | None = None


_EN_AGENCIES = (
    r"AP|AFP|A\.P\.|Reuters|REUTERS|Yonhap|Yonhap News(?: Agency)?|Xinhua|TASS|Tass|Interfax|RIA "
    r"Novosti|Kyodo(?: News)?|Jiji(?: Press)?|KCNA|UPI|dpa|DPA|EFE|ANSA|Bloomberg|CNN|VOA|RFA|"
    r"NEWSIS|News1|PTI|ANI|IANS|UNI|APP|Bernama|VNA|Anadolu|AA|Ukrinform|Sputnik|UrduPoint|The Korea Herald|"
    r"SPA|QNA|WAM|KUNA|BNA|ONA|MENA|SANA|IRNA|ISNA|Tasnim|PNA|TNA|NAN|PANA|GNA|APA|AZERTAC|Trend|Kazinform|"
    r"Montsame|BSS|UNB|RSS|Antara|ANTARA|Petra|NNA|Armenpress|BTA|MTI|PAP|STA|Hina|Tanjug|AAP|CP|Prensa Latina"
)
_EN_PLACE = r"[A-Z][\w.'’-]*(?:[ ,/]+[A-Z][\w.'’-]*){0,5}?(?:\s\[[A-Za-z ]{2,24}\])?"
_RU_AGENCIES = r"ТАСС|ИТАР-ТАСС|РИА Новости|РИА|Интерфакс|REGNUM|Росбалт|Синьхуа|Укринформ"
_JA_AGENCIES = (
    r"共同(?:通信)?|時事(?:通信)?|ロイター|AFP(?:時事)?|AP|新華社|"
    r"聯合ニュース|朝鮮通信|タス通信|CNN"
)
_ZH_AGENCIES = (
    r"新华社|新華社|中新社|中新网|中新網|中国新闻网|人民网|人民網|央视网|新华网|新華網|环球网|中央社|法新社|路透社|美联社"
    r"|美聯社|中评社|中評社|香港中通社|中通社|香港新闻网|香港新聞網|国际文传电讯社|國際文傳電訊社"
    r"|俄罗斯卫星通讯社|俄羅斯衛星通訊社|塔斯社|韩联社|韓聯社|共同社|朝中社|德新社"
)
_EN_DAY = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.? \d{1,2}"
_RU_DAY = r"\d{1,2} (?:янв|фев|мар|апр|мая|июн|июл|авг|сен|окт|ноя|дек)[а-я]*\.?"
_EN_LONG_DAY = (
    r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8})(?:,? \d{4})?"
)
_DASH = r"(?:\s*(?:-{1,2}|[–—―])\s*|\s*[:：]\s*)"

_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        # (서울=연합뉴스) 홍길동 기자 = / [서울=뉴시스]홍길동 기자 = / (뉴욕·워싱턴=뉴스1)
        r"[(\[【]\s?(?P<place>[가-힣A-Za-z·,. ]{1,30}?)\s?=\s?"
        r"(?P<agency>[가-힣A-Za-z0-9]{2,12})[^)\]】]{0,20}[)\]】]"
        r"(?:\s*[가-힣]{2,4}(?:\s?[·,]\s?[가-힣]{2,4}){0,4}\s?[가-힣]{0,6}(?:기자|특파원|통신원))?"
        r"(?:\s*=\s*|\s*)",
        # (평양 11월 14일발 조선중앙통신)
        r"[(\[](?P<place>[가-힣]{2,6})\s?(?P<day>\d{1,2}월\s?\d{1,2}일)\s?발?\s?(?P<agency>조선중앙통신)[)\]]\s*",
        # SEOUL, Nov. 14 (Yonhap) -- / WASHINGTON (Reuters) - / Pyongyang, November 14 (KCNA) --
        rf"(?P<place>[A-Z][\w.'’-]*(?:[ ,/]+[A-Z][\w.'’-]*){{0,5}}?),?(?:\s(?P<day>{_EN_DAY}),?)?"
        rf"\s?[(/](?P<agency>{_EN_AGENCIES})[^)/]{{0,20}}[)/]{_DASH}",
        # DOHA, Qatar — (AP) — / Colombo, March 26 (IANS) / NEW DELHI (UrduPoint News / Sputnik - 10th …)
        rf"(?P<place>{_EN_PLACE}){_DASH}[(](?P<agency>{_EN_AGENCIES})[)]{_DASH}",
        rf"(?P<place>{_EN_PLACE}),?\s(?P<day>{_EN_LONG_DAY}),?\s?[(](?P<agency>{_EN_AGENCIES})[^)]{{0,50}}[)]\s?",
        rf"(?P<place>[A-Z]{{3,}}(?:[ ,/]+[A-Z]+){{0,3}}),?\s[(](?P<agency>{_EN_AGENCIES})[^)]{{0,50}}[)]\s",
        # Riyadh, Jumada I 04, 1438, February 01, 2017, SPA -- / Abu Dhabi, 5 June 2024 (WAM) --
        rf"(?P<place>{_EN_PLACE}), (?:[\w ]{{3,24}}, \d{{4}}, )?(?P<day>{_EN_LONG_DAY}), (?P<agency>{_EN_AGENCIES}){_DASH}",
        # ABUJA, June 5 (NAN): any other agency, named in capitals
        rf"(?P<place>{_EN_PLACE}),?\s(?P<day>{_EN_LONG_DAY}),?\s?[(](?P<agency>[A-Z]{{2,9}})[^)]{{0,30}}[)]{_DASH}",
        # MOSCOW, November 14. /TASS/.
        rf"(?P<place>[A-Z][A-Z .-]{{2,30}}), (?P<day>{_EN_DAY})\.? ?"
        rf"/(?P<agency>{_EN_AGENCIES})/[.,]?\s*",
        # WASHINGTON, Nov 14 — / GENEVA —: capitals and a dash
        rf"(?P<place>[A-Z][A-Z.'’-]{{2,}}(?:[ ,/]+[A-Z][A-Z.'’-]+){{0,3}}(?:, [A-Z][a-z.]+)?)"
        rf"(?:, (?P<day>{_EN_DAY}))?\s?(?:-{{2}}|[–—―]|\s-\s)\s*",
        # 【ワシントン共同】 / 【ソウル聯合ニュース】 / 【北京=山田太郎】
        rf"【(?P<place>[^】=＝\d]{{1,12}}?)\s?(?P<agency>{_JA_AGENCIES})】\s*",
        r"【(?P<place>[^】=＝]{1,12})[=＝][^】]{1,12}】\s*",
        # 【新華社北京3月8日】 / 【8月27日 AFP】（更新）
        r"【(?P<agency>新華社|中新社|東方新報)(?P<place>[^】\d]{1,12})(?P<day>\d{1,2}月\d{1,2}日)】\s*",
        r"【(?P<day>\d{1,2}月\d{1,2}日)\s?(?P<agency>AFP|CNS|東方新報|時事通信|Xinhua News)】\s*(?:[（(][^()（）]{1,12}[)）])?\s*",
        # ［東京　１４日　ロイター］ -
        rf"[［\[](?P<place>[^\s\]］\d０-９]{{1,12}})\s*(?P<day>[\d０-９]{{1,2}}日)\s*"
        rf"(?P<agency>{_JA_AGENCIES})[\]］]\s*[-―—]?\s*",
        # 新华社北京11月14日电（记者…） / 中新网11月14日电
        rf"(?:[（(]?(?P<agency>{_ZH_AGENCIES})[）)]?)(?P<place>[一-龥·]{{0,10}}?)(?P<day>\d{{1,2}}月\d{{1,2}}日)?"
        r"(?:综合)?[电電讯訊]\s*(?:[（(][^)）]{1,40}[)）])?\s*",
        # （中央社記者某某台北9日電） / (中央社馬尼拉25日綜合外電報導) / （法新社德黑兰11日电） / 中央社／ 台北5日電
        rf"[（(【]?(?P<agency>{_ZH_AGENCIES})(?:[记記]者|特派[员員])?(?P<place>[一-龥·、／/ ]{{0,16}}?)"
        r"(?P<day>(?:\d{1,2}月)?\d{1,2}日)[一-龥]{0,6}?[电電讯訊](?:[报報][导導道])?[）)】]?[／/]?"
        r"\s*(?:[（(][^)）]{1,40}[)）])?\s*",
        # 首尔，6月19日（路透社）-
        rf"(?P<place>[一-龥·]{{2,8}})，(?P<day>\d{{1,2}}月\d{{1,2}}日)\s?[（(](?P<agency>{_ZH_AGENCIES})[）)]\s*[-—–]*\s*",
        # МОСКВА, 14 ноября. /ТАСС/. / МОСКВА, 14 ноя — РИА Новости.
        rf"(?P<place>[А-ЯЁ][А-ЯЁ .-]{{2,30}})(?:\s?/[^/]{{1,30}}/)?, (?P<day>{_RU_DAY})\s?"
        rf"(?:[/(]|[—–-])\s?(?:Корр\. ?)?(?P<agency>{_RU_AGENCIES})[^/).]{{0,30}}[/)]?[.,]?"
        r"\s*(?:[—–-]\s*)?",
        rf"(?P<place>[А-ЯЁ][а-яё-]{{2,20}})\. (?P<day>{_RU_DAY})\. "
        rf"(?P<agency>{_RU_AGENCIES}|INTERFAX[.A-Z]*)\s?[—–-]\s?",
    )
)


def find_dateline(text: str, start: int = 0) -> Dateline | None:
    """The dateline that opens ``text`` at ``start`` (spaces passed over), or None."""
    while start < len(text) and text[start].isspace():
        start += 1
    window = text[start : start + 200]
    for pattern in _PATTERNS:
        if match := pattern.match(window):
            parts = match.groupdict()
            return Dateline(
                start,
                start + match.end(),
                place=(parts.get("place") or "").strip() or None,
                agency=parts.get("agency"),
                day=parts.get("day"),
            )
    return None


# 〔記者某某／台北報導〕, 【环球网综合报道】, （北京20日综合电）, 記者某某／台北報導: a paper's own opening.
_ZH_OPENING = re.compile(
    r"(?:[（(【〔\[［][^）)】〕\]］。]{0,40}?(?:[报報][导導道]|[电電讯訊]|中文[网網]|VOVworld|消息)[）)】〕\]］]"
    r"|(?:[一-龥]{2,4}中心[／/])?(?:[记記]者|[编編][译譯])?[一-龥、]{2,14}[／/][一-龥]{2,6}[报報][导導道](?=\s|$)"
    r"|中央社[／/]\s*[一-龥]{0,8}\d{1,2}日[電电])[\s-]*"
)


def find_opening(text: str) -> int:
    """Where a Chinese story begins behind its datelines and its reporters' names; 0 without any."""
    at = 0
    for _ in range(3):
        found = _ZH_OPENING.match(text, at)
        line = find_dateline(text, at)
        end = found.end() if found else line.end if line and line.agency else at
        if end == at:
            break
        at = end
    return at
