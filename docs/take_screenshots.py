"""Takes the README's pictures of the pages over the demo record, with Debian's Chromium.

Run: ``uv run python docs/take_screenshots.py``. Out: docs/screenshots/*.png, each at most 300 kB.
"""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from dragoman.cli.demonstration import read_sample
from dragoman.record.store import EventFilter, Store

FOLDER = Path(__file__).parent / "screenshots"
MOST = 300_000  # bytes a picture
FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip


def main() -> None:
    """Serve the demo record, open each page, keep the picture."""
    with tempfile.TemporaryDirectory() as folder, socket.socket() as free:
        db = Path(folder) / "demo.db"
        read_sample(db)
        with Store(db) as store:
            wanted = EventFilter(
                kinds=("meeting",), between=("JPN", "KOR"), since="2024-11-14", until="2024-11-14"
            )
            lima = max(store.events(wanted), key=lambda e: len(e.reports))
            seoul = store.tellings(lima.id)[-1][1].id
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        server = subprocess.Popen(
            [sys.executable, "-m", "dragoman", "serve", "--db", str(db), "--port", str(port)],
            stderr=subprocess.DEVNULL,
        )
        try:
            base = f"http://127.0.0.1:{port}"
            wait_for(base)
            path = shutil.which("chromium")
            if path is None:
                sys.exit("this needs Debian's Chromium: apt-get install chromium fonts-noto-cjk")
            with sync_playwright() as play:
                browser = play.chromium.launch(executable_path=path, args=FLAGS)
                take(browser, f"{base}/en/", "front")
                take(browser, f"{base}/en/events/{lima.id}", "event", height=1500)
                take(browser, f"{base}/ko/documents/{seoul}", "document")
                asked = "When did Cho Tae-yul meet Takeshi Iwaya?"
                take(browser, f"{base}/en/ask?q={asked}", "ask")
                silent = "When did Cho Tae-yul meet Sergey Lavrov?"
                take(browser, f"{base}/en/ask?q={silent}", "refused", scheme="dark")
                take(browser, f"{base}/en/pairs/JPN-KOR", "pair", scheme="dark")
                take(browser, f"{base}/ko/brief?about=KOR,JPN", "brief", height=1200)
                take(browser, f"{base}/ko/events/{lima.id}", "phone", width=390, height=844)
                browser.close()
        finally:
            server.terminate()
            server.wait(20)


def wait_for(base: str) -> None:
    """Until the server answers. Raises RuntimeError after half a minute."""
    for _ in range(300):
        try:
            urllib.request.urlopen(f"{base}/robots.txt", timeout=1).close()
            return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError("the server did not answer within 30 seconds")


def take(
    browser: Browser, address: str, name: str, *, width: int = 1200, height: int = 860,
    scheme: str = "light",
) -> None:  # fmt: skip
    """One picture of the upper part of a page. Raises RuntimeError when it is too large."""
    page = browser.new_page(
        viewport={"width": width, "height": height},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    page.goto(address)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(300)
    data = page.screenshot()
    page.close()
    if len(data) > MOST:
        raise RuntimeError(f"{name}.png has {len(data)} bytes, more than {MOST}")
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / f"{name}.png").write_bytes(data)
    print(f"{name}.png {len(data)} bytes")


if __name__ == "__main__":
    main()
