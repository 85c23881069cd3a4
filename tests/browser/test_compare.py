"""The comparison in real Chromium: what is chosen shows, a move shows what differs, and nothing is kept or scrolls."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from browser.accessibility import accessibility_faults
from browser.watch import wait_until
from pages.many_insurers import with_copies
from rulebooks import library

from checker.pages.assets import Assets
from checker.pages.comparing.compare_page import compare_page, pairs_of
from checker.pages.html import Html
from checker.pages.making import Making

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page, Route

NO_FILES = Assets({}, "", "", "", "", None, "", "", ())

_ROWS = "[...document.querySelectorAll('[data-compared] tbody tr')].filter((one) => one.checkVisibility())"
_SHOWN = f"{_ROWS}.map((one) => one.dataset.topic)"
_CELLS = "[...row.querySelectorAll('td')].filter((one) => one.checkVisibility())"
_COLUMNS = f"{_ROWS}.map((row) => {_CELLS}.map((one) => one.dataset.insurer).join())"
_ANSWERS = f"{_ROWS}.map((row) => new Set({_CELLS}.map((one) => one.dataset.answer)).size)"
_SMALL = """[...document.querySelectorAll('[data-choices] :is(select, button, summary, label.sn-box)')]
  .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 44).map((one) => one.outerHTML)"""
_KEPT = "[document.cookie, localStorage.length, sessionStorage.length].join()"


def _shown(page: Page) -> list[str]:
    rows: list[str] = page.evaluate(_SHOWN)
    return rows


def _columns(page: Page) -> set[str]:
    return set(page.evaluate(_COLUMNS))


def test_choosing_and_moving(page: Page, http_site: str) -> None:
    """One visit, on a phone: all, two insurers, one topic, what differs, a move and back."""
    page.goto(f"{http_site}/comparison/index.html")
    wait_until(page, "!document.querySelector('[data-choices]').hidden")
    everything, [all_insurers] = _shown(page), _columns(page)
    assert len(everything) > 20
    assert all_insurers.split(",")[-1] == "other"
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate(_SMALL) == []

    for insurer in ("namerikawa", "designated-city", "health-society", "other"):
        page.uncheck(f'input[name=insurer][value="{insurer}"]')
    assert _columns(page) == {"gamagori,kiyose"}
    page.check("[data-differing]")
    differing = _shown(page)
    assert 0 < len(differing) < len(everything)
    assert set(page.evaluate(_ANSWERS)) == {2}

    page.click("details.sn-topics summary")
    page.click("[data-topics=none]")
    assert _shown(page) == []
    assert page.inner_text("[role=status]") != ""
    page.check('input[name=topic][value="cancel"]')
    assert _shown(page) == ["cancel"]
    page.click("[data-topics=all]")
    page.uncheck("[data-differing]")
    assert _shown(page) == everything

    page.select_option("select[data-move=from]", "namerikawa")
    assert _columns(page) == {"gamagori,kiyose"}
    page.select_option("select[data-move=to]", "gamagori")
    assert _columns(page) == {"namerikawa,gamagori"}
    assert set(page.evaluate(_ANSWERS)) == {2}
    assert str(len(_shown(page))) in page.inner_text("[role=status]")
    assert page.locator("[data-towards]:visible a").get_attribute("href") == "../check/gamagori/index.html"
    assert not page.is_visible('input[name=insurer][value="kiyose"]')
    assert accessibility_faults(page) == []

    page.select_option("select[data-move=to]", "namerikawa")
    assert _columns(page) == {"gamagori,kiyose"}
    page.select_option("select[data-move=to]", "")
    page.select_option("select[data-move=from]", "")
    assert page.inner_text("[role=status]") == ""
    assert (page.url, page.evaluate(_KEPT)) == (f"{http_site}/comparison/index.html", ",0,0")


def test_two_of_many_insurers(page: Page, http_site: str, site_dir: Path) -> None:
    """One visit to a site of thousands: typed in kana, one found, a move, and only what differs."""
    making = with_copies(Making(library(), NO_FILES, date(2026, 11, 22)), 60)
    pairs = pairs_of(making)
    assert pairs is not None
    address, script = pairs.address, pairs.content
    assert isinstance(script, bytes)
    built = (site_dir / "comparison" / "index.html").read_text(encoding="utf-8")
    before, after = built.split('<div id="content">')[0], built[built.index('<details class="panel"') :]
    body = compare_page(making, Html(), pairs).body
    whole = f'{before}<div id="content">{body}</div>{after}'
    page.route("**/comparison/index.html", lambda route: route.fulfill(body=whole, content_type="text/html"))
    fetched: list[str] = []

    def hand_over(route: Route) -> None:
        fetched.append(route.request.url)
        route.fulfill(body=script, content_type="text/javascript")

    page.route(f"**/{address}", hand_over)
    page.goto(f"{http_site}/comparison/index.html")
    wait_until(page, "!document.querySelector('[data-choices]').hidden")
    counted = _shown(page)
    assert len(counted) > 20
    assert fetched == []

    _choose(page, "from", "マチ40", "copy-40")
    assert len(fetched) == 1
    assert _columns(page) == {"copy-40"}
    assert _shown(page) == counted
    _choose(page, "to", "なめりかわ", "namerikawa")
    assert _columns(page) == {"copy-40,namerikawa"}
    assert 0 < len(_shown(page)) < len(counted)
    assert set(page.evaluate(_ANSWERS)) == {2}
    assert page.get_attribute("[data-towards] a", "href") == "../check/namerikawa/index.html"
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate(_SMALL) == []
    assert accessibility_faults(page, "[data-choices]") == []
    page.select_option("[data-end=to] select", "")
    assert _columns(page) == {"copy-40"}
    page.select_option("[data-end=from] select", "")
    assert _shown(page) == counted
    assert page.url == f"{http_site}/comparison/index.html"


def _choose(page: Page, end: str, typed: str, insurer: str) -> None:
    page.fill(f"[data-end={end}] input", typed)
    wait_until(page, f"document.querySelector('[data-end={end}] [role=status]').textContent !== ''")
    page.select_option(f"[data-end={end}] select", insurer)
    wait_until(page, f"document.querySelector('[data-compared] td[data-insurer=\"{insurer}\"]') !== null")
