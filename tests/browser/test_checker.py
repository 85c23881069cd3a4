"""The checker in real Chromium: from the errand to an answer that Python derives again."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from browser.faults.altered import rewrite, unsealed
from browser.visitor import ORDINARY, Visitor
from browser.watch import wait_until
from rulebooks import INSURERS

from checker.authoring import load_library
from checker.engine import compile_rulebook, decide

if TYPE_CHECKING:
    from collections.abc import Callable

    from browser.conftest import OpenPage
    from playwright.sync_api import Page, Route

    from checker.authoring import Library

ROOT = Path(__file__).resolve().parents[2]

ERRANDS = ("which_document", "at_desk", "lost", "cancel", "changed", "want_paper", "not_card", "unknown")
PEOPLE: tuple[dict[str, str], ...] = (
    {},
    {**ORDINARY},
    {**ORDINARY, "care_needs": "long_term_care", "applicant": "self"},
    {**ORDINARY, "e_certificate": "expired"},
    {**ORDINARY, "registration": "cancellation_pending"},
    {**ORDINARY, "my_number_card": "none"},
    {**ORDINARY, "my_number_card": "returned"},
    {**ORDINARY, "my_number_card": "not_at_hand", "brings": "none", "reader": "none"},
)


@pytest.fixture
def visitor(page: Page, http_site: str) -> Visitor:
    """One who saves data, so that the table's answer is looked at without waiting for Python."""
    found = Visitor(page, http_site)
    found.without_python()
    return found


@pytest.fixture
def usual(page: Page, http_site: str) -> Visitor:
    """One for whom Python starts after the first answer."""
    return Visitor(page, http_site)


@pytest.fixture(scope="module")
def engine() -> Callable[[dict[str, Any]], Any]:
    """The engine under this Python, for any insurer."""
    library: Library = load_library(ROOT)
    books = {name: compile_rulebook(insurer.rulebook) for name, insurer in library.insurers.items()}
    return lambda facts: decide(books[facts["insurer"]], facts)


def today() -> date:
    return datetime.now(UTC).astimezone(timezone(timedelta(hours=9))).date()


@pytest.mark.parametrize("insurer", INSURERS)
def test_an_ordinary_person_gets_the_answer_of_the_engine_from_python_itself(
    usual: Visitor, insurer: str, engine: Callable[[dict[str, Any]], Any]
) -> None:
    usual.open(insurer)
    asked = usual.walk({"errand": "which_document", **ORDINARY, "enrolled_on": "youngest"})
    assert asked[0] == "errand"
    assert usual.state == "result"
    at_once = usual.decision
    usual.wait_for_python()
    facts = {
        "insurer": insurer,
        "on_date": today().isoformat(),
        "my_number_card": "held",
        "registration": "registered",
        "has": [],
        "birth_date": "1990-01-01",
    }
    if "enrolled_on" in asked:
        facts["enrolled_on"] = "2025-04-01"
    expected = engine(facts)
    told = usual.decision
    for part in ("status", "document", "care", "procedures", "warnings"):
        assert told[part] == expected[part] == at_once[part], part
    assert told["why"]
    assert usual.documents == (" ".join(one["id"] for one in expected["document"]["issued"]) or "none")


@pytest.mark.parametrize("insurer", INSURERS)
def test_every_errand_of_everybody_ends_in_an_answer_in_words(visitor: Visitor, insurer: str) -> None:
    """Ids are written in Latin letters with an underscore: none stands where words should."""
    for errand in ERRANDS:
        visitor.open(insurer)
        for person in PEOPLE:
            visitor.rush({"errand": errand, **person})
            assert visitor.state == "result", (errand, person)
            assert visitor.decision["status"] in {"needs_facts", "decided", "out_of_scope"}, (errand, person)
            shown = visitor.page.inner_text("main")
            assert [line for line in shown.splitlines() if "_" in line or "{" in line] == []
            visitor.page.evaluate("document.querySelector('[data-restart]').click()")


def test_nothing_chosen_is_an_error_and_it_stays(visitor: Visitor) -> None:
    visitor.open("kiyose")
    visitor.go_on()
    assert visitor.question == "errand"
    assert visitor.page.inner_text(".problem")
    assert visitor.page.evaluate("document.activeElement.name") == "answer"
    visitor.answer("lost")
    assert visitor.question == "lost_item"
    assert not visitor.page.is_visible(".problem")


def test_every_question_after_the_first_moves_the_focus_to_its_heading(visitor: Visitor) -> None:
    visitor.open("kiyose")
    visitor.answer("which_document")
    assert visitor.page.evaluate("document.activeElement.tagName") == "H1"
    visitor.walk({**ORDINARY})
    assert visitor.page.evaluate("document.activeElement.className") == "act"


def test_unknown_is_last_everywhere_and_nothing_is_chosen(visitor: Visitor) -> None:
    visitor.open("gamagori")
    seen = 0
    while visitor.question is not None:
        options = visitor.page.evaluate(
            "[...document.querySelectorAll('[name=answer]')].map((one) => [one.value, one.checked])"
        )
        assert options[-1][0] == "unknown"
        assert not any(checked for _, checked in options)
        visitor.answer({"errand": "at_desk"}.get(visitor.question, "unknown"))
        seen += 1
    assert seen > 5


def test_back_and_change_keep_the_later_answers_that_still_apply(visitor: Visitor) -> None:
    visitor.open("kiyose")
    first = visitor.walk({"errand": "which_document", **ORDINARY})
    visitor.page.click("[data-back]")
    assert visitor.question == first[-1]
    assert visitor.page.is_checked('[value="none"]')
    visitor.answer("none")
    assert visitor.state == "result"
    visitor.page.click('[data-change="registration"]')
    assert visitor.question == "registration"
    visitor.answer("not_registered")
    visitor.walk({**ORDINARY})
    assert visitor.documents == "eligibility_certificate"


def test_a_changed_answer_says_which_others_no_longer_count(visitor: Visitor) -> None:
    visitor.open("kiyose")
    visitor.walk({"errand": "which_document", **ORDINARY})
    visitor.page.click('[data-change="my_number_card"]')
    visitor.answer("none")
    visitor.walk({**ORDINARY})
    assert "保険証として使う登録" in visitor.page.inner_text('[data-part="answers"]')
    assert visitor.page.query_selector('[data-change="registration"]') is None


def test_an_answer_changed_back_brings_the_later_ones_back(visitor: Visitor) -> None:
    visitor.open("kiyose")
    visitor.walk({"errand": "which_document", **ORDINARY})
    before = visitor.decision
    for card in ("none", "held"):
        visitor.page.click('[data-change="my_number_card"]')
        visitor.answer(card)
        visitor.walk({**ORDINARY}, until="registration")
    assert visitor.state == "result"
    assert visitor.decision == before


def test_at_a_desk_the_ways_for_today_stand_there_after_three_pages(visitor: Visitor) -> None:
    visitor.open("kiyose")
    for page, answer in (("errand", "at_desk"), ("reader", "fault")):
        assert visitor.question == page
        visitor.answer(answer)
    visitor.answer("my_number_card", "smartphone")
    aside = visitor.page.inner_text('[data-part="desk"]')
    assert "マイナポータル" in aside
    visitor.walk({**ORDINARY})
    assert "マイナポータル" in visitor.page.inner_text('[data-part="today"]')
    assert ["my_number_card", "mynaportal_screen"] in visitor.decision["care"]["now"]


def test_a_card_that_is_not_at_hand_is_never_among_what_to_show_today(visitor: Visitor) -> None:
    visitor.open("kiyose")
    visitor.walk({"errand": "which_document", **ORDINARY, "my_number_card": "not_at_hand"})
    assert "電話" in visitor.heading
    assert "そのまま" not in visitor.heading
    assert visitor.page.locator('[data-part="today"] .way', has_text="マイナンバーカード").count() == 0
    assert visitor.page.locator('[data-part="show"] .way', has_text="マイナンバーカード").count() == 0
    assert visitor.page.locator('[data-part="show-back"] .way', has_text="マイナンバーカード").count() > 0


@pytest.mark.parametrize("born", ["unknown", "1940-01-01"])
def test_what_was_said_at_the_desk_stays_whatever_the_age(visitor: Visitor, born: str) -> None:
    visitor.open("kiyose")
    visitor.walk(
        {**ORDINARY, "errand": "at_desk", "reader": "fault", "brings": ("my_number_card", "eligibility_notice")},
        "birth_date",
    )
    told = visitor.page.inner_text('[data-part="desk"] .way >> nth=0')
    if visitor.question == "birth_date":
        visitor.answer("unknown" if born == "unknown" else "date")
        if born != "unknown":
            visitor.page.fill('input[type="date"]', born)
            visitor.go_on()
    visitor.walk({**ORDINARY})
    assert visitor.decision["status"] == ("needs_facts" if born == "unknown" else "out_of_scope")
    assert told in visitor.page.inner_text('[data-result] [data-part="desk"]')
    assert "見せれば" in visitor.heading


def test_whoever_is_75_is_led_to_the_checker_that_answers_without_a_step_in_the_history(visitor: Visitor) -> None:
    visitor.open("kiyose")
    before = visitor.page.evaluate("history.length")
    visitor.walk({"errand": "which_document", **ORDINARY, "birth_date": "date"}, "birth_date")
    visitor.choose("date")
    visitor.page.fill('input[type="date"]', "1940-01-01")
    visitor.go_on()
    visitor.page.click("[data-result] [data-opens]")
    visitor.page.wait_for_url("**/check/other/index.html")
    assert visitor.page.evaluate("history.length") == before


def test_the_way_to_the_other_checker_keeps_the_language(visitor: Visitor) -> None:
    visitor.page.goto(f"{visitor.address}/check/kiyose/index.html?lang=en")
    wait_until(visitor.page, "document.documentElement.lang === 'en'")
    visitor.page.click("[data-elsewhere] a")
    visitor.page.wait_for_url("**/check/other/index.html*")
    wait_until(visitor.page, "document.documentElement.lang === 'en'")


@pytest.mark.parametrize(("has", "act"), [("unknown", "suspend_first"), ("eligibility_certificate", "suspend_and_use")])
def test_a_lost_card_is_stopped_before_all_that_can_wait(visitor: Visitor, has: str, act: str) -> None:
    visitor.open("gamagori")
    visitor.walk({"errand": "lost", "lost_item": "my_number_card", "birth_date": "youngest", "has": has})
    assert visitor.heading == load_library(ROOT).words[f"acts.{act}"]


def test_a_lost_card_is_to_be_stopped_whoever_insures(visitor: Visitor) -> None:
    visitor.open("gamagori")
    visitor.walk({"errand": "lost", "lost_item": "my_number_card"}, until="birth_date")
    visitor.choose("date")
    visitor.page.fill("input[type=date]", "1945-05-05")
    visitor.go_on()
    visitor.walk({})
    assert visitor.decision["status"] == "out_of_scope"
    assert "カードを止めてください" in visitor.page.inner_text(".actions")


def test_answers_can_be_wiped_from_any_question(visitor: Visitor) -> None:
    visitor.open("kiyose")
    visitor.answer("which_document")
    visitor.answer("unknown")
    assert visitor.page.inner_text("[data-restart]") == "答えを消して、はじめから"
    visitor.page.click("[data-restart]")
    assert visitor.question == "errand"
    assert visitor.page.locator(":checked").count() == 0
    assert visitor.page.locator("[data-restart]").count() == 0


def test_a_tile_of_the_home_page_gives_its_place_to_the_checker(visitor: Visitor) -> None:
    visitor.page.set_viewport_size({"width": 360, "height": 640})
    visitor.page.goto(f"{visitor.address}/index.html")
    assert visitor.page.evaluate(
        "document.querySelectorAll('.sn-pick')[1].getBoundingClientRect().bottom < innerHeight"
    )
    before = visitor.page.evaluate("history.length")
    visitor.page.click('a[href*="check/kiyose"]')
    visitor.page.wait_for_url("**/check/kiyose/index.html")
    assert visitor.page.evaluate("history.length") == before


def test_the_box_at_the_desk_has_the_focus_once_and_then_the_question(visitor: Visitor) -> None:
    visitor.open("kiyose")
    visitor.walk({"errand": "at_desk", "reader": "fault", "brings": "my_number_card"}, "my_number_card")
    assert visitor.page.evaluate("document.activeElement.tagName") == "H2"
    visitor.answer("held")
    assert visitor.page.evaluate("document.activeElement.tagName") == "H1"


def test_answers_that_cannot_both_be_true_are_shown_and_mended(visitor: Visitor) -> None:
    visitor.open("kiyose")
    visitor.walk({"errand": "at_desk", "reader": "none", "brings": "my_number_card", "my_number_card": "none"})
    assert visitor.decision["status"] == "contradiction"
    part = '[data-part="contradiction"]'
    assert visitor.page.locator(f"{part} [data-change]").count() == 2
    visitor.page.click(f'{part} [data-change="brings"]')
    visitor.page.uncheck('[value="my_number_card"]')
    visitor.answer("none")
    visitor.walk({"birth_date": "youngest", "has": "none"})
    assert visitor.state == "result"
    assert visitor.decision["status"] != "contradiction"


def test_a_date_can_be_typed_and_a_wrong_one_is_not_taken(visitor: Visitor) -> None:
    visitor.open("kiyose")
    visitor.walk({"errand": "which_document", **ORDINARY}, until="birth_date")
    field = visitor.page.locator('input[type="date"]')
    assert not field.is_visible()
    visitor.answer("date")
    assert visitor.page.inner_text(".problem")
    field.fill("2090-01-01")
    visitor.go_on()
    assert visitor.question == "birth_date"
    field.fill("1990-05-05")
    visitor.go_on()
    visitor.walk({**ORDINARY})
    assert visitor.documents == "eligibility_notice"
    assert "1990年" in visitor.page.inner_text('[data-part="answers"]')


def test_alone_among_checkboxes_stand_none_and_unknown(visitor: Visitor) -> None:
    visitor.open("gamagori")
    visitor.walk({"errand": "which_document", **ORDINARY}, until="gate")
    visitor.choose("care_needs=guardian", "care_needs=companion", "none")
    checked = "[...document.querySelectorAll(':checked')].map((one) => one.value)"
    assert visitor.page.evaluate(checked) == ["none"]
    visitor.choose("care_needs=guardian")
    assert visitor.page.evaluate(checked) == ["care_needs=guardian"]


def test_a_refused_wish_comes_with_the_way_that_is_open(visitor: Visitor) -> None:
    visitor.open("gamagori")
    visitor.walk({"errand": "want_paper", **ORDINARY})
    assert visitor.documents == "none"
    assert "登録をやめる" in visitor.page.inner_text('[data-part="refused"]')
    assert "委任状" in visitor.page.inner_text('[data-part="procedures"]')


def test_the_next_person_finds_nothing(visitor: Visitor) -> None:
    visitor.open("kiyose")
    visitor.walk({"errand": "lost", "lost_item": "my_number_card"})
    visitor.page.click("[data-restart]")
    assert visitor.question == "errand"
    assert visitor.page.locator(":checked").count() == 0
    assert visitor.page.locator("[name=answer]").count() == len(ERRANDS)
    assert visitor.decision is None


def test_nothing_is_stored_and_the_history_has_one_entry(visitor: Visitor) -> None:
    visitor.open("kiyose")
    before = visitor.page.evaluate("[history.length, location.href]")
    visitor.walk({"errand": "which_document", **ORDINARY})
    visitor.page.click("[data-open-panel] >> visible=true")
    assert visitor.page.evaluate("[history.length, location.href]") == before
    kept = "[localStorage.length, sessionStorage.length, document.cookie]"
    assert visitor.page.evaluate(kept) == [0, 0, ""]
    assert visitor.page.context.cookies() == []
    visitor.page.reload()
    assert visitor.question == "errand"
    assert visitor.page.locator(":checked").count() == 0


def test_a_page_that_is_come_back_to_starts_empty(visitor: Visitor) -> None:
    visitor.open("kiyose")
    visitor.walk({"errand": "which_document", **ORDINARY})
    visitor.page.goto(f"{visitor.address}/index.html")
    visitor.page.go_back()
    assert visitor.question == "errand"
    assert visitor.decision is None


def test_the_standing_line_opens_the_panel_in_the_page(visitor: Visitor) -> None:
    visitor.open("gamagori")
    panel = visitor.page.locator("[data-panel]")
    assert panel.get_attribute("open") is None
    visitor.page.click("[data-open-panel] >> visible=true")
    assert panel.get_attribute("open") is not None
    assert visitor.page.evaluate("document.activeElement.tagName") == "SUMMARY"
    assert "閲覧制限" in panel.inner_text()
    visitor.walk({"errand": "which_document", **ORDINARY})
    assert visitor.page.locator("[data-result] [data-open-panel]").count() == 1


def test_a_run_with_the_keyboard_alone(visitor: Visitor) -> None:
    """Tab to the first choice (of checkboxes to "none"), Space; then Tab to the button, Enter."""

    def tab_to(selector: str) -> None:
        for _ in range(25):
            visitor.page.keyboard.press("Tab")
            if visitor.page.evaluate(f"document.activeElement.matches('{selector}')"):
                return
        pytest.fail(f"no Tab leads to {selector}")

    visitor.open("namerikawa")
    asked: list[str] = []
    while (name := visitor.question) is not None and len(asked) < 12:
        asked.append(name)
        tab_to("[type=radio], [value=none]")
        visitor.page.keyboard.press("Space")
        tab_to("[data-next]")
        visitor.page.keyboard.press("Enter")
    assert {"gate", "birth_date", "has"} <= set(asked)
    assert visitor.state == "result"
    assert visitor.decision["status"] == "decided"


def test_the_gate_asks_for_rare_things_at_once_and_who_is_unsure_one_by_one(visitor: Visitor) -> None:
    visitor.open("kiyose")
    visitor.walk({"errand": "which_document", **ORDINARY}, until="gate")
    rows = visitor.page.evaluate("[...document.querySelectorAll('[name=answer]')].map((one) => one.value)")
    assert rows[0] == "e_certificate=expired"
    assert rows[-2:] == ["none", "unknown"]
    visitor.answer("care_needs=guardian")
    asked = visitor.walk({**ORDINARY, "applied_before": "false"})
    assert not {"e_certificate", "care_needs"} & set(asked)
    assert visitor.documents == "eligibility_certificate"
    assert "成年後見人" in visitor.page.inner_text('[data-part="answers"]')
    visitor.page.click('[data-change="gate"]')
    assert visitor.page.is_checked('[value="care_needs=guardian"]')
    visitor.answer("unknown")
    asked = visitor.walk(ORDINARY)
    assert {"e_certificate", "care_needs"} <= set(asked)
    assert visitor.documents == "eligibility_notice"


def test_without_a_card_care_needs_stand_alone_or_not_at_all(visitor: Visitor) -> None:
    visitor.open("kiyose")
    asked = visitor.walk({"errand": "which_document", **ORDINARY, "my_number_card": "none"})
    assert "gate" not in asked
    assert "e_certificate" not in asked


def test_visitors_who_save_data_are_asked_before_python_is_loaded(visitor: Visitor) -> None:
    visitor.open("kiyose")
    visitor.walk({"errand": "which_document", **ORDINARY})
    visitor.page.wait_for_timeout(500)
    loaded = "performance.getEntriesByType('resource').filter((one) => one.name.includes('runtime')).length"
    assert visitor.page.evaluate(loaded) == 0
    visitor.page.click("[data-opinion] button")
    visitor.wait_for_python()


@pytest.mark.faults_expected
def test_where_python_cannot_load_the_tables_answer_stands_and_a_line_says_so(usual: Visitor) -> None:
    usual.page.route("**/assets/runtime/*", lambda route: route.abort())
    usual.open("kiyose")
    usual.walk({"errand": "which_document", **ORDINARY})
    wait_until(usual.page, "document.querySelector('[data-opinion]').textContent", 60)
    assert usual.state == "result"
    assert usual.page.get_attribute("[data-checker]", "data-engine") == "table"
    assert usual.documents == "eligibility_notice"


def test_a_difference_between_the_two_is_shown_as_a_fault(usual: Visitor) -> None:
    def other_rules(route: Route) -> None:
        rulebook = route.fetch().json()
        for rule in rulebook["rules"]:
            if rule["topic"] == "document" and "issued" in rule["then"]:
                rule["then"]["issued"] = {}
        route.fulfill(json=rulebook)

    unsealed(usual.page)
    usual.page.route("**/rulebook.*.json", other_rules)
    usual.open("kiyose")
    usual.walk({"errand": "which_document", **ORDINARY})
    wait_until(usual.page, "document.querySelector('[data-checker]').dataset.state === 'error'", 60)
    assert usual.page.inner_text("[data-fault]")
    assert "042-497-2047" in usual.page.inner_text("[data-fault]")
    assert usual.documents == "eligibility_notice"


@pytest.mark.faults_expected
def test_a_broken_table_ends_in_whom_to_ask(visitor: Visitor) -> None:
    rewrite(visitor.page, "**/assets/table.*.js", '"format":2', '"format":99')
    visitor.open("kiyose")
    assert visitor.state == "error"
    assert visitor.heading
    assert visitor.page.is_visible("[data-contact]")


def test_without_scripts_the_tables_answer(open_page: OpenPage, http_site: str) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(f"{http_site}/check/kiyose/index.html")
    assert page.locator("table").count() > 0
    assert not page.is_visible("form")
    assert page.is_visible("[data-contact]")
    page.click("summary")
    assert page.is_visible("[data-panel] h3 >> nth=0")
