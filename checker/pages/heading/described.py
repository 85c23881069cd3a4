"""A page as its head tells of it, whoever writes the page: where it stands, its texts, when it last changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.authoring.languages import FIRST
from checker.authoring.ruby import plain

if TYPE_CHECKING:
    from collections.abc import Collection

    from checker.pages.article import Article
    from checker.pages.here import Here

__all__ = ["Described", "described"]


@dataclass(frozen=True)
class Described:
    """Texts carry no readings; `feed` is from the site's root.

    `languages`: those in which the page is there. A checker is one page for all of them, and arrives in the first.
    """

    here: Here
    title: str
    description: str
    languages: Collection[str] = (FIRST,)
    feed: str = ""


def described(article: Article, languages: Collection[str], description: str) -> Described:
    """Return what a head needs of a page in the common shell; `description` is that of pages without one."""
    says = plain(article.description or description)
    return Described(article.here, plain(article.title), says, languages, article.feed)
