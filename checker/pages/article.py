"""A page in the site's common shell, as a value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.pages.here import Here
    from checker.pages.html import Html

__all__ = ["Article"]


@dataclass(frozen=True)
class Article:
    """`here` says where it stands and in which language; `panel` is the panel on delivery, which every page has.

    Texts carry their readings as marks, which the page loses or shows when it is written. `script` is the one that the
    page has beside those of all pages, by its name among the assets; `frames` lets it show other pages of the site;
    `feed` is the feed that tells of its changes, from the site's root.
    """

    here: Here
    title: str
    description: str
    body: Html
    panel: Html
    script: str = ""
    frames: bool = False
    feed: str = ""

    @property
    def address(self) -> str:
        """Where it stands, from the site's root; it ends in index.html."""
        return self.here.address
