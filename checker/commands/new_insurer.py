"""Begin an insurer's files: asked for on a terminal, or given as options; nothing that is there is written over.

Writes docs/insurers/ID.yaml, docs/statements/ID.yaml and, where there are written cases, tests/cases/ID.yaml. They load
as they are; the insurer is a draft, so nothing of it is published.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from checker.authoring import load_library
from checker.authoring.starting.given import FIELDS, problems
from checker.authoring.starting.texts import case_text, insurer_text, statements_text
from checker.authoring.statements import FOLDER
from checker.authoring.summary import CASES
from checker.commands.project import PACKAGED, ROOT, say_anything, today

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from checker.authoring.starting.given import Field

__all__ = ["prepare", "run"]

_NEXT = """\
next:
  1. read the document beside {file}, and number what it says in docs/statements/{id}.yaml
  2. write a case for each statement (`make INSURER={id} cases` checks them), then passages and rules: `make serve`
     shows each change, with its mistakes; `python -m checker words` tells what everything is called
  3. `python -m checker verify --insurer {id}` lists what is left; docs/maintainers/adding-an-insurer.md tells all"""


def prepare(parser: ArgumentParser) -> None:
    """What the command takes."""
    for field in FIELDS:
        needed = "" if field.needed else "; may be left out"
        more = "; may be repeated" if field.many else ""
        parser.add_argument(f"--{field.name}", metavar="TEXT", action="append", help=f"{field.told}{needed}{more}")
    parser.add_argument("--root", type=Path, default=ROOT, metavar="FOLDER", help="another project than this one")


def run(arguments: Namespace) -> int:
    """Ask what is missing where somebody can answer, and write; 1 if something is wrong, and nothing is written."""
    root: Path = arguments.root
    say_anything()
    if root == PACKAGED:
        print("this is no project's folder; go to one with rules.yaml, or name it with --root", file=sys.stderr)
        return 1
    given = {field.name: list(getattr(arguments, field.name.replace("-", "_")) or ()) for field in FIELDS}
    repeated = [
        f"--{one.name} is there twice; give it once" for one in FIELDS if not one.many and len(given[one.name]) > 1
    ]
    if sys.stdin.isatty() and not repeated and not _wrong(given, root, asked=True):
        try:
            _ask(given, root)
        except EOFError:
            print("\nnothing was written", file=sys.stderr)
            return 1
    wrong = repeated + _wrong(given, root)
    if wrong:
        print("\n".join((*wrong, "nothing was written")), file=sys.stderr)
        return 1
    texts = _texts(given, root)
    for path, text in texts.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
        print(f"{path.relative_to(root).as_posix()}: written")
    load_library(root, drafts=True)
    print(_NEXT.format(id=given["id"][0], file=next(iter(texts)).relative_to(root).as_posix()))
    return 0


def _texts(given: dict[str, list[str]], root: Path) -> dict[Path, str]:
    """What is to be written, by file."""
    own, statements, cases = _files(given["id"][0], root)
    texts = {own: insurer_text(given, load_library(root), today()), statements: statements_text(given)}
    return texts | ({cases: case_text(given, today())} if cases.parent.is_dir() else {})


def _files(name: str, root: Path) -> tuple[Path, Path, Path]:
    return root / "docs" / "insurers" / f"{name}.yaml", root / FOLDER / f"{name}.yaml", root / CASES / f"{name}.yaml"


def _wrong(given: dict[str, list[str]], root: Path, *, asked: bool = False) -> list[str]:
    """All that is wrong; ``asked``: what is missing can still be asked for."""
    found = [told for told in problems(given) if not (asked and " is missing: " in told)]
    return found + [told for name in given["id"] if (told := _there(name, root))]


def _there(name: str, root: Path) -> str:
    """What is there already of an insurer of this id."""
    there = [path.relative_to(root).as_posix() for path in _files(name, root) if path.exists()]
    way_out = "use another id, or go on writing in these files"
    return f"--id {name!r} is taken: {', '.join(there)}; {way_out}" if there else ""


def _ask(given: dict[str, list[str]], root: Path) -> None:
    print("Enter alone leaves out what may be left out; Ctrl-D ends this, and nothing is written.")
    print("All but the id can be mended in the files afterwards.")
    for field in FIELDS:
        if given[field.name] or (field.name == "phone" and not given["contact"]):
            continue
        while answer := _answered(field, root):
            given[field.name].append(answer)
            if not field.many:
                break


def _answered(field: Field, root: Path) -> str:
    """One good answer; "" for none where none is needed."""
    while True:
        answer = input(f"{field.name} ({field.told}){'' if field.needed else ' [may be left out]'}: ").strip()
        missing = "this is needed; Ctrl-D ends without writing anything" if field.needed else ""
        wrong = field.wrong(answer) if answer else missing
        there = _there(answer, root) if field.name == "id" and not wrong else ""
        if not wrong and not there:
            return answer
        print("  " + (there or (f"{answer!r} {wrong}" if answer else wrong)))
