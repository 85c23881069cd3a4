"""Pages in a browser that has never seen them: each in a Chromium of its own, so that nothing is warm."""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from playwright.sync_api import sync_playwright

from checker.build.bootstrap.browser import require_chromium

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

__all__ = ["cold_page", "wait_for"]

_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_POLL_MS = 20


@contextmanager
def cold_page(**options: Any) -> Iterator[Page]:  # noqa: ANN401 - Playwright's own
    """Open a page in a fresh Chromium; options are those of Playwright's `new_context`."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=require_chromium(), args=_FLAGS)
        yield chromium.new_context(**options).new_page()
        chromium.close()


def wait_for(page: Page, expression: str, seconds: float = 60.0) -> Any:  # noqa: ANN401 - any JSON
    """Return the first truthy value of a JavaScript expression, which a strict policy allows this way."""
    end = time.monotonic() + seconds
    while not (value := page.evaluate(expression)):
        if time.monotonic() > end:
            raise TimeoutError(f"after {seconds:.0f} s still not: {expression}")
        page.wait_for_timeout(_POLL_MS)
    return value
