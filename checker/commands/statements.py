"""What each document says, and where in this project it stands; told by insurer, with what is left out and why."""

from __future__ import annotations

import json
import sys
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from checker.authoring import load_library
from checker.authoring.errors import hint
from checker.authoring.head import OTHER
from checker.authoring.homes import KINDS
from checker.authoring.statements import load_statements
from checker.commands.project import ROOT, say_anything

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from checker.authoring.statements import Statement

__all__ = ["prepare", "run"]


def prepare(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("insurer", nargs="?", help="one insurer's id, a draft's too; none: all that are published")
    parser.add_argument("--json", action="store_true", help="every statement with its homes, as one JSON value")


def run(arguments: argparse.Namespace) -> int:
    """Check them all, and print the coverage; 1 if the insurer named is not there."""
    library, insurer = load_library(ROOT, drafts=arguments.insurer is not None), arguments.insurer
    names = [name for name in library.insurers if name != OTHER]
    if insurer and insurer not in names:
        print(f"no insurer with a document is called {insurer!r}; {hint(insurer, names)}", file=sys.stderr)
        return 1
    chosen = {name: one for name, one in library.insurers.items() if insurer in (None, name) or name == OTHER}
    shown = load_statements(ROOT, replace(library, insurers=chosen))
    say_anything()
    if arguments.json:
        print(json.dumps({name: list(map(_row, rows)) for name, rows in shown.items()}, ensure_ascii=False, indent=2))
        return 0
    for name, rows in shown.items():
        print("\n".join(_told(name, rows)))
    print(f"all: {_counted([one for rows in shown.values() for one in rows])}")
    return 0


def _row(one: Statement) -> dict[str, Any]:
    row = {"id": one.id, "gist": one.gist, "locators": list(one.locators)}
    row |= {kind: list(names) for kind, names in one.homes.items()}
    return row | {key: getattr(one, key) for key in ("omitted", "settled") if getattr(one, key)}


def _told(name: str, rows: Sequence[Statement]) -> list[str]:
    kinds = Counter(kind for one in rows for kind in one.homes)
    homes = ", ".join(f"{kind} {kinds[kind]}" for kind in KINDS if kinds[kind])
    lines = [f"{name}: {_counted(rows)}", f"  by home: {homes}"]
    lines += [f"  omitted {one.id} ({one.gist}): {one.omitted}" for one in rows if one.omitted]
    return [*lines, *(f"  settled {one.id} ({one.gist}): {one.settled}" for one in rows if one.settled)]


def _counted(rows: Sequence[Statement]) -> str:
    omitted = sum(bool(one.omitted) for one in rows)
    return f"{len(rows)} statements, {len(rows) - omitted} with a home, {omitted} left out for a written reason"
