"""Markup whose texts say what they are: readings above words, Japanese amid another language, names of the law.

The script does the same to what it writes (`browser/inscribe.js`).
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING

from checker.authoring.languages import FIRST
from checker.authoring.ruby import BASE, END, READING, plain
from checker.pages.html import Html
from checker.pages.markup import pieces

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

__all__ = ["inscribe"]

_UNTOUCHED = re.compile(r"<(/?)(?:script|style|template)\b")
_PLAIN = re.compile(r"<(/?)(?:title|option|textarea)\b")
_TELLING = tuple(f"<{slash}{start}" for slash in ("", "/") for start in ("sc", "st", "te", "ti", "op"))
"""How the tags begin that change what becomes of the texts in them."""

_READING = re.compile(f"{BASE}([^{READING}]*){READING}([^{END}]*){END}")
_WIDE = "\u3001-\u30ff\u3400-\u9fff\uff01-\uff5e"
_MARK = f"{BASE}{READING}{END}"
_JAPANESE = re.compile(
    f"[\u3005-\u30ff\u3400-\u9fff\uff01-\uff5e{_MARK}](?:[\u3000{_WIDE}{_MARK}0-9 ]*[{_WIDE}{_MARK}])?"
)

_BLOCK = re.compile(
    r"<(?:(template|script|style)\b.*?</\1>|(?=(?:details|dl|h[1-6]|li|p|section|table|tr)\b))", re.DOTALL
)
"""Where markup is cut, so that each block stands outside of what is left untouched, or holds all of it."""

_BLOCKS_KEPT = 6000


def inscribe(markup: str, terms: Sequence[str], language: str = FIRST) -> Html:
    """Return the markup, `terms` marked in every text that people see, as a page in `language` needs it.

    Attributes and titles lose the marks of readings.
    """
    return Html("".join(map(_writer(tuple(terms), language), _blocks(markup))))


def _blocks(markup: str) -> Iterator[str]:
    start = 0
    for found in _BLOCK.finditer(markup):
        if not found[1]:
            yield markup[start : found.start()]
            start = found.start()
    yield markup[start:]


@lru_cache(maxsize=8)
def _writer(terms: tuple[str, ...], language: str) -> Callable[[str], str]:
    """Return what inscribes a block; thousands of insurers say much in the same words."""
    names = _names(terms)

    def write(text: str) -> str:
        if language.startswith(FIRST):
            return _marked(text, names)
        return _JAPANESE.sub(lambda run: _in_japanese(run[0], names), text)

    @lru_cache(maxsize=_BLOCKS_KEPT)
    def inscribed(block: str) -> str:
        return "".join(_inscribed(block, write))

    return inscribed


def _inscribed(block: str, write: Callable[[str], str]) -> Iterator[str]:
    untouched = only_plain = 0
    for text, tag in pieces(block):
        if untouched:
            yield text
        elif text:
            yield plain(text) if only_plain else write(text)
        if tag.startswith(_TELLING):
            if found := _UNTOUCHED.match(tag):
                untouched += -1 if found[1] else 1
            elif found := _PLAIN.match(tag):
                only_plain += -1 if found[1] else 1
        yield tag if untouched else plain(tag)


def _marked(text: str, names: re.Pattern[str]) -> str:
    return names.sub(_mark, text) if text else text


def _in_japanese(run: str, names: re.Pattern[str]) -> str:
    """A run of Japanese that is a name and nothing else needs but one mark for both."""
    found = names.fullmatch(run)
    if found and found["word"] is None:
        return _mark(found).replace("translate=no", "translate=no lang=ja", 1)
    return f"<span lang=ja>{_marked(run, names)}</span>"


def _mark(found: re.Match[str]) -> str:
    if found["word"] is not None:
        return _ruby(found)
    return f"<span translate=no>{_READING.sub(_ruby, found[0])}</span>"


def _ruby(found: re.Match[str]) -> str:
    """A reading is for the eye: whoever listens hears the word, once; most readers would say both.

    Some thousand stand on a page, so they are as short as HTML allows: no `rp`, which every browser has hidden since
    2015, and no end of `rt`.
    """
    word, reading = (part for part in found.groups() if part is not None)
    return f"<ruby>{word}<rt aria-hidden=true>{reading}</ruby>"


def _names(terms: tuple[str, ...]) -> re.Pattern[str]:
    """What a text is cut at: names, but for those that are parts of a word with a reading, and readings."""
    named = [_name(escape(term)) for term in sorted(terms, key=len, reverse=True)]
    reading = f"{BASE}(?P<word>[^{READING}]*){READING}(?P<reading>[^{END}]*){END}"
    return re.compile("|".join((*named, reading)))


def _name(term: str) -> str:
    """What finds the name also where readings stand between its letters."""
    letters = "".join(f"{BASE}?{re.escape(letter)}(?:{READING}[^{END}]*{END})?" for letter in term)
    return f"{letters}(?![^{BASE}-{END}]*{READING})"
