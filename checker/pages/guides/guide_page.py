"""Pages of sentences and tables, each made from its plan, and the lists that lead to them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.pages.article import Article
from checker.pages.guides.answers_table import AnswersTable
from checker.pages.guides.heard import heard, hotlines
from checker.pages.guides.plans import LISTS, PLANS
from checker.pages.guides.situations import DELIVERY
from checker.pages.guides.tellers import Numbers
from checker.pages.here import Here
from checker.pages.html import Html, el, join
from checker.pages.insurer_lists import OTHER
from checker.pages.panel import panel
from checker.pages.pictures.page import pictures_at
from checker.pages.standing import standing_line
from checker.pages.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from checker.authoring import Passage, Words
    from checker.pages.guides.plan import Plan, Said, Section
    from checker.pages.guides.survey import Survey
    from checker.pages.making import Making

__all__ = ["guide_pages"]

_MANY = 4
"""A page of so many parts says first what they are."""

_DRAWN = frozenset({"at_the_desk", "eligibility_certificate"})
"""Pages whose matter is drawn as a flow picture."""


def guide_pages(making: Making, survey: Survey, common: Html) -> Iterator[Article]:
    """Yield all pages of this kind in the language that the library speaks; `common` is the panel that all have."""
    for name, plans in LISTS.items():
        yield _list(name, plans, making, common)
    numbers = Numbers(making.library)
    for plan in PLANS:
        table = AnswersTable(Here(plan.page, making.language), making.library, survey, numbers)
        yield _page(plan, table, common)
    yield _delivery(making)


def _page(plan: Plan, table: AnswersTable, common: Html) -> Article:
    here, words = table.here, table.words
    writer = _Writer(table, words)
    day = Wording(table.library.insurers[OTHER], words).day(table.survey.today)
    way = el("p", el("a", words["pages.to_checker"], class_="sn-button", href=here.to_checker(errand=plan.errand)))
    contents = writer.contents(plan.sections)
    drawn = _drawn(here, words) if plan.name in _DRAWN else None
    parts = [writer.section(section) for section in plan.sections]
    body = join(
        el("h1", words[plan.title]),
        standing_line(words, OTHER),
        *((contents, way, drawn, *parts) if contents else (drawn, parts[0], way, *parts[1:])),
        way,
        writer.sources(plan),
        el("p", words["guides.made"].format(day=day), class_="sn-note"),
    )
    return Article(here, words[plan.title], words[plan.description], body, common)


def _drawn(here: Here, words: Words) -> Html:
    return el("p", el("a", words["pictures.national_way"], href=here.to(pictures_at(OTHER)), class_="sn-way"))


def _list(name: str, plans: Iterable[Plan], making: Making, common: Html) -> Article:
    words, here = making.library.words, Here(f"{name}/index.html", making.language)
    links = [_way_to(here.to(plan.page), words[plan.title], words[plan.description]) for plan in plans]
    if name == "situations":
        links.append(_way_to(here.to(DELIVERY), words["panel.title"], words["panel.intro"]))
    title, intro = words[f"guides.{name}_title"], words[f"guides.{name}_intro"]
    body = join(
        el("h1", title),
        el("p", intro),
        standing_line(words, OTHER),
        _unknown_paper(here, words) if name == "documents" else None,
        el("ul", *links, class_="sn-picks"),
    )
    return Article(here, title, intro, body, common)


def _unknown_paper(here: Here, words: Words) -> Html:
    """Return how to find out what a paper is that somebody has and does not know."""
    more = el("a", words["glossary.title"], href=here.to("glossary/index.html"))
    return el("p", words["guides.unknown_paper"], " ", more)


def _delivery(making: Making) -> Article:
    """Return the page that holds the panel, open, and the way to those of insurers; nothing else may stand here."""
    library, words, here = making.library, making.library.words, Here(DELIVERY, making.language)
    way = el("a", words["guides.panel_of_each"], href=here.to("insurers/index.html"))
    body = join(el("h1", words["panel.title"]), standing_line(words, OTHER), el("p", way))
    opened = panel(library.insurers[OTHER], library, making.today, opened=True)
    return Article(here, words["panel.title"], words["panel.intro"], body, opened)


def _way_to(address: str, title: str, description: str) -> Html:
    return el("li", el("a", el("b", title), el("span", description), class_="sn-pick", href=address))


def _anchor(heading: str) -> str:
    return heading.rsplit(".", 1)[-1].replace("_", "-")


@dataclass(frozen=True)
class _Writer:
    table: AnswersTable
    words: Words

    def section(self, section: Section) -> Html:
        return el(
            "section",
            el("h2", self.words[section.heading]) if section.heading else None,
            *(self._said(said) for said in section.said),
            *(heard(matter, self.table) for matter in section.heard),
            self.table.table(section) if section.cases else None,
            id=_anchor(section.heading) if section.heading else None,
        )

    def contents(self, sections: Sequence[Section]) -> Html | None:
        """Return the ways to the parts of a page that has many."""
        if len(sections) < _MANY:
            return None
        links = (el("li", el("a", self.words[one.heading], href=f"#{_anchor(one.heading)}")) for one in sections)
        return el("nav", el("ul", *links), class_="sn-contents", aria_label=self.words["pages.contents"])

    def sources(self, plan: Plan) -> Html:
        """Return the documents behind the sentences, each with its date, and the way to all others."""
        passages = self.table.library.insurers[OTHER].passages
        named = dict.fromkeys(name for section in plan.sections for said in section.said for name in said.passages)
        listed = [el("li", *self.table.tellers.proof([name]), " ", self._source(passages[name])) for name in named]
        return el(
            "section",
            el("h2", self.words["pages.nav_sources"]),
            el("ul", *listed) if listed else None,
            el("p", el("a", self.words["home.sources"], href=self.table.here.to("sources/index.html"))),
            id="sources",
        )

    def _source(self, passage: Passage) -> Html:
        source = passage.source
        told = self.words["pages.source_named"].format(title=source.title, date=source.date)
        unsettled = self.words["pages.passage_unsettled"] if passage.status == "C" else None
        return join(told, " " if unsettled else None, unsettled)

    def _said(self, said: Said) -> Html:
        sentence = el("p", self.words[said.words], *self.table.tellers.proof(said.passages))
        return join(sentence, hotlines(self.table)) if said.hotline else sentence
