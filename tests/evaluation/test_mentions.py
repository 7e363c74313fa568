"""Names in tagged characters: read as they stand, scored by span and kind."""

import json

import pytest
from typer.testing import CliRunner

from dragoman.cli import app
from dragoman.errors import QuestionError
from dragoman.evaluation.mentions import read_tagged

TEXT = "Emmanuel Macron met Olaf Scholz in Meseberg on Monday."
NAMES = {"Emmanuel Macron": "PS", "Olaf Scholz": "PS", "Meseberg": "LC"}


def tagged(text, names):
    tags = ["O"] * len(text)
    for name, kind in names.items():
        at = text.index(name)
        tags[at : at + len(name)] = [f"B-{kind}", *[f"I-{kind}"] * (len(name) - 1)]
    return "".join(f"{c}\t{t}\n" for c, t in zip(text, tags, strict=True))


def test_a_file_of_characters_gives_texts_and_spans(tmp_path):
    path = tmp_path / "names.tsv"
    path.write_text(
        f"## 1\tcomment\n{tagged(TEXT, NAMES)}\n{tagged('Nobody here.', {})}", encoding="utf-8"
    )
    (text, spans), (other, none) = read_tagged(path)
    assert text == TEXT
    assert {text[a:b]: kind for a, b, kind in spans} == NAMES
    assert (other, none) == ("Nobody here.", ())


@pytest.mark.parametrize("content", ["", "word\n", "a\tX-PS\n", "\tO\n"])
def test_a_file_of_another_shape_is_refused_with_its_name(tmp_path, content):
    path = tmp_path / "odd.tsv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(QuestionError, match=r"odd\.tsv"):
        read_tagged(path)


def test_plain_names_are_found_whole_and_of_their_kind(tmp_path):
    path = tmp_path / "names.tsv"
    path.write_text(tagged(TEXT, NAMES), encoding="utf-8")
    told = CliRunner().invoke(app, ["eval", "mentions", str(path), "--json"])
    assert told.exit_code == 0, told.output
    assert json.loads(told.stdout)["person"]["f1"] == 1.0
