"""The last click of a walk through the questions, from the finger's leaving the button to the answer on the screen.

The finger has rested on the button as long as fingers do, so its touching down is no part of it. It ends with the
first frame that has the answer in it, of which everything that the screen can hold is drawn then; what lies below is
drawn in the frame after, whose time stands beside the row. The page makes the answer when something is chosen, before
the click; whoever clicks in the same moment waits for that too, and has rows without a budget. Two peers stand beside
each row: the click of an empty page, and one that only puts the answer's elements into the same page again.

The wall's time has in it what the machine does beside the page, which with one program too many is more than all that
the page does. So the same click is also measured in processor time of the page's own thread, on a processor that is
not slowed, and that is taken as often as a phone is slower. In it is neither the wait for the screen's next turn nor
what other threads do with the frame: it says what the page costs, and the wall's time what somebody waits.

The budget is that of the table, so it is held against visitors who save data, for whom Python does not start by itself.
What others see, while Python starts beside the page on the processor of this machine, stands there too.
"""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from checker.build.bench.row import Row
from checker.build.bench.slow_phone import SLOWER, slow_phone

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from checker.build.bench.server import Served
    from checker.build.bench.slow_phone import Phone, Press
    from checker.build.bench.thread_time import Work

__all__ = ["last_click"]

_MOST_PAGES = 16
_PAUSE_MS = 300
"""From the finger on a choice to the finger on the button, for somebody quick."""

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
_TAKE_OUT = """() => {
  const root = document.querySelector('[data-checker]');
  const answer = [...root.childNodes];
  const button = document.createElement('button');
  button.dataset.next = '';
  button.onclick = (event) => { event.stopPropagation(); root.replaceChildren(...answer); };
  root.replaceChildren(button);
}"""
_SAVES_DATA = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })"


@dataclass(frozen=True)
class _Visitor:
    name: str
    answers: Mapping[str, str]
    budget: float | None = None
    """Milliseconds."""
    saves_data: bool = True
    at_once: bool = False
    """Clicks in the moment of the choice."""


_VISITORS = (
    _Visitor("ordinary person", _ORDINARY, budget=50),
    _Visitor("nothing known", _KNOWS_NOTHING, budget=50),
    _Visitor("ordinary person, choosing and clicking at once", _ORDINARY, at_once=True),
    _Visitor("nothing known, choosing and clicking at once", _KNOWS_NOTHING, at_once=True),
    _Visitor("while Python starts", _ORDINARY, saves_data=False),
)


@dataclass(frozen=True)
class _Walk:
    last: Press
    others: list[Press]
    again: Press
    """Puts in the elements of the answer, and does nothing else."""


def last_click(site: Served, pages: Sequence[str], empty: str, say: Callable[[str], None]) -> Iterator[Row]:
    """Yield the rows of each kind of visitor, the median over the pages; `empty` is the page to press beside them."""
    for visitor in _VISITORS:
        say(f"last click to answer, {visitor.name}, {len(pages)} insurers")
        walks = [_walked(site.address + page, visitor) for page in pages]
        empties = [_pressed_once(site.address + empty) for _ in pages]
        last, between = [walk.last for walk in walks], [press for walk in walks for press in walk.others]
        told = (
            f"with what lies below the screen {median(press.whole for press in last):.0f}; "
            f"an empty page's click {_took(empties):.0f}; the answer's elements alone "
            f"{_took([walk.again for walk in walks]):.0f}; to a next question {_took(between):.0f}"
        )
        yield Row(f"last click to answer, {visitor.name}", _took(last), "ms", visitor.budget, told)
        if visitor.budget is not None:
            yield _row_of_work(visitor, [_traced(site.address + page, visitor) for page in pages])


def _row_of_work(visitor: _Visitor, works: Sequence[Work]) -> Row:
    def slowed(part: str) -> float:
        return median(float(getattr(work, part)) for work in works) * SLOWER

    parts = ", ".join(f"{part} {slowed(part):.0f}" for part in ("script", "style", "layout", "frame"))
    told = f"processor time of the page's thread, {SLOWER} times: {parts}"
    return Row(f"work of the last click, {visitor.name}", slowed("total"), "ms", visitor.budget, told)


def _took(presses: Sequence[Press]) -> float:
    return median(press.took for press in presses)


def _pressed_once(address: str) -> Press:
    with slow_phone() as phone:
        phone.open(address)
        return phone.press_next()


def _walked(address: str, visitor: _Visitor) -> _Walk:
    """Answer what is asked, 「わからない」 where nothing is told, up to the result."""
    with slow_phone() as phone:
        choices = _choices(phone, address, visitor)
        presses = [phone.press_next(choice if visitor.at_once else None) for choice in choices]
        phone.page.evaluate(_TAKE_OUT)
        return _Walk(presses.pop(), presses, phone.press_next())


def _traced(address: str, visitor: _Visitor) -> Work:
    """Walk the same way on a processor that is not slowed, and return the work of the last click."""
    with slow_phone(slower=1) as phone:
        works = [phone.work_of_next() for _ in _choices(phone, address, visitor)]
        return works[-1]


def _choices(phone: Phone, address: str, visitor: _Visitor) -> Iterator[str]:
    """Open a page and yield each choice, made already unless the click is to come with it, until the result stands."""
    if visitor.saves_data:
        phone.page.add_init_script(_SAVES_DATA)
    phone.open(address)
    for _ in range(_MOST_PAGES):
        choice = _choice(phone, visitor.answers)
        if not visitor.at_once:
            phone.page.check(choice)
            phone.page.wait_for_timeout(_PAUSE_MS)
        yield choice
        if phone.page.get_attribute("[data-checker]", "data-state") == "result":
            return
    raise RuntimeError(f"{address}: no answer after {_MOST_PAGES} questions")


def _choice(phone: Phone, answers: Mapping[str, str]) -> str:
    """Return the selector of what this visitor chooses."""
    name = phone.page.get_attribute("[data-question]", "data-question")
    values: list[str] = phone.page.eval_on_selector_all("[name=answer]", "all => all.map((one) => one.value)")
    wanted = answers.get(str(name), "unknown")
    value = values[values.index("date") - 1] if wanted == "youngest" else wanted
    return f'[name="answer"][value="{value}"]'
