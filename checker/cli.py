"""The commands: `python -m checker decide | build | …`. Each is a few lines; the work is done elsewhere."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import datetime
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path
from typing import IO, TYPE_CHECKING
from zoneinfo import ZoneInfo

from checker.authoring import AuthoringError, load_library
from checker.engine import compile_rulebook
from checker.engine.door import answer_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["main"]

ROOT = Path(__file__).resolve().parent.parent


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the result is the exit status."""
    parser = argparse.ArgumentParser(prog="checker", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    decide = commands.add_parser("decide", help="facts as JSON Lines in, a decision for each line out")
    decide.add_argument("files", nargs="*", type=Path, help="files to read; none: standard input")
    decide.add_argument("--pretty", action="store_true", help="indented, for people")
    build = commands.add_parser("build", help="build what the site and the offline file are made of")
    build.add_argument("what", choices=["runtime", "offline"])
    build.add_argument("rest", nargs=argparse.REMAINDER, help="what the part itself takes")
    arguments = parser.parse_args(argv)
    try:
        if arguments.command == "decide":
            return _decide(arguments.files, pretty=arguments.pretty)
        return _build(arguments.what, arguments.rest)
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


def _decide(files: Sequence[Path], *, pretty: bool) -> int:
    library = load_library(ROOT)
    books = {name: compile_rulebook(insurer.rulebook) for name, insurer in library.insurers.items()}
    today = datetime.now(ZoneInfo("Asia/Tokyo")).date().isoformat()
    status = 0
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    for line in _lines(files):
        decision = answer_line(books, line, today)
        if decision["status"] == "invalid":
            status = 1
        print(json.dumps(decision, ensure_ascii=False, indent=2 if pretty else None), flush=not files)
    return status


def _lines(files: Sequence[Path]) -> Iterator[str]:
    """Lines that are not blank; bytes that are no UTF-8 become a sign that no JSON has."""
    if not files:
        yield from _filled(sys.stdin.buffer)
    for path in files:
        with path.open("rb") as file:
            yield from _filled(file)


def _filled(file: IO[bytes]) -> Iterator[str]:
    for number, raw in enumerate(file):
        line = raw.decode("utf-8-sig" if number == 0 else "utf-8", errors="replace")
        if line.strip():
            yield line


def _build(what: str, rest: list[str]) -> int:
    """Each part is loaded only when it is asked for: the other commands do without its tools."""
    part = import_module(f"checker.build.{what}")
    return int(part.main(rest))
