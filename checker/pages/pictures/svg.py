"""A drawing as SVG: plain shapes and text with presentation attributes, no style sheet, no script, no font of its own.

It has no size of its own, so alone in a window or on paper it is as large as fits; on a page its image says the size.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.authoring.ruby import plain
from checker.pages.html import Html, el, join

if TYPE_CHECKING:
    from checker.pages.pictures.flow import Flow
    from checker.pages.pictures.shapes import Arrow, Box, Drawing, Text

__all__ = ["svg_of"]

_FONTS = "Hiragino Sans, Hiragino Kaku Gothic ProN, Noto Sans JP, Noto Sans CJK JP, Yu Gothic, Meiryo, sans-serif"
_INK, _QUIET, _BLUE, _LINE, _PALE, _PAPER = "#1a1a1c", "#595959", "#0017c1", "#767676", "#e8f1fe", "#ffffff"

_FRAMES: dict[str, dict[str, str]] = {
    "panel": {"fill": _PAPER, "stroke": _BLUE, "stroke_width": "2", "rx": "8"},
    "head": {"fill": _PALE, "stroke": _BLUE, "stroke_width": "2", "rx": "8"},
    "end": {"fill": _PAPER, "stroke": _INK, "stroke_width": "1.5", "rx": "4"},
    "go": {"fill": _PAPER, "stroke": _BLUE, "stroke_width": "1.5", "stroke_dasharray": "5 3", "rx": "14"},
    "on": {"fill": _BLUE, "rx": "14"},
}
_COLOURS = {"on": _PAPER, "go": _BLUE, "name": _BLUE, "note": _QUIET}


def svg_of(flow: Flow, drawing: Drawing) -> bytes:
    """Return a drawing of a flow as a file."""
    width, height = _number(drawing.width), _number(drawing.height)
    shapes = [
        el("title", plain(flow.title)),
        el("desc", " ".join(plain(text) for text in flow.texts)),
        el("rect", width=width, height=height, fill=_PAPER),
        *map(_box, drawing.boxes),
        *map(_arrow, drawing.arrows),
        *map(_text, drawing.texts),
    ]
    language = flow.language.partition("-")[0]
    root = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" xml:lang="{language}"'
    return f'{root} font-family="{_FONTS}" role="img">{join(*shapes)}</svg>\n'.encode()


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _box(box: Box) -> Html:
    at = {"x": _number(box.x), "y": _number(box.y)}
    if box.frame == "rule":
        return el("path", d=f"M{at['x']} {at['y']}h{_number(box.width)}", stroke=_LINE)
    return el("rect", **at, width=_number(box.width), height=_number(box.height), **_FRAMES[box.frame])


def _arrow(arrow: Arrow) -> Html:
    x, y = _number(arrow.x2), _number(arrow.y2)
    line = f"M{_number(arrow.x1)} {_number(arrow.y1)}L{x} {y}"
    head = "l-5 -4m5 4l-5 4" if arrow.y1 == arrow.y2 else "l-5 -6m5 6l5 -6"
    return el("path", d=line + head, fill="none", stroke=_BLUE, stroke_width="2")


def _text(text: Text) -> Html:
    return el(
        "text",
        text.text,
        x=_number(text.x),
        y=_number(text.y),
        font_size=str(text.size),
        font_weight="700" if text.bold else None,
        text_anchor="middle" if text.centred else None,
        fill=_COLOURS.get(text.look, _INK),
    )
