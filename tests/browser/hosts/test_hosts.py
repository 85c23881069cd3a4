"""One runner for all hosts of `tests/hosts/`: each shows what its first comment says, and no more happens."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING

import pytest
from browser.hosts.host import SITE, Host, read_hosts
from browser.hosts.server import serving_hosts
from browser.hosts.visit import RECORDER, SAVING, Silence, Visit
from browser.watch import wait_until

from checker.pages.told import NEUTRAL_ADDRESS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from browser.hosts.in_frame import InFrame
    from playwright.sync_api import Browser, Page

HOSTS = read_hosts()
WEATHER = '<title>weather</title><link rel="icon" href="data:,">'
PHONES = {"kiyose": "042-497-2047"}


@pytest.fixture(scope="module")
def address(http_site: str) -> Iterator[str]:
    """Return where the hosts are served, which is not where the site is."""
    with serving_hosts(HOSTS, http_site) as address:
        yield address


@pytest.fixture(scope="module")
def pages(browser: Browser) -> Iterator[Callable[[Host], Page]]:
    """Return a page for a host's visitor; those of one kind share it, since another costs a second."""
    made: dict[tuple[bool, bool], Page] = {}

    def page(host: Host) -> Page:
        kind = (host.javascript, host.python)
        if kind not in made:
            context = browser.new_context(locale="ja-JP", timezone_id="Asia/Tokyo", java_script_enabled=host.javascript)
            context.set_default_timeout(20_000)
            context.add_init_script(RECORDER if host.python else f"{RECORDER}; {SAVING}")
            made[kind] = context.new_page()
        width, height = host.viewport
        made[kind].set_viewport_size({"width": width, "height": height})
        return made[kind]

    yield page
    for one in made.values():
        one.context.close()


@pytest.mark.parametrize("host", HOSTS, ids=[host.name for host in HOSTS])
def test_a_host_shows_what_it_must(host: Host, pages: Callable[[Host], Page], http_site: str, address: str) -> None:
    # Without JavaScript in the site's own process, since another is told too late that it runs no scripts.
    near = address if host.javascript else address.replace("localhost", "127.0.0.1")
    seen = Visit(pages(host), host, http_site, near)
    try:
        look(seen)
    finally:
        seen.end()
    assert seen.elsewhere == []
    wanted = [text.replace(SITE, http_site) for text in host.console]
    assert [text for text in wanted if not any(text in one for one in seen.console)] == []
    assert [one for one in seen.console if not any(text in one for text in wanted)] == []


def look(seen: Visit) -> None:
    """Do what a visitor does, and look at all of it."""
    host = seen.host
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
        page.unroute(f"{seen.site}/**", silence.meet)


def walk(seen: Visit, people: list[InFrame]) -> None:
    """Get the answer in the first frame; it grows and shrinks with it, and the others stand still."""
    first, *others = people
    before = first.height
    first.answers()
    assert [one.visitor.state for one in others] == ["question"] * len(others)
    if seen.host.prints:
        first.prints_whole()
    if seen.host.python:
        first.visitor.wait_for_python()
        assert len(seen.page.workers) == 1
        assert seen.runtime
    if first.shown.grows:
        grown = first.height
        assert grown != before
        first.frame.locator("[data-restart] >> visible=true").first.dispatch_event("click")
        first.speaks()
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
    page.route(f"{NEUTRAL_ADDRESS}**", lambda route: route.fulfill(content_type="text/html", body=WEATHER), times=1)
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
