"""One visit of one host in real Chromium: what was asked for, and what was said and heard."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from browser.hosts.in_frame import InFrame

from checker.pages.told import NEUTRAL_ADDRESS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from browser.hosts.host import Host
    from playwright.sync_api import ConsoleMessage, Frame, Page, Request, Route, WebError

__all__ = ["RECORDER", "SAVING", "Silence", "Visit"]

RECORDER = "addEventListener('message', ({ origin, data }) => (window.heard ??= []).push([origin, data]))"
"""Runs in every window before anything else; what a frame of ours hears is never looked at."""

SAVING = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })"
"""A visitor who saves data, to whom Python is only offered."""

_PLACE = "(frame) => [...document.querySelectorAll('iframe')].indexOf(frame)"


@dataclass
class Visit:
    """One host, opened."""

    page: Page
    host: Host
    site: str
    address: str
    requests: list[str] = field(default_factory=list)
    console: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("request", self._on_request)
        self.page.on("console", self._on_console)
        self.page.context.on("weberror", self._on_error)

    def end(self) -> None:
        """Listen no longer; the page may be used for another visit."""
        self.page.remove_listener("request", self._on_request)
        self.page.remove_listener("console", self._on_console)
        self.page.context.remove_listener("weberror", self._on_error)

    def _on_request(self, request: Request) -> None:
        self.requests.append(request.url)

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.console.append(message.text)

    def _on_error(self, error: WebError) -> None:
        self.console.append(str(error.error))

    @property
    def ground(self) -> Frame:
        """The frame in which the host's own page stands."""
        return self.page.main_frame.child_frames[0] if self.host.inside else self.page.main_frame

    @property
    def elsewhere(self) -> list[str]:
        """Requests to others than the site and the host."""
        known = (self.site + "/", self.address + "/", "data:", "blob:", "about:", NEUTRAL_ADDRESS)
        return [one for one in self.requests if not one.startswith(known)]

    @property
    def runtime(self) -> list[str]:
        """Requests for Python."""
        return [one for one in self.requests if "/runtime/" in one]

    def ours(self) -> list[Frame]:
        """Our frames, in the order of the page."""
        found = [one for one in self.ground.child_frames if one.url.startswith(f"{self.site}/v1/")]
        return sorted(found, key=lambda one: int(one.frame_element().evaluate(_PLACE)))

    def people(self) -> list[InFrame]:
        """Whoever sits in our frames, as soon as these are there."""
        frames = self.ours()
        for _ in range(400):
            if len(frames) >= len(self.host.frames):
                break
            self.page.wait_for_timeout(50)
            frames = self.ours()
        return [
            InFrame(frame, shown, self.host.keyboard) for frame, shown in zip(frames, self.host.frames, strict=True)
        ]

    def heard(self) -> list[Any]:
        """The messages that our frames sent to any other window."""
        windows = (one for one in self.page.frames if not one.url.startswith(self.site))
        told: Iterable[Any] = (message for one in windows for message in one.evaluate("window.heard ?? []"))
        ours = {self.site, "null"} if self.host.leaves == "wiped" else {self.site}
        return [data for origin, data in told if origin in ours]


@dataclass
class Silence:
    """The site, while it says nothing to anybody."""

    waiting: list[Route] | None = field(default_factory=list)

    def meet(self, route: Route) -> None:
        """Let a request wait, or let it go on."""
        if self.waiting is None:
            route.continue_()
        else:
            self.waiting.append(route)

    def end(self) -> None:
        """Let everything go on that waits."""
        waiting, self.waiting = self.waiting, None
        for route in waiting or ():
            route.continue_()
