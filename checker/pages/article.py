"""A page in the site's common shell, as a value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.pages.html import Html

__all__ = ["Article"]


@dataclass(frozen=True)
class Article:
    """`address` is relative to the site's root and ends in index.html.

    `panel` is the panel on delivery and on what is shown, which every page has.
    """

    address: str
    title: str
    description: str
    body: Html
    panel: Html
