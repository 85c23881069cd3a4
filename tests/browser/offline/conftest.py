"""Files that are opened by a double click are opened in the Chromium that people have."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="session")
def browser(whole_browser: Browser) -> Browser:
    """Return the whole one."""
    return whole_browser
