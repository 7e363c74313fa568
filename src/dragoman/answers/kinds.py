"""Whether a sentence holds the kind of thing that a question wants: a number, a day, a place, who.

In: a parsed Question, a sentence and its language and day. Out: yes or no. What the sentence is
about is left to notions.py, whether it fits the question to fitting.py.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

from dragoman.answers.notions import main_act, mentions_in, notions_in
from dragoman.answers.question import Question
from dragoman.coding.names.places import find_town
from dragoman.coding.names.tables import LANGUAGES, load_tables

__all__ = ["holds_kind"]

# A numeral of one sign counts only before what is counted: 一致 is no amount.
_AMOUNT = re.compile(
    r"\d|[一二两三四五六七八九十百千万亿億兆]+(?:人|名|个|個|隻|艘|架|两|両|万|亿|億|兆|倍|国|カ国|か国|票|发|発|吨|件|次|回|カ所|港)|"
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|dozens?|half|double|triple|twice|hundreds|thousands|millions)\b|"
    r"восемь|сто\b|тысяч|миллион|миллиард|(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|수십|수백|수천) ?(?:명|척|대|기|곳|건|발|개)"
)
_LENGTH = re.compile(
    r"(?:\d|한|두|세|네|다섯|여섯|[일이삼사오육칠팔구십]) ?(?:여 )?(?:시간|분(?![가-힣])|분간|개월|주간|달|년)|\d+ ?(?:일간|일 동안|분)|"
    r"\b(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|several|half)[\w -]{0,10}(?:hours?|minutes?|days?|weeks?|months?|years?)\b|"
    r"[\d一二三四五六七八九十数半]+ ?(?:時間|分(?!野|析|別)|日間|週間|か月|カ月|ヶ月|年間|年ぶり|小时|个小时|分钟|天|年)|"
    r"час(?:а|ов|ы)?\b|минут|суток|\d+ (?:дн|лет|месяц)",
    re.IGNORECASE,
)
_TIMES = re.compile(
    r"\b(?:once|twice|thrice|(?:\d+|two|three|four|five|six|seven|eight|nine|ten|several|a dozen) times|(?:second|third|fourth|fifth|sixth) time)\b"
    r"|(?:\d|한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|스무|수십|여러) ?(?:번|차례|회)|[\d一二三四五六七八九十数]+ ?(?:回|度|次)|раз(?:а)?\b",
    re.IGNORECASE,
)
_BY_WHEN = re.compile(r"언제까지|いつまで|\bby when\b|何时之前|до какого", re.IGNORECASE)
# Minutes are asked for: two years are no answer.
_UNITS = (
    re.compile(r"\bminutes?\b|(?:몇|\d)\s?분|[何\d]+\s?分|минут"),
    re.compile(r"\bhours?\b|(?:몇|\d)\s?시간|[何\d]+\s?時間|小时|час"),
)
_CAUSE = re.compile(
    r"때문|(?:참석|참관|관람|협의|논의|축하)차 |위해|위하여|都合|사정으로|사정상|일정상|계기|목적|\bto attend\b|in order to|指控|为由|違反|违反|в причастности|обвин|따라|따른|이유|대한 |해명|여파|하자|반발|항의|명분|\bbecause|\bover\b|due to|reason|after|as\b|since|until|unless|following|protest|accus|in response|citing|declared void|angered|ため|理由|受け|巡|反発|抗議|因|由于|抗议|из-за|поэтому|в связи|потому|после|в ответ",
    re.IGNORECASE,
)


_PROTESTS = frozenset({"summon", "protest", "recall", "expel"})
_COMPLAINTS = frozenset({"concern", "regret", "condemn", "accuse", "demand"})


@cache
def _seats() -> frozenset[str]:
    """Names of capitals, which may stand for their states: 도쿄로, in Moscow."""
    rows = load_tables(None)["seat"]
    return frozenset(form for row in rows for code in LANGUAGES for form in row.forms(code))


def _said(asked: Question) -> set[str]:
    return {n.text for n in asked.named}


_DATELINE = re.compile(r"^[A-Z][A-Z .'’-]{2,30}(?:, [A-Z][\w .]+)? \(|^【[^】]+】|^\([가-힣]+=")


def _names_town(text: str, language: str) -> bool:
    """Whether a town stands where a sentence tells the place, or its dateline does."""
    if _DATELINE.search(text) or _HOUSE.search(text):
        return True
    pattern = _AT.get(language)
    return pattern is not None and any(
        find_town(found[1], language) for found in pattern.finditer(text)
    )


_HOUSE = re.compile(
    "백악관|청와대|White House|ホワイトハウス|白宫|Белом доме|Кремле|(?:궁|관저|공항|호텔|회관|회의장|청사)에서|(?:宮殿|官邸|空港|ホテル)で|[Pp]alace"
)
_AT = {
    "ko": re.compile(r"(?<![가-힣])([가-힣]{2,8})(?:에서|(?<!으)로 |에 도착|를 방문|을 방문)"),
    "ja": re.compile(r"([一-龥ァ-ヶー]{2,8}?)(?:で|に到着|を訪)"),
    "zh": re.compile(
        r"(?:抵达|在|访问|前往|赴|从)([一-龥]{2,4}?)(?=[，。、同与会举出发启开签松国])"
    ),
    "en": re.compile(r"\b(?:in|at|near|visited) ([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)"),
}


# Where somebody goes: the answer may be a state.
_TOUR = re.compile(
    r"回る|回っ|向か|立ち寄|향하|들렀|들르|거쳐|순방|\b(?:go|goes|going|head|travel|fly|tour)\b"
)
# Who acts without a name of a state or person: the junta, 군부, 海警局.
_CROWD = re.compile(
    r"\b(?:junta|opposition|rebels?|parliament|lawmakers?|prosecutors?|judges?|army|military|police|navy"
    r"|coast guard|government|ministry|companies|company|party|union|court)\b"
    r"|군부|야당|여당|합참|군은|해경|검찰|법원|국회|정부|반군|시민단체|海警|軍|政府|野党|与党|議会|裁判所|企業|幹部|議員|団体|放送|간부|단체|방송|인사들|개인|기업"
    r"|\b(?:officials|executives|individuals|entities|firms)\b|企业|官员|机构|機関|기구|organi[sz]ation|компани|чиновник",
    re.IGNORECASE,
)


def holds_kind(asked: Question, text: str, language: str, day: str | None) -> bool:
    """Whether a sentence holds the kind of thing asked for: a number, a day, a place, somebody."""
    from dragoman.languages.dates import find_dates

    anchor = dt.date.fromisoformat(day[:10]) if day else None
    if asked.duration:
        unit = next((u for u in _UNITS if u.search(asked.text)), _LENGTH)
        return bool(_LENGTH.search(text) and unit.search(text))
    if asked.wanted == "count" and not asked.amount:
        return bool(_TIMES.search(text))
    if asked.amount:
        # The 25th is no amount.
        rest = text
        for found in reversed(find_dates(text, language, anchor)):
            rest = rest[: found.start] + " " + rest[found.end :]
        return bool(_AMOUNT.search(rest))
    if asked.wanted == "when":
        within = _BY_WHEN.search(asked.text) and _LENGTH.search(text)  # within 48 hours
        return bool(within or find_dates(text, language, anchor))
    if asked.wanted == "why":
        # Of a summons or a protest, what was put to the one summoned is the reason.
        put = main_act(asked) in _PROTESTS and _COMPLAINTS & notions_in(text)
        return bool(put or _CAUSE.search(text))
    if asked.wanted not in ("who", "where"):
        return True
    known = {n.country for n in asked.named if n.country} | {n.name for n in asked.named}
    keys = {k for n in asked.named for k in n.keys}
    for mention in mentions_in(text, language, day):
        if asked.wanted == "where":
            if mention.kind in ("place", "venue") or mention.city:
                return True
            if mention.kind == "state" and mention.text in _seats() - _said(asked):
                return True
            toured = asked.form == "visit" or _TOUR.search(asked.text)
            if toured and mention.kind == "state" and mention.country not in known:
                return True
            continue
        if mention.actor in keys or set(mention.people) & keys:
            continue
        if mention.kind in ("person", "office", "state", "body", "states", "group") and not (
            mention.country in known and mention.kind in ("state", "body")
        ):
            return True
    if asked.wanted == "who":
        return bool(_CROWD.search(text))
    return _names_town(text, language)
