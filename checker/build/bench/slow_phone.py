"""A page as on a slow phone, which notes for itself when what a visitor waits for is on the screen.

The notes are made by a script that the browser puts in before the page's own, so the page is measured as it ships.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.build.bench.browsing import cold_page, wait_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import CDPSession, Page

__all__ = ["EMPTY_PAGE", "Phone", "Press", "slow_phone"]

EMPTY_PAGE = b"""<!doctype html><html lang="ja"><meta charset="utf-8"><link rel="icon" href="data:,">
<button data-next>1</button>
<script>document.querySelector('button').onclick = (event) => { event.target.textContent = '2'; };</script>
</html>"""
"""The peer of every page: what opening and pressing take at least, on this machine and at this moment."""

_SLOWER = 4
"""How many times slower than this machine's the phone's processor is."""

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
    afterFrame(() => notes.presses.push(performance.now() - event.timeStamp));
  }, true);
})();
"""

_AT_ONCE = "(choice) => [choice, '[data-next]'].forEach((one) => document.querySelector(one).click())"


@dataclass(frozen=True)
class Press:
    """A press of the button that goes on, in milliseconds: until the next page stood there, and what the thread did."""

    took: float
    script: float
    drawing: float
    """Style and layout."""


@dataclass(frozen=True)
class Phone:
    """One page in a fresh browser."""

    page: Page
    devtools: CDPSession

    def open(self, address: str) -> float:
        """Milliseconds from the navigation until the page's own scripts had run and the frame after that was made."""
        self.page.goto(address)
        return float(wait_for(self.page, "benchNotes.usable"))

    def press_next(self, choice: str | None = None) -> Press:
        """Press the button that goes on, as a finger would; with a choice, in the moment in which that is chosen."""
        before = self._thread_times()
        count = self.page.evaluate("benchNotes.presses.length")
        if choice is None:
            self.page.click("[data-next]")
        else:
            self.page.evaluate(_AT_ONCE, choice)
        took = float(wait_for(self.page, f"benchNotes.presses[{count}]"))
        after = self._thread_times()
        spent = {name: (after[name] - before[name]) * 1000 for name in before}
        return Press(took, spent["ScriptDuration"], spent["LayoutDuration"] + spent["RecalcStyleDuration"])

    def _thread_times(self) -> dict[str, float]:
        found = self.devtools.send("Performance.getMetrics")["metrics"]
        return {metric["name"]: metric["value"] for metric in found if metric["name"].endswith("Duration")}


@contextmanager
def slow_phone() -> Iterator[Phone]:
    """Start a fresh browser on a slow processor."""
    with cold_page(locale="ja-JP", timezone_id="Asia/Tokyo", viewport=_SCREEN) as page:
        page.add_init_script(_NOTES)
        devtools = page.context.new_cdp_session(page)
        devtools.send("Performance.enable", {"timeDomain": "threadTicks"})
        devtools.send("Emulation.setCPUThrottlingRate", {"rate": _SLOWER})
        yield Phone(page, devtools)
