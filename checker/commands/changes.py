"""Which insurers changed without a record, and the command that writes it.

`changes` lists the insurers of whom something else is told than the newest entry of docs/changes/<id>.yaml says; it
exits with 1 if there is one. `changes record` counts, as `diff` does, in how many situations an answer changes since an
earlier revision, and puts an entry on top of the file.
"""

from __future__ import annotations

import sys
from argparse import SUPPRESS, ArgumentTypeError
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from checker.authoring import load_library
from checker.authoring.diff.revisions import SideError, read_sides
from checker.authoring.errors import Finding, hint
from checker.authoring.languages import EASY, FIRST
from checker.authoring.record.counting import counted
from checker.authoring.record.entries import Entry
from checker.authoring.record.stamps import stamp_of
from checker.authoring.record.unrecorded import unrecorded
from checker.authoring.record.writing import write_entry
from checker.commands.project import ROOT, say_anything, today
from checker.engine.diagrams.diagram import TooLargeError
from checker.engine.surveying.common import IncomparableError

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from checker.authoring.library import Library
    from checker.authoring.record.counting import Counted
    from checker.authoring.record.unrecorded import Unrecorded

__all__ = ["prepare", "run"]


def prepare(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.set_defaults(action=None)
    actions = parser.add_subparsers(metavar="record")
    told = "Write an entry for each insurer that changed."
    own = actions.add_parser("record", help="write an entry", description=told)
    own.set_defaults(action="record")
    own.add_argument("--insurer", metavar="ID", action="append", help="may be repeated; left out: all that changed")
    own.add_argument("--since", metavar="OLD", help="the git revision, or folder, that the newest entry speaks of")
    own.add_argument("--says", metavar="TEXT", required=True, help="what changed, in a Japanese sentence for residents")
    own.add_argument("--says-ja-easy", metavar="TEXT", help="the same in easy Japanese")
    own.add_argument("--says-en", metavar="TEXT", help="the same in English")
    own.add_argument("--on", metavar="DATE", type=_day, help="the day of the change; today if left out")
    for one, default in ((parser, ROOT), (own, SUPPRESS)):
        one.add_argument("--root", type=Path, metavar="FOLDER", help="another project than this one", default=default)


def run(arguments: Namespace) -> int:
    """List what is not recorded, or record it; 1 if anything is left to do or wrong, 2 if a side cannot be compared."""
    library = load_library(arguments.root)
    behind = unrecorded(library, arguments.root)
    say_anything()
    if arguments.action is None:
        for one in behind:
            print(_told(one, arguments.root))
        print(f"{len(behind)} to record" if behind else "all is recorded")
        return 1 if behind else 0
    try:
        return _record(arguments, library, behind)
    except (SideError, IncomparableError, TooLargeError) as error:
        print(error, file=sys.stderr)
        return 2


def _told(one: Unrecorded, root: Path) -> str:
    """FILE:LINE: what is wrong, and below it what to type."""
    name = one.place.file.relative_to(root).as_posix()
    return f"{Finding(name, one.place.line, one.message)}\n    way out: {one.command}"


def _record(arguments: Namespace, library: Library, behind: list[Unrecorded]) -> int:
    wanted = {one.insurer: one for one in behind}
    names = list(dict.fromkeys(arguments.insurer or wanted))
    wrong = [_refusal(name, library, arguments.root) for name in names if name not in wanted]
    if arguments.since is None and any(wanted[name].recorded for name in names if name in wanted):
        wrong.append("--since is missing; name the revision that the newest entry speaks of, to count from it")
    if wrong or not names:
        print("\n".join(wrong) or "all is recorded", file=sys.stderr)
        return 1
    sides = read_sides(arguments.since, None, arguments.root) if arguments.since else None
    counts = {name: counted(*sides, name, today()) for name in names} if sides else {}
    says = {FIRST: arguments.says, EASY: arguments.says_ja_easy, "en": arguments.says_en}
    given = {language: text for language, text in says.items() if text}
    for name in names:
        found = counts.get(name)
        stamp = stamp_of(library.insurers[name])
        entry = Entry(arguments.on or today(), stamp, given, found.situations if found else {})
        path = write_entry(arguments.root, name, entry)
        print(f"{path.relative_to(arguments.root).as_posix()}: {_summed(entry)}")
        print("".join(f"    {line}\n" for line in _remarks(found, wanted[name], arguments.since)), end="")
    load_library(arguments.root)
    return 0


def _refusal(name: str, library: Library, root: Path) -> str:
    file = f"docs/insurers/{name}.yaml"
    if name not in library.insurers and (root / file).is_file():
        return f"--insurer {name}: it is a draft, nothing of it is published; `status: published` in {file} comes first"
    if name not in library.insurers:
        return f"--insurer {name}: no insurer is called so; {hint(name, library.insurers)}"
    return f"--insurer {name}: its newest entry speaks of the files as they are; there is nothing to record"


def _summed(entry: Entry) -> str:
    counts = (f"{topic} {changed} of {of}" for topic, (changed, of) in entry.situations.items())
    return f"recorded {entry.stamp}; {', '.join(counts) or 'no situations to count'}"


def _remarks(found: Counted | None, behind: Unrecorded, since: str | None) -> list[str]:
    """What whoever writes the record should know."""
    notes = [f"not counted, may change answers: {note}" for note in found.notes] if found else []
    if found and found.before != behind.recorded:
        told = f"{since} has {found.before or 'no such insurer'}, the entry before has {behind.recorded or 'nothing'}"
        notes.append(f"{told}; the counts are those since {since}")
    return notes


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        message = f"{text!r} is no day; write it as 2024-12-02"
        raise ArgumentTypeError(message) from None
