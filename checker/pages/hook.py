"""MkDocs' way in: hands over what `build_site` returns, and keeps Material's scripts out of the site."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

_HERE = Path(__file__).resolve().parent
_ROOT = _HERE.parents[1]
if sys.path[0] == str(_HERE):
    sys.path[0] = str(_ROOT)  # MkDocs puts a hook's own folder first, where html.py hides Python's

from mkdocs.exceptions import PluginError  # noqa: E402 - only now can Python's own html be found
from mkdocs.plugins import get_plugin_logger  # noqa: E402

from checker.authoring import AuthoringError, load_library  # noqa: E402
from checker.engine.diagrams.diagram import TooLargeError  # noqa: E402
from checker.pages.assets import collect_assets  # noqa: E402
from checker.pages.clock import build_day  # noqa: E402
from checker.pages.downloads import read_downloads  # noqa: E402
from checker.pages.making import Making  # noqa: E402
from checker.pages.mkdocs_files import add_search, add_to, without_scripts  # noqa: E402
from checker.pages.shell import Shells  # noqa: E402
from checker.pages.site import build_site  # noqa: E402

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

    from checker.authoring import Library
    from checker.pages.assets import Assets

_log = get_plugin_logger("checker")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add every generated page and file."""
    root = _root_of(config)
    try:
        library = load_library(root)
    except AuthoringError as error:
        raise PluginError(str(error)) from None
    extra = config.extra
    assets = collect_assets(root, extra.get("operator"), extra.get("report"), config.site_url, extra.get("copy"))
    if assets.copy is None:
        assets = _with_downloads(assets, library, root)
    if assets.runtime is None:
        _log.info("the checker runs on its table alone: build/runtime/ is not there")
    files = without_scripts(files)
    today = build_day()
    try:
        for item in build_site(library, assets, today):
            add_to(files, item, config)
    except TooLargeError as error:
        raise PluginError(str(error)) from None
    config.extra["library"] = library
    config.extra.update(assets=assets, shells=Shells(Making(library, assets, today), {file.dest_uri for file in files}))
    return files


def _with_downloads(assets: Assets, library: Library, root: Path) -> Assets:
    found = read_downloads(root / "dist" / "offline", library)
    if isinstance(found, str):
        _log.info("no files are offered for download: %s", found)
        return assets
    return replace(assets, downloads=found)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Give the theme's templates what they write around a page; by now all pages can be searched."""
    try:
        add_search(files, config.extra["library"], _root_of(config), config)
    except AuthoringError as error:
        raise PluginError(str(error)) from None
    env.globals["shell_of"] = config.extra["shells"].of
    return env


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Write the whole page in its language."""
    shells: Shells = config.extra["shells"]
    return shells.written(output, page.file.dest_uri)


def _root_of(config: MkDocsConfig) -> Path:
    return Path(str(config.config_file_path)).parent
