"""The record of changes as feeds that programs follow: JSON Feed 1.1, one for each insurer and one of all.

Their addresses are promised to keep working. A feed has no relative addresses, so where nobody has set the site's, the
members that would hold one are left out.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from checker.authoring.languages import FIRST
from checker.authoring.ruby import plain
from checker.pages.assets import SharedFile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.authoring import Insurer
    from checker.authoring.record.entries import Entry
    from checker.pages.making import Making

__all__ = ["ALL", "VERSION", "feed_address", "feeds"]

VERSION = "https://jsonfeed.org/version/1.1"
"""The name of the form, as each feed has to say it; nothing is fetched from there."""

ALL = "v1/changes.json"
"""The feed of all insurers, from the site's root."""

_MOST = 500
"""Items of the feed of all; older ones stand in the insurers' own."""

_MIDNIGHT = "T00:00:00+09:00"


def feed_address(insurer: str) -> str:
    """Return where the feed of an insurer stands, from the site's root."""
    return f"v1/{insurer}/changes.json"


def feeds(making: Making) -> Iterator[SharedFile]:
    """Yield the feed of every insurer, also of those without a record yet, and that of all; newest first."""
    words, insurers = making.library.words, making.library.insurers.values()
    every = []
    for insurer in insurers:
        items = [_item(insurer, entry, making) for entry in making.library.changes.get(insurer.id, ())]
        every += items
        title = words["record.feed_title"].format(insurer=insurer.name)
        yield _file(feed_address(insurer.id), title, f"insurers/{insurer.id}/index.html#changes", items, making)
    every.sort(key=lambda item: str(item["date_published"]), reverse=True)
    yield _file(ALL, words["record.feed_title_all"], "insurers/index.html", every[:_MOST], making)


def _file(address: str, title: str, page: str, items: list[dict[str, Any]], making: Making) -> SharedFile:
    assets = making.assets
    feed: dict[str, Any] = {"version": VERSION, "title": title}
    if assets.site_url:
        feed |= {"home_page_url": assets.site_url + page, "feed_url": assets.site_url + address}
    feed |= {"description": making.library.words["record.feed_description"], "language": FIRST}
    if assets.operator:
        feed["authors"] = [{"name": assets.operator}]
    text = json.dumps({**feed, "items": items}, ensure_ascii=False, indent=1)
    return SharedFile(address, f"{text}\n".encode())


def _item(insurer: Insurer, entry: Entry, making: Making) -> dict[str, Any]:
    """Return one entry. Its id names the state that the change led to, and stays whatever the site's address is."""
    site, stamp = making.assets.site_url, entry.stamp
    item: dict[str, Any] = {"id": f"shikaku-navi:{insurer.id}:{entry.on}:{stamp.version}:{stamp.text}"}
    if site:
        item["url"] = f"{site}insurers/{insurer.id}/index.html#changes"
    counts = {topic: {"changed": changed, "of": of} for topic, (changed, of) in entry.situations.items()}
    return item | {
        "title": insurer.name,
        "content_text": entry.says[FIRST],
        "date_published": f"{entry.on}{_MIDNIGHT}",
        "language": FIRST,
        "_shikaku_navi": {
            "about": making.library.words["record.feed_about"],
            "insurer": insurer.id,
            "version": stamp.version,
            "text": stamp.text,
            "says": {language: plain(text) for language, text in entry.says.items()},
            "situations": counts,
        },
    }
