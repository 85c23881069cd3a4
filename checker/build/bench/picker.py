"""The question which insurer with as many insurers as there are: from a key to the names that fit, on a slow phone.

The design gives no number for "instant". A tenth of a second is what people take for their own doing (Nielsen's oldest
limit), so it is held against that: for the first key, at which nothing has been looked for yet, and for later ones.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from checker.authoring import load_library
from checker.authoring.insurer import Translation
from checker.build.bench.brotli import brotli
from checker.build.bench.browsing import wait_for
from checker.build.bench.many_names import made_up_names
from checker.build.bench.row import Row
from checker.build.bench.slow_phone import slow_phone
from checker.build.serve import serving
from checker.pages.assets import collect_assets
from checker.pages.choose_page import choose_files
from checker.pages.insurer_lists import OTHER, named_insurers
from checker.pages.making import Making

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.authoring import Library

__all__ = ["measure", "with_made_up"]

_COUNT = 3300
_RUNS = 3
_INSTANT = 100.0
"""Milliseconds."""

_TYPED = "かわさき"
_PAGE = "check/index.html"
_READY = "document.querySelector('[data-insurers] input[type=search]') && !document.querySelector('[data-stuck]')"
_PRESS = """typed => new Promise((done) => {
  const start = performance.now();
  const field = document.querySelector('[type=search]');
  field.value = typed;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => done([performance.now() - start, document.querySelectorAll('[data-group] .option').length]);
    port2.postMessage(0);
  });
})"""
_RESTS_MS = 3000


def measure(root: Path, say: Callable[[str], None]) -> list[Row]:
    """Return the rows; writes the page into a folder of its own."""
    say(f"the choice among {_COUNT} made-up insurers")
    with TemporaryDirectory() as name:
        site = Path(name)
        sent = _write(root, site)
        runs = [_keys(site) for _ in range(_RUNS)]
    first, *others = (median(took) for took in zip(*runs, strict=True))
    return [
        Row(f"names after the first key, {_COUNT} insurers", first, "ms", _INSTANT, "on a processor 4 times slower"),
        Row(f"names after a later key, {_COUNT} insurers", max(others), "ms", _INSTANT, "the slowest of them"),
        Row(f"choice among {_COUNT} insurers: page and names, brotli", sent / 1000, "KB"),
    ]


def with_made_up(library: Library, count: int) -> Library:
    """Return the library with so many more insurers, which say what one of ours says, under names of their own."""
    [model, *_] = named_insurers(library)
    insurers = dict(library.insurers)
    other = insurers.pop(OTHER)
    for name, (called, words) in made_up_names(count).items():
        insurers[name] = replace(
            model,
            id=name,
            name=called,
            called=called,
            short=words[5],
            kana=words[6],
            number=words[10],
            found_by=(words[8],),
            translations={"en": Translation(words[11].title(), words[12].title(), {}, {})},
        )
    return replace(library, insurers={**insurers, OTHER: other})


def _write(root: Path, site: Path) -> int:
    """Write the page and what it loads; return the bytes that are sent before a name can be found."""
    assets = collect_assets(root)
    making = Making(with_made_up(load_library(root), _COUNT), assets, date(2026, 11, 22))
    sent = 0
    (site / "index.html").write_text("<!doctype html>", encoding="utf-8")
    for file in (*assets.shared, *choose_files(making)):
        content = file.content if isinstance(file.content, bytes) else file.content.read_bytes()
        at = site / file.address
        at.parent.mkdir(parents=True, exist_ok=True)
        at.write_bytes(content)
        if file.address == _PAGE or file.address.startswith("assets/insurers."):
            sent += len(brotli(content))
    return sent


def _keys(site: Path) -> list[float]:
    """Return after how many milliseconds the names stood there, key by key, on a page that has come to rest."""
    with serving(site) as address, slow_phone() as phone:
        phone.open(f"{address}/{_PAGE}")
        wait_for(phone.page, _READY)
        phone.page.wait_for_timeout(_RESTS_MS)
        took = []
        for end in range(1, len(_TYPED) + 1):
            milliseconds, shown = phone.page.evaluate(_PRESS, _TYPED[:end])
            if end == 1 and not shown:
                raise RuntimeError(f"nobody was found for {_TYPED[:end]}")
            took.append(float(milliseconds))
        return took
