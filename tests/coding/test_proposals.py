"""What the encoder reads where the rules are blind becomes a report, and says so."""

import pytest

from dragoman.coding.cues.find import find_cues
from dragoman.coding.model.encoder import Encoder
from dragoman.coding.model.proposals import propose
from dragoman.coding.model.proposed_meetings import groups
from dragoman.coding.names.gazetteer import Gazetteer
from dragoman.coding.pipeline import Coder
from dragoman.coding.scene import set_scene
from dragoman.reading import read_document
from dragoman.settings import Settings
from dragoman.sources import Fetched
from dragoman.sources.fetched import Hints


@pytest.fixture(scope="module")
def encoder():
    return Encoder.open(Settings())


def _read(text, publisher=None):
    hints = Hints(published="2024-11-14", publisher_country=publisher)
    return read_document(Fetched(source="test", url=None, hints=hints, text=text))


def _proposed(encoder, text, publisher=None):
    """What the encoder says of a text of which no rule has told anything."""
    scene = set_scene(_read(text, publisher), Gazetteer.load())
    cues = {s.number: find_cues(s, scene.language) for s in scene.sentences}
    meetings, acts = [], []
    propose(scene, cues, meetings, acts, encoder)
    told = [
        f"{'='.join(_codes(a.sources))} {a.trigger.type}" if a.symmetric
        else f"{'+'.join(_codes(a.sources))} {a.trigger.type} {'+'.join(_codes(a.targets))}"
        for a in acts
    ]  # fmt: skip
    return told + [f"{'='.join(sorted(m.countries))} {m.form} {m.status}" for m in meetings]


def _codes(parties):
    return [p.country for p in parties]


# (what it shows, text, the publisher's state, what is told)
TOLD = [
    ("an image for a word", "France was scathing about Russia's conduct of the vote.", None, ["FRA ACCUSE RUS"]),
    ("help under way", "Japan is helping Turkey with generators and blankets after the quake.", None, ["JPN AID TUR"]),
    ("two do one thing to a third", "Canada and Norway both condemned Belarus over the jailing of the editors.", None, ["CAN+NOR ACCUSE BLR"]),
    ("the publisher's own minister", "The Minister condemned in the strongest terms the missile launch by North Korea.", "AUS", ["AUS ACCUSE PRK"]),
    ("the publisher's own minister, Korean", "장관은 북한의 미사일 발사를 강력히 규탄했다.", "KOR", ["KOR ACCUSE PRK"]),
    ("done together", "Ghanaian and Ivorian gunboats have been patrolling the gulf side by side since June.", None, ["CIV=GHA COOPERATE"]),
    ("three met", "The presidents of Kenya, Uganda and Rwanda met in Nairobi on Tuesday.", None, ["KEN=RWA=UGA multilateral held"]),
    ("two met", "The Kenyan president sat down with his Ugandan counterpart in Nairobi on Tuesday.", None, ["KEN=UGA meeting held"]),
    ("a plan to meet", "케냐와 우간다 정상은 다음 주 캄팔라에서 만나기로 했다.", None, ["KEN=UGA meeting planned"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "publisher", "told"), [t[1:] for t in TOLD], ids=[t[0] for t in TOLD]
)
def test_the_encoder_tells_what_the_words_say(encoder, text, publisher, told):
    assert _proposed(encoder, text, publisher) == told


def test_whoever_acts_may_be_named_in_the_sentence_before(encoder):
    text = (
        "Foreign Minister Hayashi received the ambassador of Fiji on Friday. "
        "He condemned the missile launch by North Korea in the strongest terms."
    )
    told = _proposed(encoder, text, "JPN")
    assert "JPN ACCUSE PRK" in told
    assert "FJI=JPN meeting held" in told


def test_a_sentence_that_names_two_tells_of_them_alone(encoder):
    text = (
        "Spain and Chile signed an accord in Madrid. Peru blasted Bolivia over the closed bridge."
    )
    told = _proposed(encoder, text)
    assert "PER ACCUSE BOL" in told
    assert not any("PER" in t and ("ESP" in t or "CHL" in t) for t in told)


@pytest.mark.parametrize(
    "text",
    [
        "Morocco beat Portugal 1-0 in Doha to reach the semi-finals.",
        "Exports from Vietnam to Germany grew by 4 per cent in the third quarter.",
        "The film, shot in Poland and Lithuania, opens in France on Friday.",
    ],
)
def test_countries_that_do_nothing_to_each_other_yield_nothing(encoder, text):
    assert _proposed(encoder, text) == []


def test_such_a_report_names_the_weights_and_quotes_the_sentence(encoder):
    text = "France was scathing about Russia's conduct of the vote."
    scene = set_scene(_read(text), Gazetteer.load())
    acts = []
    propose(scene, {0: find_cues(scene.sentences[0], "en")}, [], acts, encoder)
    (act,) = acts
    assert act.made_by == encoder.name
    assert act.sentences[0].text == text
    assert 0 < act.sure < 1


def test_what_the_rules_read_is_not_told_twice(encoder):
    text = "On Tuesday Poland accused Belarus of pushing migrants across the border."
    by_rules = Coder().code(_read(text)).reports
    assert [r.made_by for r in by_rules] == ["dragoman-rules@1"]
    assert Coder(None, encoder).code(_read(text)).reports == by_rules


def test_all_who_met_each_other_are_one_group_and_guests_in_turn_several():
    def pairs(*names):
        return [frozenset(name) for name in names]

    assert groups(pairs("AB", "BC", "AC")) == [frozenset("ABC")]
    assert groups(pairs("AB", "AC")) == pairs("AB", "AC")


def test_nobody_reads_with_the_model_when_the_settings_say_so():
    coder = Coder.open(Settings(use_model=False))
    text = "Ghanaian and Ivorian gunboats have been patrolling the gulf side by side since June."
    assert all(r.made_by == "dragoman-rules@1" for r in coder.code(_read(text)).reports)


def test_the_encoders_own_modes_do_not_reach_the_record(encoder):
    scene = set_scene(_read("Bahrain lifted its ban on Egyptian onions."), Gazetteer.load())
    acts = []
    propose(scene, {s.number: [] for s in scene.sentences}, [], acts, encoder)
    assert [(a.trigger.type, a.trigger.mode) for a in acts] == [("CONCEDE", None)]
