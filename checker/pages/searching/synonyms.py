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
from checker.pages.here import FOLDERS
from checker.pages.searching.folding import loosely
from checker.pages.searching.wording import forms_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from pathlib import Path

    from checker.authoring.errors import Report

__all__ = ["Synonyms", "read_synonyms", "stands_in"]

_HASH = re.compile("[0-9a-f]{8}")
_TYPED, _ABOUT, _HASHES = "typed", "about", "hashes"
_STANDINGS = {"before": 1, "behind": -1}


@dataclass
class Synonyms:
    """`words`: what may be typed, and what pages say instead; `unshown`: the same by the hash of what is typed.

    `about`: what may be typed, and the addresses of the pages, or of the places on them, that are about it.

    `standings`: 1 for folders of pages, as they stand in the first language, that stand before others, -1 for those
    that stand behind them. `idle`: what says nothing of what is looked for.
    """

    words: dict[str, list[str]] = field(default_factory=dict)
    about: dict[str, list[str]] = field(default_factory=dict)
    unshown: dict[str, list[str]] = field(default_factory=dict)
    standings: dict[str, int] = field(default_factory=dict)
    idle: list[str] = field(default_factory=list)


def stands_in(word: str, text: str) -> bool:
    """Whether a word stands in a text, both in their loose form; a Latin one begins where a word begins."""
    return re.search(rf"(?<![a-z]){re.escape(word)}" if word[:1].isascii() else re.escape(word), text) is not None


def read_synonyms(
    path: Path, said: Mapping[str, Iterable[str]], pages: Collection[str], report: Report, *, complete: bool = True
) -> Mapping[str, Synonyms]:
    """Return the table for each language in `said`, which has all that the pages of that language say.

    `pages` are the addresses of all pages. Not `complete`: some insurer's answers are not shown for now. What only its
    pages said leads nowhere then, which is no mistake: nobody shall have to mend the table to take answers back.
    """
    table = read_yaml(path, report)
    texts = {language: "\n".join(dict.fromkeys(map(loosely, lines))) for language, lines in said.items()}
    standings = _standings(table, pages, report)
    idle = sorted({loosely(one) for one in _listed(table.get("idle", []))})
    found = {language: Synonyms(standings=standings, idle=idle) for language in texts}
    for block in _blocks(table, "words", report):
        _read_words(block, found, texts, pages, report, complete=complete)
    for block in _blocks(table, "unshown", report):
        _refuse_others(block, (*texts, _HASHES), report)
        hashes = _hashes(block, report)
        for language in (name for name in texts if name in block):
            told = _targets(block, language, texts[language], report, complete=complete)
            _lead_on(found[language].unshown, hashes, told)
    return found


def _standings(table: Block, pages: Collection[str], report: Report) -> dict[str, int]:
    told = [(key, folder) for key in _STANDINGS for folder in _listed(table.get(key, []))]
    for key, folder in told:
        pattern = re.compile(re.escape(folder).replace(r"\{\}", "[^/]+"))
        if not any(map(pattern.match, pages)):
            report.wrong(table, key, f"there is no page in {folder!r}; take it out")
    return {folder: _STANDINGS[key] for key, folder in told}


def _read_words(  # noqa: PLR0913 - what is read, what it is held against, and where it goes
    block: Block,
    found: Mapping[str, Synonyms],
    texts: Mapping[str, str],
    pages: Collection[str],
    report: Report,
    *,
    complete: bool,
) -> None:
    _refuse_others(block, (*texts, _ABOUT, _TYPED), report)
    typed = _typed(block, report)
    places = _listed(block.get(_ABOUT, []))
    targets = {
        name: list(_targets(block, name, texts[name], report, complete=complete)) for name in texts if name in block
    }
    if not places and complete:
        _refuse_idle(block, _listed(block.get(_TYPED, [])), targets, report)
    spoken = [one for some in targets.values() for one in some]
    for language, known in found.items():
        _lead_on(known.words, (*typed, *spoken), targets.get(language, []))
        about = [_address(place, language) for place in places]
        for place in about:
            if place.partition("#")[0] not in pages:
                report.wrong(block, _ABOUT, f"there is no page {place!r}; name one as it stands in the first language")
        _lead_on(known.about, (*typed, *spoken), about)


def _address(place: str, language: str) -> str:
    """Return `situations/lost/#answers` as it is called in that language."""
    folder, mark, anchor = place.partition("#")
    return f"{FOLDERS[language]}{folder}index.html{mark}{anchor}"


def _lead_on(into: dict[str, list[str]], typed: Iterable[str], leads: Iterable[str]) -> None:
    told = list(leads)
    for one in typed:
        if more := [lead for lead in told if lead not in (one, *into.get(one, ()))]:
            into.setdefault(one, []).extend(more)


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


def _typed(block: Block, report: Report) -> list[str]:
    """Return what is typed, in its loose form; what says nothing new is reported."""
    given = _listed(block.get(_TYPED, []))
    loose = [loosely(one) for one in given]
    for one, folded in zip(given, loose, strict=True):
        if not folded or loose.count(folded) > 1:
            report.wrong(block, _TYPED, f"{one!r} says nothing that the others do not; take it out")
    return list(dict.fromkeys(form for one in loose for form in forms_of(one)))


def _hashes(block: Block, report: Report) -> list[str]:
    given = _listed(block.get(_HASHES, []))
    for one in given:
        if not _HASH.fullmatch(one):
            report.wrong(block, _HASHES, f"{one!r} is no hash: eight hexadecimal digits in quotes")
    return given


def _targets(block: Block, language: str, text: str, report: Report, *, complete: bool) -> Iterator[str]:
    for one in _listed(block[language]):
        if stands_in(loosely(one), text):
            yield loosely(one)
        elif complete:
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
