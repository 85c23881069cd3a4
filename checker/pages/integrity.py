"""What browsers hold a file against before they use it: SHA-256 in the form of the HTML attribute.

Attributes stand only in pages of a site that has an address (`site_url`): of a page that is opened from a folder,
Chromium and WebKit refuse every file that carries one. What our own scripts fetch has its sum behind a `#` of the
address, and they leave it out where browsers would refuse.
"""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from checker.pages.assets import SharedFile

__all__ = ["integrity_of", "sums_of", "with_integrity", "with_sum"]

_LOADED = re.compile(r'(?<=<)(?:link rel="stylesheet" href|script src)="([^"]*)"')


def integrity_of(content: bytes) -> str:
    """Return what the attribute says of these bytes."""
    return f"sha256-{b64encode(sha256(content).digest()).decode()}"


def sums_of(files: Iterable[SharedFile]) -> Mapping[str, str]:
    """Return what the attribute says of files that are held as bytes, by their addresses."""
    return {one.address: integrity_of(one.content) for one in files if isinstance(one.content, bytes)}


def with_sum(file: SharedFile) -> str:
    """Return the address of a file that a script of ours fetches, with its sum."""
    content = file.content if isinstance(file.content, bytes) else file.content.read_bytes()
    return f"{file.address}#{integrity_of(content)}"


def with_integrity(markup: str, up: str, known: Mapping[str, str]) -> str:
    """Return markup whose scripts and style sheets carry what is `known` of them by their address from the root.

    `up`: what stands in front of such an address.
    """

    def marked(loaded: re.Match[str]) -> str:
        said = known.get(loaded[1].removeprefix(up)) if loaded[1].startswith(up) else None
        return f'{loaded[0]} integrity="{said}"' if said else loaded[0]

    return _LOADED.sub(marked, markup) if known else markup
