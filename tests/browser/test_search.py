"""The search page in real Chromium: found in place, from a server and a folder, and nothing typed goes anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from browser.accessibility import accessibility_faults
from browser.watch import wait_until

from checker.pages.discretion import is_discreet
from checker.pages.told import NEUTRAL_ADDRESS

if TYPE_CHECKING:
    from pathlib import Path

    from browser.conftest import OpenPage
    from browser.watch import Watch
    from playwright.sync_api import Locator, Page

FIELD = "#search-for"
PANEL = "書類の届け先と、情報の見え方"
UNSHOWN = ("ＤＶ", "ぼうりょく", "虐待をうけている", "abuse", "こわい")


def look_for(page: Page, typed: str) -> Locator:
    """Type into the field and return the results, as soon as they are those of what was typed."""
    page.evaluate("document.querySelector('[data-results]').replaceChildren()")
    page.evaluate("document.querySelector('[data-nothing]').hidden = true")
    page.fill(FIELD, typed)
    wait_until(page, "document.querySelector('.sn-found') || !document.querySelector('[data-nothing]').hidden")
    return page.locator("[data-results] > .sn-found")


def headings(results: Locator) -> list[str]:
    return results.locator("h3").all_inner_texts()


def test_what_is_typed_is_found_in_place_and_enters_no_address(page: Page, http_site: str, watch: Watch) -> None:
    page.goto(f"{http_site}/search/index.html")
    entries, asked = page.evaluate("history.length"), len(watch.requests)
    results = look_for(page, "清瀬市 電話番号")
    assert headings(results)[:2] == ["清瀬市 国民健康保険(東京都)", "問い合わせ先"]
    results = look_for(page, "委任状")
    assert any("登録をやめる" in heading for heading in headings(results)[:5])
    assert "委任状" in results.locator("mark").all_inner_texts()
    assert results.get_by_role("link", name="清瀬市").count() > 0
    assert page.url == f"{http_site}/search/index.html"
    assert page.evaluate("history.length") == entries
    assert page.evaluate("localStorage.length + sessionStorage.length + document.cookie.length") == 0
    assert all("/assets/search." in request for request in watch.requests[asked:])
    page.press(FIELD, "Enter")
    assert page.url == f"{http_site}/search/index.html"
    assert page.evaluate("document.activeElement.closest('.sn-found') !== null")
    wait_until(page, "document.querySelector('[role=status]').textContent.includes('件')")
    assert page.evaluate("document.querySelector('[role=status]').textContent.includes('委任状')") is False


def test_only_what_all_insurers_say_word_for_word_is_told_as_common_to_all(page: Page, http_site: str) -> None:
    page.goto(f"{http_site}/search/index.html")
    cancelling = look_for(page, "登録をやめる").filter(has_text="手続き").first
    assert cancelling.get_by_role("link", name="どの保険にも共通").count() == 0
    assert cancelling.get_by_role("link", name="蒲郡市").count() == 1
    shown = look_for(page, "病院や薬局で見せるもの").filter(has_text="保険ごとの決まり").first
    assert shown.get_by_role("link", name="どの保険にも共通").count() == 1
    page.select_option("#search-whose", label="清瀬市 国民健康保険(東京都)")
    wait_until(page, "document.querySelector('[data-only]').textContent.includes('清瀬市')")
    links = page.locator("[data-results] a[href*='insurers/']")
    whose = links.evaluate_all("all => all.map(a => a.href.split('insurers/')[1].split('/')[0])")
    assert set(whose) == {"kiyose"}
    page.select_option("#search-whose", value="")
    wait_until(page, "document.querySelector('[data-results] a[href*=gamagori]')")
    assert page.locator("[data-only]").is_hidden()


def test_kana_are_looked_for_while_they_are_still_being_made(page: Page, http_site: str) -> None:
    page.goto(f"{http_site}/search/index.html")
    page.focus(FIELD)
    keyboard = page.context.new_cdp_session(page)
    keyboard.send("Input.imeSetComposition", {"text": "がまごおr", "selectionStart": 5, "selectionEnd": 5})
    wait_until(page, "document.querySelector('[data-found-insurer=gamagori]')")
    keyboard.send("Input.imeSetComposition", {"text": "いにんじょ", "selectionStart": 5, "selectionEnd": 5})
    wait_until(page, "[...document.querySelectorAll('mark')].some((one) => one.textContent === '委任状')")


def test_from_a_folder_a_result_leads_to_its_place_and_the_way_back_finds_the_field_empty(
    open_page: OpenPage, site_dir: Path
) -> None:
    page = open_page(offline=True)
    page.goto((site_dir / "search" / "index.html").as_uri())
    link = look_for(page, "がまごおり 登録をやめたい").locator("a[href*='#procedure-']").first
    anchor = (link.get_attribute("href") or "").partition("#")[2]
    link.click()
    page.wait_for_url("**/insurers/gamagori/index.html#*")
    assert page.locator(f"[id='{anchor}'] h3").is_visible()
    page.go_back()
    wait_until(page, "document.querySelector('#search-for')?.checkVisibility()")
    assert page.input_value(FIELD) == ""
    assert page.locator(".sn-found").count() == 0


def test_words_that_no_page_shows_lead_to_the_panel_which_opens_here(page: Page, http_site: str) -> None:
    page.goto(f"{http_site}/search/index.html")
    entries = page.evaluate("history.length")
    for typed in (*UNSHOWN, "住所を知られたくない"):
        results = look_for(page, typed)
        assert headings(results)[0] == PANEL
        assert is_discreet(page.inner_text("body"))
    page.locator(".sn-found h3 a").first.click()
    assert page.locator("[data-panel]").evaluate("panel => panel.open")
    assert page.evaluate("history.length") == entries


@pytest.mark.faults_expected
def test_the_quick_exit_leaves_nothing_of_it(page: Page, http_site: str) -> None:
    page.route(NEUTRAL_ADDRESS + "**", lambda route: route.fulfill(content_type="text/html", body="weather"))
    page.goto(f"{http_site}/search/index.html")
    look_for(page, "やめたい")
    page.evaluate("document.dispatchEvent(new CustomEvent('wipe'))")
    assert page.input_value(FIELD) == ""
    assert page.locator(".sn-found").count() == 0
    look_for(page, "やめたい")
    page.click("[data-leave]")
    page.wait_for_url(NEUTRAL_ADDRESS + "**")


@pytest.mark.faults_expected
def test_without_the_index_it_says_so_and_tries_again(page: Page, http_site: str) -> None:
    page.route("**/assets/search.ja.*", lambda route: route.abort())
    page.goto(f"{http_site}/search/index.html")
    page.fill(FIELD, "やめたい")
    wait_until(page, "document.querySelector('[role=status]').textContent.includes('読みこめません')")
    page.unroute("**/assets/search.ja.*")
    assert look_for(page, "登録をやめたい").count() > 0


def test_more_is_shown_on_demand_and_axe_finds_nothing_on_a_phone(page: Page, http_site: str) -> None:
    page.goto(f"{http_site}/search/index.html")
    results = look_for(page, "カードをなくした")
    page.locator("[data-more]").click()
    assert results.count() > 10
    assert results.nth(10).evaluate("result => result.contains(document.activeElement)")
    for more in page.locator(".sn-found summary").all():
        more.click()
    assert accessibility_faults(page, "[data-search]") == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_where_nothing_is_found_the_way_on_is_told(open_page: OpenPage, http_site: str) -> None:
    page = open_page(viewport={"width": 1280, "height": 800})
    page.goto(f"{http_site}/search/index.html")
    look_for(page, "ほげほげ")
    wait_until(page, "document.querySelector('[role=status]').textContent === '見つかりませんでした。'")
    assert page.locator("[data-nothing]").is_visible()
    assert accessibility_faults(page, "#content") == []


def test_other_languages_have_their_own(page: Page, http_site: str) -> None:
    page.goto(f"{http_site}/en/search/index.html")
    assert any("Certificate" in heading for heading in headings(look_for(page, "lost my number card")))
    assert page.locator("[data-nothing]").is_hidden()
    page.goto(f"{http_site}/easy/search/index.html")
    assert "やめる" in "".join(headings(look_for(page, "登録をやめたい")))
    assert page.locator(".sn-founds mark ruby").first.inner_text().startswith("登録")


def test_without_a_script_the_ways_to_other_pages_stand_there(open_page: OpenPage, http_site: str) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(f"{http_site}/search/index.html")
    assert page.locator(FIELD).is_hidden()
    assert page.locator(".sn-without-script").is_visible()
    assert page.locator(".sn-ways-on a").count() == 3
