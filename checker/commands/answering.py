"""What is asked about people, one JSON line each: lines in, an answer for each out, in their order."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from checker.authoring import load_library
from checker.commands.lines import LONGEST, read_lines
from checker.commands.progress import Progress
from checker.commands.project import ROOT, say_anything, today
from checker.engine import compile_rulebook
from checker.engine.deciding.decision import invalid
from checker.engine.door import answer_line
from checker.engine.people.person import Problem

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from io import BufferedReader

    from checker.engine import Compiled
    from checker.engine.door import Ask

__all__ = ["answer_lines", "prepare_lines"]


def prepare_lines(parser: argparse.ArgumentParser) -> None:
    """Where the lines come from, and how the answers are written."""
    parser.add_argument("files", nargs="*", type=Path, help="files to read; none: standard input")
    parser.add_argument("--pretty", action="store_true", help="indented, for people")


def answer_lines(arguments: argparse.Namespace, ask: Ask) -> int:
    """Answer line by line, writing as it reads; 1 if a line could not be read."""
    library = load_library(ROOT, drafts=True)
    books = {name: compile_rulebook(insurer.rulebook) for name, insurer in library.insurers.items()}
    say_anything()
    encode = json.JSONEncoder(ensure_ascii=False, indent=2 if arguments.pretty else None).encode
    progress = Progress(sys.stderr, sys.stdout)

    def before_waiting() -> None:
        sys.stdout.flush()
        progress.tell()

    status, day = 0, today().isoformat()
    for line in _lines(arguments.files, before_waiting):
        answer = _answer(books, line, day, ask)
        if answer["status"] == "invalid":
            status = 1
        print(encode(answer))
        progress.lines += 1
    progress.end()
    return status


def _lines(files: Sequence[Path], before_waiting: Callable[[], object]) -> Iterator[str | None]:
    if not files:
        yield from read_lines(cast("BufferedReader", sys.stdin.buffer), before_waiting)
    for path in files:
        with path.open("rb") as file:
            yield from read_lines(file, before_waiting)


def _answer(books: Mapping[str, Compiled], line: str | None, day: str, ask: Ask) -> dict[str, Any]:
    if line is None:
        message = f"not read: the line has more than {LONGEST:,} bytes; write one person a line"
        return invalid(Problem("not_json", (), message))
    return answer_line(books, line, day, ask)
