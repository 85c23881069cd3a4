"""The reader's own settings are kept to: forced colours, less motion, and a voice that is not interrupted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from browser.looks import look
from browser.states import kinds_of_pages
from browser.visitor import ORDINARY, Visitor

if TYPE_CHECKING:
    from browser.conftest import OpenPage
    from playwright.sync_api import Page

FRAMELESS = """() => [...document.querySelectorAll('button, .option, .panel, input[type=date], .sn-option, .sn-button')]
  .filter((one) => one.checkVisibility() && !one.matches('.link, .languages *'))
  .filter((one) => getComputedStyle(one).borderTopStyle !== 'solid' || getComputedStyle(one).borderTopWidth === '0px')
  .map((one) => `${one.tagName} ${one.className} ${one.textContent.slice(0, 20)}`)"""
"""What would be nothing but text where colours are forced: backgrounds are gone then."""

MOVING = """() => [...document.querySelectorAll('*')]
  .filter((one) => {
    const { transitionDuration: lasting, animationName: moving, scrollBehavior: scroll } = getComputedStyle(one);
    return lasting.split(', ').some((time) => time !== '0s') || moving !== 'none' || scroll !== 'auto';
  })
  .map((one) => one.tagName + one.className)"""

SPEAKING = "[...document.querySelectorAll('[role=status], [role=alert], [aria-live]')].filter((one) => one.textContent)"


@pytest.fixture
def visitor(page: Page, http_site: str) -> Visitor:
    found = Visitor(page, http_site)
    found.without_python()
    return found


def test_in_forced_colours_every_control_has_a_frame(visitor: Visitor) -> None:
    visitor.page.emulate_media(forced_colors="active")
    assert [f"{name}: {one}" for name in kinds_of_pages(visitor) for one in visitor.page.evaluate(FRAMELESS)] == []


def test_in_forced_colours_what_is_chosen_and_where_the_focus_is_are_seen(visitor: Visitor) -> None:
    visitor.page.emulate_media(forced_colors="active")
    visitor.open("kiyose")
    style = "getComputedStyle(document.querySelector('{}')).{}"
    chosen = "label.option:has(:checked)"
    visitor.choose("lost")
    visitor.page.evaluate("document.activeElement.blur()")
    frame = visitor.page.evaluate(style.format(chosen, "outlineColor"))
    assert visitor.page.evaluate(style.format(chosen, "outlineStyle")) == "solid"
    assert frame != visitor.page.evaluate(style.format("label.option", "borderTopColor"))
    visitor.page.keyboard.press("Tab")
    assert look(visitor.page, "focus")["marked"]


def test_nothing_moves_for_those_who_asked_for_less_motion(visitor: Visitor) -> None:
    visitor.open("kiyose")
    assert visitor.page.evaluate(MOVING)
    visitor.page.emulate_media(reduced_motion="reduce")
    assert [f"{name}: {one}" for name in kinds_of_pages(visitor) for one in visitor.page.evaluate(MOVING)] == []


def test_a_question_and_an_answer_say_nothing_of_themselves(visitor: Visitor) -> None:
    """The heading that gets the focus is read; a live region beside it would be read over it."""
    said = {
        name: visitor.page.evaluate(f"{SPEAKING}.map((one) => one.getAttribute('role'))")
        for name in kinds_of_pages(visitor)
    }
    assert {name for name, roles in said.items() if "alert" in roles} == {"error", "panel", "date missing"}
    assert all(roles in ([], ["status"]) for name, roles in said.items() if "alert" not in roles), said


def test_what_python_says_is_a_status_and_takes_nobody_away(open_page: OpenPage, http_site: str) -> None:
    visitor = Visitor(open_page(), http_site)
    visitor.open("kiyose")
    visitor.walk({"errand": "which_document", **ORDINARY})
    heading = visitor.page.evaluate("document.activeElement.textContent")
    assert heading == visitor.page.locator("h1").inner_text()
    assert visitor.page.locator("[data-opinion]").get_attribute("role") == "status"
    visitor.wait_for_python()
    assert visitor.page.evaluate("document.activeElement.textContent") == heading
    spoken = visitor.page.evaluate(f"{SPEAKING}.map((one) => one.getAttribute('role'))")
    assert spoken == ["status"]
    assert visitor.page.locator("[role=status]").inner_text().count("。") == 1


def test_the_title_of_the_page_never_tells_what_is_asked_or_answered(visitor: Visitor) -> None:
    titles = {visitor.page.title() for name in kinds_of_pages(visitor) if "," not in name}
    assert titles == {"蒲郡市 国民健康保険(愛知県)|資格ナビ", "清瀬市 国民健康保険(東京都)|資格ナビ"}
