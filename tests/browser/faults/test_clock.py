"""The device's clock and place: today is Japan's, and a clock that is years off still gives an answer."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from browser.faults.seen import LIBRARY, Guest, words
from browser.watch import wait_until

from checker.pages.clock import build_day

if TYPE_CHECKING:
    from browser.conftest import OpenPage

EVE = build_day() + timedelta(days=7)
MOMENTS = tuple(
    (f"{EVE}T{time}:00Z", f"{day.year}年{day.month}月{day.day}日")
    for time, day in (("14:59", EVE), ("15:01", EVE + timedelta(days=1)))
)
"""A minute before and after midnight in Japan, on days for which the built pages answer."""


@pytest.mark.parametrize("zone", ["Pacific/Honolulu", "Pacific/Kiritimati", "Asia/Tokyo"])
@pytest.mark.parametrize(("moment", "day"), MOMENTS)
def test_today_is_japans_wherever_the_device_is(
    open_page: OpenPage, http_site: str, zone: str, moment: str, day: str
) -> None:
    guest = Guest(open_page(timezone_id=zone), http_site)
    guest.without_python()
    guest.page.clock.set_fixed_time(moment)
    guest.arrive()
    guest.get_answer()
    assert words("today").replace("{date}", day) in guest.page.inner_text(".today")


@pytest.mark.parametrize("moment", ["1970-01-01T00:00:00Z", "2024-07-01T00:00:00Z", "2099-12-31T00:00:00Z"])
def test_a_clock_that_is_years_off_gives_an_answer_that_names_its_day(guest: Guest, moment: str) -> None:
    guest.without_python()
    guest.page.clock.set_fixed_time(moment)
    guest.arrive()
    guest.walk({"errand": "which_document", "my_number_card": "held", "registration": "registered", "has": "none"})
    assert guest.state == "result"
    told = guest.page.inner_text(".today")
    assert ("2099年" if moment.startswith("2099") else f"{build_day().year}年") in told


def test_an_insurer_s_page_that_is_older_than_its_review_says_so(guest: Guest) -> None:
    by = LIBRARY.insurers["kiyose"].review_by
    notice = guest.page.locator(".sn-alert", has_text=words("review_needed"))
    guest.page.clock.set_fixed_time(f"{by}T14:59:00Z")
    guest.page.goto(f"{guest.address}/insurers/kiyose/index.html")
    assert not notice.is_visible()
    guest.page.clock.set_fixed_time(f"{by}T15:01:00Z")
    guest.page.reload()
    assert notice.is_visible()


def test_a_page_that_is_older_than_its_review_says_so_above_the_answer_in_every_language(guest: Guest) -> None:
    """The page was built in time; the day came while nobody built it anew."""
    guest.without_python()
    by = LIBRARY.insurers["kiyose"].review_by
    assert by is not None
    notice = guest.page.locator(".notice")
    guest.page.clock.set_fixed_time(f"{by}T14:59:00Z")
    guest.arrive()
    assert notice.count() == 0
    guest.page.clock.set_fixed_time(f"{by}T15:01:00Z")
    guest.page.reload()
    assert notice.inner_text() == words("review_needed")
    guest.get_answer()
    assert notice.inner_text() == words("review_needed")
    order = "document.querySelector('.notice').compareDocumentPosition(document.querySelector('h1'))"
    assert guest.page.evaluate(f"{order} & Node.DOCUMENT_POSITION_FOLLOWING")
    guest.page.click('[data-language="en"]')
    wait_until(guest.page, "document.documentElement.lang === 'en'")
    assert notice.inner_text() == LIBRARY.languages["en"]["ui.review_needed"]
