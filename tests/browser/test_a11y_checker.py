"""The checker for people who cannot see it: how its parts are named; without scripts; and on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from browser.accessibility import accessibility_faults
from browser.visitor import ORDINARY, Visitor

if TYPE_CHECKING:
    from browser.conftest import OpenPage

WIDTHS = (360, 1280)


@pytest.fixture(params=WIDTHS)
def visitor(request: pytest.FixtureRequest, open_page: OpenPage, http_site: str) -> Visitor:
    found = Visitor(open_page(viewport={"width": request.param, "height": 740}), http_site)
    found.without_python()
    return found


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
