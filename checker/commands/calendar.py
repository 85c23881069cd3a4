"""Facts as JSON Lines in, for each line the days ahead on which the answer changes out."""

from __future__ import annotations

import argparse
from functools import partial
from typing import TYPE_CHECKING

from checker.commands.answering import answer_lines, prepare_lines
from checker.engine.otherwise.days_ahead import calendar
from checker.engine.rules.dates import DATE_FORMAT, read_day

if TYPE_CHECKING:
    from datetime import date

__all__ = ["prepare", "run"]


def prepare(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    prepare_lines(parser)
    parser.add_argument("--until", type=_day, metavar="DATE", help="the last day looked at; ten years on if left out")


def _day(text: str) -> date:
    day = read_day(text)
    if day is None:
        message = f"{text!r} is not a day; write it as {DATE_FORMAT}"
        raise argparse.ArgumentTypeError(message)
    return day


def run(arguments: argparse.Namespace) -> int:
    """Look ahead line by line; 1 if a line could not be read."""
    return answer_lines(arguments, partial(calendar, until=arguments.until))
