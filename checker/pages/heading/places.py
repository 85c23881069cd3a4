"""Addresses of pages as others may keep them, in each language; nothing absolute without the site's own address."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.authoring.languages import FIRST
from checker.pages.here import Here

if TYPE_CHECKING:
    from collections.abc import Collection

__all__ = ["TAGS", "Place", "address_of"]

TAGS = {FIRST: "ja", "en": "en"}
"""By which tag search engines know a language.

Easy Japanese has none: they take a language, a script and a region, and two pages of one tag would cancel each other.
So its pages stand for themselves, and no page is told to be theirs in another language.
"""


def address_of(site_url: str, page: str) -> str:
    """Return the one address under which a page is kept: that of its folder; "" where the site has no address."""
    return site_url + page.removesuffix("index.html") if site_url else ""


@dataclass(frozen=True)
class Place:
    """Where a page stands among others; `languages` are all in which it is there, at the address of `here` in each."""

    here: Here
    languages: Collection[str]
    site_url: str

    @property
    def address(self) -> str:
        """The page's own address; "" without a site's."""
        return address_of(self.site_url, self.here.address)

    def alternates(self) -> dict[str, str]:
        """Return the addresses of the page in all languages by their tags, its own too, and for anybody else.

        Empty where there is nothing to choose from, or where the page is none that a tag names.
        """
        tagged = {TAGS[language]: self._in(language) for language in self.languages if language in TAGS}
        if not self.site_url or self.here.language not in TAGS or len(tagged) < len(TAGS):
            return {}
        return {**tagged, "x-default": self._in(FIRST)}

    def _in(self, language: str) -> str:
        return address_of(self.site_url, Here(self.here.page, language).address)
