"""The checker by the keyboard alone, from the address bar to the last button, with the focus always seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from browser.looks import look
from browser.visitor import Visitor
from browser.watch import wait_until

if TYPE_CHECKING:
    from browser.conftest import OpenPage

SIZES = ({"width": 360, "height": 740}, {"width": 1280, "height": 740}, {"width": 320, "height": 256})
MOST_STOPS = 40


@pytest.fixture(params=SIZES, ids=["phone", "desk", "zoomed"])
def visitor(request: pytest.FixtureRequest, open_page: OpenPage, http_site: str) -> Visitor:
    found = Visitor(open_page(viewport=request.param), http_site)
    found.without_python()
    found.open("kiyose")
    return found


def _tab_to(visitor: Visitor, part: str, key: str = "Tab") -> None:
    """Go on until the focus is on a control of which this is the name, and look at every stop on the way."""
    for _ in range(MOST_STOPS):
        visitor.page.keyboard.press(key)
        stop = look(visitor.page, "focus")
        if stop is None:
            continue
        assert stop["marked"], f"no frame around {stop}"
        assert stop["seen"], f"under the bar, or out of the window: {stop}"
        if part in stop["name"]:
            return
    pytest.fail(f"{part} is not reached by {key}")


def _choose(visitor: Visitor, value: str) -> None:
    """Go into the group of radio buttons, and down to the one with this value."""
    visitor.page.keyboard.press("Tab")
    while (stop := look(visitor.page, "focus")) is None or not stop["name"].startswith("label"):
        visitor.page.keyboard.press("Tab")
    visitor.page.keyboard.press("Space")
    for _ in range(MOST_STOPS):
        stop = look(visitor.page, "focus")
        assert stop["marked"], stop
        assert stop["seen"], stop
        if stop["value"] == value:
            return
        visitor.page.keyboard.press("ArrowDown")
    pytest.fail(f"{value} is not reached")


def test_from_the_address_bar_to_the_answer_and_to_the_next_person(visitor: Visitor) -> None:
    keyboard = visitor.page.keyboard
    _tab_to(visitor, "資格ナビ")
    _tab_to(visitor, "この画面を閉じる")
    _tab_to(visitor, "日本語")
    _tab_to(visitor, "English")
    answers = {"errand": "want_paper", "my_number_card": "held", "registration": "registered"}
    asked = []
    while (question := visitor.question) is not None:
        asked.append(question)
        assert len(asked) < MOST_STOPS
        if visitor.page.locator("[data-question] input").first.get_attribute("type") == "radio":
            _choose(visitor, answers.get(question, "unknown"))
        else:
            _tab_to(visitor, "どれもない")
            keyboard.press("Space")
        if len(asked) > 1:
            _tab_to(visitor, "次へ")
        keyboard.press("Enter")
        if visitor.question == question:  # Enter on the box for other people only goes on as elsewhere
            _tab_to(visitor, "次へ")
            keyboard.press("Enter")
        focused = visitor.page.evaluate("document.activeElement.tagName")
        assert focused in {"H1", "H2"}, question
        assert look(visitor.page, "focus")["seen"], question
    assert len(asked) > 3
    assert visitor.state == "result"
    _tab_to(visitor, "変更")
    keyboard.press("Enter")
    assert visitor.question == "errand"
    _tab_to(visitor, "次へ")
    keyboard.press("Enter")
    assert visitor.state == "result"
    _tab_to(visitor, "つぎの人")
    keyboard.press("Space")
    assert visitor.question == "errand"
    assert visitor.page.locator("input:checked").count() == 0


def test_a_missing_answer_is_told_and_the_focus_goes_where_it_can_be_given(visitor: Visitor) -> None:
    _tab_to(visitor, "次へ")
    visitor.page.keyboard.press("Enter")
    stop = look(visitor.page, "focus")
    assert stop["value"] == "which_document"
    assert stop["seen"]
    assert visitor.page.locator(".problem").get_attribute("role") == "alert"
    described = visitor.page.locator("fieldset").get_attribute("aria-describedby")
    assert described == "question-problem"


def test_a_date_that_is_missing_is_marked_where_it_is_typed(visitor: Visitor) -> None:
    visitor.walk({"errand": "which_document"}, until="birth_date")
    visitor.choose("date")
    visitor.page.keyboard.press("Enter")
    field = visitor.page.locator("input[type=date]")
    assert field.get_attribute("aria-invalid") == "true"
    problem = visitor.page.locator(f"#{field.get_attribute('aria-describedby')}")
    assert problem.inner_text() == visitor.page.locator(".problem").inner_text()
    assert problem.is_visible()
    assert visitor.page.evaluate("document.activeElement.type") == "date"
    assert look(visitor.page, "focus")["seen"]


def test_the_panel_opens_by_its_line_and_closes_by_its_head(visitor: Visitor) -> None:
    _tab_to(visitor, "住所や受診の記録")
    visitor.page.keyboard.press("Enter")
    wait_until(visitor.page, "document.activeElement.tagName === 'SUMMARY'")
    assert look(visitor.page, "focus")["seen"]
    visitor.page.keyboard.press("Tab")
    assert visitor.page.evaluate("document.activeElement.closest('.panel') !== null")
    visitor.page.keyboard.press("Shift+Tab")
    visitor.page.keyboard.press("Space")
    assert visitor.page.locator("[data-panel][open]").count() == 0


def test_the_focus_goes_down_the_page_and_out_of_it(visitor: Visitor) -> None:
    """Nothing holds the focus, and it never jumps back up."""
    places = []
    for _ in range(MOST_STOPS):
        visitor.page.keyboard.press("Tab")
        stop = look(visitor.page, "focus")
        if stop is None:
            break
        bar = visitor.page.evaluate("document.activeElement.closest('.bar') !== null")
        places.append([-1, 0] if bar else [stop["place"][0], 0])
    else:
        pytest.fail("the focus does not come out of the page")
    assert len(places) > 8
    assert places == sorted(places)
