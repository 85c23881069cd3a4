"""What the engine needs for its work, by the processor's clock.

This file runs twice: imported by this Python, and as text inside Pyodide. So it imports nothing but the engine and what
its pruned library has.
"""

import gc
import json
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from checker.engine import Compiled, Rulebook, compile_rulebook, decide, decision, topics

__all__ = ["TOPICS", "clock"]

TOPICS = ("old_card", "document", "care", "procedures", "warnings")
"""What the rules decide, in the order in which it is compiled."""

_LISTING = "possible"
"""Of the functions for partial knowledge the one that does not say what is relevant, but lists the answers."""


def clock(order: str) -> str:
    """Return milliseconds for each insurer as JSON.

    ``compile`` is the whole of it, ``compile TOPIC`` a part; ``decide`` is one decision on somebody known;
    ``relevance`` is what is still to ask of somebody of whom nothing is known, ``open`` the whole decision on them.

    ``order`` is JSON: ``rounds``, and ``insurers``, each with its ``rulebook`` as text, ``people`` (facts, all of them
    known), and somebody ``open``, of whom nothing is known. The fastest round counts: all else is other programs'.
    """
    asked = json.loads(order)
    return json.dumps({name: _insurer(one, asked["rounds"]) for name, one in asked["insurers"].items()})


def _insurer(asked: Mapping[str, object], rounds: int) -> dict[str, float]:
    rulebook = Rulebook.from_json(str(asked["rulebook"]))
    people, nobody = asked["people"], asked["open"]
    assert isinstance(people, list)  # noqa: S101 - as `clock` says
    assert isinstance(nobody, dict)  # noqa: S101
    book = compile_rulebook(rulebook)
    maker = topics._Topics  # noqa: SLF001 - its methods are the topics, and nothing else needs to see them one by one
    with _noted(maker, TOPICS) as compiling:
        whole = _fastest(lambda: compile_rulebook(rulebook), rounds)
    with _noted(decision, _finding_relevance()) as finding:
        opened = _fastest(lambda: decide(book, nobody), rounds)
    return {
        "compile": whole,
        **{f"compile {topic}": min(times) * 1000 for topic, times in compiling.items()},
        "decide": _fastest(lambda: _decide_all(book, people), rounds) / len(people),
        "relevance": sum(min(times) for times in finding.values() if times) * 1000,
        "open": opened,
    }


def _finding_relevance() -> list[str]:
    own = {name: getattr(value, "__module__", "") for name, value in vars(decision).items() if callable(value)}
    return [name for name, module in own.items() if module == "checker.engine.partial" and name != _LISTING]


def _decide_all(book: Compiled, people: list[dict[str, object]]) -> None:
    for facts in people:
        decide(book, facts)


@contextmanager
def _noted(owner: object, names: list[str] | tuple[str, ...]) -> Iterator[dict[str, list[float]]]:
    """Note the seconds of every call of these functions of a module or a class."""
    spent: dict[str, list[float]] = {name: [] for name in names}
    originals = {name: getattr(owner, name) for name in names}

    def noting(name: str) -> Callable[..., object]:
        def call(*given: object) -> object:
            before = _processor_seconds()
            try:
                return originals[name](*given)
            finally:
                spent[name].append(_processor_seconds() - before)

        return call

    for name in names:
        setattr(owner, name, noting(name))
    try:
        yield spent
    finally:
        for name, original in originals.items():
            setattr(owner, name, original)


def _fastest(act: Callable[[], object], rounds: int) -> float:
    """Milliseconds of the round in which other programs disturbed least."""
    times = []
    for _ in range(rounds):
        gc.collect()
        before = _processor_seconds()
        act()
        times.append(_processor_seconds() - before)
    return min(times) * 1000


def _processor_seconds() -> float:
    if sys.platform == "emscripten":
        from js import process  # noqa: PLC0415 - Node's; Pyodide's own clock is that on the wall

        spent = process.cpuUsage()
        return float(spent.user + spent.system) / 1_000_000
    return time.process_time()
