"""What the pages load: style sheets and scripts, and Python's files for the checker where they have been built.

Every name carries a hash of its content, so a host may let browsers keep a file for ever. Addresses are relative
to the site's root and a page puts the way up in front of them. Nothing here knows an insurer or MkDocs.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING

from checker.build.scripts import join_modules
from checker.build.shrinking import shrink
from checker.pages.integrity import sums_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from checker.pages.downloads import Downloads

__all__ = ["Assets", "Copy", "Runtime", "SharedFile", "collect_assets"]

_HASH_LENGTH = 12
_RUNTIME_FOLDER = "assets/runtime/"

_SCRIPTS = {
    "checker": "checker.js",
    "quick_exit": "quick_exit.js",
    "page": "page.js",
    "choose": "choose_insurer.js",
    "search": "search.js",
    "compare": "compare.js",
    "widget": "widget.js",
    "editors": "editors.js",
}
"""The joined scripts: the name under which pages ask for one, and the module that starts it."""

_COUNTER = ("counter_ask", "counter", "counter_paper")
_STYLES = ("base", "page", "question", "choose", "result", "panel", "sheet", "states", "print", *_COUNTER)
"""The checker's style sheets, in the order in which they are joined."""


@dataclass(frozen=True)
class SharedFile:
    """A file of the site: its address from the root, and its bytes or the file to copy."""

    address: str
    content: bytes | Path


@dataclass(frozen=True)
class Runtime:
    """Python for the browser: the folder of its files, ending in a slash, and each file's name by what it is."""

    base: str
    files: Mapping[str, str]


@dataclass(frozen=True)
class Copy:
    """A copy of the site for a folder, where pages can fetch nothing: the script with Python in it, and our version."""

    python: SharedFile
    version: str


@dataclass(frozen=True)
class Assets:
    """Addresses of what the pages load, and what all of them say of who runs the site.

    `scripts` are those of `_SCRIPTS` by name. `style` is the checker's, `widget_style` what a widget has beside it,
    `site_style` is that of the pages around the checker. `loader` is the text of the script that other sites load,
    its words still missing.
    `runtime` is None where the checker runs on its table alone. `operator`, `report` and `site_url`, the address of the
    site with a slash at its end, are "" where nobody has set them. `copy` is set in a copy of the site for a folder.
    `downloads` are the files that the site offers, where there are any. `integrity`: what pages say of scripts and
    style sheets by their addresses, where the site has an address.
    """

    scripts: Mapping[str, str]
    style: str
    widget_style: str
    site_style: str
    loader: str
    runtime: Runtime | None
    operator: str
    report: str
    shared: tuple[SharedFile, ...]
    site_url: str = ""
    copy: Copy | None = None
    downloads: Downloads | None = None
    integrity: Mapping[str, str] = field(default_factory=dict)


def collect_assets(
    root: Path,
    operator: str | None = None,
    report: str | None = None,
    site_url: str | None = None,
    copy: Copy | None = None,
) -> Assets:
    """Read the project at `root` and return what its pages share; `build/runtime/` may be missing.

    A `copy` brings its own Python.
    """
    browser, pages = root / "checker" / "browser", root / "checker" / "pages"
    more = {"checker": [browser / "folder-python.js"]} if copy else {}
    scripts = {
        name: _hashed(f"{name}.js", shrink(join_modules(browser / entry, *more.get(name, ())), root).encode())
        for name, entry in _SCRIPTS.items()
    }
    both = b"".join((pages / f"{name}.css").read_bytes() for name in ("tables", "stuck"))
    look = b"".join((browser / "styles" / f"{name}.css").read_bytes() for name in _STYLES)
    style = _hashed("checker.css", look + both)
    around = b"".join(
        (pages / f"{name}.css").read_bytes() for name in ("site", "editors", "compare", "search", "pictures")
    )
    site_style = _hashed("site.css", around + both)
    widget_style = _hashed("widget.css", (browser / "styles" / "widget.css").read_bytes())
    runtime, runtime_files = _runtime_of(copy) if copy else _read_runtime(root / "build" / "runtime")
    loaded = (*scripts.values(), style, widget_style, site_style)
    return Assets(
        scripts={name: script.address for name, script in scripts.items()},
        style=style.address,
        widget_style=widget_style.address,
        site_style=site_style.address,
        loader=shrink(join_modules(browser / "embed.js"), root),
        runtime=runtime,
        operator=operator or "",
        report=report or "",
        shared=(*loaded, *runtime_files),
        site_url=site_url or "",
        copy=copy,
        integrity=sums_of(loaded) if site_url and not copy else {},
    )


def _hashed(name: str, content: bytes) -> SharedFile:
    stem, _, suffix = name.rpartition(".")
    return SharedFile(f"assets/{stem}.{sha256(content).hexdigest()[:_HASH_LENGTH]}.{suffix}", content)


def _runtime_of(copy: Copy) -> tuple[Runtime, tuple[SharedFile, ...]]:
    folder, _, name = copy.python.address.rpartition("/")
    return Runtime(f"{folder}/", {"packed": name}), (copy.python,)


def _read_runtime(folder: Path) -> tuple[Runtime | None, tuple[SharedFile, ...]]:
    manifest = folder / "runtime.json"
    if not manifest.is_file():
        return None, ()
    files: dict[str, str] = json.loads(manifest.read_text(encoding="utf-8"))["files"]
    copies = (SharedFile(_RUNTIME_FOLDER + name, folder / name) for name in sorted(set(files.values())))
    return Runtime(_RUNTIME_FOLDER, files), tuple(copies)
