"""Dates are resolved against the publication time, and none is invented without it."""

import datetime as dt

import pytest

from dragoman.languages.dates import find_dates

SATURDAY = dt.date(2024, 11, 16)


@pytest.mark.parametrize(
    ("language", "text", "start", "end"),
    [
        ("ko", "조 장관은 지난 14일 페루 리마에서 회담했다.", "2024-11-14", "2024-11-14"),
        ("ko", "한미일 정상회의가 오는 18일 열릴 예정이다.", "2024-11-18", "2024-11-18"),
        ("ko", "양 장관은 15일(현지시간) 만났다.", "2024-11-15", "2024-11-15"),
        ("ko", "지난달 30일 통화했다.", "2024-10-30", "2024-10-30"),
        ("ko", "다음달 1일 방한한다.", "2024-12-01", "2024-12-01"),
        ("ko", "11일부터 13일까지 협의를 가졌다.", "2024-11-11", "2024-11-13"),
        ("ko", "2018년 6월 12일 싱가포르에서 만났다.", "2018-06-12", "2018-06-12"),
        ("en", "They met on Thursday in Lima.", "2024-11-14", "2024-11-14"),
        ("en", "They met on Nov. 14 in Lima.", "2024-11-14", "2024-11-14"),
        ("en", "The leaders will meet on December 3.", "2024-12-03", "2024-12-03"),
        ("en", "The accord was signed on 12 June 2018.", "2018-06-12", "2018-06-12"),
        ("en", "The two spoke last month.", "2024-10-01", "2024-10-31"),
        ("ja", "岩屋外相は14日、リマで会談した。", "2024-11-14", "2024-11-14"),
        ("ja", "令和6年11月14日に会談した。", "2024-11-14", "2024-11-14"),
        ("zh", "双方于11月14日在利马会晤。", "2024-11-14", "2024-11-14"),
        ("ru", "Переговоры прошли 14 ноября 2024 года.", "2024-11-14", "2024-11-14"),
        ("ru", "Встреча состоялась в четверг.", "2024-11-14", "2024-11-14"),
        ("ru", "С 11 по 13 ноября прошли консультации.", "2024-11-11", "2024-11-13"),
    ],
)
def test_a_date_is_read_against_the_day_of_publication(language, text, start, end):
    (first, *_) = find_dates(text, language, SATURDAY)
    assert (first.when.start, first.when.end) == (start, end)
    assert text[first.start : first.end] == first.when.text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ko", "지난 14일 회담했다."),
        ("en", "They met on Thursday."),
        ("ja", "14日、会談した。"),
        ("ru", "Встреча прошла в четверг."),
    ],
)
def test_without_a_publication_day_nothing_is_invented(language, text):
    for found in find_dates(text, language, None):
        assert (found.when.start, found.when.precision) == (None, "unknown")


def test_the_turn_of_the_year_is_minded():
    (found,) = find_dates("지난 28일 회담했다.", "ko", dt.date(2025, 1, 3))
    assert found.when.start == "2024-12-28"


def test_may_the_verb_is_no_month():
    assert not find_dates("They may meet again.", "en", SATURDAY)
