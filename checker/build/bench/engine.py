"""The engine's work, under this Python and under the shipped one on Node: for every insurer, and for random rules."""

from __future__ import annotations

import json
import subprocess
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checker.authoring import load_library
from checker.build.bench import engine_clock
from checker.build.bench.engine_rows import Budget, growth_rows, insurer_rows
from checker.build.bench.made_up import FROM_DAY, known_people, nobody_known, people_of_all_kinds, read_directly
from checker.build.bench.random_rulebooks import random_rulebook
from checker.build.bench.row import Row
from checker.build.bench.rules_clock import clock_rules
from checker.build.runtime import build_runtime
from checker.engine import compile_rulebook
from checker.engine.door import answer_line

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from checker.build.bench.engine_rows import Figures
    from checker.engine import Compiled, Rulebook

__all__ = ["measure"]

_PEOPLE = 60
_LINES = 1000
_STREAM_MS = 500
"""For a thousand lines: two thousand a second."""

_ROUNDS = {"CPython": 7, "Pyodide": 3}
_RANDOM_ROUNDS = 3
_RULES_ROUNDS = 3

_RANDOM_RULES = (20, 40, 60)
_SEEDS = (1, 2, 3)
_REAL = "kiyose"
"""Random rules are about the facts of this insurer."""

_TOPICS = len(engine_clock.TOPICS)
_ANSWERED = 2
"""Topics whose answers are open at once: document and care."""

_BUDGETS = (
    Budget("nodes", 1, {"CPython": 10_000}, "nodes"),
    *(Budget(f"compile {topic}", 1, {"CPython": 50, "Pyodide": 120}) for topic in engine_clock.TOPICS),
    Budget("compile", 1, {}),
    Budget("decide", _TOPICS, {"CPython": 0.1, "Pyodide": 0.2}),
    Budget("relevance", _ANSWERED, {"CPython": 25, "Pyodide": 60}),
    Budget("open", 1, {}),
    Budget("first question", _ANSWERED, {"CPython": 5, "Pyodide": 12}),
    Budget("mean question", _ANSWERED, {"CPython": 5, "Pyodide": 12}),
    Budget("nearest", _ANSWERED, {"CPython": 10, "Pyodide": 25}),
    Budget("verify", _TOPICS, {"CPython": 20}),
    Budget("diff", _TOPICS, {"CPython": 100}),
    Budget("optimum", _ANSWERED, {"CPython": 2000}),
    Budget("orders", 1, {}),
    Budget("compile KB", 1, {}, "KB"),
    Budget("open KB", 1, {}, "KB"),
)
_GROWING = {
    **dict.fromkeys(("compile", "decide", "relevance", "open", "first question", "nearest"), "ms"),
    "compile KB": "KB",
    "open KB": "KB",
}
_GROWING_HERE = {"nodes": "nodes", **_GROWING, **dict.fromkeys(("verify", "diff", "optimum", "orders"), "ms")}


def measure(root: Path, say: Callable[[str], None]) -> list[Row]:
    """Return the rows of the engine; `root` is the project, set up."""
    rulebooks = {name: insurer.rulebook for name, insurer in load_library(root).insurers.items()}
    books = {name: compile_rulebook(rulebook) for name, rulebook in rulebooks.items()}
    made = {f"{n}/{seed}": random_rulebook(rulebooks[_REAL], n, seed=seed) for n in _RANDOM_RULES for seed in _SEEDS}
    say("the engine under CPython")
    cpython: Figures = json.loads(engine_clock.clock(_order(rulebooks, _ROUNDS["CPython"])))
    random: Figures = json.loads(engine_clock.clock(_order(made, _RANDOM_ROUNDS)))
    say("verifying, comparing, ordering questions")
    for figures, own in ((cpython, rulebooks), (random, made)):
        for name, rulebook in own.items():
            figures[name] |= clock_rules(rulebook, FROM_DAY, _RULES_ROUNDS)
    say("a stream of lines")
    rows = [*insurer_rows("CPython", cpython, _BUDGETS, {}), _beside_rules(rulebooks, cpython), _stream(books)]
    rows += growth_rows("CPython", _by_rules(random), _GROWING_HERE)
    say("the engine under Pyodide on Node")
    pyodide: Figures = json.loads(_in_pyodide(root, _order(rulebooks, _ROUNDS["Pyodide"])))
    random_there: Figures = json.loads(_in_pyodide(root, _order(made, 1)))
    there = [budget for budget in _BUDGETS if budget.what != "nodes"]
    rows += insurer_rows("Pyodide", pyodide, there, cpython)
    return [*rows, *growth_rows("Pyodide", _by_rules(random_there), _GROWING)]


def _order(rulebooks: Mapping[str, Rulebook], rounds: int) -> str:
    asked = {}
    for name, rulebook in rulebooks.items():
        book = compile_rulebook(rulebook)
        people = known_people(book, _PEOPLE)
        asked[name] = {"rulebook": rulebook.to_json(), "people": people, "open": nobody_known(book)}
    return json.dumps({"rounds": rounds, "rulebooks": asked})


def _by_rules(figures: Figures) -> dict[int, list[dict[str, float]]]:
    return {n: [found for name, found in figures.items() if name.startswith(f"{n}/")] for n in _RANDOM_RULES}


def _beside_rules(rulebooks: Mapping[str, Rulebook], times: Figures) -> Row:
    direct = {name: _read_directly(rulebook) for name, rulebook in rulebooks.items()}
    ratios = {name: times[name]["decide"] / direct[name] for name in direct}
    most = max(ratios, key=lambda name: ratios[name])
    told = f"{most}: {times[most]['decide']:.3g} ms beside {direct[most]:.3g} ms of the tests' reference"
    return Row("decide, against reading the rules directly", ratios[most], "of its time", None, told)


def _read_directly(rulebook: Rulebook) -> float:
    """Milliseconds for a person, without cells and diagrams."""
    people = known_people(compile_rulebook(rulebook), _PEOPLE)
    before = time.process_time()
    read_directly(rulebook.to_json(), people)
    return (time.process_time() - before) * 1000 / len(people)


def _stream(books: Mapping[str, Compiled]) -> Row:
    """No line comes twice; the fastest thousand counts, as the fastest round does elsewhere."""
    each = [people_of_all_kinds(book, _LINES) for book in books.values()]
    lines = [json.dumps(one) for mixed in zip(*each, strict=True) for one in mixed]
    rounds = [lines[start : start + 1000] for start in range(0, len(lines), 1000)]
    took = min(_answered(books, some) for some in rounds)
    told = f"{1_000_000 / took:,.0f} lines/s; a third with unknown facts; compiled before"
    return Row("decide, 1,000 lines of JSON, CPython", took, "ms", _STREAM_MS, told)


def _answered(books: Mapping[str, Compiled], lines: Sequence[str]) -> float:
    before = time.process_time()
    for line in lines:
        json.dumps(answer_line(books, line), ensure_ascii=False)
    return (time.process_time() - before) * 1000


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
