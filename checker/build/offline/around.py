"""What stands around the parts of an offline file: the way back to the first of them, the file itself, its notices."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.pages.about_copy import about_copy
from checker.pages.html import Html, el
from checker.pages.tree import tree

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checker.authoring import Insurer
    from checker.pages.making import Making

__all__ = ["about_file", "around_pack", "back_button", "notices_part", "way_back"]


def way_back(button: Html) -> Html:
    """Return the place of the button that leads back to the file's first part; the script shows it on the others."""
    return el("div", button, data_again=True, hidden=True)


def back_button(insurer: Insurer, making: Making) -> Html:
    """Return the button that leads back to the insurer whose file it is."""
    label = making.library.words["offline.back"].format(insurer=insurer.name)
    return el("button", label, type="button", class_="link", data_choose_again=True, data_told="back")


def about_file(making: Making, insurers: Sequence[Insurer], version: str, only: Insurer | None = None) -> Html:
    """Return what the file says of itself."""
    about = about_copy(making, insurers, version, only=only if len(insurers) > 1 else None)
    return el("div", about, data_told="about")


def notices_part(making: Making, notices: str) -> Html:
    """Return the notices of what others have made, to be read in the file itself."""
    return el("details", _notices_name(making), el("pre", notices, lang="en", tabindex="0"), class_="notices")


def around_pack(
    pack: Mapping[str, Any], told: Making, insurers: Sequence[Insurer], version: str, only: Insurer | None = None
) -> Mapping[str, Any]:
    """Return the pack of the file's first part with what stands around all parts in that language."""
    around = {"about": about_file(told, insurers, version, only), "notices_name": _notices_name(told)}
    if only:
        around["back"] = back_button(only, told)
    return {**pack, "parts": {**pack["parts"], **{name: tree(one) for name, one in around.items()}}}


def _notices_name(making: Making) -> Html:
    return el("summary", making.library.words["offline.notices"], data_told="notices_name")
