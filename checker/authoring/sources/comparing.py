"""One document held against the fingerprints of its passages: same, moved, changed or gone.

same: the text under the heading is the one that was read. moved: it stands word for word under another heading.
changed: the heading is there, its text is not. gone: neither is there.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from itertools import zip_longest
from typing import TYPE_CHECKING

from checker.authoring.sources.folding import fold
from checker.authoring.sources.headings import is_number, number_length

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from checker.authoring.sources.sections import Outline, Path, Place

__all__ = ["STATES", "Section", "Verdict", "compare", "fresh"]

STATES = ("same", "moved", "changed", "gone")


@dataclass(frozen=True, slots=True)
class Section:
    """What passages name: a path of headings, and the fingerprint of the text that stood there."""

    path: Path
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """``state`` is one of STATES; ``now``: the heading line under which a moved text stands.

    ``fingerprints``: of the text under the heading as it is, one for each place where the heading stands.
    """

    state: str
    now: str = ""
    fingerprints: tuple[str, ...] = ()


def fresh(outline: Outline, path: Path) -> list[tuple[Place, int, str]]:
    """Each place of a path, with the line after its section, and the section's fingerprint."""
    places = []
    for place in outline.of(path):
        end = outline.end(place)
        for _, digest in outline.digests(path[-1], place.line, place.heading, [end]):
            places.append((place, end, digest))
    return places


def compare(outline: Outline, sections: Sequence[Section]) -> dict[Section, Verdict]:
    """Say of each section what became of it; they come in the order of our file.

    A section may have ended at a later heading than it does now: a passage that is added to our file, with a heading
    inside, changes nothing in the document. And where the next section has moved away, or has lost its heading, the one
    before it ends: what is wrong with the next is told there, once.
    """
    ends = {place.line for place in outline.places} | {len(outline.lines)}
    found: dict[Section, Verdict] = {}
    moved: set[int] = set()
    for section in sections:
        now = tuple(digest for _, _, digest in fresh(outline, section.path))
        if _stands(outline, section, ends):
            found[section] = Verdict("same", fingerprints=now)
        elif (line := _elsewhere(outline, section, ends)) is not None:
            found[section] = Verdict("moved", outline.lines[line].wide.strip(), now)
            moved.add(line)
        else:
            found[section] = Verdict("changed" if now else "gone", fingerprints=now)
    for section, after in zip_longest(sections, sections[1:]):
        verdict = found[section]
        lost = after is not None and found[after].state == "gone"
        if verdict.state == "changed" and _stands(outline, section, range(len(outline.lines)) if lost else moved):
            found[section] = Verdict("same", fingerprints=verdict.fingerprints)
    return found


def _stands(outline: Outline, section: Section, ends: Iterable[int]) -> bool:
    return any(
        digest == section.fingerprint
        for place in outline.of(section.path)
        for _, digest in outline.digests(section.path[-1], place.line, place.heading, ends)
    )


def _elsewhere(outline: Outline, section: Section, ends: Iterable[int]) -> int | None:
    """The line of another heading under which the text stands; a heading without a text is not looked for."""
    heading = section.path[-1]
    if section.fingerprint == sha256(fold(heading).encode()).hexdigest():
        return None
    numbered = {number for number, line in enumerate(outline.lines) if number_length(line, heading)}
    for line, length in _beginnings(outline, heading):
        if any(
            digest == section.fingerprint for _, digest in outline.digests(heading, line, length, numbered.union(ends))
        ):
            return line
    return None


def _beginnings(outline: Outline, heading: str) -> Iterator[tuple[int, int]]:
    """Lines that could be the heading now, each with the folded characters that would be it."""
    for number, line in enumerate(outline.lines):
        length = number_length(line, heading) if is_number(heading) else len(line.folded)
        if length:
            yield number, length
