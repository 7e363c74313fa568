"""How fast the server answers: 20 readers at once while a writer adds documents.

    uv run python benchmarks/serve.py --reports 200000 --seconds 60

Makes a record of so many generated reports (benchmarks/merge.py; kept and merged, not timed), or
takes one with ``--db``; starts `dragoman serve` as a process of its own; lets readers with a pause
of a person's second between two requests ask pages, searches and questions, while one writer adds
a document a second through the API. Prints the median and the 95th percentile of each kind in
milliseconds, the errors, and whether every document added is there at the end. Readers share the
two cores with the server: the figures are those of a laptop under load.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

import httpx2
from merge import make_readings

from dragoman.publish.access import Access
from dragoman.record.events import EventFilter
from dragoman.record.merge import merge_new
from dragoman.record.store import Store

QUESTIONS = (
    "When did the foreign ministers of Korea and Japan meet?",
    "한국과 미국은 2024년에 몇 번 만났나요?",
    "What did China say about Taiwan?",
    "岩屋外相はいつ韓国を訪問しましたか？",
)
WORDS = ("안보 협력", "공급망", "meeting", "북한 문제", "Geneva", "무역")


def make_record(path: Path, reports: int) -> None:
    """Keep and merge generated readings."""
    with Store(path) as store:
        store.keep_all(make_readings(reports))
        merge_new(store)


def addresses(path: Path) -> dict[str, list[str]]:
    """What readers ask, by kind."""
    with Store(path) as store:
        events = [e.id for e in store.events(EventFilter(limit=200))]
    pages = [f"/en/events/{id_}" for id_ in events] + ["/en/", "/ko/", "/en/pairs/JPN-KOR"] * 20
    pages += [f"/api/v1/events?limit=50&between={pair}" for pair in ("KOR,JPN", "USA,CHN")] * 20
    return {
        "page": pages,
        "search": [f"/en/events?q={word}" for word in WORDS]
        + [f"/api/v1/search?q={word}" for word in WORDS],
        "ask": [f"/api/v1/ask?q={question}" for question in QUESTIONS],
    }


async def read(
    http: httpx2.AsyncClient, asked: dict[str, list[str]], until: float, took: dict[str, list[float]],
    faults: list[str], seed: int,
) -> None:  # fmt: skip
    """One reader: a page, a search or a question, and a pause."""
    dice = random.Random(seed)
    while time.monotonic() < until:
        kind = dice.choices(("page", "search", "ask"), (6, 3, 1))[0]
        address = dice.choice(asked[kind])
        began = time.perf_counter()
        answer = await http.get(address)
        took[kind].append((time.perf_counter() - began) * 1000)
        if answer.status_code >= 400:
            faults.append(f"{answer.status_code} {address}")
        await asyncio.sleep(dice.uniform(0.5, 1.5))


async def write(http: httpx2.AsyncClient, key: str, until: float, added: list[str]) -> None:
    """The writer: a document a second."""
    number = 0
    while time.monotonic() < until:
        number += 1
        text = f"미국과 일본은 {number}일차 회담에서 긴밀히 협력하기로 합의했다. 문서 {number}."
        answer = await http.post(
            "/api/v1/documents", json={"text": text, "published": "2024-11-15"},
            headers={"authorization": f"Bearer {key}"},
        )  # fmt: skip
        if answer.status_code == 201:
            added.append(answer.json()["document"]["id"])
        await asyncio.sleep(1)


async def load(address: str, key: str, asked: dict[str, list[str]], seconds: float) -> None:
    """All readers and the writer; print what they saw."""
    took: dict[str, list[float]] = defaultdict(list)
    faults: list[str] = []
    added: list[str] = []
    async with httpx2.AsyncClient(base_url=address, timeout=60) as http:
        await http.get("/api/v1/ask", params={"q": QUESTIONS[0]})  # opens tables and encoder
        until = time.monotonic() + seconds
        readers = [read(http, asked, until, took, faults, seed) for seed in range(20)]
        await asyncio.gather(*readers, write(http, key, until, added))
        lost = 0
        for id_ in added:
            lost += (await http.get(f"/api/v1/documents/{id_}")).status_code != 200
    for kind, times in sorted(took.items()):
        times.sort()
        print(
            f"{kind:7} {len(times):6} answers, median {times[len(times) // 2]:6.0f} ms, "
            f"p95 {times[int(len(times) * 0.95)]:6.0f} ms, slowest {times[-1]:6.0f} ms"
        )
    print(f"{len(faults)} errors {sorted(set(faults))[:5]}; {len(added)} added, {lost} lost")


def main() -> None:
    """Make the record, serve it, load it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=200_000)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--db", type=Path)
    parser.add_argument("--port", type=int, default=8799)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        db = options.db or Path(folder) / "load.db"
        if not db.exists():
            began = time.monotonic()
            make_record(db, options.reports)
            print(f"record of {options.reports} reports made in {time.monotonic() - began:.0f} s")
        access = Access(db)
        key = access.add_key("benchmark")
        access.close()
        environ = {**os.environ, "DRAGOMAN_PACE": "0"}
        server = subprocess.Popen(
            [sys.executable, "-m", "dragoman", "serve", "--db", str(db), "--port", str(options.port)],
            env=environ, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            address = f"http://127.0.0.1:{options.port}"
            for _ in range(200):
                try:
                    httpx2.get(f"{address}/api/v1/actors?limit=1")
                    break
                except httpx2.HTTPError:
                    time.sleep(0.1)
            asyncio.run(load(address, key, addresses(db), options.seconds))
        finally:
            server.terminate()
            server.wait()


if __name__ == "__main__":
    main()
