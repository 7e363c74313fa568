"""The pledge ledger: a pledge lives across documents."""

import datetime as dt

import pytest
from accounts import account, keep, report
from icalendar import Calendar

from dragoman.answers.calendars import make_calendar
from dragoman.answers.pledges import find_pledges

TODAY = dt.date(2025, 2, 1)
OPENS = "양측은 6월까지 공급망 협의체 사무국을 설치하기로 하였다."
AGAIN = "양측은 공급망 협의체 사무국을 설치하기로 한 것을 재확인하였다."
DONE = "양국 정부는 공급망 협의체 사무국을 설치했다고 밝혔다."
BROKEN = "일본은 공급망 협의체 사무국 설치 합의를 파기했다."
OTHER = "양측은 관광 교류를 늘리기로 하였다."


def pledge(doc, text, published, **told):
    day = told.pop("day", published)
    told = {"parties": ("JPN", "KOR"), "type_": "AGREE", **told}
    made = report(doc, text, text, kind=told.pop("kind", "pledge"), day=day, content=text, **told)
    return account(doc, text, made, publisher="KOR", language="ko", published=published)


@pytest.fixture
def ledger(tmp_path):
    """Builds a record of accounts and gives its pledges."""
    opened = []

    def build(*readings, **filters):
        store = keep(tmp_path / f"{len(opened)}.db", *readings)
        opened.append(store)
        return find_pledges(store, today=filters.pop("today", TODAY), **filters)

    yield build
    for store in opened:
        store.close()


MADE = ("a", OPENS, "2024-11-15")


def test_a_pledge_said_again_months_later_is_one_pledge_reaffirmed(ledger):
    found = ledger(
        pledge(*MADE, due="2025-06-30"), pledge("b", AGAIN, "2025-01-13", status="reaffirmed"),
        pledge("c", OTHER, "2025-01-20"),
    )  # fmt: skip
    steps = {p.content: [s.state for s in p.steps] for p in found}
    assert steps[OPENS] == ["made", "reaffirmed", "due"]
    assert steps[OTHER] == ["made"]
    chain = next(p for p in found if p.content == OPENS)
    assert chain.open
    assert chain.state == "reaffirmed"
    assert [s.day for s in chain.steps] == ["2024-11-15", "2025-01-13", "2025-06-30"]
    assert all(s.evidence.url.startswith("https://example.org/") for s in chain.steps)


def test_a_pledge_that_was_kept_is_fulfilled_by_the_report_that_says_so(ledger):
    (found,) = [
        p for p in ledger(
            pledge(*MADE), pledge("d", DONE, "2025-01-20", kind="action", type_="COOPERATE"),
        ) if p.content == OPENS
    ]  # fmt: skip
    assert found.state == "fulfilled"
    assert not found.open
    assert found.steps[-1].evidence.quote == DONE


def test_a_pledge_given_up_is_broken(ledger):
    (found,) = ledger(
        pledge(*MADE),
        pledge("e", BROKEN, "2025-01-25", kind="action", type_="REJECT", parties=("JPN",)),
    )
    assert found.state == "broken"


def test_silence_after_the_due_day_lapses_and_speaks_of_the_record_alone(ledger):
    before = ledger(pledge(*MADE, due="2025-06-30"), today=dt.date(2025, 7, 2))
    assert [p.state for p in before] == ["due"]
    (after,) = ledger(pledge(*MADE, due="2025-06-30"), today=dt.date(2025, 9, 1))
    assert after.state == "lapsed"
    assert after.steps[-1].evidence is None


def test_the_ledger_answers_who_to_whom_open_and_due_soon(ledger):
    readings = (
        pledge(*MADE, due="2025-03-01"), pledge("c", OTHER, "2025-01-13"),
        pledge("f", "미국은 무기를 지원하기로 하였다.", "2025-01-10", parties=("USA",), to=("UKR",)),
    )  # fmt: skip
    assert [p.content for p in ledger(*readings, due_within=60)] == [OPENS]
    assert ledger(*readings, due_within=10) == []
    assert {p.content for p in ledger(*readings, by="KOR", to="JPN", open_only=True)} == {
        OPENS,
        OTHER,
    }
    assert [p.makers for p in ledger(*readings, by="USA", to="UKR")] == [("USA",)]
    assert ledger(*readings, by="UKR") == []


def test_what_was_denied_is_no_pledge(ledger):
    assert (
        ledger(pledge("n", "정부는 무기를 지원하지 않기로 하였다.", "2025-01-10", status="negated"))
        == []
    )


def test_planned_meetings_and_due_days_stand_in_a_calendar(tmp_path):
    plan = "한일 외교장관회담이 3월 5일 서울에서 열릴 예정이다."
    planned = report("plan", plan, plan, status="planned", day="2025-03-05")
    lapsed = report("old", plan, plan, status="planned", day="2024-12-01")
    with keep(
        tmp_path / "plans.db",
        account("plan", plan, planned, publisher="KOR", language="ko", published="2025-01-30"),
        account("old", plan, lapsed, publisher="KOR", language="ko", published="2024-11-01"),
        pledge(*MADE, due="2025-06-30"),
    ) as store:
        made = make_calendar(store, today=TODAY, language="ko")
    entries = {str(e["UID"]): e for e in Calendar.from_ical(made).walk("VEVENT")}
    days = sorted(e.decoded("DTSTART").isoformat() for e in entries.values())
    assert days == ["2025-03-05", "2025-06-30"]
    meeting = next(e for e in entries.values() if str(e["UID"]).startswith("event-"))
    assert meeting.decoded("DTEND") - meeting.decoded("DTSTART") == dt.timedelta(days=1)
    assert "한국" in str(meeting["SUMMARY"])
    assert "https://example.org/plan" in str(meeting["DESCRIPTION"])


def test_what_two_sides_tell_of_one_meeting_is_one_pledge_in_two_languages(ledger):
    korean = "양 장관은 11월 14일 회담하였다. 양측은 셔틀외교를 이어가기로 하였다."
    japanese = (
        "両大臣は11月14日、会談しました。両大臣は、シャトル外交を継続することで一致しました。"
    )

    def side(doc, text, quote, language, publisher):
        first = text[: text.index(quote)].strip()
        made = report(doc, text, quote, kind="pledge", type_="AGREE", content=quote, number=1)
        return account(
            doc, text, report(doc, text, first), made, publisher=publisher, language=language
        )

    (found,) = ledger(
        side("ko", korean, korean[korean.index("양측") :], "ko", "KOR"),
        side("ja", japanese, japanese[japanese.index("、シャトル") - 3 :], "ja", "JPN"),
    )
    assert {s.publisher_country for s in found.steps} == {"KOR", "JPN"}
    assert {s.state for s in found.steps} == {"made"}


def test_promises_to_different_partners_are_different_promises(ledger):
    words = "미국은 동맹에 대한 굳건한 공약을 재확인하였다."
    found = ledger(
        pledge("k", words, "2024-11-15", parties=("USA",), to=("KOR",)),
        pledge("m", words, "2024-11-18", parties=("USA",), to=("JPN",)),
    )
    assert sorted(p.to for p in found) == [("JPN",), ("KOR",)]
