"""What the engine needs for its work: time by the processor's clock, and memory.

This file runs twice: imported by this Python, and as text inside Pyodide. So it imports nothing but the engine and what
its pruned library has.
"""

import _tracemalloc  # the module on top of it, tracemalloc, is not among what ships
import gc
import json
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date

from checker.engine import Compiled, Rulebook, compile_rulebook, decide
from checker.engine.asking.interview import Interview
from checker.engine.compiling import topics
from checker.engine.compiling.sizes import sizes
from checker.engine.deciding import decision
from checker.engine.otherwise.nearest import nearest

__all__ = ["TOPICS", "clock"]

TOPICS = ("old_card", "document", "care", "procedures", "warnings")
"""What the rules decide, in the order in which it is compiled."""

_LISTING = "possible"
"""Of the functions for partial knowledge the one that does not say what is relevant, but lists the answers."""

_ERRAND = {"errand": ["none of these"]}
_PAGES = 30
"""Pages of an interview, at most."""

_ASKED = 10
"""People whose nearest other answers are looked for."""

_KB = 1000


def clock(order: str) -> str:
    """Return milliseconds and KB for each rulebook as JSON.

    ``compile`` is the whole of it, ``compile TOPIC`` a part; ``decide`` is one decision on somebody known;
    ``relevance`` is what is still to ask of somebody of whom nothing is known, ``open`` the whole decision on them;
    ``first question`` is the first that an interview puts after the errand, ``mean question`` the mean of all that it
    puts to somebody who knows nothing; ``nearest`` finds the nearest other answers of somebody known. ``compile KB``
    and ``open KB`` are the most memory that is in use on the way, above what was in use before. ``nodes`` are those of
    the largest topic.

    ``order`` is JSON: ``rounds``, and ``rulebooks``, each with its ``rulebook`` as text, ``people`` (facts, all of them
    known), and somebody ``open``, of whom nothing is known. The fastest round counts: all else is other programs'.
    """
    asked = json.loads(order)
    return json.dumps({name: _rulebook(one, asked["rounds"]) for name, one in asked["rulebooks"].items()})


def _rulebook(asked: Mapping[str, object], rounds: int) -> dict[str, float]:
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
    questions = _questions(Interview(book, {"": ()}, date.fromisoformat(nobody["on_date"])), rounds)
    return {
        "compile": whole,
        **{f"compile {topic}": min(times) * 1000 for topic, times in compiling.items()},
        "decide": _fastest(lambda: _decide_all(book, people), rounds) / max(len(people), 1),
        "relevance": sum(min(times) for times in finding.values() if times) * 1000,
        "open": opened,
        "first question": questions[0],
        "mean question": sum(questions) / len(questions),
        "nearest": _fastest(lambda: _nearest_of_all(book, people[:_ASKED]), rounds) / max(len(people[:_ASKED]), 1),
        "compile KB": _most_memory(lambda: compile_rulebook(rulebook)),
        "open KB": _most_memory(lambda: decide(book, nobody)),
        "nodes": max(topic.nodes for topic in sizes(book).topics),
    }


def _questions(interview: Interview, rounds: int) -> list[float]:
    """Milliseconds for each page of an interview with somebody who knows nothing."""
    answers: dict[str, list[str]] = dict(_ERRAND)
    found: list[float] = []
    page = interview.next_page(answers)
    while page is not None and len(found) < _PAGES:
        found.append(_fastest(lambda: interview.next_page(answers), rounds))
        answers[page] = ["unknown"]
        page = interview.next_page(answers)
    return found or [_fastest(lambda: interview.next_page(answers), rounds)]


def _most_memory(act: Callable[[], object]) -> float:
    """KB that are in use at once, beyond what was before."""
    gc.collect()
    _tracemalloc.start()
    try:
        act()
        _, most = _tracemalloc.get_traced_memory()
    finally:
        _tracemalloc.stop()
    return float(most) / _KB


def _finding_relevance() -> list[str]:
    own = {name: getattr(value, "__module__", "") for name, value in vars(decision).items() if callable(value)}
    return [name for name, module in own.items() if module == "checker.engine.deciding.partial" and name != _LISTING]


def _decide_all(book: Compiled, people: list[dict[str, object]]) -> None:
    for facts in people:
        decide(book, facts)


def _nearest_of_all(book: Compiled, people: list[dict[str, object]]) -> None:
    for facts in people:
        nearest(book, facts)


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
