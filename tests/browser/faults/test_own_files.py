"""The page's own scripts and style sheet: missing, cut off, or never coming."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from browser.faults.altered import alter, hang, refuse, send_header
from browser.faults.careless import careless_host
from browser.faults.seen import LIBRARY, PHONE, Guest
from browser.watch import wait_until

from checker.pages.integrity import integrity_of, with_integrity
from checker.pages.told import NEUTRAL_ADDRESS

if TYPE_CHECKING:
    from pathlib import Path

    from browser.watch import Watch
    from playwright.sync_api import Page, Route

pytestmark = pytest.mark.faults_expected


def test_without_its_style_sheet_the_page_still_answers(guest: Guest) -> None:
    refuse(guest.page, "**/checker.*.css")
    guest.arrive()
    guest.get_answer()
    assert guest.page.evaluate("getComputedStyle(document.querySelector('.bar')).position") == "static"


def test_without_the_script_of_the_quick_exit_its_link_still_leads_away(guest: Guest, watch: Watch) -> None:
    refuse(guest.page, "**/quick_exit.*.js")
    guest.arrive()
    guest.get_answer()
    guest.page.context.route(NEUTRAL_ADDRESS, lambda route: route.fulfill(body="", content_type="text/html"))
    guest.page.click("[data-leave]")
    guest.page.wait_for_url(NEUTRAL_ADDRESS)
    watch.elsewhere.remove(NEUTRAL_ADDRESS)


def half(whole: bytes) -> bytes:
    return whole[: len(whole) // 2]


def sealed(site: Path, page: bytes) -> bytes:
    """Return a page as it is built for a site that has an address."""
    files = [path for path in (site / "assets").iterdir() if path.suffix in (".js", ".css")]
    known = {f"assets/{path.name}": integrity_of(path.read_bytes()) for path in files}
    marked = with_integrity(page.decode(), "../../", known)
    assert marked.count("integrity=") == 5
    return marked.encode()


def let_the_time_pass(page: Page) -> None:
    """Let all seconds pass for which a style sheet waits."""
    page.evaluate("document.getAnimations().forEach((one) => one.finish())")


@pytest.mark.parametrize(
    "happens", ["missing", "cut off", "forbidden", "too new for the device", "another file", "never coming"]
)
def test_a_checker_without_its_script_says_so_and_has_the_table_and_whom_to_ask(
    guest: Guest, site_dir: Path, happens: str
) -> None:
    page, script = guest.page, "**/checker.*.js"
    match happens:
        case "missing":
            refuse(page, script)
        case "cut off":
            alter(page, script, half)
        case "forbidden":
            policy = "script-src 'none'"
            send_header(page, "**/check/kiyose/index.html", content_security_policy=policy)
        case "another file":
            alter(page, "**/check/kiyose/index.html", partial(sealed, site_dir))
            alter(page, script, lambda whole: whole + b"\nglobalThis.changed = true;\n")
        case "too new for the device":
            alter(page, script, lambda whole: whole + b"\nlet 1;")
        case _:
            hang(page, script)
    page.goto(f"{guest.address}/check/kiyose/index.html", wait_until="commit")
    page.wait_for_selector("[data-next]")
    notice = page.locator("[data-stuck]")
    assert not notice.is_visible()
    let_the_time_pass(page)
    assert notice.is_visible()
    assert LIBRARY.words["pages.stuck"] in notice.inner_text()
    assert PHONE in page.inner_text("[data-contact]")
    page.check('[value="lost"]')
    page.click("[data-next]")
    assert page.url.endswith("/check/kiyose/index.html")
    page.click("[data-stuck] a")
    assert page.locator("table").count() > 0


def test_the_general_page_without_its_script_has_links(guest: Guest) -> None:
    refuse(guest.page, "**/choose.*.js")
    guest.page.goto(f"{guest.address}/check/index.html")
    let_the_time_pass(guest.page)
    guest.page.click('[data-stuck] a[href="kiyose/index.html"]')
    assert guest.question == "errand"


def test_a_script_that_comes_late_takes_the_words_away_and_answers(guest: Guest) -> None:
    waiting: list[Route] = []
    guest.page.context.route("**/checker.*.js", lambda route: waiting.append(route))  # noqa: PLW0108 - Playwright refuses built-in functions
    guest.page.goto(f"{guest.address}/check/kiyose/index.html", wait_until="commit")
    guest.page.wait_for_selector("[data-next]")
    let_the_time_pass(guest.page)
    assert guest.page.is_visible("[data-stuck]")
    waiting[0].continue_()
    wait_until(guest.page, "!document.querySelector('[data-stuck]')")
    guest.get_answer()


def test_a_page_that_stalls_in_the_middle_says_so_and_goes_on_when_the_rest_comes(guest: Guest, site_dir: Path) -> None:
    with careless_host(site_dir, stalls_at="/check/kiyose/index.html") as host:
        there = Guest(guest.page, host.address)
        there.page.goto(f"{host.address}/check/kiyose/index.html", wait_until="commit")
        there.page.wait_for_selector("[data-next]")
        let_the_time_pass(there.page)
        assert there.page.is_visible("[data-stuck]")
        host.go_on.set()
        wait_until(there.page, "!document.querySelector('[data-stuck]')")
        there.get_answer()
