"""How large the rulebooks are once they are compiled: cells and nodes of each topic, against the limits."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from checker.authoring import load_library
from checker.authoring.errors import hint
from checker.commands.project import ROOT, say_anything
from checker.engine import compile_rulebook
from checker.engine.compiling.sizes import MOST, WARN, Sizes, sizes
from checker.engine.diagrams.diagram import TooLargeError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

__all__ = ["prepare", "run"]

_HEAD = ("topic", "facts", "cells", "situations", "nodes", "most of them look at")
_NAMED = 3


def prepare(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("insurer", nargs="?", help="one insurer; none: all of them")
    parser.add_argument("--json", action="store_true", help="all that is known, as JSON")


def run(arguments: argparse.Namespace) -> int:
    """Print the sizes; 1 if there is no such insurer, or one is too large."""
    insurers = load_library(ROOT, drafts=True).insurers
    if arguments.insurer and arguments.insurer not in insurers:
        print(f"no insurer is called {arguments.insurer!r}; {hint(arguments.insurer, insurers)}", file=sys.stderr)
        return 1
    found: list[Sizes] = []
    refused: list[str] = []
    for name in [arguments.insurer] if arguments.insurer else insurers:
        try:
            found.append(sizes(compile_rulebook(insurers[name].rulebook)))
        except TooLargeError as error:
            refused.append(str(error))
    say_anything()
    if arguments.json:
        print(json.dumps([_as_json(one) for one in found], ensure_ascii=False, indent=2))
    else:
        print("\n\n".join("\n".join(_lines(one)) for one in found))
        print(
            f"\ncells: classes that no rule tells apart; a topic above {WARN:,} nodes is slow, above {MOST:,} refused"
        )
    print(*refused, sep="\n", end="\n" if refused else "", file=sys.stderr)
    return int(bool(refused))


def _as_json(one: Sizes) -> dict[str, Any]:
    topics = [{**asdict(topic), "cells": topic.cells, "situations": topic.situations} for topic in one.topics]
    return {**asdict(one), "topics": topics, "limits": {"warn": WARN, "most": MOST}}


def _lines(one: Sizes) -> Iterator[str]:
    yield f"{one.insurer}: {one.made:,} nodes made"
    rows: list[Sequence[str]] = [_HEAD]
    for topic in one.topics:
        most = sorted(topic.facts, key=lambda fact: -fact.nodes)[:_NAMED]
        looked_at = ", ".join(f"{fact.fact} {fact.nodes:,}" for fact in most)
        numbers = (len(topic.facts), topic.cells, topic.situations, topic.nodes)
        rows.append((topic.topic, *(f"{number:,}" for number in numbers), looked_at))
    yield from _aligned(rows)
    yield from (f"warning: {told}" for told in one.warnings)


def _aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Numbers stand right, words left."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for first, *numbers, last in rows:
        right = (cell.rjust(width) for cell, width in zip(numbers, widths[1:], strict=False))
        yield "  ".join(("", first.ljust(widths[0]), *right, last)).rstrip()
