"""The site's common shell: rendered once for each language, then filled for each page by putting strings together.

The theme's template is slow, and some ten thousand pages differ in a few places of it only. Marks stand there instead.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from checker.authoring.languages import FIRST
from checker.authoring.ruby import plain
from checker.pages.heading.described import described
from checker.pages.heading.head import head
from checker.pages.heading.trail import shown_trail
from checker.pages.here import FOLDERS
from checker.pages.html import Html, el, join
from checker.pages.inscribe import inscribe
from checker.pages.insurer_lists import OTHER
from checker.pages.integrity import with_integrity
from checker.pages.packs import terms_of
from checker.pages.panel import panel
from checker.pages.standing import standing_line
from checker.pages.told import NEUTRAL_ADDRESS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from checker.pages.article import Article
    from checker.pages.making import Making

__all__ = ["MARKS", "Render", "Shell", "Shells"]

MARKS = {
    name: f"\ue000{name}/" for name in ("content", "frames", "head", "home", "page", "panel", "scripts", "trail", "up")
}
"""What stands for what differs: `up` for the way to the root, `home` for that to the pages of its language,
`page` for the address in every language.

Each ends as a folder does, so that an address can be put together with it.
"""

_MARK = re.compile(r"\ue000([a-z]+)/")
_OWN = "\ue006"
"""Stands for the id of a page's own insurer."""

_FRAMES = " frame-src 'self';"
_PANELS_KEPT = 8


@dataclass(frozen=True)
class Shell:
    """What the template writes around the pages of one language: all words, and marks for what differs.

    `query` tells the checker to speak the language. `languages` are the ways to the same page in each language that
    has it: the language, what it calls itself, the address.
    """

    language: str
    query: str
    words: Mapping[str, Any]
    languages: tuple[tuple[str, str, str], ...]
    panel: Html
    standing: Html
    neutral_address: str = NEUTRAL_ADDRESS
    marks: Mapping[str, str] = field(default_factory=lambda: MARKS)


Render = Callable[[Shell], str]
"""Returns the template's text around a page, with the marks that its shell has."""


class Shells:
    """The shells of all pages of one build; `description` is that of pages which have none of their own."""

    def __init__(self, making: Making, description: str, render: Render) -> None:
        self._making = making
        self._description = description
        self._render = render
        self._terms = terms_of(making.library)
        self._told = {language: making.told_in(language) for language in making.library.languages}
        self._pieces: dict[tuple[str, tuple[str, ...]], list[str]] = {}
        self._inscribed_panel = lru_cache(_PANELS_KEPT)(self._inscribed)

    def of(self, language: str, languages: Iterable[str] = ()) -> Shell:
        """Return the shell of pages in a language that stand in all `languages`."""
        told = self._told[language]
        library = told.library
        up, page = MARKS["up"], MARKS["page"]
        ways = tuple(
            (name, plain(library.languages[name]["ui.language"]), up + FOLDERS[name] + page) for name in languages
        )
        return Shell(
            language=language,
            query="" if language == FIRST else f"?lang={language}",
            words=library.words.tree,
            languages=ways if len(ways) > 1 else (),
            panel=panel(library.insurers[OTHER], library, told.today),
            standing=standing_line(library.words, OTHER),
        )

    def filled(self, article: Article, languages: Iterable[str] | None = None) -> str:
        """Return the whole page; `languages`: those in which it stands, all where nothing is said."""
        here = article.here
        language = here.language
        key = (language, tuple(self._making.library.languages if languages is None else languages))
        if key not in self._pieces:
            self._pieces[key] = self._cut(*key)
        scripts = self._making.assets.scripts
        told = {
            "content": self._inscribed_of(here.page, article.body, language),
            "frames": _FRAMES if article.frames else "",
            "head": head(described(article, key[1], self._description), self._told[language]),
            "home": "../" * here.page.count("/"),
            "page": here.page,
            "panel": self._inscribed_panel(article.panel, language),
            "scripts": self._script(here.up, scripts[article.script]) if article.script else "",
            "trail": self._inscribed(shown_trail(here, self._told[language].library), language),
            "up": here.up,
        }
        return _fill(self._pieces[key], told)

    def error_page(self, markup: str, up: str) -> str:
        """Return the page for addresses that do not exist, as the template has made it; `up` is the root's address."""
        title = el("title", self._making.library.words["ui.app"])
        description = el("meta", name="description", content=self._description)
        hidden = el("meta", name="robots", content="noindex")
        told = {**dict.fromkeys(MARKS, ""), "head": join(description, title, hidden), "home": up, "up": up}
        return with_integrity(_fill(_MARK.split(markup), told), up, self._making.assets.integrity)

    def _script(self, up: str, address: str) -> Html:
        return el("script", src=up + address, integrity=self._making.assets.integrity.get(address), defer=True)

    def _cut(self, language: str, languages: tuple[str, ...]) -> list[str]:
        """Return the shell in pieces: texts, and between them the names of marks."""
        rendered = self._render(self.of(language, languages))
        text = with_integrity(rendered, MARKS["up"], self._making.assets.integrity)
        if language != FIRST:
            tag = f'<html lang="{language.partition("-")[0]}" data-language-now="{language}"'
            text = self._inscribed(text.replace('<html lang="ja"', tag, 1), language)
        return _MARK.split(text)

    def _inscribed_of(self, page: str, markup: str, language: str) -> str:
        """Return a page's markup as its language needs it; but for the id of its insurer much is the same on others."""
        own = next((step for step in page.split("/") if step in self._making.library.insurers), None)
        if own is None or language == FIRST:
            return self._inscribed(markup, language)
        markup = markup.replace(f"/{own}/", f"/{_OWN}/").replace(f"-{own}", f"-{_OWN}")
        return self._inscribed(markup, language).replace(_OWN, own)

    def _inscribed(self, markup: str, language: str) -> str:
        """Return markup as its language needs it; Japanese pages stay as they are."""
        return markup if language == FIRST else inscribe(markup, self._terms, language)


def _fill(pieces: list[str], told: Mapping[str, str]) -> str:
    return "".join(told[piece] if number % 2 else piece for number, piece in enumerate(pieces))
