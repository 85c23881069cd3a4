"""The engine: compiling, deciding, and what is still to ask; under this Python, and under the shipped one on Node.

Budgets are milliseconds of the processor for one topic, at the insurer that takes longest. The five topics are decided
together, and what is relevant is found for document and care at once: those are divided by the topics.
"""

from __future__ import annotations

import json
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checker.authoring import load_library
from checker.build.bench import engine_clock
from checker.build.bench.made_up import known_people, nobody_known, people_of_all_kinds, read_directly
from checker.build.bench.row import Row
from checker.build.runtime import build_runtime
from checker.engine import compile_rulebook
from checker.engine.door import answer_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from checker.authoring import Library
    from checker.engine import Compiled

__all__ = ["measure"]

_PEOPLE = 60
_LINES = 200
_ROUNDS = {"CPython": 7, "Pyodide": 3}

Times = dict[str, dict[str, float]]
"""Milliseconds by insurer, then by what `engine_clock.clock` measures."""


@dataclass(frozen=True)
class _Budget:
    """Milliseconds a topic, as the engine's design states them."""

    what: str
    topics: int
    cpython: float
    pyodide: float


_BUDGETS = (
    *(_Budget(f"compile {topic}", 1, 50, 120) for topic in engine_clock.TOPICS),
    _Budget("decide", len(engine_clock.TOPICS), 0.1, 0.2),
    _Budget("relevance", 2, 25, 60),
)


def measure(root: Path, say: Callable[[str], None]) -> list[Row]:
    """Return the rows of the engine; `root` is the project, set up."""
    library = load_library(root)
    books = {name: compile_rulebook(insurer.rulebook) for name, insurer in library.insurers.items()}
    say("the engine under CPython")
    cpython: Times = json.loads(engine_clock.clock(_order(library, books, "CPython")))
    direct = _direct_reading(library, books)
    say("lines a second")
    rows = [*_rows("CPython", cpython, {}), _beside_rules(cpython, direct), _lines_a_second(books)]
    say("the engine under Pyodide on Node")
    pyodide: Times = json.loads(_in_pyodide(root, _order(library, books, "Pyodide")))
    return [*rows, *_rows("Pyodide", pyodide, cpython)]


def _order(library: Library, books: Mapping[str, Compiled], python: str) -> str:
    insurers = {
        name: {
            "rulebook": library.insurers[name].rulebook.to_json(),
            "people": known_people(book, _PEOPLE),
            "open": nobody_known(book),
        }
        for name, book in books.items()
    }
    return json.dumps({"rounds": _ROUNDS[python], "insurers": insurers})


def _rows(python: str, times: Times, peer: Times) -> Iterator[Row]:
    for budget in _BUDGETS:
        slowest = max(times, key=lambda name: times[name][budget.what])
        whole = times[slowest][budget.what]
        told = f"{slowest}, {budget.topics} topics in {whole:.3g} ms" if budget.topics > 1 else slowest
        most = budget.cpython if python == "CPython" else budget.pyodide
        name = f"{budget.what}, a topic" if budget.topics > 1 else budget.what
        yield Row(f"{name}, {python}", whole / budget.topics, "ms", most, told + _beside(peer, slowest, budget, whole))
    for what, told in (("compile", "compile, all topics"), ("open", "decide with nothing known, all topics")):
        slowest = max(times, key=lambda name: times[name][what])
        yield Row(f"{told}, {python}", times[slowest][what], "ms", None, slowest)


def _beside(peer: Times, insurer: str, budget: _Budget, whole: float) -> str:
    return f"; {whole / peer[insurer][budget.what]:.1f} times CPython's" if peer else ""


def _direct_reading(library: Library, books: Mapping[str, Compiled]) -> dict[str, float]:
    """Milliseconds for a person, without cells and diagrams."""
    found = {}
    for name, book in books.items():
        people = known_people(book, _PEOPLE)
        before = time.process_time()
        read_directly(library.insurers[name].rulebook.to_json(), people)
        found[name] = (time.process_time() - before) * 1000 / len(people)
    return found


def _beside_rules(times: Times, direct: Mapping[str, float]) -> Row:
    ratios = {name: times[name]["decide"] / direct[name] for name in times}
    most = max(ratios, key=lambda name: ratios[name])
    told = f"{most}: {times[most]['decide']:.3g} ms beside {direct[most]:.3g} ms of the tests' reference"
    return Row("decide, against reading the rules directly", ratios[most], "of its time", None, told)


def _lines_a_second(books: Mapping[str, Compiled]) -> Row:
    lines = [json.dumps(one) for book in books.values() for one in people_of_all_kinds(book, _LINES)]
    before = time.process_time()
    for line in lines:
        json.dumps(answer_line(books, line), ensure_ascii=False)
    took = time.process_time() - before
    told = f"{len(lines)} lines, a third with unknown facts; compiled before"
    return Row("decide, lines of JSON, CPython", len(lines) / took, "lines/s", None, told)


def _in_pyodide(root: Path, order: str) -> str:
    runtime = root / "build" / "runtime"
    build_runtime(runtime, root)
    source = Path(engine_clock.__file__).read_text(encoding="utf-8")
    asked: dict[str, Any] = {
        "runtime": str(runtime),
        "boot": str(root / "checker" / "browser" / "pyodide-boot.js"),
        "books": {},
        "asked": [],
        "code": f"{source}\nclock({order!r})",
    }
    command = ["node", str(root / "tests" / "runtime" / "engine.mjs")]
    done = subprocess.run(command, input=json.dumps(asked), capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        raise RuntimeError(f"Pyodide on Node failed: {done.stderr[-500:]}")
    return str(json.loads(done.stdout)["result"])
