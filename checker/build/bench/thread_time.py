"""What a page's own thread works for what a visitor waits for, in processor time: other programs do not lengthen it.

Read from the browser's trace: from the click's event to the end of the frame that is made next, or from a page's first
task to the frame after its scripts. A thread is not all that somebody waits for: the network, the wait for the screen's
next turn, and what other threads do with the frame, are not in it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from playwright.sync_api import Browser, Page

__all__ = ["Event", "Work", "trace", "work_after_click", "work_until_usable"]

_CATEGORIES = ["toplevel", "devtools.timeline"]
_TASK = "ThreadControllerImpl::RunTask"
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


def trace(browser: Browser, page: Page, step: Callable[[], object]) -> list[Event]:
    """Return what happened in the browser while a step was made."""
    browser.start_tracing(page=page, categories=_CATEGORIES)
    step()
    events: list[Event] = json.loads(browser.stop_tracing())["traceEvents"]
    return events


def work_after_click(events: Sequence[Event]) -> Work:
    """Return the work between the last click in a trace and the end of the frame made after it.

    Raises RuntimeError if the trace has no such click or frame.
    """
    click = _last_click(events)
    own = _of_thread(events, click)
    frame = _frame_after(own, click["ts"])
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


def work_until_usable(events: Sequence[Event]) -> float:
    """Return the milliseconds until the frame after the page's last script, from the thread's first task on.

    Raises RuntimeError if the trace has no script or no frame after it.
    """
    scripts = [one for one in events if one["name"] == "EvaluateScript"]
    if not scripts:
        raise RuntimeError("no script was run in the trace")
    own = _of_thread(events, scripts[-1])
    end = _frame_after(own, scripts[-1]["ts"])
    return sum(float(one["tdur"]) for one in own if one["name"] == _TASK and one["ts"] <= end["ts"]) / _PER_MS


def _last_click(events: Sequence[Event]) -> Event:
    found = [one for one in events if one["name"] == "EventDispatch" and one["args"]["data"]["type"] == "click"]
    if not found:
        raise RuntimeError("no click in the trace")
    return found[-1]


def _of_thread(events: Sequence[Event], one_of_it: Event) -> list[Event]:
    """Return what has a length and is of the same thread."""
    wanted = one_of_it["pid"], one_of_it["tid"]
    return [one for one in events if one["ph"] == "X" and "tdur" in one and (one["pid"], one["tid"]) == wanted]


def _frame_after(own: Sequence[Event], start: int) -> Event:
    """Return the whole task of the first frame after a moment."""
    turns = [one["ts"] for one in own if one["name"] == "FireAnimationFrame" and one["ts"] > start]
    if not turns:
        raise RuntimeError("no frame was made after the click or the script")
    return max((one for one in own if one["ts"] <= min(turns) <= one["ts"] + one["dur"]), key=lambda one: one["dur"])
