"""The pages around the checker in real Chromium: accessible, narrow enough, and working by a double click too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from browser.accessibility import accessibility_faults
from browser.watch import wait_until

if TYPE_CHECKING:
    from pathlib import Path

    from browser.conftest import OpenPage
    from browser.watch import Watch
    from playwright.sync_api import Page

PAGES = (
    "index.html",
    "check/index.html",
    "check/kiyose/index.html",
    "insurers/index.html",
    "insurers/kiyose/index.html",
    "insurers/other/tables/index.html",
    "sources/index.html",
    "situations/lost/index.html",
)
WIDTHS = (360, 1280)
FOLDED = "[...document.querySelectorAll('.sn-fold > :not(summary)')].map((one) => one.checkVisibility())"
"""Whether each of what may be folded up by insurer is seen."""


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("address", PAGES)
def test_axe_finds_nothing_and_nothing_runs_out_of_the_page(
    open_page: OpenPage, http_site: str, address: str, width: int
) -> None:
    page = open_page(viewport={"width": width, "height": 800})
    page.goto(f"{http_site}/{address}")
    assert accessibility_faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    folds = page.evaluate(FOLDED)
    assert bool(folds) == (address == "situations/lost/index.html")
    assert {*folds} <= {width == max(WIDTHS)}, "folded up where it is narrow, open where there is room"
    page.emulate_media(media="print")
    assert {*page.evaluate(FOLDED)} <= {True}, "on paper nothing is folded up"
    page.emulate_media(media="screen")
    page.locator("[data-panel] > summary").click()
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
    assert accessibility_faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_at_400_percent_nothing_runs_out_of_pages_with_long_names(open_page: OpenPage, http_site: str) -> None:
    page = open_page(viewport={"width": 320, "height": 256})
    for address in ("en/situations/not-card/index.html", "en/insurers/designated-city/tables/index.html"):
        page.goto(f"{http_site}/{address}")
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, address


def test_a_phone_prints_the_wide_form_of_a_picture_which_it_has_already(open_page: OpenPage, http_site: str) -> None:
    page = open_page(viewport={"width": 360, "height": 800})
    page.goto(f"{http_site}/insurers/kiyose/pictures/index.html", wait_until="load")
    flows = page.locator(".sn-flow").count()
    assert page.locator(".sn-flow img").filter(visible=True).count() == flows > 0
    assert page.locator(".sn-flow picture > img").filter(visible=True).count() == flows
    assert all(page.locator(".sn-paper").evaluate_all("all => all.map((one) => one.complete && one.naturalWidth > 0)"))
    page.emulate_media(media="print")
    assert page.locator(".sn-flow img").filter(visible=True).count() == flows
    assert page.locator(".sn-flow .sn-paper").filter(visible=True).count() == flows


def test_one_tap_leads_from_home_to_an_insurers_question(page: Page, http_site: str) -> None:
    page.goto(http_site)
    page.get_by_role("link", name="清瀬市").click()
    wait_until(page, "document.querySelector('[data-checker]')?.dataset.insurer === 'kiyose'")
    assert page.url.endswith("/check/kiyose/index.html")


def test_the_question_for_the_insurer_leads_on_in_one_entry_of_the_history(page: Page, http_site: str) -> None:
    page.goto(f"{http_site}/check/")
    entries = page.evaluate("history.length")
    page.locator("[data-next]").click()
    assert page.locator("#question-problem").is_visible()
    assert page.url.endswith("/check/")
    assert page.evaluate("document.activeElement.name") == "answer"
    page.locator('[data-question="insurer"] input[value="late_elderly"]').check()
    page.locator("[data-next]").click()
    page.wait_for_url("**/check/other/index.html")
    assert page.evaluate("history.length") == entries


def test_the_standing_line_opens_the_panel_in_the_page(page: Page, http_site: str) -> None:
    page.goto(f"{http_site}/insurers/gamagori/index.html")
    entries = page.evaluate("history.length")
    assert not page.locator("[data-panel]").evaluate("panel => panel.open")
    page.locator("[data-standing] a").first.click()
    assert page.locator("[data-panel]").evaluate("panel => panel.open")
    assert page.evaluate("history.length") == entries


def test_everything_works_from_a_folder_without_a_network(open_page: OpenPage, site_dir: Path, watch: Watch) -> None:
    page = open_page(offline=True)
    page.goto((site_dir / "index.html").as_uri())
    page.get_by_role("link", name="質問で調べる").click()
    page.locator('input[value="namerikawa"]').check()
    page.locator("[data-next]").click()
    wait_until(page, "document.querySelector('[data-checker]')?.dataset.insurer === 'namerikawa'")
    page.locator('a[href*="insurers/namerikawa/index.html"]').last.click()
    page.wait_for_url("**/insurers/namerikawa/index.html")
    page.get_by_role("link", name="保険ごとの決まり", exact=True).first.click()
    page.wait_for_url("**/insurers/index.html")
    page.locator('#content a[href$="insurers/kiyose/index.html"]').click()
    page.wait_for_url("**/insurers/kiyose/index.html")
    assert all(request.startswith("file:") for request in watch.requests)


def test_the_page_can_be_left_at_once(open_page: OpenPage, site_dir: Path) -> None:
    page = open_page(offline=True)
    page.goto((site_dir / "insurers" / "kiyose" / "index.html").as_uri())
    page.locator("[data-leave]").click()
    page.wait_for_url("about:blank")
    page.goto((site_dir / "index.html").as_uri())
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url("about:blank")


def test_without_scripts_the_insurers_stand_as_links(open_page: OpenPage, http_site: str) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(f"{http_site}/check/")
    page.locator('noscript a[href="health-society/index.html"]').click()
    page.wait_for_url("**/check/health-society/index.html")
    assert page.locator("table").count() > 0
