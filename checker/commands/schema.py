"""Write docs/schema/*.schema.json, by which editors complete and check our YAML files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Final

from checker.authoring import load_library
from checker.authoring.schema import case_schema, insurer_schema, rules_schema
from checker.commands.project import ROOT, say_anything

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator

__all__ = ["FILES", "prepare", "run", "schema_texts"]

FILES: Final = {
    "docs/schema/insurer.schema.json": insurer_schema,
    "docs/schema/rules.schema.json": rules_schema,
    "docs/schema/case.schema.json": case_schema,
}
"""The files, and what makes each: for those of insurers, for rules.yaml, and for written cases."""


def prepare(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--root", type=Path, default=ROOT, metavar="FOLDER", help="another project than this one")
    parser.add_argument("--check", action="store_true", help="write nothing; 1 if a file is not as it would be written")


def run(arguments: Namespace) -> int:
    """Write them; say whether that changed anything."""
    say_anything()
    behind = 0
    for name, text in schema_texts(arguments.root):
        path = arguments.root / name
        same = path.is_file() and path.read_text(encoding="utf-8") == text
        if arguments.check:
            print(f"{name}: {'as it should be' if same else _BEHIND}")
            behind += not same
            continue
        if not same:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        print(f"{name}: {'as it was' if same else 'written'}")
    return int(bool(behind))


_BEHIND = "behind; run `python -m checker schema`, and commit the file"


def schema_texts(root: Path) -> Iterator[tuple[str, str]]:
    """The files as they should be for the project below `root`: a definition a line, to see what differs."""
    library = load_library(root)
    for name, make in FILES.items():
        schema = make(library)
        definitions = schema.pop("definitions")
        rows = ",\n".join(f"    {_json(key)}: {_json(row)}" for key, row in definitions.items())
        head = json.dumps(schema, ensure_ascii=False, indent=2).removesuffix("\n}")
        yield name, f'{head},\n  "definitions": {{\n{rows}\n  }}\n}}\n'


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
