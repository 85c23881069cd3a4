"""Print the rules in force for one insurer, its own and the national ones, as canonical JSON."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from checker.authoring import load_library
from checker.authoring.errors import hint
from checker.commands.project import ROOT, say_anything

if TYPE_CHECKING:
    import argparse

__all__ = ["prepare", "run"]


def prepare(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("insurer", help="an insurer's id, or `other` for the national layer alone")
    parser.add_argument("--pretty", action="store_true", help="indented, for people; its hash is not the version")


def run(arguments: argparse.Namespace) -> int:
    """Print it; 1 where there is no such insurer."""
    insurers = load_library(ROOT, drafts=True).insurers
    if arguments.insurer not in insurers:
        print(f"insurer: {arguments.insurer!r} is not known; {hint(arguments.insurer, insurers)}", file=sys.stderr)
        return 1
    say_anything()
    text = insurers[arguments.insurer].rulebook.to_json()
    if arguments.pretty:
        print(json.dumps(json.loads(text), ensure_ascii=False, indent=2))
    else:
        sys.stdout.write(text)
    return 0
