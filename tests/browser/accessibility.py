"""What axe-core finds on a page, in words that say where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from axe_playwright_python.sync_playwright import Axe

if TYPE_CHECKING:
    from playwright.sync_api import Page

_OPTIONS = {
    "resultTypes": ["violations"],
    # Off by itself in axe: WCAG 2.2's smallest size of a target (2.5.8).
    "rules": {"target-size": {"enabled": True}},
}


def accessibility_faults(page: Page, within: str | None = None) -> list[str]:
    """What axe finds on the page as it is now, one line each: rule, what it asks, the first places.

    ``within``: a selector of the parts that are looked at; all of the page if left out. The page is looked at from its
    top: axe takes what has been scrolled halfway under the bar for a target that is too small.
    """
    page.evaluate("window.scrollTo(0, 0)")
    found = Axe().run(page, context=within, options=_OPTIONS).response["violations"]
    return [
        f"{fault['id']} ({fault['impact']}): {fault['help']}: "
        + ", ".join(str(node["target"]) for node in fault["nodes"][:3])
        for fault in found
    ]
