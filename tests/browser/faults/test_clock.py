"""The device's clock and place: today is Japan's, and a clock that is years off still gives an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from browser.faults.seen import Guest, words

if TYPE_CHECKING:
    from browser.conftest import OpenPage

MOMENTS = (
    ("2026-11-30T14:59:00Z", "2026年11月30日"),
    ("2026-11-30T15:01:00Z", "2026年12月1日"),
)
"""A minute before and after midnight in Japan."""


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
    assert "2099年" in told if moment.startswith("2099") else "2026年" in told
