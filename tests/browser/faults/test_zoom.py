"""Text of twice the size, as its reader has set it, on the narrowest phone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browser.faults.seen import Guest

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import BrowserContext

_NARROW = 320
_TWICE = {"webkit": {"webprefs": {"default_font_size": 32, "minimum_font_size": 0}}}
_WIDEST = """
    Math.max(document.documentElement.scrollWidth,
      ...[...document.querySelectorAll('main *, .bar *')].map((one) => one.getBoundingClientRect().right))
"""


def test_every_page_of_a_visit_can_be_read_and_answered(
    own_chromium: Callable[..., BrowserContext], http_site: str
) -> None:
    """Nothing leaves the page to the side, and nothing covers what is to be clicked."""
    guest = Guest(own_chromium(settings=_TWICE).new_page(), http_site)
    guest.without_python()
    guest.page.set_viewport_size({"width": _NARROW, "height": 640})
    guest.arrive()
    assert guest.page.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
    too_wide = []
    while guest.question is not None:
        too_wide += [guest.question] if guest.page.evaluate(_WIDEST) > _NARROW else []
        guest.answer("which_document" if guest.question == "errand" else "unknown")
    assert guest.state == "result"
    assert guest.page.evaluate(_WIDEST) <= _NARROW
    assert too_wide == []
