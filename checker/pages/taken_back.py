"""What pages tell of an insurer whose answers are taken back: which document it was, and where to go on.

They must not say that anything is answered from it, and whoever comes is not left with a number to call alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.pages.html import el

if TYPE_CHECKING:
    from checker.authoring import Insurer
    from checker.pages.html import Html
    from checker.pages.wording import Wording

__all__ = ["national_way", "source_told"]


def source_told(insurer: Insurer, wording: Wording) -> str:
    """Return which document the answers are from; where there are none, which one it was and no more."""
    source = insurer.source
    if insurer.status == "published":
        return wording.ui("source_line", title=source.title, date=source.date)
    return wording.page("source_named", title=source.title, date=source.date)


def national_way(address: str, wording: Wording, opens: str | None = None) -> Html:
    """Return the way to the answers by the national rules alone; `opens`: whose they are, on a checker's page."""
    return el("a", wording.page("national_only"), href=address, class_=None if opens else "sn-way", data_opens=opens)
