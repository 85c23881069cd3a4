"""The benchmark's rows as a table for a terminal, as Markdown and as JSON, and whether every budget is kept.

Knows nothing of how anything was measured. A value that is missing misses its budget: what was not measured was not
kept.
"""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING

from checker.build.bench.row import Row

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

__all__ = ["MISSED", "OK", "exit_status", "failure", "table", "verdict", "write_report"]

OK, MISSED, UNBOUND = "ok", "MISSED", "-"
_HEAD = ("what", "value", "unit", "budget", "verdict", "beside it")
_RIGHT = (1, 3)
"""Columns of numbers."""


def verdict(row: Row) -> str:
    """Return whether a row keeps its budget; without a budget only a failed measurement is a fault."""
    if math.isnan(row.value):
        return MISSED
    if row.budget is None:
        return UNBOUND
    return OK if row.value <= row.budget else MISSED


def exit_status(rows: Sequence[Row]) -> int:
    """Return 1 if a budget is missed, or if nothing was measured at all."""
    return int(not rows or any(verdict(row) == MISSED for row in rows))


def failure(group: str, error: Exception) -> Row:
    """Return the row of a group that could not be measured."""
    first = str(error).strip().partition("\n")[0]
    return Row(f"{group}: could not be measured", math.nan, "", None, f"{type(error).__name__}: {first}")


def table(rows: Sequence[Row]) -> str:
    """Return aligned lines for a terminal."""
    lines = [_HEAD, *map(_cells, rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(_HEAD))]
    ruled = [lines[0], tuple("-" * width for width in widths), *lines[1:]]
    return "\n".join(_aligned(line, widths) for line in ruled)


def write_report(rows: Sequence[Row], about: Mapping[str, str], folder: Path) -> None:
    """Write bench.json and bench.md; `about` says on what and when it was measured."""
    folder.mkdir(parents=True, exist_ok=True)
    found = [{**row._asdict(), "value": _json(row.value), "verdict": verdict(row)} for row in rows]
    text = json.dumps({"about": dict(about), "rows": found}, ensure_ascii=False, indent=2)
    (folder / "bench.json").write_text(f"{text}\n", encoding="utf-8")
    (folder / "bench.md").write_text(_markdown(rows, about), encoding="utf-8")


def _markdown(rows: Sequence[Row], about: Mapping[str, str]) -> str:
    rule = ["---:" if column in _RIGHT else "---" for column in range(len(_HEAD))]
    lines = [_HEAD, rule, *([cell.replace("|", "\\|") for cell in _cells(row)] for row in rows)]
    told = "\n".join(f"- {name}: {value}" for name, value in about.items())
    return "\n".join(["# Benchmark", "", told, "", *(f"| {' | '.join(line)} |" for line in lines), ""])


def _cells(row: Row) -> tuple[str, ...]:
    budget = "" if row.budget is None else f"<= {_number(row.budget)}"
    return (row.name, _number(row.value), row.unit, budget, verdict(row), row.peer)


def _aligned(line: Sequence[str], widths: Sequence[int]) -> str:
    cells = [
        cell.rjust(width) if column in _RIGHT else cell.ljust(width)
        for column, (cell, width) in enumerate(zip(line, widths, strict=True))
    ]
    return "  ".join(cells).rstrip()


def _number(value: float) -> str:
    """Return three telling digits, and never fewer than stand before the point."""
    if math.isnan(value):
        return "none"
    if value == int(value):
        return f"{int(value):,}"
    digits = max(0, 2 - math.floor(math.log10(abs(value))))
    return f"{value:,.{digits}f}"


def _json(value: float) -> float | None:
    return None if math.isnan(value) else value
