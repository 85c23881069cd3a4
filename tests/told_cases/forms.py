"""The form of a file of cases: every mistake at once, with its line, what is allowed and the way out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from case_checks import CHECKS
from written_cases import EVERYBODY

from checker.authoring.days import no_day
from checker.authoring.errors import Report, hint
from checker.authoring.shapes import found, read_mapping, refuse_unknown
from checker.authoring.source import Block, read_yaml_list

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from checker.authoring import Library

__all__ = ["read_rows"]

_NEEDED = ("id", "locator", "why", "facts", "expect")
_KEYS = (*_NEEDED, "accept", "insurers", "unless")
_STATUSES = ("decided", "needs_facts", "out_of_scope", "contradiction", "invalid")
_KINDS = {
    "issued": "documents",
    "issued_never": "documents",
    "documents": "documents",
    "refused": "documents",
    "refused_never": "documents",
    "route": "routes",
    "show": "items",
    "now": "items",
    "show_never_way": "items",
    "show_never_item": "items",
    "actions": "actions",
    "actions_never": "actions",
    "procedures": "procedures",
    "procedures_exactly": "procedures",
    "procedures_never": "procedures",
    "warnings": "warnings",
    "warnings_exactly": "warnings",
    "warnings_never": "warnings",
}
"""Of which kind the ids are that a key of `expect` names."""

_WITHIN = {"documents": {"route": "routes", "when": "when"}, "procedures": {"medium": "media", "takes": "durations"}}
"""The same of what is expected of each document and procedure."""


def read_rows(path: Path, library: Library) -> list[Block]:
    """The cases of a file, each with its line. Raises AuthoringError, which lists every mistake of form."""
    report = Report(library.files.rules.file.parent)
    ids = _ids(library, path.stem)
    dates = [fact for fact, row in library.files.rules["facts"].items() if row["kind"] in ("date", "day")]
    rows = [row for row in _mappings(path, report) if _is_whole(row, report)]
    lines: dict[str, int] = {}
    for row in rows:
        name = str(row["id"])
        if name in lines:
            report.wrong(row, "id", f"a case is called {name!r} already, in line {lines[name]}; use another number")
        lines.setdefault(name, row.line)
        _check_insurer(row, path.stem, report)
        _check_expected(row, ids, report)
        for fact, value in row["facts"].items():
            if fact in dates and isinstance(value, str):
                report.wrong(row["facts"], fact, f"{fact}: {value!r} {no_day(value)}")
    report.close()
    return rows


def _ids(library: Library, name: str) -> dict[str, tuple[str, ...]]:
    """The ids of each kind, those of the insurer's own too, and what a case may write in their place."""
    own = read_mapping(library.files.insurers[name], "ids", Report(Path()))
    brought = library.files.rules["facts"]["brings"]["of"]
    more = {"routes": ("not_eligible",), "items": tuple(brought)}
    return {
        kind: (*names, *own.get(kind, ()), *more.get(kind, ())) for kind, names in library.files.rules["ids"].items()
    }


def _mappings(path: Path, report: Report) -> Iterator[Block]:
    items = read_yaml_list(path, report)
    for item, place in zip(items, items.places, strict=True):
        if isinstance(item, Block):
            yield item
        else:
            report.at(place, f"{found(item)}: a case is a mapping with {', '.join(_NEEDED)}")


def _is_whole(row: Block, report: Report) -> bool:
    refuse_unknown(row, _KEYS, f"the case {row.get('id', '')!s}", report)
    missing = [key for key in _NEEDED if row.get(key) in (None, "")]
    if missing:
        report.add(row.file, row.line, f"the case {row.get('id', '')!s} needs {', '.join(missing)}")
    facts, expect = read_mapping(row, "facts", report), read_mapping(row, "expect", report)
    return not missing and bool(facts) and bool(expect)


def _check_insurer(row: Block, name: str, report: Report) -> None:
    facts = row["facts"]
    if facts.get("insurer", EVERYBODY) != name:
        told = f"the facts say insurer {found(facts.get('insurer'))}, and the file is {name}.yaml"
        report.wrong(facts, "insurer", f"{told}; write `insurer: {name}`")


def _check_expected(row: Block, ids: Mapping[str, Collection[str]], report: Report) -> None:
    expect = row["expect"]
    refuse_unknown(expect, tuple(CHECKS), "`expect`", report)
    if "status" in expect and expect["status"] not in _STATUSES:
        report.wrong(expect, "status", f"`status` is {found(expect['status'])}; {hint(expect['status'], _STATUSES)}")
    _check_ids(expect, _KINDS, ids, report)
    for key, kinds in _WITHIN.items():
        told = expect.get(key)
        for one in told.values() if isinstance(told, Block) else ():
            if isinstance(one, Block):
                _check_ids(one, kinds, ids, report)


def _check_ids(block: Block, kinds: Mapping[str, str], ids: Mapping[str, Collection[str]], report: Report) -> None:
    for key, kind in kinds.items():
        for name in _names(block.get(key)):
            if name not in ids[kind]:
                way_out = (
                    "" if kind == "routes" else f"; another is declared under `ids`, in `{kind}`, of the insurer's file"
                )
                report.wrong(block, key, f"`{key}`: {name!r} is none of the {kind}; {hint(name, ids[kind])}{way_out}")


def _names(value: object) -> Iterator[str]:
    """The ids in a value, whichever form it has."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (dict, list)):
        for one in value:
            yield from _names(one)
