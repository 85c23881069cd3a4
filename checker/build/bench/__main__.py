"""`make bench`: measure sizes and times on this machine and hold them against their budgets.

Other programs on the machine make times longer, never shorter: what misses a budget by little on a busy machine should
be measured again, and ratios to a peer of the same run say more than milliseconds.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from checker.build.bench import engine, first_question, offline, picker, questions, scale, search, tables
from checker.build.bench.python_boot import python_boot_rows
from checker.build.bench.report import exit_status, failure, table, write_report

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.build.bench.row import Row

ROOT = Path(__file__).resolve().parents[3]

Say = Callable[[str], None]


def _python_boot(root: Path, say: Say) -> list[Row]:
    say("Python ready, beside stock Pyodide; takes minutes")
    return python_boot_rows(root)


GROUPS: Mapping[str, Callable[[Path, Say], list[Row]]] = {
    "tables": tables.measure,
    "questions": questions.measure,
    "engine": engine.measure,
    "first_question": first_question.measure,
    "python_boot": _python_boot,
    "offline": offline.measure,
    "search": search.measure,
    "picker": picker.measure,
    "scale": scale.measure,
}
"""By the names that `--only` takes, in the order in which they run."""

ON_DEMAND: Mapping[str, Callable[[Path, Say], list[Row]]] = {"nation": scale.measure_nation}
"""Groups that take so long that they only run where they are named."""


def main(argv: Sequence[str] | None = None) -> int:
    """Measure the groups that are asked for; return 1 if a budget is missed."""
    parser = argparse.ArgumentParser(prog="checker.build.bench", description="sizes and times against their budgets")
    parser.add_argument(
        "--only", action="append", choices=[*GROUPS, *ON_DEMAND], help="one group; may be given again for another"
    )
    parser.add_argument("--out", type=Path, default=ROOT / "build", help="folder of bench.json and bench.md")
    options = parser.parse_args(argv)
    about = _about()
    _say(f"{about['machine']}; {about['load']}")
    groups = [group for group in (*GROUPS, *ON_DEMAND) if group in (options.only or GROUPS)]
    rows = [row for group in groups for row in _measured(group)]
    print(f"\n{table(rows)}\n")
    write_report(rows, about, options.out)
    _say(f"written to {options.out / 'bench.md'} and bench.json")
    return exit_status(rows)


def _measured(group: str) -> list[Row]:
    """Return the rows of a group; one that fails becomes a row, so that the others are still seen."""
    start = time.monotonic()
    try:
        rows = {**GROUPS, **ON_DEMAND}[group](ROOT, _say)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is told, and fails the run
        return [failure(group, error)]
    _say(f"{group}: {time.monotonic() - start:.0f} s")
    return rows


def _about() -> dict[str, str]:
    load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
    return {
        "measured": datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC"),
        "machine": f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}",
        "load": f"{load} programs wanted to run in the last 1, 5 and 15 minutes before",
    }


def _say(line: str) -> None:
    print(f"  {line}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
