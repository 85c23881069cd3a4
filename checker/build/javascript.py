"""Read JavaScript just far enough to join modules: where code is, and what stands outside brackets.

Not a parser: it knows comments, strings, templates, regular expressions and brackets, no more. Nor does it shorten what
runs: names and lines stay, so that what goes wrong on a page can be read there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

__all__ = ["Source", "without_comments"]

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
_TEMPLATE = re.compile(r"(?:\\.|\$(?!\{)|[^\\`$])*", re.DOTALL)
_NO_BREAK = re.compile(r"[^\n]")
_SPACES = re.compile(r"[ \t]+")
_BREAKS = re.compile(r"[ \t]*\n[ \t\n]*")
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


def without_comments(text: str) -> str:
    """The same code without comments, indentation and empty lines; what literals hold stays as it is.

    Line breaks between code stay, since a statement may end with one.
    """
    parts, code, end = [], "", 0
    for span in _spans(text):
        code += text[end : span.start]
        end = span.end
        if span.is_comment:
            code += "\n" if "\n" in text[span.start : span.end] else " "
        else:
            parts += [_lean(code), text[span.start : span.end]]
            code = ""
    return "".join((*parts, _lean(code + text[end:]))).strip()


def _lean(code: str) -> str:
    return _SPACES.sub(" ", _BREAKS.sub("\n", code))


class _Span(NamedTuple):
    """A stretch of text that is no code: a comment, or what stands between the marks of a literal."""

    start: int
    end: int
    is_comment: bool = False


def _blank(text: str) -> str:
    kept, end = [], 0
    for span in _spans(text):
        kept += [text[end : span.start], _NO_BREAK.sub(" ", text[span.start : span.end])]
        end = span.end
    return "".join((*kept, text[end:]))


def _spans(text: str, start: int = 0, *, in_template: bool = False) -> Generator[_Span, None, int]:
    """Yield what is no code from `start` on; in a template, up to the brace that closes `${`. Return where it ends."""
    position, depth, before = start, 0, "="
    while found := _TOKEN.search(text, position):
        position, sign = found.end(), found.group()
        if found["comment"]:
            yield _Span(found.start(), position, is_comment=True)
            continue
        if found["string"]:
            yield _Span(found.start() + 1, position - 1)
        elif found["tick"]:
            position = yield from _template_spans(text, position)
        elif found["slash"] and before in _BEFORE_REGEX:
            if regex := _REGEX.match(text, found.start()):
                position = regex.end()
                yield _Span(found.start() + 1, position - 1)
        elif in_template and sign == "}" and depth == 0:
            return position
        depth += _STEP.get(sign, 0)
        before = sign
    return len(text)


def _template_spans(text: str, start: int) -> Generator[_Span, None, int]:
    position = start
    while found := _TEMPLATE.match(text, position):
        yield _Span(position, found.end())
        if not text.startswith("${", found.end()):
            return found.end() + 1
        position = yield from _spans(text, found.end() + 2, in_template=True)
    return len(text)
