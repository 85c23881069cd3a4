"""MkDocs' way in: MkDocs builds the theme's files and pages written by hand; beside them the hook writes ours."""

from __future__ import annotations

import sys
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

_HERE = Path(__file__).resolve().parent
_ROOT = _HERE.parents[1]
if sys.path[0] == str(_HERE):
    sys.path[0] = str(_ROOT)  # MkDocs puts a hook's own folder first, where html.py hides Python's

from mkdocs.commands.build import get_context  # noqa: E402 - only now can Python's own html be found
from mkdocs.exceptions import PluginError  # noqa: E402
from mkdocs.plugins import get_plugin_logger  # noqa: E402
from mkdocs.structure.nav import Navigation  # noqa: E402

from checker.authoring import AuthoringError, load_library  # noqa: E402
from checker.authoring.languages import FIRST  # noqa: E402
from checker.engine.diagrams.diagram import TooLargeError  # noqa: E402
from checker.pages.addresses.links import Links  # noqa: E402
from checker.pages.addresses.served import served_files  # noqa: E402
from checker.pages.addresses.sitemap import INDEX  # noqa: E402
from checker.pages.assets import collect_assets  # noqa: E402
from checker.pages.clock import build_day  # noqa: E402
from checker.pages.downloads import read_downloads  # noqa: E402
from checker.pages.here import here_at  # noqa: E402
from checker.pages.making import Making  # noqa: E402
from checker.pages.mkdocs_files import article_of, languages_of, theme_sums, without_scripts  # noqa: E402
from checker.pages.searching import SearchedPage, search_files  # noqa: E402
from checker.pages.shell import MARKS, Shells  # noqa: E402
from checker.pages.site import build_site  # noqa: E402
from checker.pages.streaming import Folder, write_site  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

    from checker.authoring import Library
    from checker.pages.assets import Assets, SharedFile
    from checker.pages.shell import Shell

_log = get_plugin_logger("checker")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Read everything that our pages are made of; what is wrong with it ends the build here."""
    root = _root_of(config)
    try:
        library = load_library(root)
    except AuthoringError as error:
        raise PluginError(str(error)) from None
    extra, assets = config.extra, assets_of(config, library)
    if assets.integrity:
        assets = replace(assets, integrity={**assets.integrity, **dict(theme_sums(files))})
    extra.update(assets=assets, making=Making(library, assets, build_day()), by_hand=[], links=Links())
    config.theme.static_templates.discard(INDEX)  # ours knows the pages of which MkDocs knows nothing
    return without_scripts(files)


def assets_of(config: MkDocsConfig, library: Library) -> Assets:
    """Return what all pages load, as the configuration and the folders beside it have it."""
    root, extra = _root_of(config), config.extra
    assets = collect_assets(root, extra.get("operator"), extra.get("report"), config.site_url, extra.get("copy"))
    if assets.copy is None:
        assets = _with_downloads(assets, library, root)
    if assets.runtime is None:
        _log.info("the checker runs on its table alone: build/runtime/ is not there")
    return assets


def _with_downloads(assets: Assets, library: Library, root: Path) -> Assets:
    found = read_downloads(root / "dist" / "offline", library)
    if isinstance(found, str):
        _log.info("no files are offered for download: %s", found)
        return assets
    return replace(assets, downloads=found)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Keep what renders the shell; a page that MkDocs renders itself, and the error page, get the Japanese one."""
    extra = config.extra
    around = get_context(Navigation([], []), files, config, base_url=MARKS["up"])

    def render(shell: Shell) -> str:
        return env.get_template("main.html").render({**around, "shell": shell})

    extra.update(shells=Shells(extra["making"], config.site_description or "", render), files=files)
    env.globals["shell"] = extra["shells"].of(FIRST)
    return env


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Fill the error page, which is served at any address: its ways begin at the root."""
    if template_name != "404.html":
        return output_content
    shells: Shells = config.extra["shells"]
    return shells.error_page(output_content, urlsplit(config.site_url or "/").path)


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG001 - filled into our shell instead
    """Write a page that is written by hand as all others are written."""
    shells: Shells = config.extra["shells"]
    languages = languages_of(page, config.extra["files"])
    article = article_of(page, shells.of(here_at(page.file.dest_uri).language))
    config.extra["by_hand"].append(SearchedPage(article.address, article.body + article.panel))
    text = shells.filled(article, languages)
    config.extra["links"].saw(article.address, text)
    return text


def on_post_build(config: MkDocsConfig) -> None:
    """Write every generated page and file, one by one; a link that leads nowhere ends the build."""
    extra = config.extra
    making: Making = extra["making"]

    def index(pages: Iterable[SearchedPage]) -> Mapping[str, SharedFile]:
        return search_files(chain(extra["by_hand"], pages), making.library, _root_of(config))

    items = build_site(making.library, making.assets, making.today)
    links: Links = extra["links"]
    folder = Folder(Path(config.site_dir), links)
    try:
        write_site(items, extra["shells"], folder, index)
    except (AuthoringError, TooLargeError) as error:
        raise PluginError(str(error)) from None
    for file in served_files(links.pages, making):
        folder.write(file.address, file.content)
    _check(links, extra["files"], making)


def _check(links: Links, files: Files, making: Making) -> None:
    """End the build where a link leads nowhere; `files` are those that MkDocs has written."""
    for file in files.media_files():
        links.saw_file(file.dest_uri)
    if making.assets.copy:
        links.saw_file("NOTICES.txt")  # which is put beside the copy when it is packed
    if problems := links.problems():
        raise PluginError("\n".join(("links of the site:", *problems)))


def _root_of(config: MkDocsConfig) -> Path:
    return Path(str(config.config_file_path)).parent
