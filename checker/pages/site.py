"""The whole site as values: a plain function from a library to pages and files, whoever writes them to disk."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker.authoring.likeness import shape_of
from checker.pages import checker_page, widget_page
from checker.pages.assets import SharedFile
from checker.pages.background import background_pages
from checker.pages.checker_page import draw
from checker.pages.choose_page import choose_files
from checker.pages.download_page import download_files, download_page
from checker.pages.editors_page import editors_page
from checker.pages.embed_script import embed_script
from checker.pages.feeds import feeds
from checker.pages.guides.guide_page import guide_pages
from checker.pages.guides.plans import PLANS
from checker.pages.guides.survey import survey
from checker.pages.home_page import home_page
from checker.pages.insurer.tables_page import tables_page
from checker.pages.insurer_index import insurer_index
from checker.pages.insurer_lists import OTHER
from checker.pages.insurer_page import insurer_page
from checker.pages.making import Making
from checker.pages.open_data.files import data_of, index_files
from checker.pages.packs import common_files, insurer_files
from checker.pages.panel import panel
from checker.pages.pictures.figures import picture_files
from checker.pages.pictures.page import pictures_page
from checker.pages.rulebook_file import rulebook_file
from checker.pages.search_page import search_page
from checker.pages.sourcing.homes import statements_of
from checker.pages.sourcing.source_page import source_page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import date

    from checker.authoring import Insurer, Library
    from checker.authoring.statements import Statement
    from checker.pages.article import Article
    from checker.pages.assets import Assets
    from checker.pages.guides.survey import Survey
    from checker.pages.html import Html

__all__ = ["build_site", "common_articles", "common_panel"]


def build_site(library: Library, assets: Assets, today: date) -> Iterator[Article | SharedFile]:
    """Yield every generated page and file, in declared order; the same library, assets and day give the same bytes."""
    yield from assets.shared
    making = Making(library, assets, today)
    words = common_files(library)
    yield from words.values()
    yield embed_script(library, assets.loader)
    yield from feeds(making)
    yield from choose_files(making)
    yield from download_files(making)
    yield from picture_files(making)
    asked = cache(lambda: survey(library, today, PLANS))
    yield from index_files(making)
    statements = statements_of(library)
    told = [making.told_in(language) for language in library.languages]
    for speaking in told:
        yield from common_articles(speaking, asked, lambda: statements)
    shared: set[str] = set()
    for insurer in _by_shape(library):
        for speaking in told:
            yield from _of_insurer(insurer.id, statements.get(insurer.id, ()), speaking)
        yield from data_of(insurer, making)
        own = insurer_files(insurer, making)
        yield from own.values()
        drawn = draw(insurer, making, words, own)
        for file in drawn.data:
            if file.address not in shared:
                shared.add(file.address)
                yield file
        yield SharedFile(f"check/{insurer.id}/index.html", checker_page.render(drawn, making).encode())
        yield SharedFile(f"v1/{insurer.id}/index.html", widget_page.render(drawn, making).encode())
        yield rulebook_file(insurer)


def common_panel(making: Making) -> Html:
    """Return the panel of pages that are no insurer's: what the national layer decides."""
    return panel(making.library.insurers[OTHER], making.library, making.today)


def common_articles(
    making: Making, asked: Callable[[], Survey], statements: Callable[[], Mapping[str, tuple[Statement, ...]]]
) -> Iterator[Article | SharedFile]:
    """Yield the pages in the site's common shell, in the language that the library speaks.

    What was asked for situations, and the statements, are worked out once a page needs them.
    """
    common = common_panel(making)
    yield home_page(making, common)
    yield from insurer_index(making, common)
    yield search_page(making, common)
    yield from background_pages(making, statements(), common)
    yield editors_page(making, common)
    yield download_page(making, common)
    yield from guide_pages(making, asked(), common)


def _of_insurer(name: str, statements: Sequence[Statement], making: Making) -> Iterator[Article]:
    insurer = making.library.insurers[name]
    yield source_page(insurer, statements, making)
    yield insurer_page(insurer, making)
    if insurer.status == "published":
        yield tables_page(insurer, making)
        yield pictures_page(insurer, making)


def _by_shape(library: Library) -> list[Insurer]:
    """Return the insurers, those whose rules are alike one after the other, so that what they share is at hand."""
    shapes: dict[str, list[Insurer]] = {}
    for insurer in library.insurers.values():
        shapes.setdefault(shape_of(insurer.rulebook), []).append(insurer)
    return [one for some in shapes.values() for one in some]
