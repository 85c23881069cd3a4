"""What can be found, from all pages of one language: sections, whose address may hold the place of an insurer's id.

Pages of different insurers have sections of the same kind under the same address but for the id, so that equal ones are
read and kept once. Takes whatever pages there are.
"""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from hashlib import sha256
from sys import intern
from typing import TYPE_CHECKING

from checker.authoring.ruby import plain
from checker.pages.discretion import is_discreet
from checker.pages.here import FOLDERS, here_at
from checker.pages.searching.sections import read_sections

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["ANY", "Found", "Gathered", "SearchedPage", "gather"]

ANY = "{}"
"""What stands for the insurer's id in addresses and anchors."""

_EDGE = re.compile(r"</?(?:section|details)\b")
_ID = re.compile(r'(?<=id=")[^"]*')
_DASH = re.compile("-")
_LINK = re.compile(r' (?:href|src)="[^"]*"')
"""Where links lead says nothing, and differs where all else is the same."""

_PARTS_KEPT = 2000

_parts_read: OrderedDict[tuple[str, bytes], tuple[Found, ...]] = OrderedDict()
"""The sections of parts read last, by the page's address and the hash of the markup, which is long."""


@dataclass(frozen=True)
class SearchedPage:
    """A page as it was made: its address from the site's root, and the markup that is its own."""

    address: str
    markup: str


@dataclass(frozen=True, slots=True)
class Found:
    """A section that can be found. On an insurer's own page, `{}` stands for the id in `page` and `anchor`.

    `folder` is that of the pages of its language. `title` is that of the page, "" on an insurer's. `trail`, `name` and
    `lines` are those of `sections.Section`.
    """

    page: str
    folder: str
    anchor: str
    title: str
    trail: tuple[str, ...]
    name: str
    lines: tuple[str, ...]

    @property
    def said(self) -> tuple[str, ...]:
        """Everything that it says, without readings."""
        return tuple(map(plain, (self.title, *self.trail, self.name, *self.lines)))


Gathered = Mapping[Found, Collection[str | None]]
"""Sections, and whose pages have them; None: a page that is nobody's own."""


def gather(pages: Iterable[SearchedPage], insurers: Collection[str]) -> dict[str, Gathered]:
    """Return all sections of the pages of each language; `insurers` are the ids of all."""
    found: dict[str, dict[Found, list[str | None]]] = {}
    for page in pages:
        into = found.setdefault(here_at(page.address).language, {})
        for one, whose in _sections(page, insurers):
            speakers = into.setdefault(one, [])
            if whose not in speakers[-1:]:  # a page passes by once
                speakers.append(whose)
    return {language: dict(sections) for language, sections in found.items()}


def _sections(page: SearchedPage, insurers: Collection[str]) -> Iterator[tuple[Found, str | None]]:
    """Yield the sections of a page, each with the insurer whose own page it is, known by its id in the address.

    A part that stands on every page, under the id of an insurer, is found on that insurer's own page only. What may not
    stand in the open is left out.
    """
    steps = page.address.split("/")
    own = next((intern(step) for step in steps if step in insurers), None)
    folder = FOLDERS[here_at(page.address).language]
    if own is None:
        common = _read(intern(page.address), folder, page.markup)
        yield from ((one, None) for one in common if not _is_somebodys(one.anchor, insurers))
        return
    address = intern("/".join(ANY if step == own else step for step in steps))
    name = re.compile(rf"(?<![a-z0-9]){re.escape(own)}(?![a-z0-9])")
    for part in _parts(_LINK.sub("", page.markup)):
        told = _ID.sub(lambda found: name.sub(ANY, found[0]), part)
        yield from ((one, own) for one in _found(address, folder, told))


def _found(page: str, folder: str, markup: str) -> tuple[Found, ...]:
    """Return the sections of a part of an insurer's page, which have no title; many insurers have the same."""
    key = page, sha256(markup.encode()).digest()
    if key not in _parts_read:
        _parts_read[key] = tuple(_read(page, folder, markup, titled=False))
        if len(_parts_read) > _PARTS_KEPT:
            _parts_read.popitem(last=False)
    _parts_read.move_to_end(key)
    return _parts_read[key]


def _read(page: str, folder: str, markup: str, *, titled: bool = True) -> Iterator[Found]:
    """Yield the sections; equal texts are one, since sections that differ mostly differ in one of them."""
    for one in read_sections(markup):
        yield Found(
            page=page,
            folder=folder,
            anchor=intern(one.anchor),
            title=intern(one.title) if titled else "",
            trail=tuple(map(intern, one.trail)),
            name=intern(one.name),
            lines=tuple(intern(line) for line in one.lines if is_discreet(plain(line))),
        )


def _parts(markup: str) -> Iterator[str]:
    """Yield a page in parts, one for each of its outermost sections and what follows: many insurers have the same."""
    start = depth = 0
    for edge in _EDGE.finditer(markup):
        if edge[0][1] != "/":
            if depth == 0:
                yield markup[start : edge.start()]
                start = edge.start()
            depth += 1
        else:
            depth -= 1
    yield markup[start:]


def _is_somebodys(anchor: str, insurers: Collection[str]) -> bool:
    """Whether an anchor ends in an insurer's id, as that of the panel does."""
    return anchor in insurers or any(anchor[dash.end() :] in insurers for dash in _DASH.finditer(anchor))
