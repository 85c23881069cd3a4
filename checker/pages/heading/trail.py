"""The way down to a page from the home page: each step's name and its address in every language.

Machines read it in the page's head, people above its heading: from here both have the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.authoring.ruby import plain
from checker.pages.heading.changed import insurer_of
from checker.pages.html import Html, el

if TYPE_CHECKING:
    from checker.authoring import Library
    from checker.pages.heading.described import Described
    from checker.pages.here import Here

__all__ = ["HOME", "shown_trail", "trail"]

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
    return [(plain(name), address) for name, address in (*_above(at, library), (page.title, at))]


def shown_trail(here: Here, library: Library) -> Html:
    """Return the steps above a page as links, in one row; its own heading is the last.

    Nothing where the home page alone is above it: the way home stands on every page.
    """
    steps = _above(here.page, library)
    if len(steps) == 1:
        return Html()
    links = (el("li", el("a", name, href=here.to(address))) for name, address in steps)
    return el("nav", el("ol", *links), class_="sn-trail", aria_label=library.words["pages.trail"])


def _above(at: str, library: Library) -> list[tuple[str, str]]:
    words, parts = library.words, at.split("/")
    steps = [(words["ui.app"], HOME)]
    if len(parts) > 2 and parts[0] in _LISTS:  # noqa: PLR2004 - a folder, one below it, and the page
        steps.append((words[_LISTS[parts[0]]], f"{parts[0]}/index.html"))
    own = insurer_of(at, library)
    if own and len(parts) > 3:  # noqa: PLR2004 - a page below the insurer's
        steps.append((library.insurers[own].short, f"{parts[0]}/{own}/index.html"))
    return steps
