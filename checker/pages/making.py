"""What every page of one build is made of."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from checker.authoring import Library
    from checker.pages.assets import Assets

__all__ = ["Making"]


@dataclass(frozen=True)
class Making:
    """The library, what the pages load, and the day for which they are made.

    `alone`: a page has no others beside it and no network, so it links to none. `in_haste`: whoever writes the rules
    looks on, so questions keep the order in which they are written down; to find the best takes seconds.
    """

    library: Library
    assets: Assets
    today: date
    alone: bool = False
    in_haste: bool = False

    @property
    def language(self) -> str:
        """The language that the library speaks."""
        return self.library.words.language

    def told_in(self, language: str) -> Making:
        """The same in another language of the library."""
        return replace(self, library=self.library.told_in(language))
