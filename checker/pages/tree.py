"""Markup as a tree of plain values, which the checker's script grows into elements without reading markup."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from checker.pages.html import Html

__all__ = ["tree"]

_VOID = frozenset({"br", "hr", "img", "input"})


def tree(markup: Html) -> list[Any]:
    """Return the one element that the markup is: its name, its attributes (None: bare), its children."""
    reader = _Reader()
    reader.feed(markup)
    reader.close()
    [element] = reader.found
    told: list[Any] = element
    return told


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Any] = []
        self._open: list[list[Any]] = [self.found]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element: list[Any] = [tag, {name: "" if value is None else value for name, value in attrs}]
        self._open[-1].append(element)
        if tag not in _VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - ours is always well-formed
        self._open.pop()

    def handle_data(self, data: str) -> None:
        self._open[-1].append(data)
