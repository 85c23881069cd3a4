"""Read JavaScript just far enough to join modules: where code is, and what stands outside brackets.

Not a parser: it knows comments, strings, templates, regular expressions and brackets, no more.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_TOKEN = re.compile(
    r"""
      (?P<comment> //[^\n]* | /\*.*?\*/ )
    | (?P<string> "(?:\\.|[^"\\\n])*" | '(?:\\.|[^'\\\n])*' )
    | (?P<tick> ` )
    | (?P<slash> / )
    | (?P<word> [\w$]+ )
    | (?P<sign> [^\s] )
    """,
    re.VERBOSE | re.DOTALL,
)
_REGEX = re.compile(r"/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\[\n])+/[a-z]*")
_BEFORE_REGEX = frozenset("=([{,;:!&|?+-*%<>~^}") | {
    "return", "typeof", "case", "in", "of", "delete", "void", "throw", "new", "else", "do", "await",
}  # fmt: skip
_STEP = {"(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1}


@dataclass(frozen=True)
class Source:
    """The text of one module, and where it comes from."""

    path: Path
    text: str

    @cached_property
    def code(self) -> str:
        """The text with comments and the insides of literals blanked; every position stays."""
        return _blank(self.text)

    @cached_property
    def depths(self) -> list[int]:
        """How many brackets are open before each position of `code`."""
        return list(accumulate((_STEP.get(sign, 0) for sign in self.code), initial=0))

    def is_outermost(self, position: int) -> bool:
        """Whether what stands there belongs to the module itself, not to a function or a class."""
        return self.depths[position] == 0

    def place(self, position: int) -> str:
        """Return `path:line` of a position, as error messages begin."""
        return f"{self.path}:{self.text.count(chr(10), 0, position) + 1}"

    def line(self, position: int) -> str:
        """Return the line that a position stands in, for quoting."""
        start = self.text.rfind("\n", 0, position) + 1
        return self.text[start:].split("\n", 1)[0].strip()


def _blank(text: str) -> str:
    kept = list(text)
    _blank_code(text, 0, kept, in_template=False)
    return "".join(kept)


def _blank_code(text: str, start: int, kept: list[str], *, in_template: bool) -> int:
    """Blank literals from `start` on; in a template, up to the brace that closes `${`."""
    position, depth, before = start, 0, "="
    while found := _TOKEN.search(text, position):
        position, sign = found.end(), found.group()
        if found["comment"]:
            _wipe(kept, found.start(), position)
            continue
        if found["string"]:
            _wipe(kept, found.start() + 1, position - 1)
        elif found["tick"]:
            position = _blank_template(text, position, kept)
        elif found["slash"] and before in _BEFORE_REGEX:
            if regex := _REGEX.match(text, found.start()):
                position = regex.end()
                _wipe(kept, found.start() + 1, position - 1)
        elif in_template and sign == "}" and depth == 0:
            return position
        depth += _STEP.get(sign, 0)
        before = sign
    return len(text)


def _blank_template(text: str, start: int, kept: list[str]) -> int:
    position = start
    while position < len(text) and text[position] != "`":
        if text[position] == "\\":
            _wipe(kept, position, position + 2)
            position += 2
        elif text.startswith("${", position):
            position = _blank_code(text, position + 2, kept, in_template=True)
        else:
            _wipe(kept, position, position + 1)
            position += 1
    return position + 1


def _wipe(kept: list[str], start: int, end: int) -> None:
    for position in range(start, min(end, len(kept))):
        if kept[position] != "\n":
            kept[position] = " "
