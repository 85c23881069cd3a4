"""An insurer's checker page in real Chromium with scripts off: every answer can be looked up, read, and printed."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest
from pages.markup import read_markup
from pages.table_people import People
from pages.told_tables import read_tables
from rulebooks import INSURERS, book, library

from checker.pages.decisions import READERS

if TYPE_CHECKING:
    from pathlib import Path

    from browser.conftest import OpenPage
    from playwright.sync_api import Page

WIDTHS = (360, 1280)
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
HIDDEN = """() => {
  const cells = [...document.querySelectorAll('.no-script :is(tbody th, td, caption, h1, h2, h3, li, .sn-basis)')];
  const hidden = cells.filter((one) => !one.checkVisibility() || one.getBoundingClientRect().width < 8);
  return [hidden.map((one) => one.textContent), cells.length];
}"""
A4 = {"width": 718, "height": 1047}
"""CSS pixels between margins of 1 cm."""

CUT = """() => [...document.querySelectorAll('main *')]
  .filter((one) => one.checkVisibility() && one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 1)
  .filter((one) => getComputedStyle(one).display !== 'inline' && !(one.closest('thead')?.clientHeight <= 1))
  .map((one) => `${one.tagName} ${one.textContent.slice(0, 40)}`)"""
"""What is wider than its place, so that something of it is cut or runs into what stands beside it."""


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    return open_page(java_script_enabled=False)


def _open(page: Page, site: str, insurer: str) -> Page:
    page.goto(f"{site}/check/{insurer}/index.html")
    return page


@pytest.mark.parametrize("insurer", INSURERS)
def test_every_cell_is_what_the_engine_decides(page: Page, http_site: str, insurer: str) -> None:
    words = library().words
    rows = list(read_tables(read_markup(_open(page, http_site, insurer).content()), words))
    people = People(library().insurers[insurer], words, book(insurer))
    day = min(row.day for row in rows)
    for person in people.everybody(day):
        [row] = people.rows_of(person, rows, day)
        by_reader = {reader: people.decide(person, day, reader) for reader in READERS}
        assert row.papers == people.papers(by_reader["works"]), person.facts
        for reader, decision in by_reader.items():
            care = people.care_in(row, reader)
            wanted = people.care(decision)
            assert (care.ways, care.said) == (wanted.ways, wanted.said), (person.facts, reader)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("insurer", INSURERS)
def test_nothing_is_hidden_or_runs_out_of_the_page(
    open_page: OpenPage, http_site: str, insurer: str, width: int
) -> None:
    page = _open(open_page(java_script_enabled=False, viewport={"width": width, "height": 740}), http_site, insurer)
    hidden, cells = page.evaluate(HIDDEN)
    assert cells > 150
    assert hidden == []
    assert page.evaluate(OVERFLOW) == 0
    assert page.evaluate(CUT) == []
    page.click("summary")
    assert page.evaluate(OVERFLOW) == 0
    assert page.evaluate(CUT) == []


def test_there_is_no_form_that_does_nothing(page: Page, http_site: str) -> None:
    _open(page, http_site, "kiyose")
    for dead in ("form", "input", "button", "[data-checker]", ".languages", "template"):
        assert not page.locator(dead).locator("visible=true").count(), dead
    assert page.locator("h1").locator("visible=true").all_inner_texts() == [
        library().words["pages.without_script_title"]
    ]


@pytest.mark.parametrize("insurer", INSURERS)
def test_contact_panel_and_the_way_out_are_there(page: Page, http_site: str, insurer: str) -> None:
    _open(page, http_site, insurer)
    assert page.locator("[data-contact]").is_visible()
    page.locator("[data-standing] a").locator("visible=true").click()
    assert page.url.endswith(f"#panel-{insurer}")
    assert page.locator("summary").is_visible()
    page.locator("summary").press("Enter")
    assert page.locator('a[href="tel:0120279889"]').is_visible()
    assert page.locator("[data-leave]").get_attribute("href") == "https://www.jma.go.jp/"


def test_the_links_of_the_page_lead_to_its_parts_and_to_passages(page: Page, http_site: str) -> None:
    _open(page, http_site, "gamagori")
    for link in page.locator(".sn-contents a").all():
        address = link.get_attribute("href") or ""
        if address.startswith("#"):
            assert page.locator(address).is_visible(), address
    page.locator(".sn-basis a").first.click()
    page.wait_for_url("**/sources/gamagori/index.html#passage-*")
    assert page.locator(re.sub(".*#", "#", page.url)).is_visible()


@pytest.mark.parametrize("insurer", INSURERS)
def test_paper_has_the_tables_whole_and_the_panel_only_if_it_was_opened(
    open_page: OpenPage, http_site: str, insurer: str, tmp_path: Path
) -> None:
    page = _open(open_page(java_script_enabled=False, viewport=A4), http_site, insurer)
    page.emulate_media(media="print")
    assert page.evaluate(CUT) == []
    assert page.evaluate(OVERFLOW) == 0
    heads = page.locator(".sn-tables thead th").all()
    assert heads
    assert all(head.is_visible() for head in heads)
    for shown in ("[data-contact]", "footer", "[data-standing]"):
        assert page.locator(shown).locator("visible=true").count() == 1
    for hidden in (".panel", "[data-leave]", ".sn-contents", ".sn-basis a"):
        assert not page.locator(hidden).locator("visible=true").count(), hidden
    page.emulate_media(media="screen")
    page.click("summary")
    page.emulate_media(media="print")
    assert page.locator(".panel").is_visible()
    file = tmp_path / "tables.pdf"
    page.pdf(path=file, format="A4")
    assert len(re.findall(rb"/Type\s*/Page\b", file.read_bytes())) > 1


def test_the_day_on_which_the_tables_begin_is_said(page: Page, http_site: str) -> None:
    rows = read_tables(read_markup(_open(page, http_site, "other").content()), library().words)
    first = min(row.day for row in rows)
    assert first >= date(2026, 11, 22)
    assert f"{first.year}年{first.month}月{first.day}日" in page.locator(".sn-days").first.inner_text()
