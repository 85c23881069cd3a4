"""What search engines are told of where the pages are: a list for each language, and one of these lists.

A day is told only where the record of changes has one. Pages that stand on those of others are left out, as they say
themselves. Every page names those of other languages that search engines know as such; easy Japanese has no such name.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from checker.pages.assets import SharedFile
from checker.pages.heading.changed import last_change
from checker.pages.heading.places import Place
from checker.pages.here import FOLDERS, Here, here_at

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from datetime import date

    from checker.authoring import Library

__all__ = ["INDEX", "sitemap_files"]

INDEX = "sitemap.xml"
_MOST = 50_000
"""How many addresses a list may hold."""

_LEFT_OUT = ("v1/", "404.html")
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_XHTML = 'xmlns:xhtml="http://www.w3.org/1999/xhtml"'


def sitemap_files(addresses: Collection[str], library: Library, site_url: str) -> Iterator[SharedFile]:
    """Yield the lists, and the list of lists last; `addresses` are those of all pages, from the site's root."""
    pages: dict[str, list[str]] = {}
    for address in sorted(addresses):
        if not address.startswith(_LEFT_OUT):
            here = here_at(address)
            pages.setdefault(here.page, []).append(here.language)
    days = {page: last_change(page, library) for page in pages}
    parts = []
    for language in FOLDERS:
        listed = [
            Place(Here(page, language), tongues, site_url) for page, tongues in pages.items() if language in tongues
        ]
        for start in range(0, len(listed), _MOST):
            some, part = listed[start : start + _MOST], f"sitemap.{language}.{start // _MOST + 1}.xml"
            newest = max((day for place in some if (day := days[place.here.page])), default=None)
            parts.append(f"<sitemap><loc>{escape(site_url + part)}</loc>{_day(newest)}</sitemap>\n")
            yield _file(part, f"<urlset {_SPACE} {_XHTML}>\n{''.join(_entries(some, days))}</urlset>\n")
    yield _file(INDEX, f"<sitemapindex {_SPACE}>\n{''.join(parts)}</sitemapindex>\n")


def _entries(places: Collection[Place], days: Mapping[str, date | None]) -> Iterator[str]:
    for place in places:
        others = "".join(
            f'<xhtml:link rel="alternate" hreflang="{tag}" href="{escape(address)}"/>'
            for tag, address in place.alternates().items()
        )
        yield f"<url><loc>{escape(place.address)}</loc>{_day(days[place.here.page])}{others}</url>\n"


def _day(day: date | None) -> str:
    return f"<lastmod>{day.isoformat()}</lastmod>" if day else ""


def _file(address: str, content: str) -> SharedFile:
    return SharedFile(address, (_HEAD + content).encode())
