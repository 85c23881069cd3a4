"""Answers from each health insurer's own rules: the commands, `shikaku-navi COMMAND` or `python -m checker COMMAND`."""

from __future__ import annotations

import argparse
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from checker.authoring import AuthoringError
from checker.engine.diagrams.diagram import TooLargeError

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["COMMANDS", "main"]

COMMANDS = (
    "decide",
    "nearest",
    "calendar",
    "diff",
    "changes",
    "verify",
    "new-insurer",
    "words",
    "schema",
    "rulebook",
    "statements",
    "summary",
    "sources",
    "sizes",
    "questions",
    "build",
)
"""Each is a module of `checker.commands`, with `_` for `-`; it is loaded when it is asked for, or all are told of."""


INTERRUPTED = 130
"""The exit status of a program that was stopped from the keyboard, as shells have it."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the result is the exit status."""
    given = list(sys.argv[1:] if argv is None else argv)
    arguments = _parser(given[:1] if given[:1] and given[0] in COMMANDS else COMMANDS).parse_args(given)
    try:
        return int(arguments.run(arguments))
    except (AuthoringError, TooLargeError) as error:
        print(error, file=sys.stderr)
        return 1
    except BrokenPipeError:
        sys.stderr.close()
        return 1
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:
        print(
            f"{error.filename}: {error.strerror}; name files that can be read, or none to read standard input",
            file=sys.stderr,
        )
        return 1


def _parser(names: Sequence[str]) -> argparse.ArgumentParser:
    program = "shikaku-navi" if Path(sys.argv[0]).stem == "shikaku-navi" else "python -m checker"
    parser = argparse.ArgumentParser(prog=program, description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name in names:
        command = import_module(f"checker.commands.{name.replace('-', '_')}")
        told = str(command.__doc__).splitlines()[0]
        own = commands.add_parser(name, help=told, description=told)
        command.prepare(own)
        own.set_defaults(run=command.run)
    return parser
