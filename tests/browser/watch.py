"""A page in real Chromium, and what it did that no page of ours may do."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request

_LOCAL = frozenset({"blob", "data", "about"})
_POLL_MS = 50


@dataclass
class Watch:
    """Everything that one browser context asked for, and every complaint of its pages."""

    origin: str | None = None
    """Scheme and host of the site under test; the first page's, if it is not told."""
    requests: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)
    """Requests to any other origin."""
    errors: list[str] = field(default_factory=list)
    """Uncaught exceptions and console errors."""
    violations: list[str] = field(default_factory=list)
    """Reports of the content security policy."""

    def attach(self, context: BrowserContext) -> None:
        """Listen to all pages of a context, from now on."""
        context.on("request", self._on_request)
        context.on("console", self._on_console)
        context.on("weberror", lambda error: self.errors.append(str(error.error)))

    def faults(self) -> list[str]:
        """Return everything that is not allowed, one line each."""
        return [
            *(f"request to another origin: {url}" for url in self.elsewhere),
            *(f"policy violation: {text}" for text in self.violations),
            *(f"error: {text}" for text in self.errors),
        ]

    def _on_request(self, request: Request) -> None:
        url = urlsplit(request.url)
        if url.scheme in _LOCAL:
            return
        self.requests.append(request.url)
        origin = f"{url.scheme}://{url.netloc}"
        if self.origin is None:
            self.origin = origin
        if origin != self.origin:
            self.elsewhere.append(request.url)

    def _on_console(self, message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            self.violations.append(message.text)
        elif message.type == "error":
            self.errors.append(f"{message.text} ({message.location.get('url', '')})")


def wait_until(page: Page, expression: str, seconds: float = 30.0) -> Any:  # noqa: ANN401 - any JSON
    """Return the first truthy value of a JavaScript expression.

    Playwright's own `wait_for_function` compiles its text in the page, which a strict policy
    refuses; `evaluate` does not.
    """
    end = time.monotonic() + seconds
    while not (value := page.evaluate(expression)):
        if time.monotonic() > end:
            message = f"after {seconds:.0f} s still not: {expression}"
            raise AssertionError(message)
        page.wait_for_timeout(_POLL_MS)
    return value
