"""Cells as conditions that an author could write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.engine.compiling.space import DAY, ChoiceVariable, DateVariable, DayVariable, MemberVariable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from checker.engine.compiling.space import Space, Variable

__all__ = ["in_conditions"]


def in_conditions(space: Space, cells: Mapping[int, Sequence[int]], on_date: date) -> Iterator[str]:
    """For each variable its cells as a condition; days that are counted from a date are those of ``on_date``."""
    for number, own in sorted(cells.items()):
        yield f"{space.variables[number].fact}: {_condition(space.variables[number], own, on_date)}"


def _condition(variable: Variable, cells: Sequence[int], on_date: date) -> str:
    match variable:
        case ChoiceVariable(_, groups):
            return _list([value or "(not said)" for cell in cells for value in groups[cell]])
        case MemberVariable(_, members):
            return f"{{{'any' if 1 in cells else 'none'}: {_list(members)}}}"
        case DayVariable(_, days):
            return " or ".join(_stretches([None, *days], [*days, None], cells))
        case DateVariable():
            bounds = variable.bounds(on_date)
            starts = [None, *bounds]
            inside = [start or (bounds[0] - DAY if bounds else on_date) for start in starts]
            kept = [n for n, day in enumerate(inside) if variable.cell_of_date(day, on_date) in cells]
            stated = _stretches(starts, [*bounds, None], kept)
            return " or ".join([*(["not stated"] if 0 in cells else []), *stated])


def _stretches(starts: Sequence[date | None], ends: Sequence[date | None], kept: Sequence[int]) -> Iterator[str]:
    """Stretches of days that follow each other, told as one; ``ends``: the day after the last of each."""
    first: date | None = None
    for place, number in enumerate(kept):
        if place == 0 or kept[place - 1] != number - 1:
            first = starts[number]
        if place + 1 == len(kept) or kept[place + 1] != number + 1:
            end = ends[number]
            told = [f"from: {first}"] if first else []
            told += [f"until: {end - DAY}"] if end else []
            yield f"{{{', '.join(told)}}}" if told else "stated"


def _list(values: Sequence[str]) -> str:
    return f"[{', '.join(values)}]"
