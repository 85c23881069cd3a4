"""What servers and crawlers are told, in the files that they look for: `robots.txt` and `_headers`.

A host that reads no `_headers` needs the same by its own means; docs/maintainers/hosting.md says how.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from checker.pages.addresses.sitemap import INDEX, sitemap_files
from checker.pages.assets import SharedFile

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from checker.pages.making import Making

__all__ = ["HEADERS", "ROBOTS", "served_files"]

ROBOTS, HEADERS = "robots.txt", "_headers"

_WITHOUT_ADDRESS = "# There is no list of pages: `site_url` was not set when this site was built.\n"
_RULES = """\
# Every page may be read. What others show in frames (v1/) asks to be left out of indexes, which only its readers see.
User-agent: *
Disallow:
"""

_SHOWN_BY_OTHERS = (
    ("Access-Control-Allow-Origin", "*"),
    ("Cross-Origin-Resource-Policy", "cross-origin"),
    ("Cross-Origin-Embedder-Policy", "require-corp"),
)
"""For pages of others that ask each frame and script for permission. A frame there needs the last one too, and so does
the script that runs Python in it; all that we load is our own, so it forbids us nothing."""

_SENT = {
    "*": (("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "no-referrer")),
    "v1/*": _SHOWN_BY_OTHERS,
    "assets/*": (*_SHOWN_BY_OTHERS, ("Cache-Control", "public, max-age=31536000, immutable")),
}
"""Headers by path. All that stands in assets/ has a hash of its content in its name, so it never changes."""


def served_files(addresses: Collection[str], making: Making) -> Iterator[SharedFile]:
    """Yield what a site has beside its pages, whose `addresses` these are; a copy for a folder has none of it."""
    if making.assets.copy:
        return
    site_url = making.assets.site_url
    if site_url:
        yield from sitemap_files(addresses, making.library, site_url)
    lists = f"\nSitemap: {site_url}{INDEX}\n" if site_url else f"\n{_WITHOUT_ADDRESS}"
    yield SharedFile(ROBOTS, (_RULES + lists).encode())
    yield SharedFile(HEADERS, _headers(urlsplit(site_url).path or "/").encode())


def _headers(root: str) -> str:
    """Return the file in the form that several hosts read; where two paths fit, both hold."""
    rules = (
        "".join((f"{root}{path}\n", *(f"  {name}: {told}\n" for name, told in sent))) for path, sent in _SENT.items()
    )
    return "\n".join(rules)
