"""The head of a page in words: its title and description, where it is kept, in which languages, and what it is.

Without a site's address (`site_url` in mkdocs.yml) nothing absolute is told. A copy that somebody carries about stands
for no page of a site and asks to be left out of indexes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.authoring.ruby import plain
from checker.pages.heading.linked_data import linked_data
from checker.pages.heading.open_graph import open_graph
from checker.pages.heading.places import Place
from checker.pages.heading.trail import HOME
from checker.pages.html import Html, el, join

if TYPE_CHECKING:
    from checker.pages.heading.described import Described
    from checker.pages.making import Making

__all__ = ["about", "head", "title"]


def head(page: Described, making: Making) -> Html:
    """Return all that stands in the head but for styles, scripts and what they may do; `making` speaks its language."""
    return join(title(page, making), about(page, making))


def title(page: Described, making: Making) -> Html:
    """Return the title by which browsers name the page among others."""
    app = plain(making.library.words["ui.app"])
    return el("title", app if page.here.page == HOME else f"{page.title} - {app}")


def about(page: Described, making: Making) -> Html:
    """Return all of the head but the title."""
    feed = page.here.up + page.feed if page.feed else None
    return join(
        el("meta", name="description", content=page.description),
        el("link", rel="alternate", type="application/feed+json", href=feed) if feed else None,
        el("meta", name="robots", content="noindex") if making.assets.copy else _found(page, making),
    )


def _found(page: Described, making: Making) -> Html:
    place = Place(page.here, page.languages, making.assets.site_url)
    return join(
        el("link", rel="canonical", href=place.address) if place.address else None,
        *(el("link", rel="alternate", hreflang=tag, href=address) for tag, address in place.alternates().items()),
        open_graph(page, making),
        linked_data(page, making),
    )
