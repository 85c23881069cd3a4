"""What MkDocs itself builds, in the form that our shell takes, and what of the theme is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.structure.files import Files

from checker.pages.article import Article
from checker.pages.here import FOLDERS, Here, here_at
from checker.pages.html import Html, join
from checker.pages.integrity import integrity_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.structure.pages import Page

    from checker.pages.shell import Shell

__all__ = ["article_of", "languages_of", "theme_sums", "without_scripts"]


def article_of(page: Page, shell: Shell) -> Article:
    """Return a page that is written by hand; its own head may name a script, a feed, and ask for the standing line."""
    meta = page.meta
    return Article(
        here_at(page.file.dest_uri),
        str(page.title),
        str(meta.get("description", "")),
        join(Html(page.content or ""), shell.standing if meta.get("standing") else None),
        shell.panel,
        script=str(meta.get("script", "")),
        frames=bool(meta.get("frames")),
        feed=str(meta.get("feed", "")),
    )


def languages_of(page: Page, files: Files) -> list[str]:
    """Return the languages in which a page that is written by hand stands, so that each can lead to the others."""
    here = here_at(page.file.dest_uri)
    addresses = {file.dest_uri for file in files.documentation_pages()}
    return [language for language in FOLDERS if Here(here.page, language).address in addresses]


def theme_sums(files: Files) -> Iterator[tuple[str, str]]:
    """Yield the theme's style sheets by their addresses, with what browsers hold them against."""
    return ((file.dest_uri, integrity_of(file.content_bytes)) for file in files.css_files())


def without_scripts(files: Files) -> Files:
    """Return the files without Material's scripts, source maps and icon: no page loads them."""
    return Files(
        file
        for file in files
        if not file.src_uri.startswith(("assets/javascripts/", "assets/images/")) and not file.src_uri.endswith(".map")
    )
