"""The labelled scenes are what their page says, and merging tells their neighbours apart."""

from pathlib import Path

import pytest

from dragoman.coding.pipeline import Coder
from dragoman.evaluation.events import b_cubed, evaluate_events
from dragoman.evaluation.scenes import load_scenes
from dragoman.settings import load_settings

ROOT = Path(__file__).parent.parent.parent / "eval"


class _Silent:
    def code(self, document):
        from dragoman.records import Reading

        return Reading(document=document, reports=())


def test_at_least_25_clusters_have_three_documents_in_two_languages_and_rows():
    clusters = rows = 0
    for _, scene in load_scenes(ROOT):
        language = {d.id: d.language for d in scene.documents}
        rows += len(scene.rows)
        for event in scene.events:
            told = {m.document for m in scene.mentions if m.event == event.id}
            clusters += len(told) >= 3 and len({language[d] for d in told}) >= 2
    assert clusters >= 25
    assert rows >= 50


def test_labelled_reports_merge_with_f1_of_095_and_no_wrong_neighbour():
    for scores in evaluate_events(ROOT, _Silent()):
        if scores.way == "labelled reports":
            assert scores.f1 >= 0.95
            assert scores.wrong_neighbours == 0
            assert scores.neighbours >= 20


@pytest.fixture(scope="module")
def from_text():
    """The whole path by rules alone: what holds without any weights."""
    found = evaluate_events(ROOT, Coder(load_settings(use_model=False)))
    return {scores.part: scores for scores in found if scores.way == "coded reports"}


# What the rules reach (tune 0.970, check 0.932), less 0.03.
@pytest.mark.parametrize(("part", "floor"), [("tune", 0.94), ("check", 0.90)])
def test_events_are_found_in_texts_and_merged(from_text, part, floor):
    assert from_text[part].f1 >= floor


def test_no_two_events_of_the_texts_are_made_one(from_text):
    assert [s.wrong_merges for s in from_text.values()] == [0, 0]
    assert [s.wrong_neighbours for s in from_text.values()] == [0, 0]


def test_b_cubed_of_one_heap_and_of_single_ones():
    items = [("s", str(n), "e") for n in range(4)]
    gold = dict(zip(items, "aabb", strict=True))
    assert b_cubed(gold, dict.fromkeys(items, "x")) == (0.5, 1.0)
    assert b_cubed(gold, dict(zip(items, "wxyz", strict=True))) == (1.0, 0.5)
    assert b_cubed(gold, gold) == (1.0, 1.0)


def test_a_missing_folder_is_named(tmp_path):
    from dragoman.errors import QuestionError

    with pytest.raises(QuestionError, match="no labelled scenes"):
        load_scenes(tmp_path)
