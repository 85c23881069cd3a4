"""One question in its frame: its words above, and a row for each way, the answers left and the end right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.pages.pictures.shapes import COLUMN, EDGE, Arrow, Box, Drawing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.pages.pictures.flow import Flow, Line, Way
    from checker.pages.pictures.shapes import Frame, Look, Part

__all__ = ["panel"]

_PAD = 6
_INSET = 8
_NAME = 36
"""The room for a question's name before its words."""

_SPLIT = 150
"""Where the answers end."""

_RIGHT = 172
"""Where the ends of ways begin."""

_ROOM = COLUMN - EDGE - _INSET - _RIGHT


def panel(flow: Flow, place: int, *, ends: bool) -> Drawing:
    """Return the drawing of a step; where it `ends` a column, no way leads straight down from it."""
    step = flow.steps[place]
    rows, head = Drawing(), Drawing()
    inside = COLUMN - 2 * (EDGE + _INSET)
    head.write([("name", step.name)], EDGE + _INSET, _PAD - 1, _NAME)
    y = head.write([("question", step.question)], EDGE + _INSET + _NAME, _PAD - 1, inside - _NAME)
    if step.listed:
        y = head.write([("listed", flow.listing.join(step.listed))], EDGE + _INSET, y + 2, inside)
    y = top = y + _PAD
    for number, way in enumerate(step.ways):
        if number:
            rows.boxes.append(Box(EDGE, y, COLUMN - 2 * EDGE, 0, "rule"))
        straight = way.to == place + 1 and not ends
        y = _row(rows, way, y + _PAD, straight=straight) + _PAD
    whole = COLUMN - 2 * EDGE
    head.boxes = [Box(EDGE, EDGE, whole, y - 2 * EDGE, "panel"), Box(EDGE, EDGE, whole, top - EDGE, "head")]
    head.place(rows, 0, 0)
    head.height = y
    head.leads_down = _RIGHT + _ROOM / 2 if step.ways[-1].to == place + 1 and not ends else None
    return head


def _row(drawing: Drawing, way: Way, top: float, *, straight: bool) -> float:
    """Draw a way, both of its sides in the middle of the row; return where it ends."""
    look: Look = "each" if len(way.answers) > 1 else "answer"
    answers: list[Part] = [(look, text) for text in way.answers]
    ends: list[Part] = [(_look(line, straight=straight), line.text) for line in way.lines]
    inside = _ROOM - 2 * _INSET
    left = _height(answers, _SPLIT - EDGE - _INSET)
    right = _height(ends, inside) + 2 * _PAD
    height = max(left, right)
    middle = top + height / 2
    drawing.write(answers, EDGE + _INSET, middle - left / 2, _SPLIT - EDGE - _INSET)
    leads_on = way.to is not None
    frame: Frame = "on" if straight else "go" if leads_on else "end"
    drawing.boxes.append(Box(_RIGHT, middle - right / 2, _ROOM, right, frame))
    x = _RIGHT + _ROOM / 2 if leads_on else _RIGHT + _INSET
    drawing.write(ends, x, middle - right / 2 + _PAD - 1, inside, centred=leads_on)
    drawing.arrows.append(Arrow(_SPLIT + 2, middle, _RIGHT - 2, middle))
    return top + height


def _look(line: Line, *, straight: bool) -> Look:
    return "on" if straight and line.kind == "go" else line.kind


def _height(parts: Iterable[Part], most: float) -> float:
    return Drawing().write(parts, 0, 0, most)
