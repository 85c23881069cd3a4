"""A link that somebody else has made: nothing of it gets into the page, and no answer is taken from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from browser.faults.seen import Guest

HOSTILE = (
    "?errand=<script>document.title='taken'</script>",
    "?errand=%3Cimg%20src%3Dx%20onerror%3D%22document.title%3D'taken'%22%3E",
    "?errand=__proto__&errand=constructor",
    "?errand=lost%00&lang=%FF%FE",
    "?insurer=../../x&insurer=https://elsewhere.invalid/",
    "?lang=../../../etc/passwd",
    "?lang=tlh&errand=fly",
    "?errand=which_document&my_number_card=none&answers=%7B%7D",
    "?" + "a" * 6_000,
    "#<script>document.title='taken'</script>",
    "#my_number_card=none",
    "#" + "あ" * 1_000,
)


@pytest.mark.parametrize("query", HOSTILE, ids=[str(number) for number in range(len(HOSTILE))])
def test_a_hostile_link_opens_the_checker_as_any_other(guest: Guest, query: str) -> None:
    guest.without_python()
    guest.arrive()
    title = guest.page.title()
    guest.page.goto("about:blank")
    guest.arrive(query)
    assert guest.page.title() == title
    assert guest.page.locator(":checked").count() == 0
    assert guest.page.locator("main script:not([type]), main img, main iframe").count() == 0
    assert "taken" not in guest.page.inner_text("main")
    guest.get_answer()
    assert len(guest.page.inner_text('[data-part="answers"]').splitlines()) > 3
