"""The decision table of each insurer: what it weighs on the way to a visitor, and what it is made of."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from checker.authoring import load_library
from checker.build.bench.brotli import brotli
from checker.build.bench.row import Row
from checker.build.table import make_table
from checker.engine import compile_rulebook
from checker.pages.clock import build_day

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from checker.authoring import Insurer

__all__ = ["measure"]

_KB = 1000


def measure(root: Path, say: Callable[[str], None]) -> list[Row]:
    """Return a row for each insurer, its table made today."""
    say("decision tables")
    return [_row(insurer) for insurer in load_library(root).insurers.values()]


def _row(insurer: Insurer) -> Row:
    table = make_table(compile_rulebook(insurer.rulebook), build_day())
    text = json.dumps(table, ensure_ascii=False, separators=(",", ":")).encode()
    cells = sum(len(set(variable["cells"])) for variable in table["variables"])
    made_of = (
        f"{len(table['diagrams'])} diagrams, {len(table['nodes'])} nodes, "
        f"{cells} cells of {len(table['variables'])} variables, {len(text) / _KB:.0f} KB as text"
    )
    return Row(f"table of {insurer.id}, brotli", len(brotli(text)) / _KB, "KB", 8.0, made_of)
