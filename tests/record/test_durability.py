"""Nothing that was reported as stored is lost: not by a kill, not by a re-read."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from record_making import reading, report

from dragoman.record.merge import merge_new
from dragoman.record.store import Store

HERE = Path(__file__).parent
WRITER = """
import sys
sys.path.insert(0, {here!r})
from record_making import reading, report
from dragoman.record.merge import merge_new
from dragoman.record.store import Store
with Store({path!r}) as store:
    for n in range(int(sys.argv[1]), 10_000):
        doc = f"d{{n}}"
        store.keep(reading(doc, report(doc, names=("조태열", "블링컨"), day=f"2024-{{1 + n % 12:02}}-14")))
        print(doc, flush=True)
        merge_new(store)
"""


@pytest.fixture
def store(tmp_path):
    with Store(tmp_path / "record.db") as opened:
        yield opened


@pytest.mark.slow
def test_a_writer_killed_at_any_moment_loses_nothing_that_it_reported_as_stored(tmp_path):
    path = tmp_path / "record.db"
    dice, told, start = random.Random(11), [], 0
    for _ in range(6):
        process = subprocess.Popen(
            [sys.executable, "-c", WRITER.format(here=str(HERE), path=str(path)), str(start)],
            stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        assert process.stdout
        told.append(process.stdout.readline().strip())
        time.sleep(dice.uniform(0.01, 0.3))
        process.send_signal(signal.SIGKILL)
        told += [line.strip() for line in process.stdout.read().splitlines() if line.strip()]
        process.wait()
        process.stdout.close()
        start = 1000 * (len(told) // 1000 + 1) + len(told)
    told = [doc for doc in told if doc]
    assert len(told) > 20
    with Store(path) as store:
        merge_new(store)
        kept = {document.id for document in store.documents()}
        assert set(told) <= kept
        for doc in told:
            assert store.event_of(f"report-{doc}-0")


def test_a_document_that_told_nothing_is_remembered_as_read(store):
    assert store.keep(reading("d"), made_by="rules@1")
    assert not store.keep(reading("d"), made_by="rules@1")
    assert store.keep(reading("d", report("d", names=("조태열", "블링컨"))), made_by="rules@2")
    merge_new(store)
    assert store.count_events() == 1
    assert not store.keep(reading("d"), made_by="rules@1"), "an older reader takes nothing back"
    assert store.count_events() == 1


def test_corrections_outlive_a_newer_reader_whose_reports_have_other_ids(store):
    people = ("조태열", "블링컨")

    def read_all(maker, suffix):
        for doc in ("a", "b"):
            made = report(doc, names=people, form="meeting" if doc == "a" else "call",
                          made_by=maker, id_=f"report-{doc}-{suffix}")  # fmt: skip
            store.keep(reading(doc, made))
        merge_new(store)

    read_all("rules@1", "old")
    assert store.count_events() == 2
    first = store.event_of("report-a-old")
    same = store.add_correction(
        "same", "report-a-old", value="report-b-old", who="김", why="한 통화"
    )
    date = store.add_correction("field", first, field="date", value="2024-11-13", who="김")
    merge_new(store)
    assert store.count_events() == 1
    read_all("rules@2", "new")
    (event,) = store.events()
    assert {r.id for r in event.reports} == {"report-a-new", "report-b-new"}
    assert event.when.start == "2024-11-13"
    assert event.reasons["when"] == "corrected by 김"
    assert store.event(first) == event, "the old address still opens the event"
    assert [row["verb"] for row in store.labelled()] == ["same", "field"]
    store.undo(same.id)
    store.undo(date.id)
    merge_new(store)
    assert store.count_events() == 2
    assert {e.when.start for e in store.events()} == {"2024-11-14"}
    assert all(c.undone for c in store.corrections())
