"""The languages of the pages: Japanese, in which everything is first said, and those that say the same again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.authoring.errors import hint
from checker.authoring.insurer import Translation
from checker.authoring.kept import packed
from checker.authoring.ruby import Marking, read_ruby
from checker.authoring.shapes import found, read_mapping, read_rows, read_text, refuse_unknown
from checker.authoring.source import Block, read_yaml
from checker.authoring.words import Words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from pathlib import Path

    from checker.authoring.errors import Report

__all__ = ["EASY", "FIRST", "OTHERS", "TRANSLATION_KEYS", "Aloud", "read_languages", "read_translations"]

FIRST = "ja"
EASY = "ja-easy"
OTHERS = (EASY, "en")

_PLACE = re.compile(r"\{(\w+)\}")
_JAPANESE_ONLY = frozenset({"terms_of_law"})
"""Kinds that only Japanese has: names that no translation may touch."""
_OPTIONAL = frozenset({"for_other"})
"""Words that a language has where it needs them: a question put to somebody who answers for another person."""
_OF_A_DATE = frozenset({"era", "month", "month_name"})
"""Parts of a date, which each language writes in its own way."""
TRANSLATION_KEYS = ("name", "short", "words", "passages", "texts")


class Aloud:
    """What is said in easy Japanese, with the readings of its kanji: one file after the other, and then closed.

    ``folder`` has the words that are common to all, and the table of readings. Nothing is said where the language is
    not spoken.
    """

    def __init__(self, folder: Path, report: Report) -> None:
        """Read the table of readings."""
        self._easy = folder / f"{EASY}.yaml"
        self._report = report
        spoken = self._easy.is_file()
        self._marking = Marking(read_ruby(read_yaml(folder / "ruby.yaml", report), report), report) if spoken else None

    def common(self) -> dict[Path, Block]:
        """The words that are common to all, by their file."""
        return self.of([read_yaml(self._easy, self._report)] if self._marking else [])

    def of_insurer(self, block: Block) -> dict[Path, Block]:
        """What an insurer's file says, by that file; what has another form is told by whoever reads it."""
        languages = block.get("other_languages")
        row = languages.get(EASY) if isinstance(languages, Block) else None
        return self.of([row] if isinstance(row, Block) else [])

    def of(self, trees: Iterable[Block]) -> dict[Path, Block]:
        """Files that say nothing else, by their paths."""
        return {tree.file: self._marking.mark(tree) for tree in trees} if self._marking else {}

    def close(self) -> None:
        """Tell of lines of the table that nothing has used."""
        if self._marking:
            self._marking.close()


def read_languages(folder: Path, first: Block, aloud: Mapping[Path, Block], report: Report) -> dict[str, Words]:
    """The words of all languages that have a file, Japanese first.

    Each other file says all that Japanese says, with the same places. ``aloud``: see `Aloud`.
    """
    languages = {FIRST: Words(FIRST, first)}
    for language in OTHERS:
        file = folder / f"{language}.yaml"
        if not file.is_file():
            continue
        block = aloud[file] if file in aloud else read_yaml(file, report)
        if block:
            _compare(block, first, (), report)
        languages[language] = Words(language, block)
    return languages


def read_translations(
    block: Block, own: Mapping[str, Collection[str] | None], aloud: Mapping[Path, Block], report: Report
) -> dict[str, Translation]:
    """What an insurer's file says of its own in other languages; what it leaves out is shown in Japanese.

    ``own``: what there is to be said, by the kinds `words`, `passages`, `texts`, None where nobody can tell what;
    ``aloud``: see `Aloud`.
    """
    told = {}
    for language, row in read_rows(block, "other_languages", report, (), TRANSLATION_KEYS):
        if language not in OTHERS:
            report.wrong(row, language, f"`other_languages` has {language!r}; {hint(language, OTHERS)}")
        said = aloud.get(row.file, row) if language == EASY else row
        told[language] = Translation(
            name=read_text(said, "name", report),
            short=read_text(said, "short", report),
            words=_texts(said, "words", own["words"], report),
            passages=packed(_texts(said, "passages", own["passages"], report)),
            texts=packed(_texts(said, "texts", own["texts"], report)),
        )
    return told


def _texts(row: Block, key: str, allowed: Collection[str] | None, report: Report) -> dict[str, str]:
    texts = read_mapping(row, key, report)
    if allowed is not None:
        refuse_unknown(texts, allowed, f"`{key}` of this file", report)
    return {name: read_text(texts, name, report) for name in texts}


def _compare(other: Block, first: Mapping[str, object], path: tuple[str, ...], report: Report) -> None:
    """Tell what a language lacks, has too much, or fills with other places than Japanese."""
    for key in other:
        if key not in first and key not in _OPTIONAL:
            near = hint(key, first)
            report.wrong(other, key, f"no such words in {FIRST}.yaml: {'.'.join((*path, key))}; {near}")
    for key, said in first.items():
        if key in _OPTIONAL or (not path and key in _JAPANESE_ONLY):
            continue
        name = ".".join((*path, key))
        told = other.get(key)
        if isinstance(said, Block) != isinstance(told, Block) or told in (None, ""):
            message = f"{name} is {found(told) if key in other else 'missing'}; {FIRST}.yaml says {found(said)}"
            report.wrong(other, key, message)
        elif isinstance(said, Block) and isinstance(told, Block):
            _compare(told, said, (*path, key), report)
        else:
            _compare_places(other, key, name, str(said), report)


def _compare_places(other: Block, key: str, name: str, said: str, report: Report) -> None:
    meant, has = set(_PLACE.findall(said)), set(_PLACE.findall(str(other[key])))
    if unknown := sorted(has - meant - _OF_A_DATE):
        allowed = ", ".join(f"{{{place}}}" for place in sorted(meant)) or "none"
        report.wrong(other, key, f"{name} has {{{unknown[0]}}}, which nobody fills; allowed: {allowed}")
    elif lost := sorted(meant - has - _OF_A_DATE):
        report.wrong(other, key, f"{name} lacks {{{lost[0]}}}, which {FIRST}.yaml has; put it where it belongs")
