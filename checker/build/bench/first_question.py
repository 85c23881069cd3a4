"""A checker page on a slow phone, from its address to the answer.

The connection is that of `server.PHONE`: 10 Mbit/s and 40 ms for a round trip, one more for each new connection. The
processor is slowed four times. Every run is a fresh browser. On a busy machine the seconds grow with what else runs,
the server's own part too; the work of the page's thread, in processor time, does not.
"""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

from checker.build.bench.brotli import brotli
from checker.build.bench.last_click import last_click
from checker.build.bench.release import build_release
from checker.build.bench.row import Row
from checker.build.bench.server import PHONE, served
from checker.build.bench.slow_phone import EMPTY_PAGE, SLOWER, slow_phone
from checker.build.bench.widget import widget_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from checker.build.bench.server import Served

__all__ = ["measure"]

_RUNS = 5
_KB = 1000
_EMPTY = "empty.html"


def measure(root: Path, say: Callable[[str], None]) -> list[Row]:
    """Return the rows of the checker's page; builds the site first."""
    say("the site as for a release")
    files = build_release(root)
    pages = [name for name in files if name.startswith("check/") and name.count("/") > 1 and name.endswith(".html")]
    pages.sort(key=lambda name: len(brotli(files[name])), reverse=True)
    with served({**files, _EMPTY: EMPTY_PAGE}, link=PHONE) as site:
        say(f"first question, {_RUNS} times, beside an empty page")
        first = list(_first_question(site, pages[0]))
        return [*first, *widget_rows(files), *last_click(site, pages[::2], _EMPTY, say)]


def _first_question(site: Served, largest: str) -> Iterator[Row]:
    ours, empty, needed = [], [], {}
    for _ in range(_RUNS):
        empty.append(_opened(site, _EMPTY))
        site.sent.clear()
        ours.append(_opened(site, largest))
        needed = dict(site.sent)
    told = f"{largest.split('/')[1]}; an empty page {median(empty) / 1000:.2f} s; slowest {max(ours) / 1000:.2f} s"
    yield Row("first question usable, cold", median(ours) / 1000, "s", 1.0, told)
    works = [median(_work(site, path) for _ in range(_RUNS)) for path in (largest, _EMPTY)]
    told = f"processor time of the page's thread, {SLOWER} times; an empty page {works[1]:.0f}"
    yield Row("work until the first question", works[0], "ms", None, told)
    parts = ", ".join(f"{path.rpartition('/')[2].partition('.')[0]} {size / _KB:.1f}" for path, size in needed.items())
    yield Row("needed until then, brotli", sum(needed.values()) / _KB, "KB", 60, parts)


def _work(site: Served, path: str) -> float:
    with slow_phone(slower=1) as phone:
        return phone.work_of_open(site.address + path) * SLOWER


def _opened(site: Served, path: str) -> float:
    """Milliseconds until the page could be used; that it answers is tried afterwards."""
    with slow_phone() as phone:
        took = phone.open(site.address + path)
        if path != _EMPTY:
            phone.press_next()
            if not phone.page.inner_text(".problem"):
                raise RuntimeError(f"{path}: the first question stood there, and its button did nothing")
        return took
