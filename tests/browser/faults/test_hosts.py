"""Hosts as a town hall's cellar has them: plain http under a name, and types that are wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from browser.faults.altered import portal
from browser.faults.careless import careless_host
from browser.faults.seen import Guest
from browser.watch import wait_until

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import BrowserContext, Page

TOWN = "shiyakusho.example"


@pytest.fixture
def in_town(own_chromium: Callable[..., BrowserContext], site_dir: Path) -> Iterator[Guest]:
    """Return a visitor of a host that is not this machine to the browser, so that its http is not taken for safe."""
    with careless_host(site_dir) as host:
        context = own_chromium(flags=[f"--host-resolver-rules=MAP {TOWN} 127.0.0.1"])
        yield Guest(context.new_page(), f"http://{TOWN}:{host.port}")


def test_plain_http_under_a_name_gets_the_answer_from_python(in_town: Guest) -> None:
    in_town.arrive()
    assert in_town.page.evaluate("[isSecureContext, crypto.subtle === undefined]") == [False, True]
    in_town.get_answer()
    in_town.wait_for_python()
    in_town.sees_answer()


def spoil(page: Page, site: Path, part: str) -> None:
    """Send some pages of a file in its middle upside down; its length stays."""
    [file] = (site / "assets" / "runtime").glob(part)
    whole, middle = file.read_bytes(), file.stat().st_size // 2
    body = whole[:middle] + bytes(255 - byte for byte in whole[middle : middle + 4096]) + whole[middle + 4096 :]
    page.context.route(f"**/runtime/{part}", lambda route: route.fulfill(body=body))


@pytest.mark.faults_expected
@pytest.mark.parametrize(
    ("part", "happens"),
    [
        ("pyodide.asm.*.wasm", "bad bytes"),
        ("stdlib.*.zip", "bad bytes"),
        ("app.*.zip", "bad bytes"),
        ("stdlib.*.zip", "a sign-in page"),
    ],
)
def test_a_wrong_file_where_nothing_can_be_hashed(in_town: Guest, site_dir: Path, part: str, happens: str) -> None:
    """What cannot be told by its hash shows when it is used, or is given up after a while."""
    in_town.page.clock.install()
    if happens == "bad bytes":
        spoil(in_town.page, site_dir, part)
    else:
        portal(in_town.page, f"**/runtime/{part}")
    in_town.arrive()
    in_town.get_answer()
    in_town.page.wait_for_timeout(3_000)
    if not in_town.page.inner_text("[data-opinion]"):
        in_town.waits_in_vain()
    in_town.is_told_that_python_is_missing()


@pytest.fixture
def page_of(page: Page, site_dir: Path) -> Iterator[Callable[[dict[str, str]], Guest]]:
    """Return a maker of a visitor of a host that gives these types."""
    hosts = []

    def make(types: dict[str, str]) -> Guest:
        hosts.append(careless_host(site_dir, types))
        return Guest(page, hosts[-1].__enter__().address)

    yield make
    for host in hosts:
        host.__exit__(None, None, None)


@pytest.mark.parametrize(
    "types",
    [
        {"wasm": "text/plain", "zip": "text/plain", "json": "text/html"},
        {"wasm": "application/octet-stream", "zip": "application/octet-stream", "json": "application/octet-stream"},
        {"html": "text/html", "css": "text/css", "js": "text/javascript"},
        {"js": "application/x-javascript"},
    ],
    ids=["text", "bytes", "without a charset", "an old name of scripts"],
)
def test_wrong_types_that_browsers_forgive_change_nothing(
    page_of: Callable[[dict[str, str]], Guest], types: dict[str, str]
) -> None:
    guest = page_of(types)
    guest.arrive()
    assert guest.page.evaluate("document.characterSet") == "UTF-8"
    guest.get_answer()
    guest.wait_for_python()
    guest.sees_answer()


@pytest.mark.faults_expected
@pytest.mark.parametrize("kind", ["application/octet-stream", "text/plain"])
def test_scripts_of_a_wrong_type_run_in_the_page_but_not_as_python_s_worker(
    page_of: Callable[[dict[str, str]], Guest], kind: str
) -> None:
    guest = page_of({"js": kind})
    guest.arrive()
    guest.get_answer()
    guest.is_told_that_python_is_missing()


@pytest.mark.faults_expected
def test_a_style_sheet_of_a_wrong_type_is_left_out(page_of: Callable[[dict[str, str]], Guest]) -> None:
    guest = page_of({"css": "text/plain"})
    guest.arrive()
    wait_until(guest.page, "getComputedStyle(document.querySelector('.bar')).position === 'static'")
    guest.get_answer()
