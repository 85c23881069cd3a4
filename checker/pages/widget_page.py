"""An insurer's checker for the pages of others: what stands at `check/<id>/`, without the way to the rest of the site.

It shares that page's part of the insurer and all its files. Its address is promised to stay. Whatever leads elsewhere
opens outside of the frame; only another insurer's checker opens in it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.pages.checker_page import UP, document
from checker.pages.html import Html, el

if TYPE_CHECKING:
    from checker.pages.checker_page import Drawn
    from checker.pages.making import Making

__all__ = ["render"]

_LINK = re.compile(r'<a (?=[^>]*href="(?!#|tel:))(?![^>]*data-(?:opens|leave))')


def render(drawn: Drawn, making: Making) -> str:
    """Return the page that stands at `v1/<id>/index.html`."""
    parts, assets = drawn.parts, making.assets
    around = {**parts, "bar": parts["widget_bar"], "foot": parts["widget_foot"]}
    robots = el("meta", name="robots", content="noindex")
    style = el("link", rel="stylesheet", href=UP + assets.widget_style)
    feed = el("link", rel="alternate", type="application/feed+json", href="changes.json")
    page = document(around, drawn.content, making, UP, ("checker", "widget"), robots, style, feed, data=drawn.data)
    return outward(page)


def outward(markup: str) -> Html:
    """Return the markup with every link that leads elsewhere opening outside of the frame."""
    return Html(_LINK.sub('<a target="_blank" rel="noopener" ', markup))
