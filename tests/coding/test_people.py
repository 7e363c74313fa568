"""Whom a document means by a surname, a title, a ministry."""

from dataclasses import replace

import pytest

from dragoman import languages
from dragoman.coding.names.gazetteer import Gazetteer
from dragoman.coding.people.resolve import resolve_people
from dragoman.records import Document


def people_of(text, language, day, country=None, publisher=None):
    gazetteer = Gazetteer.load(None)
    document = Document(
        id="d", language=language, published=day, publisher=publisher,
        publisher_country=country, genre="wire", text=text,
    )  # fmt: skip
    spans = languages.get(language).split_sentences(text)
    found = [
        [
            replace(m, start=m.start + s, end=m.end + s)
            for m in gazetteer.find(text[s:e], language, day)
        ]
        for s, e in spans
    ]
    rows = resolve_people(spans, found, document, day, gazetteer)
    return {text[m.start : m.end]: m for row in rows for m in row}


CASES = [
    ("ko", "2024-11-16", "KOR", "조태열 외교부 장관이 왔다. 조 장관은 떠났다.", "조 장관",
     ("조태열", "KOR", "foreign minister")),
    ("ko", "2024-11-16", "KOR", "회담이 끝났다. 미국 국무장관은 떠났다.", "미국 국무장관",
     ("토니 블링컨", "USA", "foreign minister")),
    ("ko", "2024-11-16", "KOR",
     "필리핀의 후안 카를로스 산토스 외교차관이 왔다. 산토스 차관은 떠났다.", "산토스 차관",
     ("후안 카를로스 산토스", "PHL", "vice minister")),
    ("en", "2023-06-22", "USA", "Secretary Blinken left. The Chinese foreign minister stayed.",
     "Secretary Blinken", ("Blinken", "USA", "foreign minister")),
    ("en", "2024-11-16", None, "Former President Trump spoke.", "Former President Trump",
     ("Trump", "USA", "former president")),
    ("ja", "2024-11-16", "JPN", "岩屋毅外相が来た。岩屋氏は去った。", "岩屋氏",
     ("岩屋毅", "JPN", "foreign minister")),
    ("zh", "2024-11-16", "CHN", "美国国务卿布林肯来访。布林肯说，愿意合作。", "布林肯",
     ("布林肯", "USA", "foreign minister")),
    ("ru", "2024-11-16", "RUS", "Сергей Лавров прибыл. Лаврова встретили.", "Лаврова",
     ("Сергей Лавров", "RUS", "foreign minister")),
]  # fmt: skip


@pytest.mark.parametrize(("language", "day", "country", "text", "words", "who"), CASES)
def test_a_person_named_in_short_is_known_from_the_document(
    language, day, country, text, words, who
):
    found = people_of(text, language, day, country)[words]
    name, state, office = who
    assert (found.country, found.office) == (state, office)
    assert found.name == name or words == "미국 국무장관"
    assert not found.candidates


def test_the_president_in_the_white_houses_texts_is_the_sitting_one():
    found = people_of("The President thanked him.", "en", "2023-06-22", "USA", "The White House")
    assert found["President"].actor == "Q6279"


def test_a_ministry_without_a_country_is_the_publishers():
    assert (
        people_of("외교부는 우려를 표했다.", "ko", "2024-11-16", "KOR")["외교부"].country == "KOR"
    )


def test_a_government_called_by_its_leader_is_no_person():
    found = people_of("바이든 행정부는 제재를 발표했다.", "ko", "2024-06-01", "KOR")
    assert (found["바이든 행정부"].kind, found["바이든 행정부"].country) == ("body", "USA")
