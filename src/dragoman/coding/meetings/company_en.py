"""Who else took part in an English readout's meeting, told in a sentence of its own.

In: what was told so far, a sentence. Out: the further parties that it names: "Joining the President on
the call were A and B", "Participants included A and B", "Also in the meeting were A and B", "The
Israeli delegation was led by A". To which meeting they belong is left to meetings/find.py.
"""

from __future__ import annotations

import re

from dragoman.coding.meetings.encounters_en import joins_list
from dragoman.coding.meetings.parties import distinct, expand
from dragoman.coding.meetings.told import MeetingsTold
from dragoman.coding.people.parties import Party
from dragoman.coding.scene import Sentence

__all__ = ["find_company"]

_MET = r"(?:call|meeting|conversation|discussion|session|talks|summit|videoconference|roundtable|dialogue)"
_OPENS = re.compile(
    rf"^(?:(?:Also|Others?)\s(?:(?:in|at|on|present|participating|attending|taking part|joining|joined)\b[^.;:]{{0,40}}?)(?:\b{_MET}\s)?(?:were|was|included)\s"
    rf"|Joining\s[^.;:]{{2,60}}?\s(?:were|was)\s"
    rf"|(?:The\s)?(?:[Oo]ther\s)?(?:[Pp]articipants|[Aa]ttendees|[Tt]hose\s(?:attending|present|participating|taking part))\s(?:(?:in|at|on|of)\s(?:the\s)?[^.;:]{{2,40}}?\s)?(?:also\s)?(?:included|were)\s?:?\s"
    rf"|(?:(?:He|She|They|The\s(?:President|Vice President|Secretary|leaders|two|three|four|group))|(?:Mr|Ms|Mrs|Dr)\.\s[A-Z][\w’'-]+|(?:President|Vice President)\s[A-Z][\w’'-]+)\s(?:was|were)\s(?:also\s)?joined\s(?:(?:in|at|on|for)\s[^.;:]{{2,50}}?\s)?by\s"
    rf"|The\s[^.;:]{{2,50}}?\s(?:delegation|side|team)\s(?:(?:was|were)\s(?:co-)?(?:led|headed|represented)\sby|included|comprised|consisted of)\s)"
)
_STOPS = re.compile(r"\b(?:to discuss|who|which|where|while|to (?:review|consult|coordinate))\b")


# "A, B and C were joined by D and E"; "F also joined the discussions".
_JOINED = re.compile(
    rf"\b(?:was|were)\s(?:also\s)?joined\s(?:(?:in|at|on|for)\s[^.;:]{{2,50}}?\s)?by\s|\balso\sjoined\s(?:the\s)?{_MET}"
)


def _joined(told: MeetingsTold, sentence: Sentence) -> list[Party]:
    """Everyone whom a sentence names on both sides of "were joined by", or before "also joined"."""
    found = _JOINED.search(sentence.text)
    first = next((m for m in sentence.mentions if m.kind == "person"), None)
    if found is None or first is None or first.start - sentence.start > found.start():
        return []
    people = [m for m in sentence.mentions if m.kind in ("person", "office")]
    return distinct([p for m in people for p in expand(told, m)])


def find_company(told: MeetingsTold, sentence: Sentence) -> list[Party]:
    """The persons, states and bodies that the sentence names as taking part in what was told before."""
    if told.language != "en":
        return []
    if (opens := _OPENS.match(sentence.text)) is None:
        return _joined(told, sentence)
    stop = _STOPS.search(sentence.text, opens.end())
    until = sentence.start + (stop.start() if stop else len(sentence.text))
    first = sentence.start + opens.end()
    behind = [m for m in sentence.mentions if first <= m.start < until]
    out: list[Party] = []
    last = None
    for mention in behind:
        gap = sentence.text[
            (last.end if last else first) - sentence.start : mention.start - sentence.start
        ]
        if mention.kind == "place" or mention.adjective or not joins_list(gap):
            continue
        owns = last is not None and gap in (" of ", " of the ") and mention.kind == "state"
        if not owns and mention.kind in ("person", "office", "state", "body"):
            out += expand(told, mention)
        last = mention
    return distinct(out)
