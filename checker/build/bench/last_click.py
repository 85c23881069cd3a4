"""The last click of a walk through the questions, from the finger to the answer on the screen, by the table alone.

Python loads beside it from the first answer on, as it does for a visitor.
"""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

from checker.build.bench.row import Row
from checker.build.bench.slow_phone import slow_phone

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from checker.build.bench.server import Served
    from checker.build.bench.slow_phone import Phone, Press

__all__ = ["last_click"]

_MOST_PAGES = 16

_ORDINARY: Mapping[str, str] = {
    "errand": "which_document",
    "my_number_card": "held",
    "registration": "registered",
    "e_certificate": "valid",
    "birth_date": "youngest",
    "care_needs": "none",
    "has": "none",
}
_VISITORS: Mapping[str, Mapping[str, str]] = {
    "ordinary person": _ORDINARY,
    "nothing known": {"errand": "which_document"},
}


def last_click(site: Served, pages: Sequence[str], empty: str, say: Callable[[str], None]) -> Iterator[Row]:
    """Yield a row for each kind of visitor, the median over the pages; `empty` is the page to press beside them."""
    for who, answers in _VISITORS.items():
        say(f"last click to answer, {who}, {len(pages)} insurers")
        last, between, beside = [], [], []
        for page in pages:
            beside.append(_pressed_once(site.address + empty))
            *others, press = _walked(site.address + page, answers)
            last.append(press)
            between += others
        told = (
            f"an empty page's click {_took(beside):.0f}; to a next question {_took(between):.0f}; "
            f"the thread's own: script {median(one.script for one in last):.0f}, "
            f"style and layout {median(one.drawing for one in last):.0f}"
        )
        yield Row(f"last click to answer, {who}", _took(last), "ms", 50, told)


def _took(presses: Sequence[Press]) -> float:
    return median(press.took for press in presses)


def _pressed_once(address: str) -> Press:
    with slow_phone() as phone:
        phone.open(address)
        return phone.press_next()


def _walked(address: str, answers: Mapping[str, str]) -> list[Press]:
    """Answer what is asked, 「わからない」 where nothing is told, up to the result."""
    presses: list[Press] = []
    with slow_phone() as phone:
        phone.open(address)
        while len(presses) < _MOST_PAGES:
            _choose(phone, answers)
            presses.append(phone.press_next())
            if phone.page.get_attribute("[data-checker]", "data-state") == "result":
                return presses
    raise RuntimeError(f"{address}: no answer after {_MOST_PAGES} questions")


def _choose(phone: Phone, answers: Mapping[str, str]) -> None:
    name = phone.page.get_attribute("[data-question]", "data-question")
    values: list[str] = phone.page.eval_on_selector_all("[name=answer]", "all => all.map((one) => one.value)")
    wanted = answers.get(str(name), "unknown")
    value = values[values.index("date") - 1] if wanted == "youngest" else wanted
    phone.page.check(f'[name="answer"][value="{value}"]')
