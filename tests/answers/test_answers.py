"""An answer holds nothing that its evidence does not; what the record does not say is refused."""

import re

import pytest

from dragoman.answers.ask import ask
from dragoman.answers.naming import names
from dragoman.answers.phrasing import name_place
from dragoman.answers.question import Named, parse_question
from dragoman.answers.sentences import fold
from dragoman.cli.demonstration import read_sample
from dragoman.coding.pipeline import Coder
from dragoman.reading import read_document
from dragoman.record.merge import merge_new
from dragoman.record.store import Store
from dragoman.records import Where
from dragoman.sources import Fetched
from dragoman.sources.fetched import Hints

QUESTIONS = (
    ("ko", "조태열 장관과 이와야 다케시 장관의 회담에서 어떤 내용이 논의되었나요?"),
    ("ko", "조태열 장관과 이와야 다케시 장관은 언제 어디에서 만났나요?"),
    ("ko", "윤석열 대통령과 시진핑 주석은 리마에서 무엇에 합의했나요?"),
    ("ko", "한국 정부는 북한의 대륙간탄도미사일 발사를 규탄하며 무엇을 촉구했나요?"),
    ("en", "When did Blinken meet Cho Tae-yul in Lima?"),
    ("en", "Who did Biden meet in Berlin in October 2024?"),
    ("en", "What did Biden and Sheinbaum discuss in Rio de Janeiro?"),
    ("en", "What did Biden and Zelenskyy discuss in their call in October 2024?"),
    ("en", "Where did Jake Sullivan meet Shin Wonsik in October 2024?"),
    ("ja", "石破首相と尹大統領はリマの首脳会談で何を確認しましたか。"),
    ("ja", "岩屋外相と趙兌烈長官はいつ会談しましたか。"),
)


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    db = tmp_path_factory.mktemp("ask") / "demo.db"
    read_sample(db)
    with Store(db) as opened:
        yield opened


def test_numbers_and_names_of_every_sentence_occur_in_its_quotes(store):
    numbers = people = 0
    for language, question in QUESTIONS:
        answer = ask(store, question, language=language)
        assert not answer.refused, question
        for sentence in answer.sentences:
            quotes = fold(" ".join(e.quote for e in sentence.evidence))
            # A day in words and in ISO is resolved from the document's date: the one exception.
            text = re.sub(r"\d{4}-\d{2}-\d{2}", " ", sentence.text)
            text = re.sub(r"\d{4}年\d+月\d+日|\d{4}년 \d+월 \d+일|\d+ [A-Z][a-z]+ \d{4}", " ", text)
            for number in re.findall(r"\d+", text):
                assert number in quotes, (question, number)
                numbers += 1
            for name in re.findall(r"([^、,:：(（。]+) ?[(（]", text.split(":")[0]):
                if fold(name).strip() and "の" not in name and "의 " not in name:
                    assert fold(name).strip() in quotes, (question, name)
                    people += 1
    assert numbers > 5
    assert people > 5


def test_every_quote_of_an_answer_stands_in_its_document(store):
    texts = {}
    for (id_,) in store.reading.execute("SELECT id FROM documents"):
        document = store.document(id_)
        texts[document.url or document.id] = document.text
    for language, question in QUESTIONS:
        for sentence in ask(store, question, language=language).sentences:
            for evidence in sentence.evidence:
                assert texts[evidence.url][evidence.start : evidence.end] == evidence.quote


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("ko", "조태열 장관과 이와야 다케시 장관은 2023년에 어디에서 만났나요?"),
        ("ko", "윤석열 대통령과 김정은 위원장은 언제 회담했나요?"),
        ("en", "How many submarines did Japan pledge to South Korea?"),
        ("en", "Who did Blinken meet in Ramallah?"),
        ("en", "How many troops did North Korea send to Russia?"),
        ("ko", "이시바 총리와 시진핑 주석은 리마에서 무엇에 합의했나요?"),
        ("ja", "岩屋外相はブリンケン長官とリマで何時間会談しましたか。"),
        ("ja", "趙兌烈長官はいつ東京を訪問しましたか。"),
        ("ja", "石破首相は平壌で誰と会談しましたか。"),
    ],
)
def test_what_the_record_does_not_say_is_refused_with_the_nearest_facts(store, language, question):
    answer = ask(store, question, language=language)
    assert answer.refused
    assert answer.answer is None
    assert not answer.sentences


def test_a_place_is_told_once_and_glossed_only_for_who_cannot_read_it():
    seoul = Where(city="Seoul", country="KOR", geonames=1835848, text="서울")
    assert name_place(seoul, "ko") == "서울, 한국"
    assert name_place(seoul, "ja") == "서울 (Seoul), 韓国"
    lima = Where(city="Lima", country="PER", geonames=3936456, text="Lima, Peru")
    assert name_place(lima, "en") == "Lima, Peru"


@pytest.mark.parametrize(
    ("question", "acting"),
    [
        ("What did Britain tell Russia?", "Britain"),
        ("Did Kosovo recognise Serbia?", "Kosovo"),
        ("Where did Lavrov meet Blinken?", "Lavrov"),
    ],
)
def test_behind_the_auxiliary_of_an_english_question_stands_who_acts(question, acting):
    asked = parse_question(question, language="en")
    assert [n.text for n in asked.named if n.subject] == [acting]


def test_a_town_of_several_words_is_a_place_and_no_word_to_look_for():
    asked = parse_question("What did Biden and Sheinbaum discuss in Rio de Janeiro?", language="en")
    assert asked.places == ("Rio de Janeiro",)
    assert asked.words == ()


def test_where_and_how_much_are_read_from_a_question():
    asked = parse_question("기시다 총리는 평양에서 얼마를 약속했나요?", language="ko")
    assert asked.places == ("Pyongyang",)
    assert asked.amount
    assert all(n.country != "PRK" for n in asked.named)


def test_a_short_name_inside_a_longer_word_names_nobody():
    hints = Hints(published="2024-01-10", publisher="외교부", publisher_country="KOR")
    text = "양 장관은 인도태평양 지역에서의 협력과 인도적 지원을 논의하였다."
    document = read_document(Fetched(source="x", hints=hints, text=text))
    assert not names(document, Named("인도", "IND", None))


def test_a_question_in_one_language_is_answered_by_a_sentence_of_another(tmp_path):
    hints = Hints(
        published="2023-08-08", publisher="세계통신", publisher_country="KOR",
        url="https://wire.example.org/1",
    )  # fmt: skip
    text = "필리핀 외교부는 7일 중국대사를 불러 중국 해경선이 물대포를 쏜 데 대해 항의했다."
    document = read_document(Fetched(source="x", url=hints.url, hints=hints, text=text))
    with Store(tmp_path / "r.db") as store:
        store.keep(Coder().code(document))
        merge_new(store)
        told = ask(store, "Who did the Philippines summon over the water cannon?", language="en")
        assert "중국대사" in (told.answer or "")
        asked = "Who did Vietnam summon over the water cannon?"
        assert ask(store, asked, language="en").refused
