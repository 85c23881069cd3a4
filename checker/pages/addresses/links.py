"""Every link of the site, gathered while its pages pass by one at a time: none leads nowhere, and no page stands alone.

Pages are forgotten once they are read. What is kept of one is which links and which ids it has, and the many pages that
differ by their insurer's id alone have that in common: it is kept once, with a sign in place of the id.
"""

from __future__ import annotations

import re
from itertools import pairwise
from posixpath import dirname, normpath
from sys import intern
from typing import TYPE_CHECKING, NamedTuple

from checker.authoring.errors import hint
from checker.pages.here import here_at

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

__all__ = ["Links"]

_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
"""How an address begins that is none of the site's files."""

_HOME = "index.html"
_DOORS = ("v1/", "404.html")
"""What others lead to and no page does: what stands on pages of hosts, and what a server shows for a wrong address."""

_AT_ANY_DEPTH = "404.html"
_NAME = "\ufffc"
_ALONE = "nobody finds this page from the home page; lead to it from a page that is found, or leave it out"
_MOST = 60
"""How many problems are told one by one."""


class _Page(NamedTuple):
    """What is kept of a page: its links and its ids, the same value for all pages that have the same."""

    links: frozenset[str]
    ids: frozenset[str]


class Links:
    """Hand it every page and every file, then ask it for the problems."""

    def __init__(self) -> None:
        self._files: set[str] = set()
        self._pages: dict[str, dict[str, _Page]] = {}
        """By the address with a sign in place of its name, and by the name."""
        self._alike: dict[_Page, _Page] = {}
        self._sets: dict[frozenset[str], frozenset[str]] = {}
        self._texts: dict[str, str] = {}

    @property
    def pages(self) -> Collection[str]:
        """The addresses of all pages."""
        return [address for address, _, _ in self._all()]

    def saw_file(self, address: str) -> None:
        """Take note of a file that has no links."""
        self._files.add(address)

    def saw(self, address: str, markup: str) -> None:
        """Take note of a page; `address` is that from the site's root, and `markup` is not kept."""
        name = _name_of(address)
        links = _values(markup, "href") | _values(markup, "src") if address != _AT_ANY_DEPTH else set()
        page = _Page(*(self._once(texts, name) for texts in (_targets(address, links), _values(markup, "id"))))
        named = self._pages.setdefault(_shaped(address, name), {})
        named[intern(name)] = self._alike.setdefault(page, page)

    def problems(self) -> list[str]:
        """Return what is wrong with the links of all pages, each with the way out, and the pages that nobody finds."""
        told = [self._told(target, pages) for target, pages in sorted(self._dead().items())]
        told += [f"{page}: {_ALONE}" for page in self._alone()]
        more = len(told) - _MOST
        return [*told[:_MOST], f"… and {more} more of these"] if more > 0 else told

    def _once(self, texts: set[str], name: str) -> frozenset[str]:
        """Return the texts with a sign in place of the name, the same set for the same texts."""
        shaped = (_shaped(text, name) for text in texts)
        kept = frozenset(self._texts.setdefault(text, text) for text in shaped)
        return self._sets.setdefault(kept, kept)

    def _dead(self) -> dict[str, list[str]]:
        """Return the targets that are not there, each with the pages that lead to it."""
        dead: dict[str, list[str]] = {}
        there: set[str] = set()
        for address, name, page in self._all():
            for link in page.links - there:
                named = _named(link, name)
                if not self._is_there(*_apart(named)):
                    dead.setdefault(named, []).append(address)
                elif _NAME not in link:
                    there.add(link)
        return dead

    def _all(self) -> Iterator[tuple[str, str, _Page]]:
        """Yield every page with its address and the name in it."""
        for shaped, pages in self._pages.items():
            for name, page in pages.items():
                yield _named(shaped, name), name, page

    def _page(self, address: str) -> tuple[str, _Page | None]:
        """Return the name in an address, and the page that stands there."""
        name = _name_of(address)
        return name, self._pages.get(_shaped(address, name), {}).get(name)

    def _is_there(self, target: str, anchor: str) -> bool:
        name, page = self._page(target)
        if page is None:
            return target in self._files
        return not anchor or _shaped(anchor, name) in page.ids

    def _told(self, named: str, pages: list[str]) -> str:
        target, anchor = _apart(named)
        name, page = self._page(target)
        if page:
            way_out = f"no element there has that id; {hint(anchor, [_named(one, name) for one in page.ids])}"
        else:
            near = [one for one in (*self.pages, *self._files) if dirname(one) == dirname(target)]
            way_out = f"which is not there; {hint(target, near) if near else 'add it, or take the link away'}"
        others = f" (and on {len(pages) - 1} more pages)" if len(pages) > 1 else ""
        return f"{pages[0]}{others}: a link leads to {named}, {way_out}"

    def _alone(self) -> Iterator[str]:
        """Yield the pages to which no way leads from the home page."""
        reached, ahead = {_HOME}, [_HOME]
        while ahead:
            name, page = self._page(ahead.pop())
            found = {_apart(_named(link, name))[0] for link in page.links} - reached if page else set()
            ahead += found
            reached |= found
        yield from (one for one in self.pages if one not in reached and not one.startswith(_DOORS))


def _name_of(address: str) -> str:
    """Return the part of a page's address that is an insurer's id or another name, below a folder; "" without one."""
    parts = here_at(address).page.split("/")
    return parts[1] if len(parts) > 2 and _NAME not in address else ""  # noqa: PLR2004 - a folder, a name, and the page


def _values(markup: str, attribute: str) -> set[str]:
    """Return the values of an attribute; cutting the page is far quicker than any search for a pattern.

    What looks like one in a text, such as a snippet to copy, stands in no tag.
    """
    parts = markup.split(f' {attribute}="')
    told = {part[: part.index('"')] for before, part in pairwise(parts) if before.rfind("<") > before.rfind(">")}
    return told - {""}


def _shaped(text: str, name: str) -> str:
    return text.replace(name, _NAME) if name else text


def _named(text: str, name: str) -> str:
    return text.replace(_NAME, name)


def _apart(named: str) -> tuple[str, str]:
    target, _, anchor = named.partition("#")
    return target, anchor


def _targets(address: str, links: set[str]) -> set[str]:
    """Return the addresses that the links lead to from here, each from the site's root, with its anchor."""
    up = "../" * address.count("/")
    folder = dirname(address)
    found = set()
    for link in links:
        if _ELSEWHERE.match(link):
            continue
        way, anchor = _apart(link)
        way = way.partition("?")[0]
        if not way:
            target = address
        elif up and way.startswith(up) and "./" not in (rest := way[len(up) :]):
            target = rest
        else:
            target = normpath(f"{folder}/{way}" if folder else way) + ("/" if way.endswith("/") else "")
        found.add(f"{target}#{anchor}" if anchor else target)
    return found
