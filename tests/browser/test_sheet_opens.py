"""How the sheet for the reception desk opens and goes: by keyboard, in another language, wiped, from a folder."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from browser.accessibility import accessibility_faults
from browser.faults.altered import unsealed
from browser.sayings import HIDDEN
from browser.sheets import ANY_READER, AT_DESK, LANGUAGES, NOTHING_KNOWN, printed, speak, take, text, ways
from browser.visitor import Visitor
from browser.watch import wait_until
from rulebooks import library

if TYPE_CHECKING:
    from pathlib import Path

    from browser.conftest import OpenPage
    from playwright.sync_api import Page, Route


_LEAVE = """async () => {
  document.querySelector('[data-leave]').click();
  const left = document.body.childElementCount;
  await null;
  const contact = document.createElement('p');
  document.body.append(contact);
  return [left, contact.checkVisibility()];
}"""


@pytest.fixture
def visitor(page: Page, http_site: str) -> Visitor:
    found = Visitor(page, http_site)
    found.without_python()
    return found


@pytest.fixture(params=(360, 1280))
def at_width(request: pytest.FixtureRequest, open_page: OpenPage, http_site: str) -> Visitor:
    found = Visitor(open_page(viewport={"width": request.param, "height": 740}), http_site)
    found.without_python()
    return found


def test_it_opens_and_goes_by_keyboard_with_the_focus_and_leaves_no_trace_in_the_history(at_width: Visitor) -> None:
    page = at_width.page
    at_width.open("kiyose")
    at_width.walk(ANY_READER)
    steps, address = page.evaluate("history.length"), page.url
    page.focus("[data-sheet]")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.matches('.sheet h1')")
    assert page.locator("[data-result]").is_hidden()
    assert page.evaluate("document.querySelector('.sheet h1').getBoundingClientRect().top") > page.evaluate(
        "document.querySelector('.bar').getBoundingClientRect().bottom"
    )
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('[data-print]')")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.matches('[data-sheet]')")
    assert page.locator("[data-result]").is_visible()
    assert page.locator(".sheet").is_hidden()
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.matches('[data-sheet]')")
    assert (page.evaluate("history.length"), page.url) == (steps, address)


def test_nothing_of_the_lower_half_is_seen_on_the_phone_that_is_shown(visitor: Visitor) -> None:
    page = take(visitor, "kiyose", {**ANY_READER, "my_number_card": "lost"})
    box = page.locator('[data-half="own"]').bounding_box()
    assert box is not None
    assert box["y"] >= 740
    assert page.locator(".leave").is_visible()


def test_the_standing_line_opens_the_panel(visitor: Visitor) -> None:
    page = take(visitor, "kiyose", ANY_READER)
    address = page.url
    page.click(".sheet [data-open-panel]")
    assert page.locator(".sheet").is_hidden()
    assert page.locator("[data-result]").is_visible()
    assert page.evaluate("document.activeElement.closest('[data-panel]').open")
    assert page.url == address


def test_the_next_person_finds_nothing_of_it(visitor: Visitor) -> None:
    page = take(visitor, "kiyose", ANY_READER)
    page.click(".sheet [data-restart]")
    assert visitor.question == "errand"
    assert page.locator(".sheet").count() == 0
    assert page.evaluate("document.activeElement.matches('h1')")
    assert page.is_visible("footer")


@pytest.mark.faults_expected  # leaving is a request to another origin
def test_the_quick_exit_wipes_it(visitor: Visitor) -> None:
    page = take(visitor, "kiyose", ANY_READER)
    left, contact_is_seen = page.evaluate(_LEAVE)
    assert left == 0
    assert contact_is_seen, "as in a frame, which may not leave its host and shows whom to call"


def test_another_language_keeps_it_and_the_answer_behind_it(visitor: Visitor) -> None:
    page = take(visitor, "kiyose", ANY_READER)
    speak(page, "en")
    assert page.locator(".sheet:not([hidden])").count() == 1
    assert page.locator("[data-result]").is_hidden()
    page.click("[data-sheet-back]")
    assert visitor.heading == library().languages["en"]["acts.use_card"]
    speak(page, "ja")
    assert page.locator(".sheet:not([hidden])").count() == 0


def test_there_is_none_of_a_contradiction_nor_of_somebody_insured_elsewhere(visitor: Visitor) -> None:
    visitor.open("gamagori")
    visitor.walk({"errand": "at_desk", "reader": "fault", "brings": "my_number_card"}, until="my_number_card")
    visitor.answer("none")
    assert visitor.decision["status"] == "contradiction"
    assert visitor.page.locator("[data-sheet]").count() == 0
    visitor.open("kiyose")
    visitor.walk(ANY_READER, until="birth_date")
    visitor.choose("date")
    visitor.page.fill('[type="date"]', "1940-03-04")
    visitor.go_on()
    visitor.walk(ANY_READER)
    assert visitor.decision["status"] == "out_of_scope"
    assert visitor.page.locator("[data-sheet]").count() == 0


def test_an_answer_that_python_denies_has_none(page: Page, http_site: str) -> None:
    def spoil(route: Route) -> None:
        changed = re.sub(r"\[\\*\"my_number_card\\*\"\]", "[]", route.fetch().text())
        route.fulfill(body=changed, content_type="application/json")

    waiting: list[Route] = []
    unsealed(page)
    page.route("**/rulebook.*.json", lambda route: waiting.append(route))  # noqa: PLW0108 - it keeps a note on the function
    usual = Visitor(page, http_site)
    usual.open("kiyose")
    usual.walk(ANY_READER)
    page.click("[data-sheet]")
    page.route("**/rulebook.*.json", spoil)
    for route in waiting:
        spoil(route)
    wait_until(page, "document.querySelector('[data-checker]').dataset.state === 'error'", 60)
    assert page.locator(".sheet").is_hidden()
    assert page.locator("[data-fault]").is_visible()
    assert page.locator("[data-sheet]").is_hidden()


def test_axe_finds_nothing_and_nothing_hidden_is_named(at_width: Visitor) -> None:
    for person, languages in ((AT_DESK, LANGUAGES), (NOTHING_KNOWN, LANGUAGES[:1])):
        page = take(at_width, "gamagori", person)
        for language in languages:
            speak(page, language)
            assert accessibility_faults(page) == [], language
            wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            assert page.evaluate(wide) == 0
            assert HIDDEN.search(text(page, "desk") + text(page, "own").replace(_menu(), "")) is None


def _menu() -> str:
    return library().words["panel.title"]


def test_it_opens_from_a_folder(open_page: OpenPage, site_dir: Path) -> None:
    page = open_page(offline=True)
    visitor = Visitor(page, site_dir.as_uri())
    take(visitor, "kiyose", ANY_READER)
    assert ways(page)
    speak(page, "en")
    assert library().languages["en"]["sheet.desk"] in text(page, "desk")
    assert printed(page) == 1
