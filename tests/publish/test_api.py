"""The API over a real server on loopback, asked with the project's own client."""

import csv
import io
import json
import threading
import time
from pathlib import Path

import httpx2
import pyarrow.parquet as pq
import pytest
import uvicorn
from jsonschema import Draft202012Validator

from dragoman import Client
from dragoman.cli.demonstration import read_sample
from dragoman.errors import NotInRecord, QuestionError
from dragoman.publish.access import Access
from dragoman.publish.app import create_app
from dragoman.settings import Settings

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    db = tmp_path_factory.mktemp("api") / "demo.db"
    read_sample(db)
    access = Access(db)
    key = access.add_key("desk")
    access.close()
    app = create_app(Settings(db=db, pace=0, max_body=100_000, use_model=False))
    running = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error"))
    thread = threading.Thread(target=running.run, daemon=True)
    thread.start()
    while not running.started:
        time.sleep(0.02)
    port = running.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}", key
    running.should_exit = True
    thread.join()


@pytest.fixture
def raw(server):
    with httpx2.Client(base_url=server[0] + "/api/v1") as http:
        yield http


@pytest.fixture
def client(server):
    with Client(*server) as opened:
        yield opened


def test_pages_of_events_hold_each_event_once_and_in_order(client, raw):
    found = list(client.events(limit=7))
    assert len(found) > 30
    assert len({event.id for event in found}) == len(found)
    assert [e.id for e in found] == [e["id"] for e in raw.get("/events?limit=200").json()["items"]]


@pytest.mark.parametrize("what", ["documents", "reports"])
def test_pages_of_documents_and_reports_hold_each_once(client, what):
    rows = list(getattr(client, what)(limit=9))
    assert len({row.id for row in rows}) == len(rows) > 30


def test_filters_are_those_of_the_command_line(client):
    lima = list(
        client.events(kind="meeting", between="kor,jpn", since="2024-11-14", until="2024-11-14")
    )
    assert lima
    assert all({"KOR", "JPN"} <= set(event.parties) for event in lima)


def test_one_event_and_an_answer_keep_the_contract(client, raw):
    contract = json.loads((REFERENCE / "contract.schema.json").read_text(encoding="utf-8"))
    event = raw.get("/events?limit=1").json()["items"][0]
    Draft202012Validator({**contract, "oneOf": [{"$ref": "#/$defs/event"}]}).validate(event)
    answer = raw.get("/ask", params={"q": "Where did Biden meet Xi Jinping?"}).json()
    Draft202012Validator({**contract, "oneOf": [{"$ref": "#/$defs/ask"}]}).validate(answer)
    assert "Lima" in answer["answer"]
    assert client.ask("When did Macron meet Kim Jong Un?").refused


def test_csv_and_parquet_hold_the_same_rows_as_json(raw):
    rows = raw.get("/reports?limit=20").json()["items"]
    text = raw.get("/reports?limit=20&format=csv").text
    assert [r["id"] for r in csv.DictReader(io.StringIO(text))] == [r["id"] for r in rows]
    table = pq.read_table(io.BytesIO(raw.get("/reports?limit=20&format=parquet").content))
    assert table["id"].to_pylist() == [r["id"] for r in rows]


def test_an_unchanged_answer_is_not_sent_again(raw):
    first = raw.get("/events?limit=3")
    again = raw.get("/events?limit=3", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/events/event-0", 404), ("/documents/doc-0", 404), ("/events?since=yesterday", 422),
        ("/events?limit=100000", 422), ("/events?cursor=forged", 422), ("/ask?q=", 422),
        ("/nothing", 404),
    ],
)  # fmt: skip
def test_errors_are_problems_that_say_what_to_do(raw, path, status):
    answer = raw.get(path)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["status"] == status
    assert answer.json()["detail"]
    assert "content-security-policy" in answer.headers


@pytest.mark.parametrize("key", ["", "Bearer x", "Bearer dragoman-forged", "Basic ZGVzazpwdw=="])
def test_writing_without_a_true_key_is_refused(raw, key):
    for method, path in (
        ("POST", "/documents"),
        ("POST", "/corrections"),
        ("DELETE", "/corrections/x"),
    ):
        answer = raw.request(method, path, headers={"authorization": key} if key else {},
                             json={"text": "회담", "verb": "wrong", "subject": "x"})  # fmt: skip
        assert answer.status_code == 401, (method, path)


def test_an_oversized_body_is_refused_whether_its_length_is_told_or_not(server):
    address, key = server
    headers = {"authorization": f"Bearer {key}"}
    big = {"text": "회담 " * 100_000}
    assert httpx2.post(f"{address}/api/v1/documents", json=big, headers=headers).status_code == 413

    def pieces():
        for _ in range(40):
            yield b" " * 10_000

    told = httpx2.post(f"{address}/api/v1/documents", content=pieces(), headers=headers)
    assert told.status_code == 413


def test_a_document_that_is_added_is_read_merged_and_found(client):
    reading = client.add_document(
        "조태열 외교부 장관은 14일 페루 리마에서 이와야 다케시 일본 외무대신과 회담했다.",
        published="2024-11-15", publisher="부산일보", url="https://example.org/busan/1",
    )  # fmt: skip
    (report,) = [r for r in reading.reports if r.kind == "meeting"]
    assert client.document(reading.document.id).document.publisher == "부산일보"
    (event,) = [
        e for e in client.events(kind="meeting", between="KOR,JPN", since="2024-11-14", until="2024-11-14")
        if report.id in {r.id for r in e.reports}
    ]  # fmt: skip
    assert len(event.reports) > 1


def test_a_correction_counts_until_it_is_taken_back(client):
    event = next(e for e in client.events(kind="meeting") if len(e.reports) == 1)
    kept = client.correct("wrong", event.reports[0].id, why="no meeting")
    with pytest.raises(NotInRecord):
        client.event(event.id)
    client.undo(kept.id)
    assert client.event(event.id) == event
    with pytest.raises(QuestionError):
        client.correct("field", event.id, field="nonsense", value="x")


def test_readouts_are_compared_side_by_side_over_the_api(client):
    (lima,) = [
        e for e in client.events(kind="meeting", between="KOR,JPN", since="2024-11-14", until="2024-11-14")
        if {"KOR", "JPN"} == set(e.parties) and e.when.start == "2024-11-14"
    ]  # fmt: skip
    found = client.compare(lima.id)
    assert {side.side for side in found.sides} >= {"KOR", "JPN"}
    left = [
        row for row in found.rows for cell in row.cells
        if cell.side == "KOR" and cell.state == "left out"
    ]  # fmt: skip
    assert any("abduct" in row.topic.lower() or "拉致" in row.topic for row in left)
