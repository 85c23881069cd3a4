"""Python in the browser: bytes and time until it has decided once, beside stock Pyodide of the same version.

Both run in a module worker, open the door of one insurer's rulebook and decide one situation. Stock is what npm's
package is by itself: its whole library and our engine as source. Every run is in a fresh browser, and the two take
turns. Times are from the start of the navigation.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from checker.authoring import load_library
from checker.build.bench.browsing import cold_page, wait_for
from checker.build.bench.row import Row
from checker.build.bench.server import PHONE, Link, served
from checker.build.runtime import build_runtime
from checker.build.runtime.archive import stored_zip
from checker.build.runtime.inputs import find_inputs
from checker.pages.checker_page import POLICY

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

__all__ = ["python_boot_rows"]

_INSURER = "kiyose"
_FACTS = {
    "insurer": _INSURER,
    "on_date": "2026-11-21",
    "my_number_card": "held",
    "registration": "registered",
}
_STOCK = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")

_PAGE = (
    '<!doctype html><meta charset="utf-8"><link rel="icon" href="icon.svg"><script type="module" src="%s.js"></script>'
)

# The page's thread is watched by a message that it sends to itself: the longest wait between two is the block.
_WATCH = """
let longest = 0;
let last = performance.now();
const { port1, port2 } = new MessageChannel();
port1.onmessage = () => {
  longest = Math.max(longest, performance.now() - last);
  last = performance.now();
  setTimeout(() => port2.postMessage(0), 2);
};
port2.postMessage(0);
function done() { window.measured = { ready: performance.now(), longest }; }
"""
_OURS_JS = """
import { startPython } from './python.js';
%(watch)s
const runtime = { base: 'runtime/', files: %(files)s, rulebook: 'rulebook.json' };
startPython({ runtime }).decide(%(facts)s).then(done);
"""
_STOCK_JS = """
%(watch)s
new Worker('stock-worker.js', { type: 'module' }).onmessage = done;
"""
_STOCK_WORKER_JS = """
import { loadPyodide } from './stock/pyodide.mjs';
const text = async (name) => (await fetch(name)).text();
const source = async (name) => (await fetch(name)).arrayBuffer();
const rulebook = text('rulebook.json');
const engine = source('engine.zip');
const python = await loadPyodide({ packageBaseUrl: new URL('stock/', location.href).href });
python.unpackArchive(await engine, 'zip');
const door = python.pyimport('checker.engine.door').open_door(await rulebook);
postMessage(door(JSON.stringify(%(facts)s)));
"""


@dataclass(frozen=True)
class _Run:
    ready: float
    """Milliseconds."""
    longest: float
    """Milliseconds that the page's thread was away at most."""
    sent: int
    """Bytes, compressed, of everything that was asked for."""


def python_boot_rows(root: Path, runs: int = 5) -> list[Row]:
    """Return sizes, times and their ratios, medians of `runs`; takes about a minute."""
    files = _files(root)
    near = _compare(files, runs, None)
    far = _compare(files, max(2, runs // 2), PHONE)
    ours, stock = near["ours"], near["stock"]
    return [
        Row("Python's files, brotli", _mid(ours, _sent), "bytes", 4_000_000, f"stock {_mid(stock, _sent):,.0f}"),
        *_time_rows("on localhost", near, 0.40),
        *_time_rows("at 10 Mbit/s and 40 ms", far, 0.65),
        Row("longest block of the page while Python boots", _mid(ours, lambda run: run.longest), "ms", 100, ""),
    ]


def _time_rows(where: str, runs: Mapping[str, list[_Run]], budget: float) -> list[Row]:
    ours, stock = ([run.ready for run in runs[which]] for which in ("ours", "stock"))
    ratios = [mine / theirs for mine, theirs in zip(ours, stock, strict=True)]
    spread = f"median of pairs run one after the other, {min(ratios):.2f} to {max(ratios):.2f}"
    return [
        Row(f"Python ready {where}, cold", median(ours), "ms", None, f"stock {median(stock):,.0f} ms"),
        Row(f"Python ready {where}, of stock's time", median(ratios), "", budget, spread),
    ]


def _mid(runs: list[_Run], what: Callable[[_Run], float]) -> float:
    return median(map(what, runs))


def _sent(run: _Run) -> int:
    return run.sent


def _compare(files: Mapping[str, bytes], runs: int, link: Link | None) -> dict[str, list[_Run]]:
    found: dict[str, list[_Run]] = {"ours": [], "stock": []}
    with served(files, {"Content-Security-Policy": POLICY}, link) as site:
        for _ in range(runs):
            for which, measured in found.items():
                site.sent.clear()
                with cold_page() as page:
                    page.goto(f"{site.address}{which}.html")
                    seen = wait_for(page, "window.measured ?? null")
                measured.append(_Run(seen["ready"], seen["longest"], sum(size for _, size in site.sent)))
    return found


def _files(root: Path) -> dict[str, bytes]:
    runtime = root / "build" / "runtime"
    manifest = build_runtime(runtime, root)
    inputs = find_inputs(root)
    rulebook = load_library(root).insurers[_INSURER].rulebook
    terms = {"watch": _WATCH, "facts": json.dumps(_FACTS), "files": json.dumps(manifest.files)}
    texts = {
        "ours.html": _PAGE % "ours",
        "stock.html": _PAGE % "stock",
        "ours.js": _OURS_JS % terms,
        "stock.js": _STOCK_JS % terms,
        "stock-worker.js": _STOCK_WORKER_JS % terms,
        "icon.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
        "rulebook.json": rulebook.to_json(),
        "python.js": (root / "checker" / "browser" / "python.js").read_text(encoding="utf-8"),
    }
    return {
        **{name: text.encode() for name, text in texts.items()},
        **{f"runtime/{name}": (runtime / name).read_bytes() for name in manifest.files.values()},
        **{f"stock/{name}": (inputs.core / name).read_bytes() for name in _STOCK},
        "engine.zip": stored_zip(inputs.sources()),
    }
