"""The share of queries whose answer is among the first five results of our search, beside Material's.

`PYTHONPATH=.:tests .venv/bin/python -m search.measure SITE` tells it of a built site, with the queries that fail; of
those kept aside it tells the share alone, so that nobody mends the search for them. `... -m search.measure SITE FILE`
asks the queries of a file instead, of `queries.read_blind`'s form, and tells the rank of each, ours and that of
Material's own search on the same pages: `-` is none of the first five.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from search.queries import Query, Shown, read_blind, read_queries

from checker.build.bench.material import ask_material

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["ask", "index_in", "ranks", "ranks_of_material", "recall"]

_SCRIPT = Path(__file__).with_name("answers.mjs")
_FIRST = 5


def index_in(site: Path, language: str = "ja") -> Path:
    """Return the file of a language's index in a built site."""
    [file] = (site / "assets").glob(f"search.{language}.*.js")
    return file


def ask(index: Path, queries: Sequence[Query]) -> list[list[list[Shown]]]:
    """Return for each query what each of the first five results shows."""
    lines = "".join(f"{json.dumps(query.typed)}\n" for query in queries)
    command = ["node", str(_SCRIPT), str(index)]
    done = subprocess.run(command, input=lines, capture_output=True, encoding="utf-8", check=True)
    told = map(json.loads, done.stdout.splitlines())
    return [[[Shown(**place) for place in result] for result in results] for results in told]


def ranks(site: Path, queries: Sequence[Query]) -> list[int | None]:
    """Return which result of ours answers each query, asked in its own language."""
    found: dict[Query, int | None] = {}
    for language, some in _by_language(queries):
        shown = ask(index_in(site, language), some)
        found |= {one: one.rank_in(results) for one, results in zip(some, shown, strict=True)}
    return [found[query] for query in queries]


def ranks_of_material(site: Path, queries: Sequence[Query]) -> list[int | None]:
    """Return the same of Material's search, which knows pages and headings: whatever is on the page counts."""
    found: dict[Query, int | None] = {}
    for language, some in _by_language(queries):
        pages, _ = ask_material(site, language, [one.typed for one in some])
        found |= {
            one: one.rank_in([[Shown([], [place])] for place in some_pages[:_FIRST]])
            for one, some_pages in zip(some, pages, strict=True)
        }
    return [found[query] for query in queries]


def recall(queries: Sequence[Query], shown: Sequence[Sequence[Sequence[Shown]]]) -> tuple[float, list[Query]]:
    """Return the share of the queries that are answered, and those that are not."""
    missed = [query for query, results in zip(queries, shown, strict=True) if query.rank_in(results) is None]
    return 1 - len(missed) / len(queries), missed


def _by_language(queries: Sequence[Query]) -> Iterator[tuple[str, list[Query]]]:
    for language in dict.fromkeys(query.language for query in queries):
        yield language, [query for query in queries if query.language == language]


def _tell_own(site: Path) -> Iterator[str]:
    index = index_in(site)
    for aside in (False, True):
        queries = [query for query in read_queries() if query.aside == aside]
        shown = ask(index, queries)
        share, missed = recall(queries, shown)
        yield f"{'kept aside' if aside else 'open'}: {share:.1%} of {len(queries)}"
        for query in () if aside else missed:
            yield f"  {query.typed}"
            for [first, *_] in shown[queries.index(query)]:
                yield f"    {' > '.join(first.headings)}  {first.places[0]}"


def _tell_blind(site: Path, file: Path) -> Iterator[str]:
    queries = read_blind(file)
    ours, theirs = ranks(site, queries), ranks_of_material(site, queries)
    yield "ours Material's"
    for query, own, other in zip(queries, ours, theirs, strict=True):
        yield f"{own or '-':>4} {other or '-':>10}  {query.language:8}{query.typed}"
    for language in (*(language for language, _ in _by_language(queries)), "all"):
        some = [turn for turn, query in enumerate(queries) if language in {query.language, "all"}]
        shares = [sum(found[turn] is not None for turn in some) / len(some) for found in (ours, theirs)]
        yield f"{language}: {shares[0]:.1%} of {len(some)} in the first five; Material's {shares[1]:.1%}"


if __name__ == "__main__":
    _site, *_file = map(Path, sys.argv[1:])
    for line in _tell_blind(_site, *_file) if _file else _tell_own(_site):
        print(line)  # noqa: T201 - a command
