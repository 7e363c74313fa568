"""People whom no table knows, introduced by country, office and name.

In: folded text and where an office with its country stands. Out: the span of the name beside it:
"Cambodian Deputy Prime Minister Prak Sokhonn", 멕시코의 후안 라몬 데 라 푸엔테 외교장관. Where the
words beside the office may be anything else, there is no name: a missing one is better.
"""

from __future__ import annotations

import re

__all__ = ["given_before", "name_after", "name_before", "name_inside"]

_PARTICLE = r"(?:de|la|las|los|del|da|dos|do|di|al|el|bin|ibn|bint|van|von|der|den|ter|ul|ur|y|e|le|du|af|zu)"
_CAP = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w'’À-ž-]*[\wÀ-ž]"
_EN_NAME = rf"{_CAP}(?:\s(?:[A-Z]\.|{_PARTICLE}|{_CAP}|{_PARTICLE}-{_CAP}|(?:al|el)-{_CAP})){{0,6}}"
_RU_CAP = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁа-яё]+)?"
_RU_NAME = rf"{_RU_CAP}(?:\s(?:[А-ЯЁ]\.|де|ла|аль|эль|бин|ибн|фон|ван|дер|оглы|{_RU_CAP})){{0,5}}"

# Capitalised words that stand behind a title and are no name.
_NO_NAME_EN = frozenset(
    """Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June
    July August September October November December Meeting Meetings Office Summit Conference The A
    An In On At And Or But For From With To Of By As After Before During While When If He She They
    It We His Her Their Its This That Also Both President Prime Minister Foreign Defense Defence
    Secretary State General Council Committee Department Ministry House Government Republic Party
    Spokesperson Ambassador Dialogue Visit Will Has Had Was Is Said Told Met Mr Ms Mrs Dr Agreement
    Talks Statement Joint Special Deputy Vice Envoy Palace Building Force Forces University Strategic
    Trilateral Bilateral G7 G20 APEC ASEAN NATO EU UN""".split()
)  # fmt: skip
_NO_NAME_RU = frozenset(
    "В Во На По О Об И А Но Он Она Они Это Также После По Россия США Китай".split()
)

# Words before an office that are no part of a name; names are transliterations, these are not.
_NO_NAME_KO = frozenset(
    """이날 이번 지난 오는 오늘 어제 내일 오전 오후 현지 현지시간 당시 신임 현직 현 전 전직 신 새 초대 이후
    또한 또 한편 이어 이어서 특히 함께 통해 위해 대해 대한 관련 관해 따라 따르면 및 등 겸 각각 모두 같은
    다른 양국 양측 양자 회담 회의 협의 통화 만남 면담 방문 방한 방미 방중 방일 순방 참석 계기 정상회담
    정상회의 장관회의 외교장관회의 정부 대통령실 외교부 국무부 국방부 외무성 총리실 측 당국 대표단 대표 정상
    주요 여러 모든 최근 올해 내년 지난해 작년 국제 다자 지역 세계 안보 경제 외교 국방 북핵 한반도 러북
    한미 한일 한중 한미일 미중 아세안 유엔 나토 유럽 아시아 중동 아프리카 그 그의 이 저 각 본 동 첫 두 세 네
    우리 우리나라 상대국 상대 카운터파트 카운터파트인 맏형 왼쪽 오른쪽 왼쪽부터 가운데 사진 자료사진 앞서 지난달
    이달 당선인 후보 신분 부인 배우자 여사 차례 직후 직전 동안 가운데 사이 간 중 후 전날 다음날 이튿날 당일
    처음 별도 별도로 잇따라 연쇄 비공개 공식 비공식 긴급 전격 공동 대신 대행 부총리 장관 총리 대통령 차관""".split()
)  # fmt: skip
_KO_END = re.compile(
    r"(?:[은는을를의]|에서|에게|에|과|와|까지|부터|으로|보다|처럼|하고|하며|했던|하는|하던|된|되는|했고|했으며|으며|이며|면서|해서"
    r"|중인|방한한|방문한|참석한|취임한|열린|가진|만난|있는|있던|없는|위한|대한|관한|통한|따른|의해|위해|대해|통해|임명된|지명된|계기|여사|간의"
    r"|했다|한다|이다|됐다|된다|밝힌|말한|전한|요청한|초청한|주재한|동행한|수행한|이끄는|맡은|맡고|후|전|중|측|간|들|씨)$"
)
_HANGUL = r"[가-힣]{1,9}"
_KO_RUN = re.compile(rf"((?:{_HANGUL}[ ·-]){{0,6}}{_HANGUL})\s$")


_GIVEN = {
    "en": re.compile(rf"((?:{_CAP}\s(?:(?:{_PARTICLE})\s)?){{1,3}})$"),
    "ru": re.compile(rf"((?:{_RU_CAP}\s){{1,3}})$"),
    "ja": re.compile(r"([ァ-ヶー・]{2,}[・＝])$"),
    "zh": re.compile(r"([\u4e00-\u9fff]{1,6}·)$"),
}


def given_before(text: str, start: int, language: str) -> int | None:
    """Where the given names before a family name at ``start`` begin; None when there are none."""
    if language == "ko":
        found = _korean_before(text, start, must=2)
        return found[0] if found else None
    low = max(0, start - 48)
    given = _GIVEN[language].search(text[low:start])
    if given is None:
        return None
    if language in ("ja", "zh"):
        return low + given.start(1)
    stop = _NO_NAME_EN if language == "en" else _NO_NAME_RU
    words = given.group(1).split()
    kept: list[str] = []
    for word in reversed(words):
        if word in stop or word.endswith("ly") or (word.isupper() and len(word) > 1):
            break
        kept.insert(0, word)
    # A capital letter at the start of the sentence says nothing: "Asked Blinken".
    while kept and re.fullmatch(_PARTICLE, kept[0]):
        kept.pop(0)
    if not kept:
        return None
    at = text.rindex(kept[0], low, start) if len(kept) == 1 else text.rindex(" ".join(kept), low, start)
    if len(kept) == 1 and (at == 0 or text[at - 2 : at] in (". ", "\n\n")) and kept[0].endswith(
        ("ed", "ing", "ile", "ver", "er", "ce")
    ):
        return None
    return at


def name_after(text: str, end: int, language: str) -> tuple[int, int] | None:
    """The span of a name right behind an office that ends at ``end``."""
    if language == "en":
        found = re.compile(rf"(?:,?\s(?:H\.?E\.?\s)?(?:(?:Mr|Ms|Mrs|Dr)\.?\s)?)({_EN_NAME})").match(
            text, end
        )
        return _trim(text, found, _NO_NAME_EN) if found else None
    if language == "ru":
        found = re.compile(rf",?\s({_RU_NAME})").match(text, end)
        return _trim(text, found, _NO_NAME_RU) if found else None
    if language == "zh":
        return _chinese_after(text, end)
    return None


def _trim(text: str, found: re.Match[str], no_name: frozenset[str]) -> tuple[int, int] | None:
    """Cut a run of capitalised words before the first that is no name."""
    start, end = found.span(1)
    at = start
    last = start
    for word in text[start:end].split(" "):
        bare = word.rstrip(".")
        if bare in no_name or (bare.isupper() and len(bare) > 1 and word.isascii()):
            break
        at += len(word)
        last = at
        at += 1
    words = text[start:last].split(" ")
    while words and re.fullmatch(_PARTICLE, words[-1]):
        last -= len(words[-1]) + 1
        words.pop()
    if last <= start or len(text[start:last]) < 2:
        return None
    # A name alone behind a comma begins another clause: "…the minister, Seoul said".
    if text[found.start() : found.start() + 1] == "," and " " not in text[start:last]:
        return None
    if text[last : last + 3] in ("'s ", "’s ") and " " not in text[start:last]:
        return (start, last) if not text[start:last].endswith("s") else None
    return start, last


_ZH_STOP = (
    r"(?=[，。、；：（）()“”\s]|举行|会谈|会晤|会见|在|与|同|和|说|表示|称|指出|宣布|访问|通电话|通话|率|将|于|今|昨|\d|共同|主持|出席|抵达|致|就|对|向"
    r"|的|等|也|还|强调|认为|应|为|来|赴|接受|发表|会議|舉行|會|說|稱|通電|$)"
)
_ZH_NAME = re.compile(
    rf"([\u4e00-\u9fff]{{1,6}}(?:·[\u4e00-\u9fff]{{1,8}}?)+|[\u4e00-\u9fff]{{2,6}}?){_ZH_STOP}"
)
_ZH_NO = re.compile(
    r"[会會议議谈談问題题发發举舉办辦说說称稱将將应應访訪问問代团團等的和与與对對向在于為为来來致就是有不也还並并到第一二三四五六七八九十]"
)


def _chinese_after(text: str, end: int) -> tuple[int, int] | None:
    found = _ZH_NAME.match(text, end)
    if not found:
        return None
    name = found.group(1)
    if len(name) < 2 or _ZH_NO.search(name):
        return None
    return found.span(1)


def name_before(text: str, start: int, language: str) -> tuple[int, int] | None:
    """The span of a name right before an office (with its country) that begins at ``start``."""
    if language == "ko":
        return _korean_before(text, start, must=3)
    if language == "en":
        found = re.search(
            rf"({_EN_NAME}),\s(?:the\s)?$", text[max(0, start - 80) : start]
        )
        if not found or " " not in found.group(1):
            return None
        words = found.group(1).split(" ")
        if any(word.rstrip(".") in _NO_NAME_EN for word in words):
            return None
        shift = max(0, start - 80)
        return found.start(1) + shift, found.end(1) + shift
    return None


def name_inside(text: str, start: int, end: int, language: str) -> tuple[int, int] | None:
    """The span of the name that stands alone between a country and an office: 캐나다 …… 외교장관."""
    gap = text[start:end]
    if language == "ko":
        found = re.fullmatch(r"의?\s((?:[가-힣]{1,9}[ ·-]){0,6}[가-힣]{1,9})\s", gap)
        if not found or not _is_korean_name(found.group(1)):
            return None
        return start + found.start(1), start + found.end(1)
    if language == "ja":
        found = re.fullmatch(r"の?([ァ-ヶー・＝=]{2,24}|[一-龥々]{2,5})", gap)
        if not found or re.search(
            r"[新前元現次初両各同]|首脳|政府|国家|外務|共産|与党|野党|共和|連邦|民主|会談|訪問|大使|代表",
            found.group(1),
        ):
            return None
        return start + found.start(1), start + found.end(1)
    return None


def _is_korean_name(words: str) -> bool:
    parts = re.split(r"[ ·-]", words)
    if any(part in _NO_NAME_KO or _KO_END.search(part) for part in parts):
        return False
    return len(words) >= 2


def _korean_before(text: str, start: int, must: int) -> tuple[int, int] | None:
    found = _KO_RUN.search(text, max(0, start - 60), start)
    if not found:
        return None
    words = found.group(1).split(" ")
    kept: list[str] = []
    for word in reversed(words):
        if word in _NO_NAME_KO or _KO_END.search(word):
            break
        kept.insert(0, word)
    if not kept or len("".join(kept)) < must:
        return None
    end = start - 1
    return end - len(" ".join(kept)), end
