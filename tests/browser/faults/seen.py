"""What a visitor sees where something is broken: an answer, or whom to ask; never a page that stays without a word."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from browser.visitor import ORDINARY, Visitor
from browser.watch import wait_until

from checker.authoring import load_library

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["LIBRARY", "PHONE", "Guest", "words"]

LIBRARY = load_library(Path(__file__).resolve().parents[3])
PHONE = "042-497-2047"
"""Kiyose's office, as its document states it."""

_SILENCE_MS = 31_000
"""A little more than the page waits for a sign of life from Python."""


def words(name: str) -> str:
    """Return one of the sentences of the screens."""
    return LIBRARY.words[f"ui.{name}"]


@dataclass(frozen=True)
class Guest(Visitor):
    """A visitor of Kiyose's checker to whom something happens."""

    def arrive(self, query: str = "") -> None:
        """Open the page."""
        self.page.goto(f"{self.address}/check/kiyose/index.html{query}")

    def get_answer(self, told: Mapping[str, str] = ORDINARY) -> None:
        """Answer what is asked until the result stands there."""
        self.walk({"errand": "which_document", **told})
        self.sees_answer()

    def sees_answer(self) -> None:
        """The ordinary person's answer stands there, with its act first and whom to call."""
        assert self.state == "result"
        assert self.documents == "eligibility_notice"
        assert self.heading
        assert PHONE in self.page.inner_text('[data-part="contact"]')

    def is_told_that_python_is_missing(self) -> None:
        """The answer is the table's, and one quiet line says that nobody looked a second time."""
        wait_until(self.page, "document.querySelector('[data-opinion]').textContent", 40)
        assert self.page.inner_text("[data-opinion]") == words("python_unavailable")
        assert self.page.get_attribute("[data-checker]", "data-engine") == "table"
        self.sees_answer()

    def waits_in_vain(self) -> None:
        """Let the time pass after which the page gives Python up; needs `page.clock.install()` before the visit."""
        assert self.page.inner_text("[data-opinion]") == ""
        self.page.clock.fast_forward(_SILENCE_MS)

    def sees_whom_to_ask(self) -> None:
        """No answer: the page says so, and whom to ask."""
        assert self.state == "error"
        assert self.heading == LIBRARY.words["acts.error"]
        assert words("error_text") in self.page.inner_text("[data-checker]")
        assert PHONE in self.page.inner_text("[data-contact] >> visible=true")
