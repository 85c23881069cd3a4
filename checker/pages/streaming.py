"""From pages and files as values to a folder: each is written as it comes, and forgotten.

Only the search and the check of all links keep something, namely what they read of a page that passes by.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from checker.pages.article import Article
from checker.pages.integrity import with_sum
from checker.pages.search_page import INDEX, PAGE
from checker.pages.searching import SearchedPage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from checker.pages.addresses.links import Links
    from checker.pages.assets import SharedFile
    from checker.pages.shell import Shells

__all__ = ["Folder", "write_site"]


class Folder:
    """The folder of a site, which may hold files already; all that is written to it is one of its `links`."""

    def __init__(self, folder: Path, links: Links) -> None:
        self._folder, self._links = folder, links
        self._made: set[str] = set()

    def write(self, address: str, content: bytes | Path) -> None:
        """Put a file at an address from the site's root: what it holds, or the file to copy."""
        if isinstance(content, bytes) and address.endswith(".html"):
            self._links.saw(address, content.decode())
        else:
            self._links.saw_file(address)
        above = address.rpartition("/")[0]
        if above not in self._made:
            (self._folder / above).mkdir(parents=True, exist_ok=True)
            self._made.add(above)
        if isinstance(content, Path):
            shutil.copyfile(content, self._folder / address)
        else:
            (self._folder / address).write_bytes(content)


def write_site(
    items: Iterable[Article | SharedFile],
    shells: Shells,
    folder: Folder,
    index: Callable[[Iterable[SearchedPage]], Mapping[str, SharedFile]],
) -> None:
    """Write everything. `index` reads the pages as they pass by and returns the search's file of each language.

    The search pages come last, since they name these files.
    """
    last: list[Article] = []

    def passing() -> Iterator[SearchedPage]:
        for item in items:
            if not isinstance(item, Article):
                folder.write(item.address, item.content)
            elif item.here.page == PAGE:
                last.append(item)
            else:
                folder.write(item.address, shells.filled(item).encode())
                yield SearchedPage(item.address, item.body + item.panel)

    files = index(passing())
    for file in files.values():
        folder.write(file.address, file.content)
    for page in last:
        here = page.here
        text = shells.filled(page).replace(INDEX, here.up + with_sum(files[here.language]))
        folder.write(page.address, text.encode())
