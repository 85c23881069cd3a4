"""One JavaScript module of ours: what it imports, exports and declares, and what is left to run.

The subset is small on purpose, so that joining is exact: named imports from `./`, `export` in front
of a declaration, one name a declaration. Whatever else a module could say is refused by place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn

from checker.build.javascript import Source

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_IMPORT = re.compile(r'import\s*\{\s*([\w$\s,]*?)\s*\}\s*from\s*(["\'])(\./[\w./-]+\.js)\2[ \t]*;?')
_EXPORT = re.compile(r"export\s+(?=(?:async\s+function|function|const|class|let)\b)")
_NAMED = re.compile(r"(?:async\s+)?(?:function\s*\*?|class)\s+([\w$]+)")
_VALUE = re.compile(r"(?:const|let|var)\s+([\w$]+)\s*(?==|;)")
_WORD = re.compile(r"(?<![\w$.#])(?:import|export|function|class|const|let|var|async|await)(?![\w$])")
_DYNAMIC = re.compile(r"import\s*\(")
_RELATIVE = re.compile(r"import\s*\(\s*[\"'`]\.")
_META = re.compile(r"import\s*\.")


class JoinError(Exception):
    """A module says something that cannot be joined: where, what was found, what is allowed."""


@dataclass(frozen=True)
class Import:
    """`import {names} from "./file.js"`, and where it stands."""

    path: Path
    names: tuple[str, ...]
    position: int


@dataclass(frozen=True)
class Module:
    """A module that can be joined."""

    source: Source
    imports: tuple[Import, ...]
    exports: frozenset[str]
    declared: dict[str, int]
    """Its outermost names, each with its position."""
    body: str
    """Its text without `import` statements and without the word `export`."""


def read_module(path: Path) -> Module:
    """Return the module in a file, or raise `JoinError`."""
    return _Reader(Source(path, path.read_text(encoding="utf-8"))).read()


class _Reader:
    def __init__(self, source: Source) -> None:
        self._source = source
        self._imports: list[Import] = []
        self._exports: set[str] = set()
        self._declared: dict[str, int] = {}
        self._cuts: list[tuple[int, int]] = []

    def read(self) -> Module:
        end = 0
        for word in _WORD.finditer(self._source.code):
            if word.start() < end:
                continue
            if not self._source.is_outermost(word.start()):
                self._read_inner_import(word.start())
            elif word.group() == "import":
                self._read_import(word.start())
            elif word.group() == "export":
                end = self._read_export(word.start())
            else:
                end = self._read_declaration(word.start())
        return Module(
            self._source,
            tuple(self._imports),
            frozenset(self._exports),
            self._declared,
            "".join(self._kept()),
        )

    def _read_import(self, start: int) -> None:
        source = self._source
        if found := _IMPORT.match(source.text, start):
            names = tuple(name.strip() for name in found[1].split(",") if name.strip())
            if all(re.fullmatch(r"[\w$]+", name) for name in names):
                path = (source.path.parent / found[3]).resolve()
                self._imports.append(Import(path, names, start))
                self._cuts.append(found.span())
                return
        if not self._read_inner_import(start):
            self._refuse(start, '`import {name, name} from "./file.js";`, no renaming, no default')

    def _read_inner_import(self, start: int) -> bool:
        """Whether this is `import(...)` of something computed; refuse what only modules can do."""
        if _RELATIVE.match(self._source.text, start):
            self._refuse(start, "a static `import {name} from ...` of our own files")
        if _META.match(self._source.code, start):
            self._refuse(start, "an address from the page, no `import.meta`")
        return bool(_DYNAMIC.match(self._source.code, start))

    def _read_export(self, start: int) -> int:
        found = _EXPORT.match(self._source.code, start)
        if not found:
            self._refuse(start, "`export` right before `function`, `const`, `class` or `let`")
        self._cuts.append(found.span())
        before = set(self._declared)
        end = self._read_declaration(found.end())
        self._exports |= set(self._declared) - before
        return end

    def _read_declaration(self, start: int) -> int:
        code = self._source.code
        if found := _NAMED.match(code, start):
            self._declare(found[1], start)
            return found.end()
        if code.startswith("await", start):
            self._refuse(start, "`await` inside a function only")
        if re.match(r"(?:const|let|var)\b", code[start:]):
            found = _VALUE.match(code, start)
            if not found or self._has_comma(found.end()):
                self._refuse(start, "one name a declaration, with its value: `const name = ...;`")
            self._declare(found[1], start)
            return found.end()
        return start  # an unnamed function, or `async` before an arrow: nothing is declared

    def _has_comma(self, position: int) -> bool:
        """Whether the declaration goes on after a comma, as in `const a = 1, b = 2;`."""
        code = self._source.code
        depth = self._source.depths[position]
        for place in range(position, len(code)):
            if self._source.depths[place] == depth and code[place] in ",;":
                return code[place] == ","
        return False

    def _declare(self, name: str, position: int) -> None:
        if name in self._declared:
            first = self._source.place(self._declared[name])
            self._refuse(position, f"a name of its own, since {first} declares `{name}` too")
        self._declared[name] = position

    def _kept(self) -> Iterator[str]:
        end = 0
        for start, stop in sorted(self._cuts):
            yield self._source.text[end:start]
            end = stop
        yield self._source.text[end:]

    def _refuse(self, position: int, allowed: str) -> NoReturn:
        place, line = self._source.place(position), self._source.line(position)
        message = f"{place}: cannot be joined: `{line}`; allowed: {allowed}"
        raise JoinError(message)
