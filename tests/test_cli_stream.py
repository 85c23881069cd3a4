"""`python -m checker decide` on long streams: broken lines in the middle, constant memory, and how far it is."""

from __future__ import annotations

import io
import json
import os
import pty
import subprocess
import sys
import threading
from datetime import date
from itertools import cycle, islice
from typing import TYPE_CHECKING

from command_line import COMMAND, line, run
from hypothesis import given
from hypothesis import strategies as st
from people import people
from rulebooks import ROOT, book

from checker.commands.lines import LONGEST, read_lines
from checker.commands.progress import Progress

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MEGABYTE = 1_000_000
TELLING_THE_PEAK = """
import resource, subprocess, sys
subprocess.call(sys.argv[1:])
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, file=sys.stderr)
"""
"""A small program between: on Linux a program's peak is never below what the one that started it had in use."""

KINDS = (line(), line(registration=None), line(my_number_card="lost", age=70), line(insurer="other"), b"{broken")


def _feed(program: subprocess.Popen[bytes], lines: Iterable[bytes]) -> None:
    """Write lines while the answers are read."""
    assert program.stdin
    with program.stdin as out:
        for one in lines:
            out.write(one + b"\n")


def _peak(lines: Sequence[bytes]) -> int:
    """Return the most memory that deciding these lines took, in the system's unit."""
    command = [sys.executable, "-c", TELLING_THE_PEAK, *COMMAND]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, stderr=pipe) as program:
        feeding = threading.Thread(target=_feed, args=(program, lines))
        feeding.start()
        assert program.stdout
        assert program.stderr
        answers = sum(1 for _ in program.stdout)
        feeding.join()
        assert answers == len(lines)
        return int(program.stderr.read())


def test_a_stream_that_is_fifteen_times_as_long_needs_no_more_memory() -> None:
    """No two people are alike, so nothing is gained by keeping what was found out about one of them."""
    made = [json.dumps(facts).encode() for facts in people(book("kiyose"), 30_000, 1, from_day=date(2026, 11, 21))]
    assert _peak(made) < 1.1 * _peak(made[:2_000])


def test_lines_beside_broken_ones_are_decided_all_the_same() -> None:
    too_long = b'{"insurer": "' + b"x" * (50 * MEGABYTE) + b'"}'
    given = [line(), b"{broken", line(), too_long, line(), b"\x00" * 100, line(reader="\x00"), b"", b" \r", line()]
    done = run(b"\n".join(given))
    decisions = [json.loads(text) for text in done.stdout.splitlines()]
    expected = ["decided", "invalid", "decided", "invalid", "decided", "invalid", "invalid", "decided"]
    assert [decision["status"] for decision in decisions] == expected
    assert (done.returncode, done.stderr) == (1, b"")
    assert decisions[3]["problems"][0]["message"].startswith("not read: the line has more than 1,000,000 bytes")


class _InPieces(io.BytesIO):
    """A stream that gives no more at once than it likes."""

    def __init__(self, content: bytes, sizes: Iterable[int]) -> None:
        super().__init__(content)
        self.sizes = cycle(sizes)

    def read1(self, size: int | None = -1, /) -> bytes:
        return self.read(min(next(self.sizes), size or 0))


@given(st.lists(st.text("a\0é \r")), st.lists(st.integers(1, 9), min_size=1))
def test_lines_are_the_same_in_whatever_pieces_they_come(lines: list[str], sizes: list[int]) -> None:
    stream = _InPieces("\n".join(lines).encode(), sizes)
    assert list(read_lines(stream, lambda: None)) == [one for one in lines if one.strip()]


def test_a_line_may_be_as_long_as_is_allowed_and_no_longer() -> None:
    longest = b"x" * LONGEST
    stream = io.BytesIO(b"\n".join([longest, longest + b"x", b"y"]))
    assert list(read_lines(stream, lambda: None)) == [longest.decode(), None, "y"]


def _terminal_says(given: bytes) -> str:
    """Return what a run writes to a terminal on its standard error."""
    controller, terminal = pty.openpty()
    with subprocess.Popen(
        COMMAND, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=terminal
    ) as program:
        os.close(terminal)
        program.communicate(given)
    said = b""
    while piece := _read(controller):
        said += piece
    os.close(controller)
    return said.decode()


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 4096)
    except OSError:  # Linux: nobody has the other end any more
        return b""


def test_a_terminal_is_told_how_many_lines_are_done_and_how_many_a_second() -> None:
    said = _terminal_says(b"\n".join(islice(cycle(KINDS), 25)))
    last = said.rstrip().rpartition("\r\x1b[K")[2]
    assert last.startswith("25 lines, ")
    assert last.endswith(" lines/s")
    assert said.count("\n") == 1


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_overwrites_itself_and_is_told_now_and_then_only() -> None:
    terminal, now = _Terminal(), [0.0]
    progress = Progress(terminal, io.StringIO(), clock=lambda: now[0])
    for step in range(1, 8):
        now[0], progress.lines = step / 8, step * 1000
        progress.tell()
    progress.end()
    told = terminal.getvalue().split("\r\x1b[K")
    assert told[1:] == [
        *(f"{step},000 lines, 8,000 lines/s" for step in (2, 4, 6)),
        "7,000 lines, 8,000 lines/s\n",
    ]


def test_no_progress_is_told_where_decisions_come_to_the_same_terminal_or_nobody_looks() -> None:
    for told, out in ((_Terminal(), _Terminal()), (io.StringIO(), io.StringIO())):
        progress = Progress(told, out, clock=iter(range(10)).__next__)
        progress.lines = 5
        progress.tell()
        progress.end()
        assert told.getvalue() == ""
