"""What a Russian sentence says against the encoder: joined names, staff, who announces, what is prepared."""

import pytest

from dragoman.coding.model.proposed_ru import act_together, announces, is_prepared, is_staffing
from dragoman.coding.names.gazetteer import Gazetteer
from dragoman.coding.scene import Sentence, set_scene
from dragoman.reading import read_document
from dragoman.settings import Settings
from dragoman.sources import Fetched


def _sentence(text: str) -> Sentence:
    fetched = Fetched(source="page.txt", url=None, data=text.encode(), content_type="text/plain")
    document = read_document(fetched, published="2024-06-10", language="ru")
    return set_scene(document, Gazetteer.load(Settings().actors)).sentences[0]


def test_names_joined_act_together_and_not_on_each_other() -> None:
    assert act_together(_sentence("Удары Чили и Перу по Боливии потрясли всех."), "CHL", "PER")
    assert not act_together(_sentence("Удары Чили по Перу потрясли всех."), "CHL", "PER")
    assert not act_together(_sentence("Чили и Перу обменялись ударами."), "CHL", "PER")


@pytest.mark.parametrize(
    ("text", "staffing"),
    [
        ("Президент Сербии отправил в отставку посла в Чили.", True),
        ("Сербия отозвала посла из Чили.", False),
    ],
)
def test_who_is_given_a_post_breaks_with_nobody(text: str, staffing: bool) -> None:
    assert is_staffing(_sentence(text)) is staffing


def test_who_tells_of_talks_takes_no_part_in_them() -> None:
    sentence = _sentence("Мария Захарова анонсировала переговоры Сергея Лаврова с Марко Джуричем.")
    telling = {m.text: announces(sentence, m) for m in sentence.mentions if m.kind == "person"}
    assert telling["Мария Захарова"]
    assert not any(said for name, said in telling.items() if name != "Мария Захарова")


@pytest.mark.parametrize(
    ("text", "prepared"),
    [
        ("Встреча Лаврова с главой МИД Чили прорабатывается.", True),
        ("Лавров провёл встречу с главой МИД Чили, в июле пройдёт саммит.", False),
    ],
)
def test_talks_that_are_prepared_have_not_been_held(text: str, prepared: bool) -> None:
    assert is_prepared(_sentence(text)) is prepared
