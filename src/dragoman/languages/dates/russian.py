"""Dates as Russian writes them: 14 ноября (2024 года), в четверг, в прошлом месяце, накануне.

In: a match and its Context. Out: Found.
"""

from __future__ import annotations

import datetime as dt
import re

from dragoman.languages.dates import calendar as cal
from dragoman.languages.dates.calendar import Part, Way
from dragoman.languages.dates.context import (
    UNKNOWN,
    Context,
    Found,
    Rule,
    is_duration,
    is_recurring,
)
from dragoman.languages.dates.numeric import EUROPEAN, NUMERIC, build_european, build_numeric

__all__ = ["RULES", "TRIGGER"]

_STEMS = (
    "январ", "феврал", "март", "апрел", "ма", "июн", "июл", "август", "сентябр", "октябр", "ноябр",
    "декабр",
)  # fmt: skip
# Genitive (14 ноября) and the other cases; май is май, мая, мае, and nothing longer (майор).
_MONTH = (
    r"(?:(?:январ|феврал|апрел|июн|июл|сентябр|октябр|ноябр|декабр)(?:ь|я|е|ю|ём|ем)"
    r"|(?:март|август)(?:а|е|у|ом)?|ма(?:й|я|е|ю|ем))\b"
)
_DAYS = ("понедельник", "вторник", "сред", "четверг", "пятниц", "суббот", "воскресень")
_WEEKDAY = (
    r"(?:понедельник|вторник|четверг)(?:а|у|ом|е)?\b|(?:сред|пятниц|суббот)(?:а|у|ы|е|ой|ей)\b"
    r"|воскресень(?:е|я|ю|ем)\b"
)
_NUMBER = r"(?:3[01]|[12]\d|0?[1-9])(?:-?(?:го|е|ого|ое))?\b(?![.,:]\d)"
_GODA = r"(?:\s*(?:года|году|год|годом|г\.|г\b))"
_YEAR = rf"(?P<y>(?:1[6-9]|2[01])\d\d){_GODA}"
_THAT_YEAR = r"(?P<yw>прошлого|минувшего|этого|текущего|нынешнего|следующего|будущего|того же) года"
_CLOCK = r"(?:,?\s+в\s+(?P<hour>2[0-3]|1\d|0?\d)[:.](?P<minute>[0-5]\d))?"
_DAY = re.compile(
    rf"(?:(?:с|со)\s+)?(?:(?P<d0>{_NUMBER})(?:\s+(?P<m0>{_MONTH}))?(?P<to>\s?[-–—]\s?|\s(?:и|по|до)\s))?"
    rf"(?P<d>{_NUMBER})\s+(?P<m>{_MONTH})(?:\s+(?:{_YEAR}|(?P<y4>(?:1[6-9]|2[01])\d\d)\b|{_THAT_YEAR}))?{_CLOCK}",
    re.IGNORECASE,
)
_NTH = re.compile(
    rf"(?P<d>{_NUMBER})\s+числа(?:\s+(?P<mw>прошлого|этого|текущего|следующего) месяца)?", re.I
)
_PART = (
    r"(?P<part>начал[аоеу]|середин[аеуы]|кон(?:ец|ца|це|цу)|перв(?:ой|ая|ую) половин[еауы]"
    r"|втор(?:ой|ая|ую) половин[еауы]|перв(?:ом|ый|ого) квартал[еа]?|втор(?:ом|ой|ого) квартал[еа]?"
    r"|треть(?:ем|ий|его) квартал[еа]?|четв[её]рт(?:ом|ый|ого) квартал[еа]?)"
)
_MONTHS = re.compile(
    rf"(?:{_PART}\s+)?(?:(?P<way>прошл\w+|минувш\w+|будущ\w+|следующ\w+|эт\w+)\s+)?(?P<m>{_MONTH})"
    rf"(?:\s+(?:{_YEAR}|(?P<y4>(?:1[6-9]|2[01])\d\d)\b|{_THAT_YEAR}))?",
    re.IGNORECASE,
)
_WAY = (
    r"(?P<way>минувш\w+|прошл\w+|прошедш\w+|следующ\w+|ближайш\w+|будущ\w+|предстоящ\w+|эт\w+"
    r"|нынешн\w+|текущ\w+|позапрошл\w+)"
)
_WEEKDAYS = re.compile(
    rf"(?:{_WAY}\s+)?(?P<wd>{_WEEKDAY})(?:\s+на\s+(?P<week>прошлой|этой|следующей)\s+неделе)?"
    rf"(?:,\s*(?P<d>{_NUMBER})\s+(?P<m>{_MONTH})(?:\s+{_YEAR})?)?",
    re.IGNORECASE,
)
_FROM_ANCHOR = {
    "сегодня": 0, "вчера": -1, "завтра": 1, "позавчера": -2, "послезавтра": 2,
}  # fmt: skip
_FROM_SPOKEN = {
    "тот же день": 0, "этот же день": 0, "этот день": 0, "тот день": 0, "следующий день": 1,
    "другой день": 1, "днем ранее": -1, "днём ранее": -1, "днем позже": 1, "днём позже": 1,
    "день спустя": 1, "предыдущий день": -1,
}  # fmt: skip
_WORDS = re.compile(
    rf"(?P<w>{'|'.join(sorted({**_FROM_ANCHOR, **_FROM_SPOKEN}, key=len, reverse=True))})\b|"
    # накануне саммита is the eve of something; накануне alone is yesterday.
    r"(?P<eve>накануне)\b(?!\s+(?:[а-яё]+(?:а|я|и|ы|ов|ей|ого|его|ой|их|ых)\b|[А-ЯЁA-Z«\d]))",
    re.IGNORECASE,
)
# Накануне Лавров провёл …, Накануне российский дипломат побывал …: a nominative and its verb follow,
# no eve of something. Накануне выборов, накануне встреч are eves.
_EVE_SAID = re.compile(
    r"[Нн]акануне(?=\s+(?:(?:[А-ЯЁ][а-яё]+\s)?[А-ЯЁ][а-яё]*(?:[бвгджзклмнпрстфхцчшщйь]|ко|ова|ева|ина)\s+)?"
    r"[а-яё]+(?:л|ла|ли|ло|лся|лась|лись)\b)"
    r"|Накануне(?=\s+(?:[А-ЯЁа-яё-]+(?:ск|цк|ш|н)(?:ий|ая|ые|ие)\s|[Гг]лавы?\s|[Мм]инистры\s|[Сс]тороны\s"
    r"|(?!встреч\b|бесед\b|[а-яё-]+(?:ов|ев|ей|ий)\b)[А-ЯЁа-яё-]+[бвгджзклмнпрстфхцчшщйь]\s)[^.;]{0,90}?[а-яё]+(?:л|ла|ли|ло|лся|лась|лись)\b)"
)
_UNITS = re.compile(
    rf"(?:{_PART}\s+)?{_WAY}\s+(?P<unit>недел[еюия]|месяц[аеу]?|год[ауе]?|выходны[ехм]+)\b",
    re.IGNORECASE,
)
_ENDS = re.compile(rf"{_PART}\s+(?P<unit>года|месяца|недели)\b", re.IGNORECASE)
_COUNTS = {
    "один": 1, "одну": 1, "два": 2, "две": 2, "три": 3, "четыре": 4, "пять": 5, "шесть": 6,
    "семь": 7, "восемь": 8, "девять": 9, "десять": 10, "двух": 2, "трёх": 3, "трех": 3,
}  # fmt: skip
_COUNT = rf"(?:\d{{1,3}}|{'|'.join(_COUNTS)})"
_UNIT = r"(?:день|дня|дней|недел[юиья]|недель|месяц(?:а|ев)?|год(?:а)?|лет)"
_AGO = re.compile(
    rf"(?:(?P<n>{_COUNT})\s+)?(?P<unit>{_UNIT})\s+(?P<way>назад|спустя|до этого)\b|"
    rf"через\s+(?:(?P<n2>{_COUNT})\s+)?(?P<unit2>{_UNIT})\b",
    re.IGNORECASE,
)
# Месяцем ранее, годом позже: from the day of the telling.
_BY_ONE = re.compile(
    r"(?P<n>два|две|три|двумя|тремя|нескольк\w+)?\s?(?P<unit>недел(?:ей|ями)|месяц(?:ем|ами)|год(?:ом|ами))\s(?P<way>ранее|раньше|позже|позднее)\b",
    re.IGNORECASE,
)
_LASTING = re.compile(
    rf"(?:в течение|на протяжении|за|на)\s+(?:последни[ех]\s+)?(?:{_COUNT}\s+)?(?:{_UNIT}|час(?:а|ов)?)\b"
    rf"|{_COUNT}\s+(?:{_UNIT}|час(?:а|ов)?)\b|(?:двух|тр[её]х|четыр[её]х|пяти)дневн\w+",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"(?:ближайшие|последние|предстоящие|ближайшее)\s+(?:\w+\s+)?(?:дн[ия]|дней|недели|месяцы|годы|лет|время)\b",
    re.I,
)
_EVERY = re.compile(
    r"ежегодно|ежемесячно|еженедельно|ежедневно|кажд(?:ый|ую|ое)\s+\w+|по (?:понедельникам|вторникам|средам|четвергам|пятницам|субботам|воскресеньям)",
    re.I,
)
_NAMED = re.compile(
    r"9 [Мм]ая(?=\s+(?:в День|—|–|, в День|отмеча))|11 сентября(?=\s+2001)|День Победы"
)
_YEARS = re.compile(
    rf"(?:{_PART}\s+)?(?P<y>(?:1[6-9]|2[01])\d\d)(?:\s?[-–—]\s?(?P<y2>(?:1[6-9]|2[01])?\d\d)\s?(?:гг\.?|год\w*)|{_GODA})",
    re.IGNORECASE,
)
_DECADE = re.compile(r"(?P<y>(?:1[6-9]|20)\d0)-(?:е|х|ых)\b", re.IGNORECASE)
TRIGGER = re.compile(
    rf"(?<![\w.,/-])(?:\d|[сС]о?\s+(?=\d)|(?i:{_MONTH}|{_WEEKDAY}|начал[аоеу]\b|середин|кон(?:ец|ца|це|цу)\b"
    r"|перв|втор|треть|четв[её]рт|прошл|минувш|прошедш|позапрошл|следующ|ближайш|будущ|предстоящ"
    r"|последн|эт(?:ом|ой|от|у)\b|нынешн|текущ|тот\b|другой день|предыдущ|сегодня|вчера|завтра"
    r"|позавчера|послезавтра|накануне|дн[её]м|день|недел|месяц|год|через|ежегодно|ежемесячно"
    r"|еженедельно|ежедневно|кажд|по |в течение|на протяжении|за |на |двух|тр[её]х|четыр|пят"
    r"|од(?:ин|ну)\b|два\b|две\b|три\b|шесть|семь|восемь|девять|десять))"
)


_UNTIL = re.compile(r"\bдо\s$", re.IGNORECASE)


def _month(word: str) -> int:
    low = word.lower()
    return next(i for i, stem in enumerate(_STEMS, 1) if low.startswith(stem) and (
        stem != "ма" or low[:3] in ("май", "мая", "мае", "маю")))  # fmt: skip


def _day(word: str) -> int:
    digits = re.match(r"\d+", word)
    return int(digits.group()) if digits else 0


def _part(word: str | None) -> Part:
    low = (word or "").lower()
    if "половин" in low:
        return "first half" if low.startswith("перв") else "second half"
    if "квартал" in low:
        heads: dict[str, Part] = {"пе": "q1", "вт": "q2", "тр": "q3", "че": "q4"}
        return heads[low[:2]]
    named: dict[str, Part] = {"нача": "start", "сере": "middle", "коне": "end", "конц": "end"}
    return named.get(low[:4], "")


def _shift(word: str | None) -> int:
    low = (word or "").lower()
    if low.startswith("позапрошл"):
        return -2
    if low.startswith(("прош", "минувш")):
        return -1
    return 1 if low.startswith(("следующ", "будущ", "предстоящ", "ближайш")) else 0


def _way(word: str | None, match: re.Match[str], context: Context) -> Way:
    by = _shift(word)
    if word and by:
        return "past" if by < 0 else "future"
    return context.way(match.start(), match.end())


def _year(match: re.Match[str], context: Context) -> tuple[int | None, bool]:
    """The year that goes with a day or month, and whether it stands in figures."""
    g = match.groupdict()
    if g["y"] or g.get("y4"):
        return int(g["y"] or g["y4"]), True
    if g.get("yw"):
        base = context.previous if g["yw"].lower() == "того же" else context.anchor
        if base:
            return base.year + _shift(g["yw"]), False
    listed = context.listed_year(match.start())
    return listed, listed is not None


def _build_day(match: re.Match[str], context: Context) -> Found | None:
    """14 ноября; 14–15 ноября 2024 года; с 30 ноября по 2 декабря."""
    y, explicit = _year(match, context)
    m, d, g = _month(match["m"]), _day(match["d"]), match.groupdict()
    first_month, first_day = m, d
    last: tuple[int, int] | None = None
    length: int | None = None
    if g["d0"]:
        first_month, first_day = (_month(g["m0"]) if g["m0"] else m), _day(g["d0"])
        if "и" in g["to"].split() and not (first_month == m and d == first_day + 1):
            length = match.end("m0" if g["m0"] else "d0") - match.start()
        else:
            last = (m, d)
        if y is not None:
            y -= first_month > m
    if y is not None:
        first = cal.safe_day(y, first_month, first_day)
    elif context.anchor is None or g["yw"]:
        return UNKNOWN._replace(length=length)
    else:
        way = context.way(match.start(), match.end())
        first = cal.month_day(context.anchor, first_month, first_day, way)
    if first is None:
        return None
    until = cal.safe_day(first.year + (last[0] < first.month), *last) if last else None
    if until is not None and until < first:
        return None
    found = context.stretch(cal.days(first, until), "absolute" if explicit else "relative")
    if found and length:
        return found._replace(length=length)
    if found and g["hour"] and until is None:
        moment = f"{found.start}T{int(g['hour']):02d}:{g['minute']}"
        return found._replace(start=moment, end=moment, precision="time")
    return found


def _build_nth(match: re.Match[str], context: Context) -> Found | None:
    """14-го числа; 3 числа следующего месяца."""
    if context.anchor is None:
        return UNKNOWN
    d = _day(match["d"])
    if match["mw"]:
        y_m = cal.shift_month(context.anchor.year, context.anchor.month, _shift(match["mw"]))
        return context.day(cal.safe_day(*y_m, d))
    return context.day(cal.day_of_month(context.anchor, d, context.way(match.start(), match.end())))


def _build_month(match: re.Match[str], context: Context) -> Found | None:
    """В августе 2018 года; в начале ноября; в марте."""
    part = _part(match["part"])
    if part in ("first half", "second half"):
        part = "early" if part == "first half" else "late"
    if part.startswith("q"):
        return None
    if match["m"].lower() in ("май", "мае") and match["m"][0].isupper():
        return None  # a name
    y, explicit = _year(match, context)
    m = _month(match["m"])
    if y is not None:
        kind = "absolute" if explicit else "relative"
        return context.stretch(
            cal.month(y, m, part), "absolute" if kind == "absolute" else "relative"
        )
    if context.anchor is None:
        return UNKNOWN
    way = _way(match["way"], match, context)
    if not match["way"] and _UNTIL.search(context.text, max(0, match.start() - 4), match.start()):
        way = "will"  # до конца мая: a term lies ahead, whatever verb sets it
    return context.stretch(cal.month(*cal.nearest_month(context.anchor, m, way), part))


def _build_weekday(match: re.Match[str], context: Context) -> Found | None:
    """В четверг; в минувший четверг; в пятницу, 15 ноября."""
    if match["m"]:
        m, d = _month(match["m"]), _day(match["d"])
        if match["y"]:
            return context.day(cal.safe_day(int(match["y"]), m, d), "absolute")
        if context.anchor is None:
            return UNKNOWN
        way = context.way(match.start(), match.end())
        return context.day(cal.month_day(context.anchor, m, d, way))
    if context.anchor is None:
        return UNKNOWN
    low = match["wd"].lower()
    index = next(i for i, name in enumerate(_DAYS) if low.startswith(name))
    if match["week"]:
        monday = cal.week(context.anchor, _shift(match["week"])).first
        return context.day(monday + dt.timedelta(days=index))
    way = _way(match["way"], match, context)
    day = cal.weekday(context.anchor, index, way)
    if day == context.anchor and _shift(match["way"]):
        day += dt.timedelta(days=7 * _shift(match["way"]))
    return context.day(day)


def _build_word(match: re.Match[str], context: Context) -> Found:
    word = (match["w"] or "накануне").lower()
    if word == "накануне":
        return context.shifted(-1, context.anchor)
    if word in _FROM_ANCHOR:
        return context.shifted(_FROM_ANCHOR[word], context.anchor)
    return context.shifted(_FROM_SPOKEN[word], context.previous)


def _build_eve(match: re.Match[str], context: Context) -> Found:
    return context.shifted(-1, context.anchor)


def _build_unit(match: re.Match[str], context: Context) -> Found | None:
    """На прошлой неделе; в конце следующего года."""
    if context.anchor is None:
        return UNKNOWN
    by, unit, part = _shift(match["way"]), match["unit"].lower(), _part(match["part"])
    if unit.startswith("недел"):
        return context.stretch(cal.week(context.anchor, by))
    if unit.startswith("выходн"):
        saturday = cal.week(context.anchor, by).first + dt.timedelta(days=5)
        return context.stretch(cal.days(saturday, saturday + dt.timedelta(days=1)))
    if unit.startswith("месяц"):
        y_m = cal.shift_month(context.anchor.year, context.anchor.month, by)
        return context.stretch(cal.month(*y_m, part))
    return context.stretch(cal.year(context.anchor.year + by, part))


def _build_ends(match: re.Match[str], context: Context) -> Found | None:
    """До конца года; в начале месяца."""
    if context.anchor is None or match["unit"].lower() == "недели":
        return UNKNOWN
    part = _part(match["part"])
    if match["unit"].lower() == "месяца":
        return context.stretch(cal.month(context.anchor.year, context.anchor.month, part))
    return context.stretch(cal.year(context.anchor.year, part))


def _build_ago(match: re.Match[str], context: Context) -> Found | None:
    """Две недели назад; через три дня; два дня спустя."""
    back = match["way"] and match["way"].lower() == "назад"
    spoken = match["way"] and not back
    base = context.previous if spoken else context.anchor
    if base is None:
        return UNKNOWN
    number = (match["n"] or match["n2"] or "1").lower()
    count = _COUNTS.get(number) or int(number)
    word = (match["unit"] or match["unit2"]).lower()
    unit = (
        "day" if word.startswith(("день", "дн")) else "week" if word.startswith("недел")
        else "month" if word.startswith("месяц") else "year"
    )  # fmt: skip
    before = back or (match["way"] or "").lower() == "до этого"
    return context.moved(-count if before else count, unit, base)


def _build_by_one(match: re.Match[str], context: Context) -> Found:
    """Месяцем ранее: the month before."""
    if context.anchor is None or match["n"]:
        return UNKNOWN
    low = match["unit"].lower()
    unit = "week" if low.startswith("недел") else "month" if low.startswith("месяц") else "year"
    by = -1 if match["way"].lower().startswith("ран") else 1
    return context.moved(by, unit, context.anchor) or UNKNOWN


def _build_year(match: re.Match[str], context: Context) -> Found | None:
    span = cal.year(int(match["y"]), _part(match["part"]))
    if span and match["y2"]:
        last = cal.year(int((match["y"][:2] + match["y2"])[-4:]))
        if last and last.first > span.first:
            span = cal.Stretch(span.first, last.last, "year")
    return context.stretch(span, "absolute")


def _build_decade(match: re.Match[str], context: Context) -> Found | None:
    first, last = cal.year(int(match["y"])), cal.year(int(match["y"]) + 9)
    if first is None or last is None:
        return None
    return context.stretch(cal.Stretch(first.first, last.last, "year"), "absolute")


def _build_vague(match: re.Match[str], context: Context) -> Found:
    return UNKNOWN


RULES: tuple[Rule, ...] = (
    (_EVERY, is_recurring),
    (_NAMED, is_recurring),
    (NUMERIC, build_numeric),
    (EUROPEAN, build_european),
    (_DAY, _build_day),
    (_NTH, _build_nth),
    (_AGO, _build_ago),
    (_BY_ONE, _build_by_one),
    (_VAGUE, _build_vague),
    (_UNITS, _build_unit),
    (_ENDS, _build_ends),
    (_WORDS, _build_word),
    (_EVE_SAID, _build_eve),
    (_LASTING, is_duration),
    (_WEEKDAYS, _build_weekday),
    (_DECADE, _build_decade),
    (_MONTHS, _build_month),
    (_YEARS, _build_year),
)
