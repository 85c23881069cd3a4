"""What counts in a text: its letters and digits, in one width. Spaces, signs and line ends come and go with each copy.

Since signs do not count, 1.5 and 15 are the same here.
"""

from __future__ import annotations

import unicodedata
from hashlib import sha256

__all__ = ["fingerprint", "fold"]


def fold(text: str) -> str:
    """The letters and digits (Unicode categories L and N) of a text in NFKC; what is folded stays as it is."""
    wide = unicodedata.normalize("NFKC", text)
    # Once more: what a sign kept apart may now join, as the parts of a Korean syllable do.
    return unicodedata.normalize("NFKC", "".join(c for c in wide if unicodedata.category(c)[0] in "LN"))


def fingerprint(text: str) -> str:
    """SHA-256 of the folded text in UTF-8: 64 hexadecimal digits."""
    return sha256(fold(text).encode()).hexdigest()
