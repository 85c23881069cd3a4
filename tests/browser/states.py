"""Every kind of page of the checker and around it, one after the other, for tests that look at all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browser.visitor import ORDINARY
from browser.watch import wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from browser.visitor import Visitor

__all__ = ["AROUND", "kinds_of_pages", "pages_around"]

AROUND = (
    "index.html",
    "check/index.html",
    "insurers/index.html",
    "insurers/designated-city/index.html",
    "sources/index.html",
    "accessibility/index.html",
    "404.html",
)
_DESK = {"errand": "at_desk", "reader": "fault", "brings": "my_number_card"}


def kinds_of_pages(visitor: Visitor) -> Iterator[str]:
    """Lead the visitor through the checker, and yield the name of what stands there, each time it is another kind."""
    visitor.open("gamagori")
    yield "first question"
    visitor.go_on()
    yield "error"
    visitor.page.click("[data-open-panel] >> visible=true")
    yield "panel"
    visitor.walk({"errand": "which_document", **ORDINARY}, until="birth_date")
    visitor.choose("date")
    yield "date"
    visitor.go_on()
    yield "date missing"
    visitor.walk(ORDINARY, until="gate")
    yield "checkboxes"
    visitor.walk(ORDINARY)
    yield "answer"
    visitor.page.click("[data-sheet]")
    yield "sheet"
    visitor.open("gamagori")
    visitor.walk({"errand": "lost"})
    yield "open answers"
    visitor.open("gamagori")
    visitor.walk({"errand": "not_card", **ORDINARY})
    yield "refused"
    visitor.open("gamagori")
    visitor.walk(_DESK, until="my_number_card")
    yield "desk"
    visitor.answer("none")
    yield "contradiction"
    visitor.open("kiyose")
    visitor.answer("which_document")
    visitor.walk({}, until="birth_date")
    visitor.choose(_oldest(visitor))
    visitor.go_on()
    visitor.walk({})
    yield "out of scope"
    for language in ("en", "ja-easy"):
        visitor.open("gamagori")
        visitor.page.click(f'[data-language="{language}"]')
        wait_until(visitor.page, f"document.querySelector('[data-language={language}]').ariaCurrent === 'true'")
        yield f"first question, {language}"
        visitor.walk({"errand": "which_document", **ORDINARY}, until="gate")
        yield f"checkboxes, {language}"
        visitor.walk({**ORDINARY, "gate": "unknown"})
        yield f"answer, {language}"


def pages_around(visitor: Visitor) -> Iterator[str]:
    """Open every kind of page that is no checker, and yield its address."""
    for address in AROUND:
        visitor.page.goto(f"{visitor.address}/{address}")
        yield address
        if address == "check/index.html":
            visitor.go_on()
            yield f"{address}, error"


def _oldest(visitor: Visitor) -> str:
    values: list[str] = visitor.page.evaluate("[...document.querySelectorAll('[name=answer]')].map((one) => one.value)")
    return values[0]
