"""The passages that a page lists: where each stands in its source, and what it says in our words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.pages.html import Html, el, join
from checker.pages.passages import listed_passages, passage_numbers
from checker.pages.proof import passage_anchor, passage_label
from checker.pages.superseded import superseded, superseded_notes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.authoring import Insurer, Passage
    from checker.pages.wording import Wording

__all__ = ["passage_lists"]


def passage_lists(insurer: Insurer, wording: Wording) -> Html:
    """Return the passages under the name of who speaks, each under the id that links to it use."""
    listed, pairs = listed_passages(insurer), superseded(insurer)
    own = [one for one in listed if one.id.startswith(f"{insurer.id}/")]
    common = listed[len(own) :]
    return join(*_named("passages_own", own, pairs, wording), *_named("passages_national", common, pairs, wording))


def _named(
    key: str, passages: Sequence[Passage], pairs: Sequence[tuple[Passage, Passage]], wording: Wording
) -> list[Html]:
    if not passages:
        return []
    numbers = passage_numbers(wording.insurer)
    entries = (_entry(numbers[one.id], one, superseded_notes(one, pairs, wording), wording) for one in passages)
    return [el("h3", wording.page(key)), el("ol", *entries, class_="sn-passages")]


def _entry(number: int, passage: Passage, notes: Html | None, wording: Wording) -> Html:
    source = passage.source
    where = None
    if source != wording.insurer.source:
        where = el("p", wording.page("source_named", title=source.title, date=source.date), class_="sn-source")
    label = passage_label(wording.words, passage.id, number)
    unsettled = el("p", wording.page("passage_unsettled"), class_="sn-note") if passage.status == "C" else None
    return el(
        "li",
        el("p", el("strong", label, class_="sn-number"), " ", passage.locator),
        el("p", passage.says),
        where,
        notes,
        unsettled,
        id=passage_anchor(passage.id),
        value=str(number),
    )
