"""The project's own rulebooks, read and compiled once for all tests that ask for them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from checker.authoring import load_library
from checker.engine import compile_rulebook

if TYPE_CHECKING:
    from checker.authoring import Library
    from checker.engine import Compiled

__all__ = ["INSURERS", "ROOT", "book", "library"]

ROOT = Path(__file__).resolve().parents[1]

INSURERS = ("kiyose", "namerikawa", "designated-city", "health-society", "gamagori", "other")
"""The ids that tests go through; `tests/engine/test_rulebook.py` holds them to the library."""


@cache
def library() -> Library:
    """Return everything that the project's YAML files say."""
    return load_library(ROOT)


@cache
def book(insurer: str) -> Compiled:
    """Return the compiled rulebook of one insurer."""
    return compile_rulebook(library().insurers[insurer].rulebook)
