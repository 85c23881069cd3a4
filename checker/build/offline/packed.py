"""What the offline file carries of Python: each part as base64 of gzip, since it has nowhere to fetch from."""

from __future__ import annotations

import gzip
import json
from base64 import b64encode
from typing import TYPE_CHECKING

from checker.build.scripts import join_modules

if TYPE_CHECKING:
    from pathlib import Path

    from checker.build.runtime import Manifest

__all__ = ["as_block", "pack"]

_PARTS = ("pyodide", "asm", "wasm", "stdlib", "app")


def pack(runtime: Path, manifest: Manifest, browser: Path) -> dict[str, str]:
    """Return the text of each data block by its name; `worker` is a script, `lock` is JSON."""
    packed = {part: as_block((runtime / manifest.files[part]).read_bytes()) for part in _PARTS}
    return packed | {
        "lock": json.dumps(manifest.lock),
        "worker": join_modules(browser / "offline-worker.js"),
    }


def as_block(data: bytes) -> str:
    """Return data as the text of a block."""
    return b64encode(gzip.compress(data, 9, mtime=0)).decode()
