"""The visitor to whom all these faults happen, also in a Chromium of its own."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from browser.chromium import FLAGS, PHONE
from browser.faults.seen import Guest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from browser.watch import Watch
    from playwright.sync_api import Browser, BrowserContext, Page


@pytest.fixture
def guest(page: Page, http_site: str, watch: Watch) -> Iterator[Guest]:
    """Return a visitor for whom Python would start; whatever breaks, no other origin is asked."""
    yield Guest(page, http_site)
    assert watch.elsewhere == []


@pytest.fixture
def own_chromium(
    browser: Browser, chromium_path: Path, watch: Watch, tmp_path: Path
) -> Iterator[Callable[..., BrowserContext]]:
    """Return a maker of one more Chromium, with flags or settings of its reader."""
    started: list[BrowserContext] = []

    def start(
        flags: Sequence[str] = (), without: Sequence[str] = (), settings: dict[str, Any] | None = None
    ) -> BrowserContext:
        profile = tmp_path / "profile"
        (profile / "Default").mkdir(parents=True)
        (profile / "Default" / "Preferences").write_text(json.dumps(settings or {}), encoding="utf-8")
        context = browser.browser_type.launch_persistent_context(
            profile,
            executable_path=chromium_path,
            args=[*FLAGS, *flags],
            ignore_default_args=list(without),
            locale="ja-JP",
            timezone_id="Asia/Tokyo",
            viewport={"width": PHONE["width"], "height": PHONE["height"]},
        )
        started.append(context)
        watch.attach(context)
        return context

    yield start
    for context in started:
        context.close()
