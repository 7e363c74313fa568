"""Genre and publication time, from whatever says them best."""

from __future__ import annotations

import re

from dragoman.errors import ReadingError
from dragoman.reading.datelines import find_dateline
from dragoman.reading.metadata import Metadata, find_url_day
from dragoman.reading.publishers import Publisher
from dragoman.reading.stamps import find_stamps, normalise_published
from dragoman.records import Genre, Passage

__all__ = ["find_genre", "find_published"]

# Where a language is written in one time zone, a time without a zone is told in it.
_ZONES = {"ko": "Asia/Seoul", "ja": "Asia/Tokyo", "zh": "Asia/Shanghai"}
_LABEL = re.compile(
    r"^\W{0,3}(?:기사\s?입력|최초\s?입력|입력|등록일?|작성일?|게시일?|발행일?|배포일?(?:시)?|보도일?(?:시)?|송고|승인|날짜|일시|"
    r"published|posted|issued|released?|date|掲載日?|公開日?|配信|発表日?|発行日?|"
    r"发布(?:时间|日期)?|发表时间|发稿时间|時間|时间|日期|опубликовано|дата)\b",
    re.I,
)
_CHANGED = re.compile(r"수정|업데이트|updated?|modified|更新|обновлено|изменено", re.I)
_TITLES: tuple[tuple[Genre, str], ...] = (
    ("interview", r"\binterview\b|인터뷰|インタビュー|专访|專訪|интервью"),
    (
        "briefing",
        r"briefing|press (?:gaggle|conference)|브리핑|기자\s?회견|정례\s?회견|記者会見|会見|"
        r"例行记者会|答记者问|記者會|брифинг|пресс-конференц",
    ),
    ("transcript", r"transcript|속기록|녹취록|書き起こし|实录|實錄|стенограмм"),
    (
        "readout",
        r"read-?out|회담\s?결과|통화\s?결과|회담\s?개최|결과\s?보도자료|전화\s?(?:통화|회담)|"
        r"(?:call|meeting|talks) with|met with|電話会談|外相会談|首脳会談|通电话|会见|会晤|"
        r"телефонн\w+ разговор|о встрече|о переговорах",
    ),
    (
        "speech",
        r"\b(?:remarks|speech|address|keynote|testimony)\b|연설|축사|기념사|모두\s?발언|담화문|"
        r"演説|演說|講演|讲话|致辞|發言|выступлени|речь|обращени",
    ),
    (
        "statement",
        r"statement|성명|담화|논평|입장문|談話|声明|聲明|コメント|заявлени|коммюнике",
    ),
)
_GENRES = tuple((genre, re.compile(pattern, re.I)) for genre, pattern in _TITLES)
_PARTS = ("byline", "boilerplate")


def find_genre(given: str | None, title: str | None, text: str, house: Publisher | None) -> Genre:
    """The kind of text, by who publishes it and what its title says it is."""
    if given == "mail":
        return "mail"
    named = next((genre for genre, pattern in _GENRES if pattern.search(title or "")), None)
    if house and house.official:
        return named or "other"
    if house and house.genre == "wire":
        return "wire"
    if named == "interview":
        return named
    if house and house.genre == "blog":
        return "blog"
    opening = find_dateline(text) or any(
        find_dateline(text, match.end()) for match in list(re.finditer(r"\n+", text))[:6]
    )
    if opening:
        return "wire"
    return "article" if house else "other"


def find_published(
    given: str | None,
    meta: Metadata,
    text: str,
    passages: tuple[Passage, ...],
    url: str | None,
    language: str,
    house: Publisher | None,
) -> str | None:
    """The publication time as an ISO day or a time with zone; None when nothing says it.

    Order of trust: ``given`` by the user or the source; machine-readable data; an element or a line
    marked as the date; a line that is nothing but a date; the address. Raises ReadingError when
    ``given`` is no date.
    """
    zone = (house.timezone if house else None) or _ZONES.get(language[:2])
    if given:
        written = normalise_published(given, zone)
        if written is None:
            raise ReadingError(f"published {given!r} is no date; write 2024-11-15 or an ISO time")
        return written
    for machine in (meta.published, meta.marked_day):
        if machine and (written := normalise_published(machine, zone)):
            return written
    lines = [(p, text[p.start : p.end]) for p in passages if p.role in _PARTS]
    for _, line in lines:
        if _LABEL.match(line) and (stamps := find_stamps(line)):
            return stamps[0].write(zone)
    # A line of nothing but a date: under the title or, in Japanese and Korean papers, at the end.
    for passage, line in lines:
        stamps = find_stamps(line)
        if len(stamps) == 1 and not _CHANGED.search(line) and _stands_at_edge(passage, passages):
            return stamps[0].write(zone)
    return find_url_day(url or meta.url)


def _stands_at_edge(passage: Passage, passages: tuple[Passage, ...]) -> bool:
    if passage.role != "byline":
        return False
    index = passages.index(passage)
    running = [i for i, p in enumerate(passages) if p.role in ("paragraph", "list item", "answer")]
    return not running or index < running[0] + 2 or index > running[-1]
