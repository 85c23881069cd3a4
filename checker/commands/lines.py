"""Lines of a stream, each as soon as it is there, in constant memory however long the stream or a line of it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from io import BufferedIOBase

__all__ = ["LONGEST", "read_lines"]

LONGEST = 1_000_000
"""Bytes of a line; all that can be said of a person is a few thousand."""

_PIECE = 1 << 16


def read_lines(file: BufferedIOBase, before_waiting: Callable[[], object]) -> Iterator[str | None]:
    """Lines that are not blank, without a byte order mark; None stands for a line of more than `LONGEST` bytes.

    Bytes that are no UTF-8 become a sign that no JSON has. ``before_waiting`` is called before each reading from the
    file, which may wait for whoever writes it, and whoever writes may wait for the answer to what they wrote.
    """
    start = True
    for raw in _split(file, before_waiting):
        line = raw.decode("utf-8-sig" if start else "utf-8", errors="replace")
        start = False
        if len(raw) > LONGEST:
            yield None
        elif line.strip():
            yield line


def _split(file: BufferedIOBase, before_waiting: Callable[[], object]) -> Iterator[bytes]:
    """What stands between the ends of lines; of a line that is too long only so much that this can be seen."""
    rest = b""
    while True:
        before_waiting()
        piece = file.read1(_PIECE)
        if not piece:
            yield rest
            return
        *whole, rest = (rest + piece).split(b"\n")
        yield from whole
        rest = rest[: LONGEST + 1]
