"""When what a page tells last changed, as far as the record of changes says: no other day is known, so none is told.

What rests on every insurer's rules changes with any of them; plain texts have no day.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.pages.insurer_lists import OTHER

if TYPE_CHECKING:
    from datetime import date

    from checker.authoring import Library

__all__ = ["insurer_of", "last_change"]

_OF_ONE = frozenset({"check", "insurers", "sources", "v1"})
"""Folders that hold a folder for each insurer, by its id."""

_OF_ALL = frozenset(
    "check comparison contradictions data documents facility insurers silence situations sources".split()
)
"""Folders of pages that are made from the rules of all insurers."""


def insurer_of(page: str, library: Library) -> str:
    """Return the id of the insurer whose page stands at this address in every language; "" where it is none's."""
    folder, _, rest = page.partition("/")
    name = rest.partition("/")[0]
    return name if folder in _OF_ONE and name in library.insurers else ""


def last_change(page: str, library: Library) -> date | None:
    """Return the day on which answers changed that the page shows; None where no record speaks of it."""
    if own := insurer_of(page, library):
        days = [entry.on for name in (own, OTHER) for entry in library.changes.get(name, ())[:1]]
    elif page.partition("/")[0] in _OF_ALL:
        days = [entry.on for entries in library.changes.values() for entry in entries[:1]]
    else:
        days = []
    return max(days, default=None)
