"""A page as on a slow phone, which notes for itself when what a visitor waits for is on the screen.

The notes are made by a script that the browser puts in before the page's own, so the page is measured as it ships.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.build.bench.browsing import cold_page, wait_for
from checker.build.bench.thread_time import trace, work_after_click, work_until_usable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Page

    from checker.build.bench.thread_time import Event, Work

__all__ = ["EMPTY_PAGE", "SLOWER", "Phone", "Press", "slow_phone"]

EMPTY_PAGE = b"""<!doctype html><html lang="ja"><meta charset="utf-8"><link rel="icon" href="data:,">
<button data-next>1</button>
<script>document.querySelector('button').onclick = (event) => { event.target.textContent = '2'; };</script>
</html>"""
"""The peer of every page: what opening and pressing take at least, on this machine and at this moment."""

SLOWER = 4
"""How many times slower than this machine's the phone's processor is."""

_HELD_MS = 80
"""From the finger's touching the button to its leaving it, which is the click."""

_SCREEN = {"width": 360, "height": 740}

# A message sent in a frame's first callback arrives when the frame has been made.
_NOTES = """
(() => {
  const notes = { usable: 0, presses: [] };
  Object.defineProperty(window, 'benchNotes', { value: notes });
  const afterFrame = (act) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = act;
    port2.postMessage(0);
  });
  addEventListener('DOMContentLoaded', () => afterFrame(() => { notes.usable = performance.now(); }));
  addEventListener('click', (event) => {
    if (!event.target.closest('[data-next]')) return;
    const count = () => performance.now() - event.timeStamp;
    afterFrame(() => {
      const took = count();
      afterFrame(() => notes.presses.push([took, count()]));
    });
  }, true);
})();
"""

_AT_ONCE = "(choice) => [choice, '[data-next]'].forEach((one) => document.querySelector(one).click())"


@dataclass(frozen=True)
class Press:
    """A press of the button that goes on, in milliseconds from the finger's leaving it."""

    took: float
    """Until the first frame with the next page was made."""
    whole: float
    """Until the frame after that, in which all of a long answer stands."""


@dataclass(frozen=True)
class Phone:
    """One page in a fresh browser."""

    page: Page

    def open(self, address: str) -> float:
        """Milliseconds from the navigation until the page's own scripts had run and the frame after that was made."""
        self.page.goto(address)
        return float(wait_for(self.page, "benchNotes.usable"))

    def press_next(self, choice: str | None = None) -> Press:
        """Press the button that goes on, as a finger would; with a choice, in the moment in which that is chosen."""
        count = self.page.evaluate("benchNotes.presses.length")
        if choice is None:
            self._touch("[data-next]")
        else:
            self.page.evaluate(_AT_ONCE, choice)
        self.page.wait_for_timeout(_HELD_MS)  # asking what was noted is work in the page too
        took, whole = wait_for(self.page, f"benchNotes.presses[{count}]")
        return Press(took, whole)

    def work_of_next(self) -> Work:
        """Press the button that goes on, and return what the page's thread did."""
        return work_after_click(self._traced(self.press_next))

    def work_of_open(self, address: str) -> float:
        """Milliseconds of the page's thread until it could be used."""
        return work_until_usable(self._traced(lambda: self.open(address)))

    def _traced(self, step: Callable[[], object]) -> list[Event]:
        browser = self.page.context.browser
        if browser is None:
            raise RuntimeError("the page is in no browser")
        return trace(browser, self.page, step)

    def _touch(self, selector: str) -> None:
        """Touch an element's middle, and nothing of the page: a click of the driver's own would work in it first."""
        element = self.page.locator(selector)
        element.scroll_into_view_if_needed()
        box = element.bounding_box()
        if box is None:
            raise RuntimeError(f"{selector} is not to be seen")
        self.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        self.page.mouse.down()
        self.page.wait_for_timeout(_HELD_MS)
        self.page.mouse.up()


@contextmanager
def slow_phone(slower: int = SLOWER) -> Iterator[Phone]:
    """Start a fresh browser on a processor that is so many times slower."""
    with cold_page(locale="ja-JP", timezone_id="Asia/Tokyo", viewport=_SCREEN) as page:
        page.add_init_script(_NOTES)
        devtools = page.context.new_cdp_session(page)
        devtools.send("Emulation.setCPUThrottlingRate", {"rate": slower})
        yield Phone(page)
