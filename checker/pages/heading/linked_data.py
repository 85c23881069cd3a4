"""What a page is, in the words of schema.org, as JSON-LD: a block of data that no browser runs.

Says only what is so: not whose service something is, since this site is no insurer's, and no publisher unless somebody
is named who runs it. Without a site's address nothing has one, and the way down to a page is left out.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from checker.authoring.ruby import plain
from checker.pages.heading.changed import insurer_of, last_change
from checker.pages.heading.places import TAGS, address_of
from checker.pages.heading.trail import HOME, trail
from checker.pages.here import Here
from checker.pages.html import Html, el
from checker.pages.insurer_lists import OTHER
from checker.pages.open_data.files import LICENCE, data_version

if TYPE_CHECKING:
    from checker.pages.heading.described import Described
    from checker.pages.making import Making

__all__ = ["linked_data"]

_Node = dict[str, Any]

_CONTEXT = "https://schema.org"

_LISTS = frozenset({"documents/index.html", "insurers/index.html", "situations/index.html", "sources/index.html"})
_TYPES = {"about/index.html": "AboutPage", **dict.fromkeys(_LISTS, "CollectionPage")}
"""What a page is, where schema.org has a closer word than that for any page."""

_DATA = "data/index.html"
_LICENCES = {"MIT": "https://spdx.org/licenses/MIT.html"}


def linked_data(page: Described, making: Making) -> Html:
    """Return the block."""
    nodes = [_page(page, making)]
    if page.here.page == HOME:
        nodes.append(_site(page, making))
    elif making.assets.site_url:
        nodes.append(_way(page, making))
    if page.here.page == _DATA:
        nodes.append(_data(page, making))
    text = json.dumps({"@context": _CONTEXT, "@graph": nodes}, ensure_ascii=False, separators=(",", ":"))
    return el("script", Html(text.replace("<", "\\u003c")), type="application/ld+json")


def _page(page: Described, making: Making) -> _Node:
    address = _address(page.here, making)
    changed = last_change(page.here.page, making.library)
    return _told(
        {
            "@type": _TYPES.get(page.here.page, "WebPage"),
            "@id": address,
            "url": address,
            "name": page.title,
            "description": page.description,
            "inLanguage": page.here.language.partition("-")[0],
            "dateModified": changed.isoformat() if changed else "",
            "isBasedOn": _source(page, making),
            "publisher": _publisher(making),
        }
    )


def _source(page: Described, making: Making) -> _Node | None:
    """Return the document that an insurer's page was read from, by its title; the document itself is not ours."""
    library = making.library
    name = insurer_of(page.here.page, library)
    if name in ("", OTHER) or library.insurers[name].status != "published":
        return None
    return {"@type": "CreativeWork", "name": plain(library.insurers[name].source.title)}


def _publisher(making: Making) -> _Node | None:
    operator = making.assets.operator
    return {"@type": "Organization", "name": operator} if operator else None


def _site(page: Described, making: Making) -> _Node:
    return _told(
        {
            "@type": "WebSite",
            "url": address_of(making.assets.site_url, HOME),
            "name": plain(making.library.words["ui.app"]),
            "description": page.description,
            "inLanguage": sorted(set(TAGS.values())),
            "publisher": _publisher(making),
        }
    )


def _way(page: Described, making: Making) -> _Node:
    steps = trail(page, making.library)
    items = [
        {"@type": "ListItem", "position": place, "name": name, "item": _address(Here(at, page.here.language), making)}
        for place, (name, at) in enumerate(steps, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _data(page: Described, making: Making) -> _Node:
    address = _address(page.here, making)
    changed = last_change(_DATA, making.library)
    file = {
        "@type": "DataDownload",
        "encodingFormat": "application/json",
        "contentUrl": f"{making.assets.site_url}data/index.json",
    }
    return _told(
        {
            "@type": "Dataset",
            "@id": f"{address}#data" if address else "",
            "url": address,
            "name": page.title,
            "description": page.description,
            "license": _LICENCES[LICENCE],
            "version": data_version(making.library),
            "dateModified": changed.isoformat() if changed else "",
            "isAccessibleForFree": True,
            "creator": _publisher(making),
            "distribution": [file] if making.assets.site_url else [],
        }
    )


def _address(here: Here, making: Making) -> str:
    return address_of(making.assets.site_url, here.address)


def _told(node: _Node) -> _Node:
    return {key: value for key, value in node.items() if value not in ("", None, [])}
