"""Every kind of page, looked at with axe and beyond it: targets, reflow, spacing, headings, ids, languages, markup."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING

import pytest
from browser.accessibility import accessibility_faults
from browser.looks import look
from browser.states import kinds_of_pages, pages_around
from browser.visitor import Visitor
from rulebooks import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from browser.conftest import OpenPage
    from playwright.sync_api import Page

WIDTHS = (360, 1280)
ZOOMED = (320, 256)
"""A window of 1280 x 1024 at 400 %; as narrow as WCAG asks for."""

LOOKS = ("cutOff", "smallTargets", "headingFaults", "idFaults", "unmarkedJapanese")
"""Names of functions of `looks.js`."""

TARGET = 44
"""CSS pixels: the smallest control that a shaking hand hits."""


def _visitor(open_page: OpenPage, http_site: str, width: int, height: int = 740) -> Visitor:
    found = Visitor(open_page(viewport={"width": width, "height": height}), http_site)
    found.without_python()
    return found


def _everywhere(visitor: Visitor) -> Iterator[str]:
    yield from kinds_of_pages(visitor)
    yield from pages_around(visitor)


@pytest.mark.parametrize("width", WIDTHS)
def test_no_kind_of_page_has_a_fault_that_axe_or_a_look_finds(open_page: OpenPage, http_site: str, width: int) -> None:
    visitor = _visitor(open_page, http_site, width)
    found = []
    for name in _everywhere(visitor):
        faults = [f"{what}: {fault}" for what in LOOKS for fault in look(visitor.page, what, TARGET)]
        found += [f"{name}: {fault}" for fault in (*accessibility_faults(visitor.page), *faults)]
    assert found == []


def test_nothing_is_cut_at_400_percent(open_page: OpenPage, http_site: str) -> None:
    visitor = _visitor(open_page, http_site, *ZOOMED)
    assert [f"{name}: {fault}" for name in _everywhere(visitor) for fault in look(visitor.page, "cutOff")] == []


def test_nothing_is_cut_with_more_space_between_letters_and_lines(open_page: OpenPage, http_site: str) -> None:
    visitor = _visitor(open_page, http_site, 360)
    found = []
    for name in _everywhere(visitor):
        assert look(visitor.page, "spaceOut"), name
        found += [f"{name}: {fault}" for fault in look(visitor.page, "cutOff")]
    assert found == []


def test_what_is_cut_too_small_or_without_its_place_is_seen(page: Page, http_site: str) -> None:
    visitor = Visitor(page, http_site)
    visitor.open("kiyose")
    assert [look(page, what, TARGET) for what in LOOKS] == [[], [], [], [], []]
    page.evaluate("""() => {
      const legend = document.querySelector('legend');
      Object.assign(legend.style, { height: '1em', overflow: 'hidden', display: 'block' });
      const small = { minBlockSize: '20px', padding: '0', lineHeight: '1' };
      Object.assign(document.querySelector('button.main').style, small);
      document.querySelector('[data-contact]').append(document.createElement('h5'), 'x');
      document.querySelector('h5').append('x');
      document.querySelector('main').setAttribute('aria-labelledby', 'nowhere');
      document.documentElement.lang = 'en';
    }""")
    assert all(look(page, what, TARGET) for what in LOOKS)


def test_what_the_script_makes_is_valid_html(open_page: OpenPage, http_site: str, tmp_path: Path) -> None:
    visitor = _visitor(open_page, http_site, 360)
    for number, name in enumerate(kinds_of_pages(visitor)):
        (tmp_path / f"{number:02} {name}.html").write_text(visitor.page.content(), encoding="utf-8")
    (tmp_path / "htmlvalidate.json").write_text(json.dumps({"root": True, "extends": ["html-validate:standard"]}))
    report = tmp_path / "report.json"
    validate, config = ROOT / "node_modules" / ".bin" / "html-validate", tmp_path / "htmlvalidate.json"
    done = subprocess.run(
        [validate, "--config", config, "--formatter", f"json={report}", f"{tmp_path}/*.html"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert report.is_file(), done.stderr
    pages = json.loads(report.read_text(encoding="utf-8"))
    assert [f"{page['filePath']}: {one['message']}" for page in pages for one in page["messages"]] == []
    assert len(list(tmp_path.glob("*.html"))) > 15
