"""What is wrong with the rules as a whole: gaps, conflicts, dead rules, what nothing uses, what is past.

Of drafts it tells what is left to do, which is no flaw of what is published.
"""

from __future__ import annotations

import json
import sys
from argparse import ArgumentTypeError
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from checker.authoring import load_library
from checker.authoring.drafts import DRAFT
from checker.authoring.errors import hint
from checker.authoring.verify import verify
from checker.authoring.verify.drafts import left_to_do
from checker.commands.project import ROOT, say_anything, today

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from checker.authoring import Library
    from checker.authoring.verify import Flaw

__all__ = ["prepare", "run"]

_REVIEW = ": have it read by somebody else, then write `status: published` and record it"


def prepare(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--on", type=_day, metavar="DATE", help="the day to look from; today if left out")
    parser.add_argument("--insurer", metavar="ID", help="only what one insurer's own files say, a draft's too")
    parser.add_argument("--root", type=Path, default=ROOT, metavar="FOLDER", help="another project than this one")
    parser.add_argument("--json", action="store_true", help="one JSON object a line, for programs")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        message = f"{text!r} is no day; write it as 2024-12-02"
        raise ArgumentTypeError(message) from None


def run(arguments: Namespace) -> int:
    """Print every flaw with its place, an example and the way out; 1 if there is any."""
    root, insurer, day = arguments.root, arguments.insurer, arguments.on or today()
    library = load_library(root, drafts=True)
    if insurer and insurer not in library.insurers:
        print(f"--insurer {insurer}: no insurer is called so; {hint(insurer, library.insurers)}", file=sys.stderr)
        return 1
    drafts = {name for name, one in library.insurers.items() if one.status == DRAFT}
    flaws = [] if insurer in drafts else verify(load_library(root) if drafts else library, root, day)
    left = left_to_do(_only(library, {insurer} if insurer else drafts), root, day)
    if insurer:
        flaws = [flaw for flaw in flaws if Path(flaw.file).stem == insurer]
    draft = insurer if insurer in drafts else ""
    _print(flaws, left, draft, as_json=arguments.json)
    return 1 if flaws or (insurer and left) else 0


def _only(library: Library, names: set[str]) -> Library:
    """The library without other drafts than those named."""
    kept = {name: one for name, one in library.insurers.items() if one.status != DRAFT or name in names}
    return replace(library, insurers=kept)


def _print(flaws: list[Flaw], left: list[Flaw], draft: str, *, as_json: bool) -> None:
    say_anything()
    for flaw in (*flaws, *left):
        print(json.dumps(flaw.to_json(), ensure_ascii=False) if as_json else flaw)
    if draft and not as_json:
        print(f"{len(left)} left to do for {draft}" if left else f"nothing left to do for {draft}{_REVIEW}")
    elif not as_json:
        told = f"{len(flaws)} flaw{'' if len(flaws) == 1 else 's'}" if flaws else "no flaw found"
        print(f"{told}; {len(left)} left to do in drafts" if left else told)
