"""Which insurers stand beside each other, and what their columns are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.pages.insurer_lists import OTHER

if TYPE_CHECKING:
    from checker.authoring import Insurer, Library

__all__ = ["columns"]


def columns(library: Library) -> dict[str, Insurer]:
    """Return the insurers that answer, by the names of their columns; the one for all others is the last."""
    shown = [one for one in library.insurers.values() if one.status == "published" and one.id != OTHER]
    named = {one.short: one for one in shown}
    return {**named, library.words["pages.other_insurer"]: library.insurers[OTHER]}
