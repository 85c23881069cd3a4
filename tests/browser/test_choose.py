"""Choosing an insurer in real Chromium, on the general page and in the offline file, by typing and without."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from browser.accessibility import accessibility_faults
from browser.watch import wait_until
from rulebooks import ROOT, library

from checker.build.bench.picker import with_made_up
from checker.pages.assets import collect_assets
from checker.pages.choose_page import choose_files
from checker.pages.insurer_lists import LISTED, names_of
from checker.pages.making import Making

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from browser.conftest import OpenPage
    from playwright.sync_api import Page, Route

    from checker.pages.assets import SharedFile

WORDS = library().words
WAYS = ["employees", "late_elderly", "other", "unknown"]
ALL = ["gamagori", "kiyose", "namerikawa", "designated-city", "health-society", *WAYS]
REST = 700

_SHOWN = """[...document.querySelectorAll('[data-question] input[name=answer]')]
  .filter((one) => one.checkVisibility()).map((one) => one.value)"""
_SMALL = """[...document.querySelectorAll('.option, input[type=search], button, header a, footer a, [data-standing] a')]
  .filter((one) => one.checkVisibility())
  .filter((one) => one.getBoundingClientRect().height < 44).map((one) => one.outerHTML)"""


@dataclass
class Chooser:
    """Somebody at the question which insurer, who types as well."""

    page: Page

    @property
    def shown(self) -> list[str]:
        """The values of the choices that can be seen, in order."""
        values: list[str] = self.page.evaluate(_SHOWN)
        return values

    @property
    def told(self) -> str:
        """What is said of what was found."""
        return self.page.inner_text("[role=status]")

    @property
    def opened(self) -> str:
        """The insurer whose checker has opened, wherever it is."""
        return str(self.page.locator("[data-checker][data-insurer]").get_attribute("data-insurer"))

    def type(self, text: str) -> None:
        """Type, in place of what stands in the field."""
        self.page.fill("[type=search]", text)

    def choose(self, value: str) -> None:
        """Choose and go on."""
        self.page.check(f'[data-question=insurer] input[value="{value}"]')
        self.page.click("[data-next]")

    def speak(self, language: str) -> None:
        """Change the language, and see that it has changed."""
        self.page.click(f'[data-language="{language}"]')
        wait_until(self.page, f"document.documentElement.dataset.languageNow === '{language}'")


@pytest.fixture(params=["web", "offline"])
def asked(request: pytest.FixtureRequest, open_page: OpenPage) -> Chooser:
    """The question, once on the general page and once in the offline file."""
    if request.param == "web":
        page = open_page()
        page.goto(f"{request.getfixturevalue('http_site')}/check/index.html")
    else:
        page = open_page(offline=True)
        page.goto(request.getfixturevalue("offline_file").as_uri())
    return Chooser(page)


@pytest.fixture
def on_web(page: Page, http_site: str) -> Chooser:
    page.goto(f"{http_site}/check/index.html")
    return Chooser(page)


def test_all_stand_there_without_typing_and_not_knowing_is_last(asked: Chooser) -> None:
    assert asked.shown == ALL
    assert asked.told == ""
    assert asked.page.locator("input:checked").count() == 0


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("がまごうり", ["gamagori"]),
        ("ﾅﾒﾘｶﾜ", ["namerikawa"]),
        ("富山", ["namerikawa"]),
        ("Kiyose", ["kiyose"]),
        ("国保", ["gamagori", "kiyose", "designated-city"]),
        ("ない町", []),
    ],
)
def test_typing_leaves_what_fits_and_the_ways_for_everyone_else(typed: str, found: list[str], asked: Chooser) -> None:
    asked.type(typed)
    assert asked.shown == [*found, *WAYS]
    headings = asked.page.locator("[data-question] h2:visible").all_inner_texts()
    apart = WORDS["pages.unnamed"]
    assert [text for text in headings if text] == [
        *([apart] if "designated-city" in found else []),
        WORDS["choose.ways"],
    ]
    said = WORDS["choose.found"].format(n=len(found)) if found else WORDS["choose.none"]
    wait_until(asked.page, f"document.querySelector('[role=status]').textContent === '{said}'")
    asked.type("")
    assert asked.shown == ALL
    assert asked.told == ""


def test_what_was_found_is_told_once_when_typing_rests(open_page: OpenPage, http_site: str) -> None:
    page = open_page()
    page.clock.install(time=0)
    page.goto(f"{http_site}/check/index.html")
    page.clock.pause_at(60 * 60)
    chooser = Chooser(page)
    page.evaluate(
        """() => {
          window.sayings = [];
          const status = document.querySelector('[role=status]');
          const note = () => window.sayings.push(status.textContent);
          new MutationObserver(note).observe(status, { childList: true });
        }"""
    )
    for text in ("き", "きよ", "きよせ"):
        chooser.type(text)
        page.clock.run_for(REST - 100)
    assert page.evaluate("window.sayings") == []
    page.clock.run_for(REST)
    assert page.evaluate("window.sayings") == [WORDS["choose.found"].format(n=1)]


@pytest.mark.parametrize("way", WAYS)
def test_every_way_for_everyone_else_opens_the_national_answer(way: str, asked: Chooser) -> None:
    asked.type("清瀬")
    asked.choose(way)
    assert asked.opened == "other"


def test_the_one_that_is_chosen_stays_in_sight(asked: Chooser) -> None:
    asked.page.check("input[value=kiyose]")
    asked.type("なめりかわ")
    assert asked.shown == ["kiyose", "namerikawa", *WAYS]
    asked.page.click("[data-next]")
    assert asked.opened == "kiyose"


def test_kana_are_looked_for_while_an_input_method_composes_them(asked: Chooser) -> None:
    page = asked.page
    page.focus("[type=search]")
    method = page.context.new_cdp_session(page)

    def compose(text: str) -> None:
        method.send("Input.imeSetComposition", {"text": text, "selectionStart": len(text), "selectionEnd": len(text)})

    compose("ｋ")
    assert asked.shown == ALL
    compose("きよｓ")
    assert asked.shown == ["kiyose", *WAYS]
    compose("きよせ")
    page.locator("[type=search]").dispatch_event("keydown", {"key": "Enter", "isComposing": True})
    assert page.evaluate("document.activeElement.type") == "search"
    assert page.locator("input:checked").count() == 0
    method.send("Input.insertText", {"text": "清瀬"})
    assert page.input_value("[type=search]") == "清瀬"
    assert asked.shown == ["kiyose", *WAYS]


def test_letters_that_stay_letters_are_looked_for_when_composing_ends(on_web: Chooser) -> None:
    page = on_web.page
    page.focus("[type=search]")
    method = page.context.new_cdp_session(page)
    method.send("Input.imeSetComposition", {"text": "ｋiyo", "selectionStart": 4, "selectionEnd": 4})
    assert on_web.shown == ALL
    method.send("Input.insertText", {"text": "kiyo"})
    assert on_web.shown == ["kiyose", *WAYS]


def test_by_keys_alone_down_from_the_field_and_on(asked: Chooser) -> None:
    page = asked.page
    page.focus("h1")
    for _ in range(2):  # past the standing line
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.type") == "search"
    page.keyboard.insert_text("こくほ")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.value") == "gamagori"
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.querySelector('input:checked').value") == "kiyose"
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.querySelector('input:checked').value") == "designated-city"
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    assert asked.opened == "kiyose"


def test_enter_takes_the_only_one_and_once_more_goes_on(asked: Chooser) -> None:
    page = asked.page
    page.focus("[type=search]")
    page.keyboard.insert_text("市")
    assert len(asked.shown) > len(WAYS) + 1
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.name") == "answer"
    assert page.locator("input:checked").count() == 0
    page.focus("[type=search]")
    page.keyboard.insert_text(" きよ")
    page.keyboard.press("Enter")
    assert page.evaluate("document.querySelector('input:checked').value") == "kiyose"
    page.keyboard.press("Enter")
    assert asked.opened == "kiyose"


def test_tab_leads_from_the_field_past_what_does_not_fit(asked: Chooser) -> None:
    asked.page.focus("[type=search]")
    asked.page.keyboard.insert_text("とやま")
    asked.page.keyboard.press("Tab")
    assert asked.page.evaluate("document.activeElement.value") == "namerikawa"


def test_nothing_chosen_is_said_beside_what_was_found(asked: Chooser) -> None:
    asked.type("富山")
    asked.page.click("[data-next]")
    assert asked.page.inner_text("[role=alert]") == WORDS["ui.nothing_chosen"]
    assert asked.page.evaluate("document.activeElement.value") == "namerikawa"


@pytest.mark.parametrize("language", ["en", "ja-easy"])
def test_a_switch_of_language_keeps_what_was_typed_chosen_and_held(language: str, asked: Chooser) -> None:
    page = asked.page
    entries = page.evaluate("history.length")
    asked.type("国保")
    page.check("input[value=kiyose]")
    asked.speak(language)
    assert page.input_value("[type=search]") == "国保"
    assert page.evaluate("document.querySelector('input:checked').value") == "kiyose"
    assert asked.shown == ["gamagori", "kiyose", "designated-city", *WAYS]
    assert page.evaluate("document.activeElement.dataset.language") == language
    heading = re.sub("[\ufff9-\ufffb]", "", library().languages[language]["facts.insurer.question"])
    assert page.inner_text("h1").replace("\n", "")[:2] == heading[:2]
    asked.speak("ja")
    assert page.inner_text("h1") == WORDS["facts.insurer.question"]
    assert page.input_value("[type=search]") == "国保"
    asked.speak(language)
    page.click("[data-next]")
    assert asked.opened == "kiyose"
    page.locator(f"html[data-language-now={language}]").wait_for()
    assert page.evaluate("history.length") == entries


def test_what_a_link_gives_goes_on_to_the_checker_and_nothing_else(page: Page, http_site: str) -> None:
    page.goto(f"{http_site}/check/index.html?lang=en&errand=at_desk&x=1#counter")
    wait_until(page, "document.documentElement.dataset.languageNow === 'en'")
    Chooser(page).choose("gamagori")
    page.wait_for_url("**/check/gamagori/index.html?lang=en&errand=at_desk#counter")
    page.goto(f"{http_site}/check/index.html?lang=%22%3E&errand=%22%3E%3Cimg%3E#x")
    Chooser(page).choose("gamagori")
    page.wait_for_url("**/check/gamagori/index.html")


def test_the_file_speaks_the_language_of_its_link_from_the_first_question(
    open_page: OpenPage, offline_file: Path
) -> None:
    page = open_page(offline=True)
    page.goto(f"{offline_file.as_uri()}?lang=en")
    wait_until(page, "document.documentElement.dataset.languageNow === 'en'")
    told = library().languages["en"]
    assert page.inner_text("h1") == told["facts.insurer.question"]
    chooser = Chooser(page)
    chooser.choose("kiyose")
    assert chooser.opened == "kiyose"
    assert page.inner_text("[data-checker] h1") == told["questions.errand.question"]
    assert page.inner_text("[data-choose-again]") == told["choose.title"]


def test_another_choice_starts_empty_and_the_next_person_in_japanese(open_page: OpenPage, offline_file: Path) -> None:
    page = open_page(offline=True)
    page.goto(offline_file.as_uri())
    chooser = Chooser(page)
    chooser.speak("en")
    chooser.type("toyama")
    chooser.choose("namerikawa")
    page.click("[data-choose-again]")
    assert chooser.shown == ALL
    assert page.locator("input:checked").count() == 0
    assert page.inner_text("h1") == library().languages["en"]["facts.insurer.question"]
    chooser.choose("other")
    page.check("input[value=lost]")
    while page.locator("[data-result]").count() == 0:
        page.click("[data-next]") if page.locator("input:checked").count() else page.check("input[value=unknown]")
    page.click("[data-restart]")
    page.click("[data-choose-again]")
    assert page.inner_text("h1") == WORDS["facts.insurer.question"]
    assert page.inner_text("[data-next]") == WORDS["ui.next"]


@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_and_everything_can_be_hit(width: int, open_page: OpenPage, http_site: str) -> None:
    page = open_page(viewport={"width": width, "height": 800})
    page.goto(f"{http_site}/check/index.html")
    chooser = Chooser(page)

    def faults() -> list[Any]:
        fits = page.evaluate("document.documentElement.scrollWidth") <= width
        return [*accessibility_faults(page), *page.evaluate(_SMALL), *([] if fits else ["too wide"])]

    found = faults()
    chooser.type("ない町")
    wait_until(page, f"document.querySelector('[role=status]').textContent === '{WORDS['choose.none']}'")
    found += faults()
    page.click("[data-next]")
    chooser.type("国")
    found += faults()
    for language in ("en", "ja-easy"):
        chooser.speak(language)
        found += faults()
    assert found == []


def test_thousands_of_insurers_are_looked_through(page: Page, http_site: str) -> None:
    """They come in a file of their own; a row is made for each that fits, and the first of many say that they are."""
    many = with_made_up(library(), 3300)
    for file in choose_files(Making(many, collect_assets(ROOT), date(2026, 11, 22))):
        page.route(f"**/{file.address}", _answered_with(file))
    page.goto(f"{http_site}/check/index.html")
    chooser = Chooser(page)
    assert chooser.shown == WAYS
    assert page.locator("[data-group] .option").count() == 0
    assert page.locator("a[href='../insurers/index.html']").count() > 0
    chooser.type("きよせし")
    wait_until(page, "document.querySelector('[data-group] .option') !== null")
    assert chooser.shown == ["kiyose", *WAYS]
    one = many.insurers["made-up-2025"]
    chooser.type(one.number)
    assert chooser.shown == ["made-up-2025", *WAYS]
    chooser.type("かわ")
    found = [names_of(many.insurers[name]) for name in chooser.shown[: -len(WAYS)]]
    begin = [any(name.startswith("かわ") for name in names) for names in found]
    assert begin == sorted(begin, reverse=True)
    assert {True, False} == set(begin)
    chooser.type(one.number)
    page.check("input[value=made-up-2025]")
    chooser.type("市")
    shown = chooser.shown
    assert shown[0] == "made-up-2025", "what is chosen stays"
    assert len(shown) == 1 + 20 + len(WAYS)
    assert page.locator("input:checked").get_attribute("value") == "made-up-2025"
    more = WORDS["choose.more"].format(n=20)
    wait_until(page, f"document.querySelector('[role=status]').textContent.endsWith('{more}')")
    chooser.speak("en")
    assert page.locator("input:checked").get_attribute("value") == "made-up-2025"
    assert page.inner_text("label:has(input:checked) .label") == one.translations["en"].name
    assert page.inner_text("label:has(input:checked) small") == one.called
    chooser.type("指定都市")
    assert "designated-city" in chooser.shown
    assert accessibility_faults(page) == []


@pytest.mark.faults_expected
def test_where_the_names_cannot_be_had_the_page_says_so_and_leads_to_their_list(page: Page, http_site: str) -> None:
    many = with_made_up(library(), LISTED)
    for file in choose_files(Making(many, collect_assets(ROOT), date(2026, 11, 22))):
        page.route(f"**/{file.address}", _answered_with(file))
    page.route("**/assets/insurers.*.js", lambda route: route.abort())
    page.goto(f"{http_site}/check/index.html")
    page.locator("[data-failed]:visible").wait_for()
    assert page.locator("a[href='../insurers/index.html']:visible").count() > 0
    page.fill("[type=search]", "きよせ")
    assert Chooser(page).shown == WAYS


def _answered_with(file: SharedFile) -> Callable[[Route], None]:
    kind = "text/html" if file.address.endswith(".html") else "text/javascript"
    assert isinstance(file.content, bytes)
    body = file.content
    return lambda route: route.fulfill(body=body, content_type=f"{kind}; charset=utf-8")
