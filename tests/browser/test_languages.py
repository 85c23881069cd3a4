"""A switch of language swaps every word of the page and keeps every answer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from browser.accessibility import accessibility_faults
from browser.visitor import ORDINARY, Visitor
from browser.watch import wait_until
from rulebooks import INSURERS

from checker.authoring import load_library
from checker.authoring.ruby import plain

if TYPE_CHECKING:
    from browser.conftest import OpenPage
    from browser.watch import Watch
    from playwright.sync_api import Page, Route

    from checker.authoring import Library

ROOT = Path(__file__).resolve().parents[2]


# Japanese that a page in English does not mark as such; ids that no words were found for; marks of readings.
_UNMARKED = """() => {
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.data;
    const inside = walker.currentNode.parentElement;
    if (inside.closest('script, style, template, noscript')) continue;
    const language = inside.closest('[lang]').lang;
    if (/[\\u3041-\\u30ff\\u4e00-\\u9fff]/u.test(text) && language !== 'ja') found.push(`Japanese: ${text}`);
    if (/^[a-z]+(?:_[a-z0-9]+)+$/u.test(text.trim())) found.push(`id: ${text}`);
    if (/[\\ufff9-\\ufffb]/u.test(text)) found.push(`marks: ${text}`);
  }
  for (const one of document.querySelectorAll('*')) {
    for (const { name, value } of one.attributes) if (/[\\ufff9-\\ufffb]/u.test(value)) found.push(`${name}: ${value}`);
  }
  return found;
}"""

PEOPLE: tuple[dict[str, str | tuple[str, ...]], ...] = (
    {"errand": "which_document", **ORDINARY},
    {"errand": "at_desk", "reader": "fault", "brings": ("my_number_card", "smartphone"), **ORDINARY},
    {"errand": "cancel"},
    {"errand": "want_paper", **ORDINARY, "gate": "care_needs=long_term_care", "applicant": "self"},
    {"errand": "lost", "lost_item": "unknown"},
)


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(ROOT)


@pytest.fixture
def visitor(page: Page, http_site: str) -> Visitor:
    """One who saves data, so that the table's answer is looked at without waiting for Python."""
    found = Visitor(page, http_site)
    found.without_python()
    return found


def speak(visitor: Visitor, language: str) -> None:
    visitor.page.click(f'[data-language="{language}"]')
    wait_until(visitor.page, f"""!!document.querySelector('[data-language="{language}"][aria-current]')""", 10)


def names(page: Page) -> set[str]:
    """Return what headings and controls are called in the browser's own accessibility tree."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    told = ("heading", "button", "radio", "checkbox", "link")
    return {node["name"]["value"] for node in nodes if node["role"]["value"] in told}


@pytest.mark.parametrize("insurer", INSURERS)
@pytest.mark.parametrize("language", ["en", "ja-easy"])
def test_every_word_of_questions_and_answers_is_said_in_the_language(
    insurer: str, language: str, visitor: Visitor, library: Library
) -> None:
    words = library.languages[language].tree
    for person in PEOPLE:
        visitor.open(insurer)
        speak(visitor, language)
        asked = 0
        while visitor.question is not None:
            asked += 1
            assert not visitor.page.evaluate(_UNMARKED), visitor.question
            told = person.get(visitor.question, "unknown")
            visitor.answer(*((told,) if isinstance(told, str) else told))
        assert asked
        assert not visitor.page.evaluate(_UNMARKED), person
        assert plain(words["ui"]["contact_heading"]) in names(visitor.page)


def test_a_switch_in_the_middle_keeps_what_was_answered_and_what_is_only_ticked(visitor: Visitor) -> None:
    visitor.open("kiyose")
    visitor.answer("which_document")
    visitor.walk(ORDINARY, until="gate")
    visitor.choose("care_needs=guardian", "care_needs=companion")
    speak(visitor, "en")
    assert visitor.question == "gate"
    assert visitor.page.locator("[name=answer]:checked").evaluate_all("found => found.map((one) => one.value)") == [
        "care_needs=guardian",
        "care_needs=companion",
    ]
    visitor.go_on()
    visitor.walk({**ORDINARY, "applied_before": "false", "applicant": "self"})
    before: Any = visitor.decision
    rows = visitor.page.locator(".answers dd:not(.change)")
    english = rows.all_inner_texts()
    speak(visitor, "ja")
    assert visitor.decision == before
    assert rows.count() == len(english)
    assert rows.all_inner_texts() != english
    assert "成年後見人がいる" in visitor.page.inner_text(".answers")


def test_the_switch_keeps_the_focus_and_says_its_language(visitor: Visitor) -> None:
    visitor.open("gamagori")
    page = visitor.page
    page.focus('[data-language="en"]')
    page.keyboard.press("Enter")
    wait_until(page, "document.documentElement.lang === 'en'")
    assert page.evaluate("document.activeElement.dataset.language") == "en"
    assert page.title().isascii()
    assert page.get_attribute('[data-language="ja"]', "lang") == "ja"
    assert page.evaluate("history.length") == 2  # the empty page, and this one


def test_the_panel_stays_open_and_is_said_anew(visitor: Visitor, library: Library) -> None:
    visitor.open("gamagori")
    visitor.page.click("[data-panel] summary")
    number = visitor.page.locator("[data-panel] a[href^=tel]").first.get_attribute("href")
    speak(visitor, "en")
    panel = visitor.page.locator("[data-panel]")
    assert panel.get_attribute("open") is not None
    assert library.languages["en"]["panel.title"] in panel.inner_text()
    assert panel.locator("a[href^=tel]").first.get_attribute("href") == number
    assert not accessibility_faults(visitor.page)


def test_readings_are_seen_and_not_heard(visitor: Visitor) -> None:
    visitor.open("kiyose")
    speak(visitor, "ja-easy")
    page = visitor.page
    assert page.locator("ruby rt").count() > 10
    assert page.locator("ruby :is(rt, rp):not([aria-hidden=true])").count() == 0
    assert {"きょう、何を 知りたいですか。", "次へ"} <= names(page)
    assert not accessibility_faults(page)


def test_names_of_papers_are_not_for_machines_to_translate(visitor: Visitor) -> None:
    visitor.open("kiyose")
    visitor.walk({"errand": "which_document", **ORDINARY, "my_number_card": "none"})
    for language in ("ja", "ja-easy", "en"):
        speak(visitor, language)
        names = visitor.page.evaluate(
            """() => [...document.querySelectorAll('[data-part=document] [translate=no]')].map((one) => {
              const copy = one.cloneNode(true);
              for (const reading of copy.querySelectorAll('rt, rp')) reading.remove();
              return copy.textContent;
            })"""
        )
        assert "資格確認書" in names, language


def test_a_link_carries_language_and_errand_and_nothing_else(visitor: Visitor) -> None:
    address = f"{visitor.address}/check/kiyose/index.html"
    visitor.page.goto(f"{address}?lang=en&errand=at_desk&reader=fault&my_number_card=held")
    wait_until(visitor.page, "document.documentElement.lang === 'en'")
    assert visitor.question == "reader"
    assert visitor.page.locator(":checked").count() == 0
    visitor.page.click("[data-back]")
    assert visitor.question == "errand"
    assert visitor.page.input_value("[name=answer]:checked") == "at_desk"


@pytest.mark.parametrize("query", ["?lang=xx&errand=nothing", "?lang=%3Cscript%3E&errand=__proto__", "?lang=&errand="])
def test_a_hostile_link_is_a_page_as_it_arrived(query: str, visitor: Visitor) -> None:
    visitor.page.goto(f"{visitor.address}/check/kiyose/index.html{query}")
    assert (visitor.question, visitor.state) == ("errand", "question")
    assert visitor.page.evaluate("document.documentElement.lang") == "ja"
    assert visitor.page.locator(":checked").count() == 0


def test_the_next_person_finds_the_language_of_the_link(visitor: Visitor) -> None:
    visitor.open("kiyose")
    speak(visitor, "en")
    visitor.walk({"errand": "cancel"})
    visitor.page.click("[data-restart]")
    wait_until(visitor.page, "document.documentElement.lang === 'ja'")
    assert visitor.question == "errand"
    assert visitor.page.locator(":checked").count() == 0


@pytest.mark.faults_expected
def test_a_language_that_cannot_be_had_leaves_the_page_and_says_so(visitor: Visitor, library: Library) -> None:
    def gone(route: Route) -> None:
        route.abort()

    visitor.open("kiyose")
    visitor.answer("which_document")
    visitor.page.route("**/words.en.*", gone)
    visitor.page.click('[data-language="en"]')
    wait_until(visitor.page, "!!document.querySelector('[data-language-problem]')")
    assert library.words["ui.language_failed"] in visitor.page.inner_text("[data-language-problem]")
    assert visitor.question is not None
    visitor.page.unroute("**/words.en.*", gone)
    speak(visitor, "en")
    assert visitor.page.locator("[data-language-problem]").count() == 0


def test_from_a_folder_the_language_changes_too(open_page: OpenPage, site_dir: Path, watch: Watch) -> None:
    page = open_page(offline=True)
    page.goto((site_dir / "check" / "namerikawa" / "index.html").as_uri() + "?lang=en")
    wait_until(page, "document.documentElement.lang === 'en'")
    assert not page.evaluate(_UNMARKED)
    assert not watch.faults()


def test_answering_for_another_person_changes_words_only(visitor: Visitor, library: Library) -> None:
    answers = {**ORDINARY, "has": "eligibility_notice"}
    visitor.open("kiyose")
    visitor.walk({"errand": "which_document", **answers})
    alone = visitor.decision
    visitor.open("kiyose")
    visitor.page.check("[name=for_other]")
    visitor.answer("which_document")
    visitor.walk(answers, until="registration")
    words = library.words.tree["facts"]["registration"]
    assert visitor.heading == words["for_other"]["question"] != words["question"]
    visitor.walk(answers)
    assert visitor.decision == alone
    visitor.page.click("[data-restart]")
    assert not visitor.page.is_checked("[name=for_other]")
