"""Sheets for the reception desk, as tests make and read them."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

from browser.visitor import ORDINARY
from browser.watch import wait_until
from playwright.sync_api import PdfMargins

if TYPE_CHECKING:
    from collections.abc import Mapping

    from browser.visitor import Visitor
    from playwright.sync_api import Page

__all__ = [
    "ANY_READER",
    "AT_DESK",
    "CANCELS",
    "LANGUAGES",
    "NEEDS_HELP",
    "NOTHING_KNOWN",
    "pages_of",
    "printed",
    "speak",
    "take",
    "text",
    "today",
    "ways",
]

LANGUAGES = ("ja", "ja-easy", "en")

ANY_READER: Mapping[str, str] = {"errand": "which_document", **ORDINARY}
NOTHING_KNOWN: Mapping[str, str] = {"errand": "lost"}
CANCELS: Mapping[str, str] = {"errand": "cancel", **ORDINARY}
NEEDS_HELP: Mapping[str, str | tuple[str, ...]] = {
    **ANY_READER,
    "gate": "care_needs=companion",
    "has": "eligibility_notice",
}
AT_DESK: Mapping[str, str | tuple[str, ...]] = {
    "errand": "at_desk",
    **ORDINARY,
    "reader": "fault",
    "brings": ("my_number_card", "smartphone"),
    "has": "eligibility_notice",
}
_LOOK = """(half) => {
  const root = document.querySelector(`.sheet:not([hidden]) ${half}`);
  for (const reading of root.querySelectorAll('rt, rp')) reading.remove();
  return root.innerText;
}"""


def take(visitor: Visitor, insurer: str, answers: Mapping[str, Any], language: str = "ja") -> Page:
    """Walk to an answer and open its sheet."""
    visitor.open(insurer)
    visitor.walk(answers)
    speak(visitor.page, language)
    visitor.page.click("[data-sheet]")
    return visitor.page


def speak(page: Page, language: str) -> None:
    """Change the language of the page; nothing happens where it speaks it already."""
    page.evaluate("(language) => document.querySelector(`[data-language='${language}']`).click()", language)
    wait_until(page, f"document.querySelector('[data-language={language}]').ariaCurrent === 'true'")


def text(page: Page, half: str) -> str:
    """The text of one half, without readings."""
    told: str = page.evaluate(_LOOK, f'[data-half="{half}"]')
    return told


def ways(page: Page) -> list[list[str]]:
    """What the card says to show together."""
    told: list[str] = page.evaluate("[...document.querySelectorAll('.sheet [data-way]')].map((one) => one.dataset.way)")
    return [one.split() for one in told]


def printed(page: Page) -> int:
    """How many pages of A4 come out of a printer that leaves 10 mm at each side."""
    margin = PdfMargins(top="10mm", right="10mm", bottom="10mm", left="10mm")
    return pages_of(page.pdf(format="A4", margin=margin))


def pages_of(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def today() -> str:
    return datetime.now(UTC).astimezone(timezone(timedelta(hours=9))).strftime("%Y年%-m月%-d日")
