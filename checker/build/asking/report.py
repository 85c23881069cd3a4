"""How long the interviews of an insurer are: as they are shipped, beside the order as written and the exact optimum."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.build.asking.adaptive import optimum
from checker.build.asking.coming import visit
from checker.build.asking.fixed import best_order, written_order
from checker.build.asking.walk import in_order, walked

if TYPE_CHECKING:
    from datetime import date

    from checker.build.asking.walk import Length
    from checker.engine import Compiled
    from checker.engine.rules.questions import Errand

__all__ = ["Lengths", "Told", "lengths"]


@dataclass(frozen=True, slots=True)
class Lengths:
    """Pages after the errand's own, under one order, under the order as written, and under the best of strategies.

    ``best`` is None where there are too many states to find it.
    """

    order: tuple[str, ...]
    shipped: Length
    written: Length
    best: Length | None

    @property
    def ratio(self) -> float | None:
        """The mean as a multiple of the optimum's."""
        if self.best is None:
            return None
        return self.shipped.mean / self.best.mean if self.best.mean else 1.0


@dataclass(frozen=True, slots=True)
class Told:
    """One errand at one insurer: with the gate, and with every question on a page of its own.

    ``first``: pages of the errand's own, which come before all orders.
    """

    insurer: str
    errand: str
    first: tuple[str, ...]
    gated: Lengths
    single: Lengths


def lengths(book: Compiled, on_date: date) -> list[Told]:
    """The lengths of every errand, for those who come on a day."""
    return [
        Told(
            book.rulebook.insurer,
            errand.id,
            errand.first,
            gated=_lengths(book, errand, on_date, gated=True),
            single=_lengths(book, errand, on_date, gated=False),
        )
        for errand in book.rulebook.questions.errands
    ]


def _lengths(book: Compiled, errand: Errand, on_date: date, *, gated: bool) -> Lengths:
    with book.diagrams.scratch():
        coming = visit(book, errand, on_date, gated=gated)
        order = best_order(coming)
        shipped, written = (walked(coming, in_order(coming, one)) for one in (order, written_order(coming)))
        return Lengths(order, shipped, written, optimum(coming))
