"""A rulebook that is missing, is none, or is another one than the page was built with."""

from __future__ import annotations

import pytest
from browser.faults.altered import hang, portal, refuse, rewrite, unsealed
from browser.faults.seen import PHONE, Guest, words
from browser.visitor import ORDINARY
from browser.watch import wait_until

pytestmark = pytest.mark.faults_expected

RULEBOOK = "**/rulebook.*.json"


def test_a_rulebook_that_is_missing(guest: Guest) -> None:
    refuse(guest.page, RULEBOOK)
    guest.arrive()
    guest.get_answer()
    guest.is_told_that_python_is_missing()


def test_a_sign_in_page_in_its_place(guest: Guest) -> None:
    portal(guest.page, RULEBOOK)
    guest.arrive()
    guest.get_answer()
    guest.is_told_that_python_is_missing()


def test_a_rulebook_that_never_comes(guest: Guest) -> None:
    guest.page.clock.install()
    hang(guest.page, RULEBOOK)
    guest.arrive()
    guest.get_answer()
    guest.waits_in_vain()
    guest.is_told_that_python_is_missing()


def test_a_rulebook_in_another_form(guest: Guest) -> None:
    """As when the site was built anew while this page stood open, and a cache mixes the two."""
    unsealed(guest.page)
    rewrite(guest.page, RULEBOOK, '"facts":', '"other_facts":')
    guest.arrive()
    guest.get_answer()
    guest.is_told_that_python_is_missing()


def test_a_rulebook_that_is_not_what_was_built(guest: Guest) -> None:
    rewrite(guest.page, RULEBOOK, '"eligibility_notice":{', '"eligibility_certificate":{')
    guest.arrive()
    guest.get_answer()
    guest.is_told_that_python_is_missing()


def test_a_rulebook_that_says_something_else_is_shown_as_a_fault(guest: Guest) -> None:
    """Two answers that differ are never chosen from in silence: the answer stays, and above it whom to ask."""
    unsealed(guest.page)
    rewrite(guest.page, RULEBOOK, '"eligibility_notice":{', '"eligibility_certificate":{')
    guest.arrive()
    guest.walk({"errand": "which_document", **ORDINARY})
    wait_until(guest.page, "document.querySelector('[data-checker]').dataset.state === 'error'", 60)
    told = guest.page.inner_text("[data-fault]")
    assert guest.documents == "eligibility_notice"
    assert words("fault_text") in told
    assert PHONE in told
