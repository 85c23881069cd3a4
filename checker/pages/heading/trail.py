"""The way down to a page from the home page: each step's name and its address in every language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.authoring.ruby import plain
from checker.pages.heading.changed import insurer_of

if TYPE_CHECKING:
    from checker.authoring import Library
    from checker.pages.heading.described import Described

__all__ = ["HOME", "trail"]

HOME = "index.html"

_LISTS = {
    "check": "choose.title",
    "documents": "guides.documents_title",
    "insurers": "pages.insurers_title",
    "situations": "guides.situations_title",
    "sources": "pages.sources_title",
}
"""Folders whose own page lists what stands below it, and what that page is called."""


def trail(page: Described, library: Library) -> list[tuple[str, str]]:
    """Return the steps from the home page to this one, which is the last."""
    at = page.here.page
    if at == HOME:
        return []
    words, parts = library.words, at.split("/")
    steps = [(words["ui.app"], HOME)]
    if len(parts) > 2 and parts[0] in _LISTS:  # noqa: PLR2004 - a folder, one below it, and the page
        steps.append((words[_LISTS[parts[0]]], f"{parts[0]}/index.html"))
    own = insurer_of(at, library)
    if own and len(parts) > 3:  # noqa: PLR2004 - a page below the insurer's
        steps.append((library.insurers[own].name, f"{parts[0]}/{own}/index.html"))
    return [(plain(name), address) for name, address in (*steps, (page.title, at))]
