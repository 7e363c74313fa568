"""The grammar of dates that Korean, Japanese and Chinese share: year, month, day, in that order.

In: an ``EastWords`` table (east_words) for each language. Out: a trigger and rules for find_dates.
A place's own date goes before the publisher's: 15일(현지시간 14일) and 14日(日本時間15日) are both the 14th.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from functools import lru_cache

from dragoman.languages.dates import calendar as cal
from dragoman.languages.dates.calendar import Part, Way
from dragoman.languages.dates.context import (
    UNKNOWN,
    Context,
    Found,
    Kind,
    Rule,
    is_duration,
    is_recurring,
)
from dragoman.languages.dates.east_words import CHINESE, JAPANESE, KOREAN, EastWords
from dragoman.languages.dates.numbers import read_number
from dragoman.languages.dates.numeric import NUMERIC, build_numeric

__all__ = ["rules"]


def _either(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first; one that never fits when there are none."""
    return (
        "|".join(sorted((w.replace(" ", r"\s?") for w in words), key=len, reverse=True)) or "(?!)"
    )


def _find(table: dict[str, int], word: str) -> int:
    """The value of a word whose spaces may have been left out."""
    if word in table:
        return table[word]
    bare = re.sub(r"\s", "", word)
    return next(value for key, value in table.items() if key.replace(" ", "") == bare)


class _Grammar:
    """The patterns and builders of one language."""

    def __init__(self, words: EastWords) -> None:
        self.words = words
        w = words
        n, zone = w.number, rf"(?:{w.zone})"
        way = _either({**dict.fromkeys(w.past, 0), **dict.fromkeys(w.future, 0)})
        weekday_paren = rf"(?:\s*[(（][{w.weekdays}][)）])?"
        named_day = (
            rf"[{w.weekdays}]{w.weekday_unit}"
            if w.weekday_unit
            else rf"{w.weekday_lead}[{w.weekdays}]"
        )
        local = rf"[(（]\s*(?P<p#>{w.zone_in_parens})\s*(?P<c#>[^()（）]{{0,25}})[)）]"
        between = rf"(?:{w.between})"
        clock = (
            rf"(?:\s*(?P<half>{w.half_days}))?(?:\s*(?P<hour>\d{{1,2}})\s*(?:{w.hour})"
            rf"(?:\s*(?P<minute>\d{{1,2}})\s*(?:{w.minute})|\s*(?P<thirty>{w.half_hour}))?)?"
        )
        self.calendar = re.compile(
            rf"(?:(?P<way>{way})(?!{w.way_guard})\s*)?(?:(?P<zone>{zone})\s*)?"
            rf"(?:(?:(?P<year>{w.year_number})\s*(?:{w.year})|(?P<era>{w.eras})\s?(?P<eray>{n}|元|\d{{3}})\s?(?:{w.year})"
            rf"|(?P<yw>{_either(w.year_words)}))(?:[(（][^()（）]{{1,10}}[)）])?,?\s*(?:(?P<way2>{way})\s*)?)?"
            rf"(?:(?:(?P<month>{n})\s*(?:{w.month})|(?P<mw>{_either(w.month_words)}))\s*)?"
            rf"(?:(?P<zone2>{zone})\s*)?"
            rf"(?:(?:(?P<d1>{n})(?:\s*(?P<unit1>{w.day}))?{weekday_paren}(?:{local.replace('#', '0')})?"
            rf"\s*{between}\s*(?:(?P<year2>{w.year_number})\s*(?:{w.year})\s*)?"
            rf"(?:(?:(?P<month2>{n})\s*(?:{w.month})|(?P<mw2>{_either(w.month_words)}))\s*)?"
            rf"(?P<d2>{n})\s*(?:{w.both_days}){weekday_paren}(?:\s?(?:{w.until}))?"
            rf"|(?P<day>{n})\s*(?:{w.day})(?!{w.day_guard})"
            rf"{weekday_paren}(?:\s?(?:{w.from_})\s*(?P<lasting>{w.lasting}))?)"
            rf"|(?P<part>{_either(w.parts)})(?!{w.part_guard}))?"
            rf"(?:\s*{local.replace('#', '1')})?"
            rf"{weekday_paren}(?:\s*{named_day})?{clock}"
            rf"(?:\s*{local.replace('#', '2')})?"
        )
        self.day_words = re.compile(
            rf"(?P<word>{_either({**w.day_words, **w.spoken_words})})(?!{w.word_guard})"
            rf"(?:\s*[(（]\s*(?:[^()（）\d]{{0,8}}\s?)?(?:(?P<pm>{n})\s*(?:{w.month})\s*)?"
            rf"(?P<pd>{n})\s*(?:{w.day})?[^()（）]{{0,16}}[)）])?{clock}"
        )
        self.weeks = re.compile(
            rf"(?P<week>{_either(w.week_words)})(?:\s?(?:の|的))?(?:\s*(?P<wd>{w.week_day}))?(?:{w.weekday_unit})?(?P<end>\s?(?:{w.weekend}))?"
        )
        self.weekday = re.compile(
            rf"(?:(?P<way>{way})\s*)?(?:{w.weekday_lead})(?P<wd>[{w.weekdays}])(?:{w.weekday_unit})(?!{w.weekday_guard})"
        )
        self.ago = re.compile(
            rf"(?:(?P<count>{w.counts}|\d{{1,3}}|{n})\s*(?P<unit>{_either(w.units)})|(?P<whole>{_either(w.whole_counts)}))"
            rf"\s?(?:(?P<back>{w.ago})|(?P<on>{w.later}))(?!{w.ago_guard})"
        )
        self.lasting = re.compile(
            rf"(?:(?:{w.counts}|\d{{1,4}}|{n})\s*(?:{_either(w.units)}|{w.hours})|(?:{_either(w.whole_counts)}))"
            rf"\s?(?:{w.duration})|\d{{1,3}}\s*(?:{w.hours})"
        )
        self.every = re.compile(w.every)
        self.rest = re.compile(w.year_rest)
        self.decade = re.compile(rf"(?P<year>{w.year_number})\s*(?:{w.decade})")
        self.named = re.compile(
            rf"(?:(?P<year>\d{{4}})\s*(?:{w.year})\s*)?(?P<month>1[0-2]|[1-9])[·‧・.](?P<day>3[01]|[12]\d|[1-9])(?=\s?(?:{w.named}))"
        )
        self.named_year = re.compile(
            rf"(?P<year>\d{{4}})\s*(?:{w.year})\s*(?P<month>1[0-2]|[1-9])[·‧・](?P<day>3[01]|[12]\d|[1-9])(?![\d차호위번조항%])"
        )

    # builders ---------------------------------------------------------------

    def _year(self, match: re.Match[str], context: Context) -> tuple[int | None, bool, bool]:
        """Year, whether it stands in the text, and whether a year is meant that nothing settles."""
        found = match.groupdict()
        if found["year"]:
            return read_number(found["year"]), True, False
        if found["era"]:
            count = 1 if found["eray"] == "元" else read_number(found["eray"])
            return self.words.era_starts[found["era"]] + count - 1, True, False
        if found["yw"]:
            word = found["yw"]
            spoken = word in self.words.spoken_years
            base = context.previous if spoken else context.anchor
            if base is None:
                return None, False, True
            return base.year + _find(self.words.year_words, word), False, False
        return None, False, False

    def _month(
        self, word: str, y: int | None, year_explicit: bool, context: Context
    ) -> tuple[int, int] | None:
        spoken = word in self.words.spoken_months
        base = context.previous if spoken else context.anchor
        if base is None:
            return None
        return cal.shift_month(base.year, base.month, _find(self.words.month_words, word))

    def _way(self, match: re.Match[str], context: Context) -> Way:
        word = match.group("way") or match.groupdict().get("way2")
        if word:
            return "past" if re.sub(r"\s", "", word) in self._squeezed_past else "future"
        return context.way(match.start(), match.end())

    @property
    def _squeezed_past(self) -> set[str]:
        return {word.replace(" ", "") for word in self.words.past}

    def build_calendar(self, match: re.Match[str], context: Context) -> Found | None:
        """Year, month and day as far as they are given, with the place's own date in brackets."""
        g = match.groupdict()
        day_text = g["day"] or g["d1"]
        if not (day_text or g["month"] or g["mw"] or g["year"] or g["era"] or g["yw"]):
            return self._bare_part(g["part"], context)
        length: int | None = None
        if g["hour"] and not self._is_clock(match):
            return None
        if not (day_text or g["month"] or g["mw"]) and g["yw"] and self._bare_year_is_none(match):
            return None
        y, explicit, lost = self._year(match, context)
        kind: Kind = "absolute" if explicit else "relative"
        if y is not None and not 1600 <= y <= 2199:
            return None
        part: Part = self._part(g["part"]) if g["part"] else ""
        y_m: tuple[int, int] | None = None
        if g["mw"]:
            y_m = self._month(g["mw"], y, explicit, context)
            if y_m is None:
                return UNKNOWN
        elif g["month"]:
            m = read_number(g["month"])
            if not 1 <= m <= 12:
                return None
            if y is not None:
                y_m = (y, m)
        if day_text:
            return self._build_days(match, context, y_m, y, explicit, lost)
        if lost:
            return UNKNOWN
        if g["month"] and y_m is None:
            if g["unit1"] is None and not g["part"] and self._month_is_none(match):
                return None
            inherited = context.listed_year(match.start())
            if inherited:
                y_m = (inherited, read_number(g["month"]))
            elif context.anchor is None:
                return UNKNOWN
            else:
                way = self._way(match, context)
                y_m = cal.nearest_month(context.anchor, read_number(g["month"]), way)
        if y_m:
            if part in ("first half", "second half", "q1", "q2", "q3", "q4"):
                return None
            return context.stretch(cal.month(*y_m, part), kind)
        if y is None:
            return None
        found = context.stretch(cal.year(y, part), kind)
        return found._replace(length=length) if found else None

    def _bare_part(self, word: str | None, context: Context) -> Found | None:
        """상반기, 年底: a part of the anchor's year; 초 and 末 alone are none."""
        if word is None or re.sub(r"\s", "", word) not in self.words.year_parts:
            return None
        if context.anchor is None:
            return UNKNOWN
        return context.stretch(cal.year(context.anchor.year, self._part(word)))

    def _is_clock(self, match: re.Match[str]) -> bool:
        return int(match.group("hour")) <= 24 and int(match.group("minute") or 0) < 60

    def _bare_year_is_none(self, match: re.Match[str]) -> bool:
        # A one-syllable year word (올 in 올 상반기) needs what it goes with.
        return match.group("yw") in self.words.short_years and not match.group("part")

    def _month_is_none(self, match: re.Match[str]) -> bool:
        after = match.string[match.end("month") + 1 : match.end("month") + 4]
        return bool(re.match(self.words.month_guard, after))

    def _part(self, word: str) -> Part:
        return self.words.parts[re.sub(r"\s", "", word)]

    def _build_days(
        self,
        match: re.Match[str],
        context: Context,
        y_m: tuple[int, int] | None,
        y: int | None,
        explicit: bool,
        lost: bool,
    ) -> Found | None:
        g = match.groupdict()
        first_number = read_number(g["day"] or g["d1"])
        last_number = read_number(g["d2"]) if g["d2"] else None
        if not 1 <= first_number <= 31 or (last_number is not None and not 1 <= last_number <= 31):
            return None
        length: int | None = None
        if last_number is not None and not g["unit1"]:
            # 14, 15일 is two days running; 3, 15일 is no range but a list.
            joined = match.string[match.end("d1") : match.start("d2")].strip()
            if joined in ("·", ",", "、", "，", "・") and last_number != first_number + 1:
                return None
        elif (
            last_number is not None
            and not g["month2"]
            and last_number <= first_number
            and not re.search(self.words.runs_on, match.string[match.end("d1") : match.start("d2")])
        ):
            last_number, length = None, match.end("unit1") - match.start()
        if y is None and not lost and g["month"]:
            y = context.listed_year(match.start())
            if y is not None:
                y_m, explicit = (y, read_number(g["month"])), True
        if y_m is None and not g["month"] and not lost and y is None:
            inherited = (
                None
                if match.group("way")
                else context.listed_month(match.start(), match.end(), first_number)
            )
            if inherited:
                y_m = inherited
                explicit = bool(context.last and context.last[1].explicit)
        if lost or (y_m is None and context.anchor is None):
            # A place for a year but no year: nothing is made up.
            return UNKNOWN._replace(length=length)
        anchor = context.anchor
        if y_m is not None:
            day = cal.safe_day(*y_m, first_number)
        else:
            assert anchor is not None
            way = self._way(match, context)
            if g["month"]:
                day = cal.month_day(anchor, read_number(g["month"]), first_number, way)
            elif y is not None:
                return None
            else:
                day = cal.day_of_month(anchor, first_number, way)
        if day is None:
            return None
        for zone, content in (("p1", "c1"), ("p2", "c2")):
            local = self._local_day(g[zone], g[content], day) if g[zone] else None
            if local:
                day = local
        kind: Kind = "absolute" if explicit else "relative"
        last = self._last_day(g, day, last_number)
        if g["lasting"]:
            last = day + dt.timedelta(days=self._lasting(g["lasting"]) - 1)
        found = context.stretch(cal.days(day, last), kind)
        if found is None:
            return None
        if length is not None:
            return found._replace(length=length)
        return self._with_clock(found, match) if last is None else found

    def _last_day(
        self, g: dict[str, str | None], day: dt.date, last_number: int | None
    ) -> dt.date | None:
        if last_number is None:
            return None
        if g["year2"] and g["month2"]:
            return cal.safe_day(read_number(g["year2"]), read_number(g["month2"]), last_number)
        if g["month2"]:
            m = read_number(g["month2"])
            return cal.safe_day(day.year + (m < day.month), m, last_number)
        if g["mw2"]:
            last_month = cal.shift_month(day.year, day.month, 1)
            return cal.safe_day(*last_month, last_number)
        if last_number < day.day:
            return cal.safe_day(*cal.shift_month(day.year, day.month, 1), last_number)
        return cal.safe_day(day.year, day.month, last_number)

    def _lasting(self, word: str) -> int:
        for key, count in self.words.whole_counts.items():
            if word.startswith(key.replace(" ", "")) and count[0] == "day":
                return count[1]
        digits = re.match(rf"\d+|{self.words.number}", word)
        return max(1, min(60, read_number(digits.group()) if digits else 1))

    def _local_day(self, zone: str, content: str, day: dt.date) -> dt.date | None:
        """The day in brackets when the brackets speak of the place's own time."""
        if not re.search(self.words.local, zone):
            return None
        number = re.match(
            rf"\s*(?:(?:{self.words.number})\s*(?:{self.words.month})\s*)?(?P<d>{self.words.number})"
            rf"\s*(?:{self.words.day})",
            content,
        )
        if not number:
            return None
        d = read_number(number.group("d"))
        near = [day + dt.timedelta(days=by) for by in (-1, 1, 0)]
        return next((other for other in near if other.day == d), None)

    def _with_clock(self, found: Found, match: re.Match[str]) -> Found:
        g = match.groupdict()
        if not g["hour"] or found.start is None or not self._is_clock(match):
            return found
        hour, minute = int(g["hour"]), 30 if g["thirty"] else int(g["minute"] or 0)
        if g["half"] and re.search(self.words.afternoon, g["half"]) and hour < 12:
            hour += 12
        elif g["half"] and re.search(self.words.morning, g["half"]) and hour == 12:
            hour = 0
        if hour > 23:
            return found
        moment = f"{found.start}T{hour:02d}:{minute:02d}"
        return found._replace(start=moment, end=moment, precision="time")

    def build_day_word(self, match: re.Match[str], context: Context) -> Found | None:
        """어제, 昨日, 次日: days counted from the anchor or from the date last spoken of."""
        word = match.group("word")
        w = self.words
        if w.left_guard and re.match(w.left_guard, match.string[match.start() - 1 : match.start()]):
            return None
        squeezed = re.sub(r"\s", "", word)
        if squeezed in {key.replace(" ", "") for key in w.spoken_words}:
            base = context.previous
            if base is None and squeezed in w.spoken_else_anchor:
                base = context.anchor
            found = context.shifted(_find(w.spoken_words, word), base)
        else:
            found = context.shifted(_find(w.day_words, word), context.anchor)
        if match.group("pd"):
            d = read_number(match.group("pd"))
            if found.spoken is not None:
                # 어제(17일): the number in brackets is the writer's own word for the day.
                m = read_number(match.group("pm")) if match.group("pm") else None
                near = [found.spoken + dt.timedelta(days=by) for by in (0, -1, 1, -2, 2, -3, 3)]
                day = next((x for x in near if x.day == d and m in (None, x.month)), None)
                found = context.day(day) or found
            elif match.group("pm") and context.anchor:
                day = cal.month_day(context.anchor, read_number(match.group("pm")), d, "near")
                found = context.day(day) or found
            elif context.anchor:
                found = context.day(cal.day_of_month(context.anchor, d, "near")) or found
        return self._with_clock(found, match)

    def build_week(self, match: re.Match[str], context: Context) -> Found | None:
        """지난주 금요일, 下周三, 今週末."""
        if context.anchor is None:
            return UNKNOWN
        span = cal.week(context.anchor, _find(self.words.week_words, match.group("week")))
        if match.group("wd"):
            index = self.words.weekdays.index(match.group("wd")) % 7
            return context.day(span.first + dt.timedelta(days=index))
        if match.group("end"):
            saturday = span.first + dt.timedelta(days=5)
            return context.stretch(cal.days(saturday, span.last))
        return context.stretch(span)

    def build_weekday(self, match: re.Match[str], context: Context) -> Found | None:
        """목요일, 木曜日, 周四: the nearest in its way."""
        if context.anchor is None:
            return UNKNOWN
        index = self.words.weekdays.index(match.group("wd")) % 7
        return context.day(cal.weekday(context.anchor, index, self._way(match, context)))

    def build_ago(self, match: re.Match[str], context: Context) -> Found | None:
        """이틀 전, 三天后, 2週間前: a count of days, weeks, months or years before or after."""
        w = self.words
        if match.group("whole"):
            bare = re.sub(r"\s", "", match.group("whole"))
            unit, count = next(v for k, v in w.whole_counts.items() if k.replace(" ", "") == bare)
        else:
            unit = w.units[re.sub(r"\s", "", match.group("unit"))]
            count = w.count_words.get(match.group("count")) or read_number(match.group("count"))
        if not 0 < count <= 400:
            return UNKNOWN
        back = match.group("back") is not None
        lead = match.string[max(0, match.start() - 6) : match.start()]
        base = context.anchor if back else context.previous or context.anchor
        if back and re.search(w.event_before, lead):
            # 회담 하루 전: the day before the talks, whenever they are.
            base = context.previous
        if base is None:
            return UNKNOWN
        by = -count if back else count
        return context.moved(by, unit, base)

    def build_rest(self, match: re.Match[str], context: Context) -> Found | None:
        """연내, 年内: what is left of the anchor's year."""
        if context.anchor is None:
            return UNKNOWN
        return context.stretch(
            cal.Stretch(context.anchor, dt.date(context.anchor.year, 12, 31), "year")
        )

    def build_decade(self, match: re.Match[str], context: Context) -> Found | None:
        """1990년대."""
        first = read_number(match.group("year"))
        if first % 10:
            return None
        start, end = cal.year(first), cal.year(first + 9)
        if start is None or end is None:
            return None
        return context.stretch(cal.Stretch(start.first, end.last, "year"), "absolute")

    def build_named(self, match: re.Match[str], context: Context) -> Found | None:
        """6·25 전쟁, 2018년 4·27: a date that has become a name."""
        m, d = int(match.group("month")), int(match.group("day"))
        y = int(match.group("year")) if match.group("year") else None
        if cal.safe_day(y or 2000, m, d) is None:
            return None
        day = cal.safe_day(y, m, d) if y else None
        found = context.day(day, "recurring") if day else None
        return found or Found(None, None, "unknown", "recurring")


@lru_cache(maxsize=3)
def rules(code: str) -> tuple[re.Pattern[str], tuple[Rule, ...]]:
    """Trigger and rules of Korean, Japanese or Chinese."""
    words = {"ko": KOREAN, "ja": JAPANESE, "zh": CHINESE}[code]
    g = _Grammar(words)
    heads = {
        *words.past, *words.future, *words.year_words, *words.month_words, *words.day_words,
        *words.spoken_words, *words.week_words, *words.whole_counts, *words.heads,
    }  # fmt: skip
    trigger = re.compile(
        rf"(?<!\d)(?<!\d[.,])['’‘]?\d|{words.digit_heads}|(?:{words.zone})|(?:{_either(tuple(heads))})"
    )
    return trigger, (
        (g.every, is_recurring),
        (g.rest, g.build_rest),
        (g.decade, g.build_decade),
        (NUMERIC, build_numeric),
        (g.named_year, g.build_named),
        (g.named, g.build_named),
        (g.day_words, g.build_day_word),
        (g.ago, g.build_ago),
        (g.lasting, is_duration),
        (g.weeks, g.build_week),
        (g.weekday, g.build_weekday),
        (g.calendar, g.build_calendar),
    )
