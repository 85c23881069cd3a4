"""The page for web editors in real Chromium: choices show at once, copying works by keyboard, what is copied works."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from browser.accessibility import accessibility_faults
from browser.watch import wait_until
from rulebooks import ROOT, library

from checker.build.bench.picker import with_made_up
from checker.build.serve import serving
from checker.pages.assets import collect_assets
from checker.pages.editors_page import editors_page
from checker.pages.feeds import VERSION
from checker.pages.html import Html
from checker.pages.insurer_lists import LISTED
from checker.pages.insurer_names import names_file
from checker.pages.making import Making
from checker.pages.snippets import snippets

if TYPE_CHECKING:
    from pathlib import Path

    from browser.conftest import OpenPage
    from browser.watch import Watch
    from playwright.sync_api import Browser, FrameLocator, Page, Route

WORDS = library().words
SNIPPETS = ("script", "frame", "link")
STOPS = 40
"""Presses of Tab from one place to another, at most; those in the preview count."""
_HOST = '<!doctype html>\n<html lang="ja"><head><meta charset="utf-8"><title>市</title></head><body>{}</body></html>'


def _area(page: Page, name: str) -> str:
    return page.locator(f"#snippet-{name}").input_value()


def _preview(page: Page) -> FrameLocator:
    return page.frame_locator("[data-preview] iframe")


def _colour(page: Page, name: str, value: str) -> None:
    page.locator(f"input[name={name}]").fill(value)


@pytest.fixture
def editors(open_page: OpenPage, http_site: str) -> Page:
    page = open_page(viewport={"width": 1280, "height": 900}, permissions=["clipboard-read", "clipboard-write"])
    page.goto(f"{http_site}/embed/index.html")
    _preview(page).locator("[data-question]").wait_for()
    return page


def test_axe_finds_nothing_at_two_widths_also_where_colours_are_refused(editors: Page) -> None:
    _colour(editors, "text", "#999999")
    assert editors.locator("[data-contrast][data-refused]").is_visible()
    for width in (1280, 360):
        editors.set_viewport_size({"width": width, "height": 800})
        assert accessibility_faults(editors) == []
        assert editors.evaluate("document.documentElement.scrollWidth") <= width


def test_what_is_chosen_shows_in_the_preview_and_in_the_snippets(editors: Page, http_site: str, watch: Watch) -> None:
    _keeps_the_contract(editors, http_site)
    entries = editors.evaluate("history.length")
    _takes_insurer_language_and_errand(editors, http_site)
    _takes_colours_that_can_be_read(editors, http_site)
    assert editors.evaluate("history.length") == entries
    _refuses_others(editors)
    assert "ff8800" not in "".join(watch.requests), "the preview never showed it"


def _keeps_the_contract(page: Page, site: str) -> None:
    """As the page comes: what it writes without a script, with the site's address."""
    insurer = library().insurers["gamagori"]
    said = (WORDS[f"editors.{key}"].format(insurer=insurer.name) for key in ("link_text", "frame_title"))
    code = snippets(f"{site}/", insurer.id, "ja", *said)
    assert {name: _area(page, name) for name in (*SNIPPETS, "policy")} == code
    assert site in page.locator("#privacy-text").input_value()
    assert page.locator("[data-placeholder]").count() == 0
    feed = page.locator('link[type="application/feed+json"]').evaluate("link => link.href")
    assert page.request.get(feed).json()["version"] == VERSION


def _takes_insurer_language_and_errand(page: Page, site: str) -> None:
    page.get_by_label(WORDS["choose.field"]).fill("なめりかわ")
    shown = page.locator(".sn-rows .sn-row >> visible=true").all_inner_texts()
    assert shown == ["蒲郡市 国民健康保険(愛知県)", "滑川市(富山県)"], "what is chosen, and what fits"
    wait_until(page, "document.querySelector('[data-found]').textContent.includes('1')")
    page.locator("input[value=namerikawa]").check()
    page.locator("input[name=language][value=en]").check()
    page.get_by_label(WORDS["editors.errand"]).select_option("at_desk")
    name = library().told_in("en").insurers["namerikawa"].name
    link = f'href="{site}/v1/namerikawa/index.html?lang=en&amp;errand=at_desk">{name}: find out'
    assert all(link in _area(page, one) for one in SNIPPETS)
    assert 'data-insurer="namerikawa" data-lang="en" data-errand="at_desk" async>' in _area(page, "script")
    assert "滑川市" in page.locator("#privacy-text").input_value(), "the paragraph speaks the editor's language"


def _takes_colours_that_can_be_read(page: Page, site: str) -> None:
    _colour(page, "accent", "#006600")
    assert 'data-accent="006600" data-paper="ffffff" data-text="1a1a1c" async>' in _area(page, "script")
    query = "lang=en&amp;errand=at_desk&amp;accent=006600&amp;paper=ffffff&amp;text=1a1a1c"
    assert f'src="{site}/v1/namerikawa/index.html?{query}" title="Shikaku Navi: ' in _area(page, "frame")
    wait_until(page, "document.querySelector('[data-preview] iframe').src.includes('text=1a1a1c')")
    frame = "document.querySelector('[data-preview] iframe').contentDocument"
    wait_until(page, f"{frame}.documentElement.lang === 'en' && {frame}.querySelector('[data-next]') !== null")
    assert _preview(page).locator("[data-question]").get_attribute("data-question") != "errand"
    accent = page.evaluate(f"getComputedStyle({frame}.querySelector('[data-next]')).backgroundColor")
    assert accent == "rgb(0, 102, 0)"


def _refuses_others(page: Page) -> None:
    """Colours that cannot be read are not taken, and the ratio is told."""
    told = page.locator("[data-contrast]")
    _colour(page, "paper", "#fff4d6")
    kept = {name: _area(page, name) for name in SNIPPETS}
    assert 'data-paper="fff4d6"' in kept["script"]
    _colour(page, "accent", "#ff8800")
    assert "2.1:1" in told.inner_text()
    assert WORDS["editors.accent"] in told.inner_text()
    assert page.locator("input[name=accent]").get_attribute("aria-invalid") == "true"
    assert page.locator("input[name=text]").get_attribute("aria-invalid") == "false"
    assert {name: _area(page, name) for name in SNIPPETS} == kept
    page.locator("[data-own-colours]").press("Enter")
    assert "17.3:1" in told.inner_text()
    assert "data-accent" not in _area(page, "script")
    wait_until(page, "!document.querySelector('[data-preview] iframe').src.includes('paper')")


def test_what_is_copied_by_keyboard_works_on_pages_of_another_origin(
    editors: Page, browser: Browser, tmp_path: Path, http_site: str
) -> None:
    editors.locator("input[value=kiyose]").check()
    editors.locator("input[name=language][value=ja-easy]").check()
    wait_until(
        editors, "document.querySelector('[data-preview] iframe').src.includes('kiyose/index.html?lang=ja-easy')"
    )
    _preview(editors).locator("[data-question]").wait_for()
    editors.locator("input[name=text]").focus()
    for name in SNIPPETS:
        (tmp_path / f"{name}.html").write_text(_HOST.format(_copied(editors, name)), encoding="utf-8")
    editors.locator("input[value=gamagori]").check()
    assert editors.locator("[data-copied]:not(:empty)").count() == 0, "other code has not been copied yet"
    _selects_where_it_may_not_copy(editors)
    (tmp_path / "index.html").touch()
    with serving(tmp_path) as hosts, browser.new_context(viewport={"width": 800, "height": 700}) as context:
        faults: list[str] = []
        context.on("weberror", lambda error: faults.append(str(error.error)))
        context.on("console", lambda message: faults.extend([message.text] if message.type == "error" else []))
        context.route("**/favicon.ico", lambda route: route.fulfill(status=204))
        page = context.new_page()
        _shows_the_question(page, f"{hosts}/script.html", http_site)
        wait_until(page, "document.querySelector('iframe').offsetHeight !== 640")
        _shows_the_question(page, f"{hosts}/frame.html", http_site)
        assert page.evaluate("document.querySelector('iframe').offsetHeight") == 640
        page.goto(f"{hosts}/link.html")
        page.get_by_role("link", name="清瀬市").click()
        page.wait_for_url(f"{http_site}/v1/kiyose/index.html?lang=ja-easy")
        page.locator("[data-question]").wait_for()
        assert faults == []


def test_of_very_many_insurers_one_is_looked_for_in_the_file_of_names(page: Page, http_site: str) -> None:
    making = Making(library(), collect_assets(ROOT), date(2026, 11, 22))
    many = replace(making, library=with_made_up(library(), LISTED))
    few_body, many_body = (editors_page(one, Html()).body for one in (making, many))
    names = names_file(many)
    assert names
    page.route(
        "**/assets/insurers.*.js", lambda route: route.fulfill(body=names.content, content_type="text/javascript")
    )

    def with_many(route: Route) -> None:
        text = route.fetch().text()
        assert few_body in text
        route.fulfill(body=text.replace(few_body, many_body), content_type="text/html")

    page.route("**/embed/index.html", with_many)
    page.goto(f"{http_site}/embed/index.html")
    one = many.library.insurers["made-up-70"]
    page.get_by_label(WORDS["choose.field"]).fill(one.number)
    page.locator("input[value=made-up-70]").check()
    rows = page.locator(".sn-rows .sn-row >> visible=true").all_inner_texts()
    assert rows == [library().insurers["gamagori"].name, one.name], "what was chosen before, and what fits"
    page.locator("input[name=language][value=en]").check()
    assert f'/v1/made-up-70/index.html?lang=en">{one.translations["en"].name}: find out' in _area(page, "link")
    feed = page.locator("[data-feed] a")
    assert str(feed.get_attribute("href")).endswith("v1/made-up-70/changes.json")
    assert one.name in feed.inner_text()
    page.get_by_label(WORDS["choose.field"]).fill("指定都市")
    assert page.locator("[data-rows=unnamed] input[value=designated-city]").is_visible()
    assert page.locator("input[value=made-up-70]").is_checked(), "what is chosen stays"


def _copied(page: Page, name: str) -> str:
    """Go on to a button by Tab, press it, and return what has come to the clipboard."""
    for _ in range(STOPS):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.dataset.copy") == f"snippet-{name}":
            break
    page.keyboard.press("Enter")
    wait_until(page, f"document.getElementById('snippet-{name}-copied').textContent", 5)
    assert page.locator(f"#snippet-{name}-copied").inner_text() == WORDS["editors.copied"]
    assert page.locator("[data-copied]:not(:empty)").count() == 1
    copied = str(page.evaluate("navigator.clipboard.readText()"))
    assert copied == _area(page, name)
    return copied


def _selects_where_it_may_not_copy(page: Page) -> None:
    """Without the clipboard, the older way; without that one, the code is selected, and how to go on is told."""
    told, button = page.locator("#snippet-frame-copied"), page.locator("[data-copy=snippet-frame]")
    page.evaluate("void (navigator.clipboard.writeText = () => Promise.reject(new Error('no')))")
    button.press("Enter")
    wait_until(page, "document.getElementById('snippet-frame-copied').textContent", 5)
    assert told.inner_text() == WORDS["editors.copied"]
    assert page.evaluate("navigator.clipboard.readText()") == _area(page, "frame")
    page.evaluate("void (document.execCommand = () => false)")
    button.press("Enter")
    wait_until(page, "document.activeElement.id === 'snippet-frame'", 5)
    assert told.inner_text() == WORDS["editors.selected"]
    selected = "(({ selectionStart, selectionEnd, value }) => selectionEnd - selectionStart === value.length)"
    assert page.evaluate(f"{selected}(document.activeElement)")


def _shows_the_question(page: Page, address: str, site: str) -> None:
    page.goto(address)
    page.frame_locator("iframe").locator("[data-question] input").first.wait_for()
    frame = page.locator("iframe")
    assert frame.get_attribute("src") == f"{site}/v1/kiyose/index.html?lang=ja-easy"
    assert frame.get_attribute("title")
    assert page.evaluate("document.querySelector('iframe').offsetWidth") > 700
    assert page.get_by_role("link", name="清瀬市").first.is_visible()


def test_from_a_folder_the_preview_works_and_the_address_is_left_to_fill_in(
    open_page: OpenPage, site_dir: Path
) -> None:
    page = open_page(offline=True)
    page.goto((site_dir / "embed" / "index.html").as_uri())
    _preview(page).locator("[data-question]").wait_for()
    page.locator("input[value=kiyose]").check()
    assert f'src="{WORDS["editors.placeholder"]}v1/embed.js" data-insurer="kiyose"' in _area(page, "script")
    assert page.locator("[data-placeholder]").is_visible()


def test_without_scripts_the_code_can_be_read_and_nothing_pretends_to_be_chosen(
    open_page: OpenPage, http_site: str
) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(f"{http_site}/en/embed/index.html")
    assert "v1/gamagori/index.html?lang=en" in _area(page, "script")
    assert page.locator("noscript p").is_visible()
    assert page.locator("form >> visible=true").count() == 0
    assert page.locator("[data-preview] >> visible=true").count() == 0
    assert page.locator("[data-copy] >> visible=true").count() == 0
