"""A stored document as lines of text: which file of a folder it is, and what the file says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.authoring.sources.decoding import UnknownEncodingError, decode
from checker.authoring.sources.folding import fold

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["UnreadableError", "read_document"]

_TEXT = (".txt", ".md")
_MARKUP = (".html", ".htm", ".xhtml")


class UnreadableError(Exception):
    """A document that cannot be held against anything; the message says why, and the way out."""


@dataclass(frozen=True, slots=True)
class Document:
    """``file``: its name in the folder."""

    file: str
    lines: tuple[str, ...]


def read_document(folder: Path, name: str) -> Document:
    """Read the one file of a folder that is called ``name`` with an ending for text, Markdown or HTML.

    Raises UnreadableError.
    """
    path = _found(folder, name)
    try:
        text = decode(path.read_bytes())
    except UnknownEncodingError as error:
        raise UnreadableError(f"{path.name}: {error}; save it as UTF-8") from error
    except OSError as error:
        raise UnreadableError(f"{path.name}: {error.strerror}; put a file there that can be read") from error
    lines = _lines_of(text, path.suffix.lower())
    if not any(map(fold, lines)):
        raise UnreadableError(f"{path.name}: the document is empty; store it again, with its text")
    return Document(path.name, tuple(lines))


def _found(folder: Path, name: str) -> Path:
    wanted = [name + ending for ending in (*_TEXT, *_MARKUP)]
    files = sorted(path for path in folder.iterdir() if path.stem == name and path.is_file())
    known = [path for path in files if path.name.lower() in [one.lower() for one in wanted]]
    if len(known) > 1:
        raise UnreadableError(f"{' and '.join(path.name for path in known)} are the same document; keep one of them")
    if not known:
        other = f"; {files[0].name} is of a kind that is not read: save its text" if files else ""
        raise UnreadableError(f"no file {', '.join(wanted[:-1])} or {wanted[-1]}; store the document there{other}")
    return known[0]


def _lines_of(text: str, ending: str) -> list[str]:
    if ending in _TEXT:
        return text.splitlines()
    # Only who checks pages needs the library for them; every other command starts without it.
    from checker.authoring.sources.markup import html_lines  # noqa: PLC0415 - see above

    return html_lines(text)
