"""How many pages people are asked on average, as a multiple of the exact optimum under the same constraints."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from checker.authoring import load_library
from checker.build.asking.report import lengths
from checker.build.bench.row import Row
from checker.engine import compile_rulebook
from checker.pages.clock import build_day

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from checker.authoring import Insurer
    from checker.build.asking.report import Lengths

__all__ = ["measure"]

_BUDGET = 1.05


def measure(root: Path, say: Callable[[str], None]) -> list[Row]:
    """Return two rows for each insurer and errand: with the gate, and with every question on a page of its own."""
    say("lengths of the interviews; takes a minute")
    return [row for insurer in load_library(root).insurers.values() for row in _rows(insurer)]


def _rows(insurer: Insurer) -> Iterator[Row]:
    for told in lengths(compile_rulebook(insurer.rulebook), build_day()):
        yield _row(f"pages of {insurer.id}, {told.errand}", told.gated)
        yield _row(f"questions of {insurer.id}, {told.errand}", told.single)


def _row(name: str, found: Lengths) -> Row:
    """Where the optimum is not known, nothing was measured."""
    best = "not known" if found.best is None else f"{found.best.mean:.2f}"
    shipped, written = found.shipped, found.written
    beside = f"mean {shipped.mean:.2f}, at most {shipped.worst}; optimum {best}; as written {written.mean:.2f}"
    return Row(name, math.nan if found.ratio is None else found.ratio, "of the optimum", _BUDGET, beside)
