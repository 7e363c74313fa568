"""Confidence means the share that is right, and whoever doubts it can measure it."""

import random
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dragoman.cli import app
from dragoman.coding.confidence import Line, lines_in_use
from dragoman.coding.pipeline import Coder
from dragoman.evaluation.confidence import (
    Weighed,
    bins_of,
    collect,
    draw_reliability,
    expected_error,
    fit_lines,
    to_fit,
    write_lines,
)
from dragoman.settings import Settings

EVAL = Path(__file__).parents[2] / "eval"


def drawn(count, seed, share):
    """Reports that say 0.9 or 0.6 and are right in ``share(said)`` of the cases."""
    rng = random.Random(seed)
    rows = []
    for _ in range(count):
        said = rng.choice((0.9, 0.6))
        rows.append(Weighed("en-001", "rules-act", said, rng.random() < share(said)))
    return rows


def test_who_says_too_much_is_found_out():
    honest = bins_of(drawn(2000, 1, lambda said: said), {"rules-act": Line(0, 1)})
    boasting = bins_of(drawn(2000, 1, lambda said: said - 0.3), {"rules-act": Line(0, 1)})
    assert expected_error(honest) < 0.03
    assert 0.27 < expected_error(boasting) < 0.33


def test_fitting_takes_the_boast_away():
    lines = fit_lines(drawn(2000, 2, lambda said: said - 0.3))
    assert expected_error(bins_of(drawn(2000, 3, lambda said: said - 0.3), lines)) < 0.04


def test_a_raw_value_that_says_nothing_becomes_the_average():
    lines = fit_lines(drawn(2000, 4, lambda said: 1.2 - said))
    assert lines["rules-act"].slope == 0
    assert lines["rules-act"].share(0.9) == lines["rules-act"].share(0.6)


def test_what_is_read_more_plainly_is_never_less_sure():
    for line in lines_in_use().values():
        assert line.share(0.9) >= line.share(0.5)


def test_written_lines_are_read_back_below_the_comment(tmp_path):
    import tomllib

    path = tmp_path / "confidence.toml"
    path.write_text("# why\n[line.old]\nconstant = 1\n", encoding="utf-8")
    write_lines({"rules-act": Line(0.5, 1.0)}, path)
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# why\n")
    assert tomllib.loads(text) == {"line": {"rules-act": {"constant": 0.5, "slope": 1.0}}}


def test_the_plot_is_a_picture_with_a_dot_for_each_tenth():
    bins = bins_of(drawn(200, 5, lambda said: said), {"rules-act": Line(0, 1)})
    picture = ET.fromstring(draw_reliability(bins, "Reports"))
    assert len(picture.findall("{http://www.w3.org/2000/svg}circle")) == len(bins) == 2


@pytest.mark.slow
def test_on_the_documents_that_nothing_was_fitted_to_confidence_is_near_the_truth():
    coder = Coder.open(Settings())
    weighed = collect((EVAL, EVAL / "fresh"), ("ko", "en", "ja", "zh", "ru"), coder)
    check = [one for one in weighed if not to_fit(one)]
    assert len(check) > 200
    error = expected_error(bins_of(check, dict(lines_in_use())))
    assert error <= 0.1


def test_the_command_says_what_it_measures(tmp_path):
    for language in ("en",):
        (tmp_path / language).mkdir()
        for half in ("tune", "check"):
            lines = (EVAL / language / f"{half}.jsonl").read_text(encoding="utf-8").splitlines()
            (tmp_path / language / f"{half}.jsonl").write_text("\n".join(lines[:4]) + "\n", encoding="utf-8")  # fmt: skip
    told = CliRunner().invoke(app, ["eval", "confidence", "--folder", str(tmp_path)])
    assert told.exit_code == 0, told.output
    assert "expected calibration error" in told.output
