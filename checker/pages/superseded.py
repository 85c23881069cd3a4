"""Which document holds now where a newer one has taken the place of a part of an older one, and since when.

Only passages that pages list are told of, so nothing comes out here that stands in the panel alone.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from checker.pages.html import Html, el, join
from checker.pages.passages import listed_passages, passage_numbers
from checker.pages.proof import passage_address, passage_label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.authoring import Insurer, Passage
    from checker.authoring.insurer import Source
    from checker.pages.wording import Wording

__all__ = ["newer_documents", "superseded_notes"]


def newer_documents(insurer: Insurer, wording: Wording) -> list[Html]:
    """Return a line for each newer document of an insurer: since when it holds, and in place of which older one."""
    pairs = Counter((newer.source, older.source) for older, newer in _superseded(insurer))
    return [
        el("p", wording.page("newer_document", number=str(count), **_named(newer), **_older(older)), class_="sn-note")
        for (newer, older), count in pairs.items()
    ]


def superseded_notes(passage: Passage, insurer: Insurer, wording: Wording) -> Html | None:
    """Return what a list of passages says below one that a newer one stands for, or that stands for older ones."""
    told = [
        el("p", wording.page(key, **_named(other.source)), " ", _link(other, insurer, wording), class_="sn-note")
        for older, newer in _superseded(insurer)
        for one, key, other in ((older, "superseded_by", newer), (newer, "supersedes", older))
        if one.id == passage.id
    ]
    return join(*told) if told else None


def _superseded(insurer: Insurer) -> Iterator[tuple[Passage, Passage]]:
    """Yield each listed passage with the newer one that stands for it, which is listed too."""
    listed = {one.id: one for one in listed_passages(insurer)}
    for one in listed.values():
        if one.superseded_by in listed:
            yield one, listed[one.superseded_by]


def _named(source: Source) -> dict[str, str]:
    return {"title": source.title, "date": source.date}


def _older(source: Source) -> dict[str, str]:
    return {"older": source.title, "older_date": source.date}


def _link(passage: Passage, insurer: Insurer, wording: Wording) -> Html:
    label = passage_label(wording.words, passage.id, passage_numbers(insurer)[passage.id])
    return el("a", label, href=passage_address(passage.id, None))
