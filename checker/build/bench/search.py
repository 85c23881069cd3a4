"""The search: how many queries it answers beside Material's on the same pages, and how it fares with 3,300 insurers.

Material knows no sections, so of it only the page of an answer is asked, not the place on it.
"""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from checker.authoring import load_library
from checker.build.bench.browsing import cold_page, wait_for
from checker.build.bench.made_up import tests_importable
from checker.build.bench.many_names import made_up_names, made_up_sections
from checker.build.bench.material import ask_material, searched_pages
from checker.build.bench.row import Row
from checker.build.serve import serving
from checker.pages.insurer_lists import OTHER
from checker.pages.searching.gathering import SearchedPage, gather
from checker.pages.searching.packing import pack

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["measure"]

_COUNT = 3300
_RUNS = 3
_TYPED = "カードをなくした"
_WATCHING = """typed => {
  const start = performance.now();
  const field = document.querySelector('#search-for');
  const seen = new MutationObserver(() => {
    window.benchFound ||= { key: performance.now() - start, opened: performance.now() };
  });
  seen.observe(document.querySelector('[data-results]'), { childList: true });
  field.value = typed;
  field.dispatchEvent(new InputEvent('input'));
}"""


def measure(root: Path, say: Callable[[str], None]) -> list[Row]:
    """Return the rows; builds the site into a folder of its own."""
    with TemporaryDirectory() as name:
        site = Path(name) / "site"
        say("the site")
        subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(site)], check=True, cwd=root)
        rows = _answered(site)
        say(f"an index of {_COUNT} made-up insurers")
        index = _of_many(site, root)
        size = len(gzip.compress(index, 9, mtime=0)) / 1000
        [file] = (site / "assets").glob("search.ja.*.js")
        file.write_bytes(index)
        rested = median(_first_result(site, rests=True)["key"] for _ in range(_RUNS))
        cold = median(_first_result(site, rests=False)["opened"] for _ in range(_RUNS))
    return [
        *rows,
        Row(f"search index of {_COUNT} insurers, gzip", size, "KB", 250.0),
        Row(f"search: first result after a key, {_COUNT} insurers", rested, "ms", 200.0),
        Row(f"search: first result of a page typed into as it opens, {_COUNT} insurers", cold, "ms"),
    ]


def _answered(site: Path) -> list[Row]:
    with tests_importable():
        queries_of, ours = import_module("search.queries"), import_module("search.measure")
    own, blind = queries_of.read_queries(), queries_of.read_blind()
    aside = [query for query in own if query.aside]
    rows = []
    for name, some, budget in (("ours", own, 5.0), ("kept aside", aside, None), ("somebody else's", blind, 5.0)):
        pages = [replace(one, at=tuple(_page(place) for place in one.at)) for one in some]
        missed, others = (_missed(found) for found in (ours.ranks(site, some), ours.ranks_of_material(site, pages)))
        peer = f"{others:.0f} % with Material's search"
        rows.append(Row(f"search: not in the first five, {name}, {len(some)} queries", missed, "%", budget, peer))
    _, first = ask_material(site, "ja", [_TYPED])
    return [*rows, Row("search: Material's first result", first, "ms", None, "with our six insurers")]


def _page(place: str) -> str:
    return place.partition(" > ")[0].partition("#")[0]


def _missed(ranks: list[int | None]) -> float:
    return 100 * sum(rank is None for rank in ranks) / len(ranks)


def _of_many(site: Path, root: Path) -> bytes:
    """Return the script of an index like ours for many insurers."""
    models = [name for name in load_library(root).insurers if name != OTHER]
    names = made_up_names(_COUNT)
    pages = (SearchedPage(address, content) for address, content in searched_pages(site, "ja"))
    found = gather(pages, [*models, OTHER])["ja"]
    packed = pack(made_up_sections(found, models, list(names)), names, {"sources/": -1})
    [file] = (site / "assets").glob("search.ja.*.js")
    before, after = file.read_text(encoding="utf-8").split('"lines":')[0], "}));\n"
    ours: dict[str, Any] = json.loads(file.read_text(encoding="utf-8").removeprefix(before[:-1]).removesuffix(after))
    told = json.dumps({**ours, **packed}, ensure_ascii=False, separators=(",", ":"))
    return f"{before[:-1]}{told}{after}".encode()


def _first_result(site: Path, *, rests: bool) -> dict[str, float]:
    """Return after how many milliseconds the first result stands: from the key, and from when the page was gone to.

    `rests`: the key is pressed only when the page has been opened and is at rest.
    """
    with serving(site) as address, cold_page(locale="ja-JP") as page:
        page.goto(f"{address}/search/index.html", wait_until="networkidle" if rests else "domcontentloaded")
        page.wait_for_timeout(1000 if rests else 0)
        wait_for(page, "document.querySelector('[data-search]')?.hidden === false")
        page.evaluate(_WATCHING, _TYPED)
        found: dict[str, float] = wait_for(page, "window.benchFound")
        return found
