"""The files in `dist/offline/`, written from one library in one go: the same project and day give the same bytes."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from mkdocs.config import load_config

from checker.authoring import load_library
from checker.build.offline.carried import carry
from checker.build.offline.folder import folder_zip
from checker.build.offline.page import OfflinePages
from checker.build.offline.sums import sums_text
from checker.pages.assets import collect_assets
from checker.pages.clock import build_day

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from checker.authoring import Library

__all__ = ["FILE_OF_ALL", "SITE_ZIP", "build_offline"]

FILE_OF_ALL = "shikaku-navi.html"
SITE_ZIP = "shikaku-navi-site.zip"


def build_offline(out: Path, root: Path) -> list[Path]:
    """Write the files into the folder `out`, which holds nothing else afterwards, and return where they are.

    Raises what `load_library` and `carry` raise.
    """
    library, today = load_library(root), build_day()
    carried = carry(root)
    extra = load_config(config_file=str(root / "mkdocs.yml")).extra
    assets = collect_assets(root, extra.get("operator"), extra.get("report"))
    pages = OfflinePages(library, assets, carried, root, today)
    out.mkdir(parents=True, exist_ok=True)
    for old in out.iterdir():
        old.unlink()
    texts = {FILE_OF_ALL: pages.of_all()}
    texts |= {f"shikaku-navi.{one.id}.html": pages.of_one(one) for one in library.insurers.values()}
    files = [_written(out / name, text) for name, text in texts.items()]
    site = out / SITE_ZIP
    site.write_bytes(folder_zip(root, library, carried, today))
    files += [site, _written(out / "NOTICES.txt", carried.notices)]
    told = {"format": 1, "version": carried.version, "built_on": today.isoformat(), **_told(library, files)}
    files.append(_written(out / "offline.json", json.dumps(told, ensure_ascii=False, indent=2) + "\n"))
    files.append(_written(out / "SHA256SUMS", sums_text(files)))
    return files


def _written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8", newline="\n")
    return path


def _told(library: Library, files: Iterable[Path]) -> dict[str, Any]:
    """Return what the download page says of the files, and from which rules they were made."""
    return {
        "rulebooks": {one.id: one.rulebook.version for one in library.insurers.values()},
        "files": [
            {"name": file.name, "bytes": file.stat().st_size, "sha256": sha256(file.read_bytes()).hexdigest()}
            for file in files
        ],
    }
