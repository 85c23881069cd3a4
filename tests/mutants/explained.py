"""Mutants that no case can catch, or need not, each with the reason: `explained.yaml`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from mutants.mutations import Mutant

__all__ = ["ROWS", "explained", "gone"]

ROWS: list[dict[str, str]] = yaml.safe_load(Path(__file__).with_name("explained.yaml").read_text(encoding="utf-8"))


def explained(insurer: str, mutant: Mutant) -> str:
    """Return why a mutant of an insurer's rulebook survives; "" where nobody has said it."""
    same = (row["why"] for row in ROWS if _key(row) == (insurer, mutant.rule, mutant.what))
    return next(same, "")


def gone(insurer: str, survivors: list[Mutant]) -> list[str]:
    """Return the rows of an insurer that explain none of the mutants that survived."""
    left = {(insurer, one.rule, one.what) for one in survivors}
    return [f"rule {row['rule']}: {row['what']}" for row in ROWS if row["insurer"] == insurer and _key(row) not in left]


def _key(row: dict[str, str]) -> tuple[str, str, str]:
    return row["insurer"], row["rule"], row["what"]
