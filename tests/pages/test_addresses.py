"""What search engines and servers are told of the site's addresses is so, complete, and nothing without an address."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from pages.heads import read_head
from rulebooks import library

from checker.pages.addresses import sitemap
from checker.pages.addresses.served import served_files
from checker.pages.assets import Assets, Copy, SharedFile
from checker.pages.making import Making

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

SITE = "https://navi.example/under/"
NO_FILES = Assets({}, "", "", "", "", None, "", "", ())
PUBLISHED = replace(NO_FILES, site_url=SITE)
SPACES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def _making(assets: Assets) -> Making:
    return Making(library(), assets, date(2026, 11, 22))


def _files(addresses: list[str], assets: Assets = PUBLISHED) -> dict[str, str]:
    files = {}
    for file in served_files(addresses, _making(assets)):
        assert isinstance(file.content, bytes)
        files[file.address] = file.content.decode()
    return files


def _pages(site_dir: Path) -> list[str]:
    return [path.relative_to(site_dir).as_posix() for path in site_dir.rglob("*.html")]


def _listed(files: dict[str, str]) -> dict[str, ET.Element]:
    """Return every entry by its address, by way of the list of lists."""
    top = ET.fromstring(files[sitemap.INDEX])  # noqa: S314 - our own
    entries = {}
    for part in top.iterfind("s:sitemap/s:loc", SPACES):
        name = str(part.text).removeprefix(SITE)
        for entry in ET.fromstring(files[name]).iterfind("s:url", SPACES):  # noqa: S314 - our own
            address = str(entry.findtext("s:loc", "", SPACES))
            assert address not in entries
            entries[address] = entry
    return entries


def test_every_page_but_those_on_pages_of_others_is_listed_once(site_dir: Path) -> None:
    pages = _pages(site_dir)
    entries = _listed(_files(pages))
    kept = [page for page in pages if not page.startswith(("v1/", "404"))]
    assert set(entries) == {SITE + page.removesuffix("index.html") for page in kept}
    assert len(kept) > 100


def test_languages_name_each_other_in_the_lists_as_in_the_pages(site_dir: Path) -> None:
    entries = _listed(_files(_pages(site_dir)))
    named = {
        address: {link.attrib["hreflang"]: link.attrib["href"] for link in entry.iterfind("x:link", SPACES)}
        for address, entry in entries.items()
    }
    for address, alternates in named.items():
        assert (not alternates) == address.removeprefix(SITE).startswith(("easy/", "check/")), address
        for other in alternates.values():
            assert named[other] == alternates, address
        if alternates:
            assert set(alternates) == {"ja", "en", "x-default"}
            assert alternates["x-default"] == alternates["ja"]
            assert address in alternates.values()


def test_days_are_those_of_the_record(site_dir: Path) -> None:
    entries = _listed(_files(_pages(site_dir)))
    told = {address.removeprefix(SITE): entry.findtext("s:lastmod", "", SPACES) for address, entry in entries.items()}
    own = [library().changes[name][0].on for name in ("gamagori", "other")]
    assert told["en/sources/gamagori/"] == max(own).isoformat()
    assert told["check/gamagori/"] == max(own).isoformat()
    assert told["privacy/"] == ""
    assert told[""] == ""


def test_a_list_holds_no_more_than_it_may(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemap, "_MOST", 10)
    files = _files([f"insurers/made-up-{number}/index.html" for number in range(25)])
    assert {"sitemap.ja.1.xml", "sitemap.ja.2.xml", "sitemap.ja.3.xml"} <= set(files)
    assert "sitemap.ja.4.xml" not in files
    assert len(_listed(files)) == 25


def test_robots_names_the_list_only_where_there_is_one(site_dir: Path) -> None:
    files = _files(["index.html"])
    assert f"Sitemap: {SITE}sitemap.xml" in files["robots.txt"].splitlines()
    robots = (site_dir / "robots.txt").read_text(encoding="utf-8")
    assert "Sitemap" not in robots
    assert "site_url" in robots
    assert not list(site_dir.glob("sitemap*"))
    assert "Disallow:" in robots.splitlines()


def test_pages_on_those_of_others_ask_to_be_left_out_and_checkers_do_not(site_dir: Path) -> None:
    for folder, said in (("v1", ["noindex"]), ("check", [])):
        pages = list((site_dir / folder).glob("*/index.html"))
        assert len(pages) >= len(library().insurers)
        for page in pages:
            read = read_head(page.read_text(encoding="utf-8"))
            assert read.said.get("robots", []) == said, page
            assert [node["name"] in read.title for node in read.nodes("WebPage")] == [True] * (not said), page
    assert read_head((site_dir / "404.html").read_text(encoding="utf-8")).said["robots"] == ["noindex"]


def test_headers_begin_where_the_site_does() -> None:
    paths = [line for line in _files(["index.html"])["_headers"].splitlines() if line.startswith("/")]
    assert paths == ["/under/*", "/under/v1/*", "/under/assets/*"]


def test_whatever_may_be_kept_for_ever_has_its_hash_in_its_name(site_dir: Path) -> None:
    text = (site_dir / "_headers").read_text(encoding="utf-8")
    [rule] = [rule for rule in text.split("\n\n") if "immutable" in rule]
    assert rule.startswith("/assets/*\n")
    names = [path.name for path in (site_dir / "assets").rglob("*") if path.is_file()]
    assert len(names) > 10
    for name in names:
        assert any(len(part) >= 8 and set(part) <= set("0123456789abcdef") for part in name.split(".")), name


def test_a_copy_for_a_folder_has_none_of_it() -> None:
    copy = replace(NO_FILES, site_url=SITE, copy=Copy(SharedFile("assets/python.js", b""), "1"))
    assert _files(["index.html"], copy) == {}
