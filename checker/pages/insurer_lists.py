"""Insurers to choose from: by name first, then the documents that name nobody, then the way for everyone else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.pages.html import Html, el, join

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from checker.authoring import Insurer, Library

__all__ = [
    "LISTED",
    "MANY",
    "OTHER",
    "choices",
    "named_choices",
    "named_insurers",
    "names_of",
    "other_choice",
    "unnamed_choices",
    "unnamed_insurers",
]

OTHER = "other"
"""The insurer that stands for all that we do not have: the national layer answers."""

LISTED = 100
"""More insurers than these stand in no page: they are looked for in a file, or listed by how their names begin."""

MANY = 12
"""Of more insurers than these, pages about something else name each in one line, or lead to where one is looked for."""


def named_insurers(library: Library) -> list[Insurer]:
    """Return the insurers whose documents say whose they are."""
    return [one for one in library.insurers.values() if not one.example and one.id != OTHER]


def unnamed_insurers(library: Library) -> list[Insurer]:
    """Return the insurers whose documents name nobody: examples to try, nobody's own."""
    return [one for one in library.insurers.values() if one.example]


def names_of(insurer: Insurer) -> list[str]:
    """Return all by which residents look for an insurer, in any language: names, reading, number, place."""
    others = insurer.translations.values()
    names = (insurer.name, insurer.short, insurer.kana, insurer.number, *insurer.found_by)
    told = (name for other in others for name in (other.name, other.short))
    return [name for name in dict.fromkeys((*names, *told)) if name]


def choices(library: Library, address: Callable[[str], str], heading: str = "h2") -> Html:
    """Return one link per insurer; `address` says where it leads, from the insurer's id."""
    words = library.words
    return join(
        named_choices(library, address),
        other_choice(library, address),
        el(heading, words["pages.unnamed"]),
        el("p", words["pages.unnamed_note"]),
        unnamed_choices(library, address),
    )


def named_choices(library: Library, address: Callable[[str], str]) -> Html:
    """Return the links of insurers whose documents say whose they are."""
    return _links(named_insurers(library), library, address)


def unnamed_choices(library: Library, address: Callable[[str], str]) -> Html:
    """Return the links of documents that name nobody."""
    return _links(unnamed_insurers(library), library, address)


def other_choice(library: Library, address: Callable[[str], str]) -> Html:
    """Return the way for everyone else."""
    return el("p", _link(library.insurers[OTHER], library, address), class_="sn-picks-other")


def _links(insurers: Iterable[Insurer], library: Library, address: Callable[[str], str]) -> Html:
    return el("ul", *(el("li", _link(one, library, address)) for one in insurers), class_="sn-picks")


def _link(insurer: Insurer, library: Library, address: Callable[[str], str]) -> Html:
    if insurer.id == OTHER:
        name, note = library.words["pages.other_insurer"], library.words["pages.other_insurer_note"]
    elif insurer.status != "published":
        name, note = insurer.name, library.words["pages.withdrawn_note"]
    else:
        name, note = insurer.name, library.words["pages.source_year"].format(year=insurer.source.year)
    return el("a", el("b", name), el("span", note), class_="sn-pick", href=address(insurer.id))
