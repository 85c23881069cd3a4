"""Which characters the files may hold: those that the pages' languages are written with, and none that hides.

Left out on purpose: controls, also those of the writing direction; what has no width; private and unassigned
characters, with which pages mark places of their own; letters of other scripts, which look like Latin ones. An
allowance is a line here, with its reason.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["key_problem", "odd_places", "without_odd"]

_ALLOWED = (
    "\n -~"
    "\u00a1-\u00ac\u00ae-\u017f"  # Latin letters with marks, signs; without the soft hyphen
    "\u2010-\u2027\u2030-\u205e"  # dashes, quotation marks, dots
    "\u2070-\u209c\u20a0-\u20c0\u2100-\u218b"  # small figures, currencies, №, ℡, Roman numbers
    "\u2190-\u23ff\u2460-\u27bf"  # arrows, mathematics, ①, boxes, ○, ★
    "\u3000-\u3029\u3030-\u303f"  # Japanese punctuation, 〒
    "\u3041-\u3096\u3099-\u30ff\u31f0-\u31ff"  # kana
    "\u3200-\u32ff\u3300-\u33ff"  # ㈱, ㍿
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"  # kanji
    "\uff01-\uff9f\uffe0-\uffe6"  # wide Latin letters, narrow kana
    "\U0001f300-\U0001faff"  # pictures
    "\U00020000-\U0003134f"  # rarer kanji
)
_ODD = re.compile(rf"[^{_ALLOWED}\ufe00-\ufe0f\U000e0100-\U000e01ef]|(?<![^\n -~])[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
"""Variation selectors choose the form of a kanji or a sign in front of them; after anything else they only hide."""

_KEY = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.:=+-]*")
_JAPANESE = re.compile(r"[\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003134f]")
_LONGEST_KEY = 500
"""The texts of a document are keys of their translations."""

_SAID = {
    "\t": "a tab; write spaces",
    "\ufeff": "a byte order mark inside the text; take it out",
    "\u00a0": "a space at which no line may break; write a common one",
    "\ufffd": "what an editor writes for a character that it could not read; put the right one in",
}
_CATEGORIES = {
    "Cc": "a control character, which nobody sees; take it out",
    "Cf": "a character without width or one that turns the writing direction, which nobody sees; take it out",
    "Cs": "half of a pair of surrogates; write the character itself",
    "Co": "a private character, which others see as something else or not at all; write a common one",
    "Cn": f"no character in Unicode {unicodedata.unidata_version}; write a common one",
    "Zl": "a line separator, which nobody sees; break the line",
    "Zp": "a paragraph separator, which nobody sees; break the line",
}
_OTHERWISE = "nothing that the pages' languages are written with, though it may look so; write the letter that is meant"


def odd_places(text: str) -> Iterator[tuple[int, str]]:
    """Where a text has a character that is not allowed, or not in its common form, and what is wrong with it."""
    for found in _ODD.finditer(text):
        yield found.start(), f"U+{ord(found[0]):04X} is {_said(found[0])}"
    if not unicodedata.is_normalized("NFC", text):
        for line in re.finditer(r".+", text):
            composed = unicodedata.normalize("NFC", line[0])
            if composed != line[0]:
                at, wanted = _first_difference(line[0], composed)
                code = f"U+{ord(line[0][at]):04X}"
                yield line.start() + at, f"{code} is not in the composed form (NFC); write {wanted!r} as one character"


def without_odd(text: str) -> str:
    """The text with spaces for all that is not allowed, so that whoever reads on finds what else is wrong."""
    return _ODD.sub(" ", text)


def key_problem(key: str) -> str | None:
    """What is wrong with a key, and what is allowed; None if nothing is.

    A key is an id, which stands in addresses and in the pages' markup, or a Japanese text.
    """
    if len(key) > _LONGEST_KEY:
        return f"a key of {len(key)} characters; allowed: {_LONGEST_KEY}; is a colon missing in front?"
    if _KEY.fullmatch(key) or _JAPANESE.search(key):
        return None
    meant = unicodedata.normalize("NFKC", key).strip(" :")
    near = f"; did you mean {meant!r}?" if meant != key and _KEY.fullmatch(meant) else ""
    return f"the key {key!r} is no id; allowed: letters a to z, digits and _ . : = + - after the first of them{near}"


def _said(character: str) -> str:
    if character in _SAID:
        return _SAID[character]
    kind = _CATEGORIES.get(unicodedata.category(character))
    return kind or f"{unicodedata.name(character, 'a character').lower()}: {_OTHERWISE}"


def _first_difference(found: str, composed: str) -> tuple[int, str]:
    at = next((place for place, (one, other) in enumerate(zip(found, composed, strict=False)) if one != other), 0)
    return at, composed[at : at + 1]
