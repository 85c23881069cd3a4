"""Markup in every text of an insurer, from the question to the sheet, in every language: nothing of it runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browser.sheets import ANY_READER
from browser.visitor import Visitor
from browser.watch import wait_until
from hostile_texts import EVIL, hostile_site

from checker.build.serve import serving

if TYPE_CHECKING:
    from browser.watch import Watch
    from playwright.sync_api import Dialog, Page

_FOREIGN = """[...document.querySelectorAll('*')].flatMap((one) => [one.localName, ...one.getAttributeNames()])
  .filter((name) => name.includes('evil') || name.startsWith('on'))"""


def test_nothing_of_it_runs_and_the_policy_has_nothing_to_report(page: Page, watch: Watch) -> None:
    """A policy's report, and a request for a picture called `x`, is a fault of the page, which fails the test."""
    asked: list[str] = []

    def refuse(dialog: Dialog) -> None:
        asked.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", refuse)
    with serving(hostile_site()) as address:
        visitor = Visitor(page, address)
        visitor.open("evil-office")
        visitor.walk({**ANY_READER, "has": "eligibility_certificate"})
        shown = [page.inner_text("body")]
        for language in ("en", "ja-easy", "ja"):
            page.click(f'[data-language="{language}"]')
            wait_until(page, f"document.documentElement.dataset.languageNow === '{language}'")
            shown.append(page.inner_text("body"))
            assert page.evaluate(_FOREIGN) == []
        page.click("[data-sheet]")
        shown.append(page.inner_text("body"))
        assert page.evaluate(_FOREIGN) == []
        assert page.locator("main script:not([type]), main img, main svg").count() == 0
        page.click("[data-open-panel] >> visible=true")
        assert page.evaluate(_FOREIGN) == []
    assert asked == []
    assert watch.violations == []
    assert [text.count(EVIL) > 1 for text in shown] == [True] * len(shown)
