"""One visit of one host in real Chromium: what was asked for, said and heard, and somebody in a frame."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

from browser.visitor import ORDINARY, Visitor
from browser.watch import wait_until

from checker.pages.told import NEUTRAL_ADDRESS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from browser.hosts.host import Host, Shown
    from playwright.sync_api import ConsoleMessage, Frame, Page

__all__ = ["RECORDER", "InFrame", "Visit"]

RECORDER = "addEventListener('message', ({ origin, data }) => (window.heard ??= []).push([origin, data]))"
"""Runs in every window before anything else; what a frame of ours hears is never looked at."""

_LOOKS = """() => {
  const colour = (selector, name) => getComputedStyle(document.querySelector(selector))[name];
  return {
    accent: colour('[data-next]', 'backgroundColor'),
    paper: colour('body', 'backgroundColor'),
    text: colour('h1', 'color'),
  };
}"""
_FITS = """() => {
  const { scrollHeight, scrollWidth } = document.documentElement;
  const end = Math.max(...[...document.body.children].map((one) => one.getBoundingClientRect().bottom + scrollY));
  return scrollHeight <= innerHeight && scrollWidth <= innerWidth && innerHeight - end <= 40;
}"""
_PLACE = "(frame) => [...document.querySelectorAll('iframe')].indexOf(frame)"


@dataclass(frozen=True)
class InFrame:
    """Somebody in one of our frames on a host's page."""

    frame: Frame
    shown: Shown
    keyboard: bool

    @cached_property
    def visitor(self) -> Visitor:
        """Somebody who answers there; of a page, a visitor uses what a frame has too."""
        return Visitor(cast("Page", self.frame), "")

    def begins(self) -> None:
        """See the first question in the language and the colours that were asked for, or read it without scripts."""
        self.frame.wait_for_load_state()
        self.frame.frame_element().scroll_into_view_if_needed()  # far from it, browsers do not lay it out
        assert f"/v1/{self.shown.insurer}/" in self.frame.url
        assert self.frame.locator("[data-contact] >> visible=true").first.inner_text().strip()
        if not self.shown.scripts:
            self.frame.locator(".no-script table >> visible=true").first.wait_for()
            return
        spoken = f"document.documentElement.dataset.languageNow ?? 'ja') === '{self.shown.lang}'"
        wait_until(self.visitor.page, f"({spoken}")
        assert self.frame.locator("[data-question] h1").is_visible()
        assert (self.visitor.question == "errand") is (self.shown.errand == "")
        looks = self.frame.evaluate(_LOOKS)
        assert {name: looks[name] for name in looks if getattr(self.shown, name)} == {
            name: _rgb(getattr(self.shown, name)) for name in looks if getattr(self.shown, name)
        }
        self.fits()

    def fits(self) -> None:
        """Find the frame as high as its content, or able to scroll where it has no script of ours beside it."""
        if self.shown.grows:
            wait_until(self.visitor.page, f"({_FITS})()", 5)
        else:
            assert self.frame.evaluate("scrollTo(0, 1e6); const end = scrollY; scrollTo(0, 0); end > 0")

    @property
    def height(self) -> float:
        """How high the frame stands on its host."""
        box = self.frame.frame_element().bounding_box()
        assert box is not None
        return box["height"]

    def choose(self, value: str) -> None:
        """Answer one question, by mouse or by keyboard alone."""
        if not self.keyboard:
            self.visitor.answer(value)
            return
        self.frame.focus(f'[data-question] [name="answer"][value="{value}"]')
        self.frame.page.keyboard.press("Space")
        self.press("[data-next]")

    def press(self, selector: str) -> None:
        """Press a button or a link."""
        if self.keyboard:
            self.frame.focus(selector)
            self.frame.page.keyboard.press("Enter")
        else:
            self.frame.click(selector)

    def answers(self) -> None:
        """Answer by hand first, then in one go; the answer's heading is in sight, and nothing of it in an address."""
        address, entries = self.frame.url, self.frame.evaluate("history.length")
        self.choose({"errand": "which_document"}.get(str(self.visitor.question), "unknown"))
        self.visitor.rush(ORDINARY)
        assert self.visitor.state == "result"
        assert (self.frame.url, self.frame.evaluate("history.length")) == (address, entries)
        self.fits()
        box, size = self.frame.locator("[data-checker] h1").bounding_box(), self.frame.page.viewport_size
        assert box is not None
        assert size is not None
        assert 0 <= box["y"] < size["height"]


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
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", self._on_console)
        self.page.context.on("weberror", lambda error: self.console.append(str(error.error)))
        self.page.add_init_script(RECORDER)

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.console.append(message.text)

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
        for _ in range(100):
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


def _rgb(hexadecimal: str) -> str:
    return f"rgb({', '.join(str(one) for one in bytes.fromhex(hexadecimal))})"
