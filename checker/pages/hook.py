"""MkDocs' way in: hands over what `build_site` returns, and keeps Material's scripts out of the site."""

from __future__ import annotations

import sys
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
from checker.pages.insurer_lists import OTHER  # noqa: E402
from checker.pages.mkdocs_files import add_to, without_scripts  # noqa: E402
from checker.pages.site import build_site, common_panel, home_choices  # noqa: E402
from checker.pages.standing import standing_line  # noqa: E402
from checker.pages.told import NEUTRAL_ADDRESS  # noqa: E402

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

_HOME_MARK = "<!-- insurers -->"
_log = get_plugin_logger("checker")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add every generated page and file."""
    try:
        library = load_library(_ROOT)
    except AuthoringError as error:
        raise PluginError(str(error)) from None
    assets = collect_assets(_ROOT, config.extra.get("operator"), config.extra.get("report"))
    if assets.runtime is None:
        _log.info("the checker runs on its table alone: build/runtime/ is not there")
    files = without_scripts(files)
    today = build_day()
    try:
        for item in build_site(library, assets, today):
            add_to(files, item, config)
    except TooLargeError as error:
        raise PluginError(str(error)) from None
    config.extra.update(library=library, assets=assets, panel=common_panel(library, today))
    config.extra["standing"] = standing_line(library.words, OTHER)
    return files


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG001 - MkDocs' signature
    """Give the theme's templates the words of the library."""
    env.globals.update(words=config.extra["library"].words.tree, neutral_address=NEUTRAL_ADDRESS)
    return env


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001
    """Put the insurers into the hand-written home page, where it asks for them."""
    return html.replace(_HOME_MARK, home_choices(config.extra["library"]))
