"""Which questions matter, the slow way: every situation is written down with its answer, and the rows are compared."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any

from engine.answers import answer_of
from engine.completions import LEFT_OUT, options

from checker.engine import decide

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from checker.engine import Compiled
    from checker.engine.rules.questions import Question

__all__ = ["NOBODY", "Row", "answers_of", "matter", "possible", "situations"]

Facts = dict[str, Any]
Row = tuple[dict[str, str], frozenset[str]]
"""The values of what is open, as text, and the answers that are possible there: one, or none where nobody can be."""

NOBODY: frozenset[str] = frozenset()


def situations(compiled: Compiled, facts: Facts, opened: Sequence[Question], closed: Sequence[str]) -> list[Row]:
    """Return every situation of a person: all that may be asked, and all that nobody can tell, turned out somehow.

    A question without meaning is left out, whatever the row says of it.
    """
    names = [*(question.fact for question in opened), *closed]
    values = [[*_values(compiled, name, facts["on_date"])] for name in names]
    rows = []
    known: dict[str, frozenset[str]] = {}
    for chosen in product(*values):
        row = dict(zip(names, chosen, strict=True))
        told = {**facts, **_meant(row, facts, opened)}
        told = {name: value for name, value in told.items() if value is not LEFT_OUT}
        if str(told) not in known:
            decision = decide(compiled, told)
            known[str(told)] = (
                NOBODY if decision["status"] == "contradiction" else frozenset((str(answer_of(decision)),))
            )
        rows.append(({name: str(value) for name, value in row.items()}, known[str(told)]))
    return rows


def _values(compiled: Compiled, name: str, day: str) -> Iterable[Any]:
    """Return a value for each class of a fact, and none for who leaves it out, as far as that is allowed."""
    if all(variable.fact != name for variable in compiled.space.variables):
        return [LEFT_OUT]
    found = options(compiled, name, day)
    allowed = not compiled.rulebook.by_fact[name].unknown and compiled.rulebook.by_fact[name].kind == "date"
    return [LEFT_OUT, *(value for value in found if value is not LEFT_OUT)] if allowed else found


def _meant(row: Facts, facts: Facts, opened: Sequence[Question]) -> Facts:
    told: Facts = dict(row)
    for question in opened:
        if question.after is not None:
            fact, values = question.after
            said = {**facts, **told}.get(fact)
            if set(values).isdisjoint(said if isinstance(said, list) else [said]):
                told[question.fact] = LEFT_OUT
    return told


def answers_of(rows: Iterable[Row]) -> frozenset[str]:
    """Return every answer that is possible in these rows."""
    return frozenset().union(*(answers for _, answers in rows))


def matter(rows: Sequence[Row], opened: Sequence[Question], closed: Sequence[str]) -> list[str]:
    """Return the questions without which the answer, or what is possible, could not be told any more."""
    if len(answers_of(rows)) <= 1:
        return []
    views = [list(rows), possible(rows, closed)]
    kept = []
    for question in reversed(opened):
        fewer = [_without(view, question.fact) for view in views]
        if None in fewer:
            kept.append(question.fact)
        else:
            views = [view for view in fewer if view is not None]
    return kept[::-1]


def possible(rows: Sequence[Row], closed: Sequence[str]) -> list[Row]:
    """Return the rows without what nobody can tell: all answers that are possible, whatever that is."""
    return [(dict(values), answers_of(group)) for values, group in _grouped(rows, closed)]


def _without(rows: Sequence[Row], name: str) -> list[Row] | None:
    """Return the rows without a question; None if rows would become one whose answers differ."""
    found = []
    for values, group in _grouped(rows, [name]):
        answers = {answers for _, answers in group if answers}
        if len(answers) > 1:
            return None
        found.append((dict(values), answers.pop() if answers else NOBODY))
    return found


def _grouped(rows: Sequence[Row], names: Sequence[str]) -> list[tuple[tuple[tuple[str, str], ...], list[Row]]]:
    groups: dict[tuple[tuple[str, str], ...], list[Row]] = {}
    for row in rows:
        groups.setdefault(tuple((name, value) for name, value in row[0].items() if name not in names), []).append(row)
    return list(groups.items())
