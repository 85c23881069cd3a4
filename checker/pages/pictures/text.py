"""A flow as text: an ordered list of its questions, and below each its ways, in the order of the picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.pages.html import Html, el, esc, join

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.pages.pictures.flow import Flow, Line, Step, Way

__all__ = ["text_of"]


def text_of(flow: Flow, between: str) -> Html:
    """Return the text; `between` stands between the answers of one way."""
    steps = (_step(step, flow.listing, between) for step in flow.steps)
    notes = (el("p", note) for note in flow.notes)
    return join(el("ol", *steps), *notes)


def _step(step: Step, listing: str, between: str) -> Html:
    listed = el("p", listing.join(step.listed)) if step.listed else None
    question = el("p", el("b", step.name), " ", step.question)
    return el("li", question, listed, el("ul", *(_way(way, between) for way in step.ways)))


def _way(way: Way, between: str) -> Html:
    return el("li", between.join(way.answers), " → ", _end(way.lines))


def _end(lines: Sequence[Line]) -> Html:
    """Return the lines one after the other; those that are one of several as a list."""
    items = [el("li", line.text) for line in lines if line.kind == "item"]
    told = [el("b", line.text) if line.kind == "strong" else esc(line.text) for line in lines if line.kind != "item"]
    spaced = [part for one in told for part in (one, Html(" "))]
    return join(*spaced[:-1], el("ul", *items) if items else None)
