"""What ministries' own pages have that wires have not: formal past, full titles, two clocks."""

import pytest

from dragoman.coding.pipeline import Coder
from dragoman.records import Document
from dragoman.settings import Settings


@pytest.fixture(scope="module")
def coder():
    return Coder(Settings(use_model=False))


def meetings(coder, language, text, published, country, title=None):
    document = Document(
        id="d", language=language, title=title, text=text, published=published,
        publisher_country=country, official=True,
    )  # fmt: skip
    reading = coder.code(document)
    found = [r for r in reading.reports if r.kind == "meeting"]
    told = [
        (r.form, r.status, r.when and r.when.start[:10], [p.name or p.country for p in r.participants])
        for r in found
    ]  # fmt: skip
    return told, reading.document.headline_supported


def test_the_formal_past_of_korean_ministries_is_no_plan(coder):
    text = (
        "박진 외교부장관은 쩐 반 남 베트남 외교부장관의 초청으로 3.6.(월)-7.(화)간 베트남을 공식방문하여, "
        "3.7.(화) 한-베트남 외교장관회담을 갖고 양국 관계 발전 방안에 대해 논의하였습니다."
    )
    told, _ = meetings(coder, "ko", text, "2023-03-10", "KOR")
    assert {status for _, status, _, _ in told} == {"held"}
    assert ("meeting", "2023-03-07") in [(form, day) for form, _, day, _ in told]


def test_a_title_that_no_table_knows_does_not_hide_who_was_met(coder):
    text = "조현 외교부 장관은 23일(현지시간) 응우옌 반 하이 베트남 신임 외교장관 대행(내정자)과 회담을 개최하고 한반도 문제를 논의했다."
    told, _ = meetings(coder, "ko", text, "2025-09-25", "KOR")
    assert [(form, status, day) for form, status, day, _ in told] == [
        ("meeting", "held", "2025-09-23")
    ]
    assert told[0][3][0] == "조현"


def test_an_earlier_summit_whose_follow_up_is_spoken_of_is_recalled_without_the_speaker(coder):
    text = "조현 외교부 장관은 “지난 8월 국빈 방한 계기로 개최된 한-베트남 정상회담의 후속조치가 이행되기를 기대한다”고 말했다."
    told, _ = meetings(coder, "ko", text, "2025-09-25", "KOR")
    assert [(status, people) for _, status, _, people in told] == [("background", ["KOR", "VNM"])]


def test_a_japanese_release_with_latin_names_commas_and_two_clocks(coder):
    text = (
        "6月3日,現地時間午後2時10分(日本時間4日午前2時10分)から約30分間,会合出席のためブエノスアイレスを訪問中の河野太郎"
        "外務大臣は,ボリス・ジョンソン英外務・英連邦大臣(The Rt. Hon. Boris Johnson MP, Secretary of State for Foreign "
        "and Commonwealth Affairs of the United Kingdom)と日英外相会談を行いました。"
    )
    told, supported = meetings(coder, "ja", text, "2018-06-04", "JPN", title="日英外相会談")
    assert told == [("meeting", "held", "2018-06-03", ["河野太郎", "ボリス・ジョンソン"])]
    assert supported is True


def test_chinese_with_latin_commas_is_read_as_with_its_own(coder):
    text = "韓國外交部12月12日稱,韓國外長朴振12日下午同中國外長王毅進行視像會晤,雙方就半島局勢交換意見。"
    told, _ = meetings(coder, "zh", text, "2022-12-12", "KOR")
    assert [(status, people) for _, status, _, people in told] == [("held", ["朴振", "王毅"])]


def test_what_a_chinese_minister_is_to_do_is_a_plan(coder):
    text = "访问期间，王毅外长将会见南非总统拉马福萨。"
    told, _ = meetings(coder, "zh", text, "2019-10-16", "CHN")
    assert [(status, people) for _, status, _, people in told] == [
        ("planned", ["王毅", "拉马福萨"])
    ]


def test_who_announces_a_meeting_is_no_party_of_it(coder):
    text = (
        "이재웅 외교부 대변인은 정례 브리핑에서 ‘제2차 한-몽골 외교장관 회담’ 개최 계획을 발표했다."
    )
    told, _ = meetings(coder, "ko", text, "2024-05-28", "KOR")
    assert [(status, people) for _, status, _, people in told] == [("planned", ["KOR", "MNG"])]
