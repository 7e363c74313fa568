"""One event, many tellings: what belongs together is joined, what does not stays apart."""

import pytest
from record_making import reading, report

from dragoman.errors import NotInRecord
from dragoman.record.merge import merge_new
from dragoman.record.store import EventFilter, Store


@pytest.fixture
def store(tmp_path):
    with Store(tmp_path / "record.db") as opened:
        yield opened


def merged(store, *readings):
    for one in readings:
        store.keep(one)
    merge_new(store)
    return [sorted(r.id.split("-")[1] for r in e.reports) for e in store.events()]


KO = ("조태열", "이와야 다케시")
LIMA = {"city": "Lima", "country": "PER"}


def test_tokyos_fifteenth_is_limas_fourteenth_and_the_talks_with_washington_stay_apart(store):
    groups = merged(
        store,
        reading("ko", report("ko", names=KO, **LIMA), official=True),
        reading("ja", report("ja", names=("岩屋毅", "趙兌烈"), day="2024-11-15", **LIMA),
                publisher="JPN", language="ja", official=True),
        reading("en", report("en", names=("Iwaya Takeshi", "Cho Tae-yul"), **LIMA),
                publisher="USA", language="en"),
        reading("us", report("us", names=("Antony Blinken", "Cho Tae-yul"), **LIMA),
                publisher="USA", language="en", official=True),
        reading("ku", report("ku", names=("조태열", "블링컨"), **LIMA)),
    )  # fmt: skip
    assert sorted(groups) == [["en", "ja", "ko"], ["ku", "us"]]
    (japan,) = store.events(EventFilter(between=("KOR", "JPN")))
    assert japan.when.start == "2024-11-14"
    assert "local day in PER" in japan.reasons["when"]
    assert [d["field"] for d in japan.disagreements] == ["when"]
    assert len(japan.participants) == 2


@pytest.mark.parametrize(
    ("other", "why"),
    [
        ({"names": ("김용현", "오스틴")}, "other people"),
        ({"names": ("조태열", "블링컨"), "form": "call"}, "call"),
        ({"names": ("조태열", "블링컨"), "day": "2023-11-14"}, None),
        ({"names": ("조태열", "블링컨"), "city": "Seoul", "country": "KOR"}, "one in"),
        ({"names": ("윤석열", "바이든"), "level": "summit"}, "other people"),
        ({"names": ("조태열", "블링컨", "이와야 다케시"), "form": "multilateral"}, "parties"),
    ],
)
def test_neighbours_stay_apart_and_say_why(store, other, why):
    groups = merged(
        store,
        reading("a", report("a", names=("조태열", "블링컨"), **LIMA)),
        reading("b", report("b", **{**LIMA, **other})),
    )
    assert len(groups) == 2
    if why:
        assert all(why in link.reason for link in store.links("report-a-0"))


def test_a_preview_and_the_meeting_that_was_held_are_one_event_whose_status_moved(store):
    preview = reading(
        "p", report("p", names=KO, status="planned", type_="AGREE", **LIMA), published="2024-11-12"
    )
    assert merged(store, preview) == [["p"]]
    (planned,) = store.events()
    assert planned.status == "planned"
    held = reading("h", report("h", names=KO, **LIMA))
    assert merged(store, held) == [["h", "p"]]
    (event,) = store.events()
    assert event.status == "held"
    assert event.reasons["status"] == "moved: planned (2024-11-12), then held (2024-11-15)"
    assert event.codes[0].type == "CONSULT"
    assert store.event(planned.id) == event


def test_a_plan_that_nobody_reports_as_held_stays_planned_and_lapses(store):
    merged(store, reading("p", report("p", names=KO, status="planned", day="2024-11-20")))
    (event,) = store.events()
    assert event.status == "planned"
    assert "no report says" in event.reasons["lapsed"]
    assert [e.id for e in store.events(EventFilter(status="lapsed"))] == [event.id]


def test_a_day_that_the_text_calls_the_venues_own_is_moved_by_no_clock(store):
    # Thursday's talks as Seoul tells them, and those of Wednesday: two days in Washington.
    local = report("a", parties=("KOR", "USA"), day="2024-10-31")
    local = local.model_copy(
        update={"when": local.when.model_copy(update={"text": "31일(현지시간)"})}
    )
    earlier = report(
        "b", names=("김용현", "오스틴"), day="2024-10-30", city="Washington", country="USA"
    )
    groups = merged(
        store,
        reading("a", local, published="2024-11-01"),
        reading("b", earlier, publisher="USA", language="en", published="2024-10-30"),
    )
    assert len(groups) == 2


def test_ministers_of_two_kinds_together_are_not_the_foreign_ministers_alone(store):
    both = ("조태열", "김용현", "블링컨", "오스틴")
    groups = merged(
        store,
        reading("four", report("four", names=both), published="2024-11-15"),
        reading("word", report("word", parties=("KOR", "USA"), quote="양국은 2+2 회의도 열었다"),
                published="2024-11-15"),
        reading("two", report("two", names=("조태열", "블링컨")), published="2024-11-15"),
    )  # fmt: skip
    assert sorted(groups) == [["four", "word"], ["two"]]


def test_a_trip_and_the_talks_held_on_it_are_two_events_that_know_of_each_other(store):
    trip = report("t", names=("이시바 시게루",), parties=("KOR",), form="visit", level="summit",
                  day="2024-11-14", end="2024-11-16", country="KOR")  # fmt: skip
    talks = report("m", names=("이시바 시게루", "윤석열"), level="summit", day="2024-11-15",
                   city="Seoul", country="KOR")  # fmt: skip
    assert len(merged(store, reading("t", trip), reading("m", talks))) == 2
    first, second = store.events()
    assert first.related == (second.id,)
    assert second.related == (first.id,)


def test_a_report_without_a_day_joins_only_where_one_event_alone_fits(store):
    people = ("조태열", "블링컨")
    year_before = reading("b", report("b", names=people, day="2023-11-14", city="San Francisco",
                                      country="USA", occasion="APEC"), published="2023-11-15")  # fmt: skip
    this_year = reading("c", report("c", names=people, occasion="APEC 각료회의", **LIMA))
    undated = reading("u", report("u", names=people, day=None, occasion="APEC"), published=None)
    groups = merged(store, year_before, this_year, undated)
    assert sorted(groups) == [["b"], ["c"], ["u"]]
    in_lima = reading("v", report("v", names=people, day=None, occasion="APEC", **LIMA),
                      published=None)  # fmt: skip
    assert ["c", "v"] in merged(store, in_lima)


def test_copies_of_one_wire_story_count_as_one_telling(store):
    story = (
        "조태열 외교부 장관은 14일 페루 리마에서 이와야 다케시 일본 외무대신과 회담하고 북한의 "
        "러시아 파병에 깊은 우려를 표명했다. 두 장관은 수시로 소통하기로 했다."
    )
    copies = [
        reading(f"c{n}", report(f"c{n}", names=KO, level="other", quote=story),
                text=f"{story} {'끝' * n}")
        for n in range(3)
    ]  # fmt: skip
    own = reading("o", report("o", names=KO, quote="두 나라 외교장관이 리마에서 만났다."))
    merged(store, own, *copies)
    (event,) = store.events()
    assert sorted(r.copies for r in event.reports) == [1, 1, 1, 3]
    assert len(store.tellings(event.id, copies=False)) == 2
    assert len(store.tellings(event.id)) == 4


def test_official_readouts_of_the_parties_outweigh_the_press_and_the_rest_stays_visible(store):
    merged(
        store,
        reading("k", report("k", names=KO, level="ministerial", **LIMA), official=True),
        *(
            reading(f"w{n}", report(f"w{n}", names=KO, level="working", **LIMA))
            for n in range(3)
        ),
    )  # fmt: skip
    (event,) = store.events()
    assert event.level == "ministerial"
    assert event.reasons["level"] == "readout of KOR"
    (levels,) = event.disagreements
    assert [len(v["reports"]) for v in levels["values"]] == [1, 3]


def test_an_unknown_event_is_named(store):
    with pytest.raises(NotInRecord, match="event-x"):
        store.event("event-x")
