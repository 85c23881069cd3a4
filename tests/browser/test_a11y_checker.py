"""The checker for people who cannot see it, cannot point, or see it large: what axe finds, and what it cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from browser.accessibility import accessibility_faults
from browser.visitor import ORDINARY, Visitor

if TYPE_CHECKING:
    from browser.conftest import OpenPage

WIDTHS = (360, 1280)
TARGET = 44
"""CSS pixels: the smallest control that a shaking hand hits."""


@pytest.fixture(params=WIDTHS)
def visitor(request: pytest.FixtureRequest, open_page: OpenPage, http_site: str) -> Visitor:
    found = Visitor(open_page(viewport={"width": request.param, "height": 740}), http_site)
    found.without_python()
    return found


def test_axe_finds_nothing_on_any_kind_of_page(visitor: Visitor) -> None:
    def look(name: str) -> None:
        found.extend(f"{name}: {fault}" for fault in accessibility_faults(visitor.page))

    found: list[str] = []
    visitor.open("gamagori")
    look("first question")
    visitor.page.click("[data-next]")
    look("error")
    visitor.page.click("[data-open-panel] >> visible=true")
    look("panel")
    visitor.walk({"errand": "which_document", **ORDINARY}, until="birth_date")
    visitor.choose("date")
    look("date")
    visitor.walk(ORDINARY, until="gate")
    look("checkboxes")
    visitor.walk(ORDINARY)
    look("answer")
    visitor.open("gamagori")
    visitor.walk({"errand": "lost"})
    look("open answers")
    visitor.open("gamagori")
    visitor.walk({"errand": "at_desk", "reader": "fault", "brings": "my_number_card"}, until="my_number_card")
    look("desk")
    visitor.answer("none")
    look("contradiction")
    assert found == []


def test_axe_finds_nothing_without_scripts(open_page: OpenPage, http_site: str) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(f"{http_site}/check/kiyose/index.html")
    markup = page.content().replace("<noscript>", "<div>").replace("</noscript>", "</div>")
    scripted = open_page()
    scripted.goto(f"{http_site}/check/kiyose/index.html")
    scripted.route("**/no-script.html", lambda route: route.fulfill(content_type="text/html", body=_unscripted(markup)))
    scripted.goto(f"{http_site}/check/kiyose/no-script.html")
    assert accessibility_faults(scripted) == []


def _unscripted(markup: str) -> str:
    """The page with its scripts unable to run, so that axe can."""
    return markup.replace("<script src", "<script data-src")


def test_every_control_is_large_enough(visitor: Visitor) -> None:
    visitor.open("kiyose")
    visitor.page.click("[data-open-panel] >> visible=true")
    assert _small(visitor) == []
    visitor.walk({"errand": "which_document", **ORDINARY})
    assert _small(visitor) == []


def _small(visitor: Visitor) -> list[str]:
    """Controls of less than the target, links within a sentence apart."""
    found: list[str] = visitor.page.evaluate(
        """(target) => [...document.querySelectorAll('button, summary, label.option, a[href]')]
          .filter((one) => one.checkVisibility() && !one.closest('footer, .sn-standing'))
          .map((one) => [one.textContent, one.getBoundingClientRect()])
          .filter(([, box]) => box.height < target - 0.5)
          .map(([text, box]) => `${text} ${box.width}x${box.height}`)""",
        TARGET,
    )
    return found


@pytest.mark.parametrize("size", [(320, 640), (320, 256)])
def test_nothing_needs_scrolling_sideways_at_400_percent(
    open_page: OpenPage, http_site: str, size: tuple[int, int]
) -> None:
    visitor = Visitor(open_page(viewport={"width": size[0], "height": size[1]}), http_site)
    visitor.without_python()
    visitor.open("kiyose")
    visitor.page.click("[data-open-panel] >> visible=true")
    wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    while visitor.question is not None:
        assert visitor.page.evaluate(wide) == 0, visitor.question
        visitor.answer({"errand": "at_desk"}.get(visitor.question, "unknown"))
    assert visitor.page.evaluate(wide) == 0


def test_the_focus_is_never_under_the_bar(visitor: Visitor) -> None:
    visitor.open("kiyose")
    visitor.walk({"errand": "which_document", **ORDINARY})
    bar = visitor.page.evaluate("document.querySelector('.bar').getBoundingClientRect().bottom")
    for _ in range(25):
        visitor.page.keyboard.press("Tab")
        top = visitor.page.evaluate(
            """() => {
              const one = document.activeElement;
              return one.closest('.bar') || one === document.body ? 1e6 : one.getBoundingClientRect().bottom;
            }"""
        )
        assert top > bar


def test_the_focus_is_seen(visitor: Visitor) -> None:
    visitor.open("kiyose")
    visitor.page.keyboard.press("Tab")
    outline = visitor.page.evaluate("getComputedStyle(document.activeElement).outlineWidth")
    assert outline == "4px"


def test_a_question_is_named_by_its_heading_and_described_by_its_hint(visitor: Visitor) -> None:
    visitor.open("kiyose")
    visitor.walk({"errand": "which_document", **ORDINARY}, until="my_number_card")
    tree = visitor.page.locator("[data-checker]").aria_snapshot()
    assert 'group "マイナンバーカードは、いま手元にありますか。"' in tree
    assert 'heading "マイナンバーカードは、いま手元にありますか。" [level=1]' in tree
    assert 'radio "手元にある"' in tree


def test_changes_are_told_apart_by_name(visitor: Visitor) -> None:
    visitor.open("kiyose")
    visitor.walk({"errand": "which_document", **ORDINARY})
    tree = visitor.page.locator('[data-part="answers"]').aria_snapshot()
    assert 'button "マイナンバーカードの答えを変更"' in tree


def test_paper_gets_the_answer_and_no_controls(visitor: Visitor) -> None:
    visitor.open("kiyose")
    visitor.walk({"errand": "which_document", **ORDINARY})
    visitor.page.emulate_media(media="print")
    assert not visitor.page.is_visible("[data-restart]")
    assert not visitor.page.is_visible("[data-leave]")
    assert visitor.page.is_visible(".act")
    assert visitor.page.is_visible("footer")


def test_forced_colours_still_show_what_is_chosen(visitor: Visitor) -> None:
    visitor.page.emulate_media(forced_colors="active")
    visitor.open("kiyose")
    visitor.choose("lost")
    outline = "getComputedStyle(document.querySelector('.option:has(:checked)')).outlineStyle"
    assert visitor.page.evaluate(outline) == "solid"
