"""Records cannot be made wrong, and their JSON keeps the contract."""

import json
from importlib import resources
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic import ValidationError

from dragoman import read
from dragoman.errors import EvidenceError
from dragoman.records import Code, Document, Evidence, Reading, Report, json_schema
from dragoman.settings import Settings


def report(text: str, evidence: Evidence, **changes) -> Report:
    values = {
        "id": "r", "kind": "statement", "status": "done", "when": None, "where": None,
        "participants": (), "codes": (Code(type="ACCUSE", source=("KOR",), target=("PRK",)),),
        "evidence": (evidence,), "confidence": 0.5, "made_by": "test@1",
    }  # fmt: skip
    return Report(**(values | changes))


def test_evidence_that_differs_from_the_text_cannot_enter_a_reading():
    document = Document(id="d", language="ko", text="북한의 도발을 규탄했다.")
    wrong = Evidence(start=0, end=3, quote="남한의")
    with pytest.raises((EvidenceError, ValidationError), match="남한의"):
        Reading(document=document, reports=(report(document.text, wrong),))


def test_evidence_of_the_wrong_length_cannot_be_made():
    with pytest.raises((EvidenceError, ValidationError)):
        Evidence(start=0, end=5, quote="회담")


@given(st.text(min_size=2), st.data())
def test_evidence_cut_from_a_text_always_stands_in_it(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    Evidence.at(text, start, end).check(text)


def test_a_status_that_does_not_fit_the_kind_is_refused_with_the_valid_ones():
    text = "북한을 규탄했다."
    with pytest.raises(ValidationError, match="hypothetical"):
        report(text, Evidence.at(text, 0, 3), status="held")


def test_unknown_values_are_null_and_never_missing():
    text = "북한을 규탄했다."
    document = Document(id="d", language="ko", text=text)
    line = json.loads(
        Reading(
            document=document, reports=(report(text, Evidence.at(text, 0, 3)),)
        ).model_dump_json()
    )
    assert line["document"]["url"] is None
    assert line["document"]["headline_supported"] is None
    assert line["reports"][0]["said_by"] is None
    assert line["reports"][0]["codes"][0]["quad"] == "verbal conflict"
    assert "passages" not in line["document"]


REFERENCE = Path(__file__).parent.parent / "docs" / "reference"


def test_the_published_schema_is_that_of_the_code():
    """``python docs/reference/write_schema.py`` writes it anew."""
    published = json.loads((REFERENCE / "records.schema.json").read_text(encoding="utf-8"))
    assert published == json_schema()


def test_what_the_demo_reads_keeps_the_contract_with_other_programs():
    contract = json.loads((REFERENCE / "contract.schema.json").read_text(encoding="utf-8"))
    validator = Draft202012Validator({**contract, "oneOf": [{"$ref": "#/$defs/read"}]})
    seen = 0
    with resources.as_file(resources.files("dragoman.data") / "sample") as folder:
        for reading in read(folder, settings=Settings(use_model=False)):
            if isinstance(reading, Reading):
                validator.validate(json.loads(reading.model_dump_json()))
                seen += len(reading.reports)
    assert seen > 60
