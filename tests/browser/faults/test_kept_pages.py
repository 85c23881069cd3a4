"""A page that the browser has kept and brings back: it is empty, and was emptied before it was left."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from browser.faults.careless import careless_host
from browser.faults.seen import Guest
from browser.visitor import ORDINARY
from browser.watch import wait_until

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import BrowserContext

_REMEMBER = """
    addEventListener('pagehide', () => {
      globalThis.leftBehind = document.querySelector('[data-checker]')?.textContent;
    });
    addEventListener('pageshow', ({ persisted }) => { globalThis.broughtBack = persisted; });
"""


@pytest.fixture
def keeper(own_chromium: Callable[..., BrowserContext], site_dir: Path) -> Iterator[Guest]:
    """Return a visitor whose browser keeps pages, as browsers of people do and those of tests do not."""
    with careless_host(site_dir) as host:
        context = own_chromium(without=["--disable-back-forward-cache"])
        yield Guest(context.new_page(), host.address)


def test_a_page_that_is_brought_back_is_empty_and_answers_the_next_person(keeper: Guest) -> None:
    page = keeper.page
    keeper.arrive()
    first = page.inner_text("[data-checker]")
    page.evaluate(f"() => {{ {_REMEMBER} }}")
    keeper.get_answer()
    keeper.wait_for_python()
    page.goto(f"{keeper.address}/sources/index.html")
    page.go_back(wait_until="commit")
    wait_until(page, "globalThis.broughtBack")
    assert keeper.question == "errand"
    assert keeper.decision is None
    assert page.locator(":checked").count() == 0
    assert page.inner_text("[data-checker]").split() == first.split()
    left = str(page.evaluate("globalThis.leftBehind"))
    assert "".join(left.split()) == "".join(str(page.text_content("[data-checker]")).split())
    keeper.walk({"errand": "which_document", **ORDINARY})
    keeper.wait_for_python()
    keeper.sees_answer()
