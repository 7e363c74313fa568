"""What the browser tests share: the site, what a page may not say, a hostile document."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import BrowserContext, Page, Request

PASSWORD = "correct horse battery"
FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
HOSTILE = {
    "url": "javascript:window.hacked=1",
    "title": "<script>window.hacked=1</script><img src=x onerror=window.hacked=1>\u202e회담",
    "published": "2024-11-20", "publisher": "\"><svg onload=window.hacked=1>",
    "publisher_country": "KOR", "language": "ko",
    "text": "조태열 외교부 장관은 19일 서울에서 이와야 다케시 일본 외무상과 회담하고 "
    "</script><script>window.hacked=1</script>{{7*7}} 문제를 논의했다. "
    "<img src=x onerror=\"window.hacked=1\"> \u202e거꾸로 <a href='javascript:window.hacked=1'>link</a>",
}  # fmt: skip


@dataclass(frozen=True)
class Site:
    base: str
    hostile: str
    lima: str


@dataclass
class Heard:
    """What a page said that no page of ours may say."""

    faults: list[str]
    away: list[str]


def open_page(context: BrowserContext, site: Site, heard: Heard) -> Page:
    def note(request: Request) -> None:
        if not request.url.startswith((site.base, "data:")):
            heard.away.append(request.url)

    context.on("request", note)
    page = context.new_page()
    page.set_default_timeout(15_000)
    page.on("console", lambda m: heard.faults.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda fault: heard.faults.append(str(fault)))
    return page
