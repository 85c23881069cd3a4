"""Facts as JSON Lines in, a decision for each line out."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import IO, TYPE_CHECKING

from checker.authoring import load_library
from checker.commands.project import ROOT, say_anything, today
from checker.engine import compile_rulebook
from checker.engine.door import answer_line

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

__all__ = ["prepare", "run"]


def prepare(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("files", nargs="*", type=Path, help="files to read; none: standard input")
    parser.add_argument("--pretty", action="store_true", help="indented, for people")


def run(arguments: argparse.Namespace) -> int:
    """Decide line by line, writing as it reads; 1 if a line could not be read."""
    library = load_library(ROOT)
    books = {name: compile_rulebook(insurer.rulebook) for name, insurer in library.insurers.items()}
    day = today().isoformat()
    status = 0
    say_anything()
    for line in _lines(arguments.files):
        decision = answer_line(books, line, day)
        if decision["status"] == "invalid":
            status = 1
        print(
            json.dumps(decision, ensure_ascii=False, indent=2 if arguments.pretty else None), flush=not arguments.files
        )
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
