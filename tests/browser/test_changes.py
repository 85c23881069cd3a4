"""What Python adds to an answer in real Chromium: what would change it, the days ahead, and the rules behind it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest
from browser.accessibility import accessibility_faults
from browser.result_sayings import NEVER_TURNED
from browser.sayings import HIDDEN
from browser.visitor import ORDINARY, Visitor
from browser.watch import wait_until
from rulebooks import INSURERS, book

from checker.engine.otherwise.days_ahead import calendar
from checker.engine.otherwise.nearest import nearest
from checker.pages.clock import build_day

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

Answers = dict[str, str]

INSURED = {**ORDINARY, "enrolled_on": "youngest"}

PEOPLE: dict[str, Answers] = {
    "ordinary": {"errand": "which_document", **INSURED},
    "lost": {"errand": "lost", "lost_item": "my_number_card", **INSURED},
    "desk": {"errand": "at_desk", "reader": "fault", "brings": "my_number_card", **INSURED},
    "not registered": {"errand": "which_document", **INSURED, "registration": "not_registered"},
}
TURNING_75: Answers = {
    "errand": "which_document",
    **INSURED,
    "e_certificate": "expired",
    "gate": "e_certificate=expired",
    "e_certificate_until": "2026-10-01",
    "birth_date": "1953-03-05",
}
TODAY = build_day().isoformat()
"""The first day for which the built pages answer."""


@dataclass(frozen=True)
class Reader(Visitor):
    """A visitor who waits for what Python has to say, on one day."""

    def open(self, insurer: str) -> None:
        """Open it on the day of these tests."""
        self.page.clock.set_fixed_time(f"{TODAY}T12:00:00+09:00")
        super().open(insurer)

    def come_to_the_answer(self, answers: Answers) -> None:
        """Answer; a day is typed where one is told."""
        while (name := self.question) is not None:
            told = answers.get(name, "unknown")
            if told[:1].isdigit():
                self.choose("date")
                self.page.fill('input[type="date"]', told)
                self.go_on()
            else:
                self.answer(told)

    def wait_for_more(self) -> None:
        """Wait until Python has said what else there is."""
        wait_until(self.page, "document.querySelector('[data-beside]') !== null", 60)

    def facts(self) -> dict[str, Any]:
        """Return the facts behind the answer, as the page asked Python about them."""
        found: dict[str, Any] = self.page.evaluate("window.asked.at(-1)")
        return found

    def texts(self, selector: str, name: str) -> list[str]:
        """Return an attribute of all these elements of the answer."""
        found: list[str] = self.page.eval_on_selector_all(
            f"[data-result] {selector}", f"(all) => all.map((one) => one.getAttribute('{name}'))"
        )
        return found


HEAR_WHAT_IS_ASKED = """
  window.asked = [];
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (message) {
    if (message.type === 'nearest') window.asked.push(JSON.parse(message.facts));
    return post.call(this, message);
  };
"""


@pytest.fixture
def reader(page: Page, http_site: str) -> Reader:
    page.add_init_script(HEAR_WHAT_IS_ASKED)
    return Reader(page, http_site)


@pytest.mark.parametrize("insurer", INSURERS)
def test_what_would_change_it_is_what_the_engine_says(reader: Reader, insurer: str) -> None:
    reader.open(insurer)
    seen = 0
    for answers in PEOPLE.values():
        reader.come_to_the_answer(answers)
        reader.wait_for_more()
        facts = reader.facts()
        assert facts["insurer"] == insurer
        assert facts["on_date"] == TODAY
        told = [json.loads(one) for one in reader.texts("[data-changes]", "data-changes")]
        entries = [one["changes"] for one in nearest(book(insurer), facts)["nearest"] if one["settled"]]
        assert all(one in entries for one in told), told
        assert len(told) <= 5
        assert not any(one.keys() & NEVER_TURNED for one in told)
        assert not HIDDEN.search(" ".join(reader.page.locator("[data-changes]").all_inner_texts()))
        seen += len(told)
        reader.page.click("[data-restart]")
    assert seen >= 8


def test_somebody_with_a_registered_card_is_told_of_what_may_happen_to_it(reader: Reader) -> None:
    reader.open("gamagori")
    reader.come_to_the_answer(PEOPLE["ordinary"])
    reader.wait_for_more()
    told = [json.loads(one) for one in reader.texts("[data-changes]", "data-changes")]
    assert told == [
        {"my_number_card": "lost"},
        {"e_certificate": "expired"},
        {"event": ["cancel_registration"]},
        {"care_needs": ["long_term_care"]},
        {"event": ["moved_insurer"]},
    ]
    lost = reader.page.inner_text("[data-changes] >> nth=0")
    assert "なくしたら" in lost
    assert "申し込みが要ります" in lost


@pytest.mark.parametrize("insurer", ["kiyose", "health-society", "other"])
def test_the_days_ahead_are_those_that_the_engine_finds(reader: Reader, insurer: str) -> None:
    reader.open(insurer)
    reader.come_to_the_answer(TURNING_75)
    reader.wait_for_more()
    days = calendar(book(insurer), reader.facts())["calendar"]
    [until] = reader.texts("[data-until]", "data-until")
    assert until == f"{int(TODAY[:4]) + 5}{TODAY[4:]}"
    assert reader.texts("[data-day]", "data-day") == [day["from"] for day in days if day["from"] <= until]
    assert reader.texts("[data-day]", "data-cause") == [
        "e_certificate_until+months3",
        *(["birth_date+years75"] if insurer != "namerikawa" else []),
    ]
    first = reader.page.inner_text("[data-day] >> nth=0")
    assert "2027年2月1日" in first
    assert "資格確認書" in first


def test_whoever_said_years_only_is_told_of_no_day_that_rests_on_them(reader: Reader) -> None:
    reader.open("kiyose")
    reader.come_to_the_answer(PEOPLE["ordinary"])
    reader.wait_for_more()
    assert reader.texts("[data-day]", "data-day") == []
    assert reader.texts("[data-vague]", "data-vague") == ["birth_date"]
    reader.page.click('[data-vague] [data-change="birth_date"]')
    assert reader.question == "birth_date"
    reader.come_to_the_answer({**PEOPLE["ordinary"], "birth_date": "1953-03-05"})
    reader.wait_for_more()
    assert reader.texts("[data-day]", "data-day") == ["2028-03-05"]
    assert reader.texts("[data-vague]", "data-vague") == []


def test_reasons_name_the_rules_and_what_kept_exceptions_from_holding(reader: Reader) -> None:
    reader.open("kiyose")
    reader.come_to_the_answer(PEOPLE["ordinary"])
    reader.wait_for_more()
    why = reader.page.locator('[data-part="why"]')
    decision = reader.decision
    assert set(" ".join(why.locator(".rules[translate=no]").all_inner_texts()).split()) == {
        reason["rule"] for reason in decision["why"]
    }
    assert reader.texts('[data-part="why"] [data-passage]', "data-passage")
    assert "カードでの受付がむずかしい事情" in why.locator('[data-why="why_tried"]').inner_text()
    assert "1951年" not in why.locator('[data-why="why_because"]').inner_text()
    hidden = {name for reason in decision["why"] for one in reason["tried"] for name in one["because"]}
    assert "data_protection" in hidden
    assert not HIDDEN.search(why.inner_text())
    assert "protection" not in why.inner_text()


@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_in_it_and_its_button_is_large_enough(reader: Reader, width: int) -> None:
    reader.page.set_viewport_size({"width": width, "height": 740})
    reader.open("kiyose")
    reader.come_to_the_answer(PEOPLE["ordinary"])
    reader.wait_for_more()
    own = "[data-part=changes], [data-part=calendar], [data-part=why]"
    assert accessibility_faults(reader.page, own) == []
    assert reader.page.evaluate("document.documentElement.scrollWidth") <= width
    box = reader.page.locator("[data-vague] button").bounding_box()
    assert box is not None
    assert box["height"] >= 44


def test_in_another_language_the_same_is_told(reader: Reader) -> None:
    reader.open("kiyose")
    reader.come_to_the_answer(TURNING_75)
    reader.wait_for_more()
    told = [reader.texts(f"[data-{one}]", f"data-{one}") for one in ("changes", "day", "passage")]
    assert all(told)
    reader.page.click('[data-language="en"]')
    wait_until(reader.page, "document.documentElement.lang === 'en'")
    reader.wait_for_more()
    assert [reader.texts(f"[data-{one}]", f"data-{one}") for one in ("changes", "day", "passage")] == told
    ahead = reader.page.inner_text("[data-day] >> nth=0")
    assert "1 February 2027" in ahead
    assert "no longer accepted" in ahead


def test_on_the_table_alone_nothing_of_it_is_there_and_no_gap(reader: Reader) -> None:
    reader.without_python()
    reader.open("kiyose")
    reader.come_to_the_answer(PEOPLE["ordinary"])
    parts = reader.texts("[data-part]", "data-part")
    assert "changes" not in parts
    assert "calendar" not in parts
    assert reader.page.evaluate(
        "document.querySelector('[data-part=contact]').nextElementSibling === document.querySelector('[data-part=why]')"
    )


@pytest.mark.parametrize("broken", ["door.nearest(", "door.calendar("])
def test_what_cannot_be_told_leaves_all_else(reader: Reader, broken: str) -> None:
    def without(route: Route) -> None:
        answer = route.fetch()
        assert broken in answer.text()
        route.fulfill(response=answer, body=answer.text().replace(broken, "door.nowhere("))

    reader.page.route("**/engine-worker.*.js", without)
    reader.open("kiyose")
    reader.come_to_the_answer(PEOPLE["ordinary"])
    reader.wait_for_more()
    missing, there = ("changes", "calendar") if "nearest" in broken else ("calendar", "changes")
    parts = reader.texts("[data-part]", "data-part")
    assert missing not in parts
    assert {there, "why", "answers"} <= set(parts)
    assert reader.state == "result"
    assert reader.page.get_attribute("[data-checker]", "data-engine") == "python"


def test_what_is_being_read_stays_where_it_is(reader: Reader) -> None:
    """Python comes late, while somebody reads the reasons' end and the answers below."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    reader.page.route("**/engine-worker.*.js", hold)
    reader.open("kiyose")
    reader.come_to_the_answer(PEOPLE["ordinary"])
    wait_until(reader.page, "document.querySelector('[data-part=answers]') !== null")
    reader.page.evaluate("document.querySelector('[data-part=answers]').scrollIntoView({ block: 'center' })")
    where = "Math.round(document.querySelector('[data-part=answers]').getBoundingClientRect().top)"
    height = reader.page.evaluate("document.documentElement.scrollHeight")
    before = reader.page.evaluate(where)
    while not held:
        reader.page.wait_for_timeout(50)
    held[0].continue_()
    reader.wait_for_more()
    assert reader.page.evaluate("document.documentElement.scrollHeight") > height + 200
    assert abs(reader.page.evaluate(where) - before) <= 1
