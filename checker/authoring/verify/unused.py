"""What rules.yaml and the insurers' files declare, and nothing uses: facts, terms and ids."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.authoring.source import Block
from checker.authoring.verify.mentions import ids_in, ids_of_conditions
from checker.authoring.vocabulary import IDS
from checker.engine.rules.conditions import leaves

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checker.authoring.source import Place
    from checker.authoring.verify.flaws import Flaws
    from checker.authoring.verify.owners import Project
    from checker.engine.rules.conditions import Condition
    from checker.engine.rules.facts import Fact
    from checker.engine.rules.rulebook import Rulebook

__all__ = ["tell"]


def tell(project: Project, flaws: Flaws) -> None:
    """Tell of facts, terms and ids that are there in vain, and of ids that are spared without need."""
    _facts(project, flaws)
    _terms(project, flaws)
    _ids(project, flaws)


def _facts(project: Project, flaws: Flaws) -> None:
    files, books = project.library.files, {name: survey.book.rulebook for name, survey in project.surveys.items()}
    read = {name: set(_facts_read(book)) - {""} for name, book in books.items()}
    for name, book in books.items():
        _tell_facts(files.rules["facts"], book.facts, set().union(*read.values()), flaws)
        _tell_facts(files.insurers[name].get("facts"), book.facts, read[name], flaws)


def _tell_facts(rows: Block | None, facts: Iterable[Fact], read: set[str], flaws: Flaws) -> None:
    """An insurer, a day, and an age are no facts that a rule could look at; a part is looked at with its whole."""
    for fact in facts:
        if (
            rows
            and fact.id in rows
            and fact.kind not in ("insurer", "day", "age")
            and not {fact.id, fact.part_of} & read
        ):
            flaws.add(
                rows.place(fact.id),
                "unused",
                f"no rule, impossibility, row of the scope or document in hand looks at the fact {fact.id!r}",
                "take it out, with its words and questions, or write the rule that needs it",
            )


def _facts_read(book: Rulebook) -> Iterator[str]:
    for condition in _conditions(book):
        for leaf in leaves(condition):
            yield getattr(leaf, "fact", "")
            yield getattr(leaf, "other", "")
    for rule in book.rules:
        untils = [row.get("until") for row in rule.then.get("issued", {}).values()]
        days = [rule.then.get(key) for key in ("last_day", "complete_on", "due_on")]
        days += [day for until in untils for day in (until if isinstance(until, tuple) else ())]
        yield from (formula[0] for formula in days if isinstance(formula, tuple))


def _conditions(book: Rulebook) -> Iterator[Condition]:
    for rows in (book.rules, book.impossible, book.scope):
        yield from (row.when for row in rows)
    yield from book.held.values()
    yield from (fact.applies for fact in book.facts if fact.applies is not None)


def _terms(project: Project, flaws: Flaws) -> None:
    files = project.library.files
    own = list(files.insurers.values())
    national = _reached(files.rules.get("terms") or {}, [*_roots(files.rules), *_named_in(own)])
    _tell_terms(files.rules, national, flaws)
    for block in own:
        _tell_terms(block, _reached(block.get("terms") or {}, _roots(block)), flaws)


def _tell_terms(block: Block, used: set[str], flaws: Flaws) -> None:
    terms = block.get("terms") or Block(block.file, block.line)
    for name in terms:
        if name not in used:
            message = f"nothing names the term {name!r}"
            flaws.add(terms.place(name), "unused", message, "take it out, or name it where it is meant")


def _named_in(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        yield from _roots(block)
        for raw in (block.get("terms") or {}).values():
            yield from _names(raw)


def _roots(block: Block) -> Iterator[str]:
    """The terms that a file names outside its terms."""
    for part, key in (
        ("rules", "when"), ("change", "when"), ("impossible", "when"), ("scope", "when"), ("documents", "held"),
        ("facts", "applies"), ("change_terms", "when"),
    ):  # fmt: skip
        for row in (block.get(part) or {}).values():
            if key in row:
                yield from _names(row[key])


def _names(raw: Any) -> Iterator[str]:  # noqa: ANN401 - whatever YAML has
    """The terms that a condition names, as it is written."""
    if isinstance(raw, str):
        yield raw
    for key in ("all", "any") if isinstance(raw, Block) else ():
        for part in raw.get(key, ()):
            yield from _names(part)
    if isinstance(raw, Block) and "not" in raw:
        yield from _names(raw["not"])


def _reached(terms: dict[str, Any], roots: Iterable[str]) -> set[str]:
    """The terms that are named, by way of other terms too."""
    waiting, found = list(roots), set[str]()
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += _names(terms.get(name))
    return found


def _ids(project: Project, flaws: Flaws) -> None:
    used = {name: _ids_used(survey.book.rulebook) for name, survey in project.surveys.items()}
    everywhere = set().union(*used.values())
    rules = project.library.files.rules
    spare: Block = rules.get("spare") or Block(rules.file, rules.line)
    for kind in IDS:
        spared = spare.get(kind, [])
        for name in rules["ids"].get(kind, []):
            if (kind, name) not in everywhere and name not in spared:
                _tell_id(rules["ids"].place(kind), kind, name, "under `spare` for rules to come", flaws)
        for name in spared:
            if (kind, name) in everywhere:
                message = f"`spare` has {name!r} of the {kind}, which is used"
                flaws.add(spare.place(kind), "unused", message, "take it out of `spare`")
    for insurer, block in project.library.files.insurers.items():
        for kind, names in (block.get("ids") or {}).items():
            for name in names:
                if (kind, name) not in used[insurer]:
                    _tell_id(block["ids"].place(kind), kind, name, "into the rule that needs it", flaws)


def _ids_used(book: Rulebook) -> set[tuple[str, str]]:
    return {*ids_in(book), *ids_of_conditions(_conditions(book))}


def _tell_id(place: Place, kind: str, name: str, where: str, flaws: Flaws) -> None:
    message = f"no rule uses {name!r} of the {kind}"
    flaws.add(place, "unused", message, f"take it out, with its words, or put it {where}")
