"""Where everything in a picture stands: panels below each other, in as many columns as there is room for.

In units of a CSS pixel; one column is as wide as the smallest screens leave room for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.pages.pictures.panel import panel
from checker.pages.pictures.shapes import COLUMN, EDGE, Arrow, Drawing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.pages.pictures.flow import Flow

__all__ = ["laid_out"]

_BETWEEN = 18
_GUTTER = 24
_BELOW_TITLE = 8
_ABOVE_NOTES = 10


def laid_out(flow: Flow, columns: int = 1) -> Drawing:
    """Return the drawing of a flow, its panels in one column or two."""
    panels = [panel(flow, place, ends=False) for place in range(len(flow.steps))]
    first = _first_of_second([one.height for one in panels]) if columns > 1 else len(panels)
    panels[first - 1] = panel(flow, first - 1, ends=True)
    drawing = Drawing(width=columns * COLUMN + (columns - 1) * _GUTTER)
    room = drawing.width - 2 * EDGE
    top = drawing.write([("title", flow.title)], EDGE, 2, room) + _BELOW_TITLE
    bottoms = [top]
    for column, own in enumerate((panels[:first], panels[first:])):
        y = top
        for one in own:
            drawing.place(one, column * (COLUMN + _GUTTER), y)
            y += one.height
            bottoms.append(y)
            if one.leads_down is not None:
                x = column * (COLUMN + _GUTTER) + one.leads_down
                drawing.arrows.append(Arrow(x, y - 5, x, y + _BETWEEN - 1))
            y += _BETWEEN
    y = drawing.write([("note", note) for note in flow.notes], EDGE, max(bottoms) + _ABOVE_NOTES, room)
    drawing.height = y + 4
    return drawing


def _first_of_second(heights: Sequence[float]) -> int:
    """The place of the panel with which the second column begins, so that the longer one is as short as can be."""
    return min(range(1, len(heights) + 1), key=lambda first: _longer(heights, first))


def _longer(heights: Sequence[float], first: int) -> float:
    return max(sum(height + _BETWEEN for height in part) for part in (heights[:first], heights[first:]))
