"""Build what the site and the offline file are made of."""

from __future__ import annotations

import argparse
from importlib import import_module

__all__ = ["prepare", "run"]


def prepare(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("what", choices=["audit", "offline", "release", "runtime"])
    parser.add_argument("rest", nargs=argparse.REMAINDER, help="what the part itself takes")


def run(arguments: argparse.Namespace) -> int:
    """Each part is loaded only when it is asked for: the other commands do without its tools."""
    part = import_module(f"checker.build.{arguments.what}")
    return int(part.main(arguments.rest))
