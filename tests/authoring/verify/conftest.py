"""A small project, to be broken."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from authoring.trees import INSURER, small_tree
from authoring.verify.broken import DAY, Broken, known

from checker.authoring import load_library
from checker.authoring.verify import verify

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def before(tmp_path_factory: pytest.TempPathFactory) -> frozenset[tuple[str, str, str]]:
    """Return the flaws that a project with one insurer has."""
    tree = small_tree(tmp_path_factory.mktemp("whole"))
    found = verify(load_library(tree.root), tree.root, DAY)
    assert all(flaw.file != INSURER for flaw in found), "only what is there for other insurers' sake"
    return frozenset(map(known, found))


@pytest.fixture
def broken(tmp_path: Path, before: frozenset[tuple[str, str, str]]) -> Broken:
    return Broken(small_tree(tmp_path), before)
