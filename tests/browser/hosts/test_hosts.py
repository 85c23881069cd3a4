"""One runner for all hosts of `tests/hosts/`: each shows what its first comment says, and no more happens."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import isfinite
from typing import TYPE_CHECKING

import pytest
from browser.hosts.host import Host, read_hosts
from browser.hosts.server import serving_hosts
from browser.hosts.visit import InFrame, Visit
from browser.watch import wait_until

from checker.pages.told import NEUTRAL_ADDRESS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, BrowserContext, Route

HOSTS = read_hosts()
PHONES = {"kiyose": "042-497-2047"}


@pytest.fixture(scope="module")
def address(http_site: str) -> Iterator[str]:
    """Return where the hosts are served, which is not where the site is."""
    with serving_hosts(HOSTS, http_site) as address:
        yield address


@pytest.fixture
def visit(browser: Browser, http_site: str, address: str) -> Iterator[Callable[[Host], Visit]]:
    """Return how a host is opened, in a profile of its own."""
    contexts: list[BrowserContext] = []

    def start(host: Host) -> Visit:
        width, height = host.viewport
        contexts.append(
            browser.new_context(
                viewport={"width": width, "height": height},
                java_script_enabled=host.javascript,
                locale="ja-JP",
                timezone_id="Asia/Tokyo",
            )
        )
        contexts[-1].set_default_timeout(5_000)
        page = contexts[-1].new_page()
        if not host.python:
            page.add_init_script("Object.defineProperty(navigator, 'connection', { value: { saveData: true } })")
        return Visit(page, host, http_site, address)

    yield start
    for context in contexts:
        context.close()


@pytest.mark.parametrize("host", HOSTS, ids=[host.name for host in HOSTS])
def test_a_host_shows_what_it_must(host: Host, visit: Callable[[Host], Visit]) -> None:
    seen = visit(host)
    arrive(seen)
    people = seen.people()
    for one in people:
        one.begins()
    assert seen.runtime == []
    assert all(text in seen.ground.inner_text("body") for text in host.says)
    if people and people[0].shown.scripts:
        walk(seen, people)
    hears_the_contract_alone(seen)
    if people and people[0].shown.scripts:
        leave(seen, people[0])
    assert seen.elsewhere == []
    assert [text for text in host.console if not any(expected(text, seen) in one for one in seen.console)] == []
    assert [one for one in seen.console if not any(expected(text, seen) in one for text in host.console)] == []


def expected(text: str, seen: Visit) -> str:
    return text.replace("https://navi.example", seen.site)


def arrive(seen: Visit) -> None:
    """Open the host; its link can be read, also while the site is silent."""
    page, host = seen.page, seen.host
    silence = Silence()
    if host.slow:
        page.route(f"{seen.site}/**", silence.meet)
    page.goto(f"{seen.address}/{'in/' * host.inside}{host.name}", wait_until="commit" if host.slow else "load")
    if host.press:
        page.click(host.press)
    link = seen.ground.locator(f"a[href^='{seen.site}/v1/'] >> visible=true").first
    link.wait_for()
    if host.scrolls:
        assert seen.ours() == []
        link.scroll_into_view_if_needed()
    assert link.inner_text().strip()
    if host.slow:
        silence.end()


@dataclass
class Silence:
    """The site, while it says nothing to anybody."""

    waiting: list[Route] | None = field(default_factory=list)

    def meet(self, route: Route) -> None:
        if self.waiting is None:
            route.continue_()
        else:
            self.waiting.append(route)

    def end(self) -> None:
        waiting, self.waiting = self.waiting, None
        for route in waiting or ():
            route.continue_()


def walk(seen: Visit, people: list[InFrame]) -> None:
    """Get the answer in the first frame; it grows and shrinks with it, and the others stand still."""
    first, *others = people
    before = first.height
    first.answers()
    assert [one.visitor.state for one in others] == ["question"] * len(others)
    if seen.host.python:
        first.visitor.wait_for_python()
        assert len(seen.page.workers) == 1
        assert seen.runtime
    if first.shown.grows:
        grown = first.height
        assert grown != before
        first.frame.locator("[data-restart] >> visible=true").first.dispatch_event("click")
        first.fits()
        assert first.height != grown


def hears_the_contract_alone(seen: Visit) -> None:
    """Whatever our frames tell the host is a height or where the focus is, and of version 1."""
    heard = seen.heard()
    for data in heard:
        assert data["shikakuNavi"] == 1
        assert set(data) in ({"shikakuNavi", "height"}, {"shikakuNavi", "focus"})
        assert all(isfinite(number) and number >= 0 for number in data.values())
    assert heard or not any(shown.scripts for shown in seen.host.frames)


def leave(seen: Visit, person: InFrame) -> None:
    """Leave at once, host and all; or find the frame empty but for the contact."""
    page = seen.page
    page.route(f"{NEUTRAL_ADDRESS}**", lambda route: route.fulfill(content_type="text/html", body="weather"))
    if seen.host.leaves == "by shift":
        for _ in range(3):
            page.keyboard.press("Shift")
    else:
        person.press("[data-leave]")
    if seen.host.leaves != "wiped":
        page.wait_for_url(f"{NEUTRAL_ADDRESS}**")
        return
    person.frame.wait_for_selector("body > [data-contact]")
    assert PHONES[person.shown.insurer] in person.frame.inner_text("body")
    assert person.frame.query_selector("form") is None
    wait_until(page, f"location.href.startsWith('{seen.address}')")
