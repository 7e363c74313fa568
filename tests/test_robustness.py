"""A thousand documents, some broken on purpose, are read to the end; a kill loses nothing.

The whole program runs in processes of its own, as a user runs it, so that memory and kills are
real.
"""

import json
import os
import random
import resource
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

SENTENCES = [
    "조태열 외교부 장관은 지난 14일 페루 리마에서 안토니 블링컨 미국 국무장관과 회담했다.",
    "미국은 북한의 탄도미사일 발사를 강력히 규탄했다.",
    "Secretary of State Antony Blinken met with Japanese Foreign Minister Takeshi Iwaya in Lima.",
    "양측은 긴밀히 협력하기로 합의했다.",
]


def page(number):
    body = "".join(f"<p>{SENTENCES[(number + k) % 4]}</p>" for k in range(3))
    return (
        f'<html><head><meta charset="utf-8"><title>기사 {number}</title>'
        '<meta property="article:published_time" content="2024-11-16T09:00:00+09:00"></head>'
        f"<body><article><h1>기사 {number}</h1>{body}<p>기사 번호 {number}.</p></article></body></html>"
    )


class Circle(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(404 if self.path == "/robots.txt" else 302)
        self.send_header("Location", "/b" if self.path == "/a" else "/a")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_):
        return


def run(*args, env=None):
    return [sys.executable, "-m", "dragoman", *map(str, args)], {
        **os.environ, "NO_COLOR": "1", **(env or {}),
    }  # fmt: skip


def broken_files(folder):
    """Fifty broken documents of six kinds; which of them still hold text that can be read."""
    for n in range(10):
        (folder / f"x-empty-{n}.html").write_bytes(b"")
        (folder / f"x-binary-{n}.html").write_bytes(random.Random(n).randbytes(5_000))
        (folder / f"x-script-{n}.html").write_text("<html><script>let a = 1;</script></html>")
        (folder / f"x-cut-{n}.html").write_bytes(page(5_000 + n).encode()[: 380 + n])
        (folder / f"x-deep-{n}.html").write_text("<div>" * 9_000 + f"<p>{n}</p>")
    with (folder / "x-large.html").open("wb") as stream:
        stream.write(b"<html>")
        stream.truncate(60_000_000)
    wrong = page(6_000).replace("utf-8", "shift_jis").encode("cp949")
    (folder / "x-wrong-charset.html").write_bytes(wrong)


def contents(db):
    with sqlite3.connect(db) as connection:
        return {
            table: sorted(connection.execute(f"SELECT {columns} FROM {table}"))
            for table, columns in (
                ("documents", "id, json"), ("reports", "id, document, json"),
                ("passages", "document, number, role"), ("failures", "source, line, stage, fault"),
            )
        }  # fmt: skip


@pytest.mark.slow
def test_a_thousand_documents_with_broken_ones_are_read_to_the_end(tmp_path):
    folder, db = tmp_path / "pages", tmp_path / "record.db"
    folder.mkdir()
    for number in range(950):
        (folder / f"{number:04}.html").write_text(page(number))
    broken_files(folder)
    server = ThreadingHTTPServer(("127.0.0.1", 0), Circle)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    circle = f"http://127.0.0.1:{server.server_port}/a"
    try:
        command, env = run(
            "read", folder, circle, "http://10.0.0.1/", "--db", db,
            env={"DRAGOMAN_ALLOW_PRIVATE": "true", "DRAGOMAN_CACHE_DIR": str(tmp_path / "cache")},
        )  # fmt: skip
        done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    finally:
        server.shutdown()
        server.server_close()
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    assert done.returncode == 1, done.stderr[-2000:]
    assert "failed" in done.stderr.splitlines()[-1]
    record = contents(db)
    titles = {json.loads(text)["title"] for _, text in record["documents"]}
    assert {f"기사 {n}" for n in range(950)} <= titles
    faults = {source.rsplit("/", 1)[-1]: fault for source, _, _, fault in record["failures"]}
    for kind in ("empty", "binary", "script"):
        for n in range(10):
            assert faults[f"x-{kind}-{n}.html"]
    assert "60,000,000" in faults["x-large.html"]
    assert "10.0.0.1" in next(f for _, _, _, f in record["failures"] if "10.0.0.1" in f)
    assert any("circle" in f for f in faults.values())
    assert peak < 1_500, f"{peak:.0f} MB"


@pytest.mark.slow
def test_killing_the_program_twenty_times_leaves_the_record_that_one_run_makes(tmp_path):
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(120):
        (folder / f"{number:04}.html").write_text(page(number))
    (folder / "x-empty.html").write_text("")
    whole, pieces = tmp_path / "whole.db", tmp_path / "pieces.db"
    command, env = run("read", folder, "--db", whole)
    began = time.monotonic()
    subprocess.run(command, env=env, capture_output=True, check=False)
    took = time.monotonic() - began
    command, env = run("read", folder, "--db", pieces)
    chance = random.Random(20241114)
    for _ in range(20):
        process = subprocess.Popen(
            command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            process.wait(timeout=chance.uniform(0.1, took))
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
    subprocess.run(command, env=env, capture_output=True, check=False)
    one, other = contents(whole), contents(pieces)
    assert len(one["documents"]) == 120
    assert one == other
