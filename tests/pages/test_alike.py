"""What is written once for insurers that are alike is what would be written for each of them by itself."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from checker.authoring import load_library
from checker.authoring.likeness import shape_of
from checker.build.bench.many_insurers import write_project
from checker.pages.alike import forget_all
from checker.pages.assets import collect_assets
from checker.pages.checker_part import checker_part
from checker.pages.insurer.tables_page import tables_page
from checker.pages.insurer_page import insurer_page
from checker.pages.making import Making
from checker.pages.pictures.page import pictures_page
from checker.pages.shared_data import table_text
from checker.pages.told import told_parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.authoring import Library

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 11, 22)
TWINS = ("made-up-0", "made-up-2")
OTHER = "made-up-1"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Return three made-up insurers, of which the first and the last are alike."""
    folder = tmp_path_factory.mktemp("many")
    write_project(ROOT, folder, 3, shapes=2)
    return load_library(folder)


@pytest.fixture(autouse=True)
def nothing_kept() -> Iterator[None]:
    forget_all()
    yield
    forget_all()


def _pages(library: Library, insurer: str) -> list[str]:
    """Return all that is written of an insurer, in every language."""
    making = Making(library, collect_assets(ROOT), TODAY)
    own = library.insurers[insurer]
    written: list[str] = [checker_part(own, making, told_parts(own, making)), table_text(own, making)]
    for language in library.languages:
        told = making.told_in(language)
        for make in (insurer_page, tables_page, pictures_page):
            page = make(told.library.insurers[insurer], told)
            written += [page.body, page.panel]
    return written


def test_insurers_are_alike_whose_rules_differ_in_the_name_only(library: Library) -> None:
    first, second = (shape_of(library.insurers[name].rulebook) for name in TWINS)
    assert first == second
    assert shape_of(library.insurers[OTHER].rulebook) != first


def test_a_twin_is_told_as_if_it_were_alone(library: Library) -> None:
    alone = _pages(library, TWINS[1])
    number = forget_all()
    first = _pages(library, TWINS[0])
    assert _pages(library, TWINS[1]) == alone
    assert forget_all() == number
    assert not any(TWINS[0] in text for text in alone)
    assert not any(TWINS[1] in text for text in first)
    assert _pages(library, OTHER)[0] != alone[0]
