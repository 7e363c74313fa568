"""What is counted: tallies, ratios, faults, and the scores that hold them.

In: verdicts, one at a time. Out: Scores by language and measure. Who gives the verdicts is
``scoring``.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.evaluation.labels import Part

__all__ = ["Fault", "Ratio", "Scores", "Tally"]


@dataclass(slots=True)
class Tally:
    """Right, false and missed ones of one measure."""

    right: int = 0
    false: int = 0
    missed: int = 0

    @property
    def precision(self) -> float | None:
        """Share of the found ones that are right; None when none was found."""
        found = self.right + self.false
        return self.right / found if found else None

    @property
    def recall(self) -> float | None:
        """Share of the labelled ones that were found; None when none was labelled."""
        labelled = self.right + self.missed
        return self.right / labelled if labelled else None

    @property
    def value(self) -> float | None:
        """F1; None when nothing was labelled and nothing found."""
        whole = 2 * self.right + self.false + self.missed
        return 2 * self.right / whole if whole else None

    def add(self, right: int = 0, false: int = 0, missed: int = 0) -> None:
        """Count further ones."""
        self.right += right
        self.false += false
        self.missed += missed


@dataclass(slots=True)
class Ratio:
    """How many of those looked at are right."""

    right: int = 0
    of: int = 0

    @property
    def value(self) -> float | None:
        """The share; None when there was nothing to look at."""
        return self.right / self.of if self.of else None

    def add(self, right: bool) -> None:
        """Count one more that was looked at."""
        self.right += right
        self.of += 1


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that came out wrong. ``sort``: missed, false, wrong. ``quote``: the words."""

    document: str
    part: Part
    measure: str
    sort: str
    what: str
    quote: str


def _measures() -> dict[str, Tally | Ratio]:
    return {
        "meeting parties": Tally(),
        "meetings": Tally(),
        "meetings with days": Tally(),
        "dyadic events": Tally(),
        "acts without target": Tally(),
        "pledges": Tally(),
        "people": Tally(),
        "status": Ratio(),
        "days": Ratio(),
        "form": Ratio(),
        "level": Ratio(),
        "place": Ratio(),
        "dates": Ratio(),
        "headline": Ratio(),
        "evidence exact": Ratio(),
        "silent without acts": Ratio(),
    }


@dataclass(slots=True)
class Scores:
    """``by``: language (or "all") -> measure -> Tally or Ratio; ``documents`` counted alike."""

    by: dict[str, dict[str, Tally | Ratio]] = field(default_factory=dict)
    documents: dict[str, int] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def _places(self, language: str) -> list[dict[str, Tally | Ratio]]:
        return [self.by.setdefault(name, _measures()) for name in (language, "all")]

    def tally(
        self, language: str, measure: str, right: int = 0, false: int = 0, missed: int = 0
    ) -> None:
        """Count right, false and missed ones for the language and for all."""
        for place in self._places(language):
            counted = place[measure]
            assert isinstance(counted, Tally)
            counted.add(right, false, missed)

    def ratio(self, language: str, measure: str, right: bool) -> None:
        """Count one verdict for the language and for all."""
        for place in self._places(language):
            counted = place[measure]
            assert isinstance(counted, Ratio)
            counted.add(right)

    def as_json(self) -> dict[str, dict[str, dict[str, float | int | None]]]:
        """Plain numbers: value (F1 or share), and what it was counted from."""
        told: dict[str, dict[str, dict[str, float | int | None]]] = {}
        for name, measures in self.by.items():
            told[name] = {"documents": {"value": self.documents[name]}}
            for measure, counted in measures.items():
                if isinstance(counted, Tally):
                    told[name][measure] = {
                        "value": counted.value, "precision": counted.precision,
                        "recall": counted.recall, "right": counted.right,
                        "false": counted.false, "missed": counted.missed,
                    }  # fmt: skip
                else:
                    told[name][measure] = {
                        "value": counted.value, "right": counted.right, "of": counted.of
                    }  # fmt: skip
        return told
