"""What one more insurer adds to what a build keeps: bounded in bytes, where its rules are those of others."""

from __future__ import annotations

import gc
import sys
import tracemalloc
from hashlib import sha256
from pathlib import Path
from types import BuiltinFunctionType, FunctionType, ModuleType
from typing import TYPE_CHECKING, Any

import pytest

from checker.authoring import kept, load_library
from checker.authoring.kept import packed
from checker.build.bench.many_insurers import write_project
from checker.pages.searching.gathering import SearchedPage, gather

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.authoring import Library

ROOT = Path(__file__).resolve().parents[2]
MADE, SHAPES = 16, 2
ALONE = (type, ModuleType, BuiltinFunctionType)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("many")
    write_project(ROOT, folder, MADE, SHAPES)
    return load_library(folder)


def held(*roots: object, known: set[int]) -> int:
    """Return the bytes of all that is reached from here and is not `known` yet, and make it known."""
    waiting: list[Any] = list(roots)
    size = 0
    while waiting:
        one = waiting.pop()
        if id(one) in known or isinstance(one, ALONE):
            continue
        known.add(id(one))
        size += sys.getsizeof(one)
        waiting += one.__closure__ or () if isinstance(one, FunctionType) else gc.get_referents(one)
    return size


def test_one_more_insurer_that_is_like_others_adds_little_to_the_library(library: Library) -> None:
    known: set[int] = set()
    made = [f"made-up-{number}" for number in range(MADE)]
    held(*(one for name, one in library.insurers.items() if name not in made), known=known)
    held(*(library.insurers[name] for name in made[: MADE // 2]), known=known)
    added = [held(library.insurers[name], known=known) for name in made[MADE // 2 :]]
    assert max(added) < 20_000
    told = library.told_in("en")
    held(*(told.insurers[name] for name in made[: MADE // 2]), known=known)
    added = [held(told.insurers[name], known=known) for name in made[MADE // 2 :]]
    assert max(added) < 5_000


def test_a_pack_holds_only_what_the_first_with_its_keys_does_not_say(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_models", {})  # as before a first insurer: there is room for some only

    def says(number: int) -> dict[str, str]:
        texts = (sha256(str(at if at != 3 else -number).encode()).hexdigest() for at in range(60))
        return {f"made-up-{number}/p{at}": text for at, text in enumerate(texts)}

    first, other = packed(says(0)), packed(says(1))
    assert held(other, known={id(first), *known_of(first)}) < 1_000
    assert dict(other) == says(1)
    assert dict(first) == says(0)


def known_of(root: object) -> set[int]:
    known: set[int] = set()
    held(root, known=known)
    return known


def test_sections_that_differ_in_one_line_share_all_others() -> None:
    ids = [f"town-{number}" for number in range(120)]
    lines = "".join(f"<li>Everybody brings the paper of number {number} to the desk.</li>" for number in range(40))

    def pages(names: list[str]) -> Iterator[SearchedPage]:
        for name in names:
            own = f"<li>At the desk of {name}.</li>"
            yield SearchedPage(
                f"insurers/{name}/index.html", f'<section id="papers"><h2>Papers</h2><ul>{lines}{own}</ul></section>'
            )

    gather(pages(ids[:2]), ids)
    tracemalloc.start()
    found = gather(pages(ids[20:]), ids)["ja"]
    gc.collect()
    bytes_kept = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert len(found) == 100
    assert bytes_kept / 100 < 2_500
