"""The record keeps what was read, finds it again, and loses nothing."""

import pytest

from dragoman.errors import NotInRecord, RecordError
from dragoman.record.store import Filter, Store
from dragoman.records import (
    Code,
    Document,
    Evidence,
    Failure,
    Participant,
    Passage,
    Reading,
    Report,
    When,
)

TEXT = "조태열 외교부 장관은 14일 페루 리마에서 블링컨 미국 국무장관과 회담했다."


def reading(made_by="rules@1", text=TEXT, id_="doc-1") -> Reading:
    document = Document(
        id=id_, language="ko", title="한미 외교장관 회담", published="2024-11-15", text=text,
        passages=(Passage(role="paragraph", start=0, end=len(text)),),
    )  # fmt: skip

    def party(country, name):
        start = text.index(name)
        return Participant(
            role="party", name=name, actor=None, country=country, office="foreign minister",
            evidence=Evidence.at(text, start, start + len(name)),
        )  # fmt: skip

    report = Report(
        id=f"report-{id_}", kind="meeting", form="meeting", level="ministerial", status="held",
        when=When(start="2024-11-14", end="2024-11-14", precision="day", text="14일"), where=None,
        participants=(party("KOR", "조태열"), party("USA", "블링컨")),
        codes=(Code(type="CONSULT", source=("KOR", "USA"), target=("KOR", "USA")),),
        evidence=(Evidence.at(text, 0, len(text)),), confidence=0.9, made_by=made_by,
    )  # fmt: skip
    return Reading(document=document, reports=(report,))


@pytest.fixture
def store(tmp_path):
    with Store(tmp_path / "record.db") as opened:
        yield opened


def test_what_is_kept_comes_back_equal_with_its_passages(store):
    kept = reading()
    assert store.keep(kept)
    report, document = store.report("report-doc-1")
    assert report == kept.reports[0]
    assert document == kept.document


def test_reading_again_with_the_same_reader_adds_nothing(store):
    assert store.keep(reading())
    assert not store.keep(reading())
    assert len(list(store.reports())) == 1


def test_a_newer_reader_supersedes_and_the_old_report_stays(store):
    store.keep(reading("rules@1"))
    assert store.keep(reading("rules@2"))
    assert [report.made_by for report, _ in store.reports()] == ["rules@2"]


@pytest.mark.parametrize("query", ["회담", "리마", "블링컨 국무장관", "외교"])
def test_full_text_finds_short_korean_words_inside_longer_ones(store, query):
    store.keep(reading())
    assert [found for found, _ in store.search(query)] == ["doc-1"]
    assert store.search("납치") == []


def test_filters_narrow_by_parties_day_and_type(store):
    store.keep(reading())
    assert list(store.reports(Filter(between=("KOR", "USA"), since="2024-11-01", type="CONSULT")))
    assert not list(store.reports(Filter(between=("KOR", "JPN"))))
    assert not list(store.reports(Filter(until="2024-11-13")))
    assert not list(store.reports(Filter(kinds=("pledge",))))


def test_a_failure_is_a_row_and_told_once(store):
    failure = Failure(source="a.html", stage="reading", fault="empty", at="2026-01-01T00:00:00Z")
    store.fail(failure)
    store.fail(failure)
    assert [row.fault for row in store.failures()] == ["empty"]


def test_an_unknown_id_and_a_file_that_is_no_record_are_named(store, tmp_path):
    with pytest.raises(NotInRecord, match="report-x"):
        store.report("report-x")
    (tmp_path / "page.html").write_text("<html>" * 500)
    with pytest.raises(RecordError, match=r"page\.html"):
        Store(tmp_path / "page.html")


def test_two_processes_can_read_while_one_writes(store):
    store.keep(reading())
    with Store(store.path) as other:
        store.keep(reading(text=TEXT + " 양 장관은 협력하기로 했다.", id_="doc-2"))
        assert len(list(other.documents())) == 2
