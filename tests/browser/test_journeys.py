"""What people come for, in a real browser: find, read the proof, compare, ask, correct, undo."""

from __future__ import annotations

import pytest
from browsing import PASSWORD, Heard, Site, open_page
from playwright.sync_api import Browser, Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_a_stranger_finds_the_lima_meeting_from_the_front_page(page: Page, site: Site) -> None:
    page.goto(site.base)
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.get_by_role("searchbox").first.fill("일본 외무대신 리마")
    page.get_by_role("button", name="Search").click()
    page.locator(f'a[href$="{site.lima}"]').first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Ministerial meeting")


def test_facets_narrow_the_list_without_loading_the_page_again(page: Page, site: Site) -> None:
    page.goto(f"{site.base}/en/events")
    page.evaluate("window.sameLoad = true")
    page.get_by_label("Between").fill("JPN,KOR")
    page.get_by_label("Kind").select_option("meeting")
    page.wait_for_url("**between=JPN*")
    expect(page.locator("#list .row").first).to_contain_text("Japan, South Korea")
    assert page.evaluate("window.sameLoad") is True


def test_evidence_is_marked_in_its_document(page: Page, site: Site) -> None:
    page.goto(f"{site.base}/en/events/{site.lima}")
    page.locator(".telling h3 a", has_text="日韓外相会談").click()
    expect(page.locator(".text")).to_have_attribute("lang", "ja")
    expect(page.locator("mark.k-meeting").first).to_contain_text("日韓外相会談を行いました")


def test_people_are_named_in_the_readers_language(page: Page, site: Site) -> None:
    for tongue, name in (("en", "Cho Tae-yul"), ("ko", "조태열"), ("ja", "趙兌烈")):
        page.goto(f"{site.base}/{tongue}/events/{site.lima}")
        expect(page.locator("dl, table").first).to_contain_text(name)


def test_the_comparison_shows_what_one_side_leaves_out(page: Page, site: Site) -> None:
    page.goto(f"{site.base}/en/events/{site.lima}")
    table = page.locator("table.compare")
    expect(table.locator("thead")).to_contain_text("South Korea")
    left_out = table.locator("td.t-left_out")
    assert left_out.count() >= 1
    row = left_out.first.locator("xpath=..")
    expect(row.locator("td.t-said blockquote").first).not_to_be_empty()


def test_three_questions_two_are_answered_and_one_is_not(page: Page, site: Site) -> None:
    page.goto(f"{site.base}/en/ask")

    def put(question: str) -> None:
        page.locator("#askq").fill(question)
        page.locator("form.question button").click()

    put("When did Cho Tae-yul meet Takeshi Iwaya?")
    # The first question after a start waits for the tables.
    expect(page.locator(".answer")).to_contain_text("2024-11-14", timeout=20_000)
    assert page.locator(".answer mark").count() >= 1
    put("조태열 장관과 이와야 다케시 장관의 회담에서 어떤 내용이 논의되었나요?")
    expect(page.locator(".answer .claim").first).to_contain_text("한")
    put("When did Cho Tae-yul meet Sergey Lavrov?")
    expect(page.locator(".refused")).to_contain_text("The record does not say", timeout=20_000)
    assert page.locator(".refused .row").count() >= 1


def test_a_briefing_is_made_from_the_event_and_each_line_opens_its_proof(
    page: Page, site: Site
) -> None:
    page.goto(f"{site.base}/en/events/{site.lima}")
    page.get_by_role("link", name="Briefing", exact=True).click()
    proof = page.locator(".brief details.proof").first
    proof.locator("summary").click()
    expect(proof.locator("mark")).to_be_visible()
    proof.locator("a.by").click()
    expect(page.locator(".text mark").first).to_be_visible()


def test_a_correction_changes_the_event_and_undo_brings_it_back(page: Page, site: Site) -> None:
    page.goto(f"{site.base}/en/review")
    page.get_by_label("Name").fill("kim")
    page.get_by_label("Password").fill(PASSWORD)
    page.locator("main").get_by_role("button", name="Log in").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Review")
    page.goto(f"{site.base}/en/events/{site.lima}")
    page.get_by_label("Field").select_option("status")
    page.get_by_label("Value").fill("cancelled")
    page.get_by_role("button", name="Correct").click()
    expect(page.locator(".over")).to_contain_text("Cancelled")
    page.goto(f"{site.base}/en/review")
    page.get_by_role("button", name="Undo").first.click()
    expect(page.locator("tr.undone").first).to_contain_text("cancelled")
    page.goto(f"{site.base}/en/events/{site.lima}")
    expect(page.locator(".over")).to_contain_text("Held")


def test_the_theme_switch_is_remembered(page: Page, site: Site) -> None:
    page.goto(f"{site.base}/en/")
    page.locator("#theme").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.goto(f"{site.base}/en/events")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")


def test_the_keyboard_reaches_the_content_first(page: Page, site: Site) -> None:
    page.goto(f"{site.base}/en/")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()


def test_charts_draw_under_the_strict_policy(page: Page, site: Site) -> None:
    page.goto(f"{site.base}/en/pairs/JPN-KOR")
    expect(page.locator(".chart canvas")).to_have_count(2)


@pytest.mark.parametrize("path", ["/", "/events", "/events/LIMA", "/ask", "/calendar", "/pledges"])
def test_a_phone_never_scrolls_sideways(
    browser: Browser, site: Site, heard: Heard, path: str
) -> None:
    context = browser.new_context(viewport={"width": 375, "height": 740}, locale="ko-KR")
    page = open_page(context, site, heard)
    page.goto(f"{site.base}/ko{path.replace('LIMA', site.lima)}")
    assert page.evaluate("document.documentElement.scrollWidth") <= 375
    context.close()
    assert (heard.faults, heard.away) == ([], [])
