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
    from collections.abc import Sequence

    from checker.authoring import Insurer, Passage
    from checker.authoring.insurer import Source
    from checker.pages.wording import Wording

__all__ = ["newer_documents", "superseded", "superseded_notes"]


def newer_documents(insurer: Insurer, wording: Wording) -> list[Html]:
    """Return a line for each newer document of an insurer: since when it holds, and in place of which older one."""
    pairs = Counter((newer.source, older.source) for older, newer in superseded(insurer))
    return [
        el("p", wording.page("newer_document", number=str(count), **_named(newer), **_older(older)), class_="sn-note")
        for (newer, older), count in pairs.items()
    ]


def superseded(insurer: Insurer) -> Sequence[tuple[Passage, Passage]]:
    """Return each listed passage that a newer one stands for, which is listed too, with that one."""
    listed = listed_passages(insurer)
    if not any(one.superseded_by for one in listed):
        return ()
    by_id = {one.id: one for one in listed}
    return [(one, by_id[one.superseded_by]) for one in listed if one.superseded_by in by_id]


def superseded_notes(passage: Passage, pairs: Sequence[tuple[Passage, Passage]], wording: Wording) -> Html | None:
    """Return what a list of passages says below one that is among the insurer's `pairs`."""
    told = [
        el("p", wording.page(key, **_named(other.source)), " ", _link(other, wording), class_="sn-note")
        for older, newer in pairs
        for one, key, other in ((older, "superseded_by", newer), (newer, "supersedes", older))
        if one.id == passage.id
    ]
    return join(*told) if told else None


def _named(source: Source) -> dict[str, str]:
    return {"title": source.title, "date": source.date}


def _older(source: Source) -> dict[str, str]:
    return {"older": source.title, "older_date": source.date}


def _link(passage: Passage, wording: Wording) -> Html:
    label = passage_label(wording.words, passage.id, passage_numbers(wording.insurer)[passage.id])
    return el("a", label, href=passage_address(passage.id, None))
