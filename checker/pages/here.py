"""Where the page that is being written stands, and the way from it to others: every address is relative.

Japanese pages stand at the root, those of another language in a folder of its own, under the same address.
"""

from __future__ import annotations

from dataclasses import dataclass

from checker.authoring.languages import FIRST

__all__ = ["FOLDERS", "Here", "here_at"]

FOLDERS = {FIRST: "", "ja-easy": "easy/", "en": "en/"}
"""The folder of each language's pages, from the site's root."""


@dataclass(frozen=True)
class Here:
    """`page` is the address that a page has in every language, such as `insurers/kiyose/index.html`."""

    page: str
    language: str = FIRST

    @property
    def address(self) -> str:
        """Where the page stands, from the site's root."""
        return FOLDERS[self.language] + self.page

    @property
    def up(self) -> str:
        """The way to the site's root."""
        return "../" * self.address.count("/")

    def to(self, page: str, anchor: str = "") -> str:
        """Return the way to another page in this language."""
        return self.up + FOLDERS[self.language] + page + (f"#{anchor}" if anchor else "")

    @property
    def sources(self) -> str:
        """The shortest way to the folder of all sources in this language, of which pages have very many."""
        return "../" * self.page.count("/") + "sources/"

    def in_language(self, language: str) -> str:
        """Return the way to this page in another language."""
        return self.up + FOLDERS[language] + self.page

    def to_checker(self, insurer: str | None = None, errand: str | None = None) -> str:
        """Return the way to an insurer's checker, or to the one that asks for the insurer, speaking this language.

        `errand`: why somebody comes, so that the checker need not ask.
        """
        page = "check/index.html" if insurer is None else f"check/{insurer}/index.html"
        if errand is None:
            return self.up + page + self.query
        return f"{self.up}{page}{self.query}{'&' if self.query else '?'}errand={errand}"

    @property
    def query(self) -> str:
        """What makes a checker speak this language, at the end of its address."""
        return "" if self.language == FIRST else f"?lang={self.language}"


def here_at(address: str) -> Here:
    """Return the place of the page at an address from the root; its folder says its language."""
    for language, folder in FOLDERS.items():
        if folder and address.startswith(folder):
            return Here(address.removeprefix(folder), language)
    return Here(address)
