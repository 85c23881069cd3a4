"""The small project of `diff`'s tests, made whole: its one stored passage has the fingerprint of a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from authoring.diff.towns import TOWN, towns

if TYPE_CHECKING:
    from pathlib import Path

    from authoring.trees import Tree

__all__ = ["whole_towns"]


def whole_towns(root: Path) -> Tree:
    """Write the files; they can be used as they are."""
    tree = towns(root)
    tree.change(TOWN, "says: 言うこと}", f"says: 言うこと, fingerprint: {'0f' * 32}}}")
    return tree
