"""The part of Python's library that ships: `stdlib.txt` lists it by name, with nothing implied.

A few modules that would cost every start dearly, for what no visitor uses, have a stand-in of ours under `standins/`.
"""

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path

__all__ = ["KeptError", "kept_library", "read_kept", "read_standins"]

_LIST = Path(__file__).with_name("stdlib.txt")
_STANDINS = Path(__file__).with_name("standins")


class KeptError(Exception):
    """The list and what is to run do not fit; the message names every place."""


def read_kept(path: Path = _LIST) -> frozenset[str]:
    """Return the names of the modules that ship."""
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    return frozenset(line for line in lines if line and not line.startswith("#"))


def read_standins(folder: Path = _STANDINS) -> dict[str, bytes]:
    """Return the modules to ship in place of the library's, by their path in the archive."""
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*.py")}


def kept_library(library: Mapping[str, bytes], kept: frozenset[str], ours: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the members of the library whose modules are kept.

    Raises KeptError for a kept module that the library lacks, and for one that `ours` imports
    and that would be left out.
    """
    places = {_module_name(member): member for member in library if member.endswith(".py")}
    problems = [f"{_LIST.name}: no module {name!r} in the library" for name in kept - set(places)]
    for file, source in ours.items():
        problems += (
            f"{file}:{line}: imports {name!r}, which {_LIST.name} does not keep; add it there"
            for name, line in _imported(file, source)
            if name in places and name not in kept
        )
    if problems:
        raise KeptError("\n".join(sorted(problems)))
    return {places[name]: library[places[name]] for name in kept}


def _module_name(member: str) -> str:
    return member.removesuffix(".py").replace("/", ".").removesuffix(".__init__")


def _imported(file: str, source: bytes) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(source, file)):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, node.lineno
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module, node.lineno
            for alias in node.names:
                yield f"{node.module}.{alias.name}", node.lineno
