"""One telling becomes a Meeting: its form, level, status, day and place put together.

In: what was told so far, a Spot, who met at it, how it is told. Out: a Meeting. Single facts are
read by meetings/facts.py, days left open by meetings/days.py, what stands around it by
meetings/around.py and meetings/sessions.py; whether the meeting was told before is left to meetings/find.py.
"""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman.coding.acts.status import is_background
from dragoman.coding.cues.cue import Cue
from dragoman.coding.meetings.around import form_before, place_before
from dragoman.coding.meetings.days import (
    coming_day,
    coming_weekday,
    day_ahead,
    lies_ahead,
    lies_back,
    own_day,
    past_year,
)
from dragoman.coding.meetings.facts import (
    Meeting,
    date_of,
    form_of,
    level_of,
    occasion_of,
    place_of,
)
from dragoman.coding.meetings.parties import parties_of
from dragoman.coding.meetings.sessions import is_session
from dragoman.coding.meetings.status import Telling
from dragoman.coding.meetings.talk_en import settle_form
from dragoman.coding.meetings.talks_ru import inner_part
from dragoman.coding.meetings.told import MeetingsTold, Spot
from dragoman.coding.meetings.visits import destination_of, town_before
from dragoman.coding.names.mention import Mention
from dragoman.coding.people.parties import Party, countries_of
from dragoman.coding.scene import Sentence
from dragoman.coding.topics import find_topics
from dragoman.languages.dates import DateMention

__all__ = ["make_meeting"]

_AHEAD_STATUS = ("planned", "proposed")
_TELLS = r"(?:сообщи|заяви|рассказа|подтверди|анонсирова|отмети|уточни|поясни|сказа|объяви)л[аи]?"
_TELLS_ON = re.compile(_TELLS + r"\s(?:об\sэтом\s)?(?:сегодня,?\s|накануне,?\s|в\s)?$")
_ON_IT_TELLS = re.compile(r",?\s(?:об\sэтом\s)?" + _TELLS + r"\b")
_TOMORROW = re.compile(r"(?:после)?завтра", re.IGNORECASE)
_HEADS_OF = re.compile(
    r"\b(?:ministers|leaders|presidents|(?:deputy )?national security advis[eo]rs) (?:of|from)\b",
    re.IGNORECASE,
)
_THIS_TRIP = re.compile(r"[\"“(].*(?:이번|금번)\s$")
_TODAY = re.compile(r"today|yesterday|this (?:morning|afternoon|evening)", re.IGNORECASE)
_AHEAD = re.compile(
    r"\b(?:ahead of|in advance of|prior to|before|preparations? for|plans for|upcoming|forthcoming|discuss(?:ed|ing)?)\s[^.;:]{0,60}$"
)
# Soon is no day: なるべく早く開く, 조속히 개최.
_SOON = re.compile(
    r"(?:実現|再開|復活|開催)(?:に|へ|を)(?:向け|目指)|なるべく早|できるだけ早|早期に|早急に|조속히|조속한|이른 시일|빠른 시기|편리한 시기"
)
# The verb has a doer: 취소했다, 取りやめた; not 취소됐다, 中止になった.
_CALLS_OFF = re.compile(
    r"(?:을|를)\s(?:\S+\s){0,4}?\S{0,4}?(?:취소|연기|철회|거부)(?:했|하)|を(?:[^。、]{0,16}?)(?:取りやめ|中止し|見送|キャンセルし)"
)
# 지난해 11월 리마 회담에 이어 다시 만났다, 昨年11月の会談に続き: day and town before it are the other's.
_FOLLOWS_ON = re.compile(
    r"(?:회담|회동|만남|회의|통화|협의)에\s(?:이어|이은)[,\s]|(?:会談|会合|協議)に(?:続き|続いて|続く|次ぎ)"
)


def make_meeting(
    told: MeetingsTold, spot: Spot, parties: list[Party], telling: Telling, *, reference: bool,
    visit: bool, asserted: bool,
) -> Meeting:  # fmt: skip
    """The meeting that the words tell of.

    ``reference``: told by a word that points back; ``visit``: the words name a trip; ``asserted``:
    the sentence says that it took (takes) place.
    """
    sentence, words, language = spot.sentence, told.words, told.language
    around = _around(spot)
    form = "visit" if visit else form_of(words, spot.named, around, parties)
    if language == "en" and (form == "call" or spot.named == "talked"):
        form = settle_form(form, spot.named, sentence.text, *form_before(told, parties))
    session = is_session(told, parties, spot.named) and (
        all(p.sector == "IGO" for p in parties) or len(countries_of(parties)) == 1
    )
    if session:
        form = "multilateral"
    own, cues = _behind_another(sentence, told.cues[sentence.number], spot.found.start())
    if language == "ru":
        own, cues = inner_part(own, cues, spot.found.start())
    date, status = _day(told, spot, own, telling, asserted)
    if told.verb_last and words.each.search(sentence.text):
        date = own_day(sentence, parties, spot.start) or date
    level_words = spot.named
    if language != "ko" or not words.summit.search(spot.named):
        # 양 장관은 정상회담에서: the words themselves tell more than what stands around.
        level_words += _level_words(told, sentence, parties, around)
    meeting = Meeting(
        parties, form, level_of(parties, words, level_words), status, date, None,
        occasion_of(sentence, words, language), [sentence],
        list(find_topics(sentence.text, language)), reference, session,
        sure=0.9 if asserted and not reference else 0.7,
    )  # fmt: skip
    meeting.place = _place(told, spot, own, cues, meeting, visit)
    if status == "cancelled" and _CALLS_OFF.match(spot.rest):
        heads = [i for i, c in enumerate(told.cues[sentence.number]) if c in ("topic", "subject")]
        callers = countries_of(parties_of(told, sentence, heads))
        meeting.by = callers[0] if len(callers) == 1 else None
    return meeting


def _around(spot: Spot) -> str:
    """The words with what stands beside them; "discussed ... by phone" has it further behind."""
    far = spot.named == "discussed" or spot.named.startswith(("обсудил", "по телефону"))
    begin, end = max(0, spot.found.start() - 14), spot.found.end() + (120 if far else 14)
    return spot.sentence.text[begin:end]


def _level_words(told: MeetingsTold, sentence: Sentence, parties: list[Party], around: str) -> str:
    """Where no person is named, the whole sentence says at what level: Министры … трёх стран."""
    nobody = not any(p.person for p in parties)
    if nobody and told.language == "ja" and around[14:].startswith("首脳"):
        return "首脳"  # 外相と会談し、日中首脳会談の開催に向け
    faceless = told.language == "en" and any(not p.person for p in parties)
    if faceless and (head := _HEADS_OF.search(sentence.text)):
        return around + head.group()  # "the foreign ministers of Japan and South Korea"
    return sentence.text if nobody and told.language == "ru" else around


# ------------------------------------------------------------------ when
def _day(
    told: MeetingsTold, spot: Spot, own: Sentence, telling: Telling, asserted: bool
) -> tuple[DateMention | None, str]:
    """The day of a telling, and its status by it: what is held lies behind, a plan lies ahead."""
    sentence, language, anchor = spot.sentence, told.language, told.scene.anchor
    status = telling.status
    if status == "held" and (
        telling.recalled or is_background(told.scene, sentence, spot.start, spot.end)
    ):
        status = "background"
    published = told.scene.document.published
    since = published[:10] if published and status in _AHEAD_STATUS else None
    years = status != "held"
    if language == "ru":
        # должна состояться вскоре, заявил 28 января Лавров: the day of the telling.
        own = replace(own, dates=[d for d in own.dates if not _is_told_on(own, d)])
    if language == "ru" and status == "held":
        # Прошедшая сегодня встреча важна, потому что завтра пройдут переговоры: not of the one held.
        own = replace(own, dates=[d for d in own.dates if not _TOMORROW.match(d.when.text or "")])
    if language == "ko" and since:
        # 26일 회담을 갖고 협상을 재개하기로 했다: the day is of what was held.
        taken = [
            m.date for m in told.meetings if m.status == "held" and m.sentences[-1] is sentence
        ]
        own = replace(own, dates=[d for d in own.dates if d not in taken])
    date = date_of(own, spot.start, spot.end, told.verb_last, years=years, since=since)
    if status == "held" and asserted and language in ("en", "zh", "ru"):
        date = past_year(date, published)
    if status == "held" and lies_ahead(date, anchor, 1 if asserted and language == "en" else 0):
        status = "planned"
    if language == "ko" and status == "held" and date is not None and published:
        # 올해 11월 열리는 정상회의를 계기로: its month lies ahead.
        ahead_of_it = (date.when.start or "")[:10] > published[:10]
        status = "planned" if ahead_of_it and date.when.precision == "month" else status
    if language == "ru" and status == "held" and date is not None and published:
        # на встрече обсуждён саммит, который пройдёт в мае: its month lies ahead.
        ahead_of_it = (date.when.start or "")[:10] > published[:10]
        date = None if ahead_of_it and date.when.precision in ("month", "year") else date
    ahead = status in _AHEAD_STATUS
    if language == "ru" and ahead:
        date = day_ahead(date, published)
    if language == "en":
        today = date is not None and _TODAY.match(date.when.text or "")
        if status == "planned" and today and _AHEAD.search(spot.lead):
            # "met today ahead of the summit": the day is the meeting's, not the summit's.
            date = None
        if ahead or status == "held":
            date = coming_weekday(date, published, past=status == "held")
    elif told.verb_last and ahead:
        date = coming_day(date, published)
        begin, end = max(0, spot.found.start() - 16), spot.found.end() + 16
        if _SOON.search(sentence.text[begin:end]):
            date = None
    if status == "held" and lies_back(date, published) and any(
        m.status == "held" and m.date and not lies_back(m.date, published) for m in told.meetings
    ):  # fmt: skip
        status = "background"  # beside one that is news
    if language == "ko" and told.words.visit.search(spot.named) and _THIS_TRIP.search(spot.lead):
        date = None  # 어제 통화에서 "이번 방중이 …": the day is of the call
    return date, status


def _is_told_on(sentence: Sentence, date: DateMention) -> bool:
    """Whether a Russian day is that on which somebody spoke of the meeting."""
    base = sentence.start
    before, behind = sentence.text[: date.start - base], sentence.text[date.end - base :]
    return bool(_TELLS_ON.search(before[-40:]) or _ON_IT_TELLS.match(behind))


def _behind_another(sentence: Sentence, cues: list[Cue], start: int) -> tuple[Sentence, list[Cue]]:
    """The sentence without the days and towns of the meeting that this one only follows on."""
    ends = [found.end() for found in _FOLLOWS_ON.finditer(sentence.text, 0, start)]
    if not ends:
        return sentence, cues
    cut = sentence.start + ends[-1]
    kept = [i for i, m in enumerate(sentence.mentions) if m.start >= cut or m.kind != "place"]
    own = replace(
        sentence, mentions=[sentence.mentions[i] for i in kept],
        dates=[d for d in sentence.dates if d.start >= cut],
    )  # fmt: skip
    return own, [cues[i] for i in kept]


# ------------------------------------------------------------------ where
def _place(
    told: MeetingsTold, spot: Spot, own: Sentence, cues: list[Cue], meeting: Meeting, visit: bool
) -> Mention | None:
    """Where they met: the town of the sentence, the state of a trip, the town told before."""
    language, remote = told.language, meeting.form in ("call", "video")
    place = None
    if language != "en" or not remote:
        by_cue = language not in ("zh", "ru")
        place = place_of(own, cues, spot.start, told.verb_last, by_cue)
    if language == "ru" and visit and place is not None and len(meeting.parties) > 1:
        # прилетел в Казахстан из Казани: no town abroad
        place = place if place.country == meeting.parties[-1].country else None
    if place is None and visit:
        if language == "en":
            return destination_of(spot.sentence, spot.end)
        return _host(spot, meeting.parties) if len(meeting.parties) > 1 else None
    if place is None and not remote:
        return place_before(told, spot.sentence, meeting.status)
    return place


def _host(spot: Spot, parties: list[Party]) -> Mention | None:
    """A trip takes place in the state that it goes to, where no town is told."""
    host, sentence = parties[-1], spot.sentence
    named = sentence.text[host.start - sentence.start : host.end - sentence.start]
    if len(host.country or "") != 3 or host.start < sentence.start or not named:
        return None
    return town_before(sentence, spot.start) or Mention(
        host.start, host.end, named, "place", host.country
    )
