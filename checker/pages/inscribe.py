"""Markup in which names that the law gives are marked, so that no machine translates them.

The script does the same to what it writes (`browser/inscribe.js`).
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from checker.pages.html import Html

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["inscribe"]

_TAG = re.compile(r"(<[^>]*>)")
_UNTOUCHED = re.compile(r"<(/?)(script|style|title|template|option|textarea)\b")


def inscribe(markup: str, terms: Sequence[str]) -> Html:
    """Return the markup with `terms` marked in every text that people see."""
    names = re.compile("|".join(re.escape(escape(term)) for term in sorted(terms, key=len, reverse=True)))
    parts, closed = [], 0
    for part in _TAG.split(markup):
        if found := _UNTOUCHED.match(part):
            closed += -1 if found[1] else 1
        elif not closed and part[:1] != "<" and part:
            parts.append(names.sub(r'<span translate="no">\g<0></span>', part))
            continue
        parts.append(part)
    return Html("".join(parts))
