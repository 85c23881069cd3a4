"""Facts as JSON Lines in, a decision for each line out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.commands.answering import answer_lines, prepare_lines
from checker.engine import decide

if TYPE_CHECKING:
    import argparse

__all__ = ["prepare", "run"]

prepare = prepare_lines


def run(arguments: argparse.Namespace) -> int:
    """Decide line by line; 1 if a line could not be read."""
    return answer_lines(arguments, decide)
