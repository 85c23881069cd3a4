"""The project's own rulebooks, read and compiled once for all tests that ask for them."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from checker.authoring import load_library
from checker.engine import compile_rulebook

if TYPE_CHECKING:
    from checker.authoring import Library
    from checker.engine import Compiled

__all__ = ["DRAFTS", "INSURERS", "ROOT", "book", "library"]

ROOT = Path(__file__).resolve().parents[1]


def _files() -> dict[str, bool]:
    """Return the ids of the insurers, and whether each is a draft, from one line of their files."""
    texts = {path.stem: path.read_text(encoding="utf-8") for path in (ROOT / "docs" / "insurers").glob("*.yaml")}
    return {name: re.search("^status: draft", texts[name], re.MULTILINE) is not None for name in sorted(texts)}


INSURERS = (*(name for name, is_draft in _files().items() if not is_draft), "other")
"""The ids that tests go through; `tests/engine/test_rulebook.py` holds them to the library."""

DRAFTS = tuple(name for name, is_draft in _files().items() if is_draft)
"""The ids of those whose cases are run while their files are being written."""


@cache
def library() -> Library:
    """Return everything that the project's YAML files say."""
    return load_library(ROOT)


@cache
def book(insurer: str) -> Compiled:
    """Return the compiled rulebook of one insurer, a draft's too."""
    found = load_library(ROOT, drafts=True) if insurer in DRAFTS else library()
    return compile_rulebook(found.insurers[insurer].rulebook)
