"""Whatever leads nowhere is told with its page and the way out, all at once; and so is a page that nobody finds."""

from __future__ import annotations

import gc
import tracemalloc

from checker.pages.addresses.links import Links


def _links(pages: dict[str, str], *files: str) -> list[str]:
    links = Links()
    for file in files:
        links.saw_file(file)
    for address, markup in pages.items():
        links.saw(address, markup)
    return links.problems()


def _to(*ways: str) -> str:
    return "".join(f'<a class="x" href="{way}">x</a>' for way in ways)


def test_a_site_whose_links_all_lead_somewhere_has_no_problem() -> None:
    pages = {
        "index.html": _to("insurers/index.html?lang=en#all", "#top", "v1/embed.js") + '<p id="top"></p>',
        "insurers/index.html": _to("../index.html#top", "kiyose/index.html", "./gamagori/index.html")
        + '<h2 id="all"></h2><img src="../assets/a.svg"><a href="tel:042">x</a><a href="https://www.jma.go.jp/">x</a>',
        "insurers/kiyose/index.html": _to("../gamagori/index.html#passage-gamagori-one", "../../en/index.html"),
        "insurers/gamagori/index.html": '<p id="passage-gamagori-one"></p>' + _to("#passage-gamagori-one"),
        "en/index.html": _to("../index.html", "../insurers/kiyose/index.html#"),
        "v1/kiyose/index.html": _to("../../index.html"),
        "404.html": _to("/somewhere/else.css"),
    }
    assert _links(pages, "v1/embed.js", "assets/a.svg") == []


def test_a_snippet_to_copy_is_no_link() -> None:
    assert _links({"index.html": '<pre>&lt;a href="gone.html" id="x">x&lt;/a></pre><p id="y"></p>'}) == []
    [told] = _links({"index.html": '<pre>&lt;p id="x"></pre><a class="a" href="#x">x</a>'})
    assert told.startswith("index.html: a link leads to index.html#x, ")


def test_every_dead_link_is_told_at_once_with_what_may_be_meant() -> None:
    pages = {
        "index.html": _to("insurers/kiyose/index.html", "asets/site.css", "insurers/"),
        "insurers/kiyose/index.html": _to("../../insurers/kiose/index.html", "#tabels") + '<p id="tables"></p>',
    }
    told = _links(pages, "assets/site.css", "insurers/kiyose/feed.json")
    assert [one.partition(",")[0] for one in told] == [
        "index.html: a link leads to asets/site.css",
        "index.html: a link leads to insurers/",
        "insurers/kiyose/index.html: a link leads to insurers/kiose/index.html",
        "insurers/kiyose/index.html: a link leads to insurers/kiyose/index.html#tabels",
    ]
    assert told[3].endswith("did you mean 'tables'?")


def test_one_mistake_on_many_pages_is_told_once() -> None:
    pages = {f"insurers/{name}/index.html": _to("../../gone.html", "../two/index.html") for name in ("one", "two")}
    told = _links({"index.html": _to(*pages), **pages})
    assert len(told) == 1
    assert told[0].startswith("insurers/one/index.html (and on 1 more pages): a link leads to gone.html, ")


def test_an_anchor_of_another_insurer_of_the_same_kind_is_another_anchor() -> None:
    pages = {
        "index.html": _to("sources/one/index.html#passage-one-a", "sources/two/index.html#passage-one-a"),
        "sources/one/index.html": '<p id="passage-one-a"></p>',
        "sources/two/index.html": '<p id="passage-two-a"></p>',
    }
    [told] = _links(pages)
    assert "sources/two/index.html#passage-one-a" in told
    assert told.endswith("did you mean 'passage-two-a'?")


def test_a_page_that_only_lonely_pages_lead_to_is_alone_too() -> None:
    pages = {
        "index.html": _to("a/index.html"),
        "a/index.html": "",
        "b/index.html": _to("../c/index.html"),
        "c/index.html": _to("../b/index.html", "../index.html"),
    }
    assert [one.partition(":")[0] for one in _links(pages)] == ["b/index.html", "c/index.html"]


def test_many_problems_are_counted_after_the_first() -> None:
    told = _links({"index.html": _to(*(f"gone-{number}.html" for number in range(100)))})
    assert len(told) == 61
    assert told[-1] == "… and 40 more of these"


def test_pages_that_differ_by_a_name_alone_are_kept_once() -> None:
    names = [f"made-up-{number}" for number in range(60)]
    links = Links()
    links.saw("index.html", _to(*(f"insurers/{name}/index.html" for name in names)))
    body = '<p id="passage-@-{}"></p>' * 60 + _to("../../sources/@/index.html#passage-@-{}") * 60
    page = body.format(*range(60), *range(60))
    gc.collect()
    tracemalloc.start()
    for name in names:
        for folder in ("insurers", "sources"):
            links.saw(f"{folder}/{name}/index.html", page.replace("@", name))
    kept = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert kept < 200_000
    assert links.problems() == []
