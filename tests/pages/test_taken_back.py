"""Answers are taken back by one word in one file: the whole site is still made, and no page leads to what is gone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from rulebooks import library

from checker.pages.addresses.links import Links
from checker.pages.article import Article
from checker.pages.assets import Assets, SharedFile
from checker.pages.insurer_lists import OTHER
from checker.pages.making import Making
from checker.pages.searching import SearchedPage
from checker.pages.searching.files import search_indexes
from checker.pages.shell import Shells
from checker.pages.site import build_site

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.authoring import Library
    from checker.pages.shell import Shell

ROOT = Path(__file__).resolve().parents[2]
GONE = "kiyose"
SCRIPTS = {
    name: f"assets/{name}.js"
    for name in ("checker", "quick_exit", "page", "choose", "search", "compare", "widget", "editors")
}
FILES = tuple(SharedFile(address, b"") for address in (*SCRIPTS.values(), "assets/one.css", "icon.svg"))
NO_FILES = Assets(SCRIPTS, "assets/one.css", "assets/one.css", "", "JSON.parse('EMBED_WORDS')", None, "", "", FILES)


MENU = """about accessibility comparison contradictions data documents download embed facility glossary insurers privacy
    search silence situations sources""".split()


def _render(shell: Shell) -> str:
    home, up = shell.marks["home"], shell.marks["up"]
    menu = "".join(f'<a href="{home}{name}/index.html"></a>' for name in MENU)
    ways = "".join(f'<a href="{address}"></a>' for _, _, address in shell.languages)
    inside = "".join(shell.marks[name] for name in ("trail", "content", "panel"))
    return f'<a href="{home}index.html"></a><a href="{up}check/index.html"></a>{menu}{ways}{inside}'


def _fewer() -> Library:
    """Return the library with an insurer whose answers are taken back, and whoever stands for all others."""
    own = library()
    insurers = {GONE: replace(own.insurers[GONE], status="withdrawn"), OTHER: own.insurers[OTHER]}
    return replace(own, insurers=insurers, changes={name: own.changes[name] for name in insurers})


@pytest.fixture(scope="module")
def site() -> Mapping[str, str | Article]:
    """Return the pages by address: those in the common shell as they are, others as text."""
    made = build_site(_fewer(), NO_FILES, date(2026, 11, 22))
    pages: dict[str, str | Article] = {}
    for one in made:
        if isinstance(one, Article):
            pages[one.address] = one
        elif isinstance(one.content, bytes):
            pages[one.address] = one.content.decode(errors="replace")
    return pages


def test_every_page_of_it_is_found_and_none_leads_to_what_is_gone(site: Mapping[str, str | Article]) -> None:
    shells, links = Shells(Making(_fewer(), NO_FILES, date(2026, 11, 22)), "", _render), Links()
    for address, page in site.items():
        if isinstance(page, Article):
            links.saw(address, shells.filled(page))
        elif address.endswith(".html"):
            links.saw(address, page)
        else:
            links.saw_file(address)
    assert links.problems() == []
    home = site["index.html"]
    assert isinstance(home, Article)
    assert library().words["pages.withdrawn_note"] in home.body, "nobody is led there without knowing"
    assert {address for address in site if address.startswith(f"insurers/{GONE}/")} == {f"insurers/{GONE}/index.html"}


def test_what_others_show_of_its_pages_promises_nothing(site: Mapping[str, str | Article]) -> None:
    for kind in ("insurers", "sources"):
        page = site[f"{kind}/{GONE}/index.html"]
        assert isinstance(page, Article)
        assert page.description == library().words["ui.withdrawn"]


def test_what_people_type_is_led_on_though_some_of_it_stood_on_those_pages_alone(
    site: Mapping[str, str | Article],
) -> None:
    pages = [SearchedPage(one.address, one.body + one.panel) for one in site.values() if isinstance(one, Article)]
    assert search_indexes(pages, _fewer(), ROOT)["ja"]["words"]
