"""The commands as a person at a terminal uses them."""

import csv
import io
import json
import os
import subprocess
import sys
import time

import pytest

from dragoman.cli.demonstration import read_sample


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    path = tmp_path_factory.mktemp("demo") / "demo.db"
    read_sample(path)
    return path


def dragoman(*args, stdin=None, **environ):
    return subprocess.run(
        [sys.executable, "-m", "dragoman", *map(str, args)],
        input=stdin, capture_output=True, text=True, check=False, timeout=120,
        env={**os.environ, "NO_COLOR": "1", **environ},
    )  # fmt: skip


def test_the_lima_meeting_is_listed_between_its_parties_on_its_day(record):
    done = dragoman("meetings", "--db", record, "--between", "kor,jpn", "--since", "2024-11-14",
                    "--until", "2024-11-14", "--json")  # fmt: skip
    assert done.returncode == 0, done.stderr
    found = [json.loads(line) for line in done.stdout.splitlines()]
    names = {p["name"] for report in found for p in report["participants"]}
    assert {"조태열", "이와야 다케시"} <= names
    assert all(report["when"]["start"] == "2024-11-14" for report in found)


def test_filters_by_person_type_status_language_and_words_narrow_the_list(record):
    def count(*args):
        return len(dragoman(*args, "--db", record, "--json").stdout.splitlines())

    everything = count("statements")
    for narrowed in (
        ("--actor", "조태열"), ("--type", "ACCUSE"), ("--until", "2024-10-31"), ("--language", "ko"),
        ("--text", "납북자 파병"), ("--limit", "2"),
    ):  # fmt: skip
        assert count("statements", *narrowed) < everything
    assert 0 < count("statements", "--type", "ACCUSE", "--between", "PRK") < everything


def test_csv_has_a_header_and_no_cell_runs_as_a_formula(record):
    rows = list(csv.DictReader(io.StringIO(dragoman("meetings", "--db", record, "--csv").stdout)))
    assert len(rows) > 20
    assert {"id", "day", "who", "quote"} <= set(rows[0])
    assert not any(v.startswith(("=", "+", "@")) for row in rows for v in row.values())


def test_show_puts_the_quote_into_its_context(record):
    first = dragoman("meetings", "--db", record, "--between", "KOR,JPN", "--text", "이와야").stdout
    done = dragoman("show", first.split("\t")[0], "--db", record)
    assert done.returncode == 0
    assert "조태열" in done.stdout


def test_search_finds_one_and_two_syllable_korean_words(record):
    assert "한일 외교장관회담" in dragoman("search", "회담 파병", "--db", record).stdout


def test_export_writes_csv_jsonl_and_parquet_with_the_same_reports(record, tmp_path):
    import pyarrow.parquet as pq

    for name in ("r.csv", "r.jsonl", "r.parquet"):
        assert dragoman("export", tmp_path / name, "--db", record).returncode == 0
    lines = [json.loads(line) for line in (tmp_path / "r.jsonl").read_text().splitlines()]
    with (tmp_path / "r.csv").open(newline="") as stream:
        rows = list(csv.DictReader(stream))
    table = pq.read_table(tmp_path / "r.parquet")
    ids = [line["id"] for line in lines]
    assert ids == [row["id"] for row in rows] == table["id"].to_pylist()
    assert "dragoman: " in dragoman("export", tmp_path / "r.xyz", "--db", record).stderr


def test_a_document_from_standard_input_is_printed_and_not_kept(tmp_path):
    done = dragoman("read", "-", "--published", "2024-11-16", "--json",
                    stdin="조태열 외교부 장관은 14일 리마에서 이와야 다케시 일본 외무대신과 회담했다.",
                    DRAGOMAN_DB=str(tmp_path / "none.db"))  # fmt: skip
    assert done.returncode == 0, done.stderr
    (reading,) = map(json.loads, done.stdout.splitlines())
    assert [r["kind"] for r in reading["reports"]] == ["meeting"]
    assert not (tmp_path / "none.db").exists()


def test_failures_are_counted_listed_and_told_by_the_exit_code(tmp_path):
    good, bad = tmp_path / "good.txt", tmp_path / "bad.html"
    good.write_text("미국은 북한의 탄도미사일 발사를 강력히 규탄했다.")
    bad.write_bytes(b"")
    db = tmp_path / "r.db"
    done = dragoman("read", tmp_path / "good.txt", bad, "--db", db)
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith("2 read, 1 kept, 1 failed")
    assert "bad.html" in dragoman("failures", "--db", db).stdout
    again = dragoman("read", good, "--db", db)
    assert "1 known already" in again.stderr


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("meetings", "--db", "nowhere.db"), "there is no record"),
        (("read", "x.txt", "--actors", "nowhere.toml", "--json"), "nowhere.toml"),
        (("show", "report-0", "--db", "{record}"), "report-0"),
    ],
)
def test_a_wrong_command_ends_with_code_2_and_names_the_remedy(record, args, says):
    done = dragoman(*(str(record) if a == "{record}" else a for a in args))
    assert done.returncode == 2, done.stderr
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_a_listing_answers_at_once(record):
    took = []
    for _ in range(3):
        began = time.monotonic()
        dragoman("meetings", "--db", record, "--limit", "5")
        took.append(time.monotonic() - began)
    assert min(took) < 1.2  # 0.6 s on a quiet machine; tests run side by side


def test_doctor_finds_nothing_wrong(record):
    done = dragoman("doctor", "--db", record)
    assert done.returncode == 0, done.stdout
    assert "wrong" not in done.stdout


def test_the_demo_ends_with_the_meetings_and_the_one_failure(tmp_path):
    done = dragoman("demo", "--db", tmp_path / "demo.db")
    assert done.returncode == 0, done.stderr
    assert "이와야 다케시" in done.stdout
    assert "1 failed" in done.stdout
