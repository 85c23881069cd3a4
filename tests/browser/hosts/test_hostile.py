"""A host that wants to know what somebody answers, or to keep somebody: it learns nothing, and keeps an empty frame."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from browser.hosts.host import Host, read_hosts
from browser.hosts.server import serving_hosts
from browser.hosts.visit import RECORDER, SAVING, Visit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from browser.hosts.in_frame import InFrame
    from playwright.sync_api import Browser, Dialog, Page

HOSTS = {host.name: host for host in read_hosts()}
PHONE = "042-497-2047"


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """Return a visitor's page, of a phone's size."""
    context = browser.new_context(locale="ja-JP", viewport={"width": 360, "height": 740})
    context.add_init_script(f"{RECORDER}; {SAVING}")
    yield context.new_page()
    context.close()


def sit(page: Page, host: Host, site: str) -> InFrame:
    """Begin in the frame of a host that is open."""
    [person] = Visit(page, host, site, page.url).people()
    person.begins()
    return person


@pytest.fixture
def person(page: Page, http_site: str) -> Iterator[InFrame]:
    """Return somebody in the frame of a plain host."""
    host = HOSTS["closed-details"]
    with serving_hosts([host], http_site) as address:
        page.goto(f"{address}/{host.name}")
        page.click(host.press)
        yield sit(page, host, http_site)


def told(page: Page) -> list[Any]:
    """What the host has heard since it was last asked, beside a height that it knew."""
    page.wait_for_timeout(100)
    heard: list[Any] = page.evaluate("() => { const heard = window.heard; window.heard = []; return heard ?? []; }")
    return [data for _, data in heard]


def test_whatever_is_chosen_the_host_hears_the_same(person: InFrame) -> None:
    page = person.frame.page
    told(page)
    values = person.frame.evaluate("[...document.querySelectorAll('[name=answer]')].map(({ value }) => value)")
    assert len(values) > 5
    for value in values:
        person.visitor.choose(value)
    for key in ("ArrowUp", "ArrowUp", "Space", "Tab"):
        page.keyboard.press(key)
    assert told(page) == []
    person.visitor.answer("lost")
    assert any("focus" in data for data in told(page))


def test_nothing_that_a_host_sends_or_names_changes_what_is_shown(person: InFrame) -> None:
    person.answers()
    page, before = person.frame.page, person.frame.inner_text("[data-checker]")
    told(page)
    page.evaluate(
        """() => {
          const inner = document.querySelector('iframe').contentWindow;
          document.body.tabIndex = -1;
          document.body.focus();
          window.lost = 0;
          addEventListener('blur', () => { window.lost += 1; });
          for (let step = 0; step < 20000; step += 1) {
            inner.postMessage({ shikakuNavi: 1, height: step, focus: step, answer: 'lost', errand: 'lost' }, '*');
          }
          document.querySelector('iframe').name = 'data-result';
        }"""
    )
    for name in ("counter", "panel-kiyose", "contact-kiyose", "nowhere", ":~:text=答え"):
        page.evaluate(
            "(to) => { document.querySelector('iframe').contentWindow.location.href = to; }",
            f"{person.frame.url}#{name}",
        )
    assert told(page) == []
    assert person.frame.inner_text("[data-checker]") == before
    assert page.evaluate("window.lost") == 0


def test_a_host_that_asks_to_stay_keeps_an_empty_frame(person: InFrame) -> None:
    person.answers()
    page = person.frame.page
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.once("dialog", stay)
    page.evaluate("addEventListener('beforeunload', (event) => event.preventDefault())")
    page.click("h1")
    person.press("[data-leave]")
    person.frame.wait_for_selector("body > [data-contact]")
    assert asked == ["beforeunload"]
    assert PHONE in person.frame.inner_text("body")
    assert person.visitor.page.query_selector("[data-checker], form") is None


def test_whoever_comes_back_to_the_host_finds_no_answer(person: InFrame, http_site: str) -> None:
    person.answers()
    page, address = person.frame.page, person.frame.page.url
    page.goto("about:blank")
    page.go_back()
    assert page.url == address
    if not page.locator("details[open]").count():
        page.click("summary")
    assert sit(page, HOSTS["closed-details"], http_site).visitor.question == "errand"
