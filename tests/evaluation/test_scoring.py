"""Scores mean what docs/reference/evaluation.md says."""

from typing import Any

import pytest

from dragoman.evaluation import LabelledDocument, Scores, Tally, score_document
from dragoman.records import (
    Code,
    Document,
    Evidence,
    Participant,
    Reading,
    Report,
    When,
    Where,
)

TEXT = (
    "조태열 장관은 14일 리마에서 블링컨 국무장관과 회담했다. 두 장관은 북한을 비난하고 "
    "긴밀히 협력하기로 했다. 블링컨 장관은 중국을 비판하지 않았다."
)
MET = "블링컨 국무장관과 회담했다"
BLAMED = "북한을 비난하고"
AGREED = "긴밀히 협력하기로 했다"


def labelled(**labels: Any) -> LabelledDocument:
    return LabelledDocument.model_validate(
        {"id": "ko-900", "language": "ko", "url": None, "title": None, "published": "2024-11-16",
         "publisher": None, "publisher_country": None, "genre": "wire", "text": TEXT,
         "labels": labels}
    )  # fmt: skip


def meeting_label(**changes: Any) -> dict[str, Any]:
    return {
        "parties": ["KOR", "USA"], "form": "meeting", "level": "ministerial", "status": "held",
        "start": "2024-11-14", "end": "2024-11-14", "place": {"city": "Lima", "country": "PER"},
        "people": [{"name": "조태열", "country": "KOR"}, {"name": "블링컨", "country": "USA"}],
        "quote": MET, **changes,
    }  # fmt: skip


def at(quote: str) -> Evidence:
    start = TEXT.index(quote)
    return Evidence.at(TEXT, start, start + len(quote))


def person(name: str | None, country: str, role: Any = "party") -> Participant:
    return Participant(
        role=role, name=name, actor=None, country=country, office=None, evidence=None
    )


def meeting(**changes: Any) -> Report:
    fields: dict[str, Any] = {
        "id": "r-1", "kind": "meeting", "form": "meeting", "level": "ministerial",
        "status": "held",
        "when": When(start="2024-11-14", end="2024-11-14", precision="day", text="14일"),
        "where": Where(city="Lima", country="PER", geonames=None, text="리마"),
        "participants": (person("조태열", "KOR"), person("토니 블링컨", "USA")), "codes": (),
        "evidence": (at(MET),), "confidence": 0.9, "made_by": "test@1",
    }  # fmt: skip
    return Report(**{**fields, **changes})


def act(type_: Any, source: list[str], target: list[str], quote: str, **changes: Any) -> Report:
    fields: dict[str, Any] = {
        "id": "r-2", "kind": "statement", "status": "done", "when": None, "where": None,
        "participants": (),
        "codes": (Code(type=type_, source=tuple(source), target=tuple(target)),),
        "evidence": (at(quote),), "confidence": 0.9, "made_by": "test@1",
    }  # fmt: skip
    return Report(**{**fields, **changes})


def scored(document: LabelledDocument, *reports: Report) -> Scores:
    scores = Scores()
    read = Document(id="d-1", language="ko", text=TEXT)
    score_document(scores, "tune", document, Reading(document=read, reports=reports))
    return scores


def counts(scores: Scores, measure: str) -> tuple[int, int, int]:
    counted = scores.by["ko"][measure]
    assert isinstance(counted, Tally)
    return counted.right, counted.false, counted.missed


def test_a_meeting_read_as_labelled_is_right_in_every_respect():
    scores = scored(labelled(meetings=[meeting_label()]), meeting())
    for measure in ("meeting parties", "meetings", "meetings with days"):
        assert counts(scores, measure) == (1, 0, 0)
    assert counts(scores, "people") == (2, 0, 0)
    for measure in ("status", "days", "form", "level", "place"):
        assert scores.by["ko"][measure].value == 1.0
    assert not scores.faults


def test_a_meeting_with_a_further_party_is_false_and_the_labelled_one_missed():
    more = (person("조태열", "KOR"), person("블링컨", "USA"), person(None, "JPN"))
    scores = scored(labelled(meetings=[meeting_label()]), meeting(participants=more))
    assert counts(scores, "meetings") == (0, 1, 1)


def test_a_party_that_a_fair_reader_may_add_costs_nothing():
    more = (person("조태열", "KOR"), person("블링컨", "USA"), person(None, "APEC"))
    scores = scored(labelled(meetings=[meeting_label(also=["APEC"])]), meeting(participants=more))
    assert counts(scores, "meetings") == (1, 0, 0)


def test_an_organ_counts_as_its_body():
    label = meeting_label(parties=["UN"], people=[], form="multilateral")
    read = meeting(participants=(person(None, "UNSC"),), form="multilateral")
    assert counts(scored(labelled(meetings=[label]), read), "meetings") == (1, 0, 0)


def test_a_call_taken_for_a_meeting_keeps_its_parties_and_loses_the_rest():
    scores = scored(labelled(meetings=[meeting_label(form="call")]), meeting())
    assert counts(scores, "meeting parties") == (1, 0, 0)
    assert counts(scores, "meetings") == (0, 1, 1)


def test_a_planned_meeting_read_as_held_is_wrong_in_time_and_status():
    scores = scored(labelled(meetings=[meeting_label(status="planned")]), meeting())
    assert counts(scores, "meetings") == (0, 1, 1)
    assert scores.by["ko"]["status"].value == 0.0


def test_a_wrong_day_is_counted_once_the_meeting_is_right():
    scores = scored(labelled(meetings=[meeting_label(start="2024-11-13", end="2024-11-14")]),
                    meeting())  # fmt: skip
    assert counts(scores, "meetings") == (1, 0, 0)
    assert counts(scores, "meetings with days") == (0, 1, 1)
    assert scores.by["ko"]["days"].value == 0.0


def test_one_report_answers_to_one_label_only():
    twice = [meeting_label(), meeting_label(start="2024-11-15", end="2024-11-15")]
    scores = scored(labelled(meetings=twice), meeting())
    assert counts(scores, "meetings") == (1, 0, 1)


def test_an_optional_meeting_is_neither_missed_nor_false():
    document = labelled(meetings=[meeting_label(optional=True)])
    assert counts(scored(document), "meetings") == (0, 0, 0)
    assert counts(scored(document, meeting()), "meetings") == (0, 0, 0)


ACCUSED = {
    "source": ["KOR", "USA"], "target": ["PRK"], "type": "ACCUSE", "status": "done",
    "kind": "statement", "quote": BLAMED,
}  # fmt: skip


def test_acts_are_counted_by_source_target_and_type():
    read = act("ACCUSE", ["KOR"], ["PRK", "CHN"], BLAMED)
    scores = scored(labelled(events=[ACCUSED]), read)
    assert counts(scores, "dyadic events") == (1, 1, 1)
    assert sorted(f.what for f in scores.faults) == ["KOR > CHN ACCUSE", "USA > PRK ACCUSE"]


def test_plain_statements_and_acts_within_one_state_are_not_counted():
    reads = (act("STATEMENT", ["KOR"], ["USA"], BLAMED), act("ACCUSE", ["KOR"], ["KOR"], BLAMED))
    assert counts(scored(labelled(events=[ACCUSED]), *reads), "dyadic events") == (0, 0, 2)


def test_a_negated_act_read_as_done_is_found_with_the_wrong_status():
    label = {**ACCUSED, "source": ["USA"], "target": ["CHN"], "status": "negated",
             "quote": "중국을 비판하지 않았다"}  # fmt: skip
    scores = scored(
        labelled(events=[label]), act("ACCUSE", ["USA"], ["CHN"], "중국을 비판하지 않았다")
    )
    assert counts(scores, "dyadic events") == (1, 0, 0)
    assert scores.by["ko"]["status"].value == 0.0


def test_a_future_meeting_filed_as_agreement_too_costs_nothing():
    document = labelled(meetings=[meeting_label(status="planned")])
    scores = scored(document, act("AGREE", ["KOR"], ["USA"], MET))
    assert counts(scores, "dyadic events") == (0, 0, 0)


@pytest.mark.parametrize(("quote", "right"), [(AGREED, 1), (BLAMED, 0)])
def test_a_pledge_needs_its_makers_and_words_that_touch(quote: str, right: int):
    label = {"by": ["KOR", "USA"], "to": ["KOR", "USA"], "status": "made", "quote": AGREED}
    read = act(
        "AGREE", ["KOR", "USA"], ["KOR", "USA"], quote, kind="pledge", status="made",
        participants=(person(None, "KOR"), person(None, "USA")), to=("KOR", "USA"),
    )  # fmt: skip
    scores = scored(labelled(pledges=[label]), read)
    assert counts(scores, "pledges") == (right, 1 - right, 1 - right)


def test_any_report_from_a_document_without_acts_is_noticed():
    assert scored(labelled()).by["ko"]["silent without acts"].value == 1.0
    noisy = scored(labelled(), act("STATEMENT", ["KOR"], [], BLAMED))
    assert noisy.by["ko"]["silent without acts"].value == 0.0


def test_dates_are_compared_by_first_and_last_day():
    right = {"text": "14일", "start": "2024-11-14", "end": "2024-11-14"}
    wrong = {"text": "14일", "start": "2024-10-14", "end": "2024-10-14"}
    scores = scored(labelled(dates=[right, wrong]))
    assert scores.by["ko"]["dates"].value == 0.5
