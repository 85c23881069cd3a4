"""Stands in for the library's module of terminal colours: there is no terminal, so nothing is ever coloured.

Building its themes takes a tenth of Python's start. What tracebacks ask of it is here.
"""

# ruff: noqa: INP001 - it stands where it will stand in the archive

__all__ = ["COLORIZE", "can_colorize", "get_colors", "get_theme"]

COLORIZE = False


class _Plain:
    """A theme, and each of its sections: every colour is an empty text."""

    traceback: "_Plain"
    syntax: "_Plain"

    def __getattr__(self, name: str) -> str:
        return ""

    def __getitem__(self, name: str) -> str:
        return ""


_PLAIN = _Plain()
_PLAIN.traceback = _PLAIN.syntax = _PLAIN


def can_colorize(*, file: object = None) -> bool:  # noqa: ARG001 - the library's signature
    """Return whether a file is a terminal with colours."""
    return False


def get_theme(*, tty_file: object = None, force_color: bool = False, force_no_color: bool = False) -> _Plain:  # noqa: ARG001 - as above
    """Return the theme."""
    return _PLAIN


def get_colors(colorize: bool = False, *, file: object = None) -> _Plain:  # noqa: ARG001, FBT001, FBT002 - as above
    """Return the colours by name."""
    return _PLAIN
