"""How wide a text is, and where its lines break, before anybody has drawn it. In widths of a full letter.

Fonts differ, so Latin letters are taken as wide as in the widest of the fonts that pages name.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["lines_of", "width_of"]

_BOLD = 1.06
_WIDTHS = {
    **dict.fromkeys("ijl'.,:;!| ", 0.3),
    **dict.fromkeys("frtI()[]-/", 0.42),
    **dict.fromkeys("aceksvxyz0123456789", 0.58),
    **dict.fromkeys("ABCDEFGHJKLNPRSTUVXYZ", 0.72),
    **dict.fromkeys("mwMWQO%&@", 0.92),
}
_OTHER = 0.62

_NO_START = "、。,.:;!?)」』】・※*ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ"
_KANA = f"[ぁ-ゖー{_NO_START}]*"
_PHRASE = re.compile(
    rf"[(「『【]*(?:[一-鿿々〇]+(?:[りしけきみちびめせ][一-鿿]+)?|[ァ-ヺー・]+|[0-9A-Za-z0-9'’.,/%-]+|.){_KANA}\s*",
    re.DOTALL,
)
"""As much as is read in one breath: a run of one kind of letters and the kana after it."""


@lru_cache(maxsize=4096)
def width_of(text: str, *, bold: bool = False) -> float:
    """Return the width of a text that stands on one line."""
    more = _BOLD if bold else 1.0
    return sum(_letter(letter, more) for letter in text)


def _letter(letter: str, more: float) -> float:
    if east_asian_width(letter) in "WFA":
        return 1.0
    return _WIDTHS.get(letter, _OTHER) * more


@lru_cache(maxsize=4096)
def lines_of(text: str, most: float, *, bold: bool = False) -> tuple[str, ...]:
    """Return the text in lines that are no wider than `most`; words stay whole wherever they fit on a line."""
    lines = [""]
    for piece in _pieces(text, most, bold=bold):
        if width_of((lines[-1] + piece).rstrip(), bold=bold) > most and lines[-1]:
            lines[-1] = lines[-1].rstrip()
            lines.append("")
        lines[-1] += piece
    return tuple(line.rstrip() for line in lines)


def _pieces(text: str, most: float, *, bold: bool) -> Iterator[str]:
    for phrase in _PHRASE.findall(text):
        if width_of(phrase.rstrip(), bold=bold) <= most:
            yield phrase
        else:
            yield from re.findall(rf"[(「『【]?.[{_NO_START}]*\s*", phrase)
