"""What is wrong with the rules as a whole: gaps, conflicts, dead rules, what nothing uses, what is past."""

from __future__ import annotations

import json
from argparse import ArgumentTypeError
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from checker.authoring import load_library
from checker.authoring.verify import verify
from checker.commands.project import ROOT, say_anything, today

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

__all__ = ["prepare", "run"]


def prepare(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--on", type=_day, metavar="DATE", help="the day to look from; today if left out")
    parser.add_argument("--root", type=Path, default=ROOT, metavar="FOLDER", help="another project than this one")
    parser.add_argument("--json", action="store_true", help="one JSON object a line, for programs")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        message = f"{text!r} is no day; write it as 2024-12-02"
        raise ArgumentTypeError(message) from None


def run(arguments: Namespace) -> int:
    """Print every flaw with its place, an example and the way out; 1 if there is any."""
    flaws = verify(load_library(arguments.root), arguments.root, arguments.on or today())
    say_anything()
    for flaw in flaws:
        print(json.dumps(flaw.to_json(), ensure_ascii=False) if arguments.json else flaw)
    if not arguments.json:
        print(f"{len(flaws)} flaw{'' if len(flaws) == 1 else 's'}" if flaws else "no flaw found")
    return 1 if flaws else 0
