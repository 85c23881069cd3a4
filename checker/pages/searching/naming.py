"""By which words a search knows that an insurer is meant: its names, without those that say nothing of which one."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from checker.authoring.ruby import plain
from checker.pages.insurer_lists import names_of
from checker.pages.searching.folding import loosely

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from checker.authoring import Insurer

__all__ = ["naming_words"]

_BETWEEN = re.compile(r"[\s()()・、,]+")
_KIND = re.compile("(?<=..)(?:[都道府県市区町村]|けん|ふ|し|く|まち|ちょう|むら|そん)$")
"""What kind of a place it is, which people leave out; two letters must be left."""

_FEWEST, _DIGITS = 2, 6
_SHARE = 3
"""A word that names more than one insurer in so many says nothing of which one."""


def naming_words(insurers: Iterable[Insurer], said: Iterable[str]) -> Mapping[str, Sequence[str]]:
    """Return the words that name each insurer, by its id, as search compares them.

    `said` is what pages say of no insurer in particular: a word that stands there names nobody.
    """
    common = "\n".join(loosely(text) for text in said)
    pairs = set(pairwise(common))
    words = {insurer.id: _words(insurer) for insurer in insurers}
    counted = Counter(word for own in words.values() for word in own)
    most = max(1, len(words) // _SHARE)

    def says_who(word: str) -> bool:
        return counted[word] <= most and not (pairs.issuperset(pairwise(word)) and word in common)

    return {name: list(filter(says_who, own)) for name, own in words.items()}


def _words(insurer: Insurer) -> list[str]:
    names = map(plain, names_of(insurer))
    parts = (part for name in names for part in (name, *_BETWEEN.split(name)))
    spellings = (loosely(spelling) for part in parts for spelling in (part, _KIND.sub("", part)))
    return [word for word in dict.fromkeys(spellings) if len(word) >= (_DIGITS if word.isdecimal() else _FEWEST)]
