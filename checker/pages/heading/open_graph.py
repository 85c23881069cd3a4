"""What somebody sees who is sent a page's address: Open Graph, as far as it can be said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.authoring.ruby import plain
from checker.pages.heading.places import address_of
from checker.pages.heading.trail import HOME
from checker.pages.html import Html, el, join

if TYPE_CHECKING:
    from checker.pages.heading.described import Described
    from checker.pages.making import Making

__all__ = ["LOCALES", "open_graph"]

LOCALES = {"ja": "ja_JP", "ja-easy": "ja_JP", "en": "en_US"}
"""What those who read Open Graph call our languages; English is that of no country, and this is its usual name."""


def open_graph(page: Described, making: Making) -> Html:
    """Return the page's own lines; an address is absolute or not told."""
    assets, locale = making.assets, LOCALES[page.here.language]
    others = sorted({LOCALES[language] for language in page.languages} - {locale})
    told = [
        ("title", page.title),
        ("description", page.description),
        ("type", "website" if page.here.page == HOME else "article"),
        ("site_name", plain(making.library.words["ui.app"])),
        ("locale", locale),
        *(("locale:alternate", other) for other in others),
        ("url", address_of(assets.site_url, page.here.address)),
        *_image(making),
    ]
    return join(*(el("meta", property=f"og:{name}", content=said) for name, said in told if said))


def _image(making: Making) -> list[tuple[str, str]]:
    """Return the picture that stands for every page: the site's name on its colour, and nothing that could be wrong."""
    if not making.assets.site_url:
        return []
    return [
        ("image", f"{making.assets.site_url}shared.png"),
        ("image:type", "image/png"),
        ("image:width", "1200"),
        ("image:height", "630"),
        ("image:alt", plain(making.library.words["ui.app"])),
    ]
