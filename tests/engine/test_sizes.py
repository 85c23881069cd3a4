"""Sizes of made-up rulebooks whose diagrams can be counted by hand, and what is refused because it is too large."""

from __future__ import annotations

from math import prod

import pytest
from rulebooks import INSURERS, book

from checker.engine import Fact, Rule, Rulebook, compile_rulebook
from checker.engine.compiling.sizes import MOST, WARN, sizes
from checker.engine.diagrams.diagram import NODE_LIMIT, TooLargeError
from checker.engine.rules.conditions import All, Is

TWO = ("yes", "no")
ALWAYS_ASKED = (Fact("insurer", "insurer"), Fact("on_date", "day"), Fact("brings", "list", ("card",)))


def _full_tree(*values: int) -> Rulebook:
    """Return a rulebook with a rule for each value but the first of each fact, so that no two situations are alike.

    ``values``: how many each fact has. The diagram of its rules is the whole tree.
    """
    facts = tuple(
        Fact(f"fact-{n}", "choice", tuple(map(str, range(count))), default="0") for n, count in enumerate(values)
    )
    rules = tuple(
        Rule(f"{fact.id}-{value}", "care", "insurer", Is(fact.id, frozenset((value,))), {"actions": [fact.id]})
        for fact in facts
        for value in fact.values[1:]
    )
    return Rulebook("made-up", "", (*ALWAYS_ASKED, *facts), rules, {}, {}, {"show": "call", "now": "ask"})


def test_cells_and_nodes_are_those_of_the_tree() -> None:
    (care,) = (topic for topic in sizes(compile_rulebook(_full_tree(2, 3, 2))).topics if topic.topic == "care")
    assert [(fact.fact, fact.cells, fact.nodes) for fact in care.facts] == [
        ("fact-0", (2,), 1),
        ("fact-1", (3,), 2),
        ("fact-2", (2,), 6),
    ]
    assert (care.nodes, care.cells, care.situations) == (9, 7, 12)


def test_a_topic_of_which_nobody_speaks_has_no_facts() -> None:
    found = {topic.topic: topic for topic in sizes(compile_rulebook(_full_tree(2))).topics}
    assert (found["document"].nodes, found["document"].facts, found["document"].situations) == (0, (), 1)


@pytest.mark.parametrize("insurer", INSURERS)
def test_every_topic_of_an_insurer_is_counted_and_warned_of_if_it_is_large(insurer: str) -> None:
    compiled = book(insurer)
    found = sizes(compiled)
    procedures = [name for name in compiled.full if name.startswith("procedures:")]
    assert sorted(topic.topic for topic in found.topics) == sorted(
        ["old_card", "document", "care", *procedures, "warnings"]
    )
    for topic in found.topics:
        assert topic.nodes == sum(fact.nodes for fact in topic.facts)
        assert topic.situations == prod(cells for fact in topic.facts for cells in fact.cells)
    large = [topic.topic for topic in found.topics if topic.nodes > WARN]
    assert [warning.split("'")[1] for warning in found.warnings] == large


def test_a_large_topic_is_warned_of_with_the_facts_that_make_it_so() -> None:
    found = sizes(compile_rulebook(_full_tree(*[2] * 5, 8, *[2] * 4)))
    (warning,) = found.warnings
    nodes, without = (2**5 - 1) + 2**5 + 2**8 * (2**4 - 1), 2**9 - 1
    told = (
        f"made-up: the topic 'care' has {nodes:,} nodes, most of all because of fact-5 ({without} nodes without it), "
    )
    assert warning.startswith(told)
    assert "above 2,000 nodes" in warning


def test_too_large_a_topic_is_refused_with_its_size_and_the_facts_that_make_it_so() -> None:
    with pytest.raises(TooLargeError) as refused:
        compile_rulebook(_full_tree(*[2] * 5, 8, *[2] * 6))
    said = str(refused.value)
    nodes, without = (2**5 - 1) + 2**5 + 2**8 * (2**6 - 1), 2**11 - 1
    told = (
        f"made-up: the topic 'care' has {nodes:,} nodes, most of all because of fact-5 ({without:,} nodes without it), "
    )
    assert said.startswith(told)
    assert f"; {MOST:,} are allowed. Way out: " in said


def test_what_would_be_far_too_large_is_stopped_on_the_way() -> None:
    with pytest.raises(TooLargeError) as refused:
        compile_rulebook(_full_tree(*[2] * 20))
    said = str(refused.value)
    assert said.startswith(
        f"made-up: compiling the topic 'care' takes more than {NODE_LIMIT:,} nodes, most of them for "
    )
    assert "fact-" in said
    assert "Way out: " in said


def test_a_question_about_one_person_has_a_limit_of_its_own() -> None:
    compiled = compile_rulebook(_full_tree(*[2] * 10))
    made = len(compiled.diagrams.nodes)
    compiled.diagrams.limit = made
    both = All((Is("fact-0", frozenset("1")), Is("fact-9", frozenset("1"))))
    numbers = [compiled.space.find(leaf)[0] for leaf in both.parts]
    with compiled.diagrams.scratch():
        tests = [compiled.diagrams.test(variable, cells) for variable, cells in numbers]
        assert compiled.diagrams.both(*tests) >= made
    assert (len(compiled.diagrams.nodes), compiled.diagrams.limit) == (made, made)
