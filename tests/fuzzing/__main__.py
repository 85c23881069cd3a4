"""`make fuzz`: feed each way in with random input, until the time is over.

    python -m fuzzing [--minutes N] [--seed TEXT] [--cases N] [TARGET …]   (from the root, with tests/ on the path)

Each case has a seed of its own, made of the run's and its number. A case that fails is printed with the command that
runs it again; keep what it found as a small test beside the code. Exit status 1 if any failed.
"""

from __future__ import annotations

import argparse
import random
import signal
import sys
import time
import traceback
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from fuzzing.addresses import addresses
from fuzzing.browser import browser
from fuzzing.files import files
from fuzzing.lines import lines
from fuzzing.stored import stored

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from types import FrameType

TARGETS = {"files": files, "lines": lines, "stored": stored, "addresses": addresses, "browser": browser}
LONGEST_S = 10
"""Seconds of the processor that a case may take; a hundred times what it takes on a slow machine."""

_MOST_SHOWN = 20


class SlowError(Exception):
    """A case takes so long that it may never end."""


def main(words: Sequence[str]) -> int:
    """Run until the time is over or all cases are done; return the exit status."""
    options = _options(words)
    unknown = set(options.targets) - TARGETS.keys()
    if unknown:
        sys.stderr.write(f"no target is called {', '.join(sorted(unknown))}; allowed: {', '.join(TARGETS)}\n")
        return 2
    signal.signal(signal.SIGPROF, _too_slow)
    names = options.targets or list(TARGETS)
    done, failed, slowest = dict.fromkeys(names, 0), dict.fromkeys(names, 0), dict.fromkeys(names, 0.0)
    end = time.monotonic() + 60 * options.minutes
    with ExitStack() as held:
        cases = {name: held.enter_context(TARGETS[name]()) for name in names}
        number = options.start
        while (time.monotonic() < end) if options.cases is None else (number < options.start + options.cases):
            for name in names:
                seed = f"{options.seed}-{number}"
                began = time.process_time()
                problem = _problem(cases[name], seed)
                slowest[name] = max(slowest[name], time.process_time() - began)
                done[name] += 1
                if problem:
                    failed[name] += 1
                    again = f"python -m fuzzing {name} --seed {options.seed} --start {number} --cases 1"
                    if failed[name] <= _MOST_SHOWN:
                        _say(f"{name}: case {seed}; again: {again}\n{problem}")
            number += 1
    for name in names:
        told = f"{done[name]} cases, {failed[name]} failed, the slowest took {slowest[name]:.2f} s"
        _say(f"{name}: {told} of the processor")
    return 1 if any(failed.values()) else 0


def _options(words: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="fuzzing")
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=", ".join(TARGETS))
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--cases", type=int, help="this many of each target, however long they take")
    parser.add_argument("--start", type=int, default=0, help="the number of the first case")
    parser.add_argument("--seed", default=time.strftime("%Y%m%d%H%M%S"))
    return parser.parse_args(words)


def _problem(case: Callable[[random.Random], None], seed: str) -> str:
    """Return what went wrong, "" if nothing did."""
    try:
        with _limited():
            case(random.Random(seed))  # noqa: S311 - chance, not secrets
    except Exception:  # noqa: BLE001 - whatever goes wrong is what is looked for
        return traceback.format_exc(limit=-6)
    return ""


@contextmanager
def _limited() -> Iterator[None]:
    signal.setitimer(signal.ITIMER_PROF, LONGEST_S)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _too_slow(_: int, __: FrameType | None) -> None:
    raise SlowError


def _say(text: str) -> None:
    print(text, flush=True)  # noqa: T201 - a command says what it found


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
