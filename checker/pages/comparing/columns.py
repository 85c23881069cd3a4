"""Which insurers stand beside each other, and what their columns are called."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from checker.pages.insurer_lists import OTHER

if TYPE_CHECKING:
    from checker.authoring import Insurer, Library

__all__ = ["columns"]


def columns(library: Library) -> dict[str, Insurer]:
    """Return the insurers that answer, by the names of their columns; the one for all others is the last.

    A column has the short name, or the whole one where others have the same short one: there are towns of one name. If
    others have that too, the id stands behind it.
    """
    shown = [one for one in library.insurers.values() if one.status == "published" and one.id != OTHER]
    times = Counter(name for one in shown for name in {one.short, one.name})
    named = {next(name for name in _names(one) if times[name] < 2): one for one in shown}  # noqa: PLR2004 - its own
    return {**named, library.words["pages.other_insurer"]: library.insurers[OTHER]}


def _names(insurer: Insurer) -> tuple[str, str, str]:
    return insurer.short, insurer.name, f"{insurer.name} ({insurer.id})"
