"""The page as a screen reader is given it by Chromium: roles, names and descriptions, in order, as text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

__all__ = ["Heard", "hear"]

_SILENT = frozenset({"none", "generic", "InlineTextBox", "LineBreak", "ListMarker"})


@dataclass(frozen=True)
class Heard:
    """One thing that is read: its role, name, description, how deep it stands, and the text inside it."""

    role: str
    name: str
    description: str
    depth: int
    text: str

    def __str__(self) -> str:
        """Return it as a line, for people who want to read what is read."""
        return f"{'  ' * self.depth}{self.role} {self.name}" + (f" ({self.description})" if self.description else "")


def hear(page: Page) -> list[Heard]:
    """Return everything that is given to a screen reader, in order."""
    client = page.context.new_cdp_session(page)
    nodes = client.send("Accessibility.getFullAXTree")["nodes"]
    return list(_heard(nodes[0], {node["nodeId"]: node for node in nodes}, 0))


def _heard(node: dict[str, Any], nodes: dict[str, dict[str, Any]], depth: int) -> Iterator[Heard]:
    role = _value(node, "role")
    told = not node["ignored"] and role not in _SILENT
    if told:
        yield Heard(role, _value(node, "name"), _value(node, "description"), depth, _text(node, nodes))
    for child in node.get("childIds", []):
        if child in nodes and role != "StaticText":
            yield from _heard(nodes[child], nodes, depth + told)


def _value(node: dict[str, Any], key: str) -> str:
    return str(node.get(key, {}).get("value", ""))


def _text(node: dict[str, Any], nodes: dict[str, dict[str, Any]]) -> str:
    if _value(node, "role") == "StaticText":
        return _value(node, "name")
    return "".join(_text(nodes[child], nodes) for child in node.get("childIds", []) if child in nodes)
