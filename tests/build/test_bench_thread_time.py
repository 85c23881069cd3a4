"""The work of a click as read from a browser's trace, on a made-up one; no time is looked at."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import pytest

from checker.build.bench.thread_time import work_after_click, work_until_usable

MAIN, OTHER = (1, 1), (1, 2)


def event(name: str, start: int, took: int, thread: tuple[int, int] = MAIN, **args: object) -> dict[str, Any]:
    """Return something that took so many microseconds of the processor, and twice as many of the clock."""
    pid, tid = thread
    clock = {"ts": start * 2, "dur": took * 2, "tts": start, "tdur": took}
    return {"name": name, "ph": "X", "pid": pid, "tid": tid, "args": args, **clock}


def dispatch(kind: str, start: int, took: int) -> dict[str, Any]:
    return event("EventDispatch", start, took, data={"type": kind})


TRACE = [
    dispatch("click", 100, 50),
    event("UpdateLayoutTree", 110, 5),
    dispatch("mouseup", 990, 5),
    event("RunTask", 980, 5_100),
    dispatch("click", 1_000, 5_000),
    event("UpdateLayoutTree", 2_000, 700),
    event("Layout", 3_000, 1_100),
    event("Layout", 3_000, 9_000, OTHER),
    event("RunTask", 7_000, 3_000),
    event("FireAnimationFrame", 7_100, 200),
    event("Layout", 8_000, 400),
    event("RunTask", 20_000, 3_000),
    event("FireAnimationFrame", 20_100, 200),
]


def test_it_is_counted_from_the_last_click_to_the_frame_after_it() -> None:
    told = asdict(work_after_click(TRACE))
    assert told == pytest.approx({"total": 9.0, "script": 3.2, "style": 0.7, "layout": 1.1, "frame": 4.0})


@pytest.mark.parametrize("missing", ["EventDispatch", "FireAnimationFrame"])
def test_a_trace_without_click_or_frame_tells_nothing(missing: str) -> None:
    with pytest.raises(RuntimeError, match="click"):
        work_after_click([one for one in TRACE if one["name"] != missing])


def test_a_page_is_usable_with_the_frame_after_its_last_script() -> None:
    task = "ThreadControllerImpl::RunTask"
    opening = [event(task, 0, 700), event(task, 1_000, 3_000), event("EvaluateScript", 2_000, 900)]
    frame = [event(task, 5_000, 500), event("FireAnimationFrame", 5_100, 100)]
    others = [event(task, 7_000, 4_000), event(task, 100, 8_000, OTHER)]
    assert work_until_usable([*opening, *frame, *others]) == pytest.approx(4.2)
    with pytest.raises(RuntimeError, match="frame"):
        work_until_usable([*opening, *others])
    with pytest.raises(RuntimeError, match="script"):
        work_until_usable(frame)
