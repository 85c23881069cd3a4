"""The files of the record: what changed for one insurer, newest first.

`docs/changes/<id>.yaml` is a list under `changes`. Mistakes are reported like those of all other files. Whether the
newest entry speaks of the files as they are is asked elsewhere (`unrecorded`): a file that lacks it can still be read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from checker.authoring.errors import hint
from checker.authoring.file_names import named_files
from checker.authoring.languages import EASY, FIRST, OTHERS
from checker.authoring.record.stamps import DIGITS, Stamp
from checker.authoring.shapes import found, read_day, read_list, read_mapping, read_text, refuse_unknown
from checker.authoring.source import Block, Items, read_yaml

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from checker.authoring.errors import Report

__all__ = ["ALL", "FOLDER", "Entry", "easy_texts", "entry_blocks", "read_entries"]

FOLDER = "docs/changes"
"""Where the files stand, below the root."""

ALL = "all"
"""The row of `situations` that counts over all topics together."""

_KEYS = ("date", "version", "text", "says", "situations")
_NEEDED = ("date", "version", "text", "says")
_HASH = re.compile(rf"[0-9a-f]{{{DIGITS}}}", re.ASCII)
_COUNT = re.compile(r"(\d+) of (\d+)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Entry:
    """One change, as residents are told of it.

    ``on``: the day of the record; ``stamp``: the state that it led to. ``says``: by language, Japanese always, easy
    Japanese with its readings marked. ``situations``: in how many of how many something changes, by topic and under
    `ALL`; empty where no earlier rules were there, or the rules stayed as they were.
    """

    on: date
    stamp: Stamp
    says: Mapping[str, str] = field(hash=False)
    situations: Mapping[str, tuple[int, int]] = field(hash=False)

    def told_in(self, language: str) -> str:
        """What it says in a language, or in Japanese where it is not said in that one."""
        return self.says.get(language, self.says[FIRST])


def entry_blocks(root: Path, insurers: Collection[str], report: Report) -> dict[str, Block]:
    """Each file as it was read, by insurer, of those that have one; a file without its insurer is told."""
    blocks = {}
    for path in named_files(root / FOLDER, report):
        if path.stem in insurers:
            blocks[path.stem] = read_yaml(path, report)
        else:
            way_out = "keep an insurer whose addresses others rely on, with `status: withdrawn`, or rename the file"
            report.add(path, 0, f"no insurer is called {path.stem!r}; {hint(path.stem, insurers)}; {way_out}")
    return blocks


def easy_texts(blocks: Mapping[str, Block]) -> Iterator[Block]:
    """What the files say in easy Japanese, for its readings: a block for each file, by the number of the entry."""
    for block in blocks.values():
        easy = Block(block.file, block.line)
        for number, says in _sayings(block):
            if isinstance(says.get(EASY), str):
                easy[number] = Block(block.file, says.line)
                easy[number][EASY] = says[EASY]
                easy[number].lines[EASY] = says.at(EASY)
        if easy:
            yield easy


def _sayings(block: Block) -> Iterator[tuple[str, Block]]:
    """Each entry's `says` with its number, as far as it has the form."""
    items = block.get("changes")
    for number, item in enumerate(items if isinstance(items, Items) else ()):
        says = item.get("says") if isinstance(item, Block) else None
        if isinstance(says, Block):
            yield str(number), says


def read_entries(
    blocks: Mapping[str, Block], aloud: Mapping[Path, Block], report: Report
) -> dict[str, tuple[Entry, ...]]:
    """The entries of every insurer that has a file, newest first. ``aloud``: `easy_texts` with readings, by file."""
    return {name: _Reader(aloud.get(block.file), report).read(block) for name, block in blocks.items()}


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads one file; ``aloud``: its texts in easy Japanese, by the number of the entry."""

    aloud: Block | None
    report: Report

    def read(self, block: Block) -> tuple[Entry, ...]:
        refuse_unknown(block, ("changes",), "the file", self.report)
        if not block.get("changes"):
            self.report.add(block.file, block.at("changes"), "`changes` is missing or empty; list one entry at least")
        rows = []
        items = read_list(block, "changes", self.report, "entries")
        for number, (item, place) in enumerate(zip(items, items.places, strict=True)):
            if isinstance(item, Block):
                rows.append((item, self._entry(item, str(number))))
            else:
                self.report.at(place, f"`changes` has {found(item)} in it; an entry needs {', '.join(_NEEDED)}")
        self._check_order(rows)
        return tuple(entry for _, entry in rows if entry)

    def _entry(self, row: Block, number: str) -> Entry | None:
        refuse_unknown(row, _KEYS, "an entry of `changes`", self.report)
        missing = [key for key in _NEEDED if key not in row]
        if missing:
            self.report.add(row.file, row.line, f"an entry of `changes` needs {', '.join(missing)}")
        day, stamp = read_day(row, "date", self.report), Stamp(self._hash(row, "version"), self._hash(row, "text"))
        says, situations = self._says(row, number), self._situations(row)
        return Entry(day, stamp, says, situations) if day and says else None

    def _hash(self, row: Block, key: str) -> str:
        value = read_text(row, key, self.report)
        if isinstance(row.get(key), str) and not _HASH.fullmatch(value):
            meant = f"{DIGITS} hexadecimal digits are meant, as `python -m checker changes` prints them"
            self.report.wrong(row, key, f"`{key}` is {found(value)}; {meant}")
        return value

    def _says(self, row: Block, number: str) -> dict[str, str]:
        says = read_mapping(row, "says", self.report)
        refuse_unknown(says, (FIRST, *OTHERS), "`says`", self.report)
        texts = {language: read_text(says, language, self.report) for language in (FIRST, *OTHERS) if language in says}
        if isinstance(row.get("says"), Block) and not texts.get(FIRST) and isinstance(says.get(FIRST, ""), str):
            self.report.wrong(row, "says", f"`says` lacks {FIRST}; say in one sentence for residents what changed")
        easy = self.aloud.get(number) if self.aloud else None
        for language, text in texts.items():
            if text and not text.strip("…. "):
                self.report.wrong(says, language, f"{text!r} says nothing; put in what changed")
        return texts | (easy or {})

    def _situations(self, row: Block) -> dict[str, tuple[int, int]]:
        raw = read_mapping(row, "situations", self.report)
        counts = {}
        for topic, value in raw.items():
            numbers = _COUNT.fullmatch(value) if isinstance(value, str) else None
            changed, of = (int(numbers[1]), int(numbers[2])) if numbers else (1, 0)
            if changed <= of:
                counts[topic] = (changed, of)
            else:
                self.report.wrong(raw, topic, f"{topic}: {found(value)} is no count; write it as `12 of 3400`")
        return counts

    def _check_order(self, rows: list[tuple[Block, Entry | None]]) -> None:
        """Newest first, and each entry tells of another state than the one before it."""
        for (upper, newer), (lower, older) in pairwise(rows):
            if newer is None or older is None:
                continue
            if newer.on < older.on:
                message = f"{older.on} stands below {newer.on}; the newest entry comes first"
                self.report.wrong(lower, "date", message)
            if newer.stamp == older.stamp:
                message = f"this entry has the version and text of the one below it (line {lower.line})"
                self.report.wrong(upper, "version", f"{message}, so nothing changed; make one entry of both")
        first: dict[tuple[date, Stamp], Block] = {}
        for row, entry in rows:
            if entry and first.setdefault((entry.on, entry.stamp), row) is not row:
                self.report.wrong(
                    row, "date", "two entries of one day have one version and text; make one entry of them"
                )
