"""dragoman.read takes several documents at a time and gives their results in order."""

import itertools
import threading

import pytest

import dragoman
from dragoman.library import abreast
from dragoman.records import Failure
from dragoman.settings import Settings

STORIES = [
    "The foreign ministers of Japan and Canada met in Ottawa on March {day}, 2024.",
    "외교부는 조태열 장관이 2024년 3월 {day}일 도쿄에서 일본 외무대신과 회담했다고 밝혔다.",
]


def write_stories(folder, count):
    for number in range(count):
        story = STORIES[number % 2].format(day=number % 28 + 1)
        (folder / f"{number:02}.txt").write_text(f"{story}\n\n{story}\n", encoding="utf-8")


@pytest.mark.parametrize("model", [True, False])
def test_several_at_a_time_tell_what_one_at_a_time_tells(tmp_path, model):
    write_stories(tmp_path, 12)
    (tmp_path / "05.txt").write_bytes(b"\x00\x01\x02" * 50)

    def told(threads):
        settings = Settings(threads=threads, use_model=model)
        results = list(dragoman.read(tmp_path, settings=settings, published="2024-04-01"))
        return [
            (result.source, result.fault)
            if isinstance(result, Failure)
            else (result.document.url, [report.model_dump_json() for report in result.reports])
            for result in results
        ]

    alone = told(1)
    assert told(3) == alone
    assert len(alone) == 12
    assert [place for place, one in enumerate(alone) if isinstance(one[1], str)] == [5]


def test_items_are_worked_on_side_by_side_and_come_out_in_order():
    both = threading.Barrier(2, timeout=10)

    def wait_for_another(number):
        both.wait()
        return number

    assert list(abreast(wait_for_another, range(8), 2)) == list(range(8))


def test_an_endless_source_is_not_read_far_ahead():
    taken = itertools.count()
    results = abreast(lambda number: number, taken, 2)
    assert [next(results) for _ in range(5)] == [0, 1, 2, 3, 4]
    results.close()
    assert next(taken) <= 9


def test_a_fault_in_the_source_reaches_the_caller():
    def source():
        yield 1
        yield 2
        raise OSError("the disk is gone")

    results = abreast(lambda number: number * 10, source(), 2)
    with pytest.raises(OSError, match="the disk is gone"):
        list(results)
