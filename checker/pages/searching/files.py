"""The files of the search: for each language one script that hands over its index and holds no code."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING

from checker.authoring.errors import Report
from checker.authoring.ruby import plain
from checker.pages.assets import SharedFile
from checker.pages.searching.gathering import gather
from checker.pages.searching.naming import naming_words
from checker.pages.searching.packing import pack
from checker.pages.searching.synonyms import read_synonyms
from checker.pages.searching.wording import readings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path
    from typing import Any

    from checker.authoring import Library
    from checker.pages.searching.gathering import Gathered, SearchedPage
    from checker.pages.searching.synonyms import Synonyms

__all__ = ["search_files", "search_indexes"]

_HASH_LENGTH = 12
_MOST_OF = 0.6
_SYNONYMS = "docs/text/search.yaml"
_READINGS = "docs/text/ruby.yaml"
_INSURERS = "docs/insurers"


def search_files(pages: Iterable[SearchedPage], library: Library, root: Path) -> dict[str, SharedFile]:
    """Return the file of each language in which there are pages.

    Raises AuthoringError where a line of the table of synonyms, in the project at `root`, leads nowhere.
    """
    return {language: _file(language, index) for language, index in search_indexes(pages, library, root).items()}


def search_indexes(pages: Iterable[SearchedPage], library: Library, root: Path) -> dict[str, dict[str, Any]]:
    """Return the index of each language as a value; errors are those of `search_files`."""
    addresses: set[str] = set()
    found = gather(_noting(pages, addresses), library.insurers)
    said = {language: {text for one in some for text in one.said} for language, some in found.items()}
    report = Report(root)
    synonyms = read_synonyms(root / _SYNONYMS, said, addresses, report, complete=_all_shown(library, root))
    names = naming_words(library.insurers.values(), _common(found.values()))
    indexes = {}
    for language, known in synonyms.items():
        read = readings(root / _READINGS, (*known.words, *known.about), said[language], report)
        told = library.told_in(language)
        insurers = {one.id: (plain(one.name), _but(names[one.id], known.words)) for one in told.insurers.values()}
        named = {word for _, words in insurers.values() for word in words}
        read_as = {kana: words for kana, words in read.items() if kana not in named}
        indexes[language] = {
            **pack(found[language], insurers, known.standings),
            "words": _words(known, read_as),
            "unshown": _grouped(known.unshown),
            "idle": known.idle,
        }
    report.close()
    return indexes


def _all_shown(library: Library, root: Path) -> bool:
    """Say whether the answers of all insurers with a file are shown; those of drafts and withdrawn ones are not."""
    shown = {one.id for one in library.insurers.values() if one.status == "published"}
    return shown.issuperset(path.stem for path in (root / _INSURERS).glob("*.yaml"))


def _noting(pages: Iterable[SearchedPage], addresses: set[str]) -> Iterator[SearchedPage]:
    for page in pages:
        addresses.add(page.address)
        yield page


def _common(found: Iterable[Gathered]) -> set[str]:
    """Return what is said of no insurer in particular: on the pages of two."""
    speakers: dict[str, str] = {}
    common = set()
    for some in found:
        for one, whose in some.items():
            [first, *others] = [name for name in whose if name is not None] or [""]
            for text in one.said if first else ():
                if others or speakers.setdefault(text, first) != first:
                    common.add(text)
    return common


def _but(words: Sequence[str], others: Mapping[str, Any]) -> list[str]:
    return [word for word in words if word not in others]


def _words(known: Synonyms, read_as: Mapping[str, list[str]]) -> list[list[list[str]]]:
    """Return what is typed, together where it leads to the same: what is typed, what pages say, which are about it."""
    groups: dict[tuple[tuple[str, ...], tuple[str, ...]], list[str]] = {}
    within = {word: _within(word, known) for words in read_as.values() for word in words}
    for one in dict.fromkeys((*read_as, *known.words, *known.about, *(word for word, part in within.items() if part))):
        read = [*read_as.get(one, ()), *within.get(one, ())]
        said = dict.fromkeys(lead for word in (*read, one) for lead in (*read, *known.words.get(word, ())))
        about = dict.fromkeys(place for word in (*read, one) for place in known.about.get(word, ()))
        groups.setdefault((tuple(said), tuple(about)), []).append(one)
    return [[some, list(said), list(about)] for (said, about), some in groups.items()]


def _within(word: str, known: Synonyms) -> list[str]:
    """Return the longest known word that is most of a word, itself unknown: what the one leads to, the other does."""
    if word in known.words or word in known.about:
        return []
    parts = [one for one in (*known.words, *known.about) if one in word and len(one) > _MOST_OF * len(word)]
    return [max(parts, key=len)] if parts else []


def _grouped(typed: Mapping[str, list[str]]) -> list[list[list[str]]]:
    """Return what is typed, put together where it leads to the same: [[what is typed], [what it leads to]]."""
    groups: dict[tuple[str, ...], list[str]] = {}
    for one, leads in typed.items():
        groups.setdefault(tuple(leads), []).append(one)
    return [[some, list(leads)] for leads, some in groups.items()]


def _file(language: str, index: dict[str, Any]) -> SharedFile:
    text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    content = f'document.dispatchEvent(new CustomEvent("search-index",{{detail:{text}}}));\n'.encode()
    return SharedFile(f"assets/search.{language}.{sha256(content).hexdigest()[:_HASH_LENGTH]}.js", content)
