"""What a change of the rules changes for whom: two revisions or folders, insurer by insurer.

OLD and NEW are folders that hold rules.yaml, or whatever git calls a commit. The exit status is 0 whether or not
anything changes (with --exit-code: 1 if it does), and 2 if a side cannot be read or compared.
"""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from checker.authoring.diff.data import as_json
from checker.authoring.diff.markdown import as_markdown
from checker.authoring.diff.report import FIRST, Asked, report
from checker.authoring.diff.revisions import SideError, read_sides
from checker.authoring.diff.text import as_text
from checker.authoring.errors import hint
from checker.commands.project import ROOT, say_anything, today
from checker.engine.diagrams.diagram import TooLargeError
from checker.engine.rules.dates import DATE_FORMAT, read_day
from checker.engine.surveying.common import IncomparableError

if TYPE_CHECKING:
    from datetime import date

    from checker.authoring.diff.revisions import Side

__all__ = ["prepare", "run"]

_FORMATS = {"text": as_text, "json": as_json, "markdown": as_markdown}


def prepare(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("old", metavar="OLD", help="a git revision, or a folder that holds rules.yaml")
    parser.add_argument("new", metavar="NEW", nargs="?", help="the same; left out: the files as they are now")
    parser.add_argument("--format", choices=sorted(_FORMATS), default="text", help="text (default), json, or markdown")
    parser.add_argument("--insurer", metavar="ID", action="append", default=[], help="only this one; may be repeated")
    parser.add_argument("--on", metavar="DATE", type=_day, help="count the days from here on apart; left out: today")
    parser.add_argument("--examples", metavar="N", type=_count, default=3, help="kinds of change shown a topic (3)")
    parser.add_argument("--reasons", action="store_true", help="also what changes behind answers that stay the same")
    parser.add_argument("--exit-code", action="store_true", help="exit with 1 if anything changes")


def run(arguments: argparse.Namespace) -> int:
    """Print the report; 2 with what is wrong if there is none."""
    try:
        old, new = read_sides(arguments.old, arguments.new, ROOT)
        _check_insurers(arguments.insurer, old, new)
        asked = Asked(arguments.on or today(), tuple(arguments.insurer), arguments.examples, arguments.reasons)
        found = report(old, new, asked)
    except (SideError, IncomparableError, TooLargeError) as error:
        print(error, file=sys.stderr)
        return 2
    say_anything()
    print(_FORMATS[arguments.format](found), end="")
    return int(arguments.exit_code and found.differs)


def _check_insurers(names: list[str], old: Side, new: Side) -> None:
    known = {**new.library.insurers, **old.library.insurers}
    wrong = [f"--insurer {name}: neither version knows it; {hint(name, known)}" for name in names if name not in known]
    if wrong:
        raise SideError("\n".join(wrong))


def _day(text: str) -> date:
    day = read_day(text)
    if day is None or day < FIRST:
        raise argparse.ArgumentTypeError(f"{text!r} is no day as {DATE_FORMAT} from {FIRST} on")
    return day


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) == 0:
        raise argparse.ArgumentTypeError(f"{text!r} is no number from 1 on")
    return int(text)
