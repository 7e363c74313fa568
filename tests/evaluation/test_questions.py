"""Questions are judged by what their labels say, and no share falls below its floor."""

import json
from pathlib import Path

import pytest

from dragoman.coding.pipeline import Coder
from dragoman.errors import QuestionError
from dragoman.evaluation.questions import evaluate_questions, fill_record, load_questions
from dragoman.record.store import Store

EVAL = Path(__file__).parents[2] / "eval"


@pytest.fixture(scope="module")
def scores(tmp_path_factory):
    with Store(tmp_path_factory.mktemp("questions") / "record.db") as store:
        fill_record(store, EVAL, Coder(), None)
        scores = evaluate_questions(store, load_questions(EVAL), None)
        check = evaluate_questions(store, load_questions(EVAL, ("check",)), None)
        return scores | {"check": check["all"]}


def test_no_share_of_right_answers_and_refusals_falls_below_its_floor(scores):
    floors = json.loads((EVAL / "questions" / "floors.json").read_text(encoding="utf-8"))
    below = [
        f"{language} {measure}: {scores[language].as_json()[measure]} is below {floor}"
        for language, measures in floors.items()
        for measure, floor in measures.items()
        if scores[language].as_json()[measure] < floor
    ]
    assert set(floors) == {"ko", "en", "ja", "all", "check"}
    assert not below, "\n".join(below)


def test_every_quote_of_every_answer_stands_in_its_document(scores):
    assert scores["all"].quotes >= 100
    assert scores["all"].exact == scores["all"].quotes


def test_there_are_questions_in_three_languages_and_a_third_has_no_answer():
    questions = load_questions(EVAL)
    assert len(questions) >= 150
    assert len({q.id for q in questions}) == len({q.question for q in questions}) == len(questions)
    for language in ("ko", "en", "ja"):
        own = [q for q in questions if q.language == language]
        assert len(own) >= 50
        assert 3 * sum(not q.answerable for q in own) >= len(own)
    first = [q for q in questions if int(q.id[-3:]) < 100]  # later ones are all for tuning
    assert len(first) == 153
    assert abs(sum(q.part == "tune" for q in first) * 2 - len(first)) <= 3
    check = [q for q in questions if q.part == "check"]
    assert len(check) == sum(q.part == "check" for q in first) >= 76
    assert 3 * sum(not q.answerable for q in check) >= len(check)


def test_a_question_whose_label_contradicts_itself_is_refused_by_file_and_line(tmp_path):
    folder = tmp_path / "questions"
    folder.mkdir()
    line = {"id": "q-en-001", "language": "en", "question": "Who met whom?", "answerable": True,
            "answers": [], "from": ["en-001"]}  # fmt: skip
    (folder / "en.jsonl").write_text(json.dumps(line), encoding="utf-8")
    with pytest.raises(QuestionError, match=r"en\.jsonl:1"):
        load_questions(tmp_path)
