"""A visitor of an insurer's checker: answers what is asked, by the names that hosts and tests may rely on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from browser.watch import wait_until

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playwright.sync_api import Page

_MOST_PAGES = 16

_WHOLE = "!document.querySelector('[data-result] > section[style*=content-visibility]')"
"""What lies below the first screen of an answer is drawn one frame later, and has no text to read before."""

_RUSH = """([answers, most]) => {
  const root = document.querySelector('[data-checker]');
  for (let asked = 0; root.dataset.state === 'question' && asked < most; asked += 1) {
    const options = [...root.querySelectorAll('[name=answer]')].map((one) => one.value);
    const told = answers[root.querySelector('[data-question]').dataset.question] ?? 'unknown';
    const value = told === 'youngest' ? options[options.indexOf('date') - 1] : told;
    const choice = root.querySelector(`[name=answer][value="${value}"]`);
    if (!choice) throw new Error(`${value} is not among ${options}`);
    choice.click();
    root.querySelector('[data-next]').click();
  }
}"""

ORDINARY: Mapping[str, str] = {
    "my_number_card": "held",
    "registration": "registered",
    "e_certificate": "valid",
    "birth_date": "youngest",
    "gate": "none",
    "care_needs": "none",
    "has": "none",
}
"""Somebody under 70 whose card is registered and who holds no paper."""


@dataclass(frozen=True)
class Visitor:
    """One person at one page."""

    page: Page
    address: str

    def open(self, insurer: str) -> None:
        """Open an insurer's checker, freshly."""
        self.page.goto(f"{self.address}/check/{insurer}/index.html")

    def without_python(self) -> None:
        """Be somebody who saves data, to whom Python is only offered; for pages opened from now on."""
        self.page.add_init_script("Object.defineProperty(navigator, 'connection', { value: { saveData: true } })")

    @property
    def question(self) -> str | None:
        """The name of the question that stands in the page, if one does."""
        name: str | None = self._of_root("root.querySelector('[data-question]')?.dataset.question ?? null")
        return name

    @property
    def state(self) -> str:
        """What the root says of itself."""
        return str(self._of_root("root.dataset.state"))

    @property
    def decision(self) -> Any:  # noqa: ANN401 - JSON
        """The decision that the page shows."""
        return self._of_root("root.decision")

    @property
    def documents(self) -> str:
        """What the result says will be issued."""
        return str(self._of_root("root.querySelector('[data-result]').dataset.document"))

    @property
    def heading(self) -> str:
        """The first heading of the checker itself."""
        return self.page.inner_text("[data-checker] h1")

    def choose(self, *values: str) -> None:
        """Choose these values of the question that stands there; `youngest` is the last band of a date."""
        for value in values:
            wanted = self._last_band() if value == "youngest" else value
            self.page.check(f'[data-question] input[name="answer"][value="{wanted}"]')

    def answer(self, *values: str) -> None:
        """Choose and go on."""
        self.choose(*values)
        self.go_on()

    def go_on(self) -> None:
        """Press the button below a question."""
        self.page.click("[data-next]")
        wait_until(self.page, _WHOLE)

    def walk(self, answers: Mapping[str, str | tuple[str, ...]], until: str | None = None) -> list[str]:
        """Answer what is asked, 「わからない」 where nothing is told, up to the result or a question.

        Returns the questions that were asked.
        """
        asked: list[str] = []
        while (name := self.question) is not None and name != until:
            assert len(asked) < _MOST_PAGES, f"still asking after {asked}"
            asked.append(name)
            told = answers.get(name, "unknown")
            self.answer(*((told,) if isinstance(told, str) else told))
        return asked

    def rush(self, answers: Mapping[str, str]) -> None:
        """Walk to the result in one step of the page, faster than by hand; 「わからない」 where nothing is told."""
        self.page.evaluate(_RUSH, [dict(answers), _MOST_PAGES])

    def wait_for_python(self) -> None:
        """Wait until Python has derived the answer that is shown."""
        wait_until(self.page, "document.querySelector('[data-checker]').dataset.engine === 'python'", 60)

    def _last_band(self) -> str:
        values: list[str] = self._of_root("[...root.querySelectorAll('[name=answer]')].map((one) => one.value)")
        return values[values.index("date") - 1]

    def _of_root(self, expression: str) -> Any:  # noqa: ANN401 - JSON
        return self.page.evaluate(
            f"(() => {{ const root = document.querySelector('[data-checker]'); return {expression}; }})()"
        )
