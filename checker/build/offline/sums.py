"""Sums of what a file carries: of each block of data, which its script checks, and of whole files, for people."""

from __future__ import annotations

import re
from hashlib import sha256
from typing import TYPE_CHECKING
from zlib import crc32

from checker.pages.html import Html

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

__all__ = ["summed", "sums_text"]

_BLOCK = re.compile(r"<script type=\"(application/json|text/plain)\"([^>]*)>(.*?)</script>", re.DOTALL)


def summed(markup: Html) -> Html:
    """Return the markup, each block of data in it with the CRC-32 of its text.

    A sum against accidents only: a block that a bad disk or a cut copy has changed must not answer anybody.
    """
    return Html(_BLOCK.sub(_with_sum, markup))


def sums_text(files: Iterable[Path]) -> str:
    """Return what `sha256sum -c` reads, beside the files."""
    return "".join(f"{sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in files)


def _with_sum(found: re.Match[str]) -> str:
    kind, attributes, text = found.groups()
    return f'<script type="{kind}"{attributes} data-sum="{crc32(text.encode()):08x}">{text}</script>'
