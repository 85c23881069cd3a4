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

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["inscribe"]

_TAG = re.compile(r"(<[^>]*>)")
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

_TEXTS_KEPT = 16384


def inscribe(markup: str, terms: Sequence[str], language: str = FIRST) -> Html:
    """Return the markup, `terms` marked in every text that people see, as a page in `language` needs it.

    Attributes and titles lose the marks of readings.
    """
    return Html("".join(_inscribed(markup, _names(tuple(terms)), language)))


def _inscribed(markup: str, names: re.Pattern[str], language: str) -> Iterator[str]:
    untouched = only_plain = 0
    for number, part in enumerate(_TAG.split(markup)):
        if number % 2 and part.startswith(_TELLING):
            if found := _UNTOUCHED.match(part):
                untouched += -1 if found[1] else 1
            elif found := _PLAIN.match(part):
                only_plain += -1 if found[1] else 1
        if untouched:
            yield part
        elif only_plain or number % 2:
            yield plain(part)
        else:
            yield _told(part, names, language)


@lru_cache(maxsize=_TEXTS_KEPT)
def _told(text: str, names: re.Pattern[str], language: str) -> str:
    """Thousands of insurers say much in the same words."""
    if language.startswith(FIRST):
        return _marked(text, names)
    return _JAPANESE.sub(lambda run: _in_japanese(run[0], names), text)


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


@lru_cache(maxsize=4)
def _names(terms: tuple[str, ...]) -> re.Pattern[str]:
    """What a text is cut at: names, but for those that are parts of a word with a reading, and readings."""
    named = [_name(escape(term)) for term in sorted(terms, key=len, reverse=True)]
    reading = f"{BASE}(?P<word>[^{READING}]*){READING}(?P<reading>[^{END}]*){END}"
    return re.compile("|".join((*named, reading)))


def _name(term: str) -> str:
    """What finds the name also where readings stand between its letters."""
    letters = "".join(f"{BASE}?{re.escape(letter)}(?:{READING}[^{END}]*{END})?" for letter in term)
    return f"{letters}(?![^{BASE}-{END}]*{READING})"
