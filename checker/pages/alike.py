"""What is worked out once for all insurers whose rules are alike but for their names, and put under each one's name.

Some 3,300 insurers have far fewer kinds of rules. Whoever writes something that follows from rules and words alone
writes it through here. It may hold an insurer's id only where `renamed` finds it: in front of a passage's name.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Any, TypeVar

from checker.authoring.likeness import shape_of
from checker.pages.html import Html
from checker.pages.own_words import is_marking, marking, spoken

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable
    from datetime import date

    from checker.authoring import Insurer
    from checker.pages.cells import Cells

__all__ = ["forget_all", "known_once", "renamed", "text_once", "written_once"]

_MOST = 4096
_kept: OrderedDict[Hashable, tuple[str, str, Any]] = OrderedDict()
"""By what a text rests on: whose it was first, the text, and what must live as long as the key names it."""

_known: OrderedDict[Hashable, Any] = OrderedDict()
"""The same of what is no text."""

T = TypeVar("T")


def written_once(name: str, cells: Cells, day: date, write: Callable[[], Html]) -> Html:
    """Return what `write` writes with these cells for this day, or what it wrote for an insurer that is alike."""
    insurer, words = cells.wording.insurer, cells.wording.words
    key = (name, day, id(words), shape_of(insurer.rulebook), cells.kind)

    def write_marked() -> Html:
        with marking(insurer):
            return write()

    text = _once(key, insurer, write_marked, words)
    return Html(text if is_marking() else spoken(text, insurer))


def text_once(name: str, insurer: Insurer, day: date | None, make: Callable[[], str]) -> str:
    """Return a text, such as JSON, which `make` makes from rules alone for the first of all that are alike."""
    return _once((name, day, shape_of(insurer.rulebook)), insurer, make, None)


def known_once(name: str, insurer: Insurer, make: Callable[[], T]) -> T:
    """Return what `make` makes from rules alone for the first of all that are alike; it names no insurer."""
    key = name, shape_of(insurer.rulebook)
    if key not in _known:
        _known[key] = make()
        _forget(_known)
    _known.move_to_end(key)
    value: T = _known[key]
    return value


def renamed(text: str, first: str, insurer: str) -> str:
    """Return what was written of the insurer `first` as it is written of another that is alike."""
    for before, after in (('"', "/"), ("/", "/"), ("passage-", "-")):
        text = text.replace(f"{before}{first}{after}", f"{before}{insurer}{after}")
    return text


def forget_all() -> int:
    """Forget what has been written, as before a first insurer; return how many texts that were."""
    number = len(_kept)
    _kept.clear()
    _known.clear()
    return number


def _once(key: Hashable, insurer: Insurer, write: Callable[[], str], living: object) -> str:
    if key not in _kept:
        _kept[key] = insurer.id, write(), living
        _forget(_kept)
    _kept.move_to_end(key)
    first, text, _ = _kept[key]
    return text if first == insurer.id else renamed(text, first, insurer.id)


def _forget(kept: OrderedDict[Any, Any]) -> None:
    while len(kept) > _MOST:
        kept.popitem(last=False)
