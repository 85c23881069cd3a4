"""The orders that an insurer's table ships."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.build.asking.coming import visit
from checker.build.asking.fixed import best_order
from checker.engine.rules.questions import Errand

if TYPE_CHECKING:
    from datetime import date

    from checker.engine import Compiled
    from checker.engine.asking.interview import Orders

__all__ = ["best_orders"]


def best_orders(book: Compiled, on_date: date) -> Orders:
    """The best order for each errand on a day; "" has that of all who set nothing, and of those who have no other."""
    found: Orders = {}
    for errand in (Errand(""), *book.rulebook.questions.errands):
        with book.diagrams.scratch():
            order = best_order(visit(book, errand, on_date))
        if order != found.get(""):
            found[errand.id] = order
    return found
