"""Marks cover the text exactly; counts know no reader; feeds are well formed; words are whole."""

from __future__ import annotations

import threading
import time
import tomllib
from importlib import resources
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from fastapi.testclient import TestClient
from icalendar import Calendar

from dragoman.cli.demonstration import read_sample
from dragoman.publish.app import create_app
from dragoman.publish.keeping import Kept
from dragoman.publish.marking import mark_text, paragraphs, share_coded
from dragoman.publish.visits import Visits
from dragoman.record.store import Store
from dragoman.settings import load_settings


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    db = tmp_path_factory.mktemp("demo") / "demo.db"
    read_sample(db)
    return db


def test_the_pieces_are_the_whole_text_and_marks_are_the_evidence(demo: Path) -> None:
    marked = 0
    with Store(demo) as store:
        for document in store.documents():
            reports = store.reports_of(document.id)
            pieces = mark_text(document, reports)
            assert "".join(p.text for p in pieces) == document.text
            for report in reports:
                told = "".join(p.text for p in pieces if report.id in p.reports)
                assert all(e.quote in told for e in report.evidence)
                marked += 1
            kept = "".join(p.text for line in paragraphs(pieces) for p in line)
            assert "".join(kept.split()) == "".join(document.text.split())
            assert 0 <= share_coded(pieces) <= 100
    assert marked > 100


def test_what_is_opened_most_comes_first() -> None:
    visits = Visits()
    for id_ in ("a", "b", "b", "c", "b", "c"):
        visits.count(id_)
    assert visits.most(2) == ["b", "c"]


def test_a_sum_is_worked_out_once_until_it_is_cleared() -> None:
    kept, made = Kept(), list[int]()

    def make() -> int:
        made.append(1)
        return len(made)

    assert (kept.get("x", make), kept.get("x", make)) == (1, 1)
    kept.clear()
    assert kept.get("x", make) == 2


def test_every_word_of_the_interface_stands_in_three_languages() -> None:
    text = resources.files("dragoman.publish").joinpath("wording.toml").read_text(encoding="utf-8")
    rows = tomllib.loads(text)
    assert len(rows) > 200
    for key, row in rows.items():
        assert set(row) == {"ko", "en", "ja"}, key
        assert all(row.values()), key


def test_feeds_are_well_formed_and_lead_to_pages(demo: Path) -> None:
    with TestClient(create_app(load_settings(db=demo, use_model=False))) as client:
        feed = ET.fromstring(client.get("/feed.atom?lang=ko").text)
        links = [e.attrib["href"] for e in feed.iter("{http://www.w3.org/2005/Atom}link")][1:]
        assert len(links) == 50
        assert client.get(links[0]).status_code == 200
        entries = list(Calendar.from_ical(client.get("/calendar.ics").content).walk("VEVENT"))
        assert any("Lima" in str(e.get("location")) or "Perú" in str(e.get("location"))
                   for e in entries)  # fmt: skip
        assert ET.fromstring(client.get("/sitemap.xml").text).tag.endswith("urlset")
        assert "Sitemap: " in client.get("/robots.txt").text


def test_no_page_shows_a_word_that_the_table_lacks(demo: Path) -> None:
    with TestClient(create_app(load_settings(db=demo, use_model=False))) as client:
        for path in ("", "events", "pledges", "calendar", "topics", "actors", "ask", "brief",
                     "sources", "about", "login"):  # fmt: skip
            for lang in ("ko", "en", "ja"):
                page = client.get(f"/{lang}/{path}")
                assert page.status_code == 200
                assert f'<html lang="{lang}">' in page.text
                for key in ("nav_", "status_", "kind_", "front_", "field_", "type_", "level_"):
                    assert f">{key}" not in page.text, (path, lang, key)


def test_an_address_without_a_language_leads_to_the_readers_own(demo: Path) -> None:
    with TestClient(create_app(load_settings(db=demo, use_model=False))) as client:
        for header, lang in (("ja,en;q=0.5", "ja"), ("fr", "en"), ("en;q=0.3, ko", "ko")):
            answer = client.get(
                "/events?q=a", headers={"accept-language": header}, follow_redirects=False
            )
            assert answer.headers["location"] == f"/{lang}/events?q=a"


def test_an_empty_record_says_how_to_fill_it(tmp_path: Path) -> None:
    with TestClient(create_app(load_settings(db=tmp_path / "new.db", use_model=False))) as client:
        page = client.get("/en/")
        assert "dragoman read" in page.text


def test_readers_get_the_sum_that_stands_while_the_next_is_worked_out() -> None:
    kept, made = Kept(seconds=0.0), list[int]()
    begun, go_on = threading.Event(), threading.Event()

    def make() -> int:
        if made:
            begun.set()
            go_on.wait(10)
        made.append(1)
        return len(made)

    assert kept.get("x", make) == 1
    until = time.monotonic() + 10
    while not begun.is_set() and time.monotonic() < until:
        assert kept.get("x", make) == 1
    assert [kept.get("x", make) for _ in range(3)] == [1, 1, 1]
    kept.seconds = 60.0
    go_on.set()
    kept.close()
    assert kept.get("x", make) == 2
