"""One insurer: its document, passages, contacts and words, and the rulebook that is in force for it."""

from __future__ import annotations

import re
from collections import ChainMap
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, cast

from checker.authoring.kept import Kept

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from checker.engine.rules.rulebook import Rulebook

__all__ = ["Contact", "Insurer", "Passage", "Source", "Translation", "body_of"]


@dataclass(frozen=True, slots=True)
class Source:
    """The document that was read. ``date`` and ``year`` are as far as it states them.

    ``document``: its stored copy, by the file's name without the ending; "" if none is kept. ``headings``: paths of
    headings on which no passage rests, so that the sections before them end there.
    """

    title: str
    date: str
    year: str
    note: str
    document: str = ""
    headings: tuple[tuple[str, ...], ...] = ()

    def told_in(self, texts: Mapping[str, str]) -> Source:
        """The same in another language, as far as ``texts`` has it."""
        title, date, note = (texts.get(text, text) for text in self.texts())
        return replace(self, title=title, date=date, note=note)

    def texts(self) -> tuple[str, str, str]:
        """What people read of it."""
        return self.title, self.date, self.note


@dataclass(frozen=True, slots=True)
class Passage:
    """A place in a document, and what it says in our own words.

    ``headings`` find its section in the source, from the outermost on; ``locator`` says the same to people, with the
    part of the section that is meant; ``label`` is how pages name it, since a heading may hold words that must not
    stand on a screen which somebody else can see. ``fingerprint``: of the whole section, see `sources.folding`; "" if
    its source is not stored.
    ``superseded_by``: the passage of a newer document that holds in its place, "" where there is none.
    ``status``: for the national layer: A (read in an official text), B (through a secondary page), C (unsettled).
    """

    id: str
    locator: str
    label: str
    says: str
    source: Source
    status: str | None = None
    headings: tuple[str, ...] = ()
    fingerprint: str = ""
    superseded_by: str = ""

    def told_in(self, texts: Mapping[str, str], says: str) -> Passage:
        """The same in another language, as far as ``texts`` has it."""
        return replace(self, says=says, label=texts.get(self.label, self.label), source=self.source.told_in(texts))


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to ask. ``phone``: pairs of what a number is for and the number; ``passages``: the places that say so.

    ``called``: the name in Japanese, whatever language ``name`` is in.
    """

    name: str
    lines: tuple[str, ...] = ()
    phone: tuple[tuple[str, str], ...] = ()
    hours: str | None = None
    passages: tuple[str, ...] = ()
    called: str = ""

    def told_in(self, texts: Mapping[str, str]) -> Contact:
        """The same in another language, as far as ``texts`` has it; numbers stay."""
        return replace(
            self,
            name=texts.get(self.name, self.name),
            lines=tuple(texts.get(line, line) for line in self.lines),
            phone=tuple((texts.get(label, label), number) for label, number in self.phone),
            hours=self.hours and texts.get(self.hours, self.hours),
        )

    def texts(self) -> list[str]:
        """What people read of it, but for numbers."""
        return [self.name, *self.lines, *(label for label, _ in self.phone), *([self.hours] if self.hours else [])]


@dataclass(frozen=True, slots=True)
class Translation:
    """What an insurer's file says of its own in another language; what is missing is shown in Japanese.

    ``words`` and ``passages`` (what ``says`` says) by their ids, those of passages without the insurer's; ``texts``:
    what contacts, sources and labels of passages say, by the Japanese text.
    """

    name: str
    short: str
    words: Mapping[str, str] = field(hash=False)
    passages: Mapping[str, str] = field(hash=False)
    texts: Mapping[str, str] = field(default_factory=dict, hash=False)


_UNTOLD = Translation("", "", {}, {})


@dataclass(frozen=True, slots=True)
class Insurer:
    """All that is known of one insurer. ``example``: its document does not name it, so it is shown apart.

    ``body``: who runs the insurance, as contacts are named after it, always in Japanese, as ``called`` is, its name
    whatever language ``name`` is in. ``number``: its 保険者番号, ""
    where no document states it; ``found_by``: what else residents look for it by, such as its prefecture's reading.
    """

    id: str
    name: str
    short: str
    kana: str
    status: str
    example: bool
    review_by: date | None
    source: Source
    contacts: tuple[Contact, ...]
    passages: Mapping[str, Passage] = field(hash=False)
    words: dict[str, str] = field(hash=False)
    rulebook: Rulebook = field(hash=False)
    body: str = ""
    called: str = ""
    number: str = ""
    found_by: tuple[str, ...] = ()
    translations: dict[str, Translation] = field(default_factory=dict, hash=False)

    def told_in(self, language: str, national: Insurer | None = None) -> Insurer:
        """The same insurer in another language, as far as its file says it in that one.

        ``national``: the insurer that stands for all others, told in that language; every insurer has its passages.
        """
        own = self.translations.get(language) or _UNTOLD
        common = (national and national.translations.get(language)) or _UNTOLD
        texts = ChainMap(cast("dict[str, str]", own.texts), cast("dict[str, str]", common.texts))

        def tell() -> dict[str, Passage]:
            shared = national.passages if national else {}
            told = own.passages
            return {
                id_: shared.get(id_) or one.told_in(texts, told.get(id_.partition("/")[2], one.says))
                for id_, one in self.passages.items()
            }

        return replace(
            self,
            name=own.name or self.name,
            short=own.short or self.short,
            words={**self.words, **own.words},
            source=self.source.told_in(texts),
            contacts=tuple(one.told_in(texts) for one in self.contacts),
            passages=Kept(tell),
        )


def body_of(name: str) -> str:
    """Who runs the insurance: its name up to its first break."""
    return re.split(r"[\s((]", name)[0]
