"""Earlier encounters of the same two, which an English text recalls by their day or town.

In: what was told so far, a Spot. Out: whether its words name another encounter than the one on the
stage ("following up on their May 26 call", "their March 14 meeting in Rome"), and whose. An earlier
one between others whom the sentence names is read as any other (meetings.py).
"""

from __future__ import annotations

import re

from dragoman.coding.meeting_told import MeetingsTold, Spot
from dragoman.coding.parties import Party

__all__ = ["recalled_parties"]

_THEIRS = re.compile(
    r"\b(?:their|the\stwo\s(?:leaders|sides|countries|presidents|ministers|officials|advis[eo]rs)['’]|the\s(?:leaders|presidents|ministers)['’])\s"
    r"(?:[\w’'.,-]+\s){0,6}$"
)
_NOUN = re.compile(
    r"(?:[Cc]all|[Cc]onversation|[Mm]eeting|[Dd]iscussion|[Ss]ummit|[Tt]alks|[Dd]ialogue|[Vv]ideoconference)s?$"
)
_ON = re.compile(r"\s(?:on|in|of|at|from)\s(?:the\s)?(?:[A-Z][\w’'-]+\s(?:in|on)\s)?")


def recalled_parties(told: MeetingsTold, spot: Spot) -> list[Party]:
    """The two of the meeting on the stage where the words recall an earlier one of theirs.

    Its day must stand at the words: between "their" and the noun, or right behind it.
    """
    meeting = told.on_stage()
    named = _NOUN.search(spot.named)
    before = spot.lead + spot.named[: named.start()] if named else ""
    theirs = _THEIRS.search(before) if named else None
    if told.language != "en" or meeting is None or theirs is None:
        return []
    base, since = spot.sentence.start, spot.sentence.start + theirs.start()
    published = (told.scene.document.published or "")[:10]
    for date in spot.sentence.dates:
        inside = since <= date.start and date.end <= spot.end
        gap = spot.sentence.text[spot.end - base : date.start - base]
        if not (inside or (date.start >= spot.end and _ON.fullmatch(gap))):
            continue
        day = (date.when.end or date.when.start or "")[:10]
        own = (
            meeting.date.when.start[:10] if meeting.date and meeting.date.when.start else published
        )
        if day and published and day < published and day != own:
            return list(meeting.parties)
    return []
