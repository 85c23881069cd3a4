"""The heads of a site's pages, as machines read them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pages.markup import read_markup

if TYPE_CHECKING:
    from pages.markup import Node

__all__ = ["Read", "read_head"]


@dataclass(frozen=True)
class Read:
    """A head: its title, what `meta` says by name or property, its links by relation and tag, its linked data."""

    title: str
    said: dict[str, list[str]]
    links: dict[tuple[str, str], str]
    data: tuple[dict[str, Any], ...]

    def nodes(self, kind: str) -> list[dict[str, Any]]:
        """Return what it says of one type."""
        return [node for block in self.data for node in block["@graph"] if node["@type"] == kind]


def read_head(markup: str) -> Read:
    """Return what stands in the head of a page, or in a part of one."""
    top = read_markup(markup)
    said: dict[str, list[str]] = {}
    for one in top.all("meta"):
        name = _value(one, "name") or _value(one, "property")
        said.setdefault(name, []).append(_value(one, "content"))
    links = {(_value(one, "rel"), _value(one, "hreflang")): _value(one, "href") for one in top.all("link")}
    blocks = [one for one in top.all("script") if one.attributes.get("type") == "application/ld+json"]
    [title] = [one.text for one in top.all("title")]
    return Read(title, said, links, tuple(json.loads(one.text) for one in blocks))


def _value(node: Node, name: str) -> str:
    return node.attributes.get(name) or ""
