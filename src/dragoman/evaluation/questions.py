"""How well questions are answered, against questions that people labelled.

In: eval/questions/*.jsonl, the labelled documents, a coder, an encoder if there is one. Out:
QuestionScores: right among the answerable, refused among the unanswerable, exact quotes, per
language. The rule of judgement stands in docs/reference/evaluation.md; the answers are made by
``answers.ask``.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path
from typing import Literal, Protocol

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from dragoman.answers.ask import ask
from dragoman.answers.sentences import Vectors
from dragoman.errors import QuestionError
from dragoman.evaluation.labels import PARTS, Part, load_documents
from dragoman.evaluation.scenes import load_scenes
from dragoman.evaluation.scoring import read_labelled
from dragoman.reading import read_document
from dragoman.record.merge import merge_new
from dragoman.record.store import Store
from dragoman.records import Answer, Document, Failure, Reading
from dragoman.settings import Settings
from dragoman.sources import Fetched, gather
from dragoman.sources.fetched import Hints

__all__ = [
    "LabelledQuestion", "QuestionFault", "QuestionScores", "evaluate_questions", "fill_record",
    "load_questions",
]  # fmt: skip

_LANGUAGES = ("ko", "en", "ja", "zh", "ru")


class _Coder(Protocol):
    def code(self, document: Document) -> Reading: ...


class LabelledQuestion(BaseModel):
    """One line: ``answers`` holds, for each required fact, the wordings that tell it.

    ``sources`` ("from"): ids or addresses of the documents that a person answered from, or that
    lie nearest to a question without an answer.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    id: str = Field(pattern=r"^q-(ko|en|ja|zh|ru)-\d{3}$")
    language: Literal["ko", "en", "ja", "zh", "ru"]
    question: str = Field(min_length=5)
    answerable: bool
    answers: tuple[tuple[str, ...], ...] = ()
    sources: tuple[str, ...] = Field(alias="from", min_length=1)

    @model_validator(mode="after")
    def _answers_stand_where_there_is_one(self) -> LabelledQuestion:
        if self.answerable != bool(self.answers) or not all(all(fact) for fact in self.answers):
            raise ValueError("an answerable question needs the wordings of each fact, others none")
        return self

    @property
    def part(self) -> Part:
        """Even numbers are for tuning, odd ones for checking."""
        return "tune" if int(self.id[-3:]) % 2 == 0 else "check"


@dataclass(frozen=True, slots=True)
class QuestionFault:
    """One question that was judged wrong."""

    question: LabelledQuestion
    sort: Literal["refused", "wrong", "answered", "quote not exact"]
    answer: Answer


@dataclass(slots=True)
class QuestionScores:
    """Counts of one language, or of all."""

    answerable: int = 0
    right: int = 0
    unanswerable: int = 0
    refused: int = 0
    quotes: int = 0
    exact: int = 0
    faults: list[QuestionFault] = field(default_factory=list)

    def as_json(self) -> dict[str, float | int | None]:
        """Counts and shares; a share of nothing is None."""
        return {
            "answerable": self.answerable, "right": self.right,
            "right share": self.right / self.answerable if self.answerable else None,
            "unanswerable": self.unanswerable, "refused": self.refused,
            "refused share": self.refused / self.unanswerable if self.unanswerable else None,
            "quotes": self.quotes, "exact": self.exact,
            "exact share": self.exact / self.quotes if self.quotes else None,
        }  # fmt: skip


def load_questions(folder: Path, parts: Sequence[Part] = PARTS) -> list[LabelledQuestion]:
    """Questions of ``folder/questions/*.jsonl``. Raises QuestionError naming file and line."""
    found: list[LabelledQuestion] = []
    for path in sorted((folder / "questions").glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            try:
                one = LabelledQuestion.model_validate_json(line)
            except ValidationError as fault:
                first = fault.errors()[0]
                raise QuestionError(
                    f"{path}:{number}: {first['msg']}; correct the question"
                ) from fault
            if one.part in parts:
                found.append(one)
    if not found:
        raise QuestionError(f"no questions in {folder / 'questions'}; name the folder of them")
    return found


def fill_record(store: Store, folder: Path, coder: _Coder, encoder: Vectors | None) -> int:
    """Read every labelled and fresh document, scene and the sample into a record; how many."""
    kept = 0
    for document in _documents(folder):
        kept += store.keep(coder.code(document))
    merge_new(store, encoder)
    return kept


def _documents(folder: Path) -> Iterator[Document]:
    for place in (folder, folder / "fresh"):
        if place.is_dir():
            for _, labelled in load_documents(place, _LANGUAGES):
                yield read_labelled(labelled)
    if (folder / "events").is_dir():
        for _, scene in load_scenes(folder):
            for one in scene.documents:
                hints = Hints(
                    title=one.title, url=one.url, published=one.published,
                    publisher=one.publisher, publisher_country=one.publisher_country,
                )  # fmt: skip
                document = read_document(
                    Fetched(source=one.id, url=one.url, hints=hints, text=one.text)
                )
                yield document.model_copy(update={"official": one.official, "genre": one.genre})
    with resources.as_file(resources.files("dragoman.data") / "sample") as sample:
        for fetched in gather(sorted(sample.glob("*.jsonl")), Settings()):
            if not isinstance(fetched, Failure):
                yield read_document(fetched)


def evaluate_questions(
    store: Store, questions: Sequence[LabelledQuestion], encoder: Vectors | None
) -> dict[str, QuestionScores]:
    """Ask every question of a filled record and judge the answers; scores per language and all."""
    texts = {(d.url or d.id): d.text for d, _ in _kept(store)}
    scores: dict[str, QuestionScores] = {}
    for one in questions:
        answer = ask(store, one.question, language=one.language, encoder=encoder)
        for name in (one.language, "all"):
            _judge(scores.setdefault(name, QuestionScores()), one, answer, texts)
    return scores


def _kept(store: Store) -> Iterator[tuple[Document, int]]:
    for (id_,) in store.reading.execute("SELECT id FROM documents"):
        yield store.document(id_), 0


def _judge(
    score: QuestionScores, one: LabelledQuestion, answer: Answer, texts: dict[str, str]
) -> None:
    for sentence in answer.sentences:
        for evidence in sentence.evidence:
            text = texts.get(evidence.url or "", "")
            score.quotes += 1
            if text[evidence.start : evidence.end] == evidence.quote != "":
                score.exact += 1
            else:
                score.faults.append(QuestionFault(one, "quote not exact", answer))
    if not one.answerable:
        score.unanswerable += 1
        if answer.refused:
            score.refused += 1
        else:
            score.faults.append(QuestionFault(one, "answered", answer))
        return
    score.answerable += 1
    told = _fold(answer.answer or "")
    if all(any(_fold(wording) in told for wording in fact) for fact in one.answers):
        score.right += 1
    else:
        score.faults.append(QuestionFault(one, "refused" if answer.refused else "wrong", answer))


def _fold(text: str) -> str:
    """NFKC, lower case, no spaces: 러북 군사협력 and 러북 군사 협력 are one wording."""
    return "".join(unicodedata.normalize("NFKC", text).lower().split())


def as_json(scores: dict[str, QuestionScores]) -> str:
    """Scores for programs."""
    return json.dumps({k: s.as_json() for k, s in scores.items()}, ensure_ascii=False, indent=1)
