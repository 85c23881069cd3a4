"""Other forms of a word that people type: its kana, and how it begins where it is denied politely."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.authoring.source import read_yaml
from checker.pages.searching.folding import loosely

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from checker.authoring.errors import Report

__all__ = ["forms_of", "kana_of", "readings"]

_KANJI = re.compile("[\u3400-\u9fff々]")
_DENIAL = re.compile("(.+)([いえかがきぎくけげさしじせたちてでなにねはばびべまみめもらりれわ])ない?")
_POLITE = dict(zip("かがさたなばまらわ", "きぎしちにびみりい", strict=True))
"""How the stems of verbs end before ない, and how before ません."""

_SHORTEST_READING = 3
"""Kana shorter than this stand in too many other words."""


def readings(path: Path, words: Iterable[str], said: Iterable[str], report: Report) -> dict[str, list[str]]:
    """Return kana and the words that they are of: those of a reviewed table that stand in what is said, and `words`.

    All are in their loose form.
    """
    told = read_yaml(path, report).items()
    table = {loosely(word): loosely(kana) for word, kana in told if isinstance(kana, str) and not word.startswith("N")}
    text = "\n".join(dict.fromkeys(map(loosely, said)))
    found: dict[str, list[str]] = {}
    for word in dict.fromkeys((*(word for word in table if word in text), *words)):
        kana = table.get(word) or kana_of(word, table)
        if kana and kana != word and len(kana) >= _SHORTEST_READING:
            found.setdefault(kana, []).append(word)
    return found


def forms_of(word: str) -> list[str]:
    """Return what is typed, and if it is how a denial begins (`読めな` for 読めない), how its polite form begins."""
    found = _DENIAL.fullmatch(word)
    if not found:
        return [word]
    before, last = found.groups()
    if last in "がはもく":
        return [word, f"{before}{last}ありませ"]
    return [word, f"{before}{_POLITE.get(last, last)}ませ"]


def kana_of(word: str, table: Mapping[str, str]) -> str | None:
    """Return a word as it is typed without kanji, None where a reading is missing; the longest word is read first."""
    told = ""
    while word:
        if not _KANJI.match(word):
            told, word = told + word[0], word[1:]
            continue
        known = next((word[:end] for end in range(len(word), 0, -1) if word[:end] in table), None)
        if known is None:
            return None
        told, word = told + table[known], word.removeprefix(known)
    return told
