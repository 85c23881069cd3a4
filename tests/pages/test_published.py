"""Pages of a site that has an address, whole: what each says of where it is kept is what the lists of pages say of it.

A few pages of every kind are put together from the library as it is loaded; the site is not built a second time.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

import pytest
from pages.heads import read_head
from pages.markup import read_markup
from rulebooks import library

from checker.pages import checker_page, widget_page
from checker.pages.addresses import sitemap
from checker.pages.addresses.served import served_files
from checker.pages.assets import Assets
from checker.pages.checker_page import draw
from checker.pages.here import here_at
from checker.pages.home_page import home_page
from checker.pages.html import Html
from checker.pages.insurer.tables_page import tables_page
from checker.pages.insurer_page import insurer_page
from checker.pages.making import Making
from checker.pages.packs import common_files, insurer_files
from checker.pages.shell import Shell, Shells
from checker.pages.site_pages import data_page, privacy_page

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pages.markup import Node

    from checker.pages.article import Article

SITE = "https://navi.example/under/"
SCRIPTS = {name: f"assets/{name}.js" for name in ("checker", "quick_exit", "page", "widget")}
PUBLISHED = replace(Assets(SCRIPTS, "assets/checker.css", "", "", "", None, "", "", ()), site_url=SITE)
SPACES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def _render(shell: Shell) -> str:
    marks = shell.marks
    return f'<html lang="ja"><head>{marks["head"]}</head><body>{marks["trail"]}{marks["content"]}</body></html>'


def _articles(making: Making) -> Iterator[Article]:
    yield home_page(making, Html())
    yield privacy_page(making, Html())
    yield data_page(making, Html())
    kiyose = making.library.insurers["kiyose"]
    yield insurer_page(kiyose, making)
    yield tables_page(kiyose, making)


@pytest.fixture(scope="module")
def pages() -> Mapping[str, str]:
    """Return the pages by their address from the site's root."""
    making = Making(library(), PUBLISHED, date(2026, 11, 22))
    shells = Shells(making, "What the site is for", _render)
    articles = chain.from_iterable(_articles(making.told_in(language)) for language in library().languages)
    told = {one.address: shells.filled(one) for one in articles}
    kiyose = library().insurers["kiyose"]
    drawn = draw(kiyose, making, common_files(library()), insurer_files(kiyose, making))
    told["check/kiyose/index.html"] = checker_page.render(drawn, making)
    told["v1/kiyose/index.html"] = widget_page.render(drawn, making)
    return told


@pytest.fixture(scope="module")
def listed(pages: Mapping[str, str]) -> Mapping[str, Mapping[str, str]]:
    """Return what the lists say: by each page's address, where it is in other languages."""
    making = Making(library(), PUBLISHED, date(2026, 11, 22))
    lists = {file.address: file.content for file in served_files(pages, making) if isinstance(file.content, bytes)}
    top = ET.fromstring(lists[sitemap.INDEX])  # noqa: S314 - our own
    found = {}
    for part in top.iterfind("s:sitemap/s:loc", SPACES):
        assert str(part.text).startswith(SITE)
        for entry in ET.fromstring(lists[str(part.text).removeprefix(SITE)]).iterfind("s:url", SPACES):  # noqa: S314 - our own
            links = {one.attrib["hreflang"]: one.attrib["href"] for one in entry.iterfind("x:link", SPACES)}
            found[str(entry.findtext("s:loc", "", SPACES))] = links
    return found


def test_each_page_says_of_itself_what_the_lists_say_of_it(
    pages: Mapping[str, str], listed: Mapping[str, Mapping[str, str]]
) -> None:
    kept = {address: read_head(text) for address, text in pages.items() if not address.startswith("v1/")}
    assert {read.links["canonical", ""] for read in kept.values()} == {*listed}
    for address, read in kept.items():
        own = SITE + address.removesuffix("index.html")
        assert read.links["canonical", ""] == own
        assert read.said["og:url"] == [own]
        assert {tag: way for (rel, tag), way in read.links.items() if rel == "alternate" and tag} == listed[own]
        [url] = [node["url"] for block in read.data for node in block["@graph"] if node.get("@id") == own]
        assert url == own
    assert sum(bool(links) for links in listed.values()) == 2 * 5, "two languages have tags, easy Japanese has none"


def test_all_that_machines_are_told_of_addresses_is_whole_and_on_this_site(pages: Mapping[str, str]) -> None:
    for address, text in pages.items():
        for kind, value in _told_addresses(read_head(text).data):
            elsewhere = value.startswith(("https://schema.org", "https://spdx.org/"))
            assert elsewhere or value.startswith(SITE), (address, kind, value)
    names = [kind for text in pages.values() for kind, _ in _told_addresses(read_head(text).data)]
    assert {"@id", "url", "item", "contentUrl"} <= {*names}


def _told_addresses(told: object) -> Iterator[tuple[str, str]]:
    """Yield every value that is an address, or is called as one is."""
    if isinstance(told, dict):
        for kind, value in told.items():
            if isinstance(value, str) and (kind in {"@id", "url", "item", "contentUrl"} or "://" in value):
                yield kind, value
            yield from _told_addresses(value)
    elif isinstance(told, (list, tuple)):
        for one in told:
            yield from _told_addresses(one)


def test_the_way_down_that_people_see_leads_where_machines_are_told(pages: Mapping[str, str]) -> None:
    seen = 0
    for address, text in pages.items():
        for trail in read_markup(text).all("nav", "sn-trail"):
            ways = [_way(address, link) for link in trail.all("a")]
            [told] = read_head(text).nodes("BreadcrumbList")
            assert ways == [one["item"] for one in told["itemListElement"]][:-1]
            seen += 1
    assert seen == 2 * len(library().languages)


def _way(address: str, link: Node) -> str:
    return urljoin(SITE + address, link.attributes["href"]).removesuffix("index.html")


def test_ways_from_page_to_page_stay_relative(pages: Mapping[str, str]) -> None:
    for address, text in pages.items():
        ways = [str(link.attributes.get("href")) for link in read_markup(text).all("a")]
        assert ways
        assert not [way for way in ways if way.startswith((SITE, "/"))], here_at(address)


def test_a_page_that_stands_on_those_of_others_is_kept_nowhere(pages: Mapping[str, str]) -> None:
    read = read_head(pages["v1/kiyose/index.html"])
    assert read.said["robots"] == ["noindex"]
    assert ("canonical", "") not in read.links
    assert read.data == ()
