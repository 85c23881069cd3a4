"""Every name that insurers' files and cases may use, with what it is called: facts and values, ids by kind, terms."""

from __future__ import annotations

import sys
import unicodedata
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

from checker.authoring import load_library
from checker.authoring.errors import hint
from checker.authoring.vocabulary import IDS
from checker.commands.project import ROOT, say_anything

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Mapping

    from checker.authoring import Library

__all__ = ["prepare", "run"]

_WIDTH = 34
_PARTS = {
    "documents": "`issued`, `refused`, `held`",
    "routes": "`route`",
    "items": "`show`",
    "procedures": "`procedure`, `instead`",
    "delivery": "`delivery`: `by` and `to`",
    "media": "`medium`, `medium_refused`",
    "durations": "`takes`, `lasts`",
    "places": "`where`",
    "papers": "`bring`",
}
"""In which part of a rule the names of a kind stand; for the others it is called as they are."""


class _Row(NamedTuple):
    """A name, what it is called, and the names below it."""

    name: str
    told: str
    below: tuple[_Row, ...] = ()


def prepare(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument(
        "text", nargs="?", default="", help="part of a name or of what it is called, as 郵送; none: all"
    )
    parser.add_argument("--insurer", metavar="ID", help="also what one insurer's file has of its own, a draft's too")


def run(arguments: argparse.Namespace) -> int:
    """Print them; 1 if there is none."""
    library = load_library(ROOT, drafts=True)
    say_anything()
    if arguments.insurer and arguments.insurer not in library.insurers:
        told = hint(arguments.insurer, library.insurers)
        print(f"--insurer {arguments.insurer}: no insurer is called so; {told}", file=sys.stderr)
        return 1
    wanted, found = _folded(arguments.text), 0
    for title, rows in _sections(library, arguments.insurer):
        chosen = [one for row in rows if (one := _matching(row, wanted))]
        found += len(chosen)
        if chosen:
            print(title)
            print("\n".join(line for row in chosen for line in _lines(row, "  ")))
    if not found:
        print(
            f"no name has {arguments.text!r} in it; what is this insurer's own is declared in its file", file=sys.stderr
        )
    return 0 if found else 1


def _sections(library: Library, insurer: str | None) -> Iterator[tuple[str, list[_Row]]]:
    rules, words = library.files.rules, library.words.tree
    yield "facts, in conditions and cases", [_fact(name, row, words["facts"]) for name, row in rules["facts"].items()]
    for kind in IDS:
        called = words.get(kind, {})
        yield (
            f"{kind}, in {_PARTS.get(kind, f'`{kind}`')}",
            [_Row(name, called.get(name, "")) for name in rules["ids"].get(kind, ())],
        )
    for kind in ("places", "papers"):
        yield f"{kind}, in {_PARTS[kind]}", [_Row(name, told) for name, told in words[kind].items()]
    yield "terms, in conditions", [_Row(name, _flow(term)) for name, term in rules["terms"].items()]
    if insurer:
        own = library.files.insurers[insurer]
        terms = [_Row(name, _flow(term)) for name, term in own.get("terms", {}).items()]
        yield f"of {insurer} alone", [*(_Row(*one) for one in library.insurers[insurer].words.items()), *terms]


def _fact(name: str, row: Mapping[str, Any], words: Mapping[str, Any]) -> _Row:
    called = words.get(name, {})
    values = ("true", "false") if row.get("of") == "flag" else row.get("of", ())
    told = {"date": " (a day)", "day": " (a day)", "list": " (a list)", "age": " (whole years)"}.get(row["kind"], "")
    told += " (never asked)" if row.get("sensitive") else ""
    below = tuple(_Row(value, called.get("values", {}).get(value, "")) for value in values)
    return _Row(name, called.get("name", "") + told, below)


def _matching(row: _Row, wanted: str) -> _Row | None:
    """The row as far as it has the text; all below a name that has it."""
    if wanted in _folded(f"{row.name} {row.told}"):
        return row
    below = tuple(one for one in row.below if _matching(one, wanted))
    return row._replace(below=below) if below else None


def _lines(row: _Row, sign: str) -> Iterator[str]:
    yield f"{sign}{row.name.ljust(_WIDTH - len(sign))} {row.told}".rstrip()
    for one in row.below:
        yield from _lines(one, sign + "  ")


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _flow(value: object) -> str:
    return (
        str(yaml.safe_dump(_plain(value), default_flow_style=True, sort_keys=False, width=100_000))
        .strip()
        .removesuffix("\n...")
    )


def _plain(value: object) -> object:
    """A value of the files as YAML's own writer knows it."""
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in value.items()}
    return [_plain(one) for one in value] if isinstance(value, list) else value
