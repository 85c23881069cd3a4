"""The tables as they ship, and the page's own code run on them by Node."""

from __future__ import annotations

import json
import subprocess
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rulebooks import book

from checker.build.table import make_table

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["FROM_DAY", "common", "node", "page_decides", "table"]

FROM_DAY = date(2026, 11, 21)
"""The day on which the tables are built."""

HERE = Path(__file__).parent


@cache
def table(insurer: str) -> dict[str, Any]:
    """Return the table of one insurer, as JSON would give it back."""
    shipped: dict[str, Any] = json.loads(json.dumps(make_table(book(insurer), FROM_DAY)))
    return shipped


def node(script: str, given: str, *arguments: str) -> str:
    """Return what a script of this folder prints for what it is given."""
    done = subprocess.run(
        ["node", str(HERE / script), *arguments], input=given, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def page_decides(shipped: dict[str, Any], people: Iterable[dict[str, Any]], folder: Path) -> list[dict[str, Any]]:
    """Return what the page says of these people, from the table alone."""
    path = folder / "table.json"
    path.write_text(json.dumps(shipped), encoding="utf-8")
    said = node("table_answers.mjs", "".join(f"{json.dumps(facts)}\n" for facts in people), str(path))
    return [json.loads(line) for line in said.splitlines()]


def common(decision: dict[str, Any]) -> dict[str, Any]:
    """Return what both say; only Python gives reasons."""
    return {name: value for name, value in decision.items() if name != "why"}
