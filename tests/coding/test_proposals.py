"""What the encoder reads where the rules are blind becomes a report, and says so."""

import pytest

from dragoman.coding.encoder import Encoder
from dragoman.coding.pipeline import Coder
from dragoman.reading import read_document
from dragoman.settings import Settings
from dragoman.sources import Fetched
from dragoman.sources.fetched import Hints

BLIND = [
    ("France was scathing about Russia's conduct of the vote.", "ACCUSE", ("FRA",), ("RUS",)),
    ("Japan is helping Turkey with generators and blankets after the quake.", "AID", ("JPN",), ("TUR",)),
]  # fmt: skip


@pytest.fixture(scope="module")
def encoder():
    return Encoder.open(Settings())


def _read(text):
    hints = Hints(published="2024-11-14")
    return read_document(Fetched(source="test", url=None, hints=hints, text=text))


@pytest.mark.parametrize(("text", "type_", "source", "target"), BLIND)
def test_words_that_no_rule_knows_are_read_by_the_encoder(encoder, text, type_, source, target):
    assert Coder().code(_read(text)).reports == ()
    (report,) = Coder(None, encoder).code(_read(text)).reports
    (code,) = report.codes
    assert (code.type, code.source, code.target) == (type_, source, target)
    assert report.made_by == encoder.name
    assert report.evidence[0].quote == text
    assert 0 < report.confidence < 1


def test_what_the_rules_read_is_not_told_twice(encoder):
    text = "On Tuesday Poland accused Belarus of pushing migrants across the border."
    by_rules = Coder().code(_read(text)).reports
    assert [r.made_by for r in by_rules] == ["dragoman-rules@1"]
    assert Coder(None, encoder).code(_read(text)).reports == by_rules


def test_what_two_do_together_is_one_report_of_both(encoder):
    text = "Ghanaian and Ivorian gunboats have been patrolling the gulf side by side since June."
    reports = Coder(None, encoder).code(_read(text)).reports
    told = [(c.type, set(c.source), set(c.target)) for r in reports for c in r.codes]
    assert told in ([], [("COOPERATE", {"GHA", "CIV"}, {"GHA", "CIV"})])


@pytest.mark.parametrize(
    "text",
    [
        "Morocco beat Portugal 1-0 in Doha to reach the semi-finals.",
        "Exports from Vietnam to Germany grew by 4 per cent in the third quarter.",
        "The film, shot in Poland and Lithuania, opens in France on Friday.",
    ],
)
def test_countries_that_do_nothing_to_each_other_yield_nothing(encoder, text):
    assert Coder(None, encoder).code(_read(text)).reports == ()


def test_nobody_reads_with_the_model_when_the_settings_say_so():
    (text, *_), *_ = BLIND
    assert Coder.open(Settings(use_model=False)).code(_read(text)).reports == ()
