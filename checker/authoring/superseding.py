"""Which passage of a newer document stands in the place of one of an older document."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.authoring.errors import hint
from checker.authoring.shapes import read_rows, read_texts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.authoring.errors import Report
    from checker.authoring.insurer import Passage
    from checker.authoring.source import Block

__all__ = ["read_superseded"]

_DATE = re.compile(r"(\d{4})(?:[-年](\d{1,2})(?:[-月](\d{1,2}))?)?", re.ASCII)


def read_superseded(block: Block, prefix: str, passages: Mapping[str, Passage], report: Report) -> dict[str, str]:
    """The passages of a file that others of it supersede, each with the one that does; their full ids.

    A passage that supersedes another must not be of an older document, as far as both say their dates.
    """
    found: dict[str, str] = {}
    for name, row in read_rows(block, "passages", report):
        for older in read_texts(row, "supersedes", report):
            new, old = f"{prefix}/{name}", f"{prefix}/{older}"
            if old not in passages or old == new:
                others = [one.partition("/")[2] for one in passages if one.startswith(f"{prefix}/") and one != new]
                message = f"passage {name!r} supersedes {older!r}, which is no other passage of this file"
                report.wrong(row, "supersedes", f"{message}; {hint(older, others)}")
            elif _date(passages[new]) < _date(passages[old])[: len(_date(passages[new]))]:
                dates = f"{passages[new].source.date!r}, {passages[old].source.date!r}"
                message = f"passage {name!r} supersedes {older!r} and is older: {dates}"
                report.wrong(row, "supersedes", f"{message}; the newer one supersedes the other, or mend the dates")
            elif old in found:
                message = f"{older!r} is superseded twice, by {found[old].partition('/')[2]!r} too"
                report.wrong(row, "supersedes", f"{message}; let the newest supersede the ones before it, one by one")
            else:
                found[old] = new
    return found


def _date(passage: Passage) -> tuple[int, ...]:
    """Year, month and day as far as the document says them."""
    said = _DATE.search(passage.source.date) or _DATE.search(passage.source.year)
    return tuple(int(part) for part in said.groups() if part) if said else ()
