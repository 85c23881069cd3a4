"""The last click of a walk through the questions, from the finger to the answer on the screen.

The budget is that of the table, so it is held against visitors who save data, for whom Python does not start by itself.
What others see, while Python starts beside the page on the processor of this machine, stands there too.
"""

from __future__ import annotations

from dataclasses import dataclass
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
    "gate": "none",
    "registration": "registered",
    "e_certificate": "valid",
    "birth_date": "youngest",
    "care_needs": "none",
    "has": "none",
}
_KNOWS_NOTHING: Mapping[str, str] = {"errand": "which_document"}
_SAVES_DATA = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })"


@dataclass(frozen=True)
class _Visitor:
    name: str
    answers: Mapping[str, str]
    saves_data: bool
    budget: float | None
    """Milliseconds."""


_VISITORS = (
    _Visitor("ordinary person", _ORDINARY, saves_data=True, budget=50),
    _Visitor("nothing known", _KNOWS_NOTHING, saves_data=True, budget=50),
    _Visitor("while Python starts", _ORDINARY, saves_data=False, budget=None),
)


def last_click(site: Served, pages: Sequence[str], empty: str, say: Callable[[str], None]) -> Iterator[Row]:
    """Yield a row for each kind of visitor, the median over the pages; `empty` is the page to press beside them."""
    for visitor in _VISITORS:
        say(f"last click to answer, {visitor.name}, {len(pages)} insurers")
        last, between, beside = [], [], []
        for page in pages:
            beside.append(_pressed_once(site.address + empty))
            *others, press = _walked(site.address + page, visitor)
            last.append(press)
            between += others
        told = (
            f"an empty page's click {_took(beside):.0f}; to a next question {_took(between):.0f}; "
            f"the thread's own: script {median(one.script for one in last):.0f}, "
            f"style and layout {median(one.drawing for one in last):.0f}"
        )
        yield Row(f"last click to answer, {visitor.name}", _took(last), "ms", visitor.budget, told)


def _took(presses: Sequence[Press]) -> float:
    return median(press.took for press in presses)


def _pressed_once(address: str) -> Press:
    with slow_phone() as phone:
        phone.open(address)
        return phone.press_next()


def _walked(address: str, visitor: _Visitor) -> list[Press]:
    """Answer what is asked, 「わからない」 where nothing is told, up to the result."""
    presses: list[Press] = []
    with slow_phone() as phone:
        if visitor.saves_data:
            phone.page.add_init_script(_SAVES_DATA)
        phone.open(address)
        while len(presses) < _MOST_PAGES:
            _choose(phone, visitor.answers)
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
