"""Hold the passages of our files against stored documents: what is the same, moved, changed or gone."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from checker.authoring import load_library
from checker.authoring.sources.check import check_insurer
from checker.authoring.sources.effects import effects_of
from checker.authoring.sources.pasting import fingerprint_lines, with_fingerprints
from checker.authoring.sources.reading import UnreadableError
from checker.authoring.sources.telling import check_json, check_lines
from checker.commands.project import ROOT, say_anything, today

if TYPE_CHECKING:
    import argparse

    from checker.authoring import Insurer, Library
    from checker.authoring.source import Block

__all__ = ["prepare", "run"]


def prepare(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parts = parser.add_subparsers(required=True, metavar="WHAT", dest="what")
    check = parts.add_parser("check", help="say of each passage whether its text still stands; 1 if one does not")
    check.add_argument("--json", action="store_true", help="for programs")
    fingerprint = parts.add_parser("fingerprint", help="print the fingerprints that passages lack or have otherwise")
    told = (
        "put those that are lacking into the insurers' files; others are only printed, since their text is to be read"
    )
    fingerprint.add_argument("--write", action="store_true", help=told)
    for part in (check, fingerprint):
        part.add_argument("--from", dest="folder", type=Path, required=True, metavar="FOLDER", help="stored documents")
        part.add_argument("--insurer", metavar="ID", help="only this one")


def run(arguments: argparse.Namespace) -> int:
    """0 if all is as our files say."""
    folder: Path = arguments.folder
    if not folder.is_dir():
        print(f"{folder} is no folder; name the one that has the stored documents", file=sys.stderr)
        return 1
    say_anything()
    library = load_library(ROOT, draft=arguments.what == "fingerprint", drafts=True)
    if arguments.insurer and arguments.insurer not in library.insurers:
        print(f"--insurer {arguments.insurer}: allowed: {', '.join(library.insurers)}", file=sys.stderr)
        return 1
    chosen = [one for name, one in library.insurers.items() if arguments.insurer in (None, name)]
    if arguments.what == "fingerprint":
        return _fingerprint(library, chosen, folder, write=arguments.write)
    return _check(library, chosen, folder, as_json=arguments.json)


def _check(library: Library, chosen: list[Insurer], folder: Path, *, as_json: bool) -> int:
    report = [check_insurer(insurer, folder) for insurer in chosen]
    effects = effects_of(library, today())
    if as_json:
        print(json.dumps(check_json(report, effects), ensure_ascii=False, indent=2))
    else:
        print(*check_lines(report, effects), sep="\n")
    return int(not all(checked.fine for checked in report))


def _fingerprint(library: Library, chosen: list[Insurer], folder: Path, *, write: bool) -> int:
    status = 0
    for insurer in chosen:
        if not insurer.source.document:
            print(f"# {insurer.id}: `source` names no document, so there is nothing to hold its passages against")
            continue
        try:
            if write:
                _write(library.files.insurers[insurer.id], insurer, folder)
            else:
                print(*fingerprint_lines(insurer, folder), sep="\n")
        except UnreadableError as error:
            print(f"{insurer.id}: {error}", file=sys.stderr)
            status = 1
    return status


def _write(block: Block, insurer: Insurer, folder: Path) -> None:
    """Put what is lacking into the insurer's file, and print what is still to be looked at."""
    before = block.file.read_text(encoding="utf-8")
    text, count = with_fingerprints(before, block["passages"], insurer, folder)
    if count:
        block.file.write_text(text, encoding="utf-8", newline="\n")
    print(f"# {insurer.id}: {count} fingerprint{'' if count == 1 else 's'} put into {block.file.name}")
    again = load_library(ROOT, draft=True, drafts=True).insurers[insurer.id]
    print(*fingerprint_lines(again, folder), sep="\n")
