"""HTML as values: text is escaped unless it is `Html` already, so that no caller can forget to.

Element and attribute names come from our own code; everything else may hold anything.
"""

from functools import lru_cache
from html import escape

__all__ = ["Html", "el", "esc", "join"]

_VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "source"})


class Html(str):
    """Markup that is safe to put into a page as it stands."""

    __slots__ = ()


def esc(text: str) -> Html:
    """Return the text as markup between tags; what is markup already stays as it is."""
    return text if isinstance(text, Html) else Html(escape(text).replace("&#x27;", "'"))


def join(*parts: str | None) -> Html:
    """Return the parts one after the other, texts escaped and None left out."""
    return Html("".join([part if isinstance(part, Html) else esc(part) for part in parts if part is not None]))


def el(tag: str, *children: str | None, **attributes: str | bool | None) -> Html:
    """Return an element.

    Of attributes, `data_next` is written data-next and `class_` class; True is bare, False and None are left out.
    """
    told = [
        f" {_name(key)}" if value is True else f' {_name(key)}="{escape(value)}"'
        for key, value in attributes.items()
        if value is not None and value is not False
    ]
    written = "".join(told)
    if tag in _VOID:
        return Html(f"<{tag}{written}>")
    return Html(f"<{tag}{written}>{join(*children)}</{tag}>")


@lru_cache(maxsize=256)
def _name(key: str) -> str:
    return key.rstrip("_").replace("_", "-")
