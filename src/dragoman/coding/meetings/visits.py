"""A trip: who travelled, and the state that received him.

In: the words that name a trip, its sentence, the parties read around them. Out: visitors and host;
the town. Whether the trip took place is left to meetings/status.py.
"""

from __future__ import annotations

import re

from dragoman.coding.cues.cases import ALL_CASES, cases_of
from dragoman.coding.names.mention import Mention
from dragoman.coding.people.parties import Party, party_of, state_at
from dragoman.coding.scene import Sentence

__all__ = ["destination_of", "pair_visit", "town_before"]

_HANGUL_HOSTS = {"한": "KOR", "미": "USA", "일": "JPN", "중": "CHN", "북": "PRK", "러": "RUS"}
_HAN_HOSTS = {
    "日": "JPN", "韓": "KOR", "韩": "KOR", "中": "CHN", "华": "CHN", "華": "CHN", "米": "USA", "美": "USA",
    "朝": "PRK", "露": "RUS", "ロ": "RUS", "俄": "RUS",
}  # fmt: skip
_HOST_LETTER = re.compile(
    r"방([한미일중북러])|訪([日韓中米朝露ロ])|来([日韓])|[访訪来來](华|華)|访([韩日美俄朝])"
)


_HOUSE = re.compile(
    r"(?:대사관|영사관|문화원|공관|대표부|박물관|공장|기업|사찰|학교|대학교?|병원|매장|식당|빈소|분향소|묘지)(?:을|를|에)?\s?(?:\S+\s)?$"
)
_KO_INVITES = re.compile(r"(?:의|\s측의?|\s정부의?)?\s?초청(?:으로|을 받|에 따라|에 응해)")
_LISTED = re.compile(r"(?:,\s?|[와과]\s|、|と|·|・|및\s|\s및\s|及び|や)")


_LISTED_BEHIND = re.compile(
    r"(?:,\s|,?\sand\s|[、和及与與]|以及|及其?|,?\sи\s(?:в\s|во\s)?|,\s(?:в|во)\s)(?:the\s|then\s)?"
)


def pair_visit(
    sentence: Sentence, named: str, start: int, end: int, subject: list[Party],
    groups: list[list[Party]], language: str,
) -> tuple[list[Party], list[list[Party]]]:  # fmt: skip
    """A trip has the visitor and the host: the country named in the word or beside it."""
    verb_last = language in ("ko", "ja")
    if language == "ru" and (stay := _stay(sentence, start)):
        return stay
    if letter := _HOST_LETTER.search(named):
        sign = next(g for g in letter.groups() if g)
        code = _HANGUL_HOSTS.get(sign) or _HAN_HOSTS[sign]
        visitors = [p for p in subject if p.country != code]
        if language == "ja" and named.endswith("中") and (guest := _guest_behind(sentence, end)):
            visitors = guest
        if language == "ko" and not visitors:
            visitors = _asked_to_come(sentence, start, code)
        return visitors, [[state_at(code, start, end)]]
    if verb_last:
        near = [m for m in sentence.mentions if m.end <= start and start - m.end <= 12]
        if near and _HOUSE.search(
            sentence.text[near[-1].start - sentence.start : start - sentence.start]
        ):
            return [], []  # 평양의 러시아 대사관을 방문했다: a house, and no state
    elif language == "zh":
        near = [
            m for m in sentence.mentions
            # 对南非进行访问，赴法国主持会议: what the next clause names is not its host.
            if 0 <= m.start - end <= 4
            and not re.search(r"[，,。；、]", sentence.text[end - sentence.start : m.start - sentence.start])
        ]  # fmt: skip
    else:
        near = [m for m in sentence.mentions if 0 <= m.start - end <= 24]
    if language == "en" and (trip := _trip_of(sentence, end)):
        return trip
    hosts = [m for m in near if m.kind in ("state", "place") and m.country]
    if language == "ru":
        subject = _arrived(sentence, named, end) or subject
        hosts = hosts or _behind_owner(sentence, end, subject) or _fronted(sentence, start)
        hosts = hosts or _further(sentence, named, end)
    host = (hosts[-1] if verb_last else hosts[0]) if hosts else None
    if verb_last and host is not None and (owner := _owner(sentence, host)):
        # 政府は石破首相の韓国訪問を見送る: he travels, whoever decides on it.
        return owner, [[state_at(host.country, host.start, host.end)]]
    row = _row(sentence, host, verb_last) if host is not None else []
    if len(row) > 1:
        # 에콰도르, 가나, 케냐를 차례로 방문하여, "traveled to Gabon and Nigeria": each of them received him.
        listed = {m.country for m in row}
        hosting = [[state_at(m.country, m.start, m.end)] for m in row]
        return [p for p in subject if p.country not in listed], hosting
    if host is None and language == "ko" and subject:
        # 에르도안 대통령의 초청으로 … 공식 방문한다: who invites receives.
        own = {p.country for p in subject}
        for mention in reversed([m for m in sentence.mentions if m.end <= start]):
            asks = _KO_INVITES.match(sentence.text, mention.end - sentence.start)
            if asks and mention.country and mention.country not in own:
                return subject, [[state_at(mention.country, mention.start, mention.end)]]
    if host is None:
        # 对越南进行国事访问, с визитом в Польшу: the finder of the language knows the host.
        if language == "zh":
            return subject, groups
        return (subject, groups[:1]) if language == "ru" else ([], [])
    party = state_at(host.country, host.start, host.end)
    if language == "ko" and all(p.country == host.country for p in subject):
        return _asked_to_come(sentence, start, host.country), [[party]]
    return [p for p in subject if p.country != host.country], [[party]]


def _row(sentence: Sentence, host: Mention, verb_last: bool) -> list[Mention]:
    """The states named in a row with the host: before it where the verb stands last, else behind it."""
    if host.kind != "state":
        return []
    listed = _LISTED if verb_last else _LISTED_BEHIND
    row, base = [host], sentence.start
    others = sentence.mentions[::-1] if verb_last else sentence.mentions
    for mention in others:
        if mention.end > host.start if verb_last else mention.start < host.end:
            continue
        left, right = (mention, row[-1]) if verb_last else (row[-1], mention)
        gap = sentence.text[left.end - base : right.start - base]
        if mention.kind != "state" or not mention.country or not listed.fullmatch(gap):
            break
        row.append(mention)
    return row[::-1] if verb_last else row


_FRONTED = re.compile(
    r"\s(?:(?:сегодня|накануне|вчера|также|вновь|впервые|[а-яё]+о|с\s(?:[а-яё]+\s)?визитом)\s){0,2}"
)


def _fronted(sentence: Sentence, start: int) -> list[Mention]:
    """В Астану прибыли президенты: where to, at the head of the sentence."""
    return [
        m for m in sentence.mentions
        if m.kind in ("state", "place") and m.country and m.end <= start
        and re.search(r"(?:^|\s)[Вв]о?\s$|^$", sentence.text[: m.start - sentence.start])
        and re.match(r"(?:[Вв]о?\s)?", m.text) and m.start - sentence.start <= 3
        and _FRONTED.fullmatch(sentence.text[m.end - sentence.start : start - sentence.start])
    ]  # fmt: skip


def _further(sentence: Sentence, named: str, end: int) -> list[Mention]:
    """Прилетел для обсуждения отношений в Казахстан из Казани: where to, behind what for."""
    if not re.match(r"прибы(?:л|в)|прилетел|приехал", named, re.IGNORECASE):
        return []
    for m in sentence.mentions:
        if m.kind not in ("state", "place") or not m.country or m.start < end:
            continue
        gap = sentence.text[end - sentence.start : m.start - sentence.start]
        cases = cases_of(sentence.text[m.start - sentence.start : m.end - sentence.start])
        whither = "a" in cases and ("p" not in cases or len(cases) == len(ALL_CASES))
        if whither and len(gap) <= 90 and re.fullmatch(r"[^.;:,]*\sво?\s", gap):
            return [m]
    return []


def _arrived(sentence: Sentence, named: str, end: int) -> list[Party]:
    """Прибывший в Киев с визитом госсекретарь: he who is named behind the participle."""
    if not re.match(r"(?:прибы|прилете|приеха)вш(?:ий|ая|ие)", named, re.IGNORECASE):
        return []
    for m in sentence.mentions:
        if m.start < end or m.kind not in ("person", "office"):
            continue
        gap = sentence.text[end - sentence.start : m.start - sentence.start]
        return party_of(m) if len(gap) <= 60 and not re.search(r"[,.;:]", gap) else []
    return []


def _behind_owner(sentence: Sentence, end: int, subject: list[Party]) -> list[Mention]:
    """Визит президента СРВ Чан Дай Куанга в Индию: where to, behind whose trip it is."""
    last = max((p.end for p in subject if p.start >= end), default=-1)
    return [
        m for m in sentence.mentions
        if m.kind in ("state", "place") and m.country and last > 0
        and re.fullmatch(
            r"\s(?:[А-ЯЁ][\w-]+\s){0,2}во?\s(?:[Рр]еспублику\s)?",
            sentence.text[max(0, last - sentence.start) : max(0, m.start - sentence.start)],
        )
    ]  # fmt: skip


_EN_OF = re.compile(r"\s(?:of|by)\s(?:the\s|his\s|her\s|their\s|its\s)?(?:[\w’'.-]+,?\s){0,8}?")
_EN_TO = re.compile(r"(?:,\s[^,]{2,40})?,?\sto\s(?:the\s)?")


def _trip_of(sentence: Sentence, end: int) -> tuple[list[Party], list[list[Party]]] | None:
    """The visit of Philippine President Marcos to the White House: visitor and host behind the noun."""
    text, base = sentence.text, sentence.start
    for i, guest in enumerate(sentence.mentions):
        if guest.kind not in ("person", "office") or guest.start < end:
            continue
        if not _EN_OF.fullmatch(text[end - base : guest.start - base]):
            return None
        for host in sentence.mentions[i + 1 :]:
            if _EN_TO.fullmatch(text[guest.end - base : host.start - base]) and host.country:
                party = state_at(host.country, host.start, host.end)
                there = host.kind in ("state", "place") and host.country != guest.country
                return (party_of(guest), [[party]]) if there else None
        return None
    return None


# Цой Сон Хи, находящейся в России с визитом; прибывшим в Москву с визитом
_RU_STAYS = re.compile(r",\s(?:находящ|пребывающ|прибывш)\w+\sв[о]?\s$")


def _stay(sentence: Sentence, start: int) -> tuple[list[Party], list[list[Party]]] | None:
    """Who is in which state, where a clause of the guest's own tells of his trip."""
    for host in sentence.mentions:
        lead = sentence.text[: host.start - sentence.start]
        opens = _RU_STAYS.search(lead)
        if host.end > start or start - host.end > 40 or not opens or not host.country:
            continue
        guests = [m for m in sentence.mentions if m.end - sentence.start <= opens.start() + 1]
        if guests and guests[-1].kind in ("person", "office"):
            party = state_at(host.country, host.start, host.end)
            return party_of(guests[-1]), [[party]]
    return None


def _owner(sentence: Sentence, host: Mention) -> list[Party]:
    """Whose trip it is where the visitor owns the host's name: 石破首相の韓国訪問, 총리의 한국 방문."""
    for mention in sentence.mentions:
        gap = sentence.text[mention.end - sentence.start : max(0, host.start - sentence.start)]
        person = mention.kind in ("person", "office") and mention.country != host.country
        if person and mention.end < host.start and gap in ("の", "의 "):
            return party_of(mention)
    return []


def _guest_behind(sentence: Sentence, end: int) -> list[Party]:
    """訪米中の石破首相は6日から滞在し: who is named behind the words is on the trip; without the stay
    they only say where a guest comes from (訪日中の大臣の表敬を受けた)."""
    if "滞在し" not in sentence.text:
        return []
    for mention in sentence.mentions:
        if mention.kind in ("person", "office") and mention.start >= end:
            gap = sentence.text[end - sentence.start : mention.start - sentence.start]
            return party_of(mention) if gap == "の" else []
    return []


def _asked_to_come(sentence: Sentence, start: int, host: str | None) -> list[Party]:
    """칠레 대통령은 페루 대통령에게 칠레를 방문해 달라고, 시 주석은 푸틴 대통령의 방중을: who would travel."""
    asked = [
        m for m in sentence.mentions
        if m.end <= start and m.kind in ("person", "office", "state") and m.country not in (None, host)
        and sentence.text[m.end - sentence.start :].startswith(("에게", "께 ", "에 ", "의 방"))
    ]  # fmt: skip
    return [p for m in asked[-1:] for p in party_of(m)]


def town_before(sentence: Sentence, start: int) -> Mention | None:
    """The town right before the words for a trip: 서울에 도착했다, 北京を訪問した."""
    towns = [m for m in sentence.mentions if m.kind == "place" and m.city]
    return next((m for m in towns if 0 <= start - m.end <= 4), None)


def destination_of(sentence: Sentence, end: int) -> Mention | None:
    """The town that a trip goes to: a visit to Washington."""
    towns = [m for m in sentence.mentions if m.kind == "place" and m.city]
    return next((m for m in towns if 0 <= m.start - end <= 24), None)
