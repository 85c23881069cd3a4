"""Words for one insurer's pages: its own come first, then those that are common to all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from checker.pages.own_words import own_word

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.authoring import Insurer, Words

__all__ = ["Wording"]


@dataclass(frozen=True)
class Wording:
    """Looks ids up; asking for an id that nobody has put into words is an error of the build."""

    insurer: Insurer
    words: Words

    def __getitem__(self, path: str) -> str:
        """Return the words at a path, as `Words` does, also those of a value that only this insurer has."""
        kind, _, rest = path.partition(".")
        fact, values, value = rest.partition(".values.")
        return self.value(fact, value) if kind == "facts" and values else self.words[path]

    def name(self, kind: str, id_: str) -> str:
        """Return the words for an id of a kind, such as a place or a paper."""
        own = own_word(self.insurer, id_)
        return self.words[f"{kind}.{id_}"] if own is None else own

    def issued(self, item: Mapping[str, Any]) -> str:
        """Return what a document that is issued is called, with the variant that it is."""
        document = self.name("documents", item["id"])
        variant = item.get("variant")
        return self.ui("variant", document=document, variant=self.name("variants", variant)) if variant else document

    def value(self, fact: str, value: str) -> str:
        """Return how a page calls a value of a fact."""
        own = own_word(self.insurer, f"{fact}.{value}")
        return own if own is not None else self.words[f"facts.{fact}.values.{value}"]

    def ui(self, key: str, **fill: str) -> str:
        """Return a sentence of the checker, its places filled in."""
        return self.words[f"ui.{key}"].format(**fill)

    def page(self, key: str, **fill: str) -> str:
        """Return a sentence of the pages, its places filled in."""
        return self.words[f"pages.{key}"].format(**fill)

    def day(self, day: str | date) -> str:
        """Return a date as people write it; text that is no ISO date is the name of a time."""
        try:
            told = date.fromisoformat(str(day))
        except ValueError:
            return self.name("when", str(day))
        month = str(told.month)
        name = self.words[f"months.{month}"]
        return self.page("day", year=str(told.year), month=month, month_name=name, day=str(told.day))
