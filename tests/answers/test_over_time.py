"""Timelines, positions and attention: the record in the order of days."""

import pytest
from accounts import account, keep, report

from dragoman.answers.attention import find_attention, surprise, why
from dragoman.answers.positions import find_positions
from dragoman.answers.timeline import find_timeline
from dragoman.cli.demonstration import read_sample
from dragoman.record.store import Store


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    path = tmp_path_factory.mktemp("demo") / "demo.db"
    read_sample(path)
    with Store(path) as store:
        yield store


def test_a_pairs_meetings_stand_in_the_order_of_their_days(demo):
    found = find_timeline(demo, between=("JPN", "KOR"), kinds=("meeting",))
    days = [m.day for m in found]
    assert days == sorted(days)
    assert {"2024-11-14", "2024-11-16", "2025-01-13"} <= set(days)
    assert all({"JPN", "KOR"} <= set(m.event.parties) for m in found)


def test_an_issues_timeline_joins_languages_and_leaves_other_matters_out(demo):
    found = find_timeline(demo, issue="abductions")
    assert found
    assert all("abductions" in m.issues for m in found)
    assert not any("Ukraine" in m.evidence.quote for m in found)


def test_a_limit_keeps_the_most_recent_events(demo):
    everything = find_timeline(demo, between=("JPN", "KOR"))
    last = find_timeline(demo, between=("JPN", "KOR"), limit=3)
    assert len(last) == 3
    assert min(m.day for m in last) >= sorted(m.day for m in everything)[-4]


WORDS = {
    "2024-06-20": "정부는 러북 군사협력에 우려를 표명하였다.",
    "2024-10-20": "정부는 러북 군사협력에 심각한 우려를 표명하였다.",
    "2024-11-02": "정부는 러북 군사협력을 강력히 규탄하였다.",
    "2025-03-01": "정부는 러북 군사협력에 우려를 표명하였다.",
}


def told(day, text, publisher="KOR", parties=("KOR",), official=True):
    doc = f"{publisher}{day}{official}"
    made = report(
        doc, text, text, kind="statement", parties=parties, to=("RUS",), day=day, type_="ACCUSE"
    )
    return account(
        doc, text, made, publisher=publisher, language="ko", published=day, official=official
    )


def test_a_sides_wording_is_followed_up_and_down_the_scale(tmp_path):
    press = told("2024-10-20", "정부는 러북 군사협력을 규탄했다고 신문이 전했다.", official=False)
    american = told("2024-12-01", "미국은 러북 군사협력을 규탄하였다.", "USA", ("USA",))
    with keep(tmp_path / "w.db", *(told(d, t) for d, t in WORDS.items()), press, american) as store:
        found = find_positions(store, "KOR", "rus-prk-military")
    assert [(s.day, s.change) for s in found] == [
        ("2024-06-20", "first"), ("2024-10-20", "stronger"), ("2024-11-02", "stronger"),
        ("2025-03-01", "weaker"),
    ]  # fmt: skip
    assert found[2].as_json("ko")["named"] == "규탄"


def test_a_count_as_usual_is_no_surprise_and_a_jump_is():
    usual = [5] * 26
    assert surprise(usual, 5)[1] < 1
    assert surprise(usual, 20)[1] > 4
    assert surprise(usual, 20)[1] > surprise(usual, 12)[1] > surprise(usual, 8)[1]


def test_a_little_known_pair_needs_more_to_surprise_than_a_steady_one():
    assert surprise([1], 5)[1] < surprise([1] * 26, 5)[1]


def busy(path):
    """Korea and Japan meet once a month, then six times in a week; Korea and China as ever."""
    readings = []
    days = [f"2024-{m:02}-10" for m in range(5, 12)] + [f"2024-12-{d:02}" for d in range(10, 16)]
    for day in days:
        text = f"한국과 일본 장관이 {day} 만났다."
        readings.append(
            account(f"j{day}", text, report(f"j{day}", text, text, day=day), publisher="KOR",
                    language="ko", published=day)
        )  # fmt: skip
    for week in range(26):
        month, day = divmod(week * 7, 28)
        when = f"2024-{month + 6:02}-{day + 1:02}"
        text = f"한국과 중국 장관이 {when} 만났다."
        readings.append(
            account(f"c{when}", text, report(f"c{when}", text, text, parties=("CHN", "KOR"),
                    day=when), publisher="KOR", language="ko", published=when)
        )  # fmt: skip
    return keep(path, *readings)


def test_what_is_in_the_news_more_than_its_own_past_is_listed_with_the_events_that_carry_it(
    tmp_path,
):
    with busy(tmp_path / "b.db") as store:
        found = find_attention(store, until="2024-12-16", sorts=("pair",))
        assert [b.key for b in found] == ["JPN+KOR"]
        assert found[0].name("ko") == "일본 – 한국"
        carried = [store.event(id_) for id_ in found[0].events]
        assert all(e.when.start >= "2024-12-10" for e in carried)


def test_why_gives_events_with_sources_or_nothing(tmp_path):
    with busy(tmp_path / "w.db") as store:
        found = why(store, "왜 한국과 일본이 뉴스에 많이 나오나?", until="2024-12-16")
        assert found
        assert all(m.evidence.url for m in found)
        assert why(store, "왜 한국과 중국이 뉴스에 많이 나오나?", until="2024-12-16") is None
        assert why(store, "Why is the weather fine?", until="2024-12-16") is None


def test_one_person_in_two_spellings_is_one_person(demo):
    found = find_attention(demo, until="2024-11-16", sorts=("person",), limit=None)
    called = [b.called for b in found]
    assert len({"조태열", "Cho Tae-yul"} & set(called)) == 1
