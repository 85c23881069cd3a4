"""What a page's own thread works after a press, in processor time, which other programs on the machine do not lengthen.

Read from the browser's trace: from the click's event to the end of the frame that is made next. A page's thread is not
all that a visitor waits for: the wait for the screen's next turn, and what other threads do with the frame, are not in
it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from playwright.sync_api import Browser, Page

__all__ = ["Work", "traced_work", "work_after_click"]

_CATEGORIES = ["toplevel", "devtools.timeline"]
_PER_MS = 1000

Event = dict[str, Any]


@dataclass(frozen=True)
class Work:
    """Milliseconds of processor time: of the event's handling, and of the frame after it."""

    total: float
    script: float
    """The event's handling without style and layout; what was changed in the page is in it."""
    style: float
    layout: float
    frame: float
    """From the event's handling to the end of the frame: what was left of style and layout, painting, handing over."""


def traced_work(browser: Browser, page: Page, press: Callable[[], object]) -> Work:
    """Press, and return what the thread did from the click to the frame after it."""
    browser.start_tracing(page=page, categories=_CATEGORIES)
    press()
    return work_after_click(json.loads(browser.stop_tracing())["traceEvents"])


def work_after_click(events: Sequence[Event]) -> Work:
    """Return the work between the last click in a trace and the end of the frame made after it.

    Raises RuntimeError if the trace has no such click or frame.
    """
    click = _last_click(events)
    own = [one for one in events if _thread(one) == _thread(click) and one["ph"] == "X" and "tdur" in one]
    turns = [one["ts"] for one in own if one["name"] == "FireAnimationFrame" and one["ts"] > click["ts"]]
    if not turns:
        raise RuntimeError("no frame was made after the click")
    frame = max((one for one in own if one["ts"] <= min(turns) <= one["ts"] + one["dur"]), key=lambda one: one["dur"])
    handled = click["tts"] + click["tdur"]

    def spent(name: str) -> float:
        return sum(float(one["tdur"]) for one in own if one["name"] == name and click["tts"] <= one["tts"] < handled)

    style, layout = spent("UpdateLayoutTree"), spent("Layout")
    return Work(
        total=(frame["tts"] + frame["tdur"] - click["tts"]) / _PER_MS,
        script=(click["tdur"] - style - layout) / _PER_MS,
        style=style / _PER_MS,
        layout=layout / _PER_MS,
        frame=(frame["tts"] + frame["tdur"] - handled) / _PER_MS,
    )


def _last_click(events: Sequence[Event]) -> Event:
    found = [one for one in events if one["name"] == "EventDispatch" and one["args"]["data"]["type"] == "click"]
    if not found:
        raise RuntimeError("no click in the trace")
    return found[-1]


def _thread(event: Event) -> tuple[int, int]:
    return event["pid"], event["tid"]
