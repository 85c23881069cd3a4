"""Rules, exceptions, passages, statements, cases, cells and nodes of each insurer, in one table."""

from __future__ import annotations

from dataclasses import astuple, fields
from typing import TYPE_CHECKING

from checker.authoring import load_library
from checker.authoring.summary import Summary, summaries
from checker.commands.project import ROOT

if TYPE_CHECKING:
    import argparse

__all__ = ["prepare", "run"]


def prepare(parser: argparse.ArgumentParser) -> None:
    """What the command takes: nothing."""
    del parser


def run(arguments: argparse.Namespace) -> int:
    """Count, and print the table."""
    del arguments
    rows = [tuple(map(str, astuple(row))) for row in summaries(ROOT, load_library(ROOT))]
    table = [tuple(field.name.replace("_", " ") for field in fields(Summary)), *rows]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    for first, *counts in table:
        told = "  ".join(count.rjust(width) for count, width in zip(counts, widths[1:], strict=True))
        print(f"{first.ljust(widths[0])}  {told}")
    return 0
