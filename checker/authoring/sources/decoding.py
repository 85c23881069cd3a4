"""Bytes to text, in the encodings in which Japanese pages are stored.

What is valid UTF-8 is UTF-8, whatever the page says of itself: a page that was saved anew keeps its old `charset`.
Among the older encodings the page's own word comes first.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, lookup

__all__ = ["UnknownEncodingError", "decode"]

_MARKS = ((BOM_UTF8, "utf-8"), (BOM_UTF16_LE, "utf-16-le"), (BOM_UTF16_BE, "utf-16-be"))
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_HEAD = 4096
"""Bytes in which a page has to say its encoding."""

_AS_BROWSERS_DO = {
    "shift_jis": ("cp932",),
    "cp932": ("cp932",),
    "euc_jp": ("euc_jp", "euc_jis_2004"),
}
"""Under these names pages also use the signs that makers of computers added, such as ①. Other names are no help."""

_USUAL = ("euc_jp", "euc_jis_2004", "cp932")
"""In this order Japanese text is taken for what it is: kana in Shift_JIS are never valid in EUC-JP."""


class UnknownEncodingError(Exception):
    """No encoding gives a text; the message says which were tried."""


def decode(raw: bytes) -> str:
    """The text of a file, without a byte order mark. Raises UnknownEncodingError."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _strictly(raw.removeprefix(mark), (encoding,))
    if b"\0" in raw[:_HEAD]:
        # Spaces and line ends have a zero byte in UTF-16, and it is the first of the two in the big-endian form.
        even = raw[:_HEAD:2].count(0)
        return _strictly(raw, ("utf-16-be" if even > raw[1:_HEAD:2].count(0) else "utf-16-le",))
    if b"\x1b$" in raw:
        return _strictly(raw, ("iso2022_jp_ext", "iso2022_jp_2004"))
    return _strictly(raw, tuple(dict.fromkeys(("utf-8", *_declared(raw), *_USUAL))))


def _declared(raw: bytes) -> tuple[str, ...]:
    """The encodings that the head of a page names."""
    found = _DECLARED.search(raw[:_HEAD])
    if not found:
        return ()
    try:
        name = lookup(found[1].decode()).name.replace("-", "_")
    except (LookupError, UnicodeError):
        return ()
    return _AS_BROWSERS_DO.get(name, ())


def _strictly(raw: bytes, encodings: tuple[str, ...]) -> str:
    for encoding in encodings:
        try:
            return raw.decode(encoding)
        except UnicodeError:
            continue
    raise UnknownEncodingError(f"not text in {', '.join(encodings)}")
