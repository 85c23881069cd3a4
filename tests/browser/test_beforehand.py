"""The page made as soon as something is chosen: it is the one that a press makes, and counts for nothing before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from browser.visitor import ORDINARY, Visitor

if TYPE_CHECKING:
    from playwright.sync_api import Page

PEOPLE: dict[str, dict[str, str]] = {
    "ordinary": {"errand": "which_document", **ORDINARY},
    "knows nothing": {"errand": "which_document"},
    "at a desk": {"errand": "at_desk", "brings": "my_number_card"},
    "lost": {"errand": "lost"},
}

_MADE = """() => new Promise((done) => {
  requestAnimationFrame(() => setTimeout(() => setTimeout(() => setTimeout(done))));
})"""

_SECTIONS = """const places = () => [...document.querySelectorAll('[data-result] > section')].map((one) => ({
    top: one.getBoundingClientRect().top,
    height: one.getBoundingClientRect().height,
    seen: one.firstElementChild.checkVisibility({ contentVisibilityAuto: true }),
  }));"""

_PRESS_AND_LOOK = f"""() => {{
  {_SECTIONS}
  document.querySelector('[data-next]').click();
  return {{ first: places(), end: innerHeight }};
}}"""

_LOOK = f"() => {{ {_SECTIONS} return places(); }}"

_PRESS_AND_PRINT = f"""() => {{
  {_SECTIONS}
  document.querySelector('[data-next]').click();
  dispatchEvent(new Event('beforeprint'));
  return places();
}}"""

_PRESS_AND_COUNT = """() => {
  const made = [];
  const create = document.createElement;
  document.createElement = (name) => { made.push(name); return create.call(document, name); };
  document.querySelector('[data-next]').click();
  document.createElement = create;
  return made.length;
}"""


@pytest.fixture
def visitor(page: Page, http_site: str) -> Visitor:
    found = Visitor(page, http_site)
    found.without_python()
    found.open("kiyose")
    return found


def wait_until_made(visitor: Visitor) -> None:
    """Let a frame pass and what was planned for after it."""
    visitor.page.evaluate(_MADE)


def shown(visitor: Visitor) -> str:
    """Everything of the checker that stands in the page."""
    return str(visitor.page.inner_html("[data-checker]"))


@pytest.mark.parametrize("name", PEOPLE)
def test_it_is_the_page_that_a_press_makes(visitor: Visitor, name: str) -> None:
    visitor.rush(PEOPLE[name])
    at_once, decision = shown(visitor), visitor.decision
    visitor.open("kiyose")
    while (question := visitor.question) is not None:
        visitor.choose(PEOPLE[name].get(question, "unknown"))
        wait_until_made(visitor)
        visitor.page.click("[data-next]")
    wait_until_made(visitor)
    assert (shown(visitor), visitor.decision) == (at_once, decision)


def test_a_press_makes_nothing_that_was_made_beforehand(visitor: Visitor) -> None:
    visitor.walk(PEOPLE["ordinary"], until="has")
    visitor.choose("none")
    wait_until_made(visitor)
    beforehand = visitor.page.evaluate(_PRESS_AND_COUNT)
    assert visitor.state == "result"
    visitor.page.click("[data-back]")
    at_once = visitor.page.evaluate(_PRESS_AND_COUNT)
    assert visitor.state == "result"
    assert beforehand < 5
    assert at_once > 50


def test_the_first_screen_is_drawn_first_and_nothing_moves(visitor: Visitor) -> None:
    """What lies below it stands in its place from the start, is drawn in the next frame, and on paper at once."""
    visitor.walk(PEOPLE["ordinary"], until="has")
    visitor.choose("none")
    wait_until_made(visitor)
    pressed = visitor.page.evaluate(_PRESS_AND_LOOK)
    first, end = pressed["first"], pressed["end"]
    assert 0 < sum(one["seen"] for one in first) < len(first)
    assert all(one["seen"] for one in first if one["top"] < end)
    wait_until_made(visitor)
    rest = visitor.page.evaluate(_LOOK)
    assert all(one["seen"] for one in rest)
    assert [one["top"] for one in first if one["top"] < end] == [one["top"] for one in rest if one["top"] < end]
    assert [one["height"] for one in first] == pytest.approx([one["height"] for one in rest], abs=20)
    visitor.page.click("[data-back]")
    visitor.choose("none")
    wait_until_made(visitor)
    assert all(one["seen"] for one in visitor.page.evaluate(_PRESS_AND_PRINT))


def test_what_is_chosen_last_counts(visitor: Visitor) -> None:
    visitor.choose("lost")
    wait_until_made(visitor)
    visitor.answer("which_document")
    assert visitor.question != "lost_item"
    visitor.page.click("[data-back]")
    visitor.choose("which_document")
    wait_until_made(visitor)
    visitor.choose("lost")
    wait_until_made(visitor)
    visitor.page.click("[data-next]")
    assert visitor.question == "lost_item"


def test_nothing_is_shown_or_counts_before_the_press(visitor: Visitor) -> None:
    visitor.answer("which_document")
    before, question = shown(visitor), visitor.question
    visitor.choose("unknown")
    wait_until_made(visitor)
    assert shown(visitor) == before
    visitor.page.click("[data-back]")
    visitor.answer("which_document")
    assert visitor.question == question
    assert visitor.page.query_selector("[name=answer]:checked") is None


def test_a_page_made_in_one_language_is_not_shown_in_another(visitor: Visitor) -> None:
    visitor.choose("which_document")
    wait_until_made(visitor)
    visitor.page.click('[data-language="en"]')
    visitor.page.wait_for_selector('[data-language-now="en"] [data-checker]')
    visitor.page.click("[data-next]")
    assert visitor.heading.isascii()


def test_a_page_made_for_oneself_is_made_anew_for_another(visitor: Visitor) -> None:
    visitor.choose("which_document")
    wait_until_made(visitor)
    visitor.page.check("[name=for_other]")
    wait_until_made(visitor)
    assert visitor.page.evaluate(_PRESS_AND_COUNT) > 20
    visitor.walk(PEOPLE["ordinary"], until="my_number_card")
    assert "その人" in visitor.heading
