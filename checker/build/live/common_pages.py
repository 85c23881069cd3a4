"""The pages that are no insurer's, and the files beside them, each made only when somebody asks for it or a later one.

Pages that are written by hand and the search's are not among them: these stay as they were built.
"""

from __future__ import annotations

from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from checker.authoring.languages import FIRST
from checker.pages.article import Article
from checker.pages.choose_page import choose_files
from checker.pages.guides.plans import PLANS
from checker.pages.guides.survey import survey
from checker.pages.here import here_at
from checker.pages.search_page import PAGE
from checker.pages.site import common_articles
from checker.pages.sourcing.homes import statements_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from checker.authoring import Library
    from checker.pages.assets import SharedFile
    from checker.pages.making import Making
    from checker.pages.shell import Shells

__all__ = ["CommonPages"]


class CommonPages:
    """Makes what `making` says of all insurers together; `checked`: the library without drafts."""

    def __init__(self, making: Making, checked: Library, shells: Shells) -> None:
        self._making, self._shells = making, shells
        self._asked = cache(lambda: survey(making.library, making.today, PLANS))
        self._statements = cache(lambda: statements_of(checked))
        self._left = {language: self._items(language) for language in making.library.languages}
        self._made: dict[str, Article | SharedFile] = {}

    def at(self, address: str) -> bytes | None:
        """A page; None where there is none of ours. Raises AuthoringError."""
        language = here_at(address).language
        while address not in self._made:
            if (item := next(self._left[language], None)) is None:
                return None
            self._made[item.address] = item
        item = self._made[address]
        if isinstance(item, Article):
            return None if item.here.page == PAGE else self._shells.filled(item).encode()
        return _content(item)

    def beside(self, address: str) -> bytes | None:
        """A file that some page needs that was made already."""
        item = self._made.get(address)
        return None if item is None or isinstance(item, Article) else _content(item)

    def _items(self, language: str) -> Iterator[Article | SharedFile]:
        making = self._making.told_in(language)
        articles = common_articles(making, self._asked, self._statements)
        return chain(choose_files(making), articles) if language == FIRST else articles


def _content(file: SharedFile) -> bytes:
    content: bytes | Path = file.content
    return content if isinstance(content, bytes) else content.read_bytes()
