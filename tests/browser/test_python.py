"""Python's worker and the page's side of it, alone on a page: ready, and every way in which it may fail."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from browser.watch import wait_until

from checker.authoring import load_library
from checker.build.runtime import build_runtime
from checker.build.serve import serving
from checker.engine.door import open_door

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Page, Route

ROOT = Path(__file__).resolve().parents[2]
FACTS = {"insurer": "kiyose", "on_date": "2026-11-21", "my_number_card": "held", "registration": "registered"}
HARNESS = """<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Python</title><link rel="icon" href="data:,">
<script type="module">
import { startPython } from './python.js';
window.begin = (files, timeoutMs) => {
  window.seen = { ready: 0, failed: [] };
  window.python = startPython({
    runtime: { base: 'runtime/', files, rulebook: 'rulebook.json' },
    timeoutMs,
    onReady: () => { window.seen.ready += 1; },
    onFailed: (reason) => { window.seen.failed.push(reason); },
  });
};
</script></html>
"""

pytestmark = pytest.mark.faults_expected  # a file that is missing or refused is an error in the console


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    return dict(build_runtime(ROOT / "build" / "runtime", ROOT).files)


@pytest.fixture(scope="module")
def harness(tmp_path_factory: pytest.TempPathFactory, files: dict[str, str]) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("python")
    (folder / "runtime").mkdir()
    for name in files.values():
        (folder / "runtime" / name).symlink_to(ROOT / "build" / "runtime" / name)
    (folder / "python.js").symlink_to(ROOT / "checker" / "browser" / "python.js")
    (folder / "rulebook.json").write_text(load_library(ROOT).insurers["kiyose"].rulebook.to_json(), encoding="utf-8")
    (folder / "index.html").write_text(HARNESS, encoding="utf-8")
    with serving(folder) as address:
        yield address


@pytest.fixture
def begin(page: Page, harness: str, files: dict[str, str]) -> Callable[..., Any]:
    """Return a function that starts Python and waits until it is ready or has failed."""

    def start(timeout_ms: int = 20_000) -> Any:  # noqa: ANN401 - JSON
        page.goto(f"{harness}/index.html")
        wait_until(page, "window.begin !== undefined")
        page.evaluate(f"begin({json.dumps(files)}, {timeout_ms})")
        return wait_until(page, "(seen.ready || seen.failed.length) && seen", 60)

    return start


def refused(seen: Any) -> str:  # noqa: ANN401 - JSON
    """Return the one reason for which Python failed."""
    assert seen["ready"] == 0
    [reason] = seen["failed"]
    return str(reason)


def test_ready_decides_and_stops(page: Page, begin: Callable[..., Any]) -> None:
    assert begin() == {"ready": 1, "failed": []}
    decision = page.evaluate(f"python.decide({json.dumps(FACTS)})")
    assert decision["status"] == "decided"
    several = page.evaluate(
        f"Promise.all(['works', 'fault'].map((reader) => python.decide({{...{json.dumps(FACTS)}, reader}})))"
    )
    assert several[0]["care"] != several[1]["care"]
    assert page.evaluate("python.stop() ?? python.decide({}).catch((error) => error.message)") == "stopped"
    assert page.evaluate("seen.failed") == []


def test_what_would_change_it_and_the_days_ahead_are_told_beside(page: Page, begin: Callable[..., Any]) -> None:
    begin()
    door, line = open_door(load_library(ROOT).insurers["kiyose"].rulebook.to_json()), json.dumps(FACTS)
    nearest = page.evaluate(f"python.nearest({line})")
    assert nearest == json.loads(door.nearest(line))
    assert nearest["nearest"]
    person = json.dumps({**FACTS, "birth_date": "1953-03-05"})
    calendar = page.evaluate(f"python.calendar({person}, '2028-12-31')")
    assert calendar == json.loads(door.calendar(person, "2028-12-31"))
    assert [day["from"] for day in calendar["calendar"]] == ["2028-03-05"]


def test_what_cannot_be_told_beside_leaves_all_else(page: Page, begin: Callable[..., Any]) -> None:
    def without_nearest(route: Route) -> None:
        answer = route.fetch()
        assert "door.nearest(" in answer.text()
        route.fulfill(response=answer, body=answer.text().replace("door.nearest(", "door.nowhere("))

    page.route("**/engine-worker.*.js", without_nearest)
    begin()
    facts = json.dumps(FACTS)
    assert page.evaluate(f"python.nearest({facts})") is None
    assert page.evaluate(f"python.decide({facts})")["status"] == "decided"
    assert page.evaluate("seen.failed") == []


def test_a_file_that_was_changed_is_refused(page: Page, begin: Callable[..., Any]) -> None:
    def changed(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.body()[:-1] + b"?")

    page.route("**/stdlib.*.zip", changed)
    assert "not the file that was built" in refused(begin())


@pytest.mark.parametrize("part", ["pyodide.asm.*.wasm", "app.*.zip", "pyodide.asm.*.js"])
def test_a_file_that_is_missing_is_told(page: Page, begin: Callable[..., Any], part: str) -> None:
    page.route(f"**/{part}", lambda route: route.fulfill(status=404))
    assert refused(begin())


def test_a_missing_rulebook_is_told(page: Page, begin: Callable[..., Any]) -> None:
    page.route("**/rulebook.json", lambda route: route.fulfill(status=404))
    assert refused(begin()) == "rulebook.json: status 404"


def test_a_worker_that_is_missing_is_told(page: Page, begin: Callable[..., Any]) -> None:
    page.route("**/engine-worker.*.js", lambda route: route.fulfill(status=404))
    assert refused(begin()) == "the worker did not start"


def test_a_worker_that_says_nothing_is_given_up(page: Page, begin: Callable[..., Any]) -> None:
    page.route("**/engine-worker.*.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    assert refused(begin(500)) == "no word from Python for 500 ms"


def test_forbidden_webassembly_is_told_at_once(page: Page, begin: Callable[..., Any]) -> None:
    def without_wasm(route: Route) -> None:
        answer = route.fetch()
        policy = "default-src 'none'; script-src 'self'; connect-src 'self'"
        route.fulfill(response=answer, headers={**answer.headers, "content-security-policy": policy})

    page.route("**/engine-worker.*.js", without_wasm)
    assert "WebAssembly" in refused(begin())


def test_a_server_that_knows_no_webassembly_will_do(page: Page, begin: Callable[..., Any]) -> None:
    def as_text(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, headers={**answer.headers, "content-type": "text/plain"})

    page.route("**/*.wasm", as_text)
    assert begin() == {"ready": 1, "failed": []}


def test_without_a_secure_context_files_go_unchecked(page: Page, begin: Callable[..., Any]) -> None:
    def without_hashing(route: Route) -> None:
        answer = route.fetch()
        absent = "Object.defineProperty(crypto, 'subtle', { value: undefined });\n"
        route.fulfill(response=answer, body=absent + answer.text())

    page.route("**/engine-worker.*.js", without_hashing)
    assert begin() == {"ready": 1, "failed": []}


def test_a_rulebook_that_is_none_is_told(page: Page, begin: Callable[..., Any]) -> None:
    page.route("**/rulebook.json", lambda route: route.fulfill(body="{}"))
    assert "Error" in refused(begin())
