"""Facts as JSON Lines in, for each line the smallest changes that give another answer out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.commands.answering import answer_lines, prepare_lines
from checker.engine.otherwise.nearest import nearest

if TYPE_CHECKING:
    import argparse

__all__ = ["prepare", "run"]

prepare = prepare_lines


def run(arguments: argparse.Namespace) -> int:
    """Search line by line; 1 if a line could not be read."""
    return answer_lines(arguments, nearest)
