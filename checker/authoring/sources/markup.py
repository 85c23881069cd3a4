"""HTML to lines of text as a reader sees them: no scripts, no menus, no furigana, no line ends inside a sentence."""

from __future__ import annotations

import re
import warnings
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup, Tag, UnusualUsageWarning
from bs4.element import CData, NavigableString

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["html_lines"]

_UNSEEN = ("head", "script", "style", "template", "nav", "aside", "rt", "rp", "select", "button", "iframe")
_INLINE = frozenset(
    "a abbr b bdi bdo big cite code data del dfn em font i ins kbd label mark q rb ruby s samp small span strike strong"
    " sub sup time tt u var wbr".split()
)
"""Tags inside which, and around which, a line goes on; all others begin a new one."""


def html_lines(text: str) -> list[str]:
    """The lines with text of a page's main part: `main`, else `article` if there is one, else all."""
    with warnings.catch_warnings():
        # Pages of municipalities are often XHTML, which this parser reads well enough for its text.
        warnings.simplefilter("ignore", UnusualUsageWarning)
        page = BeautifulSoup(text, "html.parser")
    for tag in page.find_all(_UNSEEN):
        tag.decompose()
    return [line for line in _lines(_main(page)) if line]


def _main(page: BeautifulSoup) -> Tag:
    for tags in (page.find_all("main"), page.find_all(role="main"), page.find_all("article")):
        if len(tags) == 1:
            return tags[0]
    return page


def _lines(part: Tag) -> Iterator[str]:
    line: list[str] = []
    block: Tag | None = None
    for node in part.descendants:
        begins = isinstance(node, Tag) and node.name not in _INLINE
        if type(node) in (NavigableString, CData):
            around = next(tag for tag in node.parents if tag is part or tag.name not in _INLINE)
            begins = around is not block
            block = around
        if begins:
            yield _joined(line)
            line = []
        if type(node) in (NavigableString, CData):
            line.append(str(node))
    yield _joined(line)


def _joined(line: Iterable[str]) -> str:
    return re.sub(r"\s+", " ", "".join(line)).strip()
