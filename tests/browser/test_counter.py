"""The clerk's screen in real Chromium: with each key the engine's answer, by keys alone, and nothing of it kept."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from browser.clerk import COMPARED, Clerk
from browser.visitor import ORDINARY
from browser.watch import wait_until
from rulebooks import INSURERS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from browser.conftest import OpenPage
    from playwright.sync_api import Page

DESK = {"width": 1280, "height": 800}
OPEN = ("needs", "possible")
"""Told by the page's own words where it is not known what was lost, or what changed."""

WALKS: tuple[Mapping[str, tuple[str, ...]], ...] = (
    {
        "errand": ("which_document",),
        **{page: (value,) for page, value in ORDINARY.items()},
        "enrolled_on": ("youngest",),
    },
    {
        "errand": ("at_desk",),
        "reader": ("fault",),
        "brings": ("my_number_card", "smartphone"),
        "my_number_card": ("held",),
        "registration": ("registered",),
        "has": ("eligibility_notice",),
    },
    {"errand": ("lost",), "lost_item": ("my_number_card",), "gate": ("care_needs=disability_handbook",)},
    {"errand": ("changed",), "event": ("moved_insurer",), "my_number_card": ("none",), "has": ("none",)},
    {"errand": ("cancel",), "my_number_card": ("not_at_hand",), "registration": ("cancellation_pending",)},
    {"my_number_card": ("held",), "gate": ("unknown",), "e_certificate": ("expired",), "care_needs": ("no_answer",)},
)


@pytest.fixture
def clerk(open_page: OpenPage, http_site: str) -> Callable[[str], Clerk]:
    """Return who opens an insurer's screen; Python is only offered, so that the table's answer is looked at."""

    def start(insurer: str) -> Clerk:
        page = open_page(viewport=DESK)
        page.add_init_script("Object.defineProperty(navigator, 'connection', { value: { saveData: true } })")
        found = Clerk(page, insurer)
        found.open(http_site)
        return found

    return start


@pytest.mark.parametrize("insurer", INSURERS)
def test_with_each_answer_the_screen_says_what_the_engine_does(clerk: Callable[[str], Clerk], insurer: str) -> None:
    at = clerk(insurer)
    found = at.differences()
    for walk in WALKS:
        for page, values in walk.items():
            if page not in at.groups:
                continue
            at.answer(page, *values)
            branching = any(one in at.groups and at.given.get(one) is None for one in ("lost_item", "event"))
            found += at.differences(tuple(part for part in COMPARED if not branching or part not in OPEN))
        at.press("n")
        at.given.clear()
    assert found == []


@pytest.mark.parametrize("insurer", INSURERS)
def test_an_ordinary_person_fits_on_one_screen_from_the_first_key_to_the_last(
    clerk: Callable[[str], Clerk], insurer: str
) -> None:
    at = clerk(insurer)
    fits = """['.counter-ask', '.counter-answer'].map((one) => document.querySelector(one))
      .map((one) => one.scrollHeight - one.clientHeight)"""
    for page, values in WALKS[0].items():
        if page in at.groups:
            at.answer(page, *values)
            assert at.page.evaluate(fits)[0] == 0, at.groups
    assert at.decision["status"] == "decided"
    assert at.page.evaluate(fits) == [0, 0]
    bottom = "document.querySelector('.counter').getBoundingClientRect().bottom"
    assert at.page.evaluate(bottom) <= DESK["height"]


PEOPLE = (
    ("which_document", ("1", "2", "1", "1", "1", "1"), "eligibility_notice", 6),
    ("at_desk", ("2", "2", "2", "5", "Enter", "1", "1", "1", "1", "2"), "eligibility_notice", 10),
    ("lost", ("3", "1", "2", "1"), "eligibility_certificate", 4),
)


@pytest.mark.parametrize(("errand", "keys", "documents", "most"), PEOPLE)
def test_a_person_is_served_in_a_few_keys_and_without_a_mouse(
    clerk: Callable[[str], Clerk], errand: str, keys: tuple[str, ...], documents: str, most: int
) -> None:
    at = clerk("kiyose")
    at.page.evaluate("void (window.print = () => { window.papers = (window.papers ?? 0) + 1; })")
    at.press(*keys)
    assert at.page.is_checked(f'[value="{errand}"]')
    assert at.decision["status"] == "decided"
    assert at.documents == documents
    assert at.pressed <= most
    at.press("p")
    assert at.page.evaluate("window.papers") == 1
    at.press("n")
    assert at.at == "errand"
    assert at.pressed == len(keys) + 2


def test_the_next_person_finds_nothing_of_the_last(clerk: Callable[[str], Clerk]) -> None:
    at = clerk("kiyose")
    before, groups = at.decision, at.groups
    at.answer("errand", "lost")
    at.answer("lost_item", "my_number_card")
    at.page.click('[data-language="en"]')
    wait_until(at.page, "document.documentElement.lang === 'en'")
    at.page.focus('[name="lost_item"]')
    at.press("n")
    wait_until(at.page, "document.documentElement.lang === 'ja'")
    at.settle()
    assert at.groups == groups
    assert at.decision == before
    assert at.page.locator("fieldset input:checked").count() == 0
    assert "なくした" not in at.page.inner_text(".act")


def test_an_answer_that_no_longer_counts_stays_in_sight_and_comes_back(clerk: Callable[[str], Clerk]) -> None:
    at = clerk("kiyose")
    at.answer("my_number_card", "held")
    at.answer("registration", "registered")
    registered = at.decision
    at.answer("my_number_card", "none")
    assert "registration" not in at.groups
    assert "している" in at.page.inner_text(".idle")
    at.answer("my_number_card", "held")
    assert at.decision == registered
    at.answer("my_number_card", "none")
    at.page.click(".idle [data-undo]")
    at.given.pop("registration")
    at.answer("my_number_card", "held")
    assert not at.page.is_checked('[name="registration"][value="registered"]')
    assert at.differences() == []


def test_delete_takes_an_answer_back(clerk: Callable[[str], Clerk]) -> None:
    at = clerk("gamagori")
    before = at.decision
    at.press("1")
    assert at.page.is_checked('[name="errand"][value="which_document"]')
    at.press("ArrowUp", "Delete")
    assert at.at == "errand"
    assert at.page.locator("fieldset input:checked").count() == 0
    assert at.decision == before


def test_single_keys_work_inside_the_form_only_and_can_be_turned_off(clerk: Callable[[str], Clerk]) -> None:
    def chosen() -> int:
        return at.page.locator("fieldset input:checked").count()

    at = clerk("kiyose")
    at.page.focus('[data-language="en"]')
    at.press("1", "n")
    assert chosen() == 0
    at.page.focus('[name="errand"]')
    at.page.uncheck("[data-keys]")
    at.page.focus('[name="errand"]')
    at.press("3", "p", "Delete")
    assert chosen() == 0
    at.press("Space")
    assert at.page.is_checked('[name="errand"][value="which_document"]')
    at.page.check("[data-keys]")
    at.page.focus('[name="errand"]')
    at.press("3")
    assert at.page.is_checked('[name="errand"][value="lost"]')


def test_digits_in_a_date_are_digits(clerk: Callable[[str], Clerk]) -> None:
    at = clerk("kiyose")
    at.answer("errand", "which_document")
    at.press(at.digit("birth_date", "date"))
    assert at.page.evaluate("document.activeElement.type") == "date"
    at.press("1", "2", "n")
    assert at.page.evaluate("document.activeElement.type") == "date"
    assert at.page.is_checked('[name="birth_date"][value="date"]')
    at.page.fill('[data-question="birth_date"] [type="date"]', "1960-03-01")
    at.settle()
    at.given["birth_date"] = ["1960-03-01"]
    assert at.differences() == []
    at.press("Enter")
    assert at.at == "my_number_card"


def test_another_language_keeps_the_answers(clerk: Callable[[str], Clerk]) -> None:
    at = clerk("kiyose")
    at.answer("errand", "want_paper")
    at.answer("my_number_card", "held")
    before = at.decision
    for language in ("en", "ja-easy", "ja"):
        at.page.click(f'[data-language="{language}"]')
        wait_until(at.page, f"document.querySelector('[data-language={language}]').ariaCurrent === 'true'")
        at.settle()
        assert at.decision == before
        assert at.page.is_checked('[name="errand"][value="want_paper"]')
        assert at.page.is_checked('[name="my_number_card"][value="held"]')


def test_a_language_that_a_link_names_leaves_the_focus_where_the_clerk_is(page: Page, http_site: str) -> None:
    page.goto(f"{http_site}/check/kiyose/index.html?lang=en#counter")
    at = Clerk(page, "kiyose")
    wait_until(page, "document.documentElement.lang === 'en'")
    at.settle()
    assert at.at == "errand"


def test_another_day_gives_the_answer_of_that_day(clerk: Callable[[str], Clerk]) -> None:
    at = clerk("designated-city")
    at.answer("my_number_card", "held")
    at.page.fill("[data-day]", "2031-01-01")
    at.settle()
    bands = at.page.locator('[data-question="birth_date"] .pick').all_inner_texts()
    assert any("1956" in band for band in bands)
    assert at.page.is_checked('[name="my_number_card"][value="held"]')
    at.page.focus("[data-print]")
    at.press("n")
    assert at.page.input_value("[data-day]") != "2031-01-01"


def test_answers_that_cannot_both_be_true_are_named_and_lead_to_their_questions(clerk: Callable[[str], Clerk]) -> None:
    at = clerk("kiyose")
    at.answer("errand", "at_desk")
    at.answer("brings", "my_number_card")
    at.answer("my_number_card", "none")
    assert at.decision["status"] == "contradiction"
    at.page.click('[data-change="brings"]')
    assert at.at == "brings"
    assert at.decision["status"] == "contradiction"


def test_python_confirms_once_nobody_presses_a_key(open_page: OpenPage, http_site: str) -> None:
    at = Clerk(open_page(viewport=DESK), "kiyose")
    at.open(http_site)
    at.press("1", "2", "1", "1", "1", "1")
    wait_until(at.page, "document.querySelector('[data-checker]').dataset.engine === 'python'", 60)
    assert at.decision["why"]
    assert at.page.locator('[data-part="changes"]').count() == 0
    at.press("n")
    assert at.page.get_attribute("[data-checker]", "data-engine") == "table"


def test_the_foot_leads_there_and_back_with_the_answers_and_no_step_in_the_history(page: Page, http_site: str) -> None:
    page.goto(f"{http_site}/check/kiyose/index.html")
    page.check('[value="lost"]')
    page.click("[data-next]")
    steps = page.evaluate("history.length")
    page.click("[data-open-counter]")
    at = Clerk(page, "kiyose")
    at.settle()
    assert at.page.is_checked('[name="errand"][value="lost"]')
    assert (page.url.partition("#")[2], page.evaluate("history.length")) == ("", steps)
    at.answer("lost_item", "eligibility_notice")
    page.click("[data-leave-counter]")
    assert page.get_attribute("[data-question]", "data-question") not in {"errand", "lost_item"}
    assert (page.url.partition("#")[2], page.evaluate("history.length")) == ("", steps)


@pytest.mark.parametrize("insurer", INSURERS)
def test_nobody_is_asked_what_would_give_somebody_away(clerk: Callable[[str], Clerk], insurer: str) -> None:
    at = clerk(insurer)
    for errand in range(8):
        at.page.focus('[name="errand"]')
        at.press(str(errand))
        assert not {"data_protection", "stay_until", "lives_overseas"} & set(at.groups)
        assert not re.search("支援措置|閲覧制限|DV|暴力|虐待|被害", at.page.inner_text(".counter-ask"))
