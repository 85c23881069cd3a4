"""The visitor to whom all these faults happen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from browser.faults.seen import Guest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from browser.watch import Watch
    from playwright.sync_api import Page


@pytest.fixture
def guest(page: Page, http_site: str, watch: Watch) -> Iterator[Guest]:
    """Return a visitor for whom Python would start; whatever breaks, no other origin is asked."""
    yield Guest(page, http_site)
    assert watch.elsewhere == []
