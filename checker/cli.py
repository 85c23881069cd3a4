"""Answers from each health insurer's own rules: the commands, `python -m checker COMMAND`."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from checker.authoring import AuthoringError
from checker.commands import build, decide, sources, statements

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["main"]

COMMANDS = (
    decide,
    statements,
    sources,
    build,
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the result is the exit status."""
    parser = argparse.ArgumentParser(prog="python -m checker", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for command in COMMANDS:
        told = (command.__doc__ or "").splitlines()[0]
        own = commands.add_parser(command.__name__.rpartition(".")[2], help=told, description=told)
        command.prepare(own)
        own.set_defaults(run=command.run)
    arguments = parser.parse_args(argv)
    try:
        return int(arguments.run(arguments))
    except AuthoringError as error:
        print(error, file=sys.stderr)
        return 1
    except BrokenPipeError:
        sys.stderr.close()
        return 1
    except OSError as error:
        print(
            f"{error.filename}: {error.strerror}; name files that can be read, or none to read standard input",
            file=sys.stderr,
        )
        return 1
