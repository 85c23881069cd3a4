"""The sources: which documents the answers rest on, of which year, and where their passages are listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.pages.article import Article
from checker.pages.here import Here
from checker.pages.html import Html, el, join
from checker.pages.insurer_index import INDEX
from checker.pages.insurer_lists import LISTED, MANY, OTHER
from checker.pages.passages import listed_passages
from checker.pages.standing import standing_line
from checker.pages.superseded import newer_documents
from checker.pages.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.authoring import Insurer, Library, Words
    from checker.pages.making import Making

__all__ = ["sources_page"]


def sources_page(making: Making, panel: Html) -> Article:
    """Return the page that stands at `sources/index.html`."""
    here, library = Here("sources/index.html", making.language), making.library
    words = library.words
    body = join(
        el("h1", words["pages.sources_title"]),
        el("p", words["pages.sources_intro"]),
        standing_line(words, OTHER),
        *_sources(library, here),
        el("p", el("a", words["differences.title"], href=here.to("contradictions/index.html"), class_="sn-way")),
    )
    return Article(here, words["pages.sources_title"], words["pages.sources_intro"], body, panel)


def _sources(library: Library, here: Here) -> Iterator[Html]:
    """Yield each source with what it is; of many insurers its name alone, which leads there, of very many a way."""
    insurers = library.insurers.values()
    if len(insurers) > LISTED:
        yield el("p", el("a", library.words["choose.browse"], href=here.to(INDEX), class_="sn-way"))
        return
    if len(insurers) <= MANY:
        yield from (_source(one, here, library.words) for one in insurers)
        return
    links = (el("a", one.name, href=here.to(f"sources/{one.id}/index.html"), class_="sn-way") for one in insurers)
    yield el("ul", *(el("li", link) for link in links), class_="sn-columns")


def _source(insurer: Insurer, here: Here, words: Words) -> Html:
    source = insurer.source
    listed = listed_passages(insurer)
    own = [one for one in listed if one.id.startswith(f"{insurer.id}/")]
    counted = words["pages.passages_counted"].format(number=len(own or listed))
    page = here.to(f"insurers/{insurer.id}/index.html")
    way = here.to(f"sources/{insurer.id}/index.html")
    return el(
        "section",
        el("h2", el("a", insurer.name, href=way, class_="sn-way")),
        el("p", words["pages.source_named"].format(title=source.title, date=source.date)),
        el("p", source.note) if source.note else None,
        *newer_documents(insurer, Wording(insurer, words)),
        el("p", el("a", counted, href=f"{way}#passages" if insurer.status == "published" else way, class_="sn-way")),
        el("p", el("a", words["sources.to_page"], href=page, class_="sn-way")),
    )
