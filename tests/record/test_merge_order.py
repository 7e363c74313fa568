"""Whatever the order in which documents come, the events are the same; corrections come and go."""

import random
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from record_making import reading, report

from dragoman.record.merge import merge_again, merge_new
from dragoman.record.store import Store

PAIRS = [
    ("조태열", "블링컨"),
    ("조태열", "이와야 다케시"),
    ("趙兌烈", "岩屋毅"),
    ("김용현", "오스틴"),
]


@st.composite
def readings(draw):
    out = []
    for n in range(draw(st.integers(2, 9))):
        doc = f"d{n}"
        made = []
        for number in range(draw(st.integers(0, 3))):
            pair = draw(st.sampled_from(PAIRS))
            kind = draw(st.sampled_from(["meeting", "meeting", "meeting", "statement"]))
            made.append(
                report(
                    doc, number, names=pair if kind == "meeting" else pair[:1],
                    kind=kind, type_="CONSULT" if kind == "meeting" else "ACCUSE",
                    targets=("PRK",) if kind == "statement" else (),
                    form=draw(st.sampled_from(["meeting", "meeting", "call", "visit"])),
                    status=draw(st.sampled_from(["held", "planned"])) if kind == "meeting" else "done",
                    level=draw(st.sampled_from(["ministerial", "other", "summit"])),
                    day=draw(st.sampled_from(["2024-11-14", "2024-11-14", "2024-11-15", None])),
                    occasion=draw(st.sampled_from(["APEC", "G20", None])),
                    country=draw(st.sampled_from(["PER", None])), city="Lima",
                )
            )  # fmt: skip
        out.append(
            reading(
                doc, *made, publisher=draw(st.sampled_from(["KOR", "JPN", "USA", None])),
                published=draw(st.sampled_from(["2024-11-14", "2024-11-15", "2024-11-16"])),
                official=draw(st.booleans()),
            )
        )  # fmt: skip
    return out


def events_of(store):
    return sorted(event.model_dump_json() for event in store.events())


def in_a_record(work):
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "record.db") as store:
        return work(store)


joined = 0


@settings(max_examples=60, deadline=None)
@given(readings(), st.randoms(use_true_random=False))
def _one_by_one_shuffled_and_at_once_agree(some, dice):
    def at_once(store):
        store.keep_all(some)
        merge_new(store)
        return events_of(store), store.count_events()

    def one_by_one(store):
        for one in dice.sample(some, len(some)):
            store.keep(one)
            merge_new(store)
        return events_of(store)

    together, count = in_a_record(at_once)
    assert in_a_record(one_by_one) == together
    global joined
    joined += sum(len(one.reports) for one in some) > count


def test_one_by_one_in_any_order_or_all_at_once_gives_the_same_events():
    _one_by_one_shuffled_and_at_once_agree()
    assert joined > 20, "hardly any example joined reports: the test proves nothing"


@settings(max_examples=30, deadline=None)
@given(readings(), st.integers(0, 10**6))
def _corrections_survive_and_can_be_undone(some, seed):
    def work(store):
        store.keep_all(some)
        merge_new(store)
        before = events_of(store)
        dice = random.Random(seed)
        ids = [r.id for one in some for r in one.reports]
        made = []
        for _ in range(3 if len(ids) > 1 else 0):
            one, other = dice.sample(ids, 2)
            verb = dice.choice(["same", "not the same", "wrong"])
            value = other if "same" in verb else None
            made.append(store.add_correction(verb, one, value=value, who="김"))
        merge_new(store)
        corrected = events_of(store)
        merge_again(store)
        assert events_of(store) == corrected
        for correction in made:
            store.undo(correction.id)
        merge_new(store)
        assert events_of(store) == before
        return corrected != before

    global joined
    joined += in_a_record(work)


def test_corrections_survive_merging_again_and_undoing_them_restores_what_was():
    global joined
    joined = 0
    _corrections_survive_and_can_be_undone()
    assert joined > 5, "hardly any correction changed anything: the test proves nothing"
