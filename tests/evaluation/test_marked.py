"""Marked sentences are judged one row for one row, whatever a row holds."""

import csv

import pytest
from typer.testing import CliRunner

from dragoman.cli import app
from dragoman.errors import QuestionError
from dragoman.evaluation.marked import ROOTS, macro_f1, public_root, read_marked, unmark

ROWS = [
    "<s>North Korea</s> fired two missiles toward <t>South Korea</t> on Monday, the army said.",
    "<t>Tehran</t> was condemned by <s>the European Union</s> for executing protesters.",
    "<s>The foreign minister</s> held talks with <t>his Turkish counterpart</t> in Ankara.",
    "<s>Police</s> arrested <t>dozens of protesters</t> in the capital.",
    "<s>Japan</s> sent blankets and medicine to <t>earthquake victims in Nepal</t>.",
    "no marks at all",
    "",
    "<s>A mark that is never closed and <t>a target</t>",
    '<s>Israel</s> "rejected" <t>Hamas</t>\'s "terms',
    "<s>Kenya</s> " + "and so on " * 600 + "urged <t>Ethiopia</t> to withdraw.",
]


def test_marks_are_taken_out_and_their_places_kept():
    marked = unmark("A <t>b</t> c <s>d e</s>.")
    assert marked.text == "A b c d e."
    assert marked.text[slice(*marked.target)] == "b"
    assert marked.text[slice(*marked.source)] == "d e"
    assert unmark("<s>open and <t>x</t>").source is None


def test_every_row_has_its_line_in_the_predictions(tmp_path):
    table, out = tmp_path / "rows.tsv", tmp_path / "out.tsv"
    table.write_text("id\tmarked_sentence\n" + "".join(f"{n}\t{r}\n" for n, r in enumerate(ROWS)))
    done = CliRunner().invoke(app, ["eval", "marked", str(table), "--predictions", str(out)])
    assert done.exit_code == 0, done.output
    with out.open(newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter="\t"))
    assert [int(r["row"]) for r in rows] == list(range(len(ROWS)))
    assert all(r["root"] in ROOTS and r["quad"] in "1234" for r in rows)
    assert all((r["quad"] in "34") == (r["conflict"] == "true") for r in rows)
    assert [r["root"] for r in rows[1:5]] == ["ACCUSE", "CONSULT", "COERCE", "AID"]


def test_gold_roots_give_macro_f1(tmp_path):
    table = tmp_path / "gold.tsv"
    table.write_text(f"marked_sentence\tgold_root\n{ROWS[1]}\tACCUSE\n{ROWS[3]}\tCOERCE\n")
    done = CliRunner().invoke(app, ["eval", "marked", str(table)])
    assert "root 1.000" in done.output
    assert macro_f1(["A", "A", "B"], ["A", "B", "B"]) == pytest.approx(2 / 3)


def test_a_file_without_the_column_is_named(tmp_path):
    table = tmp_path / "wrong.tsv"
    table.write_text("sentence\nx\n")
    with pytest.raises(QuestionError, match="marked_sentence"):
        read_marked(table)


def test_roots_are_those_of_the_public_sets_where_the_manual_draws_them_otherwise():
    assert public_root("SANCTION", "convict", "done") == "ACCUSE"
    assert public_root("SANCTION", "expel", "done") == "SANCTION"
    assert public_root("CONCEDE", "promise", "done") == "AGREE"
    assert public_root("CONCEDE", "declared", "done") == "YIELD"
    assert public_root("RETREAT", "release", "planned") == "AGREE"
    assert public_root("PROTEST", "boycott", "planned") == "THREATEN"
    assert public_root("CONSULT", "visit", "planned") == "CONSULT"


def test_the_manual_draws_the_roots_when_asked(tmp_path):
    table, out = tmp_path / "rows.tsv", tmp_path / "out.tsv"
    verdict = "<s>A court in Lyon</s> convicted <t>the former minister</t> of bribery on Monday."
    promise = "<s>Bahrain</s> has agreed to lift its ban on <t>Egyptian</t> onions."
    table.write_text(f"marked_sentence\n{verdict}\n{promise}\n")

    def roots(*more: str) -> list[str]:
        CliRunner().invoke(app, ["eval", "marked", str(table), "--predictions", str(out), *more])
        with out.open(newline="") as stream:
            return [row["root"] for row in csv.DictReader(stream, delimiter="\t")]

    assert roots() == ["ACCUSE", "AGREE"]
    assert roots("--manual") == ["SANCTION", "YIELD"]
