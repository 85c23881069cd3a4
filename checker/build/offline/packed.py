"""What offline files carry of Python: each part as base64 of gzip, since they have nowhere to fetch from."""

from __future__ import annotations

import gzip
import json
from base64 import b64encode
from typing import TYPE_CHECKING

from checker.build.scripts import join_modules

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from checker.build.runtime import Manifest

__all__ = ["as_block", "handing_over", "pack"]

_PARTS = ("pyodide", "asm", "wasm", "stdlib", "app")


def pack(runtime: Path, manifest: Manifest, browser: Path) -> dict[str, str]:
    """Return the text of each block by its name."""
    packed = {part: as_block((runtime / manifest.files[part]).read_bytes()) for part in _PARTS}
    return packed | {
        "lock": as_block(json.dumps(manifest.lock).encode()),
        "worker": as_block(join_modules(browser / "offline-worker.js").encode()),
    }


def handing_over(blocks: Mapping[str, str]) -> bytes:
    """Return the script that hands blocks over to a page in a folder, as those of other languages do their words."""
    text = json.dumps(dict(blocks), separators=(",", ":"))
    return f'document.dispatchEvent(new CustomEvent("words",{{detail:{text}}}));\n'.encode()


def as_block(data: bytes) -> str:
    """Return data as the text of a block."""
    return b64encode(gzip.compress(data, 9, mtime=0)).decode()
