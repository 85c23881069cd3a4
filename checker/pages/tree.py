"""Markup as a tree of plain values, which the checker's script grows into elements without reading markup."""

from __future__ import annotations

from html import unescape
from typing import TYPE_CHECKING, Any

from checker.pages.markup import attributes_of, name_of, pieces

if TYPE_CHECKING:
    from checker.pages.html import Html

__all__ = ["tree"]

_VOID = frozenset({"br", "hr", "img", "input"})


def tree(markup: Html) -> list[Any]:
    """Return the one element that the markup is: its name, its attributes (None: bare), its children."""
    found: list[Any] = []
    inside = [found]
    for text, tag in pieces(markup):
        if text:
            inside[-1].append(unescape(text))
        if tag.startswith("</"):
            inside.pop()
        elif tag:
            name = name_of(tag)
            element = [name, {key: unescape(value) for key, value in attributes_of(tag).items()}]
            inside[-1].append(element)
            if name not in _VOID:
                inside.append(element)
    [whole] = found
    told: list[Any] = whole
    return told
