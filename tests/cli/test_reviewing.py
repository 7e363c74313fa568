"""``dragoman review``: doubtful links one after another, and what a person says to them."""

import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dragoman.cli import app
from dragoman.record.merge import merge_new
from dragoman.record.store import Store

sys.path.insert(0, str(Path(__file__).parents[1] / "record"))
from record_making import reading, report


@pytest.fixture
def db(tmp_path):
    """Three accounts of which it is doubtful whether they tell of one meeting."""
    path = tmp_path / "doubt.db"
    with Store(path) as store:
        for doc, day in (("a", "2024-11-14"), ("b", None), ("c", "2024-11-12")):
            store.keep(reading(doc, report(doc, parties=("JPN", "KOR"), day=day, level="other")))
        merge_new(store)
        assert len(list(store.unsure(10))) >= 2
    return path


def review(db, answers):
    told = CliRunner().invoke(app, ["review", "--db", str(db), "--who", "kim"], input=answers)
    assert told.exit_code == 0, told.output
    return told.output


def test_each_answer_is_a_correction_that_can_be_taken_back(db):
    output = review(db, "s\nq\n")
    assert "One event? score" in output
    with Store(db) as store:
        (made,) = store.corrections()
        assert (made.verb, made.who) == ("same", "kim")
        merge_new(store)
        before = len(list(store.events()))
        store.undo(made.id)
        merge_new(store)
        assert len(list(store.events())) == before + 1


def test_nothing_more_is_asked_about_a_report_that_was_said_to_be_wrong(db):
    with Store(db) as store:
        asked = [{link.one, link.other} for link in store.unsure(10)]
    shared = set.intersection(*asked)
    first = "w1" if sorted(asked[0])[0] in shared else "w2"
    output = review(db, f"{first}\n" + "\n" * 8)
    (wrong,) = shared
    assert output.count(wrong) == 1
