"""How long merging takes as the record grows: time, memory, and the cost of one more document.

    uv run python benchmarks/merge.py --reports 200000
    uv run python benchmarks/merge.py --reports 25000 50000 100000 200000 --curve docs/reference/merge-scale.svg

Generates meetings, statements and pledges of 60 states over five years: a few pairs meet often
and most seldom, an event is told by one to forty documents, a document tells of one to four
things, half of the plans are reported as held later. Documents are kept first (not timed), then
merged; then one more document is kept and merged, twenty times over. Without an encoder: the
vectors' cost is the encoder's own and is measured with the reader.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from dragoman.record.merge import merge_new
from dragoman.record.store import Store
from dragoman.records import (
    Code,
    Document,
    Evidence,
    Participant,
    Passage,
    Reading,
    Report,
    When,
    Where,
    identify,
)

STATES = [
    "KOR",
    "USA",
    "JPN",
    "CHN",
    "RUS",
    "PRK",
    "GBR",
    "FRA",
    "DEU",
    "IND",
    "AUS",
    "CAN",
    "VNM",
    "IDN",
    "PHL",
    "THA",
    "SGP",
    "MYS",
    "MNG",
    "UZB",
    "KAZ",
    "TUR",
    "POL",
    "UKR",
    "ISR",
    "IRN",
    "SAU",
    "ARE",
    "EGY",
    "ZAF",
    "BRA",
    "ARG",
    "CHL",
    "PER",
    "MEX",
    "NZL",
    "ITA",
    "ESP",
    "NLD",
    "SWE",
    "NOR",
    "FIN",
    "DNK",
    "CHE",
    "AUT",
    "CZE",
    "HUN",
    "ROU",
    "GRC",
    "PRT",
    "BEL",
    "IRL",
    "PAK",
    "BGD",
    "LKA",
    "MMR",
    "LAO",
    "KHM",
    "NPL",
    "QAT",
]
CITIES = ("Seoul", "Lima", "Geneva", "Vienna", "Jakarta", "Munich", "Doha", "Nairobi")
THINGS = (
    "안보 협력", "공급망", "반도체", "핵심광물", "북한 문제", "인도태평양", "기후변화", "무역",
    "원자력", "방위산업", "인적 교류", "사이버", "우주", "해양 안보", "보건", "식량 안보",
)  # fmt: skip
OFFICES = (("foreign minister", "ministerial"), ("president", "summit"),
           ("vice foreign minister", "vice-ministerial"), ("defence minister", "ministerial"))  # fmt: skip


def make_readings(reports: int, seed: int = 7) -> Iterator[Reading]:
    """Readings that hold about ``reports`` reports together."""
    dice = random.Random(seed)
    made = number = 0
    # The span grows with the record, as a record does: about 110 reports a day.
    days = max(30, reports // 110)
    while made < reports:
        day = date(2020, 1, 1) + timedelta(days=dice.randrange(days))
        one = STATES[min(len(STATES) - 1, int(dice.expovariate(0.12)))]
        other = dice.choice([s for s in STATES if s != one])
        happening = _Happening(dice, day, one, other, number)
        number += 1
        for telling in range(_tellings(dice)):
            reading = happening.tell(dice, telling)
            made += len(reading.reports)
            yield reading


def _tellings(dice: random.Random) -> int:
    """Most events are told once or twice, a few by dozens."""
    return min(40, 1 + int(dice.paretovariate(1.1) - 1) * 2 + dice.randrange(2))


class _Happening:
    def __init__(self, dice: random.Random, day: date, one: str, other: str, number: int) -> None:
        self.day, self.sides, self.number = day, (one, other), number
        self.office, self.level = dice.choice(OFFICES)
        self.form = dice.choices(("meeting", "call", "visit", "video"), (6, 3, 1, 1))[0]
        self.city, self.country = dice.choice(CITIES), dice.choice(STATES)
        self.things = dice.sample(THINGS, 4)
        self.extra = dice.randrange(4)

    def tell(self, dice: random.Random, telling: int) -> Reading:
        early = telling and dice.random() < 0.1
        published = self.day + timedelta(days=-3 if early else dice.choice((0, 0, 0, 1)))
        doc = f"doc-{self.number}-{telling}"
        things = ", ".join(dice.sample(self.things, 3))
        sentences = [
            f"{self.sides[0]}와 {self.sides[1]}의 {self.office}이 {self.day} {self.city}에서 만났다 "
            f"{dice.random():.6f}.",
            f"양측은 {things}에 대해 논의했다.",
            f"양측은 {self.things[0]}에 우려를 표명했다.",
            f"양측은 {self.things[1]} 분야에서 협력하기로 했다.",
        ]
        text = " ".join(sentences) + " ".join(
            f"{dice.choice(THINGS)} {dice.randrange(10**6)}" for _ in range(40)
        )
        document = Document(
            id=doc, url=f"https://example.org/{doc}", language=dice.choice(("ko", "en", "ja")),
            publisher_country=dice.choice((*self.sides, "GBR")), published=published.isoformat(),
            official=telling < 2, text=text,
            passages=(Passage(role="paragraph", start=0, end=len(text)),),
        )  # fmt: skip
        return Reading(
            document=document, reports=tuple(self._reports(dice, document, sentences, bool(early)))
        )

    def _reports(
        self, dice: random.Random, document: Document, sentences: list[str], early: bool
    ) -> Iterator[Report]:
        text = document.text
        people = tuple(
            Participant(role="party", name=f"{side} {self.office}",
                        actor=identify("Q", side, self.office) if dice.random() < 0.8 else None,
                        country=side, office=self.office, evidence=None)
            for side in self.sides
        )  # fmt: skip
        when = When(
            start=self.day.isoformat(), end=self.day.isoformat(), precision="day", text=None
        )
        start = 0
        for n, sentence in enumerate((sentences[0], *sentences[2:])[: 1 + self.extra]):
            start = text.index(sentence, start)
            kind = ("meeting", "statement", "pledge")[n]
            role = "source" if kind == "statement" else "party"
            type_ = ("AGREE" if early else "CONSULT", "ACCUSE", "AGREE")[n]
            if early and n:
                return
            yield Report(
                id=identify("report", document.id, n), kind=kind,
                form=self.form if kind == "meeting" else None,
                level=self.level if kind == "meeting" else None,
                status=("planned" if early else "held", "done", "made")[n],
                when=when if dice.random() < 0.9 else None,
                where=Where(city=self.city, country=self.country, geonames=None, text=self.city)
                if dice.random() < 0.6 and kind == "meeting" else None,
                participants=tuple(p.model_copy(update={"role": role}) for p in people),
                topics=tuple(self.things[:2]), content=None if n == 0 else sentence[:30],
                codes=(Code(type=type_, source=self.sides, target=("PRK",) if n == 1 else self.sides),),
                evidence=(Evidence.at(text, start, start + len(sentence)),),
                confidence=0.8, made_by="generated@1",
            )  # fmt: skip


def measure(reports: int, folder: Path) -> dict[str, float]:
    """Times in seconds and memory in MB for a record of ``reports`` reports."""
    path = folder / f"merge-{reports}.db"
    readings = make_readings(reports)
    held_back: list[Reading] = []
    with Store(path) as store:
        batch: list[Reading] = []
        kept = 0
        for n, reading in enumerate(readings):
            if n % 97 == 5 and len(held_back) < 20:
                held_back.append(reading)
                continue
            batch.append(reading)
            kept += len(reading.reports)
            if len(batch) == 1000:
                store.keep_all(batch)
                batch.clear()
        store.keep_all(batch)
        began, worked = time.perf_counter(), time.process_time()
        merge_new(store)
        merged, worked = time.perf_counter() - began, time.process_time() - worked
        one_more = []
        for reading in held_back:
            began = time.perf_counter()
            store.keep(reading)
            merge_new(store)
            one_more.append(time.perf_counter() - began)
        events = store.count_events()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {
        "reports": kept, "events": events, "seconds": round(merged, 1), "cpu seconds": round(worked, 1),
        "reports a second": round(kept / merged), "one more, median": round(sorted(one_more)[len(one_more) // 2], 4),
        "one more, worst": round(max(one_more), 4), "peak MB": round(memory),
        "record MB": round(path.stat().st_size / 2**20),
    }  # fmt: skip


def draw(rows: list[dict[str, float]], path: Path) -> None:
    """The curve of merging time against size as SVG, with a straight line through the largest."""
    wide, high, edge = 640, 360, 56
    most = rows[-1]["reports"]
    slowest = max(r["seconds"] for r in rows)

    def at(reports: float, seconds: float) -> tuple[float, float]:
        x = edge + (wide - 2 * edge) * reports / most
        return round(x, 1), round(high - edge - (high - 2 * edge) * seconds / slowest, 1)

    points = [at(0, 0), *(at(r["reports"], r["seconds"]) for r in rows)]
    line = " ".join(f"{x},{y}" for x, y in points)
    (x0, y0), (x1, y1) = at(0, 0), at(most, rows[-1]["seconds"])
    marks = "".join(
        f'<circle cx="{x}" cy="{y}" r="4"/><text x="{x}" y="{y - 10}" text-anchor="end">'
        f"{r['seconds']:g} s</text>"
        f'<text x="{x}" y="{high - edge + 18}" text-anchor="middle">{r["reports"] // 1000:g}k</text>'
        for (x, y), r in zip(points[1:], rows, strict=True)
    )
    path.write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" '
        'font-family="sans-serif" font-size="12">'
        f'<rect width="{wide}" height="{high}" fill="#fff"/>'
        f'<line x1="{x0}" y1="{y0}" x2="{x1}" y2="{y1}" stroke="#aaa" stroke-dasharray="4 4"/>'
        f'<path d="M{edge} {edge}V{high - edge}H{wide - edge}" fill="none" stroke="#444"/>'
        f'<polyline points="{line}" fill="none" stroke="#0b5fa5" stroke-width="2"/>{marks}'
        f'<text x="{wide / 2}" y="{high - 12}" text-anchor="middle">reports in the record</text>'
        f'<text x="{edge}" y="{edge - 16}">time to merge all of them, 2 cores (dashed: linear)</text>'
        "</svg>\n",
        encoding="utf-8",
    )


def main() -> None:
    """Measure one size, or several and draw the curve."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--reports", type=int, nargs="+", default=[20_000])
    parser.add_argument("--curve", type=Path, help="draw time against size here (SVG)")
    given = parser.parse_args()
    rows = []
    for reports in sorted(given.reports):
        with tempfile.TemporaryDirectory() as folder:
            rows.append(measure(reports, Path(folder)))
        print(json.dumps(rows[-1]), flush=True)
    if given.curve:
        draw(rows, given.curve)


if __name__ == "__main__":
    main()
