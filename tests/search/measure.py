"""The share of queries whose answer is among the first five results of our search.

`python -m search.measure SITE` (with `tests` on Python's path) tells it of a built site, with the queries that fail; of
those kept aside it tells the share alone, so that nobody mends the search for them.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from search.queries import Query, Shown, read_queries

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["ask", "index_in", "recall"]

_SCRIPT = Path(__file__).with_name("answers.mjs")


def index_in(site: Path, language: str = "ja") -> Path:
    """Return the file of a language's index in a built site."""
    [file] = (site / "assets").glob(f"search.{language}.*.js")
    return file


def ask(index: Path, queries: Sequence[Query]) -> list[list[Shown]]:
    """Return the first five results for each query."""
    lines = "".join(f"{json.dumps(query.typed)}\n" for query in queries)
    command = ["node", str(_SCRIPT), str(index)]
    done = subprocess.run(command, input=lines, capture_output=True, encoding="utf-8", check=True)
    return [[Shown(**one) for one in json.loads(line)] for line in done.stdout.splitlines()]


def recall(queries: Sequence[Query], shown: Sequence[Sequence[Shown]]) -> tuple[float, list[Query]]:
    """Return the share of the queries that are answered, and those that are not."""
    missed = [query for query, results in zip(queries, shown, strict=True) if not query.answered_by(results)]
    return 1 - len(missed) / len(queries), missed


def _main(site: Path) -> None:
    index = index_in(site)
    for aside in (False, True):
        queries = [query for query in read_queries() if query.aside == aside]
        shown = ask(index, queries)
        share, missed = recall(queries, shown)
        print(f"{'kept aside' if aside else 'open'}: {share:.1%} of {len(queries)}")  # noqa: T201 - a command
        for query in () if aside else missed:
            print(f"  {query.typed}")  # noqa: T201 - the same
            for one in shown[queries.index(query)]:
                print(f"    {' > '.join(one.headings)}  {one.places[0]}")  # noqa: T201 - the same


if __name__ == "__main__":
    _main(Path(sys.argv[1]))
