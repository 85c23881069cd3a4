"""How a heading named in a locator is known again in a line of a document.

A heading is a whole line, or the number that a line begins with (問3, Q3, 第5条). Only letters and digits count, so
brackets, # or a full stop beside it do not matter.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import cache

from checker.authoring.sources.folding import fold

__all__ = ["Line", "heading_length", "is_number", "number_length"]

_SHORT = 8
"""Letters and digits that a number has at most, such as 第47条の2."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a document: as it stands, in one width, and folded."""

    wide: str
    folded: str = field(compare=False)

    @staticmethod
    def of(text: str) -> Line:
        """The line of a text."""
        return Line(unicodedata.normalize("NFKC", text), fold(text))


def is_number(heading: str) -> bool:
    """Whether a heading is the number of a question or section, with the rest of its line after it."""
    folded = fold(heading)
    return len(folded) <= _SHORT and not folded.isdigit() and any(map(str.isdigit, folded))


def heading_length(line: Line, heading: str) -> int:
    """How many folded characters at the beginning of a line are this heading; 0 if the line does not begin with it."""
    if line.folded == fold(heading):
        return len(line.folded)
    return _matched(line, heading, digits=False) if is_number(heading) else 0


def number_length(line: Line, heading: str) -> int:
    """The same for a heading of the same form with any number in it: 問12 where 問3 is asked for."""
    return _matched(line, heading, digits=True) if is_number(heading) else 0


def _matched(line: Line, heading: str, *, digits: bool) -> int:
    found = _pattern(fold(heading), digits).match(line.wide)
    return len(fold(found[0])) if found else 0


@cache
def _pattern(folded: str, digits: bool) -> re.Pattern[str]:  # noqa: FBT001 - positional, for the cache
    parts = re.findall(r"\d+|\D", folded)
    written = [r"\d+" if digits and part.isdigit() else r"[\W_]*".join(part) for part in parts]
    # 問1 is not the beginning of 問10, nor 第5条 that of 第5条の2.
    end = r"(?!\d)" if parts[-1].isdigit() else r"(?!\w)"
    return re.compile(r"[\W_]*" + r"[\W_]*".join(written) + end)
