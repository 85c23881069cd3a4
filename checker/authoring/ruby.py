"""Readings above kanji: a reviewed table of words, and what it says of a text.

A run of kanji is read as a whole or not at all: nothing is put together from the readings of its parts, so that a new
compound is missing in the table and never read wrongly. Knows nothing of pages: readings are marked in the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from checker.authoring.shapes import found
from checker.authoring.source import Block

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from checker.authoring.errors import Report

__all__ = ["BASE", "END", "READING", "Marking", "Ruby", "plain", "read_ruby"]

BASE, READING, END = "\ufff9", "\ufffa", "\ufffb"
"""Unicode's interlinear annotation: BASE kanji READING kana END."""

_KANJI = "々〆〇㐀-䶿一-鿿豈-﫿"
_RUN = re.compile(rf"[{_KANJI}]+")
_BASES = re.compile(rf"([\d{_KANJI}]+)")
_WORD = re.compile(rf"(?:N|\d+)?[{_KANJI}ぁ-ゖァ-ヺー]+")
_KANA = re.compile(r"[ぁ-ゖー]+")
_STEP = re.compile(rf"\{{\w+\}}|{_RUN.pattern}|.", re.DOTALL)
_HIRAGANA = {ord("ァ") + step: ord("ぁ") + step for step in range(ord("ヶ") - ord("ァ") + 1)}

_LONGEST = 40
"""Characters of one word."""

_MARKS = re.compile(f"{BASE}([^{READING}]*){READING}[^{END}]*{END}")


@dataclass(frozen=True, slots=True)
class _Word:
    """A line of the table: as the table has it, as texts have it, and with its readings."""

    name: str
    text: str
    marked: str

    def stands_at(self, text: str, at: int) -> bool:
        """Whether the word stands there and does not end inside a run of kanji."""
        end = at + len(self.text)
        return text.startswith(self.text, at) and not (_RUN.match(self.text[-1]) and _RUN.match(text, end))


@dataclass(frozen=True, slots=True)
class Ruby:
    """The words by their first character, longest first; those that follow a number by themselves.

    ``table``: the file, which knows the lines; ``unread`` finds what no word begins with.
    """

    table: Block
    words: Mapping[str, tuple[_Word, ...]]
    counters: Mapping[str, tuple[_Word, ...]]
    unread: re.Pattern[str]

    def with_ruby(self, text: str) -> str:
        """The text with its readings marked; {places} and runs without a reading stay as they are."""
        return "".join(word.marked if word else piece for piece, word in self.pieces(text))

    def missing(self, text: str) -> list[str]:
        """The runs of kanji for which the table has no reading, in the order of the text."""
        return [piece for piece, word in self.pieces(text) if word is None and _RUN.match(piece)]

    def mark(self, trees: Iterable[Block], report: Report) -> list[Block]:
        """All texts of some files with their readings marked, in trees of the same shape.

        Runs without a reading are reported, and lines of the table that no text of these files uses.
        """
        marking = Marking(self, report)
        marked = [marking.mark(tree) for tree in trees]
        marking.close()
        return marked

    def pieces(self, text: str) -> Iterator[tuple[str, _Word | None]]:
        """What the text consists of, from left to right, each piece with the line of the table that reads it."""
        at = 0
        while at < len(text):
            if plain_run := self.unread.match(text, at):
                yield plain_run[0], None
                at = plain_run.end()
                continue
            word = self._word(text, at)
            step = None if word else _STEP.match(text, at)
            end = at + len(word.text) if word else step.end() if step else len(text)
            yield text[at:end], word
            at = end

    def _word(self, text: str, at: int) -> _Word | None:
        """The longest word that stands there; after a number, or a place that may hold one, only a counter."""
        before = text[at - 1 : at]
        words = self.counters if before.isdecimal() or before == "}" else self.words
        return next((word for word in words.get(text[at], ()) if word.stands_at(text, at)), None)


class Marking:
    """Marks the readings in one file after the other; whoever is through with all of them closes it."""

    def __init__(self, ruby: Ruby, report: Report) -> None:
        """No text has been seen yet."""
        self._ruby = ruby
        self._report = report
        self._used: set[str] = set()

    def mark(self, texts: Block) -> Block:
        """The texts of a file with their readings marked, in a tree of the same shape."""
        marked = Block(texts.file, texts.line)
        marked.lines = dict(texts.lines)
        for key, value in texts.items():
            if isinstance(value, Block):
                marked[key] = self.mark(value)
            elif isinstance(value, str):
                marked[key] = self._marked(texts, key, value)
            else:
                marked[key] = value
        return marked

    def close(self) -> None:
        """Tell of the lines of the table that no text has used."""
        lines = (*self._ruby.words.values(), *self._ruby.counters.values())
        for name in {word.name for words in lines for word in words} - self._used:
            self._report.wrong(
                self._ruby.table, name, f"no text has {name!r} where nothing longer fits; remove the line"
            )

    def _marked(self, texts: Block, key: str, value: str) -> str:
        pieces = list(self._ruby.pieces(value))
        self._used.update(word.name for _, word in pieces if word)
        for run in (piece for piece, word in pieces if word is None and _RUN.match(piece)):
            way_out = f"add a line `{run}: READING` to {self._ruby.table.file.name}"
            self._report.wrong(texts, key, f"{key}: no reading for {run!r} in {value!r}; {way_out}")
        return "".join(word.marked if word else piece for piece, word in pieces)


def plain(text: str) -> str:
    """The text without marks, as an attribute or a title needs it."""
    return _MARKS.sub(r"\1", text) if BASE in text else text


def read_ruby(block: Block, report: Report) -> Ruby:
    """The table that a file holds: WORD: READING, the reading in hiragana.

    A word is a run of kanji with as much kana beside it as makes it unambiguous; readings are put above its kanji
    alone. `N歳` is read after any number; `null` there means that no reading fits every number. Words that begin with
    a number of their own (`1日`) are read whole.
    """
    words: dict[str, list[_Word]] = {}
    counters: dict[str, list[_Word]] = {}
    for name, reading in block.items():
        problem = _problem(name, reading)
        if problem:
            report.wrong(block, name, problem)
            continue
        text = name.removeprefix("N")
        kind = words if text == name else counters
        kind.setdefault(text[0], []).append(_Word(name, text, text if reading is None else _marked(text, reading)))
    begins = "".join(map(re.escape, words.keys() | counters.keys()))
    unread = re.compile(rf"[^{{{_KANJI}{begins}]+")
    return Ruby(block, _longest_first(words), _longest_first(counters), unread)


def _problem(name: str, reading: object) -> str | None:
    """What is wrong with a line of the table, and the way out."""
    if not _WORD.fullmatch(name) or not _RUN.search(name) or len(name) > _LONGEST:
        allowed = f"kanji and kana, at most {_LONGEST} of them, with a number or N (any number) before them"
        return f"{name!r} is no word with kanji; allowed: {allowed}"
    if reading is None and name.startswith("N"):
        return None
    if not isinstance(reading, str) or not _KANA.fullmatch(reading) or len(reading) > 2 * _LONGEST:
        return f"the reading of {name!r} is {found(reading)}; write it in hiragana, as `届く: とどく`"
    ways = _ways(name.removeprefix("N"), reading)
    if not ways:
        return f"the reading {reading!r} does not have the kana of {name!r}; write both out, as `届く: とどく`"
    if len(ways) > 1:
        return f"{reading!r} can be split over {name!r} in more than one way; write a shorter word, or two"
    return None


def _ways(text: str, reading: str) -> set[tuple[str, ...]]:
    """How the reading may be shared out among the kanji of a word; two ways if there are several."""
    parts = _BASES.split(text.translate(_HIRAGANA))

    @cache
    def ways(part: int, at: int) -> tuple[tuple[str, ...], ...]:
        """Those of the parts from one on, over the reading from a place on; every second part is kanji."""
        if part == len(parts):
            return ((),) if at == len(reading) else ()
        if part % 2 == 0:
            return ways(part + 1, at + len(parts[part])) if reading.startswith(parts[part], at) else ()
        shares = ((reading[at:end], ways(part + 1, end)) for end in range(at + 1, len(reading) + 1))
        return tuple(islice(((share, *rest) for share, others in shares for rest in others), 2))

    return set(ways(0, 0))


def _marked(text: str, reading: str) -> str:
    (shares,) = _ways(text, reading)
    over = iter(shares)
    return _BASES.sub(lambda base: f"{BASE}{base[0]}{READING}{next(over)}{END}", text)


def _longest_first(words: Mapping[str, list[_Word]]) -> dict[str, tuple[_Word, ...]]:
    return {first: tuple(sorted(some, key=lambda word: -len(word.text))) for first, some in words.items()}
