"""Answers of the site as a bad network or a careless server would change them, one address pattern each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page, Route

__all__ = ["PORTAL", "alter", "hang", "portal", "refuse", "rewrite", "send_header", "unsealed"]

PORTAL = "<!doctype html><title>Wi-Fi</title><p>Please sign in to use this network.</p>"
"""What a hotel's or a station's network says to every request, with status 200."""


def refuse(page: Page, pattern: str, status: int = 404) -> None:
    """Let files of this address be missing."""
    page.context.route(pattern, lambda route: route.fulfill(status=status, body="", content_type="text/plain"))


def portal(page: Page, pattern: str) -> None:
    """Answer with the sign-in page of a network, as if all were well."""
    page.context.route(pattern, lambda route: route.fulfill(body=PORTAL, content_type="text/html"))


def hang(page: Page, pattern: str) -> None:
    """Never answer."""
    page.context.route(pattern, lambda _: None)


def alter(page: Page, pattern: str, change: Callable[[bytes], bytes]) -> None:
    """Put other bytes into the answer, and leave the rest of it as it is."""

    def changed(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=change(answer.body()))

    page.context.route(pattern, changed)


def rewrite(page: Page, pattern: str, old: str, new: str) -> None:
    """Replace a piece of text that must be there."""

    def changed(body: bytes) -> bytes:
        text = body.decode()
        assert old in text, f"nothing to change: {old!r}"
        return text.replace(old, new).encode()

    alter(page, pattern, changed)


def unsealed(page: Page) -> None:
    """Let Kiyose's page know no sums of what its script fetches, as where a browser does not heed them."""
    alter(page, "**/check/kiyose/index.html", lambda body: re.sub(rb'#sha256-[^"]*', b"", body))


def send_header(page: Page, pattern: str, **headers: str) -> None:
    """Add headers to the answer; an underscore stands for a hyphen."""

    def changed(route: Route) -> None:
        answer = route.fetch()
        added = {name.replace("_", "-"): value for name, value in headers.items()}
        route.fulfill(response=answer, headers={**answer.headers, **added})

    page.context.route(pattern, changed)
