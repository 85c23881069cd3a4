"""Verification done slowly: everybody on some days, one after the other, read directly from the rules."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING, Any

from engine import reference_answers as answers
from engine.everyone import everyone
from engine.reference import Reference, read_rules
from engine.small_books import small_books
from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checker.engine import Compiled, Rulebook

__all__ = ["ASKED", "MOST", "applying", "disagreeing", "few_topics", "heard", "people", "speaks"]

Json = Any
Person = tuple[dict[str, Json], Reference]

ASKED = date(2026, 11, 22)
MOST = 2_500
"""People who are gone through for one rulebook; those that have more are left."""

TOPICS = [("old_card",), ("document",), ("document", "care"), ("old_card", "document"), ("document", "procedures")]


def few_topics() -> st.SearchStrategy[Rulebook]:
    """Return small rulebooks with the rules of one or two topics, so that everybody can be gone through."""
    return st.builds(
        lambda book, topics: replace(book, rules=tuple(rule for rule in book.rules if rule.topic in topics)),
        small_books(),
        st.sampled_from(TOPICS),
    )


def people(book: Compiled, days: Iterable[date]) -> list[Person] | None:
    """Return everybody who contradicts nothing, each with how the rules read for them; None if they are too many."""
    found = everyone(book, days, MOST)
    if found is None:
        return None
    read = read_rules(book.rulebook.to_json())
    told = ((facts, Reference(read, facts)) for facts in found)
    return [(facts, reference) for facts, reference in told if not reference.rows("impossible")]


def speaks(reference: Reference, topic: str) -> bool:
    """Return whether some rule of a topic tells this person anything."""
    rules = reference.applying(topic)
    if topic == "document":
        issuing = answers.document(rules, [], ["certificate"])
        return issuing["basis"] != "silent" or any(rule["layer"] == "silent" and _says(rule) for rule in rules)
    return any({"show", "actions"} & rule["then"].keys() for rule in rules) if topic == "care" else bool(rules)


def _says(rule: Json) -> bool:
    return bool({"issued", "refused"} & rule["then"].keys())


def heard(reference: Reference, rule: Json) -> bool:
    """Return whether a rule applies to this person, and what it says comes through."""
    if not reference.applies(rule):
        return False
    rules, then = reference.applying(rule["topic"]), rule["then"]
    match rule["topic"]:
        case "document":
            items = [*reference.document["issued"], *reference.document["refused"]]
            proved = any(rule["id"] in item["rules"] for item in items)
            loud = answers.heard(rule, rules)
            return proved or (loud and (then.get("issued") == {} or bool(then.get("warnings"))))
        case "old_card" if "last_day" in then:
            sure = not any(other["then"].get("unsure") or other["then"].get("never") for other in rules)
            return sure and rule in answers.nearest(other for other in rules if "last_day" in other["then"])
        case "care":
            return rule["layer"] != "silent" or all(other["layer"] == "silent" for other in rules)
        case "procedures":
            return rule in answers.nearest(other for other in rules if other["then"]["procedure"] == then["procedure"])
    return True


def disagreeing(reference: Reference) -> Iterator[tuple[str, str, str, str]]:
    """Yield the pairs of rules that say different things of one document or procedure, with that and the key."""
    documents, procedures = reference.applying("document"), reference.applying("procedures")
    loud = [rule for rule in documents if answers.heard(rule, documents)]
    rows = {
        key: [
            (rule["id"], rule["then"][key]["certificate"])
            for rule in loud
            if "certificate" in rule["then"].get(key, {})
        ]
        for key in ("issued", "refused")
    }
    for told in rows.values():
        yield from _pairs(told, "certificate")
    for first, said in rows["issued"]:
        if str(said.get("route")).startswith(("application", "first_application")):
            yield from ((first, second, "certificate", "applications") for second, _ in rows["refused"])
    yield from _pairs([(rule["id"], rule["then"]) for rule in answers.nearest(procedures)], "apply")


def _pairs(rows: list[tuple[str, dict[str, Json]]], about: str) -> Iterator[tuple[str, str, str, str]]:
    for (first, said), (second, other) in combinations(rows, 2):
        for key in said.keys() & other.keys() - {"bring", "warnings"}:
            if said[key] != other[key]:
                yield first, second, about, key


def applying(book: Rulebook, everybody: Iterable[Person]) -> Iterator[list[str]]:
    """Yield for each person the rules of this rulebook that apply."""
    read = read_rules(book.to_json())
    for facts, _ in everybody:
        reference = Reference(read, facts)
        yield [rule["id"] for rule in reference.rules if reference.applies(rule)]
