"""The orders that an insurer's table ships."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.build.asking.coming import visit
from checker.build.asking.fixed import best_order, written_order
from checker.engine.rules.questions import Errand

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from checker.build.asking.visit import Visit
    from checker.engine import Compiled
    from checker.engine.asking.interview import Orders

__all__ = ["best_orders", "written_orders"]


def best_orders(book: Compiled, on_date: date) -> Orders:
    """The best order for each errand on a day; "" has that of all who set nothing, and of those who have no other."""
    return _orders(book, on_date, best_order)


def written_orders(book: Compiled, on_date: date) -> Orders:
    """The orders in which questions are written down, found at once; in the same form."""
    return _orders(book, on_date, written_order)


def _orders(book: Compiled, on_date: date, order_of: Callable[[Visit], tuple[str, ...]]) -> Orders:
    found: Orders = {}
    for errand in (Errand(""), *book.rulebook.questions.errands):
        with book.diagrams.scratch():
            order = order_of(visit(book, errand, on_date))
        if order != found.get(""):
            found[errand.id] = order
    return found
