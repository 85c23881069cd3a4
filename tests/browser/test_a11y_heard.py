"""What a screen reader is given: all has its name, a question holds its choices, and no reading is read twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browser.heard import hear
from browser.states import kinds_of_pages
from browser.visitor import Visitor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from browser.heard import Heard
    from playwright.sync_api import Page

CONTROLS = frozenset({"button", "link", "radio", "checkbox", "Date", "textbox", "searchbox", "combobox"})
NAMED = CONTROLS | {"navigation", "table", "heading", "DisclosureTriangle"}
ALOUD = """[...document.querySelectorAll('rt, rp')]
  .filter((one) => one.closest('[aria-hidden=true]') === null).map((one) => one.textContent)"""
"""Readings above words that would be read after the words. Chromium holds them back by itself; not all do."""


def _faults(heard: list[Heard]) -> Iterator[str]:
    question = ""
    for before, one in zip([None, *heard], heard, strict=False):
        if one.role in NAMED and not one.name.strip():
            yield f"{one.role} without a name, after {before}"
        if one.role in CONTROLS - {"Date"} and _plain(one.text) not in _plain(one.name):
            yield f"{one.role} that shows {one.text!r} is called {one.name!r}"
        if one.role == "group" and one.name:
            question = one.name
        if one.role == "radio" and not question:
            yield f"{one.name} belongs to no question"


def _plain(text: str) -> str:
    return "".join(text.split())


def test_all_that_is_given_to_a_screen_reader_makes_sense(page: Page, http_site: str) -> None:
    visitor = Visitor(page, http_site)
    visitor.without_python()
    for name in kinds_of_pages(visitor):
        heard = hear(page)
        assert list(_faults(heard)) == [], name
        assert page.evaluate(ALOUD) == [], name
        roles = [one.role for one in heard]
        assert [roles.count(role) for role in ("banner", "main")] == [1, 1], name
        assert roles.count("contentinfo") == (name != "sheet"), name
        headings = [one.name for one in heard if one.role == "heading"]
        groups = [one.name for one in heard if one.role == "group" and one.name]
        assert groups == ([page.locator("h1").evaluate(SAID)] if visitor.question else []), name
        assert len(headings) > 1


SAID = """(heading) => {
  const copy = heading.cloneNode(true);
  copy.querySelectorAll('rt, rp').forEach((one) => one.remove());
  return copy.textContent;
}"""


def test_an_empty_name_another_name_and_a_reading_that_is_read_are_seen(page: Page, http_site: str) -> None:
    visitor = Visitor(page, http_site)
    visitor.open("kiyose")
    assert list(_faults(hear(page))) == []
    page.evaluate("""() => {
      document.querySelector('[data-next]').textContent = '';
      document.querySelector('.home').setAttribute('aria-label', 'x');
      document.querySelector('h1').append(document.createElement('rt'));
    }""")
    faults = list(_faults(hear(page)))
    assert [fault.split(" ")[0] for fault in faults] == ["link", "button"]
    assert page.evaluate(ALOUD) == [""]
