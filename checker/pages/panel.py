"""The panel 「書類の届け先と、情報の見え方」: what the rules decide for people whose data have to stay hidden.

Nobody is asked whether this is their case. The engine is asked here, at build time, for each kind of filing, and
the same text stands on every page for everybody, in neutral words.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from checker.authoring.languages import FIRST
from checker.pages.alike import written_once
from checker.pages.cells import Cells
from checker.pages.contacts import dialling, hotline, own_contact_blocks
from checker.pages.decisions import READERS, open_desk
from checker.pages.html import Html, el, join
from checker.pages.passages import listed_passages
from checker.pages.unasked import unasked_section
from checker.pages.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from checker.authoring import Insurer, Library
    from checker.pages.decisions import Answer, Decision, Desk

__all__ = ["panel"]

_Row = tuple[str, Html, bool]
"""The heading, what is said of a person below it, and whether that is one entry of a list."""

_BEFORE_ALL = "settle_delivery"
"""Nothing is sent, and nobody asked to send anything, before this is settled."""

_KINDS = ("unfiled", "support_measures", "insurer_filing", "cannot_view_own_data")
_PERSONS = (
    ("registered", {"my_number_card": "held", "registration": "registered"}),
    ("not_registered", {"my_number_card": "held", "registration": "not_registered"}),
)


@lru_cache(maxsize=8)
def panel(insurer: Insurer, library: Library, today: date, *, opened: bool = False) -> Html:
    """Return the panel of an insurer as a part of a page that opens in place; `opened`: it is open from the beginning.

    The help lines come last: what opens at a tap must look like the rest to somebody who looks on.
    """
    wording = Wording(insurer, library.words)
    writer = _Writer(wording, Cells(wording, {}), library.languages[FIRST]["panel.hotline"])
    answers = insurer.status == "published"
    name = f"panel-{insurer.id}"

    def kinds() -> Html:
        return join(*writer.kinds(open_desk(insurer, today)))

    return el(
        "details",
        el("summary", el("h2", writer.say("title"), id=name)),
        el("p", writer.say("intro")),
        el("h3", writer.say("before")),
        own_contact_blocks(insurer, wording),
        writer.suspending(),
        el("p", writer.say("history")),
        written_once("panel", writer.cells, today, kinds) if answers else None,
        unasked_section(insurer, library.words) if answers else None,
        writer.passages() if answers else None,
        writer.help_lines(),
        class_="panel",
        data_panel=True,
        open=opened,
    )


@dataclass(frozen=True)
class _Writer:
    wording: Wording
    cells: Cells
    hotline: str
    """How documents name the line that stops cards, always in Japanese."""

    def say(self, key: str) -> str:
        return self.wording.words[f"panel.{key}"]

    def suspending(self) -> Html:
        """Return the sentence on stopping a card, with the number where the insurer's document gives it."""
        name = self.say("hotline")
        number = hotline(self.wording.insurer, self.hotline)
        link = el("a", number, href=dialling(number)) if number else None
        return el("p", self.say("shared"), f" {name} " if number else None, link)

    def kinds(self, desk: Desk) -> list[Html]:
        """Return what is decided for each kind of filing: what holds for all first, then what differs.

        Kinds for which it is the same stand together.
        """
        found = {kind: {name: self._rows(desk, kind, person) for name, person in _PERSONS} for kind in _KINDS}
        everybody = [rows for persons in found.values() for rows in persons.values()]
        shared = [row for row in everybody[0] if all(row in rows for rows in everybody)]
        told: dict[Html | None, list[str]] = {}
        for kind, persons in found.items():
            differs = any(row not in shared for rows in persons.values() for row in rows)
            told.setdefault(self._persons(persons, shared) if differs else None, []).append(self.say(f"kind_{kind}"))
        nothing_more = told.pop(None, [])
        names = el("ul", *(el("li", name) for name in nothing_more)) if nothing_more else None
        common = (
            [el("section", el("h3", self.say("for_all")), names if not told else None, _terms(shared))]
            if shared
            else []
        )
        alone = [el("section", *(el("h3", name) for name in nothing_more), el("p", self.say("nothing_more")))]
        return [
            *common,
            *(el("section", *(el("h3", heading) for heading in headings), blocks) for blocks, headings in told.items()),
            *(alone if nothing_more and told else []),
        ]

    def _persons(self, persons: Mapping[str, Sequence[_Row]], shared: Sequence[_Row]) -> Html:
        """Return the blocks for one kind, a single one where it is the same for everybody."""
        blocks = [(name, _terms([row for row in rows if row not in shared])) for name, rows in persons.items()]
        if len({block for _, block in blocks}) == 1:
            blocks = [("everyone", blocks[0][1])]
        return join(*(part for name, block in blocks for part in (el("h4", self.say(name)), block)))

    def _rows(self, desk: Desk, kind: str, person: Mapping[str, str]) -> list[_Row]:
        answer = desk.answer({**person, "data_protection": [kind]})
        decision = answer.ordinary
        rows = [
            *(("first", step, True) for step in self._first(decision)),
            ("document_maybe" if _is_asked_for(decision) else "document", self.cells.documents(decision), False),
            ("show", self.cells.ways(answer, READERS[:1]), False),
            ("avoid", self._avoid(answer), False),
            *(("cautions", el("li", self.wording.name("warnings", one)), True) for one in _cautions(decision)),
        ]
        return [(self.say(key), told, listed) for key, told, listed in rows if told]

    def _first(self, decision: Decision) -> list[Html]:
        steps = []
        for procedure in sorted(decision["procedures"] or [], key=lambda one: one["id"] != _BEFORE_ALL):
            name = self.wording.name("procedures", procedure["id"])
            places = [self.wording.name("places", place) for place in procedure["where"] or []]
            steps.append(el("li", name, el("small", self.wording.page("list_comma").join(places)) if places else None))
        return steps

    def _avoid(self, answer: Answer) -> Html | None:
        """The card and the screen are named unless some way that is open to this person has them."""
        shown = {
            item
            for decision in answer.by_reader.values()
            for way in (decision["care"] or {"show": []})["show"]
            for item in way
        }
        if shown & {"my_number_card", "mynaportal_screen"}:
            return None
        return join(el("p", self.say("avoid_card")), el("p", self.say("avoid_card_note")))

    def passages(self) -> Html | None:
        """Return what the insurer's document says of this that the page's own list of passages must not name."""
        insurer = self.wording.insurer
        listed = {one.id for one in listed_passages(insurer)}
        prefix = f"{insurer.id}/"
        own = [one for name, one in insurer.passages.items() if name.startswith(prefix) and name not in listed]
        entries = (el("li", el("strong", one.label), " ", one.says) for one in own)
        return el("section", el("h3", self.say("passages")), el("ul", *entries)) if own else None

    def help_lines(self) -> Html:
        """Return the help lines of the national layer (N38)."""
        lines = [
            el(
                "p",
                f"{self.say(key)} ",
                el("a", self.say(f"{key}_number"), href=dialling(self.say(f"{key}_number"))),
            )
            for key in ("help_near", "help_always")
        ]
        return el("section", el("h3", self.say("help_heading")), el("p", self.say("help_intro")), *lines)


def _terms(rows: Sequence[_Row]) -> Html:
    groups = [(term, list(group)) for term, group in groupby(rows, key=itemgetter(0))]
    return el("dl", *(el("div", el("dt", term), el("dd", _told(group))) for term, group in groups))


def _told(rows: Sequence[_Row]) -> Html:
    entries = join(*(told for _, told, _ in rows))
    return el("ul", entries) if rows[0][2] else entries


def _is_asked_for(decision: Decision) -> bool:
    """Whether the insurer says how something is received: then it is not sure that it comes."""
    issued = (decision["document"] or {"issued": []})["issued"]
    return any(one["route"] == "ask_insurer" for one in issued)


def _cautions(decision: Decision) -> list[str]:
    return [name for name in decision["warnings"] or [] if name != "standing_line"]
