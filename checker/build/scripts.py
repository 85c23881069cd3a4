"""Join ES modules into one classic script, which runs on `file://` and under `script-src 'self'`.

Browsers refuse modules on `file://`. The modules stay as they are for tests and for `tsc`; the script goes to every
visitor, so it has their code and not their comments.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from checker.build.javascript import without_comments
from checker.build.modules import JoinError, Module, read_module

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["JoinError", "join_modules", "main"]

_BROWSER_WIDE = frozenset(
    """
    addEventListener alert blur close closed confirm crypto document event external fetch find
    focus frames history innerHeight innerWidth length localStorage location matchMedia name
    navigator open origin parent performance postMessage print process prompt screen scroll
    scrollTo self setTimeout status stop top window
    """.split()
)
"""Names that other modules may mean as the browser's own, and would get ours instead."""


def join_modules(*entries: Path) -> str:
    """Return the script that does what importing `entries` one after the other does; their exports are dropped.

    Raises `JoinError` with file and line for what the joined form cannot express: default, renamed
    and re-exports, relative dynamic imports, cycles, and one name in two modules.
    """
    modules = _in_order([entry.resolve() for entry in entries])
    _check_names(modules)
    parts = (without_comments(module.body) + "\n" for module in modules)
    return "(function () {\n'use strict';\n" + "".join(parts) + "})();\n"


def _in_order(entries: Sequence[Path]) -> list[Module]:
    """Return the modules, each after those that it imports, as the browser would run them."""
    done: dict[Path, Module] = {}

    def visit(path: Path, trail: tuple[Path, ...]) -> Module:
        if path in done:
            return done[path]
        module = read_module(path)
        for wanted in module.imports:
            place = module.source.place(wanted.position)
            if wanted.path in (*trail, path):
                names = " -> ".join(step.name for step in (*trail, path, wanted.path))
                message = f"{place}: cannot be joined: a cycle: {names}; allowed: one direction"
                raise JoinError(message)
            if not wanted.path.is_file():
                message = f"{place}: there is no {wanted.path.name} beside it"
                raise JoinError(message)
            found = visit(wanted.path, (*trail, path))
            if missing := [name for name in wanted.names if name not in found.exports]:
                has = ", ".join(sorted(found.exports)) or "nothing"
                message = f"{place}: {wanted.path.name} exports no `{missing[0]}`; it exports {has}"
                raise JoinError(message)
        done[path] = module
        return module

    for entry in entries:
        visit(entry, ())
    return list(done.values())


def _check_names(modules: Sequence[Module]) -> None:
    owners: dict[str, str] = {}
    for module in modules:
        for name, position in module.declared.items():
            place = module.source.place(position)
            if name in owners:
                message = (
                    f"{place}: cannot be joined: `{name}` is declared at {owners[name]} too; "
                    "allowed: one module for each outermost name"
                )
                raise JoinError(message)
            if name in _BROWSER_WIDE:
                message = (
                    f"{place}: cannot be joined: `{name}` is the browser's own; "
                    "allowed: a name that no other module can mean otherwise"
                )
                raise JoinError(message)
            owners[name] = place


def main(entries: Sequence[str]) -> int:
    """Try to join each of the files, and tell of those that cannot be; return the exit status."""
    problems = set()
    for entry in entries:
        try:
            join_modules(Path(entry))
        except JoinError as error:
            problems.add(str(error))
    print("".join(f"{problem}\n" for problem in sorted(problems)), end="", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
