"""Hostile documents stay text, forged forms are refused, every page can be read by everybody."""

from __future__ import annotations

from typing import Any

import pytest
from browsing import PASSWORD, Heard, Site, open_page
from playwright.sync_api import Browser, Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.slow]
PAGES = (
    "/", "/events", "/events/LIMA", "/documents/HOSTILE", "/pledges", "/calendar?month=2024-11",
    "/topics", "/actors", "/actors/KOR", "/pairs/JPN-KOR",
    "/ask?q=When did Cho Tae-yul meet Takeshi Iwaya?", "/brief?about=KOR,JPN", "/sources", "/about", "/login", "/nowhere",
)  # fmt: skip


def test_a_hostile_document_stays_text(page: Page, site: Site) -> None:
    page.goto(f"{site.base}/en/documents/{site.hostile}")
    expect(page.get_by_role("heading", level=1)).to_contain_text("<script>window.hacked=1</script>")
    expect(page.locator(".text")).to_contain_text(
        "</script><script>window.hacked=1</script>{{7*7}}"
    )
    assert page.locator("a[href^='javascript:']").count() == 0
    assert "\u202e" not in page.content()
    for place in ("", "/documents", "/events", "/sources", "/events?q=거꾸로"):
        page.goto(f"{site.base}/ko{place}")
        assert page.evaluate("window.hacked") is None
        assert page.locator("img[src=x], svg[onload]").count() == 0


def test_its_event_page_holds_it_in_data_blocks_too(page: Page, site: Site) -> None:
    page.goto(f"{site.base}/en/documents/{site.hostile}")
    for link in page.locator("aside a[href*='/events/']").all()[:2]:
        page.goto(site.base + str(link.get_attribute("href")))
        assert page.evaluate("window.hacked") is None
        page.go_back()
    data = page.evaluate("JSON.parse(document.querySelector('[type$=\"ld+json\"]').textContent)")
    assert data["headline"].startswith("<script>")


def test_a_form_with_a_stolen_or_missing_token_is_refused(browser: Browser, site: Site) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{site.base}/en/login")
    page.get_by_label("Name").fill("kim")
    page.get_by_label("Password").fill("not the password")
    page.locator("main").get_by_role("button", name="Log in").click()
    expect(page.get_by_role("alert")).to_contain_text("Wrong name or password")
    page.get_by_label("Name").fill("kim")
    page.get_by_label("Password").fill(PASSWORD)
    page.locator("main").get_by_role("button", name="Log in").click()
    page.wait_for_url("**/review")
    form = {"verb": "wrong", "subject": site.lima}
    for token in ("", "stolen"):
        answer = context.request.post(f"{site.base}/en/review", form={**form, "token": token})
        assert answer.status == 403
    context.close()


def _serious(found: dict[str, Any]) -> list[str]:
    return [
        f"{v['id']}: {v['nodes'][0]['html'][:160]} {v['nodes'][0].get('failureSummary', '')[:200]}"
        for v in found["violations"]
        if v["impact"] in ("serious", "critical")
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(
    browser: Browser, site: Site, heard: Heard, axe: str, scheme: Any
) -> None:
    context = browser.new_context(color_scheme=scheme, bypass_csp=True)
    page = open_page(context, site, heard)
    faults: dict[str, list[str]] = {}
    for lang, path in [("en", p) for p in PAGES] + [("ko", "/events/LIMA"), ("ja", "/")]:
        page.goto(
            f"{site.base}/{lang}{path}".replace("LIMA", site.lima).replace("HOSTILE", site.hostile)
        )
        page.evaluate(axe)
        if found := _serious(page.evaluate("axe.run()")):
            faults[path] = found
    context.close()
    assert faults == {}
    assert heard.away == []
