"""The fingerprints to put beside passages: as lines of YAML with comments, or put into a file's text where none stands.

Nothing here writes a file. One that differs is never put in: somebody has to read what has changed.
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from checker.authoring.sources.check import outline_of, own_passages
from checker.authoring.sources.comparing import fresh

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from checker.authoring.insurer import Insurer, Passage
    from checker.authoring.source import Block
    from checker.authoring.sources.sections import Outline

__all__ = ["fingerprint_lines", "with_fingerprints"]


def fingerprint_lines(insurer: Insurer, folder: Path) -> Iterator[str]:
    """Each passage that has no fingerprint, or another than the document gives. Raises UnreadableError."""
    file, outline = outline_of(insurer, folder)
    passages = own_passages(insurer)
    standing = [one for one in passages if one.fingerprint in _digests(outline, one)]
    yield f"# {insurer.id}, from {file}; {len(standing)} of {len(passages)} passages have theirs already"
    for passage in passages:
        if passage not in standing:
            yield from _passage(outline, passage)


def with_fingerprints(text: str, rows: Block, insurer: Insurer, folder: Path) -> tuple[str, int]:
    """A file's text with the fingerprints that passages lack, and how many were put in. Raises UnreadableError.

    `rows`: the file's `passages`. Left out are those whose heading stands at no place, or at several, and those that
    are written on one line.
    """
    _, outline = outline_of(insurer, folder)
    lines, before = text.splitlines(keepends=True), {}
    for passage in own_passages(insurer):
        row = rows[passage.id.partition("/")[2]]
        at, digests = row.at("says") - 1, _digests(outline, passage)
        if not passage.fingerprint and len(digests) == 1 and lines[at].lstrip().startswith("says:"):
            margin = lines[at][: len(lines[at]) - len(lines[at].lstrip())]
            before[at] = f"{margin}fingerprint: {digests[0]}\n"
    return "".join(before.get(at, "") + line for at, line in enumerate(lines)), len(before)


def _digests(outline: Outline, passage: Passage) -> list[str]:
    return [digest for _, _, digest in fresh(outline, passage.headings)]


def _passage(outline: Outline, passage: Passage) -> Iterator[str]:
    yield f"  {passage.id.partition('/')[2]}:"
    places = fresh(outline, passage.headings)
    for number, (place, end, digest) in enumerate(places, start=1):
        letters = sum(len(line.folded) for line in outline.lines[place.line : end]) - place.heading
        which = f"place {number} of {len(places)}, " if len(places) > 1 else ""
        where = f"{which}lines {place.line + 1} to {end}, {letters} letters after the heading"
        yield f"    fingerprint: {digest}  # {where}"
    if not places:
        near = _near(outline, passage.headings[-1])
        yield f"    # no line is the heading {' > '.join(passage.headings)}{f'; is it {near!r}?' if near else ''}"


def _near(outline: Outline, heading: str) -> str:
    lines = [line.wide.strip() for line in outline.lines]
    return next(iter(get_close_matches(heading, lines, 1)), "")
