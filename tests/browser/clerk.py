"""A clerk at a counter: answers with keys alone, by the numbers that stand beside the answers."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

from browser.watch import wait_until
from rulebooks import book

from checker.engine import decide
from checker.engine.asking.interview import Interview

if TYPE_CHECKING:
    from playwright.sync_api import Page

__all__ = ["Clerk"]

COMPARED = ("status", "document", "care", "old_card", "procedures", "warnings", "needs", "possible")
_MOST_GROUPS = 12


@dataclass
class Clerk:
    """One clerk; `pressed` counts the keys, `given` holds the answers by page since the last person."""

    page: Page
    insurer: str
    pressed: int = 0
    given: dict[str, list[str]] = field(default_factory=dict)

    def open(self, address: str) -> None:
        """Open the clerk's screen of the insurer, on a site or in a folder."""
        self.page.goto(f"{address}/check/{self.insurer}/index.html#counter")
        self.settle()

    def press(self, *keys: str) -> None:
        """Press keys, one after the other, and wait for the answer."""
        for key in keys:
            self.page.keyboard.press(key)
            self.pressed += 1
        self.settle()

    def settle(self) -> None:
        """Wait until the answer to all that was pressed stands there."""
        wait_until(
            self.page, "document.querySelector('[data-checker]').decision && !document.querySelector('[aria-busy]')"
        )

    def answer(self, page: str, *values: str) -> None:
        """Go to a question with the arrow, if the focus is not there, and press the digits of these answers."""
        for _ in range(_MOST_GROUPS):
            if self.at == page:
                break
            self.press(
                "ArrowDown" if self.at is None or self.groups.index(self.at) < self.groups.index(page) else "ArrowUp"
            )
        assert self.at == page
        self.press(*(self.digit(page, value) for value in values))
        if self.at == page:
            self.press("Enter")
        self.given[page] = [self.last_band(page) if value == "youngest" else value for value in values]

    def digit(self, page: str, value: str) -> str:
        """The key that stands beside an answer; `youngest` is the last band of a date."""
        wanted = self.last_band(page) if value == "youngest" else value
        digit = self.page.get_attribute(f'[data-question="{page}"] input[value="{wanted}"]', "data-digit")
        assert digit is not None, f"{value} of {page} has no key"
        return digit

    def last_band(self, page: str) -> str:
        """The value of the last band that a question for a date offers."""
        values: list[str] = self.page.evaluate(
            f"[...document.querySelectorAll('[data-question={page}] [name]')].map((one) => one.value)"
        )
        return values[values.index("date") - 1]

    @property
    def at(self) -> str | None:
        """The question in which the focus is."""
        name: str | None = self.page.evaluate("document.activeElement.closest('fieldset')?.dataset.question ?? null")
        return name

    @property
    def groups(self) -> list[str]:
        """The questions that stand there, in order."""
        names: list[str] = self.page.evaluate(
            "[...document.querySelectorAll('[data-checker] fieldset')].map((one) => one.dataset.question)"
        )
        return names

    @property
    def decision(self) -> Any:  # noqa: ANN401 - JSON
        """The decision that stands there."""
        return self.page.evaluate("document.querySelector('[data-checker]').decision")

    @property
    def documents(self) -> str | None:
        """What the answer says will be issued."""
        return self.page.get_attribute("[data-result]", "data-document")

    def expected(self) -> dict[str, Any]:
        """What the engine decides here for the answers so far, whatever was not answered being unknown."""
        text = self.page.locator("script[data-table]").first.text_content() or ""
        orders = {errand: tuple(pages) for errand, pages in json.loads(text)["orders"].items()}
        interview = Interview(book(self.insurer), orders, today())
        counted: dict[str, list[str]] = {}
        while (asked := interview.next_page(counted)) is not None:
            counted[asked] = self.given.get(asked, ["unknown"])
        return decide(book(self.insurer), interview.facts(counted))

    def differences(self, parts: tuple[str, ...] = COMPARED) -> list[str]:
        """The parts in which the answer on the screen is not the engine's."""
        told, expected = self.decision, self.expected()
        return [f"{part} after {self.given}" for part in parts if told[part] != expected[part]]


def today() -> date:
    """The day in Japan."""
    return datetime.now(UTC).astimezone(timezone(timedelta(hours=9))).date()
