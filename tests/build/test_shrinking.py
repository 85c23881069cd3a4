"""Scripts for visitors are small, and do what they did."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from checker.build.scripts import join_modules
from checker.build.shrinking import ShrinkError, shrink

ROOT = Path(__file__).resolve().parents[2]

SCRIPT = """(function () {
'use strict';
const aLongName = [3, 1, 2];
/** A class with something of its own. */
class Counting {
  #held = aLongName;
  get sorted() { return [...this.#held].sort((one, other) => one - other); }
}
globalThis.told = `${new Counting().sorted.join(' < ')} and ${'// no comment'.length}`;
})();
"""


def run(script: str) -> str:
    told = subprocess.run(["node", "-p", f"{script}; globalThis.told"], capture_output=True, text=True, check=True)
    return told.stdout.strip()


def test_a_small_script_does_what_the_long_one_did() -> None:
    small = shrink(SCRIPT, ROOT)
    assert len(small) < len(SCRIPT) * 0.7
    assert "aLongName" not in small
    assert run(small) == run(SCRIPT) == "1 < 2 < 3 and 13"
    assert shrink(SCRIPT, ROOT) == small


def test_the_script_of_the_checker_becomes_smaller() -> None:
    joined = join_modules(ROOT / "checker" / "browser" / "checker.js")
    assert len(shrink(joined, ROOT)) < len(joined) * 0.7


def test_without_the_tool_the_script_stays_as_it_is(tmp_path: Path) -> None:
    assert shrink(SCRIPT, tmp_path) == SCRIPT


def test_a_script_that_is_none_is_told_with_the_way_out() -> None:
    with pytest.raises(ShrinkError, match=r"terser does not take the joined script: (?s:.)*; correct the script"):
        shrink("const = ;", ROOT)
