"""The widget page and the loader as they are served: the checker's own part, and nothing that leads on in a frame."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import TYPE_CHECKING

import pytest
from pages.markup import Node, read_markup
from rulebooks import ROOT, library

from checker.authoring.ruby import plain
from checker.pages import checker_page, widget_page
from checker.pages.assets import collect_assets
from checker.pages.checker_page import POLICY, draw
from checker.pages.embed_script import ADDRESS, embed_script
from checker.pages.integrity import with_sum
from checker.pages.making import Making
from checker.pages.packs import common_files, insurer_files

if TYPE_CHECKING:
    from checker.pages.assets import SharedFile

MAKING = Making(library(), collect_assets(ROOT), date(2026, 11, 21))
WORDS = library().words
LEADING = re.compile(r' target="_blank" rel="noopener"')


@pytest.fixture(scope="module", params=("kiyose", "other"))
def pages(request: pytest.FixtureRequest) -> tuple[str, str, str, dict[str, SharedFile]]:
    """Return an insurer's id, its checker page, its widget page, and its words in other languages."""
    insurer = library().insurers[request.param]
    own = dict(insurer_files(insurer, MAKING))
    drawn = draw(insurer, MAKING, common_files(library()), own)
    return insurer.id, checker_page.render(drawn, MAKING), widget_page.render(drawn, MAKING), own


def links(markup: str) -> list[Node]:
    return [one for one in read_markup(markup).all("a") if one.attributes.get("href")]


def test_the_widget_asks_and_tells_what_the_checker_page_does(
    pages: tuple[str, str, str, dict[str, SharedFile]],
) -> None:
    _, checker, widget, _ = pages
    part = re.compile(r"<article.*</article>", re.DOTALL)
    (theirs,), (ours,) = part.findall(checker), part.findall(widget)
    assert LEADING.sub("", ours) == theirs
    assert f'content="{POLICY}"'.replace("'", "&#x27;") in widget
    assert "frame-ancestors" not in widget


def test_only_the_checker_itself_opens_in_the_frame(pages: tuple[str, str, str, dict[str, SharedFile]]) -> None:
    name, _, widget, _ = pages
    inside = {str(one.attributes["href"]) for one in links(widget) if one.attributes.get("target") != "_blank"}
    assert {one for one in inside if not one.startswith(("#", "tel:", "https://www.jma.go.jp/"))} <= {
        "../other/index.html"
    }
    outside = [one for one in links(widget) if one.attributes.get("target") == "_blank"]
    assert all(one.attributes["rel"] == "noopener" for one in outside)
    ways = {str(one.attributes["href"]).partition("#")[0] for one in outside}
    pages_of = {f"../../{kind}/{name}/index.html" for kind in ("check", "insurers", "sources")}
    assert ways == pages_of | {"../../sources/other/index.html"}


def test_it_says_whose_word_this_is_and_by_which_rules(pages: tuple[str, str, str, dict[str, SharedFile]]) -> None:
    name, _, widget, own = pages
    insurer = library().insurers[name]
    markup = read_markup(widget)
    (foot,), (bar,) = markup.all("footer"), markup.all("header")
    for text in (WORDS["embed.no_decision"], WORDS["ui.not_official"], insurer.rulebook.version[:7]):
        assert text in foot.text
    assert insurer.source.date in foot.text
    assert [one.attributes.get("data-leave") is not None for one in bar.all("a")] == [True]
    (contact,) = (one for one in markup.all("div") if "data-contact" in one.attributes)
    assert contact.text.strip()
    for language, file in own.items():
        told = library().languages[language]
        assert isinstance(file.content, bytes)
        pack = json.loads(file.content.decode().partition("{detail:")[2].rpartition("}));")[0])
        assert "home" in json.dumps(pack["parts"]["widget_bar"])
        written = json.dumps(pack["parts"]["widget_foot"], ensure_ascii=False)
        assert told["embed.no_decision"] in written
        assert f"../../check/{name}/index.html?lang={language}" in written


def test_what_it_loads_stands_where_the_checker_page_has_it(
    pages: tuple[str, str, str, dict[str, SharedFile]],
) -> None:
    name, _, widget, own = pages
    (listed,) = re.findall(r"data-languages>(.*?)</script>", widget)
    addresses = [address for one in json.loads(listed) for address in one["files"]]
    shared = [with_sum(file) for file in (*common_files(library()).values(), *own.values())]
    assert sorted(addresses) == sorted(f"../../{address}" for address in shared)
    (runtime,) = re.findall(r"data-runtime>(.*?)</script>", widget)
    if MAKING.assets.runtime:
        assert json.loads(runtime)["rulebook"].startswith(f"../../check/{name}/rulebook.")
    else:
        assert runtime == "null"


def test_the_loader_can_be_read_in_any_encoding_and_speaks_every_language() -> None:
    loader = embed_script(library(), MAKING.assets.loader)
    assert loader.address == ADDRESS == "v1/embed.js"
    assert isinstance(loader.content, bytes)
    text = loader.content.decode("ascii")
    words, _ = json.JSONDecoder().raw_decode(text[text.index('{"ja":') :])
    assert words == {
        language: {key: plain(told[f"embed.{key}"]) for key in ("title", "refused")}
        for language, told in library().languages.items()
    }
    assert all("{allow}" in told["refused"] for told in words.values())


def test_a_loader_that_has_no_place_for_its_words_is_refused() -> None:
    with pytest.raises(ValueError, match="0 places"):
        embed_script(library(), "void 0")
