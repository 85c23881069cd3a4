"""The offline file as it opens from a folder with the network off: its size, its question, and its Python.

Every run is a fresh browser. The browser notes for itself when the first question can be answered, when Python's
worker is made and when that says it is ready; so nothing of ours is changed for measuring.
"""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from checker.build.bench.browsing import cold_page, wait_for
from checker.build.bench.row import Row
from checker.build.offline import FILE_OF_ALL, SITE_ZIP, build_offline

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

__all__ = ["measure"]

_RUNS = 3
_INSURER = "kiyose"
_NOTES = """
(() => {
  const notes = { question: 0, started: 0, ready: 0 };
  Object.defineProperty(window, 'benchNotes', { value: notes });
  const loaded = new MutationObserver(() => {
    // The script takes this mark away when the question is ready to be answered.
    if (document.documentElement?.hasAttribute('data-loading') || !document.querySelector('[data-question]')) return;
    loaded.disconnect();
    requestAnimationFrame(() => setTimeout(() => { notes.question = performance.now(); }));
  });
  loaded.observe(document, { subtree: true, childList: true, attributes: true });
  window.Worker = class extends Worker {
    constructor(...given) {
      notes.started ||= performance.now();
      super(...given);
      this.addEventListener('message', ({ data }) => {
        if (data.type === 'ready') notes.ready ||= performance.now();
      });
    }
  };
})();
"""


@dataclass(frozen=True)
class _Run:
    question: float
    python: float
    requests: int


def measure(root: Path, say: Callable[[str], None]) -> list[Row]:
    """Return the rows of the file with all insurers, medians, and the size of the zip; builds all of them first."""
    with TemporaryDirectory() as name:
        files = {file.name: file for file in build_offline(type(root)(name), root)}
        path = files[FILE_OF_ALL]
        size, zipped = (files[one].stat().st_size for one in (FILE_OF_ALL, SITE_ZIP))
        say(f"the offline file, {_RUNS} times")
        runs = [_opened(path.as_uri()) for _ in range(_RUNS)]
    return [
        Row("offline file with all insurers", size / 1_000_000, "MB", 8.0),
        Row("offline: zip of the whole site", zipped / 1_000_000, "MB", 10.0),
        Row("offline: first question", median(run.question for run in runs) / 1000, "s", 1.0),
        Row("offline: Python after its start", median(run.python for run in runs) / 1000, "s", 3.5),
        Row("offline: requests", max(run.requests for run in runs), "", 0),
    ]


def _opened(address: str) -> _Run:
    with cold_page(offline=True, locale="ja-JP") as page:
        page.add_init_script(_NOTES)
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(address, wait_until="commit")
        question = float(wait_for(page, "benchNotes.question"))
        _choose(page, _INSURER)
        _choose(page, "which_document")
        notes: dict[str, Any] = wait_for(page, "benchNotes.ready && benchNotes")
        others = [url for url in asked if url != address and not url.startswith("blob:")]
        return _Run(question, notes["ready"] - notes["started"], len(others))


def _choose(page: Page, value: str) -> None:
    page.check(f'[data-question] input[value="{value}"]')
    page.click("[data-next]")
