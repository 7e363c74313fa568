"""What an act is, and what is at hand while it is read: the values that the rooms of acts share.

In: nothing. Out: Act, one distinct act of a document; Doing, the words that tell of one with all
that was told before them. How acts are found is left to acts/find.py.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.coding.acts.lexicon import Trigger
from dragoman.coding.cues.cue import Cue
from dragoman.coding.people.parties import Discourse, Party, countries_of
from dragoman.coding.scene import Scene, Sentence

__all__ = ["HOSTILE", "Act", "Doing"]

# What is said against somebody, or asked of him.
HOSTILE = frozenset({"ACCUSE", "REQUEST", "THREATEN", "REJECT"})


@dataclass(slots=True)
class Act:
    """One act as one document tells it; ``sentences`` bear it out.

    ``overt``: whether its sources stand in its own sentence; ``sure``: 0 to 1, how plainly the
    rules read it.
    """

    trigger: Trigger
    sources: list[Party]
    targets: list[Party]
    about: list[Party]
    speakers: list[Party]
    status: str
    content: str | None
    due: str | None
    symmetric: bool
    overt: bool
    sure: float
    sentences: list[Sentence] = field(default_factory=list)
    made_by: str = "dragoman-rules@1"


@dataclass(frozen=True, slots=True)
class Doing:
    """Words that name an act, while it is read: their sentence, who acts, what was told before.

    ``sources``: who acts, as far as it is known yet; ``every``: the cues of all sentences, by their
    number; ``previous``: the sentence before in the same passage; ``acts``: those told before.
    """

    scene: Scene
    sentence: Sentence
    every: dict[int, list[Cue]]
    trigger: Trigger
    discourse: Discourse
    acts: list[Act]
    previous: Sentence | None = None
    sources: list[Party] = field(default_factory=list)

    @property
    def language(self) -> str:
        """The document's language."""
        return self.scene.language

    @property
    def cues(self) -> list[Cue]:
        """One cue per mention of the sentence."""
        return self.every[self.sentence.number]

    @property
    def own(self) -> set[str]:
        """The countries and bodies of those who act."""
        return set(countries_of(self.sources))

    @property
    def lead(self) -> str:
        """The sentence up to the words that name the act."""
        return self.sentence.text[: self.trigger.start - self.sentence.start]

    @property
    def behind(self) -> str:
        """The sentence behind the words that name the act."""
        return self.sentence.text[self.trigger.end - self.sentence.start :]
