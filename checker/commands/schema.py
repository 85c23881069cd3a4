"""Write docs/schema/insurer.schema.json, by which editors complete and check an insurer's file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from checker.authoring import load_library
from checker.authoring.schema import insurer_schema
from checker.commands.project import ROOT, say_anything

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

__all__ = ["FILE", "prepare", "run", "schema_text"]

FILE = "docs/schema/insurer.schema.json"


def prepare(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--root", type=Path, default=ROOT, metavar="FOLDER", help="another project than this one")
    parser.add_argument(
        "--check", action="store_true", help="write nothing; 1 if the file is not as it would be written"
    )


def run(arguments: Namespace) -> int:
    """Write it; say whether that changed anything."""
    path, text = arguments.root / FILE, schema_text(arguments.root)
    same = path.is_file() and path.read_text(encoding="utf-8") == text
    say_anything()
    if arguments.check:
        print(f"{FILE}: {'as it should be' if same else 'behind; run `python -m checker schema`, and commit the file'}")
        return 0 if same else 1
    if not same:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    print(f"{FILE}: {'as it was' if same else 'written'}")
    return 0


def schema_text(root: Path) -> str:
    """The file as it should be for the project below `root`: a definition a line, so that differences can be read."""
    schema = insurer_schema(load_library(root))
    definitions = schema.pop("definitions")
    rows = ",\n".join(f"    {_json(name)}: {_json(row)}" for name, row in definitions.items())
    head = json.dumps(schema, ensure_ascii=False, indent=2).removesuffix("\n}")
    return f'{head},\n  "definitions": {{\n{rows}\n  }}\n}}\n'


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
