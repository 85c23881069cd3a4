"""Our pages and files in the form in which MkDocs takes them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from checker.authoring.ruby import plain
from checker.pages.article import Article
from checker.pages.here import FOLDERS, here_at
from checker.pages.search_page import INDEX, PAGE
from checker.pages.searching import SearchedPage, search_files

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from checker.authoring import Library
    from checker.pages.assets import SharedFile

__all__ = ["add_search", "add_to", "without_scripts"]


class _ReadyPage(Page):
    """A page whose content is HTML already: it is put into the theme's shell without a pass through Markdown."""

    def __init__(self, article: Article, file: File, config: MkDocsConfig) -> None:
        super().__init__(plain(article.title), file, config)
        self._article = article

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002 - nothing is read from disk
        self.markdown = ""
        self.meta = {
            "description": plain(self._article.description),
            "panel": self._article.panel,
            "script": self._article.script,
            "frames": self._article.frames,
            "feed": self._article.feed,
        }

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002 - ready already
        self.content = self._article.body
        self.present_anchor_ids = set()


def add_to(files: Files, item: Article | SharedFile, config: MkDocsConfig) -> None:
    """Add a page in the theme's shell, or a file as it is."""
    if isinstance(item, Article):
        source = item.address.removesuffix(".html") + ".md"
        file = File.generated(config, source, content="")
        _ReadyPage(item, file, config)
    elif isinstance(item.content, Path):
        file = File.generated(config, item.address, abs_src_path=str(item.content))
    else:
        file = File.generated(config, item.address, content=item.content)
    files.append(file)


def add_search(files: Files, library: Library, root: Path, config: MkDocsConfig) -> None:
    """Add an index of all pages as they now are for each language, and tell its search page where it stands.

    Raises AuthoringError where a line of the table of synonyms leads nowhere.
    """
    pages = {file.dest_uri: file.page for file in files.documentation_pages() if file.page}
    texts = (
        SearchedPage(address, f"{page.content}{page.meta.get('panel', '')}")
        for address, page in pages.items()
        if here_at(address).page != PAGE
    )
    for language, index in search_files(texts, library, root).items():
        add_to(files, index, config)
        address = FOLDERS[language] + PAGE
        if page := pages.get(address):
            page.content = (page.content or "").replace(INDEX, here_at(address).up + index.address)


def without_scripts(files: Files) -> Files:
    """Return the files without Material's scripts and source maps: no page loads them."""
    return Files(
        file
        for file in files
        if not file.src_uri.startswith("assets/javascripts/") and not file.src_uri.endswith(".map")
    )
