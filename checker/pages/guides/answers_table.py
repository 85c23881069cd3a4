"""A table of cases: in each cell the different answers of all insurers, with who gives them and where that is said."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from checker.pages.guides.case_name import case_names
from checker.pages.guides.parts import PARTS, Bare
from checker.pages.html import Html, el, join
from checker.pages.insurer_lists import OTHER
from checker.pages.passages import passage_numbers
from checker.pages.proof import passage_address, passage_label
from checker.pages.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checker.authoring import Library, Words
    from checker.pages.guides.plan import Case, Section
    from checker.pages.guides.survey import Group, Survey, Teller
    from checker.pages.here import Here

__all__ = ["NAMED", "AnswersTable", "Numbers"]

NAMED = 8
"""Of so many insurers each is named; of more only how many there are, and where they are listed."""


@dataclass(frozen=True)
class Numbers:
    """The numbers of the passages on each insurer's page, looked up once for all pages of a language."""

    library: Library
    _kept: dict[str, Mapping[str, int]] = field(default_factory=dict, repr=False)

    def of(self, insurer: str) -> Mapping[str, int]:
        """Return the number of each passage that the insurer's page lists."""
        if insurer not in self._kept:
            self._kept[insurer] = passage_numbers(self.library.insurers[insurer])
        return self._kept[insurer]


@dataclass(frozen=True)
class AnswersTable:
    """Writes tables for one page, and links to passages from it."""

    here: Here
    library: Library
    survey: Survey
    numbers: Numbers

    @property
    def words(self) -> Words:
        """The words of the page's language."""
        return self.library.words

    def table(self, section: Section) -> Html:
        """Return the table of a section, and below it what is told otherwise from a later day on."""
        later = (replace(self, survey=one)._later(section) for one in self.survey.later)  # noqa: SLF001 - its own
        return join(self._table(section, section.cases), *later)

    def _later(self, section: Section) -> Html | None:
        cases = self.survey.told(section.cases, section.columns)
        if not cases:
            return None
        day = Wording(self.library.insurers[OTHER], self.words).day(self.survey.today)
        return join(
            el("h3", self.words["pages.from_day"].format(day=day), class_="sn-days"),
            el("p", self.words["guides.only_changed"], class_="sn-note"),
            self._table(section, cases, self.survey.today.isoformat()),
        )

    def _table(self, section: Section, cases: Sequence[Case], later: str | None = None) -> Html:
        heads = [self.words[PARTS[name].heading] for name in section.columns]
        head = (el("th", text, scope="col") for text in (self.words["pages.column_situation"], *heads))
        parts = dict(zip(section.columns, heads, strict=True))
        rows = (self._row(cases, parts) for cases in self.survey.rows(cases, section.columns))
        caption = el("caption", self.words["guides.by_insurer"])
        table = el("table", caption, el("thead", el("tr", *head)), el("tbody", *rows), class_="sn-table sn-answers")
        return el("div", table, class_="sn-tables", data_from=later)

    def proof(self, passages: Sequence[str]) -> list[str]:
        """Return a link to each national passage, each with a space before it."""
        numbers = self.numbers.of(OTHER)
        return [part for name in passages if name in numbers for part in (" ", self._link(name, numbers[name]))]

    def _link(self, passage: str, number: int) -> Html:
        text = passage_label(self.words, passage, number)
        return el("a", text, href=passage_address(passage, self.here.sources), class_="sn-proof")

    def _row(self, cases: Sequence[Case], heads: Mapping[str, str]) -> Html:
        told = (el("td", self._cell(cases[0], name), data_label=head) for name, head in heads.items())
        return el("tr", el("th", case_names(cases, self.words), scope="row"), *told)

    def _cell(self, case: Case, name: str) -> Html:
        groups = self.survey.groups(case, name)
        if not groups:
            return el("p", self.words["guides.unchanged"])
        written = (
            self._group(group, PARTS[name].write(self._cells(group), group.decision, case.facts_on(self.survey.today)))
            for group in groups
        )
        if len(groups) == 1:
            return join(*written)
        return el("ul", *(el("li", one) for one in written), class_="sn-groups")

    def _cells(self, group: Group) -> Bare:
        """In the words of whoever gives an answer: it may have ids that only this insurer knows."""
        return Bare(Wording(self.library.insurers[group.tellers[0].insurer], self.words), {})

    def _group(self, group: Group, answer: Html) -> Html:
        by_basis: dict[str, list[Teller]] = {}
        for teller in group.tellers:
            by_basis.setdefault(teller.basis, []).append(teller)
        everyone = len(group.tellers) == self.survey.size
        note = el("p", self.words["guides.everyone"], class_="sn-note") if everyone else None
        if everyone:
            by_basis.pop("", None)
        return join(answer, note, *(self._told_by(basis, tellers) for basis, tellers in by_basis.items()))

    def _told_by(self, basis: str, tellers: Sequence[Teller]) -> Html:
        """Return who gives an answer, and where that is said: each insurer's name leads to its passage.

        National passages stand once for all who rest on them.
        """
        who = el("span", self.words[f"guides.told_by_{basis}"], class_="sn-basis__who") if basis else None
        national = [name for one in tellers for name in one.passages] if basis == "national" else []
        common = self.proof(list(dict.fromkeys(national)))
        if len(tellers) > NAMED:
            counted = self.words["guides.counted"].format(n=len(tellers))
            names = [el("a", counted, href=self.here.to("insurers/index.html"))]
        else:
            names = [self._named(one, last=one is tellers[-1]) for one in tellers]
        return el("p", who, *common, " " if who else None, *names, class_="sn-basis", data_basis=basis or None)

    def _named(self, teller: Teller, *, last: bool) -> Html:
        insurer = self.library.insurers[teller.insurer]
        numbers = self.numbers.of(insurer.id) if teller.basis == "insurer" else {}
        own = [name for name in teller.passages if name in numbers and name.startswith(f"{insurer.id}/")]
        page = self.here.to(f"insurers/{insurer.id}/index.html", "" if teller.basis else "procedures")
        address = passage_address(own[0], self.here.sources) if own else page
        comma = None if last else self.words["pages.list_comma"]
        return el("span", el("a", insurer.short, href=address), comma, class_="sn-name")
