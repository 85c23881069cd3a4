"""What stands in a checker page for those without scripts: every table, the ways, and links that lead somewhere."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from pages.markup import read_markup
from pages.told_tables import read_tables
from rulebooks import INSURERS, library

from checker.pages.assets import Assets
from checker.pages.making import Making
from checker.pages.passages import listed_passages
from checker.pages.proof import passage_address
from checker.pages.without_script import without_script

if TYPE_CHECKING:
    from pages.markup import Node

TODAY = date(2026, 11, 22)
NO_FILES = Assets({}, "", "", "", "", None, "", "", ())


def _page(insurer: str, *, alone: bool = False) -> Node:
    making = Making(library(), NO_FILES, TODAY, alone)
    return read_markup(without_script(library().insurers[insurer], making))


@pytest.mark.parametrize("insurer", INSURERS)
def test_it_has_all_tables_the_ways_at_a_facility_and_the_old_card(insurer: str) -> None:
    page, words = _page(insurer), library().words
    captions = [one.text for one in page.all("caption")]
    names = ("facility", "cards", "care_needs", "special", "ages")
    assert captions == [words[f"pages.table_{name}"] for name in names]
    assert len(list(read_tables(page, words))) > 15
    heads = [(one.tag, one.text) for one in page.all() if one.tag in {"h1", "h2"}]
    sections = [("h2", words[f"pages.section_{name}"]) for name in ("facility", "tables", "old_card")]
    assert heads == [("h1", words["pages.without_script_title"]), *sections]


@pytest.mark.parametrize("insurer", INSURERS)
def test_links_lead_to_what_is_there(insurer: str) -> None:
    page = _page(insurer)
    found = {one.attributes["href"] or "" for one in page.all("a")}
    here = {one.removeprefix("#") for one in found if one.startswith("#")}
    made = {one.attributes["id"] for one in page.all() if "id" in one.attributes}
    assert here - made == {f"panel-{insurer}", f"contact-{insurer}"}
    listed = [one.id for one in listed_passages(library().insurers[insurer])]
    passages = {passage_address(name, "../../sources/") for name in listed}
    elsewhere = {one for one in found if not one.startswith("#")}
    assert len(elsewhere) > 5
    assert elsewhere - passages == {f"../../insurers/{insurer}/index.html#procedures"}


def test_where_no_other_page_is_beside_it_it_links_to_none() -> None:
    assert all((one.attributes["href"] or "").startswith("#") for one in _page("gamagori", alone=True).all("a"))
