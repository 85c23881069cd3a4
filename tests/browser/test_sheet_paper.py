"""The sheet for the reception desk on paper: one page, cut in the middle, all of it there, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from browser.sheets import (
    ANY_READER,
    AT_DESK,
    CANCELS,
    LANGUAGES,
    NEEDS_HELP,
    NOTHING_KNOWN,
    pages_of,
    printed,
    speak,
    take,
)
from browser.visitor import Visitor
from rulebooks import INSURERS

if TYPE_CHECKING:
    from playwright.sync_api import Page

LARGE_TYPE, TYPE = 22, 12
"""Points, of what to show and of what the person keeps, where they are few."""
SMALLEST_WAYS, SMALLEST_TYPE = 11, 7
"""The same where they are many."""

PEOPLE = (ANY_READER, NOTHING_KNOWN, CANCELS, NEEDS_HELP, AT_DESK)


@pytest.fixture
def visitor(page: Page, http_site: str) -> Visitor:
    found = Visitor(page, http_site)
    found.without_python()
    return found


@pytest.mark.parametrize("insurer", INSURERS)
def test_every_sheet_is_one_page_of_paper_and_all_of_it_is_on_it(visitor: Visitor, insurer: str) -> None:
    for place, person in enumerate(PEOPLE):
        page = take(visitor, insurer, person)
        for language in LANGUAGES:
            speak(page, language)
            told = f"{insurer} {dict(person)} {language}"
            sizes = [float(one) for one in page.evaluate(_FIT)]
            assert _cut_off(page) == [], told
            assert sizes[0] * LARGE_TYPE >= SMALLEST_WAYS, told
            assert sizes[1] * TYPE >= SMALLEST_TYPE, told
            if language == LANGUAGES[place % len(LANGUAGES)]:
                assert printed(page) == 1, told
    assert pages_of(visitor.page.pdf(prefer_css_page_size=True)) == 1


_FIT = "[...document.querySelectorAll('.sheet-half')].map((one) => one.style.getPropertyValue('--fit'))"


def _cut_off(page: Page) -> list[str]:
    """Halves whose text would not fit on the paper."""
    found: list[str] = page.evaluate(
        """() => {
          const sheet = document.querySelector('.sheet');
          sheet.classList.add('on-paper');
          const over = [...sheet.querySelectorAll('.sheet-half')]
            .filter((one) => one.scrollHeight > one.clientHeight || one.scrollWidth > one.clientWidth)
            .map((one) => one.dataset.half);
          sheet.classList.remove('on-paper');
          return over;
        }"""
    )
    return found


def test_paper_has_the_sheet_alone_cut_in_the_middle_and_the_answer_is_printed_whole(visitor: Visitor) -> None:
    page = take(visitor, "kiyose", CANCELS)
    page.set_viewport_size({"width": 718, "height": 1047})
    page.emulate_media(media="print")
    assert page.locator("[data-result]").is_hidden()
    for other in (".bar", ".languages", "footer", "[data-panel]", ".insurer", ".sheet .buttons"):
        assert page.locator(other).first.is_hidden(), other
    top = page.locator(".sheet").bounding_box()
    cut = page.locator(".sheet-cut").bounding_box()
    assert top is not None
    assert cut is not None
    millimetres = (cut["y"] - top["y"]) * 25.4 / 96
    assert millimetres == pytest.approx(297 / 2 - 10, abs=0.5)
    page.emulate_media(media="screen")
    page.click("[data-sheet-back]")
    page.emulate_media(media="print")
    assert page.locator(".sheet").is_hidden()
    assert page.locator("[data-sheet]").is_hidden()
    assert page.locator('[data-part="procedures"]').is_visible()
    assert page.locator("footer").is_visible()
    assert printed(page) >= 2
