"""What the site's common shell says around a page, in the language of the page's folder."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from checker.authoring.languages import FIRST
from checker.authoring.ruby import plain
from checker.pages.here import FOLDERS, Here, here_at
from checker.pages.inscribe import inscribe
from checker.pages.insurer_lists import OTHER
from checker.pages.packs import terms_of
from checker.pages.panel import panel
from checker.pages.standing import standing_line
from checker.pages.told import NEUTRAL_ADDRESS

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from checker.pages.html import Html
    from checker.pages.making import Making

__all__ = ["Shell", "Shells"]


@dataclass(frozen=True)
class Shell:
    """What the template writes around one page: all words, and what every page has.

    `folder` holds the pages of its language and `query` tells the checker to speak it. `languages` are the ways to
    the same page in each language that has it: the language, what it calls itself, the address.
    """

    language: str
    folder: str
    query: str
    words: Mapping[str, Any]
    languages: tuple[tuple[str, str, str], ...]
    panel: Html
    standing: Html
    neutral_address: str = NEUTRAL_ADDRESS


class Shells:
    """The shells of all pages of one build; `addresses` are those of its files, from the site's root."""

    def __init__(self, making: Making, addresses: Collection[str]) -> None:
        library = making.library
        self._addresses = addresses
        self._making = {name: making.told_in(name) for name in library.languages}
        self._panels = {
            name: panel(told.library.insurers[OTHER], told.library, told.today) for name, told in self._making.items()
        }
        self._terms = terms_of(library)

    def of(self, address: str) -> Shell:
        """Return the shell of the page at an address from the site's root."""
        here = here_at(address)
        library = self._making[here.language].library
        ways = tuple(
            (name, plain(words["ui.language"]), here.in_language(name))
            for name, words in library.languages.items()
            if Here(here.page, name).address in self._addresses
        )
        return Shell(
            language=here.language,
            folder=FOLDERS[here.language],
            query=here.query,
            words=library.words.tree,
            languages=ways if len(ways) > 1 else (),
            panel=self._panels[here.language],
            standing=standing_line(library.words, OTHER),
        )

    def written(self, output: str, address: str) -> str:
        """Return the page's markup as its language needs it; Japanese pages stay as the template has made them."""
        language = here_at(address).language
        if language == FIRST:
            return output
        tag = f'<html lang="{language.partition("-")[0]}" data-language-now="{language}"'
        return inscribe(output.replace('<html lang="ja"', tag, 1), self._terms, language)
