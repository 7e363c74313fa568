"""``dragoman eval`` on the labelled documents of the project."""

import json
from pathlib import Path

from typer.testing import CliRunner

from dragoman.cli.evaluating import app

EVAL = str(Path(__file__).parents[2] / "eval")


def run(*words: str) -> str:
    result = CliRunner().invoke(app, ["--folder", EVAL, "--language", "ru", *words])
    assert result.exit_code == 0, result.output
    return result.output


def test_json_gives_a_value_and_its_counts_for_each_measure():
    told = json.loads(run("--json"))
    assert set(told) == {"ru", "all"}
    assert told["ru"]["documents"]["value"] >= 25
    meetings = told["ru"]["meetings"]
    assert {"value", "precision", "recall", "right", "false", "missed"} == set(meetings)
    assert told["ru"]["status"]["of"] > 0


def test_the_table_names_every_measure():
    told = run("--part", "check")
    for measure in ("meetings with days", "dyadic events", "pledges", "evidence exact"):
        assert measure in told


def test_faults_of_the_check_half_are_counted_and_never_shown():
    told = run("--errors")
    checked = {
        json.loads(line)["id"]
        for line in (Path(EVAL) / "ru" / "check.jsonl").read_text(encoding="utf-8").splitlines()
    }
    assert "more in the check part" in told
    assert not [id_ for id_ in checked if f"{id_}  " in told]
