"""What can be found, from all pages of one language: sections, whose address may hold the place of an insurer's id.

Pages of different insurers have sections of the same kind under the same address but for the id, so that equal ones can
be stored once. Takes whatever pages there are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.pages.here import FOLDERS, here_at
from checker.pages.passages import is_discreet
from checker.pages.searching.sections import read_sections

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

__all__ = ["ANY", "Found", "SearchedPage", "gather"]

ANY = "{}"
"""What stands for the insurer's id in addresses and anchors."""


@dataclass(frozen=True)
class SearchedPage:
    """A page as it was made: its address from the site's root, and the markup that is its own."""

    address: str
    markup: str


@dataclass(frozen=True)
class Found:
    """A section that can be found; `insurer` is None where the page is nobody's own.

    `folder` is that of the pages of its language. `title` is that of the page, "" on an insurer's. `trail`, `name` and
    `lines` are those of `sections.Section`.
    """

    page: str
    folder: str
    anchor: str
    insurer: str | None
    title: str
    trail: tuple[str, ...]
    name: str
    lines: tuple[str, ...]

    @property
    def said(self) -> tuple[str, ...]:
        """Everything that it says."""
        return (self.title, *self.trail, self.name, *self.lines)


def gather(pages: Iterable[SearchedPage], insurers: Collection[str]) -> Iterator[Found]:
    """Yield the sections of the pages; `insurers` are the ids by which an insurer's own pages are known.

    A part that stands on every page, under the id of an insurer, is found on that insurer's own page only. What may not
    stand in the open is left out.
    """
    for page in pages:
        steps = page.address.split("/")
        own = next((step for step in steps if step in insurers), None)
        address = "/".join(ANY if step == own else step for step in steps)
        for section in read_sections(page.markup):
            whose, anchor = _whose(section.anchor, insurers)
            if whose not in {None, own}:
                continue
            lines = tuple(line for line in section.lines if is_discreet(line))
            yield Found(
                address,
                FOLDERS[here_at(page.address).language],
                anchor,
                own,
                "" if own else section.title,
                section.trail,
                section.name,
                lines,
            )


def _whose(anchor: str, insurers: Collection[str]) -> tuple[str | None, str]:
    """Return the insurer whose id stands in an anchor, and the anchor without it."""
    for one in insurers:
        found = re.subn(rf"(?<![a-z0-9]){re.escape(one)}(?![a-z0-9])", ANY, anchor)
        if found[1]:
            return one, found[0]
    return None, anchor
