"""Multi-valued decision diagrams: reduced, ordered, hash-consed.

A diagram is a number. Numbers from 0 on are nodes (a variable and one child for each of its cells), negative numbers
are terminals (any hashable value). Equal functions have equal numbers, so equality costs nothing. Memo tables live no
longer than one call; only the node table is kept, and it belongs to one compiled rulebook.
"""

from __future__ import annotations

from contextlib import contextmanager
from itertools import repeat
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence

__all__ = ["NODE_LIMIT", "Diagrams", "TooLargeError"]

NODE_LIMIT = 200_000
"""Nodes that one rulebook may make while it is compiled, and again while one question about it is answered."""


class TooLargeError(Exception):
    """A rulebook makes more nodes than can be answered from in a browser."""


class Diagrams:
    """All diagrams over one list of variables."""

    def __init__(self, sizes: Sequence[int]) -> None:
        """``sizes``: the number of cells of each variable, in the order of testing."""
        self.sizes = tuple(sizes)
        self.limit = NODE_LIMIT
        self.nodes: list[tuple[int, tuple[int, ...]]] = []
        self.values: list[Hashable] = []
        self._node_numbers: dict[tuple[int, tuple[int, ...]], int] = {}
        self._value_numbers: dict[Hashable, int] = {}
        self.no = self.terminal(value=False)
        self.yes = self.terminal(value=True)

    @contextmanager
    def scratch(self) -> Iterator[None]:
        """Forget, at the end, what was made since: a question about one person leaves nothing behind."""
        nodes, values, limit = len(self.nodes), len(self.values), self.limit
        self.limit = nodes + NODE_LIMIT
        try:
            yield
        finally:
            self.limit = limit
            for key in self.nodes[nodes:]:
                del self._node_numbers[key]
            for value in self.values[values:]:
                del self._value_numbers[type(value), value]
            del self.nodes[nodes:], self.values[values:]

    def terminal(self, value: Hashable) -> int:
        """The diagram that has this value everywhere."""
        key = (type(value), value)
        if key not in self._value_numbers:
            self._value_numbers[key] = ~len(self.values)
            self.values.append(value)
        return self._value_numbers[key]

    def value(self, diagram: int) -> Hashable:
        """The value of a terminal."""
        return self.values[~diagram]

    def node(self, variable: int, children: tuple[int, ...]) -> int:
        """The diagram that looks at one variable first."""
        first = children[0]
        if children.count(first) == len(children):
            return first
        key = (variable, children)
        number = self._node_numbers.get(key)
        if number is None:
            number = self._node_numbers[key] = len(self.nodes)
            self.nodes.append(key)
            if number > self.limit:
                message = f"more than {NODE_LIMIT} nodes"
                raise TooLargeError(message)
        return number

    def test(self, variable: int, cells: Iterable[int]) -> int:
        """True exactly where the variable lies in these cells."""
        chosen = set(cells)
        return self.node(variable, tuple(self.yes if c in chosen else self.no for c in range(self.sizes[variable])))

    def apply(
        self,
        join: Callable[[Hashable, Hashable], Hashable],
        left: int,
        right: int,
        shortcut: Callable[[int, int], int | None] | None = None,
    ) -> int:
        """Join two diagrams value by value; ``shortcut`` may know the result of two diagrams without a look inside."""
        memo: dict[tuple[int, int], int] = {}
        nodes, end = self.nodes, len(self.sizes)

        def go(a: int, b: int) -> int:
            short = shortcut(a, b) if shortcut else None
            if short is not None:
                return short
            key = (a, b)
            known = memo.get(key)
            if known is not None:
                return known
            if a < 0 and b < 0:
                memo[key] = joined = self.terminal(join(self.values[~a], self.values[~b]))
                return joined
            level, lefts = nodes[a] if a >= 0 else (end, ())
            other, rights = nodes[b] if b >= 0 else (end, ())
            variable = min(level, other)
            pairs = map(go, lefts if level == variable else repeat(a), rights if other == variable else repeat(b))
            memo[key] = result = self.node(variable, tuple(pairs))
            return result

        return go(left, right)

    def choose(self, test: int, then: int, other: int) -> int:
        """One diagram where a yes/no diagram holds, and another elsewhere."""
        memo: dict[tuple[int, int, int], int] = {}
        nodes, end = self.nodes, len(self.sizes)

        def go(t: int, a: int, b: int) -> int:
            if t < 0 or a == b:
                return b if t == self.no else a
            key = (t, a, b)
            if key not in memo:
                levels = [nodes[n][0] if n >= 0 else end for n in key]
                variable = min(levels)
                below = [nodes[n][1] if v == variable else repeat(n) for n, v in zip(key, levels, strict=True)]
                memo[key] = self.node(variable, tuple(map(go, *below)))
            return memo[key]

        return go(test, then, other)

    def both(self, left: int, right: int) -> int:
        """Where both hold."""

        def shortcut(a: int, b: int) -> int | None:
            if self.no in {a, b}:
                return self.no
            return b if a in {self.yes, b} else a if b == self.yes else None

        return self.apply(lambda a, b: a is True and b is True, left, right, shortcut)

    def either(self, left: int, right: int) -> int:
        """Where one of them holds."""

        def shortcut(a: int, b: int) -> int | None:
            if self.yes in {a, b}:
                return self.yes
            return b if a in {self.no, b} else a if b == self.no else None

        return self.apply(lambda a, b: a is True or b is True, left, right, shortcut)

    def negate(self, diagram: int) -> int:
        """Where it does not hold."""
        return self.map(diagram, lambda value: value is not True)

    def map(self, diagram: int, change: Callable[[Hashable], Hashable]) -> int:
        """Another value for each value."""
        order = self.reachable(diagram)
        made = {n: self.terminal(change(self.values[~n])) for n in order if n < 0}
        for n in sorted(n for n in order if n >= 0):  # children have lower numbers than what they are children of
            variable, children = self.nodes[n]
            made[n] = self.node(variable, tuple([made[child] for child in children]))
        return made[diagram]

    def restrict(self, diagram: int, allowed: Mapping[int, Sequence[int]]) -> int:
        """The same function where each variable named keeps to its allowed cells: what still matters."""
        memo: dict[int, int] = {}

        def go(n: int) -> int:
            if n < 0:
                return n
            if n in memo:
                return memo[n]
            variable, children = self.nodes[n]
            cells = allowed.get(variable)
            if cells is None:
                result = self.node(variable, tuple(map(go, children)))
            elif len(cells) == 1:
                result = go(children[cells[0]])
            else:
                kept = {c: go(children[c]) for c in cells}
                rest = kept[cells[0]]
                result = self.node(variable, tuple(kept.get(c, rest) for c in range(len(children))))
            memo[n] = result
            return result

        return go(diagram)

    def walk(self, diagram: int, cells: Sequence[int]) -> Hashable:
        """The value for one situation; ``cells`` holds one cell for each variable."""
        nodes = self.nodes
        while diagram >= 0:
            variable, children = nodes[diagram]
            diagram = children[cells[variable]]
        return self.values[~diagram]

    def open_values(self, diagram: int, cells: Sequence[Sequence[int]]) -> list[Hashable]:
        """The values for the situations in which each variable lies in one of its ``cells``; makes no nodes."""
        nodes, seen, stack = self.nodes, {diagram}, [diagram]
        found: list[Hashable] = []
        while stack:
            n = stack.pop()
            if n < 0:
                found.append(self.values[~n])
                continue
            variable, children = nodes[n]
            for child in {children[cell] for cell in cells[variable]} - seen:
                seen.add(child)
                stack.append(child)
        return found

    def reachable(self, diagram: int) -> list[int]:
        """Nodes and terminals of a diagram, each once, in the order of a walk from the top."""
        seen: dict[int, None] = {}
        stack = [diagram]
        while stack:
            n = stack.pop()
            if n in seen:
                continue
            seen[n] = None
            if n >= 0:
                stack.extend(reversed(self.nodes[n][1]))
        return list(seen)

    def support(self, diagram: int) -> list[int]:
        """The variables that it looks at, in order."""
        return sorted({self.nodes[n][0] for n in self.reachable(diagram) if n >= 0})

    def outcomes(self, diagram: int) -> list[Hashable]:
        """The values that it can have, in the order of a walk from the top."""
        return [self.values[~n] for n in self.reachable(diagram) if n < 0]
