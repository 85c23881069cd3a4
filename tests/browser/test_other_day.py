"""Nobody is asked the date: it is today, and an answer can be seen for a later day."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browser.visitor import ORDINARY, Visitor

from checker.authoring import load_library
from checker.engine import compile_rulebook, decide

if TYPE_CHECKING:
    from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def visitor(page: Page, http_site: str) -> Visitor:
    """One who saves data, so that the table's answer is looked at without waiting for Python."""
    found = Visitor(page, http_site)
    found.without_python()
    return found


def today() -> date:
    return datetime.now(UTC).astimezone(timezone(timedelta(hours=9))).date()


def test_a_later_day_is_decided_as_the_engine_decides_it_and_no_earlier_one_is_taken(visitor: Visitor) -> None:
    insurer = load_library(ROOT).insurers["kiyose"]
    facts = {"insurer": "kiyose", "my_number_card": "none", "birth_date": "1952-03-15", "event": "lost_certificate"}
    later = today() + timedelta(days=500)  # after the 75th birthday
    visitor.open("kiyose")
    visitor.answer("lost")
    visitor.answer("eligibility_certificate")
    while (page := visitor.question) is not None:
        if page == "birth_date":
            visitor.choose("date")
            visitor.page.fill("input[type=date]", "1952-03-15")
            visitor.go_on()
        else:
            visitor.answer({"my_number_card": "none"}.get(page, "unknown"))
    before = visitor.decision
    visitor.page.click('[data-change="on_date"]')
    assert visitor.question == "on_date"
    visitor.choose("date")
    visitor.page.fill("input[type=date]", (today() - timedelta(days=1)).isoformat())
    visitor.go_on()
    assert visitor.question == "on_date"
    assert visitor.page.inner_text(".problem")
    visitor.page.fill("input[type=date]", later.isoformat())
    visitor.go_on()
    expected = decide(compile_rulebook(insurer.rulebook), {**facts, "on_date": later.isoformat()})
    assert visitor.decision["status"] == expected["status"] == "out_of_scope" != before["status"]
    assert f"{later.year}年" in visitor.page.inner_text(".today")
    visitor.page.click('[data-change="on_date"]')
    visitor.answer(today().isoformat())
    assert visitor.decision == before


def test_back_from_the_day_and_the_next_person_change_nothing(visitor: Visitor) -> None:
    visitor.open("gamagori")
    visitor.walk({"errand": "which_document", **ORDINARY})
    before = visitor.decision
    visitor.page.click('[data-change="on_date"]')
    visitor.choose("date")
    visitor.page.fill("input[type=date]", (today() + timedelta(days=400)).isoformat())
    visitor.go_on()
    assert visitor.question is None
    visitor.page.click("[data-restart]")
    visitor.walk({"errand": "which_document", **ORDINARY})
    assert visitor.decision == before
    visitor.page.click('[data-change="on_date"]')
    visitor.page.click("[data-back]")
    assert visitor.decision == before
