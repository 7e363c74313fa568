"""Labelled documents: what a careful reader says a document tells.

In: ``eval/<language>/tune.jsonl`` and ``check.jsonl``, one object a line (docs/reference/
evaluation.md). Out: LabelledDocument values. Scoring is left to ``matching`` and ``scoring``.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from dragoman.errors import QuestionError
from dragoman.records import (
    ACT_STATUSES,
    MEETING_STATUSES,
    PLEDGE_STATUSES,
    Country,
    Day,
    Form,
    Kind,
    Level,
    PloverType,
)

__all__ = [
    "PARTS",
    "LabelledAct",
    "LabelledDate",
    "LabelledDocument",
    "LabelledMeeting",
    "LabelledPledge",
    "Labels",
    "load_documents",
]

Part = Literal["tune", "check"]
PARTS: tuple[Part, ...] = ("tune", "check")
DocumentKind = Literal[
    "wire", "readout", "joint statement", "briefing", "blog", "interview", "page", "speech",
    "mail", "column", "other",
]  # fmt: skip


class _Label(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class LabelledPerson(_Label):
    """Somebody who takes part for a country; ``name`` is the fullest form in the text."""

    name: str = Field(min_length=1)
    country: Country


class LabelledPlace(_Label):
    """Where it was; a city the text does not name is None."""

    city: str | None
    country: Country | None


class _Quoted(_Label):
    """A label that stands on words of the text.

    ``quote`` is an exact part of it, ``elsewhere`` are further places that say the same.
    ``optional``: a fair reader may record it or leave it; it is never counted.
    """

    quote: str = Field(min_length=1)
    elsewhere: tuple[str, ...] = ()
    optional: bool = False

    @property
    def quotes(self) -> tuple[str, ...]:
        return (self.quote, *self.elsewhere)


class LabelledMeeting(_Quoted):
    """One encounter. ``also``: parties that a fair reader may add.

    ``start`` and ``end`` are None where the text gives no day; ``day_open`` says that the text
    is too vague for the day to be scored.
    """

    parties: tuple[Country, ...] = Field(min_length=1)
    also: tuple[Country, ...] = ()
    form: Form
    level: Level
    status: str
    start: Day | None = None
    end: Day | None = None
    day_open: bool = False
    place: LabelledPlace | None = None
    people: tuple[LabelledPerson, ...] = ()

    @model_validator(mode="after")
    def _hangs_together(self) -> LabelledMeeting:
        _check_status(self.status, MEETING_STATUSES)
        if (self.start is None) != (self.end is None) or (self.start or "") > (self.end or ""):
            raise ValueError(f"days {self.start}..{self.end} are no span")
        return self


class LabelledAct(_Quoted):
    """One act that is no meeting. A symmetric act lists all parties as source and target."""

    source: tuple[Country, ...] = Field(min_length=1)
    target: tuple[Country, ...] = ()
    type: PloverType
    mode: str | None = None
    status: str
    kind: Kind

    @model_validator(mode="after")
    def _hangs_together(self) -> LabelledAct:
        _check_status(self.status, ACT_STATUSES)
        if self.kind == "meeting":
            raise ValueError("a meeting stands under 'meetings'")
        return self


class LabelledPledge(_Quoted):
    """What ``by`` commit themselves to towards ``to`` (each other: the same list twice)."""

    by: tuple[Country, ...] = Field(min_length=1)
    to: tuple[Country, ...] = ()
    status: str
    due: Day | None = None

    @model_validator(mode="after")
    def _hangs_together(self) -> LabelledPledge:
        _check_status(self.status, PLEDGE_STATUSES)
        return self


class LabelledDate(_Label):
    """Words of the text that name a time, with its first and last day."""

    text: str = Field(min_length=1)
    start: Day
    end: Day


class Labels(_Label):
    """Everything that a careful reader finds in one document."""

    meetings: tuple[LabelledMeeting, ...] = ()
    events: tuple[LabelledAct, ...] = ()
    pledges: tuple[LabelledPledge, ...] = ()
    dates: tuple[LabelledDate, ...] = ()
    headline_supported: bool | None = None

    @property
    def empty(self) -> bool:
        """Whether the document tells of no act at all."""
        return not (self.meetings or self.events or self.pledges)


class LabelledDocument(_Label):
    """One line of a label file."""

    id: str = Field(pattern=r"^(ko|en|ja|zh|ru)-\d{3}$")
    language: Literal["ko", "en", "ja", "zh", "ru"]
    url: str | None
    title: str | None
    published: Day
    publisher: str | None
    publisher_country: Country | None
    genre: DocumentKind
    text: str = Field(min_length=1)
    labels: Labels

    @model_validator(mode="after")
    def _quotes_stand_in_the_text(self) -> LabelledDocument:
        labels = self.labels
        for label in (*labels.meetings, *labels.events, *labels.pledges):
            for quote in label.quotes:
                if quote not in self.text:
                    raise ValueError(f"quote is not in the text: {quote!r}")
        for date in labels.dates:
            if date.text not in self.text:
                raise ValueError(f"date is not in the text: {date.text!r}")
        return self


def _check_status(status: str, valid: Sequence[str]) -> None:
    if status not in valid:
        raise ValueError(f"status {status!r}; valid: {', '.join(valid)}")


def load_documents(
    folder: Path, languages: Sequence[str], parts: Sequence[Part] = PARTS
) -> list[tuple[Part, LabelledDocument]]:
    """Labelled documents of these languages, each with the part it stands in.

    Raises QuestionError naming file and line where a label cannot be used, or when there are none.
    """
    found: list[tuple[Part, LabelledDocument]] = []
    for language in languages:
        for part in parts:
            path = folder / language / f"{part}.jsonl"
            if not path.is_file():
                continue
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
                if not line.strip():
                    continue
                try:
                    found.append((part, LabelledDocument.model_validate_json(line)))
                except ValidationError as fault:
                    first = fault.errors()[0]
                    place = ".".join(str(step) for step in first["loc"])
                    raise QuestionError(
                        f"{path}:{number}: {place or 'document'}: {first['msg']}; correct the label"
                    ) from fault
    if not found:
        raise QuestionError(
            f"no labelled documents in {folder} for {', '.join(languages)}; "
            "name the folder that holds ko/tune.jsonl with --folder"
        )
    return found
