"""The pages behind the answers: insurers beside each other, sources, and what the site is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.pages.comparing.compare_page import compare_page, pairs_of
from checker.pages.comparing.silence_page import silence_page
from checker.pages.glossary_page import glossary_page
from checker.pages.site_pages import about_page, accessibility_page, data_page, privacy_page
from checker.pages.sources_page import sources_page
from checker.pages.sourcing.differences_page import differences_page

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checker.authoring.statements import Statement
    from checker.pages.article import Article
    from checker.pages.assets import SharedFile
    from checker.pages.html import Html
    from checker.pages.making import Making

__all__ = ["background_pages"]


def background_pages(
    making: Making, statements: Mapping[str, tuple[Statement, ...]], panel: Html
) -> Iterator[Article | SharedFile]:
    """Yield the pages and their files in the library's language; `statements` are those of `statements_of`."""
    if pairs := pairs_of(making):
        yield pairs
    yield compare_page(making, panel, pairs)
    yield silence_page(making, panel)
    yield sources_page(making, panel)
    yield differences_page(making, statements, panel)
    yield glossary_page(making, panel)
    yield about_page(making, panel)
    yield privacy_page(making, panel)
    yield accessibility_page(making, panel)
    yield data_page(making, panel)
