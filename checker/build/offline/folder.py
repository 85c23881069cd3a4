"""The whole site as a zip of one folder, for a USB stick or a plain server on a closed network.

It is the site that MkDocs builds, but for Python: that comes in one script, since pages opened from a folder may fetch
nothing. A small server needs no types for it either.
"""

from __future__ import annotations

import io
import zipfile
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from mkdocs.commands.build import build
from mkdocs.config import load_config

from checker.build.offline.carried import rulebooks_block
from checker.build.offline.packed import handing_over
from checker.pages.assets import Copy, SharedFile

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from checker.authoring import Library
    from checker.build.offline.carried import Carried

__all__ = ["FOLDER", "folder_zip"]

FOLDER = "shikaku-navi"
_HASH_LENGTH = 12
_FOR_SERVERS = frozenset({"404.html", "shared.png"})
"""What only a server on the internet has a use for."""


def folder_zip(root: Path, library: Library, carried: Carried, today: date) -> bytes:
    """Build the site of the project at `root` as a copy, and return it as a zip."""
    python = handing_over({**carried.python, "rulebooks": rulebooks_block(library.insurers.values())})
    name = f"assets/engine.packed.{sha256(python).hexdigest()[:_HASH_LENGTH]}.js"
    with TemporaryDirectory() as folder:
        config = load_config(config_file=str(root / "mkdocs.yml"), site_dir=folder, strict=True)
        config.extra["copy"] = Copy(SharedFile(name, python), carried.version)
        build(config)
        site = {
            path.relative_to(folder).as_posix(): path.read_bytes() for path in Path(folder).rglob("*") if path.is_file()
        }
    members = {name: data for name, data in site.items() if name not in _FOR_SERVERS}
    return _zipped({**members, "NOTICES.txt": carried.notices.encode()}, today)


def _zipped(members: Mapping[str, bytes], day: date) -> bytes:
    """Return an archive whose bytes depend on content and day alone."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(members):
            entry = zipfile.ZipInfo(f"{FOLDER}/{name}", (day.year, day.month, day.day, 0, 0, 0))
            entry.create_system = 3  # else it tells which system built it
            entry.external_attr = 0o644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, members[name])
    return buffer.getvalue()
