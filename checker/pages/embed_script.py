"""The loader as it is served: its few words filled in, and nothing but ASCII, since a host may be in any encoding."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from checker.authoring.ruby import plain
from checker.pages.assets import SharedFile

if TYPE_CHECKING:
    from checker.authoring import Library

__all__ = ["ADDRESS", "embed_script"]

ADDRESS = "v1/embed.js"
"""Where it stands, for as long as hosts name it: without a hash."""

_PLACE = re.compile(r"""JSON\.parse\((["'])EMBED_WORDS\1\)""")
_KEYS = ("title", "refused")


def embed_script(library: Library, loader: str) -> SharedFile:
    """Return the loader with its words, from its text without; raises ValueError where that has no place for them."""
    words = {
        language: {key: plain(told[f"embed.{key}"]) for key in _KEYS} for language, told in library.languages.items()
    }
    written = json.dumps(words, separators=(",", ":"))
    filled, places = _PLACE.subn(lambda _: written, loader)
    if places != 1:
        message = f"checker/browser/embed.js has {places} places for its words; one: `JSON.parse('EMBED_WORDS')`"
        raise ValueError(message)
    return SharedFile(ADDRESS, filled.encode("ascii"))
