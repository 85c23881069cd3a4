"""What the site is: privacy, who runs it, and its data, as pages of plain text."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from checker.authoring.languages import FIRST
from checker.pages.article import Article
from checker.pages.here import Here
from checker.pages.html import Html, el, join
from checker.pages.insurer_lists import MANY, OTHER
from checker.pages.open_data.files import LICENCE, SCHEMAS, data_version
from checker.pages.passages import listed_passages
from checker.pages.prose import sections
from checker.pages.rulebook_file import rulebook_name
from checker.pages.standing import standing_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from checker.authoring import Insurer, Library, Words
    from checker.pages.making import Making

__all__ = ["about_page", "accessibility_page", "data_page", "privacy_page"]


def privacy_page(making: Making, panel: Html) -> Article:
    """Return the page that stands at `privacy/index.html`."""
    words = making.library.words
    return _article("privacy", making, panel, *sections(words.tree["privacy"]["sections"]))


def accessibility_page(making: Making, panel: Html) -> Article:
    """Return the page that stands at `accessibility/index.html`; a test holds its words to what is tested."""
    words = making.library.words
    told = words.tree["accessibility"]
    fill = _filler({"{unset}": words["ui.operator_unset"], "{contact}": words["ui.contact_heading"]})
    return _article("accessibility", making, panel, el("p", told["intro"]), *sections(told["sections"], fill))


def about_page(making: Making, panel: Html) -> Article:
    """Return the page that stands at `about/index.html`: it names the operator, where one is set, and counts."""
    words, assets, insurers = making.library.words, making.assets, making.library.insurers.values()
    published = [one for one in insurers if one.status == "published" and one.id != OTHER]
    passages = _listed_everywhere(making.library.told_in(FIRST))
    fill = _filler({"{documents}": str(len(published)), "{passages}": str(passages)})
    who = words["ui.operator"].format(operator=assets.operator) if assets.operator else words["ui.operator_unset"]
    report = el("a", words["ui.report"], href=assets.report) if assets.report else words["about.report_unset"]
    more = {"who": el("p", who), "report": el("p", report)}
    return _article("about", making, panel, *sections(words.tree["about"]["sections"], fill, more))


@lru_cache(maxsize=2)
def _listed_everywhere(library: Library) -> int:
    """Return how many passages pages list; to count them is to read every insurer."""
    return len({passage.id for one in library.insurers.values() for passage in listed_passages(one)})


def data_page(making: Making, panel: Html) -> Article:
    """Return the page that stands at `data/index.html`, beside the data."""
    here, library = Here("data/index.html", making.language), making.library
    words = library.words
    data = f"{here.up}data/"
    parts = [
        el("p", words["open_data.intro"]),
        el("p", el("a", words["open_data.index"], href=f"{data}index.json", class_="sn-way")),
        el("p", words["open_data.version"].format(version=data_version(library)), class_="sn-note"),
        el("p", words["open_data.licence"].format(licence=LICENCE)),
        *_insurers(library, here),
        el("h2", words["open_data.schemas_heading"]),
        el("dl", *(_schema(name, data, words) for name in SCHEMAS), class_="sn-named"),
        el("h2", words["open_data.left_out_heading"]),
        el("p", words["open_data.left_out"]),
    ]
    return _article("open_data", making, panel, *parts, here=here)


def _filler(places: Mapping[str, str]) -> Callable[[str], str]:
    def fill(text: str) -> str:
        for place, told in places.items():
            text = text.replace(place, told)
        return text

    return fill


def _insurers(library: Library, here: Here) -> Iterator[Html]:
    """Yield the files of each insurer; those of many are listed in the index alone."""
    insurers, words = library.insurers.values(), library.words
    if len(insurers) <= MANY:
        yield el("h2", words["open_data.files_heading"])
        yield el("dl", *(_files(one, here, words) for one in insurers), class_="sn-named")


def _files(insurer: Insurer, here: Here, words: Words) -> Html:
    addresses = {
        "rulebook": f"check/{insurer.id}/{rulebook_name(insurer.rulebook)}",
        "tables": f"data/{insurer.id}/tables.json",
        "passages": f"data/{insurer.id}/passages.json",
    }
    links = (el("li", el("a", words[f"open_data.file_{name}"], href=here.up + way)) for name, way in addresses.items())
    told = el("ul", *links) if insurer.status == "published" else el("p", words["ui.withdrawn"])
    return el("div", el("dt", insurer.short), el("dd", told))


def _schema(name: str, data: str, words: Words) -> Html:
    link = el("a", f"{name}.json", href=f"{data}schema/{name}.json", class_="sn-way", translate="no")
    return el("div", el("dt", link), el("dd", words.tree["open_data"]["schemas"][name]))


def _article(kind: str, making: Making, panel: Html, *parts: Html, here: Here | None = None) -> Article:
    words = making.library.words
    title = words[f"{kind}.title"]
    body = join(el("h1", title), standing_line(words, OTHER), *parts)
    here = here or Here(f"{kind}/index.html", making.language)
    return Article(here, title, words[f"{kind}.description"], body, panel)
