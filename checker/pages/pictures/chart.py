"""From a field to the smallest chart: which question comes where, which answers share a branch, and where they lead.

Every branch may go its own way; a question stands in a chart once, wherever it is reached from. Knows ids, no words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from checker.pages.pictures.search import Plan, Search

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.pages.pictures.field import Field
    from checker.pages.pictures.topics import Seen

__all__ = ["MOST", "Branch", "Chart", "Question", "charts_of"]

MOST = 40
"""Questions count twice, branches once; what is larger does not stand on one sheet of paper in a size to be read."""


@dataclass(frozen=True, slots=True)
class Branch:
    """The cells that lead on the same way: to the question at a place of the chart, or to what is told."""

    cells: tuple[int, ...]
    to: int | Seen


@dataclass(frozen=True, slots=True)
class Question:
    """A fact, by one of its variables; or by several of a list: then cell 1 is that any of them holds."""

    fact: str
    variables: tuple[int, ...]
    branches: tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """The questions in the order of drawing, the first of all first; each leads only to later ones.

    `only`: the chart is for those whose cell of a variable is one of these.
    """

    questions: tuple[Question, ...]
    only: tuple[int, tuple[int, ...]] | None = None


def charts_of(field: Field) -> list[Chart]:
    """Return one chart, or several where one would be too large: for different people, together for all."""
    search = Search(field)
    size, _ = search.best(field.top)
    if size <= MOST:
        return [_chart(search, field.top)]
    parts = min(_split(search, field), key=lambda plan: _largest(search, plan), default=None)
    if parts is None:
        return [_chart(search, field.top)]
    (variable,) = parts.variables
    return [_chart(search, top, (variable, cells)) for cells, top in parts.groups]


def _split(search: Search, field: Field) -> Iterator[Plan]:
    """Yield the ways to make several charts of one."""
    for plan in search.plans(field.top):
        if plan.fact in field.topic.split_by and len(plan.groups) > 1 and len(plan.variables) == 1:
            yield plan


def _largest(search: Search, plan: Plan) -> int:
    return max(search.best(top)[0] for _, top in plan.groups)


def _chart(search: Search, top: int, only: tuple[int, tuple[int, ...]] | None = None) -> Chart:
    tops = _in_order(search, search.settled(top))
    places = {n: place for place, n in enumerate(tops)}
    return Chart(tuple(_question(search, n, places) for n in tops), only)


def _in_order(search: Search, top: int) -> list[int]:
    """The questions: each before all that it leads to, and the longest way from it directly after it."""
    done: dict[int, None] = {}

    def go(n: int) -> None:
        if n < 0 or n in done:
            return
        latest_first = search.children(n)[::-1]
        latest_first.sort(key=lambda child: search.best(child)[0])
        for child in latest_first:
            go(child)
        done[n] = None

    go(top)
    return list(reversed(done))


def _question(search: Search, n: int, places: dict[int, int]) -> Question:
    """The branches in the order of the answers; that which leads straight down comes last."""
    plan = search.plan(n)
    branches = [Branch(cells, _target(search, search.settled(child), places)) for cells, child in plan.groups]
    branches.sort(key=lambda branch: branch.to == places[n] + 1)
    return Question(plan.fact, plan.variables, tuple(branches))


def _target(search: Search, n: int, places: dict[int, int]) -> int | Seen:
    return places[n] if n >= 0 else cast("Seen", search.diagrams.value(n))
