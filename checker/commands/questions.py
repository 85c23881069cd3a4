"""What visitors are asked, in which order, and how many pages that takes beside the exact optimum.

The same rules and the same day always give the same text, so two revisions can be held against each other. Means are
under the shares of rules.yaml, which are assumptions. The errand's own page counts for nothing.
"""

from __future__ import annotations

import argparse
import json
import sys
from typing import TYPE_CHECKING, Any

from checker.authoring import load_library
from checker.authoring.errors import hint
from checker.build.asking.report import lengths
from checker.commands.project import ROOT, say_anything, today
from checker.engine import compile_rulebook
from checker.engine.compiling.sizes import sizes
from checker.engine.rules.dates import DATE_FORMAT, read_day

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from checker.build.asking.report import Lengths
    from checker.build.asking.walk import Length
    from checker.engine import Compiled

__all__ = ["prepare", "run"]


def prepare(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("insurer", metavar="INSURER", nargs="*", help="an insurer's id; left out: all of them")
    parser.add_argument("--on", metavar="DATE", type=_day, help="the day on which people come; left out: today")
    parser.add_argument("--json", action="store_true", help="as JSON, for programs")


def run(arguments: argparse.Namespace) -> int:
    """Print it; 1 if there is no such insurer."""
    insurers = load_library(ROOT, drafts=True).insurers
    unknown = [name for name in arguments.insurer if name not in insurers]
    for name in unknown:
        print(f"no insurer is called {name!r}; {hint(name, insurers)}", file=sys.stderr)
    if unknown:
        return 1
    on_date = arguments.on or today()
    chosen = arguments.insurer or insurers
    told = [_told(compile_rulebook(insurers[name].rulebook), on_date) for name in chosen]
    say_anything()
    print(json.dumps(told, ensure_ascii=False, indent=2) if arguments.json else "\n".join(map(_text, told)))
    return 0


def _day(text: str) -> date:
    day = read_day(text)
    if day is None:
        message = f"{text!r} is no day; write it as {DATE_FORMAT}"
        raise argparse.ArgumentTypeError(message)
    return day


def _told(book: Compiled, on_date: date) -> dict[str, Any]:
    return {
        "insurer": book.rulebook.insurer,
        "on": on_date.isoformat(),
        "topics": {size.topic: {"cells": size.cells, "nodes": size.nodes} for size in sizes(book).topics},
        "errands": {
            told.errand: {"pages": _lengths(told.gated, told.first), "questions": _lengths(told.single, told.first)}
            for told in lengths(book, on_date)
        },
    }


def _lengths(found: Lengths, first: tuple[str, ...]) -> dict[str, Any]:
    """With the gate these are pages, without it questions."""
    return {
        "order": [*first, *found.order],
        "shipped": _length(found.shipped),
        "written": _length(found.written),
        "optimum": found.best and _length(found.best),
        "ratio": found.ratio and round(found.ratio, 4),
    }


def _length(length: Length) -> dict[str, Any]:
    return {"mean": round(length.mean, 3), "worst": length.worst}


def _text(told: dict[str, Any]) -> str:
    return "\n".join(_lines(told))


def _lines(told: dict[str, Any]) -> Iterator[str]:
    yield f"{told['insurer']}, on {told['on']}"
    for topic, size in told["topics"].items():
        yield f"  {topic}: {size['cells']} cells, {size['nodes']} nodes"
    for errand, rows in told["errands"].items():
        yield f"  errand {errand}: {', '.join(rows['pages']['order'])}"
        for what, row in rows.items():
            yield f"    {what}: {_said(row['shipped'])}; as written {_said(row['written'])}; {_beside(row)}"
    yield ""


def _said(length: dict[str, Any]) -> str:
    return f"{length['mean']:.3f} on average, {length['worst']} at most"


def _beside(row: dict[str, Any]) -> str:
    if row["optimum"] is None:
        return "optimum not known, too many states"
    return f"optimum {_said(row['optimum'])} ({row['ratio']:.4f} times)"
