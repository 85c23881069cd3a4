"""What changed for an insurer, as its page tells it: the record, newest first, and where it can be followed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.authoring.record.entries import ALL
from checker.pages.feeds import feed_address
from checker.pages.html import Html, el, join

if TYPE_CHECKING:
    from checker.authoring import Insurer
    from checker.authoring.record.entries import Entry
    from checker.pages.here import Here
    from checker.pages.making import Making
    from checker.pages.wording import Wording

__all__ = ["record_list"]

_MOST = 5
"""How many entries stand on the page; the feed has them all."""

_SHORT = 7
"""Digits of a version, as all pages show it."""


def record_list(insurer: Insurer, making: Making, wording: Wording, here: Here) -> Html:
    """Return the entries of the insurer's record; without any, the sentence on what will stand there."""
    words = making.library.words
    entries = making.library.changes.get(insurer.id, ())
    rows = (el("li", *_told(entry, wording, making.language)) for entry in entries[:_MOST])
    feed = el("a", words["record.feed"], href=here.up + feed_address(insurer.id))
    return join(
        el("p", words["record.intro"]),
        el("ul", *rows, class_="sn-record") if entries else None,
        el("p", words["record.older"]) if len(entries) > _MOST else None,
        el("p", feed),
    )


def _told(entry: Entry, wording: Wording, language: str) -> list[Html | str]:
    counted = entry.situations.get(ALL)
    lines: list[Html | str] = [
        el("p", el("time", el("b", wording.day(entry.on)), datetime=entry.on.isoformat())),
        el("p", entry.told_in(language)),
    ]
    if counted:
        changed, of = (f"{number:,}" for number in counted)
        lines.append(el("p", wording.words["record.counted"].format(changed=changed, of=of)))
    return [
        *lines,
        el("p", wording.words["sheet.version"].format(version=entry.stamp.version[:_SHORT]), class_="sn-note"),
    ]
