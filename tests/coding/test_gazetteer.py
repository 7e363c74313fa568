"""What a sentence names, in five languages: states, places, bodies, offices, people."""

import pytest

from dragoman.coding.names.gazetteer import Gazetteer

# language, day, sentence, (kind, text, country) that must be found.
FOUND = [
    ("ko", "2024-11-16", "페루 리마에서 열린 회의", ("place", "페루 리마", "PER")),
    ("ko", "2024-11-16", "모스크바는 비난했다.", ("state", "모스크바", "RUS")),
    ("ko", "2024-11-16", "서울에서 열린 회담", ("place", "서울", "KOR")),
    ("ko", "2024-11-16", "백악관에서 만났다.", ("place", "백악관", "USA")),
    ("ko", "2024-11-16", "왕이 중국 공산당 중앙정치국 위원 겸 외교부장이",
     ("person", "왕이 중국 공산당 중앙정치국 위원 겸 외교부장", "CHN")),
    ("ko", "2024-11-16", "황시롄 주필리핀 중국대사를 불러",
     ("person", "황시롄 주필리핀 중국대사", "CHN")),
    ("ko", "2024-11-16", "필리핀의 후안 카를로스 산토스 외교차관이",
     ("person", "필리핀의 후안 카를로스 산토스 외교차관", "PHL")),
    ("en", "2024-11-16", "They met in Davos, Switzerland.", ("place", "Davos, Switzerland", "CHE")),
    ("en", "2024-11-16", "Beijing said no.", ("state", "Beijing", "CHN")),
    ("en", "2024-11-16", "The talks took place in Moscow.", ("place", "Moscow", "RUS")),
    ("en", "2024-11-16", "Mexico's foreign minister, Juan Ramón de la Fuente, met him.",
     ("person", "Mexico's foreign minister, Juan Ramón de la Fuente", "MEX")),
    ("ja", "2024-11-16", "ペルーのリマで会談した。", ("place", "ペルーのリマ", "PER")),
    ("ja", "2024-11-16", "バイデン米大統領は演説した。", ("person", "バイデン米大統領", "USA")),
    ("zh", "2024-11-16", "王毅在北京会见外宾。", ("place", "北京", "CHN")),
    ("zh", "2024-11-16", "乌总统泽连斯基表示", ("person", "乌总统泽连斯基", "UKR")),
    ("ru", "2024-11-16", "Переговоры прошли в Москве.", ("place", "Москве", "RUS")),
    ("ru", "2024-11-16", "Москва готова.", ("state", "Москва", "RUS")),
    ("ru", "2025-01-01", "встреча с премьер-министром Индии Нарендрой Моди",
     ("person", "премьер-министром Индии Нарендрой Моди", "IND")),
]  # fmt: skip

COMPOUNDS = [
    ("ko", "한미일 외교장관은", ("KOR", "USA", "JPN")),
    ("ko", "러북 군사협력에", ("RUS", "PRK")),
    ("ja", "日米韓首脳会談", ("JPN", "USA", "KOR")),
    ("zh", "中俄关系稳固", ("CHN", "RUS")),
    ("en", "U.S.-ROK-Japan cooperation", ("USA", "KOR", "JPN")),
    ("ru", "российско-китайские отношения", ("RUS", "CHN")),
]

NO_STATE = [
    ("ko", "인도적 지원을 논의했다.", "IND"),
    ("ko", "모든 수단을 동원했다.", "SDN"),
    ("ko", "진정한 평화란 이런 것이다.", "IRN"),
    ("ko", "수출규제에 대한 우려를 나타냈다.", "KOR"),
    ("en", "Georgia Governor Brian Kemp spoke.", "GEO"),
    ("en", "A trip on May 9 was postponed.", "GBR"),
    ("en", "Nigeria protested.", "NER"),
    ("zh", "停止对台军售", "TWN"),
]


@pytest.fixture(scope="module")
def gazetteer():
    return Gazetteer.load(None)


@pytest.mark.parametrize(("language", "day", "text", "wanted"), FOUND)
def test_a_sentence_names_what_its_writer_meant(gazetteer, language, day, text, wanted):
    found = gazetteer.find(text, language, day)
    assert wanted in [(m.kind, m.text, m.country) for m in found]
    assert all(text[m.start : m.end] == m.text for m in found)


@pytest.mark.parametrize(("language", "text", "members"), COMPOUNDS)
def test_a_compound_names_its_states_in_order(gazetteer, language, text, members):
    assert members in [m.members for m in gazetteer.find(text, language, "2024-11-16")]


@pytest.mark.parametrize(("language", "text", "code"), NO_STATE)
def test_words_that_hold_a_states_name_do_not_name_it(gazetteer, language, text, code):
    assert code not in [m.country for m in gazetteer.find(text, language, "2024-11-16")]
