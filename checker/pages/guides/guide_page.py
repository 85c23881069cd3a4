"""Pages of sentences and tables, each made from its plan, and the lists that lead to them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.pages.article import Article
from checker.pages.guides.answers_table import AnswersTable
from checker.pages.guides.plans import LISTS, PLANS
from checker.pages.here import Here
from checker.pages.html import Html, el, join
from checker.pages.insurer_lists import OTHER
from checker.pages.standing import standing_line
from checker.pages.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checker.authoring import Words
    from checker.pages.guides.plan import Plan, Said, Section
    from checker.pages.guides.survey import Survey
    from checker.pages.making import Making

__all__ = ["guide_pages"]


def guide_pages(making: Making, survey: Survey, panel: Html) -> Iterator[Article]:
    """Yield all pages of this kind in the language that the library speaks; `panel` is the one that all have."""
    for name, plans in LISTS.items():
        yield _list(name, plans, making, panel)
    for plan in PLANS:
        yield _page(plan, making, survey, panel)


def _page(plan: Plan, making: Making, survey: Survey, panel: Html) -> Article:
    here, library = Here(plan.page, making.language), making.library
    words = library.words
    writer = _Writer(AnswersTable(here, library, survey), words)
    day = Wording(library.insurers[OTHER], words).day(survey.today)
    body = join(
        el("h1", words[plan.title]),
        standing_line(words, OTHER),
        *(writer.section(section) for section in plan.sections),
        el("p", words["guides.made"].format(day=day), class_="sn-note"),
        el("p", el("a", words["pages.to_checker"], class_="sn-button", href=here.to_checker(errand=plan.errand))),
    )
    return Article(here, words[plan.title], words[plan.description], body, panel)


def _list(name: str, plans: Iterable[Plan], making: Making, panel: Html) -> Article:
    words, here = making.library.words, Here(f"{name}/index.html", making.language)
    links = (_way_to(here.to(plan.page), words[plan.title], words[plan.description]) for plan in plans)
    title, intro = words[f"guides.{name}_title"], words[f"guides.{name}_intro"]
    body = join(el("h1", title), el("p", intro), standing_line(words, OTHER), el("ul", *links, class_="sn-picks"))
    return Article(here, title, intro, body, panel)


def _way_to(address: str, title: str, description: str) -> Html:
    return el("li", el("a", el("b", title), el("span", description), class_="sn-pick", href=address))


@dataclass(frozen=True)
class _Writer:
    table: AnswersTable
    words: Words

    def section(self, section: Section) -> Html:
        return el(
            "section",
            el("h2", self.words[section.heading]),
            *(self._said(said) for said in section.said),
            self.table.table(section) if section.cases else None,
        )

    def _said(self, said: Said) -> Html:
        return el("p", self.words[said.words], *self.table.proof(said.passages))
