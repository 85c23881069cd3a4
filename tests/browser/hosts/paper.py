"""The text on paper, read from a PDF as Chromium writes it: every character that is drawn, without spaces."""

from __future__ import annotations

import re
import zlib

__all__ = ["text_of"]

_OBJECT = re.compile(rb"(\d+) 0 obj\n?(.*?)endobj", re.DOTALL)
_LENGTH = re.compile(rb"/Length (\d+)")
_DRAWN = re.compile(rb"/(\w+) [-\d.]+ Tf|<(\w+)> Tj|\[(.*?)\] TJ|/ActualText <FEFF(\w*)> >>.*?EMC", re.DOTALL)
_CODES = re.compile(rb"<(\w+)>")


def text_of(pdf: bytes) -> str:
    """Return what is drawn, in the order in which it is."""
    objects: dict[bytes, bytes] = dict(_OBJECT.findall(pdf))
    fonts = {
        name: _letters(_stream(objects[number]))
        for name, font in re.findall(rb"/(F\d+) (\d+) 0 R", pdf)
        for number in re.findall(rb"/ToUnicode (\d+) 0 R", objects[font])
    }
    pages = re.findall(rb"/Type /Page\b.*?/Contents (\d+) 0 R", pdf, re.DOTALL)
    forms = [body for body in objects.values() if b"/Subtype /Form" in body]
    drawings = [_stream(objects[number]) for number in pages] + [_stream(body) for body in forms]
    return "".join(_drawn(drawing, fonts) for drawing in drawings)


def _stream(body: bytes) -> bytes:
    head, _, rest = body.partition(b"stream\n")
    [length] = _LENGTH.findall(head)
    return zlib.decompress(rest[: int(length)]) if b"/FlateDecode" in head else rest[: int(length)]


def _letters(table: bytes) -> dict[bytes, str]:
    """Read a font's table from glyphs to characters."""
    table = table.partition(b"endcodespacerange")[2]
    letters = {glyph: _character(code) for glyph, code in re.findall(rb"^<(\w+)> <(\w+)>$", table, re.MULTILINE)}
    for first, last, code in re.findall(rb"^<(\w+)> <(\w+)> <(\w+)>$", table, re.MULTILINE):
        for step in range(int(last, 16) - int(first, 16) + 1):
            letters[b"%0*X" % (len(first), int(first, 16) + step)] = chr(int(code, 16) + step)
    return letters


def _character(code: bytes) -> str:
    return bytes.fromhex(code.decode()).decode("utf-16-be")


def _drawn(drawing: bytes, fonts: dict[bytes, dict[bytes, str]]) -> str:
    text, letters = "", dict[bytes, str]()
    for font, one, many, instead in _DRAWN.findall(drawing):
        letters = fonts.get(font, {}) if font else letters
        size = len(next(iter(letters), b"0000"))
        glyphs = one or b"".join(_CODES.findall(many))
        text += "".join(letters.get(glyphs[place : place + size], "") for place in range(0, len(glyphs), size))
        text += _character(instead)
    return re.sub(r"\s", "", text)
