"""A site with made-up insurers: every page is written as it comes, and what is equal is worked out once."""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from checker.authoring import load_library
from checker.authoring.kept import Kept
from checker.authoring.likeness import shape_of
from checker.build.bench.many_insurers import write_project
from checker.pages.addresses.links import Links
from checker.pages.article import Article
from checker.pages.assets import Assets, SharedFile
from checker.pages.here import Here
from checker.pages.html import Html
from checker.pages.making import Making
from checker.pages.search_page import INDEX, PAGE
from checker.pages.shell import Shells
from checker.pages.streaming import Folder, write_site

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from checker.authoring import Library
    from checker.pages.searching import SearchedPage

ROOT = Path(__file__).resolve().parents[2]
MADE, SHAPES = 12, 3
NO_FILES = Assets({"search": "assets/search.js"}, "", "", "", "", None, "", "", ())


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("many")
    write_project(ROOT, folder, MADE, SHAPES)
    return load_library(folder)


def test_what_is_equal_is_held_once(library: Library) -> None:
    made = [one for one in library.insurers.values() if one.id.startswith("made-up")]
    assert len(made) == MADE
    shapes = Counter(shape_of(one.rulebook) for one in made)
    assert list(shapes.values()) == [MADE // SHAPES] * SHAPES
    for shape in shapes:
        first, *others = (one.rulebook for one in made if shape_of(one.rulebook) == shape)
        for other in others:
            assert all(one.when is model.when for one, model in zip(other.rules, first.rules, strict=True))
            assert {name.partition("/")[0] for rule in other.rules for name in rule.passages} == {
                other.insurer,
                "national",
            }
    assert all(isinstance(one.passages, Kept) for one in made)


def test_a_packed_insurer_says_what_its_file_says(library: Library) -> None:
    for name in ("made-up-0", "made-up-7"):
        one, block = library.insurers[name], library.files.insurers[name]
        said = {id_.partition("/")[2]: passage.says for id_, passage in one.passages.items() if id_.startswith(name)}
        assert said == {id_: row["says"] for id_, row in block["passages"].items()}
        told = library.told_in("en").insurers[name]
        english = block["other_languages"]["en"]["passages"]
        assert english
        assert {id_: told.passages[f"{name}/{id_}"].says for id_ in english} == english


def test_pages_are_written_one_by_one_and_the_search_pages_last(library: Library, tmp_path: Path) -> None:
    alive = 0

    def pages() -> Iterator[Article | SharedFile]:
        nonlocal alive
        yield Article(Here(PAGE), "search", "", Html(f"<p>{INDEX}</p>"), Html(), script="search")
        for number in range(5):
            assert len(list(tmp_path.rglob("*.html"))) == number, "the page before is written already"
            alive = number
            yield Article(Here(f"page-{number}/index.html"), f"{number} < 9", "", Html(f"<p>{number}</p>"), Html())
        yield SharedFile("data/one.json", b"{}")

    def index(passing: Iterable[SearchedPage]) -> Mapping[str, SharedFile]:
        seen = list(islice(passing, 2))
        assert alive == 1, "no more pages were made than were asked for"
        assert [one.address for one in seen] == ["page-0/index.html", "page-1/index.html"]
        assert len(list(passing)) == 3
        assert not (tmp_path / PAGE).exists()
        return {"ja": SharedFile("assets/search.ja.0.js", b"")}

    making = Making(library, NO_FILES, date(2026, 11, 22))
    shells = Shells(making, "about", lambda shell: "|".join(shell.marks[one] for one in ("up", "head", "content")))
    write_site(pages(), shells, Folder(tmp_path, Links()), index)
    searching = (tmp_path / PAGE).read_text(encoding="utf-8")
    assert "|<p>../assets/search.ja.0.js" in searching
    assert INDEX not in searching
    third = (tmp_path / "page-3" / "index.html").read_text(encoding="utf-8")
    assert third.startswith("../|")
    assert third.endswith("|<p>3</p>")
    assert "3 &lt; 9" in third
    assert (tmp_path / "data" / "one.json").read_bytes() == b"{}"
