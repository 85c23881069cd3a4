"""Long steps that show they are alive: one line at the start, a heartbeat, one line at the end."""

from __future__ import annotations

import subprocess
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

HEARTBEAT = 5.0
"""Seconds between two signs of life."""

_SHOWN = 25
"""Lines of a failed program's output that are worth showing at once; the log has them all."""


class SetupError(Exception):
    """What is wrong and the way out, in words for whoever typed `make`."""


def run_step(
    title: str,
    command: Sequence[str],
    log: Path,
    *,
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
) -> None:
    """Run a program with its output in `log`; raise `SetupError` with the log's end if it fails."""
    began = time.monotonic()
    print(f"  {title} ...", flush=True)
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("wb") as output:
        try:
            process = subprocess.Popen(
                command,
                cwd=cwd,
                env=env,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        except OSError as error:
            message = f"{title}: {command[0]} does not start: {error.strerror}"
            raise SetupError(message) from error
        try:
            _wait(process, title, began)
        except BaseException:
            process.terminate()
            raise
    if process.returncode:
        raise SetupError(_failure(title, command, process.returncode, log))
    print(f"  {title}: done in {time.monotonic() - began:.1f} s", flush=True)


def _wait(process: subprocess.Popen[bytes], title: str, began: float) -> None:
    while True:
        try:
            process.wait(timeout=HEARTBEAT)
        except subprocess.TimeoutExpired:
            print(f"  {title} ... {time.monotonic() - began:.0f} s", flush=True)
        else:
            return


def _failure(title: str, command: Sequence[str], code: int, log: Path) -> str:
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    shown = "\n".join(f"    {line}" for line in lines[-_SHOWN:])
    return f"{title} failed (exit {code}): {' '.join(command)}\n{shown}\n  All of it: {log}"
