"""How far a long piece of work is: one line on a terminal that overwrites itself, and nothing anywhere else."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Progress"]

_PAUSE_SECONDS = 0.2
_WIPE = "\r\x1b[K"


class Progress:
    """Counts lines, and tells how many there are and how many a second."""

    def __init__(self, terminal: TextIO, out: TextIO, clock: Callable[[], float] = time.monotonic) -> None:
        """``terminal``: where to tell it, if it is one; where ``out`` is one too, its lines are progress enough."""
        self.terminal = terminal if terminal.isatty() and not out.isatty() else None
        self.clock = clock
        self.lines = 0
        self.start = self.told = clock()

    def tell(self) -> None:
        """Overwrite what was told, unless that was a moment ago."""
        now = self.clock()
        if self.terminal and self.lines and now - self.told >= _PAUSE_SECONDS:
            self.told = now
            self._write("")

    def end(self) -> None:
        """Tell the whole and leave it there."""
        if self.terminal and self.lines:
            self._write("\n")

    def _write(self, end: str) -> None:
        a_second = self.lines / max(self.clock() - self.start, 1e-9)
        print(f"{_WIPE}{self.lines:,} lines, {a_second:,.0f} lines/s", end=end, file=self.terminal, flush=True)
