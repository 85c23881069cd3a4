"""The decision table of one insurer: the compiled diagrams as JSON, for the page's own JavaScript.

It answers before Python has come, with the same diagrams. It holds no sensitive fact (those keep to their default) and
no day before ``from``. Cells that no diagram of the table tells apart are one cell. The form:

- ``facts``: how facts are read (as in the rulebook's own JSON)
- ``questions``: what is asked, as in the rulebook's own JSON without the shares; ``orders``: in which order, by errand
- ``variables``: what the numbers of cells mean, see `_variable`
- ``nodes``: ``[variable, child, child, …]``; a child from 0 on is a node, -1 is the first of ``values``, -2 the second
- ``apart``: impossibilities that hold dates against each other, as pairs of which the first lies before the second; the
  diagram of that name, ``apart:ID``, says where the rest of it holds
- ``diagrams``: the top of each diagram by its name; ``values``: what can come out
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from checker.build.asking import best_orders
from checker.engine.compiling.apart import rows_apart
from checker.engine.compiling.reaches import Reaches
from checker.engine.compiling.space import ChoiceVariable, DateVariable, DayVariable, MemberVariable

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from checker.engine import Compiled
    from checker.engine.asking.interview import Orders
    from checker.engine.compiling.space import Variable
    from checker.engine.rules.questions import Questions

__all__ = ["FORMAT", "make_table"]

FORMAT = 2


def make_table(
    book: Compiled, from_day: date, orders: Callable[[Compiled, date], Orders] = best_orders
) -> dict[str, Any]:
    """The table of a compiled rulebook for ``from_day`` and all days after it; ``orders``: how questions get theirs."""
    rulebook, diagrams = book.rulebook, book.diagrams
    sensitive = {fact.id: fact.default for fact in rulebook.facts if fact.sensitive}
    kept = _kept_cells(book, from_day, sensitive)
    tops = {name: diagrams.restrict(top, kept) for name, top in _named(book).items()}
    order = list(dict.fromkeys(n for top in tops.values() for n in diagrams.reachable(top)))
    nodes = [n for n in order if n >= 0]
    values = [n for n in order if n < 0]
    numbers = {n: place for place, n in enumerate(nodes)} | {n: ~place for place, n in enumerate(values)}
    used = sorted({diagrams.nodes[n][0] for n in nodes})
    merged = {v: _merged([diagrams.nodes[n] for n in nodes if diagrams.nodes[n][0] == v]) for v in used}
    places = {v: place for place, v in enumerate(used)}
    return {
        "format": FORMAT,
        "insurer": rulebook.insurer,
        "rulebook": rulebook.version,
        "from": from_day.isoformat(),
        "facts": [fact.to_json() for fact in rulebook.facts if fact.id not in sensitive],
        "questions": _questions(rulebook.questions),
        "orders": {errand: list(order) for errand, order in orders(book, from_day).items()},
        "variables": [_variable(book.space.variables[v], merged[v], from_day) for v in used],
        "nodes": [_node(diagrams.nodes[n], places, merged, numbers) for n in nodes],
        "values": [_value(diagrams.value(n)) for n in values],
        "diagrams": {name: numbers[top] for name, top in tops.items()},
        "apart": {row.id: [list(pair) for pair in row.pairs] for row in rows_apart(rulebook)},
        "covers": {name: list(items) for name, items in rulebook.covers.items()},
        "fallback": dict(rulebook.fallback),
        "named": {
            **{row.id: _named_row(row.facts, row.message, "") for row in rulebook.impossible},
            **{row.id: _named_row(row.facts, row.message, row.procedure, row.passages) for row in rulebook.scope},
        },
    }


def _named_row(facts: Sequence[str], message: str, procedure: str, passages: Sequence[str] = ()) -> dict[str, Any]:
    own = {"passages": list(passages)} if passages else {}
    return {"facts": list(facts), "message": message, "procedure": procedure, **own}


def _named(book: Compiled) -> dict[str, int]:
    """Every diagram that the page needs, by name."""
    return {
        "impossible": book.sets["impossible"],
        "scope": book.sets["scope"],
        "usable": book.usable,
        **book.full,
        **{f"warnings:{name}": diagram for name, diagram in book.warnings.items()},
        **{f"held:{name}": diagram for name, diagram in book.held.items()},
        **{f"apart:{row.id}": Reaches(book).diagram(row.rest) for row in rows_apart(book.rulebook)},
        **{f"meant:{name}": diagram for name, diagram in book.meant.items()},
    }


def _questions(questions: Questions) -> dict[str, Any]:
    """The questions without their shares: those are for the order, which is made."""
    asked = tuple(replace(question, shares=()) for question in questions.asked)
    return replace(questions, asked=asked).to_json()


def _kept_cells(book: Compiled, from_day: date, sensitive: Mapping[str, str]) -> dict[int, list[int]]:
    """The cells that the table keeps: days to come, and the defaults of sensitive facts, which are named with them."""
    kept: dict[int, list[int]] = {}
    for number, variable in enumerate(book.space.variables):
        if variable.fact in sensitive:
            kept[number] = variable.cells(sensitive[variable.fact], from_day)
        elif isinstance(variable, DayVariable):
            kept[number] = list(range(variable.cells("", from_day)[0], variable.size))
    return kept


def _merged(rows: Sequence[tuple[int, tuple[int, ...]]]) -> list[int]:
    """For each cell of a variable the number of its class: cells with the same children everywhere are one class."""
    classes: dict[tuple[int, ...], int] = {}
    columns = zip(*(children for _, children in rows), strict=True)
    return [classes.setdefault(column, len(classes)) for column in columns]


def _node(
    node: tuple[int, tuple[int, ...]],
    places: dict[int, int],
    merged: dict[int, list[int]],
    numbers: dict[int, int],
) -> list[int]:
    variable, children = node
    classes = dict(zip(merged[variable], children, strict=True))
    return [places[variable], *(numbers[classes[c]] for c in range(len(classes)))]


def _variable(variable: Variable, merged: list[int], from_day: date) -> dict[str, Any]:
    """What the cells of a variable mean; ``cells`` maps its own numbering to the classes of the table."""
    match variable:
        case DayVariable(fact, days):
            first = variable.cells("", from_day)[0]
            later = [day.isoformat() for day in days[first:]]
            return {"fact": fact, "kind": "day", "days": later, "cells": merged[first:]}
        case ChoiceVariable(fact, groups):
            return {"fact": fact, "kind": "choice", "groups": [list(group) for group in groups], "cells": merged}
        case MemberVariable(fact, members):
            return {"fact": fact, "kind": "list", "members": list(members), "cells": merged}
        case DateVariable(fact, days, shifts, everyone):
            return {
                "fact": fact,
                "kind": "date",
                "days": [day.isoformat() for day in days],
                "shifts": [[list(step) for step in shift.steps] for shift in shifts],
                "everyone": everyone,
                "cells": merged,
            }


def _value(value: object) -> Any:  # noqa: ANN401 - whatever a diagram holds, as JSON
    if isinstance(value, tuple):
        return list(value)
    return json.loads(value) if isinstance(value, str) and (value[:1] in "{[" or value == "null") else value
