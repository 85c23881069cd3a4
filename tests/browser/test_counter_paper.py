"""What a clerk prints, the panel beside the answer, the offline file, and who sees or moves otherwise."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browser.accessibility import accessibility_faults
from browser.clerk import Clerk
from browser.watch import wait_until

if TYPE_CHECKING:
    from browser.conftest import OpenPage
    from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parents[2]
DESK = {"width": 1280, "height": 800}
ORDINARY = ("1", "2", "1", "1", "1", "1")
NO_PRINTER = """window.print = () => {
  dispatchEvent(new Event('beforeprint'));
  window.papers = (window.papers ?? []).concat(document.title);
};
"""
PRINTED = "dispatchEvent(new Event('afterprint'))"


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    """Return a page on a desk, without a printer, of somebody to whom Python is only offered."""
    found = open_page(viewport=DESK)
    found.add_init_script(NO_PRINTER + "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })")
    return found


@pytest.fixture
def clerk(page: Page, http_site: str) -> Clerk:
    found = Clerk(page, "kiyose")
    found.open(http_site)
    return found


def test_the_key_prints_the_sheet_of_the_answer_that_stands_there(clerk: Clerk) -> None:
    page = clerk.page
    clerk.press(*ORDINARY, "p")
    page.emulate_media(media="print")
    assert page.is_visible(".sheet")
    assert not page.is_visible(".counter")
    assert not page.is_visible(".bar")
    first = page.inner_html(".sheet")
    page.emulate_media(media="screen")
    page.evaluate(PRINTED)
    assert page.locator(".sheet").count() == 0
    assert page.is_visible(".counter")
    clerk.press("n")
    clerk.press("3", "1", "p")
    assert page.inner_html(".sheet") != first


def test_keys_go_on_after_printing(clerk: Clerk) -> None:
    page = clerk.page
    clerk.press(*ORDINARY, "p")
    page.evaluate(f"document.activeElement.blur(); {PRINTED}")
    clerk.press("n")
    assert clerk.at == "errand"
    assert page.locator("fieldset input:checked").count() == 0


def test_where_no_sheet_can_be_made_the_answer_is_printed(clerk: Clerk) -> None:
    clerk.press("1", "1", "p")
    assert clerk.decision["status"] == "out_of_scope"
    clerk.page.emulate_media(media="print")
    assert clerk.page.is_visible(".act")
    assert not clerk.page.is_visible(".counter-ask")


def test_the_panel_opens_beside_the_answer_without_a_sound_or_a_step(clerk: Clerk) -> None:
    page = clerk.page
    clerk.press("3", "1")
    history, title, moved = page.evaluate("history.length"), page.title(), page.evaluate("scrollY")
    assert not page.is_visible("[data-panel]")
    clerk.press("t")
    panel, answer = page.locator("[data-panel]").bounding_box(), page.locator(".counter-answer").bounding_box()
    assert panel is not None
    assert answer is not None
    assert page.is_visible(".act")
    assert panel["x"] + panel["width"] <= answer["x"]
    assert (page.evaluate("history.length"), page.title(), page.evaluate("scrollY")) == (history, title, moved)
    assert page.locator("[data-panel]").evaluate("(one) => one.closest('[aria-live], [role]')") is None
    page.keyboard.press("Escape")
    assert not page.is_visible("[data-panel]")
    assert page.evaluate("document.activeElement.closest('form')?.className") == "counter"
    page.click("[data-open-panel] >> visible=true")
    assert page.is_visible("[data-panel]")
    page.focus("[data-print]")
    clerk.press("n")
    assert not page.is_visible("[data-panel]")


def test_the_panel_prints_alone_under_a_title_that_says_nothing(clerk: Clerk) -> None:
    page = clerk.page
    title = page.title()
    clerk.press(*ORDINARY, "t")
    page.keyboard.press("Enter")
    assert page.evaluate("papers") == ["資格ナビ"]
    page.emulate_media(media="print")
    shown = page.evaluate(
        """[...document.querySelectorAll('body *')]
          .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height)
          .filter((one) => !one.querySelector('[data-panel]') && !one.closest('[data-panel]'))
          .map((one) => one.outerHTML.slice(0, 80))"""
    )
    assert shown == []
    assert page.is_visible("[data-panel] section")
    assert not page.is_visible("[data-print-panel]")
    page.emulate_media(media="screen")
    page.evaluate(PRINTED)
    assert page.title() == title
    page.keyboard.press("Escape")
    clerk.press("p")
    page.emulate_media(media="print")
    assert page.is_visible(".sheet")
    assert not page.is_visible("[data-panel]")


@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing(open_page: OpenPage, http_site: str, width: int) -> None:
    page = open_page(viewport={"width": width, "height": 800})
    clerk = Clerk(page, "gamagori")
    clerk.open(http_site)
    found = accessibility_faults(page)
    clerk.press("1", "2", "1")
    found += accessibility_faults(page)
    clerk.press("t")
    found += accessibility_faults(page)
    page.keyboard.press("Escape")
    clerk.press("n", "2", "2")
    found += accessibility_faults(page)
    assert found == []
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0


def test_its_parts_have_names_and_its_keys_are_told(clerk: Clerk) -> None:
    tree = clerk.page.locator(".counter").aria_snapshot()
    for part in (
        'region "質問"',
        'group "きょう知りたいことは何ですか。"',
        'radio "なくした"',
        'region "いまの答え"',
        "heading",
    ):
        assert part in tree
    assert clerk.page.get_attribute('[value="lost"]', "aria-keyshortcuts") == "3"


def test_the_offline_file_starts_there_and_shift_still_leaves(open_page: OpenPage, offline_file: Path) -> None:
    page = open_page(viewport=DESK, offline=True)
    page.goto(f"{offline_file.as_uri()}#counter")
    page.check('[value="gamagori"]')
    page.click("[data-next]")
    clerk = Clerk(page, "gamagori")
    clerk.settle()
    assert clerk.at == "errand"
    clerk.press("1", "2", "1")
    assert page.locator("fieldset input:checked").count() == 3
    wait_until(page, "document.querySelector('[data-checker]').dataset.engine === 'python'", 60)
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url("about:blank")
