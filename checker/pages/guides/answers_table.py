"""A table of cases: in each cell the different answers of all insurers, with who gives them and where that is said.

What is the same for all comes first; where the screen is narrow, the rest is folded up by insurer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import TYPE_CHECKING

from checker.pages.guides.case_name import case_names
from checker.pages.guides.parts import PARTS, Bare
from checker.pages.guides.steps import steps_of
from checker.pages.guides.tellers import NAMED, Numbers, Tellers, folded
from checker.pages.html import Html, el, join
from checker.pages.insurer_lists import OTHER
from checker.pages.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checker.authoring import Library, Words
    from checker.pages.guides.plan import Case, Section
    from checker.pages.guides.survey import Group, Survey, Teller
    from checker.pages.here import Here

__all__ = ["AnswersTable"]

_PARAGRAPH = re.compile(r"<p(?: [^>]*)?>.*?</p>")


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

    @property
    def tellers(self) -> Tellers:
        """What writes who says something."""
        return Tellers(self.here, self.library, self.numbers)

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

    def _row(self, cases: Sequence[Case], heads: Mapping[str, str]) -> Html:
        told = (el("td", self._cell(cases[0], name), data_label=head) for name, head in heads.items())
        return el("tr", el("th", case_names(cases, self.words), scope="row"), *told)

    def _cell(self, case: Case, name: str) -> Html:
        groups = self.survey.groups(case, name)
        if not groups:
            return el("p", self.words["guides.unchanged"])
        if name == "procedures" and any(group.decision["procedures"] for group in groups):
            return steps_of(groups, self.tellers, self.survey.size)
        facts = case.facts_on(self.survey.today)
        answers = [PARTS[name].write(self._cells(group), group.decision, facts) for group in groups]
        if len(groups) == 1:
            return self._group(groups[0], answers[0])
        common, rests = _common_start(answers)
        nothing_more = el("p", self.words["guides.nothing_more"])  # below who says what stands above
        told = zip(groups[:NAMED], rests, strict=False)
        written = [join(self._group(group, rest), None if rest else nothing_more) for group, rest in told]
        if all(len(group.tellers) <= NAMED for group in groups):
            named = (self.tellers.names(group.tellers) for group in groups)
            written = [folded(name, text) for name, text in zip(named, written, strict=False)]
        if others := sum(len(group.tellers) for group in groups[NAMED:]):
            written.append(self.tellers.counted(others))
        differs = el("p", self.words["guides.others_differ" if common else "guides.differs"], class_="sn-note")
        return join(common, differs, el("ul", *(el("li", one) for one in written), class_="sn-groups"))

    def _cells(self, group: Group) -> Bare:
        """In the words of whoever gives an answer: it may have ids that only this insurer knows."""
        return Bare(Wording(self.library.insurers[group.tellers[0].insurer], self.words), {})

    def _group(self, group: Group, answer: Html) -> Html:
        by_basis: dict[str, list[Teller]] = {}
        for teller in group.tellers:
            by_basis.setdefault(teller.basis, []).append(teller)
        everyone = len(group.tellers) == self.survey.size
        if everyone:
            by_basis.pop("", None)
        said_by = join(*(self.tellers.told_by(basis, tellers) for basis, tellers in by_basis.items()))
        if not everyone:
            return join(answer, said_by)
        note = el("p", self.words["guides.everyone"], class_="sn-note")
        named = said_by and len(group.tellers) <= NAMED
        return join(answer, note, folded(self.words["guides.said_by"], said_by) if named else said_by)


def _common_start(answers: Sequence[Html]) -> tuple[Html, list[Html]]:
    """Return the sentences with which all answers begin, and what each says after them.

    Answers with lists begin with nothing in common: where a list is torn, its ends tell nothing.
    """
    told = [_PARAGRAPH.findall(answer) for answer in answers]
    if any("".join(sentences) != answer for sentences, answer in zip(told, answers, strict=True)):
        return Html(), list(answers)
    count = len(list(takewhile(lambda alike: len({*alike}) == 1, zip(*told, strict=False))))
    return Html("".join(told[0][:count])), [Html("".join(sentences[count:])) for sentences in told]
