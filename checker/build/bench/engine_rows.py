"""Times and memory of the engine as rows: each beside its budget, with all insurers, and how it grows with the rules.

Knows nothing of how anything was measured. Budgets are milliseconds of the processor for one topic, at the insurer that
takes longest. What is measured of several topics at once is divided by them.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import log
from statistics import fmean, median
from typing import TYPE_CHECKING

from checker.build.bench.row import Row

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

__all__ = ["Budget", "Figures", "exponent", "growth_rows", "insurer_rows"]

Figures = dict[str, dict[str, float]]
"""By rulebook, then by what was measured."""


@dataclass(frozen=True, slots=True)
class Budget:
    """The most that is allowed, by Python; nothing for a Python of which the engine's design says nothing."""

    what: str
    topics: int
    most: Mapping[str, float]
    unit: str = "ms"


def insurer_rows(python: str, figures: Figures, budgets: Sequence[Budget], peer: Figures) -> Iterator[Row]:
    """A row for each budget, for the insurer that takes most; ``peer``: the same under another Python."""
    for budget in budgets:
        each = {name: found[budget.what] / budget.topics for name, found in figures.items() if budget.what in found}
        if not each:
            continue
        first, *others = sorted(each, key=lambda name: -each[name])
        told = [first + _beside(peer, first, budget, each[first] * budget.topics)]
        told += [f"{name} {_short(each[name])}" for name in others]
        name = f"{budget.what}, a topic" if budget.topics > 1 else budget.what
        yield Row(f"{name}, {python}", each[first], budget.unit, budget.most.get(python), ", ".join(told))


def _beside(peer: Figures, insurer: str, budget: Budget, whole: float) -> str:
    known = peer.get(insurer, {}).get(budget.what)
    return f" ({whole / known:.1f} times CPython's)" if known else ""


def growth_rows(python: str, by_rules: Mapping[int, Sequence[dict[str, float]]], whats: Mapping[str, str]) -> list[Row]:
    """A row for each measure: the most rules' value, those of fewer rules beside it, and the power that fits best.

    ``by_rules``: by the number of rules, what was measured of several random rulebooks, of which the median counts;
    ``whats``: the measures with their units.
    """
    rows = []
    for what, unit in whats.items():
        middle = {rules: median(one[what] for one in found) for rules, found in by_rules.items() if found}
        *fewer, most = sorted(middle)
        told = ", ".join(f"{rules} rules {_short(middle[rules])}" for rules in fewer)
        power = exponent(middle)
        row = Row(
            f"{what}, {most} random rules, {python}", middle[most], unit, None, f"{told}: about rules^{power:.1f}"
        )
        rows.append(row)
    return rows


def exponent(values: Mapping[int, float]) -> float:
    """The power of the number of rules that fits the values best: least squares over the logarithms of both."""
    points = [(log(rules), log(value)) for rules, value in values.items() if value > 0]
    x, y = (fmean(numbers) for numbers in zip(*points, strict=True))
    return sum((a - x) * (b - y) for a, b in points) / sum((a - x) ** 2 for a, _ in points)


def _short(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"  # noqa: PLR2004 - three digits say enough
