"""What a meeting takes over from those told around it: the day, the town, the form of talk.

In: what was told so far, a meeting or its sentence. Out: the day and place of the held one before it,
where the text goes straight on; the form that was told of the same parties. What a session hands on
is left to meetings/sessions.py.
"""

from __future__ import annotations

import re

from dragoman.coding.meetings.facts import Meeting
from dragoman.coding.meetings.told import MeetingsTold
from dragoman.coding.names.mention import Mention
from dragoman.coding.people.parties import Party, countries_of
from dragoman.coding.scene import Sentence
from dragoman.records import Form

__all__ = ["form_before", "inherit_day", "inherit_trip", "place_before"]

_SAME_DAY = re.compile(
    r"(?:\S+\s){0,2}?(?:이에 앞서|이어|같은 날|이날)\s(?:\S+\s)?(?:오전|오후|저녁)|(?:[^、。]{0,12}?は)?(?:これに先立ち|同日|続いて)"
    r"|(?:Following|After|Before|Prior to|Ahead of)\s(?:the|their|this|that)\s(?:\w+\s)?(?:meeting|call|conversation|discussions?|talks|session|summit),"
    r"|In\s(?:his|her|their)\s(?:[\w-]+\s){0,2}(?:meetings?|conversations?|discussions?|calls?)\swith\s"
)
_GOES_ON_TO = re.compile(r"(?:이어서?|또한?|아울러)\s[^.]{2,60}[와과](?:도|는)\s")
# In Russian and Chinese: the same day, or during the same stay.
_SAME_SETTING = re.compile(
    r"(?:В\sтот\sже\sдень|Затем|Позже|После\s(?:этого|переговоров|встречи)|Перед\sэтим|В\sрамках\sвизита|В\sходе\s(?:визита|поездки))[\s,]"
    r"|(?:同日|当天|當天|会后|會後|访.{0,3}期间|訪.{0,3}期間|访问期间|訪問期間|随后|隨後)"
)


def inherit_day(told: MeetingsTold, meeting: Meeting) -> None:
    """A meeting told without a day, right behind another held one, happened on its day."""
    here = meeting.sentences[0]
    for other in reversed(told.meetings):
        last = other.sentences[-1]
        gap = here.number - last.number
        near = last.passage == here.passage and gap <= 1
        # 이에 앞서 오전에는, 同日午後: the same day, some sentences further back.
        near = near or (gap <= 6 and bool(_SAME_DAY.match(here.text)))
        near = near or (gap <= 4 and bool(_GOES_ON_TO.match(here.text)))
        if near and other.status == "held" and other.date is not None:
            meeting.date = other.date
            meeting.place = meeting.place or other.place
            return


def inherit_trip(told: MeetingsTold, meeting: Meeting) -> None:
    """Talks on a trip that the text tells of take place on its days, where it goes to."""
    trip = _trip_of(told, meeting) if meeting.form not in ("visit", "call", "video") else None
    if trip is None:
        return
    meeting.date = meeting.date or trip.date
    meeting.place = meeting.place or trip.place
    if trip.date is None and trip.sentences[0] is meeting.sentences[0]:
        trip.date = meeting.date  # "traveled to Tunis and met today with"


def _trip_of(told: MeetingsTold, meeting: Meeting) -> Meeting | None:
    """The trip that was told of one of those who met, to the state of the other; its days are known."""
    people = {p.name for p in meeting.parties if p.name}
    for trip in reversed(told.meetings):
        host = trip.parties[-1].country if trip.form == "visit" and trip.parties else None
        here = host in meeting.countries and people & {p.name for p in trip.parties if p.name}
        if here and trip.status == meeting.status:
            return trip
    return None


def place_before(told: MeetingsTold, sentence: Sentence, status: str) -> Mention | None:
    """В тот же день, 访菲期间: the town of the meeting that was told right before."""
    if status != "held" or not _SAME_SETTING.match(sentence.text):
        return None
    held = [m for m in told.meetings if m.status == "held" and m.form not in ("call", "video")]
    near = held and sentence.number - held[-1].sentences[-1].number <= 6
    return held[-1].place if near else None


def form_before(told: MeetingsTold, parties: list[Party]) -> tuple[str | None, Form | None]:
    """What tells of the form in English: the title where nothing was told yet, else the form of
    what was last told of the same parties."""
    if not told.meetings:
        return told.scene.document.title, None
    same = frozenset(countries_of(parties))
    held = [m for m in told.meetings if m.countries == same and m.status == "held"]
    return None, held[-1].form if held else None
