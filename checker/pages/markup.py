"""Markup that we have written, cut into texts and tags: no parser for what others write, but some times as quick.

A page of ours names each element in small letters, quotes every value that is read here, and has no `>` in a value.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["attributes_of", "name_of", "pieces"]

_TAG = re.compile(r"(<[^>]*>)")
_NAME = re.compile(r"</?([a-z0-9]+)")
_ATTRIBUTE = re.compile(r' ([a-z-]+)(?:="([^"]*)")?')


def pieces(markup: str) -> Iterator[tuple[str, str]]:
    """Yield each text with the tag that follows it, both as they stand; either may be empty."""
    parts = _TAG.split(markup)
    parts.append("")
    return zip(parts[::2], parts[1::2], strict=True)


def name_of(tag: str) -> str:
    """Return the name of an element by one of its tags; "" for a comment."""
    found = _NAME.match(tag)
    return found[1] if found else ""


def attributes_of(tag: str) -> dict[str, str]:
    """Return the attributes of a tag, "" for one that is bare; what stands for letters is left as it is."""
    return dict(_ATTRIBUTE.findall(tag)) if " " in tag else {}
