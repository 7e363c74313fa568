"""``dragoman demo``: the bundled sample, read and shown."""

from __future__ import annotations

import tempfile
import time
from importlib import resources
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from dragoman import library
from dragoman.cli.listing import report_row
from dragoman.cli.progress import count_up
from dragoman.record.merge import merge_new
from dragoman.record.store import Filter, Store
from dragoman.records import Failure
from dragoman.settings import load_settings

__all__ = ["read_sample", "run_demo"]


def read_sample(db: Path) -> tuple[int, list[Failure]]:
    """Read the bundled sample into ``db``: number of documents read and the failures."""
    settings = load_settings(db=db)
    seen, faults = 0, []
    with (
        resources.as_file(resources.files("dragoman.data") / "sample") as folder,
        Store(db) as store,
    ):
        for result in count_up(library.read(folder, settings=settings)):
            seen += 1
            if isinstance(result, Failure):
                faults.append(result)
                store.fail(result)
            else:
                store.keep(result)
        merge_new(store)
    return seen, faults


def run_demo(db: Path | None) -> Path:
    """Read the sample, print what the record holds and what to try next: where it lies."""
    db = db or Path(tempfile.mkdtemp(prefix="dragoman-demo-")) / "demo.db"
    console = Console(highlight=False, markup=False)
    began = time.monotonic()
    seen, faults = read_sample(db)
    took = time.monotonic() - began
    with Store(db) as store:
        counts = store.counts()
        meetings = [
            report_row(r) for r, _ in store.reports(Filter(kinds=("meeting",), status="held"))
        ]
        lima = [r for r, _ in store.reports(Filter(kinds=("meeting",), between=("JPN", "KOR")))]
    table = Table(title="Meetings that were held", box=None, title_justify="left", pad_edge=False)
    for column in ("day", "kind", "who", "where"):
        table.add_column(column, no_wrap=column in ("day", "kind"), overflow="fold")
    for row in meetings[:15]:
        table.add_row(*(row[c] for c in ("day", "kind", "who", "where")))
    console.print(table)
    if len(meetings) > 15:
        console.print(f"... and {len(meetings) - 15} more")
    console.print()
    console.print(
        f"{seen} documents read in {took:.1f} s: {counts['documents']} kept with "
        f"{counts['reports']} reports, {len(faults)} failed"
    )
    for fault in faults:
        console.print(Text(f"  {Path(fault.source).name}: {fault.fault}", style="dim"))
    console.print(f"\nThe record is {db}. Try:")
    for line in (
        f"dragoman meetings --db {db} --between KOR,JPN",
        f"dragoman show {lima[0].id} --db {db}" if lima else "",
        f"dragoman statements --db {db} --type ACCUSE",
        f"dragoman compare --db {db} --between KOR,JPN --on 2024-11-14",
        f"dragoman search 拉致 --db {db}",
        f"dragoman serve --db {db}",
    ):
        if line:
            console.print(f"  {line}", soft_wrap=True)
    return db
