"""What was reached once is held: no measure falls below its floor (eval/floors.json)."""

import json
from pathlib import Path

from dragoman.coding.pipeline import Coder
from dragoman.evaluation import evaluate

EVAL = Path(__file__).parents[2] / "eval"
LANGUAGES = ("ko", "en", "ja", "zh", "ru")


def test_no_measure_of_any_language_falls_below_its_floor():
    floors = json.loads((EVAL / "floors.json").read_text(encoding="utf-8"))
    reached = evaluate(EVAL, LANGUAGES, Coder()).as_json()
    below, held = [], 0
    for language, measures in floors.items():
        for measure, floor in measures.items():
            value = reached[language][measure]["value"]
            held += 1
            if value is None or value < floor:
                below.append(f"{language} {measure}: {value} is below {floor}")
    assert held >= 5 * len(LANGUAGES)
    assert not below, "\n".join(below)
