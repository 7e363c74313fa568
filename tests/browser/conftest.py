"""A real server over the demo record and a hostile document, and a real Chromium before it."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import FLAGS, HOSTILE, PASSWORD, Heard, Site, open_page
from playwright.sync_api import Browser, Page, sync_playwright

from dragoman import library
from dragoman.cli.demonstration import read_sample
from dragoman.publish.access import Access
from dragoman.record.merge import merge_new
from dragoman.record.store import Store
from dragoman.records import Reading
from dragoman.settings import load_settings


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("site")
    db = folder / "record.db"
    read_sample(db)
    line = folder / "hostile.jsonl"
    line.write_text(json.dumps(HOSTILE, ensure_ascii=False) + "\n", encoding="utf-8")
    with Store(db) as store:
        (reading,) = library.read(line, settings=load_settings(db=db))
        assert isinstance(reading, Reading)
        store.keep(reading)
        merge_new(store)
        lima = next(
            e.id
            for e in store.events()
            if e.parties == ("JPN", "KOR") and e.level == "ministerial"
            and e.when and e.when.start == "2024-11-14"
        )  # fmt: skip
    access = Access(db)
    access.add_user("kim", PASSWORD)
    access.close()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = (folder / "log").open("w")
    server = subprocess.Popen(
        [sys.executable, "-m", "dragoman", "serve", "--db", str(db), "--port", str(port)],
        stderr=log, env={**os.environ, "DRAGOMAN_PACE": "0"},
    )  # fmt: skip
    base = f"http://127.0.0.1:{port}"
    try:
        _wait_for(base, server)
        yield Site(base, reading.document.id, lima)
    finally:
        server.terminate()
        server.wait(20)
        log.close()


def _wait_for(base: str, server: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        try:
            urllib.request.urlopen(f"{base}/robots.txt", timeout=1).close()
            return
        except (urllib.error.URLError, OSError):
            assert server.poll() is None, "the server ended while it started"
            time.sleep(0.1)
    raise AssertionError("the server did not answer within 30 seconds")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = shutil.which("chromium")
    assert path, "these tests need Debian's Chromium: apt-get install chromium fonts-noto-cjk"
    with sync_playwright() as play:
        opened = play.chromium.launch(executable_path=path, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def heard() -> Heard:
    return Heard([], [])


@pytest.fixture
def page(browser: Browser, site: Site, heard: Heard) -> Iterator[Page]:
    """A desktop page; at the end nothing was complained of and nothing left the machine."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="en-US")
    yield open_page(context, site, heard)
    context.close()
    assert heard.faults == []
    assert heard.away == []


@pytest.fixture(scope="session")
def axe() -> str:
    return (Path(__file__).parent / "vendor" / "axe.min.js").read_text(encoding="utf-8")
