"""Texts in the one form in which they are looked for, as the browser makes it; a test holds the two equal.

The browser's are `find_insurer.js` and `search_form.js`.

Half and full width, hiragana and katakana, small and large kana and kana that sound alike become the same, long vowels
are dropped, and everything that is neither letter nor digit falls away. So what people type without a look at how it
is spelled still stands in what the pages say.
"""

from __future__ import annotations

import re
import unicodedata

__all__ = ["fold", "hashed", "loosely"]

_ALIKE = "ぁあ ぃい ぅう ぇえ ぉお っつ ゃや ゅゆ ょよ ゎわ ゕか ゖけ ぢじ づず ゐい ゑえ"
_KANA = {ord(pair[0]): pair[1] for pair in _ALIKE.split()}
_HIRAGANA = {ord("ァ") + step: ord("ぁ") + step for step in range(ord("ヶ") - ord("ァ") + 1)}
_ACCENTED = re.compile("[\u00c0-\u024f]")
_ACCENTS = re.compile("[\u0300-\u036f]")
_LONG = re.compile("([おこそとのほもよろをごぞどぼぽ])[うお]")
_SPACES = re.compile("[\\s\ufeff]+")
_NEEDLESS = re.compile("(?<![a-z0-9]) | (?![a-z0-9])")

_OFFSET, _PRIME, _BITS = 0x811C9DC5, 0x01000193, 0xFFFFFFFF


def fold(text: str) -> str:
    """Return the letters and digits of a text in their one form, and spaces."""
    wide = unicodedata.normalize("NFKC", text)
    if _ACCENTED.search(wide):
        wide = unicodedata.normalize("NFC", _ACCENTS.sub("", unicodedata.normalize("NFD", wide)))
    kana = wide.lower().translate(_HIRAGANA).translate(_KANA)
    return "".join(sign for sign in kana if unicodedata.category(sign)[0] in "LN" or _SPACES.match(sign))


def loosely(text: str) -> str:
    """Return a text as search compares it: folded, without long vowels, spaces only between Latin letters or digits."""
    short = _LONG.sub(r"\1", fold(text).replace("ー", ""))
    return _NEEDLESS.sub("", _SPACES.sub(" ", short))


def hashed(text: str) -> str:
    """Return what stands for a word that no file may show: FNV-1a of its loose form, eight hexadecimal digits."""
    value = _OFFSET
    for sign in loosely(text):
        value = (value ^ ord(sign)) * _PRIME & _BITS
    return f"{value:08x}"
