"""Somebody with another browser, who answers what the checker asks by clicking on it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from browser.engines.wire import Wire, wait_for

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Reader"]

_MOST_PAGES = 16
_ROOT = "document.querySelector('[data-checker]')"
_ANSWER = """(wanted) => {
  const root = document.querySelector('[data-checker]');
  const values = [...root.querySelectorAll('[name=answer]')].map((one) => one.value);
  const value = wanted === 'youngest' ? values[values.indexOf('date') - 1] : wanted;
  const choice = root.querySelector(`[name=answer][value="${value}"]`);
  if (!choice) return values.join(' ');
  choice.click();
  root.querySelector('[data-next]').click();
  return null;
}"""
_ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
"""The name under which WebDriver's standard hands out an element."""


@dataclass(frozen=True)
class Reader:
    """One browser, one page at a time."""

    wire: Wire

    def open(self, address: str) -> None:
        """Go to a page."""
        self.wire.send("Navigate", url=address)

    def look(self, expression: str) -> Any:  # noqa: ANN401 - JSON
        """Return the value of a JavaScript expression, whatever worlds the engine keeps apart."""
        told = self.wire.send("ExecuteScript", script=f"return JSON.stringify({expression}) ?? null", args=[])
        return None if told is None else json.loads(told)

    def wait(self, expression: str) -> Any:  # noqa: ANN401 - JSON
        """Return the first value of an expression that is not empty."""
        return wait_for(lambda: self.look(expression), expression)

    def click(self, selector: str) -> None:
        """Click on the first element that is meant, as a mouse does."""
        found = self.wire.send("FindElement", using="css selector", value=selector)
        self.wire.send("ElementClick", id=found[_ELEMENT])

    @property
    def state(self) -> str:
        """What the checker says of itself."""
        return str(self.look(f"{_ROOT}.dataset.state"))

    @property
    def question(self) -> str | None:
        """The question that stands there."""
        name: str | None = self.look(f"{_ROOT}.querySelector('[data-question]')?.dataset.question ?? null")
        return name

    @property
    def decision(self) -> Any:  # noqa: ANN401 - JSON
        """The decision that the page shows."""
        return self.look(f"({_ROOT}.wrappedJSObject ?? {_ROOT}).decision")

    def answer(self, value: str) -> None:
        """Choose and go on; `youngest` is the last band of a date.

        The page's script clicks: a driver's mouse takes a second for each.
        """
        told: str | None = self.look(f"({_ANSWER})({json.dumps(value)})")
        assert told is None, f"{value} is not among {told}"

    def walk(self, answers: Mapping[str, str]) -> list[str]:
        """Answer until the result, 「わからない」 where nothing is told; return what was asked."""
        asked: list[str] = []
        while (name := self.question) is not None:
            assert len(asked) < _MOST_PAGES, f"still asking after {asked}"
            asked.append(name)
            self.answer(answers.get(name, "unknown"))
        return asked

    def wait_for_python(self) -> None:
        """Wait until Python has derived the answer again, or the page says that it could not."""
        self.wait(f"{_ROOT}.dataset.engine === 'python' || {_ROOT}.querySelector('[data-opinion]').textContent")
        told = self.look(f"{_ROOT}.querySelector('[data-opinion]').textContent")
        assert self.look(f"{_ROOT}.dataset.engine") == "python", told
