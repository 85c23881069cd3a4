"""The offline file: the checker of all insurers with its Python engine in one HTML, opened by a double click."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from checker.authoring import load_library
from checker.build.offline.packed import pack
from checker.build.offline.page import offline_page
from checker.build.runtime import CompileError, KeptError, MissingInputError, build_runtime
from checker.pages.assets import collect_assets
from checker.pages.clock import build_day

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["build_offline", "main"]

FILE_NAME = "shikaku-navi.html"


def build_offline(out: Path, root: Path) -> Path:
    """Write the file into the folder `out` and return where it is.

    The same project on the same day gives the same bytes. Raises what `load_library` and
    `build_runtime` raise.
    """
    library = load_library(root)
    runtime = root / "build" / "runtime"
    manifest = build_runtime(runtime, root)
    config = yaml.load((root / "mkdocs.yml").read_text(encoding="utf-8"), yaml.CSafeLoader)
    extra = config.get("extra", {})
    assets = collect_assets(root, extra.get("operator"), extra.get("report"))
    browser = root / "checker" / "browser"
    page = offline_page(library, assets, pack(runtime, manifest, browser), browser, build_day())
    out.mkdir(parents=True, exist_ok=True)
    path = out / FILE_NAME
    path.write_text(page, encoding="utf-8", newline="\n")
    return path


def main(argv: Sequence[str]) -> int:
    """`build offline`: write dist/offline/shikaku-navi.html; return the exit status."""
    parser = argparse.ArgumentParser(prog="checker build offline", description=main.__doc__)
    parser.add_argument("--out", type=Path, default=Path("dist/offline"))
    parser.add_argument("--root", type=Path, default=Path())
    options = parser.parse_args(argv)
    try:
        path = build_offline(options.out, options.root.resolve())
    except (CompileError, KeptError, MissingInputError) as error:
        print(error, file=sys.stderr)
        return 1
    print(f"  offline: {path.stat().st_size:,} bytes in {path}")
    return 0
