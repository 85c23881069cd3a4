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

from checker.engine import Compiled, Rulebook, compile_rulebook, decide, topics
from checker.engine.partial import needs, open_answers
from checker.engine.person import Person, read_person
from checker.engine.situation import situate

__all__ = ["TOPICS", "clock"]

TOPICS = ("old_card", "document", "care", "procedures", "warnings")
"""What the rules decide, in the order in which it is compiled."""


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
    return {
        **_compiling(rulebook, rounds),
        "decide": _fastest(lambda: _decide_all(book, people), rounds) / len(people),
        "relevance": _fastest(lambda: _relevance(book, nobody), rounds),
        "open": _fastest(lambda: decide(book, nobody), rounds),
    }


def _compiling(rulebook: Rulebook, rounds: int) -> dict[str, float]:
    with _topics_timed() as spent:
        found = {"compile": _fastest(lambda: compile_rulebook(rulebook), rounds)}
    return found | {f"compile {topic}": min(times) * 1000 for topic, times in spent.items()}


@contextmanager
def _topics_timed() -> Iterator[dict[str, list[float]]]:
    """Note how long each topic takes while rulebooks are compiled."""
    maker = topics._Topics  # noqa: SLF001 - its methods are the topics, and nothing else needs to see them one by one
    spent: dict[str, list[float]] = {topic: [] for topic in TOPICS}
    originals = {topic: getattr(maker, topic) for topic in TOPICS}

    def timed(topic: str) -> Callable[[object], None]:
        def make(self: object) -> None:
            before = _processor_seconds()
            originals[topic](self)
            spent[topic].append(_processor_seconds() - before)

        return make

    for topic in TOPICS:
        setattr(maker, topic, timed(topic))
    try:
        yield spent
    finally:
        for topic, original in originals.items():
            setattr(maker, topic, original)


def _decide_all(book: Compiled, people: list[dict[str, object]]) -> None:
    for facts in people:
        decide(book, facts)


def _relevance(book: Compiled, facts: dict[str, object]) -> list[str]:
    person = read_person(book.rulebook, facts)
    assert isinstance(person, Person)  # noqa: S101 - facts that are not known cannot be wrong
    situation = situate(book, person)
    return needs(situation, open_answers(situation))


def _fastest(act: Callable[[], object], rounds: int) -> float:
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
