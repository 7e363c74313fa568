"""From text to reports: who met whom, when, where; quotes exact; nothing from boilerplate."""

import pytest

from dragoman import library
from dragoman.records import Failure


def reports_of(tmp_path, text, published=None, **more):
    page = tmp_path / "page.txt"
    page.write_text(text, encoding="utf-8")
    (reading,) = library.read([str(page)], published=published, **more)
    assert not isinstance(reading, Failure), reading
    return reading.reports


def test_two_talks_told_in_one_korean_sentence_are_two_meetings(tmp_path):
    reports = reports_of(
        tmp_path,
        "한국 외교장관 연쇄 회담\n\n조태열 외교부 장관은 지난 14일 페루 리마에서 열린 APEC 각료회의에 참석했다. 이 회의에서 조 장관은 "
        "안토니 블링컨 미국 국무장관 및 이와야 다케시 일본 외무대신과 각각 외교장관회담을 가졌다.\n",
        "2024-11-16",
    )
    held = [r for r in reports if r.kind == "meeting" and r.status == "held"]
    assert sorted(r.parties for r in held) == [("JPN", "KOR"), ("KOR", "USA")]
    assert {r.when.start for r in held} == {"2024-11-14"}
    assert {r.level for r in held} == {"ministerial"}


def test_without_a_publication_day_no_date_is_invented(tmp_path):
    reports = reports_of(tmp_path, "조태열 장관은 지난 14일 블링컨 미국 국무장관과 회담했다.\n")
    assert reports
    assert all(r.when is None or r.when.start is None for r in reports)


def test_an_english_readout_gives_the_call(tmp_path):
    reports = reports_of(
        tmp_path,
        "President Joe Biden spoke by phone on Thursday with Prime Minister Kishida Fumio of Japan.\n",
        "2022-01-22",
    )
    (call,) = [r for r in reports if r.kind == "meeting"]
    assert (call.form, call.status, call.parties) == ("call", "held", ("JPN", "USA"))


@pytest.mark.parametrize(
    "text",
    [
        "손흥민이 일본과의 친선 경기에서 두 골을 넣었다.",
        "The Seoul stock market closed higher on Friday as chipmakers gained.",
        "서울시는 내년 예산안을 발표했다.",
    ],
)
def test_a_text_without_diplomacy_yields_nothing(tmp_path, text):
    assert reports_of(tmp_path, text + "\n", "2024-11-16") == ()
