"""A page's markup as a tree, for tests that read what stands in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Node", "read_markup"]

_VOID = frozenset({"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"})


@dataclass
class Node:
    """An element: its name, its attributes, and what is in it, texts and elements in order."""

    tag: str
    attributes: dict[str, str | None] = field(default_factory=dict)
    inside: list[Node | str] = field(default_factory=list)

    @property
    def children(self) -> list[Node]:
        """The elements right in it."""
        return [one for one in self.inside if isinstance(one, Node)]

    @property
    def text(self) -> str:
        """All text in it."""
        return "".join(one if isinstance(one, str) else one.text for one in self.inside)

    @property
    def own_text(self) -> str:
        """The text in it that is in no element of its own but a mark in the line."""
        inline = {"span", "strong", "a"}
        return "".join(
            one if isinstance(one, str) else one.own_text if one.tag in inline else "" for one in self.inside
        )

    def has(self, class_: str) -> bool:
        """Say whether it has a class."""
        return class_ in (self.attributes.get("class") or "").split()

    def all(self, tag: str = "", class_: str = "") -> Iterator[Node]:
        """Yield the elements in it, at any depth, with this name and this class."""
        for one in self.children:
            if tag in ("", one.tag) and (not class_ or one.has(class_)):
                yield one
            yield from one.all(tag, class_)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open = [Node("")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, dict(attrs))
        self.open[-1].inside.append(node)
        if tag not in _VOID:
            self.open.append(node)

    def handle_endtag(self, tag: str) -> None:
        while len(self.open) > 1 and self.open.pop().tag != tag:
            pass

    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(data)


def read_markup(markup: str) -> Node:
    """Return the whole as one node without a name; `noscript` holds elements, as where no script runs."""
    reader = _Reader()
    reader.feed(markup)
    return reader.open[0]
