"""A document cut into sections by the headings that we name: each goes from its own heading to the next named one.

A locator is a path of headings, the outermost first. A heading that stands under another is looked for there only; so
two equal headings are told apart by what they stand under. Where a whole path stands twice, as when the questions are
listed before they are answered, it has two places.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING

from checker.authoring.sources.folding import fold
from checker.authoring.sources.headings import Line, heading_length

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["Outline", "Place", "cut_sections"]

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a path stands: its line, counted from 0, and how many folded characters there are the heading."""

    path: Path
    line: int
    heading: int


@dataclass(frozen=True)
class Outline:
    """The lines of a document and the places of the paths in it, in the document's order."""

    lines: tuple[Line, ...]
    places: tuple[Place, ...]
    _starts: tuple[int, ...] = field(repr=False)

    def of(self, path: Path) -> list[Place]:
        """Where a path stands."""
        return [place for place in self.places if place.path == path]

    def end(self, place: Place) -> int:
        """The line at which the section of a place ends: that of the next place."""
        return next((other.line for other in self.places if other.line > place.line), len(self.lines))

    @cached_property
    def _bytes(self) -> bytes:
        return "".join(line.folded for line in self.lines).encode()

    def digests(self, heading: str, line: int, skip: int, ends: Iterable[int]) -> Iterator[tuple[int, str]]:
        """Yield, for each later line of ``ends``, the fingerprint of a section that would end there.

        It begins with ``heading``; its text follows in ``line`` after ``skip`` folded characters.
        """
        hashed = sha256(fold(heading).encode())
        here = self._starts[line] + len(self.lines[line].folded[:skip].encode())
        for end in sorted(set(ends)):
            if end > line:
                hashed.update(self._bytes[here : self._starts[end]])
                here = self._starts[end]
                yield end, hashed.hexdigest()


def cut_sections(lines: Sequence[str], paths: Iterable[Path]) -> Outline:
    """Find the paths, and the paths that lead to them, in the lines of a document."""
    folded = tuple(map(Line.of, lines))
    starts = [0]
    for line in folded:
        starts.append(starts[-1] + len(line.folded.encode()))
    return Outline(folded, tuple(_places(folded, paths)), tuple(starts))


def _places(lines: Sequence[Line], paths: Iterable[Path]) -> Iterator[Place]:
    below: dict[Path, dict[str, None]] = {}
    for path in paths:
        for depth in range(len(path)):
            below.setdefault(path[:depth], {})[path[depth]] = None
    here: Path = ()
    for number, line in enumerate(lines):
        found = _deepest(line, here, below)
        if found:
            here, length = found
            yield Place(here, number, length)


def _deepest(line: Line, here: Path, below: dict[Path, dict[str, None]]) -> tuple[Path, int] | None:
    """The innermost heading that this line can be, seen from where the text stands."""
    for depth in range(len(here), -1, -1):
        for heading in below.get(here[:depth], ()):
            length = heading_length(line, heading)
            if length:
                return (*here[:depth], heading), length
    return None
