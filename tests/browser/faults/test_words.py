"""Another language whose words do not come: the page says so, stays in the one it has, and tries again when asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from browser.faults.altered import alter, hang, portal, unsealed
from browser.faults.seen import LIBRARY, Guest, words
from browser.watch import wait_until

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.faults_expected

WORDS = "**/words.en.*.js"
_LONG_MS = 16_000
"""A little more than the page waits for words."""


def is_told(page: Page) -> None:
    """The page says that the language could not be had, in the language that it has."""
    wait_until(page, "document.querySelector('[data-language-problem]')")
    assert page.inner_text("[data-language-problem]") == words("language_failed")
    assert page.evaluate("document.documentElement.lang") == "ja"


def test_words_that_never_come_are_given_up_and_come_when_asked_for_again(guest: Guest) -> None:
    guest.page.clock.install()
    hang(guest.page, WORDS)
    guest.arrive()
    guest.page.click('[data-language="en"]')
    guest.page.clock.fast_forward(_LONG_MS)
    is_told(guest.page)
    guest.get_answer()
    guest.page.context.unroute(WORDS)
    guest.page.click('[data-language="en"]')
    wait_until(guest.page, "document.documentElement.lang === 'en'")
    assert guest.documents == "eligibility_notice"
    assert guest.page.locator("[data-language-problem]").count() == 0


def test_a_sign_in_page_in_the_place_of_words(guest: Guest) -> None:
    portal(guest.page, WORDS)
    guest.arrive()
    guest.page.click('[data-language="en"]')
    is_told(guest.page)
    guest.get_answer()


def test_words_of_another_build_that_say_something_else(guest: Guest) -> None:
    """Whatever hands over no words is as good as missing."""
    unsealed(guest.page)
    alter(guest.page, WORDS, lambda pack: pack.replace(b'"common":', b'"other":'))
    guest.arrive()
    guest.page.click('[data-language="en"]')
    is_told(guest.page)
    guest.get_answer()


def test_words_in_which_somebody_has_changed_a_letter(guest: Guest) -> None:
    alter(guest.page, WORDS, lambda pack: pack.replace(b"Eligibility", b"Elegibility", 1))
    guest.arrive()
    guest.page.click('[data-language="en"]')
    is_told(guest.page)
    guest.get_answer()


def test_without_a_connection_the_language_stays_and_the_answers_too(guest: Guest) -> None:
    guest.arrive()
    guest.walk({"errand": "which_document"}, "birth_date")
    guest.page.context.set_offline(True)
    guest.page.click('[data-language="en"]')
    is_told(guest.page)
    assert guest.question == "birth_date"
    assert guest.heading == LIBRARY.words["facts.birth_date.question"]
