"""The page's own scripts and style sheet: missing, cut off, or never coming."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from browser.faults.altered import refuse

from checker.pages.told import NEUTRAL_ADDRESS

if TYPE_CHECKING:
    from browser.faults.seen import Guest
    from browser.watch import Watch

pytestmark = pytest.mark.faults_expected


def test_without_its_style_sheet_the_page_still_answers(guest: Guest) -> None:
    refuse(guest.page, "**/checker.*.css")
    guest.arrive()
    guest.get_answer()
    assert guest.page.evaluate("getComputedStyle(document.querySelector('.bar')).position") == "static"


def test_without_the_script_of_the_quick_exit_its_link_still_leads_away(guest: Guest, watch: Watch) -> None:
    refuse(guest.page, "**/quick_exit.*.js")
    guest.arrive()
    guest.get_answer()
    guest.page.context.route(NEUTRAL_ADDRESS, lambda route: route.fulfill(body="", content_type="text/html"))
    guest.page.click("[data-leave]")
    guest.page.wait_for_url(NEUTRAL_ADDRESS)
    watch.elsewhere.remove(NEUTRAL_ADDRESS)
