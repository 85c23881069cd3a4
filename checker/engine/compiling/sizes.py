"""How large a compiled rulebook is, topic by topic, and what is too large to answer from in a browser.

The size of a topic is that of its largest diagram: the one that says which of its rules apply, or what comes of that.
The yes/no diagrams of the warnings count as one.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from math import prod
from typing import TYPE_CHECKING

from checker.engine.diagrams.diagram import NODE_LIMIT, TooLargeError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from checker.engine.compiling.compiled import Compiled

__all__ = ["MOST", "WARN", "FactSize", "Sizes", "TopicSize", "sizes", "within_limits"]

MOST = 10_000
"""Nodes of a topic above which it is refused."""

WARN = 2_000
"""Nodes of a topic above which answers get slow, mostly those for people of whom little is known."""

Groups = list[tuple[int, ...]]
"""The diagrams of a topic; those of one group count as one."""

_NAMED = 3
"""Facts that are named for a topic that is too large."""


@dataclass(frozen=True, slots=True)
class FactSize:
    """A fact that a topic looks at.

    ``cells``: for each of its variables the classes that the insurer's rules tell apart; ``nodes``: those of the topic
    that look at it.
    """

    fact: str
    cells: tuple[int, ...]
    nodes: int


@dataclass(frozen=True, slots=True)
class TopicSize:
    """A topic, or one procedure of it (``procedures:ID``), with the facts that it looks at in the order of testing."""

    topic: str
    nodes: int
    facts: tuple[FactSize, ...]

    @property
    def cells(self) -> int:
        """The classes of all its facts, added up."""
        return sum(sum(fact.cells) for fact in self.facts)

    @property
    def situations(self) -> int:
        """The combinations of these classes, whether they can be true together or not."""
        return prod(cells for fact in self.facts for cells in fact.cells)


@dataclass(frozen=True, slots=True)
class Sizes:
    """All topics of an insurer; ``made``: the nodes of all its diagrams, those among them that only led to others.

    ``warnings``: in words, each topic above `WARN`.
    """

    insurer: str
    made: int
    topics: tuple[TopicSize, ...]
    warnings: tuple[str, ...]


def sizes(book: Compiled) -> Sizes:
    """The sizes of a compiled rulebook."""
    topics = tuple(_size(book, topic, _nodes(book, groups)) for topic, groups in _diagrams(book).items())
    large = [size for size in topics if size.nodes > WARN]
    told = f"above {WARN:,} nodes answers get slow, and above {MOST:,} a topic is refused"
    warnings = tuple(f"{_too_large(book, size)}; {told}" for size in large)
    return Sizes(book.rulebook.insurer, len(book.diagrams.nodes), topics, warnings)


@contextmanager
def within_limits(book: Compiled, topic: str) -> Iterator[None]:
    """Refuse a topic that is compiled inside, if it gets too large: TooLargeError names it, and the facts to blame."""
    before = len(book.diagrams.nodes)
    try:
        yield
    except TooLargeError:
        made = _by_fact(book, range(before, len(book.diagrams.nodes)))
        message = f"{book.rulebook.insurer}: compiling the topic {topic!r} takes more than {NODE_LIMIT:,} nodes"
        raise TooLargeError(f"{message}, most of them for {_listed(made)}. {_WAY_OUT}") from None
    for name, groups in _diagrams(book).items():
        if name.partition(":")[0] == topic:
            nodes = _nodes(book, groups)
            if len(nodes) > MOST:
                told = _too_large(book, _size(book, name, nodes))
                raise TooLargeError(f"{told}; {MOST:,} are allowed. {_WAY_OUT}")


_WAY_OUT = (
    "Way out: let fewer rules of the topic look at these facts, say in one rule what comes to the same, or name fewer "
    "exceptions among rules that look at different facts"
)


def _diagrams(book: Compiled) -> dict[str, Groups]:
    """The diagrams of each topic, as far as it is compiled."""
    found: dict[str, Groups] = {name: [(book.sets[name],), (full,)] for name, full in book.full.items()}
    if "old_card" in found:
        found["old_card"].append((book.usable,))
    if book.warnings:
        found["warnings"] = [tuple(book.warnings.values())]
    return found


def _nodes(book: Compiled, groups: Groups) -> list[int]:
    """The nodes of the largest."""
    d = book.diagrams
    each = [list(dict.fromkeys(n for top in tops for n in d.reachable(top) if n >= 0)) for tops in groups]
    return max(each, key=len)


def _size(book: Compiled, topic: str, nodes: Collection[int]) -> TopicSize:
    looking = _by_fact(book, nodes)
    cells: dict[str, tuple[int, ...]] = {}
    for number in sorted({book.diagrams.nodes[n][0] for n in nodes}):
        variable = book.space.variables[number]
        cells[variable.fact] = (*cells.get(variable.fact, ()), variable.size)
    return TopicSize(topic, len(nodes), tuple(FactSize(fact, own, looking[fact]) for fact, own in cells.items()))


def _by_fact(book: Compiled, nodes: Collection[int]) -> dict[str, int]:
    """How many of the nodes look at each fact."""
    found: dict[str, int] = {}
    for n in nodes:
        fact = book.space.variables[book.diagrams.nodes[n][0]].fact
        found[fact] = found.get(fact, 0) + 1
    return found


def _listed(nodes: Mapping[str, int]) -> str:
    most = sorted(nodes, key=lambda fact: -nodes[fact])[:_NAMED]
    return ", ".join(f"{fact} ({nodes[fact]:,})" for fact in most)


def _too_large(book: Compiled, size: TopicSize) -> str:
    """That it is large, and by which facts: those without which it would be smallest."""
    groups = _diagrams(book)[size.topic]
    left = {fact.fact: _without(book, groups, fact.fact) for fact in size.facts}
    least = sorted(left, key=lambda fact: left[fact])[:_NAMED]
    told = ", ".join(f"{fact} ({left[fact]:,} nodes without it)" for fact in least)
    return f"{book.rulebook.insurer}: the topic {size.topic!r} has {size.nodes:,} nodes, most of all because of {told}"


def _without(book: Compiled, groups: Groups, fact: str) -> int:
    """The nodes that were left if everybody had the same value of a fact."""
    same = {number: (0,) for number, variable in enumerate(book.space.variables) if variable.fact == fact}
    with book.diagrams.scratch():
        return len(_nodes(book, [tuple(book.diagrams.restrict(top, same) for top in tops) for tops in groups]))
