"""The whole site as values: a plain function from a library to pages and files, whoever writes them to disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.pages.article import Article
from checker.pages.assets import SharedFile, rulebook_name
from checker.pages.checker_page import render
from checker.pages.choose_page import choose_files
from checker.pages.html import Html, el, join
from checker.pages.insurer_lists import OTHER, choices
from checker.pages.insurer_page import insurer_page
from checker.pages.making import Making
from checker.pages.packs import common_files, insurer_files
from checker.pages.panel import panel
from checker.pages.sources_page import sources_page
from checker.pages.standing import standing_line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from checker.authoring import Library
    from checker.pages.assets import Assets

__all__ = ["build_site", "common_panel", "home_choices"]


def build_site(library: Library, assets: Assets, today: date) -> Iterator[Article | SharedFile]:
    """Yield every generated page and file, in declared order; the same library, assets and day give the same bytes."""
    yield from assets.shared
    making = Making(library, assets, today)
    words = common_files(library)
    yield from words.values()
    common = common_panel(library, today)
    yield from choose_files(making)
    yield _insurer_index(library, common)
    yield sources_page(library, common)
    for insurer in library.insurers.values():
        folder = f"check/{insurer.id}/"
        own = insurer_files(insurer, making)
        yield from own.values()
        yield SharedFile(f"{folder}index.html", render(insurer, making, words, own).encode())
        rulebook = insurer.rulebook
        yield SharedFile(folder + rulebook_name(rulebook), rulebook.to_json().encode())
        yield insurer_page(insurer, library, today)


def common_panel(library: Library, today: date) -> Html:
    """Return the panel of pages that are no insurer's: what the national layer decides."""
    return panel(library.insurers[OTHER], library, today)


def home_choices(library: Library) -> Html:
    """Return the links that lead from the home page straight to each insurer's checker."""
    return join(choices(library, "check/", "h3"), standing_line(library.words, OTHER))


def _insurer_index(library: Library, about: Html) -> Article:
    words = library.words
    title, intro = words["pages.insurers_title"], words["pages.insurers_intro"]
    body = join(el("h1", title), el("p", intro), choices(library, ""), standing_line(words, OTHER))
    return Article("insurers/index.html", title, intro, body, about)
