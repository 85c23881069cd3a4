"""What a document says, statement by statement, and where in this project each of them stands.

`docs/statements/<insurer>.yaml` numbers the statements of one document. Each has a home: rules, a procedure, passages
that the insurer's page lists, a contact, warnings, words, a row of the scope; or it is left out for a reason that is
written down. A home is the insurer's own: what the national layer says is no home for what the insurer says.

This module knows neither how many statements a document has (the file says so) nor whether the gist is right.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from checker.authoring.errors import Report, hint
from checker.authoring.file_names import named_files
from checker.authoring.homes import KINDS, homes_of
from checker.authoring.shapes import found, read_mapping, read_rows, read_text, read_texts, refuse_unknown
from checker.authoring.source import read_yaml

if TYPE_CHECKING:
    from pathlib import Path

    from checker.authoring.homes import Homes
    from checker.authoring.insurer import Insurer
    from checker.authoring.library import Library
    from checker.authoring.source import Block

__all__ = ["FOLDER", "Statement", "load_statements"]

FOLDER = "docs/statements"
"""Where the files stand, below the root."""

_HEAD = ("document", "count", "statements")
_KEYS = ("locator", *KINDS, "omitted", "settled")


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that a document says.

    ``locators``: where it stands there. ``homes``: the ids of its homes, by their kind. ``omitted``: why it has none.
    ``settled``: what was decided where the document contradicts itself, is out of date, or must not be repeated.
    """

    id: str
    gist: str
    locators: tuple[str, ...]
    homes: dict[str, tuple[str, ...]] = field(hash=False)
    omitted: str = ""
    settled: str = ""


def load_statements(root: Path, library: Library) -> dict[str, tuple[Statement, ...]]:
    """The statements of every insurer that has a document of its own, in their order.

    Raises AuthoringError, which lists every statement that has no home, every home that is not there, every passage
    that serves no statement, and every mistake of form, with file and line.
    """
    report = Report(root)
    list(named_files(root / FOLDER, report))  # tells of those that would not be read
    national = [rule.id for rule in library.insurers["other"].rulebook.rules]
    read = {
        name: _Reader(insurer, homes_of(insurer, national, library.words), report).read(root / FOLDER / f"{name}.yaml")
        for name, insurer in library.insurers.items()
        if name != "other"
    }
    report.close()
    return read


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the statements of one document."""

    insurer: Insurer
    homes: Homes
    report: Report

    def read(self, path: Path) -> tuple[Statement, ...]:
        block = read_yaml(path, self.report)
        if not block:
            return ()
        refuse_unknown(block, _HEAD, "the file", self.report)
        self._check_numbers(block)
        rows = read_rows(block, "statements", self.report, ("gist",), _KEYS)
        statements = tuple(self._statement(name, row) for name, row in rows)
        served = {name for one in statements for name in one.homes.get("passages", ())}
        for name in self.homes.ids["passages"]:
            if name not in served:
                message = f"the passage {name!r} of {self.insurer.id} serves no statement"
                self.report.wrong(block, "statements", f"{message}; name it where it says so, or take it out")
        return statements

    def _check_numbers(self, block: Block) -> None:
        """The ids are DOCUMENT-01 to DOCUMENT-COUNT, each once; one that stands twice is a duplicate key."""
        count, document = block.get("count"), read_text(block, "document", self.report)
        if not isinstance(count, int) or isinstance(count, bool) or count < 1:
            message = f"`count` is {found(count)}; write how many statements the document has"
            self.report.wrong(block, "count", message)
            return
        if not document:
            self.report.wrong(block, "document", "`document` is missing; it is the first part of each statement's id")
        wanted = [f"{document}-{number:02}" for number in range(1, count + 1)]
        rows = read_mapping(block, "statements", self.report)
        missing = [name for name in wanted if name not in rows]
        if missing:
            more = f", and so are {len(missing) - 1} more" if len(missing) > 1 else ""
            message = f"statement {missing[0]!r} is missing{more}; `count` says that there are {count}"
            self.report.wrong(block, "statements", message)
        for name in rows:
            if name not in wanted:
                message = f"no statement is called {name!r}; they run from {wanted[0]} to {wanted[-1]}, as `count` says"
                self.report.wrong(rows, name, message)

    def _statement(self, name: str, row: Block) -> Statement:
        homes = {kind: self._named(name, kind, row) for kind in KINDS if kind in row}
        one = Statement(
            id=name,
            gist=read_text(row, "gist", self.report),
            locators=self._locators(row, homes.get("passages", ())),
            homes={kind: ids for kind, ids in homes.items() if ids},
            omitted=read_text(row, "omitted", self.report),
            settled=read_text(row, "settled", self.report),
        )
        self._check_home(one, row)
        self._check_rests(one, row)
        return one

    def _named(self, name: str, kind: str, row: Block) -> tuple[str, ...]:
        """The homes of one kind that are there."""
        allowed = self.homes.ids[kind]
        named = read_texts(row, kind, self.report)
        for one in named:
            if one not in allowed:
                message = f"statement {name!r} has its home in {kind} {one!r}, which is not among the insurer's own"
                self.report.wrong(row, kind, f"{message}; {hint(one, allowed)}")
        return tuple(one for one in named if one in allowed)

    def _locators(self, row: Block, passages: tuple[str, ...]) -> tuple[str, ...]:
        """Where the statement stands: as it says itself, else where its passages stand."""
        if "locator" in row:
            return (read_text(row, "locator", self.report),)
        return tuple(self.insurer.passages[f"{self.insurer.id}/{name}"].locator for name in passages)

    def _check_home(self, one: Statement, row: Block) -> None:
        """Tell of one that stands nowhere, or both somewhere and nowhere, or whose place in the document is unknown."""
        if not one.omitted and not any(row.get(kind) for kind in KINDS):
            ways = f"name its home ({', '.join(KINDS)}), or write `omitted` with the reason"
            self.report.add(row.file, row.line, f"statement {one.id!r} has no home; {ways}")
        if one.omitted and one.homes:
            message = f"statement {one.id!r} has a home and is left out; say what is left out in `settled`"
            self.report.wrong(row, "omitted", message)
        if not any(one.locators) and not row.get("passages"):
            message = f"statement {one.id!r} needs `locator`: the heading or question where it stands"
            self.report.add(row.file, row.line, message)

    def _check_rests(self, one: Statement, row: Block) -> None:
        """A statement that names passages and rules means that those rules rest on one of those passages."""
        passages = one.homes.get("passages", ())
        for name in one.homes.get("rules", ()) if passages else ():
            rests = self.homes.rests[name]
            if rests and not set(rests) & set(passages):
                told = f"rests on {', '.join(rests)}, not on {', '.join(passages)}"
                message = f"statement {one.id!r}: the rule {name!r} {told}; name the passage there, or here"
                self.report.wrong(row, "rules", message)
