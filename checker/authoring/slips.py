"""Why a file is no YAML, as the person can mend it who wrote the line: the slip behind what the parser stumbled over.

A parser tells of the place where it could not go on, often lines below the slip, and in words of its own. This looks at
the lines up to there for what people who write Japanese and know no YAML get wrong, and guesses nothing else.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Stuck", "slips"]

_WIDE_COLON = re.compile(r"(?:^\s*(?:- )?|[{,]\s*)([A-Za-z0-9_.-]+)：")
_WIDE_SPACE = re.compile(r"^ *\u3000")
_TIGHT_DASH = re.compile(r"^\s*-(?=[A-Za-z0-9_]+:)")
_TIGHT_COLON = re.compile(r"^\s*(?:- )?([A-Za-z0-9_.-]+):(?=[^\s:/])")
_VALUE = re.compile(r"^(\s*(?:- )?[^\s:#\"'{\[][^:]*): +(.*)$")
_AFTER_QUOTE = re.compile(r"""^\s*(?:- )?[^"'#]*:\s+("[^"]*"|'[^']*')\s*[^\s#,}\]]""")
_QUOTED = re.compile(r"\"(?:\\.|[^\"\\])*\"|'[^']*'")
_DEFAULT = (
    "look at this line and the one above it: lines that belong together begin in one column, behind a colon stands a "
    "space, and a text with a colon, a comma, a bracket or a quotation mark in it stands in quotes"
)


class Stuck(NamedTuple):
    """What the parser says: where it could not go on and why, and, where it knows, in what that began (0 if not)."""

    line: int
    problem: str
    within: str = ""
    began: int = 0


def slips(text: str, stuck: Stuck) -> list[tuple[int, str]]:
    """What is wrong, each with its line: every slip that is one wherever it stands, else what explains the place."""
    lines = text.split("\n")
    everywhere = list(_everywhere(lines))
    if any(line <= stuck.line for line, _ in everywhere):
        return everywhere
    return [*everywhere, _here(lines, stuck)]


def _everywhere(lines: list[str]) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(lines, start=1):
        if found := _WIDE_COLON.search(line):
            yield number, f"the colon behind {found[1]!r} is a wide one; write `{found[1]}: `, with a space behind it"
        if _WIDE_SPACE.match(line):
            yield number, "the line begins with a wide space; write common ones"
        if _TIGHT_DASH.match(line):
            yield number, "a space is missing behind the `-`"


def _here(lines: list[str], stuck: Stuck) -> tuple[int, str]:
    at = min(stuck.line, len(lines))
    above = next((number for number in range(at - 1, 0, -1) if _has_more(lines[number - 1])), 0)
    for told in (_unclosed(lines, stuck), _one_line(lines, at, stuck), _tight(lines, at), _tight(lines, above)):
        if told:
            return told
    return _indented(lines, at, above) or (at, f"{stuck.problem}; {_DEFAULT}")


def _has_more(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _unclosed(lines: list[str], stuck: Stuck) -> tuple[int, str] | None:
    """A quotation mark or a bracket that nothing closes."""
    first = max(stuck.began, 1)
    if "quoted scalar" in stuck.within:
        return first, "the quotation mark that begins here is never closed; put one at the end of the text"
    for number in range(min(stuck.line, len(lines)), first - 1, -1):
        if '"' in _QUOTED.sub("", lines[number - 1].partition(" #")[0]):
            return number, 'one `"` of this line has no other; put one at both ends of the text, on one line'
    if "flow" in stuck.within and stuck.line > first:
        kind, end = ("list", "]") if "sequence" in stuck.within else ("mapping", "}")
        return first, f"a {kind} begins here and is not closed before line {stuck.line}; put `{end}` at its end"
    return None


def _one_line(lines: list[str], at: int, stuck: Stuck) -> tuple[int, str] | None:
    """A text that is no plain one, and stands without quotes."""
    line = lines[at - 1]
    if "flow" in stuck.within:
        return at, "within { } and [ ] a text with a colon, comma or bracket in it stands in quotes; is one missing?"
    if "cannot start any token" in stuck.problem:
        sign = _VALUE.match(line)
        begins = f"begins with {sign[2][0]!r} and " if sign and sign[2] else ""
        return at, f"the text {begins}is no plain one; put it in quotes"
    if _AFTER_QUOTE.match(line):
        return at, "more text stands behind the closing quotation mark; put the whole text in one pair of quotes"
    value = _VALUE.match(line)
    if value and re.search(r":(?:\s|$)", value[2]) and "mapping values" in stuck.problem:
        return at, f"the text behind `{value[1].strip()}: ` has a colon in it; put the text in quotes"
    return None


def _tight(lines: list[str], at: int) -> tuple[int, str] | None:
    found = _TIGHT_COLON.match(lines[at - 1]) if at else None
    return (at, f"a space is missing behind `{found[1]}:`") if found else None


def _indented(lines: list[str], at: int, above: int) -> tuple[int, str] | None:
    """A line that begins in a column in which none of the lines around it begins."""
    own = _indent(lines[at - 1])
    if not above or not _has_more(lines[at - 1]):
        return None
    if own > _indent(lines[above - 1]) and _VALUE.match(lines[above - 1]):
        return at, (
            f"the line begins in column {own + 1}, below line {above}, which has a value already; "
            "begin both in one column, or take one of them out"
        )
    columns: list[int] = []
    for number in range(above, 0, -1):
        if _has_more(lines[number - 1]) and _indent(lines[number - 1]) < min(columns, default=999):
            columns.append(_indent(lines[number - 1]))
    if own not in columns:
        meant = " or ".join(str(column + 1) for column in sorted(columns))
        return at, f"the line begins in column {own + 1}, the lines above it in {meant}; begin it in one of these"
    return None


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
