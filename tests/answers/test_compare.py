"""Readouts side by side: what each side said, said differently, and left out."""

import json

import pytest
from accounts import account, keep, readout, report

from dragoman.answers.compare import compare_readouts, find_event
from dragoman.answers.layout import as_html, as_markdown
from dragoman.cli.demonstration import read_sample
from dragoman.errors import QuestionError
from dragoman.record.store import Store

KOREAN = (
    "조 장관은 11월 14일 이와야 대신과 회담하였다. 양 장관은 러북 군사협력에 우려를 표명하였다. "
    "양 장관은 공급망 협력을 강화하기로 하였다."
)
JAPANESE = (
    "岩屋大臣は11月14日、趙長官と会談しました。両大臣は、露朝軍事協力を強く非難しました。"
    "岩屋大臣は、拉致問題への支持を求めました。"
)
ENGLISH = (
    "Secretary Blinken met Foreign Minister Cho on November 14. They condemned military cooperation "
    "between Russia and the DPRK. They discussed the plastics treaty."
)


def states(comparison):
    """topic -> side -> state"""
    return {row.topic: {c.side: c.state for c in row.cells} for row in comparison.rows}


def meeting_of(store):
    return next(e.id for e in store.events() if e.kind == "meeting")


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    path = tmp_path_factory.mktemp("demo") / "demo.db"
    read_sample(path)
    with Store(path) as store:
        yield store


@pytest.fixture
def pair(tmp_path):
    with keep(
        tmp_path / "pair.db",
        readout("ko", KOREAN, publisher="KOR", language="ko"),
        readout("ja", JAPANESE, publisher="JPN", language="ja"),
    ) as store:
        yield store


def test_japans_account_of_lima_has_the_abductions_and_koreas_leaves_them_out(demo):
    event = find_event(demo, between=("KOR", "JPN"), on="2024-11-14")
    row = next(r for r in compare_readouts(demo, event.id).rows if r.topic == "Abductions issue")
    cells = {c.side: c for c in row.cells}
    assert cells["JPN"].state == "said"
    assert "拉致問題" in cells["JPN"].evidence[0].quote
    assert cells["KOR"].state == "left out"
    assert cells["KOR"].evidence == ()


def test_koreas_account_has_the_plastics_conference_and_washingtons_leaves_it_out(demo):
    event = find_event(demo, between=("KOR", "USA"), on="2024-11-14")
    found = states(compare_readouts(demo, event.id))
    assert found["Plastics treaty"] == {"KOR": "said", "USA": "left out"}


def test_both_sides_concern_about_troops_in_russia_stands_in_one_row(demo):
    event = find_event(demo, between=("KOR", "JPN"), on="2024-11-14")
    rows = compare_readouts(demo, event.id, language="ko").rows
    row = next(r for r in rows if r.topic == "러북 군사협력" and r.kind == "position")
    assert {c.side: c.state for c in row.cells} == {"KOR": "said", "JPN": "said"}


def test_every_quote_stands_at_its_place_in_the_document_that_its_address_names(demo):
    event = find_event(demo, between=("KOR", "JPN"), on="2024-11-14")
    texts = {d.url: d.text for d in demo.documents()}
    quotes = [e for r in compare_readouts(demo, event.id).rows for c in r.cells for e in c.evidence]
    assert quotes
    assert all(texts[e.url][e.start : e.end] == e.quote for e in quotes)


def test_condemnation_against_concern_is_named_stronger_and_weaker(pair):
    comparison = compare_readouts(pair, meeting_of(pair))
    row = next(r for r in comparison.rows if "military" in r.topic)
    cells = {c.side: c for c in row.cells}
    assert {c.state for c in row.cells} == {"differently"}
    assert cells["JPN"].difference == "stronger: condemnation"
    assert cells["KOR"].difference == "weaker: concern"


def test_labels_and_differences_come_in_the_readers_language(pair):
    comparison = compare_readouts(pair, meeting_of(pair), language="ja")
    assert {"拉致問題", "サプライチェーン"} <= {r.topic for r in comparison.rows}
    assert "より強い：強い非難" in {c.difference for r in comparison.rows for c in r.cells}


def test_a_side_without_a_readout_never_leaves_anything_out(tmp_path):
    press = account(
        "wire", ENGLISH, report("wire", ENGLISH, ENGLISH[:58], parties=("KOR", "USA")),
        publisher="USA", language="en", official=False,
    )  # fmt: skip
    korean = readout("ko", KOREAN, publisher="KOR", language="ko", parties=("KOR", "USA"))
    with keep(tmp_path / "one.db", korean, press) as store:
        comparison = compare_readouts(store, meeting_of(store))
    assert {s.side: len(s.readouts) for s in comparison.sides} == {"KOR": 1, "USA": 0}
    assert comparison.rows
    for row in comparison.rows:
        assert {c.side: c.state for c in row.cells} == {"KOR": "said", "USA": "no readout"}


def test_a_matter_named_only_in_passing_is_not_left_out(tmp_path):
    # The Korean account names the abductions on its agenda, in its first sentence.
    korean = KOREAN.replace("회담하였다", "회담을 갖고 납북자 문제를 논의하였다", 1)
    with keep(
        tmp_path / "named.db",
        readout("ko", korean, publisher="KOR", language="ko"),
        readout("ja", JAPANESE, publisher="JPN", language="ja"),
    ) as store:
        row = next(
            r for r in compare_readouts(store, meeting_of(store)).rows
            if r.topic == "Abductions issue"
        )  # fmt: skip
    cells = {c.side: c for c in row.cells}
    assert cells["KOR"].state == "differently"
    assert cells["KOR"].difference == "named as a topic only"


def test_what_a_readout_tells_of_another_meeting_is_not_compared(tmp_path):
    text = (
        KOREAN
        + " 조 장관은 이어 왕이 부장과 회담하였다. 조 장관은 탈북민 강제북송에 우려를 전달하였다."
    )
    other = report(
        "ko", text, "조 장관은 이어 왕이 부장과 회담하였다.", parties=("CHN", "KOR"), number=1
    )
    first = report("ko", text, text[: text.index(". ") + 1])
    with keep(
        tmp_path / "two.db",
        account("ko", text, first, other, publisher="KOR", language="ko"),
        readout("ja", JAPANESE, publisher="JPN", language="ja"),
    ) as store:
        event = find_event(store, between=("JPN", "KOR"), on="2024-11-14")
        found = states(compare_readouts(store, event.id))
    assert "Supply chains" in found
    assert "North Korean defectors" not in found


def test_press_alone_is_set_side_by_side_without_saying_that_anything_was_left_out(tmp_path):
    with keep(
        tmp_path / "press.db",
        readout("ko", KOREAN, publisher="KOR", language="ko", official=False),
        readout("ja", JAPANESE, publisher="JPN", language="ja", official=False),
    ) as store:
        comparison = compare_readouts(store, meeting_of(store))
    assert all(s.readouts == () for s in comparison.sides)
    told = {c.state for r in comparison.rows for c in r.cells}
    assert "no readout" in told
    assert "left out" not in told


def test_an_event_is_found_by_its_report_and_by_parties_and_day(demo):
    event = find_event(demo, between=("KOR", "JPN"), on="2024-11-14")
    assert find_event(demo, event.reports[0].id).id == event.id
    with pytest.raises(QuestionError, match="no meeting of BRA, NZL"):
        find_event(demo, between=("BRA", "NZL"))
    with pytest.raises(QuestionError, match="name one: event-"):
        find_event(demo, between=("KOR", "JPN"))


def test_markup_in_a_document_stays_text_in_markdown_and_html(tmp_path):
    korean = KOREAN.replace("공급망 협력", "<script>alert(1)</script> | 공급망 협력")
    with keep(
        tmp_path / "hostile.db",
        readout("ko", korean, publisher="KOR", language="ko"),
        readout("ja", JAPANESE, publisher="JPN", language="ja"),
    ) as store:
        comparison = compare_readouts(store, meeting_of(store))
    page, table = as_html(comparison, "ko"), as_markdown(comparison, "ko")
    assert "&lt;script&gt;" in page
    assert "<script>" not in page + table
    assert {line.count(" | ") for line in table.splitlines()[2:]} == {2}


def test_a_comparison_is_one_json_object_of_the_contract(pair):
    made = json.loads(compare_readouts(pair, meeting_of(pair)).model_dump_json())
    assert set(made) == {"event", "sides", "rows"}
    assert set(made["rows"][0]["cells"][0]) == {"side", "state", "evidence", "difference"}
