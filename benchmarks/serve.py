"""How fast the server answers: 20 readers at once while a writer adds documents.

    uv run python benchmarks/serve.py --reports 200000 --seconds 60

Makes a record of so many generated reports (benchmarks/merge.py; kept and merged, not timed), or
takes one with ``--db`` (which the writer then adds to); starts `dragoman serve` as a process of its
own; asks every kind of page once, so that tables and encoder are open; lets readers, with a pause
of a person's second between two requests, ask pages, searches and questions, while one writer adds
a document a second through the API. Prints a table of each kind's median, 95th percentile and
slowest answer in milliseconds against its bound, the errors, and whether every document added is
there at the end; then ends, with status 1 where a bound, an answer or a document was missed.
Readers share the cores with the server: the figures are those of a small machine under load.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import platform
import random
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

import httpx2
from merge import make_readings

from dragoman.answers.issues import load_issues
from dragoman.publish.access import Access
from dragoman.record.events import EventFilter
from dragoman.record.merge import merge_new
from dragoman.record.store import Store

QUESTIONS = (
    "When did the foreign ministers of Korea and Japan meet?",
    "한국과 미국은 2024년에 몇 번 만났나요?",
    "What did China say about Taiwan?",
    "岩屋外相はいつ韓国を訪問しましたか？",
    "Where did the presidents of the United States and France meet in 2023?",
    "2022년 3월에 한국과 중국은 무엇을 논의했나요?",
    "Who met the foreign minister of Mongolia?",
    "日本とオーストラリアは2023年に何について話しましたか？",
    "What did Korea and Viet Nam agree on supply chains?",
    "독일과 인도의 외교장관은 언제 만났나요?",
    "How often did Russia and North Korea meet in 2024?",
    "What is open between Japan and the Philippines?",
)
WORDS = (
    "안보 협력", "공급망", "meeting", "북한 문제", "Geneva", "무역", "Nairobi", "반도체 대화", "336434",
    "우주 협력", "foreign minister", "Seoul",
)  # fmt: skip
STATES = ("KOR", "USA", "JPN", "CHN", "RUS", "PRK", "GBR", "FRA", "MNG", "VNM")
# Milliseconds in which 95 of 100 answers of a kind are to come.
BOUNDS = {"page": 250, "search": 150, "ask": 600}


def make_record(path: Path, reports: int) -> None:
    """Keep and merge generated readings."""
    with Store(path) as store:
        store.keep_all(make_readings(reports))
        merge_new(store)


def addresses(path: Path) -> dict[str, list[str]]:
    """What readers ask, by kind; of each kind of page as often as people open it, by guess."""
    dice = random.Random(7)
    with Store(path) as store:
        events = store.event_ids(EventFilter(limit=200))
        older = dice.sample(store.event_ids(EventFilter(limit=20_000)), 200)
        documents = [d.id for d in store.documents(limit=100)]
    pairs = [f"{a}-{b}" for a in STATES for b in STATES if a < b]
    pages = [f"/en/events/{id_}" for id_ in events + older]
    pages += ["/en/", "/ko/", "/ja/"] * 20
    pages += [f"/ko/documents/{id_}" for id_ in documents] + ["/en/documents"] * 5
    pages += [f"/en/pairs/{pair}" for pair in pairs]
    pages += [f"/ko/actors/{state}" for state in STATES] * 4 + ["/en/actors"] * 5
    pages += [
        f"/en/calendar?month={year}-{month:02}" for year in (2022, 2024) for month in (3, 11)
    ] * 5
    pages += [f"/en/topics/{topic}" for topic in list(load_issues())[:8]] + ["/ja/topics"] * 4
    pages += ["/en/pledges", "/ja/pledges", "/en/sources", "/en/about"] * 5
    pages += ["/en/events?kind=meeting", "/ko/events?status=planned", "/en/events?language=ko"] * 8
    pages += [f"/en/events?between={a},{b}&kind=meeting" for a in STATES for b in STATES if a < b]
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


async def write(
    http: httpx2.AsyncClient, key: str, until: float, added: list[str], faults: list[str]
) -> None:
    """The writer: a document a second, none of which an earlier run has added."""
    run, number = int(time.time()), 0
    while time.monotonic() < until:
        number += 1
        text = (
            f"미국과 일본은 {number}일차 회담에서 긴밀히 협력하기로 합의했다. 문서 {run}-{number}."
        )
        answer = await http.post(
            "/api/v1/documents", json={"text": text, "published": "2024-11-15"},
            headers={"authorization": f"Bearer {key}"},
        )  # fmt: skip
        if answer.status_code == 201:
            added.append(answer.json()["document"]["id"])
        else:
            faults.append(f"{answer.status_code} POST /api/v1/documents")
        await asyncio.sleep(1)


async def load(
    address: str, key: str, asked: dict[str, list[str]], seconds: float, server: int
) -> bool:
    """All readers and the writer; print what they saw. True where it is as good as it must be."""
    took: dict[str, list[float]] = defaultdict(list)
    faults: list[str] = []
    added: list[str] = []
    async with httpx2.AsyncClient(base_url=address, timeout=60) as http:
        for one in (page for pages in asked.values() for page in dict.fromkeys(pages)):
            if "/events/" not in one and "/documents/" not in one:
                await http.get(one)
        began, spent = time.monotonic(), cpu_of(server)
        until = began + seconds
        readers = [read(http, asked, until, took, faults, seed) for seed in range(20)]
        await asyncio.gather(*readers, write(http, key, until, added, faults))
        wall, spent = time.monotonic() - began, cpu_of(server) - spent
        lost = 0
        for id_ in added:
            lost += (await http.get(f"/api/v1/documents/{id_}")).status_code != 200
    good = not faults and not lost and bool(added)
    print("| kind | answers | median ms | p95 ms | slowest ms | bound p95 ms | |")
    print("|---|---|---|---|---|---|---|")
    for kind, bound in BOUNDS.items():
        times = sorted(took[kind]) or [float("inf")]
        p95 = times[int(len(times) * 0.95)]
        good = good and p95 <= bound
        print(
            f"| {kind} | {len(took[kind])} | {times[len(times) // 2]:.0f} | {p95:.0f} "
            f"| {times[-1]:.0f} | {bound} | {'kept' if p95 <= bound else 'MISSED'} |"
        )
    answers = sum(map(len, took.values())) + len(added)
    print(
        f"{len(faults)} errors {sorted(set(faults))[:5]}; {len(added)} documents added, {lost} lost\n"
        f"server: {spent / wall:.2f} cores busy, {1000 * spent / max(answers, 1):.1f} ms of CPU an "
        f"answer; machine: {os.cpu_count()} cores, {platform.machine()}, load average "
        f"{os.getloadavg()[0]:.1f}"
    )
    return good


def cpu_of(process: int) -> float:
    """Seconds of CPU that a process has used (Linux)."""
    fields = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


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
        Store(db).close()  # brought to the present version before the server is waited for
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
            good = asyncio.run(load(address, key, addresses(db), options.seconds, server.pid))
        finally:
            server.terminate()
            server.wait()
    raise SystemExit(0 if good else 1)


if __name__ == "__main__":
    main()
