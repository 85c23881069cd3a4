"""The table of what people type and what pages say (`docs/text/search.yaml`), held against the pages.

Every line must lead somewhere: what it leads to stands on a page of that language, and what is typed says something
else. So the table cannot outlive the words of the pages.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from checker.authoring.errors import hint
from checker.authoring.source import Block, Items, read_yaml
from checker.pages.searching.folding import loosely

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from pathlib import Path

    from checker.authoring.errors import Report

__all__ = ["Synonyms", "read_synonyms", "readings", "stands_in"]

_HASH = re.compile("[0-9a-f]{8}")
_TYPED, _HASHES = "typed", "hashes"
_SHORTEST_READING = 3
"""Kana shorter than this stand in too many other words."""


@dataclass
class Synonyms:
    """`words`: what may be typed, and what it leads to; `unshown`: the same by the hash of what is typed.

    `behind`: folders of pages, as they stand in the first language, that stand behind others.
    """

    words: dict[str, list[str]] = field(default_factory=dict)
    unshown: dict[str, list[str]] = field(default_factory=dict)
    behind: list[str] = field(default_factory=list)


def readings(path: Path, said: Iterable[str], report: Report) -> Iterator[tuple[str, str]]:
    """Yield the readings of a reviewed table and their words, of those that stand in what is said."""
    text = "\n".join(dict.fromkeys(map(loosely, said)))
    for word, reading in read_yaml(path, report).items():
        typed, lead = loosely(reading if isinstance(reading, str) else ""), loosely(word)
        if len(typed) >= _SHORTEST_READING and not word.startswith("N") and lead in text:
            yield typed, lead


def stands_in(word: str, text: str) -> bool:
    """Whether a word stands in a text, both in their loose form; a Latin one begins where a word begins."""
    return re.search(rf"(?<![a-z]){re.escape(word)}" if word[:1].isascii() else re.escape(word), text) is not None


def read_synonyms(
    path: Path, said: Mapping[str, Iterable[str]], pages: Collection[str], report: Report
) -> Mapping[str, Synonyms]:
    """Return the table for each language in `said`, which has all that the pages of that language say.

    `pages` are the addresses of all pages.
    """
    table = read_yaml(path, report)
    texts = {language: "\n".join(dict.fromkeys(map(loosely, lines))) for language, lines in said.items()}
    behind = _listed(table.get("behind", []))
    for folder in behind:
        if not any(page.startswith(folder) for page in pages):
            report.wrong(table, "behind", f"there is no page in {folder!r}; take it out")
    found = {language: Synonyms(behind=behind) for language in texts}
    for kind, key in (("words", _TYPED), ("unshown", _HASHES)):
        for block in _blocks(table, kind, report):
            _refuse_others(block, (*texts, key), report)
            typed = _typed(block, key, report)
            targets = {name: list(_targets(block, name, texts[name], report)) for name in texts if name in block}
            if key == _TYPED:
                _refuse_idle(block, _listed(block.get(key, [])), targets, report)
            for language, leads in targets.items():
                into = found[language].words if key == _TYPED else found[language].unshown
                spoken = (one for some in targets.values() for one in some) if key == _TYPED else ()
                for one in (*typed, *spoken):
                    into.setdefault(one, []).extend(lead for lead in leads if lead not in (one, *into.get(one, ())))
    return found


def _blocks(table: Block, kind: str, report: Report) -> Iterator[Block]:
    entries = table.get(kind)
    if not isinstance(entries, Items):
        report.wrong(table, kind, f"{kind!r} must be a list; it may be empty: []")
        return
    for entry, place in zip(entries, entries.places, strict=True):
        if isinstance(entry, Block):
            yield entry
        else:
            report.at(place, "a mapping was expected: a language and what its pages say, and what is typed")


def _refuse_others(block: Block, allowed: tuple[str, ...], report: Report) -> None:
    for key in block:
        if key not in allowed:
            report.wrong(block, key, f"unknown key {key!r}; {hint(key, allowed)}")


def _listed(value: Any) -> list[str]:  # noqa: ANN401 - whatever YAML has
    return [one for one in (value if isinstance(value, list) else [value]) if isinstance(one, str) and one]


def _typed(block: Block, key: str, report: Report) -> list[str]:
    """Return what is typed, in its loose form, or its hashes; what leads nowhere is reported."""
    given = _listed(block.get(key, []))
    if key == _HASHES:
        for one in given:
            if not _HASH.fullmatch(one):
                report.wrong(block, key, f"{one!r} is no hash: eight hexadecimal digits in quotes")
        return given
    loose = [loosely(one) for one in given]
    for one, folded in zip(given, loose, strict=True):
        if not folded or loose.count(folded) > 1:
            report.wrong(block, key, f"{one!r} says nothing that the others do not; take it out")
    return loose


def _targets(block: Block, language: str, text: str, report: Report) -> Iterator[str]:
    for one in _listed(block[language]):
        if stands_in(loosely(one), text):
            yield loosely(one)
        else:
            report.wrong(
                block, language, f"{one!r} stands on no page in {language}; take what its pages say, or leave it out"
            )


def _refuse_idle(block: Block, typed: Iterable[str], targets: Mapping[str, list[str]], report: Report) -> None:
    spoken = {one for leads in targets.values() for one in leads}
    if not spoken:
        report.wrong(block, _TYPED, "this leads nowhere; name what the pages of a language say")
    for one in typed:
        if spoken and all(any(stands_in(lead, loosely(one)) for lead in leads) for leads in targets.values()):
            report.wrong(block, _TYPED, f"{one!r} finds this without a line of its own; take it out")
