"""Notices of what others have made and our files carry, with the texts of their licences.

Texts stand in `licences/` as their authors' packages have them, since npm's Pyodide brings none; Material's and ours
are read where they are. Versions are those that are built in. A Pyodide of another version may be made of other parts,
so its notices have to be looked at anew before it ships.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import distribution
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["SEEN_PYODIDE", "NoticesError", "notices"]

SEEN_PYODIDE = "314.0.7"
"""The Pyodide whose parts have been looked up: the libraries that its Makefile links, and what CPython holds itself."""

_TEXTS = Path(__file__).with_name("licences")
_RULE = "=" * 100


class NoticesError(Exception):
    """What is built in is not what the notices were written for; the message says what to do."""


@dataclass(frozen=True)
class _Part:
    name: str
    licence: str
    text: str
    """The name of its file in `licences/`."""
    source: str
    note: str = ""


_PARTS = (
    _Part(
        "Pyodide {pyodide}, with hiwire",
        "Mozilla Public License 2.0",
        "mozilla-public-2.0",
        "https://github.com/pyodide/pyodide/tree/{pyodide}",
        "Carried in executable form; its source code is at this address. A few of its Python modules are "
        "replaced by shorter ones of ours.",
    ),
    _Part(
        "CPython {python} and a part of its standard library",
        "PSF License Agreement and those before it",
        "python",
        "https://www.python.org/downloads/source/",
        "The library is compiled to byte code, and modules that are never used are left out.",
    ),
    _Part(
        "Software incorporated in CPython (Mersenne Twister, dtoa, expat, libmpdec, _sre and others)",
        "Several",
        "python-incorporated",
        "https://docs.python.org/3/license.html",
    ),
    _Part("HACL*, in CPython's hashlib", "MIT", "hacl", "https://github.com/hacl-star/hacl-star"),
    _Part("mimalloc, in CPython", "MIT", "mimalloc", "https://github.com/microsoft/mimalloc"),
    _Part("Emscripten", "MIT", "emscripten", "https://github.com/emscripten-core/emscripten"),
    _Part("musl", "MIT", "musl", "https://musl.libc.org/"),
    _Part(
        "compiler-rt, libc++ and libc++abi of LLVM",
        "Apache License 2.0 with LLVM Exceptions",
        "llvm",
        "https://github.com/llvm/llvm-project",
    ),
    _Part("libffi", "MIT", "libffi", "https://github.com/libffi/libffi"),
    _Part("zlib", "zlib", "zlib", "https://zlib.net/"),
    _Part("bzip2", "bzip2", "bzip2", "https://sourceware.org/bzip2/"),
    _Part("liblzma of XZ Utils", "Public domain", "xz", "https://tukaani.org/xz/"),
    _Part("Zstandard", "BSD", "zstd", "https://github.com/facebook/zstd"),
    _Part("SQLite", "Public domain", "sqlite", "https://www.sqlite.org/"),
    _Part(
        "error-stack-parser and stackframe, in Pyodide",
        "MIT",
        "stackframe",
        "https://github.com/stacktracejs/stackframe",
    ),
)


def notices(root: Path, versions: Mapping[str, str]) -> str:
    """Return all notices as one text; `versions` are those of the runtime that is built in.

    Raises `NoticesError` where that is not the Pyodide for which they were written.
    """
    if versions["pyodide"] != SEEN_PYODIDE:
        raise NoticesError(
            f"NOTICES.txt is written for Pyodide {SEEN_PYODIDE}, and {versions['pyodide']} is built in: look up which "
            f"libraries it links and under which licences, mend {Path(__file__).name}, and name the new version there."
        )
    material = distribution("mkdocs-material")
    texts = [_ours(root), *(_told(part, versions) for part in _PARTS)]
    texts.append(
        _headed(
            f"Material for MkDocs {material.version}: style sheets and templates, in shikaku-navi-site.zip only",
            "MIT",
            "https://github.com/squidfunk/mkdocs-material",
            "",
            _licence_of_material(),
        )
    )
    names = "\n".join(f"  - {part.name.format(**versions)}: {part.licence}" for part in _PARTS)
    return f"{_HEAD}\n{names}\n  - Material for MkDocs {material.version}: MIT\n\n" + "\n".join(texts)


_HEAD = """\
Notices and licences
for shikaku-navi.html, shikaku-navi.<insurer>.html and shikaku-navi-site.zip

Shikaku Navi is under the MIT License. Beside our own work, these files carry work of others:
"""


def _ours(root: Path) -> str:
    text = (root / "LICENSE").read_text(encoding="utf-8")
    return _headed("Shikaku Navi", "MIT", "", "", text)


def _told(part: _Part, versions: Mapping[str, str]) -> str:
    text = (_TEXTS / f"{part.text}.txt").read_text(encoding="utf-8")
    name, source = part.name.format(**versions), part.source.format(**versions)
    return _headed(name, part.licence, source, part.note, text)


def _headed(name: str, licence: str, source: str, note: str, text: str) -> str:
    lines = [name, f"Licence: {licence}", *([f"Source: {source}"] if source else []), *([note] if note else [])]
    return f"{_RULE}\n" + "\n".join(lines) + f"\n{_RULE}\n\n{text.strip()}\n\n"


def _licence_of_material() -> str:
    package = distribution("mkdocs-material")
    [name] = [file for file in package.files or () if file.name == "LICENSE" and "dist-info" in file.as_posix()]
    return name.read_text(encoding="utf-8")
