"""The made-up insurers of `features/`, read and compiled in a project of their own, which is never published.

Each has one feature that policies of real insurers have; the made-up text that it follows stands above its cases.
"""

from __future__ import annotations

import atexit
from functools import cache
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import TYPE_CHECKING

from rulebooks import ROOT

from checker.authoring import load_library
from checker.engine import compile_rulebook

if TYPE_CHECKING:
    from checker.authoring import Library
    from checker.engine import Compiled

__all__ = ["FEATURES", "FOLDER", "common_files", "made_up_book", "made_up_library"]

FOLDER = Path(__file__).parent / "features"

FEATURES = tuple(sorted(path.stem for path in FOLDER.glob("*.yaml")))
"""The ids of the made-up insurers, each the name of its feature."""


def common_files(root: Path) -> None:
    """Put the files that all insurers share into another project, but for its other languages."""
    (root / "docs" / "text").mkdir(parents=True)
    for name in ("rules.yaml", "docs/national.yaml", "docs/text/ja.yaml"):
        (root / name).symlink_to(ROOT / name)


@cache
def made_up_library() -> Library:
    """Return the project's common files with the made-up insurers in place of the real ones.

    The files stay till the end: what few look at is read again when somebody does.
    """
    root = Path(mkdtemp())
    atexit.register(rmtree, root)
    common_files(root)
    (root / "docs" / "insurers").symlink_to(FOLDER)
    return load_library(root, draft=True)


@cache
def made_up_book(feature: str) -> Compiled:
    """Return the compiled rulebook of one made-up insurer."""
    return compile_rulebook(made_up_library().insurers[feature].rulebook)
