"""A body's own session: whether the words name one, and what a meeting at its side has from it.

In: what was told so far, a Spot or a meeting. Out: the body that sits; the meeting with the session's
day, place and name. A session at which others met is their occasion, not a meeting of its own.
"""

from __future__ import annotations

import re

from dragoman.coding.meetings.facts import Meeting
from dragoman.coding.meetings.told import MeetingsTold, Spot
from dragoman.coding.people.parties import Party, party_of
from dragoman.coding.scene import Sentence

__all__ = ["has_guests", "host_body", "inherit_session", "is_session"]

_APART = re.compile(r"[.,、。]|(?:은|는|이|가|을|를|와|과|및|with|and|to|for)\s")
_BESIDE = re.compile(r"(?:[（(][^）)]*[）)])?(?:と|や)(?!の)")
_SITS = re.compile(r"(?:met|meets?|(?:(?:is|are) )?(?:gather|conven)\w*)$")
# A meeting has the session's day and place when it is told this near behind it, in sentences.
_REACH = 2


def host_body(told: MeetingsTold, spot: Spot) -> Party | None:
    """The body whose session the words name: APEC 각료회의, the G20 summit."""
    if not told.words.session.search(spot.named):
        return None
    base = spot.sentence.start
    for mention in spot.sentence.mentions:
        if mention.kind != "body" or mention.sector != "IGO" or not mention.country:
            continue
        inside = spot.start <= mention.start and mention.end <= spot.end
        gap = spot.sentence.text[mention.end - base : max(0, spot.start - base)]
        ahead = 0 <= spot.start - mention.end <= 14 and not _APART.search(gap)
        if told.language == "ja" and _BESIDE.match(gap):
            ahead = False  # ASEANと中国の首脳会議: of the two, not the body's own
        # Саммит ШОС: the body stands in the genitive behind.
        behind = told.language == "ru" and 0 <= mention.start - spot.end <= 1
        if inside or ahead or behind:
            return party_of(mention)[0]
    return None


def is_session(told: MeetingsTold, parties: list[Party], named: str) -> bool:
    """Whether one of those named is a body that sits."""
    sits = told.language == "en" and _SITS.match(named)
    return bool(sits or told.words.session.search(named)) and any(
        p.sector == "IGO" and not p.person for p in parties
    )


def inherit_session(told: MeetingsTold, meeting: Meeting, sentence: Sentence) -> None:
    """A meeting at a session has the session's day and place, and the session as occasion.

    What did not take place, or is only proposed, has no day that is not its own.
    """
    session = told.session
    if session is None or sentence.number - session.sentences[-1].number > _REACH:
        return
    if meeting.date is None and meeting.status in ("held", "planned"):
        meeting.date = session.date
    if meeting.place is None:
        meeting.place = session.place
    if meeting.occasion is None:
        meeting.occasion = session.occasion or _name_of(told, session)


def _name_of(told: MeetingsTold, session: Meeting) -> str | None:
    sentence = session.sentences[0]
    body = next((p for p in session.parties if p.sector == "IGO"), None)
    if body is None:
        return None
    found = told.words.named.search(sentence.text, body.end - sentence.start)
    if not found or found.start() - (body.end - sentence.start) > 20:
        return None
    return sentence.text[body.start - sentence.start : found.end()].strip()


def has_guests(session: Meeting, meetings: list[Meeting]) -> bool:
    """Whether a session served others of the document as occasion."""
    if not session.session or session.status not in ("held", "background"):
        return False
    bodies = {p.country for p in session.parties if p.country}
    return any(
        m.occasion and any(code in m.occasion for code in bodies)
        for m in meetings
        if not m.session and m.status == "held" and m.form != "visit"
    )
