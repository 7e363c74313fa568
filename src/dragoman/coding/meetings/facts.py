"""What is known of one meeting: its level, form, day, place and occasion.

In: who met, the words that name the meeting, its sentence. Out: values of a Meeting. Who met is
left to meetings/encounters.py, whether it was held to meetings/find.py.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from dragoman.coding.cues.cue import Cue
from dragoman.coding.meetings.words import MeetingWords
from dragoman.coding.names.mention import Mention
from dragoman.coding.people.parties import Party, countries_of
from dragoman.coding.scene import Sentence
from dragoman.languages.dates import DateMention
from dragoman.records import Form, Level

__all__ = ["LEVELS", "Meeting", "date_of", "form_of", "level_of", "occasion_of", "place_of"]

# PLOVER knows no levels; these are records.md's, by the rank of those who met. A summit is of heads
# of state or government alone; a vice president's meeting has no level of its own ("other").
_RANKS: dict[str, int] = {
    "president": 0, "prime minister": 0, "monarch": 0, "supreme leader": 0, "crown prince": 0,
    "party leader": 0, "foreign minister": 1, "defence minister": 1, "deputy prime minister": 1,
    "national security adviser": 1, "finance minister": 1, "trade minister": 1,
    "unification minister": 1, "other minister": 1, "state councilor": 1,
    "chief cabinet secretary": 1, "prime cabinet secretary": 1, "vice foreign minister": 2, "vice defence minister": 2,
    "vice minister": 2, "vice national security adviser": 2, "special envoy": 3, "ambassador": 3,
    "director-general": 3, "foreign affairs adviser": 3,
}  # fmt: skip
LEVELS: tuple[Level, ...] = ("summit", "ministerial", "vice-ministerial", "working", "other")
_OTHER = 4


@dataclass(slots=True)
class Meeting:
    """One encounter as one document tells it.

    ``reference``: told only by a word that points back; ``session``: a body's own; ``sure``: 0 to
    1, how plainly the rules read it.
    """

    parties: list[Party]
    form: Form
    level: Level
    status: str
    date: DateMention | None
    place: Mention | None
    occasion: str | None
    sentences: list[Sentence]
    topics: list[str] = field(default_factory=list)
    reference: bool = False
    session: bool = False
    sure: float = 0.8
    made_by: str = "dragoman-rules@1"
    # Who called it off, where the verb says so: 회담을 취소했다, 会談を取りやめた.
    by: str | None = None

    @property
    def countries(self) -> frozenset[str]:
        """Countries and bodies that met."""
        return frozenset(countries_of(self.parties))


def level_of(parties: list[Party], words: MeetingWords, text: str) -> Level:
    """Level by the offices of those who met, else by the words that name the meeting."""
    ranks = [_RANKS.get(p.office or "", _OTHER) for p in parties if p.person and p.office]
    named: Level | None = None
    for level, pattern in (
        ("vice-ministerial", words.vice), ("ministerial", words.ministerial),
        ("summit", words.summit), ("working", words.working),
    ):  # fmt: skip
        if pattern.search(text):
            named = level  # type: ignore[assignment]
            break
    if len(ranks) >= 2:
        # A president who receives a minister holds a ministerial meeting: the lower rank tells.
        return LEVELS[max(ranks)] if max(ranks) < _OTHER or named in (None, "summit") else named
    if named:
        return named
    return LEVELS[ranks[0]] if ranks else "other"


def form_of(words: MeetingWords, named: str, around: str, parties: list[Party]) -> Form:
    """Form by the words that name the meeting, else by how many met."""
    if words.video.search(named) or words.video.search(around):
        return "video"
    if words.call.search(named) or words.call.search(around):
        return "call"
    if words.visit.search(named):
        return "visit"
    if words.negotiation.search(named):
        return "negotiation"
    return "multilateral" if len(countries_of(parties)) >= 3 else "meeting"


# "spoke with A, who thanked him, and is due in B on Saturday": the day is of another clause.
_EN_ELSEWHERE = re.compile(
    r"\bsince\s|(?:,\s(?:and|but)|\sand)\s(?:(?:the|he|she|they|it|both)\s)?(?:\w+\s)?(?:is|are|was|were|will|would|had|has|held|met|said|spoke)\b"
)


# "building on the Summit in Woodside in November", "In advance of the elections on June 25, A met B":
# the day and the town of what the meeting only follows or comes before.
_EN_ANOTHER = re.compile(
    r"\b(?:buil(?:ding|ds|t|d) (?:up)?on|follow(?:ing|s|ed)?[- ]?(?:up )?(?:on|to)|follow(?:ing|s|ed) (?:the|their|his|her|an?|last|this)\b"
    r"|in advance of|ahead of|prior to|since|preparations? for|to prepare for|plans for|planning for|as exemplified by|exemplified by|marking|to mark|anniversary of|in response to|in the wake of|to (?:congratulate|commemorate|honou?r|condemn|celebrate|mark)\b)"
    r"[^.;:]{0,160}$"
)
_EN_ANOTHER_FIRST = re.compile(
    r"^(?:In advance of|Ahead of|Following|After|Prior to|Before|Since|Building on|On the eve of|As follow-up to|In the wake of|In response to)\b[^;:]{0,160}$"
)
_EN_DAYS_AGO = re.compile(r"today|yesterday|tonight|this (?:morning|afternoon|evening)", re.I)


def _is_of_another(sentence: Sentence, start: int, end: int, date: DateMention) -> bool:
    """Whether a day is told of what the meeting follows or precedes."""
    text, base = sentence.text, sentence.start
    if _EN_DAYS_AGO.fullmatch(date.when.text or ""):
        return False
    if text[: date.start - base].endswith(("year and ", "month and ", "week and ")):
        return True  # "a year and a day ago" is no day ago
    if date.start >= end:
        return bool(_EN_ANOTHER.search(text[end - base : date.start - base]))
    between = text[date.end - base : start - base]
    return "," in between and bool(_EN_ANOTHER_FIRST.match(text[: date.start - base]))


_EN_ON = re.compile(r"(?:(?:Earlier|Late|Early)\s)?(?:[Oo]n\s)?")


_ZH_TOLD = re.compile(
    r"[^，。；：]{0,16}(?:宣布|宣佈|表示|说|說|称|稱|指出|介绍|介紹|透露|通报|通報|证实|證實|答记者问|答記者問|主持例行记者会)[，：,:]"
)
# 26日同沙利文举行会晤，并于29日拜会泰国总理: the day of the next verb.
_ZH_NEXT_DAY = re.compile(
    r"，(?:并|並|又|还|還|再|随后|隨後|之后|之後|接着|另|同时|同時)?(?:定|将|將|已)?[于於]?$"
)
_SINCE = re.compile(
    r"\s?(?:から(?:[^、。]{0,14}?)(?:訪(?:問し|れ)|滞在し)|부터\s(?:\S+\s){0,2}?방문|[^.。]{0,70}?(?:이후|이래)\s[^.。]{0,12}만에)"
)
# 찾는다고 5일(현지시간) 밝혔다: the day of the telling.
_KO_TOLD = re.compile(
    r"\s?(?:\([^)]*\)\s?)?(?:\S+\s){0,2}?(?:밝혔|말했|전했|발표했|보도했|설명했|확인했|알렸|공개했)"
)
_KO_NEXT_DAY = re.compile(r"(?:[했었였됐겠][고으]|며|지만|으나),?\s")
# 13日、首脳会談など一連の日程を終え、帰国した: the day of the return.
_GOES_HOME = re.compile(
    r"(?:など[^、。]{0,16}|の日程)?を終え(?:て)?、[^。]{0,50}?(?:帰国|帰途|到着|出発|離れ|後にし)"
)
_HOME_CLOCK = re.compile(
    r"[(（]\s?(?:日本時間|한국\s?시[간각]|우리\s?시[간각]|北京时间|Japan time|Seoul time)"
)


_KO_TELLING = re.compile(
    r"(?:\([^()]*\))?\s?(?:오전|오후|저녁)?\s?(?:\S+\s){0,3}?\S*(?:브리핑|회견|국무회의|수석보좌관회의|간담회|인터뷰|라디오|보도자료|페이스북|소셜미디어|트루스소셜)(?:에서|를 통해|을 통해|에)\s"
)


def date_of(
    sentence: Sentence,
    start: int,
    end: int,
    verb_last: bool,
    *,
    years: bool = False,
    since: str | None = None,
) -> DateMention | None:
    """The date that tells when: before the words where the verb stands last, else the nearest.

    ``since``: an ISO day before which it cannot be (the day of publication, for plans).
    ``years``: a year or half of one tells it too where no finer date stands there (plans and
    recalled meetings; beside a held one a year is that of an anniversary or a budget).
    """
    known = [d for d in sentence.dates if d.when.start and d.kind != "recurring"]
    dates = [d for d in known if d.when.precision in ("day", "time", "week", "month")]
    if not dates and years:
        dates = [d for d in known if d.when.precision == "year"]
    if verb_last:
        # 今月8日から訪問している, 2019년 12월 만남 이후: since when, not when.
        told = [d for d in dates if not _SINCE.match(sentence.text, d.end - sentence.start)]
        if len(told) < len(dates) and not any(d.end <= start + 2 for d in told):
            return None
        dates = told
    # Two clocks: (日本時間…), (한국시간…) repeat in the reader's what the venue's own day said before.
    dates = [
        d
        for d in dates
        if not _HOME_CLOCK.search(
            # 12日(日本時間): the bracket behind the day says whose clock the only day is of.
            sentence.text[max(0, d.start - sentence.start - 8) : d.start - sentence.start + 6]
        )
    ] or dates
    # 发言人16日说，两国外长举行会谈: the day of the telling is not the day of what is told.
    base = sentence.start
    dates = [
        d for d in dates
        if not (d.end <= start and _ZH_TOLD.match(sentence.text[d.end - base : start - base]))
    ]  # fmt: skip
    if since:
        # 18일 국무회의에서 정상회담 준비를 지시했다: the day of the telling, for what is still to come.
        dates = [
            d for d in dates
            if not (d.end <= start and _KO_TELLING.match(sentence.text, d.end - base))
        ]  # fmt: skip
    # What is planned lies ahead: a day before publication in the same sentence is another's.
    dates = [d for d in dates if since and (d.when.end or "") >= since] or dates
    dates = [
        d for d in dates
        if not _EN_ELSEWHERE.search(sentence.text, end - sentence.start, d.start - sentence.start)
    ]  # fmt: skip
    dates = [
        d for d in dates
        if not (d.start >= end and _ZH_NEXT_DAY.search(sentence.text[end - base : d.start - base]))
    ]  # fmt: skip
    dates = [d for d in dates if verb_last or not _is_of_another(sentence, start, end, d)]
    if not dates:
        return None
    if verb_last:
        if _GOES_HOME.match(sentence.text, end - base):
            return None
        year = [
            d for d in known
            if d.when.precision == "year" and 0 <= start - d.end <= 6
            and not re.search(r"[、。はがをにで]", sentence.text[d.end - base : start - base])
        ]  # fmt: skip
        if year:
            return year[-1]  # 昨年の米朝首脳会談で: no day of the sentence is its own
        before = [d for d in dates if d.end <= start + 2]
        if before:
            return before[-1]
        # 대통령을 예방했고, 전날 밤에는 …: the day of the next clause is another's.
        own = [
            d for d in dates
            if not _KO_NEXT_DAY.search(sentence.text[end - base : d.start - base])
            and not _KO_TOLD.match(sentence.text, d.end - base)
        ]  # fmt: skip
        return min(own, key=lambda d: abs(d.start - start), default=None)
    fronted = dates[0]
    if (
        fronted.when.precision in ("day", "time") and fronted.end <= start
        and _EN_ON.fullmatch(sentence.text[: fronted.start - sentence.start])
        and sentence.text[fronted.end - sentence.start :].startswith(",")
    ):  # fmt: skip
        return fronted  # "On Friday, October 25, A and B, who … in August 2023, met"
    return min(dates, key=lambda d: min(abs(d.start - end), abs(start - d.end)))


# 서울 청와대 영빈관에서, 부산 방문 중, 워싱턴을 방문해: the town stands before the hall or the trip.
_HALL = re.compile(
    r"(?:\s?\([^)]*\))?(?:\s[가-힣A-Za-z·\d]+(?<![은는을를와과며고]))?(?:\s[가-힣A-Za-z·\d]+(?<![은는을를와과며고]))?에서|(?:을|를)?\s(?:공식\s|국빈\s|실무\s)?방문"
    # 베이징 한중정상회담, 정상회담 (부다페스트), 워싱턴으로 건너가
    r"|\s제\d+차\s|\s(?:[가-힣·-]{2,9}\s?)?(?:정상|외교장관|국방장관)?(?:회담|회의)|\)|으?로\s(?:건너가|날아가|이동해)|에\s들어(?:와|서)"
)


# 러시아 아무르주의 보스토치니 우주기지에서, 리투아니아를 방문 중인 윤 대통령은, 韓国を訪問中の…は: a state
# that says where.
_SETTING = re.compile(
    r"^(?:의)?(?:\s[가-힣A-Za-z0-9·]+(?<![은는을를와과며고])){0,4}?\s?[가-힣]*(?:기지|호텔|궁|휴양지|별장|센터|섬|청사|관저|지역|지방|주|현|시)에서"
    r"|^(?:을|를)\s(?:공식\s|국빈\s|실무\s)?방문\s?(?:중인|중이던|중에)\s|^を(?:公式)?訪(?:問|れ)(?:中の|している)"
)


def _setting(sentence: Sentence, start: int) -> Mention | None:
    """The state in which they met, where the sentence names a hall or a trip and no town."""
    for mention in reversed(sentence.mentions):
        if mention.end > start or mention.kind not in ("state", "place"):
            continue
        behind = sentence.text[mention.end - sentence.start : start - sentence.start]
        if _SETTING.match(behind):
            return replace(mention, kind="place")
    return None


_IN_BRACKETS = re.compile(r"^[^(]{0,20}\((?:[가-힣]{1,6}\s)?[가-힣]+\)$")
_NEXT_CLAUSE = re.compile(r"[.。]|(?:고|며|면서|지만|하여)[\s,]|[しい]、|に続|の後")


_ZH_FILED = re.compile(r"(?:\d{1,2}月)?\d{1,2}日(?:电|電)")


_EN_NEXT_EVENT = re.compile(
    r"\b(?:ahead of|in advance of|prior to|(?:to )?prepare for|preparations? for|look(?:s|ed|ing)? (?:forward|ahead) to"
    r"|buil(?:ding|ds|t|d) (?:up)?on|following|since (?:they|the two)|exemplified by|before traveling to|before returning to|en route to|on (?:his|her|their) way to)\s"
)


# "at the White House", "welcomed him to the White House": houses that are places.
_EN_AT = re.compile(r"\b(?:at|in|inside|aboard)\s(?:the\s)?$")
_EN_TO = re.compile(r"\b(?:welcomed|hosted|received|invited)\b[^.;]{3,120}?\sto\s(?:the\s)?$")
# "Today in Israel, A met B", "met today in Japan with B": a state as the place.
_EN_FRONT = re.compile(r"(?:\w+\s)?(?:on\s[\w\s,]{3,24}\s)?in\s(?:the\s)?", re.IGNORECASE)
_EN_AMID = re.compile(
    r"\s(?:(?:today|yesterday|tonight|earlier|late|early|again|separately|virtually|this\s\w+|last\s\w+|on\s\w+day)\s)*in\s(?:the\s)?"
)


# "met with A on May 7 in Saudi Arabia", "the Quad Summit later this month in Australia"
_EN_DATED = re.compile(
    r"(?:\btoday|\byesterday|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s\d{1,2}(?:,\s\d{4},?)?|\b(?:this|next)\s\w+day|later\sthis\s\w+|next\s(?:week|month|year))\sin\s(?:the\s)?$"
)


_EN_EVENT_IN = re.compile(
    r"\b(?:[Ss]ummit|[Cc]onference|[Mm]eeting|[Aa]ssembly|[Mm]inisterial|[Dd]ialogue|[Ff]orum|Group)\s(?:later\sthis\s\w+\s|next\s\w+\s|in\s[A-Z][a-z]+\s)?in\s(?:the\s)?$"
)


def _place_in_english(sentence: Sentence, start: int) -> list[Mention]:
    """Houses with their towns, and states that say where, by the words around them."""
    text, base = sentence.text, sentence.start
    found = []
    for m in sentence.mentions:
        before = text[: m.start - base]
        if m.kind == "place" and m.city and (_EN_AT.search(before) or _EN_TO.search(before)):
            found.append(m)
        if m.kind != "state" or m.adjective or not m.country:
            continue
        fronted = m.end <= start and _EN_FRONT.fullmatch(before)
        words = re.match(r"\w+", text[start - base :]) if m.start > start else None
        amid = bool(words and _EN_AMID.fullmatch(before[start - base + words.end() :]))
        amid = amid or bool(m.start > start and _EN_DATED.search(before))
        amid = amid or bool(m.start > start and _EN_EVENT_IN.search(before))
        if (fronted or amid) and text[m.end - base :].startswith(
            (", ", " with ", " to ", " and ", ".")
        ):
            found.append(replace(m, kind="place"))
    return found


_EN_OTHER_EVENT = re.compile(
    r"\b(?:Summit|Conference|Meeting|Dialogue|Forum|summit|meeting|conference|dialogue)\b[^.;]*\sand\s(?:the\s|a\s|attending\s|hosting\s)?(?:[\w’'.-]+\s){0,6}(?:Summit|Conference|Meeting|summit|meeting|conference)\b"
)


def place_of(
    sentence: Sentence, cues: list[Cue], start: int, verb_last: bool, by_cue: bool = True
) -> Mention | None:
    """The town where they met."""
    base = sentence.start
    places = [
        m for i, m in enumerate(sentence.mentions)
        if m.kind == "place" and m.city and (
            cues[i] == "at" or not by_cue
            or (verb_last and _HALL.match(sentence.text, m.end - base))
        )
    ]  # fmt: skip
    if verb_last:
        before = [m for m in places if m.end <= start]
        # 회담이 13일 베이징에서 열렸다: the town may stand between the words and their verb.
        behind = [
            m for i, m in enumerate(sentence.mentions)
            if m in places and m.start >= start and m.start - start <= 30 and cues[i] == "at"
            and not _NEXT_CLAUSE.search(sentence.text[start - base : m.start - base])
        ]  # fmt: skip
        bracket = [
            m
            for m in places
            if m.start >= start
            and _IN_BRACKETS.search(sentence.text[start - base : m.end - base + 1])
        ]
        behind = behind or bracket
        return (
            before[-1] if before else _setting(sentence, start) or (behind[0] if behind else None)
        )
    if by_cue:
        places += [m for m in _place_in_english(sentence, start) if m not in places]
    # "met with Stoltenberg ahead of the NATO Summit in Vilnius": where others are to meet.
    others = _EN_NEXT_EVENT.search(sentence.text, max(0, start - base))
    if others:
        places = [m for m in places if m.start - base < others.start()]
    # "the G7 Summit in Puglia and the NATO Summit in Washington": each has its own.
    places = [
        m
        for m in places
        if not _EN_OTHER_EVENT.search(sentence.text, max(0, start - base), max(0, m.start - base))
    ]
    # 中新网北京3月14日电: where a report was filed.
    places = [m for m in places if not _ZH_FILED.match(sentence.text[m.end - base :])]
    if not places:
        return None
    return min(places, key=lambda m: abs(m.start - start))


_KO_LEAD = re.compile(
    r"^(?:.*(?:은|는|이|가|에서|열린|열리는|에게|지난 \d+일|오는 \d+일|\d+일|현지시간\)|참석한)\s)?"
)
_KO_THIS = re.compile(
    r"^(?:이번|이|해당|양자|다자|정상|관련)\s?(?:정상)?(?:회의|회담|총회|대화|포럼)$|^.{0,3}(?:외교)?장관회의$"
)


def occasion_of(sentence: Sentence, words: MeetingWords, language: str) -> str | None:
    """The session at whose side they met, in the document's words."""
    found = words.occasion.search(sentence.text)
    if not found:
        return None
    what = found["what"].strip()
    if language == "ko":
        what = _KO_LEAD.sub("", what).strip()
        if _KO_THIS.match(what):
            return None
    # "이 회의에서" points back; only a name of some length is an occasion.
    return what if len(what.split()) > 1 or len(what) > 6 else None
