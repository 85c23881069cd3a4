"""What a page of questions says while its script has not come: the style sheet shows it some seconds after the page.

The script takes it away when it starts. Where it never does (a file is missing, cut off or refused, or the device is
too old for it), nothing else could tell why the button does nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.pages.html import Html, el

if TYPE_CHECKING:
    from checker.authoring import Words

__all__ = ["stuck_notice"]


def stuck_notice(words: Words, *ways: Html | None) -> Html:
    """Return the notice; `ways` go on from here without a script."""
    return el("div", el("p", words["pages.stuck"]), *ways, class_="stuck", data_stuck=True)
