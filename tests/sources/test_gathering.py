"""Files, folders, JSONL, mail and standard input become documents; what fails becomes a row."""

import io
import json
import sys

import pytest

from dragoman.records import Failure
from dragoman.settings import Settings
from dragoman.sources import gather

SETTINGS = Settings(max_bytes=10_000)


def texts(results):
    return [r.fault if isinstance(r, Failure) else (r.text or r.data.decode()) for r in results]


def test_a_folder_is_walked_in_order_without_hidden_files_and_circles(tmp_path):
    (tmp_path / "b.txt").write_text("둘")
    (tmp_path / "a.txt").write_text("하나")
    (tmp_path / ".hidden.txt").write_text("숨김")
    inner = tmp_path / "c"
    inner.mkdir()
    (inner / "d.html").write_text("<p>셋</p>")
    (inner / "back").symlink_to(tmp_path)
    assert texts(gather([tmp_path], SETTINGS)) == ["하나", "둘", "<p>셋</p>"]


def test_a_broken_line_of_jsonl_is_a_failure_with_its_number_and_the_others_are_read(tmp_path):
    file = tmp_path / "docs.jsonl"
    rows = ['{"text": "하나", "url": "https://example.org/1"}', "{broken", '["list"]', '{"text": 5}',
            '{"title": "없음"}', "", '{"text": "둘"}', '{"text": "' + "x" * 20_000 + '"}']  # fmt: skip
    file.write_text("\n".join(rows))
    results = list(gather([file], SETTINGS))
    failures = [r for r in results if isinstance(r, Failure)]
    assert [f.line for f in failures] == [2, 3, 4, 5, 8]
    assert "not JSON" in failures[0].fault
    good = [r for r in results if not isinstance(r, Failure)]
    assert [(r.text, r.line) for r in good] == [("하나", 1), ("둘", 7)]
    assert good[0].url == "https://example.org/1"


def test_deeply_nested_json_ends_one_line_and_not_the_run(tmp_path):
    file = tmp_path / "bomb.jsonl"
    file.write_text('{"text": ' + "[" * 5_000 + "]" * 5_000 + '}\n{"text": "하나"}\n')
    first, second = gather([file], Settings(max_bytes=100_000))
    assert isinstance(first, Failure)
    assert second.text == "하나"


def test_a_missing_file_is_named_with_a_remedy(tmp_path):
    (failure,) = gather([tmp_path / "nowhere.html"], SETTINGS)
    assert isinstance(failure, Failure)
    assert "nowhere.html" in failure.source


def test_a_file_over_the_limit_is_refused_without_being_read(tmp_path):
    file = tmp_path / "large.txt"
    with file.open("wb") as stream:
        stream.truncate(60_000_000)
    (failure,) = gather([file], SETTINGS)
    assert isinstance(failure, Failure)
    assert "60,000,000" in failure.fault


def test_mail_gives_its_text_subject_and_day(tmp_path):
    file = tmp_path / "note.eml"
    file.write_bytes(
        b"From: a@b.example\r\nSubject: =?utf-8?b?7ZWc7J28IO2ajOuLtA==?=\r\n"
        b"Date: Fri, 15 Nov 2024 09:00:00 +0900\r\nContent-Type: text/plain; charset=euc-kr\r\n"
        b"Content-Transfer-Encoding: 8bit\r\n\r\n" + "조태열 장관은 회담했다.".encode("cp949")
    )
    (mail,) = gather([file], SETTINGS)
    assert mail.hints.title == "한일 회담"
    assert mail.hints.published.startswith("2024-11-15")
    assert "조태열 장관은 회담했다." in (mail.text or mail.data.decode("cp949"))


def test_standard_input_is_read_as_one_document(monkeypatch):
    class Stdin:
        buffer = io.BytesIO("조태열 장관은 회담했다.".encode())

    monkeypatch.setattr(sys, "stdin", Stdin)
    (document,) = gather(["-"], SETTINGS)
    assert document.source == "stdin"


@pytest.mark.parametrize("value", [None, 3, ["a"]])
def test_a_hint_of_another_type_is_named(tmp_path, value):
    file = tmp_path / "docs.jsonl"
    file.write_text(json.dumps({"text": "하나", "title": value}) + "\n")
    (result,) = gather([file], SETTINGS)
    if value is None:
        assert result.hints.title is None
    else:
        assert "'title'" in result.fault
