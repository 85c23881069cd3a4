"""What rules.yaml says of the visitor's questions: errands, questions, pages that set facts, and the gate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.authoring.errors import hint
from checker.authoring.shapes import found, read_list, read_mapping, read_rows, read_texts
from checker.authoring.source import Block
from checker.engine.rules.questions import Choice, Errand, Gate, Question, Questions

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from checker.authoring.errors import Report
    from checker.engine.rules.facts import Fact
    from checker.engine.rules.questions import Sets

__all__ = ["read_questions"]

_ASKED_KINDS = ("choice", "list", "date")
_HUNDRED = 100
_PAGES = ("errand", "gate")
"""Names of pages that are no fact's and no choice's."""


def read_questions(block: Block, facts: Mapping[str, Fact], report: Report) -> Questions:
    """Everything under `questions`, `errands`, `choices` and `gate` of rules.yaml; problems are reported."""
    open_facts = {name: fact for name, fact in facts.items() if not fact.sensitive and fact.kind in _ASKED_KINDS}
    reader = _Reader(facts, open_facts, report)
    choices = reader.choices(block)
    errands = reader.errands(block)
    sets = [row.sets for row in errands] + [sets for choice in choices for _, sets in choice.values]
    asked = reader.asked(block, {fact for row in sets for fact, _ in row})
    reader.check_pages(block, errands, {question.fact for question in asked} | {choice.id for choice in choices})
    return Questions(asked, errands, choices, reader.gate(block, {question.fact for question in asked}))


class _Reader:
    """Reads the four keys against the facts; ``open_facts`` are those that somebody may be asked."""

    def __init__(self, facts: Mapping[str, Fact], open_facts: Mapping[str, Fact], report: Report) -> None:
        self.facts = facts
        self.open_facts = open_facts
        self.report = report

    def asked(self, block: Block, told: Collection[str]) -> tuple[Question, ...]:
        """The questions in their order; `after` names a fact of an earlier one, or one that an errand tells."""
        rows = read_mapping(block, "questions", self.report)
        asked: dict[str, Question] = {}
        for name, row in read_rows(block, "questions", self.report, (), ("shares", "after")):
            fact = self._fact(rows, name, "questions")
            if fact is not None:
                asked[name] = Question(name, self._shares(row, fact), self._after(row, {*asked, *told}))
        return tuple(asked.values())

    def errands(self, block: Block) -> tuple[Errand, ...]:
        """The errands; whether their own pages are there is checked when all questions are known."""
        return tuple(
            Errand(
                name,
                self._sets(read_mapping(row, "sets", self.report)),
                read_texts(row, "first", self.report),
                read_texts(row, "last", self.report),
            )
            for name, row in read_rows(block, "errands", self.report, (), ("sets", "first", "last"))
        )

    def choices(self, block: Block) -> tuple[Choice, ...]:
        """The pages whose answers set facts."""
        found_choices = []
        for name, row in read_rows(block, "choices", self.report):
            if name in _PAGES:
                self.report.wrong(block, "choices", f"a page of its own is called {name!r} already; use another name")
            values = [(value, self._sets(sets)) for value, sets in _blocks(row, self.report)]
            found_choices.append(Choice(name, tuple(values)))
        return tuple(found_choices)

    def check_pages(self, block: Block, errands: Collection[Errand], pages: Collection[str]) -> None:
        """What an errand asks first or last are questions or choices."""
        rows = read_mapping(block, "errands", self.report)
        for errand in errands:
            for key, page in [("first", page) for page in errand.first] + [("last", page) for page in errand.last]:
                if page not in pages:
                    message = (
                        f"errand {errand.id!r} asks {page!r} {key}, which is no question; {hint(page, sorted(pages))}"
                    )
                    self.report.wrong(rows[errand.id], key, message)

    def gate(self, block: Block, asked: Collection[str]) -> Gate:
        """The rows FACT=VALUE, each about a fact that is also a question of its own."""
        rows: dict[str, list[str]] = {}
        items = read_list(block, "gate", self.report, "rows FACT=VALUE")
        for item, place in zip(items, items.places, strict=True):
            name, _, value = item.partition("=") if isinstance(item, str) else ("", "", "")
            fact = self.open_facts.get(name)
            if fact is None or name not in asked or fact.kind == "date":
                allowed = [one for one in asked if self.open_facts[one].kind != "date"]
                self.report.at(place, f"`gate`: {found(item)} is no FACT=VALUE; facts {hint(name, allowed)}")
            elif value not in fact.values:
                self.report.at(place, f"`gate`: {name} has no value {value!r}; {hint(value, fact.values)}")
            else:
                rows.setdefault(name, []).append(value)
        unticked = [self._unticked(block, self.open_facts[name], values) for name, values in rows.items()]
        pairs = tuple((name, value) for name, values in rows.items() for value in values)
        return Gate(pairs, tuple((name, value) for name, value in unticked if value))

    def _unticked(self, block: Block, fact: Fact, values: Collection[str]) -> tuple[str, str]:
        """What nobody has to tick: of a choice the one value that is no row."""
        left = [value for value in fact.values if value not in values]
        if fact.kind == "choice" and len(left) != 1:
            message = (
                f"`gate`: who ticks nothing of {fact.id!r} must have one value, and {found(left)} is left for them"
            )
            self.report.wrong(block, "gate", message)
        return (fact.id, left[0] if fact.kind == "choice" and left else "")

    def _fact(self, rows: Block, name: str, key: str) -> Fact | None:
        fact = self.facts.get(name)
        if fact is not None and fact.sensitive:
            self.report.wrong(rows, name, f"{name!r} is sensitive and is never asked; take it out of `{key}`")
        elif name not in self.open_facts:
            message = f"`{key}`: {name!r} is no fact that somebody can be asked; {hint(name, self.open_facts)}"
            self.report.wrong(rows, name, message)
        return self.open_facts.get(name)

    def _sets(self, raw: Block) -> Sets:
        """Facts with their values: one for a choice, one or a list for a list."""
        sets: dict[str, str | tuple[str, ...]] = {}
        for name in raw:
            fact = self._fact(raw, name, "sets")
            if fact is None:
                continue
            if fact.kind == "date" or (fact.kind == "choice" and isinstance(raw[name], (list, dict))):
                self.report.wrong(
                    raw, name, f"{name!r} cannot be set to {found(raw[name])}; one of its values is meant"
                )
                continue
            values = self._values(raw, fact)
            if values:
                sets[name] = values if fact.kind == "list" else values[0]
        return tuple(sorted(sets.items()))

    def _shares(self, row: Block, fact: Fact) -> tuple[tuple[str, float], ...]:
        """Per cent by value; of a choice and of a date they come to a hundred."""
        raw = read_mapping(row, "shares", self.report)
        shares: dict[str, float] = {}
        for value, share in raw.items():
            if isinstance(share, bool) or not isinstance(share, (int, float)) or not 0 <= share <= _HUNDRED:
                self.report.wrong(raw, value, f"`shares`: {value!r} is {found(share)}; a number from 0 to 100 is meant")
            elif fact.kind == "date" and not (value.isdecimal() and value.isascii()):
                self.report.wrong(
                    raw, value, f'`shares` of a date: {value!r} is no number of whole years, such as "18"'
                )
            elif fact.kind != "date" and value not in fact.values:
                self.report.wrong(raw, value, f"{fact.id} has no value {value!r}; {hint(value, fact.values)}")
            else:
                shares[value] = share
        total = sum(shares.values())
        if len(shares) == len(raw) > 0 and fact.kind != "list" and abs(total - _HUNDRED) > _SLIP:
            message = f"the shares of {fact.id!r} come to {total:g}; they must come to 100"
            self.report.wrong(row, "shares", message)
        in_order = sorted(shares.items(), key=lambda share: int(share[0])) if fact.kind == "date" else shares.items()
        return tuple(in_order)

    def _after(self, row: Block, before: Collection[str]) -> tuple[str, tuple[str, ...]] | None:
        """One fact and values of it; `some` stands for any member of a list."""
        raw = read_mapping(row, "after", self.report)
        if "after" not in row:
            return None
        allowed = [name for name in before if self.facts[name].kind != "date"]
        if len(raw) != 1 or not set(raw) <= set(allowed):
            message = "`after` names one fact that is told before, with its values, such as {e_certificate: expired}"
            self.report.wrong(row, "after", f"{message}; {hint(next(iter(raw), ''), allowed)}")
            return None
        fact = self.facts[next(iter(raw))]
        some = fact.kind == "list" and raw[fact.id] == "some"
        return (fact.id, fact.values if some else self._values(raw, fact))

    def _values(self, raw: Block, fact: Fact) -> tuple[str, ...]:
        """The values of a fact that stand under its own key: one, or a list of them."""
        value = raw[fact.id]
        values = [
            str(one).lower() if isinstance(one, bool) else one
            for one in (value if isinstance(value, list) else [value])
        ]
        for one in values:
            if one not in fact.values:
                self.report.wrong(raw, fact.id, f"{fact.id} has no value {one!r}; {hint(one, fact.values)}")
        return tuple(one for one in fact.values if one in values)


_SLIP = 1e-6


def _blocks(row: Block, report: Report) -> list[tuple[str, Block]]:
    for name, value in row.items():
        if not isinstance(value, Block):
            report.wrong(
                row,
                name,
                f"{name!r} is {found(value)}; the facts that it sets are meant, such as {{event: lost_notice}}",
            )
    return [(name, value) for name, value in row.items() if isinstance(value, Block)]
