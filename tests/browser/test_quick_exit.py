"""Leaving at once: covered and wiped before anything else, and the page's place in the history given away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from browser.visitor import Visitor
from browser.watch import wait_until

from checker.build.serve import serving
from checker.pages.told import NEUTRAL_ADDRESS

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page, ViewportSize

pytestmark = pytest.mark.faults_expected
"""Leaving is a request to another origin."""


@pytest.fixture
def visitor(page: Page, http_site: str) -> Visitor:
    """One whose neutral page is a page of ours: no test leaves for the real one."""
    page.route(
        NEUTRAL_ADDRESS + "**", lambda route: route.fulfill(content_type="text/html", body="<title>weather</title>")
    )
    found = Visitor(page, http_site)
    found.without_python()
    return found


def press_shift(page: Page, times: int) -> None:
    for _ in range(times):
        page.keyboard.press("Shift")


def has_left(page: Page) -> bool:
    return page.url.startswith(NEUTRAL_ADDRESS)


def test_the_link_leads_away_and_back_does_not_lead_here(visitor: Visitor) -> None:
    page = visitor.page
    page.goto(f"{visitor.address}/index.html")
    page.goto(f"{visitor.address}/check/kiyose/index.html")
    visitor.answer("lost")
    page.click("[data-leave]")
    page.wait_for_url(NEUTRAL_ADDRESS + "**")
    page.go_back()
    assert page.url == f"{visitor.address}/index.html"


def test_shift_three_times_leads_away_from_the_first_page_and_from_an_answer(visitor: Visitor) -> None:
    visitor.open("kiyose")
    press_shift(visitor.page, 3)
    visitor.page.wait_for_url(NEUTRAL_ADDRESS + "**")
    visitor.open("kiyose")
    visitor.walk({"errand": "lost", "lost_item": "my_number_card"})
    press_shift(visitor.page, 3)
    visitor.page.wait_for_url(NEUTRAL_ADDRESS + "**")


def test_shift_otherwise_does_nothing(visitor: Visitor) -> None:
    page = visitor.page
    page.clock.install()
    visitor.open("kiyose")
    press_shift(page, 2)
    page.clock.fast_forward(6000)
    press_shift(page, 2)
    page.keyboard.press("a")
    press_shift(page, 2)
    page.clock.fast_forward(1000)
    assert not has_left(page)
    assert visitor.question == "errand"


def test_the_page_is_empty_at_once_while_the_way_out_is_still_loading(visitor: Visitor) -> None:
    page = visitor.page
    visitor.open("kiyose")
    visitor.walk({"errand": "lost", "lost_item": "my_number_card"})
    left = page.evaluate(
        """() => {
          const root = document.querySelector('[data-checker]');
          document.querySelector('[data-leave]').click();
          return [document.body.childElementCount, document.title.trim(), root.decision];
        }"""
    )
    assert left == [0, "", None]


def test_without_a_network_an_empty_page_is_the_way_out(visitor: Visitor) -> None:
    visitor.open("kiyose")
    visitor.page.context.set_offline(True)
    visitor.page.click("[data-leave]")
    visitor.page.wait_for_url("about:blank")


def test_a_frame_that_may_not_leave_wipes_itself_and_shows_the_contact(visitor: Visitor, tmp_path: Path) -> None:
    inner = f"{visitor.address}/check/kiyose/index.html"
    frame = f'<iframe src="{inner}" sandbox="allow-scripts allow-same-origin allow-forms"></iframe>'
    (tmp_path / "index.html").write_text(f"<!doctype html><title>host</title>{frame}", encoding="utf-8")
    with serving(tmp_path) as host:
        page = visitor.page
        page.goto(f"{host}/index.html")
        (child,) = page.main_frame.child_frames
        child.check('[value="lost"]')
        child.click("[data-next]")
        child.click("[data-leave]")
        wait_until(page, "true")
        child.wait_for_selector("[data-contact]")
        assert child.query_selector("form") is None
        assert "042-497-2047" in child.inner_text("body")
        assert page.url == f"{host}/index.html"


def test_without_scripts_the_link_still_leads_away(visitor: Visitor, http_site: str) -> None:
    visitor.open("kiyose")
    assert visitor.page.get_attribute("[data-leave]", "href") == NEUTRAL_ADDRESS
    assert http_site not in NEUTRAL_ADDRESS


def test_the_link_stands_in_the_same_place_on_every_page(visitor: Visitor) -> None:
    visitor.open("kiyose")
    place = visitor.page.locator("[data-leave]").bounding_box()
    while visitor.question is not None:
        visitor.answer({"errand": "at_desk"}.get(visitor.question, "unknown"))
        assert visitor.page.locator("[data-leave]").bounding_box() == place
    visitor.page.mouse.wheel(0, 2000)
    visitor.page.wait_for_timeout(200)
    assert visitor.page.locator("[data-leave]").bounding_box() == place


@pytest.mark.parametrize(("size", "text"), [({"width": 740, "height": 360}, 16), ({"width": 320, "height": 640}, 32)])
def test_the_link_stays_in_sight_on_a_phone_on_its_side_and_with_large_text(
    visitor: Visitor, size: ViewportSize, text: int
) -> None:
    page = visitor.page
    page.set_viewport_size(size)
    page.context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": {"standard": text}})
    visitor.open("kiyose")
    page.mouse.wheel(0, 900)
    wait_until(page, "window.scrollY > 300")
    box = page.locator("[data-leave]").bounding_box()
    assert box is not None
    assert 0 <= box["y"] < box["y"] + box["height"] < size["height"] / 4
