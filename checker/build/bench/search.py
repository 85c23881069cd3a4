"""The search: how many queries it answers beside Material's on the same pages, and how it fares with 3,300 insurers.

Material's own worker looks in the index that its plugin makes of our Japanese pages. It knows no sections, so of it
only the page of an answer is asked, not the place on it.
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
from checker.build.bench.row import Row
from checker.build.serve import serving
from checker.pages.here import FOLDERS
from checker.pages.insurer_lists import OTHER
from checker.pages.searching.gathering import SearchedPage, gather
from checker.pages.searching.packing import pack

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["measure"]

_COUNT = 3300
_RUNS = 3
_TYPED = "カードをなくした"
_OTHERS = (*(folder for folder in FOLDERS.values() if folder), "check/", "v1/", "search/")
_BUILD = """
import sys
from mkdocs.commands.build import build
from mkdocs.config import load_config
build(load_config(sys.argv[1], site_dir=sys.argv[2], plugins=[{"material/search": {"lang": "ja"}}]))
"""


def measure(root: Path, say: Callable[[str], None]) -> list[Row]:
    """Return the rows; builds the site with Material's search switched on, into a folder of its own."""
    with TemporaryDirectory() as name:
        site = Path(name) / "site"
        say("the site with Material's search beside ours")
        subprocess.run([sys.executable, "-c", _BUILD, str(root / "mkdocs.yml"), str(site)], check=True, cwd=root)
        rows = _answered(site)
        say(f"an index of {_COUNT} made-up insurers")
        index = _of_many(site, root)
        size = len(gzip.compress(index, 9, mtime=0)) / 1000
        found = median(_first_result(site, index) for _ in range(_RUNS))
    return [
        *rows,
        Row(f"search index of {_COUNT} insurers, gzip", size, "KB", 250.0),
        Row(f"search: first result after a key, {_COUNT} insurers", found, "ms", 200.0),
    ]


def _answered(site: Path) -> list[Row]:
    with tests_importable():
        queries_of, ours = import_module("search.queries"), import_module("search.measure")
    queries = queries_of.read_queries()
    shown = ours.ask(ours.index_in(site), queries)
    theirs, first = _ask_material(site, [query.typed for query in queries])
    rows = []
    aside = [query for query in queries if query.aside]
    for name, some, budget in (("all", queries, 5.0), ("kept aside", aside, None)):
        which = [queries.index(query) for query in some]
        missed = 100 - 100 * ours.recall(some, [shown[one] for one in which])[0]
        pages = [replace(one, at=[place.partition(" > ")[0].partition("#")[0] for place in one.at]) for one in some]
        found = [[queries_of.Shown([], places) for places in theirs[one][:5]] for one in which]
        peer = f"{100 - 100 * ours.recall(pages, found)[0]:.0f} % with Material's search"
        rows.append(Row(f"search: not in the first five, {name} of {len(some)}", missed, "%", budget, peer))
    return [*rows, Row("search: Material's first result", first, "ms", None, "with our six insurers")]


def _ask_material(site: Path, typed: list[str]) -> tuple[list[list[list[str]]], float]:
    """Return for each query the addresses of each result, and after how many milliseconds the first was there."""
    file = site / "search" / "search_index.json"
    told = json.loads(file.read_text(encoding="utf-8"))
    told["docs"] = [one for one in told["docs"] if not one["location"].startswith(_OTHERS)]
    file.write_text(json.dumps(told), encoding="utf-8")
    scripts = Path(import_module("material").__path__[0]) / "templates" / "assets" / "javascripts"
    command = ["node", str(Path(__file__).with_name("material_search.mjs")), str(file), str(scripts)]
    lines = "".join(f"{json.dumps(one)}\n" for one in typed)
    done = subprocess.run(command, input=lines, capture_output=True, encoding="utf-8", check=True)
    *found, last = map(json.loads, done.stdout.splitlines())
    return found, float(last["first"])


def _of_many(site: Path, root: Path) -> bytes:
    """Return the script of an index like ours for many insurers."""
    models = [name for name in load_library(root).insurers if name != OTHER]
    names = made_up_names(_COUNT)
    found = gather(_pages(site), [*models, OTHER])["ja"]
    packed = pack(made_up_sections(found, models, list(names)), names, ["sources/"])
    [file] = (site / "assets").glob("search.ja.*.js")
    before, after = file.read_text(encoding="utf-8").split('"lines":')[0], "}));\n"
    ours: dict[str, Any] = json.loads(file.read_text(encoding="utf-8").removeprefix(before[:-1]).removesuffix(after))
    told = json.dumps({**ours, **packed}, ensure_ascii=False, separators=(",", ":"))
    return f"{before[:-1]}{told}{after}".encode()


def _pages(site: Path) -> Iterator[SearchedPage]:
    for file in sorted(site.rglob("index.html")):
        address = file.relative_to(site).as_posix()
        if not address.startswith(_OTHERS):
            _, _, content = file.read_text(encoding="utf-8").partition('<div id="content">')
            yield SearchedPage(address, content.partition("</article>")[0])


def _first_result(site: Path, index: bytes) -> float:
    """Return after how many milliseconds the first result stands in a page that has just been opened."""
    [file] = (site / "assets").glob("search.ja.*.js")
    file.write_bytes(index)
    with serving(site) as address, cold_page(locale="ja-JP") as page:
        page.goto(f"{address}/search/index.html", wait_until="networkidle")
        page.wait_for_timeout(1000)
        page.evaluate(
            """typed => {
              const field = document.querySelector('#search-for');
              const start = performance.now();
              const seen = new MutationObserver(() => { window.benchFound ||= performance.now() - start; });
              seen.observe(document.querySelector('[data-results]'), { childList: true });
              field.value = typed;
              field.dispatchEvent(new InputEvent('input'));
            }""",
            _TYPED,
        )
        return float(wait_for(page, "window.benchFound"))
