"""The fingerprints to put beside passages: as lines of YAML with comments, or put into a file's text where none stands.

Nothing here writes a file. One that differs is never put in: somebody has to read what has changed.
"""

from __future__ import annotations

import re
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

    `rows`: the file's `passages`. Left out are those whose heading stands at no place, or at several.
    """
    _, outline = outline_of(insurer, folder)
    lines, count = text.splitlines(keepends=True), 0
    for passage in own_passages(insurer):
        name = passage.id.partition("/")[2]
        digests = _digests(outline, passage)
        if passage.fingerprint or len(digests) != 1:
            continue
        at, top = rows[name].at("says") - 1, rows.at(name) - 1
        in_braces = re.match(rf"\s*{re.escape(name)}:\s*{{", lines[top])
        if lines[at].lstrip().startswith("says:") and not in_braces:
            margin = lines[at][: len(lines[at]) - len(lines[at].lstrip())]
            lines[at] = f"{margin}fingerprint: {digests[0]}\n{lines[at]}"
            count += 1
        elif in_braces:
            lines[top] = f"{in_braces[0]}fingerprint: {digests[0]}, {lines[top][in_braces.end() :].lstrip(' ')}"
            count += 1
    return "".join(lines), count


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
