"""The built site, opened from a folder: browsers refuse its worker there, and the table's answer stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browser.watch import wait_until

if TYPE_CHECKING:
    from pathlib import Path

    from browser.conftest import OpenPage

QUIET = "この端末では、二重の確かめができませんでした"


def test_an_answer_from_a_folder_stands_with_one_quiet_line_and_without_a_fault(
    open_page: OpenPage, site_dir: Path
) -> None:
    """Any fault of the page fails the test by itself."""
    page = open_page(offline=True)
    page.goto((site_dir / "check" / "kiyose" / "index.html").as_uri())
    page.locator("fieldset[data-question=errand] input[value=which_document]").check()
    page.locator("[data-next]").click()
    while page.locator("[data-checker]").get_attribute("data-state") == "question":
        page.locator("fieldset[data-question] input:is([type=radio], [type=checkbox])[value=unknown]").check()
        page.locator("[data-next]").click()
    wait_until(page, f"document.querySelector('[data-result]')?.textContent.includes('{QUIET}')")
    assert page.locator("[data-checker]").get_attribute("data-engine") == "table"
