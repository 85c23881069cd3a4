"""An insurer's own words, and marks in place of them while something is written for all insurers that are alike.

Each has words of its own, such as the names of its offices; what stands around them is the same.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from checker.pages.html import esc

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from checker.authoring import Insurer

__all__ = ["is_marking", "kind_of_words", "marking", "own_word", "spoken"]

_SIGN = "\ue001"
_now: list[str] = []
"""The insurers for whom something is written with marks, one inside the other."""


def own_word(insurer: Insurer, name: str) -> str | None:
    """Return the insurer's own word for an id, or the mark that stands for it; None where it has none."""
    word = insurer.words.get(name)
    return _mark(name) if word is not None and _now else word


@contextmanager
def marking(insurer: Insurer) -> Iterator[None]:
    """Let marks stand for own words while something is written."""
    _now.append(insurer.id)
    try:
        yield
    finally:
        _now.pop()


def is_marking() -> bool:
    """Say whether marks stand for own words now."""
    return bool(_now)


def spoken(text: str, insurer: Insurer) -> str:
    """Return markup with the insurer's own words in place of their marks."""
    if _SIGN in text:
        for name, word in insurer.words.items():
            text = text.replace(_mark(name), esc(word))
    return text


def kind_of_words(insurer: Insurer) -> Hashable:
    """Return what must be alike so that the same stands around the words of two: which there are, which are equal."""
    words = list(insurer.words.values())
    return tuple((name, words.index(word)) for name, word in insurer.words.items())


def _mark(name: str) -> str:
    return f"{_SIGN}{name}{_SIGN}"
