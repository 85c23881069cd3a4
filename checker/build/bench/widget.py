"""What other sites make their visitors load: the loader, and what a widget needs until its first question."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.build.bench.brotli import brotli
from checker.build.bench.row import Row
from checker.pages.embed_script import ADDRESS

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["widget_rows"]

_KB = 1000
_LOADED = re.compile(r'<(?:script|link rel="stylesheet") (?:src|href)="\.\./\.\./([^"]+)"')


def widget_rows(files: Mapping[str, bytes]) -> list[Row]:
    """Return the two sizes; `files` are those of the checker and of `v1/` by their address."""
    pages = [name for name in files if name.startswith("v1/") and name.endswith(".html")]
    sizes = {name: _needed(files, name) for name in pages}
    largest = max(sizes, key=lambda name: sum(sizes[name].values()))
    told = ", ".join(f"{name.rpartition('/')[2]} {size / _KB:.1f}" for name, size in sizes[largest].items())
    return [
        Row("loader for other sites, brotli", len(brotli(files[ADDRESS])) / _KB, "KB", 1.5, ADDRESS),
        Row("widget until its first question, brotli", sum(sizes[largest].values()) / _KB, "KB", 60, told),
    ]


def _needed(files: Mapping[str, bytes], page: str) -> dict[str, int]:
    names = (page, *_LOADED.findall(files[page].decode()))
    return {name: len(brotli(files[name])) for name in names}
