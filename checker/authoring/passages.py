"""The document that a file speaks of, and the places of it that our rules rest on."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from checker.authoring.errors import hint
from checker.authoring.insurer import Passage, Source
from checker.authoring.shapes import found, read_list, read_mapping, read_rows, read_text, read_texts, refuse_unknown
from checker.authoring.source import Block, Items
from checker.authoring.sources.folding import fold
from checker.authoring.superseding import read_superseded

if TYPE_CHECKING:
    from checker.authoring.errors import Report

__all__ = ["FOR", "PASSAGE_KEYS", "SOURCE_KEYS", "STATUSES", "PassageReader"]

SOURCE_KEYS = ("title", "date", "year", "note", "document", "headings")
PASSAGE_KEYS = ("part", "fingerprint", "label", "source", "date", "status", "for", "supersedes")
FOR = ("page",)
"""What a passage is there for if no rule rests on it."""
STATUSES = ("A", "B", "C")
_FINGERPRINT = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class PassageReader:
    """Reads the passages of one file.

    ``prefix``: what their ids begin with. ``stored``: a copy of the document is kept, so it must be named, and each
    passage needs the fingerprint of its text there; in a draft both may still be missing.
    """

    prefix: str
    report: Report
    stored: bool
    draft: bool = False

    def source(self, block: Block) -> Source:
        """The document that a file speaks of."""
        raw = read_mapping(block, "source", self.report)
        refuse_unknown(raw, SOURCE_KEYS, "`source`", self.report)
        if isinstance(block.get("source", raw), Block):
            for key in ("title", "date", "year"):
                if raw.get(key, "") == "":
                    self.report.wrong(block, "source", f"`source` needs {key}")
            if self.stored and not self.draft and raw.get("document", "") == "":
                message = "`source` needs document: the name of its stored file, without the ending"
                self.report.wrong(block, "source", message)
        title, date, year, note, document = (read_text(raw, key, self.report) for key in SOURCE_KEYS[:-1])
        return Source(title, date, year, note, document, self._headings(raw))

    def passages(self, block: Block, source: Source) -> dict[str, Passage]:
        """The passages of a file by their ids; each needs a locator and our paraphrase."""
        rows = read_rows(block, "passages", self.report, ("locator", "says"), PASSAGE_KEYS)
        passages = {f"{self.prefix}/{name}": self._passage(name, row, source) for name, row in rows}
        superseded = read_superseded(block, self.prefix, passages, self.report)
        return passages | {old: replace(passages[old], superseded_by=new) for old, new in superseded.items()}

    def _passage(self, name: str, row: Block, source: Source) -> Passage:
        for key in ("locator", "says"):
            if row[key] == "":
                self.report.wrong(row, key, f"passage {name!r} has an empty {key}")
        if "for" in row and row["for"] not in FOR:
            self.report.wrong(row, "for", f"passage {name!r} is for {found(row['for'])}; {hint(row['for'], FOR)}")
        if "status" in row and row["status"] not in STATUSES:
            message = f"passage {name!r} has status {row['status']!r}; {hint(row['status'], STATUSES)}"
            self.report.wrong(row, "status", message)
        date = read_text(row, "date", self.report)
        headings = self._path(row, "locator")
        part = read_text(row, "part", self.report)
        locator = " ".join(headings) + (f"({part})" if part else "")
        return Passage(
            id=f"{self.prefix}/{name}",
            locator=locator,
            label=read_text(row, "label", self.report, locator),
            says=read_text(row, "says", self.report),
            source=Source(read_text(row, "source", self.report), date, date[:4], "") if "source" in row else source,
            status=row.get("status"),
            headings=headings,
            fingerprint=self._fingerprint(name, row, source),
        )

    def _fingerprint(self, name: str, row: Block, source: Source) -> str:
        said = read_text(row, "fingerprint", self.report)
        way_out = (
            f"`python -m checker sources fingerprint --from FOLDER --insurer {self.prefix}` prints it; FOLDER has "
            f"{source.document or 'the document'}"
        )
        if not self.stored or "source" in row:
            if "fingerprint" in row:
                message = f"passage {name!r} has a fingerprint, but its source is not stored; take the key out"
                self.report.wrong(row, "fingerprint", message)
        elif said and not _FINGERPRINT.fullmatch(said):
            message = f"passage {name!r} has fingerprint {said!r}, which is not 64 of 0-9 and a-f; {way_out}"
            self.report.wrong(row, "fingerprint", message)
        elif not said and not self.draft:
            self.report.add(row.file, row.line, f"passage {name!r} has no fingerprint; {way_out}")
        return said

    def _headings(self, raw: Block) -> tuple[tuple[str, ...], ...]:
        """Headings of which no passage speaks: a text each, or a list from the outermost on."""
        rows = read_list(raw, "headings", self.report, "headings")
        paths = []
        for row, place in zip(rows, rows.places, strict=True):
            held = Block(place.file, place.line)
            held["headings"] = row
            paths.append(self._path(held, "headings"))
        return tuple(paths)

    def _path(self, block: Block, key: str) -> tuple[str, ...]:
        """A heading, or a list of headings from the outermost on."""
        listed = isinstance(block.get(key), Items)
        path = read_texts(block, key, self.report) if listed else (read_text(block, key, self.report),)
        if listed and not path:
            self.report.wrong(block, key, f"`{key}` names no heading; write the heading that the text stands under")
        for heading in path:
            folded = fold(heading)
            if heading and not folded:
                message = f"`{key}` is {heading!r}, which has no letter; name the heading that the text stands under"
                self.report.wrong(block, key, message)
            elif folded.isdecimal():
                message = f"`{key}` is the number {heading!r}; lines move, so name a heading, or a question such as 問3"
                self.report.wrong(block, key, message)
        return path
