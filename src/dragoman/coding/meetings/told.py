"""What a document has told of encounters so far, and the words at which the next one is named.

In: a Scene with its cues, the Discourse. Out: MeetingsTold, which the rooms that read who met, when
and where ask and add to as the text goes on; Spot, the words that name an encounter. What the words
mean is left to meetings/find.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.coding.cues.cue import Cue
from dragoman.coding.meetings.facts import Meeting
from dragoman.coding.meetings.words import MEETING_WORDS
from dragoman.coding.people.hero_ko import find_hero
from dragoman.coding.people.parties import Discourse, Party, countries_of
from dragoman.coding.scene import Scene, Sentence
from dragoman.coding.topics import find_topics
from dragoman.languages.dates import DateMention

__all__ = ["MeetingsTold", "Spot"]


@dataclass(frozen=True, slots=True)
class Spot:
    """The words of a sentence that name an encounter; ``found`` counts from the sentence's start."""

    sentence: Sentence
    found: re.Match[str]

    @property
    def named(self) -> str:
        """The words themselves."""
        return self.found.group()

    @property
    def start(self) -> int:
        """Where they begin in the document."""
        return self.sentence.start + self.found.start()

    @property
    def end(self) -> int:
        """Where they end in the document."""
        return self.sentence.start + self.found.end()

    @property
    def lead(self) -> str:
        """The sentence up to them."""
        return self.sentence.text[: self.found.start()]

    @property
    def rest(self) -> str:
        """The sentence behind them."""
        return self.sentence.text[self.found.end() :]


class MeetingsTold:
    """The meetings told up to the sentence that is being read, in the order of their first telling.

    ``session``: the body's session told last; ``day``: the one that a heading gives to what stands
    below it; ``hero``: whom a Korean text follows; ``lone``: in English, the words of an encounter of
    which only one side was told (whom it met may stand in the next sentence), with that side.
    """

    def __init__(self, scene: Scene, cues: dict[int, list[Cue]], discourse: Discourse) -> None:
        self.scene = scene
        self.language = scene.language
        self.cues = cues
        self.discourse = discourse
        self.words = MEETING_WORDS.get(scene.language, MEETING_WORDS["en"])
        self.verb_last = scene.language in ("ko", "ja")
        self.meetings: list[Meeting] = []
        self.session: Meeting | None = None
        self.day: DateMention | None = None
        self.lone: tuple[Spot, list[Party]] | None = None
        self.hero = discourse.hero = find_hero(scene, cues)

    def has_overt_subject(self, sentence: Sentence) -> bool:
        """Whether the sentence names who acts in it."""
        return any(cue in ("topic", "subject") for cue in self.cues[sentence.number])

    def on_stage(self) -> Meeting | None:
        """The last meeting of exactly those who are on the stage."""
        return self.of(countries_of(self.discourse.on_stage))

    def of(self, countries: Iterable[str]) -> Meeting | None:
        """The last meeting of exactly these countries and bodies."""
        wanted = frozenset(countries)
        return next((m for m in reversed(self.meetings) if m.countries == wanted), None)

    def tell_more(self, meeting: Meeting, sentence: Sentence) -> None:
        """Another sentence tells of a meeting, whose parties are on the stage again."""
        self.add_topics(meeting, sentence)
        if meeting.sentences[-1] is not sentence:
            meeting.sentences.append(sentence)
        self.discourse.enter(meeting.parties)

    def add_topics(self, meeting: Meeting, sentence: Sentence) -> None:
        """What a sentence speaks of was spoken of at the meeting."""
        topics = find_topics(sentence.text, self.language)
        meeting.topics += [t for t in topics if t not in meeting.topics]
