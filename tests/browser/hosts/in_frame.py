"""Somebody in one of our frames on a host's page, in real Chromium."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, cast

from browser.hosts.paper import text_of
from browser.sheets import pages_of
from browser.visitor import ORDINARY, Visitor
from browser.watch import wait_until
from playwright.sync_api import PdfMargins

if TYPE_CHECKING:
    from browser.hosts.host import Shown
    from playwright.sync_api import Frame, Page

__all__ = ["InFrame"]

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
        self.speaks()
        assert self.frame.locator("[data-question] h1").is_visible()
        assert (self.visitor.question == "errand") is (self.shown.errand == "")
        looks = self.frame.evaluate(_LOOKS)
        assert {name: looks[name] for name in looks if getattr(self.shown, name)} == {
            name: _rgb(getattr(self.shown, name)) for name in looks if getattr(self.shown, name)
        }
        self.fits()

    def speaks(self) -> None:
        """Find the language that the host asked for."""
        spoken = f"(document.documentElement.dataset.languageNow ?? 'ja') === '{self.shown.lang}'"
        wait_until(self.visitor.page, spoken, 20)

    def fits(self) -> None:
        """Find the frame as high as its content, or able to scroll where it has no script of ours beside it."""
        if self.shown.grows:
            wait_until(self.visitor.page, f"({_FITS})()", 20)
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
        """Press a button or a link by its key: the bar moves while its host scrolls."""
        self.frame.focus(selector)
        self.frame.page.keyboard.press("Enter")

    def answers(self) -> None:
        """Answer by hand first, then in one go; the answer's heading is in sight, and nothing of it in an address."""
        address, entries = self.frame.url, self.frame.evaluate("history.length")
        self.choose({"errand": "which_document"}.get(str(self.visitor.question), "unknown"))
        self.visitor.rush(ORDINARY)
        assert self.visitor.state == "result"
        assert (self.frame.url, self.frame.evaluate("history.length")) == (address, entries)
        self.fits()
        self.finds_heading_in_sight()

    def finds_heading_in_sight(self) -> None:
        """See the first heading on the host's page."""
        box, size = self.frame.locator("[data-checker] h1").bounding_box(), self.frame.page.viewport_size
        assert box is not None
        assert size is not None
        assert 0 <= box["y"] < size["height"]

    def prints_whole(self) -> None:
        """Find on the host's paper every line that is meant for it; between two pages Chromium may cut one in two."""
        page = self.frame.page
        page.emulate_media(media="print")
        lines = [re.sub(r"\s", "", line) for line in self.frame.inner_text("article").splitlines()]
        page.emulate_media(media="null")
        pdf = page.pdf(format="A4", margin=PdfMargins(top="10mm", right="10mm", bottom="10mm", left="10mm"))
        drawn = text_of(pdf)
        assert len(lines) > 20
        assert lines[0] in drawn
        assert lines[-1] in drawn
        assert len([line for line in lines if line not in drawn]) < pages_of(pdf)


def _rgb(hexadecimal: str) -> str:
    return f"rgb({', '.join(str(one) for one in bytes.fromhex(hexadecimal))})"
