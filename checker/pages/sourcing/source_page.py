"""One source: its passages with the rules that rest on them, and its statements with their homes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.pages.article import Article
from checker.pages.contacts import contact_blocks
from checker.pages.discretion import rules_on
from checker.pages.here import Here
from checker.pages.html import Html, el, join
from checker.pages.insurer.head import section
from checker.pages.insurer_lists import OTHER
from checker.pages.panel import panel
from checker.pages.passages import listed_passages, passage_numbers
from checker.pages.proof import passage_address, passage_anchor, passage_label
from checker.pages.sourcing.homes import is_for_the_panel
from checker.pages.sourcing.rule_links import rule_links
from checker.pages.standing import standing_of
from checker.pages.superseded import newer_documents, superseded, superseded_notes
from checker.pages.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.authoring import Insurer, Passage
    from checker.authoring.statements import Statement
    from checker.pages.making import Making

__all__ = ["source_page"]

_COLUMNS = ("number", "place", "home")


def source_page(insurer: Insurer, statements: Sequence[Statement], making: Making) -> Article:
    """Return the page that stands at `sources/<id>/index.html`."""
    here = Here(f"sources/{insurer.id}/index.html", making.language)
    wording = Wording(insurer, making.library.words)
    writer = _Writer(insurer, wording, here)
    told = insurer.status == "published"
    body = join(
        el("h1", writer.say("page_title", insurer=insurer.name)),
        *writer.head(),
        standing_of(insurer, wording.words),
        *(writer.passages() if told else _taken_back(insurer, wording)),
        *(writer.statements(statements) if told and statements else ()),
    )
    description = writer.say("page_description", insurer=insurer.name) if told else wording.ui("withdrawn")
    about = panel(insurer, making.library, making.today)
    return Article(here, writer.say("page_title", insurer=insurer.name), description, body, about)


def _taken_back(insurer: Insurer, wording: Wording) -> list[Html]:
    """Return that nothing is told from this document now, and whom to ask."""
    return [
        el("p", wording.ui("withdrawn"), class_="sn-alert"),
        section("contact", contact_blocks(insurer, wording), wording),
    ]


class _Writer:
    def __init__(self, insurer: Insurer, wording: Wording, here: Here) -> None:
        self._insurer, self._wording, self._here = insurer, wording, here
        self._numbers = passage_numbers(insurer)
        self._superseded = superseded(insurer)

    def say(self, key: str, **fill: str) -> str:
        """Return a sentence of these pages, its places filled in."""
        return self._wording.words[f"sources.{key}"].format(**fill)

    def head(self) -> list[Html | None]:
        """Return which document it is, and the way to what it comes to."""
        source = self._insurer.source
        page, told = self._here.to(f"insurers/{self._insurer.id}/index.html"), self._insurer.status == "published"
        return [
            el("p", self._wording.page("source_named", title=source.title, date=source.date), class_="sn-note"),
            el("p", source.note, class_="sn-note") if source.note else None,
            *newer_documents(self._insurer, self._wording),
            el("p", el("a", self.say("to_page"), href=page, class_="sn-way")) if told else None,
        ]

    def passages(self) -> list[Html]:
        """Return the passages of this source that may be told, each with its rules."""
        prefix = "national/" if self._insurer.id == OTHER else f"{self._insurer.id}/"
        own = [one for one in listed_passages(self._insurer) if one.id.startswith(prefix)]
        entries = (self._passage(one) for one in own)
        return [el("h2", self.say("passages"), id="passages"), el("ol", *entries, class_="sn-passages")]

    def _passage(self, passage: Passage) -> Html:
        number, source = self._numbers[passage.id], passage.source
        rules = rules_on(self._insurer, passage.id)
        named = None
        if source != self._insurer.source:
            named = el(
                "p", self._wording.page("source_named", title=source.title, date=source.date), class_="sn-source"
            )
        unsettled = el("p", self._wording.page("passage_unsettled"), class_="sn-note")
        label = el("strong", passage_label(self._wording.words, passage.id, number), class_="sn-number")
        return el(
            "li",
            el("p", label, " ", passage.locator),
            el("p", passage.says),
            named,
            superseded_notes(passage, self._superseded, self._wording),
            unsettled if passage.status == "C" else None,
            *([el("p", self.say("rules"), class_="sn-label")] if rules else self._without_rules(passage)),
            rule_links(self._insurer, rules, self._here),
            id=passage_anchor(passage.id),
            value=str(number),
        )

    def _without_rules(self, passage: Passage) -> list[Html]:
        """Return what is said of a passage that no rule rests on: for whom the document is at all, or nothing."""
        rows = [row.id for row in self._insurer.rulebook.scope if passage.id in row.passages]
        told = [self._insurer.words.get(name, name) for name in rows] or [self.say("no_rules")]
        return [el("p", one, class_="sn-note") for one in told]

    def statements(self, statements: Sequence[Statement]) -> list[Html]:
        """Return every statement of the document with its home, or why it has none."""
        heads = (el("th", self.say(f"column_{name}"), scope="col") for name in _COLUMNS)
        table = el(
            "table",
            el("caption", self.say("statements")),
            el("thead", el("tr", *heads)),
            el("tbody", *(self._statement(one) for one in statements)),
            class_="sn-table",
        )
        intro = self.say("statements_intro", number=str(len(statements)))
        return [
            el("h2", self.say("statements"), id="statements"),
            el("p", intro),
            el("div", table, class_="sn-tables sn-statements"),
        ]

    def _statement(self, statement: Statement) -> Html:
        hidden = is_for_the_panel(self._insurer, statement)
        place = None if hidden else join(*(el("p", one) for one in dict.fromkeys(statement.locators)))
        home = el("p", self.say("in_panel")) if hidden else self._home(statement)
        return el(
            "tr",
            el("th", statement.id, scope="row"),
            el("td", place, data_label=self.say("column_place")),
            el("td", home, data_label=self.say("column_home")),
            id=f"statement-{statement.id}",
        )

    def _home(self, statement: Statement) -> Html:
        if statement.omitted:
            reason = self._wording.words.tree["sources"]["omitted_reasons"].get(statement.id, "")
            return el("p", self.say("omitted", reason=reason).rstrip(": "))
        homes = statement.homes
        procedures = [self._wording.name("procedures", name) for name in homes.get("procedures", ())]
        named = [*procedures, *homes.get("contacts", ())]
        return join(
            self._passage_links(homes.get("passages", ())),
            el("p", self._wording.page("list_and").join(named)) if named else None,
            el("p", self.say("other_insurance")) if "scope" in homes else None,
            rule_links(self._insurer, homes.get("rules", ()), self._here),
        )

    def _passage_links(self, names: Sequence[str]) -> Html | None:
        ids = [f"{self._insurer.id}/{name}" for name in names]
        links = [
            el(
                "a",
                passage_label(self._wording.words, name, self._numbers[name]),
                href=passage_address(name, None),
            )
            for name in ids
            if name in self._numbers
        ]
        return el("p", *(part for link in links for part in (link, " "))) if links else None
